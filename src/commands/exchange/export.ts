import { own, present } from '../../util/records.ts'
import type { Context } from '../../context/context.ts'
import { ExitCode, UsageError } from '../../context/errors.ts'
import { decodeEntry } from '../../entry/codec.ts'
import { docx } from '../../export/docx/index.ts'
import { formatNames, type Format, type FormatName } from '../../export/document.ts'
import { countAnswers, withoutPrivate } from '../../export/entry.ts'
import { html } from '../../export/html/index.ts'
import { json } from '../../export/json.ts'
import { markdown } from '../../export/markdown.ts'
import { text } from '../../export/text.ts'
import type { Unread } from '../../journal/list.ts'
import type { FoundEntry } from '../../journal/oldest-first.ts'
import { openJournal } from '../../journal/store.ts'
import { dayOptions, whyNoneFits } from '../journal/filters.ts'
import {
  choiceOption,
  defineCommand,
  flag,
  rest,
  textOption,
  type GlobalOptions,
  type OptionValues
} from '../shared/command.ts'
import { journalOf, packsOf, titlesOf } from '../shared/options.ts'
import { sayUnread, tell, Ticker, refuseToOverwrite } from '../shared/output.ts'
import { isFolder, toFile, toFolder, toStandardOutput, uniqueNames, type Target } from './export-targets.ts'
import type { Rendering } from './render-document.ts'
import { selectEntries, withinJournal, type Selection, type Source } from './select-entries.ts'
import { typedPath } from '../../text/typed-path.ts'

const formats: { readonly [Name in FormatName]: () => Format } = {
  md: () => markdown,
  html: () => html,
  docx: () => docx,
  txt: () => text,
  json: () => json
}

const exportOptions = {
  format: choiceOption(
    'format',
    formatNames,
    (words) => words.export.format,
    (words) => words.export.notAFormat
  ),
  output: textOption('path', (words) => words.export.output),
  ...dayOptions,
  tag: textOption('tag', (words) => words.filters.tag),
  order: choiceOption(
    'order',
    ['date', 'reading'],
    (words) => words.export.order,
    (words) => words.export.notAnOrder
  ),
  withoutQuestions: flag((words) => words.export.withoutQuestions),
  includePrivate: flag((words) => words.export.includePrivate),
  force: flag((words) => words.export.force)
}

type ExportOptions = OptionValues<typeof exportOptions> & GlobalOptions & Selection

/** Copies entries out of the journal. Private answers stay behind, unless the learner asks for them. */
export const exportCommand = defineCommand({
  help: (words) => words.export.what,
  args: { which: rest('what', (words) => words.export.which) },
  options: exportOptions,
  run(options, context) {
    const name = options.format ?? formatOf(options.output, context)
    if (name === 'docx' && options.output === undefined) throw new UsageError(context.words.commands.export.needsOutput)
    const packs = packsOf({}, context)
    const source = { journal: openJournal(journalOf(options, context)), packs, options, context }
    const questions = options.withoutQuestions !== true
    const style = { questions, words: context.words, titles: titlesOf(packs) }
    const target = openTarget(name, { format: formats[name](), style }, source, options)
    const counts = exportTo(target, name, source, options)
    if (options.quiet !== true) reportCounts(counts, source, options)
    return counts.unread === 0 ? ExitCode.done : ExitCode.failed
  }
})

/** Where the output goes. Refuses, before anything is written, every file that would be replaced without permission. */
function openTarget(name: FormatName, rendering: Rendering, source: Source, options: ExportOptions): Target {
  const { context } = source
  const { output } = options
  if (output === undefined) return toStandardOutput(rendering, context)
  const file = typedPath(output, context)
  if (!isFolder(output, file)) return toFile(file, rendering, options, context)
  if (options.force !== true) {
    const nameOf = uniqueNames(file, name)
    for (const batch of selectEntries(source))
      for (const found of batch) refuseToOverwrite(nameOf(found.file), options, context)
  }
  return toFolder(uniqueNames(file, name), file, rendering, options, context)
}

/**
 * Selects, hides what is private, renders and writes. Names each file that cannot be read. `answers` counts those that went
 * out, `held` the private ones that stayed behind.
 */
function exportTo(target: Target, name: FormatName, source: Source, options: ExportOptions) {
  const { journal, context } = source
  const counts = { entries: 0, answers: 0, held: 0, unread: 0 }
  const ticker = new Ticker(options, context)
  try {
    for (const batch of selectEntries(source)) {
      for (const found of batch) {
        const unread = unreadIn(found, name, context)
        if (unread !== undefined) {
          counts.unread += 1
          ticker.clear()
          sayUnread(unread, context)
        } else if ('head' in found) {
          const entry = decodeEntry(found.text, found)
          const kept = options.includePrivate === true ? entry : withoutPrivate(entry, context.words)
          const answers = countAnswers(kept)
          counts.entries += 1
          counts.answers += answers
          counts.held += kept === entry ? 0 : countAnswers(entry) - answers
          target.add({ entry: kept, file: withinJournal(found.file, journal) })
          ticker.tick(counts.entries)
        }
      }
    }
    ticker.clear()
    target.finish()
  } finally {
    target.close()
  }
  return counts
}

/** Why an entry cannot go out; undefined if it can. JSON has no form for bytes that are not text. */
function unreadIn(found: FoundEntry | Unread, name: FormatName, { words }: Context): Unread | undefined {
  if ('why' in found) return found
  return name === 'json' && found.fault !== undefined
    ? { file: found.file, why: words.journal.notUtf8(found.file) }
    : undefined
}

function reportCounts(
  { entries, answers, held, unread }: ReturnType<typeof exportTo>,
  source: Source,
  options: ExportOptions
): void {
  const { context, journal } = source
  const { words } = context
  tell(words.commands.export.account(entries, answers, held), context)
  if (entries + unread > 0) return
  const { since, until, tag } = options
  const isFiltered = since !== undefined || until !== undefined || tag !== undefined
  tell(isFiltered ? whyNoneFits(journal.dir, present({ tag }), context) : words.journal.noEntries, context)
}

/** Other spellings of a file's ending. */
const OTHER_ENDINGS: Readonly<Record<string, FormatName>> = { htm: 'html', markdown: 'md', text: 'txt' }

/** The format that a file's ending names; Markdown if it has none. @throws UsageError for an unknown ending. */
function formatOf(output = '', { words }: Context): FormatName {
  const ending = /\.([a-z][a-z\d]{1,7})$/i.exec(output)?.[1]?.toLowerCase()
  if (ending === undefined) return 'md'
  const format = formatNames.find((name) => name === (own(OTHER_ENDINGS, ending) ?? ending))
  if (format !== undefined) return format
  throw new UsageError(words.commands.export.unknownEnding(ending))
}

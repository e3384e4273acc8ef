import { pictureIn } from '../../pack/source/pictures.ts'
import { own, present } from '../../util/records.ts'
import type { Context } from '../../context/context.ts'
import { ExitCode, LeftError, UsageError } from '../../context/errors.ts'
import { decodeEntry } from '../../entry/codec.ts'
import type { Entry } from '../../entry/model.ts'
import { docx } from '../../export/docx/index.ts'
import { formatNames, type Format, type FormatName } from '../../export/document.ts'
import {
  countCommentsIn,
  withoutDiscussion,
  withoutPlansElsewhere,
  withoutPrivate,
  withoutSelfCheck
} from '../../export/entry.ts'
import { html } from '../../export/html/index.ts'
import { json } from '../../export/json.ts'
import { markdown } from '../../export/markdown.ts'
import { fileWithNames, withNamesReplaced } from '../../export/replaced.ts'
import { writtenFor } from '../../export/outcome.ts'
import { text } from '../../export/text.ts'
import type { Unread } from '../../journal/reading.ts'
import type { FoundEntry } from '../../journal/oldest-first.ts'
import { findOutcome } from '../../pack/outcomes.ts'
import { presentPrompts } from '../../pack/privacy.ts'
import { dayOptions, whyNoneFits } from '../shared/filters.ts'
import {
  choiceOption,
  defineCommand,
  flag,
  rest,
  textOption,
  type GlobalOptions,
  type Option,
  type OptionValues
} from '../shared/command.ts'
import { confirm, packsOf, titlesOf } from '../shared/options.ts'
import { sayCopies, tell, Ticker, refuseToOverwrite } from '../shared/output.ts'
import { EarlierPrivacy } from './earlier-privacy.ts'
import { isFolder, toFile, toFolder, toStandardOutput, uniqueNames, type Target } from './export-targets.ts'
import { ExportReport } from './export-report.ts'
import type { Rendering } from './render-document.ts'
import {
  countUnknown,
  resolveNames,
  selectEntries,
  withinJournal,
  type Selection,
  type Source
} from './select-entries.ts'
import { NameReplacer, parseReplacement, type Replacement } from '../../text/names.ts'
import { typedPath } from '../../text/typed-path.ts'
import { hostOf } from '../shared/host.ts'
import { openedJournal, reportUnread } from '../shared/journal.ts'

/** The export formats. */
export const formats: { readonly [Name in FormatName]: () => Format } = {
  md: () => markdown,
  html: () => html,
  docx: () => docx,
  txt: () => text,
  json: () => json
}

const replacementsOption: Option<readonly Replacement[]> = {
  help: (words) => words.export.replace,
  value: 'name=words',
  hint: (words) => words.export.notAReplacement,
  read(typed, before = []) {
    const replacement = parseReplacement(typed)
    return replacement && [...before, replacement]
  }
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
  outcome: textOption('outcome', (words) => words.export.outcome),
  withoutQuestions: flag((words) => words.export.withoutQuestions),
  includePrivate: flag((words) => words.export.includePrivate),
  replace: replacementsOption,
  yes: flag((words) => words.export.yes),
  force: flag((words) => words.export.force)
}

type ExportOptions = OptionValues<typeof exportOptions> &
  GlobalOptions &
  Selection & {
    /** Whether the report is two sentences, without lists. */
    readonly isBrief?: boolean
  }

/** Copies entries out of the journal. Private answers stay behind, unless the learner asks for them. */
export const exportCommand = defineCommand({
  help: (words) => words.export.what,
  args: { which: rest('what', (words) => words.export.which) },
  options: exportOptions,
  run: exportEntries
})

/** Exports a selection, and says on standard error what left and what stayed. @throws UsageError and ReflectError as the command. */
export async function exportEntries(options: ExportOptions, context: Context): Promise<ExitCode> {
  const name = options.format ?? formatOf(options.output, context)
  if (name === 'docx' && options.output === undefined) throw new UsageError(context.words.commands.export.needsOutput)
  const packs = packsOf({}, context)
  const from = { journal: openedJournal(options, context, { isFull: true }), packs, options, context }
  const outcome = options.outcome === undefined ? undefined : outcomeNamed(options.outcome, options.which, from)
  const source = { ...from, names: await resolveNames(options, from), ...present({ outcome }) }
  const questions = options.withoutQuestions !== true
  const includesPrivate = options.includePrivate === true && (await mayLeave(source, options))
  const pictures = (id: string) => {
    const pack = packs.find((each) => each.id === id)
    return (path: string) => pack && pictureIn(pack, path)
  }
  const style = {
    questions,
    comments: includesPrivate,
    words: context.words,
    titles: titlesOf(packs),
    pictures,
    ...present({ title: outcome?.outcome.text })
  }
  const names = new NameReplacer(options.replace ?? [])
  const target = openTarget(name, { format: formats[name](), style }, source, { ...options, names })
  const report = exportTo(target, name, source, { ...options, includesPrivate, names })
  if (options.quiet !== true) tellReport(report, source, options)
  return report.unread === 0 ? ExitCode.done : ExitCode.failed
}

/** The outcome that a name means; among the packs that are named with it, if any are. @throws UsageError as `findOutcome`. */
function outcomeNamed(name: string, which: readonly string[], { packs, context }: Pick<Source, 'packs' | 'context'>) {
  const named = packs.filter(({ id }) => which.includes(id))
  return findOutcome(named.length === 0 ? packs : named, name, context.words)
}

/** What happens to the entries on their way out. */
interface Changes {
  readonly includesPrivate: boolean
  readonly names: NameReplacer
}

/**
 * Whether private answers may leave. Asks if someone can answer, on standard error because the export may be on standard
 * output. @throws LeftError if the user leaves.
 */
async function mayLeave(source: Source, options: ExportOptions): Promise<boolean> {
  const { context } = source
  const { stdin, stderr, words } = context
  if (options.yes === true || stdin.isTTY !== true || !stderr.isTTY) return true
  const said = words.commands.export
  const report = new ExportReport(source.packs, context)
  const earlier = new EarlierPrivacy(source)
  for (const batch of selectEntries(source))
    for (const found of batch) {
      if (!('head' in found)) continue
      const { whole, kept } = forOutcome(heldBack(found, source, earlier), source)
      report.add(whole, kept, kept)
    }
  if (report.held === 0) return true
  report.tellHeld(said.privateAmongThese)
  const asking: Context = hostOf(context) ? context : Object.create(context, { stdout: { value: stderr } })
  const answer = await confirm(said.mayLeave(report.held), false, options, asking)
  if (answer === undefined) throw new LeftError(said.nothingExported, ExitCode.interrupted)
  return answer
}

/** An entry as it is in the journal, and without what is private. */
interface Held {
  readonly whole: Entry
  readonly kept: Entry
}

/** Of a selection, what was said about a plan from another pack stays behind: who gets one pack's entries did not ask for another's. */
function everything(found: FoundEntry, { options }: Source): Held {
  const whole = decodeEntry(found.text, found)
  return { whole, kept: options.which.length === 0 ? whole : withoutPlansElsewhere(whole) }
}

/** The discussion of the exercise is neither exported nor held back, and the look at one's own pages only leaves as JSON. */
function withoutDiscussions({ whole, kept }: Held): Held {
  return { whole: withoutSelfCheck(withoutDiscussion(whole)), kept: withoutSelfCheck(withoutDiscussion(kept)) }
}

/** What was written for the outcome that was asked for; everything if none was. */
function forOutcome({ whole, kept }: Held, { outcome }: Source): Held {
  return outcome === undefined
    ? { whole, kept }
    : { whole: writtenFor(whole, outcome), kept: writtenFor(kept, outcome) }
}

/** Holds back what is private. A private answer that has lost its marker does not count as a part of the answer above it. */
function heldBack(found: FoundEntry, { packs, context }: Source, earlier: EarlierPrivacy): Held {
  const { pack: id, exercise } = found.head
  const now = presentPrompts(
    exercise,
    packs.find((pack) => pack.id === id)
  )
  const whole = decodeEntry(found.text, found, { isCautious: true, ...present({ prompts: now.prompts }) })
  const kept = withoutPrivate(whole, context.words, now, earlier.seenBy(whole.head))
  return { whole, kept: withoutSelfCheck(kept) }
}

/** Where the output goes. Refuses, before anything is written, every file that would be replaced without permission. */
function openTarget(
  name: FormatName,
  rendering: Rendering,
  source: Source,
  options: ExportOptions & Pick<Changes, 'names'>
): Target {
  const { context } = source
  const { output } = options
  if (output === undefined) return toStandardOutput(rendering, context)
  const file = typedPath(output, context)
  if (!isFolder(output, file)) return toFile(file, rendering, options, context)
  if (options.force !== true) {
    const nameOf = uniqueNames(file, name)
    for (const batch of selectEntries(source))
      for (const found of batch) refuseToOverwrite(nameOf(pathOf(found.file, source, options)), options, context)
  }
  return toFolder(uniqueNames(file, name), file, rendering, options, context)
}

/** The path of an entry in the journal, as it leaves. */
function pathOf(file: string, { journal }: Source, { names }: Pick<Changes, 'names'>): string {
  return fileWithNames(withinJournal(file, journal), names)
}

/** Selects, hides what is private, replaces names, renders and writes. Names each file that cannot be read. */
function exportTo(target: Target, name: FormatName, source: Source, options: ExportOptions & Changes): ExportReport {
  const { packs, context } = source
  const report = new ExportReport(packs, context)
  const earlier = new EarlierPrivacy(source)
  const left: Unread[] = []
  const ticker = new Ticker(options, context)
  try {
    for (const batch of selectEntries(source, (entries) => sayCopies(entries, context))) {
      for (const found of batch) {
        const unread = unreadIn(found, name, context)
        if (unread !== undefined) {
          report.unread += 1
          left.push(unread)
        } else if ('head' in found) {
          const held = options.includesPrivate ? everything(found, source) : heldBack(found, source, earlier)
          const meant = forOutcome(held, source)
          const { whole, kept } = name === 'json' ? meant : withoutDiscussions(meant)
          const outgoing = options.replace === undefined ? kept : withNamesReplaced(kept, options.names)
          report.add(whole, kept, outgoing)
          if (!options.includesPrivate && name !== 'json') report.addComments(countCommentsIn(outgoing))
          const unchanged = outgoing === held.whole ? { source: found.text } : {}
          target.add({ entry: outgoing, file: pathOf(found.file, source, options), ...unchanged })
          ticker.tick(report.entries)
        }
      }
    }
    ticker.clear()
    target.finish()
  } finally {
    target.close()
  }
  reportUnread(left, context)
  return report
}

/** Why an entry cannot go out; undefined if it can. JSON has no form for bytes that are not text. */
function unreadIn(found: FoundEntry | Unread, name: FormatName, { words }: Context): Unread | undefined {
  if ('why' in found) return found
  return name === 'json' && found.fault !== undefined
    ? { file: found.file, why: words.journal.notUtf8(found.file) }
    : undefined
}

function tellReport(report: ExportReport, source: Source, options: ExportOptions): void {
  const { context, journal, outcome } = source
  const said = context.words.commands.export
  if (outcome !== undefined && report.entries > 0) tell(said.writtenFor(outcome.outcome.text), context)
  report.tell(options.isBrief)
  const unknown = countUnknown(source)
  if (unknown > 0) tell(said.exercisesGone(unknown), context)
  if (report.entries + report.unread > 0) return
  if (outcome !== undefined) return tell(said.nothingFor(outcome.outcome.text), context)
  const { since, until, tag } = options
  const isFiltered = since !== undefined || until !== undefined || tag !== undefined
  tell(isFiltered ? whyNoneFits(journal.dir, present({ tag }), context) : context.words.journal.noEntries, context)
}

/** Other spellings of a file's ending. */
const OTHER_ENDINGS: Readonly<Record<string, FormatName>> = { htm: 'html', markdown: 'md', text: 'txt' }

/** The format that a file's ending names; Markdown if it has none. @throws UsageError for an unknown ending. */
export function formatOf(output = '', { words }: Context): FormatName {
  const ending = /\.([a-z][a-z\d]{1,7})$/i.exec(output)?.[1]?.toLowerCase()
  if (ending === undefined) return 'md'
  const format = formatNames.find((name) => name === (own(OTHER_ENDINGS, ending) ?? ending))
  if (format !== undefined) return format
  throw new UsageError(words.commands.export.unknownEnding(ending))
}

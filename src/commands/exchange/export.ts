import fs from 'node:fs'
import path from 'node:path'
import type { Context } from '../../context/context.ts'
import { ExitCode, UsageError } from '../../context/errors.ts'
import { formatNames } from '../../export/document.ts'
import type { ExportStyle, Format, FormatName, Outgoing } from '../../export/document.ts'
import { withoutPrivate } from '../../export/entry.ts'
import { ensureFolder, GrowingFile } from '../../storage/atomic-write.ts'
import type { Unread } from '../../journal/list.ts'
import { decodeEntry } from '../../entry/codec.ts'
import { numbered } from '../../journal/names.ts'
import type { FoundEntry } from '../../journal/oldest-first.ts'
import { openJournal } from '../../journal/store.ts'
import type { Journal } from '../../journal/store.ts'
import { readMarkdown } from '../../markdown/read.ts'
import type { Pack } from '../../pack/model.ts'
import { writeDocument } from './export-document.ts'
import type { Write } from './export-document.ts'
import { selected, withinJournal } from './export-selection.ts'
import type { Selection } from './export-selection.ts'
import { Tally } from './export-tally.ts'
import { dayOptions, whyNoneFits } from '../journal/filters.ts'
import { journalOf, packsOf, titlesOf } from '../shared/options.ts'
import { passOn, tell } from '../shared/output.ts'
import { refuseOld } from '../shared/overwriting.ts'
import { choiceOption, defineCommand, flag, rest, textOption } from '../shared/command.ts'
import type { GlobalOptions, OptionValues } from '../shared/command.ts'

/** The formats, each loaded when it is asked for. */
const formats = {
  md: async () => (await import('../../export/markdown.ts')).markdown,
  html: async () => (await import('../../export/html/index.ts')).htmlFormat(),
  docx: async () => (await import('../../export/docx/index.ts')).docx,
  txt: async () => (await import('../../export/text.ts')).text,
  json: async () => (await import('../../export/json.ts')).json
} as const satisfies Record<FormatName, () => Promise<Format>>

/** An export on its way. */
interface Export {
  readonly journal: Journal
  readonly packs: readonly Pack[]
  readonly options: OptionValues<typeof exportOptions> & GlobalOptions & Selection
  readonly context: Context
  readonly name: FormatName
  readonly format: Format
  readonly style: Omit<ExportStyle, 'alone'>
  readonly tally: Tally
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

/** Copies entries out of the journal. What is private stays, unless it is asked for. */
export const exportCommand = defineCommand({
  help: (words) => words.export.what,
  args: { which: rest('what', (words) => words.export.which) },
  options: exportOptions,
  async run(options, context) {
    const name = options.format ?? formatOf(options.output, context)
    if (name === 'docx' && options.output === undefined) throw new UsageError(context.words.commands.export.needsOutput)
    const packs = await packsOf({}, context)
    const style = {
      questions: options.withoutQuestions !== true,
      words: context.words,
      titles: titlesOf(packs),
      read: readMarkdown
    }
    const journal = openJournal(journalOf(options, context))
    const tally = new Tally(options, context)
    const going = { journal, packs, options, context, name, style, tally, format: await formats[name]() }
    const target = options.output === undefined ? undefined : path.resolve(context.cwd, options.output)
    if (target === undefined) await toStandardOutput(going)
    else if (options.output?.endsWith('/') === true || isFolder(target)) await toFolder(target, going)
    else await toFile(target, going)
    tally.account()
    if (tally.isEmpty && options.quiet !== true) tell(await whyNothing(going), context)
    return tally.isWhole ? ExitCode.done : ExitCode.failed
  }
})

async function whyNothing({ options, journal, context }: Export): Promise<string> {
  const { words } = context
  const isChosen = [options.since, options.until, options.tag].some((option) => option !== undefined)
  if (!isChosen) return words.journal.noEntries
  const { tag } = options
  return whyNoneFits(journal.dir, tag === undefined ? {} : { tag }, context)
}

/** Endings that stand for others. */
const OTHER_ENDINGS = new Map([
  ['htm', 'html'],
  ['markdown', 'md'],
  ['text', 'txt']
])

/** What the ending of a file's name says; Markdown where it has none. @throws UsageError for the ending of something else. */
function formatOf(output = '', { words }: Context): FormatName {
  const ending = /\.([a-z][a-z\d]{1,7})$/i.exec(output)?.[1]?.toLowerCase()
  if (ending === undefined) return 'md'
  const format = formatNames.find((name) => name === (OTHER_ENDINGS.get(ending) ?? ending))
  if (format !== undefined) return format
  throw new UsageError(words.commands.export.unknownEnding(ending))
}

async function toStandardOutput(going: Export): Promise<void> {
  const { context, tally } = going
  // A letter may begin in one piece and end in the next.
  const decoder = new TextDecoder()
  const textOf = (piece: string | Uint8Array) =>
    typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true })
  await writeDocument(outgoing(going), going, (piece) => {
    tally.clear()
    passOn(context.stdout.isTTY ? textOf(piece) : piece, context)
  })
}

async function toFile(file: string, going: Export): Promise<void> {
  await writingTo(file, going, (write) => writeDocument(outgoing(going), going, write))
}

/** One file an entry, under the name that it has in the journal. */
async function toFolder(folder: string, going: Export): Promise<void> {
  if (going.options.force !== true) {
    const fileOf = namesIn(folder, going.name)
    for (const day of selected(going)) for (const { file } of day) refuseOld(fileOf(file), going.options, going.context)
  }
  ensureFolder(folder)
  const fileOf = namesIn(folder, going.name)
  for await (const day of outgoing(going))
    for (const one of day) await writingTo(fileOf(one.file), going, (write) => writeDocument([[one]], going, write))
}

/** Gives each entry's file a name in a folder that no other gets: hands may have given two of them the same in two years. */
function namesIn(folder: string, ending: FormatName): (file: string) => string {
  const taken = new Set<string>()
  return (file) => {
    for (const name of numbered(path.basename(file))) {
      if (taken.has(name.toLowerCase())) continue
      taken.add(name.toLowerCase())
      return path.join(folder, `${path.basename(name, '.md')}.${ending}`)
    }
    throw new RangeError('no name is free')
  }
}

/** Has a file written; it is there once all of it is, and never over another one unasked. */
async function writingTo(file: string, going: Export, work: (write: Write) => Promise<void>): Promise<void> {
  refuseOld(file, going.options, going.context)
  const growing = new GrowingFile(file)
  try {
    await work((piece) => growing.write(piece))
    if (!growing.settle(going.options.force === true)) refuseOld(file, going.options, going.context)
  } finally {
    growing.abandon()
  }
}

function isFolder(file: string): boolean {
  return fs.statSync(file, { throwIfNoEntry: false })?.isDirectory() === true
}

async function* outgoing(going: Export): AsyncGenerator<Iterable<Outgoing>> {
  for (const day of selected(going)) yield goingOut(day, going)
}

/** The entries of one day as they go out, and counted. */
function* goingOut(day: readonly (FoundEntry | Unread)[], going: Export): Generator<Outgoing> {
  const { journal, options, context, name, tally } = going
  for (const found of day) {
    if ('why' in found) tally.unread(found)
    else if (name === 'json' && !found.isWhole)
      tally.unread({ file: found.file, why: context.words.journal.notUtf8(found.file) })
    else {
      const entry = decodeEntry(found.text, found)
      tally.count(entry)
      const kept = options.includePrivate === true ? entry : withoutPrivate(entry, context.words)
      yield { entry: kept, file: withinJournal(found.file, journal) }
    }
  }
}

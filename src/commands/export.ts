import fs from 'node:fs'
import path from 'node:path'
import type { Context } from '../context.ts'
import { ExitCode, UsageError } from '../errors.ts'
import type { DocumentMaker, ExportStyle, Format, FormatName, Outgoing } from '../export/document.ts'
import { withoutPrivate } from '../export/entry.ts'
import { ensureFolder, GrowingFile } from '../journal/durable.ts'
import type { Unread } from '../journal/list.ts'
import { decodeEntry } from '../journal/markdown.ts'
import type { FoundEntry } from '../journal/oldest-first.ts'
import { openJournal } from '../journal/store.ts'
import type { Journal } from '../journal/store.ts'
import { readMarkdown } from '../markdown/read.ts'
import type { Pack } from '../pack/model.ts'
import { visible } from '../terminal/width.ts'
import { selected, withinJournal } from './export-selection.ts'
import type { Selection } from './export-selection.ts'
import { Tally } from './export-tally.ts'
import { journalOf, packsOf, titlesOf } from './options.ts'
import type { GlobalOptions } from './options.ts'
import { Spool } from './spool.ts'

/** The formats, each loaded when it is asked for. */
const formats = {
  md: async () => (await import('../export/markdown.ts')).markdown,
  html: async () => (await import('../export/html/index.ts')).htmlFormat(),
  docx: async () => (await import('../export/docx/index.ts')).docx,
  txt: async () => (await import('../export/text.ts')).text,
  json: async () => (await import('../export/json.ts')).json
} as const satisfies Record<FormatName, () => Promise<Format>>

export interface ExportOptions extends GlobalOptions, Selection {
  /** Where absent, the output's ending tells it. */
  readonly format?: FormatName
  readonly output?: string
  /** True for `--without-questions`. */
  readonly withoutQuestions?: boolean
  readonly includePrivate?: boolean
  readonly force?: boolean
}

/** An export on its way. */
interface Export {
  readonly journal: Journal
  readonly packs: readonly Pack[]
  readonly options: ExportOptions
  readonly context: Context
  readonly name: FormatName
  readonly format: Format
  readonly style: Omit<ExportStyle, 'alone'>
  readonly tally: Tally
}

/** Copies entries out of the journal. What is private stays, unless it is asked for. */
export async function run(options: ExportOptions, context: Context): Promise<ExitCode> {
  const name = options.format ?? formatOf(options.output)
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
  return tally.isWhole ? ExitCode.done : ExitCode.failed
}

/** What the ending of a file's name says; Markdown where it says nothing. */
function formatOf(output = ''): FormatName {
  const ending = path.extname(output).slice(1).toLowerCase()
  return Object.hasOwn(formats, ending) ? (ending as FormatName) : 'md'
}

async function toStandardOutput(going: Export): Promise<void> {
  const { stdout } = going.context
  // On a terminal what stands in an entry must not steer it.
  await writeDocument(outgoing(going), going, (piece) =>
    stdout.write(stdout.isTTY ? visible(Buffer.from(piece).toString(), { newlines: true }) : piece)
  )
}

async function toFile(file: string, going: Export): Promise<void> {
  await writingTo(file, going, (write) => writeDocument(outgoing(going), going, write))
}

/** One file an entry, under the name that it has in the journal. */
async function toFolder(folder: string, going: Export): Promise<void> {
  if (going.options.force !== true) {
    const nameOf = namer(folder, going)
    for await (const day of selected(going)) for (const { file } of day) refuseOld(nameOf(file), going)
  }
  ensureFolder(folder)
  const nameOf = namer(folder, going)
  for await (const day of outgoing(going))
    for (const one of day) await writingTo(nameOf(one.file), going, (write) => writeDocument([[one]], going, write))
}

/** Names for files in a folder, each once: entries of several years may be called alike by hand. */
function namer(folder: string, { name }: Export): (file: string) => string {
  const taken = new Set<string>()
  return (file) => {
    const stem = path.basename(file, '.md')
    let free = stem
    for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${stem}-${number}`
    taken.add(free.toLowerCase())
    return path.join(folder, `${free}.${name}`)
  }
}

type Write = (piece: string | Uint8Array) => void

/** Has a file written; it is there once all of it is, and never over another one unasked. */
async function writingTo(file: string, going: Export, work: (write: Write) => Promise<void>): Promise<void> {
  refuseOld(file, going)
  const growing = new GrowingFile(file)
  try {
    await work((piece) => growing.write(piece))
    if (!growing.settle(going.options.force === true)) refuseOld(file, going)
  } finally {
    growing.abandon()
  }
}

function refuseOld(file: string, { options, context }: Export): void {
  if (options.force !== true && fs.existsSync(file)) throw new UsageError(context.words.commands.export.exists(file))
}

function isFolder(file: string): boolean {
  return fs.statSync(file, { throwIfNoEntry: false })?.isDirectory() === true
}

/** Entries on their way out, day by day; each is only made when its turn comes. */
type Outflow = AsyncIterable<Iterable<Outgoing>> | Iterable<Iterable<Outgoing>>

async function* outgoing(going: Export): AsyncGenerator<Iterable<Outgoing>> {
  for await (const day of selected(going)) yield goingOut(day, going)
}

/** The entries of one day as they go out, and counted. */
function* goingOut(day: readonly (FoundEntry | Unread)[], going: Export): Generator<Outgoing> {
  const { journal, options, context, name, tally } = going
  for (const found of day) {
    if ('why' in found) tally.unread(found)
    else if (name === 'json' && !found.isWhole)
      tally.unread({ file: found.file, why: context.words.journal.notUtf8(found.file) })
    else {
      const entry = decodeEntry(found.text)
      tally.count(entry)
      const kept = options.includePrivate === true ? entry : withoutPrivate(entry)
      yield { entry: kept, file: withinJournal(found.file, journal) }
    }
  }
}

/** One document of all of them. */
async function writeDocument(all: Outflow, { format, style }: Export, write: Write): Promise<void> {
  const [contents, bodies] = [new Spool(), new Spool()]
  try {
    const maker = await makeDocument(all, (alone) => format({ ...style, alone }), contents, bodies)
    const { top, middle, bottom } = maker.frame()
    const text = joined([[top], contents.take(), [middle], bodies.take(), [bottom]])
    for (const piece of maker.wrap?.(text) ?? text) write(piece)
  } finally {
    contents.close()
    bodies.close()
  }
}

/** Gives every entry to the document's maker, which is chosen when it is known whether there is one entry only. */
async function makeDocument(
  all: Outflow,
  makerFor: (alone: boolean) => DocumentMaker,
  contents: Spool,
  bodies: Spool
): Promise<DocumentMaker> {
  let maker: DocumentMaker | undefined
  let waiting: Outgoing | undefined
  const add = (one: Outgoing, to: DocumentMaker) => {
    const share = to.share(one)
    contents.add(share.contents)
    bodies.add(share.body)
    return to
  }
  for await (const day of all) {
    for (const one of day) {
      if (waiting !== undefined) maker = add(waiting, maker ?? makerFor(false))
      waiting = one
    }
  }
  maker ??= makerFor(waiting !== undefined)
  return waiting === undefined ? maker : add(waiting, maker)
}

function* joined(parts: readonly Iterable<string | Uint8Array>[]): Generator<string | Uint8Array> {
  for (const part of parts) yield* part
}

import fs from 'node:fs'
import path from 'node:path'
import type { Context } from '../context.ts'
import { ExitCode, UsageError } from '../errors.ts'
import { countAnswers, exportedEntry, withoutPrivate } from '../export/json.ts'
import { entryMarkdown } from '../export/markdown.ts'
import type { Entry, Listed } from '../journal/model.ts'
import { replaceFile } from '../journal/durable.ts'
import { openJournal } from '../journal/store.ts'
import type { Journal } from '../journal/store.ts'
import { dayOf } from '../time.ts'
import { journalOf } from './options.ts'
import type { GlobalOptions } from './options.ts'

export interface ExportOptions extends GlobalOptions {
  /** Entries or packs by name; none: every finished entry. */
  readonly which: readonly string[]
  readonly format: 'md' | 'json'
  readonly output?: string
  readonly since?: string
  readonly until?: string
  /** False for `--without-questions`. */
  readonly withoutQuestions?: boolean
  readonly includePrivate?: boolean
  readonly force?: boolean
}

/** An entry on its way out, with its file. */
interface Going {
  readonly entry: Entry
  readonly file: string
}

/** Copies entries out of the journal. What is private stays, unless it is asked for. */
export async function run(options: ExportOptions, context: Context): Promise<ExitCode> {
  const journal = openJournal(journalOf(options, context))
  const going = (await chosen(journal, options, context)).map(({ file }) => ({ file, entry: journal.read(file) }))
  const isFolder =
    options.output !== undefined &&
    (options.output.endsWith('/') || isDirectory(path.resolve(context.cwd, options.output)))
  if (options.output === undefined) context.stdout.write(documentOf(going, options, context))
  else if (isFolder) writeFolder(going, options.output, options, context)
  else writeNew(path.resolve(context.cwd, options.output), documentOf(going, options, context), options, context)
  if (options.quiet !== true) context.stderr.write(`${account(going, options, context)}\n`)
  return ExitCode.done
}

/** What is exported: oldest first, each entry once. */
async function chosen(journal: Journal, options: ExportOptions, context: Context): Promise<Listed[]> {
  const { entries } = await journal.all({ status: 'finished', ...span(options) })
  const oldestFirst = entries.toReversed()
  if (options.which.length === 0) return oldestFirst
  const wanted = new Map<string, Listed>()
  for (const name of options.which) {
    const ofPack = oldestFirst.filter(({ pack }) => pack === name)
    for (const entry of ofPack.length > 0 ? ofPack : [await journal.find(name, context)]) wanted.set(entry.file, entry)
  }
  return [...wanted.values()].toSorted((a, b) => Date.parse(a.started) - Date.parse(b.started))
}

function span({ since, until }: ExportOptions) {
  return { ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) }
}

function documentOf(going: readonly Going[], options: ExportOptions, context: Context): string {
  if (options.format === 'json') {
    const entries = going.map(({ entry, file }) => exportedEntry(entry, file, options.includePrivate === true))
    return `${JSON.stringify({ format: 1, entries }, undefined, 2)}\n`
  }
  const several = going.length > 1
  const title = several ? `# ${context.words.commands.export.title}\n\n` : ''
  return title + going.map(({ entry }) => markdownOf(entry, several ? 2 : 1, options, context)).join('\n')
}

function markdownOf(entry: Entry, level: 1 | 2, options: ExportOptions, context: Context): string {
  const kept = options.includePrivate === true ? entry : withoutPrivate(entry)
  return entryMarkdown(kept, {
    questions: options.withoutQuestions !== true,
    level,
    subtitle: subtitleOf(entry, context),
    words: context.words.entry
  })
}

/** The line under an entry's title: the day it was begun, and its pack. */
export function subtitleOf({ head }: Entry, context: Context): string {
  return context.words.commands.export.subtitle(context.words.days.inWords(dayOf(head.started)), head.pack)
}

function writeFolder(going: readonly Going[], folder: string, options: ExportOptions, context: Context): void {
  const target = path.resolve(context.cwd, folder)
  fs.mkdirSync(target, { recursive: true, mode: 0o700 })
  for (const one of going) {
    const name = `${path.basename(one.file, '.md')}.${options.format}`
    writeNew(path.join(target, name), documentOf([one], options, context), options, context)
  }
}

function writeNew(file: string, text: string, options: ExportOptions, context: Context): void {
  if (options.force !== true && fs.existsSync(file)) throw new UsageError(context.words.commands.export.exists(file))
  replaceFile(file, Buffer.from(text))
}

function isDirectory(file: string): boolean {
  return fs.statSync(file, { throwIfNoEntry: false })?.isDirectory() === true
}

/** What went in, what came out, what stayed; and once, that other people may be in it. */
function account(going: readonly Going[], options: ExportOptions, context: Context): string {
  const counts = going.map(({ entry }) => countAnswers(entry))
  const total = (of: (count: { open: number; private: number }) => number) =>
    counts.reduce((sum, count) => sum + of(count), 0)
  const hidden = options.includePrivate === true ? 0 : total((count) => count.private)
  const answers = total((count) => count.open + count.private) - hidden
  return context.words.commands.export.account(going.length, answers, hidden)
}

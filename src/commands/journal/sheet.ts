import type { Context } from '../../context/context.ts'
import { ExitCode, LeftError, ReflectError, UsageError, WentBackError } from '../../context/errors.ts'
import { newSection } from '../../entry/codec.ts'
import { REPLY } from '../../entry/built-in.ts'
import type { Entry, Listed, Section } from '../../entry/model.ts'
import { withoutPrivate } from '../../export/entry.ts'
import { answersForSheet, isPlan, sheetOf, type SheetLines } from '../../export/sheet.ts'
import { readEntry, readWhole } from '../../journal/conflict-write.ts'
import type { Journal } from '../../journal/store.ts'
import { presentPrompts, privateIds } from '../../pack/privacy.ts'
import { inOneLine } from '../../questions/index.ts'
import type { Prompt } from '../../questions/shared/model.ts'
import type { Renderer } from '../../terminal/renderer.ts'
import { decode } from '../../text/decode.ts'
import { unixLines } from '../../text/lines.ts'
import { typedPath } from '../../text/typed-path.ts'
import { visible } from '../../text/visible.ts'
import { entryWords } from '../../words/index.ts'
import { EarlierPrivacy } from '../exchange/earlier-privacy.ts'
import { toFile, toStandardOutput } from '../exchange/export-targets.ts'
import { formatOf, formats } from '../exchange/export.ts'
import { bytesOf, nameOf } from '../exercises/answers.ts'
import { canAsk, entryNamed } from '../shared/choosing.ts'
import {
  choiceOption,
  defineCommand,
  entryArgument,
  flag,
  textOption,
  textsOption,
  type GlobalOptions,
  type OptionValues
} from '../shared/command.ts'
import { openedJournal } from '../shared/journal.ts'
import { packsOf, titlesOf, withRenderer } from '../shared/options.ts'
import { say, tell } from '../shared/output.ts'
import { print } from '../shared/print.ts'
import { entryLines } from './show.ts'

const sheetOptions = {
  line: textsOption('prompt', (words) => words.sheet.line),
  format: choiceOption(
    'format',
    ['md', 'html', 'docx', 'txt'],
    (words) => words.sheet.format,
    (words) => words.sheet.notAFormat
  ),
  output: textOption('path', (words) => words.sheet.output),
  force: flag((words) => words.export.force),
  reply: textOption('file', (words) => words.sheet.reply, ['line', 'format', 'output', 'force'])
}

type SheetOptions = OptionValues<typeof sheetOptions> & GlobalOptions

/** Makes a sheet of an entry for someone who listens, or puts their reply into the entry. */
export const sheetCommand = defineCommand({
  help: (words) => words.sheet.what,
  args: { entry: entryArgument },
  options: sheetOptions,
  async run(options, context) {
    const journal = openedJournal(options, context)
    const { entries } = journal.list({ status: 'finished' })
    const listed = await entryNamed(options.entry, entries, { options, context })
    if (options.reply !== undefined) return addReply(listed, options.reply, journal, context)
    await makeSheet(listed, journal, options, context)
  }
})

/**
 * Makes a sheet of an entry, and says what is on it. On a terminal, the user chooses the lines that no option names.
 *
 * @throws UsageError if the entry has nothing for a sheet, or the file exists; LeftError or WentBackError without a choice.
 */
export async function makeSheet(
  listed: Listed,
  journal: Journal,
  options: SheetOptions,
  context: Context
): Promise<void> {
  const source = sourceOf(listed, journal, context)
  const lines = await chosenLines(source, options, context)
  const written = await write(source, lines, options, context)
  report(source, lines, written, options, context)
}

/** An entry, and what of it is private. */
interface SheetSource {
  readonly entry: Entry
  readonly answers: readonly Section[]
  readonly privateIds: ReadonlySet<string>
  /** As it may leave the journal. */
  readonly title: string
}

function sourceOf(listed: Listed, journal: Journal, context: Context): SheetSource {
  const packs = packsOf({}, context)
  const now = presentPrompts(
    listed.exercise,
    packs.find(({ id }) => id === listed.pack)
  )
  const { entry } = readEntry(listed.file, { prompts: now.prompts ?? [] })
  const seen = new EarlierPrivacy({ journal, packs }).seenBy(entry.head)
  const answers = answersForSheet(entry)
  if (answers.length === 0) throw new UsageError(context.words.commands.sheet.nothing(visible(entry.head.title)))
  return {
    entry,
    answers,
    privateIds: privateIds(entry.sections, now, seen),
    title: withoutPrivate(entry, context.words, now, seen).head.title
  }
}

/** The answers that are named or chosen one by one, with the plan. Without a choice, the beginnings of all that are not private. */
async function chosenLines(source: SheetSource, options: SheetOptions, context: Context): Promise<SheetLines> {
  const { answers, privateIds: hidden } = source
  const open = answers.filter(({ id }) => !hidden.has(id))
  const isChosen = options.line !== undefined || canAsk(context)
  if (!isChosen && open.length === 0)
    throw new UsageError(context.words.commands.sheet.allPrivate(visible(source.title)))
  if (!isChosen) return { answers: open, isWhole: false }
  const ids = new Set(
    options.line?.map((name) => idNamed(name, answers, context)) ??
      (await withRenderer(options, context, (renderer) => askForLines(source, renderer, context)))
  )
  return { answers: answers.filter((each) => ids.has(each.id) || (isPlan(each) && open.includes(each))), isWhole: true }
}

/** The id of the answer that a name means: the id of its question, or a beginning of only one. */
function idNamed(name: string, answers: readonly Section[], { words }: Context): string {
  const ids = answers.map(({ id }) => id)
  const begun = ids.filter((id) => id.startsWith(name))
  const [found] = ids.includes(name) ? [name] : begun.length === 1 ? begun : []
  if (found === undefined) throw new UsageError(words.commands.sheet.unknownLine(visible(name), ids))
  return found
}

/** Asks which answers go on the sheet. @throws LeftError or WentBackError without a choice. */
async function askForLines(source: SheetSource, renderer: Renderer, context: Context): Promise<readonly string[]> {
  const prompt = promptFor(source, context)
  if (prompt === undefined) return []
  for (;;) {
    const result = await renderer.ask({ prompt, private: false, keep: () => true })
    if (result.kind === 'leave') throw new LeftError('', ExitCode.interrupted)
    if (result.kind === 'back') throw new WentBackError('')
    if (result.kind === 'skip') return []
    if (result.kind === 'answer' && Array.isArray(result.answer)) return result.answer.map(String)
  }
}

/** The question for the answers; undefined if there is only a plan. */
function promptFor({ entry, answers, privateIds: hidden }: SheetSource, { words }: Context): Prompt | undefined {
  const said = words.commands.sheet
  const offered = answers.filter((each) => hidden.has(each.id) || !isPlan(each))
  if (offered.length === 0) return undefined
  const spoken = entryWords(entry.head.language)
  const options = offered.map(({ id, title, prompt, body }) => {
    const begins = prompt !== undefined && body.kind === 'answered' ? inOneLine(prompt, body.answer, spoken) : ''
    return { id, label: title, note: [...(hidden.has(id) ? [said.isPrivate] : []), begins].join(': ') }
  })
  const pick = { min: 1, max: options.length }
  return { type: 'choices', id: '_sheet', ask: said.which, options, other: false, pick }
}

/** Writes the sheet to a file, or prints it. Gives the path of the file. */
async function write(
  { entry, title }: SheetSource,
  lines: SheetLines,
  options: SheetOptions,
  context: Context
): Promise<string | undefined> {
  const packs = packsOf({}, context)
  const sheet = sheetOf(entry, title, lines)
  const { output } = options
  if (output === undefined && options.format === undefined && context.stdout.isTTY) {
    await print(entryLines(sheet, packs, options, context), options, context)
    return undefined
  }
  const name = options.format ?? formatOf(output, context)
  const said = context.words.commands
  if (name === 'json') throw new UsageError(said.sheet.notAFormat)
  if (name === 'docx' && output === undefined) throw new UsageError(said.export.needsOutput)
  const style = { questions: false, comments: false, words: context.words, titles: titlesOf(packs) }
  const rendering = { format: formats[name](), style }
  const file = output === undefined ? undefined : typedPath(output, context)
  const target = file === undefined ? toStandardOutput(rendering, context) : toFile(file, rendering, options, context)
  try {
    target.add({ entry: sheet, file: '' })
    target.finish()
  } finally {
    target.close()
  }
  return file
}

/** Says what is on the sheet, and what is not. */
function report(
  { answers, privateIds: hidden }: SheetSource,
  lines: SheetLines,
  file: string | undefined,
  options: GlobalOptions,
  context: Context
): void {
  const said = context.words.commands.sheet
  const left = answers.filter((each) => !lines.answers.includes(each))
  const sentences = [
    ...(file === undefined ? [] : [said.written(visible(file))]),
    said.holds(lines.answers.map(({ title }) => visible(title))),
    ...(left.length === 0 ? [] : [said.left(left.length, left.filter(({ id }) => hidden.has(id)).length)])
  ]
  for (const sentence of sentences) say(sentence, options, context)
}

/** Adds the words of a file to an entry as a private section of its own, behind replies that are there. */
async function addReply({ file }: Listed, from: string, journal: Journal, context: Context): Promise<void> {
  const said = context.words.commands.sheet
  const { text, fault } = decode(await bytesOf(from, context))
  const name = visible(nameOf(from, context))
  if (fault !== undefined) throw new UsageError(context.words.commands.notUtf8(name, fault.encoding))
  const words = unixLines(text).replaceAll(/^\s*\n|\s+$/g, '')
  if (words === '') throw new UsageError(said.noWords(name))
  const { entry: before } = readWhole(file)
  const section = replySection(before, words)
  const saved = journal.replaceEntry(file, before, { ...before, sections: [...before.sections, section] })
  const isThere = journal.read(saved.file).sections.some(({ id, body }) => id === section.id && hasText(body, words))
  if (!isThere) throw new ReflectError(context.words.session.unsaved(words, ''))
  if (saved.conflict !== undefined)
    tell(context.words.session.conflict(file, saved.conflict.copy, saved.conflict.titles), context)
  tell(said.replied(visible(saved.file)), context)
}

function hasText(body: Section['body'], words: string): boolean {
  return body.kind === 'answered' && body.answer === words
}

function replySection({ head, sections }: Entry, answer: string): Section {
  const spoken = entryWords(head.language)
  const taken = new Set(sections.map(({ id }) => id))
  let id = REPLY
  for (let number = 2; taken.has(id); number++) id = `${REPLY}-${number}`
  const prompt: Prompt = { type: 'text', id, ...spoken.sheet.reply }
  return newSection(prompt, { kind: 'answered', answer, before: '', after: '' }, true, spoken, head.language)
}

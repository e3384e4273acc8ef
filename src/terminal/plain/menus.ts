import type { OverviewItem } from '../../interview/model.ts'
import type {
  OverviewResult,
  Exercise,
  LineQuestion,
  MenuItem,
  MenuResult,
  PageText,
  ReadingResult
} from '../renderer.ts'
import { QuestionIo, LeaveQuestion, type PlainIo, type QuestionExit } from './io/question-io.ts'
import { wrapShort } from '../../display/wrap.ts'
import { isSame } from '../../text/folding.ts'
import { optionOf } from '../../questions/shared/typed.ts'
import { tellFound } from './askers/choosing.ts'
import { readYesOrNo } from '../../questions/yes-no.ts'

/** Lists all prompts with numbers. A number goes to the prompt, an empty line is done. */
export async function chooseQuestion(
  items: readonly OverviewItem[],
  io: PlainIo,
  { title, how, at }: { title: string; how: string; at?: string }
): Promise<OverviewResult> {
  const { output, words } = io
  const said = words.walk.plain
  output.pause()
  output.say(title)
  output.say(said.questions(items.length))
  items.forEach((item, index) => output.say(said.numbered(index + 1, lineOf(item, item.id === at, io))))
  return askUntil<OverviewResult>(io, how, backOrLeave, (typed) =>
    typed === '' ? { kind: 'done' } : (chosenBy(typed, items, io) ?? said.unclear(typed))
  )
}

/** Maximum columns of an answer in an overview. */
const SUMMARY = 160

function lineOf(item: OverviewItem, isHere: boolean, { words }: PlainIo): string {
  const { states, privately, here } = words.walk.plain
  const why = item.inheritsFrom === undefined ? [] : [words.walk.rich.privateAs(item.inheritsFrom)]
  const facts = [states[item.state], ...(item.private ? [privately, ...why] : []), ...(isHere ? [here] : [])].join(', ')
  const [summary = ''] = wrapShort(item.summary, SUMMARY, 1)
  return `${item.title}${/[.?!:…]$/.test(item.title) ? '' : ':'} ${facts}${summary === '' ? '' : `. ${summary}`}`
}

function chosenBy(typed: string, items: readonly OverviewItem[], { words }: PlainIo): OverviewResult | undefined {
  const [, word = '', number] = /^:?(\p{L}+)\s+(\d+)$/u.exec(typed) ?? []
  if (words.walk.typed.private.some((name) => isSame(name, word))) {
    const item = items[Number(number) - 1]
    return item && { kind: 'privacy', prompt: item.id, private: !item.private }
  }
  const item = optionOf(
    typed,
    items.map(({ id, title }) => ({ id, label: title }))
  )
  return item && { kind: 'go', to: item.id }
}

/** Asks for one of several items, by number or the beginning of its label. */
export async function choose<T>(question: string, items: readonly MenuItem<T>[], io: PlainIo): Promise<MenuResult<T>> {
  const { output, words } = io
  const said = words.walk.plain
  output.pause()
  output.say(question)
  output.say(said.choices(items.length))
  items.forEach((item, index) => output.say(said.numbered(index + 1, item.label, noteOf(item))))
  return askUntil<MenuResult<T>>(io, said.chooseLine, backOrLeave, (typed) => {
    const item = optionOf(typed, items)
    if (item !== undefined) return { kind: 'chosen', value: item.value }
    if (typed === '') return said.chooseLine
    return tellFound(typed, items, io) ? '' : said.unclear(typed)
  })
}

/** Maximum columns of the preview of an item. */
const PREVIEW = 60

function noteOf({ note = '', aside = '', preview }: MenuItem<unknown>): string | undefined {
  const [more = ''] = wrapShort(preview?.() ?? '', PREVIEW, 1)
  const facts = [aside, note].filter((part) => part !== '').join(', ')
  return [facts, more].filter((part) => part !== '').join(': ') || undefined
}

/** Says a page, and asks for one of its rows if someone types. An empty line is the first row. */
export async function showPage<T>(
  { title, lines }: PageText,
  rows: readonly MenuItem<T>[],
  io: PlainIo
): Promise<MenuResult<T>> {
  const { output, words } = io
  const said = words.walk.plain
  output.pause()
  for (const line of [title, ...lines]) if (line !== '') output.say(line)
  if (!io.lines.isTyped) return { kind: 'back' }
  output.pause()
  output.say(said.choices(rows.length))
  rows.forEach(({ label, note }, index) => output.say(said.numbered(index + 1, label, note)))
  return askUntil<MenuResult<T>>(io, said.pageLine, backOrLeave, (typed) => {
    const row = typed === '' ? rows[0] : optionOf(typed, rows)
    return row === undefined ? said.unclear(typed) : { kind: 'chosen', value: row.value }
  })
}

/** Asks for one line. An empty one means the preset. */
export async function askLine(
  { question, preset, progress, fault }: LineQuestion,
  io: PlainIo
): Promise<MenuResult<string>> {
  const { output, words } = io
  const said = words.walk.plain
  const how = preset === undefined ? said.writeLine : said.writeLineOr(preset)
  output.pause()
  if (progress !== undefined) output.say(said.question(progress.question, progress.of))
  output.say(question)
  return askUntil<MenuResult<string>>(io, how, backOrLeave, (typed) => {
    const value = typed || (preset ?? '')
    return fault?.(value) ?? { kind: 'chosen', value }
  })
}

/** Asks yes or no. An empty line means the preset. Gives false for going back, and undefined for leaving. */
export async function confirm(question: string, preset: boolean, io: PlainIo): Promise<boolean | undefined> {
  const said = io.words.walk.plain
  io.output.say(question)
  return askUntil<boolean | undefined>(
    io,
    said.yesNoPreset(preset),
    (way) => (way === 'back' ? false : undefined),
    (typed, { typing }) => (typed === '' ? preset : (readYesOrNo(typed, typing) ?? said.notYesNo(typed)))
  )
}

/**
 * Says `how`, and reads a line, until `read` gives a result. A sentence says why there is none; '' adds nothing. `left`
 * gives the result of leaving.
 */
async function askUntil<R>(
  io: PlainIo,
  how: string,
  left: (way: QuestionExit) => R,
  read: (typed: string, input: QuestionIo) => R | string
): Promise<R> {
  const input = new QuestionIo(io, { ways: ['back'] })
  return leaving(async () => {
    io.output.say(how)
    for (;;) {
      const result = read(await input.phrase(), input)
      if (typeof result !== 'string') return result
      if (result !== '') io.output.say(result)
    }
  }, left)
}

function backOrLeave(way: QuestionExit): { kind: 'back' } | { kind: 'leave' } {
  return { kind: way === 'back' ? 'back' : 'leave' }
}

/** Says a line and waits for Enter. False if the learner leaves. */
export function waitForEnter(line: string, io: PlainIo): Promise<boolean> {
  io.output.say(line)
  return leaving(
    async () => {
      await new QuestionIo(io, { ways: [] }).waitForEnter()
      return true
    },
    () => false
  )
}

/** Says what an exercise is about, and waits until the learner begins. */
export async function waitToBegin(
  { title, purpose, minutes, questions, reading, pictures = [] }: Exercise,
  io: PlainIo
): Promise<ReadingResult> {
  const { output } = io
  const { begin, ...said } = io.words.walk.plain
  output.say(title)
  if (purpose !== undefined) output.say(purpose)
  output.say(minutes === undefined ? said.questions(questions) : said.minutes(minutes, questions))
  if (reading !== undefined) {
    output.pause()
    await output.read(reading)
    if (pictures.length > 0) output.say(said.pictureHere)
  }
  output.pause()
  output.say(begin)
  const picture = pictures.length === 0 ? {} : { picture: () => output.say(io.open(pictures)) }
  const input = new QuestionIo(io, { ways: ['skip', 'back'], ...picture })
  return leaving<ReadingResult>(
    async () => {
      await input.waitForEnter()
      return 'next'
    },
    (way) => (way === 'skip' ? 'next' : way === 'back' ? 'back' : 'leave')
  )
}

/** The result of the work, or the result of leaving it. */
async function leaving<T>(work: () => Promise<T>, left: (way: QuestionExit) => T): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof LeaveQuestion) return left(error.way)
    throw error
  }
}

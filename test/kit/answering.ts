import { afterDiscussion, begin, reply, start } from '../../src/interview/walk.ts'
import { view } from '../../src/interview/view.ts'
import type { InterviewContext } from '../../src/interview/view.ts'
import type {
  Answer,
  AnswerOf,
  Prompt,
  PromptOf,
  PromptType,
  Row,
  TablePrompt
} from '../../src/questions/shared/model.ts'
import type { TestTerminal } from './terminal.ts'

/** A resolved prompt, and a learner's answer to it; undefined if it is only read. */
export interface Said {
  readonly prompt: Prompt
  readonly answer: Answer | undefined
}

/**
 * A whole walk by a learner, in the order in which it is asked. `change` puts other words in answers, or leaves a question out with
 * undefined; without it everything is answered.
 */
export function answering(
  scene: InterviewContext,
  change = (_prompt: Prompt, answer: Answer, _number: number): Answer | undefined => answer
): Said[] {
  const said: Said[] = []
  for (let walk = start(scene, begin()); walk.step.at === 'prompt' || walk.step.at === 'discussion';) {
    if (walk.step.at === 'discussion') {
      walk = afterDiscussion(scene, walk, 'next')
      continue
    }
    const { id } = walk.step
    const prompt = view(scene, walk).find((seen) => seen.prompt.id === id)!.prompt
    const usual = learnerOf(prompt).answer(prompt)
    const answer = usual === undefined ? undefined : change(prompt, usual, said.length)
    if (said.some((before) => before.prompt.id === id && before.answer !== undefined))
      throw new Error(`The answer to "${id}" does not answer it: ${JSON.stringify(usual)}`)
    said.push({ prompt, answer })
    walk = reply(
      scene,
      walk,
      answer === undefined ? { kind: usual === undefined ? 'seen' : 'skip' } : { kind: 'answer', answer }
    )
  }
  return said
}

/** Waits until a prompt is asked. */
export function asked(terminal: TestTerminal, { prompt }: Said): Promise<string> {
  const beginning = prompt.ask
    .replaceAll(/[\\*_]/g, '')
    .trim()
    .split(/\s+/)
    .slice(0, 3)
    .join(' ')
  return terminal.until((screen) => screen.replaceAll(/\s+/g, ' ').includes(beginning))
}

/** The answers as `--answers` takes them. */
export function asAnswers(said: readonly Said[]): Record<string, Answer> {
  return Object.fromEntries(said.flatMap(({ prompt, answer }) => (answer === undefined ? [] : [[prompt.id, answer]])))
}

/** What a learner does with a prompt of one type: a plausible answer, and how it is given in each terminal. */
interface Learner<T extends PromptType> {
  /** Undefined for a prompt that is only read. */
  answer(prompt: PromptOf<T>): AnswerOf[T] | undefined
  /** The lines that are typed in plain mode. */
  lines(prompt: PromptOf<T>, answer: AnswerOf[T]): string[]
  /** The keys that are pressed in rich mode; each item is typed by itself. */
  keys(prompt: PromptOf<T>, answer: AnswerOf[T]): string[]
}

const down = '\u001B[B'
const enter = '\r'
const tab = '\t'

const numberOf = ({ options }: PromptOf<'choice' | 'choices' | 'ranking'>, id: unknown) =>
  options.findIndex((option) => option.id === id) + 1

const learners: { readonly [T in PromptType]: Learner<T> } = {
  text: {
    answer: ({ lines }) =>
      lines === 1
        ? 'opening the café on Sundays'
        : 'A first paragraph, with an é and 日本.\n\nA second one: it holds 👩‍👩‍👧 and ends here.',
    lines: ({ lines, startWith }, answer) =>
      lines === 1 ? [answer] : [...(startWith === undefined ? [] : [':again']), ...answer.split('\n'), '.'],
    keys: ({ lines, startWith }, answer) => [
      // Ctrl-U removes the words that the answer begins with.
      ...(startWith === undefined ? [] : ['\u0015']),
      ...(lines === 1 ? [answer, enter] : [pasted(answer), tab])
    ]
  },
  list: {
    answer: ({ items }) => Array.from({ length: Math.max(2, items.min ?? 0) }, (_, index) => `item ${index + 1}`),
    lines: (_, answer) => [...answer, ''],
    keys: (_, answer) => [...answer.flatMap((item) => [item, enter]), tab]
  },
  choice: {
    answer: ({ options }) => options[0]!.id,
    lines: (prompt, answer) => [String(numberOf(prompt, answer))],
    keys: (prompt, answer) => [...Array.from({ length: numberOf(prompt, answer) }, () => down), enter]
  },
  choices: {
    answer: ({ options, pick }) => options.slice(0, Math.max(1, pick.min ?? 1)).map(({ id }) => id),
    lines: (prompt, answer) => [answer.map((id) => numberOf(prompt, id)).join(' ')],
    keys: (_, answer) => [...answer.flatMap(() => [down, ' ']), tab]
  },
  scale: {
    answer: ({ statements, from, to }) =>
      statements.length === 0 ? to - 1 : Object.fromEntries(statements.map(({ id }) => [id, from + 1])),
    lines: (_, answer) => (typeof answer === 'number' ? [String(answer)] : Object.values(answer ?? {}).map(String)),
    keys: (_, answer) =>
      typeof answer === 'number' ? [String(answer), enter] : [...Object.values(answer ?? {}).map(String), tab]
  },
  ranking: {
    answer: ({ options }) => options.map(({ id }) => id).toReversed(),
    lines: (prompt, answer) => [answer.map((id) => numberOf(prompt, id)).join(' ')],
    keys: ({ options }, answer) => [
      ...rankingKeys(
        options.map(({ id }) => id),
        answer
      ),
      tab
    ]
  },
  table: { answer: tableAnswer, lines: tableLines, keys: tableKeys },
  sentence: {
    answer: ({ gaps }) => Object.fromEntries(Object.keys(gaps).map((gap) => [gap, `words for ${gap}`])),
    lines: (_, answer) => Object.values(answer),
    keys: (_, answer) => Object.values(answer).flatMap((words) => [words, enter])
  },
  plan: {
    answer: () => ({ if: 'the meeting begins', then: 'ask who is missing' }),
    lines: (_, answer) => Object.values(answer),
    keys: (_, answer) => Object.values(answer).flatMap((words) => [words, enter])
  },
  number: {
    answer: ({ min }) => min ?? 3,
    lines: (_, answer) => [String(answer)],
    keys: (_, answer) => [String(answer), enter]
  },
  date: {
    answer: ({ earliest }) => earliest ?? '2026-12-24',
    lines: (_, answer) => [answer],
    keys: (_, answer) => [answer, enter]
  },
  'yes-no': { answer: () => true, lines: () => ['yes'], keys: () => ['y', tab] },
  note: { answer: () => undefined, lines: () => [''], keys: () => [enter] },
  recall: {
    answer: ({ reword }) => (reword ? 'Put differently now.' : undefined),
    lines: (_, answer) => [...answer.split('\n'), '.'],
    // The old words are selected, and replaced.
    keys: (_, answer) => ['\u001B[1;6H', pasted(answer), tab]
  }
}

function learnerOf(prompt: Prompt): Learner<PromptType> {
  return learners[prompt.type]
}

/** The lines that a learner types in plain mode to say this. */
export function linesFor({ prompt, answer }: Said): string[] {
  return answer === undefined ? [''] : learnerOf(prompt).lines(prompt, answer)
}

/** The keys that a learner presses at the full screen to say this; each item is typed by itself. */
export function keysFor({ prompt, answer }: Said): string[] {
  return answer === undefined ? [enter] : learnerOf(prompt).keys(prompt, answer)
}

function tableAnswer(prompt: TablePrompt): Row[] {
  const given = prompt.rows.map(({ id }) => id)
  const missing = Math.max(1, (prompt.addRows?.min ?? 0) - given.length)
  const names = Array.from({ length: missing }, (_, index) => `somebody on the night shift${'.'.repeat(index)}`)
  const added = prompt.addRows === undefined ? [] : names
  return [...given, ...added].map(
    (row) => Object.fromEntries([['row', row], ...prompt.columns.map((column) => [column.id, cellOf(column)])]) as Row
  )
}

function cellOf({ type, options }: PromptOf<'table'>['columns'][number]): string | boolean {
  return type === 'text' ? 'some words' : type === 'choice' ? options[0]!.id : true
}

function tableLines(prompt: TablePrompt, rows: readonly Row[]): string[] {
  const given = new Set(prompt.rows.map(({ id }) => id))
  const lines = rows.flatMap((row) => [
    ...(given.has(row.row) ? [] : [row.row]),
    ...prompt.columns.map((column) => cellLine(column, row[column.id]!))
  ])
  const full = rows.length >= prompt.rows.length + (prompt.addRows?.max ?? Infinity)
  return prompt.addRows === undefined || full ? lines : [...lines, '']
}

function cellLine({ type, options }: TablePrompt['columns'][number], cell: string | boolean): string {
  if (type === 'choice') return String(options.findIndex(({ id }) => id === cell) + 1)
  return typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : cell
}

function pasted(text: string): string {
  return `\u001B[200~${text}\u001B[201~`
}

/** Gives the options their places one by one: the pointer stands at the first that has none, and the last follows by itself. */
function rankingKeys(options: readonly string[], order: readonly string[]): string[] {
  const left = [...options]
  return order.slice(0, -1).flatMap((id, index) => {
    const place = left.indexOf(id)
    left.splice(place, 1)
    // Before the first, the pointer is nowhere.
    return [...Array.from({ length: index === 0 ? place + 1 : place }, () => down), enter]
  })
}

function tableKeys(prompt: TablePrompt, rows: readonly Row[]): string[] {
  const given = new Set(prompt.rows.map(({ id }) => id))
  const cells = rows.flatMap((row) => [
    ...(given.has(row.row) ? [] : [row.row, enter]),
    ...prompt.columns.flatMap((column) => [column.type === 'text' ? String(row[column.id]) : ' ', enter])
  ])
  return [...cells, tab]
}

import { begin, reply, start } from '../../src/interview/walk.ts'
import { view } from '../../src/interview/view.ts'
import type { InterviewContext } from '../../src/interview/view.ts'
import type { Answer, Prompt, PromptOf, Row, TablePrompt } from '../../src/questions/shared/model.ts'

/** A prompt as it was posed, and what a learner says to it; undefined for what is only read. */
export interface Said {
  readonly prompt: Prompt
  readonly answer: Answer | undefined
}

/** A whole walk by a learner who answers everything, in the order in which it is asked. */
export function answering(scene: InterviewContext): Said[] {
  const said: Said[] = []
  for (let walk = start(scene, begin()); walk.step.at === 'prompt';) {
    const { id } = walk.step
    const prompt = view(scene, walk).find((seen) => seen.prompt.id === id)!.prompt
    const answer = answerTo(prompt)
    said.push({ prompt, answer })
    walk = reply(scene, walk, answer === undefined ? { kind: 'seen' } : { kind: 'answer', answer })
  }
  return said
}

/** The answers as `--answers` takes them. */
export function asAnswers(said: readonly Said[]): Record<string, Answer> {
  return Object.fromEntries(said.flatMap(({ prompt, answer }) => (answer === undefined ? [] : [[prompt.id, answer]])))
}

/** A plausible answer to any posed prompt. */
function answerTo(prompt: Prompt): Answer | undefined {
  switch (prompt.type) {
    case 'text':
      return prompt.lines === 1
        ? 'opening the café on Sundays'
        : 'A first paragraph, with an é and 日本.\n\nA second one: it holds 👩‍👩‍👧 and ends here.'
    case 'list':
      return Array.from({ length: Math.max(2, prompt.items.min ?? 0) }, (_, index) => `item ${index + 1}`)
    case 'choice':
      return prompt.options[0]!.id
    case 'choices':
      return prompt.options.slice(0, Math.max(1, prompt.pick.min ?? 1)).map(({ id }) => id)
    case 'scale':
      return prompt.statements.length === 0
        ? prompt.to - 1
        : Object.fromEntries(prompt.statements.map(({ id }) => [id, prompt.from + 1]))
    case 'ranking':
      return prompt.options.map(({ id }) => id).toReversed()
    case 'table':
      return tableAnswer(prompt)
    case 'sentence':
      return Object.fromEntries(Object.keys(prompt.gaps).map((gap) => [gap, `words for ${gap}`]))
    case 'plan':
      return { if: 'the meeting begins', then: 'ask who is missing' }
    case 'number':
      return prompt.min ?? 3
    case 'date':
      return prompt.earliest ?? '2026-12-24'
    case 'yes-no':
      return true
    case 'recall':
      return prompt.reword ? 'Put differently now.' : undefined
    case 'note':
      return undefined
  }
}

function tableAnswer(prompt: TablePrompt): Row[] {
  const given = prompt.rows.map(({ id }) => id)
  const added = prompt.addRows === undefined ? [] : ['somebody on the night shift']
  return [...given, ...added].map(
    (row) => Object.fromEntries([['row', row], ...prompt.columns.map((column) => [column.id, cellOf(column)])]) as Row
  )
}

function cellOf({ type, options }: PromptOf<'table'>['columns'][number]): string | boolean {
  return type === 'text' ? 'some words' : type === 'choice' ? options[0]!.id : true
}

/** The lines that a learner types in plain mode to say this. */
export function linesFor({ prompt, answer }: Said): string[] {
  if (answer === undefined) return ['']
  const options = 'options' in prompt ? prompt.options.map(({ id }) => id) : []
  const numberOf = (id: unknown) => String(options.indexOf(String(id)) + 1)
  switch (prompt.type) {
    case 'text':
      return prompt.lines === 1 ? [String(answer)] : [...String(answer).split('\n'), '.']
    case 'recall':
      return [...String(answer).split('\n'), '.']
    case 'list':
      return [...(answer as string[]), '']
    case 'choice':
      return [numberOf(answer)]
    case 'choices':
    case 'ranking':
      return [(answer as string[]).map(numberOf).join(' ')]
    case 'scale':
      return prompt.statements.length === 0 ? [String(answer)] : Object.values(answer as object).map(String)
    case 'table':
      return tableLines(prompt, answer as Row[])
    case 'sentence':
    case 'plan':
      return Object.values(answer as object)
    case 'yes-no':
      return ['yes']
    default:
      return [String(answer)]
  }
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

const down = '\u001B[B'
const right = '\u001B[C'
const enter = '\r'
const tab = '\t'

/** The keys that a learner presses at the full screen to say this; each item is typed by itself. */
export function keysFor({ prompt, answer }: Said): string[] {
  if (answer === undefined) return [enter]
  const place = (id: unknown) => ('options' in prompt ? prompt.options.findIndex((option) => option.id === id) : 0)
  switch (prompt.type) {
    case 'text':
      return prompt.lines === 1 ? [String(answer), enter] : [pasted(String(answer)), tab]
    case 'recall':
      return [pasted(String(answer)), tab]
    case 'list':
      return [...(answer as string[]).flatMap((item) => [item, enter]), tab]
    case 'choice':
      return [...Array.from({ length: place(answer) }, () => down), enter]
    case 'choices':
      return [...(answer as string[]).flatMap((_, index) => [...(index === 0 ? [] : [down]), ' ']), tab]
    case 'ranking':
      return [
        ...rankingKeys(
          prompt.options.map(({ id }) => id),
          answer as string[]
        ),
        tab
      ]
    case 'scale':
      return prompt.statements.length === 0
        ? [String(answer), enter]
        : [...Object.values(answer as object).map(String), tab]
    case 'table':
      return tableKeys(prompt, answer as Row[])
    case 'sentence':
    case 'plan':
      return Object.values(answer as object).flatMap((words: string) => [words, enter])
    case 'yes-no':
      return ['y', tab]
    default:
      return [String(answer), enter]
  }
}

function pasted(text: string): string {
  return `\u001B[200~${text}\u001B[201~`
}

/** Gives the options their places one by one: the pointer stands at the first that has none, and the last follows by itself. */
function rankingKeys(options: readonly string[], order: readonly string[]): string[] {
  const left = [...options]
  return order.slice(0, -1).flatMap((id) => {
    const place = left.indexOf(id)
    left.splice(place, 1)
    return [...Array.from({ length: place }, () => down), enter]
  })
}

function tableKeys(prompt: TablePrompt, rows: readonly Row[]): string[] {
  const given = new Set(prompt.rows.map(({ id }) => id))
  const cells = rows.flatMap((row) => [
    ...(given.has(row.row) ? [] : [row.row, enter]),
    ...prompt.columns.flatMap((column) => [column.type === 'text' ? String(row[column.id]) : right, enter])
  ])
  return [...cells, tab]
}

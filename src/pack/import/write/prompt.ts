import { written, type Answer, type Choice, type Column, type Point, type Question } from '../outline.ts'
import { asMarkdown } from '../clean.ts'
import { fold } from '../../../text/folding.ts'
import { titleOf } from '../recognise/questions.ts'
import { Ids } from './ids.ts'

/** Limits of a pack: options, statements or rows, and columns. */
const MOST = { options: 100, columns: 20, gaps: 30 }

/** A prompt as it is written, and what is needed to refer to it. */
export interface WrittenPrompt {
  readonly id: string
  readonly keys: Readonly<Record<string, unknown>>
  readonly points: readonly Point[]
  /** What a condition compares, by the name of an option in the document. */
  readonly values: ReadonlyMap<string, unknown>
}

/** Earlier questions, by their names in the document, with their full names. */
type Earlier = ReadonlyMap<string, { readonly exercise: string; readonly prompt: WrittenPrompt }>

/** What the prompts of an exercise share. */
export interface PromptContext {
  readonly exercise: string
  readonly ids: Ids
  readonly earlier: Earlier
}

/** The YAML of a question. */
export function promptOf(question: Question, { exercise, ids, earlier }: PromptContext): WrittenPrompt {
  const id = ids.of(question.name ?? titleOf(question.ask), 'question')
  const { answer, points, help } = fitting(question)
  const lists = listsOf(answer)
  const when = conditionOf(question, exercise, earlier)
  const source = answer.rowsFrom === undefined ? undefined : earlier.get(answer.rowsFrom)
  const rowsFrom = source?.exercise === exercise ? source.prompt.id : undefined
  const helps = [question.help, help]
    .filter((each) => each !== undefined)
    .map(text)
    .join('\n\n')
  const keys = {
    id,
    ...(answer.type === written.type ? {} : { type: answer.type }),
    ...(question.title === undefined ? {} : { title: text(question.title) }),
    ask: text(question.ask),
    ...(helps === '' ? {} : { help: helps }),
    ...(question.example === undefined ? {} : { example: text(question.example) }),
    ...when.keys,
    ...numericLabels(answer.keys),
    ...lists.keys,
    ...(answer.rowsFrom === undefined
      ? {}
      : rowsFrom === undefined
        ? { add_rows: { max: 10 } }
        : { rows_from: rowsFrom })
  }
  return { id, keys, points: [...points, ...when.points], values: lists.values }
}

/** Text without tabs, and without space around it. */
function text(words: string): string {
  return words.replaceAll('\t', '    ').replaceAll(/[ ]+$/gm, '').trim()
}

/** The question within the limits of a pack: with too many options it is written, and they are in the help. */
function fitting({ answer, points = [] }: Question): { answer: Answer; points: readonly Point[]; help?: string } {
  const { options = [], statements = [], rows = [], columns = [] } = answer
  const most = Math.max(
    options.length,
    statements.length,
    rows.length,
    ...columns.map((column) => column.options?.length ?? 0)
  )
  if (most <= MOST.options && columns.length <= MOST.columns) return { answer, points }
  const all = [...options, ...statements, ...rows].map(({ label }) => label).concat(columns.map(({ title }) => title))
  return {
    answer: written,
    points: [...points, { code: 'too-many', detail: String(Math.max(most, columns.length)) }],
    help: all.map((label) => `- ${asMarkdown(label)}`).join('\n')
  }
}

/** Options, statements, rows and columns with their ids, and what conditions compare. */
function listsOf({ options, statements, rows, columns, values: answered }: Answer): {
  keys: Record<string, unknown>
  values: ReadonlyMap<string, unknown>
} {
  const named = options === undefined ? undefined : withIds(options)
  const values = answered ?? new Map(named?.map(({ id, name = '' }) => [name, id]))
  return {
    values,
    keys: {
      ...(named === undefined ? {} : { options: mapping(named) }),
      ...(statements === undefined
        ? {}
        : { statements: withIds(statements, 'statement').map(({ id, label }) => ({ id, text: label })) }),
      ...(columns === undefined ? {} : { columns: columnsOf(columns) }),
      ...(rows === undefined ? {} : { rows: mapping(withIds(rows, 'line')) })
    }
  }
}

interface Named extends Choice {
  readonly id: string
}

/** Choices with their ids; the same label counts once. */
function withIds(choices: readonly Choice[], otherwise = 'option'): Named[] {
  const ids = new Ids()
  const labels = new Set<string>()
  return choices.flatMap((choice) => {
    const label = text(choice.label).replaceAll(/\s+/g, ' ')
    const key = fold(label).toLowerCase()
    if (label === '' || labels.has(key)) return []
    labels.add(key)
    const isName = choice.name !== undefined && /^[a-z]/i.test(choice.name)
    return [{ ...choice, label, id: ids.of(isName ? (choice.name ?? '') : label, otherwise) }]
  })
}

function mapping(choices: readonly Named[]): unknown {
  if (choices.every(({ note }) => note === undefined))
    return Object.fromEntries(choices.map(({ id, label }) => [id, label]))
  return choices.map(({ id, label, note }) => (note === undefined ? { id, label } : { id, label, note }))
}

function columnsOf(columns: readonly Column[]): unknown[] {
  const ids = new Ids()
  return columns.map(({ title, type, options }) => ({
    id: ids.of(title, 'column'),
    title: text(title).replaceAll(/\s+/g, ' '),
    ...(type === undefined ? {} : { type }),
    ...(options === undefined ? {} : { options: mapping(withIds(options)) })
  }))
}

/** The numbers of labels as numbers, which YAML writes without quotes. */
function numericLabels(keys: Answer['keys'] = {}): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(keys).map(([key, value]) =>
      key === 'labels' && typeof value === 'object' && value !== null
        ? [
            key,
            new Map(
              Object.entries(value).map(([number, label]) => [Number(number), String(label).replaceAll(/\s+/g, ' ')])
            )
          ]
        : [key, value]
    )
  )
}

/** The condition as a key, or a point if the pack cannot have it. */
function conditionOf(
  { when }: Question,
  exercise: string,
  earlier: Earlier
): { keys: Record<string, unknown>; points: readonly Point[] } {
  if (when === undefined) return { keys: {}, points: [] }
  const before = earlier.get(when.name)
  const values = when.options.map((option) => before?.prompt.values.get(option))
  if (before === undefined || values.some((value) => value === undefined))
    return { keys: {}, points: [{ code: 'condition', detail: `${when.name} = ${when.options.join(', ')}` }] }
  const name = before.exercise === exercise ? before.prompt.id : `${before.exercise}/${before.prompt.id}`
  const [first] = values
  if (values.length === 1)
    return { keys: { when: { [name]: typeof first === 'number' ? { is: first } : first } }, points: [] }
  return {
    keys: {
      when: typeof first === 'string' ? { [name]: values } : { any: values.map((value) => ({ [name]: { is: value } })) }
    },
    points: []
  }
}

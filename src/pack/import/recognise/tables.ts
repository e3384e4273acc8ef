import { oneLine, written, type Answer, type Choice, type Point } from '../outline.ts'
import type { Guess } from './answer.ts'
import { scaleAnswer } from './answer.ts'
import { blanksIn, splitMarker, withoutBlanks, type Table } from './blocks.ts'
import { isAsking } from './phrases.ts'
import { isYesAndNo, scaleOf } from './scales.ts'

/** What a table of a document is. */
export type TableMeaning =
  /** One question, which the text before it may ask. `corner` is the first cell. */
  | { readonly kind: 'question'; readonly guess: Guess; readonly corner: string }
  /** A question in each row: its words, what is written beside it, and its kind. */
  | {
      readonly kind: 'rows'
      readonly rows: readonly { readonly ask: string; readonly help: string; readonly answer: Answer }[]
    }
  /** Something to read. */
  | { readonly kind: 'passage' }

/** Signs that people put where an answer goes. */
const EMPTY = /^[\s☐□❏▢◻⬜○◯⚪_.…\-–]*$|^\[ ?\]$|^\( ?\)$/u

/** Tells what a table asks for. */
export function meaningOf({ rows: all }: Table): TableMeaning {
  const trimmed = all.map((row) => row.map((cell) => cell.trim()))
  const rows = trimmed.slice(
    Math.max(
      0,
      trimmed.findIndex((row) => row.some((cell) => cell !== ''))
    )
  )
  const width = Math.max(0, ...rows.map((row) => row.length))
  const [head = [], ...body] = rows
  if (width < 2 || rows.length === 0) return { kind: 'passage' }
  const scale = body.length === 0 ? undefined : ratingIn(head, body)
  if (scale !== undefined)
    return { kind: 'question', guess: scale, corner: scaleRepeats(head, body) ? '' : (head[0] ?? '') }
  if (rows.every((row) => row[0] !== '' && row.slice(1).every(isEmpty))) {
    if (width === 2) return { kind: 'rows', rows: rows.map(([label = '']) => rowQuestion(label)) }
  }
  if (
    width === 2 &&
    head.every((cell) => cell !== '') &&
    body.length > 0 &&
    body.every(([label = '', room = '']) => label !== '' && isEmpty(room))
  ) {
    if (body.some(([label = '']) => isAsking(label)) || isAnswerHead(head[1] ?? ''))
      return { kind: 'rows', rows: body.map(([label = '']) => rowQuestion(label)) }
  }
  return gridOf(head, body, width)
}

function isEmpty(cell: string): boolean {
  return EMPTY.test(cell) || (blanksIn(cell) > 0 && withoutBlanks(cell) === '')
}

function isAnswerHead(cell: string): boolean {
  return /\b(?:answers?|response|reply|notes?|comments?|reflections?|thoughts?|ateb|antwort|réponse)\b/i.test(cell)
}

function rowQuestion(label: string): { readonly ask: string; readonly help: string; readonly answer: Answer } {
  return { ask: withoutBlanks(label), help: '', answer: isAsking(label) || label.length > 60 ? written : oneLine }
}

/** Statements and a scale. */
function ratingIn(head: readonly string[], body: readonly (readonly string[])[]): Guess | undefined {
  const degrees = head.slice(1).filter((cell) => cell !== '')
  const scale = scaleOf(degrees)
  const statements = withoutNumbers(
    (scaleRepeats(head, body) ? [head, ...body] : body).map(([label = '']) => label).filter((label) => label !== '')
  )
  // Many forms repeat the numbers in each row.
  const isFree = body.every((row) =>
    row.slice(1).every((cell) => isEmpty(cell) || /^[-+]?\d{1,2}$/.test(cell) || degrees.includes(cell))
  )
  if (!isFree || statements.length === 0) return undefined
  if (scale !== undefined && degrees.length > 2)
    return { answer: scaleAnswer(scale, choicesOf(statements)), points: lostRows(body) }
  if (isYesAndNo(degrees))
    return {
      answer: { type: 'table', rows: choicesOf(statements), columns: [{ title: degrees.join(' / '), type: 'yes-no' }] },
      points: []
    }
  const numbers = scaleOf((body[0] ?? []).slice(1))
  const same = body.every((row) => row.slice(1).join('|') === (body[0] ?? []).slice(1).join('|'))
  if (numbers === undefined || !same || (body[0]?.length ?? 0) < 4) return undefined
  return { answer: scaleAnswer(numbers, choicesOf(statements)), points: [] }
}

/** Whether each row, also the first, has the numbers of the scale, so that no row is a heading. */
function scaleRepeats(head: readonly string[], body: readonly (readonly string[])[]): boolean {
  const numbers = head.slice(1).join('|')
  return head[0] !== '' && numbers !== '' && body.every((row) => row.slice(1).join('|') === numbers)
}

/** Statements without their numbers, if each has one. */
function withoutNumbers(statements: readonly string[]): readonly string[] {
  const found = statements.map(splitMarker)
  return found.every(({ marker, rest }) => (marker === 'number' || marker === 'letter') && rest !== '')
    ? found.map(({ rest }) => rest)
    : statements
}

/** Rows without a first cell are left out of a scale. */
function lostRows(body: readonly (readonly string[])[]): Point[] {
  const lost = body
    .filter(([label = '']) => label === '')
    .map((row) => row.join(' ').trim())
    .filter((row) => row !== '')
  return lost.length === 0 ? [] : [{ code: 'row-left', detail: lost.join('; ') }]
}

/** A table to fill in, if at least half of the cells below the headings are empty. */
function gridOf(head: readonly string[], body: readonly (readonly string[])[], width: number): TableMeaning {
  const cells = body.flatMap((row) => Array.from({ length: width - 1 }, (_, index) => row[index + 1] ?? ''))
  const open = cells.filter(isEmpty).length
  if (body.length === 0 || open === 0 || open < cells.length / 2 || head.slice(1).every((cell) => cell === ''))
    return { kind: 'passage' }
  const labels = body.map(([label = '']) => label)
  const titles = Array.from({ length: width }, (_, index) => head[index] ?? '')
  const hasTicks = cells.some((cell) => /[☐□❏▢◻⬜○◯⚪]/u.test(cell))
  const columns = titles
    .slice(1)
    .map((title, index) => ({ title: title === '' ? `${index + 2}` : title, ...(hasTicks ? { type: 'yes-no' } : {}) }))
  const filled = cells.filter((cell) => !isEmpty(cell))
  const points: Point[] = [
    ...(filled.length > 0 ? [{ code: 'cells-left', detail: filled.join('; ') } as const] : []),
    ...(hasTicks ? [{ code: 'ticks', detail: '' } as const] : [])
  ]
  const rows = labels.filter((label) => !isEmpty(label))
  const keys = titles[0] === '' || titles[0] === undefined ? {} : { row_title: titles[0] }
  const own =
    rows.length === 0
      ? { keys: { ...keys, add_rows: { max: Math.max(3, body.length) } } }
      : { rows: choicesOf(rows), keys }
  return { kind: 'question', corner: titles[0] ?? '', guess: { answer: { type: 'table', columns, ...own }, points } }
}

/** Labels as choices, without repeats. */
function choicesOf(labels: readonly string[]): Choice[] {
  return [...new Set(labels.map((label) => label.replaceAll(/\s+/g, ' ').trim()))]
    .filter((label) => label !== '')
    .map((label) => ({ label }))
}

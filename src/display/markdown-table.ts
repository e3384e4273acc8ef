import type { Look } from './markdown-look.ts'
import { width } from './width.ts'
import { wrap } from './wrap.ts'

/** On a narrower screen a table that does not fit is written row by row. */
const NARROW = 50
/** The least width of a column that is made narrower. */
const SLIMMEST = 8

/** A table (head first) in lines of at most `columns`: in columns if there is room, otherwise row by row. */
export function tableLines(rows: readonly (readonly string[])[], columns: number, look: Look): string[] {
  const [head = [], ...body] = rows
  const widths = look.column === undefined ? undefined : fitted(rows, columns, width(look.column))
  if (widths === undefined || look.column === undefined) return told(head, body, columns)
  const { column } = look
  const strong = head.map((cell) => look.strong(cell))
  return [
    ...across(strong, widths, column),
    look.headRule(widths),
    ...body.flatMap((row) => across(row, widths, column))
  ]
}

/** The column widths; undefined if the columns do not fit side by side. */
function fitted(rows: readonly (readonly string[])[], columns: number, gap: number): number[] | undefined {
  const natural = (rows[0] ?? []).map((_, index) => Math.max(1, ...rows.map((row) => width(row[index] ?? ''))))
  const room = columns - gap * (natural.length - 1)
  if (sum(natural) <= room) return natural
  if (columns < NARROW || room < SLIMMEST * natural.length) return undefined
  return shrunk(natural, room)
}

/** Makes the widest columns narrower until all fit. */
function shrunk(natural: readonly number[], room: number): number[] {
  let limit = Math.max(...natural)
  while (sum(natural.map((columns) => Math.min(columns, limit))) > room) limit -= 1
  return natural.map((columns) => Math.min(columns, limit))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

/** One row, with as many lines as its highest cell. */
function across(row: readonly string[], widths: readonly number[], column: string): string[] {
  const cells = widths.map((columns, index) => wrap(row[index] ?? '', columns))
  const height = Math.max(...cells.map((lines) => lines.length))
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((lines, index) => padded(lines[line] ?? '', widths[index] ?? 0))
      .join(column)
      .trimEnd()
  )
}

function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - width(text)))
}

/** `Head: cell` on a line each, an empty line between rows; empty cells are left out. */
function told(head: readonly string[], body: readonly (readonly string[])[], columns: number): string[] {
  const rows = body.map((row) =>
    row.flatMap((cell, index) => (cell === '' ? [] : wrap(head[index] ? `${head[index]}: ${cell}` : cell, columns)))
  )
  return rows.filter((lines) => lines.length > 0).flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]))
}

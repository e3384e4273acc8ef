import { width } from '../../../../display/width.ts'
import { visible } from '../../../../text/visible.ts'
import { padTo, truncate, wrap, wrapShort } from '../../../../display/wrap.ts'
import type { Column, TablePrompt } from '../../../../questions/shared/model.ts'
import type { Frame, Size } from '../../../screen.ts'
import { flowParts, hang, pointerSign, stack, windowOf } from '../../parts/blocks.ts'
import { lineSign, viewLine } from '../../parts/field.ts'
import type { WidgetContext } from '../../parts/widget.ts'
import { NAME, type Cell, type TableState, type RowState } from './state.ts'

/** Columns of a text cell. Longer texts are cut; the current cell is shown in full below the table. */
const WORDS = 24
/** Columns of the names of added rows. */
const NAMES = 14

/** The table, cut to the room, and below it the current cell. */
export function viewTable(prompt: TablePrompt, state: TableState, room: Size, context: WidgetContext): Frame {
  const editor = viewCell(prompt, state, room, context)
  const rows = Math.max(2, room.rows - editor.lines.length - 1)
  return stack(viewGrid(prompt, state, { columns: room.columns, rows }, context), { lines: [''] }, editor)
}

/** The text of a cell. */
function shownIn(column: Column, cell: Cell | undefined, context: WidgetContext): string {
  if (cell === undefined) return ''
  if (column.type === 'text') return visible(cell.field.buffer.text)
  if (cell.picked === undefined) return ''
  return labelsOf(column, context).find(([value]) => value === cell.picked)?.[1] ?? ''
}

/** The values that can be chosen in a column, with their labels. */
export function labelsOf(column: Column, { words }: WidgetContext): [value: string | boolean, label: string][] {
  if (column.type === 'yes-no') {
    return [
      [true, words.entry.yes],
      [false, words.entry.no]
    ]
  }
  return column.options.map(({ id, label }) => [id, visible(label)])
}

function nameOf(row: RowState): string {
  return visible(row.given?.label ?? row.name.buffer.text)
}

/** Lines of a row's name and of a column's title; a longer one is cut. */
const NAME_LINES = 3

function viewGrid(prompt: TablePrompt, state: TableState, room: Size, context: WidgetContext): Frame {
  const { theme } = context
  const sign = width(theme.glyphs.pointer) + 1
  const needs = prompt.columns.map((column) => needOf(column, context))
  // There is always room for the arrow at the end.
  const free = room.columns - sign - width(theme.glyphs.right) - 1
  const names = namesColumns(prompt, needs, free)
  const { from, to, widths } = columnsIn(needs, state.column, free - names)
  const wide = (index: number) => widths[index - from] ?? 1
  const lines = (name: Part, cell: (column: Column, index: number) => Part) =>
    sideBySide([name, ...prompt.columns.slice(from, to).map((column, index) => cell(column, from + index))])
  const wrapped = (text: string, columns: number) => ({
    lines: wrapShort(visible(text), columns, NAME_LINES, theme.glyphs.ellipsis),
    columns
  })
  const head = lines(wrapped(prompt.rowTitle ?? '', names), ({ title }, index) => wrapped(title, wide(index)))
  const blocks = state.rows.map((row, index) => {
    const isHere = index === state.row
    const style = (column: number) => (isHere && column === state.column ? theme.found : asItIs)
    const name = { ...wrapped(nameOf(row), names), style: isHere && state.column >= 0 ? theme.strong : style(NAME) }
    const cells = lines(name, (column, cell) => ({
      lines: [pad(shownIn(column, row.cells[cell], context) || theme.glyphs.dot, wide(cell), context)],
      columns: wide(cell),
      style: style(cell)
    }))
    return { lines: hang(pointerSign(isHere, theme), cells) }
  })
  const before = from > 0 ? theme.glyphs.left.padEnd(sign) : ' '.repeat(sign)
  const after = to < prompt.columns.length ? ` ${theme.glyphs.right}` : ''
  const [first = '', ...more] = head
  const top = hang(before, [first + after, ...more]).map((line) => theme.quiet(line.trimEnd()))
  return stack({ lines: top }, windowOf(blocks, state.row, room.rows - top.length, context))
}

const asItIs = (text: string) => text

/** The columns of the rows' names: what the other columns leave free, but at least two fifths of the room if the names need them. */
function namesColumns({ rows, rowTitle, addRows }: TablePrompt, needs: readonly number[], free: number): number {
  const need = Math.max(
    addRows === undefined ? 4 : NAMES,
    width(visible(rowTitle ?? '')),
    ...rows.map(({ label }) => width(visible(label)))
  )
  const left = free - needs.reduce((sum, columns) => sum + columns + GAP, 0)
  return Math.min(need, Math.max(left, Math.floor(free * 0.4)))
}

/** A cell of the grid: its lines, and the columns that they are padded to. */
interface Part {
  readonly lines: readonly string[]
  readonly columns: number
  readonly style?: (text: string) => string
}

/** The lines of cells side by side. */
function sideBySide(parts: readonly Part[]): string[] {
  const rows = Math.max(1, ...parts.map(({ lines }) => lines.length))
  const lineOf = ({ lines, columns, style = asItIs }: Part, row: number) => {
    const line = lines[row]
    return line === undefined ? ' '.repeat(columns) : style(padTo(line, columns))
  }
  return Array.from({ length: rows }, (_, row) => parts.map((part) => lineOf(part, row)).join(' '.repeat(GAP)))
}

/** The columns that a table column needs, independent of its content, so that nothing moves while it is filled. */
function needOf(column: Column, context: WidgetContext): number {
  const title = width(visible(column.title))
  return column.type === 'text'
    ? Math.max(title, WORDS)
    : Math.max(title, ...labelsOf(column, context).map(([, label]) => width(label)))
}

function pad(text: string, columns: number, { theme }: WidgetContext): string {
  const cut = truncate(text.replaceAll('\n', ' '), columns, theme.glyphs.ellipsis)
  return cut + ' '.repeat(Math.max(0, columns - width(cut)))
}

function viewCell(prompt: TablePrompt, state: TableState, room: Size, context: WidgetContext): Frame {
  const { theme, words } = context
  const row = state.rows[state.row]
  if (row === undefined) return { lines: [] }
  const column = prompt.columns[state.column]
  const said = words.walk.rich.table
  if (column === undefined) {
    const isNew = state.row === state.rows.length - 1 && nameOf(row) === ''
    const title = isNew ? said.newRow : visible(prompt.rowTitle ?? said.name)
    return stack({ lines: wrap(theme.quiet(title), room.columns) }, viewLine(row.name, room, lineSign(context)))
  }
  const title = wrap(theme.quiet(said.cell(nameOf(row).trim() || said.nameless, visible(column.title))), room.columns)
  const cell = row.cells[state.column]
  if (column.type === 'text')
    return stack({ lines: title }, cell === undefined ? { lines: [] } : viewLine(cell.field, room, lineSign(context)))
  const options = labelsOf(column, context).map(([value, label], index) => {
    const text = truncate(`${index + 1} ${label}`, room.columns - 4, theme.glyphs.ellipsis)
    return value === cell?.picked ? theme.strong(`[${text}]`) : ` ${text} `
  })
  return { lines: [...title, ...flowParts(options, room.columns - 2, '  ').map((line) => ` ${line}`)] }
}

/** Columns of space between two columns. */
const GAP = 2
const NARROWEST = 8

/**
 * Chooses the columns of a table that are visible in `room` columns, with the current one (-1: none) among them: those
 * from the index `from` to before `to`. Each gets the width that it needs, the narrow ones first. The widths do not
 * depend on which cell is current.
 */
function columnsIn(needs: readonly number[], current: number, room: number) {
  const least = needs.map((need) => Math.min(need, NARROWEST))
  const widthOf = (from: number, to: number) => least.slice(from, to).reduce((sum, columns) => sum + columns + GAP, 0)
  const here = Math.max(0, current)
  let from = 0
  while (from < here && widthOf(from, here + 1) > room) from += 1
  let to = Math.min(needs.length, here + 1)
  while (to < needs.length && widthOf(from, to + 1) <= room) to += 1
  return { from, to, widths: widthsFor(needs.slice(from, to), least.slice(from, to), room - widthOf(from, to)) }
}

/** Distributes the remaining room to the columns that need least. */
function widthsFor(needs: readonly number[], least: readonly number[], room: number): number[] {
  const widths = [...least]
  let left = room
  const order = [...needs.keys()].toSorted((a, b) => (needs[a] ?? 0) - (needs[b] ?? 0))
  for (const index of order) {
    const more = Math.min(Math.max(0, left), (needs[index] ?? 0) - (least[index] ?? 0))
    widths[index] = (least[index] ?? 0) + more
    left -= more
  }
  // Not even a single column fits.
  return widths.length === 1 && left < 0 ? widths.map((only) => Math.max(1, only + left)) : widths
}

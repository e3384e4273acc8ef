import type { Column, Row, TablePrompt } from '../../../../questions/shared/model.ts'
import { fieldOf } from '../../parts/field.ts'
import type { Field } from '../../parts/field.ts'
import { partOf } from '../../parts/widget.ts'

/** One cell: what is written in it, or what is picked. */
export interface Cell {
  readonly field: Field
  readonly picked?: string | boolean
}

/** A row of the table as it is being filled: one that the prompt gives, or one that the learner adds. */
export interface FilledRow {
  /** Of a given row; an added one has a name to write instead. */
  readonly given?: { readonly id: string; readonly label: string }
  readonly name: Field
  readonly cells: readonly Cell[]
}

/** Where the learner is: `column` -1 is an added row's name. */
export interface Filled {
  readonly rows: readonly FilledRow[]
  readonly row: number
  readonly column: number
}

/** The column of an added row's name. */
export const NAME = -1

/** The table with what was kept. Where rows may be added, an empty one stands at the end. */
export function filledTable(prompt: TablePrompt, answer: unknown): Filled {
  const kept: unknown[] = Array.isArray(answer) ? answer : []
  const given = prompt.rows.map((option): FilledRow => {
    const row = kept.find((one) => partOf(one, 'row') === option.id)
    return { given: option, name: fieldOf(''), cells: prompt.columns.map((column) => cellOf(column, row)) }
  })
  const ids = new Set(prompt.rows.map(({ id }) => id))
  const added = kept.flatMap((row): FilledRow[] => {
    const name = partOf(row, 'row')
    if (prompt.addRows === undefined || typeof name !== 'string' || ids.has(name)) return []
    return [{ name: fieldOf(name), cells: prompt.columns.map((column) => cellOf(column, row)) }]
  })
  const state = withEmptyRow(prompt, { rows: [...given, ...added], row: 0, column: NAME })
  return at(state, 0, NAME)
}

function cellOf(column: Column, row: unknown): Cell {
  const value = partOf(row, column.id)
  if (column.type === 'text') return { field: fieldOf(typeof value === 'string' ? value : '') }
  const isKnown = column.type === 'yes-no' ? typeof value === 'boolean' : column.options.some(({ id }) => id === value)
  return isKnown ? { field: fieldOf(''), picked: value as string | boolean } : { field: fieldOf('') }
}

/** Keeps one empty row at the end, as long as rows may be added. */
export function withEmptyRow(prompt: TablePrompt, state: Filled): Filled {
  if (prompt.addRows === undefined) return state
  const added = state.rows.filter(({ given }) => given === undefined)
  const last = state.rows.at(-1)
  if (last !== undefined && last.given === undefined && isEmpty(last)) return state
  if (added.length >= (prompt.addRows.max ?? Number.POSITIVE_INFINITY)) return state
  const empty = { name: fieldOf(''), cells: prompt.columns.map(() => ({ field: fieldOf('') })) }
  return { ...state, rows: [...state.rows, empty] }
}

/** Whether an added row has no name yet. */
export function isNameless({ given, name }: FilledRow): boolean {
  return given === undefined && name.buffer.text.trim() === ''
}

/** Whether nothing is in an added row. */
export function isEmpty({ name, cells }: FilledRow): boolean {
  return name.buffer.text.trim() === '' && cells.every(isBlank)
}

function isBlank({ field, picked }: Cell): boolean {
  return picked === undefined && field.buffer.text.trim() === ''
}

/** The state at a place; beyond the table at its nearest cell. A given row's name is no place. */
export function at(state: Filled, row: number, column: number): Filled {
  const inside = Math.min(Math.max(0, row), state.rows.length - 1)
  const first = state.rows[inside]?.given === undefined ? NAME : 0
  const last = (state.rows[inside]?.cells.length ?? 1) - 1
  return { rows: state.rows, row: inside, column: Math.min(Math.max(first, column), last) }
}

/** The state so many rows further down: at the name of a row that is still to get one, else in the same column. */
export function below(state: Filled, rows: number): Filled {
  const there = at(state, state.row + rows, state.column)
  const row = there.rows[there.row]
  return row !== undefined && there.row !== state.row && isNameless(row) ? at(there, there.row, NAME) : there
}

/** The next cell, along the row and then down; undefined at the end. */
export function following(state: Filled): Filled | undefined {
  const width = state.rows[state.row]?.cells.length ?? 0
  if (state.column < width - 1) return at(state, state.row, state.column + 1)
  return state.row < state.rows.length - 1 ? at(state, state.row + 1, NAME) : undefined
}

/** The cell before; the same state at the first. */
export function preceding(state: Filled): Filled {
  const moved = at(state, state.row, state.column - 1)
  if (moved.column !== state.column) return moved
  return state.row === 0 ? state : at(state, state.row - 1, Number.POSITIVE_INFINITY)
}

/** The state with the current row changed. */
export function withRow(state: Filled, change: (row: FilledRow) => FilledRow): Filled {
  const row = state.rows[state.row]
  return row === undefined ? state : { ...state, rows: state.rows.with(state.row, change(row)) }
}

/** The state with the current cell changed. */
export function withCell(state: Filled, cell: Cell): Filled {
  return withRow(state, (row) => ({ ...row, cells: row.cells.with(state.column, cell) }))
}

/** The answer so far: rows in which something stands. */
export function rowsIn(prompt: TablePrompt, { rows }: Filled): Row[] {
  return rows.flatMap((row): Row[] => {
    const name = row.given?.id ?? row.name.buffer.text.trim()
    const cells = prompt.columns.flatMap(({ id, type }, index): [string, string | boolean][] => {
      const cell = row.cells[index]
      if (cell === undefined || isBlank(cell)) return []
      return [[id, type === 'text' ? cell.field.buffer.text.trim() : (cell.picked ?? '')]]
    })
    const isThere = row.given === undefined ? name !== '' || cells.length > 0 : cells.length > 0
    return isThere ? [Object.fromEntries([['row', name], ...cells]) as Row] : []
  })
}

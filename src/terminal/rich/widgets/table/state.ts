import type { Column, Row, TablePrompt } from '../../../../questions/shared/model.ts'
import { fieldOf, type Field } from '../../parts/field.ts'
import { partOf } from '../../parts/widget.ts'

/** A cell: its text, or the chosen value. */
export interface Cell {
  readonly field: Field
  readonly picked?: string | boolean
}

/** The state of a row, given by the prompt or added by the learner. */
export interface RowState {
  /** Present in a given row; an added row has a name instead. */
  readonly given?: { readonly id: string; readonly label: string }
  readonly name: Field
  readonly cells: readonly Cell[]
}

/** The state of the table and its current cell. `column` -1 is the name of an added row. */
export interface TableState {
  readonly rows: readonly RowState[]
  readonly row: number
  readonly column: number
}

/** Index of the column with the names of added rows. */
export const NAME = -1

/** The state for a draft's answer. If rows can be added, the last one is empty. */
export function initialTable(prompt: TablePrompt, answer: unknown): TableState {
  const draft: unknown[] = Array.isArray(answer) ? answer : []
  const given = prompt.rows.map((option): RowState => {
    const row = draft.find((one) => partOf(one, 'row') === option.id)
    return { given: option, name: fieldOf(''), cells: prompt.columns.map((column) => cellOf(column, row)) }
  })
  const ids = new Set(prompt.rows.map(({ id }) => id))
  const added = draft.flatMap((row): RowState[] => {
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
  const picked =
    column.type === 'yes-no'
      ? typeof value === 'boolean'
        ? value
        : undefined
      : column.options.find(({ id }) => id === value)?.id
  return picked === undefined ? { field: fieldOf('') } : { field: fieldOf(''), picked }
}

/** Adds an empty row at the end if rows can be added. */
export function withEmptyRow(prompt: TablePrompt, state: TableState): TableState {
  if (prompt.addRows === undefined) return state
  const added = state.rows.filter(({ given }) => given === undefined)
  const last = state.rows.at(-1)
  if (last !== undefined && last.given === undefined && isEmpty(last)) return state
  if (added.length >= (prompt.addRows.max ?? Number.POSITIVE_INFINITY)) return state
  const empty = { name: fieldOf(''), cells: prompt.columns.map(() => ({ field: fieldOf('') })) }
  return { ...state, rows: [...state.rows, empty] }
}

/** Whether an added row has no name. */
export function isNameless({ given, name }: RowState): boolean {
  return given === undefined && name.buffer.text.trim() === ''
}

/** Whether an added row is empty. */
export function isEmpty({ name, cells }: RowState): boolean {
  return name.buffer.text.trim() === '' && cells.every(isBlank)
}

function isBlank({ field, picked }: Cell): boolean {
  return picked === undefined && field.buffer.text.trim() === ''
}

/** Moves to a cell, or to the nearest one in the table. The name of a given row is not a cell. */
export function at(state: TableState, row: number, column: number): TableState {
  const inside = Math.min(Math.max(0, row), state.rows.length - 1)
  const first = state.rows[inside]?.given === undefined ? NAME : 0
  const last = (state.rows[inside]?.cells.length ?? 1) - 1
  return { rows: state.rows, row: inside, column: Math.min(Math.max(first, column), last) }
}

/** Moves down by a number of rows: to the name of a row without one, else in the same column. */
export function below(state: TableState, rows: number): TableState {
  const there = at(state, state.row + rows, state.column)
  const row = there.rows[there.row]
  return row !== undefined && there.row !== state.row && isNameless(row) ? at(there, there.row, NAME) : there
}

/** Moves to the next cell, along the row and then down; undefined at the end. */
export function following(state: TableState): TableState | undefined {
  const width = state.rows[state.row]?.cells.length ?? 0
  if (state.column < width - 1) return at(state, state.row, state.column + 1)
  return state.row < state.rows.length - 1 ? at(state, state.row + 1, NAME) : undefined
}

/** Moves to the previous cell; the same state at the first. */
export function preceding(state: TableState): TableState {
  const moved = at(state, state.row, state.column - 1)
  if (moved.column !== state.column) return moved
  return state.row === 0 ? state : at(state, state.row - 1, Number.POSITIVE_INFINITY)
}

/** Changes the current row. */
export function withRow(state: TableState, change: (row: RowState) => RowState): TableState {
  const row = state.rows[state.row]
  return row === undefined ? state : { ...state, rows: state.rows.with(state.row, change(row)) }
}

/** Changes the current cell. */
export function withCell(state: TableState, cell: Cell): TableState {
  return withRow(state, (row) => ({ ...row, cells: row.cells.with(state.column, cell) }))
}

/** The number of empty cells, except those of an empty row that could be added. */
export function gapsIn(prompt: TablePrompt, { rows }: TableState): number {
  const there = rows.filter((row) => row.given !== undefined || !isEmpty(row))
  return there.reduce((count, { cells }) => count + cells.slice(0, prompt.columns.length).filter(isBlank).length, 0)
}

/** The answer so far: the rows that are not empty. */
export function rowsIn(prompt: TablePrompt, { rows }: TableState): Row[] {
  return rows.flatMap((row): Row[] => {
    const name = row.given?.id ?? row.name.buffer.text.trim()
    const cells = prompt.columns.flatMap(({ id, type }, index): [string, string | boolean][] => {
      const cell = row.cells[index]
      if (cell === undefined || isBlank(cell)) return []
      return [[id, type === 'text' ? cell.field.buffer.text.trim() : (cell.picked ?? '')]]
    })
    const isThere = row.given === undefined ? name !== '' || cells.length > 0 : cells.length > 0
    return isThere ? [{ row: name, ...Object.fromEntries(cells) }] : []
  })
}

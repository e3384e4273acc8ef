import type { Column, TablePrompt } from '../../../../questions/shared/model.ts'
import type { Key } from '../../../keys.ts'
import type { Size } from '../../../screen.ts'
import { crop, stack } from '../../parts/blocks.ts'
import { keyInLine, pasteInto, lineRoom, lineSign } from '../../parts/field.ts'
import { Next, type WidgetContext, type Widget } from '../../parts/widget.ts'
import {
  at,
  below,
  initialTable,
  following,
  isEmpty,
  isNameless,
  NAME,
  preceding,
  rowsIn,
  withCell,
  withEmptyRow,
  withRow
} from './state.ts'
import type { Cell, TableState } from './state.ts'
import { labelsOf, viewTable } from './view.ts'
import { fold } from '../../../../text/folding.ts'

/** Maximum width of a table; wider ones are hard to read. */
const WIDEST = 120

/** A table, filled cell by cell. Enter goes to the next cell; Backspace in an empty cell goes back. */
export function table(prompt: TablePrompt, answer: unknown, context: WidgetContext): Widget<TableState> {
  const sign = lineSign(context)
  const { rich } = context.words.walk
  return {
    start: initialTable(prompt, answer),
    widest: WIDEST,
    key(state, key, room) {
      const moved = goes(state, key)
      if (moved !== undefined) return moved
      const changed = keyInCell(prompt, state, key, lineRoom(room, sign), context)
      return changed === state ? state : withEmptyRow(prompt, changed)
    },
    paste: (state, text, room) => withEmptyRow(prompt, pasteInCell(prompt, state, text, lineRoom(room, sign))),
    view(state, room) {
      const count = countOf(prompt, state, context)
      const lines = count === '' ? [] : [context.theme.quiet(count)]
      const rows = room.rows - lines.length
      return stack(crop(viewTable(prompt, state, { columns: room.columns, rows }, context), rows), { lines })
    },
    value(state) {
      const rows = rowsIn(prompt, state)
      return rows.length === 0 ? undefined : rows
    },
    unfinished(state) {
      const nameless = state.rows.findIndex((row) => isNameless(row) && !isEmpty(row))
      return nameless < 0 ? state : at(state, nameless, NAME)
    },
    hints(state) {
      const column = prompt.columns[state.column]
      return [
        rich.keys.enterNextCell,
        ...(column === undefined || column.type === 'text' ? [] : [rich.keys.arrowsOption]),
        rich.keys.next
      ]
    }
  }
}

/** The number of added rows, if the prompt asks for a number. */
function countOf(prompt: TablePrompt, state: TableState, { words }: WidgetContext): string {
  if (prompt.addRows === undefined) return ''
  const { table: said } = words.walk.rich
  const added = state.rows.filter((row) => row.given === undefined && !isEmpty(row)).length
  return prompt.rows.length === 0 ? said.rows(added, prompt.addRows) : said.added(added, prompt.addRows)
}

/** Applies a key that leaves the cell; undefined for other keys. */
function goes(state: TableState, key: Key): TableState | Next<TableState> | undefined {
  const row = state.rows[state.row]
  if (key.ctrl || key.meta || row === undefined) return undefined
  const isNew = row.given === undefined && isEmpty(row) && state.row === state.rows.length - 1
  if (key.name === 'enter') return isNew && state.column < 0 ? new Next(state) : (following(state) ?? new Next(state))
  if (key.name === 'up') return below(state, -1)
  if (key.name === 'down') return below(state, 1)
  const cell: Cell | undefined = state.column < 0 ? { field: row.name } : row.cells[state.column]
  if (cell === undefined || cell.picked !== undefined) return undefined
  return key.name === 'backspace' && cell.field.buffer.text === '' ? preceding(state) : undefined
}

function keyInCell(prompt: TablePrompt, state: TableState, key: Key, room: Size, context: WidgetContext): TableState {
  const column = prompt.columns[state.column]
  if (column !== undefined && column.type !== 'text') return pickInCell(column, state, key, context)
  const field = writtenAt(state)
  if (field === undefined) return state
  const changed = keyInLine(field, key, room)
  if (changed !== field) return withWriting(state, changed)
  if (key.name === 'left') return preceding(state)
  return key.name === 'right' ? (following(state) ?? state) : state
}

function writtenAt(state: TableState) {
  const row = state.rows[state.row]
  return state.column < 0 ? row?.name : row?.cells[state.column]?.field
}

function withWriting(state: TableState, field: Cell['field']): TableState {
  return state.column < 0 ? withRow(state, (row) => ({ ...row, name: field })) : withCell(state, { field })
}

function pickInCell(column: Column, state: TableState, key: Key, context: WidgetContext): TableState {
  const cell = state.rows[state.row]?.cells[state.column]
  if (cell === undefined) return state
  const values = labelsOf(column, context).map(([value]) => value)
  const here = values.findIndex((value) => value === cell.picked)
  const to = pickedIndex(column, key, here, values.length, context)
  if (to === undefined) return state
  const picked = values[to]
  return withCell(state, picked === undefined ? { field: cell.field } : { field: cell.field, picked })
}

/** The index of the option that a key chooses; -1 clears the cell, undefined if the key does nothing. */
function pickedIndex(
  column: Column,
  key: Key,
  here: number,
  count: number,
  context: WidgetContext
): number | undefined {
  if (key.name === 'left') return here < 0 ? count - 1 : Math.max(0, here - 1)
  if (key.name === 'right' || key.name === 'space') return Math.min(count - 1, here + 1)
  if (key.name === 'backspace' || key.name === 'delete') return -1
  if (/^[1-9]$/.test(key.text) && Number(key.text) <= count) return Number(key.text) - 1
  if (column.type !== 'yes-no' || key.text === '') return undefined
  const byLetter = labelsOf(column, context).findIndex(([, label]) => fold(label).startsWith(fold(key.text)))
  return byLetter < 0 ? undefined : byLetter
}

function pasteInCell(prompt: TablePrompt, state: TableState, text: string, room: Size): TableState {
  const column = prompt.columns[state.column]
  const field = writtenAt(state)
  if (field === undefined || (column !== undefined && column.type !== 'text')) return state
  return withWriting(state, pasteInto(field, text.trim(), room, 'one'))
}

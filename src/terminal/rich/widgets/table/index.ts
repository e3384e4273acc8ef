import type { Column, TablePrompt } from '../../../../questions/shared/model.ts'
import { modes } from '../../keys/map.ts'
import type { Act } from '../../keys/match.ts'
import type { Size } from '../../../screen.ts'
import { crop, stack } from '../../parts/blocks.ts'
import { actInLine, pasteInto, lineRoom, lineSign } from '../../parts/field.ts'
import { Next, type WidgetContext, type Widget } from '../../parts/widget.ts'
import {
  at,
  below,
  initialTable,
  following,
  gapsIn,
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

/**
 * A table. Tab and Enter go from cell to cell and, after the last one, on; the arrows go anywhere. Only Space, letters and digits set
 * a value.
 */
export function table(prompt: TablePrompt, answer: unknown, context: WidgetContext): Widget<TableState> {
  const sign = lineSign(context)
  return {
    start: initialTable(prompt, answer),
    laid: 'table',
    mode: (state) => (isPicked(prompt, state) ? modes.choiceCell : modes.textCell),
    act(state, act, room) {
      const moved = goes(state, act)
      if (moved !== undefined) return moved
      const changed = actInCell(prompt, state, act, lineRoom(room, sign), context)
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
    gaps: (state) => gapsIn(prompt, state)
  }
}

/** The number of added rows, if the prompt asks for a number. */
function countOf(prompt: TablePrompt, state: TableState, { words }: WidgetContext): string {
  if (prompt.addRows === undefined) return ''
  const { table: said } = words.walk.rich
  const added = state.rows.filter((row) => row.given === undefined && !isEmpty(row)).length
  return prompt.rows.length === 0 ? said.rows(added, prompt.addRows) : said.added(added, prompt.addRows)
}

/** Whether the current cell has values to choose from. */
function isPicked({ columns }: TablePrompt, { column }: TableState): boolean {
  const type = columns[column]?.type
  return type !== undefined && type !== 'text'
}

/** Applies an action that leaves the cell; undefined for others. */
function goes(state: TableState, { action }: Act): TableState | Next<TableState> | undefined {
  const row = state.rows[state.row]
  if (row === undefined) return undefined
  const isNew = row.given === undefined && isEmpty(row) && state.row === state.rows.length - 1
  if (action === 'enter' || action === 'nextCell')
    return isNew && state.column < 0 ? new Next(state) : (following(state) ?? new Next(state))
  if (action === 'lastCell') return preceding(state)
  if (action === 'up') return below(state, -1)
  if (action === 'down') return below(state, 1)
  return undefined
}

function actInCell(prompt: TablePrompt, state: TableState, act: Act, room: Size, context: WidgetContext): TableState {
  const column = prompt.columns[state.column]
  const picked = column === undefined || column.type === 'text' ? undefined : pickInCell(column, state, act, context)
  const field = picked === undefined ? writtenAt(state) : undefined
  const changed = field === undefined ? undefined : actInLine(field, act, room)
  const after = picked ?? (changed === undefined || changed === field ? state : withWriting(state, changed))
  if (after !== state) return after
  // In a text, the arrows leave the cell at its ends.
  if (act.action === 'left' || (act.action === 'first' && picked !== undefined))
    return at(state, state.row, act.action === 'left' ? state.column - 1 : NAME)
  if (act.action === 'right') return at(state, state.row, state.column + 1)
  return act.action === 'last' && picked !== undefined ? at(state, state.row, Number.POSITIVE_INFINITY) : state
}

function writtenAt(state: TableState) {
  const row = state.rows[state.row]
  return state.column < 0 ? row?.name : row?.cells[state.column]?.field
}

function withWriting(state: TableState, field: Cell['field']): TableState {
  return state.column < 0 ? withRow(state, (row) => ({ ...row, name: field })) : withCell(state, { field })
}

function pickInCell(column: Column, state: TableState, act: Act, context: WidgetContext): TableState {
  const cell = state.rows[state.row]?.cells[state.column]
  if (cell === undefined) return state
  const values = labelsOf(column, context).map(([value]) => value)
  const here = values.findIndex((value) => value === cell.picked)
  const to = pickedIndex(column, act, here, values.length, context)
  if (to === undefined) return state
  const picked = values[to]
  return withCell(state, picked === undefined ? { field: cell.field } : { field: cell.field, picked })
}

/** The index of the option that an action chooses; -1 clears the cell, undefined if it does nothing. */
function pickedIndex(
  column: Column,
  { action, text }: Act,
  here: number,
  count: number,
  context: WidgetContext
): number | undefined {
  if (action === 'space') return (here + 1) % count
  if (action === 'deleteBefore' || action === 'deleteAfter') return -1
  if (/^[1-9]$/.test(text) && Number(text) <= count) return Number(text) - 1
  const letter = action === 'type' ? fold(text) : ''
  if (letter === '') return undefined
  const starts = labelsOf(column, context).flatMap(([, label], index) =>
    fold(label).startsWith(letter) ? [index] : []
  )
  // The same letter again goes to the next option that begins with it.
  return starts.find((index) => index > here) ?? starts[0]
}

function pasteInCell(prompt: TablePrompt, state: TableState, text: string, room: Size): TableState {
  const column = prompt.columns[state.column]
  const field = writtenAt(state)
  if (field === undefined || (column !== undefined && column.type !== 'text')) return state
  return withWriting(state, pasteInto(field, text.trim(), room, 'one'))
}

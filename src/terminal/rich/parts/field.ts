import { width } from '../../../display/width.ts'
import type { Frame, Size } from '../../screen.ts'
import { bufferOf, paste, moveTo, moveToRowEnd, selecting, selectionIn, type TextBuffer } from '../../writing/buffer.ts'
import { layOut, offsetAt, placeOf, rowAt, rowText, type Layout, type Position } from '../../writing/layout.ts'
import { selected } from '../../../display/theme.ts'
import { visible } from '../../../text/visible.ts'
import type { Action } from '../keys/map.ts'
import type { Act } from '../keys/match.ts'
import { hang, pointerSign, shifted } from './blocks.ts'
import { edited } from './editing-keys.ts'
import type { WidgetContext } from './widget.ts'

/** A text input of one line (softly wrapped) or of many: the text and its last layout. */
export interface Field {
  readonly buffer: TextBuffer
  readonly layout?: Layout
  /** The index of the first visible row. */
  readonly top: number
}

/** A field with a text, the cursor at its end. */
export function fieldOf(text: string): Field {
  return { buffer: bufferOf(text), top: 0 }
}

/** Several fields, of which the one at an index is written. */
export interface Fields {
  readonly fields: readonly Field[]
  readonly at: number
}

/** The field that is written. */
export function fieldAt({ fields, at }: Fields): Field {
  return fields[at] ?? fieldOf('')
}

/** Replaces the field that is written. Gives the same state if the field is the same. */
export function withField(state: Fields, field: Field): Fields {
  return field === fieldAt(state) ? state : { ...state, fields: state.fields.with(state.at, field) }
}

/** Goes to another field with Up or Down, and applies other actions as `actInLine`. */
export function actInFields(state: Fields, act: Act, room: Size): Fields {
  if (act.action === 'up') return { ...state, at: Math.max(0, state.at - 1) }
  if (act.action === 'down') return { ...state, at: Math.min(state.fields.length - 1, state.at + 1) }
  return withField(state, actInLine(fieldAt(state), act, room))
}

/** Replaces the buffer, laid out for `columns`. */
function withBuffer(field: Field, buffer: TextBuffer, columns: number): Field {
  if (buffer === field.buffer) return field
  return { ...field, buffer, layout: layOut(buffer.text, columns, field.layout) }
}

/** Edits a field of one line. Gives the same field if the action does nothing. */
export function actInLine(field: Field, act: Act, room: Size): Field {
  return act.action === 'paste'
    ? pasteInto(field, act.clipboard.text, room, 'one')
    : withBuffer(field, edited(field.buffer, act), room.columns)
}

/** Edits a field of many lines; also moves between rows: up, down, pages, start and end of the row. */
export function actInArea(field: Field, act: Act, room: Size): Field {
  const { columns } = room
  if (act.action === 'paste') return pasteInto(field, act.clipboard.text, room, 'many')
  const layout = layOut(field.buffer.text, columns, field.layout)
  const moved = movedInRows(field.buffer, act.action, layout, room.rows)
  if (moved !== undefined) return { ...field, layout, buffer: selecting(field.buffer, moved, act.selects) }
  return withBuffer(field, edited(field.buffer, act), columns)
}

/** Inserts a paste. In a field of one line, line ends become spaces. */
export function pasteInto(field: Field, text: string, room: Size, lines: 'one' | 'many'): Field {
  const clean = lines === 'one' ? text.replaceAll(/\s*[\r\n]+\s*/g, ' ').replaceAll('\t', ' ') : text
  return withBuffer(field, paste(field.buffer, clean), room.columns)
}

/** At most `room.rows` rows of the field, which contain the cursor, and the number of rows above and below. */
export function viewField(field: Field, room: Size): Frame & { above: number; below: number } {
  const layout = layOut(field.buffer.text, room.columns, field.layout)
  const cursor = cursorIn(layout, field.buffer)
  const rows = Math.max(1, room.rows)
  const top = topRow(field, cursor.row, rows, layout)
  const shown = Math.min(rows, layout.starts.length - top)
  return {
    lines: Array.from({ length: shown }, (_, index) => viewRow(layout, top + index, field.buffer)),
    cursor: { row: cursor.row - top, column: cursor.column },
    above: top,
    below: layout.starts.length - top - shown
  }
}

/** A row, with what is selected in reverse. */
function viewRow(layout: Layout, row: number, buffer: TextBuffer): string {
  const { from, to } = selectionIn(buffer)
  const { start, end } = rowAt(layout, row)
  if (to <= start || from > end || from === to) return rowText(layout, row).trimEnd()
  const part = (first: number, last: number) => visible(layout.text.slice(Math.max(start, first), Math.min(end, last)))
  return part(start, from) + selected(part(from, to)) + part(Math.max(start, to), end).trimEnd()
}

/** Scrolls the field to its cursor. */
export function scrolled(field: Field, room: Size): Field {
  const layout = layOut(field.buffer.text, room.columns, field.layout)
  return { ...field, layout, top: topRow(field, cursorIn(layout, field.buffer).row, room.rows, layout) }
}

function cursorIn(layout: Layout, { cursor, atRowEnd }: TextBuffer): Position {
  return placeOf(layout, cursor, atRowEnd)
}

/** The first of `rows` visible rows, so that the cursor's row is visible and as few rows as possible are empty. */
function topRow({ top }: Field, cursorRow: number, rows: number, layout: Layout): number {
  const scrolledTo = Math.max(cursorRow - rows + 1, Math.min(top, cursorRow))
  return Math.max(0, Math.min(scrolledTo, layout.starts.length - rows))
}

function movedInRows(buffer: TextBuffer, action: Action, layout: Layout, page: number): TextBuffer | undefined {
  const { row, column } = cursorIn(layout, buffer)
  if (action === 'first') return moveTo(buffer, offsetAt(layout, { row, column: 0 }))
  if (action === 'last') return toRowEnd(buffer, layout, row)
  const last = layout.starts.length - 1
  const rows: Readonly<Partial<Record<Action, number>>> = {
    up: row - 1,
    down: row + 1,
    pageUp: Math.max(0, row - page + 1),
    pageDown: Math.min(last, row + page - 1)
  }
  const to = rows[action]
  return to === undefined ? undefined : byRows(buffer, layout, to, buffer.goal ?? column)
}

/** Moves behind the visible part of a row; a space at which it breaks is not visible. */
function toRowEnd(buffer: TextBuffer, layout: Layout, row: number): TextBuffer {
  const { end } = rowAt(layout, row)
  const breaksInside = layout.starts[row + 1] === end && !/\s/.test(layout.text.charAt(end - 1))
  return breaksInside
    ? moveToRowEnd(buffer, end)
    : moveTo(buffer, offsetAt(layout, { row, column: Number.POSITIVE_INFINITY }))
}

/** Moves to a row: above the first to the start, below the last to the end. */
function byRows(buffer: TextBuffer, layout: Layout, row: number, goal: number): TextBuffer {
  if (row < 0) return moveTo(buffer, 0, goal)
  if (row >= layout.starts.length) return moveTo(buffer, buffer.text.length)
  return moveTo(buffer, offsetAt(layout, { row, column: goal }), goal)
}

/** Maximum visible rows of a long line. */
const ROWS = 4

/** The sign before a line that is written. */
export function lineSign({ theme }: WidgetContext): string {
  return pointerSign(true, theme)
}

/** The room beside a sign. */
export function lineRoom(room: Size, sign: string): Size {
  return { columns: Math.max(4, room.columns - width(sign) - 1), rows: Math.max(1, Math.min(ROWS, room.rows)) }
}

/** A field of one line, softly wrapped, after its sign. */
export function viewLine(field: Field, room: Size, sign: string): Frame {
  const { lines, cursor } = viewField(field, lineRoom(room, sign))
  return { lines: hang(sign, lines), cursor: shifted(cursor, 0, width(sign)) }
}

import type { Frame, Size } from '../../screen.ts'
import { width } from '../../../display/width.ts'
import { hang } from './blocks.ts'
import { viewField } from './field.ts'
import type { Field } from './field.ts'
import type { WidgetContext } from './widget.ts'

/** Rows of a long line that are shown at once. */
const ROWS = 4

/** The sign before a line that is being written. */
export function lineSign({ theme }: WidgetContext): string {
  return theme.accent(`${theme.glyphs.pointer} `)
}

/** Room for writing beside a sign. */
export function lineRoom(room: Size, sign: string): Size {
  return { columns: Math.max(4, room.columns - width(sign) - 1), rows: Math.max(1, Math.min(ROWS, room.rows)) }
}

/** A line to write in, its sign before it, softly wrapped. */
export function viewLine(field: Field, room: Size, sign: string): Required<Frame> {
  const { lines, cursor } = viewField(field, lineRoom(room, sign))
  return { lines: hang(sign, lines), cursor: { row: cursor.row, column: width(sign) + cursor.column } }
}

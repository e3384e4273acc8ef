import { graphemes, visible, width } from '../../display/width.ts'
import { cells, endOfRow } from './breaking.ts'

/** A text broken into rows. There is always at least one. */
export interface Layout {
  readonly text: string
  readonly columns: number
  /** Where each row begins. UTF-16 offsets. */
  readonly starts: Int32Array
}

/** The part of the text from `start` to `end` that stands in one row, without the line end. UTF-16 offsets. */
export interface Row {
  readonly start: number
  readonly end: number
}

/** Where something stands, in rows and columns from the layout's top left. */
export interface Place {
  readonly row: number
  readonly column: number
}

/**
 * Breaks a text at line ends and, softly, between words. With the layout of an earlier state of the
 * text only the rows round the change are broken again; the result is the same.
 */
export function layOut(text: string, columns: number, last?: Layout): Layout {
  if (last === undefined || last.columns !== columns)
    return { text, columns, starts: join(NONE, breakFrom(text, columns, 0)) }
  if (last.text === text) return last
  const same = sharedEnds(last.text, text)
  // A row depends on the word that did not fit into it, which stands in the next one.
  const kept = last.starts.subarray(0, Math.max(0, rowOf(last, Math.max(0, same.start - 1)) - 2))
  const first = last.starts[kept.length] ?? 0
  const old = { starts: last.starts, from: text.length - same.end, shift: text.length - last.text.length }
  return { text, columns, starts: join(kept, breakFrom(text, columns, first, old)) }
}

const NONE = new Int32Array(0)

function join(kept: Int32Array, { fresh, again }: Broken): Int32Array {
  const starts = new Int32Array(kept.length + fresh.length + again.length)
  starts.set(kept)
  starts.set(fresh, kept.length)
  starts.set(again, kept.length + fresh.length)
  return starts
}

const LINE_END = 0x0a

/** A row of a layout; beyond its last, an empty one. */
export function rowAt({ text, starts }: Layout, row: number): Row {
  const start = starts[row] ?? text.length
  const next = starts[row + 1]
  if (next === undefined) return { start, end: text.length }
  return { start, end: text.charCodeAt(next - 1) === LINE_END ? next - 1 : next }
}

/** What a row looks like: controls made visible, tabs as spaces. */
export function rowText(layout: Layout, row: number): string {
  const { start, end } = rowAt(layout, row)
  return visible(layout.text.slice(start, end))
}

/**
 * Where an offset stands. At a soft break it is the start of the lower row, unless the upper row's end is meant. A
 * space that
 * hangs over the edge stands at the edge.
 */
export function placeOf(layout: Layout, offset: number, atRowEnd = false): Place {
  const lower = rowOf(layout, offset)
  const row = atRowEnd && lower > 0 && rowAt(layout, lower - 1).end === offset ? lower - 1 : lower
  const { start } = rowAt(layout, row)
  const column = width(visible(layout.text.slice(start, offset)))
  return { row, column: Math.min(column, layout.columns) }
}

/** The offset that stands at, or last before, a place; beyond the text, its nearest end. */
export function offsetAt(layout: Layout, place: Place): number {
  const row = Math.min(Math.max(0, place.row), layout.starts.length - 1)
  const { start, end } = rowAt(layout, row)
  let offset = start
  let column = 0
  for (const character of graphemes(layout.text.slice(start, end))) {
    column += cells(character)
    if (column > place.column) return offset
    if (offset + character.length === end && continues(layout, row)) return offset
    offset += character.length
  }
  return offset
}

/** Whether the next row goes on with the same paragraph: then this row's end is the next one's start. */
function continues(layout: Layout, row: number): boolean {
  return layout.starts[row + 1] === rowAt(layout, row).end
}

/** The last row that begins at or before an offset. */
function rowOf({ starts }: Pick<Layout, 'starts'>, offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** How much two texts have in common at their starts and, behind that, at their ends. */
function sharedEnds(one: string, other: string): { start: number; end: number } {
  const most = Math.min(one.length, other.length)
  let start = 0
  while (start < most && one.charCodeAt(start) === other.charCodeAt(start)) start += 1
  let end = 0
  while (end < most - start && one.charCodeAt(one.length - 1 - end) === other.charCodeAt(other.length - 1 - end))
    end += 1
  return { start, end }
}

/**
 * Rows of an earlier state that hold again from offset `from` of the new text on, where the offsets have moved by
 * `shift`.
 */
interface Reusable {
  readonly starts: Int32Array
  readonly from: number
  readonly shift: number
}

/** Starts of rows: found anew, and behind them those of the earlier state that hold again. */
interface Broken {
  readonly fresh: readonly number[]
  readonly again: Int32Array
}

/** The rows from one row's start on. */
function breakFrom(text: string, columns: number, first: number, old?: Reusable): Broken {
  const fresh: number[] = []
  let paragraphEnd = -1
  for (let start = first; ;) {
    if (old !== undefined && start > old.from) {
      const row = rowOf(old, start - old.shift)
      if (old.starts[row] === start - old.shift)
        return { fresh, again: old.starts.subarray(row).map((one) => one + old.shift) }
    }
    fresh.push(start)
    if (paragraphEnd < start) paragraphEnd = endOfParagraph(text, start)
    const end = endOfRow(text, start, paragraphEnd, columns)
    if (end === text.length) return { fresh, again: NONE }
    start = end === paragraphEnd ? end + 1 : end
  }
}

function endOfParagraph(text: string, start: number): number {
  const end = text.indexOf('\n', start)
  return end < 0 ? text.length : end
}

import { graphemes, width } from '../../display/width.ts'
import { visible } from '../../text/visible.ts'

/** A text broken into rows, at least one. */
export interface Layout {
  readonly text: string
  readonly columns: number
  /** The start of each row. UTF-16 offsets. */
  readonly starts: Int32Array
}

/** A position in rows and columns, counted from 0. */
export interface Position {
  readonly row: number
  readonly column: number
}

/**
 * Breaks a text at line ends and, softly, between words. Given the layout of an earlier state of the
 * text, it breaks only the rows around the change again; the result is the same.
 */
export function layOut(text: string, columns: number, last?: Layout): Layout {
  if (last === undefined || last.columns !== columns)
    return { text, columns, starts: join(NONE, breakFrom(text, columns, 0)) }
  if (last.text === text) return last
  const same = sharedEnds(last.text, text)
  // A row depends on the first word of the next row, which did not fit.
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

/** The range of a row in UTF-16 offsets, without the line end; after the last row, an empty one. */
export function rowAt({ text, starts }: Layout, row: number): { start: number; end: number } {
  const start = starts[row] ?? text.length
  const next = starts[row + 1]
  if (next === undefined) return { start, end: text.length }
  return { start, end: text.charCodeAt(next - 1) === LINE_END ? next - 1 : next }
}

/** The visible text of a row: control characters escaped, tabs as spaces. */
export function rowText(layout: Layout, row: number): string {
  const { start, end } = rowAt(layout, row)
  return visible(layout.text.slice(start, end))
}

/**
 * The position of an offset. At a soft break it is the start of the lower row, unless `atRowEnd` is set. A space that
 * exceeds the row is at the row's end.
 */
export function placeOf(layout: Layout, offset: number, atRowEnd = false): Position {
  const lower = rowOf(layout, offset)
  const row = atRowEnd && lower > 0 && rowAt(layout, lower - 1).end === offset ? lower - 1 : lower
  const { start } = rowAt(layout, row)
  const column = width(visible(layout.text.slice(start, offset)))
  return { row, column: Math.min(column, layout.columns) }
}

/** The offset at or before a position. Outside the text, the nearest end. */
export function offsetAt(layout: Layout, place: Position): number {
  const row = Math.min(Math.max(0, place.row), layout.starts.length - 1)
  const { start, end } = rowAt(layout, row)
  let offset = start
  let column = 0
  for (const character of graphemes(layout.text.slice(start, end))) {
    column += cells(character)
    if (column > place.column) return offset
    // At a soft break, the end of the row is the start of the next one.
    if (offset + character.length === end && layout.starts[row + 1] === end) return offset
    offset += character.length
  }
  return offset
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

/** The length of the common start of two texts and, after it, of their common end. */
function sharedEnds(one: string, other: string): { start: number; end: number } {
  const most = Math.min(one.length, other.length)
  let start = 0
  while (start < most && one.charCodeAt(start) === other.charCodeAt(start)) start += 1
  let end = 0
  while (end < most - start && one.charCodeAt(one.length - 1 - end) === other.charCodeAt(other.length - 1 - end))
    end += 1
  return { start, end }
}

/** Rows of an earlier layout that are valid from the offset `from` of the new text, whose offsets moved by `shift`. */
interface Reusable {
  readonly starts: Int32Array
  readonly from: number
  readonly shift: number
}

/** Starts of rows: new ones, followed by those of the earlier layout that are still valid. */
interface Broken {
  readonly fresh: readonly number[]
  readonly again: Int32Array
}

/** Breaks the text into rows from the start of a row. */
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

/** The end of the row that begins at `start`. Reads only as much of the paragraph as necessary. */
function endOfRow(text: string, start: number, paragraphEnd: number, columns: number): number {
  for (let reach = columns + 16; start + reach < paragraphEnd; reach *= 2) {
    // The last grapheme may be incomplete.
    const parts = graphemes(text.slice(start, start + reach)).slice(0, -1)
    const end = fitting(parts, columns)
    if (end !== undefined) return start + end
  }
  const end = fitting(graphemes(text.slice(start, paragraphEnd)), columns)
  return end === undefined ? paragraphEnd : start + end
}

/**
 * The length of a row: up to the last space or ideograph that fits, or a part of a word that is
 * longer than a row. Spaces at the end may exceed the row. Undefined if the whole text fits.
 */
function fitting(characters: readonly string[], columns: number): number | undefined {
  let offset = 0
  let used = 0
  let breakAt = 0
  let wasWide = false
  for (const character of characters) {
    const taken = cells(character)
    const isSpace = character === ' ' || character === '\t'
    const isWide = isIdeograph(character.charCodeAt(0))
    if ((isWide || wasWide) && !isSpace) breakAt = offset
    if (!isSpace && used + taken > columns && offset > 0) return breakAt > 0 ? breakAt : offset
    offset += character.length
    used += taken
    wasWide = isWide
    if (isSpace) breakAt = offset
  }
  return undefined
}

/** The columns of one visible grapheme. */
function cells(character: string): number {
  const code = character.charCodeAt(0)
  if (character.length === 1) {
    if ((code >= 0x20 && code < 0x7f) || (code > 0xa0 && code < 0x300 && code !== 0xad)) return 1
    if (isIdeograph(code)) return 2
  }
  return width(visible(character))
}

/** Kana, Han and Hangul have two columns each, and a line may break between any two. */
function isIdeograph(code: number): boolean {
  return (code >= 0x3041 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7a3)
}

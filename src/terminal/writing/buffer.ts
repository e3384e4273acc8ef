import { after, before, placeAt, wordAfter, wordBefore } from './boundaries.ts'
import type { Clipboard } from './clipboard.ts'

/** One step of undo: `inserted` replaced `removed` at the offset `at`. */
interface Change {
  readonly at: number
  readonly removed: string
  readonly inserted: string
  /** The place of the cursor before the step. */
  readonly from: number
}

/**
 * A text with a cursor: immutable data, for which the functions below give a changed copy.
 * The cursor is a UTF-16 offset that is never inside a grapheme.
 */
export interface TextBuffer {
  readonly text: string
  readonly cursor: number
  /** The column that moving up and down keeps; absent after other moves. */
  readonly goal?: number
  /**
   * At a soft break, the cursor is at the end of the row and not at the start of the next; absent after other moves.
   */
  readonly atRowEnd?: true
  /** The other end of what is selected; absent if nothing is. */
  readonly anchor?: number
  /** Every move of the cursor selects, until the text changes. */
  readonly isMarking?: true
  readonly past: readonly Change[]
  readonly future: readonly Change[]
  /** Whether the next typing or deletion at the same place extends the last step of undo. */
  readonly going?: 'typing' | 'deleting' | 'cutting'
}

/** Maximum steps of undo. */
const STEPS = 500

/** A buffer with a text and the cursor at its end. Line ends become `\n`. */
export function bufferOf(text: string): TextBuffer {
  const clean = tidy(text)
  return { text: clean, cursor: clean.length, past: [], future: [] }
}

/** Inserts text at the cursor, in place of what is selected. */
export function insert(buffer: TextBuffer, text: string): TextBuffer {
  const clean = tidy(text)
  if (clean === '') return buffer
  const typed = clean.length <= 16 && !clean.includes('\n')
  const { from, to } = selectionIn(buffer)
  const goesOn = typed && buffer.going === 'typing' && !/^\s/.test(clean)
  return replace(buffer, from, to, clean, typed ? 'typing' : undefined, goesOn)
}

/** Inserts a paste, as one step of undo. */
export function paste(buffer: TextBuffer, text: string): TextBuffer {
  const clean = tidy(text)
  const { from, to } = selectionIn(buffer)
  return clean === '' ? buffer : replace(buffer, from, to, clean, undefined, false)
}

/** Replaces the whole text, as one step of undo. */
export function replaceAll(buffer: TextBuffer, text: string): TextBuffer {
  const clean = tidy(text)
  return clean === buffer.text ? buffer : replace(buffer, 0, buffer.text.length, clean, undefined, false)
}

/** How far a deletion or a move goes. `line` is a paragraph, from one line end to the next. */
export type Unit = 'grapheme' | 'word' | 'line' | 'all'

/** Deletes from the cursor backwards, or what is selected. */
export function deleteBefore(buffer: TextBuffer, unit: Unit): TextBuffer {
  const { from, to } = reach(buffer, 'before', unit)
  return erase(buffer, from, to, 'deleting')
}

/** Deletes from the cursor forwards, or what is selected. */
export function deleteAfter(buffer: TextBuffer, unit: Unit): TextBuffer {
  const { from, to } = reach(buffer, 'after', unit)
  return erase(buffer, from, to, 'deleting')
}

/** As deleting, and puts what was there on the clipboard. */
export function cut(buffer: TextBuffer, side: 'before' | 'after', unit: Unit, clipboard: Clipboard): TextBuffer {
  const { from, to } = reach(buffer, side, unit)
  clipboard.put(buffer.text.slice(from, to), buffer.going === 'cutting' && !isSelected(buffer) ? side : 'none')
  return erase(buffer, from, to, 'cutting')
}

/** The range from the cursor as far as a unit reaches, or what is selected. */
function reach(buffer: TextBuffer, side: 'before' | 'after', unit: Unit): Range {
  if (isSelected(buffer)) return selectionIn(buffer)
  const { text, cursor } = buffer
  return side === 'before'
    ? { from: placesBefore[unit](text, cursor), to: cursor }
    : { from: cursor, to: placesAfter[unit](text, cursor) }
}

/** A part of a text. UTF-16 offsets. */
interface Range {
  readonly from: number
  readonly to: number
}

/** What is selected; an empty range at the cursor if nothing is. */
export function selectionIn({ cursor, anchor = cursor }: TextBuffer): Range {
  return { from: Math.min(anchor, cursor), to: Math.max(anchor, cursor) }
}

/** Whether some text is selected. */
export function isSelected({ cursor, anchor = cursor }: TextBuffer): boolean {
  return anchor !== cursor
}

/** The buffer after a move of its cursor, which selects if it is told to or if the buffer is marking. */
export function selecting(buffer: TextBuffer, moved: TextBuffer, selects: boolean): TextBuffer {
  if (!selects && buffer.isMarking === undefined) return moved
  const { cursor, anchor = cursor } = buffer
  return { ...moved, anchor, ...(buffer.isMarking && { isMarking: buffer.isMarking }) }
}

/** Begins to select with every move of the cursor, or ends that. */
export function toggleMark(buffer: TextBuffer): TextBuffer {
  return buffer.isMarking ? unselected(buffer) : { ...unselected(buffer), anchor: buffer.cursor, isMarking: true }
}

/** The buffer with nothing selected. Gives the same buffer if nothing was. */
export function unselected(buffer: TextBuffer): TextBuffer {
  return buffer.anchor === undefined ? buffer : moveTo(buffer, buffer.cursor)
}

/** Moves the cursor towards the start. */
export function moveBefore(buffer: TextBuffer, unit: Unit): TextBuffer {
  return moveTo(buffer, placesBefore[unit](buffer.text, buffer.cursor))
}

/** Moves the cursor towards the end. */
export function moveAfter(buffer: TextBuffer, unit: Unit): TextBuffer {
  return moveTo(buffer, placesAfter[unit](buffer.text, buffer.cursor))
}

/** Moves the cursor to an offset, or to the start of the grapheme around it. Gives the same buffer if it is there. */
export function moveTo(buffer: TextBuffer, at: number, goal?: number): TextBuffer {
  const cursor = placeAt(buffer.text, at)
  const isPlain = buffer.atRowEnd === undefined && buffer.anchor === undefined
  if (cursor === buffer.cursor && goal === buffer.goal && isPlain) return buffer
  const { text, past, future } = buffer
  return goal === undefined ? { text, cursor, past, future } : { text, cursor, past, future, goal }
}

/** Moves the cursor to the end of a row with a soft break at an offset. */
export function moveToRowEnd(buffer: TextBuffer, at: number): TextBuffer {
  return { ...moveTo(buffer, at), atRowEnd: true }
}

/** Undoes the last step. Gives the same buffer if there is none. */
export function undo(buffer: TextBuffer): TextBuffer {
  const last = buffer.past.at(-1)
  if (last === undefined) return buffer
  const text = splice(buffer.text, last.at, last.inserted.length, last.removed)
  return { text, cursor: last.from, past: buffer.past.slice(0, -1), future: [...buffer.future, last] }
}

/** Redoes the last undone step. Gives the same buffer if there is none. */
export function redo(buffer: TextBuffer): TextBuffer {
  const next = buffer.future.at(-1)
  if (next === undefined) return buffer
  const text = splice(buffer.text, next.at, next.removed.length, next.inserted)
  return {
    text,
    cursor: settle(text, next.at + next.inserted.length),
    past: [...buffer.past, next],
    future: buffer.future.slice(0, -1)
  }
}

type Place = (text: string, cursor: number) => number

const placesBefore: Readonly<Record<Unit, Place>> = {
  grapheme: before,
  word: wordBefore,
  line: (text, cursor) => (cursor === 0 ? 0 : text.lastIndexOf('\n', cursor - 1) + 1),
  all: () => 0
}

const placesAfter: Readonly<Record<Unit, Place>> = {
  grapheme: after,
  word: wordAfter,
  line: (text, cursor) => (text.indexOf('\n', cursor) < 0 ? text.length : text.indexOf('\n', cursor)),
  all: (text) => text.length
}

function erase(buffer: TextBuffer, from: number, to: number, going: 'deleting' | 'cutting'): TextBuffer {
  if (from >= to) return buffer
  return replace(buffer, from, to, '', going, buffer.going === going)
}

function replace(
  buffer: TextBuffer,
  from: number,
  to: number,
  inserted: string,
  going: TextBuffer['going'],
  goesOn: boolean
): TextBuffer {
  const change: Change = { at: from, removed: buffer.text.slice(from, to), inserted, from: buffer.cursor }
  const text = splice(buffer.text, from, to - from, inserted)
  const past = withChange(buffer.past, change, goesOn)
  return {
    text,
    cursor: settle(text, from + inserted.length),
    past,
    future: [],
    ...(going === undefined ? {} : { going })
  }
}

/** Inserted text may combine with the text after it; then the cursor is behind both. */
function settle(text: string, at: number): number {
  const place = placeAt(text, at)
  return place === at ? at : after(text, place)
}

function withChange(past: readonly Change[], change: Change, goesOn: boolean): readonly Change[] {
  const last = past.at(-1)
  const joined = goesOn && last !== undefined ? join(last, change) : undefined
  if (joined !== undefined) return [...past.slice(0, -1), joined]
  return [...past.slice(-STEPS + 1), change]
}

/** Joins two changes if the second continues the first. */
function join(first: Change, second: Change): Change | undefined {
  if (second.removed === '' && second.at === first.at + first.inserted.length) {
    return { ...first, inserted: first.inserted + second.inserted }
  }
  if (first.inserted !== '' || second.inserted !== '') return undefined
  if (second.at === first.at) return { ...first, removed: first.removed + second.removed }
  if (second.at + second.removed.length === first.at)
    return { ...first, at: second.at, removed: second.removed + first.removed }
  return undefined
}

function splice(text: string, at: number, length: number, inserted: string): string {
  return text.slice(0, at) + inserted + text.slice(at + length)
}

function tidy(text: string): string {
  return text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text
}

import type { Action } from '../keys/map.ts'
import type { Act } from '../keys/match.ts'
import type { Frame, Size } from '../../screen.ts'
import { found, lineFound } from '../../../display/filter.ts'
import { before } from '../../writing/boundaries.ts'
import { width } from '../../../display/width.ts'
import { visible } from '../../../text/visible.ts'
import { truncate, wrap, wrapItems, wrapShort } from '../../../display/wrap.ts'
import { hang, heightOf, pointerSign, shifted, stack, windowOf } from './blocks.ts'
import { viewField, type Field } from './field.ts'
import type { WidgetContext } from './widget.ts'

/** An item of a list. Labels and notes may contain control characters; they are escaped here. */
export interface PickItem {
  readonly id: string
  readonly label: string
  /** A text of any number of lines, or items that stand below each other. */
  readonly note?: string | readonly string[]
  /** What follows the note, on one line; called when the item is shown. */
  readonly preview?: () => string
  /** More text in which typed words are searched. */
  readonly text?: () => string
  /** A sign before the label: ticked or not, a number, a state. It has the same width in all items of a list. */
  readonly mark?: string
  /** The learner's own words, written in the list. */
  readonly field?: Field
  /** Whether the item is shown as chosen. */
  readonly chosen?: boolean
}

/** The place of the pointer, -1 if it is nowhere yet, and the words that filter the list. */
export interface PickState {
  readonly at: number
  readonly find: string
}

/** Minimum number of items at which typing filters the list. In shorter lists a digit goes to its item. */
const MANY = 10

/** Whether typing filters the list. */
export function isLong(items: readonly PickItem[]): boolean {
  return items.length >= MANY || items.some(({ text }) => text !== undefined)
}

/** Moves the pointer or filters the list. Gives the same state if the action does neither. */
export function actInPick(pick: PickState, act: Act, items: readonly PickItem[], room: Size): PickState {
  const { action } = act
  const shown = shownOf(items, pick.find)
  const here = shown.indexOf(pick.at)
  const last = shown.length - 1
  const steps: Readonly<Partial<Record<Action, number>>> = {
    up: here <= 0 ? last : here - 1,
    down: here === last ? 0 : here + 1,
    pageUp: Math.max(0, here - room.rows + 1),
    pageDown: Math.min(last, here + room.rows - 1),
    first: 0,
    last
  }
  const index = steps[action]
  if (index !== undefined) return { ...pick, at: shown[index] ?? pick.at }
  if (action !== 'deleteBefore' && action !== 'escape') return typed(pick, act, items)
  if (pick.find === '') return pick
  return narrowed(pick, items, action === 'escape' ? '' : pick.find.slice(0, before(pick.find, pick.find.length)))
}

function typed(pick: PickState, { text }: Act, items: readonly PickItem[]): PickState {
  if (text === '' || (text === ' ' && pick.find === '')) return pick
  if (isLong(items)) return narrowed(pick, items, pick.find + text)
  const index = /^[1-9]$/.test(text) ? Number(text) - 1 : -1
  return index >= 0 && index < items.length ? { ...pick, at: index } : pick
}

function narrowed(pick: PickState, items: readonly PickItem[], find: string): PickState {
  const shown = shownOf(items, find)
  // The field for own words is always shown, but the pointer goes to a match first.
  const stays = shown.includes(pick.at) && (find === '' || items[pick.at]?.field === undefined)
  return { find, at: stays ? pick.at : (shown[0] ?? pick.at) }
}

/** The item at the pointer; undefined if nothing matches. */
export function itemAt(items: readonly PickItem[], { at, find }: PickState): PickItem | undefined {
  return shownOf(items, find).includes(at) ? items[at] : undefined
}

/** Indices of the items that contain all the words, and of the item with a field. */
function shownOf(items: readonly PickItem[], find: string): number[] {
  if (find === '') return [...items.keys()]
  const holding = new Set(found(items, find))
  return [...items.keys()].filter((index) => holding.has(index) || items[index]?.field !== undefined)
}

/** Height of the whole list. */
export function heightOfPick(items: readonly PickItem[], { columns }: Size, context: WidgetContext): number {
  const view = { isHere: false, noteRows: NOTE_ROWS, isWriting: false }
  return heightOf(items.map((item) => block(item, view, columns, context)))
}

/** The list in at most `room.rows` lines, which contain the item at the pointer. */
export function viewPick(items: readonly PickItem[], pick: PickState, room: Size, context: WidgetContext): Frame {
  const { words, theme } = context
  const shown = shownOf(items, pick.find)
  const said = words.walk.rich.pick
  const head =
    pick.find === '' ? [] : [theme.strong(truncate(said.find(visible(pick.find)), room.columns, theme.glyphs.ellipsis))]
  if (shown.length === 0)
    return { lines: [...head, ...wrap(said.notFound, room.columns).map((line) => theme.quiet(line))] }
  const here = Math.max(0, shown.indexOf(pick.at))
  // No more items can be visible, and a list may contain a whole journal.
  const from = Math.max(0, here - room.rows)
  const near = shown.slice(from, here + room.rows + 1)
  const made = (noteRows: number) =>
    near.map((index) => {
      const isHere = index === pick.at
      const item = pointedOut(items[index], pick.find, room)
      const view = { isHere, noteRows: isHere ? NOTE_ROWS : noteRows, isWriting: pick.find === '' }
      return block(item, view, room.columns, context)
    })
  const fits = (all: readonly Frame[]) => near.length === shown.length && heightOf(all) + head.length <= room.rows
  const whole = made(NOTE_ROWS)
  const blocks = fits(whole) || pick.find !== '' ? whole : ([made(1)].find(fits) ?? made(0))
  const hidden = { above: from, below: shown.length - from - near.length }
  return stack({ lines: head }, windowOf(blocks, here - from, room.rows - head.length, context, hidden))
}

/**
 * If the typed words are in the item's text and not in its label, the line that contains them replaces its note.
 */
function pointedOut(item: PickItem | undefined, find: string, { columns }: Size): PickItem | undefined {
  const place = item === undefined || find === '' ? undefined : lineFound(item, find)
  if (item === undefined || place === undefined) return item
  const start = Math.max(0, place.at - Math.floor(columns / 3))
  const { preview: _, ...rest } = item
  return { ...rest, note: truncate((start === 0 ? '' : '… ') + visible(place.line.slice(start)), columns - 6) }
}

/** Maximum number of lines of a note. */
const NOTE_ROWS = 3

function noteLines({ note, preview }: PickItem, columns: number, rows: number, context: WidgetContext): string[] {
  const lines = rows === 0 || note === undefined ? [] : linesOfNote(note, columns, rows, context)
  const more = lines.length < rows ? visible(preview?.() ?? '') : ''
  return more === '' ? lines : [...lines, truncate(more, columns, context.theme.glyphs.ellipsis)]
}

function block(
  item: PickItem | undefined,
  { isHere, noteRows, isWriting }: { isHere: boolean; noteRows: number; isWriting: boolean },
  columns: number,
  context: WidgetContext
): Frame {
  if (item === undefined) return { lines: [] }
  const { theme } = context
  const markStyle = item.chosen === true ? theme.good : theme.quiet
  const sign = pointerSign(isHere, theme) + (item.mark === undefined ? '' : `${markStyle(item.mark)} `)
  const inner = Math.max(8, columns - width(sign) - 1)
  const label = wrap(visible(item.label), inner).map((line) => (isHere ? theme.strong(line) : line))
  // Indented, so that without colours it does not look like an item.
  const note = noteLines(item, Math.max(8, inner - 2), noteRows, context).map((line) => `  ${theme.quiet(line)}`)
  const isWritten = item.field !== undefined && (item.field.buffer.text !== '' || (isHere && isWriting))
  const field = item.field !== undefined && isWritten ? viewField(item.field, { columns: inner, rows: 3 }) : undefined
  const lines = hang(sign, [...label, ...note, ...(field?.lines ?? [])])
  if (!isHere || !isWriting) return { lines }
  return { lines, cursor: shifted(field?.cursor, label.length + note.length, width(sign)) }
}

function linesOfNote(
  note: string | readonly string[],
  columns: number,
  rows: number,
  { theme, words }: WidgetContext
): string[] {
  const { ellipsis } = theme.glyphs
  if (typeof note === 'string') return wrapShort(visible(note, { newlines: true }), columns, rows, ellipsis)
  const items = note.map((item) => visible(item))
  return wrapItems(items, columns, rows, { ellipsis, more: words.walk.rich.pick.others })
}

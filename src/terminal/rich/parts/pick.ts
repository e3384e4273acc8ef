import type { Action } from '../keys/map.ts'
import type { Act } from '../keys/match.ts'
import type { Size } from '../../screen.ts'
import { found } from '../../../display/filter.ts'
import { before } from '../../writing/boundaries.ts'
import type { Field } from './field.ts'

/** An item of a list. Labels and notes may contain control characters; they are escaped here. */
export interface PickItem {
  readonly id: string
  readonly label: string
  /** A text of any number of lines, or items below each other. */
  readonly note?: string | readonly string[]
  /** A short fact at the end of the label's row, always shown. If any item has one, short notes are on the row too. */
  readonly aside?: string
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
export function shownOf(items: readonly PickItem[], find: string): number[] {
  if (find === '') return [...items.keys()]
  const holding = new Set(found(items, find))
  return [...items.keys()].filter((index) => holding.has(index) || items[index]?.field !== undefined)
}

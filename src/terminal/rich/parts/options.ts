import type { Option, Other } from '../../../questions/shared/model.ts'
import type { Key } from '../../keys.ts'
import type { Size } from '../../screen.ts'
import { fieldOf, keyInLine, pasteInto } from './field.ts'
import type { Field } from './field.ts'
import { keyInPick } from './pick.ts'
import type { PickState, PickItem } from './pick.ts'
import { partOf } from './widget.ts'
import type { WidgetContext } from './widget.ts'

/** The id of the learner's own words; the pack format reserves it. */
export const OTHER = 'other'

/** The state of a list of options, some of which are chosen, with the learner's own words at its end. */
export interface Options {
  readonly pick: PickState
  readonly chosen: readonly string[]
  readonly other: Field
}

interface Offer {
  readonly options: readonly Option[]
  readonly other: boolean
}

/** The state for an answer. Options that the prompt does not contain (any more) are left out. */
export function optionsOf({ options, other }: Offer, answers: readonly unknown[]): Options {
  const words = answers.map((answer) => partOf(answer, 'other')).find((part) => typeof part === 'string')
  const chosen = options.map(({ id }) => id).filter((id) => answers.includes(id))
  const first = chosen[0]
  const at =
    first === undefined
      ? words === undefined || !other
        ? 0
        : options.length
      : options.findIndex(({ id }) => id === first)
  return {
    pick: { at, find: '' },
    chosen: words === undefined || !other ? chosen : [...chosen, OTHER],
    other: fieldOf(typeof words === 'string' ? words : '')
  }
}

/** The items of the list, each with its mark. */
export function itemsOf(
  { options, other }: Offer,
  state: Options,
  marks: readonly [on: string, off: string],
  context: WidgetContext
): PickItem[] {
  const mark = (id: string) => ({ mark: marks[state.chosen.includes(id) ? 0 : 1], chosen: state.chosen.includes(id) })
  const items: PickItem[] = options.map((option) => ({ ...option, ...mark(option.id) }))
  if (other) items.push({ id: OTHER, label: context.words.walk.rich.pick.other, field: state.other, ...mark(OTHER) })
  return items
}

/** What is chosen, in the order of the options. */
export function chosenIn(state: Options): (string | Other)[] {
  return state.chosen.flatMap((id): (string | Other)[] => {
    if (id !== OTHER) return [id]
    return isBlank(state) ? [] : [{ other: state.other.buffer.text.trim() }]
  })
}

/** Whether the learner has written no own words. */
export function isBlank({ other }: Options): boolean {
  return other.buffer.text.trim() === ''
}

/** The room for the learner's own words. */
function otherRoom(room: Size): Size {
  return { columns: Math.max(8, room.columns - 6), rows: 3 }
}

/** Whether keys write own words: the pointer is at them and no filter is active. */
function isWriting({ pick }: Options, items: readonly PickItem[]): boolean {
  return pick.find === '' && items[pick.at]?.field !== undefined
}

/** The filter, if nothing matches it and it can become own words. */
export function soughtWords({ pick }: Options, items: readonly PickItem[]): string | undefined {
  return pick.find.trim() !== '' && items[pick.at]?.field !== undefined ? pick.find : undefined
}

/** Turns the filter into own words. */
export function writeSought(state: Options, sought: string, several: boolean): Options {
  return withOther({ ...state, pick: { ...state.pick, find: '' } }, fieldOf(sought), several)
}

/** Applies a key that writes own words or moves the pointer. Writing own words chooses them. */
export function keyInOptions(
  state: Options,
  key: Key,
  items: readonly PickItem[],
  room: Size,
  several: boolean
): Options {
  if (isWriting(state, items) && !(key.name === 'space' && isBlank(state))) {
    const other = keyInLine(state.other, key, otherRoom(room))
    if (other !== state.other) return withOther(state, other, several)
  }
  const moved = keyInPick(state.pick, key, items, room)
  // Moving to the own words with the arrows ends the filter.
  const isThere = key.text === '' && key.name !== 'backspace' && items[moved.at]?.field !== undefined
  const pick = isThere && moved.find !== '' ? { ...moved, find: '' } : moved
  return pick === state.pick ? state : { ...state, pick }
}

/** Pastes into the own words if the pointer is at them. */
export function pasteInOptions(
  state: Options,
  text: string,
  items: readonly PickItem[],
  room: Size,
  several: boolean
): Options {
  if (!isWriting(state, items)) return state
  return withOther(state, pasteInto(state.other, text, otherRoom(room), 'one'), several)
}

function withOther(state: Options, other: Field, several: boolean): Options {
  const others = several
    ? state.chosen.filter((id) => id !== OTHER)
    : state.chosen.filter((id) => id !== OTHER && isBlank({ ...state, other }))
  return { ...state, other, chosen: isBlank({ ...state, other }) ? others : [...others, OTHER] }
}

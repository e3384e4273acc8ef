import type { Option, Other } from '../../../questions/shared/model.ts'
import type { Key } from '../../keys.ts'
import type { Size } from '../../screen.ts'
import { fieldOf, keyInLine, pasteInto } from './field.ts'
import type { Field } from './field.ts'
import { keyInPick } from './pick.ts'
import type { Pick, PickItem } from './pick.ts'
import { partOf } from './widget.ts'
import type { WidgetContext } from './widget.ts'

/** The id of words of one's own; the pack format keeps it free. */
export const OTHER = 'other'

/** A list of options in which some are taken, and words of one's own at its end. */
export interface Options {
  readonly pick: Pick
  readonly taken: readonly string[]
  readonly other: Field
}

interface Offer {
  readonly options: readonly Option[]
  readonly other: boolean
}

/** The state for an answer that is there; what the offer does not hold (any more) is left out. */
export function optionsOf({ options, other }: Offer, answers: readonly unknown[]): Options {
  const words = answers.map((answer) => partOf(answer, 'other')).find((part) => typeof part === 'string')
  const taken = options.map(({ id }) => id).filter((id) => answers.includes(id))
  const first = taken[0]
  const at =
    first === undefined
      ? words === undefined || !other
        ? 0
        : options.length
      : options.findIndex(({ id }) => id === first)
  return {
    pick: { at, find: '' },
    taken: words === undefined || !other ? taken : [...taken, OTHER],
    other: fieldOf(typeof words === 'string' ? words : '')
  }
}

/** The lines of the list, each with its mark. */
export function itemsOf(
  { options, other }: Offer,
  state: Options,
  marks: readonly [on: string, off: string],
  context: WidgetContext
): PickItem[] {
  const mark = (id: string) => ({ mark: marks[state.taken.includes(id) ? 0 : 1], chosen: state.taken.includes(id) })
  const items: PickItem[] = options.map((option) => ({ ...option, ...mark(option.id) }))
  if (other) items.push({ id: OTHER, label: context.words.walk.rich.pick.other, field: state.other, ...mark(OTHER) })
  return items
}

/** What is taken, in the options' order. */
export function takenIn(state: Options): (string | Other)[] {
  return state.taken.flatMap((id): (string | Other)[] => {
    if (id !== OTHER) return [id]
    return isBlank(state) ? [] : [{ other: state.other.buffer.text.trim() }]
  })
}

/** Whether no words of one's own are written. */
export function isBlank({ other }: Options): boolean {
  return other.buffer.text.trim() === ''
}

/** Room for words of one's own. */
function otherRoom(room: Size): Size {
  return { columns: Math.max(8, room.columns - 6), rows: 3 }
}

/** Whether keys are words of one's own: the pointer is at them, and nothing is being looked for. */
function isWriting({ pick }: Options, items: readonly PickItem[]): boolean {
  return pick.find === '' && items[pick.at]?.field !== undefined
}

/** What was looked for and not found, if it can be taken for words of one's own. */
export function soughtWords({ pick }: Options, items: readonly PickItem[]): string | undefined {
  return pick.find.trim() !== '' && items[pick.at]?.field !== undefined ? pick.find : undefined
}

/** What was looked for becomes words of one's own. */
export function writeSought(state: Options, sought: string, several: boolean): Options {
  return withOther({ ...state, pick: { ...state.pick, find: '' } }, fieldOf(sought), several)
}

/** A key where words of one's own are written, or that moves in the list. Writing them takes them. */
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
  // Who goes to words of one's own with the arrows is done with looking for others.
  const isThere = key.text === '' && key.name !== 'backspace' && items[moved.at]?.field !== undefined
  const pick = isThere && moved.find !== '' ? { ...moved, find: '' } : moved
  return pick === state.pick ? state : { ...state, pick }
}

/** A paste becomes words of one's own where the pointer is at them. */
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
    ? state.taken.filter((id) => id !== OTHER)
    : state.taken.filter((id) => id !== OTHER && isBlank({ ...state, other }))
  return { ...state, other, taken: isBlank({ ...state, other }) ? others : [...others, OTHER] }
}

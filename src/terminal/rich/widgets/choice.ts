import type { ChoicePrompt, ChoicesPrompt, Other } from '../../../questions/shared/model.ts'
import type { Key } from '../../keys.ts'
import type { Size } from '../../screen.ts'
import { stack } from '../parts/blocks.ts'
import { fieldOf, keyInLine, pasteInto, type Field } from '../parts/field.ts'
import { isLong, itemAt, keyInPick, viewPick, type PickItem, type PickState } from '../parts/pick.ts'
import { Next, partOf, type Widget, type WidgetContext } from '../parts/widget.ts'

/** The id of the learner's own words; the pack format reserves it. */
const OTHER = 'other'

/** The state of a list of options, some of which are chosen, with the learner's own words at its end. */
interface Options {
  readonly pick: PickState
  readonly chosen: readonly string[]
  readonly other: Field
}

type Offer = Pick<ChoicePrompt, 'options' | 'other'>

/** A choice of one option: Enter chooses the option at the pointer and continues, Space only chooses it. */
export function choice(prompt: Offer, answer: unknown, context: WidgetContext): Widget<Options> {
  const { chosen, open } = context.theme.glyphs
  const { keys } = context.words.walk.rich
  const list = optionList(prompt, [chosen, open], false, context)
  return {
    start: optionsOf(prompt, [answer]),
    key(state, key, room) {
      const id = list.idAt(state)
      const sought = list.sought(state)
      if (key.name === 'enter' && sought !== undefined) return list.writeSought(state, sought)
      const isEmptyOther = id === OTHER && prompt.other && isBlank(state.other)
      if (key.name === 'enter') return id === undefined || isEmptyOther ? state : new Next({ ...state, chosen: [id] })
      const changed = list.key(state, key, room)
      if (changed !== state || key.name !== 'space' || id === undefined || isEmptyOther) return changed
      return { ...state, chosen: [id] }
    },
    paste: list.paste,
    view: list.view,
    value: (state) => chosenIn(state)[0],
    hints: (state) => [list.sought(state) === undefined ? keys.enterChoose : keys.enterOwn, ...list.hints(state)]
  }
}

/** A choice of several options: Space ticks, Enter continues. */
export function choices(prompt: ChoicesPrompt, answer: unknown, context: WidgetContext): Widget<Options> {
  const { ticked, unticked } = context.theme.glyphs
  const { keys, pick: said } = context.words.walk.rich
  const list = optionList(prompt, [ticked, unticked], true, context)
  const order = [...prompt.options.map(({ id }) => id), ...(prompt.other ? [OTHER] : [])]
  return {
    start: optionsOf(prompt, Array.isArray(answer) ? answer : []),
    key(state, key, room) {
      if (key.name === 'enter') return new Next(state)
      const id = list.idAt(state)
      const sought = list.sought(state)
      if (key.name === 'space' && sought !== undefined) return list.writeSought(state, sought)
      const isWriting = id === OTHER && prompt.other
      if (key.name !== 'space' || id === undefined || isWriting) return list.key(state, key, room)
      const chosen = state.chosen.includes(id) ? state.chosen.filter((other) => other !== id) : [...state.chosen, id]
      return { ...state, pick: { ...state.pick, find: '' }, chosen: order.filter((one) => chosen.includes(one)) }
    },
    paste: list.paste,
    view(state, room) {
      const count = context.theme.quiet(said.howMany(chosenIn(state).length, prompt.pick))
      return stack(list.view(state, { ...room, rows: room.rows - 1 }), { lines: [count] })
    },
    value(state) {
      const chosen = chosenIn(state)
      return chosen.length === 0 ? undefined : chosen
    },
    hints: (state) => [
      list.sought(state) === undefined ? keys.spaceTick : keys.spaceOwn,
      keys.enterNext,
      ...list.hints(state)
    ]
  }
}

/** The state for an answer. Options that the prompt does not contain (any more) are left out. */
function optionsOf({ options, other }: Offer, answers: readonly unknown[]): Options {
  const words = answers.map((answer) => partOf(answer, 'other')).find((part) => typeof part === 'string')
  const known = options.map(({ id }) => id).filter((id) => answers.includes(id))
  const chosen = words === undefined || !other ? known : [...known, OTHER]
  const ids = [...options.map(({ id }) => id), OTHER]
  return { pick: { at: Math.max(0, ids.indexOf(chosen[0] ?? '')), find: '' }, chosen, other: fieldOf(words ?? '') }
}

/** What the lists of one and of several options have in common. `marks` are those of a chosen and of another option. */
function optionList(
  { options, other }: Offer,
  marks: readonly [on: string, off: string],
  several: boolean,
  context: WidgetContext
) {
  const { pick: said, keys } = context.words.walk.rich
  const items = (state: Options): PickItem[] => {
    const mark = (id: string) => ({ mark: marks[state.chosen.includes(id) ? 0 : 1], chosen: state.chosen.includes(id) })
    const otherItem = { id: OTHER, label: said.other, field: state.other, ...mark(OTHER) }
    return [...options.map((option) => ({ ...option, ...mark(option.id) })), ...(other ? [otherItem] : [])]
  }
  const isOther = ({ at }: PickState) => other && at === options.length
  /** Keys write own words when the pointer is at them and no filter is active. */
  const isWriting = ({ pick }: Options) => pick.find === '' && isOther(pick)
  const room = ({ columns }: Size): Size => ({ columns: Math.max(8, columns - 6), rows: 3 })
  /** Own words are chosen by writing them. */
  const write = (state: Options, field: Field): Options => {
    const others = state.chosen.filter((id) => id !== OTHER && (several || isBlank(field)))
    return { ...state, other: field, chosen: isBlank(field) ? others : [...others, OTHER] }
  }
  return {
    idAt: (state: Options) => itemAt(items(state), state.pick)?.id,
    /** The filter, if nothing matches it and it can become own words. */
    sought: ({ pick }: Options) => (pick.find.trim() !== '' && isOther(pick) ? pick.find : undefined),
    writeSought: (state: Options, sought: string) =>
      write({ ...state, pick: { ...state.pick, find: '' } }, fieldOf(sought)),
    key(state: Options, key: Key, size: Size): Options {
      if (isWriting(state) && !(key.name === 'space' && isBlank(state.other))) {
        const changed = keyInLine(state.other, key, room(size))
        if (changed !== state.other) return write(state, changed)
      }
      const moved = keyInPick(state.pick, key, items(state), size)
      // Moving to the own words with the arrows ends the filter.
      const isThere = key.text === '' && key.name !== 'backspace' && isOther(moved)
      const pick = isThere && moved.find !== '' ? { ...moved, find: '' } : moved
      return pick === state.pick ? state : { ...state, pick }
    },
    paste: (state: Options, text: string, size: Size) =>
      isWriting(state) ? write(state, pasteInto(state.other, text, room(size), 'one')) : state,
    view: (state: Options, size: Size) => viewPick(items(state), state.pick, size, context),
    hints: (state: Options) => (isLong(items(state)) ? [keys.typeToFind] : [])
  }
}

/** What is chosen, in the order of the options. */
function chosenIn({ chosen, other }: Options): (string | Other)[] {
  return chosen.flatMap((id): (string | Other)[] => {
    if (id !== OTHER) return [id]
    return isBlank(other) ? [] : [{ other: other.buffer.text.trim() }]
  })
}

/** Whether the learner has written no own words. */
function isBlank({ buffer }: Field): boolean {
  return buffer.text.trim() === ''
}

import type { ChoicePrompt, ChoicesPrompt, Other } from '../../../questions/shared/model.ts'
import type { Size } from '../../screen.ts'
import { stack } from '../parts/blocks.ts'
import { choiceModes, choicesModes, type Mode, type OptionModes } from '../keys/map.ts'
import type { Act } from '../keys/match.ts'
import { actInLine, fieldOf, pasteInto, type Field } from '../parts/field.ts'
import { actInPick, isLong, itemAt, type PickItem, type PickState } from '../parts/pick.ts'
import { viewPick } from '../parts/pick-view.ts'
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

/**
 * A choice of one option: Enter chooses the option at the pointer and continues, Space and digits only choose it. Without an
 * answer the pointer is nowhere, so that one Enter too many chooses nothing.
 */
export function choice(prompt: Offer, answer: unknown, context: WidgetContext): Widget<Options> {
  const { chosen, open } = context.theme.glyphs
  const list = optionList(prompt, [chosen, open], false, context)
  return {
    start: optionsOf(prompt, [answer]),
    mode: (state) => list.mode(state, choiceModes),
    act(state, act, room) {
      const id = list.idAt(state)
      const sought = list.sought(state)
      if (act.action === 'enter' && sought !== undefined) return list.writeSought(state, sought)
      const isEmptyOther = id === OTHER && prompt.other && isBlank(state.other)
      if (act.action === 'enter') return id === undefined || isEmptyOther ? state : new Next({ ...state, chosen: [id] })
      const changed = list.act(state, act, room)
      const chooses = act.action === 'space' ? changed === state : isDigit(act) && changed.pick !== state.pick
      const now = list.idAt(changed)
      if (!chooses || now === undefined || (now === OTHER && isBlank(changed.other)) || changed.pick.find !== '')
        return changed
      return { ...changed, chosen: [now] }
    },
    paste: list.paste,
    view: list.view,
    value: (state) => chosenIn(state)[0],
    howTo: (state) => (list.idAt(state) === OTHER && prompt.other ? 'own' : 'choose')
  }
}

/** A choice of several options: Space or a digit ticks, Enter continues. */
export function choices(prompt: ChoicesPrompt, answer: unknown, context: WidgetContext): Widget<Options> {
  const { ticked, unticked } = context.theme.glyphs
  const { pick: said } = context.words.walk.rich
  const list = optionList(prompt, [ticked, unticked], true, context)
  const order = [...prompt.options.map(({ id }) => id), ...(prompt.other ? [OTHER] : [])]
  const tick = (state: Options, id: string): Options => {
    const chosen = state.chosen.includes(id) ? state.chosen.filter((other) => other !== id) : [...state.chosen, id]
    return { ...state, pick: { ...state.pick, find: '' }, chosen: order.filter((one) => chosen.includes(one)) }
  }
  return {
    start: optionsOf(prompt, Array.isArray(answer) ? answer : []),
    mode: (state) => list.mode(state, choicesModes),
    act(state, act, room) {
      const isEmpty = chosenIn(state).length === 0
      if (act.action === 'enter') return isEmpty ? state : new Next(state)
      const id = list.idAt(state)
      const sought = list.sought(state)
      if (act.action === 'useWords' && sought !== undefined) return list.writeSought(state, sought)
      const isWriting = id === OTHER && prompt.other
      if (act.action === 'tick' && id !== undefined && !isWriting) return tick(state, id)
      const after = list.act(state, act, room)
      const there = list.idAt(after)
      const isByNumber = isDigit(act) && !isWriting && after.pick.find === ''
      return isByNumber && after !== state && there !== undefined && there !== OTHER ? tick(after, there) : after
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
    howTo: (state) => (list.idAt(state) === OTHER && prompt.other ? 'own' : 'tick')
  }
}

/** The state for an answer. Options that the prompt does not contain (any more) are left out. */
function optionsOf({ options, other }: Offer, answers: readonly unknown[]): Options {
  const words = answers.map((answer) => partOf(answer, 'other')).find((part) => typeof part === 'string')
  const known = options.map(({ id }) => id).filter((id) => answers.includes(id))
  const chosen = words === undefined || !other ? known : [...known, OTHER]
  const ids = [...options.map(({ id }) => id), OTHER]
  return { pick: { at: ids.indexOf(chosen[0] ?? ''), find: '' }, chosen, other: fieldOf(words ?? '') }
}

/** What the lists of one and of several options have in common. `marks` are those of a chosen and of another option. */
function optionList(
  { options, other }: Offer,
  marks: readonly [on: string, off: string],
  several: boolean,
  context: WidgetContext
) {
  const { pick: said } = context.words.walk.rich
  const items = (state: Options): PickItem[] => {
    const mark = (id: string) => ({ mark: marks[state.chosen.includes(id) ? 0 : 1], chosen: state.chosen.includes(id) })
    const otherItem = { id: OTHER, label: said.other, field: state.other, ...mark(OTHER) }
    return [...options.map((option) => ({ ...option, ...mark(option.id) })), ...(other ? [otherItem] : [])]
  }
  const isOther = ({ at }: PickState) => other && at === options.length
  /** Text is written into own words when the pointer is at them and no filter is active. */
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
    /** The mode: of a short or a long list, of a filter that matches nothing, or of own words. */
    mode(state: Options, { short, long, finding, sought, own }: OptionModes): Mode {
      if (isWriting(state)) return own
      if (state.pick.find === '') return isLong(items(state)) ? long : short
      return isOther(state.pick) ? sought : finding
    },
    act(state: Options, act: Act, size: Size): Options {
      if (isWriting(state) && !(act.text === ' ' && isBlank(state.other))) {
        const changed = actInLine(state.other, act, room(size))
        if (changed !== state.other) return write(state, changed)
      }
      const moved = actInPick(state.pick, act, items(state), size)
      // Moving to the own words with the arrows ends the filter.
      const isThere = act.text === '' && act.action !== 'deleteBefore' && isOther(moved)
      const pick = isThere && moved.find !== '' ? { ...moved, find: '' } : moved
      return pick === state.pick ? state : { ...state, pick }
    },
    paste: (state: Options, text: string, size: Size) =>
      isWriting(state) ? write(state, pasteInto(state.other, text, room(size), 'one')) : state,
    view: (state: Options, size: Size) => viewPick(items(state), state.pick, size, context)
  }
}

/** Whether a digit was typed. */
function isDigit({ text }: Act): boolean {
  return /^\d$/.test(text)
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

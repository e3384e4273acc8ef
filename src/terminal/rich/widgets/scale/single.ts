import type { ScalePrompt } from '../../../../questions/shared/model.ts'
import type { Size } from '../../../screen.ts'
import { crop } from '../../parts/blocks.ts'
import { modes } from '../../keys/map.ts'
import { actInPick, type PickState, type PickItem } from '../../parts/pick.ts'
import { heightOfPick, viewPick } from '../../parts/pick-view.ts'
import { Next, type WidgetContext, type Widget } from '../../parts/widget.ts'
import { isRating, labelOf, legendOf, rail, ratingsOf, signOf, typedRating, type Rating } from './ratings.ts'

interface Single {
  readonly pick: PickState
  readonly rating?: Rating
  /** Digits typed so far; together they are one number. */
  readonly digits: string
}

/** One rating: a list of numbers with their labels, or a row of numbers if that is too high. */
export function singleScale(prompt: ScalePrompt, answer: unknown, context: WidgetContext): Widget<Single> {
  const ratings = ratingsOf(prompt)
  const items = (state: Single) => singleItems(prompt, ratings, state, context)
  const begun = isRating(prompt, answer) ? { rating: answer } : {}
  const at = begun.rating === undefined ? -1 : ratings.indexOf(begun.rating)
  return {
    start: { pick: { at, find: '' }, digits: '', ...begun },
    mode: () => modes.scale,
    act(state, act, room) {
      const { action } = act
      const typed = typedRating(prompt, act.text, state.digits)
      if (typed !== undefined) return { ...typed, pick: { at: ratings.indexOf(typed.rating), find: '' } }
      const here = ratings[state.pick.at]
      if (action === 'enter' && here !== undefined) return new Next({ ...state, rating: here })
      if (action === 'space' && here !== undefined) return { ...state, rating: here }
      const pick = actInPick(state.pick, { ...act, text: '' }, items(state), room)
      return pick === state.pick ? state : { ...state, pick, digits: '' }
    },
    view: (state, room) =>
      heightOfPick(items(state), room, context) > room.rows
        ? viewRow(prompt, ratings[state.pick.at], room, context)
        : viewPick(items(state), state.pick, room, context),
    value: ({ rating }) => rating,
    howTo: () => 'choose'
  }
}

function singleItems(
  prompt: ScalePrompt,
  ratings: readonly Rating[],
  state: Single,
  context: WidgetContext
): PickItem[] {
  const room = Math.max(...ratings.map((rating) => signOf(rating).length))
  const { chosen, open } = context.theme.glyphs
  return ratings.map((rating) => {
    const isChosen = state.rating === rating
    const sign = signOf(rating).padStart(room)
    return {
      id: sign,
      label: `${sign}  ${labelOf(prompt, rating, context)}`.trimEnd(),
      mark: isChosen ? chosen : open,
      chosen: isChosen
    }
  })
}

/** The labels above a row of all numbers. The number at the pointer is marked. */
function viewRow(prompt: ScalePrompt, here: Rating | undefined, room: Size, context: WidgetContext) {
  const legend = legendOf(prompt, room.columns, Math.max(1, room.rows - 2), context)
  return crop({ lines: [...legend, rail(prompt, here, room.columns, context)] }, room.rows)
}

import { modes } from '../keys/map.ts'
import { actInPick, type PickState, type PickItem } from '../parts/pick.ts'
import { viewPick } from '../parts/pick-view.ts'
import { readYesOrNo } from '../../../questions/yes-no.ts'
import { Next, typingIn, type WidgetContext, type Widget } from '../parts/widget.ts'

interface YesNo {
  readonly pick: PickState
  readonly chosen?: boolean
}

/** Yes or no, chosen by letter, or with the pointer and Enter. */
export function yesNo(answer: unknown, context: WidgetContext): Widget<YesNo> {
  const { rich } = context.words.walk
  const { chosen, open } = context.theme.glyphs
  const labels = [rich.yes, rich.no]
  const items = (state: YesNo): PickItem[] =>
    labels.map((label, index) => {
      const isChosen = state.chosen === (index === 0)
      return { id: label, label, mark: isChosen ? chosen : open, chosen: isChosen }
    })
  const start = typeof answer === 'boolean' ? { chosen: answer } : {}
  return {
    start: { pick: { at: [true, false].findIndex((each) => each === answer), find: '' }, ...start },
    mode: () => modes.yesNo,
    act(state, act, room) {
      const byLetter = act.action === 'type' ? readYesOrNo(act.text, typingIn(context)) : undefined
      if (byLetter !== undefined) return { pick: { at: byLetter ? 0 : 1, find: '' }, chosen: byLetter }
      const isHere = state.pick.at >= 0
      if (act.action === 'enter') return isHere ? new Next({ ...state, chosen: state.pick.at === 0 }) : state
      if (act.action === 'space') return isHere ? { ...state, chosen: state.pick.at === 0 } : state
      const pick = actInPick(state.pick, act, items(state), room)
      return pick === state.pick ? state : { ...state, pick }
    },
    view: (state, room) => viewPick(items(state), state.pick, room, context),
    value: (state) => state.chosen,
    howTo: () => 'choose'
  }
}

import type { ChoicePrompt } from '../../../questions/shared/model.ts'
import {
  isBlank,
  itemsOf,
  keyInOptions,
  optionsOf,
  OTHER,
  pasteInOptions,
  soughtWords,
  chosenIn,
  writeSought
} from '../parts/options.ts'
import type { Options } from '../parts/options.ts'
import { isLong, itemAt, viewPick } from '../parts/pick.ts'
import { Next } from '../parts/widget.ts'
import type { WidgetContext, Widget } from '../parts/widget.ts'

/** A choice of one option: Enter chooses the option at the pointer and continues, Space only chooses it. */
export function choice(
  prompt: Pick<ChoicePrompt, 'options' | 'other'>,
  answer: unknown,
  context: WidgetContext
): Widget<Options> {
  const { chosen, open } = context.theme.glyphs
  const items = (state: Options) => itemsOf(prompt, state, [chosen, open], context)
  return {
    start: optionsOf(prompt, [answer]),
    key(state, key, room) {
      const id = itemAt(items(state), state.pick)?.id
      const sought = soughtWords(state, items(state))
      if (key.name === 'enter' && sought !== undefined) return writeSought(state, sought, false)
      const isEmptyOther = id === OTHER && prompt.other && isBlank(state)
      if (key.name === 'enter') return id === undefined || isEmptyOther ? state : new Next({ ...state, chosen: [id] })
      const changed = keyInOptions(state, key, items(state), room, false)
      if (changed !== state || key.name !== 'space' || id === undefined || isEmptyOther) return changed
      return { ...state, chosen: [id] }
    },
    paste: (state, text, room) => pasteInOptions(state, text, items(state), room, false),
    view: (state, room) => viewPick(items(state), state.pick, room, context),
    value: (state) => chosenIn(state)[0],
    hints(state) {
      const { keys } = context.words.walk.rich
      const enter = soughtWords(state, items(state)) === undefined ? keys.enterChoose : keys.enterOwn
      return [enter, ...(isLong(items(state)) ? [keys.typeToFind] : [])]
    }
  }
}

import type { ChoicesPrompt } from '../../../questions/shared/model.ts'
import { stack } from '../parts/blocks.ts'
import {
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

/** A choice of several options: Space ticks, Enter continues. */
export function choices(prompt: ChoicesPrompt, answer: unknown, context: WidgetContext): Widget<Options> {
  const { ticked, unticked } = context.theme.glyphs
  const items = (state: Options) => itemsOf(prompt, state, [ticked, unticked], context)
  const said = context.words.walk.rich
  const inOrder = (chosen: readonly string[]) =>
    [...prompt.options.map(({ id }) => id), ...(prompt.other ? [OTHER] : [])].filter((id) => chosen.includes(id))
  return {
    start: optionsOf(prompt, Array.isArray(answer) ? answer : []),
    key(state, key, room) {
      if (key.name === 'enter') return new Next(state)
      const id = itemAt(items(state), state.pick)?.id
      const sought = soughtWords(state, items(state))
      if (key.name === 'space' && sought !== undefined) return writeSought(state, sought, true)
      const isWriting = id === OTHER && prompt.other
      if (key.name !== 'space' || id === undefined || isWriting)
        return keyInOptions(state, key, items(state), room, true)
      const chosen = state.chosen.includes(id) ? state.chosen.filter((other) => other !== id) : [...state.chosen, id]
      return { pick: { ...state.pick, find: '' }, other: state.other, chosen: inOrder(chosen) }
    },
    paste: (state, text, room) => pasteInOptions(state, text, items(state), room, true),
    view(state, room) {
      const count = context.theme.quiet(said.pick.howMany(chosenIn(state).length, prompt.pick))
      return stack(viewPick(items(state), state.pick, { columns: room.columns, rows: room.rows - 1 }, context), {
        lines: [count]
      })
    },
    value(state) {
      const chosen = chosenIn(state)
      return chosen.length === 0 ? undefined : chosen
    },
    hints: (state) => [
      soughtWords(state, items(state)) === undefined ? said.keys.spaceTick : said.keys.spaceOwn,
      said.keys.enterNext,
      ...(isLong(items(state)) ? [said.keys.typeToFind] : [])
    ]
  }
}

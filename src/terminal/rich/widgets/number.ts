import { inOneLine } from '../../../questions/index.ts'
import type { NumberPrompt } from '../../../questions/shared/model.ts'
import { visible } from '../../../display/width.ts'
import type { Widget, WidgetContext } from '../parts/widget.ts'
import { typedLine } from './typed-line.ts'
import type { TypedLine } from './typed-line.ts'

/** A typed number. Below it: what was understood if it was typed in another form, the unit and the bounds. */
export function number(prompt: NumberPrompt, answer: unknown, context: WidgetContext): Widget<TypedLine> {
  const { words, theme } = context
  const { rich } = words.walk
  const range = rich.number.range(prompt.min, prompt.max)
  return typedLine(prompt, answer, context, {
    below(understood, text) {
      const isPlain = understood === undefined || String(understood) === text
      const first = isPlain ? (prompt.unit ?? '') : inOneLine(prompt, understood, words.entry)
      return [visible(first), range].filter((part) => part !== '').join(theme.glyphs.between)
    },
    hints: [rich.keys.enterNext]
  })
}

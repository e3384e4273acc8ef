import type { NumberPrompt } from '../../../questions/shared/model.ts'
import { visible } from '../../../display/width.ts'
import { wrap } from '../../../display/wrap.ts'
import { stack } from '../parts/blocks.ts'
import { fieldOf, keyInLine, pasteInto } from '../parts/field.ts'
import type { Field } from '../parts/field.ts'
import { lineRoom, lineSign, viewLine } from '../parts/prefixed-input.ts'
import { Next } from '../parts/widget.ts'
import type { WidgetContext, Widget } from '../parts/widget.ts'

/** A number, typed; what is not one is handed over as it is, to be refused by name. */
export function number(prompt: NumberPrompt, answer: unknown, context: WidgetContext): Widget<Field> {
  const sign = lineSign(context)
  const { rich } = context.words.walk
  const said = [
    prompt.unit === undefined ? '' : visible(prompt.unit),
    rich.number.range(prompt.min, prompt.max)
  ].filter((part) => part !== '')
  return {
    start: fieldOf(typeof answer === 'number' || typeof answer === 'string' ? String(answer) : ''),
    key: (field, key, room) => (key.name === 'enter' ? new Next(field) : keyInLine(field, key, lineRoom(room, sign))),
    paste: (field, text, room) => pasteInto(field, text.trim(), lineRoom(room, sign), 'one'),
    view: (field, room) =>
      stack(viewLine(field, room, sign), {
        lines:
          said.length === 0
            ? []
            : wrap(said.join(context.theme.glyphs.between), room.columns).map((line) => context.theme.quiet(line))
      }),
    value({ buffer }) {
      const text = buffer.text.trim()
      return text === '' ? undefined : (numberIn(text) ?? text)
    },
    hints: () => [rich.keys.enterNext]
  }
}

/** A number as people type it: a sign, digits, thousands parted by commas or spaces, a decimal point. */
function numberIn(text: string): number | undefined {
  const plain = text.replaceAll(/(?<=\d)[, \u00a0\u2009](?=\d{3}(?!\d))/g, '').replace('\u2212', '-')
  return /^[-+]?(\d+(\.\d*)?|\.\d+)$/.test(plain) ? Number(plain) : undefined
}

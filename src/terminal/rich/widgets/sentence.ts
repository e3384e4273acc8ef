import type { Gap, PlanPrompt, SentencePrompt } from '../../../questions/shared/model.ts'
import type { Frame, Size } from '../../screen.ts'
import { visible } from '../../../text/visible.ts'
import { wrap } from '../../../display/wrap.ts'
import { crop, heightOf, stack } from '../parts/blocks.ts'
import { modes } from '../keys/map.ts'
import {
  actInFields,
  fieldAt,
  fieldOf,
  lineRoom,
  lineSign,
  pasteInto,
  viewLine,
  withField,
  type Fields
} from '../parts/field.ts'
import { Next, partOf, textOf, type WidgetContext, type Widget } from '../parts/widget.ts'

/** A gap as the widget shows it. */
type Blank = Gap & { readonly id: string }

/** A sentence with gaps, filled one after the other. */
export function sentence(prompt: SentencePrompt, answer: unknown, context: WidgetContext): Widget<Fields> {
  const blanks = Object.entries(prompt.gaps).map(([id, gap]) => ({ id, ...gap }))
  return filling(blanks, prompt.template, answer, context)
}

/** An if–then plan: a sentence with two gaps. */
export function plan(prompt: PlanPrompt, answer: unknown, context: WidgetContext): Widget<Fields> {
  const { entry } = context.words
  const ifLabel = prompt.ifLabel ?? entry.when
  const thenLabel = prompt.thenLabel ?? entry.iWill
  const blanks = [
    { id: 'if', ask: `${ifLabel} ${context.theme.glyphs.ellipsis}` },
    { id: 'then', ask: `${thenLabel} ${context.theme.glyphs.ellipsis}` }
  ]
  return filling(blanks, `${ifLabel} {if}, ${thenLabel} {then}`, answer, context)
}

function filling(blanks: readonly Blank[], template: string, answer: unknown, context: WidgetContext): Widget<Fields> {
  const sign = lineSign(context)
  const fields = blanks.map(({ id }) => fieldOf(textOf(partOf(answer, id))))
  const firstEmpty = fields.findIndex(({ buffer }) => buffer.text === '')
  return {
    start: { fields, at: Math.max(0, firstEmpty) },
    mode: ({ at }) => (at === blanks.length - 1 ? modes.lastGap : modes.gap),
    act(state, act, room) {
      if (act.action !== 'enter') return actInFields(state, act, lineRoom(room, sign))
      return state.at === state.fields.length - 1 ? new Next(state) : { ...state, at: state.at + 1 }
    },
    paste: (state, text, room) => withField(state, pasteInto(fieldAt(state), text, lineRoom(room, sign), 'one')),
    view: (state, room) => viewGaps(state, blanks, template, room, context),
    value(state) {
      const filled = blanks.flatMap(({ id }, index): [string, string][] => {
        const text = state.fields[index]?.buffer.text.trim() ?? ''
        return text === '' ? [] : [[id, text]]
      })
      return filled.length === 0 ? undefined : Object.fromEntries(filled)
    },
    unfinished(state) {
      const open = state.fields.findIndex(({ buffer }) => buffer.text.trim() === '')
      return open < 0 ? state : { ...state, at: open }
    }
  }
}

function viewGaps(
  state: Fields,
  blanks: readonly Blank[],
  template: string,
  room: Size,
  context: WidgetContext
): Frame {
  const { theme, words } = context
  const blank = blanks[state.at]
  const gap = blank === undefined ? [] : wrap(visible(blank.ask), room.columns - 1)
  const said = words.walk.rich.sentence
  const example =
    blank?.example === undefined ? [] : wrap(theme.quiet(said.example(visible(blank.example))), room.columns - 1)
  const line = viewLine(fieldAt(state), room, lineSign(context))
  const whole = wrap(sentenceNow(state, blanks, template, context), room.columns - 1)
  const left = Math.max(1, room.rows - gap.length - line.lines.length - 2)
  const parts = [{ lines: whole.slice(0, left) }, { lines: [''] }, { lines: gap }, line]
  const withExample = heightOf(parts) + example.length <= room.rows ? [...parts, { lines: example }] : parts
  return crop(stack(...withExample), room.rows)
}

/** The sentence so far, with the current gap emphasised. */
function sentenceNow(
  { fields, at }: Fields,
  blanks: readonly Blank[],
  template: string,
  { theme, words }: WidgetContext
): string {
  return template
    .split(/(\{[^{}]+\})/)
    .map((part) => {
      const index = blanks.findIndex(({ id }) => part === `{${id}}`)
      if (index < 0) return visible(part)
      const written = visible(fields[index]?.buffer.text.trim() ?? '')
      const shown = written === '' ? words.walk.rich.sentence.gap : written
      return index === at ? theme.strong(theme.gap(shown)) : theme.gap(shown)
    })
    .join('')
}

import { exampleDay } from '../../../questions/date.ts'
import { addUnits } from '../../../dates/calendar.ts'
import { inOneLine, typedAnswer } from '../../../questions/index.ts'
import type { Answer, DatePrompt, NumberPrompt, Prompt } from '../../../questions/shared/model.ts'
import { visible } from '../../../text/visible.ts'
import { wrap } from '../../../display/wrap.ts'
import { modes, type Mode } from '../keys/map.ts'
import { stack } from '../parts/blocks.ts'
import { actInLine, fieldOf, pasteInto, lineRoom, lineSign, viewLine, type Field } from '../parts/field.ts'
import { actInPick, type PickState, type PickItem } from '../parts/pick.ts'
import { viewPick } from '../parts/pick-view.ts'
import { Next, typingIn, type Widget, type WidgetContext } from '../parts/widget.ts'

/** A one-line answer while it is typed. */
interface TypedLine {
  readonly field: Field
  /** The two answers that the line can mean, while the learner chooses one of them. */
  readonly choice?: { readonly readings: readonly [Answer, Answer]; readonly pick: PickState }
}

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
    mode: modes.number
  })
}

/** A day: typed, or chosen with the arrows, which start at today. */
export function date(prompt: DatePrompt, answer: unknown, context: WidgetContext): Widget<TypedLine> {
  const { words, today } = context
  const example = exampleDay(prompt, today)
  const how = words.walk.rich.date.how(words.days.inWords(example), example > today)
  return typedLine(prompt, answer, context, {
    below: (day) => (day === undefined ? how : inOneLine(prompt, day, words.entry)),
    step: (day, by) => stepped(typeof day === 'string' ? day : undefined, by, prompt, today),
    mode: modes.date
  })
}

/** The next or previous day within the prompt's bounds. Without a day, today or the nearest bound. */
function stepped(day: string | undefined, by: 1 | -1, { earliest, latest }: DatePrompt, today: string): string {
  const next = day === undefined ? today : addUnits(day, 'day', by)
  if (earliest !== undefined && next < earliest) return earliest
  return latest !== undefined && next > latest ? latest : next
}

/** What differs between the types that are typed in one line. */
interface TypedLineOptions {
  /** The text below the line, given what it is understood as. */
  readonly below: (understood: Answer | undefined, text: string) => string
  /** The text after an arrow key, given what the line is understood as. */
  readonly step?: (understood: Answer | undefined, by: 1 | -1) => string
  readonly mode: Mode
}

/** A line that is read by the rules of the prompt's type. If it has two meanings, submitting it asks which one. */
function typedLine(
  prompt: Prompt,
  answer: unknown,
  context: WidgetContext,
  { below, step, mode }: TypedLineOptions
): Widget<TypedLine> {
  const sign = lineSign(context)
  const { theme, words } = context
  const read = ({ buffer }: Field) => typedAnswer(prompt, buffer.text, typingIn(context))
  const understood = (field: Field) => {
    const typed = read(field)
    return typed.kind === 'answer' ? typed.value : undefined
  }
  const inWords = (reading: Answer) => visible(inOneLine(prompt, reading, words.entry))
  const itemsOf = (readings: readonly Answer[]): PickItem[] =>
    readings.map((reading) => ({ id: inWords(reading), label: inWords(reading) }))
  return {
    start: { field: fieldOf(typeof answer === 'number' || typeof answer === 'string' ? String(answer) : '') },
    mode: ({ choice }) => (choice === undefined ? mode : modes.meaning),
    act(state, act, room) {
      const { field, choice } = state
      const { action } = act
      if (action === 'enter') return new Next(state)
      if (choice !== undefined && action === 'escape') return { field }
      if (choice !== undefined && (action === 'up' || action === 'down'))
        return { field, choice: { ...choice, pick: actInPick(choice.pick, act, itemsOf(choice.readings), room) } }
      if (step !== undefined && (action === 'up' || action === 'down'))
        return { field: fieldOf(step(understood(field), action === 'up' ? 1 : -1)) }
      const changed = actInLine(field, act, lineRoom(room, sign))
      return changed === field ? state : { field: changed }
    },
    paste: ({ field }, text, room) => ({ field: pasteInto(field, text.trim(), lineRoom(room, sign), 'one') }),
    view({ field, choice }, room) {
      const line = viewLine(field, room, sign)
      const quiet = (text: string) => (text === '' ? [] : wrap(text, room.columns).map((each) => theme.quiet(each)))
      if (choice === undefined) return stack(line, { lines: quiet(below(understood(field), field.buffer.text.trim())) })
      const [one, other] = choice.readings
      const asked = wrap(words.faults.didYouMean(inWords(one), inWords(other)), room.columns)
      return stack({ lines: [...line.lines, ...asked] }, viewPick(itemsOf(choice.readings), choice.pick, room, context))
    },
    value({ field, choice }, isSubmitted) {
      if (choice !== undefined && isSubmitted === true) return choice.readings[choice.pick.at]
      const text = field.buffer.text.trim()
      return text === '' ? undefined : (understood(field) ?? text)
    },
    clarified({ field, choice }) {
      const typed = read(field)
      return choice !== undefined || typed.kind !== 'ambiguous'
        ? undefined
        : { field, choice: { readings: typed.readings, pick: { at: 0, find: '' } } }
    }
  }
}

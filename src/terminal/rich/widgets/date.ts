import { addUnits } from '../../../dates/calendar.ts'
import { inOneLine } from '../../../questions/index.ts'
import type { DatePrompt } from '../../../questions/shared/model.ts'
import type { Widget, WidgetContext } from '../parts/widget.ts'
import { typedLine } from './typed-line.ts'
import type { TypedLine } from './typed-line.ts'

/** A day: typed, or chosen with the arrows, which start at today. */
export function date(prompt: DatePrompt, answer: unknown, context: WidgetContext): Widget<TypedLine> {
  const { rich } = context.words.walk
  return typedLine(prompt, answer, context, {
    below: (day) => (day === undefined ? rich.date.how : inOneLine(prompt, day, context.words.entry)),
    step: (day, by) => stepped(typeof day === 'string' ? day : undefined, by, prompt, context.today),
    hints: [rich.keys.enterNext, rich.keys.arrowsDay]
  })
}

/** The next or previous day within the prompt's bounds. Without a day, today or the nearest bound. */
function stepped(day: string | undefined, by: 1 | -1, { earliest, latest }: DatePrompt, today: string): string {
  const next = day === undefined ? today : addUnits(day, 'day', by)
  if (earliest !== undefined && next < earliest) return earliest
  return latest !== undefined && next > latest ? latest : next
}

import type { DatePrompt } from '../../../questions/shared/model.ts'
import { writtenDay } from '../../../dates/written-day.ts'
import { wrap } from '../../../display/wrap.ts'
import { stack } from '../parts/blocks.ts'
import { fieldOf, keyInLine, pasteInto } from '../parts/field.ts'
import type { Field } from '../parts/field.ts'
import { lineRoom, lineSign, viewLine } from '../parts/prefixed-input.ts'
import { Next, textOf } from '../parts/widget.ts'
import type { WidgetContext, Widget } from '../parts/widget.ts'

/** A day: typed as people write days, or found with the arrows, which begin at today. */
export function date(prompt: DatePrompt, answer: unknown, context: WidgetContext): Widget<Field> {
  const sign = lineSign(context)
  const { rich } = context.words.walk
  const dayIn = (field: Field) => writtenDay(field.buffer.text, context.words.days.spoken.months)
  return {
    start: fieldOf(textOf(answer)),
    key(field, key, room) {
      if (key.name === 'enter') return new Next(field)
      if (key.name === 'up' || key.name === 'down')
        return fieldOf(stepped(dayIn(field), key.name === 'up' ? 1 : -1, prompt, context.today))
      return keyInLine(field, key, lineRoom(room, sign))
    },
    paste: (field, text, room) => pasteInto(field, text.trim(), lineRoom(room, sign), 'one'),
    view(field, room) {
      const day = dayIn(field)
      const said = day === undefined || !isDay(day) ? rich.date.how : context.words.days.inWords(day)
      return stack(viewLine(field, room, sign), {
        lines: wrap(said, room.columns).map((line) => context.theme.quiet(line))
      })
    },
    value(field) {
      const text = field.buffer.text.trim()
      return text === '' ? undefined : (dayIn(field) ?? text)
    },
    hints: () => [rich.keys.enterNext, rich.keys.arrowsDay]
  }
}

function isDay(day: string): boolean {
  const moment = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day)
}

/** The day beside another one, within the prompt's bounds; today, or the bound nearest to it, where there is none. */
function stepped(day: string | undefined, step: number, { earliest, latest }: DatePrompt, today: string): string {
  const moment = new Date(`${day !== undefined && isDay(day) ? day : today}T00:00:00Z`)
  if (day !== undefined && isDay(day)) moment.setUTCDate(moment.getUTCDate() + step)
  const next = moment.toISOString().slice(0, 10)
  if (earliest !== undefined && next < earliest) return earliest
  return latest !== undefined && next > latest ? latest : next
}

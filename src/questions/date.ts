import { bare } from './shared/lenient-parse.ts'
import { checked, refused } from './shared/checking.ts'
import { present, textOf } from './shared/keys.ts'
import { findLine } from '../text/lines.ts'
import type { Fault } from './shared/model.ts'
import type { Question } from './shared/question.ts'

/** A day of the calendar, `YYYY-MM-DD`. */
export const date: Question<'date'> = {
  type: 'date',
  keys: (z) => {
    const day = z.string().refine(isDay, 'bad-date')
    return {
      earliest: day.optional().describe('The first day allowed: 2026-11-23.'),
      latest: day.optional().describe('The last day allowed.')
    }
  },
  parse: (keys) => ({
    type: 'date',
    ...present({ earliest: keys['earliest'] as string | undefined, latest: keys['latest'] as string | undefined })
  }),
  ranges: [{ low: 'earliest', high: 'latest' }],
  isEchoed: true,
  isTyped: true,
  check: ({ earliest, latest }, value) => {
    const day = typeof value === 'string' ? value.trim() : ''
    if (!isDay(day)) return refused('not-a-date')
    const faults: Fault[] = []
    if (earliest !== undefined && day < earliest) faults.push({ code: 'too-early', is: day, limit: earliest })
    if (latest !== undefined && day > latest) faults.push({ code: 'too-late', is: day, limit: latest })
    return checked(day, faults)
  },
  kind: () => ({ of: 'day' }),
  ownWords: () => [],
  lines: (_, day) => [day],
  shown: (_, day) => day,
  toMarkdown: (_, day) => day,
  fromMarkdown: (_, body) => {
    const line = findLine(body, (text) => (isDay(bare(text)) ? bare(text) : undefined))
    return line && { answer: line.found, before: line.before, after: line.after }
  },
  form: ({ earliest, latest }) => {
    const form = present({ earliest, latest })
    return Object.keys(form).length === 0 ? undefined : form
  },
  fromForm: (form) => ({
    type: 'date',
    ...present({ earliest: textOf(form['earliest']), latest: textOf(form['latest']) })
  })
}

/** Whether a text is `YYYY-MM-DD` and the day exists. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

import { present } from '../util/records.ts'
import { addUnits, utcDate } from '../dates/calendar.ts'
import { readDate, writesMonthFirst } from '../dates/typed-date.ts'
import { memoize } from '../util/memoize.ts'
import { boundFaults, boundFromKey, boundsForm, boundsFrom, withBounds } from './shared/bounds.ts'
import { bare } from './shared/lenient-parse.ts'
import { checked, refused } from './shared/checking.ts'
import { textOf } from './shared/keys.ts'
import { findLine } from '../text/lines.ts'
import type { DatePrompt, Fault } from './shared/model.ts'
import type { Question } from './shared/question.ts'
import type { Typed, TypedContext } from './shared/typed.ts'

/** A day of the calendar, `YYYY-MM-DD`. */
export const date: Question<'date'> = {
  type: 'date',
  keys: (z) => {
    const day = z.string().refine(isDay, 'bad-date')
    return {
      earliest: day.optional().describe('The first day allowed, such as 2026-11-23.'),
      latest: day.optional().describe('The last day allowed.'),
      min: boundFromKey(z).optional().describe('The day may not be before the answer to an earlier date.'),
      max: boundFromKey(z).optional().describe('The day may not be after the answer to an earlier date.'),
      return: z.boolean().optional().describe('`true`: the exercise is due again on the day of the answer.')
    }
  },
  parse: (keys) => ({
    type: 'date',
    ...boundsFrom<string>(keys),
    ...present({
      earliest: textOf(keys['earliest']),
      latest: textOf(keys['latest']),
      return: keys['return'] === true || undefined
    })
  }),
  ranges: [{ low: 'earliest', high: 'latest' }],
  referenceKeys: { min: 'bound', max: 'bound' },
  bounded: withBounds,
  isTyped: true,
  check: ({ earliest, latest, ...bounds }, value) => {
    const day = typeof value === 'string' ? value.trim() : ''
    if (!isDay(day)) return refused('not-a-date')
    const faults: Fault[] = []
    if (earliest !== undefined && day < earliest) faults.push({ code: 'too-early', is: day, limit: earliest })
    if (latest !== undefined && day > latest) faults.push({ code: 'too-late', is: day, limit: latest })
    const ofBounds = boundFaults(day, bounds, (end, limit, of) => ({
      code: end === 'low' ? 'too-early' : 'too-late',
      is: day,
      limit,
      of
    }))
    return checked(day, [...faults, ...ofBounds])
  },
  typed: typedDay,
  kind: () => ({ of: 'day' }),
  limits: ({ earliest, latest, minFrom, maxFrom }) => [
    { key: 'min.prompt', value: minFrom?.prompt, kind: 'demand' },
    { key: 'max.prompt', value: maxFrom?.prompt, kind: 'demand' },
    { key: 'earliest', value: earliest, kind: 'least' },
    { key: 'latest', value: latest, kind: 'most' }
  ],
  asksForReturn: (prompt) => prompt.return === true,
  ownWords: () => [],
  lines: (_, day, words) => [words.days.withWeekday(day)],
  shown: (_, day, words) => words.days.withWeekday(day),
  toMarkdown: (_, day) => day,
  fromMarkdown: (prompt, body, context) =>
    findLine(body, (text) => {
      const read = typedDay(prompt, bare(text), context)
      return read.kind === 'answer' ? read.value : undefined
    }),
  form: ({ earliest, latest, ...bounds }) => {
    const form = { ...present({ earliest, latest }), ...boundsForm(bounds) }
    return Object.keys(form).length === 0 ? undefined : form
  },
  fromForm: (form) => ({
    type: 'date',
    ...boundsFrom<string>(form),
    ...present({ earliest: textOf(form['earliest']), latest: textOf(form['latest']) })
  })
}

/** A day for an example: in a month, or the nearest day to that within the prompt's bounds. `today` is `YYYY-MM-DD`. */
export function exampleDay({ earliest, latest }: DatePrompt, today: string): string {
  const day = addUnits(today, 'month', 1)
  if (earliest !== undefined && day < earliest) return earliest
  return latest !== undefined && day > latest ? latest : day
}

/** A line is read at every key. */
const isMonthFirst = memoize(writesMonthFirst)

function typedDay(_: DatePrompt, text: string, { language, languages, today }: TypedContext): Typed<string> {
  const trimmed = text.trim()
  if (isDay(trimmed)) return { kind: 'answer', value: trimmed }
  // The first use of Intl is slow, and most lines of a note hold no digit.
  if (today === undefined && !/\d/.test(trimmed)) return { kind: 'none' }
  const context = { today: today?.() ?? '', relative: today !== undefined, monthFirst: isMonthFirst(language) }
  for (const { days } of languages) {
    const read = readDate(trimmed, { ...context, words: days.spoken })
    if (read.kind === 'date') return { kind: 'answer', value: read.day }
    if (read.kind === 'ambiguous') return read
  }
  return { kind: 'none' }
}

/** Whether a text is `YYYY-MM-DD` and the day exists. */
function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && utcDate(text) !== undefined
}

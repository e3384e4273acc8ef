import { addUnits, utcDate, weekdayOf, type Unit } from './calendar.ts'
import { readDate, type DateWords } from './typed-date.ts'
import { fold } from '../text/folding.ts'

/*
 * Spans of days as people name them: `2026-11-23`, `2026-11`, `2026`, "23 November 2026", "today", "last week", "March",
 * "3 weeks ago". Weeks begin on Monday.
 */

/** The first and the last day of a span, both included; `YYYY-MM-DD`. */
export interface DaySpan {
  readonly first: string
  readonly last: string
}

/** A length of time. */
export interface TimeSpan {
  readonly count: number
  readonly unit: 'day' | 'week' | 'month'
}

/** Parses a length of time of a pack or a setting: `7 days`, `2 weeks`, `3 months`. Undefined for other texts. */
export function timeSpan(text: string): TimeSpan | undefined {
  const [, count, unit] = /^([1-9]\d{0,3}) (day|week|month)s?$/.exec(text) ?? []
  return unit === 'day' || unit === 'week' || unit === 'month' ? { count: Number(count), unit } : undefined
}

/** An ISO time moved by a length of time, at the same hour of its zone. If the month lacks the day, the result is its last day. */
export function later(time: string, { count, unit }: TimeSpan): string {
  return dayAfter(time.slice(0, 10), { count, unit }) + time.slice(10)
}

/** The day that is a length of time after a day, `YYYY-MM-DD`. */
export function dayAfter(day: string, { count, unit }: TimeSpan): string {
  return addUnits(day, unit, count)
}

/** The days that a text names, relative to `today` (`YYYY-MM-DD`); undefined if it names none. */
export function daySpan(text: string, today: string, words: DateWords): DaySpan | undefined {
  const wanted = fold(text).trim().replaceAll(/\s+/g, ' ')
  return written(wanted) ?? spoken(wanted, today, words) ?? oneDay(wanted, today, words)
}

/** A day, a month or a year in figures. */
function written(text: string): DaySpan | undefined {
  const [, year, month = '', day = ''] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text) ?? []
  if (year === undefined) return undefined
  const first = `${year}-${month || '01'}-${day || '01'}`
  if (utcDate(first) === undefined) return undefined
  return spanOf(first, day !== '' ? 'day' : month !== '' ? 'month' : 'year')
}

function spoken(text: string, today: string, names: DateWords): DaySpan | undefined {
  if (names.today.includes(text)) return spanOf(today, 'day')
  if (names.yesterday.includes(text)) return spanOf(addUnits(today, 'day', -1), 'day')
  if (names.thisYear.includes(text)) return spanOf(today, 'year')
  if (names.lastYear.includes(text)) return spanOf(addUnits(today, 'year', -1), 'year')
  return relative(text, today, names) ?? namedWeekday(text, today, names) ?? namedMonth(text, today, names)
}

/** A date, of which the year may be missing: then the latest such day. Or a day up to today, such as "last Friday". */
function oneDay(text: string, today: string, words: DateWords): DaySpan | undefined {
  const year = Number(today.slice(0, 4))
  const texts = [text, ...[year, year - 1].flatMap((each) => [`${text} ${each}`, `${text}/${each}`])]
  const full = texts.map((each) => readDate(each, { today, words, monthFirst: false, relative: false }))
  // In figures, a year of two digits could also be a day.
  const inFigures = /^[\d\W]*$/.test(text)
  const relativeDay = readDate(text, { today, words, monthFirst: false, relative: !inFigures })
  const [literal, ...others] = [...full, relativeDay].map((read) => (read.kind === 'date' ? read.day : undefined))
  const day = literal ?? others.find((each) => each !== undefined && each <= today)
  return day === undefined ? undefined : spanOf(day, 'day')
}

function relative(text: string, today: string, { current, last, ago, units }: DateWords): DaySpan | undefined {
  for (const [unit, called] of Object.entries(units) as [Unit, readonly string[]][]) {
    const says = (patterns: readonly string[], count = '') =>
      patterns.some((pattern) =>
        called.some((name) => pattern.replace('{unit}', name).replace('{count}', count) === text)
      )
    if (says(current)) return spanOf(today, unit)
    if (says(last)) return spanOf(addUnits(today, unit, -1), unit)
    const count = /\d{1,4}/.exec(text)?.[0]
    // "3 weeks ago" is that one day.
    if (count !== undefined && says(ago, count)) return spanOf(addUnits(today, unit, -Number(count)), 'day')
  }
  return undefined
}

/** The latest day of that name, including today. */
function namedWeekday(text: string, today: string, { weekdays }: DateWords): DaySpan | undefined {
  const index = weekdays.findIndex((called) => called.includes(text))
  if (index === -1) return undefined
  return spanOf(addUnits(today, 'day', -((weekdayOf(today) - index + 7) % 7)), 'day')
}

/** The latest month of that name, including this one; with a year, the month of that year. */
function namedMonth(text: string, today: string, { months }: DateWords): DaySpan | undefined {
  const [, name = '', year] = /^(\D+?)(?: (\d{4}))?$/.exec(text) ?? []
  const index = months.findIndex((called) => called.includes(name))
  if (index === -1) return undefined
  const number = String(index + 1).padStart(2, '0')
  const thisYear = Number(today.slice(0, 4))
  const latest = number <= today.slice(5, 7) ? thisYear : thisYear - 1
  return spanOf(`${year ?? latest}-${number}-01`, 'month')
}

/** The unit of the calendar that contains a day. */
function spanOf(day: string, unit: Unit): DaySpan {
  switch (unit) {
    case 'day':
      return { first: day, last: day }
    case 'week': {
      const first = addUnits(day, 'day', -weekdayOf(day))
      return { first, last: addUnits(first, 'day', 6) }
    }
    case 'month': {
      const first = `${day.slice(0, 7)}-01`
      return { first, last: addUnits(addUnits(first, 'month', 1), 'day', -1) }
    }
    case 'year':
      return { first: `${day.slice(0, 4)}-01-01`, last: `${day.slice(0, 4)}-12-31` }
  }
}

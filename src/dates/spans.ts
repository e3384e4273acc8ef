import { writtenDay } from './written-day.ts'

/*
 * Days as people name them: `2026-11-23`, `2026-11`, `2026`, "23 November 2026", "today", "last week", "March", "3 weeks ago".
 * Pure; weeks begin on Monday.
 */

/** From the first day to the last, both part of it; `YYYY-MM-DD`. */
export interface DaySpan {
  readonly first: string
  readonly last: string
}

/** A length of time. */
export interface TimeSpan {
  readonly count: number
  readonly unit: 'day' | 'week' | 'month'
}

/** A length of time as packs and settings hold it: `7 days`, `2 weeks`, `3 months`; undefined for what is none. */
export function timeSpan(text: string): TimeSpan | undefined {
  const [, count, unit] = /^([1-9]\d{0,3}) (day|week|month)s?$/.exec(text) ?? []
  return unit === 'day' || unit === 'week' || unit === 'month' ? { count: Number(count), unit } : undefined
}

/** An ISO time moved on by a length of time, at the same hour of its own zone. A month that lacks the day ends with its last. */
export function later(time: string, { count, unit }: TimeSpan): string {
  return moved(time.slice(0, 10), unit, count) + time.slice(10)
}

/** How a language names days. All in lower case; where there are several ways, each is understood. */
export interface DayNames {
  readonly today: readonly string[]
  readonly yesterday: readonly string[]
  /** "this week", "last month": `{unit}` stands for the unit. */
  readonly current: readonly string[]
  readonly last: readonly string[]
  /** "3 weeks ago": `{count}` stands for the number, `{unit}` for the unit. */
  readonly ago: readonly string[]
  /** Years that have a name of their own. */
  readonly thisYear: readonly string[]
  readonly lastYear: readonly string[]
  readonly units: Readonly<Record<Unit, readonly string[]>>
  /** Monday first. */
  readonly weekdays: readonly (readonly string[])[]
  /** January first. */
  readonly months: readonly (readonly string[])[]
}

type Unit = 'day' | 'week' | 'month' | 'year'

/** The days that a text names, seen from today (`YYYY-MM-DD`); undefined for what names none. */
export function daySpan(text: string, today: string, names: DayNames): DaySpan | undefined {
  const wanted = text.trim().toLowerCase().replaceAll(/\s+/g, ' ')
  return written(wanted) ?? spoken(wanted, today, names) ?? oneDay(wanted, names)
}

/** A day, a month or a year in figures. */
function written(text: string): DaySpan | undefined {
  const [, year, month = '', day = ''] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text) ?? []
  if (year === undefined) return undefined
  const first = `${year}-${month || '01'}-${day || '01'}`
  if (dateOf(first) === undefined) return undefined
  return spanOf(first, day !== '' ? 'day' : month !== '' ? 'month' : 'year')
}

function spoken(text: string, today: string, names: DayNames): DaySpan | undefined {
  if (names.today.includes(text)) return spanOf(today, 'day')
  if (names.yesterday.includes(text)) return spanOf(moved(today, 'day', -1), 'day')
  if (names.thisYear.includes(text)) return spanOf(today, 'year')
  if (names.lastYear.includes(text)) return spanOf(moved(today, 'year', -1), 'year')
  return relative(text, today, names) ?? namedWeekday(text, today, names) ?? namedMonth(text, today, names)
}

/** A day as the program, or somebody else, writes it. */
function oneDay(text: string, { months }: DayNames): DaySpan | undefined {
  const day = writtenDay(text, months)
  return day === undefined || dateOf(day) === undefined ? undefined : spanOf(day, 'day')
}

function relative(text: string, today: string, { current, last, ago, units }: DayNames): DaySpan | undefined {
  for (const [unit, called] of Object.entries(units) as [Unit, readonly string[]][]) {
    const says = (patterns: readonly string[], count = '') =>
      patterns.some((pattern) =>
        called.some((name) => pattern.replace('{unit}', name).replace('{count}', count) === text)
      )
    if (says(current)) return spanOf(today, unit)
    if (says(last)) return spanOf(moved(today, unit, -1), unit)
    const count = /\d{1,4}/.exec(text)?.[0]
    // "3 weeks ago" is that one day.
    if (count !== undefined && says(ago, count)) return spanOf(moved(today, unit, -Number(count)), 'day')
  }
  return undefined
}

/** The latest day of that name, today included. */
function namedWeekday(text: string, today: string, { weekdays }: DayNames): DaySpan | undefined {
  const index = weekdays.findIndex((called) => called.includes(text))
  if (index === -1) return undefined
  return spanOf(moved(today, 'day', -((dayInWeek(today) - index + 7) % 7)), 'day')
}

/** The latest month of that name, this one included; with a year, that year's. */
function namedMonth(text: string, today: string, { months }: DayNames): DaySpan | undefined {
  const [, name = '', year] = /^(\D+?)(?: (\d{4}))?$/.exec(text) ?? []
  const index = months.findIndex((called) => called.includes(name))
  if (index === -1) return undefined
  const number = String(index + 1).padStart(2, '0')
  const thisYear = Number(today.slice(0, 4))
  const latest = number <= today.slice(5, 7) ? thisYear : thisYear - 1
  return spanOf(`${year ?? latest}-${number}-01`, 'month')
}

/** The whole unit in which a day lies. */
function spanOf(day: string, unit: Unit): DaySpan {
  switch (unit) {
    case 'day':
      return { first: day, last: day }
    case 'week': {
      const first = moved(day, 'day', -dayInWeek(day))
      return { first, last: moved(first, 'day', 6) }
    }
    case 'month': {
      const first = `${day.slice(0, 7)}-01`
      return { first, last: moved(moved(first, 'month', 1), 'day', -1) }
    }
    case 'year':
      return { first: `${day.slice(0, 4)}-01-01`, last: `${day.slice(0, 4)}-12-31` }
  }
}

/** A day moved on by so many units. A month that lacks the day ends with its last. */
function moved(day: string, unit: Unit, count: number): string {
  const date = dateOf(day) ?? new Date(0)
  if (unit === 'day' || unit === 'week') date.setUTCDate(date.getUTCDate() + count * (unit === 'week' ? 7 : 1))
  else {
    const dayInMonth = date.getUTCDate()
    date.setUTCDate(1)
    date.setUTCMonth(date.getUTCMonth() + count * (unit === 'year' ? 12 : 1))
    const days = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
    date.setUTCDate(Math.min(dayInMonth, days))
  }
  return date.toISOString().slice(0, 10)
}

/** From 0, Monday, to 6. */
function dayInWeek(day: string): number {
  return ((dateOf(day) ?? new Date(0)).getUTCDay() + 6) % 7
}

/** Midnight of a day in UTC; undefined for a day that no calendar has. */
function dateOf(day: string): Date | undefined {
  const date = new Date(`${day}T00:00:00Z`)
  return date.toJSON()?.startsWith(day) === true ? date : undefined
}

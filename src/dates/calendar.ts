/** Arithmetic with days, `YYYY-MM-DD`. Pure. */

/** A unit of the calendar. */
export type Unit = 'day' | 'week' | 'month' | 'year'

/** Midnight of a day in UTC; undefined for a day that does not exist, such as `2026-02-30`. */
export function utcDate(day: string): Date | undefined {
  const date = new Date(`${day}T00:00:00Z`)
  return date.toJSON()?.startsWith(day) === true ? date : undefined
}

/** A day moved by a number of units, which may be negative. If the month lacks the day, the result is its last day. */
export function addUnits(day: string, unit: Unit, count: number): string {
  const date = utcDate(day) ?? new Date(0)
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

/** The day of the week, from 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: string): number {
  return ((utcDate(day) ?? new Date(0)).getUTCDay() + 6) % 7
}

/** The number of days from one day to another, negative if that is earlier; undefined if one of them does not exist. */
export function daysBetween(from: string, to: string): number | undefined {
  const [start, end] = [utcDate(from), utcDate(to)]
  return start === undefined || end === undefined ? undefined : Math.round((Number(end) - Number(start)) / 86_400_000)
}

import { scalePosition, type Rated } from '../progress/ratings.ts'
import type { Theme } from './theme.ts'

/* Charts made of characters. Each has a text that says the same, for readers who cannot see it. */

const STEPS = '▁▂▃▄▅▆▇█'
const NOT_SURE = '·'

/** Ratings over time as marks of different heights, each on its own scale; a dot is "not sure". '' if the theme cannot show them. */
export function ratingLine(ratings: readonly Rated[], theme: Theme): string {
  return theme.unicode && !theme.plain ? ratings.map(markOf).join('') : ''
}

function markOf(rating: Rated): string {
  const height = scalePosition(rating)
  return height === undefined ? NOT_SURE : STEPS.charAt(Math.round(height * (STEPS.length - 1)))
}

const DAY = 86_400_000

const YEAR = 53

/** Short names for the rows and columns of a calendar. */
interface CalendarNames {
  /** Monday first. */
  readonly weekdays: readonly string[]
  readonly months: readonly string[]
}

/**
 * A calendar of the weeks up to `today`: a row for each day of the week, a column for each week of a year. If a year is too
 * wide, it is drawn as two halves, one below the other; if a half is too wide, it shows as many weeks as fit. `days` maps
 * `YYYY-MM-DD` to the number of entries.
 */
export function calendar(
  days: ReadonlyMap<string, number>,
  today: string,
  columns: number,
  names: CalendarNames,
  theme: Theme
): string[] {
  const label = Math.max(...names.weekdays.map((name) => name.length)) + 1
  const room = Math.max(1, columns - label)
  const halves = room < YEAR ? 2 : 1
  const weeks = Math.min(room, Math.ceil(YEAR / halves))
  const end = Date.parse(`${today}T00:00:00Z`)
  const lastMonday = end - ((new Date(end).getUTCDay() + 6) % 7) * DAY
  return Array.from({ length: halves }, (_, half) => {
    const monday = lastMonday - ((halves - half) * weeks - 1) * 7 * DAY
    const mark = (week: number, weekday: number) => {
      const day = monday + (week * 7 + weekday) * DAY
      if (day > end) return ' '
      const isDone = (days.get(new Date(day).toISOString().slice(0, 10)) ?? 0) > 0
      return isDone ? theme.good(theme.glyphs.day) : theme.quiet(theme.glyphs.dot)
    }
    return weekRows(monday, weeks, names, mark, theme)
  }).flatMap((lines, half) => (half === 0 ? lines : ['', ...lines]))
}

function weekRows(
  monday: number,
  weeks: number,
  { weekdays, months }: CalendarNames,
  mark: (week: number, weekday: number) => string,
  theme: Theme
): string[] {
  const label = Math.max(...weekdays.map((name) => name.length)) + 1
  const rows = weekdays.map(
    (name, weekday) =>
      theme.quiet(name.padEnd(label)) + Array.from({ length: weeks }, (_, week) => mark(week, weekday)).join('')
  )
  return [theme.quiet(' '.repeat(label) + monthsAbove(monday, weeks, months)), ...rows]
}

/** The name of each month above its first week, if there is room. */
function monthsAbove(monday: number, weeks: number, months: readonly string[]): string {
  let line = ''
  for (let week = 0; week < weeks; week++) {
    const sunday = new Date(monday + (week * 7 + 6) * DAY)
    const name = months[sunday.getUTCMonth()] ?? ''
    if (sunday.getUTCDate() <= 7 && (week === 0 || line.length < week) && week + name.length <= weeks)
      line = line.padEnd(week) + name
  }
  return line
}

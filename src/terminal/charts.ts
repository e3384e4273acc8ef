import type { Theme } from './theme.ts'

/*
 * Small pictures made of characters. Each says in words or figures what it shows, so that nothing is lost where it is read
 * aloud.
 */

/** How much of something is done, as a bar of so many columns, at least 2: begun as soon as anything is, full only when all is; '' in plain mode. */
export function bar(done: number, all: number, columns: number, theme: Theme): string {
  if (theme.plain) return ''
  const share = all === 0 ? 0 : Math.round((done / all) * columns)
  const filled = done === 0 || done === all ? share : Math.min(columns - 1, Math.max(1, share))
  return theme.good(theme.glyphs.filled.repeat(filled)) + theme.quiet(theme.glyphs.unfilled.repeat(columns - filled))
}

const STEPS = '▁▂▃▄▅▆▇█'

/** Ratings over time as marks of different heights; '' where they cannot be shown so. A gap is "not sure". */
export function ratingLine(values: readonly (number | null)[], from: number, to: number, theme: Theme): string {
  if (!theme.unicode || theme.plain) return ''
  const height = (value: number) => Math.round(((value - from) / Math.max(1, to - from)) * (STEPS.length - 1))
  return values.map((value) => (value === null ? ' ' : STEPS.charAt(Math.min(7, Math.max(0, height(value)))))).join('')
}

const DAY = 86_400_000

/**
 * Days on which something was done, as a calendar of weeks that ends with the one of `today`: a row for each day of the week, as many
 * weeks as fit, a year at most. Days are `YYYY-MM-DD`; names are short.
 */
export function calendar(
  days: ReadonlyMap<string, number>,
  today: string,
  columns: number,
  { weekdays, months }: { readonly weekdays: readonly string[]; readonly months: readonly string[] },
  theme: Theme
): string[] {
  const label = Math.max(...weekdays.map((name) => name.length)) + 1
  const weeks = Math.max(1, Math.min(53, columns - label))
  const end = Date.parse(`${today}T00:00:00Z`)
  const monday = end - ((new Date(end).getUTCDay() + 6) % 7) * DAY - (weeks - 1) * 7 * DAY
  const rows = weekdays.map((name, row) => {
    const cells = Array.from({ length: weeks }, (_, week) => {
      const day = monday + (week * 7 + row) * DAY
      if (day > end) return ' '
      return (days.get(new Date(day).toISOString().slice(0, 10)) ?? 0) > 0
        ? theme.good(theme.glyphs.filled)
        : theme.quiet(theme.glyphs.dot)
    })
    return theme.quiet(name.padEnd(label)) + cells.join('')
  })
  return [theme.quiet(' '.repeat(label) + monthsAbove(monday, weeks, months)), ...rows]
}

/** The name of each month above its first week, where there is room for it. */
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

import { weekdayOf } from '../../dates/calendar.ts'
import type { DateWords } from '../../dates/typed-date.ts'

/** The names that a language gives to days: of months, January first, and of days of the week, Monday first. */
interface DayNames {
  readonly months: readonly string[]
  readonly monthsShort: readonly string[]
  readonly weekdays: readonly string[]
  readonly weekdaysShort: readonly string[]
  /** How days may be typed. */
  readonly spoken: DateWords
}

/** Days as people say them, in a language that writes "23 November 2026". */
export function daysIn(names: DayNames) {
  /** `2026-11` as "November 2026". */
  const monthInWords = (month: string) => `${names.months[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`
  /** `2026-11-23` as "23 November 2026". */
  const inWords = (day: string) => `${Number(day.slice(8))} ${monthInWords(day)}`
  /** `2026-11-23` as "Monday 23 November 2026". */
  const withWeekday = (day: string) => `${names.weekdays[weekdayOf(day)]} ${inWords(day)}`
  return { ...names, monthInWords, inWords, withWeekday }
}

/** Lists of words from a text: a semicolon separates lists, a comma separates the words of a list. */
export function lists(text: string): string[][] {
  return text.split(';').map((list) => list.split(',').map((word) => word.trim()))
}

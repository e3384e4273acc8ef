/** Reads dates as people write them. Pure. */
import { asciiDigits } from '../util/digits.ts'
import { addUnits, utcDate, weekdayOf, type Unit } from './calendar.ts'
import { fold } from '../text/folding.ts'

/**
 * How a language names days. Everything is in lower case, and each of several forms is accepted; accents and the
 * dots of abbreviations do not matter. In a template, `{count}` stands for a number (one where the template has
 * no count), `{unit}` for a unit or a fortnight, `{weekday}` for a day of the week, and `{anchor}` for a day of the
 * week or a word such as "tomorrow".
 */
export interface DateWords {
  readonly dayBeforeYesterday: readonly string[]
  readonly yesterday: readonly string[]
  readonly today: readonly string[]
  readonly tomorrow: readonly string[]
  readonly dayAfterTomorrow: readonly string[]
  /** Monday first. */
  readonly weekdays: readonly (readonly string[])[]
  /** January first. The first three or more letters of a name are accepted too. */
  readonly months: readonly (readonly string[])[]
  readonly units: Readonly<Record<Unit, readonly string[]>>
  readonly fortnight: readonly string[]
  /** Number words, from one. */
  readonly counts: readonly (readonly string[])[]
  /** What may come before a day and adds nothing: "on", "the". */
  readonly before: readonly string[]
  /** Templates for the next day of that name, for the one in this week, and so on; see `readDate`. */
  readonly comingWeekday: readonly string[]
  readonly thisWeekday: readonly string[]
  readonly nextWeekday: readonly string[]
  readonly lastWeekday: readonly string[]
  /** Templates for a length of time from today ("in {count} {unit}"), before today, and from another day. */
  readonly ahead: readonly string[]
  readonly ago: readonly string[]
  readonly after: readonly string[]
  /** Spans of days: templates for "this week" and "last month", and the years that have a name of their own. */
  readonly current: readonly string[]
  readonly last: readonly string[]
  readonly thisYear: readonly string[]
  readonly lastYear: readonly string[]
}

/** The context in which a date is read. */
export interface DateContext {
  /** `YYYY-MM-DD`. */
  readonly today: string
  readonly words: DateWords
  /** Whether `12/28` is 28 December; see `writesMonthFirst`. */
  readonly monthFirst: boolean
  /** Whether dates that depend on today are accepted. False for files, which hold full dates only. */
  readonly relative: boolean
}

/** The result: days are `YYYY-MM-DD` and exist; the readings are different, the more literal one is first. */
export type TypedDate =
  | { readonly kind: 'date'; readonly day: string }
  | { readonly kind: 'ambiguous'; readonly readings: readonly [string, string] }
  | { readonly kind: 'none' }

/** The longest text that is read. */
const MOST = 100

/**
 * The day that a text names. Never throws.
 *
 * Always accepted: `2026-12-28`, `28/12/2026`, `28 December 2026`, `Mon 28th of Dec 2026`, `December 28, 2026`.
 * In a language that writes the month first, `12/28/2026` too; `28/12/2026`, which has only one reading, stays valid.
 *
 * With `relative`, also these:
 * - without a year (`28 Dec`, `28/12`): the nearest such day, past or future; the future one if both are equally near;
 * - with two digits of a year (`28/12/26`): the nearest such day of any century;
 * - `today`, `tomorrow`, `in 3 weeks`, `a month ago`: if the month lacks the day, its last day;
 * - `Friday`: the first one after today; on a Friday ambiguous, today or a week later;
 * - `this Friday`: the one of this week, which begins on Monday, past or future;
 * - `next Friday`: the one of next week, even if this week's is still to come;
 * - `last Friday`: the latest one before today;
 * - `a week on Friday`, `Friday week`, `two weeks today`: that long after the other day.
 *
 * A weekday that contradicts the date is ambiguous: the date, or the day of that name nearest to it. Where the year is
 * missing, the weekday may decide between the last such day and the next.
 */
export function readDate(text: string, context: DateContext): TypedDate {
  if (text.length > MOST) return { kind: 'none' }
  const plain = folded(text).replace(/\.$/, '')
  const full = writtenDate(plain, context)
  if (full.kind !== 'none' || !context.relative) return full
  const before = patterns(context.words).before.exec(plain)?.[0] ?? ''
  const bare = plain.slice(before.length)
  const short = before === '' ? full : writtenDate(bare, context)
  return short.kind === 'none' ? resultOf(relativeDays(bare, context.today, context.words)) : short
}

/**
 * Whether a language writes 28 December as 12/28, by its BCP 47 tag. English without a region counts as British.
 * False for a language that is not known. The first use of Intl is slow: call it only once something was typed.
 */
export function writesMonthFirst(language: string): boolean {
  if (/^en$/i.test(language)) return false
  try {
    if (Intl.DateTimeFormat.supportedLocalesOf(language).length === 0) return false
    const style = { month: 'numeric', day: 'numeric', calendar: 'gregory' } as const
    const parts = new Intl.DateTimeFormat(language, style).formatToParts(0).map(({ type }) => type)
    return parts.indexOf('month') < parts.indexOf('day')
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** The folded text, with digits 0 to 9 and single spaces. */
function folded(text: string): string {
  return fold(asciiDigits(text))
    .trim()
    .replaceAll(/[^\S\n\r]+/g, ' ')
}

function resultOf(days: readonly string[]): TypedDate {
  const [day, other] = days.filter((each) => /^\d{4}-/.test(each))
  if (day === undefined) return { kind: 'none' }
  return other === undefined || other === day ? { kind: 'date', day } : { kind: 'ambiguous', readings: [day, other] }
}

/** A date in figures or with the name of its month; with or without a year, and a weekday before it. */
function writtenDate(text: string, context: DateContext): TypedDate {
  const [start = '', name] = patterns(context.words).weekday.exec(text) ?? []
  const rest = text.slice(start.length)
  const parts = inFigures(rest, context.monthFirst) ?? withMonthName(rest, context.words)
  const [nearest, second] = parts === undefined ? [] : daysOf(parts, context)
  if (nearest === undefined) return { kind: 'none' }
  if (name === undefined) return { kind: 'date', day: nearest }
  const weekday = indexOf(context.words.weekdays, name)
  if (weekdayOf(nearest) === weekday) return { kind: 'date', day: nearest }
  if (second !== undefined && parts?.year === '' && weekdayOf(second) === weekday) return { kind: 'date', day: second }
  // From three days before to three days after.
  const away = ((weekday - weekdayOf(nearest) + 10) % 7) - 3
  return resultOf([nearest, addUnits(nearest, 'day', away)])
}

/** The parts of a date as they are written: the year has four digits, two, or none. */
interface DateParts {
  readonly year: string
  readonly month: number
  readonly day: number
}

/** A date in figures; undefined for other texts, and for figures that no year has as a day. */
function inFigures(text: string, monthFirst: boolean): DateParts | undefined {
  const [, fullYear, m = '', d = ''] = /^(\d{4})[-/.] ?(\d{1,2})[-/.] ?(\d{1,2})$/.exec(text) ?? []
  if (fullYear !== undefined) return { year: fullYear, month: Number(m), day: Number(d) }
  const [, one, two, year = ''] =
    /^(\d{1,2})(?:[-/.] ?| (?=\d+\D+\d))(\d{1,2})(?:(?:[-/.] ?| )'?(\d{4}|\d\d))?$/.exec(text) ?? []
  if (one === undefined) return undefined
  const dayFirst = { year, month: Number(two), day: Number(one) }
  const swapped = { year, month: Number(one), day: Number(two) }
  return (monthFirst ? [swapped, dayFirst] : [dayFirst]).find(exists)
}

/** Whether any year has such a day. */
function exists({ month, day }: DateParts): boolean {
  return isoDay(2024, month, day) !== undefined
}

/** A date with the name of its month. One unknown word may come before a full date. */
function withMonthName(text: string, { months }: DateWords): DateParts | undefined {
  // These patterns are made here because each takes 1 % of a start.
  // `28th of Dec. 2026` with any ordinal and up to two short words before the month.
  const dayMonth =
    /^(?<prefix>\p{L}+,? )?(?<day>\d{1,2})(?:\p{L}{1,4}|\.)? (?:\p{L}{1,3} ){0,2}(?<month>\p{L}+)\.?,?(?: '?(?<year>\d{4}|\d\d))?$/u
  // `December the 28th, 2026`.
  const monthDay =
    /^(?<prefix>\p{L}+, )?(?<month>\p{L}+)\.? (?:\p{L}{1,3} )?(?<day>\d{1,2})\p{L}{0,4}(?:,? '?(?<year>\d{4}|\d\d))?$/u
  const spaced = text.replaceAll(/(?<=\d)[-/.](?=\p{L})|(?<=\p{L})[-/.](?=\d)/gu, ' ').replaceAll(/,(?=\S)/g, ', ')
  const { prefix, day, month, year = '' } = (dayMonth.exec(spaced) ?? monthDay.exec(spaced))?.groups ?? {}
  if (day === undefined || month === undefined || (prefix !== undefined && year.length < 4)) return undefined
  const index = months.findIndex((forms) =>
    forms
      .map(folded)
      .some((form) => form === month || (month.length >= 3 && /^\S+$/.test(form) && form.startsWith(month)))
  )
  return index === -1 ? undefined : { year, month: index + 1, day: Number(day) }
}

/** The days that the parts can mean, the nearest to today first. */
function daysOf({ year, month, day }: DateParts, { today, relative }: DateContext): string[] {
  if (year.length === 4) return [Number(year)].flatMap((each) => isoDay(each, month, day) ?? [])
  if (!relative) return []
  const thisYear = Number(today.slice(0, 4))
  // Eight years to either side: a leap day may be as far away.
  const years =
    year === ''
      ? Array.from({ length: 17 }, (_, index) => thisYear - 8 + index)
      : [-100, 0, 100].map((century) => thisYear - (thisYear % 100) + century + Number(year))
  const distance = (each: string) => Math.abs(Date.parse(each) - Date.parse(today))
  const days = years.flatMap((each) => isoDay(each, month, day) ?? [])
  // The sort is stable: of two days equally near, the later one comes first.
  return days.toReversed().toSorted((one, other) => distance(one) - distance(other))
}

/** A day as `YYYY-MM-DD`; undefined if it does not exist. */
function isoDay(year: number, month: number, day: number): string | undefined {
  const two = (part: number) => String(part).padStart(2, '0')
  const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
  return utcDate(text) === undefined ? undefined : text
}

/** The days that words such as "next Friday" or "in a month" mean; empty if they mean none. */
function relativeDays(text: string, today: string, words: DateWords): string[] {
  for (const { literals, pattern, days } of patterns(words).relative) {
    const match = literals.every((literal) => text.includes(literal)) ? pattern.exec(text) : null
    if (match !== null) return days(match.groups ?? {}, today)
  }
  return []
}

type Groups = Readonly<Record<string, string | undefined>>

/** A template as a pattern, and the days that a match of it means. */
interface RelativePattern {
  /** What every match contains: the first use of a pattern is slow. */
  readonly literals: readonly string[]
  readonly pattern: RegExp
  readonly days: (groups: Groups, today: string) => string[]
}

interface Patterns {
  /** What comes before a date and adds nothing. */
  readonly before: RegExp
  /** A weekday before a date, as its one group. */
  readonly weekday: RegExp
  readonly relative: readonly RelativePattern[]
}

const made = new WeakMap<DateWords, Patterns>()

/** The patterns of a language, made once. */
function patterns(words: DateWords): Patterns {
  const known = made.get(words)
  if (known !== undefined) return known
  const fresh: Patterns = {
    before: new RegExp(`^${anyOf(words.before)} `),
    weekday: new RegExp(`^(${anyOf(words.weekdays.flat())})\\.?,? (?:${anyOf(words.before)} )?`),
    relative: relativePatterns(words)
  }
  made.set(words, fresh)
  return fresh
}

function relativePatterns(words: DateWords): RelativePattern[] {
  const { dayBeforeYesterday, yesterday, today: now, tomorrow, dayAfterTomorrow, units, fortnight } = words
  const weekdays = words.weekdays.flat()
  const slots: Readonly<Record<string, string>> = {
    count: String.raw`(?<count>\d{1,4}|${anyOf(words.counts.flat())})`,
    unit: `(?<unit>${anyOf([...Object.values(units).flat(), ...fortnight])})`,
    weekday: `(?<weekday>${anyOf(weekdays)})`,
    anchor: `(?<anchor>${anyOf([...weekdays, ...yesterday, ...now, ...tomorrow, ...dayAfterTomorrow])})`
  }
  const from = (templates: readonly string[], days: RelativePattern['days']) =>
    templates.map(folded).map((template) => ({
      literals: template.split(/\{\w+\}/),
      pattern: new RegExp(`^${template.replaceAll(/\{(\w+)\}/g, (whole, slot) => slots[slot] ?? whole)}$`),
      days
    }))
  const named = (names: readonly string[], away: number) => from(names, (_, today) => [addUnits(today, 'day', away)])
  /** `shift` gets how far the weekday of this week is from today, in days. */
  const onWeekday = (templates: readonly string[], shift: (days: number) => number[]) =>
    from(templates, ({ weekday = '' }, today) =>
      shift(indexOf(words.weekdays, weekday) - weekdayOf(today)).map((days) => addUnits(today, 'day', days))
    )
  const moved = (day: string, { count = '1', unit = '' }: Groups, sign: 1 | -1) => {
    const number = sign * (/^\d/.test(count) ? Number(count) : indexOf(words.counts, count) + 1)
    const index = indexOf([units.day, units.week, units.month, units.year], unit)
    const known = (['day', 'week', 'month', 'year'] as const)[index]
    return known === undefined ? addUnits(day, 'week', 2 * number) : addUnits(day, known, number)
  }
  return [
    ...named(dayBeforeYesterday, -2),
    ...named(yesterday, -1),
    ...named(now, 0),
    ...named(tomorrow, 1),
    ...named(dayAfterTomorrow, 2),
    ...onWeekday(words.comingWeekday, (days) => (days === 0 ? [0, 7] : [(days + 7) % 7])),
    ...onWeekday(words.thisWeekday, (days) => [days]),
    ...onWeekday(words.nextWeekday, (days) => [days + 7]),
    ...onWeekday(words.lastWeekday, (days) => [days < 0 ? days : days - 7]),
    ...from(words.ahead, (groups, today) => [moved(today, groups, 1)]),
    ...from(words.ago, (groups, today) => [moved(today, groups, -1)]),
    ...from(words.after, (groups, today) =>
      relativeDays(groups['anchor'] ?? '', today, words).map((day) => moved(day, groups, 1))
    )
  ]
}

/** A group of a pattern that matches any of the names, the longest that it can. */
function anyOf(names: readonly string[]): string {
  const longestFirst = names.map(folded).toSorted((one, other) => other.length - one.length)
  return `(?:${longestFirst.map((name) => name.replaceAll(/[^\p{L} ]/gu, String.raw`\$&`)).join('|')})`
}

/** Which of the lists holds the name; -1 if none does. */
function indexOf(lists: readonly (readonly string[])[], name: string): number {
  return lists.findIndex((names) => names.map(folded).includes(name))
}

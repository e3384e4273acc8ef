import fs from 'node:fs'
import { join } from 'node:path'
import { TICK, recalled, remembering } from './cache.ts'
import type { IsYoung } from './cache.ts'
import { explained } from '../storage/fs-errors.ts'
import { isEntryName } from './names.ts'
import { namesIn } from './reading.ts'

/** The names of a year's files that may be entries. */
export interface YearNames {
  /** Those that begin with a day of the year; from the first month on that has any. */
  readonly months: readonly Month[]
  /** The others: a hand gave them their names. */
  readonly others: readonly string[]
}

/** The names that begin with a day of one month, from the first day on. */
interface Month {
  /** `YYYY-MM`. */
  readonly month: string
  readonly names: readonly string[]
}

/** What is remembered of a folder: its names, and what it looked like when it had them. */
interface Remembered extends YearNames {
  /** '' if that would not tell of one more change. */
  readonly look: string
}

/** The lengths of `YYYY-MM` and `YYYY-MM-DD`. */
const [MONTH, DAY] = [7, 10]

/** From so many names on they are remembered: reading a folder of ten thousand takes a third of a start. */
const MANY = 500

/** Linux's file systems of which it is known that a folder's times change whenever a name in it does (linux/magic.h). */
const TIMED = new Set([0xef53, 0x58465342, 0x9123683e, 0xf2f52010, 0x01021994, 0x794c7630])

/** The names in the folder of a year. `tick` as for a `Shelf`. @throws ReflectError if it cannot be read. */
export function namesOfYear(dir: string, year: string, tick?: number): YearNames {
  const folder = join(dir, year)
  const shelf = { dir, name: `names-${year}`, ...(tick === undefined ? {} : { tick }) }
  const known = decoded(recalled(shelf))
  return explained(folder, () => {
    if (known !== undefined && known.look === lookOf(folder)) return known
    const names = namesIn(folder)
    const isWorthIt = names.length >= MANY && !isFresh(folder, tick) && TIMED.has(fs.statfsSync(folder).type)
    return isWorthIt ? remembering(shelf, (isYoung) => read(folder, year, isYoung), encoded) : parted(year, names)
  })
}

/** Whether a folder has changed so short a time ago that there is no use in remembering it. */
function isFresh(folder: string, tick = TICK): boolean {
  return Date.now() - fs.statSync(folder).ctimeMs < tick
}

/** Looked at before it is read: a change in between is seen the next time. */
function read(folder: string, year: string, isYoung: IsYoung): Remembered {
  const { mtimeMs, ctimeMs } = fs.statSync(folder)
  const look = isYoung(mtimeMs) || isYoung(ctimeMs) ? '' : lookOf(folder)
  return { ...parted(year, namesIn(folder)), look }
}

function lookOf(folder: string): string {
  const { mtimeMs, ctimeMs, ino, dev } = fs.statSync(folder)
  return [mtimeMs, ctimeMs, ino, dev].join(' ')
}

function parted(year: string, names: readonly string[]): YearNames {
  const day = `${year}-(?:0[1-9]|1[0-2])-\\d{2}-`
  // As entries are named by this program; others take longer to be told.
  const [own, dated] = [new RegExp(`^${day}[a-z\\d-]+\\.md$`), new RegExp(`^${day}`)]
  const parts: { dated: string[]; others: string[] } = { dated: [], others: [] }
  for (const name of names) {
    if (own.test(name)) parts.dated.push(name)
    else if (isEntryName(name)) parts[dated.test(name) ? 'dated' : 'others'].push(name)
  }
  return { months: byMonth(parts.dated.toSorted()), others: parts.others.toSorted() }
}

function byMonth(sorted: readonly string[]): Month[] {
  const months: { month: string; names: string[] }[] = []
  for (const name of sorted) {
    const month = name.slice(0, MONTH)
    const last = months.at(-1)
    if (last?.month === month) last.names.push(name)
    else months.push({ month, names: [name] })
  }
  return months
}

/** Paragraphs: the look; the others; each month's, a name a line. Nothing for a look that tells nothing, or names that hold newlines. */
function encoded({ look, others, months }: Remembered): readonly Uint8Array[] | undefined {
  const paragraphs = [[look], others, ...months.map(({ names }) => names)]
  const isPlain = look !== '' && !paragraphs.some((names) => names.some((name) => name.includes('\n')))
  return isPlain ? [Buffer.from(paragraphs.map((lines) => lines.join('\n')).join('\n\n'))] : undefined
}

function decoded(bytes: Buffer | undefined): Remembered | undefined {
  if (bytes === undefined) return undefined
  const [look = '', others = '', ...months] = bytes.toString('utf8').split('\n\n')
  return { look, others: linesOf(others), months: months.map(monthOf) }
}

/** A listing needs few of a year's names, so they are only taken apart when they are. */
function monthOf(text: string): Month {
  let names: readonly string[] | undefined
  return {
    month: text.slice(0, MONTH),
    get names() {
      return (names ??= linesOf(text))
    }
  }
}

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.split('\n')
}

/** The names of one day. */
export type Day = readonly [day: string, names: readonly string[]]

/** The dated names day by day, from the first on. */
export function* daysForwards({ months }: YearNames): Generator<Day> {
  for (const { names } of months) yield* daysOf(names)
}

/** The dated names day by day, from the last on. */
export function* daysBackwards({ months }: YearNames): Generator<Day> {
  for (const { names } of months.toReversed()) yield* daysOf(names).toReversed()
}

function daysOf(sorted: readonly string[]): Day[] {
  const days: Day[] = []
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    const day = sorted[start]?.slice(0, DAY) ?? ''
    while (sorted[end]?.startsWith(day) === true) end++
    days.push([day, sorted.slice(start, end)])
  }
  return days
}

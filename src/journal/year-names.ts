import { present } from '../util/records.ts'
import fs from 'node:fs'
import { join } from 'node:path'
import { TICK, cached, readCache, type IsAmbiguous } from './cache.ts'
import { withFsErrors } from '../storage/fs-errors.ts'
import { isEntryName } from './names.ts'
import { namesIn } from './reading.ts'

/** The names of a year's files that may be entries. See `isEntryName`. */
export interface YearNames {
  /** The names that begin with a day of the year, by month; months without names are left out. */
  readonly months: readonly Month[]
  /** Files the user named themselves. */
  readonly others: readonly string[]
}

/** The names that begin with a day of one month, sorted. */
interface Month {
  /** `YYYY-MM`. */
  readonly month: string
  readonly names: readonly string[]
}

/** The cached names of a folder. */
interface CachedNames extends YearNames {
  /** The fingerprint that the folder had; '' if the next change might not alter it. */
  readonly fingerprint: string
}

/** The lengths of `YYYY-MM` and `YYYY-MM-DD`. */
const [MONTH, DAY] = [7, 10]

/** Names from which on a cache pays off: reading a folder with 10,000 names takes a third of a start. */
const MANY = 500

/** File systems of Linux that are known to update a folder's times with every change of its names (linux/magic.h). */
const RELIABLE = new Set([0xef53, 0x58465342, 0x9123683e, 0xf2f52010, 0x01021994, 0x794c7630])

/** The names in the folder of a year. `tick` as in `CacheKey`. @throws ReflectError if the folder cannot be read. */
export function namesOfYear(dir: string, year: string, tick?: number): YearNames {
  const folder = join(dir, year)
  const key = { dir, name: `names-${year}`, ...present({ tick }) }
  const known = decoded(readCache(key))
  return withFsErrors(folder, () => {
    if (known !== undefined && known.fingerprint === fingerprintOf(folder)) return known
    const names = namesIn(folder)
    const isCached = names.length >= MANY && !changedRecently(folder, tick) && RELIABLE.has(fs.statfsSync(folder).type)
    return isCached ? cached(key, (isAmbiguous) => read(folder, year, isAmbiguous), encoded) : sorted(year, names)
  })
}

/** Whether the last change of a folder is so recent that a cache of it could not be trusted. */
function changedRecently(folder: string, tick = TICK): boolean {
  return Date.now() - fs.statSync(folder).ctimeMs < tick
}

/** The fingerprint is taken before the names are read, so that a change in between is noticed the next time. */
function read(folder: string, year: string, isAmbiguous: IsAmbiguous): CachedNames {
  const { mtimeMs, ctimeMs } = fs.statSync(folder)
  const fingerprint = isAmbiguous(mtimeMs) || isAmbiguous(ctimeMs) ? '' : fingerprintOf(folder)
  return { ...sorted(year, namesIn(folder)), fingerprint }
}

function fingerprintOf(folder: string): string {
  const { mtimeMs, ctimeMs, ino, dev } = fs.statSync(folder)
  return [mtimeMs, ctimeMs, ino, dev].join(' ')
}

function sorted(year: string, names: readonly string[]): YearNames {
  const day = `${year}-(?:0[1-9]|1[0-2])-\\d{2}-`
  // Names that this program gives are recognised quickly.
  const [own, dated] = [new RegExp(`^${day}[a-z\\d-]+\\.md$`), new RegExp(`^${day}`)]
  const parts: { dated: string[]; others: string[] } = { dated: [], others: [] }
  for (const name of names) {
    if (own.test(name)) parts.dated.push(name)
    else if (isEntryName(name)) parts[dated.test(name) ? 'dated' : 'others'].push(name)
  }
  return { months: byMonth(parts.dated.toSorted()), others: parts.others.toSorted() }
}

function byMonth(names: readonly string[]): Month[] {
  const months: { month: string; names: string[] }[] = []
  for (const name of names) {
    const month = name.slice(0, MONTH)
    const last = months.at(-1)
    if (last?.month === month) last.names.push(name)
    else months.push({ month, names: [name] })
  }
  return months
}

/** Paragraphs: the fingerprint, `others`, and each month, with one name per line. Undefined if that cannot be trusted or written. */
function encoded({ fingerprint, others, months }: CachedNames): readonly Uint8Array[] | undefined {
  const paragraphs = [[fingerprint], others, ...months.map(({ names }) => names)]
  const isPlain = fingerprint !== '' && !paragraphs.some((names) => names.some((name) => name.includes('\n')))
  return isPlain ? [Buffer.from(paragraphs.map((lines) => lines.join('\n')).join('\n\n'))] : undefined
}

function decoded(bytes: Buffer | undefined): CachedNames | undefined {
  if (bytes === undefined) return undefined
  const [fingerprint = '', others = '', ...months] = bytes.toString('utf8').split('\n\n')
  return { fingerprint, others: linesOf(others), months: months.map(monthOf) }
}

/** Lazy, because a listing needs few of a year's names. */
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

/** The names that begin with a day, `YYYY-MM-DD`. */
export type Day = readonly [day: string, names: readonly string[]]

/** The dated names by day, first day first. */
export function* daysForwards({ months }: YearNames): Generator<Day> {
  for (const { names } of months) yield* daysOf(names)
}

/** The dated names by day, last day first. */
export function* daysBackwards({ months }: YearNames): Generator<Day> {
  for (const { names } of months.toReversed()) yield* daysOf(names).toReversed()
}

function daysOf(names: readonly string[]): Day[] {
  const days: Day[] = []
  for (let start = 0, end = 0; start < names.length; start = end) {
    const day = names[start]?.slice(0, DAY) ?? ''
    while (names[end]?.startsWith(day) === true) end++
    days.push([day, names.slice(start, end)])
  }
  return days
}

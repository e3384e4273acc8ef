import { join, sep } from 'node:path'
import { ReflectError } from '../context/errors.ts'
import { headOf, isWithin, matches, type Filter, type Unread } from './list.ts'
import { readFrontMatter, type HeadRead } from '../entry/front-matter.ts'
import { dayInName } from './names.ts'
import { namesIn, originOf, textOf } from './reading.ts'
import type { Decoded } from '../text/decode.ts'
import { daysForwards, namesOfYear, type Day, type YearNames } from './year-names.ts'

/** An entry's file with its text and front matter. Pass these to `decodeEntry` to read the answers. */
export interface FoundEntry extends Decoded, HeadRead {
  readonly file: string
}

/**
 * The finished entries of a journal, oldest first: by their local day, and within a day by their start. Yields one day at a
 * time, so only the names of one year and the texts of one day are in memory. Files that begin like entries but cannot be
 * read are included.
 *
 * @throws ReflectError if a folder cannot be read.
 */
export function* oldestFirst(dir: string, filter: Filter): Generator<readonly (FoundEntry | Unread)[]> {
  const years = namesIn(dir).filter((name) => /^\d{4}$/.test(name) && isWithin(name, filter))
  for (const year of years.toSorted()) {
    const folder = join(dir, year)
    for (const [day, names] of byDay(folder, namesOfYear(dir, year)))
      if (isWithin(day, filter) || day === '') yield ofOneDay(folder, names, filter)
  }
}

/** Names by day. For names without a day it is the day of the entry's start, or '' if that cannot be read. */
function byDay(folder: string, names: YearNames): Iterable<Day> {
  if (names.others.length === 0) return daysForwards(names)
  const days = new Map([...daysForwards(names)].map(([day, ofDay]) => [day, [...ofDay]]))
  for (const name of names.others) {
    const day = dayInName(name) ?? dayIn(join(folder, name))
    const ofDay = days.get(day)
    if (ofDay === undefined) days.set(day, [name])
    else ofDay.push(name)
  }
  return [...days].toSorted(([a], [b]) => (a < b ? -1 : 1))
}

function dayIn(file: string): string {
  const head = headOf(file)
  return head === undefined || 'why' in head ? '' : head.started.slice(0, 10)
}

function ofOneDay(folder: string, names: readonly string[], filter: Filter): readonly (FoundEntry | Unread)[] {
  const found: Timed[] = []
  for (const name of names) {
    // `join` would be slow here: this runs for every entry.
    const one = readFound(folder + sep + name)
    if (one === undefined) continue
    // Files that cannot be read come first.
    if ('why' in one) found.push({ one, start: Number.NEGATIVE_INFINITY })
    else if (matches(one.head, filter)) found.push({ one, start: Date.parse(one.head.started) })
  }
  if (found.length > 1) found.sort(byStart)
  return found.map(({ one }) => one)
}

interface Timed {
  readonly one: FoundEntry | Unread
  readonly start: number
}

function byStart(a: Timed, b: Timed): number {
  return a.start - b.start || a.one.file.length - b.one.file.length || (a.one.file < b.one.file ? -1 : 1)
}

/** The entry in a file, or the reason why it cannot be read; undefined if the file is no entry. */
export function readFound(file: string): FoundEntry | Unread | undefined {
  try {
    const read = textOf(file)
    const top = read && readFrontMatter(read.text, originOf(file))
    return read && top && { file, ...read, ...top }
  } catch (error) {
    if (!(error instanceof ReflectError)) throw error
    return { file, why: error.sentence }
  }
}

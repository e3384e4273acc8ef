import { join } from 'node:path'
import { UsageError } from '../context/errors.ts'
import { codeOf, troubleWith } from '../storage/fs-errors.ts'
import { readHead } from '../entry/front-matter.ts'
import type { EntryHead, Listed } from '../entry/model.ts'
import { DRAFTS, isEntryName } from './names.ts'
import { beginningOf, namesIn } from './reading.ts'
import { isSame } from '../text/folding.ts'
import type { Message } from '../words/index.ts'
import { daysBackwards, namesOfYear } from './year-names.ts'

/** Which entries; whatever is absent does not matter. Days are `YYYY-MM-DD`, inclusive, each entry's in its own zone. */
export interface Filter {
  readonly status?: EntryHead['status']
  readonly pack?: string
  readonly exercise?: string
  /** Other names of the exercise. */
  readonly alsoCalled?: readonly string[]
  readonly tag?: string
  readonly since?: string
  readonly until?: string
  readonly limit?: number
}

/** The entries that were asked for, newest first, and the files that begin like entries but do not read. */
export interface Listing {
  readonly entries: readonly Listed[]
  readonly unread: readonly Unread[]
}

/** An entry's file that does not read, and why. */
export interface Unread {
  readonly file: string
  readonly why: Message
}

/** A listing on the way. */
interface Search {
  readonly filter: Filter
  readonly found: Found[]
  readonly unread: Unread[]
}

interface Found {
  readonly listed: Listed
  readonly moment: number
  readonly isDraftFile: boolean
}

/**
 * Lists the entries of a journal, drafts too, newest first by their start. Only front matter is read. With a limit,
 * the days in the files' names tell where to stop. The draft of an entry that is being edited is listed with drafts
 * only. A folder that is not there is empty.
 *
 * @throws ReflectError if a folder cannot be read.
 */
export function listEntries(dir: string, filter: Filter = {}): Listing {
  const search: Search = { filter, found: [], unread: [] }
  for (const name of namesIn(join(dir, DRAFTS)).filter(isEntryName)) look(join(dir, DRAFTS, name), true, search)
  if (filter.status !== 'draft') lookThroughYears(dir, search)
  const ids = new Set(search.found.filter(({ isDraftFile }) => !isDraftFile).map(({ listed }) => listed.id))
  const entries = newestFirst(search.found.filter(({ isDraftFile, listed }) => !(isDraftFile && ids.has(listed.id))))
  return { entries: entries.slice(0, filter.limit), unread: search.unread }
}

/** The entries in one folder of a journal that are asked for, newest first by their start. */
export function listFolder(folder: string, filter: Filter = {}): Listing {
  const search: Search = { filter, found: [], unread: [] }
  for (const name of namesIn(folder).filter(isEntryName)) look(join(folder, name), false, search)
  return { entries: newestFirst(search.found).slice(0, filter.limit), unread: search.unread }
}

function newestFirst(found: readonly Found[]): Listed[] {
  return found
    .toSorted((a, b) => b.moment - a.moment || byNumber(b.listed.file, a.listed.file))
    .map(({ listed }) => listed)
}

function lookThroughYears(dir: string, search: Search): void {
  const years = namesIn(dir).filter((name) => /^\d{4}$/.test(name) && isWithin(name, search.filter))
  for (const year of years.toSorted().toReversed()) {
    const lastDay = `${year}-12-31`
    if (enough(search, lastDay)) return
    const names = namesOfYear(dir, year)
    for (const name of names.others) look(join(dir, year, name), false, search)
    for (const [day, ofDay] of daysBackwards(names)) {
      if (enough(search, day)) return
      if (isWithin(day, search.filter)) for (const name of ofDay) look(join(dir, year, name), false, search)
    }
  }
}

/** Whether so many were found that nothing which began on this day, anywhere in the world, can come before them. */
function enough({ filter: { limit }, found }: Search, day: string): boolean {
  if (limit === undefined || found.length < limit) return false
  const latest = Date.parse(`${day}T12:00:00Z`) + 24 * 3_600_000
  return found.filter(({ moment }) => moment > latest).length >= limit
}

/** Whether a day, or a year as a whole, is not outside of what is asked for. */
export function isWithin(day: string, { since, until }: Filter): boolean {
  return (
    (since === undefined || day >= since.slice(0, day.length)) &&
    (until === undefined || day <= until.slice(0, day.length))
  )
}

function look(file: string, isDraftFile: boolean, { filter, found, unread }: Search): void {
  const read = headOf(file)
  if (read === undefined) return
  if ('why' in read) unread.push(read)
  else if (matches(read, filter)) found.push({ listed: read, moment: Date.parse(read.started), isDraftFile })
}

/** Whether an entry is one of those that are asked for; its limit aside. */
export function matches(head: EntryHead, filter: Filter): boolean {
  return (
    (filter.status === undefined || head.status === filter.status) &&
    (filter.pack === undefined || head.pack === filter.pack) &&
    (filter.exercise === undefined ||
      [filter.exercise, ...(filter.alsoCalled ?? [])].some((name) => isOf(head, name))) &&
    (filter.tag === undefined || head.tags.some((tag) => isSame(tag, filter.tag ?? ''))) &&
    isWithin(head.started.slice(0, 10), filter)
  )
}

/** Whether an entry, or whatever else belongs to an exercise, is of the one that is named, with or without its pack. */
export function isOf({ pack, exercise }: Pick<EntryHead, 'pack' | 'exercise'>, name: string): boolean {
  return name === exercise || name === `${pack}/${exercise}`
}

/** The front matter of an entry's file; undefined for a file that is not one. Never throws: why it does not read is told. */
export function headOf(file: string): Listed | Unread | undefined {
  try {
    const head = readHead(beginningOf(file))
    return head && { ...head, file }
  } catch (error) {
    if (error instanceof UsageError) return { file, why: error.sentence }
    const code = codeOf(error)
    if (code === '') throw error
    return ['ENOENT', 'EISDIR'].includes(code) ? undefined : { file, why: troubleWith(file, error) }
  }
}

/** Of one moment, the file with the higher number is the newer: below 0 if that is the second. */
export function byNumber(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)
}

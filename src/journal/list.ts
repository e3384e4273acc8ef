import { join } from 'node:path'
import { UsageError } from '../context/errors.ts'
import { readHead } from '../entry/front-matter.ts'
import type { EntryHead, Listed } from '../entry/model.ts'
import { fsErrorMessage } from '../storage/fs-errors.ts'
import { codeOf } from '../util/system-calls.ts'
import { isSame } from '../text/folding.ts'
import type { Message } from '../words/index.ts'
import { DRAFTS, isEntryName } from './names.ts'
import { beginningOf, namesIn, originOf } from './reading.ts'
import { daysBackwards, namesOfYear } from './year-names.ts'

/** Selects entries; absent keys select all. Days are `YYYY-MM-DD`, inclusive, in the time zone of each entry. */
export interface Filter {
  readonly status?: EntryHead['status']
  readonly pack?: string
  readonly exercise?: string
  /** Other ids that the exercise has had. */
  readonly alsoCalled?: readonly string[]
  readonly tag?: string
  readonly since?: string
  readonly until?: string
  readonly limit?: number
}

/** The selected entries, newest first, and the files that begin like entries but cannot be read. */
export interface Listing {
  readonly entries: readonly Listed[]
  readonly unread: readonly Unread[]
}

/** An entry's file that cannot be read, and the reason. */
export interface Unread {
  readonly file: string
  readonly why: Message
}

/** The state of a listing. */
interface State {
  readonly filter: Filter
  readonly found: Candidate[]
  readonly unread: Unread[]
}

interface Candidate {
  readonly listed: Listed
  /** The start, in milliseconds. */
  readonly moment: number
  readonly isDraftFile: boolean
}

/**
 * Lists the entries of a journal with its drafts, newest first by their start. Only front matter is read. With a limit,
 * older files are skipped by the days in their names. The draft of an entry that is being edited is listed only if the
 * filter asks for drafts. A folder that does not exist is empty.
 *
 * @throws ReflectError if a folder cannot be read.
 */
export function listEntries(dir: string, filter: Filter = {}): Listing {
  const state: State = { filter, found: [], unread: [] }
  for (const name of namesIn(join(dir, DRAFTS)).filter(isEntryName)) addFile(join(dir, DRAFTS, name), true, state)
  if (filter.status !== 'draft') addYears(dir, state)
  const ids = new Set(state.found.filter(({ isDraftFile }) => !isDraftFile).map(({ listed }) => listed.id))
  const entries = newestFirst(state.found.filter(({ isDraftFile, listed }) => !(isDraftFile && ids.has(listed.id))))
  return { entries: entries.slice(0, filter.limit), unread: state.unread }
}

/** As `listEntries`, for the files in a single folder, such as the trash. */
export function listFolder(folder: string, filter: Filter = {}): Listing {
  const state: State = { filter, found: [], unread: [] }
  for (const name of namesIn(folder).filter(isEntryName)) addFile(join(folder, name), false, state)
  return { entries: newestFirst(state.found).slice(0, filter.limit), unread: state.unread }
}

function newestFirst(found: readonly Candidate[]): Listed[] {
  return found
    .toSorted((a, b) => b.moment - a.moment || byNumber(b.listed.file, a.listed.file))
    .map(({ listed }) => listed)
}

function addYears(dir: string, state: State): void {
  const years = namesIn(dir).filter((name) => /^\d{4}$/.test(name) && isWithin(name, state.filter))
  for (const year of years.toSorted().toReversed()) {
    if (isLimitReached(state, `${year}-12-31`)) return
    const names = namesOfYear(dir, year)
    for (const name of names.others) addFile(join(dir, year, name), false, state)
    for (const [day, ofDay] of daysBackwards(names)) {
      if (isLimitReached(state, day)) return
      if (isWithin(day, state.filter)) for (const name of ofDay) addFile(join(dir, year, name), false, state)
    }
  }
}

/** Whether enough entries are found that are newer than every entry of a day can be, in any time zone. */
function isLimitReached({ filter: { limit }, found }: State, day: string): boolean {
  if (limit === undefined || found.length < limit) return false
  const latest = Date.parse(`${day}T12:00:00Z`) + 24 * 3_600_000
  return found.filter(({ moment }) => moment > latest).length >= limit
}

/** Whether a filter's days include a day (`YYYY-MM-DD`), or any day of a month or year that is given as `YYYY-MM` or `YYYY`. */
export function isWithin(day: string, { since, until }: Filter): boolean {
  return (
    (since === undefined || day >= since.slice(0, day.length)) &&
    (until === undefined || day <= until.slice(0, day.length))
  )
}

function addFile(file: string, isDraftFile: boolean, { filter, found, unread }: State): void {
  const read = headOf(file)
  if (read === undefined) return
  if ('why' in read) unread.push(read)
  else if (matches(read, filter)) found.push({ listed: read, moment: Date.parse(read.started), isDraftFile })
}

/** Whether a filter, apart from its limit, selects an entry. */
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

/** Whether a name, `exercise` or `pack/exercise`, is that of the exercise of an entry. */
export function isOf({ pack, exercise }: Pick<EntryHead, 'pack' | 'exercise'>, name: string): boolean {
  return name === exercise || name === `${pack}/${exercise}`
}

/** The front matter of an entry's file, or the reason why it cannot be read; undefined if the file is no entry. */
export function headOf(file: string): Listed | Unread | undefined {
  try {
    const head = readHead(beginningOf(file), originOf(file))
    return head && { ...head, file }
  } catch (error) {
    if (error instanceof UsageError) return { file, why: error.sentence }
    const code = codeOf(error)
    if (code === '') throw error
    return ['ENOENT', 'EISDIR'].includes(code) ? undefined : { file, why: fsErrorMessage(file, error) }
  }
}

/** Compares the files of entries with the same start: a higher number in the name means newer. Below 0 if `b` is newer. */
export function byNumber(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)
}

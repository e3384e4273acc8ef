import type fs from 'node:fs'
import { basename, join, sep } from 'node:path'
import { UsageError } from '../context/errors.ts'
import { readHead } from '../entry/front-matter.ts'
import type { EntryHead, Listed } from '../entry/model.ts'
import { fsErrorMessage, statsOf } from '../storage/fs-errors.ts'
import { codeOf } from '../util/system-calls.ts'
import { isSame } from '../text/folding.ts'
import { groupBy } from '../util/group-by.ts'
import { TICK } from './cache.ts'
import { joinCopies } from './identity.ts'
import { countFiles, entryFolders, type EntryFolder, type EntryFolders } from './entry-folders.ts'
import { daysOf } from './folder-names.ts'
import { isEntryName } from './names.ts'
import { damageIn, beginningOf, namesIn, originOf, type Unread } from './reading.ts'

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

/** What a list is made from, if its caller has it already. */
export interface Source {
  readonly tree?: EntryFolders | undefined
  readonly read?: HeadReader
}

/** The selected entries, newest first, and the files and folders that cannot be read. */
export interface Listing {
  readonly entries: readonly Listed[]
  readonly unread: readonly Unread[]
}

/** Gives the front matter of a file, as `headOf`. */
export type HeadReader = (file: string) => Listed | Unread | undefined

/** Files from which on a listing with a limit trusts the days in names, so that it opens few files. */
const MANY = 2000

/**
 * Lists the entries of a journal with its drafts, newest first by their start. Only front matter is read. An id is listed once,
 * with its other files as `copies`. The draft of an entry that is being edited is listed only if the filter asks for drafts. A folder
 * that does not exist is empty.
 *
 * @throws ReflectError if the journal's folder cannot be read.
 */
export function listEntries(
  dir: string,
  filter: Filter = {},
  { tree = entryFolders(dir), read = headOf }: Source = {}
): Listing {
  const { since, until, limit, status } = filter
  const isLarge = countFiles(tree) > MANY && since === undefined && until === undefined
  if (isLarge && status === 'draft') return listingOf(dir, filter, tree, readAll(filesOfDrafts(tree), read))
  return listingOf(
    dir,
    filter,
    tree,
    isLarge && limit !== undefined ? readNewest(dir, filter, tree, read) : readAll(filesOf(tree), read)
  )
}

/**
 * Every entry of a journal, newest first, drafts of finished entries too, with the files and folders that cannot be read. It reads
 * every file's front matter. @throws ReflectError as `listEntries`.
 */
export function everyEntry(dir: string, { tree = entryFolders(dir), read = headOf }: Source = {}): Listing {
  const { found, unread } = readAll(filesOf(tree), read)
  return { entries: newestFirst(joinCopies(dir, found)), unread: [...tree.unread, ...unread] }
}

/** The entries of files whose front matter was read. */
interface Read {
  readonly found: Listed[]
  readonly unread: Unread[]
}

function listingOf(dir: string, filter: Filter, tree: EntryFolders, { found, unread }: Read): Listing {
  return { entries: selected(dir, found, filter).slice(0, filter.limit), unread: [...tree.unread, ...unread] }
}

/** The entries that a filter, apart from its limit, selects, newest first. */
function selected(dir: string, found: readonly Listed[], filter: Filter): Listed[] {
  const all = joinCopies(dir, found)
  const listed = filter.status === 'draft' ? all : withoutEdits(all)
  return newestFirst(listed.filter((entry) => matches(entry, filter)))
}

/** Entries without the drafts of finished ones that are among them. */
export function withoutEdits(entries: readonly Listed[]): readonly Listed[] {
  const finished = new Set(entries.flatMap(({ id, status }) => (status === 'finished' ? [id] : [])))
  return entries.filter(({ id, status }) => status === 'finished' || !finished.has(id))
}

/** As `listEntries`, for the files in a single folder, such as the trash, where every file is listed. */
export function listFolder(folder: string, filter: Filter = {}): Listing {
  const files = namesIn(folder).filter(isEntryName)
  const { found, unread } = readAll(
    files.map((name) => join(folder, name)),
    headOf
  )
  return { entries: newestFirst(found.filter((entry) => matches(entry, filter))).slice(0, filter.limit), unread }
}

function newestFirst(found: readonly Listed[]): Listed[] {
  return found
    .map((listed) => ({ listed, moment: Date.parse(listed.started) }))
    .toSorted((a, b) => b.moment - a.moment || byNumber(b.listed.file, a.listed.file))
    .map(({ listed }) => listed)
}

/** All files that may be entries. */
function* filesOf({ folders }: EntryFolders): Generator<string> {
  for (const { folder, names } of folders) {
    // `join` would be slow here: this runs for every entry.
    const start = folder + sep
    for (const name of names.others) yield start + name
    for (const month of names.months) for (const name of month.names) yield start + name
  }
}

/** The files that may be drafts in a large journal: a draft's name has an extension, and the folders of years have few of those. */
function* filesOfDrafts({ folders }: EntryFolders): Generator<string> {
  for (const { folder, path, names } of folders) {
    for (const name of names.others) yield folder + sep + name
    if (/^\d{4}$/.test(path)) continue
    for (const month of names.months) for (const name of month.names) yield folder + sep + name
  }
}

/** The entries in files; with a filter only those that it selects. */
function readAll(files: Iterable<string>, read: HeadReader, filter: Filter = {}): Read {
  const all: Read = { found: [], unread: [] }
  addFiles(files, read, filter, all)
  return all
}

function addFiles(files: Iterable<string>, read: HeadReader, filter: Filter, { found, unread }: Read): void {
  for (const file of files) {
    const head = read(file)
    if (head === undefined) continue
    if ('why' in head) unread.push(head)
    else if (matches(head, filter)) found.push(head)
  }
}

/** Reads files by the days in their names, last day first, until the limit is reached, after all files without such a day. */
function readNewest(dir: string, filter: Filter, { folders }: EntryFolders, read: HeadReader): Read {
  const undated = folders.flatMap(({ folder, names }) => names.others.map((name) => join(folder, name)))
  const newest = readAll(undated, read, filter)
  for (const [day, files] of daysBackwards(folders)) {
    if (isLimitReached(dir, newest, filter, day)) break
    addFiles(files, read, filter, newest)
  }
  return newest
}

/** The files whose names begin with a day, last day first. Paths are made one day at a time, because few days are needed. */
function* daysBackwards(folders: readonly EntryFolder[]): Generator<readonly [day: string, files: readonly string[]]> {
  const parts = folders.flatMap(({ folder, names }) => names.months.map((month) => ({ folder, month })))
  const months = [...groupBy(parts, ({ month }) => month.month)].toSorted(byKeyBackwards)
  for (const [, inMonth] of months) {
    const days = inMonth.flatMap(({ folder, month }) =>
      daysOf(month.names).map(([day, names]) => ({ day, folder, names }))
    )
    const byDay = [...groupBy(days, ({ day }) => day)].toSorted(byKeyBackwards)
    for (const [day, inDay] of byDay)
      yield [day, inDay.flatMap(({ folder, names }) => names.map((name) => folder + sep + name))]
  }
}

function byKeyBackwards([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? 1 : -1
}

/** Whether enough entries are found that are newer than every entry of a day can be, in any time zone. */
function isLimitReached(dir: string, { found }: Read, filter: Filter, day: string): boolean {
  const { limit = Infinity } = filter
  if (found.length < limit) return false
  const latest = Date.parse(`${day}T12:00:00Z`) + 24 * 3_600_000
  const newer = found.filter(({ started }) => Date.parse(started) > latest)
  return newer.length >= limit && selected(dir, newer, filter).length >= limit
}

/** Whether a filter's days include a day (`YYYY-MM-DD`), or any day of a month or year that is given as `YYYY-MM` or `YYYY`. */
function isWithin(day: string, { since, until }: Filter): boolean {
  return (
    (since === undefined || day >= since.slice(0, day.length)) &&
    (until === undefined || day <= until.slice(0, day.length))
  )
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

/** The front matter of an entry's file, or the reason why it cannot be read; undefined if the file is not an entry. */
export function headOf(file: string): Listed | Unread | undefined {
  try {
    const text = beginningOf(file)
    const head = readHead(text, originOf(file))
    if (head !== undefined) return { ...head, file }
    const why = damageIn(basename(file), text)
    return why === undefined ? undefined : { file, why }
  } catch (error) {
    if (error instanceof UsageError) return { file, why: error.sentence }
    const code = codeOf(error)
    if (code === '') throw error
    return ['ENOENT', 'EISDIR'].includes(code) ? undefined : { file, why: fsErrorMessage(file, error) }
  }
}

/** What tells that a file has changed. */
type FileState = Pick<fs.Stats, 'size' | 'mtimeMs' | 'ctimeMs' | 'ino'>

interface KnownHead extends FileState {
  /** Undefined if the file is not an entry. */
  readonly head: Listed | undefined
}

/**
 * Reads front matter as `headOf`, and remembers it, so that the next list of the same journal opens only files that are new or have
 * changed. `tick` as in `CacheKey`.
 */
export function rememberingReader(tick = TICK): HeadReader {
  const known = new Map<string, KnownHead>()
  return (file) => {
    // The state is taken before the file is read, so that a change in between is noticed the next time.
    const stats = statsOf(file)
    const before = known.get(file)
    if (stats !== undefined && before !== undefined && isUnchanged(stats, before)) return before.head
    const head = headOf(file)
    // What hinders reading may end without a change of the file.
    const isUnread = head !== undefined && 'why' in head
    if (stats === undefined || isUnread || isRecent(stats, tick)) known.delete(file)
    else known.set(file, { ...stateOf(stats), head })
    return head
  }
}

function stateOf({ size, mtimeMs, ctimeMs, ino }: FileState): FileState {
  return { size, mtimeMs, ctimeMs, ino }
}

function isUnchanged(a: FileState, b: FileState): boolean {
  return a.mtimeMs === b.mtimeMs && a.size === b.size && a.ctimeMs === b.ctimeMs && a.ino === b.ino
}

/** Whether the last change is so recent that the next one might not alter the times. */
function isRecent({ mtimeMs, ctimeMs }: FileState, tick: number): boolean {
  const now = Date.now()
  return Math.abs(now - mtimeMs) < tick || Math.abs(now - ctimeMs) < tick
}

/** How many entries were finished by a time, ISO 8601. */
export function countUntil(by: string, entries: readonly Listed[]): number {
  return entries.filter((entry) => Date.parse(entry.finished ?? entry.started) <= Date.parse(by)).length
}

/** Compares the files of entries with the same start: a higher number in the name means newer. Below 0 if `b` is newer. */
export function byNumber(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)
}

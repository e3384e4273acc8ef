import fs from 'node:fs'
import { join } from 'node:path'
import { ReflectError } from '../context/errors.ts'
import { fsErrorMessage, statsOf } from '../storage/fs-errors.ts'
import { codeOf, isMissing } from '../util/system-calls.ts'
import { present } from '../util/records.ts'
import { TICK, cached, cacheName, readCache, type CacheKey, type IsAmbiguous } from './cache.ts'
import { sortNames, type FolderNames } from './folder-names.ts'
import { evictedName, isEntryName, isNearlyEntryName, mayHoldEntries } from './names.ts'
import { isEntryFile, type Unread } from './reading.ts'

/*
 * The folders of a journal. Reading one with 10,000 names takes a third of a start, so what large folders contain is cached: the cache
 * `folders` has the fingerprint, subfolders, undated names and months of each, and a cache `names-…` its dated names. While the
 * fingerprint of a folder is unchanged, so are its names.
 */

/** A folder of a journal, at any depth, with the names of its files that may be entries. */
export interface EntryFolder {
  /** Absolute path. */
  readonly folder: string
  /** Relative to the journal's folder, with `/` between folders; '' for that folder itself. */
  readonly path: string
  /** The number of names. */
  readonly count: number
  readonly names: FolderNames
}

/** All folders of a journal that may contain entries. */
export interface EntryFolders {
  readonly folders: readonly EntryFolder[]
  /** Folders below the journal's folder that cannot be read. */
  readonly unread: readonly Unread[]
}

/** The names in a folder. */
interface Content {
  /** The fingerprint that the folder had; '' if the next change might not alter it. */
  readonly fingerprint: string
  readonly subfolders: readonly string[]
  readonly names: FolderNames
  /** Names of files that may be entries under other names. See `isNearlyEntryName`. */
  readonly odd: readonly string[]
}

/** The length of `YYYY-MM`. */
const MONTH = 7
/** Names from which on a cache pays off. */
const MANY = 500
/** File systems of Linux that are known to update a folder's times with every change of its names (linux/magic.h). */
const RELIABLE = new Set([0xef53, 0x58465342, 0x9123683e, 0xf2f52010, 0x01021994, 0x794c7630])

/**
 * The folders of a journal, the journal's own first; none if it does not exist. Links to files and folders are not followed: what is
 * inside the journal is found anyway, and what is outside does not belong to it. `tick` as in `CacheKey`.
 *
 * @throws ReflectError if the journal's own folder cannot be read.
 */
export function entryFolders(dir: string, tick?: number): EntryFolders {
  const scan: Scan = { dir, tick, cached: readFolders(dir), current: new Map(), fresh: [] }
  const folders: EntryFolder[] = []
  const unread: Unread[] = []
  const waiting = ['']
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const content = contentOrReason(path, scan)
    if ('why' in content && path === '') throw new ReflectError(content.why)
    if ('why' in content) {
      unread.push(content)
      continue
    }
    const { names, subfolders, odd } = content
    const folder = folderOf(dir, path)
    for (const name of odd) unread.push(...unreadIn(folder, name))
    folders.push({ folder, path, names, count: countOf(names) })
    for (const name of subfolders) waiting.push(path === '' ? name : `${path}/${name}`)
  }
  if (scan.fresh.length > 0) writeFolders(scan)
  return { folders, unread }
}

/** The state of a scan. */
interface Scan {
  readonly dir: string
  readonly tick: number | undefined
  /** What the cache says of large folders, by path. */
  readonly cached: ReadonlyMap<string, CachedFolder>
  /** The part of that which is up to date. */
  readonly current: Map<string, CachedFolder>
  /** The paths of large folders that are not in the cache. */
  readonly fresh: string[]
}

function folderOf(dir: string, path: string): string {
  return path === '' ? dir : join(dir, path)
}

/** The entry that a file with a nearly right name is, as `isNearlyEntryName` says; none if it is not an entry. */
export function unreadIn(folder: string, name: string): Unread[] {
  const evicted = evictedName(name)
  if (evicted !== undefined) return [{ file: join(folder, evicted), why: ({ journal }) => journal.notDownloaded }]
  const file = join(folder, name)
  return isEntryFile(file) ? [{ file, why: ({ journal }) => journal.otherExtension }] : []
}

function countOf({ months, others }: FolderNames): number {
  return months.reduce((sum, { count }) => sum + count, others.length)
}

/** The number of files that may be entries. */
export function countFiles({ folders }: EntryFolders): number {
  return folders.reduce((sum, { count }) => sum + count, 0)
}

function contentOrReason(path: string, scan: Scan): Content | Unread {
  try {
    return contentOf(path, scan)
  } catch (error) {
    const file = folderOf(scan.dir, path)
    if (codeOf(error) === '') throw error
    return { file, why: fsErrorMessage(file, error) }
  }
}

/** From the cache, if it is up to date. Throws system errors. */
function contentOf(path: string, { dir, tick, cached: all, current, fresh }: Scan): Content {
  const folder = folderOf(dir, path)
  const stats = statsOf(folder)
  const known = all.get(path)
  if (known !== undefined && stats !== undefined && known.fingerprint === fingerprintOf(stats)) {
    current.set(path, known)
    return {
      ...known,
      names: lazyNames(known, () => datedIn(folder, namesKey(path, { dir, tick }), known.fingerprint))
    }
  }
  const content = read(folder, () => true)
  const isLarge = countOf(content.names) >= MANY
  if (isLarge && stats !== undefined && !changedRecently(stats, tick) && isReliable(folder)) fresh.push(path)
  return content
}

function namesKey(path: string, { dir, tick }: Pick<Scan, 'dir' | 'tick'>): CacheKey {
  return { dir, name: cacheName('names', path), ...present({ tick }) }
}

/** Whether the last change of a folder is so recent that a cache of it could not be trusted. */
function changedRecently({ ctimeMs }: fs.Stats, tick = TICK): boolean {
  return Date.now() - ctimeMs < tick
}

function isReliable(folder: string): boolean {
  return RELIABLE.has(fs.statfsSync(folder).type)
}

/** The fingerprint is taken before the names are read, so that a change in between is noticed the next time. */
function read(folder: string, isAmbiguous: IsAmbiguous): Content {
  const stats = statsOf(folder)
  const isTrusted = stats !== undefined && !isAmbiguous(stats.mtimeMs) && !isAmbiguous(stats.ctimeMs)
  const names: string[] = []
  const subfolders: string[] = []
  const odd: string[] = []
  for (const item of itemsIn(folder)) {
    const { name } = item
    const kind = item.isSymbolicLink() ? realKind(join(folder, name)) : item
    if (kind?.isDirectory() === true) {
      if (mayHoldEntries(name)) subfolders.push(name)
    } else if (kind?.isFile() === true && isEntryName(name)) names.push(name)
    else if (kind?.isFile() === true && isNearlyEntryName(name)) odd.push(name)
  }
  return { fingerprint: isTrusted ? fingerprintOf(stats) : '', subfolders, odd, names: sortNames(names) }
}

/** Windows reports files and folders that a cloud service keeps as links, although they are not links. */
function realKind(path: string): fs.Stats | undefined {
  const stats = fs.lstatSync(path, { throwIfNoEntry: false })
  return stats?.isSymbolicLink() === false ? stats : undefined
}

function itemsIn(folder: string): fs.Dirent[] {
  try {
    return fs.readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

function fingerprintOf({ mtimeMs, ctimeMs, ino, dev }: fs.Stats): string {
  return [mtimeMs, ctimeMs, ino, dev].join(' ')
}

/** What the cache `folders` says of a folder. */
interface CachedFolder {
  readonly fingerprint: string
  readonly subfolders: readonly string[]
  readonly odd: readonly string[]
  readonly others: readonly string[]
  /** Each month, and the number of its names. */
  readonly months: readonly (readonly [string, number])[]
}

/** Reads the large folders that the cache lacks again, so that their fingerprints can be trusted, and writes the cache. */
function writeFolders({ dir, tick, current, fresh }: Scan): void {
  const contents = cached(
    { dir, name: FOLDERS, ...present({ tick }) },
    (isAmbiguous) => fresh.map((path) => ({ path, content: read(folderOf(dir, path), isAmbiguous) })),
    (found) => {
      const added = found.map(({ path, content }) => [path, cachedFolder(content)] as const)
      return encoded([[FORMAT], ...[...current, ...added].flatMap(([path, one]) => paragraphsOf(path, one))])
    }
  )
  for (const { path, content } of contents) cached(namesKey(path, { dir, tick }), () => content, encodedNames)
}

function cachedFolder({ fingerprint, subfolders, odd, names: { others, months } }: Content): CachedFolder {
  return { fingerprint, subfolders, odd, others, months: months.map(({ month, count }) => [month, count]) }
}

/** The name of the cache of all folders, and its first line: another number means another format. */
const FOLDERS = 'folders'
const FORMAT = 'folders 2'

/** Five paragraphs of lines: fingerprint and path, subfolders, odd names, undated names, months. None for a folder that may not be cached. */
function paragraphsOf(
  path: string,
  { fingerprint, subfolders, odd, others, months }: CachedFolder
): (readonly string[])[] {
  if (fingerprint === '') return []
  return [[`${fingerprint} /${path}`], subfolders, odd, others, months.map(([month, count]) => `${month} ${count}`)]
}

function readFolders(dir: string): ReadonlyMap<string, CachedFolder> {
  const folders = new Map<string, CachedFolder>()
  const [first, ...paragraphs] = readCache({ dir, name: FOLDERS })?.toString('utf8').split('\n\n') ?? []
  if (first !== FORMAT) return folders
  for (let at = 0; at < paragraphs.length; at += 5) {
    const [head = '', subfolders = '', odd = '', others = '', months = ''] = paragraphs.slice(at, at + 5)
    const start = head.indexOf(' /')
    folders.set(head.slice(start + 2), {
      fingerprint: head.slice(0, start),
      subfolders: linesOf(subfolders),
      odd: linesOf(odd),
      others: linesOf(others),
      months: linesOf(months).map((line) => [line.slice(0, MONTH), Number(line.slice(MONTH + 1))])
    })
  }
  return folders
}

/** Paragraphs of lines: the fingerprint, and the dated names of each month. */
function encodedNames({ fingerprint, names }: Content): readonly Uint8Array[] | undefined {
  return fingerprint === '' ? undefined : encoded([[fingerprint], ...names.months.map((month) => month.names)])
}

/** Undefined if a name cannot be written in one line. */
function encoded(paragraphs: readonly (readonly string[])[]): readonly Uint8Array[] | undefined {
  if (paragraphs.some((lines) => lines.some((line) => line.includes('\n')))) return undefined
  return [Buffer.from(paragraphs.map((lines) => lines.join('\n')).join('\n\n'))]
}

/** The dated names by month, each month as one text: from the cache, or from the folder if the cache is of another state. */
function datedIn(folder: string, key: CacheKey, fingerprint: string): ReadonlyMap<string, string> {
  const [first, ...months] = readCache(key)?.toString('utf8').split('\n\n') ?? []
  if (first === fingerprint) return new Map(months.map((text) => [text.slice(0, MONTH), text]))
  const { names } = read(folder, () => true)
  return new Map(names.months.map((month) => [month.month, month.names.join('\n')]))
}

/** Lazy, because a listing needs few of a journal's names. */
function lazyNames({ others, months }: CachedFolder, load: () => ReadonlyMap<string, string>): FolderNames {
  let loaded: ReadonlyMap<string, string> | undefined
  const textOf = (month: string) => (loaded ??= load()).get(month) ?? ''
  return { others, months: months.map(([month, count]) => lazyMonth(month, count, () => textOf(month))) }
}

function lazyMonth(month: string, count: number, textOf: () => string): FolderNames['months'][number] {
  let names: readonly string[] | undefined
  return {
    month,
    count,
    get names() {
      return (names ??= linesOf(textOf()))
    }
  }
}

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.split('\n')
}

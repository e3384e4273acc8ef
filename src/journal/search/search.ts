import { join } from 'node:path'
import { ReflectError, UsageError } from '../../context/errors.ts'
import { fold } from '../../text/folding.ts'
import { readHead } from '../../entry/front-matter.ts'
import { entryFolders, type EntryFolder, type EntryFolders } from '../entry-folders.ts'
import { byNumber, everyEntry, matches, type Filter } from '../list.ts'
import type { Unread } from '../reading.ts'
import { matchesIn, type Match } from './matches.ts'
import type { EntryHead, Listed } from '../../entry/model.ts'
import { DRAFTS, isUsualPlace, pathIn } from '../names.ts'
import type { Query } from './query.ts'
import { originOf, textOf } from '../reading.ts'
import { entriesWith } from './search-cache.ts'

/** An entry that matches a query, and the matching lines. */
export interface Hit {
  /** The file that holds them, which may be a copy. */
  readonly file: string
  readonly head: EntryHead
  readonly matches: readonly Match[]
  /** The entry as it is listed, if it has copies or an unusual place. */
  readonly entry?: Listed
}

/** The result of a search, newest first, and matching files that cannot be read as entries, or cannot be read at all. */
export interface Hits {
  readonly hits: readonly Hit[]
  readonly unread: readonly Unread[]
}

/** Who is told of a search while it runs. */
export interface SearchObserver {
  /** Gets the number of entries searched since the last call. */
  readonly onProgress?: (entries: number) => void
  /** Gets a group of entries, and a digest that changes with the size and times of each. Groups without a cache are left out. */
  readonly onDigest?: (period: string, digest: string) => void
}

/**
 * Finished entries from which on a word cache is used. With fewer, a search takes less than a fifth of a second without it,
 * and no second copy of private words is written.
 */
const MANY = 4000

/** Files of a folder up to which the folder has one cache; a larger one has one per month. A changed entry invalidates its cache. */
const MOST_IN_FOLDER_CACHE = 2000

/** With fewer files, reading them takes no longer than reading a cache. */
const FEW = 20

/**
 * Searches a journal and its drafts, with all copies of an entry: if the entry's own file holds the words, only that is a hit, and of
 * equal copies one is. Caches only select files; the entries are read from their files as they are now.
 *
 * @throws ReflectError if the journal's folder cannot be read.
 */
export function searchJournal(dir: string, query: Query, filter: Filter = {}, observer: SearchObserver = {}): Hits {
  const needles = query.flatMap((term) => (term.kind === 'words' && term.needle !== '' ? [term.needle] : []))
  const tree = entryFolders(dir)
  const found: Hit[] = []
  const unread: Unread[] = [...tree.unread]
  for (const file of filesWith(tree, dir, needles, observer)) {
    const hit = hitIn(file, query, filter)
    if (hit === undefined) continue
    if ('why' in hit) unread.push(hit)
    else found.push(hit)
  }
  return { hits: newestFirst(onePerEntry(dir, found)).slice(0, filter.limit), unread }
}

function newestFirst(hits: readonly Hit[]): Hit[] {
  return hits
    .map((hit) => ({ hit, moment: Date.parse(hit.head.started) }))
    .toSorted((a, b) => b.moment - a.moment || byNumber(b.hit.file, a.hit.file))
    .map(({ hit }) => hit)
}

/** One hit for each entry. Whether a file at an unusual place is a copy, only a list of the whole journal can tell. */
function onePerEntry(dir: string, hits: readonly Hit[]): readonly Hit[] {
  const ids = new Set(hits.map(({ head }) => `${head.status} ${head.id}`))
  if (ids.size === hits.length && hits.every(({ file, head }) => isUsualPlace(pathIn(dir, file), head))) return hits
  const byFile = new Map(hits.map((hit) => [hit.file, hit]))
  return everyEntry(dir).entries.flatMap((entry) => {
    const hit = [entry.file, ...(entry.copies ?? [])].flatMap((file) => byFile.get(file) ?? [])[0]
    return hit === undefined ? [] : [{ ...hit, entry }]
  })
}

function hitIn(file: string, query: Query, filter: Filter): Hit | Unread | undefined {
  const text = textIn(file)
  if (typeof text !== 'string') return text
  const head = headIn(file, text)
  const isSelected = head !== undefined && ('why' in head || matches(head, filter))
  const lines = isSelected ? matchesIn(text, query) : undefined
  if (head === undefined || lines === undefined) return undefined
  return 'why' in head ? head : { file, head, matches: lines }
}

/** Undefined if the file has been deleted. */
function textIn(file: string): string | Unread | undefined {
  try {
    return textOf(file)?.text
  } catch (error) {
    if (!(error instanceof ReflectError)) throw error
    return { file, why: error.sentence }
  }
}

/** Undefined if the file is not an entry. */
function headIn(file: string, text: string): EntryHead | Unread | undefined {
  try {
    return readHead(text, originOf(file))
  } catch (error) {
    if (error instanceof UsageError) return { file, why: error.sentence }
    throw error
  }
}

/** The files that may be entries with all needles. */
function* filesWith(
  { folders }: EntryFolders,
  dir: string,
  needles: readonly string[],
  { onProgress = () => {}, onDigest = () => {} }: SearchObserver
): Generator<string> {
  const isCached = needles.length > 0 && folders.reduce((sum, { count }) => sum + count, 0) >= MANY
  for (const each of folders) {
    for (const [period, names] of groupsOf(each)) {
      if (isCached && names.length >= FEW && each.path !== DRAFTS) {
        const found = entriesWith({ dir, folder: each.folder, period, names, onDigest }, needles)
        yield* found.map((name) => join(each.folder, name))
        onProgress(names.length)
      } else yield* scanned(each.folder, names, needles, onProgress)
    }
  }
}

function* scanned(
  folder: string,
  names: readonly string[],
  needles: readonly string[],
  onProgress: (entries: number) => void
): Generator<string> {
  for (const name of names) {
    const file = join(folder, name)
    if (holdsAll(file, needles)) yield file
    onProgress(1)
  }
}

/** Files of a folder with their period, which distinguishes them from others of the journal. */
type Group = readonly [period: string, names: readonly string[]]

/** All files of a folder together, or those of each month if it has very many. */
function groupsOf({ path, count, names: { months, others } }: EntryFolder): Group[] {
  const whole: Group = [path, others]
  if (count <= MOST_IN_FOLDER_CACHE) return [[path, [...months.flatMap(({ names }) => names), ...others]]]
  const byMonth = months.map(({ month, names }): Group => [month.startsWith(path) ? month : `${path}/${month}`, names])
  return [...byMonth, whole].filter(([, names]) => names.length > 0)
}

/** True for a file that cannot be read, so that it is reported. */
function holdsAll(file: string, needles: readonly string[]): boolean {
  if (needles.length === 0) return true
  const text = textIn(file)
  if (typeof text !== 'string') return text !== undefined
  const words = fold(text)
  return needles.every((needle) => words.includes(needle))
}

import { join } from 'node:path'
import { ReflectError, UsageError } from '../../context/errors.ts'
import { fold } from '../../text/folding.ts'
import { readHead } from '../../entry/front-matter.ts'
import { byNumber, isWithin, matches, type Filter, type Unread } from '../list.ts'
import { matchesIn, type Match } from './matches.ts'
import type { EntryHead } from '../../entry/model.ts'
import { DRAFTS, isEntryName } from '../names.ts'
import type { Query } from './query.ts'
import { namesIn, textOf } from '../reading.ts'
import { entriesWith } from './search-cache.ts'
import { namesOfYear, type YearNames } from '../year-names.ts'

/** An entry that matches a query, and the matching lines. */
export interface Hit {
  readonly file: string
  readonly head: EntryHead
  readonly matches: readonly Match[]
}

/** The result of a search, newest first, and matching files that cannot be read as entries, or cannot be read at all. */
export interface Hits {
  readonly hits: readonly Hit[]
  readonly unread: readonly Unread[]
}

/** Called with the number of entries searched since the last call. */
type OnProgress = (entries: number) => void

/**
 * Finished entries from which on a word cache is used. With fewer, a search takes less than a fifth of a second without it,
 * and no second copy of private words is written.
 */
const MANY = 4000

/** Entries of a year up to which the year has one cache; a larger year has one per month. A changed entry invalidates its cache. */
const MOST_IN_YEAR_CACHE = 2000

/**
 * Searches a journal and its drafts. Caches only select files; the entries are read from their files as they are now.
 *
 * @throws ReflectError if a folder cannot be read.
 */
export function searchJournal(dir: string, query: Query, filter: Filter = {}, onProgress: OnProgress = () => {}): Hits {
  const needles = query.flatMap((term) => (term.kind === 'words' && term.needle !== '' ? [term.needle] : []))
  const found: (Hit & { readonly moment: number })[] = []
  const unread: Unread[] = []
  for (const file of filesWith(dir, needles, filter, onProgress)) {
    const hit = hitIn(file, query, filter)
    if (hit === undefined) continue
    if ('why' in hit) unread.push(hit)
    else found.push({ ...hit, moment: Date.parse(hit.head.started) })
  }
  const newestFirst = found.toSorted((a, b) => b.moment - a.moment || byNumber(b.file, a.file))
  return { hits: newestFirst.slice(0, filter.limit), unread }
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

/** Undefined if the file is no entry. */
function headIn(file: string, text: string): EntryHead | Unread | undefined {
  try {
    return readHead(text)
  } catch (error) {
    if (error instanceof UsageError) return { file, why: error.sentence }
    throw error
  }
}

/** The files that may be entries with all needles. */
function* filesWith(
  dir: string,
  needles: readonly string[],
  filter: Filter,
  onProgress: OnProgress
): Generator<string> {
  const scan = function* (folder: string, names: readonly string[]) {
    for (const name of names) {
      const file = join(folder, name)
      if (holdsAll(file, needles)) yield file
      onProgress(1)
    }
  }
  if (filter.status !== 'finished') yield* scan(join(dir, DRAFTS), namesIn(join(dir, DRAFTS)).filter(isEntryName))
  if (filter.status === 'draft') return
  const years = namesIn(dir)
    .filter((name) => /^\d{4}$/.test(name) && isWithin(name, filter))
    .map((year) => ({ year, names: namesOfYear(dir, year) }))
  const isCached = needles.length > 0 && years.reduce((sum, { names }) => sum + sizeOf(names), 0) >= MANY
  for (const { year, names } of years) {
    for (const [period, ofPeriod] of isCached && sizeOf(names) <= MOST_IN_YEAR_CACHE
      ? wholeYear(year, names)
      : byMonth(year, names)) {
      if (ofPeriod.length === 0 || !isWithin(period, filter)) continue
      if (isCached) {
        yield* entriesWith({ dir, year, period, names: ofPeriod }, needles).map((name) => join(dir, year, name))
        onProgress(ofPeriod.length)
      } else yield* scan(join(dir, year), ofPeriod)
    }
  }
}

/** Files of a year with their period: `YYYY-MM` for those of a month, `YYYY` for the whole or the rest of the year. */
type Group = readonly [period: string, names: readonly string[]]

function sizeOf({ months, others }: YearNames): number {
  return months.reduce((sum, { names }) => sum + names.length, others.length)
}

function wholeYear(year: string, { months, others }: YearNames): Group[] {
  return [[year, [...months.flatMap(({ names }) => names), ...others]]]
}

function byMonth(year: string, { months, others }: YearNames): Group[] {
  return [...months.map(({ month, names }): Group => [month, names]), [year, others]]
}

/** True for a file that cannot be read, so that it is reported. */
function holdsAll(file: string, needles: readonly string[]): boolean {
  if (needles.length === 0) return true
  const text = textIn(file)
  if (typeof text !== 'string') return text !== undefined
  const words = fold(text)
  return needles.every((needle) => words.includes(needle))
}

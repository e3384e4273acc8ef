import { join } from 'node:path'
import { ReflectError, UsageError } from '../../context/errors.ts'
import { fold } from '../../text/folding.ts'
import { readHead } from '../../entry/front-matter.ts'
import { byNumber, isWithin, matches } from '../list.ts'
import type { Filter, Unread } from '../list.ts'
import { matchesIn } from './matches.ts'
import type { Match } from './matches.ts'
import type { EntryHead } from '../../entry/model.ts'
import { DRAFTS, isEntryName } from '../names.ts'
import type { Query } from './query.ts'
import { namesIn, textOf } from '../reading.ts'
import { holdersIn } from './search-cache.ts'
import { namesOfYear } from '../year-names.ts'
import type { YearNames } from '../year-names.ts'

/** An entry in which everything that was searched for was found, and where. */
export interface Hit {
  readonly file: string
  readonly head: EntryHead
  readonly matches: readonly Match[]
}

/** What a search found, newest first, and the files that have the words but do not read as entries, or do not read at all. */
export interface Hits {
  readonly hits: readonly Hit[]
  readonly unread: readonly Unread[]
}

/** Told of every so many entries more that were looked at. */
type OnProgress = (entries: number) => void

/**
 * From so many finished entries on, a cache of their words pays for itself. Below, a search takes less than a fifth of a
 * second without, and nothing is written down twice.
 */
const MANY = 4000

/** A year with so many entries is remembered month by month: what has changed is read anew with all that it is remembered with. */
const WHOLE = 2000

/** Searches the journal in a folder, drafts too. Entries are read from their files, as they are now. */
export function searchAll(dir: string, query: Query, filter: Filter = {}, onProgress: OnProgress = () => {}): Hits {
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
  const isMeant = head !== undefined && ('why' in head || matches(head, filter))
  const lines = isMeant ? matchesIn(text, query) : undefined
  if (head === undefined || lines === undefined) return undefined
  return 'why' in head ? head : { file, head, matches: lines }
}

/** Undefined for a file that is gone meanwhile. */
function textIn(file: string): string | Unread | undefined {
  try {
    return textOf(file)?.text
  } catch (error) {
    if (!(error instanceof ReflectError)) throw error
    return { file, why: error.sentence }
  }
}

/** Undefined for a file that is no entry. */
function headIn(file: string, text: string): EntryHead | Unread | undefined {
  try {
    return readHead(text)
  } catch (error) {
    if (error instanceof UsageError) return { file, why: error.sentence }
    throw error
  }
}

/** The files that may be entries with all needles in them: no other has. */
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
  const isRemembered = needles.length > 0 && years.reduce((sum, { names }) => sum + sizeOf(names), 0) >= MANY
  for (const { year, names } of years) {
    for (const [part, ofPart] of isRemembered && sizeOf(names) <= WHOLE ? wholeOf(year, names) : partsOf(year, names)) {
      if (ofPart.length === 0 || !isWithin(part, filter)) continue
      if (isRemembered) {
        yield* holdersIn({ dir, year, part, names: ofPart }, needles).map((name) => join(dir, year, name))
        onProgress(ofPart.length)
      } else yield* scan(join(dir, year), ofPart)
    }
  }
}

/** Names of a year's entries: those of a month, called so, or the whole or the rest of the year, called as that. */
type Part = readonly [part: string, names: readonly string[]]

function sizeOf({ months, others }: YearNames): number {
  return months.reduce((sum, { names }) => sum + names.length, others.length)
}

function wholeOf(year: string, { months, others }: YearNames): Part[] {
  return [[year, [...months.flatMap(({ names }) => names), ...others]]]
}

function partsOf(year: string, { months, others }: YearNames): Part[] {
  return [...months.map(({ month, names }): Part => [month, names]), [year, others]]
}

/** Also of a file that cannot be read, so that it is told of. */
function holdsAll(file: string, needles: readonly string[]): boolean {
  if (needles.length === 0) return true
  const text = textIn(file)
  if (typeof text !== 'string') return text !== undefined
  const words = fold(text)
  return needles.every((needle) => words.includes(needle))
}

import { join } from 'node:path'
import { UsageError } from '../errors.ts'
import { loadYaml, readHead } from './front-matter.ts'
import { isWithin, matches } from './list.ts'
import type { Filter, Unread } from './list.ts'
import { matchesIn } from './matches.ts'
import type { Match } from './matches.ts'
import type { EntryHead } from './model.ts'
import { DRAFTS, dayInName, isEntryName } from './names.ts'
import { folded } from './query.ts'
import type { Query } from './query.ts'
import { namesIn, textOf } from './reading.ts'
import { holdersIn } from './search-cache.ts'

/** An entry in which everything that was searched for was found, and where. */
export interface Hit {
  readonly file: string
  readonly head: EntryHead
  readonly matches: readonly Match[]
}

/** What a search found, newest first, and the files that have the words but do not read as entries. */
export interface Hits {
  readonly hits: readonly Hit[]
  readonly unread: readonly Unread[]
}

/**
 * From so many finished entries on, a cache of their words pays for itself. Below, a search takes less than a fifth of a
 * second without, and nothing is written down twice.
 */
const MANY = 4000

/** Searches the journal in a folder, drafts too. Entries are read from their files, as they are now. */
export async function searchAll(dir: string, query: Query, filter: Filter = {}): Promise<Hits> {
  const found = search(dir, query, filter)
  if (found.unread.length === 0) return found
  await loadYaml()
  return search(dir, query, filter)
}

function search(dir: string, query: Query, filter: Filter): Hits {
  const needles = query.map(({ needle }) => needle).filter((needle) => needle !== '')
  const found: (Hit & { readonly moment: number })[] = []
  const unread: Unread[] = []
  for (const file of filesWith(dir, needles, filter)) {
    const text = textOf(file)?.text ?? ''
    const head = headIn(file, text)
    if (head !== undefined && 'why' in head) unread.push(head)
    else if (head !== undefined && matches(head, filter)) {
      const lines = matchesIn(text, query)
      if (lines !== undefined) found.push({ file, head, matches: lines, moment: Date.parse(head.started) })
    }
  }
  const newestFirst = found.toSorted((a, b) => b.moment - a.moment || (a.file < b.file ? 1 : -1))
  return { hits: newestFirst.slice(0, filter.limit), unread }
}

/** Undefined for a file that is no entry. */
function headIn(file: string, text: string): EntryHead | Unread | undefined {
  try {
    return readHead(text)
  } catch (error) {
    if (error instanceof UsageError) return { file, why: error.saying }
    throw error
  }
}

/** The files that may be entries with all needles in them: no other has. */
function* filesWith(dir: string, needles: readonly string[], filter: Filter): Generator<string> {
  if (filter.status !== 'finished')
    yield* scanned(join(dir, DRAFTS), namesIn(join(dir, DRAFTS)).filter(isEntryName), needles)
  if (filter.status === 'draft') return
  const years = namesIn(dir)
    .filter((name) => /^\d{4}$/.test(name) && isWithin(name, filter))
    .map((year) => ({ year, names: namesIn(join(dir, year)).filter(isEntryName) }))
  const isLarge = years.reduce((sum, { names }) => sum + names.length, 0) >= MANY
  for (const { year, names } of years) {
    // By whole months, as the cache holds them.
    const isBounded = filter.since !== undefined || filter.until !== undefined
    const wanted = isBounded ? names.filter((name) => isWithin(dayInName(name)?.slice(0, 7) ?? year, filter)) : names
    yield* isLarge && needles.length > 0
      ? holdersIn(dir, year, wanted, needles)
      : scanned(join(dir, year), wanted, needles)
  }
}

function* scanned(dir: string, names: readonly string[], needles: readonly string[]): Generator<string> {
  for (const name of names) {
    const file = join(dir, name)
    if (needles.length === 0 || holdsAll(file, needles)) yield file
  }
}

function holdsAll(file: string, needles: readonly string[]): boolean {
  const text = folded(textOf(file)?.text ?? '')
  return needles.every((needle) => text.includes(needle))
}

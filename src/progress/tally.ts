import type { Pack } from '../pack/model.ts'
import type { Entry, EntryHead } from '../entry/model.ts'
import { fold } from '../text/folding.ts'
import { ratingsIn, type Rating, type Ratings } from './ratings.ts'
import { countWords } from '../entry/word-count.ts'

/** Totals of finished entries. */
export interface Tally {
  readonly entries: number
  /** From start to end of each entry, at most an hour, because a session may be interrupted for days. */
  readonly minutes: number
  readonly words: number
  /** Entries by the local day of their start, `YYYY-MM-DD`, oldest first. */
  readonly days: ReadonlyMap<string, number>
  /** Entries by tag, the most used first; a tag that is spelt in several ways counts as the first of them. */
  readonly tags: ReadonlyMap<string, number>
  readonly ratings: Ratings
}

const MOST_MINUTES = 60

/**
 * The totals of finished entries.
 *
 * @param entries oldest first; not kept in memory.
 * @param packs the installed packs, which know the former ids of exercises and questions.
 */
export function tally(entries: Iterable<Entry>, packs: readonly Pack[] = []): Tally {
  const byId = new Map(packs.map((pack) => [pack.id, pack]))
  const days = new Map<string, number>()
  const tags = new Map<string, number>()
  const spellings = new Map<string, string>()
  const ratings = new Map<string, Rating[]>()
  let [number, minutes, words] = [0, 0, 0]
  for (const entry of entries) {
    number += 1
    for (const [key, rating] of ratingsIn(entry, byId.get(entry.head.pack))) append(ratings, key, rating)
    add(days, entry.head.started.slice(0, 10))
    for (const key of new Set(entry.head.tags.map(fold))) {
      const spelling = spellings.get(key) ?? entry.head.tags.find((tag) => fold(tag) === key) ?? key
      spellings.set(key, spelling)
      add(tags, spelling)
    }
    minutes += minutesOf(entry.head)
    words += countWords(entry)
  }
  return {
    entries: number,
    minutes,
    words,
    days,
    tags: new Map([...tags].toSorted(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))),
    ratings
  }
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function append<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [item])
  else list.push(item)
}

/** The minutes from the start to the end of an entry: whole, at least 1, at most 60. */
export function minutesOf({ started, finished = started }: EntryHead): number {
  const minutes = Math.round((Date.parse(finished) - Date.parse(started)) / 60_000)
  return Math.min(MOST_MINUTES, Math.max(1, minutes))
}

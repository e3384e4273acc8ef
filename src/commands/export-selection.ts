import path from 'node:path'
import type { Context } from '../context.ts'
import type { Unread } from '../journal/list.ts'
import { foundIn, oldestFirst, readAgain } from '../journal/oldest-first.ts'
import type { FoundEntry } from '../journal/oldest-first.ts'
import type { Journal } from '../journal/store.ts'

/** Which entries are exported. */
export interface Selection {
  /** Entries or packs by name; none: every finished entry. */
  readonly which: readonly string[]
  /** Days, `YYYY-MM-DD`, inclusive; of entries that are not named one by one. */
  readonly since?: string
  readonly until?: string
}

/** What was named, told apart. */
interface Named {
  readonly packs: ReadonlySet<string>
  /** Absolute paths, oldest entry first. */
  readonly files: readonly string[]
}

/**
 * The entries of a selection, day by day from the oldest on, each once, and the files that do not read.
 *
 * @throws UsageError for a name that is neither a pack's nor an entry's.
 */
export async function* selected(
  journal: Journal,
  selection: Selection,
  context: Context
): AsyncGenerator<readonly (FoundEntry | Unread)[]> {
  const { packs, files } = await namedIn(journal, selection, context)
  const isAll = selection.which.length === 0
  const waiting = new Set(files)
  if (isAll || packs.size > 0) {
    const isMeant = (one: FoundEntry | Unread) => {
      const isNamed = waiting.delete(one.file)
      return isAll || isNamed || ('head' in one && packs.has(one.head.pack))
    }
    for (const day of oldestFirst(journal.dir, spanOf(selection))) yield (await wholly(day)).filter(isMeant)
  }
  for (const file of waiting) {
    const one = foundIn(file)
    if (one !== undefined) yield await wholly([one])
  }
}

/** What did not read is tried once more. */
async function wholly(day: readonly (FoundEntry | Unread)[]): Promise<readonly (FoundEntry | Unread)[]> {
  if (day.every((one) => 'head' in one)) return day
  const read = await Promise.all(day.map((one) => ('why' in one ? readAgain(one) : one)))
  return read.filter((one) => one !== undefined)
}

async function namedIn(journal: Journal, { which }: Selection, context: Context): Promise<Named> {
  const packs = new Set<string>()
  const entries = new Map<string, number>()
  for (const name of which) {
    const { entries: ofPack } = await journal.all({ status: 'finished', pack: name, limit: 1 })
    if (ofPack.length > 0) packs.add(name)
    else {
      const { file, started } = await journal.find(name, context)
      entries.set(file, Date.parse(started))
    }
  }
  const files = [...entries].toSorted(([, a], [, b]) => a - b).map(([file]) => file)
  return { packs, files }
}

function spanOf({ since, until }: Selection) {
  return { ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) }
}

/** A file's path below the journal's folder, with `/` between folders. */
export function withinJournal(file: string, journal: Journal): string {
  const within = file.startsWith(journal.dir) ? file.slice(journal.dir.length + 1) : path.relative(journal.dir, file)
  return path.sep === '/' ? within : within.replaceAll(path.sep, '/')
}

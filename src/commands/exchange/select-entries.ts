import { present } from '../../util/records.ts'
import path from 'node:path'
import type { Context } from '../../context/context.ts'
import type { Unread } from '../../journal/list.ts'
import type { EntryHead, Listed } from '../../entry/model.ts'
import { readFound, oldestFirst, type FoundEntry } from '../../journal/oldest-first.ts'
import { inReadingOrder } from '../../progress/progress.ts'
import type { Journal } from '../../journal/store.ts'
import type { Pack } from '../../pack/model.ts'

/** Which entries are exported, and in which order. */
export interface Selection {
  /** Entries, exercises or packs by name; none: every finished entry. */
  readonly which: readonly string[]
  /** Days, `YYYY-MM-DD`, inclusive. They do not apply to entries that are named one by one. */
  readonly since?: string
  readonly until?: string
  /** A tag; like the days, it does not apply to entries that are named one by one. */
  readonly tag?: string
  /** By date, or in the order of the exercises in their packs. */
  readonly order?: 'date' | 'reading'
}

/** The journal and the packs that a selection refers to. */
export interface Source {
  readonly journal: Journal
  readonly packs: readonly Pack[]
  readonly options: Selection
  readonly context: Context
}

/**
 * Yields the entries of a selection in batches, each entry once, with the files that could not be read.
 *
 * @throws UsageError for a name that is not a pack, an exercise or an entry.
 */
export function* selectEntries(source: Source): Generator<readonly (FoundEntry | Unread)[]> {
  const { journal, packs, options } = source
  const { groups, files } = resolveNames(source)
  const { since, until, tag } = options
  const filter = present({ since, until, tag })
  const isAll = options.which.length === 0
  const isMeant = (head: EntryHead) =>
    isAll || groups.has(head.pack) || groups.has(head.exercise) || groups.has(`${head.pack}/${head.exercise}`)
  if (options.order === 'reading') {
    const { entries, unread } = journal.list({ ...filter, status: 'finished' })
    yield isAll ? unread : []
    const named = files.filter(({ file }) => entries.every((entry) => entry.file !== file))
    const chosen = entries.filter((entry) => isMeant(entry) || files.some(({ file }) => file === entry.file))
    for (const { file } of inReadingOrder([...chosen, ...named], packs)) yield batchOf(file)
    return
  }
  const waiting = new Set(files.map(({ file }) => file))
  if (isAll || groups.size > 0) {
    const isChosen = (one: FoundEntry | Unread) => {
      const isNamed = waiting.delete(one.file)
      return isAll || isNamed || ('head' in one && isMeant(one.head))
    }
    for (const day of oldestFirst(journal.dir, filter)) yield isAll && waiting.size === 0 ? day : day.filter(isChosen)
  }
  for (const file of waiting) yield batchOf(file)
}

function batchOf(file: string): readonly (FoundEntry | Unread)[] {
  const one = readFound(file)
  return one === undefined ? [] : [one]
}

/** The names of a selection: `groups` are ids of packs and exercises, `files` are entries, oldest first, each once. */
function resolveNames({ journal, options: { which }, context }: Source) {
  const groups = new Set<string>()
  const entries = new Map<string, Listed>()
  for (const name of which) {
    if (isGroup(name, journal)) groups.add(name)
    else {
      const entry = journal.find(name, context)
      entries.set(entry.file, entry)
    }
  }
  const files = [...entries.values()].toSorted((a, b) => Date.parse(a.started) - Date.parse(b.started))
  return { groups, files }
}

/** Whether a name is the id of a pack or an exercise that has finished entries. */
function isGroup(name: string, journal: Journal): boolean {
  const [pack = '', exercise = ''] = name.split('/')
  const filters = exercise === '' ? [{ pack: name }, { exercise: name }] : [{ pack, exercise }]
  return filters.some((filter) => journal.list({ status: 'finished', ...filter, limit: 1 }).entries.length > 0)
}

/** A file's path below the journal's folder, with `/` between folders. */
export function withinJournal(file: string, journal: Journal): string {
  const within = file.startsWith(journal.dir) ? file.slice(journal.dir.length + 1) : path.relative(journal.dir, file)
  return path.sep === '/' ? within : within.replaceAll(path.sep, '/')
}

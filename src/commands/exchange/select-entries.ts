import { present } from '../../util/records.ts'
import type { Context } from '../../context/context.ts'
import type { Unread } from '../../journal/reading.ts'
import type { Listed } from '../../entry/model.ts'
import type { Filter } from '../../journal/list.ts'
import { readFound, oldestFirst, type FoundEntry } from '../../journal/oldest-first.ts'
import { inReadingOrder } from '../../progress/progress.ts'
import { pathIn } from '../../journal/names.ts'
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
 * @param onChosen called with the entries before they are read.
 * @throws UsageError for a name that is not a pack, an exercise or an entry.
 */
export function* selectEntries(
  source: Source,
  onChosen: (entries: readonly Listed[]) => void = () => {}
): Generator<readonly (FoundEntry | Unread)[]> {
  const { journal, packs, options } = source
  const { groups, files } = resolveNames(source)
  const isAll = options.which.length === 0
  const { entries, unread } =
    isAll || groups.size > 0 ? journal.list({ ...filterOf(options), status: 'finished' }) : { entries: [], unread: [] }
  if (isAll) yield unread
  const named = new Set(files.map(({ file }) => file))
  const isMeant = ({ pack, exercise, file }: Listed) =>
    isAll || named.has(file) || groups.has(pack) || groups.has(exercise) || groups.has(`${pack}/${exercise}`)
  const chosen = entries.filter(isMeant)
  const inGroups = new Set(chosen.map(({ file }) => file))
  const others = files.filter(({ file }) => !inGroups.has(file))
  const ordered =
    options.order === 'reading' ? inReadingOrder([...chosen, ...others], packs) : [...oldestFirst(chosen), ...others]
  onChosen(ordered)
  for (const { file } of ordered) {
    const one = readFound(file)
    if (one !== undefined) yield [one]
  }
}

function filterOf({ since, until, tag }: Selection): Filter {
  return present({ since, until, tag })
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
  return pathIn(journal.dir, file)
}

import { present } from '../../util/records.ts'
import type { Context } from '../../context/context.ts'
import type { Unread } from '../../journal/reading.ts'
import { decodeEntry } from '../../entry/codec.ts'
import type { Listed } from '../../entry/model.ts'
import { hasAnswerFor } from '../../export/outcome.ts'
import type { Filter } from '../../journal/list.ts'
import { readFound, oldestFirst, type FoundEntry } from '../../journal/oldest-first.ts'
import { inReadingOrder } from '../../progress/progress.ts'
import { pathIn } from '../../journal/names.ts'
import type { Journal } from '../../journal/store.ts'
import type { Pack } from '../../pack/model.ts'
import { isGone, type FoundOutcome } from '../../pack/outcomes.ts'
import { nameTests } from '../../text/finder.ts'
import { entryNamed } from '../shared/choosing.ts'
import type { GlobalOptions } from '../shared/command.ts'

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

/** The entries that may have answers for an outcome: those of the packs that have it. */
function isOfOutcome({ pack }: Listed, { outcome }: Source): boolean {
  return outcome === undefined || outcome.packs.some(({ id }) => id === pack)
}

/** Whether an entry has answers for the outcome of a selection, if it has one. What cannot be read is left to others. */
function hasAnswers(found: FoundEntry | Unread, { outcome }: Source): boolean {
  return outcome === undefined || !('head' in found) || hasAnswerFor(decodeEntry(found.text, found), outcome)
}

/** What the names of a selection mean: `groups` are ids of packs and exercises, `files` are entries, oldest first, each once. */
interface Names {
  readonly groups: ReadonlySet<string>
  readonly files: readonly Listed[]
}

/** The journal and the packs that a selection refers to. */
export interface Source {
  readonly journal: Journal
  readonly packs: readonly Pack[]
  readonly options: Selection
  readonly names: Names
  /** Only what was written for this outcome. */
  readonly outcome?: FoundOutcome
  readonly context: Context
}

/**
 * Yields the entries of a selection in batches, each entry once, with the files that could not be read.
 *
 * @param onChosen called with the entries before they are read.
 */
export function* selectEntries(
  source: Source,
  onChosen: (entries: readonly Listed[]) => void = () => {}
): Generator<readonly (FoundEntry | Unread)[]> {
  const { journal, packs, options, names } = source
  const { groups, files } = names
  const isAll = options.which.length === 0
  const { entries, unread } =
    isAll || groups.size > 0 ? journal.list({ ...filterOf(options), status: 'finished' }) : { entries: [], unread: [] }
  if (isAll) yield unread
  const named = new Set(files.map(({ file }) => file))
  const isMeant = ({ pack, exercise, file }: Listed) =>
    isAll || named.has(file) || groups.has(pack) || groups.has(exercise) || groups.has(`${pack}/${exercise}`)
  const chosen = entries.filter((entry) => isMeant(entry) && isOfOutcome(entry, source))
  const inGroups = new Set(chosen.map(({ file }) => file))
  const others = files.filter((entry) => !inGroups.has(entry.file) && isOfOutcome(entry, source))
  const ordered =
    options.order === 'reading' ? inReadingOrder([...chosen, ...others], packs) : [...oldestFirst(chosen), ...others]
  onChosen(ordered)
  for (const { file } of ordered) {
    const one = readFound(file)
    if (one !== undefined && hasAnswers(one, source)) yield [one]
  }
}

/** Of the entries of the packs of an outcome, how many are of exercises that these no longer have: nobody can tell their outcomes. */
export function countUnknown({ journal, options, outcome }: Source): number {
  if (outcome === undefined) return 0
  const { entries } = journal.list({ ...filterOf(options), status: 'finished' })
  return entries.filter(({ pack, exercise }) =>
    outcome.packs.some(({ id, ...known }) => id === pack && isGone(exercise, known))
  ).length
}

function filterOf({ since, until, tag }: Selection): Filter {
  return present({ since, until, tag })
}

/**
 * Finds out what the names of a selection mean. A name is that of a pack or an exercise with finished entries, or else of an entry; on a
 * terminal, the user chooses if several entries have it.
 *
 * @throws UsageError if a name matches nothing, or if it matches several entries and there is no terminal to ask.
 */
export async function resolveNames(
  { which }: Pick<Selection, 'which'>,
  { journal, packs, options, context }: Omit<Source, 'names' | 'options'> & { readonly options: GlobalOptions }
): Promise<Names> {
  const groups = new Set<string>()
  const entries = new Map<string, Listed>()
  for (const name of which) {
    const group = groupNamed(name, journal, packs)
    if (group !== undefined) groups.add(group)
    else {
      const entry = await entryNamed(name, journal.list().entries, { options, context })
      entries.set(entry.file, entry)
    }
  }
  const files = [...entries.values()].toSorted((a, b) => Date.parse(a.started) - Date.parse(b.started))
  return { groups, files }
}

/** The id of a pack or an exercise that has finished entries, by its id or its title. */
function groupNamed(name: string, journal: Journal, packs: readonly Pack[]): string | undefined {
  if (isGroup(name, journal)) return name
  const { isTitle } = nameTests(name)
  const titled = packs.flatMap(({ id, title, exercises }) => [
    ...(isTitle(title) ? [id] : []),
    ...exercises.filter((exercise) => isTitle(exercise.title)).map((exercise) => `${id}/${exercise.id}`)
  ])
  return titled.find((each) => isGroup(each, journal))
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

import { join, sep } from 'node:path'
import { UsageError } from '../errors.ts'
import { headOf, isWithin, matches } from './list.ts'
import type { Filter, Unread } from './list.ts'
import { loadYaml } from './front-matter.ts'
import { dayInName } from './names.ts'
import { namesIn } from './reading.ts'
import { readEntry } from './saving.ts'
import type { EntryFile } from './saving.ts'
import { namesOfYear } from './year-names.ts'

/** An entry as it was read, and its file. */
export interface FoundEntry extends EntryFile {
  readonly file: string
}

/**
 * The finished entries of a journal, whole, day by day from the oldest on: days as they were in each entry's own zone,
 * and those of one by the moment at which they were begun. The names of one year and the entries of one day are in
 * memory at a time, however large the journal is. Files that begin like entries but do not read are given as well:
 * `readAgain` may help.
 *
 * @throws ReflectError if a folder or a file cannot be read.
 */
export function* oldestFirst(dir: string, filter: Filter): Generator<readonly (FoundEntry | Unread)[]> {
  const years = namesIn(dir).filter((name) => /^\d{4}$/.test(name) && isWithin(name, filter))
  for (const year of years.toSorted()) {
    const { dated, others } = namesOfYear(dir, year)
    const names = [...others, ...dated]
    for (const { day, files } of byDay(join(dir, year), names))
      if (isWithin(day, filter) || day === '') yield ofOneDay(files, filter)
  }
}

/** Files by the days in their names. A name that a hand gave may hide the day, which then is the one of the entry's start. */
function* byDay(folder: string, names: readonly string[]): Generator<Day> {
  const dated = names.map((name) => ({ name, day: dayInName(name) ?? dayIn(join(folder, name)) }))
  dated.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  let files: string[] = []
  for (const [index, { name, day }] of dated.entries()) {
    files.push(folder + sep + name)
    if (dated[index + 1]?.day === day) continue
    yield { day, files }
    files = []
  }
}

/** The files of one day. */
interface Day {
  /** '' where neither a file's name nor what is in it tells. */
  readonly day: string
  readonly files: readonly string[]
}

function dayIn(file: string): string {
  const head = headOf(file)
  return head === undefined || 'why' in head ? '' : head.started.slice(0, 10)
}

/** A file that did not read once more, with the YAML library for its front matter; undefined if there is no entry in it. */
export async function readAgain({ file }: Unread): Promise<FoundEntry | Unread | undefined> {
  await loadYaml()
  return entryIn(file)
}

function ofOneDay(files: readonly string[], filter: Filter): readonly (FoundEntry | Unread)[] {
  const read = files.flatMap((file) => entryIn(file) ?? [])
  const found = read.filter((one) => 'why' in one || matches(one.entry.head, filter))
  if (found.length < 2) return found
  const timed = found.map((one) => ({ one, start: startOf(one), file: one.file }))
  const byStart = (a: (typeof timed)[number], b: (typeof timed)[number]) =>
    a.start - b.start || a.file.length - b.file.length || (a.file < b.file ? -1 : 1)
  return timed.toSorted(byStart).map(({ one }) => one)
}

/** What does not read comes first. */
function startOf(one: FoundEntry | Unread): number {
  return 'why' in one ? Number.NEGATIVE_INFINITY : Date.parse(one.entry.head.started)
}

/** The entry in a file, or why it does not read; undefined where there is none. */
function entryIn(file: string): FoundEntry | Unread | undefined {
  try {
    return { file, ...readEntry(file) }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    const head = headOf(file)
    return head === undefined || 'why' in head ? head : { file, why: error.saying }
  }
}

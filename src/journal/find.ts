import fs from 'node:fs'
import { basename, sep } from 'node:path'
import { UsageError } from '../context/errors.ts'
import { daySpan } from '../dates/spans.ts'
import { dayOf, isoTime } from '../dates/time.ts'
import { isDiary, type Listed } from '../entry/model.ts'
import { isOneFile, statsOf } from '../storage/fs-errors.ts'
import { closest, nameTests, type Finder, type Fit, type Found } from '../text/finder.ts'
import { fileKey, fold } from '../text/folding.ts'
import { suggest } from '../text/suggest.ts'
import { typedPath, type PathContext } from '../text/typed-path.ts'
import type { Words } from '../words/index.ts'
import { byNumber } from './list.ts'
import { stemOf } from './names.ts'

/** The context in which a name was typed. */
export interface LookupContext extends PathContext {
  readonly words: Words
  now(): Date
}

/**
 * Finds entries by their id or its first eight characters, by a file's path or the end of it (with or without `.md`), by `last`, by their
 * title, by the beginning of an id, a title or an exercise's name, by a part of a title or of that name, or by the day of their start as
 * people write it. The name of a copy gives that copy. Case matters only if file names differ in nothing else.
 *
 * @param entries newest first.
 */
export function entryFinder(entries: readonly Listed[], name: string, context: LookupContext): Finder<Listed> {
  const wanted = fold(name)
  const { isTitle, begins, isIn } = nameTests(name)
  return {
    id: () => firstOf([({ id }) => fold(id) === wanted, ({ id }) => isShortId(wanted, fold(id))], entries),
    file: () => byFile(entries, name, context),
    last: () => (name === 'last' ? [lastOf(entries)].flatMap((entry) => entry ?? []) : []),
    title: () => entries.filter(({ title }) => isTitle(title)),
    prefix: () => entries.filter((entry) => begins(entry.id) || namesOf(entry).some(begins)),
    part: () => entries.filter((entry) => namesOf(entry).some(isIn)),
    day: () => onDay(entries, name, context)
  }
}

/** The texts of which a part is enough. */
function namesOf({ title, exercise, pack }: Listed): string[] {
  return [title, exercise, `${pack}/${exercise}`]
}

/** The length of ids in lists. */
const SHORT = 8

function isShortId(name: string, id: string): boolean {
  return name.length >= SHORT && id.startsWith(name)
}

/** The entry that was finished last; of drafts alone, the newest. */
function lastOf(entries: readonly Listed[]): Listed | undefined {
  const areDrafts = entries.every(({ status }) => status === 'draft')
  return areDrafts ? entries[0] : lastFinished(entries)
}

function onDay(entries: readonly Listed[], name: string, { words, now }: LookupContext): readonly Listed[] {
  const span = daySpan(name, dayOf(isoTime(now())), words.days.spoken)
  if (span === undefined) return []
  return entries.filter(({ started }) => span.first <= dayOf(started) && dayOf(started) <= span.last)
}

/** The things that pass the first test that any passes. */
function firstOf<T>(tests: readonly ((thing: T) => boolean)[], things: readonly T[]): readonly T[] {
  return tests.map((test) => things.filter(test)).find(({ length }) => length > 0) ?? []
}

/** The kinds of match that name one entry for certain. */
const exact: ReadonlySet<Fit> = new Set<Fit>(['id', 'file', 'title'])

/**
 * The entries that a name means: one, or several that match equally.
 *
 * @param entries newest first.
 * @param how `isExact`: `last`, a beginning, a part and a day are not enough; `listing`: the command that lists the names.
 * @throws UsageError if no entry has the name (with the nearest names), or none has it exactly (with those that have a part of it).
 */
export function findEntries(
  entries: readonly Listed[],
  name: string,
  context: LookupContext,
  { isExact = false, listing = 'reflect journal' } = {}
): Found<Listed>['things'] {
  const said = context.words.journal
  const found = closest([entryFinder(entries, name, context)])
  if (found === undefined) {
    if (name === 'last') throw new UsageError(said.noEntries)
    const names = entries.flatMap(({ id, file, title }) => [stemOf(file), id.slice(0, SHORT), title])
    throw new UsageError(said.unknownEntry(name, suggest(name, ['last', ...names]), listing))
  }
  if (isExact && !exact.has(found.fit)) throw new UsageError(said.notExact(name, found.things.map(lineOf(context))))
  return found.things
}

/** The error for a name that several entries have. */
export function ambiguous(entries: readonly Listed[], name: string, context: Pick<LookupContext, 'words'>): UsageError {
  return new UsageError(context.words.journal.ambiguousEntry(name, entries.map(lineOf(context))))
}

function lineOf({ words }: Pick<LookupContext, 'words'>) {
  return ({ id, file, title }: Listed) => words.journal.ambiguousLine(id, stemOf(file), title)
}

/** The entries one of whose files is meant. Of an entry's copies only those that are meant count. */
function byFile(entries: readonly Listed[], name: string, context: LookupContext): readonly Listed[] {
  const path = typedPath(name, context)
  const stem = name.replaceAll(/[\\/]/g, sep).replace(/\.md$/i, '')
  const key = keyOf(name)
  const tests: ((file: string) => boolean)[] = [
    (file) => file === path,
    (file) => stem !== '' && (file.endsWith(`${sep}${stem}.md`) || file.endsWith(sep + name)),
    (file) => key !== '' && `/${keyOf(file)}`.endsWith(`/${key}`),
    (file) => keyOf(basename(file)) === keyOf(basename(path)) && isSameFile(file, path)
  ]
  return tests.map((test) => withFile(entries, test)).find(({ length }) => length > 0) ?? []
}

/** A path without `.md` as file systems that ignore case compare it, with `/` between folders. */
function keyOf(path: string): string {
  return fileKey(path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '')).replace(/\.md$/, '')
}

function isSameFile(file: string, path: string): boolean {
  return fs.existsSync(path) && fs.existsSync(file) && isOneFile(file, path)
}

function withFile(entries: readonly Listed[], test: (file: string) => boolean): Listed[] {
  return entries.flatMap((entry) => {
    const { copies = [], ...own } = entry
    return test(own.file) ? [entry] : copies.filter(test).map((file) => ({ ...own, file }))
  })
}

/** Milliseconds. A file whose time differs more from its entry's finish was changed or copied since. */
const AT_ONCE = 2000

/**
 * The entry that was finished last; undefined if none was. Pages of imported diaries do not count. Of entries that were finished in
 * the same second, the times of their files decide as long as they are of that second, and otherwise start and name.
 */
export function lastFinished(entries: readonly Listed[]): Listed | undefined {
  const finished = entries
    .filter((entry) => entry.status === 'finished' && !isDiary(entry))
    .map((entry) => ({ entry, moment: Date.parse(entry.finished ?? entry.started) }))
  const latest = finished.reduce((most, { moment }) => Math.max(most, moment), -Infinity)
  const ties = finished.flatMap(({ entry, moment }) => (moment === latest ? [entry] : []))
  if (ties.length < 2) return ties[0]
  const ranked = ties.map((entry) => ({ entry, saved: savedAt(entry, latest) }))
  return ranked.toSorted((a, b) => b.saved - a.saved || byStart(b.entry, a.entry))[0]?.entry
}

function savedAt({ file }: Listed, finished: number): number {
  const time = statsOf(file)?.mtimeMs ?? Number.NaN
  return Math.abs(time - finished) < AT_ONCE ? time : finished
}

function byStart(a: Listed, b: Listed): number {
  return Date.parse(a.started) - Date.parse(b.started) || byNumber(a.file, b.file)
}

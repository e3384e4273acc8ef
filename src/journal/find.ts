import fs from 'node:fs'
import { basename, sep } from 'node:path'
import { UsageError } from '../context/errors.ts'
import { isDiary, type Listed } from '../entry/model.ts'
import { isOneFile, statsOf } from '../storage/fs-errors.ts'
import { fileKey, fold } from '../text/folding.ts'
import { suggest } from '../text/suggest.ts'
import { typedPath, type PathContext } from '../text/typed-path.ts'
import type { Words } from '../words/index.ts'
import { byNumber } from './list.ts'
import { stemOf } from './names.ts'

/** The context in which a name was typed. */
export interface LookupContext extends PathContext {
  readonly words: Words
}

/**
 * Finds an entry by its id or a unique prefix of it, by its file's path or the end of it (with or without `.md`), or `last` for the
 * entry that was finished last. The name of a copy gives that copy. Case matters only if names differ in nothing else.
 *
 * @param entries newest first.
 * @param listing the command that lists the names.
 * @throws UsageError if no entry has the name (with the nearest names), or several have it (with all of them).
 */
export function findEntry(
  entries: readonly Listed[],
  name: string,
  context: LookupContext,
  listing = 'reflect journal'
): Listed {
  const { words } = context
  if (name === 'last') {
    const last = lastFinished(entries)
    if (last === undefined) throw new UsageError(words.journal.noEntries)
    return last
  }
  for (const test of testsFor(name, context)) {
    const found = matching(entries, test)
    if (found.length > 1)
      throw new UsageError(
        words.journal.ambiguousEntry(
          name,
          found.map(({ id, file, title }) => words.journal.ambiguousLine(id, stemOf(file), title))
        )
      )
    if (found[0] !== undefined) return found[0]
  }
  const names = entries.flatMap(({ id, file }) => [stemOf(file), id.slice(0, 8)])
  throw new UsageError(words.journal.unknownEntry(name, suggest(name, ['last', ...names]), listing))
}

/** Whether an entry or one of its files is meant. */
type Test = { readonly id: (id: string) => boolean } | { readonly file: (file: string) => boolean }

/** Tests, the most exact first. */
function testsFor(name: string, context: LookupContext): Test[] {
  const wanted = fold(name)
  const path = typedPath(name, context)
  const stem = name.replaceAll(/[\\/]/g, sep).replace(/\.md$/i, '')
  const key = keyOf(name)
  return [
    { file: (file) => file === path },
    { id: (id) => fold(id) === wanted },
    { file: (file) => stem !== '' && (file.endsWith(`${sep}${stem}.md`) || file.endsWith(sep + name)) },
    { id: (id) => wanted !== '' && fold(id).startsWith(wanted) },
    { file: (file) => key !== '' && `/${keyOf(file)}`.endsWith(`/${key}`) },
    { file: (file) => keyOf(basename(file)) === keyOf(basename(path)) && isSameFile(file, path) }
  ]
}

/** A path without `.md` as file systems that ignore case compare it, with `/` between folders. */
function keyOf(path: string): string {
  return fileKey(path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '')).replace(/\.md$/, '')
}

function isSameFile(file: string, path: string): boolean {
  return fs.existsSync(path) && fs.existsSync(file) && isOneFile(file, path)
}

function matching(entries: readonly Listed[], test: Test): Listed[] {
  if ('id' in test) return entries.filter(({ id }) => test.id(id))
  return entries.flatMap((entry) => {
    const { copies = [], ...own } = entry
    return test.file(own.file) ? [entry] : copies.filter((file) => test.file(file)).map((file) => ({ ...own, file }))
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

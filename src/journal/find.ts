import { basename } from 'node:path'
import { UsageError } from '../context/errors.ts'
import { fold } from '../text/folding.ts'
import { suggest } from '../text/suggest.ts'
import { typedPath, type PathContext } from '../text/typed-path.ts'
import type { Words } from '../words/index.ts'
import type { Listed } from '../entry/model.ts'
import { stemOf } from './names.ts'

/** The context in which a name was typed. */
export interface LookupContext extends PathContext {
  readonly words: Words
}

/**
 * Finds an entry by its id or a unique prefix of it, its file's path, its file's name with or without `.md`, or `last` for
 * the finished entry with the newest start.
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
    const last = entries.find(({ status }) => status === 'finished')
    if (last === undefined) throw new UsageError(words.journal.noEntries)
    return last
  }
  const wanted = fold(name)
  const path = typedPath(name, context)
  const tests: ((entry: Listed) => boolean)[] = [
    ({ file }) => file === path,
    ({ id }) => fold(id) === wanted,
    ({ file }) => stemOf(file) === name || basename(file) === name,
    ({ id }) => wanted !== '' && fold(id).startsWith(wanted)
  ]
  for (const test of tests) {
    const found = entries.filter(test)
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

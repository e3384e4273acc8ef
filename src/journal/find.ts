import { basename, resolve } from 'node:path'
import { UsageError } from '../context/errors.ts'
import { fold } from '../text/folding.ts'
import { nearest } from '../text/suggest.ts'
import type { Words } from '../words/index.ts'
import type { Listed } from '../entry/model.ts'
import { stemOf } from './names.ts'

/** Where a name was typed: relative paths start there. */
export interface Place {
  readonly cwd: string
  readonly words: Words
  /** The command that shows what there is to name. */
  readonly listing?: string
}

/**
 * The entry that a name means: its id or a beginning of it that no other has, its file, its file's stem, or `last`, the
 * finished entry with the newest start. `entries` are newest first.
 *
 * @throws UsageError for a name that is none, with the nearest ones, or that may mean several, with all of them.
 */
export function findEntry(entries: readonly Listed[], name: string, place: Place): Listed {
  const { cwd, words, listing = 'reflect journal' } = place
  if (name === 'last') return lastOf(entries, words)
  const wanted = fold(name)
  const path = resolve(cwd, name)
  const ways: ((entry: Listed) => boolean)[] = [
    ({ file }) => file === path,
    ({ id }) => fold(id) === wanted,
    ({ file }) => stemOf(file) === name || basename(file) === name,
    ({ id }) => wanted !== '' && fold(id).startsWith(wanted)
  ]
  for (const way of ways) {
    const found = entries.filter(way)
    if (found.length > 1)
      throw new UsageError(
        words.journal.ambiguousEntry(
          name,
          found.map((entry) => lineOf(entry, words))
        )
      )
    if (found[0] !== undefined) return found[0]
  }
  const names = entries.flatMap(({ id, file }) => [stemOf(file), id.slice(0, 8)])
  throw new UsageError(words.journal.unknownEntry(name, nearest(name, ['last', ...names]), listing))
}

function lastOf(entries: readonly Listed[], words: Words): Listed {
  const last = entries.find(({ status }) => status === 'finished')
  if (last === undefined) throw new UsageError(words.journal.noEntries)
  return last
}

function lineOf({ id, file, title }: Listed, words: Words): string {
  return words.journal.ambiguousLine(id, stemOf(file), title)
}

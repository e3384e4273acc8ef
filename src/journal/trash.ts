import fs from 'node:fs'
import { basename, join } from 'node:path'
import { ReflectError } from '../context/errors.ts'
import { codeOf, discard, explained, statsOf } from '../storage/fs-errors.ts'
import { ensureFolder, moveToNew } from '../storage/atomic-write.ts'
import { listFolder } from './list.ts'
import type { Filter, Listing } from './list.ts'
import { DRAFTS, TRASH, draftNames, entryNames, numbered, yearOf } from './names.ts'
import { readEntry } from './conflict-write.ts'

/** What was deleted from a journal: whole files, until the trash is emptied. Whoever calls what moves holds the journal's lock. */
export class Trash {
  readonly #dir: string
  readonly #folder: string

  /** `dir` is the journal's folder. */
  constructor(dir: string) {
    this.#dir = dir
    this.#folder = join(dir, TRASH)
  }

  /** Moves a file here, under its own name or the next that is free, and gives its path. */
  take(file: string): string {
    ensureFolder(this.#folder, this.#dir)
    return moved(file, this.#folder, numbered(basename(file)))
  }

  /** What is here and reads as an entry, newest first; and what does not. */
  list(filter?: Filter): Listing {
    return listFolder(this.#folder, filter)
  }

  /** Moves a file back where its front matter says that it belongs, and gives its path. */
  restore(file: string): string {
    const { head } = readEntry(file).entry
    const isDraft = head.status === 'draft'
    const folder = join(this.#dir, isDraft ? DRAFTS : yearOf(head))
    ensureFolder(folder, this.#dir)
    return moved(file, folder, isDraft ? draftNames(head) : entryNames(head))
  }

  /** Removes these for good and says how many there still were. Whatever else lies here is the learner's. */
  empty(files: readonly string[]): number {
    return files.filter((file) => explained(file, () => isRemoved(file))).length
  }
}

/** As `moveToNew`, of which nothing is left if the file cannot be taken away from where it is: it would be in two places. */
function moved(file: string, folder: string, names: Iterable<string>): string {
  const to = moveToNew(file, folder, names)
  // Somebody else may have made a new one at the old place meanwhile.
  const [left, there] = [statsOf(file), statsOf(to)]
  if (left === undefined || left.ino !== there?.ino) return to
  discard(to)
  throw new ReflectError(({ journal }) => journal.notAllowed(file))
}

/** False if it was gone already. */
function isRemoved(file: string): boolean {
  try {
    fs.unlinkSync(file)
    return true
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}

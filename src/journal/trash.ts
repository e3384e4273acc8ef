import { basename, join } from 'node:path'
import { ReflectError } from '../context/errors.ts'
import { discard, isHardLink, removeFile, withFsErrors } from '../storage/fs-errors.ts'
import { codeOf } from '../util/system-calls.ts'
import { ensureFolder, moveToNew } from '../storage/atomic-write.ts'
import { listFolder, type Filter, type Listing } from './list.ts'
import { DRAFTS, TRASH, draftNames, entryNames, numbered, yearOf } from './names.ts'
import { readEntry } from './conflict-write.ts'

/** The deleted files of a journal. The caller of methods that move or delete files holds the journal's lock. */
export class Trash {
  readonly #dir: string
  readonly #folder: string

  /** `dir` is the journal's folder. */
  constructor(dir: string) {
    this.#dir = dir
    this.#folder = join(dir, TRASH)
  }

  /** Moves a file to the trash, under its name, or another one, or the next free one. Returns its path. */
  add(file: string, name = basename(file)): string {
    ensureFolder(this.#folder, this.#dir)
    return move(file, this.#folder, numbered(name))
  }

  /** As `listFolder`. */
  list(filter?: Filter): Listing {
    return listFolder(this.#folder, filter)
  }

  /** Moves a file back to the folder that its front matter implies. Returns its path. */
  restore(file: string): string {
    const { head } = readEntry(file).entry
    const isDraft = head.status === 'draft'
    const folder = join(this.#dir, isDraft ? DRAFTS : yearOf(head))
    ensureFolder(folder, this.#dir)
    return move(file, folder, isDraft ? draftNames(head) : entryNames(head))
  }

  /** Deletes these files permanently. Returns how many of them existed. Other files in the trash stay. */
  empty(files: readonly string[]): number {
    return files.filter((file) => withFsErrors(file, () => remove(file))).length
  }
}

/** As `moveToNew`, but without a copy at the new place if the old file cannot be removed. */
function move(file: string, folder: string, names: Iterable<string>): string {
  const to = moveToNew(file, folder, names)
  // A different file at the old place is a new one.
  if (!isHardLink(file, to)) return to
  discard(to)
  throw new ReflectError(({ journal }) => journal.notAllowed(file))
}

/** False if there was no such file. */
function remove(file: string): boolean {
  try {
    removeFile(file)
    return true
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}

import fs from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { UsageError } from '../context/errors.ts'
import { createFile, ensureFolder, replaceFile } from '../storage/atomic-write.ts'
import { isOneFile, removeFile, withFsErrors } from '../storage/fs-errors.ts'
import { mergeCopies, isRewritten } from '../entry/merge-copies.ts'
import type { Entry } from '../entry/model.ts'
import { readWhole } from './conflict-write.ts'
import { DRAFTS, OURS, TRASH, numbered, stemOf } from './names.ts'
import { namesIn } from './reading.ts'
import { Trash } from './trash.ts'

/** What became of a copy. */
export interface MergedCopy {
  readonly file: string
  /**
   * `same`: it had the bytes of the entry, `merged`: the entry has everything in it now; both are in the trash. `differs`: it stays,
   * because parts of it differ. `unread`: it stays, because it or the entry cannot be merged. `gone`: it was no longer there.
   */
  readonly kind: 'same' | 'merged' | 'differs' | 'unread' | 'gone'
  /** The titles of the parts where each has words of its own. */
  readonly titles: readonly string[]
  /** None of its texts is in the entry, so it may be an entry of its own. Nothing of it was merged. */
  readonly isOther: boolean
}

/** Merges copies of entries into the entries. The caller of `merge` holds the journal's lock. */
export class CopyMerger {
  readonly #dir: string
  readonly #trash: Trash

  /** `dir` is the journal's folder. */
  constructor(dir: string) {
    this.#dir = dir
    this.#trash = new Trash(dir)
  }

  /**
   * Merges a copy into the entry's file. Nothing is deleted, not even a copy with the bytes of the entry: at the same time, another
   * machine may be deleting the entry's file, because it was renamed there. May be interrupted and repeated at any point.
   *
   * @throws ReflectError if it cannot be saved.
   */
  merge(file: string, copy: string): MergedCopy {
    const outcome = (kind: MergedCopy['kind'], titles: readonly string[] = [], isOther = false) => ({
      file: copy,
      kind,
      titles,
      isOther
    })
    if (!isFile(copy) || !isFile(file) || isOneFile(copy, file)) return outcome('gone')
    if (hasSameBytes(file, fs.readFileSync(copy))) {
      this.#discard(copy)
      return outcome('same')
    }
    const [theirs, ours] = [wholeEntry(file), wholeEntry(copy)]
    if (theirs === undefined || ours === undefined || theirs.head.id !== ours.head.id) return outcome('unread')
    const { text, refused } = mergeCopies(this.#baseOf(file), ours, theirs)
    const isOther = refused.length > 0 && isRewritten(ours, theirs)
    if (!isOther) this.#replace(file, text)
    if (refused.length > 0) return outcome('differs', refused, isOther)
    this.#discard(copy)
    return outcome('merged')
  }

  /** Replaces the text of an entry, and keeps what it was in the trash. */
  #replace(file: string, text: string): void {
    const before = fs.readFileSync(file)
    if (before.equals(Buffer.from(text))) return
    if (!this.#isInTrash(before)) {
      ensureFolder(join(this.#dir, TRASH), this.#dir)
      createFile(join(this.#dir, TRASH), numbered(nameInTrash(file)), before)
    }
    replaceFile(file, text)
  }

  /** Moves a file to the trash, or deletes it if a file there has the same bytes. */
  #discard(file: string): void {
    if (this.#isInTrash(fs.readFileSync(file))) withFsErrors(file, () => removeFile(file))
    else this.#trash.add(file, nameInTrash(file))
  }

  #isInTrash(bytes: Uint8Array): boolean {
    const names = namesIn(join(this.#dir, TRASH)).map((name) => join(this.#dir, TRASH, name))
    return names.some((other) => isFile(other) && hasSameBytes(other, bytes))
  }

  /** The entry from which a draft was begun; undefined if the file is not a draft, or was begun as a new entry. */
  #baseOf(file: string): Entry | undefined {
    if (dirname(file) !== join(this.#dir, DRAFTS)) return undefined
    const base = join(this.#dir, OURS, 'before', basename(file))
    return isFile(base) ? wholeEntry(base) : undefined
  }
}

/**
 * The name of a copy, or of an older version, in the trash. It must not be the name of an entry: what the trash holds under the name
 * of an entry was deleted, and would not be missed.
 */
function nameInTrash(file: string): string {
  return `${stemOf(file)}.copy.md`
}

/** Not a link, a pipe or a folder. */
function isFile(path: string): boolean {
  return fs.lstatSync(path, { throwIfNoEntry: false })?.isFile() === true
}

function hasSameBytes(file: string, bytes: Uint8Array): boolean {
  return fs.statSync(file).size === bytes.length && fs.readFileSync(file).equals(bytes)
}

/** The entry in a file; undefined if it could not be written back: the file is not text, or another program left two versions in it. */
function wholeEntry(file: string): Entry | undefined {
  try {
    return readWhole(file).entry
  } catch (error) {
    if (error instanceof UsageError) return undefined
    throw error
  }
}

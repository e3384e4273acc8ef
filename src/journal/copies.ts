import fs from 'node:fs'
import { basename, join } from 'node:path'
import { UsageError } from '../context/errors.ts'
import { createFile, ensureFolder, replaceFile } from '../storage/atomic-write.ts'
import { isOneFile, withFsErrors } from '../storage/fs-errors.ts'
import { mergeCopies, isRewritten } from '../entry/merge-copies.ts'
import type { Entry } from '../entry/model.ts'
import { readWhole } from './conflict-write.ts'
import { OURS, TRASH, numbered } from './names.ts'
import { namesIn } from './reading.ts'
import { Trash } from './trash.ts'

/** What became of a copy. */
export interface MergedCopy {
  readonly file: string
  /**
   * `removed`: its bytes exist elsewhere. `merged`: the entry has everything in it, and it is in the trash. `differs`: it
   * stays, because parts of it differ. `unread`: it stays, because it or the entry cannot be merged. `gone`: it was no longer there.
   */
  readonly kind: 'removed' | 'merged' | 'differs' | 'unread' | 'gone'
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
   * Merges a copy into the entry's file. What is merged or replaced is in the trash before it is changed; only bytes that exist
   * elsewhere are deleted. May be interrupted and repeated at any point. @throws ReflectError if it cannot be saved.
   */
  merge(file: string, copy: string): MergedCopy {
    const outcome = (kind: MergedCopy['kind'], titles: readonly string[] = [], isOther = false) => ({
      file: copy,
      kind,
      titles,
      isOther
    })
    if (!isFile(copy) || !isFile(file) || isOneFile(copy, file)) return outcome('gone')
    if (this.#removeIfHeld(copy, [file])) return outcome('removed')
    const [theirs, ours] = [wholeEntry(file), wholeEntry(copy)]
    if (theirs === undefined || ours === undefined || theirs.head.id !== ours.head.id) return outcome('unread')
    const { text, refused } = mergeCopies(this.#earlierVersions(theirs), ours, theirs)
    const isOther = refused.length > 0 && isRewritten(ours, theirs)
    if (!isOther) this.#replace(file, text)
    if (refused.length > 0) return outcome('differs', refused, isOther)
    if (!this.#removeIfHeld(copy, this.#inTrash())) this.#trash.add(copy)
    return outcome('merged')
  }

  /** Replaces the text of an entry, and keeps what it was in the trash. */
  #replace(file: string, text: string): void {
    const before = fs.readFileSync(file)
    if (before.equals(Buffer.from(text))) return
    const folder = join(this.#dir, TRASH)
    ensureFolder(folder, this.#dir)
    if (!this.#inTrash().some((other) => hasSameBytes(other, before)))
      createFile(folder, numbered(basename(file)), before)
    replaceFile(file, text)
  }

  /** Deletes a file if one of the others has the same bytes. */
  #removeIfHeld(file: string, others: readonly string[]): boolean {
    const bytes = fs.readFileSync(file)
    const isHeld = others.some((other) => isFile(other) && !isOneFile(file, other) && hasSameBytes(other, bytes))
    if (isHeld) withFsErrors(file, () => fs.unlinkSync(file))
    return isHeld
  }

  #inTrash(): string[] {
    return namesIn(join(this.#dir, TRASH)).map((name) => join(this.#dir, TRASH, name))
  }
  /** The versions of an entry in the trash, and those from which drafts of it were begun. */
  #earlierVersions({ head }: Entry): Entry[] {
    const before = join(this.#dir, OURS, 'before')
    const files = [...this.#inTrash(), ...namesIn(before).map((name) => join(before, name))]
    return files.flatMap((file) => {
      const entry = isFile(file) ? wholeEntry(file) : undefined
      return entry?.head.id === head.id ? entry : []
    })
  }
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

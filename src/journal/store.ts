import fs from 'node:fs'
import { dirname, join } from 'node:path'
import { ReflectError } from '../context/errors.ts'
import { Drafts } from './drafts.ts'
import { createFile, ensureFolder } from '../storage/atomic-write.ts'
import { findEntry } from './find.ts'
import { Intake } from './import-entries.ts'
import type { Arriving, Taken } from './import-entries.ts'
import type { Place } from './find.ts'
import { headOf, listEntries } from './list.ts'
import type { Filter, Listing } from './list.ts'
import { withLock } from '../storage/lock.ts'
import { encodeEntry } from '../entry/codec.ts'
import type { Entry, Listed } from '../entry/model.ts'
import { OURS, entryNames, yearOf } from './names.ts'
import { readEntry, saveOver, saveText } from './conflict-write.ts'
import type { Saved, SavedText } from './conflict-write.ts'
import { Trash } from './trash.ts'

export type { Saved } from './conflict-write.ts'

/** Opens the journal in a folder, which is made when the first thing is saved. What a crash cut short is finished quietly. */
export function openJournal(dir: string): Journal {
  const journal = new Journal(dir)
  journal.recover()
  return journal
}

/**
 * A journal's folder. Whatever is saved is merged, section by section, with what other processes and editors made of
 * the file meanwhile; a lock is held for the milliseconds that takes. What a function returned is on disk for good.
 */
export class Journal {
  readonly dir: string
  readonly #drafts: Drafts
  readonly #trash: Trash

  constructor(dir: string) {
    this.dir = dir
    this.#drafts = new Drafts(dir)
    this.#trash = new Trash(dir)
  }

  /** As `listEntries`. */
  list(filter?: Filter): Listing {
    return listEntries(this.dir, filter)
  }

  /** The entry that a name means, as `findEntry`. */
  find(name: string, place: Place): Listed {
    return findEntry(this.list().entries, name, place)
  }

  /** The newest finished entry of an exercise, by any of its names, for what later exercises recall. */
  latestFinished(pack: string, exercises: readonly string[]): Entry | undefined {
    const newest = exercises
      .flatMap((exercise) => this.list({ status: 'finished', pack, exercise, limit: 1 }).entries)
      .toSorted((a, b) => Date.parse(b.started) - Date.parse(a.started))
      .at(0)
    return newest === undefined ? undefined : this.read(newest.file)
  }

  /** Reads an entry. Bytes that are not text are shown as `�`. @throws UsageError if it is no entry, or its front matter does not read. */
  read(file: string): Entry {
    return readEntry(file).entry
  }

  /** Reads a draft in order to go on with it. @throws UsageError as `read`, and if the file is not UTF-8 and could not be written back. */
  goOn(file: string): Entry {
    return this.#drafts.goOn(file)
  }

  /**
   * Reads a finished entry in order to change it by way of a draft with its id: it is remembered as it is now, so that
   * `finish` can tell what was changed here from what was changed elsewhere meanwhile, even days later.
   *
   * @throws UsageError as `read`, and if the file is not UTF-8 and could not be written back.
   */
  edit(file: string): Entry {
    return this.#drafts.beginEditing(file)
  }

  /** The finished entry that a draft is a change of, if it is one. */
  edited(draft: Listed): Listed | undefined {
    const file = this.#drafts.entryOf(draft, draft.file)
    const head = file === undefined ? undefined : headOf(file)
    return head === undefined || 'why' in head ? undefined : head
  }

  /** Saves unfinished writing. @throws ReflectError if it could not be saved; then the draft on disk is what it was. */
  saveDraft(entry: Entry): Saved {
    return this.#locked(() => this.#drafts.save(entry))
  }

  /** Makes a new entry of what was finished elsewhere, without a draft. @throws ReflectError if it could not be saved; then there is none. */
  add(entry: Entry): Saved {
    const folder = join(this.dir, yearOf(entry.head))
    ensureFolder(folder, this.dir)
    return { file: createFile(folder, entryNames(entry.head), encodeEntry(entry)) }
  }

  /** Makes the entry of what is finished, or changes the entry that was edited; its draft is gone then. @throws ReflectError as `saveDraft`. */
  finish(entry: Entry): Saved {
    return this.#locked(() => this.#drafts.finish(entry))
  }

  /** Saves a changed entry; `before` is what was read. One that was removed meanwhile is made again. @throws ReflectError as `saveDraft`. */
  replaceEntry(file: string, before: Entry, after: Entry): Saved {
    return this.#locked(() => saveOver(file, encodeEntry(before), encodeEntry(after), this.dir))
  }

  /** Puts what was made of an entry's text in an editor in its place, as `saveText`. @throws ReflectError as `saveDraft`. */
  replaceText(file: string, before: string, text: string): SavedText {
    return this.#locked(() => saveText(file, before, text, this.dir))
  }

  /** Puts an entry or a draft into the trash and gives its path there. @throws ReflectError if it could not be moved. */
  delete(file: string): string {
    return this.#locked(() => this.#trash.take(file))
  }

  /** What is in the trash and asked for, newest first. */
  deleted(filter?: Filter): Listing {
    return this.#trash.list(filter)
  }

  /** Puts something from the trash back and gives its path. @throws ReflectError as `delete`. */
  restore(file: string): string {
    return this.#locked(() => this.#trash.restore(file))
  }

  /** Removes these files of the trash for good and says how many that were. @throws ReflectError if one could not be removed. */
  emptyTrash(files: readonly string[]): number {
    return this.#locked(() => this.#trash.empty(files))
  }

  /** Takes entries from elsewhere in, as `Intake.take`, each under the journal's lock. */
  intake(): (arriving: Arriving) => Taken {
    const intake = new Intake(this.dir, this.list().entries)
    return (arriving) => this.#locked(() => intake.take(arriving))
  }

  /** Finishes what crashes cut short and sweeps up what they left. Quiet where that cannot be done now. */
  recover(): void {
    try {
      for (const draft of this.#drafts.leftBehind()) this.#locked(() => this.#drafts.recover(draft))
    } catch (error) {
      if (!(error instanceof ReflectError)) throw error
    }
  }

  #locked<T>(work: () => T): T {
    const lock = join(this.dir, OURS, 'lock')
    if (!fs.existsSync(dirname(lock))) ensureFolder(dirname(lock))
    return withLock(lock, work)
  }
}

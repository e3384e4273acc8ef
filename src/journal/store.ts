import fs from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { ReflectError } from '../context/errors.ts'
import { CopyMerger, type MergedCopy } from './copies.ts'
import { changeDay } from './change-day.ts'
import { Drafts } from './drafts.ts'
import { createFile, ensureFolder, replaceFile } from '../storage/atomic-write.ts'
import { EntryImporter, type IncomingEntry, type ImportResult } from './import-entries.ts'
import {
  countUntil,
  everyEntry,
  headOf,
  listEntries,
  rememberingReader,
  type Filter,
  type HeadReader,
  type Listing
} from './list.ts'
import { checkWritable } from '../storage/fs-errors.ts'
import { withLock } from '../storage/lock.ts'
import { encodeEntry } from '../entry/codec.ts'
import { withHead } from '../entry/front-matter.ts'
import type { Entry, Listed } from '../entry/model.ts'
import { DRAFTS, OURS, entryNames, originalNames, yearOf } from './names.ts'
import { readEntry, readWhole, saveOver, saveText, type Saved, type SavedText } from './conflict-write.ts'
import type { Ledger } from './ledger.ts'
import { Trash } from './trash.ts'
import { present } from '../util/records.ts'

/** Opens the journal in a folder and recovers from earlier crashes. The folder is created by the first save. Saves are noted in `ledger`. */
export function openJournal(dir: string, ledger?: Ledger): Journal {
  const journal = new Journal(dir, ledger)
  journal.recover()
  return journal
}

/**
 * A journal in a folder. Every save is merged, section by section, with changes that other processes and editors made to
 * the file since it was read, under a lock that is held for milliseconds. Every method is durable when it returns.
 */
export class Journal {
  readonly dir: string
  readonly #ledger: Ledger | undefined
  readonly #drafts: Drafts
  readonly #trash: Trash
  /** Every list of the journal reads by this, so that a session opens each file once. */
  readonly #read: HeadReader = rememberingReader()

  constructor(dir: string, ledger?: Ledger) {
    this.dir = dir
    this.#ledger = ledger
    this.#drafts = new Drafts(dir, this.#read)
    this.#trash = new Trash(dir)
  }

  /** As `listEntries`. */
  list(filter?: Filter): Listing {
    return listEntries(this.dir, filter, { read: this.#read })
  }

  /** As `everyEntry`. */
  listEvery(): Listing {
    return everyEntry(this.dir, { read: this.#read })
  }

  /** The newest finished entry of an exercise, which may have several ids (old and new). */
  latestFinished(pack: string, exercises: readonly string[]): Entry | undefined {
    const [newest] = this.#finishedOf(pack, exercises, 1)
    return newest === undefined ? undefined : this.read(newest.file)
  }

  /** How many entries of an exercise, which may have several ids, were finished by a time, ISO 8601. Reads their front matter only. */
  countFinished(pack: string, exercises: readonly string[], by: string): number {
    return countUntil(by, this.#finishedOf(pack, exercises))
  }

  #finishedOf(pack: string, [exercise, ...alsoCalled]: readonly string[], limit?: number): readonly Listed[] {
    if (exercise === undefined) return []
    return this.list({ status: 'finished', pack, exercise, alsoCalled, ...present({ limit }) }).entries
  }

  /** Reads an entry. A byte that is not UTF-8 becomes `\xE9`. @throws UsageError if it is not an entry or its front matter cannot be read. */
  read(file: string): Entry {
    return readEntry(file).entry
  }

  /** Reads a draft to continue it. @throws UsageError as `read`, and if the file is not UTF-8, because it could not be written back. */
  resumeDraft(file: string): Entry {
    return this.#drafts.resume(file)
  }

  /**
   * Reads a finished entry to edit it in a draft with the same id. Its present text is kept as the base of a three-way
   * merge, so that `finish` can tell our changes from changes made elsewhere, even days later.
   *
   * @throws UsageError as `resumeDraft`.
   */
  edit(file: string): Entry {
    return this.#drafts.beginEditing(file)
  }

  /** The finished entry that a draft edits, if there is one. */
  edited(draft: Listed): Listed | undefined {
    const file = this.#drafts.entryOf(draft, draft.file)
    const head = file === undefined ? undefined : headOf(file)
    return head === undefined || 'why' in head ? undefined : head
  }

  /** Saves a draft. @throws ReflectError if it cannot be saved; the draft on disk is unchanged. */
  saveDraft(entry: Entry): Saved {
    return this.#noted(
      entry,
      this.#locked(() => this.#drafts.save(entry))
    )
  }

  /** Creates a finished entry without a draft. @throws ReflectError if it cannot be saved; no entry was created. */
  add(entry: Entry): Saved {
    const folder = join(this.dir, yearOf(entry.head))
    ensureFolder(folder, this.dir)
    return this.#noted(entry, { file: createFile(folder, entryNames(entry.head), encodeEntry(entry)) })
  }

  /** Turns a draft into a new entry, or into changes to the entry that it edits. @throws ReflectError as `saveDraft`. */
  finish(entry: Entry): Saved {
    return this.#noted(
      entry,
      this.#locked(() => this.#drafts.finish(entry))
    )
  }

  /** Saves a changed entry; `before` is the entry as it was read. A deleted file is created again. @throws ReflectError as `saveDraft`. */
  replaceEntry(file: string, before: Entry, after: Entry): Saved {
    return this.#noted(
      after,
      this.#locked(() => saveOver(file, encodeEntry(before), encodeEntry(after), this.dir))
    )
  }

  /** Saves the text of an entry that was changed in an editor, as `saveText`. @throws ReflectError as `saveDraft`. */
  replaceText(file: string, before: string, text: string): SavedText {
    return this.#locked(() => saveText(file, before, text, this.dir))
  }

  /**
   * Overwrites an entry with its text in UTF-8 and keeps a copy of its bytes beside it. Returns the path of the copy; undefined, and
   * nothing is done, if the file no longer contains `before`. @throws ReflectError as `saveDraft`.
   */
  reencode(file: string, { before, after }: { before: Uint8Array; after: string }): string | undefined {
    return this.#locked(() => {
      if (!fs.readFileSync(file).equals(before)) return undefined
      const copy = createFile(dirname(file), originalNames(basename(file)), before)
      replaceFile(file, after)
      return copy
    })
  }

  /** As `changeDay`. @throws UsageError if the entry could not be written back; ReflectError as `saveDraft`. */
  changeDay(file: string, day: string): Saved {
    const changed = this.#locked(() => changeDay(this.dir, file, day))
    return this.#noted(changed.entry, { file: changed.file })
  }

  /** Moves an entry or a draft with its copies to the trash. Returns its path there. @throws ReflectError if it cannot be moved. */
  delete({ id, file, copies = [] }: Pick<Listed, 'id' | 'file' | 'copies'>): string {
    this.#ledger?.dropEntry(id)
    return this.#locked(() => {
      // The copies first: while one is left, the entry still exists.
      for (const copy of copies) this.#trash.add(copy)
      return this.#trash.add(file)
    })
  }

  /** The entries in the trash, newest first. */
  deleted(filter?: Filter): Listing {
    return this.#trash.list(filter)
  }

  /** Moves an entry out of the trash. Returns its path. @throws ReflectError as `delete`. */
  restore(file: string): string {
    return this.#locked(() => this.#trash.restore(file))
  }

  /** Deletes these files of the trash permanently. Returns their number. @throws ReflectError if one cannot be deleted. */
  emptyTrash(files: readonly string[]): number {
    return this.#locked(() => this.#trash.empty(files))
  }

  /** Merges a copy of an entry into the entry's file, as `CopyMerger.merge`. @throws ReflectError as `saveDraft`. */
  mergeCopy(file: string, copy: string): MergedCopy {
    return this.#locked(() => new CopyMerger(this.dir).merge(file, copy))
  }

  /** Makes a copy an entry of its own: only the id in its file changes. @throws UsageError as `resumeDraft`. */
  giveId(file: string, id: string): void {
    this.#locked(() => {
      const { entry } = readWhole(file)
      replaceFile(file, encodeEntry(withHead(entry, { ...entry.head, id })))
    })
  }

  /** A function that imports entries, as `EntryImporter.import`, each under the journal's lock. */
  importer(): (incoming: IncomingEntry) => ImportResult {
    const importer = new EntryImporter(this.dir, this.list().entries)
    return (incoming) => this.#locked(() => importer.import(incoming))
  }

  /** Completes saves that a crash interrupted, and deletes temporary files. Silent if that fails. */
  recover(): void {
    try {
      for (const draft of this.#drafts.unfinishedSaves()) this.#locked(() => this.#drafts.recover(draft))
    } catch (error) {
      if (!(error instanceof ReflectError)) throw error
    }
  }

  /** @throws ReflectError if the rights or the disk do not allow that something is saved. To be known before a learner writes. */
  checkWritable(): void {
    checkWritable(this.dir)
    checkWritable(join(this.dir, DRAFTS))
  }

  #noted({ head }: Entry, saved: Saved): Saved {
    this.#ledger?.saw(saved.file, head)
    return saved
  }

  #locked<T>(work: () => T): T {
    const lock = join(this.dir, OURS, 'lock')
    if (!fs.existsSync(dirname(lock))) ensureFolder(dirname(lock))
    return withLock(lock, work)
  }
}

import fs from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { discard, isOneFile, syncFolder } from '../storage/fs-errors.ts'
import { createFile, ensureFolder, moveToNew, replaceFile, sweepFolder } from '../storage/atomic-write.ts'
import { withHead } from '../entry/front-matter.ts'
import { headOf, listEntries, type HeadReader } from './list.ts'
import { decodeEntry, encodeEntry } from '../entry/codec.ts'
import { addsNothing, withoutDraftKeys } from '../entry/merge.ts'
import type { Entry, EntryHead } from '../entry/model.ts'
import {
  DRAFTS,
  OURS,
  draftName,
  draftNames,
  entryNames,
  formerNames,
  isEntryName,
  isDraftName,
  yearOf
} from './names.ts'
import { namesIn, textOf } from './reading.ts'
import { keepRefused, mergedWith, readEntry, readWhole, saveOver, type Saved } from './conflict-write.ts'

/** The drafts of a journal, and how they become entries. The caller of methods that write holds the journal's lock. */
export class Drafts {
  readonly #dir: string
  readonly #folder: string
  readonly #read: HeadReader
  /** By id, each draft as this process last read or wrote it: the base for merging changes of others. */
  readonly #known = new Map<string, { readonly file: string; readonly text: string }>()
  /** By id, each entry as it was when a draft of it was begun; its file, if this process began the draft. */
  readonly #bases = new Map<string, { readonly text: string; readonly file?: string }>()
  /** The ids of drafts that existed before this process. */
  readonly #resumed = new Set<string>()
  /** The conflict copies by draft file: one for each, however often the draft is saved. */
  readonly #copies = new Map<string, string>()

  /** `dir` is the journal's folder; `read` reads the entries among which that of a draft is searched for. */
  constructor(dir: string, read: HeadReader) {
    this.#dir = dir
    this.#read = read
    this.#folder = join(dir, DRAFTS)
  }

  /** Reads a draft to continue it in the same file. @throws UsageError if it could not be written back. */
  resume(file: string): Entry {
    const { text, entry } = readWhole(file)
    const { head } = entry
    this.#known.set(head.id, { file, text })
    this.#resumed.add(head.id)
    const base = this.#baseOf(file)
    if (base !== undefined) this.#bases.set(head.id, { text: base })
    return entry
  }

  /** Writes a draft, merged with changes of others. */
  save(entry: Entry): Saved {
    const { head } = entry
    const ours = encodeEntry(entry)
    const known = this.#known.get(head.id)
    const file = known?.file ?? this.#expectedFile(head)
    const theirs = textOf(file)
    if (theirs === undefined) ensureFolder(this.#folder, this.#dir)
    const base = this.#bases.get(head.id)?.text
    const old = theirs === undefined ? undefined : this.#baseOf(file)
    const hasOtherBase =
      theirs !== undefined && base !== undefined && old !== base && (old !== undefined || known === undefined)
    const merged = hasOtherBase ? undefined : mergedWith(theirs, known?.text ?? base, ours)
    // The draft on disk cannot be read, or was begun from another version of the entry: it stays, and ours gets a new file.
    if (merged === undefined) return this.#saveBeside(head, ours)
    if (base !== old) this.#keepBase(file, base)
    const conflict = keepRefused(file, merged.refused, ours, this.#copies.get(file))
    if (conflict.conflict !== undefined) this.#copies.set(file, conflict.conflict.copy)
    replaceFile(file, merged.text === ours || head.status === 'draft' ? merged.text : finishedText(merged.text, head))
    this.#known.set(head.id, { file, text: ours })
    return { file, ...conflict }
  }

  #saveBeside(head: EntryHead, ours: string): Saved {
    const file = createFile(this.#folder, draftNames(head), ours)
    this.#keepBase(file, this.#bases.get(head.id)?.text)
    this.#known.set(head.id, { file, text: ours })
    return { file }
  }

  /** Saves a finished draft and turns it into an entry: a new file, or changes to the entry with its id. */
  finish(entry: Entry): Saved {
    // From here on, `recover` can complete this: a draft with the status `finished` only has to be moved.
    const { file, ...conflict } = this.save(entry)
    this.#known.delete(entry.head.id)
    return { ...conflict, ...this.#turnIntoEntry(file) }
  }

  /** Reads an entry to edit it in a draft, and keeps its text as the base for merging. @throws UsageError if it could not be written back. */
  beginEditing(file: string): Entry {
    const { text, entry } = readWhole(file)
    this.#bases.set(entry.head.id, { text, file })
    return entry
  }

  /** The drafts that a crash left: finished ones, and those whose entry contains everything in them. */
  unfinishedSaves(): string[] {
    sweepFolder(this.#folder)
    return namesIn(this.#folder)
      .filter(isEntryName)
      .map((name) => join(this.#folder, name))
      .filter((file) => this.#isUnfinishedSave(file))
  }

  /** Completes one of the `unfinishedSaves`. */
  recover(draft: string): void {
    // Another process may have completed it, or continued the draft.
    if (!fs.existsSync(draft) || !this.#isUnfinishedSave(draft)) return
    const { entry } = readEntry(draft)
    const file = this.entryOf(entry.head, draft)
    if (entry.head.status === 'finished') this.#turnIntoEntry(draft)
    else if (file !== undefined) this.#drop(draft, file)
  }

  #isUnfinishedSave(draft: string): boolean {
    const head = headOf(draft)
    if (head === undefined || 'why' in head) return false
    const isFinished = head.status === 'finished'
    // A finished entry that the user or another program put there stays there; so do copies of it.
    if (isFinished && !isDraftName(basename(draft), head)) return false
    if (isFinished) this.#resumed.add(head.id)
    const file = this.entryOf(head, draft)
    if (file === undefined) return isFinished
    if (isOneFile(file, draft)) return false
    // Invalid UTF-8 would be lost.
    const { fault, entry } = readEntry(draft)
    return fault === undefined && (isFinished || addsNothing(entry, readEntry(file).entry))
  }

  #turnIntoEntry(draft: string): Saved {
    const { text, entry } = readEntry(draft)
    const { head } = entry
    const file = this.entryOf(head, draft)
    if (file === undefined) {
      const folder = join(this.#dir, yearOf(head))
      ensureFolder(folder, this.#dir)
      return { file: moveToNew(draft, folder, entryNames(head)) }
    }
    // Temporary files of crashes are deleted here, and not where an entry is created, because the folder of a year may be large.
    sweepFolder(dirname(file))
    const saved = saveOver(file, this.#baseOf(draft) ?? this.#bases.get(head.id)?.text, text, this.#dir)
    this.#bases.delete(head.id)
    this.#drop(draft, file)
    return saved
  }

  /** Deletes a draft after its entry is durable. */
  #drop(draft: string, entry: string): void {
    ensureFolder(dirname(entry), this.#dir)
    syncFolder(dirname(entry))
    discard(draft)
    discard(this.#baseFile(draft))
  }

  /**
   * The file of the finished entry with a draft's id, if there is one. `draft` is the draft's file. All entries are only searched for
   * a draft that may have an entry: one that this process resumed, is finished, or was begun from an entry.
   */
  entryOf(head: EntryHead, draft: string): string | undefined {
    const edited = this.#bases.get(head.id)?.file
    if (edited !== undefined && hasId(edited, head)) return edited
    for (const names of [entryNames(head), formerNames(head)]) {
      for (const name of names) {
        const file = join(this.#dir, yearOf(head), name)
        if (!fs.existsSync(file)) break
        if (hasId(file, head)) return file
      }
    }
    const mayHaveEntry = this.#resumed.has(head.id) || this.#bases.has(head.id) || fs.existsSync(this.#baseFile(draft))
    return mayHaveEntry ? this.#searchedEntryOf(head, draft) : undefined
  }

  #searchedEntryOf(head: EntryHead, draft: string): string | undefined {
    const { entries } = listEntries(this.#dir, { status: 'finished' }, { read: this.#read })
    const found = entries.find(({ id }) => id === head.id)
    // Written next, so what the list remembers is not enough.
    return found && [found.file, ...(found.copies ?? [])].find((file) => file !== draft && hasId(file, head))
  }

  /** The usual file of an entry's draft. */
  #expectedFile(head: EntryHead): string {
    return join(this.#folder, draftName(head))
  }

  /** The file with the text that an entry had when a draft of it was begun. */
  #baseFile(draft: string): string {
    return join(this.#dir, OURS, 'before', basename(draft))
  }

  #baseOf(draft: string): string | undefined {
    return textOf(this.#baseFile(draft))?.text
  }

  #keepBase(draft: string, text: string | undefined): void {
    if (text === undefined) return
    const file = this.#baseFile(draft)
    ensureFolder(dirname(file), this.#dir)
    replaceFile(file, text)
  }
}

/** Whether a file is the entry with the id of another. */
function hasId(file: string, { id }: EntryHead): boolean {
  const found = headOf(file)
  return found !== undefined && !('why' in found) && found.id === id
}

/** The text of a draft without the keys that only drafts have: other writers of the draft may have set them. */
function finishedText(text: string, head: EntryHead): string {
  const entry = decodeEntry(text)
  return encodeEntry(withHead(entry, withoutDraftKeys(entry.head, head)))
}

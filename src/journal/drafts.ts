import fs from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { UsageError } from '../context/errors.ts'
import { discard, isOneFile, syncFolder } from '../storage/fs-errors.ts'
import { createFile, ensureFolder, moveToNew, replaceFile, sweepFolder } from '../storage/atomic-write.ts'
import { withHead } from '../entry/front-matter.ts'
import { headOf, listEntries } from './list.ts'
import { decodeEntry, encodeEntry } from '../entry/codec.ts'
import { addsNothing, withoutDraftKeys } from '../entry/merge.ts'
import type { Entry, EntryHead } from '../entry/model.ts'
import { DRAFTS, OURS, draftName, draftNames, entryNames, isEntryName, yearOf } from './names.ts'
import { namesIn, textOf } from './reading.ts'
import { keepRefused, mergedWith, readEntry, saveOver } from './conflict-write.ts'
import type { EntryFile, Saved } from './conflict-write.ts'

/** The unfinished writing of a journal, and how it becomes entries. Whoever calls what writes holds the journal's lock. */
export class Drafts {
  readonly #dir: string
  readonly #folder: string
  /** Each draft as this process last read or wrote it, by id: what others changed since is told by comparing. */
  readonly #known = new Map<string, { readonly file: string; readonly text: string }>()
  /** Entries as they were when their editing began, by id; and where, if that was here. */
  readonly #bases = new Map<string, { readonly text: string; readonly file?: string }>()
  /** The copies of drafts in conflict, by file: one each, so that writing on does not make one a second. */
  readonly #copies = new Map<string, string>()

  /** `dir` is the journal's folder. */
  constructor(dir: string) {
    this.#dir = dir
    this.#folder = join(dir, DRAFTS)
  }

  /** Reads a draft in order to go on with it in its file. @throws UsageError if it could not be written back. */
  goOn(file: string): Entry {
    const { text, entry } = readWhole(file)
    const { head } = entry
    this.#known.set(head.id, { file, text })
    const base = this.#baseOf(file)
    if (base !== undefined) this.#bases.set(head.id, { text: base })
    return entry
  }

  /** Writes a draft, merged with what others made of it. */
  save(entry: Entry): Saved {
    const { head } = entry
    const ours = encodeEntry(entry)
    const known = this.#known.get(head.id)
    const file = known?.file ?? this.#usual(head)
    const theirs = textOf(file)
    if (theirs === undefined) ensureFolder(this.#folder, this.#dir)
    const base = this.#bases.get(head.id)?.text
    const old = theirs === undefined ? undefined : this.#baseOf(file)
    const isOther =
      theirs !== undefined && base !== undefined && old !== base && (old !== undefined || known === undefined)
    const merged = isOther ? undefined : mergedWith(theirs, known?.text ?? base, ours)
    // Somebody spoilt the draft, or began it with another state of the entry: it is left alone, and the writing goes on beside it.
    if (merged === undefined) return this.#saveBeside(head, ours)
    if (base !== old) this.#keepBase(file, base)
    const kept = keepRefused(file, merged.refused, ours, this.#copies.get(file))
    if (kept.conflict !== undefined) this.#copies.set(file, kept.conflict.copy)
    replaceFile(file, merged.text === ours || head.status === 'draft' ? merged.text : finishedText(merged.text, head))
    this.#known.set(head.id, { file, text: ours })
    return { file, ...kept }
  }

  #saveBeside(head: EntryHead, ours: string): Saved {
    const file = createFile(this.#folder, draftNames(head), ours)
    this.#keepBase(file, this.#bases.get(head.id)?.text)
    this.#known.set(head.id, { file, text: ours })
    return { file }
  }

  /** Writes what is finished and gives it its place: a file of its own, or that of the entry with its id. */
  finish(entry: Entry): Saved {
    // A draft that says `finished` only lacks its place: whatever happens from here on, `recover` can give it that.
    const { file, ...kept } = this.save(entry)
    this.#known.delete(entry.head.id)
    return { ...kept, ...this.#place(file) }
  }

  /** Remembers an entry as it is before it is edited by way of a draft, with which that is kept. @throws UsageError if it could not be written back. */
  beginEditing(file: string): Entry {
    const { text, entry } = readWhole(file)
    this.#bases.set(entry.head.id, { text, file })
    return entry
  }

  /** Files of drafts that a crash left although they are finished or their entry holds everything in them. */
  leftBehind(): string[] {
    sweepFolder(this.#folder)
    return namesIn(this.#folder)
      .filter(isEntryName)
      .map((name) => join(this.#folder, name))
      .filter((file) => this.#isLeftBehind(file))
  }

  /** Finishes what a crash cut short with one of these. */
  recover(draft: string): void {
    // Another process may have been quicker, or have gone on writing.
    if (!fs.existsSync(draft) || !this.#isLeftBehind(draft)) return
    const { entry } = readEntry(draft)
    const file = this.entryOf(entry.head, draft)
    if (entry.head.status === 'finished') this.#place(draft)
    else if (file !== undefined) this.#drop(draft, file)
  }

  #isLeftBehind(draft: string): boolean {
    const head = headOf(draft)
    if (head === undefined || 'why' in head) return false
    const file = this.entryOf(head, draft)
    if (file === undefined) return head.status === 'finished'
    if (isOneFile(file, draft)) return false
    // Bytes that are not text would not come along.
    const { isWhole, entry } = readEntry(draft)
    return isWhole && (head.status === 'finished' || addsNothing(entry, readEntry(file).entry))
  }

  #place(draft: string): Saved {
    const { text, entry } = readEntry(draft)
    const { head } = entry
    const file = this.entryOf(head, draft)
    if (file === undefined) {
      const folder = join(this.#dir, yearOf(head))
      ensureFolder(folder, this.#dir)
      return { file: moveToNew(draft, folder, entryNames(head)) }
    }
    // What a crash left half written is swept up where an entry is changed: a new one need not look through its year for it.
    sweepFolder(dirname(file))
    const saved = saveOver(file, this.#baseOf(draft) ?? this.#bases.get(head.id)?.text, text, this.#dir)
    this.#bases.delete(head.id)
    this.#drop(draft, file)
    return saved
  }

  /** Removes a draft whose entry is there, once that is sure to outlast a power cut. */
  #drop(draft: string, entry: string): void {
    ensureFolder(dirname(entry), this.#dir)
    syncFolder(dirname(entry))
    discard(draft)
    discard(this.#placeOfBase(draft))
  }

  /** The entry with a draft's id, if there is one: the draft has its place already, or edits that entry. `draft` is its file. */
  entryOf(head: EntryHead, draft: string): string | undefined {
    const edited = this.#bases.get(head.id)?.file
    if (edited !== undefined && isOf(edited, head)) return edited
    for (const name of entryNames(head)) {
      const file = join(this.#dir, yearOf(head), name)
      if (!fs.existsSync(file)) break
      if (isOf(file, head)) return file
    }
    if (!this.#bases.has(head.id) && !fs.existsSync(this.#placeOfBase(draft))) return undefined
    const entries = listEntries(this.#dir, { status: 'finished' }).entries.filter(
      ({ file }) => dirname(file) !== this.#folder
    )
    return entries.find(({ id }) => id === head.id)?.file
  }

  /** The draft of an entry, if nothing is in the way. */
  #usual(head: EntryHead): string {
    return join(this.#folder, draftName(head))
  }

  /** Where an entry is kept as it was when the change began that a draft holds. */
  #placeOfBase(draft: string): string {
    return join(this.#dir, OURS, 'before', basename(draft))
  }

  #baseOf(draft: string): string | undefined {
    return textOf(this.#placeOfBase(draft))?.text
  }

  #keepBase(draft: string, text: string | undefined): void {
    if (text === undefined) return
    const file = this.#placeOfBase(draft)
    ensureFolder(dirname(file), this.#dir)
    replaceFile(file, text)
  }
}

/** An entry's file that is to be changed. @throws UsageError if it holds what could not be written back. */
function readWhole(file: string): EntryFile {
  const read = readEntry(file)
  if (!read.isWhole) throw new UsageError(({ journal }) => journal.notUtf8(file))
  return read
}

/** Whether a file holds the entry with an id. */
function isOf(file: string, { id }: EntryHead): boolean {
  const found = headOf(file)
  return found !== undefined && !('why' in found) && found.id === id
}

/** The text of a draft that is finished, whatever others who write in it had left unfinished there. */
function finishedText(text: string, head: EntryHead): string {
  const entry = decodeEntry(text)
  return encodeEntry(withHead(entry, withoutDraftKeys(entry.head, head)))
}

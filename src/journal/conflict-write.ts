import { basename, dirname } from 'node:path'
import { UsageError } from '../context/errors.ts'
import { randomHex } from '../util/random.ts'
import type { Message } from '../words/index.ts'
import { createFile, ensureFolder, replaceFile } from '../storage/atomic-write.ts'
import { decodeEntry } from '../entry/codec.ts'
import { mergeEntries } from '../entry/merge.ts'
import type { MergedEntry } from '../entry/merge.ts'
import type { Entry, Section } from '../entry/model.ts'
import { conflictName, numbered } from './names.ts'
import { textOf } from './reading.ts'
import type { FileText } from './reading.ts'

/** What a save came to. Everything in it is on disk for good. */
export interface Saved {
  readonly file: string
  readonly conflict?: Conflict
}

/** Answers that others changed at the same time: theirs stayed in the file, all of ours is in a copy beside it. */
export interface Conflict {
  readonly copy: string
  /** Of the questions concerned. */
  readonly titles: readonly string[]
}

/** An entry and the text of its file. */
export interface EntryFile extends FileText {
  readonly entry: Entry
}

/** Reads an entry's file. @throws UsageError if it is not there, is no entry, or its front matter does not read. */
export function readEntry(file: string): EntryFile {
  const read = textOf(file)
  if (read === undefined) throw new UsageError(({ journal }) => journal.noEntryFile(file))
  try {
    const { text, isWhole } = read
    return { text, isWhole, entry: decodeEntry(text) }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    throw new UsageError((words) => words.journal.inFile(file, error.inWords(words)), { cause: error })
  }
}

/**
 * Puts our text of an entry in place of the file's, merged with what others made of it since `before`. A file that is
 * gone is made again; one that does not read stays, with ours in a copy. `top` is the journal's folder.
 */
export function saveOver(file: string, before: string | undefined, ours: string, top: string): Saved {
  const theirs = textOf(file)
  if (theirs === undefined) {
    ensureFolder(dirname(file), top)
    return { file: createFile(dirname(file), numbered(basename(file)), ours) }
  }
  const merged = mergedWith(theirs, before, ours) ?? { text: theirs.text, refused: titlesOf(ours) }
  const saved = { file, ...keepRefused(file, merged.refused, ours) }
  if (merged.text !== theirs.text) replaceFile(file, merged.text)
  return saved
}

/** Ours brought into what a file holds; undefined if that cannot be read as an entry or not be written back. */
export function mergedWith(
  theirs: FileText | undefined,
  before: string | undefined,
  ours: string
): MergedEntry | undefined {
  if (theirs?.isWhole === false) return undefined
  if (theirs === undefined || theirs.text === before || theirs.text === ours) return { text: ours, refused: [] }
  const entry = decoded(theirs.text)
  return entry && mergeEntries(decoded(before), decodeEntry(ours), entry)
}

/** Keeps all of ours in a copy beside the file if something of it was refused: a new one, or in place of `copy`. */
export function keepRefused(
  file: string,
  titles: readonly string[],
  ours: string,
  copy?: string
): { conflict?: Conflict } {
  if (titles.length === 0) return {}
  if (copy !== undefined) replaceFile(copy, ours)
  return { conflict: { titles, copy: copy ?? createFile(dirname(file), conflictNames(basename(file)), ours) } }
}

function* conflictNames(name: string): Generator<string> {
  for (;;) yield conflictName(name, randomHex(2))
}

/** What a save of a whole text came to. */
export interface SavedText extends Saved {
  /** The titles of answers that did read before and no longer do; their words are kept as text. */
  readonly spoilt: readonly string[]
  /** The titles of questions that the text no longer holds: taken out, or their markers were. */
  readonly lost: readonly string[]
  /** Why the text cannot stand in the entry's place: it was kept in the conflict's copy, and the entry is what it was. */
  readonly why?: Message
}

/**
 * Puts a text that was changed by hand in place of an entry's, merged as by `saveOver`. A text that is not that entry any
 * more, because its front matter does not read or names another, is kept in a copy beside it.
 */
export function saveText(file: string, before: string, text: string, top: string): SavedText {
  const old = decodeEntry(before)
  const why = faultIn(text, old)
  if (why !== undefined) return { file, ...keepRefused(file, [old.head.title], text), spoilt: [], lost: [], why }
  const { sections } = decodeEntry(text)
  const could = new Set(old.sections.filter(isUnread).map(({ id }) => id))
  const spoilt = sections.filter((section) => isUnread(section) && !could.has(section.id))
  const lost = old.sections.filter(({ id }) => sections.every((section) => section.id !== id))
  return { ...saveOver(file, before, text, top), spoilt: namesOf(spoilt), lost: namesOf(lost) }
}

function namesOf(sections: readonly Section[]): string[] {
  return sections.map(({ title }) => title)
}

function isUnread({ body }: Section): boolean {
  return body.kind === 'unread'
}

function faultIn(text: string, old: Entry): Message | undefined {
  try {
    return decodeEntry(text).head.id === old.head.id ? undefined : ({ journal }) => journal.otherId
  } catch (error) {
    if (error instanceof UsageError) return error.sentence
    throw error
  }
}

/** The entry that a text holds, if it does. */
function decoded(text: string | undefined): Entry | undefined {
  try {
    return text === undefined ? undefined : decodeEntry(text)
  } catch (error) {
    if (error instanceof UsageError) return undefined
    throw error
  }
}

function titlesOf(text: string): string[] {
  return namesOf(decodeEntry(text).sections)
}

import { basename, dirname } from 'node:path'
import { UsageError } from '../context/errors.ts'
import type { Message } from '../words/index.ts'
import { createFile, ensureFolder, replaceFile } from '../storage/atomic-write.ts'
import { conflictMarksIn } from '../entry/conflict-marks.ts'
import { readFrontMatter } from '../entry/front-matter.ts'
import { decodeEntry } from '../entry/codec.ts'
import { mergeEntries, type MergedEntry } from '../entry/merge.ts'
import type { Entry, Section } from '../entry/model.ts'
import type { RebuildOptions } from '../entry/rebuild.ts'
import { conflictName, numbered } from './names.ts'
import { originOf, textOf } from './reading.ts'
import type { Decoded } from '../text/decode.ts'
import { randomHex } from '../util/system-calls.ts'

/** The result of a save. Everything in it is durable. */
export interface Saved {
  readonly file: string
  readonly conflict?: Conflict
}

/** A conflict: the file keeps the other version of these sections; our version of the entry is saved as a copy beside it. */
export interface Conflict {
  /** The copy's path. */
  readonly copy: string
  /** The titles of the sections. */
  readonly titles: readonly string[]
}

/** An entry and the text of its file. */
export interface EntryFile extends Decoded {
  readonly entry: Entry
}

/** Reads an entry's file, as `decodeEntry`. @throws UsageError if there is no such file, it is not an entry, or its front matter cannot be read. */
export function readEntry(file: string, options?: RebuildOptions): EntryFile {
  const read = textOf(file)
  if (read === undefined) throw new UsageError(({ journal }) => journal.noEntryFile(file))
  try {
    return { ...read, entry: decodeEntry(read.text, readFrontMatter(read.text, originOf(file)), options) }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    throw new UsageError((words) => words.journal.inFile(file, error.inWords(words)), { cause: error })
  }
}

/** Reads an entry to change it. @throws UsageError if it is not text, so that it could not be written back, or holds two versions. */
export function readWhole(file: string): EntryFile {
  const read = readEntry(file)
  if (read.fault !== undefined) throw new UsageError(({ journal }) => journal.notUtf8(file))
  const line = lineOfVersions(read.text)
  if (line !== undefined) throw new UsageError(({ journal }) => journal.twoVersions(file, line))
  return read
}

/** The line in which two versions begin that another program could not put together; undefined if there are none. */
export function lineOfVersions(text: string): number | undefined {
  return conflictMarksIn(text)[0]?.line
}

/**
 * Replaces the text of an entry's file with ours, merged with changes that others made since `before`. A deleted file is
 * created again. A file that cannot be read stays, and ours becomes a copy. `journal` is the journal's folder.
 */
export function saveOver(file: string, before: string | undefined, ours: string, journal: string): Saved {
  const theirs = textOf(file)
  if (theirs === undefined) {
    ensureFolder(dirname(file), journal)
    return { file: createFile(dirname(file), numbered(basename(file)), ours) }
  }
  const merged = mergedWith(theirs, before, ours) ?? {
    text: theirs.text,
    refused: titlesOf(decodeEntry(ours).sections)
  }
  const saved = { file, ...keepRefused(file, merged.refused, ours) }
  if (merged.text !== theirs.text) replaceFile(file, merged.text)
  return saved
}

/** Merges ours into the text of a file; undefined if that cannot be read as an entry or cannot be written back. */
export function mergedWith(
  theirs: Decoded | undefined,
  before: string | undefined,
  ours: string
): MergedEntry | undefined {
  if (theirs?.fault !== undefined) return undefined
  if (theirs === undefined || theirs.text === before || theirs.text === ours) return { text: ours, refused: [] }
  const entry = isMergeable(theirs.text) ? entryIn(theirs.text) : undefined
  return entry && mergeEntries(entryIn(before), decodeEntry(ours), entry)
}

/** Whether a text states everything about its entry, in one version, so that ours does not lose to a guess. */
function isMergeable(text: string): boolean {
  try {
    return conflictMarksIn(text).length === 0 && readFrontMatter(text)?.guessed.length === 0
  } catch (error) {
    if (error instanceof UsageError) return false
    throw error
  }
}

/** Saves ours as a copy beside the file if sections of it were refused: as a new copy, or over `copy`. */
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
  for (;;) yield conflictName(name, randomHex(4))
}

/** The result of `saveText`. */
export interface SavedText extends Saved {
  /** The titles of sections whose answers could be read before and cannot any more; they are kept as text. */
  readonly spoilt: readonly string[]
  /** The titles of sections that were removed, or whose markers were. */
  readonly lost: readonly string[]
  /** The reason why the text is not the entry any more: the entry is unchanged, and the text is in the conflict's copy. */
  readonly why?: Message
}

/**
 * Replaces the text of an entry with one that the user edited, merged as by `saveOver`. If the front matter cannot be read or
 * has another id, the text is saved as a copy beside the entry.
 */
export function saveText(file: string, before: string, text: string, journal: string): SavedText {
  const old = decodeEntry(before)
  const why = faultIn(text, before)
  if (why !== undefined) return { file, ...keepRefused(file, [old.head.title], text), spoilt: [], lost: [], why }
  const { sections } = decodeEntry(text)
  const unreadBefore = new Set(old.sections.filter(isUnread).map(({ id }) => id))
  const spoilt = sections.filter((section) => isUnread(section) && !unreadBefore.has(section.id))
  const lost = old.sections.filter(({ id }) => sections.every((section) => section.id !== id))
  return { ...saveOver(file, before, text, journal), spoilt: titlesOf(spoilt), lost: titlesOf(lost) }
}

function titlesOf(sections: readonly Section[]): string[] {
  return sections.map(({ title }) => title)
}

function isUnread({ body }: Section): boolean {
  return body.kind === 'unread'
}

/** Why a text is not the entry any more. What was wrong before may stay wrong. */
function faultIn(text: string, before: string): Message | undefined {
  try {
    const [now, old] = [readFrontMatter(text), readFrontMatter(before)]
    if (now === undefined) return ({ frontMatter }) => frontMatter.notAnEntry
    const isWorse = now.guessed.some((key) => old?.guessed.includes(key) !== true)
    if (isWorse) return now.faults.at(-1)?.why
    return now.guessed.includes('id') || now.head.id === old?.head.id ? undefined : ({ journal }) => journal.otherId
  } catch (error) {
    if (error instanceof UsageError) return error.sentence
    throw error
  }
}

/** Parses an entry; undefined if the text is not a readable entry. */
function entryIn(text: string | undefined): Entry | undefined {
  try {
    return text === undefined ? undefined : decodeEntry(text)
  } catch (error) {
    if (error instanceof UsageError) return undefined
    throw error
  }
}

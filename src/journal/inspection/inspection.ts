import fs from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { removeFile, withFsErrors, statsOf } from '../../storage/fs-errors.ts'
import { filesBelow, inspectFile, type FileKind, type InspectedFile, type InspectionTarget } from './files.ts'
import { joinCopies } from '../identity.ts'
import { OURS } from '../names.ts'
import { originOf, textOf, type Unread } from '../reading.ts'
import { lineOfVersions } from '../conflict-write.ts'
import { present } from '../../util/records.ts'
import { invalidLines } from './conversion.ts'
import type { Decoded } from '../../text/decode.ts'
import { DISCUSSION } from '../../entry/built-in.ts'
import { decodeEntry, hasLostMarkers } from '../../entry/codec.ts'
import type { Entry } from '../../entry/model.ts'
import type { HeadFault } from '../../entry/front-matter-block.ts'
import { readFrontMatter } from '../../entry/front-matter.ts'

/** An answer that cannot be read as an answer to its question. */
interface SpoiltAnswer {
  readonly title: string
  /** The first line of its section, from 1. */
  readonly line: number
}

interface EntryProblems {
  readonly spoilt: readonly SpoiltAnswer[]
  readonly isUnmarked: boolean
  /** The line in which two versions begin that another program could not put together. */
  readonly versions?: number
  /** What is wrong with the lines at its top. */
  readonly faults: readonly HeadFault[]
  /** The lines with bytes that are not text in UTF-8; absent if the file is UTF-8 or UTF-16. */
  readonly lines?: readonly number[]
  readonly isUtf16: boolean
}

/** A further file with the id of an entry or a draft, and the file that is listed as the entry. */
export interface CopyOf {
  readonly copy: string
  readonly kept: string
}

/** All files of a journal and their problems. Paths are relative to the journal's folder. */
export interface Inspection {
  /** Every file, once. */
  readonly files: Readonly<Record<FileKind, readonly string[]>>
  /** Entries and drafts that cannot be read, and the reasons. */
  readonly unread: readonly Unread[]
  /** Entries in UTF-16, which become UTF-8 with the next change. */
  readonly utf16: readonly string[]
  /** Entries that are not text, and the lines with invalid bytes. They can be read but not changed. */
  readonly undecoded: readonly { readonly file: string; readonly lines: readonly number[] }[]
  /** Entries with answers that cannot be read as answers to their questions. */
  readonly spoilt: readonly { readonly file: string; readonly answers: readonly SpoiltAnswer[] }[]
  readonly copies: readonly CopyOf[]
  /** Entries with sections that have lost their markers. */
  readonly unmarked: readonly string[]
  /** Entries with two versions of some lines, and where they begin. */
  readonly versions: readonly { readonly file: string; readonly line: number }[]
  /** Entries with lines at their tops that are wrong; other values take their place. */
  readonly faulty: readonly { readonly file: string; readonly faults: readonly HeadFault[] }[]
  /** Files and folders of the journal that other users of the computer can read. */
  readonly exposed: readonly string[]
}

/** Inspects every file of a journal. `onProgress` gets the number of files so far. @throws ReflectError if a folder cannot be read. */
export function inspect(target: InspectionTarget, onProgress: (files: number) => void): Inspection {
  const { dir, platform } = target
  const problems: (EntryProblems & { file: string })[] = []
  const first = filesBelow(dir).map((file, index): InspectedFile => {
    const found = inspectFile(file, target)
    const isOurs = (found.kind === 'entries' || found.kind === 'drafts') && found.head !== undefined
    const text = isOurs ? textOf(join(dir, file)) : undefined
    // The answers of drafts may be unfinished.
    if (text !== undefined)
      problems.push({ file, ...problemsIn(text, join(dir, file)), ...(found.kind === 'drafts' ? { spoilt: [] } : {}) })
    onProgress(index + 1)
    return found
  })
  const copies = copiesIn(dir, first)
  const isCopy = new Set(copies.map(({ copy }) => copy))
  const all = first.map((one) => (isCopy.has(one.file) ? { ...one, kind: 'copies' as const } : one))
  const of = (kind: FileKind) => all.flatMap((one) => (one.kind === kind ? [one.file] : []))
  const own = all.filter(({ kind }) => !['foreign', 'leftovers', 'ours'].includes(kind))
  const folders = new Set([
    '',
    ...own.map(({ file }) => dirname(file)),
    ...(fs.existsSync(join(dir, OURS)) ? [OURS] : [])
  ])
  return {
    files: {
      entries: of('entries'),
      drafts: of('drafts'),
      deleted: of('deleted'),
      copies: of('copies'),
      misnamed: of('misnamed'),
      foreign: of('foreign'),
      leftovers: of('leftovers'),
      ours: of('ours')
    },
    unread: all.flatMap(({ file, why }) => (why === undefined ? [] : [{ file, why }])),
    utf16: problems.flatMap(({ file, isUtf16 }) => (isUtf16 ? [file] : [])),
    undecoded: problems.flatMap(({ file, lines }) => (lines === undefined ? [] : [{ file, lines }])),
    spoilt: problems.flatMap(({ file, spoilt }) => (spoilt.length === 0 ? [] : [{ file, answers: spoilt }])),
    copies,
    unmarked: problems.flatMap(({ file, isUnmarked }) => (isUnmarked ? [file] : [])),
    versions: problems.flatMap(({ file, versions }) => (versions === undefined ? [] : [{ file, line: versions }])),
    faulty: problems.flatMap(({ file, faults }) => (faults.length === 0 ? [] : [{ file, faults }])),
    exposed:
      platform === 'win32'
        ? []
        : [...folders, ...own.map(({ file }) => file)]
            .filter((file) => isExposed(join(dir, file)))
            .map((file) => file || '.')
  }
}

/**
 * Deletes leftovers, and removes the access of other users.
 *
 * @throws ReflectError if that fails.
 */
export function mend(dir: string, { files, exposed }: Inspection): void {
  for (const file of files.leftovers) {
    // Another run may have removed it.
    if (fs.existsSync(join(dir, file))) withFsErrors(file, () => removeFile(join(dir, file)))
  }
  for (const file of exposed) {
    const path = join(dir, file)
    const mode = fs.statSync(path, { throwIfNoEntry: false })
    if (mode !== undefined) withFsErrors(path, () => fs.chmodSync(path, mode.isDirectory() ? 0o700 : 0o600))
  }
}

/** The copies among entries, and among drafts: an entry and its draft have the same id, and neither is a copy. */
function copiesIn(dir: string, all: readonly InspectedFile[]): CopyOf[] {
  const listed = all.flatMap(({ file, kind, head }) =>
    head === undefined || (kind !== 'entries' && kind !== 'drafts') ? [] : [{ ...head, file: join(dir, file) }]
  )
  return joinCopies(dir, listed).flatMap(({ file, copies = [] }) =>
    copies.map((copy) => ({ copy: relative(dir, copy), kept: relative(dir, file) }))
  )
}

/** Whether other users have access, by the mode. Do not use on Windows. */
function isExposed(path: string): boolean {
  const mode = statsOf(path)?.mode
  return mode !== undefined && (mode & 0o077) !== 0
}

/** The problems of an entry whose front matter can be read. */
function problemsIn(read: Decoded, file: string): EntryProblems {
  const top = readFrontMatter(read.text, originOf(file))
  const entry = decodeEntry(read.text, top)
  const problems = {
    spoilt: spoiltIn(entry, read.text),
    isUnmarked: hasLostMarkers(entry),
    faults: top?.faults ?? [],
    ...present({ versions: lineOfVersions(read.text) }),
    isUtf16: !read.isUtf8 && read.fault === undefined
  }
  return read.fault === undefined ? problems : { ...problems, lines: invalidLines(read) }
}

function spoiltIn({ sections, raw }: Entry, text: string): SpoiltAnswer[] {
  let at = (raw?.frontMatter.length ?? 0) + (raw?.preamble.length ?? 0)
  return sections.flatMap(({ id, body, prompt, form, title, raw: own = '' }) => {
    const line = lineAt(text, at)
    at += own.length
    // A discussion answers no question.
    return body.kind === 'unread' && id !== DISCUSSION && (prompt ?? form) !== undefined ? [{ title, line }] : []
  })
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

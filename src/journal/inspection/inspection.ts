import fs from 'node:fs'
import { dirname, join } from 'node:path'
import { groupBy } from '../../util/group-by.ts'
import { withFsErrors, isOneFile, statsOf } from '../../storage/fs-errors.ts'
import { filesBelow, inspectFile, type FileKind, type InspectedFile, type InspectionTarget } from './files.ts'
import type { Unread } from '../list.ts'
import { OURS } from '../names.ts'
import { textOf } from '../reading.ts'
import { invalidLines } from './conversion.ts'
import type { Decoded } from '../../text/decode.ts'
import { decodeEntry } from '../../entry/codec.ts'

/** An answer that cannot be read as an answer to its question. */
interface SpoiltAnswer {
  readonly title: string
  /** The first line of its section, from 1. */
  readonly line: number
}

interface EntryProblems {
  readonly spoilt: readonly SpoiltAnswer[]
  /** The lines with bytes that are not UTF-8; absent if the file is UTF-8. */
  readonly lines?: readonly number[]
}

/** All files of a journal and their problems. Paths are relative to the journal's folder. */
export interface Inspection {
  /** Every file, once. */
  readonly files: Readonly<Record<FileKind, readonly string[]>>
  /** Entries and drafts that cannot be read, and the reasons. */
  readonly unread: readonly Unread[]
  /** Entries that are not UTF-8, and the lines with invalid bytes. They can be read but not changed. */
  readonly undecoded: readonly { readonly file: string; readonly lines: readonly number[] }[]
  /** Entries with answers that cannot be read as answers to their questions. */
  readonly spoilt: readonly { readonly file: string; readonly answers: readonly SpoiltAnswer[] }[]
  /** Entries that have the same id. */
  readonly repeated: readonly { readonly id: string; readonly files: readonly string[] }[]
  /** The spare copies, each with the entry beside it that has the same bytes. */
  readonly spares: ReadonlyMap<string, string>
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
      problems.push({ file, ...problemsIn(text), ...(found.kind === 'drafts' ? { spoilt: [] } : {}) })
    onProgress(index + 1)
    return found
  })
  const spares = new Map(first.flatMap((one) => spareCopyPair(one, first, dir)))
  const all = first.map((one) => (spares.has(one.file) ? { ...one, kind: 'spareCopies' as const } : one))
  const of = (kind: FileKind) => all.flatMap((one) => (one.kind === kind ? [one.file] : []))
  const own = all.filter(({ kind }) => !['strays', 'foreign', 'leftovers', 'ours'].includes(kind))
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
      spareCopies: of('spareCopies'),
      strays: of('strays'),
      foreign: of('foreign'),
      leftovers: of('leftovers'),
      ours: of('ours')
    },
    unread: all.flatMap(({ file, why }) => (why === undefined ? [] : [{ file, why }])),
    undecoded: problems.flatMap(({ file, lines }) => (lines === undefined ? [] : [{ file, lines }])),
    spoilt: problems.flatMap(({ file, spoilt }) => (spoilt.length === 0 ? [] : [{ file, answers: spoilt }])),
    repeated: repeatedIn(all),
    spares,
    exposed:
      platform === 'win32'
        ? []
        : [...folders, ...own.map(({ file }) => file)]
            .filter((file) => isExposed(join(dir, file)))
            .map((file) => file || '.')
  }
}

/**
 * Repairs what can be repaired without a loss: deletes leftovers and spare copies, and removes the access of other users.
 *
 * @throws ReflectError if that fails.
 */
export function mend(dir: string, { files, spares, exposed }: Inspection): void {
  // Files may have changed since they were inspected.
  const copies = [...spares].flatMap(([copy, twin]) => (isSameFile(join(dir, copy), join(dir, twin)) ? [copy] : []))
  for (const file of [...files.leftovers, ...copies])
    withFsErrors(file, () => fs.rmSync(join(dir, file), { force: true }))
  for (const file of exposed) {
    const path = join(dir, file)
    const mode = fs.statSync(path, { throwIfNoEntry: false })
    if (mode !== undefined) withFsErrors(path, () => fs.chmodSync(path, mode.isDirectory() ? 0o700 : 0o600))
  }
}

/** A conflict copy and the entry with the same id and bytes in the same folder, if there is one. */
function spareCopyPair(
  { file, kind, head }: InspectedFile,
  all: readonly InspectedFile[],
  dir: string
): (readonly [string, string])[] {
  if (kind !== 'copies' || head === undefined) return []
  const twin = all.find(
    (other) =>
      (other.kind === 'entries' || other.kind === 'drafts') &&
      other.head?.id === head.id &&
      dirname(other.file) === dirname(file) &&
      isSameFile(join(dir, file), join(dir, other.file))
  )
  return twin === undefined ? [] : [[file, twin.file]]
}

/** Whether two paths are different files (not links to each other) with the same bytes. */
function isSameFile(copy: string, other: string): boolean {
  return withFsErrors(copy, () => {
    if (fs.lstatSync(copy, { throwIfNoEntry: false })?.isFile() !== true || !fs.existsSync(other)) return false
    return !isOneFile(copy, other) && fs.readFileSync(copy).equals(fs.readFileSync(other))
  })
}

function repeatedIn(all: readonly InspectedFile[]) {
  const named = all.filter(({ kind, head }) => kind === 'entries' && head !== undefined)
  return [...groupBy(named, ({ head }) => head?.id ?? '')].flatMap(([id, same]) =>
    same.length < 2 ? [] : [{ id, files: same.map(({ file }) => file) }]
  )
}

/** Whether other users have access, by the mode. Do not use on Windows. */
function isExposed(path: string): boolean {
  const mode = statsOf(path)?.mode
  return mode !== undefined && (mode & 0o077) !== 0
}

/** The problems of an entry whose front matter can be read. */
function problemsIn(read: Decoded): EntryProblems {
  const spoilt = spoiltIn(read.text)
  return read.isUtf8 ? { spoilt } : { spoilt, lines: invalidLines(read) }
}

function spoiltIn(text: string): SpoiltAnswer[] {
  const { sections, raw } = decodeEntry(text)
  let at = (raw?.frontMatter.length ?? 0) + (raw?.preamble.length ?? 0)
  return sections.flatMap(({ body, prompt, form, title, raw: own = '' }) => {
    const line = lineAt(text, at)
    at += own.length
    return body.kind === 'unread' && (prompt ?? form) !== undefined ? [{ title, line }] : []
  })
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

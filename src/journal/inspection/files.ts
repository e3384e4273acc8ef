import fs from 'node:fs'
import { basename, join, relative } from 'node:path'
import type { Message } from '../../words/index.ts'
import { ReflectError } from '../../context/errors.ts'
import { fsErrorMessage } from '../../storage/fs-errors.ts'
import { codeOf } from '../../util/system-calls.ts'
import { headOf } from '../list.ts'
import type { EntryHead } from '../../entry/model.ts'
import { DRAFTS, OURS, TRASH, isConflictCopy, isEntryName, isEntryFolder } from '../names.ts'

/** The kinds of files in a journal's folder. */
export type FileKind =
  | 'entries'
  | 'drafts'
  /** In the trash. */
  | 'deleted'
  /** Conflict copies, made by this program or by a program that synchronises folders. */
  | 'copies'
  /** Conflict copies with the same bytes as their entry, so that they can be deleted. */
  | 'spareCopies'
  /** Entries in folders that are not listed. */
  | 'strays'
  /** Other files, which are left alone. */
  | 'foreign'
  /** Temporary files of crashes, at least an hour old. */
  | 'leftovers'
  /** The program's own files. */
  | 'ours'

/** The journal to inspect, and the circumstances. */
export interface InspectionTarget {
  readonly dir: string
  /** Milliseconds since 1970. */
  readonly now: number
  readonly platform: NodeJS.Platform
}

/** A file of a journal. */
export interface InspectedFile {
  /** Relative to the journal's folder. */
  readonly file: string
  readonly kind: FileKind
  readonly head?: EntryHead
  readonly why?: Message
}

/** The paths of all files below a folder, relative to it. @throws ReflectError if it cannot be read. */
export function filesBelow(dir: string): string[] {
  try {
    return fs
      .readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((item) => !item.isDirectory())
      .map((item) => relative(dir, join(item.parentPath, item.name)))
      .toSorted()
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT') return []
    if (code === '') throw error
    const at = error instanceof Error && 'path' in error ? String(error.path) : dir
    throw new ReflectError(fsErrorMessage(at, error), { cause: error })
  }
}

const AN_HOUR = 3_600_000

/** Inspects a file of a journal by its name and front matter, so `spareCopies` are still `copies`. */
export function inspectFile(file: string, { dir, now }: InspectionTarget): InspectedFile {
  const [folder = '', ...below] = file.split(/[\\/]/)
  const name = basename(file)
  if (/^\.reflect-[0-9a-f]{16}\.tmp$/.test(name)) {
    const written = fs.statSync(join(dir, file), { throwIfNoEntry: false })?.mtimeMs ?? now
    return { file, kind: now - written > AN_HOUR ? 'leftovers' : 'ours' }
  }
  if (folder === OURS) return { file, kind: 'ours' }
  if (name.startsWith('.') || !name.endsWith('.md')) return { file, kind: 'foreign' }
  const isListed = below.length === 1 && isEntryFolder(folder)
  const head = headOf(join(dir, file))
  if (isListed && folder === TRASH)
    return { file, kind: isEntryName(name) && head !== undefined ? 'deleted' : 'foreign' }
  if (isListed && isConflictCopy(name))
    return { file, kind: 'copies', ...(head === undefined || 'why' in head ? {} : { head }) }
  if (head === undefined) return { file, kind: 'foreign' }
  if (!isListed) return { file, kind: 'why' in head || folder.startsWith('.') ? 'foreign' : 'strays' }
  const kind = folder === DRAFTS ? 'drafts' : 'entries'
  return 'why' in head ? { file, kind, why: head.why } : { file, kind, head }
}

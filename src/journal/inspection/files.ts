import fs from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Message } from '../../words/index.ts'
import { withFsErrors } from '../../storage/fs-errors.ts'
import { codeOf } from '../../util/system-calls.ts'
import { headOf } from '../list.ts'
import type { EntryHead } from '../../entry/model.ts'
import { unreadIn } from '../entry-folders.ts'
import { DRAFTS, OURS, TRASH, isEntryName, isNearlyEntryName, mayHoldEntries } from '../names.ts'

/** The kinds of files in a journal's folder. */
export type FileKind =
  | 'entries'
  | 'drafts'
  /** In the trash. */
  | 'deleted'
  /** Further files with the id of an entry or a draft. */
  | 'copies'
  /** Entries that a cloud service keeps elsewhere, or that have another extension. */
  | 'misnamed'
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

/**
 * The paths of all files below a folder, relative to it, without those in hidden folders: these belong to other programs.
 * @throws ReflectError if it cannot be read.
 */
export function filesBelow(dir: string, folder = ''): string[] {
  const items = withFsErrors(join(dir, folder), () => itemsIn(join(dir, folder)))
  const files = items.flatMap((item) => {
    const path = join(folder, item.name)
    if (!item.isDirectory()) return path
    return item.name.startsWith('.') && path !== OURS ? [] : filesBelow(dir, path)
  })
  return folder === '' ? files.toSorted() : files
}

function itemsIn(folder: string): fs.Dirent[] {
  try {
    return fs.readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}

const AN_HOUR = 3_600_000

/** Inspects a file of a journal by its place and front matter. A copy still has the kind of what it is a copy of. */
export function inspectFile(file: string, { dir, now }: InspectionTarget): InspectedFile {
  const name = basename(file)
  const folders = file.split(/[\\/]/).slice(0, -1)
  const isDeleted = folders.length === 1 && folders[0] === TRASH
  if (/^\.reflect-[0-9a-f]{16}\.tmp$/.test(name)) {
    const written = fs.statSync(join(dir, file), { throwIfNoEntry: false })?.mtimeMs ?? now
    return { file, kind: now - written > AN_HOUR ? 'leftovers' : 'ours' }
  }
  if (folders[0] === OURS) return { file, kind: 'ours' }
  const mayBeEntry = isEntryName(name) && (isDeleted || folders.every(mayHoldEntries)) && !isLink(join(dir, file))
  const [odd] = isNearlyEntryName(name) && folders.every(mayHoldEntries) ? unreadIn(dirname(join(dir, file)), name) : []
  if (odd !== undefined) return { file, kind: 'misnamed', why: odd.why }
  const head = mayBeEntry ? headOf(join(dir, file)) : undefined
  if (head === undefined) return { file, kind: 'foreign' }
  if (isDeleted) return { file, kind: 'deleted', ...('why' in head ? {} : { head }) }
  if ('why' in head) return { file, kind: folders[0] === DRAFTS ? 'drafts' : 'entries', why: head.why }
  return { file, kind: head.status === 'draft' ? 'drafts' : 'entries', head }
}

function isLink(path: string): boolean {
  return fs.lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true
}

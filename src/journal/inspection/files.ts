import fs from 'node:fs'
import { basename, join, relative } from 'node:path'
import type { Message } from '../../words/index.ts'
import { ReflectError } from '../../context/errors.ts'
import { codeOf, troubleWith } from '../../storage/fs-errors.ts'
import { headOf } from '../list.ts'
import type { EntryHead } from '../../entry/model.ts'
import { DRAFTS, OURS, TRASH, isCopy, isEntryName, isShelf } from '../names.ts'

/** What a file in a journal's folder is. */
export type Kind =
  | 'entries'
  | 'drafts'
  /** In the trash. */
  | 'deleted'
  /** What a conflict left: of this program's making, or of a program that keeps folders in step. */
  | 'copies'
  /** The same as the entry beside which it lies: nothing would be lost with it. */
  | 'spareCopies'
  /** An entry in a folder where it is not looked for. */
  | 'strays'
  /** None of ours, and left alone. */
  | 'foreign'
  /** What a crash left half written, an hour ago or longer. */
  | 'remains'
  /** The program's own. */
  | 'ours'

/** Where and when a journal is looked at. */
export interface Place {
  readonly dir: string
  /** In milliseconds. */
  readonly now: number
  readonly platform: NodeJS.Platform
}

/** A file and what was found in it. */
export interface Found {
  readonly file: string
  readonly kind: Kind
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
    throw new ReflectError(troubleWith(at, error), { cause: error })
  }
}

const AN_HOUR = 3_600_000

/** What a file in a journal's folder is; that a copy says nothing new is not told yet. */
export function foundAt(file: string, { dir, now }: Place): Found {
  const [folder = '', ...below] = file.split(/[\\/]/)
  const name = basename(file)
  if (/^\.reflect-[0-9a-f]{16}\.tmp$/.test(name)) {
    const written = fs.statSync(join(dir, file), { throwIfNoEntry: false })?.mtimeMs ?? now
    return { file, kind: now - written > AN_HOUR ? 'remains' : 'ours' }
  }
  if (folder === OURS) return { file, kind: 'ours' }
  if (name.startsWith('.') || !name.endsWith('.md')) return { file, kind: 'foreign' }
  const isOnShelf = below.length === 1 && isShelf(folder)
  const head = headOf(join(dir, file))
  if (isOnShelf && folder === TRASH)
    return { file, kind: isEntryName(name) && head !== undefined ? 'deleted' : 'foreign' }
  if (isOnShelf && isCopy(name))
    return { file, kind: 'copies', ...(head === undefined || 'why' in head ? {} : { head }) }
  if (head === undefined) return { file, kind: 'foreign' }
  if (!isOnShelf) return { file, kind: 'why' in head || folder.startsWith('.') ? 'foreign' : 'strays' }
  const kind = folder === DRAFTS ? 'drafts' : 'entries'
  return 'why' in head ? { file, kind, why: head.why } : { file, kind, head }
}

import { basename } from 'node:path'
import type { EntryHead } from '../entry/model.ts'

/* The names of a journal's files and folders. Pure. */

/** The folder of drafts, in the journal's folder. */
export const DRAFTS = 'drafts'

/** The folder of deleted entries, in the journal's folder. */
export const TRASH = 'trash'

/** The folder of the program's own files, in the journal's folder. It may be deleted at any time. */
export const OURS = '.reflect'

/** The local date of an entry's start. */
function dayOf({ started }: EntryHead): string {
  if (!/^\d{4}-\d{2}-\d{2}T/.test(started)) throw new RangeError(`not an entry's time: ${started}`)
  return started.slice(0, 10)
}

/** The exercise as part of a file name. Its id may contain anything if another program or a user wrote it. */
function slug({ exercise }: EntryHead): string {
  const plain = exercise
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 64)
  return plain.replaceAll(/^-+|-+$/g, '') || 'entry'
}

/** The folder of a finished entry, in the journal's folder: its year. */
export function yearOf(head: EntryHead): string {
  return dayOf(head).slice(0, 4)
}

/** The possible names of a finished entry, best first. The second entry of a day and an exercise ends in `-2`. */
export function entryNames(head: EntryHead): Iterable<string> {
  return numbered(`${dayOf(head)}-${slug(head)}.md`)
}

/** The possible names of an entry's draft, best first. */
export function draftNames(head: EntryHead): Iterable<string> {
  return numbered(draftName(head))
}

/** The best name of an entry's draft. */
export function draftName(head: EntryHead): string {
  return `${dayOf(head)}-${slug(head)}.${head.id
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .slice(0, 8)}.md`
}

/** A file's name, then the same with `-2`, `-3` and so on before its extension. */
export function* numbered(name: string): Generator<string> {
  yield name
  for (let number = 2; ; number++) yield name.replace(/\.md$/, `-${number}.md`)
}

/** The name of a conflict copy. `token`: four letters or digits. */
export function conflictName(name: string, token: string): string {
  return `${name.replace(/\.md$/, '')}.conflict-${token}.md`
}

/** The names for a copy of a file from before it was converted to UTF-8. They are not names of entries. */
export function* originalNames(name: string): Generator<string> {
  yield `${name}.original`
  for (let number = 2; ; number++) yield `${name}.original-${number}`
}

/** Whether a folder of a journal contains entries: a year, the drafts or the trash. */
export function isEntryFolder(folder: string): boolean {
  return /^\d{4}$/.test(folder) || folder === DRAFTS || folder === TRASH
}

/** A quick test for the pattern below, because every name in a journal is tested. */
const CONFLICT = /conflict/i
const COPY = /\.conflict-[0-9a-z]{4}\.md$|\.sync-conflict-|conflicted copy/i

/** Whether a file is a conflict copy, made by this program or by a program that synchronises folders. */
export function isConflictCopy(name: string): boolean {
  return CONFLICT.test(name) && COPY.test(name)
}

/** Whether a file in an entry folder may be an entry: not hidden and no conflict copy. */
export function isEntryName(name: string): boolean {
  return name.endsWith('.md') && !name.startsWith('.') && !isConflictCopy(name)
}

/** Names that Windows reserves, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/** Whether an imported name is a valid file name on every system, and not a path. */
export function isPortableName(name: string): boolean {
  return /^[^\p{C}\p{Zl}\p{Zp}<>:"|?*/\\]{1,200}\.md$/u.test(name) && !/[. ]\.md$/.test(name) && !DEVICE.test(name)
}

/** The day (`YYYY-MM-DD`) at the beginning of a file's name, if there is one. */
export function dayInName(name: string): string | undefined {
  return /^(\d{4}-\d{2}-\d{2})-/.exec(name)?.[1]
}

/** A file's name without folder and extension: one of the names by which users refer to an entry. */
export function stemOf(file: string): string {
  return basename(file, '.md')
}

import { basename } from 'node:path'
import type { EntryHead } from '../entry/model.ts'

/** How the files of a journal are called. Pure. */

/** The folder of the drafts, below the journal's. */
export const DRAFTS = 'drafts'

/** The folder of what was deleted and can be restored, below the journal's. */
export const TRASH = 'trash'

/** The folder of what is the program's own, below the journal's: deletable at any time. */
export const OURS = '.reflect'

/** The day with which an entry's file begins: the local date of its start. */
function dayOf({ started }: EntryHead): string {
  if (!/^\d{4}-\d{2}-\d{2}T/.test(started)) throw new RangeError(`not an entry's time: ${started}`)
  return started.slice(0, 10)
}

/** The exercise as a part of a file name: whatever a hand or another program wrote there, it names nothing else. */
function slug({ exercise }: EntryHead): string {
  const plain = exercise
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 64)
  return plain.replaceAll(/^-+|-+$/g, '') || 'entry'
}

/** The folder of a finished entry, below the journal's: its year. */
export function yearOf(head: EntryHead): string {
  return dayOf(head).slice(0, 4)
}

/** The names that a finished entry may take, best first: a second one of that day and exercise ends in `-2`. */
export function entryNames(head: EntryHead): Iterable<string> {
  return numbered(`${dayOf(head)}-${slug(head)}.md`)
}

/** The names that an entry's draft may take, best first. */
export function draftNames(head: EntryHead): Iterable<string> {
  return numbered(draftName(head))
}

/** The name of an entry's draft, if nothing is in the way. */
export function draftName(head: EntryHead): string {
  return `${dayOf(head)}-${slug(head)}.${head.id
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .slice(0, 8)}.md`
}

/** A file's name, and the same with `-2`, `-3` and so on before its ending. */
export function* numbered(name: string): Generator<string> {
  yield name
  for (let number = 2; ; number++) yield name.replace(/\.md$/, `-${number}.md`)
}

/** The name of the copy that keeps what was written here when somebody else changed the same answer. `token`: four letters or digits. */
export function conflictName(name: string, token: string): string {
  return `${name.replace(/\.md$/, '')}.conflict-${token}.md`
}

/** Whether a folder of a journal holds what is entries or may become one again: a year, the drafts, the trash. */
export function isShelf(folder: string): boolean {
  return /^\d{4}$/.test(folder) || folder === DRAFTS || folder === TRASH
}

/** A part of each of the following, which is found much faster: every name of a journal is looked at. */
const CONFLICT = /conflict/i
const COPY = /\.conflict-[0-9a-z]{4}\.md$|\.sync-conflict-|conflicted copy/i

/** Whether a file is a copy that a conflict left, ours or of a program that keeps folders in step. */
export function isCopy(name: string): boolean {
  return CONFLICT.test(name) && COPY.test(name)
}

/** Whether a file in a year's or the drafts' folder can be an entry: not hidden, not a copy that a conflict left. */
export function isEntryName(name: string): boolean {
  return name.endsWith('.md') && !name.startsWith('.') && !isCopy(name)
}

/** Names that Windows keeps for itself, whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/** Whether a name from elsewhere can be a file's on any system, and is nothing else than a name. */
export function isOurFileName(name: string): boolean {
  return /^[^\p{C}\p{Zl}\p{Zp}<>:"|?*/\\]{1,200}\.md$/u.test(name) && !/[. ]\.md$/.test(name) && !DEVICE.test(name)
}

/** The day that a file's name says; undefined where it does not begin with one. */
export function dayInName(name: string): string | undefined {
  return /^(\d{4}-\d{2}-\d{2})-/.exec(name)?.[1]
}

/** A file's name without folder and ending, by which an entry may be named. */
export function stemOf(file: string): string {
  return basename(file, '.md')
}

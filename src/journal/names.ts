import { basename, relative, sep } from 'node:path'
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

/** The local time of an entry's start as part of a file name: `-1902`; '' if the start has no time of day. */
function minuteOf({ started }: EntryHead): string {
  const [, hour, minute] = /^[\d-]{10}[T ](\d{2}):(\d{2})/.exec(started) ?? []
  return hour === undefined || minute === undefined ? '' : `-${hour}${minute}`
}

/** The end of a draft's stem: the first characters of its id. */
function draftMark({ id }: EntryHead): string {
  return `.${id
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .slice(0, 8)}`
}

function stem(head: EntryHead): string {
  return `${dayOf(head)}${minuteOf(head)}-${slug(head)}`
}

/** The possible names of a finished entry, best first. The second entry of a minute and an exercise ends in `-2`. */
export function entryNames(head: EntryHead): Iterable<string> {
  return numbered(`${stem(head)}.md`)
}

/** The possible names of a finished entry in journals of earlier versions, without the minute. */
export function formerNames(head: EntryHead): Iterable<string> {
  return numbered(`${dayOf(head)}-${slug(head)}.md`)
}

/** The possible names of an entry's draft, best first. */
export function draftNames(head: EntryHead): Iterable<string> {
  return numbered(draftName(head))
}

/** The best name of an entry's draft. */
export function draftName(head: EntryHead): string {
  return `${stem(head)}${draftMark(head)}.md`
}

/** Whether a file has the name of a draft of an entry, whatever its day and exercise. */
export function isDraftName(name: string, head: EntryHead): boolean {
  const at = name.lastIndexOf(draftMark(head))
  return at > 0 && isNumbered(name, name.slice(0, at) + draftMark(head))
}

/** The path of a file below the journal's folder, with `/` between folders. */
export function pathIn(dir: string, file: string): string {
  // `relative` would be slow here: this runs for every entry of an export.
  const within = file.startsWith(dir + sep) ? file.slice(dir.length + 1) : relative(dir, file)
  return sep === '/' ? within : within.replaceAll(sep, '/')
}

/**
 * Whether a file is where this program, or an earlier version of it, puts an entry. `path` is relative to the journal's folder,
 * with `/` between folders.
 */
export function isUsualPlace(path: string, head: EntryHead): boolean {
  const isDraft = head.status === 'draft'
  const folder = `${isDraft ? DRAFTS : yearOf(head)}/`
  if (!path.startsWith(folder)) return false
  const mark = isDraft ? draftMark(head) : ''
  return [stem(head), `${dayOf(head)}-${slug(head)}`].some((name) => isNumbered(path, folder + name + mark))
}

function isNumbered(path: string, start: string): boolean {
  return path.startsWith(start) && /^(?:-(?:[2-9]|[1-9]\d+))?\.md$/.test(path.slice(start.length))
}

/** A file's name, then the same with `-2`, `-3` and so on before its extension. */
export function* numbered(name: string): Generator<string> {
  yield name
  for (let number = 2; ; number++) yield name.replace(/\.md$/i, `-${number}$&`)
}

/** The name of a conflict copy. `token`: four letters or digits. */
export function conflictName(name: string, token: string): string {
  return `${name.replace(/\.md$/i, '')}.conflict-${token}.md`
}

/** The names for a copy of a file from before it was converted to UTF-8. They are not names of entries. */
export function* originalNames(name: string): Generator<string> {
  yield `${name}.original`
  for (let number = 2; ; number++) yield `${name}.original-${number}`
}

/**
 * Folders that are never searched for entries, in lower case, apart from hidden ones: the trash, and folders that other programs and
 * systems make for themselves (npm, Logseq, macOS, Windows, Linux, Synology, QNAP, NetApp, GoodSync).
 */
const FOREIGN = new Set([
  TRASH,
  'node_modules',
  'logseq',
  '__macosx',
  '$recycle.bin',
  'recycler',
  'system volume information',
  'found.000',
  'lost+found',
  '@eadir',
  '#recycle',
  '#snapshot',
  '@recycle',
  '@recently-snapshot',
  '~snapshot',
  '_gsdata_'
])

/** Whether a system made a file for itself: macOS (also for attributes, on disks that have none) or Windows. */
export function isSystemFile(name: string): boolean {
  return /^(?:\._.*|\.ds_store|\.localized|thumbs\.db|desktop\.ini)$/i.test(name)
}

/** Whether a folder below the journal's folder may contain entries, by its name. */
export function mayHoldEntries(name: string): boolean {
  return !name.startsWith('.') && !FOREIGN.has(name.toLowerCase())
}

/** A quick test for the pattern below, because every name in a journal is tested. */
const CONFLICT = /conflict/i
const COPY = /\.conflict-[0-9a-z]{4}\.md$|\.sync-conflict-|conflicted copy/i

/** Whether a file is a conflict copy, made by this program or by a program that synchronises folders. */
export function isConflictCopy(name: string): boolean {
  return CONFLICT.test(name) && COPY.test(name)
}

/** Whether a file may be an entry, by its name. Its front matter decides. */
export function isEntryName(name: string): boolean {
  return /\.md$/i.test(name) && !name.startsWith('.')
}

/** The name of the file in whose place iCloud left this one, `.NAME.icloud`; undefined for any other name. */
export function evictedName(name: string): string | undefined {
  return /^\.?([^.].*\.md)\.icloud$/i.exec(name)?.[1]
}

/** Whether a file may be an entry that another program keeps elsewhere or gave another extension. */
export function isNearlyEntryName(name: string): boolean {
  return (
    evictedName(name) !== undefined || /^\d{4}-\d{2}-\d{2}-[a-z\d.-]+\.(?:txt|text|markdown|mdown|mkd|rtf)$/i.test(name)
  )
}

/** Names that Windows reserves, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/** Whether an imported name is a valid file name on every system, and not a path. */
export function isPortableName(name: string): boolean {
  return /^[^\p{C}\p{Zl}\p{Zp}<>:"|?*/\\]{1,200}\.md$/u.test(name) && !/[. ]\.md$/.test(name) && !DEVICE.test(name)
}

/** Whether a name begins with a day and has no further extension: this program's drafts and copies have one. */
export function isDated(name: string): boolean {
  return /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])-[^.]*\.md$/.test(name)
}

/** A file's name without folder and extension: one of the names by which users refer to an entry. */
export function stemOf(file: string): string {
  return basename(file).replace(/\.md$/i, '')
}

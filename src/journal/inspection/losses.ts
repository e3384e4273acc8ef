import fs from 'node:fs'
import { join } from 'node:path'
import { ReflectError } from '../../context/errors.ts'
import { decodeEntry } from '../../entry/codec.ts'
import { noteOf } from '../../entry/note.ts'
import { readFrontMatter, type HeadRead } from '../../entry/front-matter.ts'
import { statsOf } from '../../storage/fs-errors.ts'
import { lineOfVersions } from '../conflict-write.ts'
import { countFiles, entryFolders, type EntryFolders } from '../entry-folders.ts'
import { TRASH, mayHoldEntries } from '../names.ts'
import { originOf, textOf } from '../reading.ts'
import type { LossKind } from '../../words/shared/types.ts'
import type { Known, Ledger, Loss, Records, Summary } from '../ledger.ts'

/*
 * Compares a journal with what this computer last saw in it, so that nothing disappears silently. Files whose size and time are
 * unchanged are not opened.
 */

/** The kinds of entries whose files are not there. */
const ABSENT: ReadonlySet<LossKind> = new Set(['gone', 'folder', 'evicted'])

/** What a check found. */
export interface Checked {
  readonly losses: readonly Loss[]
  /** Paths that are not to be mentioned. */
  readonly silenced: ReadonlySet<string>
  /** The folders as the check has read them; absent if it did not. */
  readonly tree?: EntryFolders
}

/** Files from which on an everyday command does not look at every file. */
const MANY = 2000

/**
 * The entries of a journal that are missing or damaged. Records new and changed entries. In a large journal it looks at every file
 * only if `isFull`; otherwise it looks at what is missing from the folders.
 *
 * @throws ReflectError if the journal's folder, in which there were entries, is not there, or is empty.
 */
export function lossesIn(ledger: Ledger, isFull: boolean, digests: Digests = new Map()): Checked {
  const { dir } = ledger
  const summary = isFull ? undefined : ledger.summary()
  // Read before the folders: what other processes save meanwhile must not seem to be missing.
  let records = summary === undefined ? ledger.read() : undefined
  let tree = foldersIn(dir)
  if (summary !== undefined && tree !== undefined && countFiles(tree) > MANY && hasAll(tree, summary))
    return { losses: stillLost(dir, summary), silenced: new Set(), tree }
  if (records === undefined) {
    records = ledger.read()
    tree = foldersIn(dir)
  }
  const count = tree === undefined ? 0 : countFiles(tree)
  const isLarge = count > MANY
  if (tree !== undefined && isLarge && !isFull && summary === undefined) {
    // Commands that only add an entry then read no folder.
    ledger.summarise({ counts: countsIn(tree), losses: [], digests: {} })
    return { losses: [], silenced: new Set(), tree }
  }
  const { size } = records.entries
  if (tree === undefined && size > 0) throw new ReflectError(({ journal }) => journal.folderGone(dir, size))
  if (count === 0 && size > 0 && isDeserted(dir, records))
    throw new ReflectError(({ journal }) => journal.folderEmpty(dir, size))
  const { silenced } = records
  if (tree === undefined) return { losses: [], silenced }
  const losses = new Check(ledger, records, isFull || !isLarge).losses(tree)
  if (isLarge) ledger.summarise({ counts: countsIn(tree), losses, digests: Object.fromEntries(digests) })
  return { losses, silenced, tree }
}

function foldersIn(dir: string): EntryFolders | undefined {
  return fs.existsSync(dir) ? entryFolders(dir) : undefined
}

/**
 * What is known to be missing from a large journal, for a command that only adds an entry: it reads no folder. Undefined if the journal is
 * not known to be large, or if its folder is gone or empty: then `lossesIn` is needed.
 */
export function knownLosses(ledger: Ledger): Checked | undefined {
  const { dir } = ledger
  const summary =
    fs.existsSync(dir) && fs.readdirSync(dir).some((name) => mayHoldEntries(name)) ? ledger.summary() : undefined
  return summary && { losses: stillLost(dir, summary), silenced: new Set() }
}

/** Digests of groups of entries, from a search. See `SearchObserver`. */
type Digests = ReadonlyMap<string, string>

/**
 * As `lossesIn` with `isFull`, after a search of a large journal. Undefined if the journal is not large, or if no group of entries has
 * changed since the last look at all of them: then an everyday look has found everything.
 */
export function lossesAfterSearch(ledger: Ledger, digests: Digests): Checked | undefined {
  if (digests.size === 0 && countFiles(entryFolders(ledger.dir)) <= MANY) return undefined
  const known = Object.entries(ledger.summary()?.digests ?? {})
  const isSame =
    known.length > 0 && known.length === digests.size && known.every(([period, each]) => digests.get(period) === each)
  return isSame ? undefined : lossesIn(ledger, true, digests)
}

/** The number of files of each folder and month. */
function countsIn({ folders }: EntryFolders): Record<string, number> {
  const counts = folders.flatMap(({ path, names }) => [
    [path, names.others.length] as const,
    ...names.months.map(({ month, count }) => [`${path} ${month}`, count] as const)
  ])
  return Object.fromEntries(counts)
}

/** Whether no folder and month has fewer files than before. */
function hasAll(tree: EntryFolders, { counts }: Summary): boolean {
  const now = countsIn(tree)
  return Object.entries(counts).every(([group, count]) => (now[group] ?? 0) >= count)
}

function stillLost(dir: string, summary: Summary | undefined): readonly Loss[] {
  return (summary?.losses ?? []).filter(({ path, kind }) => {
    const size = statsOf(join(dir, path))?.size
    return kind === 'empty' ? size === 0 : size === undefined || ABSENT.has(kind) === false
  })
}

/** Whether nothing tells that the entries were put elsewhere in the journal: into the trash, say, or evicted. */
function isDeserted(dir: string, { entries }: Records): boolean {
  return [...entries.values()].every((known) => !isInTrash(dir, known) && !isEvicted(dir, known.path))
}

/** Whether the trash has a file with the entry's name. It may be that of another entry, which was deleted before. */
function isInTrash(dir: string, { path, id }: Known): boolean {
  const file = join(dir, TRASH, path.slice(path.lastIndexOf('/') + 1))
  if (!fs.existsSync(file)) return false
  const state = stateOf(file, undefined)
  return typeof state !== 'object' || state.guessed.includes('id') || state.head.id === id
}

/** iCloud leaves `.NAME.icloud` in the place of a file. */
function isEvicted(dir: string, path: string): boolean {
  const at = path.lastIndexOf('/') + 1
  const [folder, name] = [join(dir, path.slice(0, at)), path.slice(at)]
  return [`.${name}.icloud`, `${name}.icloud`].some((each) => fs.existsSync(join(folder, each)))
}

/** An entry in whose file there is another one now, and the new one. */
interface Replaced {
  readonly before: Known
  readonly after: Known
}

/** One comparison. */
class Check {
  readonly #ledger: Ledger
  readonly #records: Records
  readonly #isFull: boolean
  /** Entries that are new or have changed. */
  readonly #seen: Known[] = []
  readonly #dropped: string[] = []
  readonly #replaced: Replaced[] = []

  constructor(ledger: Ledger, records: Records, isFull: boolean) {
    this.#ledger = ledger
    this.#records = records
    this.#isFull = isFull
  }

  losses(tree: EntryFolders): readonly Loss[] {
    const present = pathsIn(tree)
    const { entries } = this.#records
    const losses: Loss[] = []
    if (this.#isFull || entries.size === 0) for (const path of present) this.#lookAt(path, losses)
    this.#lookFor(
      [...entries.values()].filter(({ path }) => !present.has(path)),
      present,
      losses
    )
    this.#ledger.see(this.#seen)
    this.#ledger.drop(this.#dropped)
    return losses
  }

  /** Compares a file that is there. */
  #lookAt(path: string, losses: Loss[]): void {
    const file = join(this.#ledger.dir, path)
    const known = this.#records.entries.get(path)
    const stats = statsOf(file)
    if (stats === undefined || (known?.size === stats.size && known.modified === stats.mtimeMs)) return
    const state = stateOf(file, known)
    if (typeof state === 'string') {
      const isTold = known !== undefined || state === 'versions' || state === 'zeros'
      if (isTold && !this.#records.silenced.has(path)) losses.push({ path, kind: state })
    } else if (state !== undefined) this.#found(path, state, stats, known)
  }

  #found(path: string, { head, guessed }: HeadRead, { size, mtimeMs }: fs.Stats, known: Known | undefined): void {
    const id = known !== undefined && guessed.includes('id') ? known.id : head.id
    const after = { path, id, day: head.started.slice(0, 10), size, modified: mtimeMs }
    if (known === undefined || known.id === id) this.#seen.push(after)
    else this.#replaced.push({ before: known, after })
  }

  /** Finds what became of entries whose files are not there, or belong to others now. */
  #lookFor(absent: readonly Known[], present: ReadonlySet<string>, losses: Loss[]): void {
    if (absent.length + this.#replaced.length === 0) return
    const here = this.#idsIn(present)
    for (const known of absent) {
      const { path, id } = known
      if (here.has(id) || isInTrash(this.#ledger.dir, known)) this.#dropped.push(path)
      else losses.push({ path, kind: this.#kindOf(path), id })
    }
    for (const { before, after } of this.#replaced) {
      if (here.has(before.id)) this.#seen.push(after)
      else losses.push({ path: before.path, kind: 'damaged' })
    }
  }

  /** The ids of all entries that are there. In a large journal, new files were not read yet. */
  #idsIn(present: ReadonlySet<string>): ReadonlySet<string> {
    const { entries } = this.#records
    const read = [...this.#seen, ...this.#replaced.map(({ after }) => after)]
    const ids = new Set(read.map(({ id }) => id))
    const seen = new Set(read.map(({ path }) => path))
    for (const path of present) {
      const known = entries.get(path)
      if (known !== undefined && !seen.has(path)) ids.add(known.id)
      if (known !== undefined || this.#isFull) continue
      const state = stateOf(join(this.#ledger.dir, path), undefined)
      if (typeof state === 'object') ids.add(state.head.id)
    }
    return ids
  }

  #kindOf(path: string): LossKind {
    const { dir } = this.#ledger
    if (isEvicted(dir, path)) return 'evicted'
    const folder = path.slice(0, path.lastIndexOf('/') + 1)
    return fs.existsSync(join(dir, folder)) ? 'gone' : 'folder'
  }
}

function pathsIn({ folders }: EntryFolders): Set<string> {
  const paths = new Set<string>()
  for (const { path, names } of folders) {
    const start = path === '' ? '' : `${path}/`
    for (const name of names.others) paths.add(start + name)
    for (const month of names.months) for (const name of month.names) paths.add(start + name)
  }
  return paths
}

/** The front matter of a sound entry, or what happened to it. Undefined for what cannot be read now. */
function stateOf(file: string, known: Known | undefined): HeadRead | LossKind | undefined {
  try {
    const read = textOf(file)
    if (read === undefined) return undefined
    if (/^\0*$/.test(read.text)) return 'empty'
    const top = readFrontMatter(read.text, originOf(file))
    if (top === undefined) return 'damaged'
    if (read.fault !== undefined) return 'encoding'
    if (read.text.includes('\0')) return 'zeros'
    if (lineOfVersions(read.text) !== undefined) return 'versions'
    return known !== undefined && isBare(read.text, top, known) ? 'bare' : top
  } catch (error) {
    if (error instanceof ReflectError) return undefined
    throw error
  }
}

/** Bytes that an entry must have lost before its being empty is remarkable. */
const REMARKABLE = 100

function isBare(text: string, top: HeadRead, { size }: Known): boolean {
  if (size - Buffer.byteLength(text) < REMARKABLE) return false
  const entry = decodeEntry(text, top)
  return entry.sections.length === 0 && noteOf(entry) === ''
}

const ORDER: readonly LossKind[] = [
  'gone',
  'folder',
  'evicted',
  'empty',
  'zeros',
  'encoding',
  'damaged',
  'bare',
  'versions'
]

/** The losses of each kind, in a fixed order, without kinds that did not occur. */
export function byKind(losses: readonly Loss[]): (readonly [LossKind, readonly Loss[]])[] {
  return ORDER.map((kind) => [kind, losses.filter((loss) => loss.kind === kind)] as const).filter(
    ([, { length }]) => length > 0
  )
}

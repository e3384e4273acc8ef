import fs from 'node:fs'
import { dirname, join } from 'node:path'
import { grouped } from '../../util/group-by.ts'
import { explained, isOneFile, statsOf } from '../../storage/fs-errors.ts'
import { filesBelow, foundAt } from './files.ts'
import type { Found, Kind, Place } from './files.ts'
import { troubleIn } from './text.ts'
import type { Spoilt } from './text.ts'
import type { Unread } from '../list.ts'
import { OURS } from '../names.ts'
import { textOf } from '../reading.ts'

/** What every file of a journal is, and what is wrong with it; paths are relative to it. */
export interface Inspection {
  /** Every file, each once. */
  readonly files: Readonly<Record<Kind, readonly string[]>>
  /** Entries and drafts that do not read, and why. */
  readonly unread: readonly Unread[]
  /** Entries that hold bytes of another encoding, and the first line that does: they can be read, but not changed. */
  readonly undecoded: readonly { readonly file: string; readonly line: number }[]
  /** Entries with answers that no longer have the form of their question. */
  readonly spoilt: readonly { readonly file: string; readonly answers: readonly Spoilt[] }[]
  /** Entries that have one id. */
  readonly repeated: readonly { readonly id: string; readonly files: readonly string[] }[]
  /** Each spare copy, and the file beside it that says the same. */
  readonly spares: ReadonlyMap<string, string>
  /** Files and folders of the journal that other users of the computer may read. */
  readonly exposed: readonly string[]
}

/** Looks at every file below a journal's folder; `seen` is told how many were. @throws ReflectError if it cannot be read. */
export function inspect(place: Place, seen: (files: number) => void): Inspection {
  const { dir, platform } = place
  const troubles: { file: string; line?: number; spoilt: readonly Spoilt[] }[] = []
  const first = filesBelow(dir).map((file, index): Found => {
    const found = foundAt(file, place)
    const isOurs = (found.kind === 'entries' || found.kind === 'drafts') && found.head !== undefined
    const text = isOurs ? textOf(join(dir, file)) : undefined
    // Unfinished words need not have the form of their question.
    if (text !== undefined)
      troubles.push({ file, ...troubleIn(text), ...(found.kind === 'drafts' ? { spoilt: [] } : {}) })
    seen(index + 1)
    return found
  })
  const spares = new Map(first.flatMap((one) => sparedBy(one, first, dir)))
  const all = first.map((one) => (spares.has(one.file) ? { ...one, kind: 'spareCopies' as const } : one))
  const of = (kind: Kind) => all.flatMap((one) => (one.kind === kind ? [one.file] : []))
  const own = all.filter(({ kind }) => !['strays', 'foreign', 'remains', 'ours'].includes(kind))
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
      remains: of('remains'),
      ours: of('ours')
    },
    unread: all.flatMap(({ file, why }) => (why === undefined ? [] : [{ file, why }])),
    undecoded: troubles.flatMap(({ file, line }) => (line === undefined ? [] : [{ file, line }])),
    spoilt: troubles.flatMap(({ file, spoilt }) => (spoilt.length === 0 ? [] : [{ file, answers: spoilt }])),
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

/** Mends what loses nothing: takes away what crashes left and copies of what is there, and other users' rights. @throws ReflectError where that is not possible. */
export function mend(dir: string, { files, spares, exposed }: Inspection): void {
  // A look at a large journal takes a while, in which others may have written.
  const copies = [...spares].flatMap(([copy, twin]) => (saysTheSame(join(dir, copy), join(dir, twin)) ? [copy] : []))
  for (const file of [...files.remains, ...copies]) explained(file, () => fs.rmSync(join(dir, file), { force: true }))
  for (const file of exposed) {
    const path = join(dir, file)
    const mode = fs.statSync(path, { throwIfNoEntry: false })
    if (mode !== undefined) explained(path, () => fs.chmodSync(path, mode.isDirectory() ? 0o700 : 0o600))
  }
}

/** A copy and the entry with its id, in its folder, that says the same; nothing where there is none. */
function sparedBy({ file, kind, head }: Found, all: readonly Found[], dir: string): (readonly [string, string])[] {
  if (kind !== 'copies' || head === undefined) return []
  const twin = all.find(
    (other) =>
      (other.kind === 'entries' || other.kind === 'drafts') &&
      other.head?.id === head.id &&
      dirname(other.file) === dirname(file) &&
      saysTheSame(join(dir, file), join(dir, other.file))
  )
  return twin === undefined ? [] : [[file, twin.file]]
}

/** Whether a copy is a file of its own with the very bytes of another: a link may lead from one to the other. */
function saysTheSame(copy: string, other: string): boolean {
  return explained(copy, () => {
    if (fs.lstatSync(copy, { throwIfNoEntry: false })?.isFile() !== true || !fs.existsSync(other)) return false
    return !isOneFile(copy, other) && fs.readFileSync(copy).equals(fs.readFileSync(other))
  })
}

function repeatedIn(all: readonly Found[]) {
  const named = all.filter(({ kind, head }) => kind === 'entries' && head !== undefined)
  return [...grouped(named, ({ head }) => head?.id ?? '')].flatMap(([id, same]) =>
    same.length < 2 ? [] : [{ id, files: same.map(({ file }) => file) }]
  )
}

/** By its mode, which on Windows does not tell. */
function isExposed(path: string): boolean {
  const mode = statsOf(path)?.mode
  return mode !== undefined && (mode & 0o077) !== 0
}

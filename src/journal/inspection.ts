import fs from 'node:fs'
import { join, relative } from 'node:path'
import { codeOf, explained } from './disk.ts'
import { loadYaml } from './front-matter.ts'
import { headOf } from './list.ts'
import type { Unread } from './list.ts'
import { DRAFTS, OURS, TRASH, isCopy } from './names.ts'
import { textOf } from './reading.ts'
import { decodeEntry } from './markdown.ts'

/** What every file of a journal is; paths are relative to it. */
export interface Inspection {
  readonly entries: readonly string[]
  readonly drafts: readonly string[]
  readonly deleted: readonly string[]
  /** What conflicts left: of this program's making, or of a program that keeps folders in step. */
  readonly copies: readonly string[]
  /** What is none of ours, and is left alone. */
  readonly foreign: readonly string[]
  /** Entries that do not read, and why. */
  readonly unread: readonly Unread[]
  /** Answers that no longer have the form of their question, by file. */
  readonly spoilt: readonly { readonly file: string; readonly titles: readonly string[] }[]
  /** Ids that several entries have. */
  readonly repeated: readonly { readonly id: string; readonly files: readonly string[] }[]
  /** What a crash left half written, an hour ago or longer. */
  readonly remains: readonly string[]
  /** Files and folders of the journal that other users of the computer may read. */
  readonly exposed: readonly string[]
}

type Kind = 'entries' | 'drafts' | 'deleted' | 'copies' | 'foreign' | 'remains' | 'ours'

/** Looks at every file below a journal's folder. `now` is in milliseconds. @throws ReflectError if it cannot be read. */
export async function inspect(dir: string, now: number, platform: NodeJS.Platform): Promise<Inspection> {
  await loadYaml()
  const files = filesBelow(dir)
  const of = (kind: Kind) => files.filter((file) => kindOf(file, dir, now) === kind)
  const entries = of('entries')
  const drafts = of('drafts')
  const own = [...entries, ...drafts, ...of('deleted'), ...of('copies')]
  return {
    entries,
    drafts,
    deleted: of('deleted'),
    copies: of('copies'),
    foreign: of('foreign'),
    unread: [...entries, ...drafts].flatMap((file) => unreadIn(file, dir)),
    spoilt: entries.flatMap((file) => spoiltIn(file, dir)),
    repeated: repeatedIn(entries, dir),
    remains: of('remains'),
    exposed: [...new Set(['', ...own.flatMap((file) => [file, join(file, '..')])])]
      .filter((file) => platform !== 'win32' && isExposed(join(dir, file)))
      .map((file) => file || '.')
  }
}

/** Mends what loses nothing: takes away what crashes left, and other users' rights. @throws ReflectError where that is not possible. */
export function mend(dir: string, { remains, exposed }: Inspection): void {
  for (const file of remains) explained(file, () => fs.rmSync(join(dir, file), { force: true }))
  for (const file of exposed) {
    const path = join(dir, file)
    explained(path, () => fs.chmodSync(path, fs.statSync(path).isDirectory() ? 0o700 : 0o600))
  }
}

function filesBelow(dir: string): string[] {
  return explained(dir, () => {
    try {
      return fs
        .readdirSync(dir, { recursive: true, withFileTypes: true })
        .filter((item) => !item.isDirectory())
        .map((item) => relative(dir, join(item.parentPath, item.name)))
        .toSorted()
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return []
      throw error
    }
  })
}

const AN_HOUR = 3_600_000

function kindOf(file: string, dir: string, now: number): Kind {
  const [folder = '', name = '', ...deeper] = file.split(/[\\/]/)
  const last = deeper.at(-1) ?? name
  if (/^\.reflect-[0-9a-f]{16}\.tmp$/.test(last || folder)) {
    const written = fs.statSync(join(dir, file), { throwIfNoEntry: false })?.mtimeMs ?? now
    return now - written > AN_HOUR ? 'remains' : 'ours'
  }
  if (folder === OURS) return 'ours'
  const isShelf = /^\d{4}$/.test(folder) || folder === DRAFTS || folder === TRASH
  if (!isShelf || deeper.length > 0 || name.startsWith('.') || !name.endsWith('.md')) return 'foreign'
  if (folder === TRASH) return 'deleted'
  if (isCopy(name)) return 'copies'
  if (headOf(join(dir, file)) === undefined) return 'foreign'
  return folder === DRAFTS ? 'drafts' : 'entries'
}

function unreadIn(file: string, dir: string): Unread[] {
  const head = headOf(join(dir, file))
  return head !== undefined && 'why' in head ? [{ file, why: head.why }] : []
}

function spoiltIn(file: string, dir: string) {
  const head = headOf(join(dir, file))
  if (head === undefined || 'why' in head) return []
  const { sections } = decodeEntry(textOf(join(dir, file))?.text ?? '')
  const titles = sections.filter(({ body, prompt, form }) => body.kind === 'unread' && (prompt ?? form) !== undefined)
  return titles.length === 0 ? [] : [{ file, titles: titles.map(({ title }) => title) }]
}

function repeatedIn(files: readonly string[], dir: string) {
  const byId = new Map<string, string[]>()
  for (const file of files) {
    const head = headOf(join(dir, file))
    if (head !== undefined && !('why' in head)) byId.set(head.id, [...(byId.get(head.id) ?? []), file])
  }
  return [...byId].filter(([, same]) => same.length > 1).map(([id, same]) => ({ id, files: same }))
}

/** By its mode, which on Windows does not tell. */
function isExposed(path: string): boolean {
  const mode = fs.statSync(path, { throwIfNoEntry: false })?.mode
  return mode !== undefined && (mode & 0o077) !== 0
}

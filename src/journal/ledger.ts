import fs from 'node:fs'
import path from 'node:path'
import { ensureFolder } from '../storage/atomic-write.ts'
import { statsOf } from '../storage/fs-errors.ts'
import { ReflectError } from '../context/errors.ts'
import type { LossKind } from '../words/shared/types.ts'
import { fileKey } from '../text/folding.ts'
import { codeOf, randomHex } from '../util/system-calls.ts'

/*
 * What this computer last saw in a journal: a file for each journal in the program's data folder. It has no word of an entry, may be
 * deleted at any time, and is never an error: without it, nothing is missed. Each line is one event, appended in one write, so that
 * several processes can append at once; a line that was cut off is ignored. Lines have fields with tabs between:
 *
 * - `+ PATH ID DAY SIZE MTIME`: an entry is in this file. Paths are relative, with `/` between folders.
 * - `- PATH`: the entry is in another file now.
 * - `x ID`: the entry was deleted on purpose.
 * - `! PATH`: as `-`, and the file is not mentioned while it is not an entry.
 */

/** An entry as it was last seen. */
export interface Known {
  readonly path: string
  readonly id: string
  /** `YYYY-MM-DD`. */
  readonly day: string
  /** Of the file, in bytes; 0 if unknown. */
  readonly size: number
  /** Milliseconds since 1970; 0 if unknown. */
  readonly modified: number
}

/** An entry that is missing or damaged. */
export interface Loss {
  /** Relative to the journal's folder, with `/` between folders. */
  readonly path: string
  readonly kind: LossKind
  /** The id of an entry whose file is not there. */
  readonly id?: string
}

/** What an everyday command needs to know of a large journal. */
export interface Summary {
  /** The number of files of each folder and month. */
  readonly counts: Readonly<Record<string, number>>
  /** Of each group of entries that a search looked at; all others were looked at as well. */
  readonly digests?: Readonly<Record<string, string>>
  /** What was missed when they were counted. */
  readonly losses: readonly Loss[]
}

/** The content of a ledger. */
export interface Records {
  readonly entries: Map<string, Known>
  /** Paths of files that are not to be mentioned. */
  readonly silenced: Set<string>
}

const NAME = 'reflect ledger '
const FIRST = `${NAME}1`
/** If this many lines are no longer needed, the file is rewritten. */
const MANY_OLD = 1000

/** The ledger of a journal. Nothing throws if the data folder cannot be read or written. */
export class Ledger {
  readonly dir: string
  readonly #folder: string | undefined
  readonly #platform: NodeJS.Platform
  #file: string | undefined

  /** `folder` is where ledgers are kept, if there is such a place; `dir` is the journal's folder. */
  constructor(folder: string | undefined, dir: string, platform: NodeJS.Platform) {
    this.#folder = folder
    this.#platform = platform
    this.dir = dir
  }

  /** The file; that of the real path of the journal, or of the path by which it was last used if it is not there. */
  get #path(): string {
    return (this.#file ??= this.#found())
  }

  #found(): string {
    try {
      const real = fs.realpathSync.native(this.dir)
      if (real !== this.dir) this.#rememberLink(real)
      return this.#fileFor(real)
    } catch (error) {
      if (codeOf(error) === '') throw error
    }
    const direct = this.#fileFor(this.dir)
    const real = quietly(() => fs.readFileSync(`${direct}.real`, 'utf8'))
    return real === undefined ? direct : this.#fileFor(real)
  }

  #fileFor(dir: string): string {
    if (this.#folder === undefined) throw new ReflectError('no folder for data')
    return path.join(this.#folder, `${keyOf(dir, this.#platform)}.log`)
  }

  /** All entries as they were last seen; none if the journal was never used on this computer. */
  read(): Records {
    const records: Records = { entries: new Map(), silenced: new Set() }
    const text = quietly(() => fs.readFileSync(this.#path, 'utf8')) ?? ''
    const lines = text.split('\n')
    // The last line is empty, or was cut off.
    lines.pop()
    if (!lines[0]?.startsWith(FIRST)) {
      this.#clear(text)
      return records
    }
    for (const line of lines) apply(line, records)
    if (lines.length > 2 * (records.entries.size + records.silenced.size) + MANY_OLD) this.#rewrite(records)
    return records
  }

  /** Removes a file that is not a ledger of any version, so that the next line begins one. */
  #clear(text: string): void {
    if (text !== '' && !text.startsWith(NAME)) quietly(() => fs.unlinkSync(this.#path))
  }

  /** Records entries as they are. */
  see(entries: readonly Known[]): void {
    this.#append(entries.map(lineOf))
  }

  /** Records an entry's file that was just written. `id` and `day` are the entry's. */
  saw(file: string, { id, started }: { readonly id: string; readonly started: string }): void {
    const { size = 0, mtimeMs = 0 } = statsOf(file) ?? {}
    this.see([{ path: this.pathOf(file), id, day: started.slice(0, 10), size, modified: mtimeMs }])
  }

  /** Records that an entry was deleted on purpose. */
  dropEntry(id: string): void {
    this.#append([`x\t${escaped(id)}`])
  }

  /** Records that entries are in other files now. */
  drop(paths: readonly string[]): void {
    this.#append(paths.map((each) => `-\t${escaped(each)}`))
  }

  /** Records that files are not to be mentioned any more. */
  silence(paths: readonly string[]): void {
    quietly(() => fs.unlinkSync(this.#summaryPath))
    this.#append(paths.map((each) => `!\t${escaped(each)}`))
  }

  /** What a check of the whole journal found last; undefined if there was none. */
  summary(): Summary | undefined {
    const text = quietly(() => fs.readFileSync(this.#summaryPath, 'utf8'))
    return text === undefined ? undefined : parsedSummary(text)
  }

  /** Keeps what a check of the whole journal found. */
  summarise(summary: Summary): void {
    quietly(() => {
      const temporary = `${this.#summaryPath}.${randomHex(8)}.tmp`
      fs.writeFileSync(temporary, JSON.stringify(summary), { mode: 0o600, flag: 'wx' })
      fs.renameSync(temporary, this.#summaryPath)
    })
  }

  get #summaryPath(): string {
    return this.#path.replace(/\.log$/, '.json')
  }

  /** Forgets the journal. */
  forget(): void {
    for (const file of [this.#path, this.#summaryPath]) quietly(() => fs.unlinkSync(file))
  }

  /** The path of a file of the journal as it is recorded. */
  pathOf(file: string): string {
    return path.relative(this.dir, file).replaceAll(path.sep, '/')
  }

  /** Takes everything over into the ledger of another folder, to which the journal was moved. */
  moveTo(dir: string): void {
    const records = this.read()
    const other = new Ledger(this.#folder, dir, this.#platform)
    other.see([...records.entries.values()])
    other.silence([...records.silenced])
    this.forget()
  }

  #append(lines: readonly string[]): void {
    if (lines.length === 0) return
    quietly(() => {
      const file = this.#path
      const isNew = (statsOf(file)?.size ?? 0) === 0
      if (isNew && this.#folder !== undefined) ensureFolder(this.#folder)
      const text = `${isNew ? `${FIRST}\n` : ''}${lines.map((line) => `${line}\n`).join('')}`
      fs.appendFileSync(file, text, { mode: 0o600 })
    })
  }

  /** Remembers the real path of a journal that is used by a link, for when it is not there. */
  #rememberLink(real: string): void {
    const file = `${this.#fileFor(this.dir)}.real`
    if (fs.existsSync(file) || !fs.existsSync(this.#fileFor(real))) return
    quietly(() => fs.writeFileSync(file, real, { mode: 0o600 }))
  }

  #rewrite({ entries, silenced }: Records): void {
    quietly(() => {
      const temporary = `${this.#path}.${randomHex(8)}.tmp`
      const lines = [FIRST, ...[...entries.values()].map(lineOf), ...[...silenced].map((each) => `!\t${escaped(each)}`)]
      fs.writeFileSync(temporary, `${lines.join('\n')}\n`, { mode: 0o600, flag: 'wx' })
      fs.renameSync(temporary, this.#path)
    })
  }
}

function apply(line: string, { entries, silenced }: Records): void {
  const [sign, written = '', id = '', day = '', ...numbers] = line.split('\t')
  const name = written.includes('%') ? unescaped(written) : written
  const [size = Number.NaN, modified = Number.NaN] = numbers.map(Number)
  if (sign === '+' && numbers.length === 2 && size >= 0 && modified >= 0) {
    entries.set(name, { path: name, id: id.includes('%') ? unescaped(id) : id, day, size, modified })
    silenced.delete(name)
  } else if ((sign === '-' || sign === '!') && line.split('\t').length === 2) {
    entries.delete(name)
    if (sign === '!') silenced.add(name)
  } else if (sign === 'x') {
    for (const known of entries.values()) if (known.id === name) entries.delete(known.path)
  }
}

function parsedSummary(text: string): Summary | undefined {
  try {
    const { counts, losses, digests } = JSON.parse(text)
    return { counts: counts ?? {}, losses: losses ?? [], digests: digests ?? {} }
  } catch {
    return undefined
  }
}

function lineOf({ path: name, id, day, size, modified }: Known): string {
  return ['+', escaped(name), escaped(id), day, size, modified].join('\t')
}

function escaped(text: string): string {
  return text.replaceAll(/[%\t\r\n]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`)
}

function unescaped(text: string): string {
  return text.replaceAll(/%([\da-f]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
}

/** A file name for a path: the folder's name, and a hash (FNV-1a), because a path is too long. Two systems ignore case. */
function keyOf(dir: string, platform: NodeJS.Platform): string {
  const name = ['win32', 'darwin'].includes(platform) ? fileKey(dir) : dir
  const [high, low] = [hash(name, 0x811c9dc5), hash(name, 0x01000193)]
  const readable = path
    .basename(name)
    .replaceAll(/[^\w-]+/g, '-')
    .slice(0, 40)
  return `${readable}-${high}${low}`
}

function hash(text: string, seed: number): string {
  let value = seed
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0
  return value.toString(16).padStart(8, '0')
}

/** Undefined if the system refuses: a ledger is a help, and never in the way. */
function quietly<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    if (codeOf(error) === '' && !(error instanceof ReflectError)) throw error
    return undefined
  }
}

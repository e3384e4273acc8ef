import type { Context } from '../../context/context.ts'
import { ReflectError } from '../../context/errors.ts'
import { dataFolder } from '../../settings/index.ts'
import { replaceFile } from '../../storage/atomic-write.ts'
import { withLock } from '../../storage/lock.ts'
import { decode } from '../../text/decode.ts'
import { isRecord } from '../../util/records.ts'
import type { Words } from '../../words/index.ts'
import type { Pack } from '../model.ts'
import { addedAs } from './identity.ts'
import { packAt } from '../source/source.ts'
import fs from 'node:fs'
import path from 'node:path'

/** Raise this when the type `Pack` changes: stored packs are then compiled again from their files. */
const PACK_SHAPE = 9

/** One version of an installed pack. */
export interface Version {
  /** Compiled, so that a start parses no YAML. */
  readonly pack: Pack
  /** Where its files are, relative to the folder of packs. */
  readonly folder: string
  /** The address that `pack update` fetches from again. */
  readonly source: string
  /** What was found there: a version, a commit, or the address after redirects. */
  readonly exact: string
  /** Of the archive that it came in, or of the one that `pack build` makes from its files. */
  readonly sha256: string
  /** The id of the bundled pack that it was added in place of, if that is not its own id. */
  readonly hides?: string
  /** ISO 8601 time of installation. */
  readonly added: string
}

/** An installed pack, and the version that it replaced. */
export interface Installed extends Version {
  readonly previous?: Version
}

/** The installed packs; `problem` is a sentence about packs that could not be read. */
export interface InstalledPacks {
  readonly packs: readonly Installed[]
  readonly problem?: string
}

/** What reading the installed packs needs of the context. */
export type InstalledContext = Pick<Context, 'env' | 'homeDir' | 'platform' | 'cwd' | 'words'>

/** The folder of installed packs: below `REFLECT_HOME` if set, else below the system's folder for program data. */
export function packsFolder(context: InstalledContext): string {
  return path.join(dataFolder(context), 'packs')
}

/** The file that lists the installed versions. Replacing it switches from one version to another. */
export function listFile(folder: string): string {
  return path.join(folder, 'installed.json')
}

/** The lock that a process holds while it changes the list. */
export function lockFile(folder: string): string {
  return path.join(folder, 'lock')
}

/** A list as stored; its packs have the type `Pack` only if `shape` is `PACK_SHAPE`. */
export interface StoredList {
  readonly shape: unknown
  readonly packs: readonly Installed[]
}

/** The text of a list file. */
export function encodeList(packs: readonly Installed[]): string {
  return JSON.stringify({ format: 1, shape: PACK_SHAPE, packs })
}

/** Reads a list file; undefined if it is not one. Checks its frame only: only this program writes it, atomically. */
export function readList(file: string): StoredList | undefined {
  try {
    const value: unknown = JSON.parse(decode(fs.readFileSync(file)).text)
    if (!isRecord(value) || value['format'] !== 1 || !Array.isArray(value['packs'])) return undefined
    const packs: readonly unknown[] = value['packs']
    return packs.every(isInstalled) ? { shape: value['shape'], packs } : undefined
  } catch {
    return undefined
  }
}

function isInstalled(value: unknown): value is Installed {
  return isRecord(value) && isRecord(value['pack']) && typeof value['folder'] === 'string'
}

/**
 * The installed packs. Every start calls this, so it reads one file at most. If another version of the program wrote
 * the list, the packs are compiled again from their files. Never throws: `problem` says what could not be read.
 */
export function installedPacks(context: InstalledContext): InstalledPacks {
  const folder = packsFolder(context)
  const file = listFile(folder)
  if (!fs.existsSync(file)) return { packs: [] }
  const stored = readList(file)
  if (stored === undefined) return { packs: [], problem: context.words.packs.listBroken(file) }
  return stored.shape === PACK_SHAPE ? { packs: stored.packs } : recompile(stored.packs, folder, context.words)
}

/** Compiles packs from their files and stores them. Reports and leaves out packs that fail this version's check. */
function recompile(packs: readonly Installed[], folder: string, words: Words): InstalledPacks {
  const compiled: Installed[] = []
  const problems: string[] = []
  for (const { previous, ...version } of packs) {
    const current = compile(version, folder, words)
    const before = previous && compile(previous, folder, words)
    if (typeof current === 'string') problems.push(current)
    else compiled.push(before === undefined || typeof before === 'string' ? current : { ...current, previous: before })
  }
  if (problems.length > 0) return { packs: compiled, problem: problems.join('\n') }
  store(compiled, folder)
  return { packs: compiled }
}

/** The version with its pack compiled again, or a sentence that says why it cannot be used. */
function compile(version: Version, folder: string, words: Words): Version | string {
  try {
    return {
      ...version,
      pack: addedAs(packAt(path.join(folder, version.folder), words), version.pack.id, version.source)
    }
  } catch (error) {
    if (error instanceof ReflectError) return error.inWords(words)
    throw error
  }
}

/** Stores the list unless another process has done so. If that fails, only the next start takes longer. */
function store(packs: readonly Installed[], folder: string): void {
  const file = listFile(folder)
  try {
    withLock(lockFile(folder), () => {
      if (readList(file)?.shape !== PACK_SHAPE) replaceFile(file, encodeList(packs))
    })
  } catch (error) {
    if (!(error instanceof ReflectError)) throw error
  }
}

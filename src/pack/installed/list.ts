import fs from 'node:fs'
import path from 'node:path'
import type { Context } from '../../context/context.ts'
import { isRecord } from '../../questions/shared/checking.ts'
import { dataFolder } from '../../settings/index.ts'
import type { Pack } from '../model.ts'

/** Raised whenever the shape of `Pack` changes: what was compiled before is then compiled again from its files. */
export const SHAPE = 2

/** One version of an installed pack. */
export interface Version {
  /** Compiled, as the build does it for the bundled packs: a learner's start parses no YAML. */
  readonly pack: Pack
  /** Where its files are, below the folder of packs. */
  readonly folder: string
  /** Where it comes from, as `pack update` asks there again. */
  readonly source: string
  /** What was found there: a version, a commit, an address after redirects. */
  readonly exact: string
  /** Of the archive that it came in, or that would be built of it. */
  readonly sha256: string
  /** ISO 8601, when it was added. */
  readonly added: string
}

/** An installed pack, and the version that it took the place of. */
export interface Installed extends Version {
  readonly previous?: Version
}

/** What is installed; `problem` is a sentence about a list that does not read. */
export interface InstalledPacks {
  readonly packs: readonly Installed[]
  readonly problem?: string
}

type Surroundings = Pick<Context, 'env' | 'homeDir' | 'platform' | 'words'>

/** The folder of installed packs: below `REFLECT_HOME` if that is set, else where the system keeps the data of programs. */
export function packsFolder(context: Surroundings): string {
  return path.join(dataFolder(context), 'packs')
}

/** The one file that says which versions are installed. Replacing it is what swaps a version for another. */
export function listFile(folder: string): string {
  return path.join(folder, 'installed.json')
}

/** Held by whoever changes the list. */
export function lockFile(folder: string): string {
  return path.join(folder, 'lock')
}

/** What a list of installed packs holds, in whatever shape its packs are; undefined if it does not read. */
export interface StoredList {
  readonly shape: unknown
  readonly packs: readonly Installed[]
}

/** The list as stored text. */
export function encodeList(packs: readonly Installed[]): string {
  return JSON.stringify({ format: 1, shape: SHAPE, packs })
}

/** Only this program writes the list, whole or not at all; a look at its frame tells whether it is one. */
export function storedIn(file: string): StoredList | undefined {
  try {
    const value: unknown = JSON.parse(fs.readFileSync(file, 'utf8'))
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

import fs from 'node:fs'
import path from 'node:path'
import { ReflectError } from '../../context/errors.ts'
import { replaceFile } from '../../storage/atomic-write.ts'
import { withLock } from '../../storage/lock.ts'
import type { Words } from '../../words/index.ts'
import { packAt } from '../source/source.ts'
import {
  PACK_SHAPE,
  encodeList,
  listFile,
  lockFile,
  packsFolder,
  readList,
  type Installed,
  type InstalledContext,
  type InstalledPacks,
  type Version
} from './list.ts'

/**
 * The installed packs. Every start calls this, so it reads one file at most. If another version of the program wrote
 * the list, the packs are compiled again from their files. Never throws: `problem` says what could not be read.
 */
export async function installedPacks(context: InstalledContext): Promise<InstalledPacks> {
  const folder = packsFolder(context)
  const file = listFile(folder)
  if (!fs.existsSync(file)) return { packs: [] }
  const stored = readList(file)
  if (stored === undefined) return { packs: [], problem: context.words.packs.listBroken(file) }
  return stored.shape === PACK_SHAPE ? { packs: stored.packs } : recompile(stored.packs, folder, context.words)
}

/** Compiles packs from their files and stores them. Reports and leaves out packs that fail this version's check. */
async function recompile(packs: readonly Installed[], folder: string, words: Words): Promise<InstalledPacks> {
  const compiled: Installed[] = []
  const problems: string[] = []
  for (const { previous, ...version } of packs) {
    const current = await compile(version, folder, words)
    const before = previous && (await compile(previous, folder, words))
    if (typeof current === 'string') problems.push(current)
    else compiled.push(before === undefined || typeof before === 'string' ? current : { ...current, previous: before })
  }
  if (problems.length > 0) return { packs: compiled, problem: problems.join('\n') }
  store(compiled, folder)
  return { packs: compiled }
}

/** The version with its pack compiled again, or a sentence that says why it cannot be used. */
async function compile(version: Version, folder: string, words: Words): Promise<Version | string> {
  try {
    return { ...version, pack: await packAt(path.join(folder, version.folder), words) }
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

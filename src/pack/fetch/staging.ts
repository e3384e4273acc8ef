import fs from 'node:fs'
import path from 'node:path'
import { ensureFolder } from '../../storage/atomic-write.ts'
import { discardFolder } from '../../storage/fs-errors.ts'
import { randomHex } from '../../util/system-calls.ts'

/** A folder that one process uses for downloads. */
export interface Staging {
  readonly dir: string
  /** Aborted before the folder is removed; stops the programs that write into it. */
  readonly signal: AbortSignal
  remove(): void
}

/** Older folders were left by a process that was killed. Milliseconds. */
const MAX_AGE = 3_600_000

/** Makes a staging folder below the folder of packs and removes abandoned ones. */
export function makeStaging(packs: string): Staging {
  const parent = path.join(packs, 'staging')
  ensureFolder(parent, path.dirname(packs))
  for (const name of fs.readdirSync(parent)) {
    const made = fs.statSync(path.join(parent, name), { throwIfNoEntry: false })?.mtimeMs ?? Infinity
    if (Date.now() - made > MAX_AGE) discardFolder(path.join(parent, name))
  }
  const dir = path.join(parent, randomHex(16))
  ensureFolder(dir)
  const controller = new AbortController()
  const remove = () => {
    controller.abort()
    discardFolder(dir)
  }
  return { dir, signal: controller.signal, remove }
}

/** The size in bytes of all files in a folder and its subfolders; 0 for a folder that changes while it is read. */
export function sizeOf(dir: string): number {
  try {
    return fs.readdirSync(dir, { withFileTypes: true }).reduce((sum, entry) => {
      const file = path.join(dir, entry.name)
      return sum + (entry.isDirectory() ? sizeOf(file) : (fs.lstatSync(file, { throwIfNoEntry: false })?.size ?? 0))
    }, 0)
  } catch {
    return 0
  }
}

import fs from 'node:fs'
import path from 'node:path'
import { ensureFolder } from '../../storage/atomic-write.ts'
import { randomHex } from '../../util/random.ts'

/** A folder of one run's own, for what is on its way in. */
export interface Staging {
  readonly dir: string
  /** Aborted before the folder is removed, for what writes into it. */
  readonly signal: AbortSignal
  remove(): void
}

/** Longer than any run lasts: what is older was left by a run that was killed. */
const ABANDONED = 3_600_000

/** Makes a staging folder below the folder of packs; those that killed runs left are removed. */
export function makeStaging(packs: string): Staging {
  const parent = path.join(packs, 'staging')
  ensureFolder(parent, path.dirname(packs))
  for (const name of fs.readdirSync(parent)) {
    const made = fs.statSync(path.join(parent, name), { throwIfNoEntry: false })?.mtimeMs ?? Infinity
    if (Date.now() - made > ABANDONED) removeFolder(path.join(parent, name))
  }
  const dir = path.join(parent, randomHex(8))
  ensureFolder(dir)
  const given = new AbortController()
  const remove = () => {
    given.abort()
    removeFolder(dir)
  }
  return { dir, signal: given.signal, remove }
}

/** Removes a folder and what is in it; quiet if that cannot be done now. */
export function removeFolder(dir: string): void {
  try {
    fs.rmSync(dir, { recursive: true, force: true, maxRetries: 3 })
  } catch {
    // It stays until the next run sweeps it.
  }
}

/** The bytes of all files in a folder and below. */
export function sizeOf(dir: string): number {
  try {
    return fs.readdirSync(dir, { withFileTypes: true }).reduce((sum, entry) => {
      const file = path.join(dir, entry.name)
      return sum + (entry.isDirectory() ? sizeOf(file) : (fs.lstatSync(file, { throwIfNoEntry: false })?.size ?? 0))
    }, 0)
  } catch {
    // It is being written to by somebody else.
    return 0
  }
}

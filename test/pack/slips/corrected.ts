import { correctedFiles } from '../../../src/pack/source/corrections.ts'
import type { PackFile } from '../../../src/pack/model.ts'
import { file, read } from '../../kit/packs.ts'

/** How many corrections may be needed, one after the other. */
const MAX_PASSES = 8

/** Files by their names. */
export function filesOf(texts: Readonly<Record<string, string | Uint8Array>>): PackFile[] {
  return Object.entries(texts).map(([path, text]) => file(path, text))
}

/** The files with all corrections that are certain, made as scripts would make them. */
export function corrected(files: readonly PackFile[]): PackFile[] {
  let now = [...files]
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const changes = read(now).diagnostics.flatMap(({ fix = [] }) => fix)
    if (changes.length === 0) break
    const made = correctedFiles(now, changes)
    now = now.map((each) => {
      const own = made.find(({ path }) => path === each.path)
      return own === undefined ? each : { path: own.name ?? each.path, bytes: own.content ?? each.bytes }
    })
  }
  return now
}

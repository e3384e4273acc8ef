import fs from 'node:fs'
import path from 'node:path'
import type { Words } from '../words/index.ts'
import type { Pack } from './model.ts'

/** The course's own pack is offered first; the others follow by name. */
const FIRST = 'public-value'

/** Where the packs are written, and the one file in which the build puts all of them as JSON. */
export const places = {
  built: (installDir: string) => path.join(installDir, 'dist', 'packs.json'),
  written: (installDir: string) => path.join(installDir, 'exercises')
}

/**
 * The packs that come with the program. What the build made of them is read as it is, for it was checked
 * then (and made ASCII, which is quickest to read); in a checkout that was not built, the YAML is read and checked, which takes a hundred times longer.
 */
export async function bundledPacks(installDir: string): Promise<readonly Pack[]> {
  const built = places.built(installDir)
  if (fs.existsSync(built)) return JSON.parse(fs.readFileSync(built, 'latin1')) as Pack[]
  const { english } = await import('../words/index.ts')
  return writtenPacks(places.written(installDir), english)
}

/**
 * The packs in a folder, checked, in the order in which they are offered.
 *
 * @throws UsageError where one of them has errors.
 */
export async function writtenPacks(folder: string, words: Words): Promise<readonly Pack[]> {
  const { packAt } = await import('./source.ts')
  const names = fs.readdirSync(folder).filter((name) => !name.startsWith('.'))
  const packs = await Promise.all(names.map((name) => packAt(path.join(folder, name), words)))
  return packs.toSorted((a, b) => Number(b.id === FIRST) - Number(a.id === FIRST) || (a.id < b.id ? -1 : 1))
}

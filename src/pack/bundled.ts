import fs from 'node:fs'
import path from 'node:path'
import type { Words } from '../words/index.ts'
import { opened } from './folded.ts'
import type { Bodies, FoldedPack } from './folded.ts'
import type { Pack } from './model.ts'

/** The course's own pack is offered first; the others follow by name. */
const FIRST = 'public-value'

/** Where the packs are written, and the folder in which the build puts them as JSON: one file for all, one for each pack's texts. */
export const places = {
  built: (installDir: string) => path.join(installDir, 'dist', 'packs', 'index.json'),
  texts: (installDir: string, id: string) => path.join(installDir, 'dist', 'packs', `${id}.json`),
  written: (installDir: string) => path.join(installDir, 'exercises')
}

/**
 * The packs that come with the program. What the build made of them is read as it is, for it was checked then; the texts
 * of a pack are read when one of them is asked for. In a checkout that was not built, the YAML is read and checked, which
 * takes a hundred times longer.
 */
export async function bundledPacks(installDir: string): Promise<readonly Pack[]> {
  const built = places.built(installDir)
  if (fs.existsSync(built))
    return (read(built) as FoldedPack[]).map((pack) => opened(pack, () => textsOf(pack.id, installDir)))
  const { english } = await import('../words/index.ts')
  return writtenPacks(places.written(installDir), english)
}

function textsOf(id: string, installDir: string): Bodies {
  return read(places.texts(installDir, id)) as Bodies
}

/** The build writes ASCII, which is quickest to read. */
function read(file: string): unknown {
  return JSON.parse(fs.readFileSync(file, 'latin1'))
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

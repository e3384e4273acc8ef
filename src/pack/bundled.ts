import fs from 'node:fs'
import path from 'node:path'
import type { Pack } from './model.ts'

/** The course's own pack is offered first; the others follow by name. */
const FIRST = 'public-value'

/** Where the build puts the packs as JSON, and where they are written. */
export const places = {
  built: (installDir: string) => path.join(installDir, 'dist', 'packs'),
  written: (installDir: string) => path.join(installDir, 'exercises')
}

/**
 * The packs that come with the program. What the build made of them is read as it is, for it was checked
 * then; in a checkout that was not built, the YAML is read and checked, which takes a hundred times longer.
 */
export async function bundledPacks(installDir: string): Promise<readonly Pack[]> {
  const built = namesIn(places.built(installDir)).filter((name) => name.endsWith('.json'))
  if (built.length > 0)
    return inOrder(
      built.map((name) => JSON.parse(fs.readFileSync(path.join(places.built(installDir), name), 'utf8')) as Pack)
    )
  const { packAt } = await import('./source.ts')
  const { english } = await import('../words/index.ts')
  const folder = places.written(installDir)
  return inOrder(await Promise.all(namesIn(folder).map((name) => packAt(path.join(folder, name), english))))
}

function inOrder(packs: readonly Pack[]): Pack[] {
  return packs.toSorted((a, b) => Number(b.id === FIRST) - Number(a.id === FIRST) || (a.id < b.id ? -1 : 1))
}

function namesIn(folder: string): string[] {
  return fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => !name.startsWith('.')) : []
}

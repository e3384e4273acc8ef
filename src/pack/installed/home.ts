import fs from 'node:fs'
import type { Context } from '../../context/context.ts'
import { SHAPE, listFile, packsFolder, storedIn } from './list.ts'
import type { InstalledPacks } from './list.ts'

type Surroundings = Pick<Context, 'env' | 'homeDir' | 'platform' | 'words'>

/** The installed packs. Cheap, because every start asks: one look where there are none, else one file to read. Never throws. */
export async function installedPacks(context: Surroundings): Promise<InstalledPacks> {
  const folder = packsFolder(context)
  const file = listFile(folder)
  if (!fs.existsSync(file)) return { packs: [] }
  const stored = storedIn(file)
  if (stored === undefined) return { packs: [], problem: context.words.packs.listBroken(file) }
  if (stored.shape === SHAPE) return { packs: stored.packs }
  const { recompile } = await import('./recompile.ts')
  return recompile(stored.packs, folder, context.words)
}

import fs from 'node:fs'
import path from 'node:path'
import { english } from '../words/index.ts'
import { places } from './bundled.ts'
import { packAt } from './source.ts'

/**
 * Checks the packs in `exercises/` and writes each as JSON to `dist/packs/`, for `bundledPacks`. Part of the build.
 *
 * @throws UsageError where a pack has errors.
 */
export async function compilePacks(installDir: string): Promise<void> {
  const written = places.written(installDir)
  const built = places.built(installDir)
  fs.rmSync(built, { recursive: true, force: true })
  fs.mkdirSync(built, { recursive: true })
  for (const name of fs.readdirSync(written).filter((entry) => !entry.startsWith('.'))) {
    const pack = await packAt(path.join(written, name), english)
    fs.writeFileSync(path.join(built, `${pack.id}.json`), JSON.stringify(pack))
  }
}

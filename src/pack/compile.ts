import fs from 'node:fs'
import path from 'node:path'
import { english } from '../words/index.ts'
import { places, writtenPacks } from './bundled.ts'

/**
 * Checks the packs in `exercises/` and writes them as JSON for `bundledPacks`. Part of the build.
 *
 * @throws UsageError where a pack has errors.
 */
export async function compilePacks(installDir: string): Promise<void> {
  const packs = await writtenPacks(places.written(installDir), english)
  fs.mkdirSync(path.dirname(places.built(installDir)), { recursive: true })
  fs.writeFileSync(places.built(installDir), ascii(JSON.stringify(packs)))
}

/** JSON without a character that Latin-1 does not read the same. */
function ascii(json: string): string {
  return json.replaceAll(/[^\x20-\x7e]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

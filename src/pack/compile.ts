import fs from 'node:fs'
import path from 'node:path'
import { english } from '../words/index.ts'
import { places, writtenPacks } from './bundled.ts'
import { folded } from './folded.ts'

/**
 * Checks the packs in `exercises/` and writes them as JSON for `bundledPacks`. Part of the build.
 *
 * @throws UsageError where a pack has errors.
 */
export async function compilePacks(installDir: string): Promise<void> {
  const packs = await writtenPacks(places.written(installDir), english)
  fs.mkdirSync(path.dirname(places.built(installDir)), { recursive: true })
  const parts = packs.map(folded)
  fs.writeFileSync(places.built(installDir), ascii(JSON.stringify(parts.map(({ head }) => head))))
  for (const { head, bodies } of parts)
    fs.writeFileSync(places.texts(installDir, head.id), ascii(JSON.stringify(bodies)))
}

/** JSON without a character that Latin-1 does not read the same. */
function ascii(json: string): string {
  return json.replaceAll(/[^\x20-\x7e]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

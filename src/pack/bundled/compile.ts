import fs from 'node:fs'
import path from 'node:path'
import { english } from '../../words/index.ts'
import { places, writtenPacks } from './bundled.ts'
import { folded } from './split-pack.ts'
import type { Pack } from '../model.ts'
import { inLanguage } from '../translation/choose.ts'

/**
 * Checks the packs in `exercises/` and writes them as JSON for `bundledPacks`. Part of the build.
 *
 * @throws UsageError where a pack has errors.
 */
export async function compilePacks(installDir: string): Promise<void> {
  const packs = await writtenPacks(places.written(installDir), english)
  fs.mkdirSync(path.dirname(places.built(installDir)), { recursive: true })
  compile(packs, installDir)
  const languages = new Set(packs.flatMap(({ translations = {} }) => Object.keys(translations)))
  for (const language of languages) {
    const translated = packs.map((pack) => inLanguage(pack, language))
    compile(translated, installDir, language)
  }
}

/** Writes packs in a language; the texts of those that are not translated are there already. */
function compile(packs: readonly Pack[], installDir: string, language?: string): void {
  const parts = packs.map(folded)
  fs.writeFileSync(places.built(installDir, language), ascii(JSON.stringify(parts.map(({ head }) => head))))
  for (const { head, bodies } of parts.filter((part) => language === undefined || part.head.language === language))
    for (const [exercise, body] of bodies) {
      const file = places.texts(installDir, head.id, exercise, language)
      fs.mkdirSync(path.dirname(file), { recursive: true })
      fs.writeFileSync(file, ascii(JSON.stringify(body)))
    }
}

/** JSON without a character that Latin-1 does not read the same. */
function ascii(json: string): string {
  return json.replaceAll(/[^\x20-\x7e]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

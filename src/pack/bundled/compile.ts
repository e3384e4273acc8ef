import fs from 'node:fs'
import path from 'node:path'
import { english } from '../../words/index.ts'
import { inLanguage, inOneLanguage } from '../translation/choose.ts'
import { places, writtenPacks } from './bundled.ts'

/** Part of the build: writes the packs as JSON, one file per language. @throws UsageError if a pack has errors. */
export function compilePacks(installDir: string): void {
  const packs = writtenPacks(places.written(installDir), english)
  fs.mkdirSync(path.dirname(places.compiled(installDir)), { recursive: true })
  for (const language of [undefined, ...new Set(packs.flatMap(({ translations = {} }) => Object.keys(translations)))]) {
    const translated = packs.map((pack) => inOneLanguage(language === undefined ? pack : inLanguage(pack, language)))
    fs.writeFileSync(places.compiled(installDir, language), ascii(JSON.stringify(translated)))
  }
}

/** Escapes all characters that are not ASCII. */
function ascii(json: string): string {
  return json.replaceAll(/[^\x20-\x7e]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

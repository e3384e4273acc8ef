import fs from 'node:fs'
import path from 'node:path'
import { english } from '../../words/index.ts'
import type { Exercise, Pack } from '../model.ts'
import { inLanguage, inOneLanguage } from '../translation/choose.ts'
import { OWN_LANGUAGE, places, writtenPacks, type Content, type Outline, type PackOutline } from './bundled.ts'

/** Part of the build: writes the packs in each language, as `bundledPacks` reads them. @throws UsageError if a pack has errors. */
export function compilePacks(installDir: string): void {
  const packs = writtenPacks(places.written(installDir), english)
  const languages = new Set([OWN_LANGUAGE, ...packs.flatMap(({ translations = {} }) => Object.keys(translations))])
  for (const language of languages) {
    const translated = packs.map((pack) => inOneLanguage(inLanguage(pack, language)))
    writePacks(translated, installDir, places.compiled(installDir, language))
  }
}

function writePacks(packs: readonly Pack[], installDir: string, folder: string): void {
  const outlines = packs.map((pack): PackOutline => {
    const parts = pack.exercises.map((exercise) => partsOf(exercise))
    for (const { outline, content } of parts) writeJson(places.content(installDir, pack, outline.id), content)
    return { ...pack, exercises: parts.map(({ outline }) => outline) }
  })
  writeJson(places.outlines(folder), outlines)
}

function partsOf(exercise: Exercise): { readonly outline: Outline; readonly content: Content } {
  const { reading, prompts, discussion, ...outline } = exercise
  return { outline, content: { reading, prompts, discussion } }
}

/** Writes ASCII: all other characters are escaped. */
function writeJson(file: string, value: Content | readonly PackOutline[]): void {
  const escape = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, JSON.stringify(value).replaceAll(/[^\x20-\x7e]/g, escape))
}

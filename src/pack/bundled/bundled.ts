import fs from 'node:fs'
import path from 'node:path'
import type { Words } from '../../words/index.ts'
import { opened } from './split-pack.ts'
import type { Body, FoldedPack } from './split-pack.ts'
import type { Pack } from '../model.ts'

/** The course's own pack is offered first; the others follow by name. */
const FIRST = 'public-value'

/** In which the bundled packs are written; where one has a translation into another language, the build compiles that too. */
const OWN_LANGUAGE = 'en'

/**
 * Where the packs are written, and the folder in which the build puts them as JSON: one file for all, one for the texts of
 * each exercise, and the same again for each language in which there is a translation.
 */
export const places = {
  built: (installDir: string, language = OWN_LANGUAGE) =>
    path.join(installDir, 'dist', 'packs', `${marked('index', language)}.json`),
  texts: (installDir: string, pack: string, exercise: string, language = OWN_LANGUAGE) =>
    path.join(installDir, 'dist', 'packs', marked(pack, language), `${exercise}.json`),
  written: (installDir: string) => path.join(installDir, 'exercises')
}

function marked(name: string, language: string): string {
  return language === OWN_LANGUAGE ? name : `${name}.${language}`
}

/**
 * The packs that come with the program, in a language where they are translated. What the build made of them is read as
 * it is, for it was checked then; the texts of an exercise are read when one of them is asked for. In a checkout that was
 * not built, the YAML is read and checked, which takes a hundred times longer.
 */
export async function bundledPacks(installDir: string, language = OWN_LANGUAGE): Promise<readonly Pack[]> {
  const [wanted = OWN_LANGUAGE] = language.toLowerCase().split('-', 1)
  const built = [wanted, OWN_LANGUAGE].map((each) => places.built(installDir, each)).find((file) => fs.existsSync(file))
  if (built !== undefined)
    return (read(built) as FoldedPack[]).map((pack) => opened(pack, (exercise) => textsOf(exercise, pack, installDir)))
  const [{ english }, { inLanguage, inOneLanguage }] = await Promise.all([
    import('../../words/index.ts'),
    import('../translation/choose.ts')
  ])
  const packs = await writtenPacks(places.written(installDir), english)
  return packs.map((pack) => inOneLanguage(inLanguage(pack, language)))
}

/** The texts of an exercise in the language that its pack is in. */
function textsOf(exercise: string, { id, language, languages = [language] }: FoldedPack, installDir: string): Body {
  return read(places.texts(installDir, id, exercise, language === languages[0] ? OWN_LANGUAGE : language)) as Body
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
  const { packAt } = await import('../source/source.ts')
  const names = fs.readdirSync(folder).filter((name) => !name.startsWith('.'))
  const packs = await Promise.all(names.map((name) => packAt(path.join(folder, name), words)))
  return packs.toSorted((a, b) => Number(b.id === FIRST) - Number(a.id === FIRST) || (a.id < b.id ? -1 : 1))
}

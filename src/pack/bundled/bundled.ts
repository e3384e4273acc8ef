import fs from 'node:fs'
import path from 'node:path'
import { english, type Words } from '../../words/index.ts'
import type { Pack } from '../model.ts'
import { packAt } from '../source/source.ts'
import { inLanguage, inOneLanguage } from '../translation/choose.ts'

/** The packs of the course are offered first, in the order of its weeks; the others follow by id. */
const COURSE = ['what-is-leadership', 'public-value', 'teams-and-partnerships']

/** The language of the bundled packs, in which they are compiled besides the languages of their translations. */
const OWN_LANGUAGE = 'en'

/** The folder of the packs' YAML, and the file of all packs in a language: a JSON array of `Pack`, in ASCII. */
export const places = {
  compiled: (installDir: string, language = OWN_LANGUAGE) => path.join(installDir, 'dist', 'packs', `${language}.json`),
  written: (installDir: string) => path.join(installDir, 'exercises')
}

/**
 * The packs that come with the program, each in the given language if it is translated. Reads what the build compiled
 * and checked. In a checkout without a build, reads and checks the YAML, which takes a hundred times longer.
 */
export function bundledPacks(installDir: string, language = OWN_LANGUAGE): readonly Pack[] {
  const [wanted = OWN_LANGUAGE] = language.toLowerCase().split('-', 1)
  const file = [wanted, OWN_LANGUAGE]
    .map((each) => places.compiled(installDir, each))
    .find((each) => fs.existsSync(each))
  // Node reads Latin-1 faster than UTF-8, and the build writes ASCII.
  if (file !== undefined) {
    const compiled: Pack[] = JSON.parse(fs.readFileSync(file, 'latin1'))
    return compiled
  }
  const packs = writtenPacks(places.written(installDir), english)
  return packs.map((pack) => inOneLanguage(inLanguage(pack, language)))
}

/** The packs in a folder, in the order in which they are offered. @throws UsageError if one of them has errors. */
export function writtenPacks(folder: string, words: Words): readonly Pack[] {
  const names = fs.readdirSync(folder).filter((name) => !name.startsWith('.'))
  const packs = names.map((name) => packAt(path.join(folder, name), words))
  return packs.toSorted((a, b) => week(a) - week(b) || (a.id < b.id ? -1 : 1))
}

/** The place of a pack in the course, after its last week for one of no week. */
function week({ id }: Pack): number {
  const place = COURSE.indexOf(id)
  return place < 0 ? COURSE.length : place
}

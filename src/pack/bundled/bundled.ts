import fs from 'node:fs'
import path from 'node:path'
import { english, type Words } from '../../words/index.ts'
import type { Exercise, Pack } from '../model.ts'
import { packAt } from '../source/source.ts'
import { inLanguage, inOneLanguage } from '../translation/choose.ts'

/** The packs of the course are offered first, in the order of its weeks; the others follow by id. */
const COURSE = ['what-is-leadership', 'public-value', 'teams-and-partnerships']

/** The language of the bundled packs, in which they are compiled besides the languages of their translations. */
export const OWN_LANGUAGE = 'en'

/** What an exercise asks and says: nearly all of a pack, and not needed to list exercises. */
export type Content = Pick<Exercise, 'reading' | 'prompts' | 'discussion'>

/** An exercise without its content. */
export type Outline = Omit<Exercise, keyof Content>

/** A pack whose exercises are outlines. */
export type PackOutline = Omit<Pack, 'exercises'> & { readonly exercises: readonly Outline[] }

/**
 * The folder of the packs' YAML, and what is compiled from it: for each language a folder with an array of `PackOutline`, and the
 * `Content` of each exercise in the folder of the language that it is in. They are JSON in ASCII.
 */
export const places = {
  written: (installDir: string) => path.join(installDir, 'exercises'),
  compiled: (installDir: string, language: string) => path.join(installDir, 'dist', 'packs', language),
  outlines: (folder: string) => path.join(folder, 'outlines.json'),
  content: (installDir: string, { id, language }: Pick<Pack, 'id' | 'language'>, exercise: string) =>
    path.join(places.compiled(installDir, primary(language)), id, `${exercise}.json`)
}

/** The language of a tag, without region and script. */
function primary(tag: string): string {
  const [language = OWN_LANGUAGE] = tag.toLowerCase().split('-', 1)
  return language
}

/**
 * The packs that come with the program, each in the given language if it is translated. Reads what the build compiled
 * and checked; the content of an exercise is read at its first use. In a checkout without a build, reads and checks the YAML,
 * which takes a hundred times longer.
 */
export function bundledPacks(installDir: string, language = OWN_LANGUAGE): readonly Pack[] {
  const folder = [primary(language), OWN_LANGUAGE]
    .map((each) => places.compiled(installDir, each))
    .find((each) => fs.existsSync(each))
  const withFolder = (pack: Pack): Pack => ({ ...pack, folder: path.join(places.written(installDir), pack.id) })
  if (folder !== undefined) return compiledPacks(folder, installDir).map(withFolder)
  const packs = writtenPacks(places.written(installDir), english)
  return packs.map((pack) => withFolder(inOneLanguage(inLanguage(pack, language))))
}

function compiledPacks(folder: string, installDir: string): readonly Pack[] {
  const packs: readonly PackOutline[] = readJson(places.outlines(folder))
  return packs.map(({ exercises, ...pack }) => ({
    ...pack,
    exercises: exercises.map((outline) => withContent(outline, places.content(installDir, pack, outline.id)))
  }))
}

/** The exercise, with its content in a file. */
function withContent(outline: Outline, file: string): Exercise {
  let known: Content | undefined
  const content = () => (known ??= readJson<Content>(file))
  return {
    ...outline,
    get reading() {
      return content().reading
    },
    get prompts() {
      return content().prompts
    },
    get discussion() {
      return content().discussion
    }
  }
}

/** Node reads Latin-1 faster than UTF-8, and the build writes ASCII. */
function readJson<Compiled>(file: string): Compiled {
  return JSON.parse(fs.readFileSync(file, 'latin1'))
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

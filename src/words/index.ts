/* Every sentence that the program says, by language. */
import type { EntryWords } from './shared/types.ts'
import { entry as entryInWelsh } from './cy/entry.ts'
import * as welsh from './cy/index.ts'
import { entry as entryInEnglish } from './en/entry.ts'
import * as english from './en/index.ts'

export { english }

/** The words of a language by area. A missing or wrongly shaped sentence in another language is a type error. */
export type Words = typeof english

/** What is said: a sentence, or how any language says it, where the learner's is not known. */
export type Message = string | ((words: Words) => string)

/** The sentence in a language. */
export function translated(message: Message, words: Words): string {
  return typeof message === 'string' ? message : message(words)
}

/** The languages of the program by their tags without a region. Functions, so that only the one that is used is loaded. */
const languages = {
  cy: () => welsh,
  en: () => english
} as const satisfies Record<string, () => Words>

/** A shipped language, by its tag without a region. */
export type Shipped = keyof typeof languages

/** All shipped languages. */
export const shipped = Object.keys(languages) as Shipped[]

/** The shipped language of a tag such as `cy-GB`; undefined if there is none. */
export function shippedAs(tag: string): Shipped | undefined {
  const [language] = tag.toLowerCase().split('-', 1)
  return shipped.find((known) => known === language)
}

/** The name of each language in that language. */
export const languageNames = { cy: 'Cymraeg', en: 'English' } as const satisfies Record<Shipped, string>

/** The words of a tag's language; English if it is not shipped. */
export function wordsIn(tag: string): Words {
  return languages[shippedAs(tag) ?? 'en']()
}

/** The fixed words of entries in every shipped language, for readers; a writer takes those of `entryWords`. Made when they are looked at. */
export const entryLanguages: Readonly<Record<Shipped, EntryWords>> = {
  get cy() {
    return entryInWelsh
  },
  get en() {
    return entryInEnglish
  }
}

/** The fixed words of every language, for texts that are typed: those of the learner's language first. */
export function languagesFor({ entry }: Words): readonly EntryWords[] {
  return [entry, ...Object.values(entryLanguages).filter((words) => words !== entry)]
}

/** The fixed words of entries in an entry's language; English if it is not shipped. */
export function entryWords(language: string): EntryWords {
  return entryLanguages[shippedAs(language) ?? 'en']
}

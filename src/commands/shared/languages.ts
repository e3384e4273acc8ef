import type { Context } from '../../context/context.ts'
import { MisuseError } from '../../context/errors.ts'
import { languageNames, shipped, shippedAs } from '../../words/index.ts'
import { packsOf } from './options.ts'

/** The languages of the program and of the packs, as tags. Those of the program come first; no tag comes twice. */
export function knownLanguages(context: Context): readonly string[] {
  const ofPacks = packsOf({}, context).flatMap(({ language, languages = [language] }) => languages)
  return [...shipped, ...new Set(ofPacks.filter((tag) => shippedAs(tag) === undefined))]
}

/**
 * Checks the value of `--lang`, a tag. The packs are read only if it is not a language of the program.
 *
 * @throws MisuseError if neither the program nor a pack has the language; the message names those that are there.
 */
export function checkLanguage(tag: string, context: Context): void {
  if (shippedAs(tag) !== undefined) return
  const known = knownLanguages(context)
  if (known.some((each) => primary(each) === primary(tag))) return
  const why = context.words.commands.options.unknownLanguage(known.map(withName))
  throw new MisuseError({ kind: 'wrong-value', what: '--lang', value: tag, why })
}

/** A tag, with the name of the language if the program has it: `cy (Cymraeg)`. */
function withName(tag: string): string {
  const language = shippedAs(tag)
  return language === undefined ? tag : `${tag} (${languageNames[language]})`
}

/** `de` of `de-AT`. */
function primary(tag: string): string {
  return tag.toLowerCase().split('-', 1)[0] ?? ''
}

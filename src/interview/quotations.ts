import type { EntryWords, Prompt, Reference } from '../questions/shared/model.ts'
import { part, summary } from '../questions/index.ts'
import type { LookUp } from './conditions.ts'
import { parseReference } from '../questions/shared/reference.ts'
import type { Found } from './answer-lookup.ts'

/** `{{prompt}}`, `{{exercise/prompt.part}}`, `{{prompt|words where there is none}}`. */
const quotation = /\{\{([^{}|]*)(?:\|([^{}]*))?\}\}/g
/** Looked for first: most texts quote nothing. */
const OPENING = '{{'

/** The references of a text's quotations, in order. What is not a reference is left out. */
export function quotedIn(text: string): Reference[] {
  if (!text.includes(OPENING)) return []
  return [...text.matchAll(quotation)].flatMap(([, name = '']) => parseReference(name.trim()) ?? [])
}

/** How an answer is put into a text: as it is, or so that Markdown shows it as it is. */
export type Escape = (words: string) => string

/** Fills a text's quotations in. */
export function fill(text: string, find: LookUp, words: EntryWords, escape: Escape): string {
  return withQuotations(text, (reference, fallback) => {
    const found = find(reference)
    const said = found === undefined ? undefined : saidIn(found, words)
    return said === undefined ? (fallback ?? '…') : escape(said)
  })
}

/**
 * A text with words in place of each quotation, which are given for what it quotes and for what the author has stand there
 * where there is none. What is put in is never read again for quotations.
 */
export function withQuotations(
  text: string,
  say: (reference: Reference, fallback: string | undefined) => string
): string {
  if (!text.includes(OPENING)) return text
  return text.replaceAll(quotation, (whole, name: string, fallback: string | undefined) => {
    const reference = parseReference(name.trim())
    return reference === undefined ? whole : say(reference, fallback?.trim())
  })
}

/** An answer, or its part, as one line of plain text; undefined where it has no such part. */
export function saidIn(found: Found, words: EntryWords): string | undefined {
  const said =
    found.part === undefined
      ? summary(found.prompt, found.answer, words)
      : part(found.prompt, found.answer, found.part, words)
  return said?.replaceAll(/\s+/g, ' ').trim()
}

/** Plain text so that Markdown shows exactly it: ASCII punctuation that could mean something gets a backslash (CommonMark 2.4). */
export const asMarkdown: Escape = (words) =>
  words
    .replaceAll(/[\\`*_[\]<>&~|#]/g, '\\$&')
    .replace(/^(\d+)([.)])(?=\s)/, '$1\\$2')
    .replace(/^[-+=]/, '\\$&')

/** For a sentence's template: a brace of a quoted answer is not a gap. */
export const asTemplate: Escape = (words) => words.replaceAll(/[\\{]/g, '\\$&')

/** The texts of a prompt that may quote. */
export function quotingTexts(prompt: Prompt): string[] {
  return [prompt.ask, prompt.help ?? '', prompt.type === 'sentence' ? prompt.template : '']
}

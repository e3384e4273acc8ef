import type { EntryWords, Reference } from '../questions/shared/model.ts'
import { inOneLine, lines, part } from '../questions/index.ts'
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

/** An answer, or its part, as one line of plain text; undefined if it has no such part. */
function saidIn(found: Found, words: EntryWords): string | undefined {
  return found.part === undefined
    ? inOneLine(found.prompt, found.answer, words)
    : part(found.prompt, found.answer, found.part, words)?.replaceAll(/\s+/g, ' ').trim()
}

/** An answer, or its part, as lines of plain text; undefined if it has no such part. */
export function linesOf(found: Found, words: EntryWords): readonly string[] | undefined {
  if (found.part === undefined) return lines(found.prompt, found.answer, words)
  const said = saidIn(found, words)
  return said === undefined ? undefined : [said]
}

/** Plain text so that Markdown shows exactly it: ASCII punctuation that could mean something gets a backslash (CommonMark 2.4). */
export const asMarkdown: Escape = (words) =>
  words
    .replaceAll(/[\\`*_[\]<>&~|#]/g, '\\$&')
    .replace(/^(\d+)([.)])(?=\s)/, '$1\\$2')
    .replace(/^[-+=]/, '\\$&')

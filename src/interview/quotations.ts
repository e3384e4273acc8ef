import type { EntryWords, Source } from '../questions/shared/model.ts'
import { inOneLine, isLong, lines, part } from '../questions/index.ts'
import type { LookUp } from './conditions.ts'
import { parseSource } from '../questions/shared/reference.ts'
import type { FoundAnswer } from './answer-lookup.ts'

/** `{{prompt}}`, `{{exercise/prompt.part}}`, `{{prompt|fallback}}`. */
const quotation = /\{\{([^{}|]*)(?:\|([^{}]*))?\}\}/g
/** Tested first, because most texts quote nothing. */
const OPENING = '{{'

/** Prepares an answer for the text that quotes it. */
export type Escape = (words: string) => string

/** Replaces the quotations of a text by the answers; a missing answer by its fallback, or by "…". */
export function fill(text: string, find: LookUp, words: EntryWords, escape: Escape): string {
  return withQuotations(text, (source, fallback) => {
    const found = find(source)
    const said = found === undefined ? undefined : saidIn(found, words)
    return said === undefined ? (fallback ?? '…') : escape(said)
  })
}

/** Replaces each quotation by what `say` returns for its source and fallback. The result is not searched for quotations again. */
export function withQuotations(text: string, say: (source: Source, fallback: string | undefined) => string): string {
  if (!text.includes(OPENING)) return text
  return text.replaceAll(quotation, (whole, name: string, fallback: string | undefined) => {
    const source = parseSource(name)
    return source === undefined ? whole : say(source, fallback?.trim())
  })
}

/** An answer, or its part, in one line of plain text; undefined if it has no such part. */
function saidIn(found: FoundAnswer, words: EntryWords): string | undefined {
  return found.part === undefined
    ? inOneLine(found.prompt, found.quoted ?? found.answer, words)
    : part(found.prompt, found.answer, found.part, words)?.replaceAll(/\s+/g, ' ').trim()
}

/** An answer, or its part, in lines; undefined if it has no such part. Several items are a list in Markdown too. */
export function linesOf(found: FoundAnswer, words: EntryWords): readonly string[] | undefined {
  if (found.part === undefined) {
    const short = lines(found.prompt, found.answer, words)
    return short.length < 2 || isLong(found.prompt)
      ? short
      : short.map((line) => (/^\d+\. /.test(line) ? line : `- ${line}`))
  }
  const said = saidIn(found, words)
  return said === undefined ? undefined : [said]
}

/** Escapes plain text so that Markdown shows exactly that text (CommonMark 2.4). */
export const asMarkdown: Escape = (words) =>
  words
    .replaceAll(/[\\`*_[\]<>&~|#]/g, '\\$&')
    .replace(/^(\d+)([.)])(?=\s)/, '$1\\$2')
    .replace(/^[-+=]/, '\\$&')

import type { EntryWords, Source } from '../questions/shared/model.ts'
import { isLong, joinedLines, lines, linesToJoin, part } from '../questions/index.ts'
import type { LookUp } from './conditions.ts'
import { parseSource } from '../questions/shared/reference.ts'
import { fitted, placeOf, type Place } from '../text/fit.ts'
import type { FoundAnswer } from './answer-lookup.ts'

/** `{{prompt}}`, `{{exercise/prompt.part}}`, `{{prompt|fallback}}`. */
const quotation = /\{\{([^{}|]*)(?:\|([^{}]*))?\}\}/g
/** Tested first, because most texts quote nothing. */
const OPENING = '{{'

/** Prepares an answer for the text that quotes it. */
export type Escape = (words: string) => string

/** The words and the language of an entry. */
interface Speech {
  readonly words: EntryWords
  readonly language?: string
}

/** Replaces the quotations of a text by the answers, as its sentences need them; a missing answer by its fallback, or by "…". */
export function fill(text: string, find: LookUp, { words, language = 'en' }: Speech, escape: Escape): string {
  return withQuotations(text, (source, fallback, before, after) => {
    const found = find(source)
    const said = found && linesIn(found, words)
    if (said === undefined) return fallback ?? '…'
    const place = placeOf(before, after)
    const items = said.map((line, index) => fitted(line, placeOfItem(place, index, said), language))
    return escape(joinedLines(items, words))
  })
}

/** The place of one of several items: all but the first are inside the sentence, and it goes on after all but the last. */
function placeOfItem({ isInside, then }: Place, index: number, items: readonly unknown[]): Place {
  return { isInside: isInside || index > 0, then: index < items.length - 1 ? 'goesOn' : then }
}

/** Returns what a text has in place of a quotation: of its source and fallback, between the text before and after it. */
type Say = (source: Source, fallback: string | undefined, before: string, after: string) => string

/** Replaces each quotation by what `say` returns. The result is not searched for quotations again. */
export function withQuotations(text: string, say: Say): string {
  if (!text.includes(OPENING)) return text
  return text.replaceAll(quotation, (whole, name: string, fallback: string | undefined, at: number) => {
    const source = parseSource(name)
    if (source === undefined) return whole
    return say(source, fallback?.trim(), text.slice(0, at), text.slice(at + whole.length))
  })
}

/** An answer in lines of plain text that are joined to one, or its part in one line; undefined if it has no such part. */
function linesIn(found: FoundAnswer, words: EntryWords): readonly string[] | undefined {
  if (found.part === undefined) return linesToJoin(found.prompt, found.quoted ?? found.answer, words)
  const said = part(found.prompt, found.answer, found.part, words)?.replaceAll(/\s+/g, ' ').trim()
  return said === undefined ? undefined : [said]
}

/** An answer, or its part, in lines; undefined if it has no such part. Several items are a list in Markdown too. */
export function linesOf(found: FoundAnswer, words: EntryWords): readonly string[] | undefined {
  if (found.part === undefined) {
    const short = lines(found.prompt, found.answer, words)
    return short.length < 2 || isLong(found.prompt)
      ? short
      : short.map((line) => (/^\d+\. /.test(line) ? line : `- ${line}`))
  }
  return linesIn(found, words)
}

/** Escapes plain text so that Markdown shows exactly that text (CommonMark 2.4). */
export const asMarkdown: Escape = (words) =>
  words
    .replaceAll(/[\\`*_[\]<>&~|#]/g, '\\$&')
    .replace(/^(\d+)([.)])(?=\s)/, '$1\\$2')
    .replace(/^[-+=]/, '\\$&')

import { isProper, isTitleBefore } from './proper-words.ts'
import { startsSentence } from './sentence-start.ts'

/** Where words are quoted in a text. */
export interface Place {
  /** In the middle of a sentence: a sentence has begun before them, and not inside quotation marks. */
  readonly isInside: boolean
  /** What follows: a `stop`, a sentence that `goesOn`, or nothing of the sentence. */
  readonly then: 'stop' | 'goesOn' | 'nothing'
}

/** Marks of Markdown, brackets and numbers that can come before the first word of a line, and after its last word. */
const LINE_START = /^[\s>*_#|()[\]+-]*(?:\d{1,9}[.)])?[\s*_~|()[\]"“„«‘]*$/u
const LINE_END = /^[\s*_~|)\]]*$/u
const OPENING_QUOTE = /["“„«‘'][*_]*$/u

/** A paragraph up to the end of a line; headings and rows of tables end with their line. */
const WRAPPED = /^(?!\s*[#|])[^\n]*\S[^\n]*\n[ \t]*$/mu

/** The place between the text before and after a quotation. In a paragraph, the end of a line is a space. */
export function placeOf(before: string, after: string): Place {
  const start = before.lastIndexOf('\n', before.lastIndexOf('\n') - 1) + 1
  if (!WRAPPED.test(before.slice(start))) return placeInLine(before, after)
  const next = after.replace(/^([^\S\n]*)\n(?=[^\S\n]*\S)/, '$1 ')
  return placeInLine(before.replace(/\n[^\S\n]*$/, ' '), next)
}

function placeInLine(before: string, after: string): Place {
  const line = before.slice(before.lastIndexOf('\n') + 1)
  const [rest = ''] = after.split('\n', 1)
  const next = rest.replace(/^[*_~)\]]+/u, '')
  if (OPENING_QUOTE.test(before))
    return { isInside: false, then: /^["”“»’'][*_]*[.,;:!?]/u.test(next) ? 'stop' : 'nothing' }
  if (LINE_START.test(line) && LINE_END.test(rest)) return { isInside: false, then: 'nothing' }
  const isInside = !startsSentence(before, before.length)
  if (/^\.(?!\.)/.test(next)) return { isInside, then: 'stop' }
  return { isInside, then: goesOn(next, isInside) ? 'goesOn' : 'nothing' }
}

/** Whether the sentence goes on: with punctuation, a small letter, "I" or an acronym; at the end of a line, if it had begun before. */
function goesOn(next: string, isInside: boolean): boolean {
  if (next.trim() === '') return isInside
  return /^[,;:!?…]|^\s*(?:[\p{Ll}\p{N}(–—&+=-]|\p{Lu}\p{Lu}|I(?:\s|['’]))/u.test(next)
}

/**
 * What someone wrote, as the sentence that quotes it needs it: without its full stop where the sentence has one or goes on, and with
 * a small first letter inside a sentence, unless the first word is a name, an acronym or "I". Letters become small in English and
 * Welsh only. Words of several sentences keep their first letter. Nothing else changes.
 */
export function fitted(words: string, { isInside, then }: Place, language: string): string {
  const unstopped = then === 'nothing' ? words : withoutStop(words, then)
  return isInside && !hasSeveralSentences(unstopped) ? withSmallLetter(unstopped, language) : unstopped
}

/** Abbreviations that end in a full stop, which stays unless another one follows. */
const ABBREVIATED = /(?:^|[\s(])(?:(?:\p{L}\.)+\p{L}|etc|approx|incl|ltd|inc|st|jr|sr|e\.g|i\.e|a\.y\.b|ayyb|h\.y)$/iu

function withoutStop(words: string, then: 'stop' | 'goesOn'): string {
  const [, rest] = /^(.*[^.\s…])\.\s*$/su.exec(words) ?? []
  if (rest === undefined) return words
  return then === 'goesOn' && ABBREVIATED.test(rest) ? words : rest
}

function hasSeveralSentences(words: string): boolean {
  return /[.!?…]["'”’)]*\s+["'“‘(]*\p{Lu}/u.test(words)
}

function withSmallLetter(words: string, language: string): string {
  const [, tag] = /^(en|cy)(?:-|$)/i.exec(language) ?? []
  const [word] = /^\p{Lu}[\p{L}\p{M}\p{N}'’-]*/u.exec(words) ?? []
  if (tag === undefined || word === undefined || keepsCapital(word, words.slice(word.length), tag.toLowerCase()))
    return words
  return words.charAt(0).toLowerCase() + words.slice(1)
}

/** Whether a first word is written with a capital inside a sentence too. */
function keepsCapital(word: string, rest: string, language: string): boolean {
  const bare = word.replace(/['’]s?$/u, '')
  // GP, NHS, McKay, O'Brien, A4.
  if (/[\p{Lu}\p{N}]/u.test(bare.slice(1))) return true
  if (/^\p{L}(?![\p{L}\p{M}])/u.test(bare)) return !isWordOfOneLetter(word, language)
  return isProper(bare, rest) || isTitleBefore(bare, rest) || isCapitalAgain(bare, rest)
}

/** "A" in English, "I'r", "O", "Y" and "A" in Welsh; other single letters are names: "I", "X-ray", "B". */
function isWordOfOneLetter(word: string, language: string): boolean {
  return language === 'cy' ? /^[AEIOY](?:$|['’])/u.test(word) : word === 'A'
}

/** Whether the same word has a capital inside the sentence: then it is a name. */
function isCapitalAgain(word: string, rest: string): boolean {
  return [...rest.matchAll(/(?<=[\p{Ll},;]\s)\p{Lu}[\p{L}\p{M}]+/gu)].some(([again]) => again === word)
}

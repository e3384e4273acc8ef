import { lexer, type Token } from 'marked'
import { readSimple } from './simple.ts'

/*
 * Markdown of packs and entries as a tree of tokens, for screens, pages and documents. The parser is loaded only for text that
 * contains markup.
 */

export type { Token, Tokens } from 'marked'

/** Parsed Markdown. */
export type Markdown = readonly Token[]

/** Characters that may start markup: anywhere, or at the start of a line. */
const MARKUP = /[*_~[\]<>`\\&|#]|:\/\/|www\.|@|^ {4}|^\t|^ {0,3}(?:[-+=]|\d+[.)])| {2}\n/m
/** The parser's time is quadratic in the number of these. No prose has so many. */
const MOST_MARKS = 5000
const TOO_NESTED = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])[ \t])){50}/m

/** Parses CommonMark with tables, task lists and bare addresses. Never throws: what cannot be parsed is literal text. */
export function readMarkdown(source: string): Markdown {
  if (!needsParser(source)) return literally(source)
  try {
    return readSimple(source) ?? lexer(source)
  } catch {
    // The nesting is so deep that the parser's stack overflows.
    return literally(source)
  }
}

function needsParser(source: string): boolean {
  return MARKUP.test(source) && !TOO_NESTED.test(source) && marks(source) <= MOST_MARKS
}

function marks(source: string): number {
  return source.match(/[*_~[<`]/g)?.length ?? 0
}

function literally(source: string): Markdown {
  return source
    .split(/\n[ \t]*\n/)
    .filter((text) => text.trim() !== '')
    .map((text) => ({ type: 'paragraph', raw: text, text, tokens: [{ type: 'escape', raw: text, text: text.trim() }] }))
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
  ['hellip', '…'],
  ['ndash', '–'],
  ['mdash', '—']
])

/** Decodes numeric entities and the named ones that people write by hand; others stay as they are. */
export function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(/&(?:([a-z]+)|#(\d{1,7})|#[xX]([\da-fA-F]{1,6}));/g, (entity, name, decimal, hex) =>
    typeof name === 'string' ? (NAMED.get(name) ?? entity) : signOf(Number.parseInt(decimal ?? hex, decimal ? 10 : 16))
  )
}

/** CommonMark 6.2: an invalid code point becomes the replacement character. */
function signOf(code: number): string {
  const isSign = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  return isSign ? String.fromCodePoint(code) : '\ufffd'
}

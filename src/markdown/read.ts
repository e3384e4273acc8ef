/**
 * Markdown of packs and entries as a tree of tokens, for whatever draws it: a screen, a page, a document. The parser is
 * loaded only for text that holds markup.
 */
import { lexer } from 'marked'
import type { Token } from 'marked'

export type { Token, Tokens } from 'marked'

/** Markdown that was read, ready for rendering. */
export type Markdown = readonly Token[]

/** As `readMarkdown`. */
export type ReadMarkdown = (source: string) => Markdown

/** What may begin markup anywhere, and what does at the start of a line. */
const MARKUP = /[*_~[\]<>`\\&|#]|:\/\/|www\.|@|^ {4}|^\t|^ {0,3}(?:[-+=]|\d+[.)])| {2}\n/m
/** The parser's time grows with the square of these. No prose holds so many. */
const MOST_MARKS = 5000
const TOO_NESTED = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])[ \t])){50}/m

/** Reads CommonMark with tables, task lists and bare addresses. Never throws: what cannot be read is literal text. */
export function readMarkdown(source: string): Markdown {
  if (!needsParser(source)) return literally(source)
  try {
    return lexer(source)
  } catch {
    // Nesting so deep that the parser runs out of stack.
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

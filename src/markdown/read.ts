import { Marked, Tokenizer, type Token, type Tokens } from 'marked'
import { everyWord, literalBlock, typedLines } from './every-word.ts'
import { maths, mayHoldMaths } from './maths.ts'
import { readSimple } from './simple.ts'

/*
 * Markdown of packs and entries as a tree of tokens, for screens, pages and documents. The parser is loaded only for text that
 * contains markup.
 */

export type { Token, Tokens } from 'marked'

/** Parsed Markdown. */
export type Markdown = readonly Token[]

/** Characters that may start markup: anywhere, or at the start of a line. */
const MARKUP = /[*_~[\]<>`\\&|#$]|:\/\/|www\.|@|^ {4}|^\t|^ {0,3}(?:[-+=]|\d+[.)])| {2}\n/m
/** The parser's time is quadratic in the number of these. No prose has so many. */
const MOST_MARKS = 5000
const TOO_NESTED = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])[ \t])){50}/m

/**
 * Parses the Markdown of an author: CommonMark with tables, task lists and bare addresses. A line break is a space. Never throws: what
 * cannot be parsed is literal text.
 */
export function readMarkdown(source: string): Markdown {
  return (needsParser(source) ? (readSimple(source) ?? parsed(source)) : undefined) ?? literally(source)
}

/**
 * Parses what a learner wrote. Every word of it is in the tokens: a block that would lose one (a definition of a link, a cell beyond
 * the columns) becomes literal text, and titles of links and words after a fence become visible. Line breaks stay unless `isFlowing`.
 */
export function readWritten(source: string, isFlowing = false): Markdown {
  const simple = needsParser(source) ? readSimple(source) : literally(source)
  const tokens = simple ?? everyWord(parsed(source) ?? literally(source))
  return isFlowing ? tokens : typedLines(tokens)
}

/** A text that is one table, with the text of its cells as it was typed; undefined if it is not. */
export function literalTable(source: string): Tokens.Table | undefined {
  if (!source.startsWith('|')) return undefined
  const [table, ...rest] = parsed(source) ?? []
  if (table?.type !== 'table' || rest.some(({ type }) => type !== 'space')) return undefined
  const { header, rows, ...others } = table as Tokens.Table
  return { ...others, header: literalCells(header), rows: rows.map(literalCells) }
}

function literalCells(row: readonly Tokens.TableCell[]): Tokens.TableCell[] {
  return row.map((cell) => ({ ...cell, tokens: [{ type: 'escape', raw: cell.text, text: cell.text }] }))
}

/** Undefined if the nesting is so deep that the parser's stack overflows. */
function parsed(source: string): Token[] | undefined {
  try {
    return parserFor(source).lexer(source)
  } catch {
    return undefined
  }
}

let plain: Marked | undefined
let mathematical: Marked | undefined

function parserFor(source: string): Marked {
  if (mayHoldMaths(source)) return (mathematical ??= new Marked({ tokenizer }, maths))
  return (plain ??= new Marked({ tokenizer }))
}

/** Where this reader differs from the parser. */
const tokenizer = {
  /** A label of a footnote, or a line of a dialogue (`[Me]: Because.`), is not a definition of a link. */
  def(this: Tokenizer, source: string) {
    const token = Tokenizer.prototype.def.call(this, source)
    return token !== undefined && isDefinition(token) ? token : undefined
  },
  /** `~2~` is a subscript elsewhere. Only `~~` strikes out. */
  del: (source: string) => (source.startsWith('~~') ? (false as const) : undefined)
}

function isDefinition({ tag, href }: Tokens.Def): boolean {
  return !tag.startsWith('^') && /^[a-z][a-z\d+.-]*:|[/#@]|\w\.\w/i.test(href)
}

function needsParser(source: string): boolean {
  return MARKUP.test(source) && !TOO_NESTED.test(source) && marks(source) <= MOST_MARKS
}

function marks(source: string): number {
  return source.match(/[*_~[<`]/g)?.length ?? 0
}

function literally(source: string): Token[] {
  return source.split(/\n[ \t]*\n/).flatMap((text) => (text.trim() === '' ? [] : [literalBlock(text)]))
}

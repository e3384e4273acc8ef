import type { CST as Cst, Lexer } from 'yaml'
import type { Report, SourceSpan } from '../diagnostic.ts'
import { limits } from '../limits.ts'

/** The smallest pieces of a YAML text. Those of no width are signals between lexer and parser. */
export interface Lexeme extends SourceSpan {
  readonly source: string
  readonly type: Cst.TokenType | 'error'
}

/** What of the YAML library divides a text. */
export interface Divider {
  readonly Lexer: typeof Lexer
  readonly CST: typeof Cst
}

/** Pieces that mean something, and pieces in all: 20,000 nodes, as people write them, never have more. */
const MOST = { telling: 2.6 * limits.nodes, all: 4 * limits.nodes }

/**
 * The pieces of a text; undefined, and reported, if there are too many, or if they nest too deep. The
 * library's parser and composer are slower than linear on such texts, so this comes before them.
 */
export function divide(text: string, { Lexer: LexerOf, CST }: Divider, report: Report): readonly Lexeme[] | undefined {
  const lexemes: Lexeme[] = []
  let telling = 0
  let offset = 0
  let scalar = false
  const nesting = new Nesting()
  for (const source of new LexerOf().lex(text)) {
    const type: Lexeme['type'] = scalar ? 'scalar' : (CST.tokenType(source) ?? 'error')
    const length = !scalar && (source === CST.SCALAR || SIGNALS.has(type)) ? 0 : source.length
    const lexeme = { source, type, start: offset, end: offset + length }
    scalar = !scalar && source === CST.SCALAR
    lexemes.push(lexeme)
    if (!QUIET.has(type)) telling++
    const { start } = lexeme
    if (telling > MOST.telling || lexemes.length > MOST.all) {
      report('too-many-nodes', { start, end: start + 1 }, { limit: limits.nodes })
      return undefined
    }
    if (nesting.after(lexeme) > 2 * limits.depth) {
      report('too-deep', { start, end: start + 1 }, { limit: limits.depth })
      return undefined
    }
    offset = lexeme.end
  }
  return lexemes
}

const SIGNALS: ReadonlySet<string> = new Set(['doc-mode', 'flow-error-end'])
const QUIET: ReadonlySet<string> = new Set(['space', 'newline', 'comment', 'byte-order-mark', ...SIGNALS])
const OPENS: ReadonlySet<string> = new Set(['flow-map-start', 'flow-seq-start'])
const INDICATES: ReadonlySet<string> = new Set(['seq-item-ind', 'explicit-key-ind', 'map-value-ind'])
const CLOSES: ReadonlySet<string> = new Set(['flow-map-end', 'flow-seq-end'])

/** A rough depth, enough to stop before the library's recursion becomes slow; the tree is measured exactly. */
class Nesting {
  #flow = 0
  #lineStart = 0
  /** Whether the next piece is the first of its line, or of its item. */
  #first = true
  #columns: number[] = []

  after({ type, source, start, end }: Lexeme): number {
    if (type === 'newline') {
      this.#lineStart = end
      this.#first = true
    }
    if (type === 'flow-error-end') this.#flow = 0
    if (QUIET.has(type) || start === end) return this.#flow + this.#columns.length
    if (this.#flow === 0 && this.#first && !source.includes('\n')) {
      const column = start - this.#lineStart
      while ((this.#columns.at(-1) ?? -1) >= column) this.#columns.pop()
      this.#columns.push(column)
    }
    this.#first = INDICATES.has(type)
    if (OPENS.has(type)) this.#flow++
    if (CLOSES.has(type)) this.#flow--
    return this.#flow + this.#columns.length
  }
}

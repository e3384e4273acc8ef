import { CST, Lexer } from 'yaml'
import type { Report, SourceSpan } from '../diagnostic.ts'
import { limits } from '../format.ts'

/** A token of the library's lexer. Tokens of no width are signals from the lexer to the parser. */
export interface Lexeme extends SourceSpan {
  readonly source: string
  readonly type: CST.TokenType | 'error'
}

/** Lexemes except white space and comments, and all lexemes: hand-written YAML of 20,000 nodes has fewer. */
const MAX = { significant: 2.6 * limits.nodes, all: 4 * limits.nodes }

/**
 * Splits a text into lexemes. Reports and gives undefined if there are too many or they are nested too deep: the
 * library's parser and composer take more than linear time for such texts.
 */
export function splitLexemes(text: string, report: Report): readonly Lexeme[] | undefined {
  const lexemes: Lexeme[] = []
  let significant = 0
  let offset = 0
  let scalar = false
  const nesting = new Nesting()
  for (const source of new Lexer().lex(text)) {
    const type: Lexeme['type'] = scalar ? 'scalar' : (CST.tokenType(source) ?? 'error')
    const length = !scalar && (source === CST.SCALAR || ZERO_WIDTH.has(type)) ? 0 : source.length
    const start = offset
    const lexeme = { source, type, start, end: start + length }
    scalar = !scalar && source === CST.SCALAR
    lexemes.push(lexeme)
    if (!INSIGNIFICANT.has(type)) significant++
    if (significant > MAX.significant || lexemes.length > MAX.all) {
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

const ZERO_WIDTH: ReadonlySet<string> = new Set(['doc-mode', 'flow-error-end'])
const INSIGNIFICANT: ReadonlySet<string> = new Set(['space', 'newline', 'comment', 'byte-order-mark', ...ZERO_WIDTH])
const OPENING: ReadonlySet<string> = new Set(['flow-map-start', 'flow-seq-start'])
const INDICATORS: ReadonlySet<string> = new Set(['seq-item-ind', 'explicit-key-ind', 'map-value-ind'])
const CLOSING: ReadonlySet<string> = new Set(['flow-map-end', 'flow-seq-end'])

/** Estimates the nesting depth, to stop before the library's recursion becomes slow. `buildTree` measures it. */
class Nesting {
  #flow = 0
  #lineStart = 0
  /** Whether the next lexeme is the first one of its line or item. */
  #first = true
  #columns: number[] = []

  /** The depth after the next lexeme. */
  after({ type, source, start, end }: Lexeme): number {
    if (type === 'newline') {
      this.#lineStart = end
      this.#first = true
    }
    if (type === 'flow-error-end') this.#flow = 0
    if (INSIGNIFICANT.has(type) || start === end) return this.#flow + this.#columns.length
    if (this.#flow === 0 && this.#first && !source.includes('\n')) {
      const column = start - this.#lineStart
      while ((this.#columns.at(-1) ?? -1) >= column) this.#columns.pop()
      this.#columns.push(column)
    }
    this.#first = INDICATORS.has(type)
    if (OPENING.has(type)) this.#flow++
    if (CLOSING.has(type)) this.#flow--
    return this.#flow + this.#columns.length
  }
}

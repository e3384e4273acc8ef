import { fold, spanMapper, type TextSpan } from '../text/folding.ts'
import { ESC, SGR } from './width.ts'

/* Finds words in lines that are wrapped and styled for a screen, also where a line break comes between them. */

/** The matches of a search in some lines. */
export interface Matches {
  /** For each match, the index of the line where it begins. */
  readonly lines: readonly number[]
  /** The parts of a line that belong to matches, in UTF-16 units of the line without styles. */
  spansIn(line: number): readonly MatchSpan[]
}

/** A part of a line that belongs to a match. */
interface MatchSpan extends TextSpan {
  readonly match: number
}

/** What may be between two words: spaces, a line break, and the bars and signs at the start of a quotation's line. */
const GAP = String.raw`[\s\u2502|>]+`
/** What may be between two ideographs. */
const BREAK = String.raw`(?:\n[\s\u2502|>]*)?`

/** Every match of the words in sequence, compared with `fold`. Empty if there are no words. */
export function matchesIn(lines: readonly string[], words: string): Matches {
  const pattern = patternOf(fold(words))
  if (pattern === undefined) return { lines: [], spansIn: () => [] }
  const plain = lines.map(withoutStyles)
  const folded = plain.map(fold)
  const starts: number[] = []
  let length = 0
  for (const line of folded) {
    starts.push(length)
    length += line.length + 1
  }
  const found = [...folded.join('\n').matchAll(pattern)]
  const spans = found.map(({ 0: text, index }) => ({ start: index, end: index + text.length }))
  return {
    lines: linesOf(spans, starts),
    spansIn(line) {
      const [start = 0, text = '', original = ''] = [starts[line], folded[line], plain[line]]
      return spansWithin(spans, start, text).map(({ match, ...span }) => ({ match, ...spanMapper(original)(span) }))
    }
  }
}

/** The line without its styles. */
export function withoutStyles(line: string): string {
  return line.replaceAll(SGR, '')
}

function patternOf(folded: string): RegExp | undefined {
  const words = folded.split(/\s+/).filter(Boolean)
  if (words.length === 0) return undefined
  return new RegExp(words.map(wordPattern).join(GAP), 'gu')
}

/** Lines break inside a word between ideographs only. */
function wordPattern(word: string): string {
  return Array.from(word, (character, index) => {
    const mayBreak = index > 0 && /[\u2e80-\uffff]|[^\0-\uffff]/u.test(character)
    return (mayBreak ? BREAK : '') + character.replace(/[$()*+./?[\\\]^{|}]/, String.raw`\$&`)
  }).join('')
}

/** The line in which each span begins. Spans and starts are in order. */
function linesOf(spans: readonly TextSpan[], starts: readonly number[]): number[] {
  let line = 0
  return spans.map(({ start }) => {
    while (line + 1 < starts.length && (starts[line + 1] ?? 0) <= start) line += 1
    return line
  })
}

/** The parts of spans that are in a line, counted from its start. What comes before the line's first word is left out. */
function spansWithin(spans: readonly TextSpan[], lineStart: number, line: string): MatchSpan[] {
  const indent = /^[\s\u2502|>]*/.exec(line)?.[0].length ?? 0
  return spans.flatMap((span, match) => {
    const start = Math.max(span.start - lineStart, span.start < lineStart ? indent : 0)
    const end = Math.min(span.end - lineStart, line.length)
    return start < end ? [{ match, start, end }] : []
  })
}

/** The line with some parts of its text in a style, in addition to the styles that it has. */
export function styleSpans(line: string, spans: readonly TextSpan[], style: (text: string) => string): string {
  let at = 0
  let styled = ''
  for (const part of line.split(STYLES)) {
    if (part.startsWith(ESC)) {
      styled += part
      continue
    }
    let end = 0
    for (const span of spans) {
      const [from, to] = [Math.max(end, span.start - at), Math.min(part.length, span.end - at)]
      if (from >= to) continue
      styled += part.slice(end, from) + style(part.slice(from, to))
      end = to
    }
    styled += part.slice(end)
    at += part.length
  }
  return styled
}

const STYLES = new RegExp(`(${SGR.source})`)

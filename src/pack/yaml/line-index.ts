import type { SourceSpan } from '../diagnostic.ts'

/** Where the lines of a text begin: offsets become lines and columns in no time, however many are asked for. */
export class Lines {
  readonly #text: string
  readonly #starts: number[] = [0]

  constructor(text: string) {
    this.#text = text
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1)
  }

  /** 1-based; the column counts UTF-16 units, as editors do. */
  place(offset: number): { line: number; column: number } {
    const line = this.#lineOf(offset)
    return { line, column: Math.max(0, offset - this.#start(line)) + 1 }
  }

  /** Where the line that holds an offset ends, its newline not counted. */
  endOfLine(offset: number): number {
    const next = this.#starts[this.#lineOf(offset)]
    return next === undefined ? this.#text.length : next - 1
  }

  /** A line's text by its 1-based number. */
  line(line: number): string {
    const start = this.#start(line)
    return this.#text.slice(start, this.endOfLine(start))
  }

  #start(line: number): number {
    return this.#starts[line - 1] ?? 0
  }

  #lineOf(offset: number): number {
    let low = 0
    let high = this.#starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((this.#starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return low + 1
  }
}

/** Stands in the text, once per character, where a faulty value was. No pack may hold this control character. */
export const BLANK = '\u001a'

/** Dashes and at most one key, as most lines of a pack begin. */
const START = /^( *(?:- +)*)(?:(?:[\w./-]+|"[^"]*"|'[^']*')[ ]*:(?: +|$))?/

/** A line of a YAML text, as a person divides it. */
export interface Line extends SourceSpan {
  readonly text: string
  /** Where the first thing on it stands: the key, or the item. */
  readonly column: number
  /** Where the value begins that stands after the dashes and the key. */
  readonly valueStart: number
  readonly value: string
}

/** The line that holds an offset. */
export function lineAt(text: string, offset: number): Line {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const next = text.indexOf('\n', offset)
  const end = next === -1 ? text.length : next
  const line = text.slice(start, end)
  const [whole = '', dashes = ''] = START.exec(line) ?? []
  return {
    start,
    end,
    text: line,
    column: dashes.length,
    valueStart: start + whole.length,
    value: line.slice(whole.length)
  }
}

/** Where the lines end that stand further in than a line's key, and so belong to its value. */
export function blockEnd(text: string, line: Line): number {
  let end = line.end
  while (end < text.length) {
    const next = lineAt(text, end + 1)
    const indent = next.text.search(/[^ ]/)
    if (indent !== -1 && indent <= line.column) break
    end = next.end
  }
  return end
}

/** The text with a line's value, and all that belongs to it, made a value that says nothing. Same length, same lines. */
export function blankValue(text: string, line: Line): string {
  if (line.valueStart >= line.end) return blankLines(text, line.start, blockEnd(text, line))
  const kept = text.slice(0, line.valueStart) + BLANK.repeat(line.end - line.valueStart)
  return blankLines(kept + text.slice(line.end), line.end, blockEnd(text, line))
}

/** The text with spaces in place of a stretch of it. Same length, same lines. */
export function blankLines(text: string, start: number, end: number): string {
  return text.slice(0, start) + text.slice(start, end).replaceAll(/[^\n]/g, ' ') + text.slice(end)
}

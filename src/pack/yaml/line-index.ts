import type { SourceSpan } from '../diagnostic.ts'

/** Converts offsets in a text to lines and columns, in logarithmic time. */
export class LineIndex {
  readonly #text: string
  #found: readonly number[] | undefined

  constructor(text: string) {
    this.#text = text
  }

  /** The 1-based line and column of an offset; the column counts UTF-16 units, as editors do. */
  positionOf(offset: number): { line: number; column: number } {
    const line = this.#lineOf(offset)
    return { line, column: Math.max(0, offset - this.#start(line)) + 1 }
  }

  /** The offset at which a line begins, by its 1-based number. */
  offsetOf(line: number): number {
    return this.#start(line)
  }

  /** Whether the text has another text in it. */
  has(text: string): boolean {
    return this.#text.includes(text)
  }

  /** A stretch of the text. */
  slice({ start, end }: SourceSpan): string {
    return this.#text.slice(start, end)
  }

  /** The end of the line that contains an offset, before the newline. */
  endOfLine(offset: number): number {
    const next = this.#starts[this.#lineOf(offset)]
    return next === undefined ? this.#text.length : next - 1
  }

  /** The text of a line by its 1-based number. */
  line(line: number): string {
    const start = this.#start(line)
    return this.#text.slice(start, this.endOfLine(start))
  }

  /** Where the lines begin. They are looked for at the first question: files without a fault raise none. */
  get #starts(): readonly number[] {
    return (this.#found ??= lineStarts(this.#text))
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

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** How most lines of a pack begin: dashes and at most one key. */
const LINE_START = /^( *(?:- +)*)(?:(?:[\w./-]+|"[^"]*"|'[^']*')[ ]*:(?: +|$))?/

/** A line of a YAML text, split by its look: indentation and dashes, key, value. */
export interface Line extends SourceSpan {
  readonly text: string
  /** The 0-based column of the key, or of the item after the dashes. */
  readonly column: number
  /** The offset of the value after dashes and key. */
  readonly valueStart: number
  readonly value: string
}

/** The line that contains an offset. */
export function lineAt(text: string, offset: number): Line {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const next = text.indexOf('\n', offset)
  const end = next === -1 ? text.length : next
  const line = text.slice(start, end)
  const [whole = '', dashes = ''] = LINE_START.exec(line) ?? []
  return {
    start,
    end,
    text: line,
    column: dashes.length,
    valueStart: start + whole.length,
    value: line.slice(whole.length)
  }
}

/** The end of the lines that are more indented than a line's key, and so belong to its value. */
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

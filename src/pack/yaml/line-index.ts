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

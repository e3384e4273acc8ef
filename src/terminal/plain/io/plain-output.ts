import type { Output } from '../../../context/context.ts'
import { readMarkdown } from '../../../markdown/read.ts'
import { plainMarkdown } from '../../../display/markdown.ts'
import { visible } from '../../../display/width.ts'
import { wrap } from '../../../display/wrap.ts'

/** Where no terminal says how wide it is. */
const COLUMNS = 80

/** Speaks line by line: everything that plain mode shows goes through here, and nothing is ever taken back. */
export class PlainOutput {
  readonly #output: Output

  constructor(output: Output) {
    this.#output = output
  }

  get #columns(): number {
    return this.#output.isTTY && this.#output.columns > 0 ? this.#output.columns : COLUMNS
  }

  /** A sentence of the program's or the author's: plain text, wrapped. */
  say(text: string): void {
    this.#write(wrap(visible(text, { newlines: true }), this.#columns))
  }

  /** The learner's own words, never wrapped by us. */
  quote(text: string): void {
    this.#write([visible(text, { newlines: true })])
  }

  /** Lines that were made for as many columns as there are. */
  show(lines: (columns: number) => readonly string[]): void {
    this.#write(lines(this.#columns))
  }

  /** Parts what follows from what was said. */
  pause(): void {
    this.#write([''])
  }

  /** An author's Markdown, read aloud. */
  async read(markdown: string): Promise<void> {
    this.#write(plainMarkdown(readMarkdown(markdown), this.#columns))
  }

  #write(lines: readonly string[]): void {
    if (lines.length > 0) this.#output.write(`${lines.join('\n')}\n`)
  }
}

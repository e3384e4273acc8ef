import type { Output } from '../../../context/context.ts'
import { readMarkdown } from '../../../markdown/read.ts'
import { plainMarkdown } from '../../../display/markdown.ts'
import { visible } from '../../../text/visible.ts'
import { wrapSentence } from '../../../display/wrap.ts'

/** Width of the output if it is not a terminal. */
const COLUMNS = 80

/** The output of plain mode: lines only, none of which is ever changed. */
export class PlainOutput {
  readonly #output: Output

  constructor(output: Output) {
    this.#output = output
  }

  get #columns(): number {
    return this.#output.isTTY && this.#output.columns > 0 ? this.#output.columns : COLUMNS
  }

  /** Writes plain text of the program or the pack, wrapped. */
  say(text: string): void {
    this.#write(wrapSentence(visible(text, { newlines: true }), this.#columns))
  }

  /** Writes the learner's own words, never wrapped. */
  quote(text: string): void {
    this.#write([visible(text, { newlines: true })])
  }

  /** Writes lines that are made for the width of the output. */
  show(lines: (columns: number) => readonly string[]): void {
    this.#write(lines(this.#columns))
  }

  /** Writes an empty line. */
  pause(): void {
    this.#write([''])
  }

  /** Writes Markdown as plain text. */
  async read(markdown: string): Promise<void> {
    this.#write(plainMarkdown(readMarkdown(markdown), this.#columns))
  }

  #write(lines: readonly string[]): void {
    if (lines.length > 0) this.#output.write(`${lines.join('\n')}\n`)
  }
}

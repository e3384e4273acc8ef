import type { Output } from '../../../context/context.ts'
import type { Words } from '../../../words/index.ts'
import { withSaidPictures } from '../../../markdown/pictures.ts'
import { readMarkdown } from '../../../markdown/read.ts'
import { spokenMarkdown } from '../../../display/markdown.ts'
import { visible } from '../../../text/visible.ts'
import { wrapSentence } from '../../../display/wrap.ts'

/** The output of plain mode: lines only, none of which is ever changed. */
export class PlainOutput {
  readonly #output: Output

  readonly #words: Words

  constructor(output: Output, words: Words) {
    this.#output = output
    this.#words = words
  }

  /** The columns of the terminal. Elsewhere nothing is wrapped: a program that reads aloud would pause at each line end. */
  get #columns(): number {
    return this.#output.isTTY && this.#output.columns > 0 ? this.#output.columns : Number.POSITIVE_INFINITY
  }

  /** Writes plain text of the program or the pack, wrapped to the terminal. */
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

  /** Writes Markdown as plain text, with the addresses of its links after it. */
  async read(markdown: string): Promise<void> {
    const { plain, pictures } = this.#words.walk
    const { link, linkTo } = plain
    const { lines, addresses } = spokenMarkdown(
      withSaidPictures(readMarkdown(markdown), pictures.shown),
      this.#columns,
      link
    )
    this.#write([...lines, ...addresses.map((address, index) => linkTo(index + 1, address))])
  }

  #write(lines: readonly string[]): void {
    if (lines.length > 0) this.#output.write(`${lines.join('\n')}\n`)
  }
}

import { UsageError } from '../../../context/errors.ts'
import { Utf8Converter, decode } from '../../../text/decode.ts'
import { typedText } from '../../../text/typed-text.ts'
import type { Words } from '../../../words/index.ts'

/** A line of the input, without its line end. */
export interface Line {
  readonly kind: 'line'
  readonly text: string
  /** The line end was pasted too: the line is text, never a command, and more of the paste follows. */
  readonly pasted: boolean
}
/** The end of the input, an interruption, or Ctrl-C, with the unfinished line. */
export interface End {
  readonly kind: 'end'
  readonly unfinished: string
}

/** Ctrl-Z. */
export interface Stop {
  readonly kind: 'stop'
}

/** What a reader finds. An error takes the place of bytes that are not UTF-8. */
export type Incoming = Line | End | UsageError

/** Turns bytes into lines. There is one for pipes and one for keyboards, which uses the optional methods. */
export interface InputReader {
  feed(bytes: Uint8Array): (Incoming | Stop)[]
  /** Called at the end of the input. An unfinished line counts as a line. */
  finish(): (Incoming | Stop)[]
  /** The unfinished line. */
  readonly unfinished: string
  /** Drops the unfinished line, and gives it. */
  breakOff?(): string
  /** Called before the first line is read and whenever the terminal is taken again; `release` undoes it. */
  take?(): void
  release?(): void
  /** Stops the program, as the shell expects of Ctrl-Z. */
  stop?(): void
}

const NEWLINE = 0x0a

/** Lines of a pipe or file, which end with `\n` or `\r\n`. */
export class PipeReader implements InputReader {
  readonly unfinished = ''
  readonly #words: Words
  readonly #utf8 = new Utf8Converter()
  /** Pieces of the unfinished line. */
  #parts: Uint8Array[] = []
  #count = 0

  constructor(words: Words) {
    this.#words = words
  }

  feed(piece: Uint8Array): Incoming[] {
    return this.#add(this.#utf8.write(piece))
  }

  finish(): Incoming[] {
    const lines = this.#add(this.#utf8.write(new Uint8Array(), true))
    return this.#parts.length === 0 ? lines : [...lines, ...this.#lines()]
  }

  #add(bytes: Uint8Array): Incoming[] {
    const lines: Incoming[] = []
    let start = 0
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
      this.#parts.push(bytes.subarray(start, end))
      lines.push(...this.#lines())
      start = end + 1
    }
    if (start < bytes.length) this.#parts.push(bytes.subarray(start))
    return lines
  }

  /** The line that is complete; several if other characters than newlines end lines in it. */
  #lines(): readonly Incoming[] {
    const bytes = Buffer.concat(this.#parts)
    this.#parts = []
    this.#count += 1
    const { text, fault } = decode(bytes, { keepMark: true })
    if (fault !== undefined) return [new UsageError(this.#words.walk.plain.notUtf8(this.#count, fault.encoding))]
    return typedText(text.replace(/\r$/, ''))
      .split('\n')
      .map((line) => ({ kind: 'line', text: line, pasted: false }))
  }
}

import { UsageError } from '../../../context/errors.ts'
import { Utf8Converter, decode } from '../../../text/decode.ts'
import type { Words } from '../../../words/index.ts'
import type { Incoming, Line, InputReader } from './reader.ts'

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

  take(): void {}
  release(): void {}
  breakOff(): string {
    return ''
  }
  stop(): void {}

  feed(piece: Uint8Array): Incoming[] {
    return this.#add(this.#utf8.write(piece))
  }

  finish(): Incoming[] {
    const lines = this.#add(this.#utf8.write(new Uint8Array(), true))
    return this.#parts.length === 0 ? lines : [...lines, this.#line()]
  }

  #add(bytes: Uint8Array): Incoming[] {
    const lines: Incoming[] = []
    let start = 0
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
      this.#parts.push(bytes.subarray(start, end))
      lines.push(this.#line())
      start = end + 1
    }
    if (start < bytes.length) this.#parts.push(bytes.subarray(start))
    return lines
  }

  /** The line that is complete. */
  #line(): Line | UsageError {
    const bytes = Buffer.concat(this.#parts)
    this.#parts = []
    this.#count += 1
    const { text, fault } = decode(bytes, { keepMark: true })
    return fault === undefined
      ? { kind: 'line', text: text.replace(/\r$/, ''), pasted: false }
      : new UsageError(this.#words.walk.plain.notUtf8(this.#count, fault.encoding))
  }
}

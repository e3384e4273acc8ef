import { UsageError } from '../../../context/errors.ts'
import type { Words } from '../../../words/index.ts'
import type { Incoming, Line, InputReader } from './reader.ts'

const NEWLINE = 0x0a

/** Lines of a pipe or file: UTF-8, ended by `\n` or `\r\n`. */
export class PipeReader implements InputReader {
  readonly unfinished = ''
  readonly #words: Words
  /** What came of the line so far. */
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

  feed(bytes: Uint8Array): Incoming[] {
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

  finish(): Incoming[] {
    return this.#parts.length === 0 ? [] : [this.#line()]
  }

  /** The line that has come; bytes that are not UTF-8 are refused, for a guess would change the learner's words for ever. */
  #line(): Line | UsageError {
    const bytes = Buffer.concat(this.#parts)
    this.#parts = []
    this.#count += 1
    try {
      const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes).replace(/\r$/, '')
      return { kind: 'line', text: this.#count === 1 ? text.replace(/^\ufeff/, '') : text, pasted: false }
    } catch (cause) {
      return new UsageError(this.#words.walk.plain.notUtf8(this.#count), { cause })
    }
  }
}

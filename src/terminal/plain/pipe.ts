import { UsageError } from '../../errors.ts'
import type { Words } from '../../words/index.ts'
import type { End, Line, Reader } from './lines.ts'

const NEWLINE = 0x0a

/** Lines of a pipe or file: UTF-8, ended by `\n` or `\r\n`. */
export class PipeReader implements Reader {
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

  feed(bytes: Uint8Array): Line[] {
    const lines: Line[] = []
    let start = 0
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
      this.#parts.push(bytes.subarray(start, end))
      lines.push(this.#line())
      start = end + 1
    }
    if (start < bytes.length) this.#parts.push(bytes.subarray(start))
    return lines
  }

  finish(): (Line | End)[] {
    return this.#parts.length === 0 ? [] : [this.#line()]
  }

  #line(): Line {
    const bytes = Buffer.concat(this.#parts)
    this.#parts = []
    this.#count += 1
    const text = this.#decode(bytes).replace(/\r$/, '')
    return { kind: 'line', text, pasted: false }
  }

  /** Refuses what is not UTF-8: a guess would change the learner's words for ever. */
  #decode(bytes: Uint8Array): string {
    try {
      const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
      return this.#count === 1 ? text.replace(/^\ufeff/, '') : text
    } catch (cause) {
      throw new UsageError(this.#words.walk.plain.notUtf8(this.#count), { cause })
    }
  }
}

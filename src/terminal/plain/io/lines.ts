import { UsageError } from '../../../context/errors.ts'
import { PipeReader } from './pipe.ts'
import type { Line, End, Incoming, InputReader } from './reader.ts'
import { LineReader } from './line-reader.ts'
import type { Context } from '../../../context/context.ts'
import type { Words } from '../../../words/index.ts'

/** How long a pause in typing is, after which an unfinished line is worth keeping. Milliseconds. */
const PAUSE = 600

/** Lines one after the other, however they come: several in one chunk are queued, none is lost. */
export class PlainInput {
  readonly #input: Context['stdin']
  readonly #reader: InputReader
  readonly #queue: Incoming[] = []
  #taken = false
  #ended = false
  #isInterrupted = false
  #pause: ((unfinished: string) => void) | undefined
  /** Ends the reading that is under way. */
  #wake: (() => void) | undefined

  constructor(input: Context['stdin'], reader: InputReader) {
    this.#input = input
    this.#reader = reader
  }

  /** The next line. `pause` gets what is there of it whenever the typist rests. @throws UsageError where it is not UTF-8. */
  async next(pause?: (unfinished: string) => void): Promise<Line | End> {
    this.#take()
    this.#pause = pause
    try {
      for (;;) {
        if (this.#isInterrupted) return { kind: 'end', unfinished: this.#reader.breakOff() }
        const found = this.#queue.shift()
        if (found instanceof UsageError) throw found
        if (found?.kind === 'end') this.#ended = true
        if (found !== undefined) return found
        if (this.#ended) return { kind: 'end', unfinished: '' }
        await this.#read()
      }
    } finally {
      this.#pause = undefined
    }
  }

  /** Whether a line is there already. */
  get hasNext(): boolean {
    return this.#queue.length > 0
  }

  /** Whether a person types them. */
  get isTyped(): boolean {
    return this.#reader instanceof LineReader
  }

  /** Whoever waits for a line is told that it is the end, until `goOn`; lines that have come wait. */
  interrupt(): void {
    this.#isInterrupted = true
    this.#wake?.()
  }

  /** Lines are given again. */
  goOn(): void {
    this.#isInterrupted = false
  }

  /** Gives a line back, to be the next one again. */
  putBack(line: Line): void {
    this.#queue.unshift(line)
  }

  /** Leaves the terminal to another program while `work` runs. */
  async lend<T>(work: () => Promise<T>): Promise<T> {
    this.release()
    return work()
  }

  /** Puts the terminal back as it was found, having kept what was typed; may be called twice. */
  release(): void {
    this.keepUnfinished()
    this.#input.pause()
    if (!this.#taken) return
    this.#taken = false
    this.#input.off('error', endQuietly)
    this.#reader.release()
  }

  /** Hands the unfinished line to whoever keeps it. */
  readonly keepUnfinished = (): void => {
    if (this.#reader.unfinished !== '') this.#pause?.(this.#reader.unfinished)
  }

  #take(): void {
    if (this.#taken) return
    this.#taken = true
    this.#input.on('error', endQuietly)
    this.#reader.take()
  }

  /** Reads what has come, and then leaves the input alone: other programs may need it, and an idle pipe must not hold us. */
  async #read(): Promise<void> {
    const timer = setTimeout(this.keepUnfinished, PAUSE)
    const chunks = await chunksOf(this.#input, (wake) => (this.#wake = wake))
    this.#wake = undefined
    clearTimeout(timer)
    for (const found of chunks.flatMap((chunk) => this.#reader.feed(chunk))) {
      if (found instanceof UsageError || found.kind !== 'stop') this.#queue.push(found)
      else this.#stop()
    }
    if (chunks.length === 0 && !this.#isInterrupted)
      this.#queue.push(...this.#reader.finish(), { kind: 'end', unfinished: '' })
  }

  #stop(): void {
    this.keepUnfinished()
    this.#reader.stop()
  }
}

/** A terminal may go (EIO) while nobody reads: the next reading finds the end. */
function endQuietly(): void {}

/**
 * The next bytes; none at the end, also where the terminal has gone (EIO) or the stream was destroyed, or where the waiting
 * is ended by what `waits` is given.
 */
function chunksOf(input: Context['stdin'], waits: (end: () => void) => void): Promise<Uint8Array[]> {
  return new Promise((resolve) => {
    const chunks: Uint8Array[] = []
    const settle = (): void => {
      input.pause()
      input.off('data', onData)
      for (const event of ['end', 'close', 'error']) input.off(event, settle)
      resolve(chunks)
    }
    const onData = (chunk: Buffer | string): void => {
      // Not at once: a stream that is paused while it hands out data begins to read again.
      if (chunks.length === 0) queueMicrotask(settle)
      chunks.push(Buffer.from(chunk as string))
    }
    if (!input.readable) return settle()
    waits(settle)
    input.on('data', onData)
    for (const event of ['end', 'close', 'error']) input.on(event, settle)
    input.resume()
  })
}

/** The lines of this program's input: typed, where both ends are a terminal that can be read key by key; else piped. */
export function linesOf(context: Pick<Context, 'stdin' | 'stdout' | 'env' | 'words'>): PlainInput {
  return new PlainInput(context.stdin, readerOf(context, context.words))
}

function readerOf({ stdin, stdout, env }: Pick<Context, 'stdin' | 'stdout' | 'env'>, words: Words): InputReader {
  const terminal = stdin as NodeJS.ReadStream
  if (stdin.isTTY !== true || !stdout.isTTY || typeof terminal.setRawMode !== 'function') return new PipeReader(words)
  return new LineReader({ terminal, echo: stdout, brackets: env['TERM'] !== 'dumb', words })
}

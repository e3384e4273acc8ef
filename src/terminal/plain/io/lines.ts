import { UsageError } from '../../../context/errors.ts'
import { PipeReader, type Line, type End, type Incoming, type InputReader, type Stop } from './reader.ts'
import { LineReader } from './line-reader.ts'
import type { Context } from '../../../context/context.ts'

/** The pause in typing after which an unfinished line is saved. Milliseconds. */
const PAUSE = 600

/** How long a terminal may take to pass on what was typed. Milliseconds. */
const LATE = 40

/** Reads lines one after the other. Lines that come together are queued, so that none is lost. */
export class PlainInput {
  readonly #input: Context['stdin']
  readonly #reader: InputReader
  readonly #queue: Incoming[] = []
  #isTaken = false
  #ended = false
  #isInterrupted = false
  #pause: ((unfinished: string) => void) | undefined
  /** Ends the wait for bytes. */
  #wake: (() => void) | undefined

  constructor(input: Context['stdin'], reader: InputReader) {
    this.#input = input
    this.#reader = reader
  }

  /**
   * The next line. `pause` gets the unfinished line when typing pauses. @throws UsageError if the bytes are not UTF-8.
   */
  async next(pause?: (unfinished: string) => void): Promise<Line | End> {
    this.#take()
    this.#pause = pause
    try {
      for (;;) {
        if (this.#isInterrupted) return { kind: 'end', unfinished: this.#reader.breakOff?.() ?? '' }
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

  /** Whether the next line has already come. */
  get hasNext(): boolean {
    return this.#queue.length > 0
  }

  /** Whether the lines are typed at a terminal. */
  get isTyped(): boolean {
    return this.#reader instanceof LineReader
  }

  /** Every `next` gives the end until `resume`; lines that have come wait. */
  interrupt(): void {
    this.#isInterrupted = true
    this.#wake?.()
  }

  /** Ends an interruption. */
  resume(): void {
    this.#isInterrupted = false
  }

  /** Drops what was typed while another program had the terminal: it must not become an answer. The lines of a pipe are kept. */
  async discard(): Promise<void> {
    if (!this.isTyped) return
    this.#take()
    const drop = (): void => {}
    this.#input.on('data', drop)
    this.#input.resume()
    await new Promise((resolve) => setTimeout(resolve, LATE))
    this.#input.pause()
    this.#input.off('data', drop)
    this.#queue.splice(
      0,
      this.#queue.length,
      ...this.#queue.filter((found) => !(found instanceof UsageError) && found.kind === 'end')
    )
    this.#reader.breakOff?.()
  }

  /** Puts a line back, so that it is the next one. */
  putBack(line: Line): void {
    this.#queue.unshift(line)
  }

  /** Saves the unfinished line and restores the terminal. May be called twice. */
  release(): void {
    this.keepUnfinished()
    this.#input.pause()
    if (!this.#isTaken) return
    this.#isTaken = false
    this.#input.off('error', endQuietly)
    this.#reader.release?.()
  }

  /** Passes the unfinished line to `pause`. */
  readonly keepUnfinished = (): void => {
    if (this.#reader.unfinished !== '') this.#pause?.(this.#reader.unfinished)
  }

  #take(): void {
    if (this.#isTaken) return
    this.#isTaken = true
    this.#input.on('error', endQuietly)
    this.#reader.take?.()
  }

  /**
   * Waits for bytes and then pauses the input: other programs may need it, and an idle pipe must not keep the process
   * alive.
   */
  async #read(): Promise<void> {
    const timer = setTimeout(this.keepUnfinished, PAUSE)
    const chunks = await chunksOf(this.#input, (wake) => (this.#wake = wake))
    this.#wake = undefined
    clearTimeout(timer)
    this.#accept(chunks.flatMap((chunk) => this.#reader.feed(chunk)))
    if (chunks.length > 0 || this.#isInterrupted) return
    this.#accept(this.#reader.finish())
    this.#queue.push({ kind: 'end', unfinished: '' })
  }

  /** Queues lines. Stops the program where a reader found Ctrl-Z. */
  #accept(all: readonly (Incoming | Stop)[]): void {
    for (const found of all) {
      if (found instanceof UsageError || found.kind !== 'stop') this.#queue.push(found)
      else {
        this.keepUnfinished()
        this.#reader.stop?.()
      }
    }
  }
}

/** A terminal may disappear (EIO) while nobody reads; the next read finds the end. */
function endQuietly(): void {}

/**
 * The next bytes; [] at the end, if the terminal is gone (EIO), if the stream was destroyed, or if the function that
 * `waits` gets is called.
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
      // Not at once, because a stream that is paused inside its data event resumes.
      if (chunks.length === 0) queueMicrotask(settle)
      chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
    }
    if (!input.readable) return settle()
    waits(settle)
    input.on('data', onData)
    for (const event of ['end', 'close', 'error']) input.on(event, settle)
    input.resume()
  })
}

/**
 * The lines of the program's input: from a keyboard if input and output are a terminal with raw mode, else from a pipe.
 */
export function linesOf(context: Pick<Context, 'stdin' | 'stdout' | 'env' | 'words'>): PlainInput {
  const { stdin, stdout, env, words } = context
  if (stdin.isTTY !== true || !stdout.isTTY || !('setRawMode' in stdin))
    return new PlainInput(stdin, new PipeReader(words))
  const hasModes = env['TERM'] !== 'dumb'
  return new PlainInput(stdin, new LineReader({ terminal: stdin, echo: stdout, hasModes, words }))
}

import { Utf8Stream } from '../text/decode.ts'
import { Decoder } from './decoder.ts'
import type { Stroke } from './keys.ts'

/** A terminal's input. Any other readable stream works too, without raw mode. */
export type KeyboardInput = NodeJS.ReadableStream & { setRawMode?(raw: boolean): unknown }

/** How long what the terminal still holds may take to arrive. Milliseconds. */
const DRAIN = 40

/** Events after which nothing more comes. */
const ENDS = ['end', 'close', 'error']

/** Keystrokes of a terminal, a paste as one of them. Strokes that nobody reads yet wait for the next `read`. */
export class Keyboard {
  readonly #input: KeyboardInput
  readonly #decoder = new Decoder({ onReply: (body) => this.onReply?.(body) })
  readonly #utf8 = new Utf8Stream()
  /** Called once, for the first bytes that are not UTF-8. */
  #onInvalid: (() => void) | undefined
  #waiting: Stroke[] = []
  /** Ends the wait of the `read` that is under way. */
  #wake: (() => void) | undefined
  #isOpen = false
  #isGone = false
  #isInterrupted = false
  #timer: NodeJS.Timeout | undefined
  /** Gets what the terminal replies to a query. */
  onReply: ((body: string) => void) | undefined

  /** A byte that is not UTF-8 is read as Windows-1252; `onInvalid` is called for the first of them. */
  constructor(input: KeyboardInput, onInvalid?: () => void) {
    this.#input = input
    this.#onInvalid = onInvalid
  }

  /** Takes the terminal's input, in raw mode. */
  open(): void {
    if (this.#isOpen) return
    this.#isOpen = true
    this.#input.setRawMode?.(true)
    this.#input.on('data', this.#onData)
    for (const event of ENDS) this.#input.on(event, this.#onEnd)
    this.#input.resume()
  }

  /** Restores the terminal's mode and stops reading; `open` may follow. */
  release(): void {
    if (!this.#isOpen) return
    this.#isOpen = false
    clearTimeout(this.#timer)
    this.#input.off('data', this.#onData)
    for (const event of ENDS) this.#input.off(event, this.#onEnd)
    try {
      this.#input.setRawMode?.(false)
    } catch {
      // The terminal is gone, so there is no mode to restore.
    }
    this.#input.pause()
  }

  /**
   * The next stroke, waiting until there is one. Gives `end` while the keyboard is interrupted, and always once the
   * terminal is gone and every stroke has been read. Only one `read` may wait at a time.
   */
  async read(): Promise<Stroke> {
    for (;;) {
      if (this.#isInterrupted) return { kind: 'end' }
      const stroke = this.#waiting.shift()
      if (stroke !== undefined) return stroke
      if (this.#isGone) return { kind: 'end' }
      await new Promise<void>((resolve) => (this.#wake = resolve))
    }
  }

  /** Adds a stroke that nobody typed. */
  press(stroke: Stroke): void {
    this.#add([stroke])
  }

  /** Drops everything that was typed so far, also what the terminal still holds. The keyboard must be open. */
  async discard(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, DRAIN))
    this.#waiting = []
  }

  /** Whether the next `read` does not have to wait. */
  get hasNext(): boolean {
    return this.#waiting.length > 0 || this.#isInterrupted || this.#isGone
  }

  /** Every `read` gives `end` until `resume`; strokes wait. */
  interrupt(): void {
    this.#isInterrupted = true
    this.#wake?.()
  }

  /** Ends an interruption. */
  resume(): void {
    this.#isInterrupted = false
  }

  readonly #onData = (piece: Buffer | string): void => {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
    const { text, isWhole } = this.#utf8.write(bytes)
    this.#add(this.#decoder.write(text, performance.now()))
    if (!isWhole) {
      this.#onInvalid?.()
      this.#onInvalid = undefined
    }
    this.#settleLater()
  }

  /** Settles at the decoder's deadline. What has come by then is read first, in case the program was busy. */
  #settleLater(): void {
    clearTimeout(this.#timer)
    const { deadline } = this.#decoder
    if (deadline === undefined) return
    const settle = () => {
      if (this.#decoder.deadline === deadline) this.#add(this.#decoder.settle(performance.now()))
    }
    this.#timer = setTimeout(() => setImmediate(settle), deadline - performance.now())
  }

  readonly #onEnd = (): void => {
    if (this.#isGone) return
    this.#isGone = true
    this.#add(this.#decoder.end(performance.now()))
  }

  #add(strokes: readonly Stroke[]): void {
    this.#waiting.push(...strokes)
    this.#wake?.()
  }
}

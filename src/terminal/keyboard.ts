import { StringDecoder } from 'node:string_decoder'
import { Readable } from 'node:stream'
import { Decoder } from './decoder.ts'
import type { Stroke } from './keys.ts'

/** A terminal's input; whatever else can be read serves too, without keys as they are pressed. */
export type KeyboardInput = NodeJS.ReadableStream & { setRawMode?(raw: boolean): unknown }

/** The keypress that a keyboard emits: it has no name that readline knows, so that readline keeps no line of its own. */
export interface Press {
  readonly name: 'stroke'
  readonly ctrl: false
  readonly stroke: Stroke
}

/** How long the rest of an escape sequence, or of a paste without brackets, may take. Milliseconds. */
const SEQUENCE_TIMEOUT = 40

/**
 * The learner's keyboard, given to prompts as their `input`. It never emits data: strokes come as
 * `keypress` events, a paste whole as one. What is typed while no prompt attends is kept for the next.
 */
export class Keyboard extends Readable {
  readonly #input: KeyboardInput
  readonly #decoder = new Decoder()
  #utf8 = new StringDecoder('utf8')
  #queue: Stroke[] = []
  #attended = false
  #isOpen = false
  #isGone = false
  #isInterrupted = false
  #timer: NodeJS.Timeout | undefined

  constructor(input: KeyboardInput) {
    super({ read() {} })
    this.#input = input
  }

  /** Takes the terminal's input, key by key. */
  open(): void {
    if (this.#isOpen) return
    this.#isOpen = true
    this.#input.setRawMode?.(true)
    this.#input.on('data', this.#onData)
    this.#input.on('end', this.#onEnd)
    this.#input.on('close', this.#onEnd)
    this.#input.on('error', this.#onEnd)
    this.#input.resume()
  }

  /** Gives it back as it was; `open` may follow. */
  release(): void {
    if (!this.#isOpen) return
    this.#isOpen = false
    clearTimeout(this.#timer)
    this.#input.off('data', this.#onData)
    this.#input.off('end', this.#onEnd)
    this.#input.off('close', this.#onEnd)
    this.#input.off('error', this.#onEnd)
    try {
      this.#input.setRawMode?.(false)
    } catch {
      // The terminal is gone: there is nothing to put back.
    }
    this.#input.pause()
  }

  /** A prompt is there: it gets what was typed ahead, then every stroke as it comes. */
  attend(): void {
    this.#attended = true
    if (!this.#isInterrupted) this.#deliver([])
    // Whoever asks after the end is told so too.
    if (this.#attended && (this.#isGone || this.#isInterrupted)) this.#emit({ kind: 'end' })
  }

  /** The prompt has what it wanted; strokes wait for the next one. */
  rest(): void {
    this.#attended = false
  }

  /** Whoever attends is told that it is the end, until `goOn`; strokes wait. */
  interrupt(): void {
    this.#isInterrupted = true
    if (this.#attended) this.#emit({ kind: 'end' })
  }

  /** Strokes are given again. */
  goOn(): void {
    this.#isInterrupted = false
  }

  /** Strokes from elsewhere than the terminal: the end of a program that was asked to end. */
  feed(stroke: Stroke): void {
    this.#deliver([stroke])
  }

  readonly #onData = (piece: Buffer | string): void => {
    clearTimeout(this.#timer)
    const text = typeof piece === 'string' ? piece : this.#utf8.write(piece)
    this.#deliver(this.#decoder.write(text))
    if (this.#decoder.waiting) this.#timer = setTimeout(() => this.#deliver(this.#decoder.settle()), SEQUENCE_TIMEOUT)
  }

  readonly #onEnd = (): void => {
    if (this.#isGone) return
    this.#isGone = true
    this.#deliver(this.#decoder.settle())
    if (this.#attended) this.#emit({ kind: 'end' })
  }

  #deliver(strokes: readonly Stroke[]): void {
    this.#queue.push(...strokes)
    while (this.#attended) {
      const stroke = this.#queue.shift()
      if (stroke === undefined) return
      this.#emit(stroke)
    }
  }

  #emit(stroke: Stroke): void {
    const press: Press = { name: 'stroke', ctrl: false, stroke }
    this.emit('keypress', undefined, press)
  }
}

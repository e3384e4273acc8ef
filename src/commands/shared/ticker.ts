import type { Context } from '../../context/context.ts'

/** Work that takes longer says how far it is. */
const PATIENCE = 500
const PAUSE = 200

/** How many entries are done, on standard error, where that is a terminal and the work lasts. */
export class Ticker {
  readonly #context: Context
  readonly #isShown: boolean
  #next: number
  #isThere = false

  constructor({ quiet }: { readonly quiet?: boolean }, context: Context) {
    this.#context = context
    this.#isShown = quiet !== true && context.stderr.isTTY
    // Where nothing is shown, what would tell the time is not loaded.
    this.#next = this.#isShown ? performance.now() + PATIENCE : Infinity
  }

  /** So many are done. */
  tick(entries: number): void {
    if (!this.#isShown || performance.now() < this.#next) return
    this.#context.stderr.write(`\r${this.#context.words.commands.entriesSoFar(entries)}`)
    this.#next = performance.now() + PAUSE
    this.#isThere = true
  }

  /** Nothing of it stays on the screen. */
  clear(): void {
    if (this.#isThere) this.#context.stderr.write('\r\u001b[K')
    this.#isThere = false
  }
}

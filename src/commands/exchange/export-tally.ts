import type { Context } from '../../context/context.ts'
import { countAnswers } from '../../export/entry.ts'
import type { Unread } from '../../journal/list.ts'
import type { Entry } from '../../entry/model.ts'
import { sayUnread, tell } from '../shared/output.ts'
import { Ticker } from '../shared/ticker.ts'

/** What went into an export, and what did not. */
export class Tally {
  readonly #options: { readonly includePrivate?: boolean; readonly quiet?: boolean }
  readonly #context: Context
  readonly #ticker: Ticker
  #entries = 0
  #answers = 0
  #hidden = 0
  #unread = 0

  constructor(options: { readonly includePrivate?: boolean; readonly quiet?: boolean }, context: Context) {
    this.#options = options
    this.#context = context
    this.#ticker = new Ticker(options, context)
  }

  /** An entry goes out. */
  count(entry: Entry): void {
    const { open, private: hidden } = countAnswers(entry)
    this.#entries += 1
    this.#answers += this.#options.includePrivate === true ? open + hidden : open
    this.#hidden += this.#options.includePrivate === true ? 0 : hidden
    this.#ticker.tick(this.#entries)
  }

  /** A file stays behind, and why is said. */
  unread(unread: Unread): void {
    this.#unread += 1
    this.#ticker.clear()
    sayUnread(unread, this.#context)
  }

  /** How far it is does not stay on the screen. */
  clear(): void {
    this.#ticker.clear()
  }

  /** Whether every file that was asked for has gone out. */
  get isWhole(): boolean {
    return this.#unread === 0
  }

  /** Whether there was nothing that was asked for. */
  get isEmpty(): boolean {
    return this.#entries + this.#unread === 0
  }

  /** What went in, what came out, what stayed; and once, that other people may be in it. */
  account(): void {
    this.#ticker.clear()
    if (this.#options.quiet === true) return
    const { account } = this.#context.words.commands.export
    tell(account(this.#entries, this.#answers, this.#hidden), this.#context)
  }
}

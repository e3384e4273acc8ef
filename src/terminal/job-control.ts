import process from 'node:process'

/** Stops the program, and notices when it continues: after `fg`, or after a SIGCONT from elsewhere. */
export class JobControl {
  readonly #resume: () => void
  #isStopped = false
  #continued = (): void => {}

  /** `resume` is called after every stop, to take the terminal again. */
  constructor(resume: () => void) {
    this.#resume = resume
  }

  /** Begins to call `resume` when the program continues after a stop. */
  listen(): void {
    process.on('SIGCONT', this.#onContinue)
  }

  unlisten(): void {
    process.off('SIGCONT', this.#onContinue)
    this.#isStopped = false
  }

  /**
   * Stops the whole process group, and resolves when it has continued. The caller has released the terminal. On Windows, only calls
   * `resume`.
   */
  async stop(): Promise<void> {
    if (process.platform === 'win32') return this.#resume()
    const continued = new Promise<void>((resolve) => (this.#continued = resolve))
    this.#isStopped = true
    process.kill(0, 'SIGTSTP')
    // Without a shell that could say when to go on, the signal is ignored and nothing has stopped. After a
    // real stop timers come before signals, so the signal gets its turn first.
    setTimeout(() => setImmediate(() => (this.#isStopped ? this.#onContinue() : undefined)), 100)
    await continued
  }

  readonly #onContinue = (): void => {
    this.#isStopped = false
    this.#resume()
    this.#continued()
  }
}

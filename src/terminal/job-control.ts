import process from 'node:process'

/** How Ctrl-Z stops the program, and the shell has it go on: at the learner's `fg`, or after anybody else's signals. */
export class JobControl {
  readonly #goOn: () => void
  #isStopped = false

  /** `goOn` takes the terminal again. */
  constructor(goOn: () => void) {
    this.#goOn = goOn
  }

  /** From now on `goOn` is called whenever the program goes on after a stop. */
  listen(): void {
    process.on('SIGCONT', this.#onContinue)
  }

  unlisten(): void {
    process.off('SIGCONT', this.#onContinue)
    this.#isStopped = false
  }

  /** Stops all that the shell runs together; the terminal is given back by then. Nothing on Windows, where there is no such thing. */
  stop(): void {
    if (process.platform === 'win32') return this.#goOn()
    this.#isStopped = true
    process.kill(0, 'SIGTSTP')
    // Without a shell that could say when to go on, the signal is ignored and nothing has stopped. After a
    // real stop timers come before signals, so the signal gets its turn first.
    setTimeout(() => setImmediate(() => (this.#isStopped ? this.#onContinue() : undefined)), 100)
  }

  readonly #onContinue = (): void => {
    this.#isStopped = false
    this.#goOn()
  }
}

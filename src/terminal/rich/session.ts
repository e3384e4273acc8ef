import process from 'node:process'
import type { Context } from '../../context/context.ts'
import type { Keyboard } from '../keyboard.ts'
import { Painter } from '../screen.ts'
import type { Size } from '../screen.ts'
import { JobControl } from '../job-control.ts'

const PASTES_ON = '\u001b[?2004h'
const PASTES_OFF = '\u001b[?2004l'
const CURSOR_ON = '\u001b[?25h'

/** A smaller terminal, in which nothing can be written, is treated as this large. */
const SMALLEST: Size = { columns: 12, rows: 5 }

/** What is on the screen. */
export interface Shown {
  /** Draws it again: the size has changed, or the program goes on after a stop. */
  redraw(): void
  /** Has what was typed kept. */
  keep(): void
}

/**
 * The terminal while the program has it: keys come raw, pastes in brackets. It is given back whole
 * whenever somebody else needs it (an editor, the shell after Ctrl-Z) and at every end of the process.
 */
export class Session {
  readonly keyboard: Keyboard
  readonly painter: Painter
  readonly #context: Pick<Context, 'stdout' | 'env'>
  #shown: Shown | undefined
  readonly #stopping = new JobControl(() => this.#goOn())
  #isTaken = false

  constructor(context: Pick<Context, 'stdout' | 'env'>, keyboard: Keyboard) {
    this.#context = context
    this.keyboard = keyboard
    this.painter = new Painter((text) => context.stdout.write(text), {
      isXtermJs: context.env['TERM_PROGRAM'] === 'vscode'
    })
  }

  get size(): Size {
    const { columns, rows } = this.#context.stdout
    return { columns: Math.max(SMALLEST.columns, columns), rows: Math.max(SMALLEST.rows, rows) }
  }

  /** Takes the terminal, if it is not taken. */
  open(): void {
    if (this.#isTaken) return
    this.#isTaken = true
    this.keyboard.open()
    this.#context.stdout.write(PASTES_ON)
    process.on('exit', this.#onExit)
    process.on('SIGWINCH', this.#onResize)
    this.#stopping.listen()
  }

  /** Gives it back as it was found; what stands on the screen stays. May be called twice. */
  close(): void {
    if (!this.#isTaken) return
    this.#isTaken = false
    process.off('exit', this.#onExit)
    process.off('SIGWINCH', this.#onResize)
    this.#stopping.unlisten()
    this.keyboard.release()
    this.#context.stdout.write(PASTES_OFF + CURSOR_ON)
  }

  /** Says what is on the screen from now on. */
  shows(shown: Shown | undefined): void {
    this.#shown = shown
  }

  /** The process is about to end: what was typed is kept, the terminal given back, nothing of the frame left on it. */
  end(): void {
    try {
      this.#shown?.keep()
    } finally {
      if (this.#isTaken) this.painter.leave([])
      this.close()
    }
  }

  /** Puts lines above whatever is on the screen, to stay there. */
  print(lines: readonly string[]): void {
    this.painter.leave(lines)
    this.#shown?.redraw()
  }

  /** Draws the frame alone on the screen, whatever else has written there. */
  refresh(): void {
    this.painter.clear(this.size)
    this.#shown?.redraw()
  }

  /** Leaves the terminal to something else for as long as it takes. */
  async lend<T>(work: () => Promise<T>): Promise<T> {
    this.painter.leave([])
    this.close()
    try {
      return await work()
    } finally {
      this.open()
      this.painter.forget()
    }
  }

  /** Stops the program as the shell expects of Ctrl-Z; it goes on when the shell says so. */
  suspend(): void {
    this.painter.leave([])
    this.keyboard.release()
    this.#context.stdout.write(PASTES_OFF + CURSOR_ON)
    this.#stopping.stop()
  }

  #goOn(): void {
    if (!this.#isTaken) return
    this.keyboard.release()
    this.keyboard.open()
    this.#context.stdout.write(PASTES_ON)
    this.painter.forget()
    this.#shown?.redraw()
  }

  readonly #onResize = (): void => this.#shown?.redraw()

  readonly #onExit = (): void => this.close()
}

import process from 'node:process'
import type { Context } from '../../context/context.ts'
import type { Keyboard } from '../keyboard.ts'
import { Painter, type Size } from '../screen.ts'
import { RELEASE_KEYBOARD, SHOW_CURSOR, TAKE_KEYBOARD } from '../modes.ts'
import { JobControl } from '../job-control.ts'
import { ANSWERS_WITHIN, ASK_BACKGROUND, backgroundInReply, mayAnswer } from '../background.ts'
import type { Theme } from '../../display/theme.ts'

/** The size assumed for smaller terminals, where nothing fits. */
const SMALLEST: Size = { columns: 12, rows: 5 }

/** What is on the screen. */
export interface Redrawable {
  /** Paints it again, after a resize or a stop. */
  redraw(): void
  /** Saves what was typed. */
  keep(): void
}

/**
 * The terminal while the program uses it: raw mode, bracketed paste. It is restored
 * whenever something else needs it (an editor, the shell) and whenever the process ends.
 */
export class Session {
  readonly keyboard: Keyboard
  readonly painter: Painter
  readonly #context: Pick<Context, 'stdout' | 'env' | 'platform' | 'words'>
  #theme: Theme | undefined
  #shown: Redrawable | undefined
  readonly #jobControl = new JobControl(() => this.#resume())
  #isTaken = false

  /** The theme learns the background of the terminal, if that answers. */
  constructor(context: Pick<Context, 'stdout' | 'env' | 'platform' | 'words'>, keyboard: Keyboard, theme?: Theme) {
    this.#context = context
    this.#theme = theme
    this.keyboard = keyboard
    this.painter = new Painter((text) => context.stdout.write(text), {
      isXtermJs: context.env['TERM_PROGRAM'] === 'vscode'
    })
  }

  get size(): Size {
    const { columns, rows } = this.#context.stdout
    return { columns: Math.max(SMALLEST.columns, columns), rows: Math.max(SMALLEST.rows, rows) }
  }

  /** Takes the terminal. Does nothing if it is taken. */
  open(): void {
    if (this.#isTaken) return
    this.#isTaken = true
    this.keyboard.open()
    this.#context.stdout.write(TAKE_KEYBOARD)
    process.on('exit', this.#onExit)
    process.on('SIGWINCH', this.#onResize)
    this.#jobControl.listen()
    this.#askBackground()
  }

  /** Restores the terminal and leaves the screen as it is. May be called twice. */
  close(): void {
    if (!this.#isTaken) return
    this.#isTaken = false
    process.off('exit', this.#onExit)
    process.off('SIGWINCH', this.#onResize)
    this.#jobControl.unlisten()
    this.keyboard.release()
    this.#context.stdout.write(RELEASE_KEYBOARD + SHOW_CURSOR)
  }

  /**
   * Asks the terminal once for its background, if the theme lacks it and the terminal may answer. Nothing waits for the answer: the screen
   * is painted again with it. An answer that comes late is ignored.
   */
  #askBackground(): void {
    const { stdout, env, platform } = this.#context
    const theme = this.#theme
    this.#theme = undefined
    if (theme?.lacksBackground !== true || !mayAnswer(env, platform)) return
    this.keyboard.onReply = (body) => {
      const background = backgroundInReply(body)
      if (background === undefined) return
      theme.learnBackground(background)
      this.#shown?.redraw()
    }
    stdout.write(ASK_BACKGROUND)
    const stop = () => (this.keyboard.onReply = undefined)
    // What has come by then is read first, in case the program was busy.
    setTimeout(() => setImmediate(stop), ANSWERS_WITHIN).unref()
  }

  /** Sets what is on the screen, and gives what was. */
  shows(shown: Redrawable | undefined): Redrawable | undefined {
    const before = this.#shown
    this.#shown = shown
    return before
  }

  /** Called before the process ends. Saves what was typed, erases the frame and restores the terminal. */
  end(): void {
    try {
      this.#shown?.keep()
    } finally {
      if (this.#isTaken) this.painter.leave([])
      this.close()
    }
  }

  /** Writes lines that stay above the frame. */
  print(lines: readonly string[]): void {
    this.painter.leave(lines)
    this.#shown?.redraw()
  }

  /** Paints the frame on an empty screen. */
  refresh(): void {
    this.painter.clear(this.size)
    this.#shown?.redraw()
  }

  /**
   * Releases the terminal while `work` runs, and drops what was typed meanwhile: it must not become an answer. With `staysVisible`, what
   * is on the screen stays there, for a program that may not use the terminal.
   */
  async lend<T>(work: () => Promise<T>, { staysVisible = false }: { staysVisible?: boolean } = {}): Promise<T> {
    if (staysVisible) this.painter.rest()
    else this.painter.leave([])
    this.close()
    try {
      return await work()
    } finally {
      this.open()
      if (!staysVisible) this.painter.forget()
      await this.keyboard.discard()
    }
  }

  /** Says how to return, stops the program, and resolves when the shell has continued it. */
  async suspend(): Promise<void> {
    this.painter.leave([this.#context.words.walk.rich.paused])
    this.keyboard.release()
    this.#context.stdout.write(RELEASE_KEYBOARD + SHOW_CURSOR)
    await this.#jobControl.stop()
  }

  #resume(): void {
    if (!this.#isTaken) return
    this.keyboard.release()
    this.keyboard.open()
    this.#context.stdout.write(TAKE_KEYBOARD)
    this.painter.forget()
    this.#shown?.redraw()
  }

  readonly #onResize = (): void => this.#shown?.redraw()

  readonly #onExit = (): void => this.close()
}

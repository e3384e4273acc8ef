import type { Stroke } from '../keys.ts'
import type { Frame, Size } from '../screen.ts'
import { isControl } from './key-bindings.ts'
import type { Session } from './session.ts'

/** What follows from a stroke. */
export type Step<S, R> =
  | { readonly kind: 'stay'; readonly state: S }
  /** The end; `record` is what stays on the screen in place of the frame. */
  | { readonly kind: 'done'; readonly result: R; readonly record: readonly string[] }
  /** Something that needs the terminal for itself; it never throws. */
  | { readonly kind: 'lend'; readonly work: () => Promise<S> }

/** What is on the screen until it has a result: functions of plain state, without any effect but `keep`. */
export interface Screenful<S, R> {
  readonly start: S
  stroke(state: S, stroke: Exclude<Stroke, { kind: 'end' }>, size: Size): Step<S, R>
  view(state: S, size: Size): Frame
  /** The result where the learner leaves, or the terminal is gone. */
  leave(state: S): R
  /** What is done before the first key is taken. */
  readonly opening?: () => Promise<S>
  /** Has what is there so far kept. */
  keep?(state: S): void
}

/** How long what was typed may be unsaved. Milliseconds; a second is promised. */
const KEEP_WITHIN = 700

/**
 * Shows a screenful until it has a result. It is on the screen at once; only then is inquirer loaded, which takes as
 * long as all the rest. What is typed meanwhile waits.
 */
export async function show<S, R>(screenful: Screenful<S, R>, session: Session): Promise<R> {
  session.open()
  const play = new Play(screenful, session)
  play.appear()
  const { live } = await import('./inquirer-adapter.ts')
  return live(play, session.keyboard)
}

/** One screenful while it is shown: its state, and when it is painted and kept. */
class Play<S, R> {
  readonly #screenful: Screenful<S, R>
  readonly #session: Session
  #state: S
  #isOver = false
  #willPaint = false
  #keepTimer: NodeJS.Timeout | undefined

  constructor(screenful: Screenful<S, R>, session: Session) {
    this.#screenful = screenful
    this.#session = session
    this.#state = screenful.start
  }

  /** From now on it is what is on the screen. */
  appear(): void {
    this.#session.shows({ redraw: () => this.#paint(), keep: () => this.#keep() })
    if (this.#screenful.opening === undefined) this.#paint()
  }

  /** Listens, and gives what ends that. */
  begin(): () => void {
    const { keyboard } = this.#session
    if (this.#screenful.opening === undefined) keyboard.attend()
    else void this.#lend(this.#screenful.opening)
    return () => {
      keyboard.rest()
      clearTimeout(this.#keepTimer)
      this.#session.shows(undefined)
    }
  }

  take(stroke: Stroke, done: (result: R) => void): void {
    if (stroke.kind === 'end' || isControl(stroke, 'c')) return this.#leave(done)
    if (isControl(stroke, 'z')) return this.#suspend()
    if (isControl(stroke, 'l')) return this.#session.refresh()
    const step = this.#screenful.stroke(this.#state, stroke, this.#session.size)
    if (step.kind === 'done') return this.#end(step.result, step.record, done)
    if (step.kind === 'lend') return void this.#lend(step.work)
    this.#change(step.state)
    if (stroke.kind === 'paste') this.#keep()
  }

  #change(state: S): void {
    if (state === this.#state) return
    this.#state = state
    this.#paintSoon()
    this.#keepTimer ??= setTimeout(() => this.#keep(), KEEP_WITHIN)
  }

  #keep(): void {
    clearTimeout(this.#keepTimer)
    this.#keepTimer = undefined
    this.#screenful.keep?.(this.#state)
  }

  #leave(done: (result: R) => void): void {
    this.#keep()
    this.#end(this.#screenful.leave(this.#state), [], done)
  }

  #end(result: R, record: readonly string[], done: (result: R) => void): void {
    this.#isOver = true
    this.#session.keyboard.rest()
    clearTimeout(this.#keepTimer)
    this.#session.painter.leave(record)
    done(result)
  }

  #suspend(): void {
    this.#keep()
    this.#session.suspend()
  }

  async #lend(work: () => Promise<S>): Promise<void> {
    const { keyboard } = this.#session
    this.#keep()
    keyboard.rest()
    this.#state = await this.#session.lend(work)
    this.#keep()
    this.#paint()
    keyboard.attend()
  }

  /** Once for all keys of a tick. */
  #paintSoon(): void {
    if (this.#willPaint) return
    this.#willPaint = true
    queueMicrotask(() => {
      this.#willPaint = false
      if (!this.#isOver) this.#paint()
    })
  }

  #paint(): void {
    const { painter, size } = this.#session
    painter.paint(this.#screenful.view(this.#state, size), size)
  }
}

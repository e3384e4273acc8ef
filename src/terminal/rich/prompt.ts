import type { Frame, Size } from '../screen.ts'
import { isControl, type Stroke } from '../keys.ts'
import type { Session } from './session.ts'

/** What follows from a stroke. */
export type Step<S, R> =
  | { readonly kind: 'stay'; readonly state: S }
  /** The end; `record` is what stays on the screen in place of the frame. */
  | { readonly kind: 'done'; readonly result: R; readonly record: readonly string[] }
  /** The shell takes over. When it continues the program, this is the result. */
  | { readonly kind: 'suspend'; readonly result: R }
  /** What follows is not known yet. */
  | { readonly kind: 'later'; readonly step: Promise<Step<S, R>> }
  /** Work that may show other things, or lend the terminal to another program; it never throws. */
  | { readonly kind: 'lend'; readonly work: () => Promise<S> }

/** Something shown until it has a result: functions of plain state without side effects, except `keep`. */
export interface Screenful<S, R> {
  readonly start: S
  stroke(state: S, stroke: Exclude<Stroke, { kind: 'end' }>, size: Size): Step<S, R>
  view(state: S, size: Size): Frame
  /** The result when the user leaves, or the terminal is gone. */
  leave(state: S): R
  /** What stays on the screen when the user leaves. Default: nothing. */
  remains?(state: S, size: Size): readonly string[]
  /** Work that is done before the first key is read. */
  readonly opening?: () => Promise<S>
  /** Saves what was typed so far. */
  keep?(state: S): void
  /** The state after what is selected was copied; undefined if nothing is, so that Ctrl-C leaves. */
  copied?(state: S, size: Size): S | undefined
}

/** How long typed text may be unsaved. Milliseconds; the promise to users is a second. */
const KEEP_WITHIN = 700

/** Shows a screenful until it has a result. Strokes typed before it appeared count. */
export async function show<S, R>(screenful: Screenful<S, R>, session: Session): Promise<R> {
  session.open()
  return new Presentation(screenful, session).run()
}

/** One screenful while it is shown: its state, and when it is painted and kept. */
class Presentation<S, R> {
  readonly #screenful: Screenful<S, R>
  readonly #session: Session
  #state: S
  /** The state has changed since it was painted. */
  #isStale = false
  #keepTimer: NodeJS.Timeout | undefined

  constructor(screenful: Screenful<S, R>, session: Session) {
    this.#screenful = screenful
    this.#session = session
    this.#state = screenful.start
  }

  async run(): Promise<R> {
    const { keyboard, painter } = this.#session
    const below = this.#session.shows({ redraw: () => this.#paint(), keep: () => this.#keep() })
    try {
      this.#paint()
      if (this.#screenful.opening !== undefined) await this.#work(this.#screenful.opening)
      for (;;) {
        const stroke = await keyboard.read()
        const end = await this.#take(stroke)
        if (end !== undefined) {
          painter.leave(end.record)
          // If the terminal is gone, this write has failed, and the process ends before it prints anything else.
          if (stroke.kind === 'end') await new Promise((resolve) => setImmediate(resolve))
          return end.result
        }
        // Keys that came together are painted together.
        if (this.#isStale && !keyboard.hasNext) this.#paint()
      }
    } finally {
      clearTimeout(this.#keepTimer)
      this.#session.shows(below)
      below?.redraw()
    }
  }

  async #take(stroke: Stroke): Promise<{ readonly result: R; readonly record: readonly string[] } | undefined> {
    const copied = isControl(stroke, 'c') ? this.#screenful.copied?.(this.#state, this.#session.size) : undefined
    if (copied !== undefined) this.#change(copied)
    else if (stroke.kind === 'end' || isControl(stroke, 'c')) {
      this.#keep()
      const record = this.#screenful.remains?.(this.#state, this.#session.size) ?? []
      return { result: this.#screenful.leave(this.#state), record }
    } else if (isControl(stroke, 'l')) this.#session.refresh()
    else {
      let step = this.#screenful.stroke(this.#state, stroke, this.#session.size)
      while (step.kind === 'later') step = await step.step
      if (step.kind === 'done') return step
      if (step.kind === 'suspend') {
        await this.#session.suspend()
        return { result: step.result, record: [] }
      }
      if (step.kind === 'lend') await this.#work(step.work)
      else this.#change(step.state)
      if (stroke.kind === 'paste') this.#keep()
    }
    return undefined
  }

  #change(state: S): void {
    if (state === this.#state) return
    this.#state = state
    this.#isStale = true
    this.#keepTimer ??= setTimeout(() => this.#keep(), KEEP_WITHIN)
  }

  #keep(): void {
    clearTimeout(this.#keepTimer)
    this.#keepTimer = undefined
    this.#screenful.keep?.(this.#state)
  }

  async #work(work: () => Promise<S>): Promise<void> {
    this.#keep()
    this.#state = await work()
    this.#keep()
    this.#paint()
  }

  #paint(): void {
    const { painter, size } = this.#session
    this.#isStale = false
    painter.paint(this.#screenful.view(this.#state, size), size)
  }
}

import type { Answer } from '../../../questions/shared/model.ts'
import type { TypedContext } from '../../../questions/shared/typed.ts'
import { languagesFor } from '../../../words/index.ts'
import type { Words } from '../../../words/index.ts'
import type { Key } from '../../keys.ts'
import type { Frame, Size } from '../../screen.ts'
import type { Theme } from '../../../display/theme.ts'

/** What a widget is made with, besides its prompt. */
export interface WidgetContext {
  readonly theme: Theme
  readonly words: Words
  /** The learner's day, `YYYY-MM-DD`. */
  readonly today: string
  /** The BCP 47 tag of the pack's language. Default: English. */
  readonly language?: string | undefined
}

/** How texts that are typed into a widget are read. */
export function typingIn(context: WidgetContext): TypedContext {
  const { language = 'en', words } = context
  return { language, languages: languagesFor(words), today: () => context.today }
}

/** The state after a key that ends the answer. */
export class Next<S> {
  readonly state: S

  constructor(state: S) {
    this.state = state
  }
}

/**
 * How one type of question is answered by keys: functions of plain state, without any effect. The frame
 * round it (question, progress, hints, the keys that mean the same everywhere) is not its business.
 */
export interface Widget<S> {
  readonly start: S
  /** Columns that it can use, where it can use more than a text. */
  readonly widest?: number
  /** The state after a key; the same one where the key means nothing here. */
  key(state: S, key: Key, room: Size): S | Next<S>
  /** The state after a paste; where it is absent, pasting does nothing. */
  paste?(state: S, text: string, room: Size): S
  /** What to show in at most `room.rows` lines of `room.columns`. */
  view(state: S, room: Size): Frame
  /** What is answered so far, checked by nobody yet; undefined where there is nothing. */
  value(state: S): Answer | undefined
  /** Its own keys, the most important first. */
  hints(state: S, room: Size): readonly string[]
  /**
   * If what was typed has two meanings: the state that lets the learner choose one. Called when the answer is
   * submitted.
   */
  clarified?(state: S): S | undefined
  /** The state with the pointer at the first part that is still to be filled, if there is one. */
  unfinished?(state: S): S
  /** The widget shows the question itself. */
  readonly showsQuestion?: true
  /** The writing that the learner's editor can take over. */
  readonly writing?: { get(state: S): string; set(state: S, text: string): S }
}

/** An answer of the kind a widget gives, if that is what was kept; drafts may hold anything. */
export function textOf(answer: unknown): string {
  return typeof answer === 'string' ? answer : ''
}

/** Whether something kept is an object with parts by name. */
export function isParts(answer: unknown): answer is Readonly<Record<string, unknown>> {
  return typeof answer === 'object' && answer !== null && !Array.isArray(answer)
}

/** A part of such an answer; only its own keys are looked up. */
export function partOf(answer: unknown, part: string): unknown {
  return isParts(answer) && Object.hasOwn(answer, part) ? answer[part] : undefined
}

import type { Laid } from '../../../display/measure.ts'
import type { Answer } from '../../../questions/shared/model.ts'
import type { TypedContext } from '../../../questions/shared/typed.ts'
import { isRecord, own } from '../../../util/records.ts'
import { languagesFor, type Words } from '../../../words/index.ts'
import type { Frame, Size } from '../../screen.ts'
import type { Clipboard } from '../../writing/clipboard.ts'
import type { Theme } from '../../../display/theme.ts'
import type { Mode } from '../keys/map.ts'
import type { Act } from '../keys/match.ts'

/** What every widget gets besides its prompt. */
export interface WidgetContext {
  readonly theme: Theme
  readonly words: Words
  readonly clipboard: Clipboard
  /** The learner's day, `YYYY-MM-DD`. */
  readonly today: string
  /** The BCP 47 tag of the pack's language. Default: English. */
  readonly language?: string | undefined
}

/** How text typed into a widget is read. */
export function typingIn(context: WidgetContext): TypedContext {
  const { language = 'en', words } = context
  return { language, languages: languagesFor(words), today: () => context.today }
}

/** The state after an action that ends the answer. */
export class Next<S> {
  readonly state: S

  constructor(state: S) {
    this.state = state
  }
}

/** What to do, if Enter had nothing to act on. */
type HowTo = keyof Words['walk']['rich']['howTo']

/**
 * How one type of question is answered by keys: functions of plain state without side effects, except for the clipboard. The
 * frame around it (question, progress, footer, common keys) is not part of it.
 */
export interface Widget<S> {
  readonly start: S
  /** Text if absent. */
  readonly laid?: Laid
  /** The keys that apply in a state. */
  mode(state: S, room: Size): Mode
  /** The state after an action; the same object if it does nothing. */
  act(state: S, act: Act, room: Size): S | Next<S>
  /** The state after a paste. Without it, a paste does nothing. */
  readonly paste?: ((state: S, text: string, room: Size) => S) | undefined
  /** The view, in at most `room.rows` lines of `room.columns`. */
  view(state: S, room: Size): Frame
  /** The answer so far, not validated; undefined if there is none. A meaning that is chosen counts once it is submitted. */
  value(state: S, isSubmitted?: boolean): Answer | undefined
  /** What to say if Enter does nothing in a state. */
  readonly howTo?: ((state: S) => HowTo | undefined) | undefined
  /** The number of parts that may be empty and are, although the answer has some. */
  readonly gaps?: ((state: S) => number) | undefined
  /**
   * If what was typed has two meanings: the state that lets the learner choose one. Called when the answer is
   * submitted.
   */
  readonly clarified?: ((state: S) => S | undefined) | undefined
  /** The state with the pointer at the first part that is not filled. */
  readonly unfinished?: ((state: S) => S) | undefined
  /** The widget shows the question itself. */
  readonly showsQuestion?: true
  /** The text that can be edited in the learner's editor. */
  readonly writing?: { readonly get: (state: S) => string; readonly set: (state: S, text: string) => S } | undefined
}

/** A draft's answer as text; '' if it is not one. Drafts may contain anything. */
export function textOf(answer: unknown): string {
  return typeof answer === 'string' ? answer : ''
}

/** A part of a draft's answer, if that is an object with named parts; else undefined. */
export function partOf(answer: unknown, part: string): unknown {
  return isRecord(answer) ? own(answer, part) : undefined
}

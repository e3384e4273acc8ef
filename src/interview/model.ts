import type { Answer, Prompt } from '../questions/shared/model.ts'

/** The position in a walk: before the questions, at one of them, or after the last. */
export type Step =
  | { readonly at: 'reading' }
  /** `back`: return there once this prompt is answered. */
  | { readonly at: 'prompt'; readonly id: string; readonly back?: 'review' }
  /** At the discussion, if prompts come after it. */
  | { readonly at: 'discussion' }
  /** The core is answered: the learner finishes here, or goes on with the other prompts. */
  | { readonly at: 'stop' }
  /** Every visible prompt is answered or skipped: the learner looks at all answers before the end. */
  | { readonly at: 'review' }

/** The state of a prompt's answer. A prompt that was never reached has none. */
export type AnswerState =
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'skipped' }
  /** Unfinished: not a valid answer yet. */
  | { readonly kind: 'begun'; readonly answer: Answer }
  /** A note that was read, or a recall that was not reworded. */
  | { readonly kind: 'seen' }

/** A walk through one exercise: plain JSON that is enough to continue. */
export interface Walk {
  readonly step: Step
  readonly held: Readonly<Record<string, AnswerState>>
  /** Prompts that the learner made private or public, against the author's setting. */
  readonly privacy: Readonly<Record<string, boolean>>
  /**
   * The learner has little time: prompts that are not of the core are passed over. `first`: they may go on with these afterwards;
   * `only`: they chose not to. Without effect in an exercise without core prompts.
   */
  readonly core?: 'first' | 'only'
}

/** What the learner did at a prompt. */
export type Reply =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'seen' }
  | { readonly kind: 'skip' }
  /** Back one prompt. `kept` is an unfinished answer; null if the answer was deleted. */
  | { readonly kind: 'back'; readonly kept?: Answer | null }
  | { readonly kind: 'jump'; readonly to: string; readonly kept?: Answer | null }
  | { readonly kind: 'review'; readonly kept?: Answer | null }
  | { readonly kind: 'privacy'; readonly prompt: string; readonly private: boolean }

/** How much of an exercise is done. */
export interface Progress {
  /** The share of the questions, in whole per cent, rounded down. */
  readonly done: number
  /** Whole minutes, at least 1; absent if everything is done, or if the exercise does not say how long it takes. */
  readonly minutesLeft?: number
}

/** One line of the overview or the review. */
export interface OverviewItem {
  readonly id: string
  readonly title: string
  readonly state: 'answered' | 'skipped' | 'begun' | 'seen' | 'open'
  readonly private: boolean
  /** See `PromptView`. */
  readonly inheritsFrom?: string
  /** The answer in one line of plain text; '' without an answer. */
  readonly summary: string
  /** The same in lines: those of the writing, or one for each item. */
  readonly lines: readonly string[]
  readonly prompt: Prompt
}

import type { Answer, Prompt } from '../questions/shared/model.ts'
import type { OverviewItem, Progress } from '../interview/model.ts'

/** A prompt ready to be asked. */
export interface AskRequest {
  /** Posed: quotations filled in, options concrete. */
  readonly prompt: Prompt
  /** The answer so far, or the words left unfinished. */
  readonly answer?: Answer
  /** What is there was left in the middle: writing goes on after it rather than in its place. */
  readonly begun?: boolean
  /** Absent where nothing is counted: what is only read, or asked outside an exercise. */
  readonly progress?: Progress
  readonly private: boolean
  /** The BCP 47 tag of the pack's language, by whose rules numbers and days are read. Default: English. */
  readonly language?: string
  /** Called with what is there so far whenever the learner pauses, pastes or leaves; writes the draft. */
  readonly keep: (answer: Answer | undefined) => void
}

/** What the learner did, as a renderer reports it. `kept` is what stood there unfinished; null where an answer was emptied. */
export type AskResult =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'seen' }
  | { readonly kind: 'skip' }
  | { readonly kind: 'back'; readonly kept?: Answer | null }
  | { readonly kind: 'overview'; readonly kept?: Answer | null }
  | { readonly kind: 'review'; readonly kept?: Answer | null }
  | { readonly kind: 'private'; readonly kept?: Answer | null }
  | { readonly kind: 'leave'; readonly kept?: Answer | null }

/** What was chosen in the overview or the review. */
export type Chosen =
  | { readonly kind: 'go'; readonly to: string }
  | { readonly kind: 'privacy'; readonly prompt: string; readonly private: boolean }
  /** Overview: back to where one was. Review: finish. */
  | { readonly kind: 'done' }
  | { readonly kind: 'back' }
  | { readonly kind: 'leave' }

/** A line of a menu. */
export interface MenuItem<T> {
  readonly value: T
  readonly label: string
  /** Shown beside or below the label, quieter. */
  readonly note?: string
  /** What may be typed for it besides the beginning of its label. */
  readonly typed?: readonly string[]
  /** What else the item is found by when the learner types; asked for when they do. */
  readonly text?: () => string
}

/** A question for one line of text, such as a name or a folder. */
export interface LineQuestion {
  readonly question: string
  /** What an empty line means; what is typed takes its place. Without it, an empty line is an empty answer. */
  readonly preset?: string
  /** Position in a series of questions, counted from 1. */
  readonly progress?: { readonly question: number; readonly of: number }
  /** Says what is wrong with a line; undefined if it can be the answer. */
  readonly fault?: (line: string) => string | undefined
}

/** What came of a menu. */
export type Picked<T> =
  | { readonly kind: 'chosen'; readonly value: T }
  /** One level up. */
  | { readonly kind: 'back' }
  | { readonly kind: 'leave' }

/** What a learner reads before the first question. */
export interface Exercise {
  readonly title: string
  readonly purpose?: string
  readonly minutes?: number
  /** How many. */
  readonly questions: number
  /** Markdown, quotations filled in. */
  readonly reading?: string
}

/** What a learner did who had something to read before the first question. */
export type ReadingResult = 'next' | 'back' | 'leave'

/**
 * How a walk is shown and answered. Two of them: `rich` (keys, colours, redraw) and `plain` (line by
 * line, for screen readers, pipes and dumb terminals). A renderer knows how to ask and nothing else.
 */
export interface Renderer {
  /** What an exercise is about; ends when the learner goes on. */
  reading(exercise: Exercise): Promise<ReadingResult>
  ask(request: AskRequest): Promise<AskResult>
  /** All prompts with their state, to go to any. */
  overview(items: readonly OverviewItem[], at: string): Promise<Chosen>
  /** The same before the end; `dropped` are titles of answers that would be left out because their prompts are hidden. */
  review(items: readonly OverviewItem[], dropped: readonly string[]): Promise<Chosen>
  /** Markdown that is shown and read, such as the discussion. */
  passage(title: string, markdown: string): Promise<void>
  /** One line said in passing: saved, resumed, left. Plain text. */
  say(line: string): void
  /** One of several in a menu; where there is a pointer, it begins at the item of this index. */
  choose<T>(question: string, items: readonly MenuItem<T>[], at?: number): Promise<Picked<T>>
  /** Lines to look at, made for a number of columns, and what can be done with them: labels that begin with different letters. */
  look<T>(lines: (columns: number) => readonly string[], actions: readonly MenuItem<T>[]): Promise<Picked<T>>
  /** One of a few, as a question: what was chosen stays on the screen. */
  chooseOnce<T>(question: string, items: readonly MenuItem<T>[]): Promise<Picked<T>>
  /** One line of text, without spaces around it. */
  askLine(question: LineQuestion): Promise<Picked<string>>
  /** Yes or no, which going back means too; undefined where the learner chose to leave. */
  confirm(question: string, preset: boolean): Promise<boolean | undefined>
  /** From now on whatever is shown ends at once, as where the learner leaves, with what was typed; until `goOn`. */
  interrupt(): void
  /** Shows and asks again. */
  goOn(): void
  /** Puts the terminal back as it was found. May be called twice, and from an exit handler. */
  close(): void
}

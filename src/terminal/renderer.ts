import type { Context } from '../context/context.ts'
import type { Answer, Prompt } from '../questions/shared/model.ts'
import type { State } from '../display/theme.ts'
import type { OverviewItem, Progress } from '../interview/model.ts'
import type { EditorContext } from './editor/edit.ts'

/** What every renderer needs. */
export interface RendererOptions {
  readonly context: Pick<Context, 'stdin' | 'stdout' | 'words' | 'now' | 'onExit'> & EditorContext
  /** The editor's command from the settings. */
  readonly editor?: string | undefined
  /** Open the editor for every long text. */
  readonly always?: boolean
}

/** A prompt to be asked, and what is known about it. */
export interface AskRequest {
  /** With quotations filled in and options resolved. */
  readonly prompt: Prompt
  /** The answer so far, finished or not. */
  readonly answer?: Answer
  /** The answer is unfinished: typing continues it instead of replacing it. */
  readonly begun?: boolean
  /** Absent for prompts that are not counted: notes, and questions outside an exercise. */
  readonly progress?: Progress
  /** How the prompt was left before; absent if it was never finished. */
  readonly before?: 'answered' | 'skipped' | 'seen'
  readonly private: boolean
  /** The heading of the private prompt that makes this one private, whatever the learner says. */
  readonly inheritsFrom?: string
  /** The files of the pictures in its texts. */
  readonly pictures?: readonly string[]
  /** The BCP 47 tag of the pack's language, by whose rules numbers and days are read. Default: English. */
  readonly language?: string
  /**
   * Writes the draft. Called with the answer so far when the learner pauses, pastes or leaves. False if it could not be written, of
   * which the learner was told.
   */
  readonly keep: (answer: Answer | undefined) => unknown
}

/**
 * What the learner did. `kept` is the unfinished answer; null if the answer was emptied, absent if it was not changed.
 */
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
export type OverviewResult =
  | { readonly kind: 'go'; readonly to: string }
  | { readonly kind: 'privacy'; readonly prompt: string; readonly private: boolean }
  /** `done` in the overview: return to the question; in the review: finish the exercise. */
  | { readonly kind: 'done' | 'back' | 'leave' }

/** A line of a menu. */
export interface MenuItem<T> {
  readonly value: T
  readonly label: string
  /** Shown beside or below the label, in a quiet style. */
  readonly note?: string
  /** A short fact that is always shown on the row of the label, such as the minutes of an exercise. */
  readonly aside?: string
  /** How far what the item leads to is done. */
  readonly state?: State
  /** What follows the note, on one line; called when the item is shown. */
  readonly preview?: () => string
  /** Other words that choose the item when typed. */
  readonly typed?: readonly string[]
  /** More text in which typed words are searched; called when the learner types. */
  readonly text?: () => string
}

/** A page that is read once. */
export interface PageText {
  readonly title: string
  /** Sentences, each on lines of its own. An empty one separates, where there is room. */
  readonly lines: readonly string[]
  /** Nothing is behind the page, so going back leaves. */
  readonly isFirst?: boolean
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

/** The result of a menu or a short question. */
export type MenuResult<T> =
  | { readonly kind: 'chosen'; readonly value: T }
  /** To the level above. */
  | { readonly kind: 'back' }
  | { readonly kind: 'leave' }

/** What a learner reads before the first question. */
export interface Exercise {
  readonly title: string
  readonly purpose?: string
  readonly minutes?: number
  /** Number of questions. */
  readonly questions: number
  /** Markdown with quotations filled in. */
  readonly reading?: string
  /** The files of the pictures in it. */
  readonly pictures?: readonly string[]
}

/** What the learner did after reading. */
export type ReadingResult = 'next' | 'back' | 'leave'

export interface MenuOptions {
  /** The index at which the pointer, if there is one, starts. */
  readonly at?: number
  /** Nothing is above the menu: going back leaves the program. */
  readonly isFirst?: boolean
}

/**
 * Shows and asks everything in an exercise. There are two: `rich` (keys, colours, redraw) and `plain` (line by
 * line, for screen readers, pipes and dumb terminals). A renderer contains no rules of exercises.
 */
export interface Renderer {
  /** Shows what an exercise is about, until the learner continues. */
  reading(exercise: Exercise): Promise<ReadingResult>
  ask(request: AskRequest): Promise<AskResult>
  /** Lists all prompts with their state, to choose one. `at` is the id of the current one. */
  overview(items: readonly OverviewItem[], at: string): Promise<OverviewResult>
  /**
   * As `overview`, before the end. `notes` are sentences about answers that are left out or retired.
   */
  review(items: readonly OverviewItem[], notes: readonly string[]): Promise<OverviewResult>
  /** Shows Markdown, such as the discussion, with the files of its pictures, until the learner continues, or goes back where that leads anywhere. */
  passage(title: string, markdown: string, pictures?: readonly string[]): Promise<ReadingResult>
  /** Shows one line of plain text and waits for Enter. False if the learner leaves. */
  wait(line: string): Promise<boolean>
  /** Shows one line of plain text, such as "saved". */
  say(line: string): void
  /** A menu. */
  choose<T>(question: string, items: readonly MenuItem<T>[], options?: MenuOptions): Promise<MenuResult<T>>
  /** Shows lines, given the columns, and a menu of actions. The labels of the actions begin with different letters. */
  look<T>(lines: (columns: number) => readonly string[], actions: readonly MenuItem<T>[]): Promise<MenuResult<T>>
  /**
   * A page, and rows to choose from. The first row goes on, as Enter does at once; then the text stays on the screen. If nobody types,
   * this says the text and goes back.
   */
  page<T>(text: PageText, rows: readonly MenuItem<T>[]): Promise<MenuResult<T>>
  /** A question for one line of text. The result has no spaces around it. */
  askLine(question: LineQuestion): Promise<MenuResult<string>>
  /** Yes or no. Going back means no; undefined if the learner leaves. */
  confirm(question: string, preset: boolean): Promise<boolean | undefined>
  /** Ends whatever is shown as if the learner left, with what was typed. Also what is shown later, until `resume`. */
  interrupt(): void
  /** Ends an interruption. */
  resume(): void
  /** Restores the terminal. May be called twice, and from an exit handler. */
  close(): void
}

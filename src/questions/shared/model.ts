/**
 * What a prompt is and what an answer is, for every question type. Types only: each type's behaviour
 * is in the file of its name beside this one.
 */

import type { Bounds, Fault } from '../../words/shared/types.ts'

export type { Bounds, EntryWords, Fault } from '../../words/shared/types.ts'

/** A plain JSON value. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** An option of a choice, a row of a table or a statement of a scale: `id` is stored, `label` is shown. */
export interface Option {
  readonly id: string
  readonly label: string
  readonly note?: string
}

/** A statement rated on a scale. */
export interface Statement {
  readonly id: string
  readonly text: string
}

/** A column of a table; `options` is there for `choice` only. */
export interface Column {
  readonly id: string
  readonly title: string
  readonly type: 'text' | 'choice' | 'yes-no'
  readonly options: readonly Option[]
}

/** A gap of a sentence. */
export interface Gap {
  readonly ask: string
  readonly example?: string
}

/** A reference as authors write it, `prompt`, `prompt.part` or `exercise/prompt`, taken apart. */
export interface Reference {
  readonly exercise?: string
  readonly prompt: string
  readonly part?: string
}

/** A comparison of one answer with something the author wrote. */
export type Test =
  | { readonly is: string | number | boolean }
  | { readonly in: readonly (string | number | boolean)[] }
  | { readonly has: string }
  | { readonly gt: number }
  | { readonly gte: number }
  | { readonly lt: number }
  | { readonly lte: number }
  | { readonly answered: boolean }
  | {
      readonly count:
        | number
        | { readonly gt?: number; readonly gte?: number; readonly lt?: number; readonly lte?: number }
    }

/** When a prompt is shown: combinators over tests of earlier answers. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly of: Reference; readonly test: Test }

/** What every prompt has. Strings may hold `{{quotations}}` until the prompt is posed. */
export interface CommonKeys {
  /** Own name within the exercise; a follow-up's is `PROMPT.follow_up`. */
  readonly id: string
  /** Markdown. */
  readonly ask: string
  /** A short heading; where there is none, the ask's first sentence serves. */
  readonly title?: string
  readonly help?: string
  readonly example?: string
  readonly private?: true
  readonly when?: Condition
}

export interface TextPrompt extends CommonKeys {
  readonly type: 'text'
  /** 1 for a single line; otherwise any number of lines. */
  readonly lines?: 1
  /** A guide, never a limit. */
  readonly words?: Bounds
}
export interface ListPrompt extends CommonKeys {
  readonly type: 'list'
  readonly items: Bounds
}
export interface ChoicePrompt extends CommonKeys {
  readonly type: 'choice'
  readonly options: readonly Option[]
  /** Take the options from an earlier prompt of the exercise; filled in when the prompt is posed. */
  readonly optionsFrom?: string
  readonly other: boolean
}
export interface ChoicesPrompt extends CommonKeys {
  readonly type: 'choices'
  readonly options: readonly Option[]
  readonly optionsFrom?: string
  readonly other: boolean
  readonly pick: Bounds
}
export interface ScalePrompt extends CommonKeys {
  readonly type: 'scale'
  readonly from: number
  readonly to: number
  /** By number, as a string because JSON keys are. */
  readonly labels: Readonly<Record<string, string>>
  /** Empty: one rating, of the question itself. */
  readonly statements: readonly Statement[]
  readonly unsure: boolean
}
export interface RankingPrompt extends CommonKeys {
  readonly type: 'ranking'
  readonly options: readonly Option[]
  readonly optionsFrom?: string
}
export interface TablePrompt extends CommonKeys {
  readonly type: 'table'
  readonly columns: readonly Column[]
  /** Heads the first column, which holds the rows' names. */
  readonly rowTitle?: string
  readonly rows: readonly Option[]
  readonly rowsFrom?: string
  /** How many rows the learner may add; absent: none. */
  readonly addRows?: Bounds
}
export interface SentencePrompt extends CommonKeys {
  readonly type: 'sentence'
  /** Words with `{gap}`s in it. */
  readonly template: string
  /** In the order in which they stand in the template. */
  readonly gaps: Readonly<Record<string, Gap>>
}
export interface PlanPrompt extends CommonKeys {
  readonly type: 'plan'
  /** Where absent, the words of the entry's language: "When" and "I will". */
  readonly ifLabel?: string
  readonly thenLabel?: string
}
export interface NumberPrompt extends CommonKeys {
  readonly type: 'number'
  readonly min?: number
  readonly max?: number
  readonly unit?: string
  readonly integer: boolean
}
export interface DatePrompt extends CommonKeys {
  readonly type: 'date'
  /** `YYYY-MM-DD`. */
  readonly earliest?: string
  readonly latest?: string
}
interface YesNoPrompt extends CommonKeys {
  readonly type: 'yes-no'
}
export interface NotePrompt extends CommonKeys {
  readonly type: 'note'
}
export interface RecallPrompt extends CommonKeys {
  readonly type: 'recall'
  /** The first of these that is answered is shown. */
  readonly of: readonly Reference[]
  readonly reword: boolean
  /** What is shown, as plain text; there once the prompt is posed. */
  readonly shown?: string
}

/** One question, as an author wrote it or, after `pose`, as a learner sees it. */
export type Prompt =
  | TextPrompt
  | ListPrompt
  | ChoicePrompt
  | ChoicesPrompt
  | ScalePrompt
  | RankingPrompt
  | TablePrompt
  | SentencePrompt
  | PlanPrompt
  | NumberPrompt
  | DatePrompt
  | YesNoPrompt
  | NotePrompt
  | RecallPrompt

export type PromptType = Prompt['type']
export type PromptOf<T extends PromptType> = Extract<Prompt, { type: T }>

/** Words of the learner's own in place of an option. */
export interface Other {
  readonly other: string
}
/** A row of a table: its name under `row`, cells under their columns' ids; a cell may be absent. */
export type Row = Readonly<{ row: string } & Record<string, string | boolean>>

/** The answer in JSON, by type: the shape that `--answers` takes and `show --json` gives. */
export interface AnswerOf {
  text: string
  list: readonly string[]
  choice: string | Other
  choices: readonly (string | Other)[]
  /** `null` is "not sure". */
  scale: number | null | Readonly<Record<string, number | null>>
  ranking: readonly string[]
  table: readonly Row[]
  sentence: Readonly<Record<string, string>>
  plan: { readonly if: string; readonly then: string }
  number: number
  date: string
  'yes-no': boolean
  note: never
  recall: string
}
export type Answer = AnswerOf[PromptType]

/**
 * An answer that holds (tidied: items trimmed, empty ones dropped), or every reason why it does not. `begun` is
 * there where it only is not finished, or out of bounds: it can be stored and shown all the same.
 */
export type Checked<A> =
  | { readonly ok: true; readonly answer: A }
  | { readonly ok: false; readonly faults: readonly Fault[]; readonly begun?: A }

/** The JSON object on a marker's line: whatever a reader needs to understand the answer without the pack. */
export type Form = { readonly [key: string]: Json }

/** An answer found in a section's body, and what stood around it. */
export interface Reading<A> {
  readonly answer: A
  /** Text before and after the recognised form, kept as the section's note; '' where there is none. */
  readonly before: string
  readonly after: string
}

/** The data of every question type: prompts and answers. Types only; the behaviour is in the type's file in `questions/`. */

import type { Bounds, Derivation, EntryWords, Fault } from '../../words/shared/types.ts'

export type { Bounds, Derivation, EntryWords, Fault } from '../../words/shared/types.ts'

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
  /** Of a rubric: what the numbers mean for this statement, by number. */
  readonly labels?: Readonly<Record<string, string>>
}

/** A column of a table. `options` is empty unless the type is `choice`. */
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

/** A parsed reference: `prompt`, `prompt.part` or `exercise/prompt.part`. */
export interface Reference {
  readonly exercise?: string
  readonly prompt: string
  readonly part?: string
}

/** A value that is derived from answers: `lowest of ratings`, `rows of people.asked is false`, `times`. */
export interface Derived {
  readonly derive: Derivation
  /** Of `days`: a date prompt, or an exercise as the only id. Of `times`: a prompt of that id, which a pack of format 1 can have. */
  readonly of: readonly Reference[]
  /** What the cell of a row holds, as written. */
  readonly is?: string
}

/** What a condition compares, or a text quotes. */
export type Source = Reference | Derived

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
  | { readonly count: number | { readonly [Limit in 'gt' | 'gte' | 'lt' | 'lte']?: number } }

/** When a prompt is shown: combinators over tests of earlier answers. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly of: Source; readonly test: Test }
  /** The answer has fewer words than this. It counts no more once the prompt itself has an answer. */
  | { readonly of: Reference; readonly under: number }

/** One of several wordings of a text: the first whose condition holds is shown. */
export interface Wording {
  /** Absent: it always holds. */
  readonly when?: Condition
  readonly text: string
  /** It takes turns with the other wordings that rotate and hold. */
  readonly rotate?: true
  /** It is drawn, once for each entry, from the wordings that are random and hold. */
  readonly random?: true
  /** Of an example: it is shown with the question, not only on request. */
  readonly open?: true
}

/** The texts of a prompt that may have several wordings. */
export type WordedKey = 'ask' | 'help' | 'example' | 'startWith'

/** What every prompt has. Strings may hold `{{quotations}}` until the prompt is resolved. */
export interface CommonKeys {
  /** Unique in the exercise; of an attached question: see `attachedKeys`. */
  readonly id: string
  /** Markdown. */
  readonly ask: string
  /** A short heading. Default: the first sentence of `ask`. */
  readonly title?: string
  readonly help?: string
  readonly example?: string
  /** Markdown for tutors. Learners never see it. */
  readonly tutorNotes?: string
  /** What the writing begins with; only of a text. See `startOf`. */
  readonly startWith?: string
  /** All wordings of the texts that have several. Until the prompt is resolved, the text itself is the first of them. */
  readonly wordings?: { readonly [Key in WordedKey]?: readonly Wording[] }
  /** The ids of the outcomes that an answer is evidence of; those of its exercise if the author named none. */
  readonly outcomes?: readonly string[]
  /** The example is shown with the question. Set when the prompt is resolved. */
  readonly isExampleOpen?: true
  /** What the author wrote; absent if nothing. A prompt that shows or is about a private answer is private in any case. */
  readonly private?: boolean
  /** Earlier prompts that this one is about: it is private if one of them is. */
  readonly about?: readonly Reference[]
  readonly when?: Condition
  /** It is asked also if the learner has little time. A follow-up goes with its prompt. */
  readonly core?: true
  /** What the program notes about the question in the marker's JSON, beside what describes it. No pack can write it. */
  readonly facts?: Form
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
  /** The items name people or roles. */
  readonly people?: true
}
export interface ChoicePrompt extends CommonKeys {
  readonly type: 'choice'
  readonly options: readonly Option[]
  /** An earlier prompt of the exercise that gives the options when this prompt is resolved. */
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
  /** By number, which is a string because it is a JSON key. */
  readonly labels: Readonly<Record<string, string>>
  /** If empty, the question itself is rated. */
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
  /** The heading of the first column, which holds the names of the rows. */
  readonly rowTitle?: string
  readonly rows: readonly Option[]
  readonly rowsFrom?: string
  /** How many rows the learner may add. If absent, none. */
  readonly addRows?: Bounds
  /** The rows name people or roles. */
  readonly people?: true
}
export interface SentencePrompt extends CommonKeys {
  readonly type: 'sentence'
  /** Words with `{gap}`s. */
  readonly template: string
  /** In the order of the template. */
  readonly gaps: Readonly<Record<string, Gap>>
}
export interface PlanPrompt extends CommonKeys {
  readonly type: 'plan'
  /** Default: the words of the entry's language, "When" and "I will". */
  readonly ifLabel?: string
  readonly thenLabel?: string
}
/** A bound that the answer to an earlier prompt of the exercise sets. */
export interface BoundFrom<V extends number | string> {
  readonly prompt: string
  /** The answer, and the heading of its question. Set when the prompt is resolved, if there is an answer. */
  readonly value?: V
  readonly heading?: string
}
export interface NumberPrompt extends CommonKeys {
  readonly type: 'number'
  readonly min?: number
  readonly max?: number
  readonly minFrom?: BoundFrom<number>
  readonly maxFrom?: BoundFrom<number>
  readonly unit?: string
  readonly integer: boolean
}
export interface DatePrompt extends CommonKeys {
  readonly type: 'date'
  /** `YYYY-MM-DD`. */
  readonly earliest?: string
  readonly latest?: string
  readonly minFrom?: BoundFrom<string>
  readonly maxFrom?: BoundFrom<string>
  /** The exercise is due again on the day of the answer. Not in an entry. */
  readonly return?: true
}
interface YesNoPrompt extends CommonKeys {
  readonly type: 'yes-no'
}
interface NotePrompt extends CommonKeys {
  readonly type: 'note'
}
export interface RecallPrompt extends CommonKeys {
  readonly type: 'recall'
  readonly of: readonly Reference[]
  /** Shown is the newest of these, by when their entries were finished; otherwise the first that is answered. */
  readonly newest?: true
  readonly reword: boolean
  /** The answer that is shown, as plain text. Set when the prompt is resolved. */
  readonly shown?: string
}

/** One question: as its author wrote it or, once resolved, as a learner sees it. */
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
type PromptsByType = { [P in Prompt as P['type']]: P }
export type PromptOf<T extends PromptType> = PromptsByType[T]

/** The learner's own words in place of an option. */
export interface Other {
  readonly other: string
}
/** A row of a table: its name under `row`, each cell that is filled under the id of its column. */
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
 * A valid answer (normalised: items trimmed, empty ones dropped), or everything that is wrong with it. `begun` is the
 * answer if it is only incomplete or out of bounds: it can be stored and shown.
 */
export type Checked<A> =
  | { readonly ok: true; readonly answer: A }
  | { readonly ok: false; readonly faults: readonly Fault[]; readonly begun?: A }

/** The JSON object on a marker's line: what a reader needs to understand the answer without the pack. */
export type Form = { readonly [key: string]: Json }

/** What conditions can ask about an answer, or about a part of it. */
export interface AnswerKind {
  /** What a comparison sees. `whole`: only whether there is an answer. `nothing`: there never is one. */
  readonly of: 'words' | 'day' | 'number' | 'yes-no' | 'one' | 'several' | 'whole' | 'nothing'
  /** The possible option ids; absent if they are not known before the exercise is done. */
  readonly ids?: readonly string[]
  /** Of a number. */
  readonly range?: Bounds
  /** Whole numbers only. */
  readonly whole?: boolean
  /** How many items there can be, for `several`. */
  readonly count?: Bounds
}

/** A part of an answer: a gap, a statement, half of a plan. */
export interface Part {
  readonly id: string
  readonly kind: AnswerKind
  /** What the learner knows it by. */
  readonly label: (words: EntryWords) => string
}

/** A piece of a prompt that answers name by an id: an option, a statement, a gap, a row, a column or a column's option. */
export interface Identity {
  /** Unique in the prompt: the key that lists the piece, and its id. `options.led`, `columns.who`, `columns.who.led`. */
  readonly path: string
  /** What the learner knows it by. */
  readonly label: string
  /** Of a column: what its cells hold. */
  readonly type?: string
}

/** A value on a scale, and the ends of the scale; null is "not sure". */
export interface ScaleRating {
  /** The statement that was rated; absent if it was the question itself. */
  readonly statement?: { readonly id: string; readonly text: string }
  readonly value: number | null
  readonly from: number
  readonly to: number
}

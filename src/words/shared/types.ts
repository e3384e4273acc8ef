/* The types of the arguments of sentences. They are here, in the lowest layer, so that words import nothing from above. */

import type { DateWords } from '../../dates/typed-date.ts'

/** Bounds: a guide for words, a limit for items and picks. Either may be absent. */
export interface Bounds {
  readonly min?: number
  readonly max?: number
}

/** What a correction of a pack says. */
export interface FixWords {
  /** The lines as they should be. */
  write: (lines: readonly string[]) => string
  /** The line stays as it is, but begins with this many spaces. */
  indent: (spaces: number, line: string) => string
  remove: (text: string) => string
  rename: (from: string, to: string) => string
}

/** What can be derived from answers; `pack-format.md` has the rule of each. */
export type Derivation =
  | 'lowest'
  | 'highest'
  | 'first'
  | 'last'
  | 'widest'
  | 'count'
  | 'rows'
  | 'difference'
  | 'days'
  | 'times'

/** Why an editor could not be used. */
export type EditorFault =
  | { readonly kind: 'missing' | 'forbidden' }
  | { readonly kind: 'code'; readonly code: number }
  | { readonly kind: 'signal'; readonly signal: string }

/** What an editor saved instead of UTF-8; `other`: an older encoding of one byte for a character. */
export type EditorEncoding = 'UTF-16' | 'UTF-32' | 'other' | 'binary'

/** What is wrong with an answer: a code and the arguments of its sentence. */
export type Fault =
  | {
      readonly code:
        | 'not-text'
        | 'not-a-list'
        | 'not-a-choice'
        | 'not-a-rating'
        | 'not-ratings'
        | 'not-a-table'
        | 'not-a-row'
        | 'not-gaps'
        | 'not-a-plan'
        | 'not-a-number'
        | 'not-whole'
        | 'not-a-date'
        | 'not-yes-no'
        | 'no-answer-here'
        | 'broken-text'
        | 'empty'
    }
  | {
      readonly code: 'unknown-option' | 'unknown-statement' | 'unknown-column' | 'unknown-row' | 'unknown-gap'
      readonly what: string
      readonly known: readonly string[]
    }
  | { readonly code: 'repeated' | 'missing' | 'several-lines' | 'no-other-here'; readonly what: string }
  | {
      readonly code: 'too-few' | 'too-many' | 'too-few-rows' | 'too-many-rows' | 'too-few-picks' | 'too-many-picks'
      readonly is: number
      readonly limit: number
    }
  /** `of` is the heading of the question whose answer is the limit. */
  | { readonly code: 'too-small' | 'too-large'; readonly is: number; readonly limit: number; readonly of?: string }
  | { readonly code: 'too-early' | 'too-late'; readonly is: string; readonly limit: string; readonly of?: string }
  /** The text has two meanings, both given in words. */
  | { readonly code: 'ambiguous'; readonly what: string; readonly one: string; readonly other: string }

/** What happened to an entry, apart from what the program itself did. */
export type LossKind =
  /** Its file is not there any more. */
  | 'gone'
  /** Nor is the folder that it was in. */
  | 'folder'
  /** A cloud service has taken the file from this computer. */
  | 'evicted'
  /** The file has no bytes, or only zero bytes. */
  | 'empty'
  /** It holds zero bytes, such as a disk or a program leaves where text was to be. */
  | 'zeros'
  /** It was saved in an encoding that is not known, so that some letters cannot be read. */
  | 'encoding'
  /** The file is not that entry any more. */
  | 'damaged'
  /** The lines at its top are left, and no answer. */
  | 'bare'
  /** It holds two versions that another program could not put together. */
  | 'versions'

/** The fixed words of an entry's language in Markdown. */
export interface EntryWords {
  readonly skipped: string
  readonly other: string
  readonly notSure: string
  /** Above and below the versions of a text that another program could not merge. `name` is that program's, or ''. */
  readonly versions: {
    readonly ours: (name: string) => string
    readonly base: (name: string) => string
    readonly theirs: (name: string) => string
    readonly end: (name: string) => string
  }
  readonly yes: string
  readonly no: string
  readonly when: string
  readonly iWill: string
  /** Between the rating and the top of a scale: "4 of 5". */
  readonly of: string
  /** Before the last of several; some languages choose it by that word. */
  readonly and: (last: string) => string
  /** Headings above a question that has no title of its own, above an attached question, and above a text that asks nothing. */
  readonly headings: Readonly<Record<'question' | 'followUp' | 'reading', string>>
  /** The sentence above the question of an answer that is kept although its question has changed. */
  readonly retired: string
  /** The heading of the stored discussion, and the line that says what it is. */
  readonly discussion: { readonly title: string; readonly ask: string }
  /** The question about a plan that was made earlier, by what can be said about it. `plan` is Markdown. */
  readonly promise: {
    readonly title: string
    readonly ask: (plan: string) => string
    readonly answers: Readonly<Record<'came' | 'not-yet' | 'changed' | 'let-go' | 'later', string>>
    readonly line: string
  }
  /** A question that the learner leaves for later, at the end and when it is asked. `question` is Markdown; `day` is in words. */
  readonly later: {
    readonly title: string
    readonly ask: string
    readonly help: string
    readonly day: { readonly title: string; readonly ask: string; readonly help: string }
    readonly now: { readonly title: string; readonly ask: string; readonly help: string }
    readonly asked: { readonly title: string; readonly ask: (day: string, question: string) => string }
    readonly then: { readonly title: string; readonly ask: (day: string) => string }
  }
  /** A sheet that is taken along to someone, and what they said. */
  readonly sheet: {
    readonly toListener: string
    readonly questions: readonly string[]
    readonly space: string
    readonly reply: { readonly title: string; readonly ask: string }
  }
  /** The questions to oneself at the end of a route. */
  readonly selfCheck: {
    readonly title: string
    readonly ask: string
    readonly questions: Readonly<Record<'tells' | 'explains' | 'questions' | 'changes', string>>
  }
  /** How days are typed and written. */
  readonly days: {
    readonly spoken: DateWords
    /** `2026-12-28` as "Monday 28 December 2026". */
    readonly withWeekday: (day: string) => string
  }
  /** What may be typed for yes, for no, before words of one's own, and in a plan once more for `iWill`. */
  readonly typed: { readonly [Key in 'yes' | 'no' | 'other' | 'iWill']: readonly string[] }
}

/** What is wrong with a command line. */
export type Misuse =
  | { readonly kind: 'unknown-option' | 'unknown-command'; readonly what: string; readonly near: readonly string[] }
  /** An argument's name, or an option that needs a value. */
  | { readonly kind: 'no-argument' | 'no-value'; readonly what: string }
  | { readonly kind: 'too-many' }
  /** `why` is a sentence that says what to write instead. */
  | { readonly kind: 'wrong-value'; readonly what: string; readonly value: string; readonly why: string }
  | { readonly kind: 'conflict'; readonly one: string; readonly other: string }
  | { readonly kind: 'other'; readonly text: string }

/** A command of plain mode, without its colon. */
export type PlainCommand =
  | 'back'
  | 'skip'
  | 'help'
  | 'example'
  | 'question'
  | 'overview'
  | 'review'
  | 'private'
  | 'editor'
  | 'picture'
  | 'leave'
  | EditCommand

/** A command that changes or reads out a part of the answer, or moves between its parts. */
export type EditCommand = 'lines' | 'change' | 'drop' | 'again' | 'undo' | 'up' | 'row'

/** What an author looks at after a document became a pack. */
export type PointCode =
  | 'kind-unknown'
  | 'one-or-several'
  | 'bullets-as-options'
  | 'perhaps-yes-no'
  | 'perhaps-question'
  | 'room-only'
  | 'no-options'
  | 'options-left'
  | 'too-many'
  | 'ticks'
  | 'row-left'
  | 'cells-left'
  | 'table-to-read'
  | 'condition'
  | 'rule'
  | 'repeat'
  | 'score'
  | 'picture'
  | 'comment'
  | 'deleted'
  | 'edge-left'
  | 'front-matter'
  | 'item-left'
  | 'language-left'
  | 'sheet-left'
  | 'responses-left'
  | 'required'
  | 'encoding'
  | 'split'
  | 'no-question'
  | 'language'
  | 'minutes'
  | 'rights'

/** Where something is in a document: a line, a paragraph, a row of a sheet, or a question or page by its number. */
export type DocumentPlace =
  | { readonly at: 'line' | 'paragraph' | 'question' | 'page'; readonly number: number }
  | { readonly at: 'row'; readonly number: number; readonly sheet?: string }

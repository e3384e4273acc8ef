import type { DocumentPlace, PointCode } from '../../words/shared/types.ts'

/*
 * What a document of another program asks, before it becomes a pack. Each format has a reader that gives an outline; one writer makes
 * a pack of it. Texts are Markdown, except labels of options, statements, rows and columns, which are plain.
 */

export type { DocumentPlace as Place } from '../../words/shared/types.ts'

/** Something for the author to look at. `detail` is what the sentence quotes: a file, an expression, a number. */
export interface Point {
  readonly code: PointCode
  readonly detail: string
}

/** An option of a question, or a row. */
export interface Choice {
  readonly label: string
  readonly note?: string
  /** A name for it in the document, which becomes its id if it can. */
  readonly name?: string
}

/** The keys of a prompt that say what kind of answer it takes, as in the YAML of a pack. Lists of `Choice` get their ids later. */
export interface Answer {
  readonly type: string
  readonly options?: readonly Choice[]
  readonly statements?: readonly Choice[]
  readonly rows?: readonly Choice[]
  readonly columns?: readonly Column[]
  /** The name of an earlier question whose items are the rows. */
  readonly rowsFrom?: string
  /** What a condition compares, by the names of the options in the document; without it, the ids of the options. */
  readonly values?: ReadonlyMap<string, boolean | number>
  /** Other keys, which are written as they are. */
  readonly keys?: Readonly<Record<string, unknown>>
}

/** A column of a table. */
export interface Column {
  readonly title: string
  readonly type?: string
  readonly options?: readonly Choice[]
}

/** A question, or a passage between two questions. */
export interface Question {
  readonly ask: string
  readonly answer: Answer
  readonly title?: string
  readonly help?: string
  readonly example?: string
  /** A name for it in the document, which becomes its id if it can. */
  readonly name?: string
  /** When it is asked: the name of an earlier question, and the names of the options that lead here. */
  readonly when?: { readonly name: string; readonly options: readonly string[] }
  readonly place?: DocumentPlace
  readonly points?: readonly Point[]
  /** What else the document says about it, for the author: it becomes a comment. */
  readonly remarks?: readonly string[]
}

/** A part of the document that becomes an exercise. */
export interface Section {
  readonly title: string
  /** Markdown that is shown first. */
  readonly reading: string
  readonly questions: readonly Question[]
}

/** A whole document. */
export interface Outline {
  readonly title?: string
  readonly summary?: string
  /** A language tag; it may be invalid. */
  readonly language?: string
  readonly sections: readonly Section[]
  /** Points about the whole document. */
  readonly points: readonly Point[]
}

/** A question that is answered in writing. */
export const written: Answer = { type: 'text' }
/** One that is answered in a line. */
export const oneLine: Answer = { type: 'text', keys: { lines: 1 } }
/** Nothing is asked. */
export const passage: Answer = { type: 'note' }

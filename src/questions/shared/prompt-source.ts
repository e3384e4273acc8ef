import type { codes } from '../../words/en/diagnostic-codes.ts'

/** The sentences of `pack check`, by code. */
export type CodeWords = typeof codes
/** The stable name of an error or a warning in a pack. */
export type Code = keyof CodeWords
/** What the sentence of a code needs to know. */
export type CodeDetails<C extends Code> = Parameters<CodeWords[C]> extends [infer P] ? P : Record<never, never>
/** The same for each code; indexing this type lets TypeScript match a code and its details. */
export type DetailsByCode = { readonly [C in Code]: CodeDetails<C> }

/** A stretch of a file's text, in UTF-16 units from its start. */
export interface SourceSpan {
  readonly start: number
  readonly end: number
}

/** What to write in place of a stretch of a file's text. */
export interface Edit extends SourceSpan {
  readonly text: string
}

/** Another name for a file of the pack, relative to its folder. */
export interface Rename {
  readonly from: string
  readonly to: string
}

/** Edits of another file than the one in which something was found. */
interface Elsewhere {
  readonly file: string
  readonly edits: readonly Edit[]
}

/** A correction that is certain: the author can have meant nothing else. The edits of one file do not overlap. */
export type Fix = readonly Edit[] | Elsewhere | Rename

/** Records an error or a warning in one file, with the correction if it is certain. */
export type Report = <C extends Code>(code: C, span: SourceSpan, details: DetailsByCode[C], fix?: Fix) => void

/** A step from a YAML node to one inside it: a key, or the index of an item. */
export type Step = string | number

/** One prompt's YAML, for checks of what its keys mean together. */
export interface PromptSource {
  readonly report: Report
  /** Whether the author wrote the key. */
  has(...path: readonly Step[]): boolean
  /** The name of a key; if the author did not write it, the start of the node that would hold it. */
  key(...path: readonly Step[]): SourceSpan
  /** The start of a value; if it is missing, of the node that would hold it. */
  value(...path: readonly Step[]): SourceSpan
  /** The keys of a mapping, with the places of their names. */
  keys(...path: readonly Step[]): readonly { readonly key: string; readonly span: SourceSpan }[]
  /** A text, and the place of each of its pieces, which are searched for one after the other. */
  text(...path: readonly Step[]): { readonly text: string; find(piece: string): SourceSpan } | undefined
}

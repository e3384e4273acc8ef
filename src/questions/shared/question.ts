import type { ZodRawShape, z as Zod } from 'zod'
import type { AnswerOf, Checked, CommonKeys, EntryWords, Form, Option, PromptOf, PromptType, Reading } from './model.ts'

/** The validation library, handed in so that no path but pack parsing loads it. */
export type Z = typeof Zod

/** What a prompt of one type has beyond what every prompt has. */
export type Own<T extends PromptType> = Omit<PromptOf<T>, keyof CommonKeys>

/**
 * Words in place of a prompt's. They are named as in the file of a translation, by keys and ids: `['options', 'led',
 * 'label']`.
 */
export type Say = (name: readonly string[], words: string) => string

/** Everything that one question type knows of itself. One file each; `index.ts` is the table of them. */
export interface Question<T extends PromptType> {
  readonly type: T
  /** The keys of its own in a pack's YAML (the common ones are added by the schema), with descriptions for editors. */
  keys(z: Z): ZodRawShape
  /** The prompt's own part from keys that passed the schema: YAML names become the model's, defaults are filled in. */
  parse(keys: Readonly<Record<string, unknown>>): Own<T>
  /** Whether a value from outside is an answer to this (posed) prompt; every fault, not the first. */
  check(prompt: PromptOf<T>, value: unknown): Checked<AnswerOf[T]>
  /** What goes on the marker's line; undefined where the Markdown needs nothing. */
  form(prompt: PromptOf<T>): Form | undefined
  /** The prompt's own part again from a marker's form; undefined if the form is not one of ours. */
  fromForm(form: Form): Own<T> | undefined
  /** The answer as Markdown, without a trailing newline. May fail to read back: `codec.ts` checks and falls back to JSON. */
  toMarkdown(prompt: PromptOf<T>, answer: AnswerOf[T], words: EntryWords): string
  /**
   * What stands in a body (line endings `\n`), in any shipped language's words: a value for `check`, and the text
   * around it. Undefined where the form is no longer there.
   */
  fromMarkdown(prompt: PromptOf<T>, body: string, languages: readonly EntryWords[]): Reading<unknown> | undefined
  /** The answer as Markdown for reading: what was chosen only, no unticked boxes. */
  shown(prompt: PromptOf<T>, answer: AnswerOf[T], words: EntryWords): string
  /** One line of plain text, for overviews, quotations (`{{prompt}}`) and recalls. */
  summary(prompt: PromptOf<T>, answer: AnswerOf[T], words: EntryWords): string
  /** One part of the answer as plain text (`{{prompt.part}}`: a gap, a statement's rating); undefined where there is none. */
  part?(prompt: PromptOf<T>, answer: AnswerOf[T], part: string, words: EntryWords): string | undefined
  /** The prompt with the words of its own kind as `say` has them; absent where the type has none besides the question. */
  translated?(prompt: PromptOf<T>, say: Say): PromptOf<T>
  /** What the answer offers to a later `options_from` or `rows_from`. */
  offers?(prompt: PromptOf<T>, answer: AnswerOf[T] | undefined): readonly Option[]
}

import type { ZodRawShape, z as Zod } from 'zod'
import type { AnswerOf, Checked, EntryWords, Form, PromptOf, PromptType, Reading } from './model.ts'

/** The validation library, handed in so that no path but pack parsing loads it. */
export type Z = typeof Zod

/** Everything that one question type knows of itself. One file each; `index.ts` is the table of them. */
export interface Question<T extends PromptType> {
  readonly type: T
  /** The keys of its own in a pack's YAML (the common ones are added by the schema), with descriptions for editors. */
  keys(z: Z): ZodRawShape
  /** The prompt's own part from keys that passed the schema: YAML names become the model's, defaults are filled in. */
  parse(keys: Readonly<Record<string, unknown>>): Omit<PromptOf<T>, keyof import('./model.ts').CommonKeys>
  /** Whether a value from outside is an answer to this (posed) prompt; every fault, not the first. */
  check(prompt: PromptOf<T>, value: unknown): Checked<AnswerOf[T]>
  /** What goes on the marker's line; undefined where the Markdown needs nothing. */
  form(prompt: PromptOf<T>): Form | undefined
  /** The prompt's own part again from a marker's form; undefined if the form is not one of ours. */
  fromForm(form: Form): Omit<PromptOf<T>, keyof import('./model.ts').CommonKeys> | undefined
  /** The answer as Markdown, without a trailing newline. May fail to read back: the codec checks and falls back to JSON. */
  toMarkdown(prompt: PromptOf<T>, answer: AnswerOf[T], words: EntryWords): string
  /** The answer found in a body, in any shipped language's words; undefined where the form is no longer there. */
  fromMarkdown(prompt: PromptOf<T>, body: string, languages: readonly EntryWords[]): Reading<AnswerOf[T]> | undefined
  /** The answer as Markdown for reading: what was chosen only, no unticked boxes. */
  shown(prompt: PromptOf<T>, answer: AnswerOf[T], words: EntryWords): string
  /** One line of plain text, for overviews, quotations (`{{prompt}}`) and recalls. */
  summary(prompt: PromptOf<T>, answer: AnswerOf[T], words: EntryWords): string
  /** One part of the answer as plain text (`{{prompt.part}}`: a gap, a statement's rating); undefined where there is none. */
  part?(prompt: PromptOf<T>, answer: AnswerOf[T], part: string, words: EntryWords): string | undefined
  /** What the answer offers to a later `options_from` or `rows_from`. */
  offers?(prompt: PromptOf<T>, answer: AnswerOf[T] | undefined): readonly import('./model.ts').Option[]
}

import type { AttachedKey } from './attached.ts'
import type { ZodRawShape, z as Zod } from 'zod'
import type {
  Answer,
  AnswerKind,
  AnswerOf,
  Checked,
  CommonKeys,
  EntryWords,
  Form,
  Identity,
  Option,
  Part,
  Prompt,
  PromptOf,
  PromptType,
  ScaleRating,
  Reference
} from './model.ts'
import type { AnswerLimit } from './limits.ts'
import type { Found } from '../../text/lines.ts'
import type { PromptSource } from './prompt-source.ts'
import type { Carried, NewPart } from './carrying.ts'
import type { Typed, TypedContext } from './typed.ts'

/** The validation library, passed in so that only pack parsing loads it. */
export type Z = typeof Zod

/** The keys that one prompt type adds to the common ones. */
export type Own<T extends PromptType> = Omit<PromptOf<T>, keyof CommonKeys>

/**
 * Returns the text to show in place of an author's text. The name is the one used in translation files, made of keys
 * and ids: `['options', 'led', 'label']`.
 */
export type Say = (name: readonly string[], words: string) => string

/** The new id of a piece of a prompt; `list` is the path of its list: `options`, `columns`, or `columns.who` for its options. */
export type NewId = (list: string, id: string) => string

/** Two bounds in a prompt's YAML: the value of `low` must not be above that of `high`. */
export interface KeyRange {
  /** The key whose value holds both; absent if they are keys of the prompt itself. */
  readonly within?: string
  readonly low: string
  readonly high: string
  /** The bounds must differ. */
  readonly strict?: true
}

/** Finds an earlier answer of the exercise, and the prompt as it was asked. */
export type AnswerTo = (prompt: string) => { readonly prompt: Prompt; readonly answer: Answer } | undefined

/** What a prompt takes from earlier answers before it is asked. */
export interface EarlierAnswers {
  /** What another prompt of the exercise offers. */
  options(prompt: string): readonly Option[]
  /** The first of these answers that exists, or the newest, as lines of plain text. */
  shown(references: readonly Reference[], newest: boolean): readonly string[] | undefined
  /** A text with its quotations filled in; `escape` is applied to each quoted answer. */
  fill(text: string, escape: (words: string) => string): string
}

/**
 * Everything that the program knows about one question type. One file per type; `index.ts` lists them. A member that
 * is optional describes an ability that few types have; the default is in its comment.
 */
export interface Question<T extends PromptType> {
  readonly type: T

  // Packs.

  /**
   * The type's own keys in a pack's YAML, with descriptions for editors. The schema adds the common keys. `isWritten`: as authors may
   * write them, that is, with names in place of what the manifest defines.
   */
  keys(z: Z, isWritten?: boolean): ZodRawShape
  /** The key that names a definition, the key of the manifest that lists those, and the keys that it stands for. Default: none. */
  readonly defined?: { readonly key: string; readonly list: string; readonly keys: readonly string[] }
  /** The type's own part of a prompt, from keys that passed the schema: model names, defaults filled in. `format` is that of the pack. */
  parse(keys: Readonly<Record<string, unknown>>, format: 1 | 2): Own<T>
  /** Keys that hold a lower and an upper bound. Default: none. */
  readonly ranges?: readonly KeyRange[]
  /** Reports faults that the schema cannot express. Default: none. */
  checkKeys?(prompt: PromptOf<T>, source: PromptSource): void
  /** Keys, besides `ask` and `help`, whose texts may quote earlier answers. Default: none. */
  readonly quotingKeys?: readonly string[]
  /** YAML keys that name earlier prompts: to show their answers, to take their items as options, or their answer as a bound. Default: none. */
  readonly referenceKeys?: Readonly<Record<string, 'answers' | 'items' | 'bound'>>
  /** The key of the model that holds the name of the prompt whose items are taken. Default: none. */
  readonly sourceKey?: 'optionsFrom' | 'rowsFrom'
  /** The earlier answers that the prompt shows. Default: none. */
  references?(prompt: PromptOf<T>): readonly Reference[]
  /** The keys of its own texts in a translation file. Default: it has no texts besides the question. */
  textKeys?(z: Z): ZodRawShape
  /** The prompt with those texts replaced by those of `say`. */
  translated?(prompt: PromptOf<T>, say: Say): PromptOf<T>

  // Asking.

  /** The prompt with what it takes from earlier answers; undefined if nothing is left to ask. Default: unchanged. */
  resolve?(prompt: PromptOf<T>, earlier: EarlierAnswers): PromptOf<T> | undefined
  /** The prompt with the bounds that earlier answers of its exercise set; entries that are changed have these too. Default: unchanged. */
  bounded?(prompt: PromptOf<T>, answerTo: AnswerTo): PromptOf<T>
  /** The prompt with default labels filled in, in the entry's language. Default: unchanged. */
  labelled?(prompt: PromptOf<T>, words: EntryWords): PromptOf<T>
  /** Whether the prompt takes an answer. Default: true. */
  asks?(prompt: PromptOf<T>): boolean
  /** Without an answer, the prompt counts as seen, not as skipped. */
  readonly isSilent?: true
  /** The answer is writing of any number of lines, which an editor can take over. Default: false. */
  isLong?(prompt: PromptOf<T>): boolean
  /** Its answer can begin with words of the author: the key `start_with`. Default: it cannot. */
  readonly canStart?: true
  /** The answer is typed item by item, and new items go after those that are there. */
  readonly isItemised?: true
  /** The answer has parts that are asked for one by one; after a fault the other parts stay. */
  readonly isMultiPart?: true
  /** The answer is one or more of the prompt's options. */
  readonly isSelection?: true
  /** The answer is typed in one line in every terminal, so a text that is not an answer can be shown there and corrected. */
  readonly isTyped?: true
  /** The question may hold several questions, such as one per column. */
  readonly isManifold?: true
  /** The questions that can be attached to it. Default: a follow-up. */
  readonly attachable?: readonly AttachedKey[]

  // Answers.

  /** Whether a value from outside answers this (resolved) prompt. Returns every fault, not only the first. */
  check(prompt: PromptOf<T>, value: unknown): Checked<AnswerOf[T]>
  /** A text that was typed or written by hand, read as an answer; the same rules everywhere. Default: `none`. */
  typed?(prompt: PromptOf<T>, text: string, context: TypedContext): Typed<AnswerOf[T]>
  /** What conditions can ask about the answer. */
  kind(prompt: PromptOf<T>): AnswerKind
  /** The parts of an answer that conditions and quotations can name (`prompt.part`). Default: none. */
  parts?(prompt: PromptOf<T>): readonly Part[]
  /** The keys that list the pieces which answers name by an id. Default: none. */
  readonly identityLists?: readonly string[]
  /** The one of these lists that `offers` gives. Default: none. */
  readonly offeredList?: string
  /** These pieces. An option's id may be any text, so there may be dots in it. Default: none. */
  identities?(prompt: PromptOf<T>): readonly Identity[]
  /** Words beside an answer, apart from the labels of these pieces, that decide what it says, by their YAML keys. Default: none. */
  meanings?(prompt: PromptOf<T>): readonly Identity[]
  /** What decides which answers it takes, apart from these pieces. Default: nothing. */
  limits?(prompt: PromptOf<T>): readonly AnswerLimit[]
  /** The prompt with other ids of these pieces. Default: unchanged. */
  withIds?(prompt: PromptOf<T>, newId: NewId): PromptOf<T>
  /** An answer with the same ids. Default: unchanged. */
  answerWithIds?(answer: AnswerOf[T], newId: NewId): AnswerOf[T]
  /** One part of the answer as plain text; undefined if it is not there. */
  part?(prompt: PromptOf<T>, answer: AnswerOf[T], part: string, words: EntryWords): string | undefined
  /** What the answer offers to a later `options_from` or `rows_from`; undefined if this prompt can offer nothing. */
  offers?(prompt: PromptOf<T>, answer: AnswerOf[T] | undefined): readonly Option[] | undefined
  /** The texts of an answer of any shape that the learner wrote, for word counts. Default: every string in it. */
  ownWords?(prompt: PromptOf<T>, answer: unknown): readonly string[]
  /** The people or roles that the answer names, if the prompt asks for them. Default: none. */
  people?(prompt: PromptOf<T>, answer: AnswerOf[T]): readonly string[]
  /**
   * Carries an answer from the (resolved) prompt as it was asked to the prompt as it is now, part by part. Whether `kept` is valid
   * and complete is for `check` to say. Default: all of it is kept.
   */
  carry?(before: PromptOf<T>, answer: AnswerOf[T], now: PromptOf<T>, newPart: NewPart): Carried<AnswerOf[T]>
  /** When the learner will do what the answer says that they will do, in their words. Default: it says no such thing. */
  intendedWhen?(answer: AnswerOf[T]): string
  /** Whether the answer is a day, `YYYY-MM-DD`, on which the exercise is due again. Default: it is not. */
  asksForReturn?(prompt: PromptOf<T>): boolean
  /** What the answer rates on a scale. Default: nothing. */
  ratings?(prompt: PromptOf<T>, answer: AnswerOf[T]): readonly ScaleRating[]

  // Text.

  /** The short form of an answer: lines of plain text, the same wherever an answer is shown in short. */
  lines(prompt: PromptOf<T>, answer: AnswerOf[T], words: EntryWords): readonly string[]
  /** The answer as Markdown for reading: only what was chosen, no unticked boxes. */
  shown(prompt: PromptOf<T>, answer: AnswerOf[T], words: EntryWords): string
  /** The answer as Markdown, without a trailing newline. It may not read back: `codec.ts` checks and writes JSON instead. */
  toMarkdown(prompt: PromptOf<T>, answer: AnswerOf[T], words: EntryWords): string
  /**
   * The answer found in a section's body (line endings `\n`), in any shipped language's words: a value for `check`, and
   * the text around it. Undefined if the expected form is not there, or if it has two meanings.
   */
  fromMarkdown(prompt: PromptOf<T>, body: string, context: TypedContext): Found<unknown> | undefined
  /** Every text is an answer: a body never holds JSON or notes. */
  readonly isWriting?: true
  /** The JSON on the marker's line; undefined if the Markdown can be read without it. */
  form(prompt: PromptOf<T>): Form | undefined
  /** The type's own part of a prompt, from a marker's JSON; undefined if the JSON does not describe one. */
  fromForm(form: Form): Own<T> | undefined
  /** The prompt that a section's body answers, where an edit by hand went beyond it. Default: unchanged. */
  widened?(prompt: PromptOf<T>, body: string): PromptOf<T>
  /** Plain text that is shown with the question and stored as a quotation after it. Default: none. */
  shownWith?(prompt: PromptOf<T>): string | undefined
  /** The prompt with the text of `shownWith`. */
  withShown?(prompt: PromptOf<T>, text: string): PromptOf<T>
}

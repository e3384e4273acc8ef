import { answerKind } from '../../questions/index.ts'
import type { AnswerKind, Prompt, PromptType, Reference } from '../../questions/shared/model.ts'
import type { Report, SourceSpan } from '../diagnostic.ts'
import type { LineIndex } from '../yaml/line-index.ts'
import type { Leaf, Node } from '../yaml/tree.ts'
import type { Clause, Comparison } from './condition-parser.ts'

/** A pack between YAML and the model: what is known about each part, valid or not, with source spans. */
export interface Outline {
  readonly manifest: CheckedPart
  /** In the manifest's order. */
  readonly exercises: readonly ExerciseOutline[]
  readonly translations: readonly TranslationOutline[]
}

/** A translation, in a file of its own or in the manifest. */
export interface TranslationOutline {
  /** From the file's name, or the key in the manifest. */
  readonly language: string
  readonly part: CheckedPart
  /** Its start, for findings about the whole translation. */
  readonly span: SourceSpan
  /** Paths of the keys with schema errors, joined by slashes; these are not reported again. */
  readonly invalidPaths: ReadonlySet<string>
}

/** A manifest, exercise or translation as YAML: a file, or a node in the manifest's file. */
export interface FilePart {
  readonly file: string
  readonly lines: LineIndex
  readonly node: Node
  readonly report: Report
  /** See `YamlReading`. */
  readonly lostLines: boolean
}

/** The same after the check by its schema. */
export interface CheckedPart extends FilePart {
  /** Its own keys are valid; exercises of a manifest and prompts of an exercise do not count. */
  readonly isValid: boolean
}

/** An exercise with its prompts. */
export interface ExerciseOutline {
  /** Undefined if it is missing or not a text. */
  readonly id: string | undefined
  /** Undefined if the file is missing or cannot be read. */
  readonly part: CheckedPart | undefined
  readonly prompts: readonly PromptOutline[]
}

/** A prompt as YAML, and as far as it is valid, in the model. */
export interface PromptOutline {
  readonly id: string | undefined
  readonly index: number
  readonly type: PromptType | undefined
  readonly node: Node
  /** Without condition and follow-up; undefined if keys of its type are invalid. */
  readonly prompt: Prompt | undefined
  readonly when: Clause | undefined
  readonly followUp: FollowUp | undefined
}

/** A text that is asked after a prompt. */
export interface FollowUp {
  readonly ask: string
  readonly askNode: Leaf
  /** The options after which it is asked; any answer if absent. */
  readonly when?: readonly { readonly id: string; readonly node: Node }[]
  readonly private?: boolean
  readonly about?: readonly Reference[]
}

/** The first exercise with an id. */
export function exerciseOf(outline: Outline, id: string): ExerciseOutline | undefined {
  return outline.exercises.find((exercise) => exercise.id === id)
}

/** The first prompt with an id. */
export function promptOf(exercise: ExerciseOutline, id: string): PromptOutline | undefined {
  return exercise.prompts.find((prompt) => prompt.id === id)
}

/** What conditions can ask about a prompt's answer; undefined if the prompt has errors, or no such part. */
export function answerKindOf({ prompt, followUp }: PromptOutline, part: string | undefined): AnswerKind | undefined {
  if (part === 'follow_up') return followUp === undefined ? undefined : { of: 'words' }
  return prompt && answerKind(prompt, part)
}

/** What conditions can ask about the answer that a comparison refers to; undefined if it is not known. */
export function comparedKind(outline: Outline, here: ExerciseOutline, { of }: Comparison): AnswerKind | undefined {
  const exercise = of.exercise === undefined ? here : exerciseOf(outline, of.exercise)
  const prompt = exercise && promptOf(exercise, of.prompt)
  return prompt && answerKindOf(prompt, of.part)
}

import type { Prompt, PromptType } from '../../questions/shared/model.ts'
import type { Clause } from './condition-parser.ts'
import type { Report, SourceSpan } from '../diagnostic.ts'
import type { LineIndex } from '../yaml/line-index.ts'
import type { Leaf, Node } from '../yaml/tree.ts'

/** A pack on its way from files to a model: what is known of each part, sound or not, and where it stands. */
export interface Outline {
  readonly manifest: Part
  /** In the manifest's order. An exercise whose file cannot be read has no node. */
  readonly exercises: readonly ExerciseOutline[]
  readonly translations: readonly TranslationOutline[]
}

/** A translation, in a file of its own or in the manifest. */
export interface TranslationOutline {
  /** As its file's name, or its key, has it. */
  readonly language: string
  readonly part: Part
  /** Where it begins, for what can be said of the whole of it only. */
  readonly span: SourceSpan
  /** Names of what the schema complained of. */
  readonly told: ReadonlySet<string>
}

/** A map in a file, and where faults in it are reported. */
export interface Part {
  readonly file: string
  readonly lines: LineIndex
  readonly node: Node
  readonly report: Report
  /** The manifest's or the exercise's own keys passed the schema. */
  readonly sound: boolean
}

export interface ExerciseOutline {
  /** As written; undefined where there is none that could be one. */
  readonly id: string | undefined
  /** Undefined where the file is missing, or no YAML. */
  readonly part: Part | undefined
  readonly prompts: readonly PromptOutline[]
}

export interface PromptOutline {
  readonly id: string | undefined
  readonly index: number
  readonly type: PromptType | undefined
  readonly node: Node
  /** As the model has it, without condition and follow-up; undefined where the schema found a fault. */
  readonly prompt: Prompt | undefined
  readonly when: Clause | undefined
  readonly followUp: FollowUp | undefined
}

/** A text that is asked after a prompt. */
export interface FollowUp {
  readonly ask: string
  readonly askNode: Leaf
  /** Only after one of these options. */
  readonly when?: readonly { readonly id: string; readonly node: Node }[]
}

/** An exercise by its id; the first of several. */
export function exerciseOf(outline: Outline, id: string): ExerciseOutline | undefined {
  return outline.exercises.find((exercise) => exercise.id === id)
}

/** A prompt by its id; the first of several. */
export function promptOf(exercise: ExerciseOutline, id: string): PromptOutline | undefined {
  return exercise.prompts.find((prompt) => prompt.id === id)
}

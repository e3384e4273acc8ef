import type { AttachedKey } from '../../questions/shared/attached.ts'
import { derivedKind } from '../../questions/derived.ts'
import { answerKind } from '../../questions/index.ts'
import type { AnswerKind, Derived, Prompt, PromptType, Reference, WordedKey } from '../../questions/shared/model.ts'
import type { Say } from '../../questions/shared/question.ts'
import { isDerived } from '../../questions/shared/reference.ts'
import type { Report, SourceSpan } from '../diagnostic.ts'
import type { Pack } from '../model.ts'
import type { LineIndex } from '../yaml/line-index.ts'
import type { Node } from '../yaml/tree.ts'
import type { Clause, Comparison } from './condition-parser.ts'
import type { WordingOutline } from './wordings.ts'

/** A pack between YAML and the model: what is known about each part, valid or not, with source spans. */
export interface Outline {
  /** That of the manifest; 1 if it is not known. */
  readonly format: Pack['format']
  readonly manifest: CheckedPart
  readonly definitions: Definitions
  /** In the manifest's order. */
  readonly exercises: readonly ExerciseOutline[]
  readonly translations: readonly TranslationOutline[]
}

/** What a manifest defines once for several prompts: by the key that lists it, and by name. */
export type Definitions = ReadonlyMap<string, ReadonlyMap<string, Definition>>

/** A list of options, or some keys of a prompt type. */
interface Definition {
  /** Undefined if it has errors, which are reported. */
  readonly node: Node | undefined
  /** Replaces its texts; their names are those of a translation, below the definition's own name. */
  translate(say: Say): void
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
  /** In order, with those after the discussion. */
  readonly prompts: readonly PromptOutline[]
  /** How many of them are asked before the discussion. */
  readonly beforeDiscussion: number
  /** Its passages that have several wordings. */
  readonly passages: Wordings<'reading' | 'discussion'>
}

/** The wordings of the texts that have several, by key. */
export type Wordings<Key extends string> = { readonly [K in Key]?: readonly WordingOutline[] }

/** A prompt as YAML, and as far as it is valid, in the model. */
export interface PromptOutline {
  readonly id: string | undefined
  readonly index: number
  readonly type: PromptType | undefined
  /** With what the manifest defines in place of the names of it. */
  readonly node: Node
  /** Its texts that are translated elsewhere. */
  readonly shared: readonly SharedTexts[]
  /** Without condition and attached questions; undefined if keys of its type are invalid. */
  readonly prompt: Prompt | undefined
  readonly when: Clause | undefined
  readonly wordings: Wordings<WordedKey>
  /** In the order in which they are asked. */
  readonly attached: readonly AttachedOutline[]
}

/** Texts of a prompt that are translated in another place. */
export interface SharedTexts {
  /** Their name in a translation, below that of the prompt; and all names below it. */
  readonly place: readonly string[]
  /** The name of the other place, in the whole translation. */
  readonly of: readonly string[]
}

/** A text that is asked after a prompt. */
export interface AttachedOutline {
  readonly key: AttachedKey
  readonly node: Node
  readonly ask: string
  /** A text, or a list of wordings. */
  readonly askNode: Node
  readonly wordings?: readonly WordingOutline[]
  /** Which answers it is asked after; any if absent. */
  readonly when?: Clause
  /** It is asked after an answer of fewer words. */
  readonly under?: number
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
function answerKindOf({ prompt, attached }: PromptOutline, part: string | undefined): AnswerKind | undefined {
  if (attached.some(({ key }) => key === part)) return { of: 'words' }
  return prompt && answerKind(prompt, part)
}

/** What conditions can ask about the answer that a comparison refers to; undefined if it is not known. */
export function comparedKind(outline: Outline, here: ExerciseOutline, { of }: Comparison): AnswerKind | undefined {
  if (isDerived(of)) return derivedKindOf(outline, here, of)
  return kindAt(outline, here, of)
}

function kindAt(outline: Outline, here: ExerciseOutline, reference: Reference): AnswerKind | undefined {
  const prompt = promptNamed(outline, here, reference)
  return prompt && answerKindOf(prompt, reference.part)
}

function derivedKindOf(outline: Outline, here: ExerciseOutline, of: Derived): AnswerKind | undefined {
  const prompts = of.of.map((reference) => promptNamed(outline, here, reference)?.prompt)
  const [first] = of.of
  if (of.derive === 'times' && prompts[0] !== undefined && first !== undefined) return kindAt(outline, here, first)
  return derivedKind(
    of,
    prompts.flatMap((prompt) => prompt ?? [])
  )
}

/** The prompt that a reference names. */
function promptNamed(outline: Outline, here: ExerciseOutline, { exercise: id, prompt }: Reference) {
  const exercise = id === undefined ? here : exerciseOf(outline, id)
  return exercise && promptOf(exercise, prompt)
}

/** The conditions of a prompt: its own, and those of its wordings and of what is attached to it. */
export function clausesOf({ when, wordings, attached }: PromptOutline): readonly Clause[] {
  const worded = [...Object.values(wordings), ...attached.map((each) => each.wordings ?? [])].flat()
  return [when, ...[...worded, ...attached].map((each) => each.when)].flatMap((clause) => clause ?? [])
}

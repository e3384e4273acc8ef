import { answerKind } from '../../questions/index.ts'
import type { AnswerKind } from '../../questions/shared/model.ts'
import type { Comparison } from './condition-parser.ts'
import { exerciseOf, promptOf } from './outline.ts'
import type { ExerciseOutline, Outline, PromptOutline } from './outline.ts'

/** What conditions can ask about a prompt's answer; undefined if the prompt has errors, or no such part. */
export function kindOf({ prompt, followUp }: PromptOutline, part: string | undefined): AnswerKind | undefined {
  if (part === 'follow_up') return followUp === undefined ? undefined : { of: 'words' }
  return prompt && answerKind(prompt, part)
}

/** What the answer is that a comparison looks at; undefined if it is not known. */
export function kindIn(outline: Outline, here: ExerciseOutline, { of }: Comparison): AnswerKind | undefined {
  const exercise = of.exercise === undefined ? here : exerciseOf(outline, of.exercise)
  const prompt = exercise && promptOf(exercise, of.prompt)
  return prompt && kindOf(prompt, of.part)
}

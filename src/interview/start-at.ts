import { questionOf, references } from '../questions/index.ts'
import type { Prompt } from '../questions/shared/model.ts'
import type { AnswerState, Walk } from './model.ts'
import { view } from './view.ts'
import type { InterviewContext } from './view.ts'
import { begin, start } from './walk.ts'

/**
 * A walk that starts at a prompt, with the earlier questions skipped. If the prompt would not be asked then, the walk starts at
 * the first prompt that it depends on; if it depends on other exercises only, at the first prompt.
 */
export function startAt(scene: InterviewContext, id: string): Walk {
  const { prompts } = scene.exercise
  const here = prompts.findIndex((prompt) => prompt.id === id)
  const before = prompts.slice(0, here).map((prompt): [string, AnswerState] => [prompt.id, passedBy(prompt)])
  const walk: Walk = { ...begin(), step: { at: 'prompt', id }, held: Object.fromEntries(before) }
  if (view(scene, walk)[here]?.visible === true) return walk
  const first = prompts.slice(0, here).find((prompt) => buildsOn(prompts[here], prompt.id))
  return first === undefined ? start(scene, begin()) : startAt(scene, first.id)
}

function passedBy(prompt: Prompt): AnswerState {
  return { kind: questionOf(prompt).isSilent ? 'seen' : 'skipped' }
}

/** Whether a prompt depends on another prompt of its exercise. */
function buildsOn(prompt: Prompt | undefined, id: string): boolean {
  if (prompt === undefined) return false
  return namesIn([prompt.when, references(prompt)]).includes(id)
}

/** The prompts of the same exercise that a value refers to, at any depth. */
function namesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  if ('prompt' in value && typeof value.prompt === 'string') return 'exercise' in value ? [] : [value.prompt]
  return Object.values(value).flatMap(namesIn)
}

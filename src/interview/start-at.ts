import { questionOf, references } from '../questions/index.ts'
import type { Prompt } from '../questions/shared/model.ts'
import type { Held, Walk } from './model.ts'
import { view } from './view.ts'
import type { Scene } from './view.ts'
import { begin, start } from './walk.ts'

/**
 * A walk that begins at a prompt, the questions before it left out as if they had been skipped. Where it would not be asked
 * then, the walk begins at the first prompt that it builds on, and where it builds on other exercises only, at the first of
 * all.
 */
export function approach(scene: Scene, id: string): Walk {
  const { prompts } = scene.exercise
  const here = prompts.findIndex((prompt) => prompt.id === id)
  const before = prompts.slice(0, here).map((prompt): [string, Held] => [prompt.id, passedBy(prompt)])
  const walk: Walk = { ...begin(), step: { at: 'prompt', id }, held: Object.fromEntries(before) }
  if (view(scene, walk)[here]?.visible === true) return walk
  const first = prompts.slice(0, here).find((prompt) => buildsOn(prompts[here], prompt.id))
  return first === undefined ? start(scene, begin()) : approach(scene, first.id)
}

function passedBy(prompt: Prompt): Held {
  return { kind: questionOf(prompt).isSilent ? 'seen' : 'skipped' }
}

/** Whether a prompt is there, or has anything to choose from, only because of another of its exercise. */
function buildsOn(prompt: Prompt | undefined, id: string): boolean {
  if (prompt === undefined) return false
  return namesIn([prompt.when, references(prompt)]).includes(id)
}

/** The prompts of the same exercise to which references lead, at any depth. */
function namesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  if ('prompt' in value && typeof value.prompt === 'string') return 'exercise' in value ? [] : [value.prompt]
  return Object.values(value).flatMap(namesIn)
}

import { quotingTexts, references } from '../../questions/index.ts'
import type { Prompt, Reference } from '../../questions/shared/model.ts'
import type { Exercise, Pack } from '../model.ts'
import { quotationsIn } from './reference.ts'

/** The pack with every prompt private that shows words of a private answer, at whatever remove. */
export function withPrivacy(pack: Pack): Pack {
  const shows = new Map(
    pack.exercises.flatMap((exercise) =>
      exercise.prompts.map((prompt) => [nameIn(exercise, prompt), sourcesOf(prompt, exercise)])
    )
  )
  const hidden = new Set(
    pack.exercises.flatMap((exercise) =>
      exercise.prompts.filter((prompt) => prompt.private).map((prompt) => nameIn(exercise, prompt))
    )
  )
  for (let size = -1; size !== hidden.size;) {
    size = hidden.size
    for (const [name, sources] of shows) if (sources.some((source) => hidden.has(source))) hidden.add(name)
  }
  const marked = (exercise: Exercise) => (prompt: Prompt) =>
    hidden.has(nameIn(exercise, prompt)) ? { ...prompt, private: true as const } : prompt
  return {
    ...pack,
    exercises: pack.exercises.map((exercise) => ({ ...exercise, prompts: exercise.prompts.map(marked(exercise)) }))
  }
}

function nameIn(exercise: Exercise, { id }: Pick<Prompt, 'id'>): string {
  return `${exercise.id}/${id}`
}

function sourcesOf(prompt: Prompt, here: Exercise): string[] {
  return shownIn(prompt).map(
    ({ exercise = here.id, prompt: id, part }) => `${exercise}/${id}${part === 'follow_up' ? '.follow_up' : ''}`
  )
}

/** Every earlier answer whose words a prompt shows. */
function shownIn(prompt: Prompt): Reference[] {
  const quoted = quotingTexts(prompt).flatMap(quotationsIn)
  return [...quoted.flatMap(({ reference }) => reference ?? []), ...references(prompt)]
}

import type { Pack } from './model.ts'

/** What an exercise of an earlier version is called in this one; the same name where nothing is said of it. */
export function newExercise(id: string, { renamed }: Pick<Pack, 'renamed'>): string {
  return Object.hasOwn(renamed, id) ? (renamed[id] ?? id) : id
}

/** What a prompt of an earlier version is called in this one, as `exercise/prompt`. A follow-up goes with its prompt. */
export function newPrompt(exercise: string, prompt: string, pack: Pick<Pack, 'renamed'>): string {
  const [, name = prompt, followUp = ''] = /^(.*?)(\.follow_up)?$/.exec(prompt) ?? []
  const before = `${exercise}/${name}`
  const after = Object.hasOwn(pack.renamed, before) ? pack.renamed[before] : undefined
  return `${after ?? `${newExercise(exercise, pack)}/${name}`}${followUp}`
}

/** An exercise's name now and those that it had before. */
export function namesOf(id: string, { renamed }: Pick<Pack, 'renamed'>): readonly string[] {
  return [id, ...Object.keys(renamed).filter((before) => !before.includes('/') && renamed[before] === id)]
}

/** Exercises from which prompts moved into this one, whatever they are called now. */
export function movedFrom(id: string, { renamed }: Pick<Pack, 'renamed'>): readonly string[] {
  const moved = Object.entries(renamed).flatMap(([before, after]) =>
    before.includes('/') && after.startsWith(`${id}/`) ? (before.split('/', 1)[0] ?? []) : []
  )
  return [...new Set(moved)].filter((other) => newExercise(other, { renamed }) !== id)
}

/** What a prompt of an earlier version, of an exercise as it was called then, is called in this exercise; undefined if it is another's now. */
export function nameIn(
  exercise: string,
  before: string,
  prompt: string,
  pack: Pick<Pack, 'renamed'>
): string | undefined {
  const name = newPrompt(before, prompt, pack)
  return name.startsWith(`${exercise}/`) ? name.slice(exercise.length + 1) : undefined
}

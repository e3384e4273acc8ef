import type { Pack } from './model.ts'

/** The new name of an exercise of an earlier version; the same name if it was not renamed. */
export function newExercise(id: string, { renamed }: Pick<Pack, 'renamed'>): string {
  return Object.hasOwn(renamed, id) ? (renamed[id] ?? id) : id
}

/** The new name of a prompt of an earlier version: `exercise/prompt`. A follow-up is renamed with its prompt. */
export function newPrompt(exercise: string, prompt: string, pack: Pick<Pack, 'renamed'>): string {
  const [, name = prompt, followUp = ''] = /^(.*?)(\.follow_up)?$/.exec(prompt) ?? []
  const before = `${exercise}/${name}`
  const after = Object.hasOwn(pack.renamed, before) ? pack.renamed[before] : undefined
  return `${after ?? `${newExercise(exercise, pack)}/${name}`}${followUp}`
}

/** The name of an exercise, followed by its earlier names. */
export function namesOf(id: string, { renamed }: Pick<Pack, 'renamed'>): readonly string[] {
  return [id, ...Object.keys(renamed).filter((before) => !before.includes('/') && renamed[before] === id)]
}

/** The other exercises, by their earlier names, from which prompts moved into this one. */
export function movedFrom(id: string, { renamed }: Pick<Pack, 'renamed'>): readonly string[] {
  const moved = Object.entries(renamed).flatMap(([before, after]) =>
    before.includes('/') && after.startsWith(`${id}/`) ? (before.split('/', 1)[0] ?? []) : []
  )
  return [...new Set(moved)].filter((other) => newExercise(other, { renamed }) !== id)
}

/** The new name of a prompt that was in exercise `before`; undefined if it is not in this exercise now. */
export function nameIn(
  exercise: string,
  before: string,
  prompt: string,
  pack: Pick<Pack, 'renamed'>
): string | undefined {
  const name = newPrompt(before, prompt, pack)
  return name.startsWith(`${exercise}/`) ? name.slice(exercise.length + 1) : undefined
}

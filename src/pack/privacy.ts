import { attachedIn, promptIdsOf } from '../questions/shared/attached.ts'
import type { Section } from '../entry/model.ts'
import { quotingTexts, references } from '../questions/index.ts'
import type { Prompt, Reference } from '../questions/shared/model.ts'
import { quotationsIn, referencesOf } from '../questions/shared/reference.ts'
import { present } from '../util/records.ts'
import type { Exercise, Pack } from './model.ts'
import { nameIn, newExercise } from './renames.ts'

/*
 * One rule: a prompt is private if the author or the learner says so, or if a prompt that it builds on is private. The
 * learner's choices are known in a session only (`interview/view.ts`); here are the parts of the rule that a pack decides.
 */

/**
 * The earlier prompts that a prompt builds on, and whose privacy it inherits: what it is about, quotes or recalls, or takes
 * options or rows from. An attached question builds on its prompt. Conditions do not count, because they show nothing.
 */
export function privacySources(prompt: Prompt): readonly Reference[] {
  const quoted = quotingTexts(prompt).flatMap(quotationsIn)
  const sources = quoted.flatMap(({ source }) => (source === undefined ? [] : referencesOf(source)))
  return [...statedSources(prompt), ...sources, ...references(prompt)]
}

/** Those sources that texts and options do not show: the prompt of an attached question, and what the prompt is about. */
export function statedSources({ id, about = [] }: Prompt): readonly Reference[] {
  const attached = attachedIn(id)
  return [...(attached === undefined ? [] : [{ prompt: attached.prompt }]), ...about]
}

/** The names (`exercise/prompt`) of the prompts that are private unless the learner decides otherwise. */
export function privatePrompts(exercises: readonly Pick<Exercise, 'id' | 'prompts'>[]): ReadonlySet<string> {
  const names = new Set(
    exercises.flatMap(({ id, prompts }) =>
      prompts.flatMap((prompt) => (prompt.private === true ? [`${id}/${prompt.id}`] : []))
    )
  )
  if (names.size === 0) return names
  const all = exercises.flatMap(({ id, prompts }) =>
    prompts.map((prompt) => ({ name: `${id}/${prompt.id}`, sources: sourceNames(prompt, id) }))
  )
  for (let size = -1; size !== names.size;) {
    size = names.size
    for (const { name, sources } of all) if (sources.some((source) => names.has(source))) names.add(name)
  }
  return names
}

/** The names of the prompts that a prompt builds on. */
export function sourceNames(prompt: Prompt, exercise: string): readonly string[] {
  return privacySources(prompt).flatMap((source) =>
    promptIdsOf(source).map((id) => `${source.exercise ?? exercise}/${id}`)
  )
}

/** Whether an answer in an entry of another exercise is private. */
export type IsPrivate = (source: Reference) => boolean

/** What the present version of a pack says of an entry: the prompts of its exercise, and how the parts of the entry are called now. */
export interface PresentPrompts {
  /** Absent if the pack or the exercise is not installed. */
  readonly prompts?: readonly Prompt[]
  readonly nameNow: (id: string) => string
}

/**
 * The prompts that an entry has now.
 *
 * @param exercise its exercise, by the name that it had.
 * @param pack undefined if it is not installed.
 */
export function presentPrompts(exercise: string, pack: Pack | undefined): PresentPrompts {
  if (pack === undefined) return { nameNow: (id) => id }
  const name = newExercise(exercise, pack)
  const prompts = pack.exercises.find(({ id }) => id === name)?.prompts
  return { ...present({ prompts }), nameNow: (id) => nameIn(name, exercise, id, pack) ?? id }
}

/** The ids of an entry's sections that are private by their markers, and of what the prompts of its exercise build on these. */
export function privateIds(
  sections: readonly Section[],
  { prompts = [], nameNow }: PresentPrompts,
  isPrivate: IsPrivate = () => false
): ReadonlySet<string> {
  const now = new Set(sections.filter((section) => section.private).map(({ id }) => nameNow(id)))
  const written = new Map(prompts.map((prompt) => [prompt.id, prompt]))
  for (const id of new Set([...written.keys(), ...sections.map((section) => nameNow(section.id))])) {
    const sources = privacySources(written.get(id) ?? { type: 'note', id, ask: '' })
    const has = (source: Reference) =>
      source.exercise === undefined ? promptIdsOf(source).some((each) => now.has(each)) : isPrivate(source)
    if (sources.some(has)) now.add(id)
  }
  return new Set([...now, ...sections.flatMap(({ id }) => (now.has(nameNow(id)) ? [id] : []))])
}

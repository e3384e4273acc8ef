import type { Prompt } from '../../questions/shared/model.ts'
import { headingOf } from '../../questions/shared/heading.ts'
import type { Exercise, Pack } from '../model.ts'
import { newExercise, newPrompt } from '../renames.ts'
import { withNewNames } from './new-names.ts'

/** One thing that learners notice of a new version. Titles are as they are now, or were where there is none now. */
export type Change =
  | {
      readonly what: 'exercise-added' | 'exercise-gone' | 'reading-changed'
      readonly exercise: string
      readonly title: string
    }
  | { readonly what: 'exercise-renamed'; readonly exercise: string; readonly to: string; readonly title: string }
  | { readonly what: 'exercise-retitled'; readonly exercise: string; readonly before: string; readonly title: string }
  | { readonly what: 'translation-added' | 'translation-gone' | 'translation-changed'; readonly language: string }
  | {
      readonly what: 'prompt-added' | 'prompt-gone' | 'prompt-reworded' | 'prompt-changed'
      readonly exercise: string
      readonly prompt: string
      readonly title: string
      readonly exerciseTitle: string
    }
  | {
      readonly what: 'prompt-renamed'
      readonly exercise: string
      readonly prompt: string
      readonly to: string
      readonly title: string
      readonly exerciseTitle: string
    }

/** What learners notice between two versions of a pack, in the order of the new one; what is gone comes last. */
export function changesBetween(before: Pack, after: Pack): readonly Change[] {
  const exercises = before.exercises.map((exercise) => withNewNames(exercise, after))
  const old = new Map(exercises.map((exercise) => [newExercise(exercise.id, after), exercise]))
  const names = new Names(exercises, after)
  const kept = after.exercises.flatMap((exercise) => {
    const was = old.get(exercise.id)
    return was === undefined
      ? [{ what: 'exercise-added' as const, exercise: exercise.id, title: exercise.title }]
      : changesOf(was, exercise, names)
  })
  const ids = new Set(after.exercises.map(({ id }) => id))
  const gone = exercises
    .filter(({ id }) => !ids.has(newExercise(id, after)))
    .map(({ id, title }) => ({ what: 'exercise-gone' as const, exercise: id, title }))
  return [...kept, ...gone, ...translationChanges(before.translations ?? {}, after.translations ?? {})]
}

type Translations = NonNullable<Pack['translations']>

function translationChanges(before: Translations, after: Translations): Change[] {
  const texts = (translation: Translations[string] | undefined) =>
    JSON.stringify(Object.values(translation ?? {}).toSorted())
  const there = Object.keys(after).flatMap((language): Change[] => {
    if (!Object.hasOwn(before, language)) return [{ what: 'translation-added', language }]
    return texts(before[language]) === texts(after[language]) ? [] : [{ what: 'translation-changed', language }]
  })
  const gone = Object.keys(before).filter((language) => !Object.hasOwn(after, language))
  return [...there, ...gone.map((language) => ({ what: 'translation-gone' as const, language }))]
}

/** The prompts of both versions, each by the name that it has in the new one: `exercise/prompt`. */
class Names {
  readonly #old: ReadonlyMap<string, Prompt & { readonly before: string }>
  readonly #new: ReadonlySet<string>
  readonly #after: Pack

  constructor(before: readonly Exercise[], after: Pack) {
    this.#after = after
    this.#old = new Map(
      before.flatMap(({ id, prompts }) =>
        prompts.map((prompt) => [
          newPrompt(id, prompt.id, after),
          { ...prompt, before: `${newExercise(id, after)}/${prompt.id}` }
        ])
      )
    )
    this.#new = new Set(after.exercises.flatMap(({ id, prompts }) => prompts.map((prompt) => `${id}/${prompt.id}`)))
  }

  /** What a prompt of the new version was before, and its name then. */
  before(exercise: string, prompt: string) {
    return this.#old.get(`${exercise}/${prompt}`)
  }

  /** Whether a prompt of the version before is nowhere in the new one. */
  isGone(exercise: string, prompt: string): boolean {
    return !this.#new.has(newPrompt(exercise, prompt, this.#after))
  }
}

function changesOf(was: Exercise, is: Exercise, names: Names): Change[] {
  const { id: exercise, title } = is
  const renamed: Change[] =
    was.id === exercise ? [] : [{ what: 'exercise-renamed', exercise: was.id, to: exercise, title }]
  const retitled: Change[] =
    was.title === title ? [] : [{ what: 'exercise-retitled', exercise, before: was.title, title }]
  const reading: Change[] =
    was.reading === is.reading && was.discussion === is.discussion ? [] : [{ what: 'reading-changed', exercise, title }]
  const prompts = is.prompts.flatMap((prompt) => promptChanges(names, prompt, is))
  const gone = was.prompts
    .filter(({ id }) => names.isGone(was.id, id))
    .map((prompt) => ({ what: 'prompt-gone' as const, ...placeOf(prompt, is) }))
  return [...renamed, ...retitled, ...reading, ...prompts, ...gone]
}

function promptChanges(names: Names, is: Prompt, exercise: Exercise): Change[] {
  const place = placeOf(is, exercise)
  const was = names.before(exercise.id, is.id)
  if (was === undefined) return [{ what: 'prompt-added', ...place }]
  const { before, ...prompt } = was
  const isSame = before === `${exercise.id}/${is.id}`
  const renamed: Change[] = isSame ? [] : [{ what: 'prompt-renamed', ...place, prompt: was.id, to: is.id }]
  if (prompt.type !== is.type || ownKeys(prompt) !== ownKeys(is))
    return [...renamed, { what: 'prompt-changed', ...place }]
  return words(prompt) === words(is) ? renamed : [...renamed, { what: 'prompt-reworded', ...place }]
}

function placeOf(prompt: Prompt, { id, title }: Exercise) {
  return { exercise: id, prompt: prompt.id, title: headingOf(prompt), exerciseTitle: title }
}

/** The words around an answer. */
function words({ ask, title, help, example }: Prompt): string {
  return JSON.stringify([ask, title, help, example])
}

/** What an answer can be: all but the words around the question. */
function ownKeys(prompt: Prompt): string {
  const { id: _id, ask: _ask, title: _title, help: _help, example: _example, ...own } = prompt
  return JSON.stringify(own)
}

import { headingOf } from '../../questions/shared/heading.ts'
import type { Prompt } from '../../questions/shared/model.ts'
import type { Exercise, Pack } from '../model.ts'
import { inNewNames } from '../new-names.ts'
import { newExercise, newPrompt } from '../renames.ts'

interface ExercisePlace {
  readonly exercise: string
  readonly title: string
}
interface PromptPlace extends ExercisePlace {
  readonly prompt: string
  readonly exerciseTitle: string
}

/** A difference between two versions that learners notice. Titles are the new ones; for what is gone, the old ones. */
export type Change =
  | ({ readonly what: 'exercise-added' | 'exercise-gone' | 'reading-changed' } & ExercisePlace)
  | ({ readonly what: 'exercise-renamed'; readonly to: string } & ExercisePlace)
  | ({ readonly what: 'exercise-retitled'; readonly before: string } & ExercisePlace)
  | { readonly what: 'sections-changed' }
  | { readonly what: 'translation-added' | 'translation-gone' | 'translation-changed'; readonly language: string }
  | ({ readonly what: 'prompt-added' | 'prompt-gone' | 'prompt-reworded' | 'prompt-changed' } & PromptPlace)
  | ({ readonly what: 'prompt-renamed'; readonly to: string } & PromptPlace)

/** The earlier versions of prompts by their new names, with the names that they had, their exercises renamed. */
type OldPrompts = ReadonlyMap<string, Prompt & { readonly before: string }>

/** The changes between two versions of a pack, in the order of the new one; what is gone comes last. */
export function changesBetween(before: Pack, after: Pack): readonly Change[] {
  const exercises = inNewNames(before, after)
  const old = new Map(exercises.map((exercise) => [newExercise(exercise.id, after), exercise]))
  const oldPrompts: OldPrompts = new Map(
    exercises.flatMap(({ id, prompts }) =>
      prompts.map((prompt) => [
        newPrompt(id, prompt.id, after),
        { ...prompt, before: `${newExercise(id, after)}/${prompt.id}` }
      ])
    )
  )
  const names = new Set(after.exercises.flatMap(({ id, prompts }) => prompts.map((prompt) => `${id}/${prompt.id}`)))
  const kept = after.exercises.flatMap((exercise) => {
    const was = old.get(exercise.id)
    return was === undefined
      ? [{ what: 'exercise-added' as const, exercise: exercise.id, title: exercise.title }]
      : [
          ...changesOf(was, exercise, oldPrompts),
          ...was.prompts
            .filter((prompt) => !names.has(newPrompt(was.id, prompt.id, after)))
            .map((prompt) => ({ what: 'prompt-gone' as const, ...placeOf(prompt, exercise) }))
        ]
  })
  const ids = new Set(after.exercises.map(({ id }) => id))
  const gone = exercises
    .filter(({ id }) => !ids.has(newExercise(id, after)))
    .map(({ id, title }) => ({ what: 'exercise-gone' as const, exercise: id, title }))
  const sections = calendarOf(before) === calendarOf(after) ? [] : [{ what: 'sections-changed' as const }]
  return [...kept, ...gone, ...sections, ...translationChanges(before.translations ?? {}, after.translations ?? {})]
}

/** The sections with their days, to be compared. */
function calendarOf({ sections, start }: Pack): string {
  return JSON.stringify([sections, sections && start])
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

function changesOf(was: Exercise, is: Exercise, oldPrompts: OldPrompts): Change[] {
  const { id: exercise, title } = is
  const renamed: Change[] =
    was.id === exercise ? [] : [{ what: 'exercise-renamed', exercise: was.id, to: exercise, title }]
  const retitled: Change[] =
    was.title === title ? [] : [{ what: 'exercise-retitled', exercise, before: was.title, title }]
  const reading: Change[] =
    JSON.stringify([was.reading, was.discussion]) === JSON.stringify([is.reading, is.discussion])
      ? []
      : [{ what: 'reading-changed', exercise, title }]
  const prompts = is.prompts.flatMap((prompt) => promptChanges(oldPrompts, prompt, is))
  return [...renamed, ...retitled, ...reading, ...prompts]
}

function promptChanges(oldPrompts: OldPrompts, is: Prompt, exercise: Exercise): Change[] {
  const place = placeOf(is, exercise)
  const was = oldPrompts.get(`${exercise.id}/${is.id}`)
  if (was === undefined) return [{ what: 'prompt-added', ...place }]
  const { before, ...prompt } = was
  const isSame = before === `${exercise.id}/${is.id}`
  const renamed: Change[] = isSame ? [] : [{ what: 'prompt-renamed', ...place, prompt: was.id, to: is.id }]
  if (prompt.type !== is.type || answerKeysOf(prompt) !== answerKeysOf(is))
    return [...renamed, { what: 'prompt-changed', ...place }]
  return wordingOf(prompt) === wordingOf(is) ? renamed : [...renamed, { what: 'prompt-reworded', ...place }]
}

function placeOf(prompt: Prompt, { id, title }: Exercise): PromptPlace {
  return { exercise: id, prompt: prompt.id, title: headingOf(prompt), exerciseTitle: title }
}

/** The texts of a prompt that do not affect its answers. */
function wordingOf({ ask, title, help, example, wordings }: Prompt): string {
  return JSON.stringify([ask, title, help, example, wordings])
}

/** Everything else of a prompt that learners notice: it decides what an answer can be. */
function answerKeysOf(prompt: Prompt): string {
  const { id: _id, ask: _ask, title: _title, help: _help, example: _example, wordings: _wordings, ...own } = prompt
  return JSON.stringify({ ...own, tutorNotes: undefined, outcomes: undefined })
}

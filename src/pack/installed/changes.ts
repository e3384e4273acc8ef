import type { Prompt } from '../../questions/model.ts'
import { headingOf } from '../../questions/heading.ts'
import type { Exercise, Pack } from '../model.ts'
import { newExercise, newPrompt } from '../renames.ts'

/** One thing that learners notice of a new version. Titles are as they are now, or were where there is none now. */
export type Change =
  | {
      readonly what: 'exercise-added' | 'exercise-gone' | 'reading-changed'
      readonly exercise: string
      readonly title: string
    }
  | { readonly what: 'exercise-renamed'; readonly exercise: string; readonly to: string; readonly title: string }
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
  const old = new Map(before.exercises.map((exercise) => [newExercise(exercise.id, after), exercise]))
  const kept = after.exercises.flatMap((exercise) => {
    const was = old.get(exercise.id)
    return was === undefined
      ? [{ what: 'exercise-added' as const, exercise: exercise.id, title: exercise.title }]
      : changesOf(was, exercise, after)
  })
  const ids = new Set(after.exercises.map(({ id }) => id))
  const gone = before.exercises
    .filter(({ id }) => !ids.has(newExercise(id, after)))
    .map(({ id, title }) => ({ what: 'exercise-gone' as const, exercise: id, title }))
  return [...kept, ...gone]
}

function changesOf(was: Exercise, is: Exercise, after: Pack): Change[] {
  const renamed: Change[] =
    was.id === is.id ? [] : [{ what: 'exercise-renamed', exercise: was.id, to: is.id, title: is.title }]
  const reading: Change[] =
    was.reading === is.reading && was.discussion === is.discussion
      ? []
      : [{ what: 'reading-changed', exercise: is.id, title: is.title }]
  const old = new Map(was.prompts.map((prompt) => [newPrompt(was.id, prompt.id, after), prompt]))
  const ids = new Set(is.prompts.map(({ id }) => `${is.id}/${id}`))
  const prompts = is.prompts.flatMap((prompt) => promptChanges(old.get(`${is.id}/${prompt.id}`), prompt, is))
  const gone = was.prompts
    .filter(({ id }) => !ids.has(newPrompt(was.id, id, after)))
    .map((prompt) => ({ what: 'prompt-gone' as const, ...placeOf(prompt, is) }))
  return [...renamed, ...reading, ...prompts, ...gone]
}

function promptChanges(was: Prompt | undefined, is: Prompt, exercise: Exercise): Change[] {
  const place = placeOf(is, exercise)
  if (was === undefined) return [{ what: 'prompt-added', ...place }]
  const renamed: Change[] = was.id === is.id ? [] : [{ what: 'prompt-renamed', ...place, prompt: was.id, to: is.id }]
  if (was.type !== is.type || ownKeys(was) !== ownKeys(is)) return [...renamed, { what: 'prompt-changed', ...place }]
  return was.ask === is.ask ? renamed : [...renamed, { what: 'prompt-reworded', ...place }]
}

function placeOf(prompt: Prompt, { id, title }: Exercise) {
  return { exercise: id, prompt: prompt.id, title: headingOf(prompt), exerciseTitle: title }
}

/** What an answer can be: all but the words around the question. */
function ownKeys(prompt: Prompt): string {
  const { id: _id, ask: _ask, title: _title, help: _help, example: _example, ...own } = prompt
  return JSON.stringify(own)
}

import { isRecord } from '../../questions/shared/checking.ts'
import type { Reference } from '../../questions/shared/model.ts'
import { parseReference } from '../../questions/shared/reference.ts'
import type { Exercise, Pack } from '../model.ts'
import { nameOf } from '../check/reference.ts'
import { newExercise, newPrompt } from '../renames.ts'

/**
 * An exercise of an earlier version that refers to others by the names that they have now, so that a rename alone makes
 * no difference to what refers to it.
 */
export function withNewNames(exercise: Exercise, pack: Pick<Pack, 'renamed'>): Exercise {
  const own = newExercise(exercise.id, pack)
  const now = ({ exercise: other, prompt, part }: Reference): Reference => {
    const [place = '', name = prompt] = newPrompt(other ?? exercise.id, prompt, pack).split('/')
    return { ...(place === own ? {} : { exercise: place }), prompt: name, ...(part === undefined ? {} : { part }) }
  }
  return JSON.parse(
    JSON.stringify(exercise, (key, value: unknown) => {
      if (typeof value === 'string') {
        return key === 'optionsFrom' || key === 'rowsFrom' ? nameOf(now({ prompt: value })) : requoted(value, now)
      }
      return isReference(value) ? now(value) : value
    })
  ) as Exercise
}

function isReference(value: unknown): value is Reference {
  return isRecord(value) && typeof value['prompt'] === 'string'
}

/** A text with the new names in its `{{quotations}}`. */
function requoted(text: string, now: (reference: Reference) => Reference): string {
  return text.replaceAll(/\{\{([^{}|]*)/g, (whole, name: string) => {
    const reference = parseReference(name.trim())
    return reference === undefined ? whole : `{{${nameOf(now(reference))}`
  })
}

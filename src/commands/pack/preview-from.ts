import type { Context } from '../../context/context.ts'
import { UsageError } from '../../context/errors.ts'
import { nearest } from '../../text/suggest.ts'
import { lookUpExercise } from '../../pack/find.ts'
import type { Exercise, Pack } from '../../pack/model.ts'
import type { Prompt } from '../../questions/shared/model.ts'

/** Where a preview starts, as it was typed. */
export interface From {
  /** A pack's folder, or the file of a pack in one file. */
  readonly path: string
  /** `exercise` or `exercise/prompt`, or unique beginnings of them. */
  readonly from?: string
}

/** An exercise, or a prompt of it. */
export interface Named {
  readonly exercise: Exercise
  readonly prompt?: Prompt
}

/**
 * Finds the exercise or prompt that `exercise`, `exercise/prompt` or a unique beginning names. `path` is the path of the pack as
 * it was typed, for the error.
 *
 * @throws UsageError if there is none, with the nearest names, or if there are several.
 */
export function findPosition(name: string, pack: Pack, path: string, { words }: Pick<Context, 'words'>): Named {
  const slash = name.lastIndexOf('/')
  const within = slash === -1 ? undefined : lookUpExercise([pack], name.slice(0, slash))
  if (within?.kind === 'found') {
    const { exercise } = within.found
    return { exercise, prompt: promptNamed(name.slice(slash + 1), exercise, words) }
  }
  const meant = lookUpExercise([pack], name)
  if (meant.kind === 'found') return { exercise: meant.found.exercise }
  const { preview } = words.packs
  throw new UsageError(
    meant.kind === 'ambiguous' ? preview.ambiguous(name, meant.names) : preview.unknownExercise(name, meant.near, path)
  )
}

function promptNamed(name: string, { id, prompts }: Exercise, { packs: { preview } }: Context['words']): Prompt {
  const exact = prompts.find((prompt) => prompt.id === name)
  const begun = prompts.filter((prompt) => prompt.id.startsWith(name))
  // The id of a follow-up begins with that of its prompt.
  const [first, ...others] = begun.filter((prompt) => !begun.some((other) => prompt.id === `${other.id}.follow_up`))
  const found = exact ?? (others.length === 0 ? first : undefined)
  if (found !== undefined) return found
  const ids = prompts.map((prompt) => prompt.id)
  throw new UsageError(
    first === undefined
      ? preview.unknownPrompt(id, name, nearest(name, ids))
      : preview.ambiguous(
          name,
          [first, ...others].map((prompt) => prompt.id)
        )
  )
}

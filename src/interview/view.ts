import { check, offers } from '../questions/index.ts'
import type { EntryWords, Option, Prompt, Reference } from '../questions/shared/model.ts'
import type { Exercise } from '../pack/model.ts'
import { holds } from './conditions.ts'
import type { LookUp } from './conditions.ts'
import { lookUp } from './answer-lookup.ts'
import type { Earlier, Fact } from './answer-lookup.ts'
import type { Held, Walk } from './model.ts'
import { pose } from './resolve-prompt.ts'
import type { OptionsOf, Posed } from './resolve-prompt.ts'

/** One prompt of the walk as things stand. */
export interface Seen {
  /** Posed; as the author wrote it where it cannot be posed. */
  readonly prompt: Prompt
  readonly visible: boolean
  readonly held?: Held
  readonly private: boolean
}

/** What a view is made of besides the walk: all of it data. */
export interface Scene {
  readonly exercise: Exercise
  readonly earlier: Earlier
  readonly words: EntryWords
  /** The prompts are an entry's, as they were asked: nothing is to be filled in. */
  readonly asAsked?: true
}

/**
 * Every prompt of the exercise as the walk stands, in order. One pass, for a prompt looks only at
 * earlier ones; an answer of a hidden prompt is not seen by later ones. An answer that no longer
 * holds, because what it was chosen from has changed, counts as begun.
 */
export function view(scene: Scene, walk: Walk): readonly Seen[] {
  const given = new Map<string, Fact>()
  const offered = new Map<string, readonly Option[]>()
  const find = (reference: Reference) => lookUp(reference, given, scene.earlier)
  return scene.exercise.prompts.map((prompt) => {
    const shown = prompt.when === undefined || holds(prompt.when, find)
    const posed = shown ? posedIn(scene, prompt, find, (id) => offered.get(id) ?? []) : undefined
    const held = Object.hasOwn(walk.held, prompt.id) ? walk.held[prompt.id] : undefined
    const marked = Object.hasOwn(walk.privacy, prompt.id) ? walk.privacy[prompt.id] : undefined
    const isPrivate = posed?.holdsPrivate === true || (marked ?? prompt.private ?? false)
    const seen = { prompt: posed?.prompt ?? prompt, visible: posed !== undefined, private: isPrivate }
    const now = posed === undefined ? held : standing(posed.prompt, held)
    if (posed !== undefined) {
      const answer = now?.kind === 'answered' ? now.answer : undefined
      if (answer !== undefined) given.set(prompt.id, { prompt: posed.prompt, answer, private: isPrivate })
      offered.set(prompt.id, offers(posed.prompt, answer))
    }
    return now === undefined ? seen : { ...seen, held: now }
  })
}

function posedIn(scene: Scene, prompt: Prompt, find: LookUp, optionsOf: OptionsOf): Posed | undefined {
  return scene.asAsked === true ? { prompt, holdsPrivate: false } : pose(prompt, find, optionsOf, scene.words)
}

function standing(prompt: Prompt, held: Held | undefined): Held | undefined {
  if (held?.kind !== 'answered' || check(prompt, held.answer).ok) return held
  return { kind: 'begun', answer: held.answer }
}

/** The finder that the discussion's quotations use once all is answered. */
export function findIn(scene: Scene, seen: readonly Seen[]) {
  const given = new Map<string, Fact>()
  for (const { prompt, visible, held, private: isPrivate } of seen) {
    if (visible && held?.kind === 'answered') given.set(prompt.id, { prompt, answer: held.answer, private: isPrivate })
  }
  return (reference: Reference) => lookUp(reference, given, scene.earlier)
}

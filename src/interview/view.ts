import { check, offers } from '../questions/index.ts'
import type { EntryWords, Option, Prompt, Reference } from '../questions/shared/model.ts'
import type { Exercise } from '../pack/model.ts'
import { holds } from './conditions.ts'
import type { LookUp } from './conditions.ts'
import { lookUp } from './answer-lookup.ts'
import type { EarlierEntries, Fact } from './answer-lookup.ts'
import type { AnswerState, Walk } from './model.ts'
import { resolvePrompt } from './resolve-prompt.ts'
import type { OptionsOf, ResolvedPrompt } from './resolve-prompt.ts'

/** A prompt and its answer in the current state of the walk. */
export interface PromptView {
  /** Resolved, or as the author wrote it if it cannot be resolved. */
  readonly prompt: Prompt
  readonly visible: boolean
  readonly held?: AnswerState
  readonly private: boolean
}

/** The data that a view is computed from, besides the walk. */
export interface InterviewContext {
  readonly exercise: Exercise
  readonly earlier: EarlierEntries
  readonly words: EntryWords
  /** The prompts come from an entry, as they were asked: there is nothing to fill in. */
  readonly asAsked?: true
}

/**
 * Every prompt of the exercise in the current state of the walk, in order. A prompt depends on earlier ones only, so one pass is
 * enough; answers of hidden prompts are ignored. An answer that is not valid any more, because its options changed, counts as
 * unfinished.
 */
export function view(scene: InterviewContext, walk: Walk): readonly PromptView[] {
  const given = new Map<string, Fact>()
  const offered = new Map<string, readonly Option[]>()
  const find = (reference: Reference) => lookUp(reference, given, scene.earlier)
  return scene.exercise.prompts.map((prompt) => {
    const shown = prompt.when === undefined || holds(prompt.when, find)
    const resolved = shown ? resolveIn(scene, prompt, find, (id) => offered.get(id) ?? []) : undefined
    const held = Object.hasOwn(walk.held, prompt.id) ? walk.held[prompt.id] : undefined
    const marked = Object.hasOwn(walk.privacy, prompt.id) ? walk.privacy[prompt.id] : undefined
    const isPrivate = resolved?.holdsPrivate === true || (marked ?? prompt.private ?? false)
    const seen = { prompt: resolved?.prompt ?? prompt, visible: resolved !== undefined, private: isPrivate }
    const now = resolved === undefined ? held : standing(resolved.prompt, held)
    if (resolved !== undefined) {
      const answer = now?.kind === 'answered' ? now.answer : undefined
      if (answer !== undefined) given.set(prompt.id, { prompt: resolved.prompt, answer, private: isPrivate })
      offered.set(prompt.id, offers(resolved.prompt, answer))
    }
    return now === undefined ? seen : { ...seen, held: now }
  })
}

function resolveIn(
  scene: InterviewContext,
  prompt: Prompt,
  find: LookUp,
  optionsOf: OptionsOf
): ResolvedPrompt | undefined {
  return scene.asAsked === true ? { prompt, holdsPrivate: false } : resolvePrompt(prompt, find, optionsOf, scene.words)
}

function standing(prompt: Prompt, held: AnswerState | undefined): AnswerState | undefined {
  if (held?.kind !== 'answered' || check(prompt, held.answer).ok) return held
  return { kind: 'begun', answer: held.answer }
}

/** Looks up answers for the discussion, once all are given. */
export function findIn(scene: InterviewContext, seen: readonly PromptView[]) {
  const given = new Map<string, Fact>()
  for (const { prompt, visible, held, private: isPrivate } of seen) {
    if (visible && held?.kind === 'answered') given.set(prompt.id, { prompt, answer: held.answer, private: isPrivate })
  }
  return (reference: Reference) => lookUp(reference, given, scene.earlier)
}

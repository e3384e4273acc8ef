import { checkTyped, questionOf } from '../questions/index.ts'
import type { Fault, Prompt } from '../questions/shared/model.ts'
import type { TypedContext } from '../questions/shared/typed.ts'
import type { AnswerState, Walk } from './model.ts'
import { view, type InterviewContext } from './view.ts'

/** What is wrong in a set of answers: the prompt and the reason. */
export type AnswersFault =
  | { readonly prompt: string; readonly kind: 'unknown'; readonly known: readonly string[] }
  | { readonly prompt: string; readonly kind: 'hidden' }
  | { readonly prompt: string; readonly kind: 'wrong'; readonly fault: Fault }

/** A complete walk, or every fault of the answers. */
export type Filled =
  | { readonly ok: true; readonly walk: Walk }
  | { readonly ok: false; readonly faults: readonly AnswersFault[] }

/**
 * A whole walk at once, from values by prompt id. A missing value, `null` or white space skips a prompt (but `null` is "not sure"
 * for a single rating that allows it). Finds every fault, not only the first. Texts are read by `typing`.
 */
export function fillIn(scene: InterviewContext, values: ReadonlyMap<string, unknown>, typing: TypedContext): Filled {
  const known = scene.exercise.prompts.map(({ id }) => id)
  const faults: AnswersFault[] = [...values.keys()]
    .filter((id) => !known.includes(id))
    .map((prompt) => ({ prompt, kind: 'unknown', known }))
  let walk: Walk = { step: { at: 'review' }, held: {}, privacy: {} }
  for (const [index, { id }] of scene.exercise.prompts.entries()) {
    const now = view(scene, walk)[index]
    const value = values.get(id)
    if (now === undefined || !now.visible) {
      if (value !== undefined && value !== null) faults.push({ prompt: id, kind: 'hidden' })
      continue
    }
    const given = heldBy(now.prompt, value, typing)
    if ('faults' in given)
      faults.push(...given.faults.map((fault): AnswersFault => ({ prompt: id, kind: 'wrong', fault })))
    else walk = { ...walk, held: { ...walk.held, [id]: given } }
  }
  return faults.length === 0 ? { ok: true, walk } : { ok: false, faults }
}

function heldBy(prompt: Prompt, value: unknown, typing: TypedContext): AnswerState | { faults: readonly Fault[] } {
  const checked = checkTyped(prompt, value, typing)
  if (value === undefined || (value === null && !checked.ok))
    return { kind: questionOf(prompt).isSilent ? 'seen' : 'skipped' }
  if (checked.ok) return { kind: 'answered', answer: checked.answer }
  return checked.faults.every(({ code }) => code === 'empty') ? { kind: 'skipped' } : { faults: checked.faults }
}

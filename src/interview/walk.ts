import { promptIdsOf } from '../questions/shared/attached.ts'
import { isBuiltIn } from '../entry/built-in.ts'
import type { Exercise } from '../pack/model.ts'
import { asks, inOneLine, lines, questionOf, references } from '../questions/index.ts'
import { headingOf } from '../questions/shared/heading.ts'
import type { Answer, Prompt } from '../questions/shared/model.ts'
import { present } from '../util/records.ts'
import type { AnswerState, OverviewItem, Progress, Reply, Step, Walk } from './model.ts'
import { view, type InterviewContext, type PromptView } from './view.ts'

/** A walk before its first question: at the reading, or at what the program asks before it. */
export function begin({ opening = 0, prompts }: Pick<Exercise, 'opening' | 'prompts'> = { prompts: [] }): Walk {
  const first = prompts.slice(0, opening).at(0)
  return { step: first === undefined ? { at: 'reading' } : { at: 'prompt', id: first.id }, held: {}, privacy: {} }
}

/**
 * The walk after the reading: at the first open prompt. If prompts behind it are answered already, the walk continues from open
 * prompt to open prompt, to the review.
 */
export function start(scene: InterviewContext, walk: Walk): Walk {
  const seen = view(scene, walk).filter((item) => item.visible)
  const behind = seen.slice(seen.findIndex(isOpen) + 1)
  const isBehind = behind.some(({ held }) => held?.kind === 'answered')
  const step = firstOpen(seen, isBehind ? 'review' : undefined) ?? { at: 'review' }
  return { ...walk, step: orStop(scene, walk, past(scene.exercise, walk, step)) }
}

/** The walk with all prompts, also those that are not of the core. */
export function whole({ core: _core, ...walk }: Walk): Walk {
  return walk
}

/** The step, or the stop after the core if that comes first. */
function orStop(scene: InterviewContext, walk: Walk, step: Step): Step {
  const isPastCore = step.at === 'review' || step.at === 'discussion' || isClosing(scene.exercise, step)
  return isPastCore && walk.core === 'first' && restOf(scene, walk).questions > 0 ? { at: 'stop' } : step
}

/** Whether a step is a prompt of the program behind those of the exercise. */
function isClosing({ opening = 0, prompts }: Exercise, step: Step): boolean {
  return step.at === 'prompt' && isBuiltIn(step) && prompts.findIndex(({ id }) => id === step.id) >= opening
}

/** What is left of an exercise if nothing is passed over. */
export function restOf(scene: InterviewContext, walk: Walk): { readonly questions: number; readonly minutes?: number } {
  const seen = view(scene, whole(walk))
  const questions = overview(scene, seen).filter(({ id, state }) => isUnfinished(state) && !isBuiltIn({ id })).length
  return { questions, ...present({ minutes: minutesFor(scene, countLeft(scene, seen)) }) }
}

/** How long an exercise takes, or its core, in whole minutes; undefined if it does not say. */
export function minutesOf(scene: InterviewContext, core?: Walk['core']): number | undefined {
  return core === undefined
    ? scene.exercise.minutes
    : minutesFor(scene, countLeft(scene, view(scene, { ...begin(), core })))
}

/** The minutes for a number of questions, at least 1. */
function minutesFor(scene: InterviewContext, questions: number): number | undefined {
  const { minutes } = scene.exercise
  return minutes && Math.max(1, Math.round((minutes * questions) / countLeft(scene, view(scene, begin()))))
}

/** Whether an exercise has core questions and others. */
export function hasCore({ prompts }: Exercise): boolean {
  const asking = prompts.filter(asks)
  return asking.some(({ core }) => core === true) && asking.some(({ core }) => core !== true)
}

/** The walk after the discussion: at the first open prompt behind it, or back at the last one before it. */
export function afterDiscussion(scene: InterviewContext, walk: Walk, way: 'next' | 'back'): Walk {
  const { exercise } = scene
  const first = exercise.afterDiscussion ?? exercise.prompts.length
  const seen = view(scene, walk)
  const step =
    way === 'back' ? stepBefore({ ...exercise, afterDiscussion: first + 1 }, seen, first) : firstOpen(seen.slice(first))
  return { ...walk, step: step ?? { at: 'review' } }
}

/** Whether the discussion was shown before the prompts that come after it. */
export function isPastDiscussion({ prompts, afterDiscussion: first }: Exercise, { held }: Walk): boolean {
  return first !== undefined && prompts.slice(first).some(({ id }) => Object.hasOwn(held, id))
}

/** The step, or the discussion if that comes before it and was not shown yet. */
function past(exercise: Exercise, walk: Walk, step: Step): Step {
  const { prompts, afterDiscussion: first } = exercise
  if (step.at !== 'prompt' || first === undefined || isPastDiscussion(exercise, walk)) return step
  return prompts.findIndex(({ id }) => id === step.id) < first ? step : { at: 'discussion' }
}

/** The walk after a reply. The renderer has validated the answer; an invalid one counts as unfinished, and the walk returns to it. */
export function reply(scene: InterviewContext, walk: Walk, told: Reply): Walk {
  if (told.kind === 'privacy') return { ...walk, privacy: { ...walk.privacy, [told.prompt]: told.private } }
  const { step } = walk
  if (step.at !== 'prompt') return told.kind === 'jump' ? { ...walk, step: jumpFrom(step, told.to) } : walk
  const next = withHeld(walk, step.id, heldAfter(walk.held[step.id], told))
  const to = stepAfter(scene.exercise, next, step, view(scene, next), told)
  return { ...next, step: told.kind === 'review' ? to : orStop(scene, next, to) }
}

/** The walk with an unfinished answer. An answer that did not change stays answered. `null` deletes the answer. */
export function begun(walk: Walk, id: string, kept: Answer | null | undefined): Walk {
  return withHeld(walk, id, keptAs(Object.hasOwn(walk.held, id) ? walk.held[id] : undefined, kept))
}

function withHeld(walk: Walk, id: string, held: AnswerState | undefined): Walk {
  const { [id]: before, ...others } = walk.held
  if (held === before) return walk
  return { ...walk, held: held === undefined ? others : { ...walk.held, [id]: held } }
}

function keptAs(before: AnswerState | undefined, kept: Answer | null | undefined): AnswerState | undefined {
  if (kept === null) return undefined
  const same = before !== undefined && 'answer' in before && JSON.stringify(before.answer) === JSON.stringify(kept)
  return kept === undefined || same ? before : { kind: 'begun', answer: kept }
}

function jumpFrom(step: Step, to: string): Step {
  return step.at === 'review' ? { at: 'prompt', id: to, back: 'review' } : { at: 'prompt', id: to }
}

function heldAfter(before: AnswerState | undefined, told: Reply): AnswerState | undefined {
  switch (told.kind) {
    case 'answer':
      return { kind: 'answered', answer: told.answer }
    case 'skip':
      return { kind: 'skipped' }
    case 'seen':
      return { kind: 'seen' }
    case 'back':
    case 'jump':
    case 'review':
      return keptAs(before, told.kept)
    case 'privacy':
      return before
  }
}

function stepAfter(
  exercise: Exercise,
  walk: Walk,
  step: Extract<Step, { at: 'prompt' }>,
  seen: readonly PromptView[],
  told: Reply
): Step {
  const here = seen.findIndex((item) => item.prompt.id === step.id)
  switch (told.kind) {
    case 'jump':
      return jumpFrom(step, told.to)
    case 'review':
      return { at: 'review' }
    case 'back':
      return stepBefore(exercise, seen, here)
    default:
      return past(exercise, walk, stepOn(exercise, step, seen, here))
  }
}

/** Back to the prompt before, or to the page before it. */
function stepBefore(exercise: Exercise, seen: readonly PromptView[], here: number): Step {
  const { opening = 0, afterDiscussion: last = seen.length } = exercise
  const first = here < opening ? 0 : here < last ? opening : last
  const before = seen.slice(first, here).findLast((item) => item.visible)
  if (before !== undefined) return { at: 'prompt', id: before.prompt.id }
  return { at: here < last ? 'reading' : 'discussion' }
}

/** On to the next prompt, or to the first open one before the end or the discussion. */
function stepOn(
  exercise: Exercise,
  { back }: Extract<Step, { at: 'prompt' }>,
  seen: readonly PromptView[],
  here: number
): Step {
  const { opening = 0, afterDiscussion: last = seen.length } = exercise
  const next = seen.findIndex((item, index) => index > here && item.visible)
  if (here < opening && back === undefined && (next === -1 || next >= opening)) return { at: 'reading' }
  const rest = firstOpen(seen, 'review') ?? { at: 'review' }
  if (back === 'review' || next === -1) return rest
  const id = seen[next]?.prompt.id ?? ''
  // The discussion is shown once everything before it is answered or skipped.
  return here < last && next >= last ? (firstOpen(seen.slice(0, last)) ?? { at: 'prompt', id }) : { at: 'prompt', id }
}

/** The first open prompt. After a change in the review, the walk returns there once the prompts that it opened are answered. */
function firstOpen(seen: readonly PromptView[], back?: 'review'): Step | undefined {
  const open = seen.find((item) => item.visible && isOpen(item))
  return open === undefined ? undefined : { at: 'prompt', id: open.prompt.id, ...(back === undefined ? {} : { back }) }
}

function isOpen({ held }: PromptView): boolean {
  return isUnfinished(held?.kind ?? 'open')
}

function isUnfinished(state: OverviewItem['state']): boolean {
  return state === 'open' || state === 'begun'
}

/**
 * How much is done, whatever prompt is asked; undefined at a prompt that asks nothing or that the program asks. No answer or skip makes it less, because a
 * prompt that may still appear counts from the beginning.
 */
export function progressAt(
  scene: InterviewContext,
  seen: readonly PromptView[],
  id: string,
  core?: Walk['core']
): Progress | undefined {
  if (isBuiltIn({ id }) || !seen.some(({ prompt }) => prompt.id === id && asks(prompt))) return undefined
  const all = countLeft(scene, view(scene, { ...begin(), ...present({ core }) }))
  const left = countLeft(scene, seen)
  const done = Math.max(0, Math.floor((100 * (all - left)) / all))
  return left === 0 ? { done } : { done, ...present({ minutesLeft: minutesFor(scene, left) }) }
}

/** The number of questions that are open, and of hidden ones that depend on an open prompt and so may still appear. */
function countLeft({ exercise }: InterviewContext, seen: readonly PromptView[]): number {
  const left = new Set<string>()
  for (const [index, item] of seen.entries()) {
    const written = exercise.prompts[index]
    const isLeft = item.visible ? isOpen(item) : dependencies(written).some((id) => left.has(id))
    if (isLeft) left.add(item.prompt.id)
  }
  return seen.filter(({ prompt }) => left.has(prompt.id) && asks(prompt) && !isBuiltIn(prompt)).length
}

/** The overview: every visible prompt that asks something, with its answer. */
export function overview(scene: InterviewContext, seen: readonly PromptView[]): OverviewItem[] {
  return seen
    .filter((item) => item.visible && asks(item.prompt))
    .map(({ prompt, held, private: isPrivate, inheritsFrom }) => ({
      id: prompt.id,
      title: headingOf(prompt),
      state: held?.kind ?? 'open',
      private: isPrivate,
      ...present({ inheritsFrom }),
      summary: held?.kind === 'answered' ? inOneLine(prompt, held.answer, scene.words) : '',
      lines: held?.kind === 'answered' ? lines(prompt, held.answer, scene.words) : [],
      prompt
    }))
}

/** Titles of answers that finishing would leave out, because their prompts are hidden now. */
export function dropped(seen: readonly PromptView[]): string[] {
  return seen
    .filter(({ visible, held }) => !visible && held?.kind === 'answered')
    .map(({ prompt }) => headingOf(prompt))
}

/**
 * A walk that starts at a prompt, with the earlier questions skipped. If the prompt would not be asked then, the walk starts at
 * the first prompt that it depends on; if it depends on other exercises only, at the first prompt.
 */
export function startAt(scene: InterviewContext, id: string): Walk {
  const { prompts } = scene.exercise
  const here = prompts.findIndex((prompt) => prompt.id === id)
  const before = prompts.slice(0, here).map((prompt): [string, AnswerState] => [prompt.id, passedBy(prompt)])
  const walk: Walk = { ...begin(), step: { at: 'prompt', id }, held: Object.fromEntries(before) }
  if (view(scene, walk)[here]?.visible === true) return walk
  const first = prompts.slice(0, here).find((prompt) => buildsOn(prompts[here], prompt.id))
  return first === undefined ? start(scene, begin()) : startAt(scene, first.id)
}

function passedBy(prompt: Prompt): AnswerState {
  return { kind: questionOf(prompt).isSilent ? 'seen' : 'skipped' }
}

/** Whether a prompt depends on another prompt of its exercise. */
function buildsOn(prompt: Prompt | undefined, id: string): boolean {
  return dependencies(prompt).includes(id)
}

/** The ids of the prompts of its exercise that decide whether a prompt is asked. */
function dependencies(prompt: Prompt | undefined): readonly string[] {
  return prompt === undefined ? [] : idsIn([prompt.when, references(prompt)])
}

/** The prompts of the same exercise that a value refers to, at any depth. */
function idsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  if ('prompt' in value && typeof value.prompt === 'string')
    return 'exercise' in value
      ? []
      : promptIdsOf({ prompt: value.prompt, ...('part' in value ? { part: String(value.part) } : {}) })
  return Object.values(value).flatMap(idsIn)
}

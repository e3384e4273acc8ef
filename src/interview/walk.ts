import type { Exercise } from '../pack/model.ts'
import type { Answer } from '../questions/shared/model.ts'
import type { Held, OverviewItem, Progress, Reply, Step, Walk } from './model.ts'
import { view } from './view.ts'
import type { Scene, Seen } from './view.ts'
import { asks, inOneLine } from '../questions/index.ts'
import { headingOf } from '../questions/shared/heading.ts'

/** A walk before its first question. */
export function begin(): Walk {
  return { step: { at: 'reading' }, held: {}, privacy: {} }
}

/** Past the reading: the first prompt that is still open. */
export function start(scene: Scene, walk: Walk): Walk {
  return { ...walk, step: firstOpen(view(scene, walk)) ?? { at: 'review' } }
}

/**
 * The walk after what the learner did. An answer is taken as given: whoever asks has checked it
 * (an answer that does not hold counts as begun, and the walk comes back to it).
 */
export function reply(scene: Scene, walk: Walk, told: Reply): Walk {
  if (told.kind === 'privacy') return { ...walk, privacy: { ...walk.privacy, [told.prompt]: told.private } }
  const { step } = walk
  if (step.at !== 'prompt') return told.kind === 'jump' ? { ...walk, step: jumpFrom(step, told.to) } : walk
  const next = withHeld(walk, step.id, heldAfter(walk.held[step.id], told))
  return { ...next, step: stepAfter(step, view(scene, next), told) }
}

/**
 * The walk with words that are not an answer yet; what was answered stays so while its words are the same. Null: what was
 * there is no more.
 */
export function begun(walk: Walk, id: string, kept: Answer | null | undefined): Walk {
  return withHeld(walk, id, keptAs(Object.hasOwn(walk.held, id) ? walk.held[id] : undefined, kept))
}

function withHeld(walk: Walk, id: string, held: Held | undefined): Walk {
  const { [id]: before, ...others } = walk.held
  if (held === before) return walk
  return { ...walk, held: held === undefined ? others : { ...walk.held, [id]: held } }
}

function keptAs(before: Held | undefined, kept: Answer | null | undefined): Held | undefined {
  if (kept === null) return undefined
  const same = before !== undefined && 'answer' in before && JSON.stringify(before.answer) === JSON.stringify(kept)
  return kept === undefined || same ? before : { kind: 'begun', answer: kept }
}

function jumpFrom(step: Step, to: string): Step {
  return step.at === 'review' ? { at: 'prompt', id: to, back: 'review' } : { at: 'prompt', id: to }
}

function heldAfter(before: Held | undefined, told: Reply): Held | undefined {
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

function stepAfter(step: Extract<Step, { at: 'prompt' }>, seen: readonly Seen[], told: Reply): Step {
  const visible = seen.filter((item) => item.visible)
  const here = seen.findIndex((item) => item.prompt.id === step.id)
  switch (told.kind) {
    case 'jump':
      return jumpFrom(step, told.to)
    case 'review':
      return { at: 'review' }
    case 'back': {
      const before = seen.slice(0, here).findLast((item) => item.visible)
      return before === undefined ? { at: 'reading' } : { at: 'prompt', id: before.prompt.id }
    }
    default: {
      const fresh = seen.slice(here + 1).find((item) => item.visible)
      if (step.back === 'review') return firstOpen(visible, 'review') ?? { at: 'review' }
      return fresh === undefined ? (firstOpen(visible) ?? { at: 'review' }) : { at: 'prompt', id: fresh.prompt.id }
    }
  }
}

/** The first prompt that is still open; after a change from the review one returns there by way of what it opened. */
function firstOpen(seen: readonly Seen[], back?: 'review'): Step | undefined {
  const open = seen.find((item) => item.visible && isOpen(item))
  return open === undefined ? undefined : { at: 'prompt', id: open.prompt.id, ...(back === undefined ? {} : { back }) }
}

function isOpen({ held }: Seen): boolean {
  return held === undefined || held.kind === 'begun'
}

/** How far along a question is; nothing for notes and recalls that only show something, which are not counted. */
export function progressAt(exercise: Exercise, seen: readonly Seen[], id: string): Progress | undefined {
  const asking = seen.filter((item) => item.visible && asks(item.prompt))
  const done = asking.findIndex(({ prompt }) => prompt.id === id)
  if (done < 0) return undefined
  const progress = { question: done + 1, of: asking.length }
  if (exercise.minutes === undefined) return progress
  return { ...progress, minutesLeft: Math.max(1, Math.round((exercise.minutes * (progress.of - done)) / progress.of)) }
}

/** The overview: every visible prompt that asks something, with what it holds. */
export function overview(scene: Scene, seen: readonly Seen[]): OverviewItem[] {
  return seen
    .filter((item) => item.visible && asks(item.prompt))
    .map(({ prompt, held, private: isPrivate }) => ({
      id: prompt.id,
      title: headingOf(prompt),
      state: held?.kind ?? 'open',
      private: isPrivate,
      summary: held?.kind === 'answered' ? inOneLine(prompt, held.answer, scene.words) : '',
      prompt
    }))
}

/** Titles of answers that would be left out, because their prompts have become hidden. */
export function dropped(seen: readonly Seen[]): string[] {
  return seen
    .filter(({ visible, held }) => !visible && held?.kind === 'answered')
    .map(({ prompt }) => headingOf(prompt))
}

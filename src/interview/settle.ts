import { isRetired, retirementOf } from '../entry/retired.ts'
import type { Entry, Section } from '../entry/model.ts'
import { ownWords } from '../questions/index.ts'
import { draftOf, walkOf, type EntryParts } from './entry.ts'
import { migrateEntry } from './migrate-entry.ts'
import type { Walk } from './model.ts'
import { hiddenIn, view, type InterviewContext } from './view.ts'

/** A session after a change to an answer that other questions build on. */
interface Settled {
  readonly walk: Walk
  /** The draft, with what was retired. */
  readonly found: Entry
  /** Titles of the questions of which something was retired. */
  readonly retired: readonly string[]
}

/**
 * Adapts answers whose question has got other options or rows because the learner changed the answer that gives them. Parts that fit
 * stay; of the rest, what the learner wrote is retired. Undefined if every answer still fits.
 */
export function settle(scene: InterviewContext, making: EntryParts, before: Walk, now: Walk): Settled | undefined {
  const isUnfit = view(scene, now).some(
    ({ prompt, visible, held }) => visible && held?.kind === 'begun' && now.held[prompt.id]?.kind === 'answered'
  )
  if (!isUnfit) return undefined
  const draft = withOldQuestions(scene, making, before, now)
  const unchanged = { version: draft.head.packVersion, renamed: {}, retired: [] }
  const { entry } = migrateEntry(draft, unchanged, scene, 'answers')
  const sections = entry.sections.filter((section) => draft.sections.includes(section) || !isWordless(section))
  const isNew = ({ id }: Section) => draft.sections.every((section) => section.id !== id)
  const titles = sections.filter((section) => isRetired(section) && isNew(section)).map(({ title }) => title)
  const found = { ...entry, sections }
  const walk = walkOf(scene.exercise, found)
  return {
    walk: { ...now, held: walk.held, privacy: { ...walk.privacy, ...now.privacy } },
    found,
    retired: [...new Set(titles)]
  }
}

/** The draft with the answer that was changed, and all others with their questions as they were before the change. */
function withOldQuestions(scene: InterviewContext, making: EntryParts, before: Walk, now: Walk): Entry {
  const hidden = hiddenIn(scene, now)
  const old = draftOf(making, view(scene, before), { step: { at: 'review' } }, hidden)
  const changed = draftOf(making, view(scene, now), { step: { at: 'review' } }, hidden)
  const hasChanged = ({ id }: Section) => before.held[id] !== now.held[id]
  const isOld = (section: Section) => !hasChanged(section) && old.sections.some(({ id }) => id === section.id)
  return {
    ...old,
    sections: [
      ...old.sections.filter((section) => !hasChanged(section)),
      ...changed.sections.filter((section) => !isOld(section))
    ]
  }
}

/** Whether a section was retired by the learner's own change, and holds nothing that they wrote. */
function isWordless(section: Section): boolean {
  const { body, prompt } = section
  return (
    retirementOf(section)?.because === 'answers' &&
    body.kind === 'answered' &&
    ownWords(prompt, body.answer).length === 0
  )
}

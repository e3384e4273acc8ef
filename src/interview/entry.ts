import { newSection } from '../journal/markdown.ts'
import type { Body, Entry, EntryHead, Section } from '../journal/model.ts'
import type { Exercise } from '../pack/model.ts'
import type { EntryWords } from '../questions/model.ts'
import type { Held, Step, Walk } from './model.ts'
import type { Seen } from './view.ts'

/** What an entry's front matter needs beyond the walk. */
export type Heading = Omit<EntryHead, 'status' | 'finished' | 'at'>

/** The draft of a walk: everything that is held, hidden answers and unfinished words included. */
export function draftOf(heading: Heading, seen: readonly Seen[], step: Step, words: EntryWords): Entry {
  const head: EntryHead = { ...heading, status: 'draft', ...(step.at === 'prompt' ? { at: step.id } : {}) }
  return { head, sections: seen.flatMap((item) => sectionOf(item, words)) }
}

/** The entry of a walk that is complete: every visible prompt, and nothing of the hidden ones. */
export function finishedEntry(heading: Heading, seen: readonly Seen[], finished: string, words: EntryWords): Entry {
  const { packPath: _, ...kept } = heading
  const head: EntryHead = { ...kept, status: 'finished', finished }
  return { head, sections: seen.filter((item) => item.visible).flatMap((item) => sectionOf(item, words)) }
}

function sectionOf({ prompt, held, private: isPrivate }: Seen, words: EntryWords): Section[] {
  return held === undefined ? [] : [newSection(prompt, bodyOf(held), isPrivate, words)]
}

function bodyOf(held: Held): Body {
  switch (held.kind) {
    case 'answered':
    case 'begun':
      return { kind: 'answered', answer: held.answer, before: '', after: '' }
    case 'skipped':
      return { kind: 'skipped' }
    case 'seen':
      return { kind: 'none' }
  }
}

/** The walk that a draft was saved from, for going on with it; words under `at` are unfinished again. */
export function walkOf(exercise: Exercise, entry: Entry): Walk {
  const held: Record<string, Held> = {}
  const privacy: Record<string, boolean> = {}
  for (const prompt of exercise.prompts) {
    const section = entry.sections.find((candidate) => candidate.id === prompt.id)
    const kept = section === undefined ? undefined : heldOf(section.body, prompt.id === entry.head.at)
    if (section === undefined || kept === undefined) continue
    held[prompt.id] = kept
    if (section.private !== (prompt.private ?? false)) privacy[prompt.id] = section.private
  }
  const at = exercise.prompts.some(({ id }) => id === entry.head.at) ? entry.head.at : undefined
  return { step: at === undefined ? { at: 'reading' } : { at: 'prompt', id: at }, held, privacy }
}

function heldOf(body: Body, unfinished: boolean): Held | undefined {
  switch (body.kind) {
    case 'answered':
      return { kind: unfinished ? 'begun' : 'answered', answer: body.answer }
    case 'skipped':
      return { kind: 'skipped' }
    case 'none':
      return { kind: 'seen' }
    case 'unread':
      return { kind: 'begun', answer: body.text }
  }
}

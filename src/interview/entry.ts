import { withHead } from '../entry/front-matter.ts'
import { newSection, withSection } from '../entry/codec.ts'
import type { Body, Entry, EntryHead, Section } from '../entry/model.ts'
import type { Exercise } from '../pack/model.ts'
import type { Answer, EntryWords } from '../questions/shared/model.ts'
import type { Held, Step, Walk } from './model.ts'
import type { Seen } from './view.ts'

/** What an entry's front matter needs beyond the walk. */
export type Heading = Omit<EntryHead, 'status' | 'finished' | 'at' | 'begun'>

/** What an entry is made from besides the walk. */
export interface Making {
  readonly heading: Heading
  readonly words: EntryWords
  /** The draft as it was found, where one was gone on with: what a hand added to it stays. */
  readonly found?: Entry
}

/** The draft of a walk: everything that is held, hidden answers and unfinished words included. */
export function draftOf(making: Making, seen: readonly Seen[], step: Step): Entry {
  const at = step.at === 'prompt' ? step.id : undefined
  const begun = seen
    .filter(
      ({ held, prompt }) => held?.kind === 'begun' && prompt.id !== at && !isByHand(held.answer, prompt.id, making)
    )
    .map(({ prompt }) => prompt.id)
  const head: EntryHead = {
    ...making.heading,
    status: 'draft',
    ...(at === undefined ? {} : { at }),
    ...(begun.length === 0 ? {} : { begun })
  }
  return made(making, head, seen, seen)
}

/** The entry of a walk that is complete: every visible prompt, and nothing of the hidden ones. */
export function finishedEntry(making: Making, seen: readonly Seen[], finished: string): Entry {
  const { packPath: _, ...kept } = making.heading
  const visible = seen.filter((item) => item.visible)
  return made(making, { ...kept, status: 'finished', finished }, visible, seen)
}

function made({ words, found }: Making, head: EntryHead, items: readonly Seen[], all: readonly Seen[]): Entry {
  if (found === undefined) return { head, sections: items.flatMap((item) => sectionOf(item, words)) }
  const sections = items.flatMap((item) => sectionBeside(found, item, words))
  const asked = new Set(all.map(({ prompt }) => prompt.id))
  return { ...withHead(found, head), sections: placed(found.sections, sections, asked) }
}

/** Whether an answer was left in the middle when the draft was found. */
function wasBegun(id: string, { head }: Entry): boolean {
  return head.at === id || head.begun?.includes(id) === true
}

/** Whether what looks begun was found there, written by a hand that left no form of an answer. */
function isByHand(answer: Answer, id: string, { found }: Making): boolean {
  const body = found?.sections.find((section) => section.id === id)?.body
  return found !== undefined && body?.kind === 'unread' && body.text === answer && !wasBegun(id, found)
}

/** Our sections in their order; each that a hand added follows the one that it followed. */
function placed(found: readonly Section[], ours: readonly Section[], asked: ReadonlySet<string>): Section[] {
  const sections = [...ours]
  const counted = new Set<string>()
  for (const [index, section] of found.entries()) {
    const isOurs = asked.has(section.id) && !counted.has(section.id)
    counted.add(section.id)
    if (isOurs) continue
    const before = found.slice(0, index).findLast(({ id }) => sections.some((candidate) => candidate.id === id))
    const at = before === undefined ? 0 : sections.findLastIndex(({ id }) => id === before.id) + 1
    sections.splice(at, 0, section)
  }
  return sections
}

/** A section with what a hand had written around the answer, or in its place; that alone where there is no answer any more. */
function sectionBeside(found: Entry, item: Seen, words: EntryWords): Section[] {
  const { id } = item.prompt
  if (item.held === undefined && found.sections.every((section) => section.id !== id)) return []
  return sectionOf({ ...item, held: item.held ?? { kind: 'skipped' } }, words).flatMap((fresh) => {
    const section = withSection(found, fresh, wasBegun(id, found)).sections.find((each) => each.id === id) ?? fresh
    return item.held === undefined && section.body.kind !== 'unread' ? [] : [section]
  })
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

/** The walk that a draft was saved from, for going on with it; words under `at` and `begun` are unfinished again. */
export function walkOf(exercise: Exercise, entry: Entry): Walk {
  const held: Record<string, Held> = {}
  const privacy: Record<string, boolean> = {}
  const begun = new Set([entry.head.at, ...(entry.head.begun ?? [])])
  for (const prompt of exercise.prompts) {
    const section = entry.sections.find((candidate) => candidate.id === prompt.id)
    const kept = section === undefined ? undefined : heldOf(section.body, begun.has(prompt.id))
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

import { promptIdsOf } from '../questions/shared/attached.ts'
import { withHead } from '../entry/front-matter.ts'
import { newSection, withSection } from '../entry/codec.ts'
import type { Body, Entry, EntryHead, Section } from '../entry/model.ts'
import { DISCUSSION, isDiscussion } from '../entry/built-in.ts'
import { hide } from '../entry/retired.ts'
import type { Exercise } from '../pack/model.ts'
import { privacySources } from '../pack/privacy.ts'
import type { Answer, EntryWords, Prompt } from '../questions/shared/model.ts'
import type { AnswerState, Walk } from './model.ts'
import type { PromptView } from './view.ts'

/** The front matter of an entry, except for what the walk decides. */
export type EntryMeta = Omit<EntryHead, 'status' | 'finished' | 'at' | 'begun' | 'core'>

/** What an entry is made of besides the walk. */
export interface EntryParts {
  readonly heading: EntryMeta
  readonly words: EntryWords
  /** The draft that the session resumed: text that was added to it by hand stays. */
  readonly found?: Entry
  /** The discussion that was shown last. */
  readonly discussion?: Section
}

/** A prompt whose section is made. `isMarked`: the section says that the prompt is hidden. */
type Item = PromptView & { readonly isMarked?: boolean }

/** The draft of a walk: all answers, including unfinished ones and those of the `hidden` prompts, which are marked. */
export function draftOf(
  making: EntryParts,
  seen: readonly PromptView[],
  { step, core }: Pick<Walk, 'step' | 'core'>,
  hidden: ReadonlySet<string> = hiddenOf(seen)
): Entry {
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
    ...(begun.length === 0 ? {} : { begun }),
    ...(core === undefined ? {} : { core: true })
  }
  const items = seen.map((item) => ({ ...item, isMarked: hidden.has(item.prompt.id) }))
  return made(making, head, items, seen)
}

/** The entry of a complete walk: every visible prompt and nothing of hidden ones. */
export function finishedEntry(making: EntryParts, seen: readonly PromptView[], finished: string): Entry {
  const { packPath: _, ...kept } = making.heading
  const visible = seen.filter((item) => item.visible)
  return made(making, { ...kept, status: 'finished', finished }, visible, seen)
}

function made(
  { words, found, discussion }: EntryParts,
  head: EntryHead,
  items: readonly Item[],
  all: readonly PromptView[]
): Entry {
  const isEdited = found?.sections.some((section) => section.id === DISCUSSION && !isDiscussion(section)) === true
  const shown = discussion === undefined || isEdited ? [] : [discussion]
  if (found === undefined)
    return { head, sections: [...items.flatMap((item) => sectionOf(item, words, head)), ...shown] }
  const sections = [...items.flatMap((item) => sectionBeside(found, item, words, head)), ...shown]
  const asked = new Set([...all.map(({ prompt }) => prompt.id), ...shown.map(({ id }) => id)])
  return { ...withHead(found, head), sections: placed(found.sections, sections, asked) }
}

function hiddenOf(seen: readonly PromptView[]): ReadonlySet<string> {
  return new Set(seen.flatMap(({ prompt, visible }) => (visible ? [] : [prompt.id])))
}

/** Whether the answer was unfinished when the draft was read. */
function wasBegun(id: string, { head }: Entry): boolean {
  return head.at === id || head.begun?.includes(id) === true
}

/** Whether an unfinished answer is text that was written into the file by hand and has no form of an answer. */
function isByHand(answer: Answer, id: string, { found }: EntryParts): boolean {
  const body = found?.sections.find((section) => section.id === id)?.body
  return found !== undefined && body?.kind === 'unread' && body.text === answer && !wasBegun(id, found)
}

/** Our sections in order. A section that was added by hand stays behind the one that it followed. */
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

/** A section together with text that was written by hand around its answer or instead of it. Without an answer, only that text. */
function sectionBeside(found: Entry, item: Item, words: EntryWords, head: EntryHead): Section[] {
  const { id } = item.prompt
  if (item.held === undefined && found.sections.every((section) => section.id !== id)) return []
  return sectionOf({ ...item, held: item.held ?? { kind: 'skipped' } }, words, head).flatMap((fresh) => {
    const section = withSection(found, fresh, wasBegun(id, found)).sections.find((each) => each.id === id) ?? fresh
    return item.held === undefined && section.body.kind !== 'unread' ? [] : [section]
  })
}

function sectionOf(
  { prompt, held, private: isPrivate, isMarked }: Item,
  words: EntryWords,
  { language }: EntryHead
): Section[] {
  if (held === undefined) return []
  const section = newSection(prompt, bodyOf(held), isPrivate, words, language)
  return [isMarked === true ? hide(section) : section]
}

function bodyOf(held: AnswerState): Body {
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

/** The walk that a draft was saved from. Answers under `at` and `begun` are unfinished again. */
export function walkOf(exercise: Exercise, entry: Entry): Walk {
  const held: Record<string, AnswerState> = {}
  const privacy: Record<string, boolean> = {}
  const begun = new Set([entry.head.at, ...(entry.head.begun ?? [])])
  for (const prompt of exercise.prompts) {
    const section = entry.sections.find((candidate) => candidate.id === prompt.id)
    const kept = section === undefined ? undefined : heldOf(section.body, begun.has(prompt.id))
    if (section === undefined || kept === undefined) continue
    held[prompt.id] = kept
    if (section.private !== (prompt.private ?? inheritsIn(entry, prompt))) privacy[prompt.id] = section.private
  }
  const at = exercise.prompts.some(({ id }) => id === entry.head.at) ? entry.head.at : undefined
  const step: Walk['step'] = at === undefined ? { at: 'reading' } : { at: 'prompt', id: at }
  return { step, held, privacy, ...(entry.head.core === true ? { core: 'first' } : {}) }
}

/** Whether a prompt builds on a private answer of the entry. */
function inheritsIn({ sections }: Entry, prompt: Prompt): boolean {
  const here = privacySources(prompt).filter(({ exercise }) => exercise === undefined)
  const ids = new Set(here.flatMap(promptIdsOf))
  return sections.some((section) => section.private && ids.has(section.id))
}

function heldOf(body: Body, unfinished: boolean): AnswerState | undefined {
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

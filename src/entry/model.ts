import type { Answer, Form, Prompt } from '../questions/shared/model.ts'
import { isBuiltIn } from './built-in.ts'

/** The front matter of an entry. Times are ISO 8601 with the offset of `zone`, to the second. */
export interface EntryHead {
  /** A UUID, which never changes. */
  readonly id: string
  readonly pack: string
  readonly packVersion: string
  /** The id that the pack's author gave it, if the pack has another one in this journal: `pack`. */
  readonly packId?: string
  /** Who wrote the pack. */
  readonly packAuthors?: readonly string[]
  /** The address from which the pack was added. Never a place on the learner's computer. */
  readonly packSource?: string
  readonly exercise: string
  readonly title: string
  readonly status: 'finished' | 'draft'
  readonly started: string
  readonly finished?: string
  /** A time zone's IANA name. */
  readonly zone: string
  /** The language of the entry's fixed words, as a BCP 47 tag. */
  readonly language: string
  readonly tags: readonly string[]
  /** The route through its pack on which the learner was. */
  readonly route?: string
  /** Drafts only: the id of the prompt that was open last. */
  readonly at?: string
  /** Drafts only: the ids of other prompts with text that is not a valid answer yet. */
  readonly begun?: readonly string[]
  /** Drafts only: prompts that are not of the core are passed over. */
  readonly core?: true
  /** Drafts only: the folder or file of a pack that is not installed. */
  readonly packPath?: string
  /** The entry was imported without its private answers. */
  readonly partial?: true
  /** Names were replaced in this copy. It is never merged into the entry that it was made from. */
  readonly replaced?: true
}

/** The body of a section, as far as it can be read. */
export type Body =
  | {
      readonly kind: 'answered'
      readonly answer: Answer
      /** The learner's notes before the answer. */
      readonly before: string
      /** The learner's notes after the answer. */
      readonly after: string
    }
  | { readonly kind: 'skipped' }
  /** Nothing to answer: a note, or a recall that was not reworded. */
  | { readonly kind: 'none' }
  /** Text that is not an answer of the section's type, or a section of unknown type. */
  | { readonly kind: 'unread'; readonly text: string }

/** A question with its answer. */
export interface Section {
  readonly id: string
  /** A prompt type, or another word that a newer version or a user wrote. */
  readonly type: string
  readonly title: string
  /** The full question as the learner saw it, in Markdown; '' if the user removed it. */
  readonly ask: string
  readonly private: boolean
  readonly body: Body
  /** The prompt as far as marker and heading describe it; absent for an unknown type or an invalid form. */
  readonly prompt?: Prompt
  /** The marker's JSON. */
  readonly form?: Form
  /** The section's exact text in the file; absent if the section has changed since it was read. */
  readonly raw?: string
  /** `raw` with the marker that the file has lost; absent if the file has it. */
  readonly marked?: string
}

/** One session with one exercise. */
export interface Entry {
  readonly head: EntryHead
  readonly sections: readonly Section[]
  /** The file's exact front matter with both fences, and the text from there to the first marker; absent in a new entry. */
  readonly raw?: { readonly frontMatter: string; readonly preamble: string }
}

/** The front matter of an entry in the journal's folder. */
export interface Listed extends EntryHead {
  /** Absolute path. */
  readonly file: string
  /** The paths of other files with this id and status; absent if there are none. */
  readonly copies?: readonly string[]
}

/** The pack id of entries that were imported from a diary. Their first words are their titles. */
export const DIARY = 'day-one'

/** Whether an entry's title is taken from its answer, and so is as private as the answer. */
export function isDiary({ pack }: EntryHead): boolean {
  return pack === DIARY
}

/** Whether an entry has questions of its exercise and all of them were skipped. It does not count as done. */
export function isUnanswered({ sections }: Pick<Entry, 'sections'>): boolean {
  const kinds = sections.filter((section) => !isBuiltIn(section)).map(({ body }) => body.kind)
  return kinds.includes('skipped') && kinds.every((kind) => kind === 'skipped' || kind === 'none')
}

import type { Answer, Form, Prompt } from '../questions/shared/model.ts'

/** The front matter of an entry. Times are ISO 8601 with offset, in `zone`, to the second. */
export interface EntryHead {
  /** A UUID, for ever. */
  readonly id: string
  readonly pack: string
  readonly packVersion: string
  readonly exercise: string
  readonly title: string
  readonly status: 'finished' | 'draft'
  readonly started: string
  readonly finished?: string
  /** IANA name. */
  readonly zone: string
  /** Of the entry's fixed words, BCP 47. */
  readonly language: string
  readonly tags: readonly string[]
  /** Drafts only: the prompt being written. */
  readonly at?: string
  /** Drafts only: other prompts under which words stand that are no answer yet. */
  readonly begun?: readonly string[]
  /** Drafts only: the folder or file of a pack that is not installed. */
  readonly packPath?: string
  /** The entry came from elsewhere without its private answers. */
  readonly partial?: true
}

/** What a section's body turned out to be. */
export type Body =
  | {
      readonly kind: 'answered'
      readonly answer: Answer
      /** The learner's text around the recognised form. */ readonly before: string
      readonly after: string
    }
  | { readonly kind: 'skipped' }
  /** A note, or a recall that was not reworded: nothing to answer. */
  | { readonly kind: 'none' }
  /** A form that no longer reads back, or a section of unknown type: kept as text. */
  | { readonly kind: 'unread'; readonly text: string }

/** One question with its answer, as an entry holds it. */
export interface Section {
  readonly id: string
  /** A prompt type; any other word where a newer version or a hand wrote it. */
  readonly type: string
  readonly title: string
  /** The full question as the learner saw it, Markdown; '' where a hand removed it. */
  readonly ask: string
  readonly private: boolean
  readonly body: Body
  /** The prompt as far as marker and heading tell it; absent for an unknown type or a spoilt form. */
  readonly prompt?: Prompt
  /** The marker's JSON. */
  readonly form?: Form
  /** The section's exact text in the file; absent once anything in it has changed. */
  readonly raw?: string
}

/** One sitting with one exercise. */
export interface Entry {
  readonly head: EntryHead
  readonly sections: readonly Section[]
  /** The file's exact front matter (with its fences) and the text up to the first marker; absent in a new entry. */
  readonly raw?: { readonly frontMatter: string; readonly preamble: string }
}

/** An entry found in the journal's folder, without its answers. */
export interface Listed extends EntryHead {
  /** Absolute path. */
  readonly file: string
}

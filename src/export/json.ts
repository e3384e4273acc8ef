import { countWords } from '../journal/words.ts'
import { encodeEntry } from '../journal/markdown.ts'
import type { Entry, Section } from '../journal/model.ts'
import type { Answer } from '../questions/model.ts'

/** An entry in the listings of `journal --json`. Keys are added, never renamed. */
export interface ListedJson {
  readonly id: string
  readonly file: string
  readonly pack: string
  readonly packVersion: string
  readonly exercise: string
  readonly title: string
  readonly status: 'finished' | 'draft'
  readonly started: string
  readonly finished: string | null
  readonly tags: readonly string[]
  readonly words: number
}

/** An entry as `show --json` gives it: skipped prompts are absent from `answers`. */
export interface EntryJson extends ListedJson {
  readonly answers: Readonly<Record<string, Answer>>
  readonly prompts: readonly { id: string; type: string; ask: string; skipped: boolean; private: boolean }[]
}

/** An entry of a JSON export: with the file's exact text, so that it can be taken back. */
export interface ExportedEntry extends EntryJson {
  readonly source: string
  /** Private answers were left out. */
  readonly partial?: true
}

/** The line of a listing. */
export function listedJson(entry: Entry, file: string): ListedJson {
  const { id, pack, packVersion, exercise, title, status, started, finished, tags } = entry.head
  return {
    id,
    file,
    pack,
    packVersion,
    exercise,
    title,
    status,
    started,
    finished: finished ?? null,
    tags,
    words: countWords(entry)
  }
}

/** The whole entry, answers by prompt id. */
export function entryJson(entry: Entry, file: string): EntryJson {
  const answered = entry.sections.flatMap(({ id, body }) =>
    body.kind === 'answered' ? [[id, body.answer] as const] : []
  )
  return {
    ...listedJson(entry, file),
    answers: Object.fromEntries(answered),
    prompts: entry.sections.map((section) => ({
      id: section.id,
      type: section.type,
      ask: section.ask,
      skipped: section.body.kind === 'skipped',
      private: section.private
    }))
  }
}

/** The entry for an export. Without private answers their sections are cut from all of it. */
export function exportedEntry(entry: Entry, file: string, includePrivate: boolean): ExportedEntry {
  const kept = includePrivate ? entry : withoutPrivate(entry)
  const partial = kept.sections.length < entry.sections.length
  return { ...entryJson(kept, file), source: encodeEntry(kept), ...(partial ? { partial } : {}) }
}

/** The entry without the sections that are private. */
export function withoutPrivate(entry: Entry): Entry {
  return { ...entry, sections: entry.sections.filter((section) => !section.private) }
}

/** How many of an entry's answers are private, and how many are not. */
export function countAnswers(entry: Entry): { open: number; private: number } {
  const answered = entry.sections.filter(hasAnswer)
  const hidden = answered.filter((section) => section.private).length
  return { open: answered.length - hidden, private: hidden }
}

function hasAnswer({ body }: Section): boolean {
  return body.kind === 'answered' || body.kind === 'unread'
}

import { countWords } from '../entry/word-count.ts'
import { encodeEntry } from '../entry/codec.ts'
import type { Entry, EntryHead, Section } from '../entry/model.ts'
import { noteOf } from '../entry/note.ts'
import { retirementOf, type Retirement } from '../entry/retired.ts'
import { editedBody } from '../entry/section.ts'
import { entryWords } from '../words/index.ts'
import type { Answer } from '../questions/shared/model.ts'
import { present } from '../util/records.ts'
import type { Format } from './document.ts'

type ListedKey = 'id' | 'pack' | 'packVersion' | 'exercise' | 'title' | 'status' | 'started' | 'tags'

/** An entry in the listings of `journal --json`. Keys are added, never renamed. */
export interface ListedJson extends Pick<EntryHead, ListedKey> {
  readonly file: string
  readonly finished: string | null
  readonly words: number
}

/** A section in `show --json`. Every word of it is here or in its answer. */
interface PromptJson {
  readonly id: string
  readonly type: string
  readonly title: string
  readonly ask: string
  readonly skipped: boolean
  readonly private: boolean
  /** What the learner wrote before and after the answer; absent if there is nothing. */
  readonly before?: string
  readonly after?: string
  /** The text of the section if it is not an answer of its type, or holds words that the answer does not. */
  readonly text?: string
  /** The answer does not fit the exercise any more. */
  readonly retired?: Retirement
}

/** An entry in `show --json`. Skipped prompts are absent from `answers`. */
export interface EntryJson extends ListedJson {
  readonly answers: Readonly<Record<string, Answer>>
  /** The text above the first question; absent if there is none. */
  readonly note?: string
  readonly prompts: readonly PromptJson[]
}

/** An entry in a JSON export, with the exact text of its file, so that it can be imported. `file` is relative to the journal. */
interface ExportedEntry extends EntryJson {
  readonly source: string
  /** Private answers are missing, or names were replaced. */
  readonly partial?: true
  readonly replaced?: true
}

/** The version of the export format. */
const FORMAT = 1

/** An entry as an item of a list. */
export function listedJson(entry: Entry, file: string): ListedJson {
  const { id, pack, packVersion, exercise, title, status, started, finished = null, tags } = entry.head
  return { id, file, pack, packVersion, exercise, title, status, started, finished, tags, words: countWords(entry) }
}

/** A whole entry, with its answers by prompt id. */
export function entryJson(entry: Entry, file: string): EntryJson {
  const answered = entry.sections.flatMap(({ id, body }) =>
    body.kind === 'answered' ? [[id, body.answer] as const] : []
  )
  return {
    ...listedJson(entry, file),
    answers: Object.fromEntries(answered),
    ...present({ note: noteOf(entry) || undefined }),
    prompts: entry.sections.map((section) => promptJson(section, entry.head.language))
  }
}

function promptJson(section: Section, language: string): PromptJson {
  const { id, type, title, ask, private: isPrivate, body } = section
  const { before = '', after = '' } = body.kind === 'answered' ? body : {}
  const typed = body.kind === 'unread' ? body.text : editedBody(section, entryWords(language))
  return {
    id,
    type,
    title,
    ask,
    skipped: body.kind === 'skipped',
    private: isPrivate,
    ...present({ retired: retirementOf(section), before: before || undefined, after: after || undefined, text: typed })
  }
}

/** JSON that can be imported again; docs/export.schema.json describes it. Without private answers, their text is missing from every field. */
export const json: Format = () => {
  let isFirst = true
  return {
    share: ({ entry, source = encodeEntry(entry), file }) => {
      const { partial, replaced } = entry.head
      const exported: ExportedEntry = {
        ...entryJson(entry, file),
        source,
        ...present({ partial, replaced })
      }
      const body = `${isFirst ? '' : ','}\n    ${JSON.stringify(exported, undefined, 2).replaceAll('\n', '\n    ')}`
      isFirst = false
      return { contents: '', body }
    },
    frame: () => ({
      top: `{\n  "format": ${FORMAT},\n  "entries": [`,
      middle: '',
      bottom: isFirst ? ']\n}\n' : '\n  ]\n}\n'
    })
  }
}

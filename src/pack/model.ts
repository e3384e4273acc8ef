import type { TimeSpan } from '../dates/spans.ts'
import type { Prompt, Wording } from '../questions/shared/model.ts'
import type { FORMATS } from './format.ts'

/** One exercise: a reading, prompts, and a discussion that is shown after the prompts. */
export interface Exercise {
  readonly id: string
  readonly title: string
  readonly purpose?: string
  /** Markdown for tutors. Learners never see it. */
  readonly tutorNotes?: string
  readonly minutes?: number
  /** The ids of the outcomes of its prompts that name none, and of what learners write beside its prompts. */
  readonly outcomes?: readonly string[]
  /** Not due before this time has passed since the other exercise was finished. */
  readonly revisit?: { readonly exercise: string; readonly after: TimeSpan }
  readonly reading?: Passage | undefined
  /** In order. Attached questions are right after their prompts. */
  readonly prompts: readonly Prompt[]
  /** At its end, the learner can leave a question for the day on which they come back. */
  readonly askLater?: true
  /** How many of these are asked by the program before the reading. Only in a session; no pack has it. */
  readonly opening?: number
  /** Of several blocks, all that hold are shown. */
  readonly discussion?: Passage | undefined
  /** The index of the first prompt that is asked after the discussion; absent if none is. */
  readonly afterDiscussion?: number
}

/** Markdown, or its wordings: see `Wording`. */
export type Passage = string | readonly Wording[]

/** A named selection of exercises, perhaps of several packs. */
export interface Route {
  readonly title: string
  /** In order: `exercise` of the pack itself, or `pack/exercise` of another one. */
  readonly exercises: readonly string[]
  /** At its end, learners are offered to look at what they wrote. */
  readonly selfCheck?: true
}

/** A week or another part of a pack. Its days count from the day on which the learner starts the pack; nothing enforces them. */
export interface Section {
  readonly id: string
  readonly title: string
  /** How long after the start day it opens. */
  readonly opens?: TimeSpan
  /** How long after the start day it ends: its last day is the day before. */
  readonly due?: TimeSpan
  readonly exercises: readonly string[]
}

/** What learners can do, or know, after some exercises: a learning outcome, a competence, a standard. */
export interface Outcome {
  readonly id: string
  readonly text: string
}

/** A term of the glossary, as texts have it, and its meaning: Markdown on one line. */
export interface Term {
  readonly term: string
  readonly meaning: string
}

/** What a tutor asks the learners of a class to set. */
export interface ClassSettings {
  readonly name?: string
  /** A BCP 47 tag. */
  readonly language?: string
  /** After how long every exercise is offered again, such as `1 week`. */
  readonly rhythm?: string
  /** Whether the bundled packs are hidden. */
  readonly bundled?: 'hide'
}

/** A pack without errors. Plain JSON, so that it can be stored compiled. If this type changes, raise `PACK_SHAPE`. */
export interface Pack {
  readonly format: (typeof FORMATS)[number]
  readonly id: string
  readonly version: string
  readonly title: string
  readonly summary?: string
  /** Markdown for tutors. Learners never see it. */
  readonly tutorNotes?: string
  readonly language: string
  readonly authors: readonly string[]
  readonly license?: string
  readonly source?: { readonly title: string; readonly url?: string }
  /** In the order of its sections; those in none come last. */
  readonly exercises: readonly Exercise[]
  readonly class?: ClassSettings
  /** The day on which learners start it, `YYYY-MM-DD`, from which the days of its sections count. */
  readonly start?: string
  /** Its weeks or parts, in order. */
  readonly sections?: readonly Section[]
  readonly outcomes?: readonly Outcome[]
  readonly glossary?: readonly Term[]
  readonly routes: Readonly<Record<string, Route>>
  readonly renamed: Readonly<Record<string, string>>
  readonly retired: readonly string[]
  /** The id that its author gave it, if the learner has it under another one: `id`. Only of an added pack. */
  readonly ownId?: string
  /** The address from which it was added. Only of an added pack, and not if that was a file or folder. */
  readonly from?: string
  /** The folder of its files, absolute, for its pictures. Only of a pack that learners use: compiled packs can be moved. */
  readonly folder?: string
  /** Its texts in other languages, by tag. Absent if there are none, and in a pack that has been translated. */
  readonly translations?: Readonly<Record<string, Translation>>
  /** How far the translations have got that are not finished, by tag. Absent if all are. */
  readonly progress?: Readonly<Record<string, TranslationProgress>>
  /** All its languages, the original first. Absent if there is only one. */
  readonly languages?: readonly string[]
}

/** How far a translation has got. */
export interface TranslationProgress {
  /** All texts of the pack. */
  readonly texts: number
  /** Those that learners read in the translation. */
  readonly translated: number
  /** Those whose text in the pack has changed since. */
  readonly changed: number
}

/** Texts in another language by their paths, keys and ids joined by slashes: `exercises/one/prompts/what/ask`. */
export type Translation = Readonly<Record<string, string>>

/** A translation that was checked: its valid texts, and how far it has got. */
export interface CheckedTranslation {
  readonly texts: Translation
  readonly progress: TranslationProgress
}

/** An error or a warning in a pack, with sentences. */
export interface Diagnostic {
  readonly file: string
  /** 1-based, like `column`. */
  readonly line: number
  readonly column: number
  /** Of the text that it is about, in UTF-16 units. */
  readonly length: number
  readonly severity: 'error' | 'warning'
  /** Does not change between versions: scripts and the documentation use it. */
  readonly code: string
  /** What is wrong. */
  readonly message: string
  /** How to correct it; of a correction that is certain, written from `fix`. */
  readonly hint: string
  /** The correction, if it is certain. The edits of all diagnostics can be made together: they do not overlap. */
  readonly fix?: readonly FileChange[]
  /** The source line, or a part of a very long one, with control characters escaped. */
  readonly source: string
  /** What to underline in `source`, in UTF-16 units from its start. */
  readonly mark: { readonly start: number; readonly length: number }
}

/** A place in a file: 1-based; the column counts UTF-16 units, as editors do. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** A part of a correction: what to write in place of a range, whose end is not part of it, or another name for a file. */
export type FileChange =
  | {
      readonly file: string
      readonly range: { readonly start: Position; readonly end: Position }
      readonly text: string
    }
  | { readonly file: string; readonly name: string }

/** A file of a pack. */
export interface PackFile {
  /** Relative to the pack's folder, with `/`; of a single-file pack, the file's name. */
  readonly path: string
  readonly bytes: Uint8Array
  /** A link to a file outside the pack, which is not read. */
  readonly outside?: true
}

/** The result of parsing a pack: the pack if there is no error, and the diagnostics in the order of files and lines. */
export interface PackReading {
  readonly pack?: Pack
  /** The files besides the manifest: exercises in the manifest's order, then translations, then pictures. */
  readonly listed: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

import type { TimeSpan } from '../dates/spans.ts'
import type { Prompt } from '../questions/shared/model.ts'

/** One exercise: a reading, prompts, and a discussion kept back until the prompts are done. */
export interface Exercise {
  readonly id: string
  readonly title: string
  readonly purpose?: string
  readonly minutes?: number
  /** Held back until that long after the other exercise was finished. */
  readonly revisit?: { readonly exercise: string; readonly after: TimeSpan }
  readonly reading?: string | undefined
  /** In order; a follow-up stands right after its prompt as a text prompt of its own, `PROMPT.follow_up`. */
  readonly prompts: readonly Prompt[]
  readonly discussion?: string | undefined
}

/** A shorter way through a pack, by name. */
export interface Route {
  readonly title: string
  readonly exercises: readonly string[]
}

/** A pack that passed its check. Plain JSON, so that a copy of it can be stored and read without YAML. */
export interface Pack {
  readonly format: 1
  readonly id: string
  readonly version: string
  readonly title: string
  readonly summary?: string
  readonly language: string
  readonly authors: readonly string[]
  readonly license?: string
  readonly source?: { readonly title: string; readonly url?: string }
  readonly exercises: readonly Exercise[]
  readonly routes: Readonly<Record<string, Route>>
  readonly renamed: Readonly<Record<string, string>>
  readonly retired: readonly string[]
  /** Its texts in other languages, by tag; absent where there are none, and in a pack that is a translation itself. */
  readonly translations?: Readonly<Record<string, Translation>>
  /** The languages that it can be read in, that in which it was written first; absent where that is the only one. */
  readonly languages?: readonly string[]
}

/** Texts in another language by their names, the keys and ids that lead to them joined by slashes: `exercises/one/prompts/what/ask`. */
export type Translation = Readonly<Record<string, string>>

/** Where something stands in a pack's file: 1-based line and column, and the length to underline. */
interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly length: number
}

/** One fault or warning in a pack, worded: what is wrong (`message`) and how to mend it (`hint`). */
export interface Diagnostic extends Place {
  readonly severity: 'error' | 'warning'
  /** Stable: scripts and the documentation name it. */
  readonly code: string
  readonly message: string
  readonly hint: string
  /** The source line, or the part of a very long one around the place, with control characters made visible. */
  readonly source: string
  /** What to underline in `source`, in UTF-16 units from its start. */
  readonly mark: { readonly start: number; readonly length: number }
}

/** A file of a pack, as text. Reading it from disk is `pack/source`'s work; parsing it needs no disk. */
export interface PackFile {
  /** Relative to the pack, with `/`; for a single-file pack the file's own name. */
  readonly path: string
  readonly bytes: Uint8Array
  /** A link that leads out of the pack; it was not read. */
  readonly outside?: true
}

/** What parsing a pack gives: the pack if no error was found, and every diagnostic, in file and line order. */
export interface PackReading {
  readonly pack?: Pack
  /** The files that belong to it besides the manifest: those that it lists, in its order, then the translations. */
  readonly listed: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

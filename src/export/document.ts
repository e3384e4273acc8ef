import type { Entry } from '../entry/model.ts'
import type { Picture } from '../pack/picture/model.ts'
import type { Naming } from './entry.ts'

/** The export formats, named by the ending of their files. */
export const formatNames = ['md', 'html', 'docx', 'txt', 'json'] as const

export type FormatName = (typeof formatNames)[number]

/** Finds a picture of a pack by its path there; undefined if it is not here. */
export type FindPicture = (path: string) => Picture | undefined

/** Options that are the same for every format. */
export interface ExportStyle extends Naming {
  /** Whether the full questions are above the answers. Their headings are there in both cases. */
  readonly questions: boolean
  /** Whether HTML comments that the learner wrote stay. JSON always has them. */
  readonly comments: boolean
  /** Finds the pictures of questions, by the id of the pack. Without it they are described. */
  readonly pictures?: (pack: string) => FindPicture
  /** The title of a document of several entries, in place of the usual one. */
  readonly title?: string
  /** Whether the document is a single entry: then it has the entry's title and no table of contents. */
  readonly alone: boolean
}

/** An entry to export, without the private answers that stay behind. */
export interface Outgoing {
  readonly entry: Entry
  /** The exact text of the entry's file; absent if parts of it stay behind or were replaced. */
  readonly source?: string
  /** Relative to the journal's folder, with `/` between folders. */
  readonly file: string
}

/** What one entry adds to a document: its lines in the table of contents, and its body. */
interface Share {
  readonly contents: string
  readonly body: string
}

/** The document around the entries: `top`, all contents, `middle`, all bodies, `bottom`. */
export interface Frame {
  readonly top: string
  readonly middle: string
  readonly bottom: string
}

/**
 * Builds a document entry by entry, so that a journal of any size fits into memory. `share` is called once for each entry, in
 * order; `frame` is called last, when everything that went in is known.
 */
export interface DocumentMaker {
  share(outgoing: Outgoing): Share
  frame(): Frame
  /** Turns the text into the bytes of the file, for formats that are not text. */
  wrap?(text: Iterable<string | Uint8Array>): Iterable<Uint8Array>
}

/** Starts a new document of the format. */
export type Format = (style: ExportStyle) => DocumentMaker

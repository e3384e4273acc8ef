import type { Entry } from '../entry/model.ts'
import type { ReadMarkdown } from '../markdown/read.ts'
import type { Naming } from './entry.ts'

/** What entries can be exported as: the endings of the files. */
export const formatNames = ['md', 'html', 'docx', 'txt', 'json'] as const

export type FormatName = (typeof formatNames)[number]

/** How entries are exported, whatever the format. */
export interface ExportStyle extends Naming {
  /** The questions in full, above the answers; their headings stay either way. */
  readonly questions: boolean
  /** One entry makes the whole document: its title is the document's, and there is no list of entries. */
  readonly alone: boolean
  readonly read: ReadMarkdown
}

/** An entry on its way out: what is private and stays has been taken out of it. */
export interface Outgoing {
  readonly entry: Entry
  /** Relative to the journal's folder, with `/` between folders. */
  readonly file: string
}

/** An entry's share of a document: its lines in the list of contents, and all of it. */
interface Share {
  readonly contents: string
  readonly body: string
}

/** What stands around the shares: `top`, all contents, `middle`, all bodies, `bottom`. */
export interface Frame {
  readonly top: string
  readonly middle: string
  readonly bottom: string
}

/**
 * A document that is made entry by entry, so that a journal of any size fits: every entry gives its share, once and in
 * order, and the frame is made last, when all is known that went in.
 */
export interface DocumentMaker {
  share(outgoing: Outgoing): Share
  frame(): Frame
  /** The file's bytes, where it is more than the text. */
  wrap?(text: Iterable<string | Uint8Array>): Iterable<Uint8Array>
}

/** Makes a format's documents, each of its own. */
export type Format = (style: ExportStyle) => DocumentMaker

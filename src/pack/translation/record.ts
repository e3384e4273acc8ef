import { createHash } from 'node:crypto'
import { visible } from '../../text/visible.ts'
import type { SourceSpan } from '../diagnostic.ts'

/*
 * What `pack translate` writes into a translation besides texts: comments that begin with `#` and one more sign. `#|` is the text in
 * the pack, `#<` what it was before, `#!` a mark that it has changed, and `#=` which version of it was translated.
 */

/** A line of the record: the digest of a text in the pack, and the text's name. */
const ENTRY = /^[ \t]*#= ([0-9a-f]{8}) (\S.*?)[ \t]*$/gm

/** A mark: the name of a text, and a sentence for the translator. */
const MARK = /^[ \t]*#! \[(.*)\] /gm

/** The lines above a text that belong to the program. */
export const OWN_COMMENT = /^[ \t]*#(?:[|<](?: |$)|! )/

/** What is written in place of a text that is not translated yet. */
export const PLACEHOLDER = '…'

/** Whether a value is a translation: not empty, and not the placeholder or three dots. */
export function isTranslated(text: string): boolean {
  return !/^\s*(?:…|\.\.\.)?\s*$/.test(text)
}

/** What a translation's file says about the texts that were translated. Names are in the form of `nameInFile`. */
export interface TranslationRecord {
  /** The digest of each text in the pack, as it was when `pack translate` last ran. */
  readonly digests: ReadonlyMap<string, string>
  /** The texts with a mark. */
  readonly marked: ReadonlySet<string>
  /** The lines of the digests, without their newlines. */
  readonly spans: readonly SourceSpan[]
}

/** Reads the record of a translation from its file. `prefix` begins the names of a translation that shares its file with others. */
export function recordIn(text: string, prefix: string): TranslationRecord {
  const digests = new Map<string, string>()
  const marked = new Set<string>()
  const spans: SourceSpan[] = []
  if (text.includes('#= '))
    for (const { index, 0: line, 1: digest = '', 2: name = '' } of text.matchAll(ENTRY)) {
      if (!name.startsWith(prefix)) continue
      digests.set(name.slice(prefix.length), digest)
      spans.push({ start: index, end: index + line.length })
    }
  if (text.includes('#! '))
    for (const { 1: name = '' } of text.matchAll(MARK))
      if (name.startsWith(prefix)) marked.add(name.slice(prefix.length))
  return { digests, marked, spans }
}

/** The lines of a record. */
export function recordLines(digests: ReadonlyMap<string, string>, prefix: string): string[] {
  return [...digests].map(([name, digest]) => `#= ${digest} ${prefix}${name}`)
}

/** The name of a text as it is in a record: on one line, and without characters that cannot be seen. */
export function nameInFile(name: readonly string[]): string {
  return visible(name.join('/'), { hidden: true }).replaceAll(/\s+/g, ' ').trim()
}

/** A short digest of a text. Breaking its lines differently does not change it; paragraphs do. */
export function digestOf(text: string): string {
  const words = text.trim().replaceAll(/\s+/g, (space) => (/\n[^\S\n]*\n/.test(space) ? '\n\n' : ' '))
  return createHash('sha256').update(words).digest('hex').slice(0, 8)
}

/** Whether a record has this name, or names below it. */
export function hasBelow({ digests }: TranslationRecord, name: string): boolean {
  return digests.has(name) || [...digests.keys()].some((each) => each.startsWith(`${name}/`))
}

/** Whether a text had several wordings, by a record. */
export function hadWordings({ digests }: TranslationRecord, name: string): boolean {
  return !digests.has(name) && digests.has(`${name}/1`)
}

/** Whether the text in the pack has changed since it was translated, and nobody has looked at the translation again. */
export function isOutdated({ digests, marked }: TranslationRecord, name: string, source: string): boolean {
  const digest = digests.get(name)
  return marked.has(name) || (digest !== undefined && digest !== digestOf(source))
}

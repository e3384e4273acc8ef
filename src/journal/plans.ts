import { decodeEntry } from '../entry/codec.ts'
import type { Entry, Listed } from '../entry/model.ts'
import { readFound } from './oldest-first.ts'

/** The marker of a plan, of a question for later, or of an answer about one of them. Decoding takes longer than reading. */
const INTENTION = /^<!-- reflect:(?:_(?:later|asked)\b|\S+ (?:plan\b|.*"plan":))/m

/**
 * The entries that hold plans or questions for later, or what was said about them, of those listed. Files that cannot be read are left
 * out.
 */
export function* entriesWithIntentions(entries: readonly Listed[]): Generator<Entry> {
  for (const { file } of entries) {
    const found = readFound(file)
    if (found !== undefined && 'head' in found && INTENTION.test(found.text)) yield decodeEntry(found.text, found)
  }
}

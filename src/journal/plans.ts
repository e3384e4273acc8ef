import { decodeEntry } from '../entry/codec.ts'
import type { Entry, Listed } from '../entry/model.ts'
import { readFound } from './oldest-first.ts'

/** The marker of a plan, or of a question about one. Decoding takes longer than reading. */
const PLAN = /^<!-- reflect:\S+ (?:plan\b|.*"plan":)/m

/** The entries that hold plans, or what was said about plans, of those listed. Files that cannot be read are left out. */
export function* entriesWithPlans(entries: readonly Listed[]): Generator<Entry> {
  for (const { file } of entries) {
    const found = readFound(file)
    if (found !== undefined && 'head' in found && PLAN.test(found.text)) yield decodeEntry(found.text, found)
  }
}

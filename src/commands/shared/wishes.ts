import type { Context } from '../../context/context.ts'
import type { Entry, Listed } from '../../entry/model.ts'
import { decodeEntry } from '../../entry/codec.ts'
import { readFound } from '../../journal/oldest-first.ts'
import type { Pack } from '../../pack/model.ts'
import type { Wishes } from '../../progress/due.ts'
import { returnDays } from '../../progress/return-days.ts'
import { revisitAfter } from './options.ts'

/** What the learner wants to come back to: their settings, and what their entries say. `entries` are those that count for progress. */
export function wishesOf(packs: readonly Pack[], entries: readonly Listed[], context: Context): Wishes {
  return { after: revisitAfter(context), days: returnDays(packs, entries, readEntry) }
}

function readEntry(file: string): Entry | undefined {
  const found = readFound(file)
  return found !== undefined && 'head' in found ? decodeEntry(found.text, found) : undefined
}

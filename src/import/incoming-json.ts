import { isRecord } from '../questions/shared/checking.ts'
import type { Words } from '../words/index.ts'
import { fromDayOne } from './day-one.ts'
import type { Incoming } from './incoming.ts'

/** What one of the `entries` of a JSON document brings: of our own export, or of Day One's. */
export function incomingFrom(value: unknown, words: Words): Incoming {
  if (!isRecord(value)) return { kind: 'refused', why: words.import.unknown }
  const { source, file } = value
  if (typeof source === 'string' && !source.isWellFormed()) return { kind: 'refused', why: words.import.broken }
  if (typeof source === 'string')
    return { kind: 'entry', text: source, left: 0, ...(typeof file === 'string' ? { path: file } : {}) }
  return fromDayOne(value, words)
}

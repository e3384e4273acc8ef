import { timeInZone } from '../dates/zones.ts'
import { isRecord, present } from '../util/records.ts'
import { encodeEntry, newSection } from '../entry/codec.ts'
import { DIARY, type EntryHead } from '../entry/model.ts'
import type { IncomingEntry } from '../journal/import-entries.ts'
import { firstSentence } from '../questions/shared/heading.ts'
import { typedText } from '../text/typed-text.ts'
import type { Words } from '../words/index.ts'

/** What an item of an import contains. */
export type Incoming =
  | (IncomingEntry & {
      readonly kind: 'entry'
      /** The number of photos, recordings and other files that cannot be imported. */
      readonly left: number
    })
  /** An entry without words. */
  | { readonly kind: 'wordless'; readonly left: number }
  /** It cannot be imported, with the reason for the user. */
  | { readonly kind: 'refused'; readonly why: string }

/** Reads an item of `entries` in a JSON document: of this program's export, or of the diary Day One. */
export function fromJson(value: unknown, words: Words): Incoming {
  if (!isRecord(value)) return { kind: 'refused', why: words.import.unknown }
  const { source, file } = value
  if (typeof source !== 'string') return fromDayOne(value, words)
  if (!source.isWellFormed()) return { kind: 'refused', why: words.import.broken }
  return { kind: 'entry', text: source, left: 0, ...present({ path: typeof file === 'string' ? file : undefined }) }
}

/** The keys of a Day One entry that list attached files. */
const ATTACHMENTS = ['photos', 'videos', 'audios', 'pdfAttachments']

/**
 * Converts an entry of Day One's JSON export (dayoneapp.com/guides, "Exporting entries"): text, times, time zone and tags. It
 * becomes a private answer, because it is from a diary.
 */
function fromDayOne(entry: Readonly<Record<string, unknown>>, words: Words): Incoming {
  const { uuid, creationDate, timeZone, text, tags, starred } = entry
  const id = typeof uuid === 'string' ? idFrom(uuid) : undefined
  const created = momentOf(creationDate)
  if (id === undefined || created === undefined) return { kind: 'refused', why: words.import.unknown }
  const left = ATTACHMENTS.reduce((sum, key) => sum + listIn(entry[key]).length, 0)
  const content = typeof text === 'string' ? typedText(text).toWellFormed() : ''
  if (content.trim() === '') return { kind: 'wordless', left }
  const zone = zoneFrom(timeZone)
  const head: EntryHead = {
    id,
    pack: DIARY,
    packVersion: '1.0.0',
    exercise: 'diary',
    title: firstSentence(content),
    status: 'finished',
    started: timeInZone(created, zone),
    // The time of the last change says nothing of when it was written.
    finished: timeInZone(created, zone),
    zone,
    language: words.language,
    tags: [...listIn(tags).filter((tag) => typeof tag === 'string'), ...(starred === true ? ['starred'] : [])]
  }
  const { title, question } = words.import.dayOne
  const section = newSection(
    { type: 'text', id: 'entry', title, ask: question },
    { kind: 'answered', answer: content, before: '', after: '' },
    true,
    words.entry
  )
  return { kind: 'entry', text: encodeEntry({ head, sections: [section] }), isConverted: true, left }
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** Day One writes UUIDs in upper case without hyphens. */
function idFrom(uuid: string): string | undefined {
  const digits = uuid.replaceAll('-', '').toLowerCase()
  if (!/^[0-9a-f]{32}$/.test(digits)) return undefined
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** A time whose year has four digits in every time zone. */
function momentOf(time: unknown): Date | undefined {
  const moment = typeof time === 'string' ? new Date(time) : undefined
  const year = moment?.getUTCFullYear() ?? Number.NaN
  return year > 1 && year < 9999 ? moment : undefined
}

function zoneFrom(value: unknown): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: String(value) }).resolvedOptions().timeZone
  } catch {
    return 'UTC'
  }
}

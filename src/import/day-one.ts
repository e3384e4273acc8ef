import { encodeEntry, newSection } from '../entry/codec.ts'
import { DIARY } from '../entry/model.ts'
import type { EntryHead } from '../entry/model.ts'
import { unixLines } from '../text/lines.ts'
import { headingOf } from '../questions/shared/heading.ts'
import type { Words } from '../words/index.ts'
import type { Incoming } from './incoming.ts'

/** The lists in an entry of Day One's whose members are files of their own. */
const FILES = ['photos', 'videos', 'audios', 'pdfAttachments']

/**
 * An entry of the diary Day One, from its export as JSON (dayoneapp.com/guides, "Exporting entries"): its words, time,
 * place in the world and tags. It is somebody's diary, so it is private.
 */
export function fromDayOne(entry: Readonly<Record<string, unknown>>, words: Words): Incoming {
  const { uuid, creationDate, modifiedDate, timeZone, text, tags, starred } = entry
  const id = typeof uuid === 'string' ? idFrom(uuid) : undefined
  const created = momentOf(creationDate)
  if (id === undefined || created === undefined) return { kind: 'refused', why: words.import.unknown }
  const left = FILES.reduce((sum, key) => sum + listIn(entry[key]).length, 0)
  const said = typeof text === 'string' ? unixLines(text).toWellFormed() : ''
  if (said.trim() === '') return { kind: 'wordless', left }
  const zone = zoneFrom(timeZone)
  const head: EntryHead = {
    id,
    pack: DIARY,
    packVersion: '1.0.0',
    exercise: 'diary',
    title: headingOf({ ask: said }),
    status: 'finished',
    started: timeIn(created, zone),
    finished: timeIn(momentOf(modifiedDate) ?? created, zone),
    zone,
    language: words.language,
    tags: [...listIn(tags).filter((tag) => typeof tag === 'string'), ...(starred === true ? ['starred'] : [])]
  }
  const { title, question } = words.import.dayOne
  const section = newSection(
    { type: 'text', id: 'entry', title, ask: question },
    { kind: 'answered', answer: said, before: '', after: '' },
    true,
    words.entry
  )
  return { kind: 'entry', text: encodeEntry({ head, sections: [section] }), isConverted: true, left }
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** Day One writes UUIDs in capitals and without hyphens. */
function idFrom(uuid: string): string | undefined {
  const digits = uuid.replaceAll('-', '').toLowerCase()
  if (!/^[0-9a-f]{32}$/.test(digits)) return undefined
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** A time in a year of four digits, in any zone. */
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

/** A moment as an entry holds it, with the offset that its zone had then. */
function timeIn(moment: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit'
  }).formatToParts(moment)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  const local = `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}`
  const minutes = Math.round((Date.parse(`${local}Z`) - moment.getTime()) / 60_000)
  const two = (number: number) => String(number).padStart(2, '0')
  const offset = `${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`
  return `${local}${minutes < 0 ? '-' : '+'}${offset}`
}

import { createHash } from 'node:crypto'
import { basename, dirname } from 'node:path'
import { UsageError } from '../context/errors.ts'
import { excerpt } from '../questions/shared/checking.ts'
import type { HeadFault } from './front-matter-block.ts'
import { readTime } from './front-matter-time.ts'
import type { EntryHead } from './model.ts'

/* From the values of front matter to an entry's head. One value that is wrong or missing never hides an entry. */

/** The version of the journal's format. */
export const VERSION = '1'

/** The keys that the program reads and writes, in the order in which it writes them, and what they are called in `EntryHead`. */
export const KEYS = {
  id: 'id',
  pack: 'pack',
  pack_version: 'packVersion',
  pack_id: 'packId',
  pack_authors: 'packAuthors',
  pack_source: 'packSource',
  exercise: 'exercise',
  title: 'title',
  status: 'status',
  started: 'started',
  finished: 'finished',
  zone: 'zone',
  language: 'language',
  tags: 'tags',
  route: 'route',
  at: 'at',
  begun: 'begun',
  core: 'core',
  pack_path: 'packPath',
  partial: 'partial',
  replaced: 'replaced'
} as const satisfies Record<string, keyof EntryHead>

/** A key of the front matter that the program writes. */
export type Key = keyof typeof KEYS

/** A key whose value is a list. */
export type ListKey = 'tags' | 'begun' | 'pack_authors'

/** Whether the value of a key is a list. */
export function isListKey(key: string): key is ListKey {
  return key === 'tags' || key === 'begun' || key === 'pack_authors'
}

/** The values of front matter by key: lists in `lists`, other values in `texts`. */
export interface Values {
  readonly texts: { [Name in Key | 'reflect']?: string }
  readonly lists: { [Name in Key]?: readonly string[] }
  /** The number of a key's line, from 1; 0 for a key that is missing. Absent for what the program wrote. */
  readonly lineOf?: (key: Key) => number
}

/** The file of an entry, for values that its front matter lacks. */
export interface Origin {
  /** Its path. */
  readonly file: string
  /** When it was changed last. */
  readonly modified: () => Date
}

/** A head, with what was wrong with the values. */
export interface HeadFound {
  readonly head: EntryHead
  readonly faults: readonly HeadFault[]
  /** The keys whose value in the head is a guess, or an absence. */
  readonly guessed: readonly Key[]
}

/** The head, if every value is as the program writes it; undefined otherwise. */
export function ownHeadFrom({ texts, lists }: Values): EntryHead | undefined {
  const { id, pack, exercise, status, started, finished } = texts
  if (!id || !pack || !exercise || started === undefined || !isTime(started)) return undefined
  if ((status !== 'finished' && status !== 'draft') || (finished !== undefined && !isTime(finished))) return undefined
  const head: { -readonly [Name in keyof EntryHead]: EntryHead[Name] } = {
    id,
    pack,
    packVersion: texts.pack_version || '0.0.0',
    exercise,
    title: texts.title || exercise,
    status,
    started,
    zone: texts.zone || 'UTC',
    language: texts.language || 'en',
    tags: lists.tags ?? []
  }
  // Setting these one by one is much faster than spreading an object with some of them.
  if (finished !== undefined) head.finished = finished
  if (texts.pack_id) head.packId = texts.pack_id
  if (lists.pack_authors !== undefined && lists.pack_authors.length > 0) head.packAuthors = lists.pack_authors
  if (texts.pack_source) head.packSource = texts.pack_source
  if (texts.route) head.route = texts.route
  if (texts.at) head.at = texts.at
  if (lists.begun !== undefined && lists.begun.length > 0) head.begun = lists.begun
  if (texts.core === 'true') head.core = true
  if (texts.pack_path) head.packPath = texts.pack_path
  if (texts.partial === 'true') head.partial = true
  if (texts.replaced === 'true') head.replaced = true
  return head
}

function isTime(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(Date.parse(text))
}

/** The pack or the exercise of an entry that does not say. */
const UNKNOWN = 'unknown'

/**
 * The head of any values. What is missing or wrong is
 * - `id`: derived from the start, the pack and the exercise, or from the file's name, so that it stays the same;
 * - `exercise`: from the file's name;
 * - `status`: draft in the folder of drafts, and if the key `at` or `begun` is there, otherwise finished;
 * - `started`: when it was finished, the day in the file's name, the file's time;
 * - `finished`: absent.
 *
 * @throws UsageError if the version of the format is a newer one.
 */
export function headFrom(values: Values, origin: Origin | undefined): HeadFound {
  const { texts, lists } = values
  const faults: HeadFault[] = []
  const guessed: Key[] = []
  checkVersion(texts.reflect, faults)
  const guess = (key: Key) => {
    const [line, text] = [values.lineOf?.(key) ?? 0, texts[key]]
    guessed.push(key)
    faults.push({
      line,
      why: ({ frontMatter }) => (text ? frontMatter.value(line, key, excerpt(text)) : frontMatter.missing(key))
    })
  }
  const given = (key: 'id' | 'pack' | 'exercise') => texts[key] || void guess(key)
  const zone = texts.zone || 'UTC'
  const timeAt = (key: 'started' | 'finished') => timeIn(texts[key] ?? '', zone) ?? void guess(key)
  const stated = { id: given('id'), pack: given('pack'), exercise: given('exercise'), started: timeAt('started') }
  const finished = texts.finished === undefined ? undefined : timeAt('finished')
  const status = statusIn(texts.status)
  if (status === undefined) guess('status')
  const isBegun = texts.at !== undefined || lists.begun !== undefined
  const { finished: _, ...others } = texts
  const head = ownHeadFrom({
    texts: {
      ...others,
      id: stated.id ?? derivedId([stated.started, stated.pack, stated.exercise], origin?.file ?? JSON.stringify(texts)),
      pack: stated.pack ?? UNKNOWN,
      exercise: stated.exercise ?? exerciseIn(origin) ?? UNKNOWN,
      status: status ?? (isBegun || isInDrafts(origin) ? 'draft' : 'finished'),
      started: stated.started ?? finished ?? startOf(origin),
      ...(finished === undefined ? {} : { finished })
    },
    lists
  })
  if (head === undefined) throw new RangeError('every value was replaced')
  return { head, faults, guessed }
}

/** @throws UsageError if it is a newer one. */
function checkVersion(version: string | undefined, faults: HeadFault[]): void {
  if (!version || Number.parseFloat(version) < Number(VERSION))
    return void faults.push({ line: 0, why: ({ frontMatter }) => frontMatter.noVersion })
  if (/^\d/.test(version) && Number.parseFloat(version) !== Number(VERSION))
    throw new UsageError((words) => words.frontMatter.newer(excerpt(version)))
}

function statusIn(text = ''): EntryHead['status'] | undefined {
  const name = text.trim().toLowerCase()
  return name === 'finished' || name === 'draft' ? name : undefined
}

function timeIn(text: string, zone: string): string | undefined {
  return isTime(text) ? text : readTime(text, zone)
}

/** In the form of a UUID (RFC 9562, version 8). */
function derivedId(facts: readonly (string | undefined)[], place: string): string {
  const [started = ''] = facts
  const isExact = started !== '' && !started.includes('T00:00:00')
  const seed = isExact ? facts.join('\n') : basename(place, '.md')
  const digits = createHash('sha256').update(seed).digest('hex')
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20, 32)}`
}

function nameOf(origin: Origin | undefined): string {
  return origin === undefined ? '' : basename(origin.file, '.md')
}

/** The exercise in a name such as `2026-11-23-no-paying-customer-2`. */
function exerciseIn(origin: Origin | undefined): string | undefined {
  const name = nameOf(origin).replace(/\.[\da-f]{8}$/, '')
  return /^\d{4}-\d{2}-\d{2}-(?:\d{4}-)?(.+?)(?:-\d{1,2})?$/.exec(name)?.[1]
}

function isInDrafts(origin: Origin | undefined): boolean {
  return origin !== undefined && basename(dirname(origin.file)) === 'drafts'
}

function startOf(origin: Origin | undefined): string {
  const [day] = /^\d{4}-\d{2}-\d{2}(?!\d)/.exec(nameOf(origin)) ?? []
  const named = day === undefined ? undefined : readTime(day, 'UTC')
  return named ?? `${(origin?.modified() ?? new Date(0)).toISOString().slice(0, 19)}+00:00`
}

import { isDeepStrictEqual } from 'node:util'
import { UsageError } from '../context/errors.ts'
import { excerpt } from '../questions/shared/checking.ts'
import {
  readOwnText,
  readOwnTexts,
  readYaml,
  setInYaml,
  writeText,
  writeTexts,
  type YamlPair
} from './front-matter-values.ts'
import type { Entry, EntryHead } from './model.ts'

/** The version of the journal's format. */
const VERSION = '1'

/** The keys that the program reads and writes, in the order in which it writes them, and what they are called in `EntryHead`. */
const KEYS = {
  id: 'id',
  pack: 'pack',
  pack_version: 'packVersion',
  exercise: 'exercise',
  title: 'title',
  status: 'status',
  started: 'started',
  finished: 'finished',
  zone: 'zone',
  language: 'language',
  tags: 'tags',
  at: 'at',
  begun: 'begun',
  pack_path: 'packPath',
  partial: 'partial'
} as const satisfies Record<string, keyof EntryHead>

type Key = keyof typeof KEYS
const ALL = Object.keys(KEYS) as Key[]
const LISTS: ReadonlySet<string> = new Set<Key>(['tags', 'begun'])

const START = `---\nreflect: ${VERSION}\n`
const END = '---\n'
const LINE_STARTS = ALL.map((key) => [key, `${key}: `] as const)

/** A front matter's content, and its length with both fences. */
export interface HeadRead {
  readonly head: EntryHead
  readonly length: number
}

/** The values of front matter by key: lists in `lists`, other values in `texts`. */
interface Values {
  readonly texts: { [Name in Key | 'reflect']?: string }
  readonly lists: { [Name in Key]?: readonly string[] }
  /** The number of a key's line, from 1. */
  readonly lineOf: (key: Key) => number
}

/** A key of the front matter with the lines of its value. Offsets count from the start of the front matter. */
interface Field {
  readonly key: string
  /** Counts from 1. */
  readonly line: number
  readonly start: number
  /** The start of the value, or right after the colon if there is none. */
  readonly valueStart: number
  /** After the newline of the last line. */
  readonly end: number
}

/** The front matter of a text with both fences, byte for byte; undefined if the text has none. */
export function frontMatterOf(text: string): string | undefined {
  const length = frontMatterLength(text)
  return length === undefined || length === -1 ? undefined : text.slice(0, length)
}

/** The length of the front matter with both fences; undefined if the text does not begin with a fence; -1 without a closing one. */
function frontMatterLength(text: string): number | undefined {
  const opening = OPENING.exec(text)
  if (opening === null) return undefined
  const closing = /\n---[ \t]*\r?(?:\n|$)/g
  closing.lastIndex = opening[0].length - 1
  const found = closing.exec(text)
  return found === null ? -1 : found.index + found[0].length
}

const OPENING = /^\uFEFF?---[ \t]*\r?\n/

/**
 * Reads the front matter of an entry from its text, or from a beginning that contains all of the front matter.
 * Undefined if the text is no entry. See `readFrontMatter`.
 *
 * @throws UsageError that names the line that cannot be read, or the missing key.
 */
export function readHead(text: string): EntryHead | undefined {
  return readFrontMatter(text)?.head
}

/**
 * As `readHead`, with the length of the front matter. Three steps, each for what the one before cannot read:
 *
 * 1. front matter exactly as this program writes it, the case for nearly all entries, so listing thousands is quick;
 * 2. one key after the other, where broken values of other keys do no harm;
 * 3. all of it as one YAML mapping (quoted keys, braces, anchors and aliases).
 *
 * Values that this program did not write are read by the YAML library.
 */
export function readFrontMatter(text: string): HeadRead | undefined {
  const own = readOwn(text)
  if (own !== undefined) return own
  const length = frontMatterLength(text)
  if (length === undefined) return undefined
  if (length === -1) {
    if (/^reflect:/m.test(text.slice(0, 4096))) throw new UsageError((words) => words.frontMatter.noEnd)
    return undefined
  }
  const frontMatter = text.slice(0, length)
  // The key may be quoted, or inside braces.
  if (!/(?:^|[{,"'][ \t]*)reflect["']?[ \t]*:/m.test(frontMatter)) return undefined
  try {
    return { head: headFrom(valuesByField(frontMatter)), length }
  } catch (error) {
    const values = error instanceof UsageError ? valuesOfMapping(frontMatter) : undefined
    if (values === undefined) throw error
    return { head: headFrom(values), length }
  }
}

/** Step 1. */
function readOwn(text: string): HeadRead | undefined {
  if (!text.startsWith(START)) return undefined
  const lineOf = (key: Key) => lineAt(text, text.indexOf(`\n${key}: `) + 1)
  const values: Values = { texts: { reflect: VERSION }, lists: {}, lineOf }
  let at = START.length
  for (const [key, lineStart] of LINE_STARTS) {
    if (!text.startsWith(lineStart, at)) continue
    const end = text.indexOf('\n', at)
    if (end === -1 || !setOwn(key, text.slice(at + lineStart.length, end), values)) return undefined
    at = end + 1
  }
  return text.startsWith(END, at) ? { head: headFrom(values), length: at + END.length } : undefined
}

/** False if the program would not write this value. */
function setOwn(key: Key | 'reflect', source: string, { texts, lists }: Values): boolean {
  if (key === 'tags' || key === 'begun') {
    const list = readOwnTexts(source)
    if (list !== undefined) lists[key] = list
    return list !== undefined
  }
  const text = readOwnText(source)
  if (text !== undefined) texts[key] = text
  return text !== undefined
}

/** Step 2. @throws UsageError */
function valuesByField(frontMatter: string): Values {
  const lines = new Map<string, number>()
  const values: Values = { texts: {}, lists: {}, lineOf: (key) => lines.get(key) ?? 0 }
  for (const field of fieldsOf(frontMatter)) {
    const { key, line } = field
    if (!isKnown(key)) continue
    if (lines.has(key)) throw new UsageError((words) => words.frontMatter.twice(line, key))
    lines.set(key, line)
    if (setOwn(key, sourceOf(frontMatter, field), values)) continue
    const pair = yamlPairOf(frontMatter, field)
    if (pair === undefined || pair.isIncomplete)
      throw new UsageError((words) => words.frontMatter.line(line, excerpt(frontMatter.slice(field.start))))
    setPair(key, pair, values)
  }
  return values
}

function isKnown(key: string): key is Key | 'reflect' {
  return key === 'reflect' || Object.hasOwn(KEYS, key)
}

function setPair(key: Key | 'reflect', { text, texts }: YamlPair, values: Values): void {
  if (key === 'tags' || key === 'begun') values.lists[key] = texts
  else values.texts[key] = text
}

function sourceOf(frontMatter: string, { valueStart, end }: Field): string {
  return frontMatter.slice(valueStart, end).trimEnd()
}

function yamlPairOf(frontMatter: string, { key, start, end }: Field): YamlPair | undefined {
  return readYaml(frontMatter.slice(start, end))?.find((pair) => pair.key === key)
}

/** Step 3; undefined if it is not one mapping. */
function valuesOfMapping(frontMatter: string): Values | undefined {
  const yaml = yamlOf(frontMatter)
  const pairs = readYaml(yaml)
  if (pairs === undefined) return undefined
  const lineOf = (key: Key) => lineAt(yaml, pairs.find((pair) => pair.key === key)?.start ?? 0) + 1
  const values: Values = { texts: {}, lists: {}, lineOf }
  for (const pair of pairs) if (isKnown(pair.key)) setPair(pair.key, pair, values)
  return values
}

/** Front matter without its fences. */
function yamlOf(frontMatter: string): string {
  return frontMatter.replace(OPENING, '').replace(/---[ \t]*\r?\n?$/, '')
}

/** The number of the line that contains an offset, from 1. */
function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

/** @throws UsageError if a key is missing or its value is impossible. */
function headFrom({ texts, lists, lineOf }: Values): EntryHead {
  const version = texts.reflect
  if (version !== VERSION) throw new UsageError((words) => words.frontMatter.newer(excerpt(version ?? '')))
  const needed = (key: Key, isValid?: (text: string) => boolean) => {
    const text = texts[key]
    if (text === undefined || text === '') throw new UsageError((words) => words.frontMatter.missing(key))
    if (isValid?.(text) === false)
      throw new UsageError((words) => words.frontMatter.value(lineOf(key), key, excerpt(text)))
    return text
  }
  const exercise = needed('exercise')
  const head: { -readonly [Name in keyof EntryHead]: EntryHead[Name] } = {
    id: needed('id'),
    pack: needed('pack'),
    packVersion: texts.pack_version || '0.0.0',
    exercise,
    title: texts.title || exercise,
    status: needed('status', isStatus) === 'draft' ? 'draft' : 'finished',
    started: needed('started', isTime),
    zone: texts.zone || 'UTC',
    language: texts.language || 'en',
    tags: lists.tags ?? []
  }
  // Setting these one by one is much faster than spreading an object with some of them.
  if (texts.finished !== undefined) head.finished = needed('finished', isTime)
  if (texts.at) head.at = texts.at
  if (lists.begun !== undefined && lists.begun.length > 0) head.begun = lists.begun
  if (texts.pack_path) head.packPath = texts.pack_path
  if (texts.partial === 'true') head.partial = true
  return head
}

function isStatus(text: string): boolean {
  return text === 'finished' || text === 'draft'
}

function isTime(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(Date.parse(text))
}

/** The front matter of a new entry with both fences, with a newline at its end. */
export function writeHead(head: EntryHead): string {
  const lines = ALL.flatMap((key) => {
    const value = written(key, head)
    return value === undefined ? [] : [`${key}: ${value}\n`]
  })
  return START + lines.join('') + END
}

function written(key: Key, head: EntryHead): string | undefined {
  const value = head[KEYS[key]]
  if (value === undefined) return undefined
  if (value === true) return 'true'
  return typeof value === 'string' ? writeText(value) : writeTexts(value)
}

/**
 * The entry with another head. In the text of its front matter only the keys whose values differ change; everything else,
 * such as comments and other programs' keys, stays byte for byte.
 */
export function withHead(entry: Entry, head: EntryHead): Entry {
  if (entry.raw === undefined) return { ...entry, head }
  // Most values are identical, and writing them compiles slow patterns.
  const changed = ALL.filter(
    (key) => head[KEYS[key]] !== entry.head[KEYS[key]] && written(key, head) !== written(key, entry.head)
  )
  if (changed.length === 0) return { ...entry, head }
  const before = entry.raw.frontMatter
  const byLine = changed.reduce((text, key) => withKey(text, key, written(key, head)), before)
  const frontMatter = says(byLine, head) ? byLine : (withYamlKeys(before, changed, head) ?? byLine)
  return { ...entry, head, raw: { ...entry.raw, frontMatter } }
}

function says(frontMatter: string, head: EntryHead): boolean {
  try {
    return isDeepStrictEqual(readHead(frontMatter), head)
  } catch (error) {
    if (error instanceof UsageError) return false
    throw error
  }
}

/** For keys that are not at the start of a line, such as quoted ones: the YAML library writes all of the front matter. */
function withYamlKeys(frontMatter: string, keys: readonly Key[], head: EntryHead): string | undefined {
  const [opening = ''] = OPENING.exec(frontMatter) ?? []
  const yaml = setInYaml(yamlOf(frontMatter), new Map(keys.map((key) => [key, head[KEYS[key]]])))
  const text = yaml && `${opening}${frontMatter.includes('\r\n') ? yaml.replaceAll(/\r?\n/g, '\r\n') : yaml}`
  const whole = text && text + frontMatter.slice(opening.length + yamlOf(frontMatter).length)
  return whole && says(whole, head) ? whole : undefined
}

/** The front matter with one key changed, added or (without a value) removed. A comment after the value stays. */
function withKey(frontMatter: string, key: Key, value: string | undefined): string {
  const fields = fieldsOf(frontMatter)
  const field = fields.find((candidate) => candidate.key === key)
  if (value === undefined)
    return field === undefined ? frontMatter : frontMatter.slice(0, field.start) + frontMatter.slice(field.end)
  const newline = frontMatter.includes('\r\n') ? '\r\n' : '\n'
  if (field === undefined) {
    // After the nearest of the keys that are written before this one.
    const before: readonly string[] = ['reflect', ...ALL.slice(0, ALL.indexOf(key))]
    const ends = new Map(fields.map(({ key: name, end }) => [name, end]))
    const at = ends.get(before.findLast((name) => ends.has(name)) ?? '') ?? frontMatter.indexOf('\n') + 1
    return `${frontMatter.slice(0, at)}${key}: ${value}${newline}${frontMatter.slice(at)}`
  }
  const start = frontMatter.slice(0, field.valueStart)
  const end = valueEnd(frontMatter, field)
  const rest = end === undefined ? newline + frontMatter.slice(field.end) : frontMatter.slice(end)
  return `${start}${start.endsWith(':') ? ' ' : ''}${value}${rest.startsWith('#') ? ' ' : ''}${rest}`
}

/** The end of a value on one line, before a comment; undefined for a value on several lines or one that cannot be read. */
function valueEnd(frontMatter: string, field: Field): number | undefined {
  const source = sourceOf(frontMatter, field)
  if (source.includes('\n')) return undefined
  const own = LISTS.has(field.key) ? readOwnTexts(source) : readOwnText(source)
  if (own !== undefined) return field.valueStart + source.length
  const pair = yamlPairOf(frontMatter, field)
  return pair && Math.max(field.valueStart, field.start + pair.end)
}

/**
 * The keys of a front matter with the lines of their values, in order. Comments and blank lines belong to no key.
 *
 * @throws UsageError that names a line that is neither.
 */
function fieldsOf(frontMatter: string): Field[] {
  const fields: Field[] = []
  const stop = frontMatter.trimEnd().lastIndexOf('\n') + 1
  let line = 1
  for (let start = frontMatter.indexOf('\n') + 1, end = start; start < stop; start = end) {
    line++
    end = frontMatter.indexOf('\n', start) + 1
    const text = frontMatter.slice(start, end).trimEnd()
    if (text === '' || text.startsWith('#')) continue
    const last = fields.at(-1)
    if (isContinuation(text) && last !== undefined) fields[fields.length - 1] = continued(last, frontMatter, start, end)
    else fields.push(fieldOf(text, line, start, end))
  }
  return fields
}

/** Whether a line belongs to the key above it: it is indented, or an item of a list. */
function isContinuation(text: string): boolean {
  return /^(?:[ \t]|-(?: |$))/.test(text)
}

function fieldOf(text: string, line: number, start: number, end: number): Field {
  const [, key = '', gap = ''] = /^([^]*?):((?=[ \t]|$)[ \t]*)/.exec(text) ?? []
  if (key === '' || isContinuation(text)) throw new UsageError((words) => words.frontMatter.line(line, excerpt(text)))
  return { key: key.trimEnd(), line, start, valueStart: start + key.length + 1 + gap.length, end }
}

/** The field with one more line. If the value begins only there, at most after a comment, so does `valueStart`. */
function continued(field: Field, frontMatter: string, start: number, end: number): Field {
  const isEmpty = /^\s*(?:#.*)?$/.test(frontMatter.slice(field.valueStart, start).trimEnd())
  const text = frontMatter.slice(start, end)
  return { ...field, end, valueStart: isEmpty ? start + text.length - text.trimStart().length : field.valueStart }
}

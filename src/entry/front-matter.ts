import { UsageError } from '../context/errors.ts'
import { excerpt } from '../questions/shared/checking.ts'
import { unixLines } from '../text/lines.ts'
import { fieldsOf, frontMatterLength } from './front-matter-fields.ts'
import type { Field } from './front-matter-fields.ts'
import { readOwnHead } from './front-matter-own.ts'
import type { HeadRead } from './front-matter-own.ts'
import { betweenCommas, readScalar, readTexts } from './front-matter-scalars.ts'
import { writeScalar, writeTexts } from './front-matter-writing.ts'
import type { Entry, EntryHead } from './model.ts'

/** Characters; more is no front matter of anybody's, and the library takes its time over it. */
const LONGEST_FOR_YAML = 65_536

/** The version of the journal's format. */
const VERSION = '1'

/** The keys that are ours, as they are written, in the order in which they are written. */
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

/** Those that hold a list. */
const LISTS: ReadonlySet<string> = new Set(['tags', 'begun'])

type Key = keyof typeof KEYS
const ALL = Object.keys(KEYS) as Key[]

/** The front matter of a text, with its fences, exactly as it stands there; undefined where it has none. */
export function frontMatterOf(text: string): string | undefined {
  const length = frontMatterLength(text)
  return length === undefined || length === -1 ? undefined : text.slice(0, length)
}

/**
 * The head of an entry, from its text or as much of it as holds the front matter; undefined for a text that is no
 * entry. Read by a few lines of our own, which take a fiftieth of the time that a YAML library does: they know what we
 * write and what editors make of it (other quotes, folded lines, lists an item a line, comments, keys that are not ours).
 * What they do not read is the library's, once `loadYaml` has been called.
 *
 * @throws UsageError naming the line that does not read, or the key that is missing.
 */
export function readHead(text: string): EntryHead | undefined {
  return readFrontMatter(text)?.head
}

/** As `readHead`, with the front matter's length. */
export function readFrontMatter(text: string): HeadRead | undefined {
  const own = readOwnHead(text)
  if (own !== undefined) return own
  const length = frontMatterLength(text)
  if (length === undefined) return undefined
  if (length === -1) {
    if (/^reflect:/m.test(text.slice(0, 4096))) throw new UsageError((words) => words.frontMatter.noEnd)
    return undefined
  }
  const frontMatter = text.slice(0, length)
  // The key may be quoted, or stand in a mapping in braces.
  if (!/(?:^|[{,"'][ \t]*)reflect["']?[ \t]*:/m.test(frontMatter)) return undefined
  return { head: headIn(frontMatter), length }
}

interface Value {
  readonly text: string
  readonly texts: readonly string[]
  readonly line: number
}

type Yaml = typeof import('yaml')
let yaml: Yaml | undefined

/**
 * Loads the YAML library, which from then on reads front matter that our own few lines do not. It is not loaded
 * before such a front matter was met: it takes ten times what the rest of a listing does.
 */
export async function loadYaml(): Promise<void> {
  yaml ??= await import('yaml')
}

/** By our own few lines, or where these give up by the YAML library, if it is loaded. */
function headIn(frontMatter: string): EntryHead {
  try {
    return headFrom(plainValues(frontMatter))
  } catch (error) {
    const values = yaml === undefined || !(error instanceof UsageError) ? undefined : yamlValues(frontMatter, yaml)
    if (values === undefined) throw error
    return headFrom(values)
  }
}

/** What the YAML library makes of a front matter; undefined where that is not one mapping. No value is taken for anything but text. */
function yamlValues(
  frontMatter: string,
  { LineCounter, isMap, isScalar, isSeq, isAlias, parseDocument }: Yaml
): Map<string, Value> | undefined {
  if (frontMatter.length > LONGEST_FOR_YAML) return undefined
  const lineCounter = new LineCounter()
  const text = frontMatter.replace(/^\uFEFF?---[ \t]*\r?\n/, '').replace(/---[ \t]*\r?\n?$/, '')
  const document = parseDocument(text, { schema: 'failsafe', lineCounter, prettyErrors: false, logLevel: 'error' })
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined
  const whole = (node: unknown) => (isAlias(node) ? node.resolve(document) : node)
  const textOf = (node: unknown) => (isScalar(node) && typeof node.value === 'string' ? node.value : undefined)
  const values = new Map<string, Value>()
  for (const { key, value } of document.contents.items) {
    const name = textOf(key)
    if (name === undefined || (name !== 'reflect' && !Object.hasOwn(KEYS, name))) continue
    const node = whole(value)
    const texts = isSeq(node) ? node.items.map((item) => textOf(whole(item))) : betweenCommas(textOf(node) ?? '')
    const line = 1 + (isScalar(key) && key.range ? lineCounter.linePos(key.range[0]).line : 1)
    values.set(name, { text: textOf(node) ?? '', texts: texts.filter((item) => item !== undefined), line })
  }
  return values
}

/** What the keys that are ours say. */
function plainValues(frontMatter: string): Map<string, Value> {
  const values = new Map<string, Value>()
  for (const field of fieldsOf(frontMatter)) {
    const { key, line } = field
    if (key !== 'reflect' && !Object.hasOwn(KEYS, key)) continue
    if (values.has(key)) throw new UsageError((words) => words.frontMatter.twice(line, key))
    const source = sourceOf(frontMatter, field)
    const read = LISTS.has(key) ? readTexts(source) : readScalar(source)
    if (read === undefined)
      throw new UsageError((words) => words.frontMatter.line(line, excerpt(frontMatter.slice(field.start))))
    values.set(
      key,
      typeof read.value === 'string' ? { text: read.value, texts: [], line } : { text: '', texts: read.value, line }
    )
  }
  return values
}

function sourceOf(frontMatter: string, { valueStart, end }: Field): string {
  const source = frontMatter.slice(valueStart, end).trimEnd()
  return source.includes('\r') ? unixLines(source) : source
}

function headFrom(values: ReadonlyMap<string, Value>): EntryHead {
  const version = values.get('reflect')?.text
  if (version !== VERSION) throw new UsageError((words) => words.frontMatter.newer(excerpt(version ?? '')))
  const optional = (key: Key) => values.get(key)?.text || undefined
  const needed = (key: Key, isSound: (text: string) => boolean = () => true) => {
    const value = values.get(key)
    if (value === undefined || value.text === '') throw new UsageError((words) => words.frontMatter.missing(key))
    if (!isSound(value.text))
      throw new UsageError((words) => words.frontMatter.value(value.line, key, excerpt(value.text)))
    return value.text
  }
  const exercise = needed('exercise')
  const [finished, at, packPath] = [
    values.has('finished') ? needed('finished', isTime) : undefined,
    optional('at'),
    optional('pack_path')
  ]
  const begun = values.get('begun')?.texts
  return {
    id: needed('id'),
    pack: needed('pack'),
    packVersion: optional('pack_version') ?? '0.0.0',
    exercise,
    title: optional('title') ?? exercise,
    status: needed('status', (text) => text === 'finished' || text === 'draft') === 'draft' ? 'draft' : 'finished',
    started: needed('started', isTime),
    ...(finished === undefined ? {} : { finished }),
    zone: optional('zone') ?? 'UTC',
    language: optional('language') ?? 'en',
    tags: values.get('tags')?.texts ?? [],
    ...(at === undefined ? {} : { at }),
    ...(begun === undefined || begun.length === 0 ? {} : { begun }),
    ...(packPath === undefined ? {} : { packPath }),
    ...(optional('partial') === 'true' ? { partial: true } : {})
  }
}

function isTime(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(Date.parse(text))
}

/** The front matter of a new entry, with its fences and a newline at its end. */
export function writeHead(head: EntryHead): string {
  return `---\nreflect: ${VERSION}\n${ALL.map((key) => lineOf(key, head)).join('')}---\n`
}

/** A key's line; nothing where the head does not have it. */
function lineOf(key: Key, head: EntryHead): string {
  const value = written(key, head)
  return value === undefined ? '' : `${key}: ${value}\n`
}

function written(key: Key, head: EntryHead): string | undefined {
  const value = head[KEYS[key]]
  if (value === undefined) return undefined
  if (value === true) return 'true'
  return typeof value === 'string' ? writeScalar(value) : writeTexts(value)
}

/**
 * The entry with another head. In the front matter's text only the keys change whose values do; all else, comments and
 * keys that are not ours included, stays byte for byte.
 */
export function withHead(entry: Entry, head: EntryHead): Entry {
  if (entry.raw === undefined) return { ...entry, head }
  let { frontMatter } = entry.raw
  for (const key of ALL) {
    // Most are, and writing takes patterns that are slow to make.
    if (head[KEYS[key]] === entry.head[KEYS[key]]) continue
    const value = written(key, head)
    if (value !== written(key, entry.head)) frontMatter = withKey(frontMatter, key, value)
  }
  return { ...entry, head, raw: { ...entry.raw, frontMatter } }
}

/** A front matter with one key set, or without it; a comment after its value stays. */
function withKey(frontMatter: string, key: Key, value: string | undefined): string {
  const fields = fieldsOf(frontMatter)
  const field = fields.find((candidate) => candidate.key === key)
  const newline = frontMatter.includes('\r\n') ? '\r\n' : '\n'
  if (field === undefined) {
    const at = placeOf(key, fields) ?? frontMatter.indexOf('\n') + 1
    return value === undefined
      ? frontMatter
      : `${frontMatter.slice(0, at)}${key}: ${value}${newline}${frontMatter.slice(at)}`
  }
  if (value === undefined) return frontMatter.slice(0, field.start) + frontMatter.slice(field.end)
  const source = sourceOf(frontMatter, field)
  const read = source.includes('\n') ? undefined : readTexts(source)
  const rest =
    read === undefined ? newline + frontMatter.slice(field.end) : frontMatter.slice(field.valueStart + read.length)
  const start = frontMatter.slice(0, field.valueStart)
  return `${start}${start.endsWith(':') ? ' ' : ''}${value}${rest.startsWith('#') ? ' ' : ''}${rest}`
}

/** Where a new key belongs: after the nearest of those that we write before it. */
function placeOf(key: Key, fields: readonly Field[]): number | undefined {
  const before: readonly string[] = ['reflect', ...ALL.slice(0, ALL.indexOf(key))]
  const places = new Map(fields.map((field) => [field.key, field.end]))
  return places.get(before.findLast((earlier) => places.has(earlier)) ?? '')
}

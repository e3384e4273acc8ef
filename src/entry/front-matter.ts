import { isDeepStrictEqual } from 'node:util'
import { EDGES, blockIn, fieldsOf, type Block, type Field, type HeadFault } from './front-matter-block.ts'
import { CONFLICT, conflictMarksIn } from './conflict-marks.ts'
import {
  KEYS,
  VERSION,
  headFrom,
  isListKey,
  ownHeadFrom,
  type Key,
  type Origin,
  type Values
} from './front-matter-head.ts'
import { UsageError } from '../context/errors.ts'
import { unixLines } from '../text/lines.ts'
import {
  plainText,
  plainTexts,
  readOwnText,
  readOwnTexts,
  readYaml,
  setInYaml,
  writeText,
  writeTexts,
  type YamlPair
} from './front-matter-values.ts'
import type { Entry, EntryHead } from './model.ts'

const ALL = Object.keys(KEYS) as Key[]

const START = `---\nreflect: ${VERSION}\n`
const END = '---\n'
const LINE_STARTS = ALL.map((key) => [key, `${key}: `] as const)

/** A front matter's content. */
export interface HeadRead {
  readonly head: EntryHead
  /** From the start of the text to the end of the closing fence. */
  readonly length: number
  /** What cannot be read as it stands; another value took its place in the head, or the line was left out. */
  readonly faults: readonly HeadFault[]
  /** The keys whose value in the head is a guess, or an absence. */
  readonly guessed: readonly Key[]
}

/** The front matter of a text with both fences and what is above it, byte for byte; undefined if the text has none. */
export function frontMatterOf(text: string): string | undefined {
  const end = readOwn(text)?.length ?? ownBlock(text)?.end
  return end === undefined ? undefined : text.slice(0, end)
}

/**
 * Reads the front matter of an entry from its text, or from a beginning that contains all of the front matter.
 * Undefined if the text is not an entry. See `readFrontMatter`.
 *
 * @throws UsageError as `readFrontMatter`.
 */
export function readHead(text: string, origin?: Origin): EntryHead | undefined {
  return readFrontMatter(text, origin)?.head
}

/**
 * As `readHead`, with what was found wrong. Three steps, each for what the one before cannot read:
 *
 * 1. front matter exactly as this program writes it, the case for nearly all entries, so listing thousands is quick;
 * 2. one key after the other, where broken values do no harm to other keys;
 * 3. all of it as one YAML mapping (quoted keys, braces, anchors and aliases).
 *
 * Values that this program did not write are read by the YAML library, and as plain words if that refuses them. Of a
 * key that is missing or wrong, the head has what `headFrom` says, if need be from the file's name and times in `origin`.
 *
 * @throws UsageError if a newer version of the program wrote the entry.
 */
export function readFrontMatter(text: string, origin?: Origin): HeadRead | undefined {
  const own = readOwn(text)
  if (own !== undefined) return own
  if (!text.includes('reflect') || text.startsWith('{\\rtf')) return undefined
  for (const block of blocksIn(text)) {
    const read = readBlock(text, block, origin)
    if (read !== undefined) return read
  }
  return undefined
}

/** The blocks that may be an entry's: another program may have put its own above. */
function* blocksIn(text: string): Generator<Block> {
  const first = blockIn(text)
  if (first === undefined) return
  yield first
  const second = blockIn(text, first.end)
  if (second !== undefined) yield second
}

/** The block of the entry in its own front matter. */
function ownBlock(frontMatter: string): Block | undefined {
  const blocks = [...blocksIn(frontMatter)]
  return blocks.find((block) => isEntryBlock(frontMatter, block)) ?? blocks[0]
}

/** Also for front matter of a newer version. */
function isEntryBlock(text: string, block: Block): boolean {
  try {
    return readBlock(text, block, undefined) !== undefined
  } catch (error) {
    if (error instanceof UsageError) return true
    throw error
  }
}

/** The front matter of an entry, as in `Entry`, without the words that someone typed above the first fence, and these words. */
export function splitAbove(frontMatter: string): { readonly above: string; readonly rest: string } {
  const top = frontMatter.startsWith(START) ? 0 : (ownBlock(frontMatter)?.top ?? 0)
  const lines = unixLines(frontMatter.slice(0, top)).split('\n')
  const above = lines.filter((line) => !CONFLICT.test(line)).join('\n')
  return { above: above.replaceAll(EDGES, ''), rest: frontMatter.slice(top) }
}

/** Step 1. */
function readOwn(text: string): HeadRead | undefined {
  if (!text.startsWith(START)) return undefined
  const values: Values = { texts: { reflect: VERSION }, lists: {} }
  let at = START.length
  for (const [key, lineStart] of LINE_STARTS) {
    if (!text.startsWith(lineStart, at)) continue
    const end = text.indexOf('\n', at)
    if (end === -1 || !setOwn(key, text.slice(at + lineStart.length, end), values)) return undefined
    at = end + 1
  }
  const head = text.startsWith(END, at) ? ownHeadFrom(values) : undefined
  return head && { head, length: at + END.length, faults: NONE, guessed: NONE }
}

const NONE: readonly never[] = []

/** False if the program would not write this value. */
function setOwn(key: Key | 'reflect', source: string, { texts, lists }: Pick<Values, 'texts' | 'lists'>): boolean {
  if (isListKey(key)) {
    const list = readOwnTexts(source)
    if (list !== undefined) lists[key] = list
    return list !== undefined
  }
  const text = readOwnText(source)
  if (text !== undefined) texts[key] = text
  return text !== undefined
}

/** Steps 2 and 3; undefined if the block is not the front matter of an entry. */
function readBlock(text: string, block: Block, origin: Origin | undefined): HeadRead | undefined {
  const { values, faults, isDoubtful } = valuesByField(text, block)
  const mapping = isDoubtful ? valuesOfMapping(text, block) : undefined
  const found = mapping ?? values
  if (!isOfEntry(found, text, block)) return undefined
  const fence = [...(block.isExact ? [] : [fenceFault(text, block)]), ...versionFaults(text, block)]
  const { head, faults: wrong, guessed } = headFrom(found, origin)
  return { head, length: block.end, faults: [...fence, ...(mapping === undefined ? faults : []), ...wrong], guessed }
}

function versionFaults(text: string, { end }: Block): HeadFault[] {
  const [first] = conflictMarksIn(text)
  return first === undefined || first.start >= end
    ? []
    : [{ line: first.line, why: (words) => words.frontMatter.twoVersions(first.line) }]
}

function fenceFault(text: string, { start, stop, end }: Block): HeadFault {
  const hasNoEnd = stop === end
  return hasNoEnd
    ? { line: lineAt(text, stop), why: (words) => words.frontMatter.noEnd }
    : { line: Math.max(1, lineAt(text, start) - 1), why: (words) => words.frontMatter.fences }
}

/** Identifies an entry whose fences or `reflect: 1` are damaged: by our other keys, or by a question's marker. */
function isOfEntry({ texts }: Values, text: string, { isExact }: Block): boolean {
  const keys = (['id', 'pack', 'exercise', 'status', 'started'] as const).filter((key) => texts[key] !== undefined)
  if (isExact && texts.reflect !== undefined && keys.length > 0) return true
  return keys.length >= 2 && (texts.reflect !== undefined || /(?:^|[\r\n])<!-- reflect:/.test(text))
}

/** Step 2. `isDoubtful`: a key that every entry has is missing, or a value refers to another. */
function valuesByField(text: string, block: Block) {
  const lines = new Map<string, number>()
  const values: Values = { texts: {}, lists: {}, lineOf: (key) => lines.get(key) ?? 0 }
  const { fields, faults } = fieldsOf(text, block)
  const wrong: HeadFault[] = [...faults]
  let isIncomplete = false
  for (const field of fields) {
    const key = knownKey(field.key)
    if (key === undefined || field.side === 'base') continue
    if (lines.has(key)) {
      if (field.side !== 'theirs')
        wrong.push({ line: field.line, why: (words) => words.frontMatter.twice(field.line, key) })
      continue
    }
    lines.set(key, field.line)
    const source = sourceOf(text, field, block)
    if (setOwn(key, source, values)) continue
    const pair = yamlPairOf(text, field)
    isIncomplete ||= pair?.isIncomplete === true
    if (pair === undefined || isTagsWithHash(key, source)) setPlainly(key, source, values)
    else setPair(key, pair, values)
  }
  const isDoubtful = isIncomplete || NEEDED.some((key) => !values.texts[key])
  return { values, faults: wrong, isDoubtful }
}

const NEEDED = ['reflect', 'id', 'pack', 'exercise', 'status', 'started'] as const

/** One of our keys, in any case. */
function knownKey(key: string): Key | 'reflect' | undefined {
  const name = key.toLowerCase()
  return name === 'reflect' ? name : ALL.find((known) => known === name)
}

/** In YAML, a comment begins at the hash; people write tags so. */
function isTagsWithHash(key: string, source: string): boolean {
  return isListKey(key) && /(?:^|[[,\s])#[^\s#]/.test(source.replace(/\]\s*#.*$/, ''))
}

/** Values that YAML cannot read, as the words that they are. */
function setPlainly(key: Key | 'reflect', source: string, values: Values): void {
  if (isListKey(key)) values.lists[key] = plainTexts(source)
  else values.texts[key] = plainText(source)
}

function setPair(key: Key | 'reflect', { text, texts }: YamlPair, values: Values): void {
  if (isListKey(key)) values.lists[key] = texts
  else values.texts[key] = text
}

/** The value of a field. A formatter that takes front matter for prose escapes its signs. */
function sourceOf(text: string, { valueStart, end }: Field, { isExact }: Block): string {
  const source = text.slice(valueStart, end).trimEnd()
  return isExact ? source : source.replaceAll(/\\(?=[_[\]*#<>~&])/g, '')
}

/** Offsets of the pair count from the start of the field. */
function yamlPairOf(text: string, { key, start, end }: Field): YamlPair | undefined {
  const yaml = text.slice(start, end).replaceAll(/\r(?!\n)/g, '\n')
  return readYaml(yaml)?.find((pair) => pair.key === key)
}

/** Step 3; undefined if it is not one mapping. */
function valuesOfMapping(text: string, block: Block): Values | undefined {
  const yaml = text.slice(block.start, block.stop)
  const pairs = readYaml(yaml)
  if (pairs === undefined) return undefined
  const lineOf = (key: Key) => lineAt(text, block.start + (pairs.find((pair) => pair.key === key)?.start ?? 0))
  const values: Values = { texts: {}, lists: {}, lineOf }
  for (const pair of pairs) {
    const key = knownKey(pair.key)
    if (key !== undefined) setPair(key, pair, values)
  }
  return values
}

/** The number of the line that contains an offset, from 1. */
function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n?|\n/).length
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
 * The entry with another head. In the text of its front matter only the keys whose values differ change, and those whose
 * values were guessed; everything else, such as comments and other programs' keys, stays byte for byte. What is still
 * not the head then is rewritten, with the lines that are not ours below.
 */
export function withHead(entry: Entry, head: EntryHead): Entry {
  if (entry.raw === undefined) return { ...entry, head }
  // Most values are identical, and writing them compiles slow patterns.
  const changed = ALL.filter(
    (key) => head[KEYS[key]] !== entry.head[KEYS[key]] && written(key, head) !== written(key, entry.head)
  )
  if (changed.length === 0) return { ...entry, head }
  return { ...entry, head, raw: { ...entry.raw, frontMatter: changedText(entry.raw.frontMatter, changed, head) } }
}

function changedText(before: string, changed: readonly Key[], head: EntryHead): string {
  const guessed = conflictMarksIn(before).length > 0 ? [] : (readFrontMatter(before)?.guessed ?? [])
  const keys = [...new Set([...changed, ...guessed])]
  const byLine = keys.reduce((text, key) => withKey(text, key, written(key, head)), before)
  if (says(byLine, head)) return byLine
  const repaired = [() => withYamlKeys(before, keys, head), () => rewritten(before, head)]
  for (const repair of repaired) {
    const text = repair()
    if (text !== undefined && says(text, head)) return text
  }
  return byLine
}

function says(frontMatter: string, head: EntryHead): boolean {
  try {
    const read = readFrontMatter(frontMatter)
    return read?.guessed.length === 0 && isDeepStrictEqual(read.head, head)
  } catch (error) {
    if (error instanceof UsageError) return false
    throw error
  }
}

/** For keys that are not at the start of a line, such as quoted ones: the YAML library writes all of the front matter. */
function withYamlKeys(frontMatter: string, keys: readonly Key[], head: EntryHead): string | undefined {
  const block = ownBlock(frontMatter)
  if (block === undefined) return undefined
  const values = new Map(keys.map((key) => [key, head[KEYS[key]]]))
  const yaml = setInYaml(frontMatter.slice(block.start, block.stop), values)
  if (yaml === undefined) return undefined
  const lines = frontMatter.includes('\r\n') ? yaml.replaceAll(/\r?\n/g, '\r\n') : yaml
  return frontMatter.slice(0, block.start) + lines + frontMatter.slice(block.stop)
}

/**
 * Sound front matter in the place of one whose fences or keys cannot be kept: ours first, then every other line, as a
 * comment if it is not a key, and below it the words that were above. Undefined for versions that git could not merge.
 */
function rewritten(frontMatter: string, head: EntryHead): string | undefined {
  const block = ownBlock(frontMatter)
  if (block === undefined || conflictMarksIn(frontMatter).length > 0) return undefined
  const { fields, faults } = fieldsOf(frontMatter, block)
  const ours = fields.filter(({ key }) => knownKey(key) !== undefined)
  const faulty = new Set(faults.map(({ line }) => line))
  const first = lineAt(frontMatter, block.start)
  const others = splitLines(frontMatter.slice(block.start, block.stop)).flatMap(({ text, start }, index) => {
    const at = block.start + start
    if (text === '' || ours.some((field) => at >= field.start && at < field.end)) return []
    return faulty.has(first + index) ? [`# ${text}`] : [text]
  })
  const above = frontMatter.slice(0, block.top).replace(/^\uFEFF/, '')
  const kept = others.map((line) => `${line}\n`).join('')
  const text = writeHead(head).slice(0, -END.length) + kept + END + (above.trim() === '' ? '' : above)
  return frontMatter.includes('\r\n') ? unixLines(text).replaceAll('\n', '\r\n') : text
}

function splitLines(text: string): { readonly text: string; readonly start: number }[] {
  let start = 0
  return text.split(/(?<=\n|\r(?!\n))/).map((line) => {
    const at = start
    start += line.length
    return { text: line.trimEnd(), start: at }
  })
}

/** The front matter with one key changed, added or (without a value) removed. A comment after the value stays. */
function withKey(frontMatter: string, key: Key, value: string | undefined): string {
  const block = ownBlock(frontMatter)
  if (block === undefined) return frontMatter
  const { fields } = fieldsOf(frontMatter, block)
  const field = fields.find((candidate) => candidate.key === key && candidate.side !== 'base')
  if (value === undefined)
    return field === undefined ? frontMatter : frontMatter.slice(0, field.start) + frontMatter.slice(field.end)
  const newline = frontMatter.includes('\r\n') ? '\r\n' : '\n'
  if (field === undefined) {
    // After the nearest of the keys that are written before this one.
    const before: readonly string[] = ['reflect', ...ALL.slice(0, ALL.indexOf(key))]
    const ends = new Map(fields.map(({ key: name, end }) => [name, end]))
    const at = ends.get(before.findLast((name) => ends.has(name)) ?? '') ?? block.start
    return `${frontMatter.slice(0, at)}${key}: ${value}${newline}${frontMatter.slice(at)}`
  }
  const start = frontMatter.slice(0, field.valueStart)
  const end = valueEnd(frontMatter, field)
  const rest = end === undefined ? newline + frontMatter.slice(field.end) : frontMatter.slice(end)
  return `${start}${start.endsWith(':') ? ' ' : ''}${value}${rest.startsWith('#') ? ' ' : ''}${rest}`
}

/** The end of a value on one line, before a comment; undefined for a value on several lines or one that cannot be read. */
function valueEnd(frontMatter: string, field: Field): number | undefined {
  const source = frontMatter.slice(field.valueStart, field.end).trimEnd()
  if (/[\r\n]/.test(source)) return undefined
  const own = isListKey(field.key) ? readOwnTexts(source) : readOwnText(source)
  if (own !== undefined) return field.valueStart + source.length
  const pair = yamlPairOf(frontMatter, field)
  return pair && Math.max(field.valueStart, field.start + pair.end)
}

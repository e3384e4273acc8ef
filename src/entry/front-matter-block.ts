import { excerpt } from '../questions/shared/checking.ts'
import type { Message } from '../words/index.ts'
import { CONFLICT, sideAfter, type Side } from './conflict-marks.ts'

/*
 * Where front matter is in a text, and its keys. Editors and formatters change fences: they make a dash of `---`, move it
 * down a line, or drop one of them. The rest of the front matter is still found.
 */

/** The place of front matter in a text. Offsets count from the start of the text. */
export interface Block {
  /** The start of the opening fence's line, or of the first key without one. */
  readonly top: number
  /** The start of the first line after the opening fence. */
  readonly start: number
  /** The start of the closing fence, or the end of the keys without one. */
  readonly stop: number
  /** After the closing fence. */
  readonly end: number
  /** Its fences are exact. */
  readonly isExact: boolean
}

/** A line of front matter that cannot be read as it stands. */
export interface HeadFault {
  /** Counts from 1; 0 for a line that is not there. */
  readonly line: number
  readonly why: Message
}

/** A key of the front matter with the lines of its value. Offsets count from the start of the text. */
export interface Field {
  readonly key: string
  /** Counts from 1. */
  readonly line: number
  readonly start: number
  /** The start of the value; for an empty value, the offset after the colon. */
  readonly valueStart: number
  /** After the newline of the last line. */
  readonly end: number
  /** The version that it belongs to, inside a conflict that git left. */
  readonly side?: Side
}

/** The keys of front matter, and the lines that are neither a key nor a part of its value. */
export interface Fields {
  readonly fields: readonly Field[]
  readonly faults: readonly HeadFault[]
}

/** Space and characters that no editor shows. */
const INVISIBLE = String.raw`[\s\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f]`
/** What no editor shows, at the start and the end of a text. */
export const EDGES = new RegExp(`^${INVISIBLE}+|${INVISIBLE}+$`, 'g')
/** A fence, and what editors and formatters make of it. */
const FENCES = [
  '-{2,}',
  '(?=-{0,2}[—–―−])[-—–―−]{1,4}',
  String.raw`(?:[-*_] ?){3,}`,
  String.raw`\+{3,}`,
  String.raw`\.{3}`,
  '<hr ?/?>',
  '```(?:ya?ml)?'
].join('|')
const FENCE = new RegExp(String.raw`^\\?(?:${FENCES})$`)
/** With letters that were typed before it by mistake. */
const OPENING = new RegExp(String.raw`^.{0,8}?(?:${FENCES})$`)
const EXACT = /^\uFEFF?---[ \t]*(?:\r\n|\n|$)/

const OURS =
  'reflect|id|pack|pack\\\\?_(?:version|id|authors|source)|exercise|title|status|started|finished|zone|language|tags|route|at|begun|core|pack\\\\?_path|partial|replaced'
const OUR_KEY = new RegExp(String.raw`^["'{*#\s]*(?:${OURS})["'*]*\s*:(?:\s|$)`, 'i')
const ANY_KEY = /^[^\s:#][^:]*:(?:\s|$)/
const MARKER = '<!-- reflect:'
/** Lines that are searched for an opening fence. */
const MOST_ABOVE = 12

interface Line {
  readonly start: number
  /** After its line ending. */
  readonly end: number
  readonly text: string
}

function* linesFrom(text: string, from: number, to = text.length): Generator<Line> {
  const ending = /\r\n?|\n/g
  for (let start = from; start < to;) {
    ending.lastIndex = start
    const found = ending.exec(text)
    const [stop, end] = found === null ? [to, to] : [found.index, found.index + found[0].length]
    yield { start, end, text: text.slice(start, Math.min(stop, to)) }
    start = end
  }
}

function trimmed(line: string): string {
  return line.replaceAll(EDGES, '')
}

/** Finds the first block of front matter at or soon after an offset; undefined if no block is found. The block may belong to a file that is not an entry. */
export function blockIn(text: string, from = 0): Block | undefined {
  const exact = from === 0 ? EXACT.exec(text) : null
  const opening =
    exact === null ? looseOpening(text, from) : { top: 0, start: exact[0].length, isExact: exact[0].endsWith('\n') }
  if (opening === undefined) return undefined
  const closing = closingOf(text, opening.start)
  const isExact = opening.isExact && closing.isExact
  return { ...opening, ...closing, isExact }
}

function looseOpening(text: string, from: number): Pick<Block, 'top' | 'start' | 'isExact'> | undefined {
  let above = 0
  let fence: Line | undefined
  for (const line of linesFrom(text, from)) {
    const said = trimmed(line.text)
    if (said === '' || CONFLICT.test(said)) continue
    if (fence !== undefined && (ANY_KEY.test(said) || OUR_KEY.test(said)))
      return { top: fence.start, start: fence.end, isExact: false }
    if (OUR_KEY.test(said)) return { top: line.start, start: line.start, isExact: false }
    fence = OPENING.test(said) ? line : undefined
    if (++above > MOST_ABOVE) return undefined
  }
  return undefined
}

/** The end of the keys that start at an offset: at a fence, else before the words of the entry. */
function closingOf(text: string, from: number): Pick<Block, 'stop' | 'end' | 'isExact'> {
  let isAfterBlank = false
  /** The first line that may belong to the entry's text. If one of our keys follows, the line is still front matter. */
  let words: number | undefined
  for (const line of linesFrom(text, from)) {
    const said = trimmed(line.text)
    if (said.startsWith(MARKER)) return without(words ?? line.start)
    if (FENCE.test(said) && line.start > from)
      return words === undefined
        ? { stop: line.start, end: line.end, isExact: /^---[ \t]*$/.test(line.text) }
        : without(words)
    if (OUR_KEY.test(said)) words = undefined
    else if (isAfterBlank && said !== '' && !isOfBlock(line, said, text)) words ??= line.start
    isAfterBlank = said === ''
  }
  return without(words ?? text.length)
}

function without(end: number): Pick<Block, 'stop' | 'end' | 'isExact'> {
  return { stop: end, end, isExact: false }
}

/** Whether a line after a blank one may belong to front matter. A title looks like a comment, but no key follows it. */
function isOfBlock(line: Line, said: string, text: string): boolean {
  if (ANY_KEY.test(said) || isContinuation(line.text)) return true
  if (!said.startsWith('#')) return false
  const [next = ''] = /\S.*/.exec(text.slice(line.end, line.end + 1024)) ?? []
  return ANY_KEY.test(next) || next.startsWith('#') || FENCE.test(trimmed(next))
}

/** The keys between the fences, in order. Comments and blank lines belong to no key. */
export function fieldsOf(text: string, block: Block): Fields {
  const fields: Field[] = []
  const faults: HeadFault[] = []
  let line = text.slice(0, block.start).split(/\r\n?|\n/).length - 1
  let side: Side | undefined
  let isFaulty = false
  for (const { start, end, text: whole } of linesFrom(text, block.start, block.stop)) {
    line++
    const said = whole.trimEnd()
    if (CONFLICT.test(said)) side = sideAfter(said, side)
    else if (said === '' || (said.startsWith('#') && !isHeadingOfKeys(said))) continue
    else if (isContinuation(said)) {
      const last = fields.pop()
      if (last !== undefined) fields.push(isFaulty ? last : continued(last, text, start, end))
      else faults.push(faultAt(line, said))
    } else {
      const found = fieldsIn(said, { line, start, end, ...(side && { side }) })
      isFaulty = found.length === 0
      if (isFaulty) faults.push(faultAt(line, said))
      fields.push(...found)
    }
  }
  return { fields, faults }
}

function faultAt(line: number, text: string): HeadFault {
  return { line, why: (words) => words.frontMatter.line(line, excerpt(text)) }
}

/** Whether a line belongs to the key above it: it is indented, or an item of a list. */
function isContinuation(text: string): boolean {
  return /^(?:[ \t]|-(?: |$))/.test(text)
}

/** A formatter that knows no front matter can make a heading of all its lines. */
function isHeadingOfKeys(line: string): boolean {
  return /^#{1,6} /.test(line) && OUR_KEY.test(line)
}

const AMONG_KEYS = new RegExp(String.raw`(?<=\s)(?=(?:${OURS}):\s)`)

/** The key of a line with its value, or all of them if a formatter joined the lines; none if there is no key. */
function fieldsIn(line: string, place: Omit<Field, 'key' | 'valueStart'>): Field[] {
  const parts = isHeadingOfKeys(line) ? line.split(AMONG_KEYS) : [line]
  let { start } = place
  return parts.flatMap((part, index) => {
    const end = index === parts.length - 1 ? place.end : start + part.length
    const field = fieldOf(part, { ...place, start, end })
    start = end
    return field ?? []
  })
}

function fieldOf(text: string, place: Omit<Field, 'key' | 'valueStart'>): Field | undefined {
  const [, before = '', key = '', gap = ''] = /^(#{1,6} +)?([^]*?):((?=[ \t]|$)[ \t]*)/.exec(text) ?? []
  if (key === '') return undefined
  const valueStart = place.start + before.length + key.length + 1 + gap.length
  return { ...place, key: key.trimEnd().replaceAll('\\_', '_'), valueStart }
}

/** The field with one more line. If the value begins only there, at most after a comment, so does `valueStart`. */
function continued(field: Field, all: string, start: number, end: number): Field {
  const isEmpty = /^\s*(?:#.*)?$/.test(all.slice(field.valueStart, start).trimEnd())
  const text = all.slice(start, end)
  return { ...field, end, valueStart: isEmpty ? start + text.length - text.trimStart().length : field.valueStart }
}

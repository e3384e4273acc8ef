import { fold, foldNfc, nfc, spanMapper, type TextSpan } from '../../text/folding.ts'
import { DISCUSSION, isDiscussion } from '../../entry/built-in.ts'
import { frontMatterOf } from '../../entry/front-matter.ts'
import type { Query } from './query.ts'
import { questionOf } from '../../questions/index.ts'
import { readSection } from '../../entry/section.ts'
import { isFixedHeading } from '../../entry/section-heading.ts'
import { markersIn } from '../../entry/section-marker.ts'

/** A line of an entry with a match. */
export interface Match {
  /** The question of its section; undefined above the first section. */
  readonly prompt: { readonly id: string; readonly title: string } | undefined
  /** Whether the line is part of a question, an option that was not chosen, or the entry's title, and not the learner's words. */
  readonly inQuestion: boolean
  /** The line's number in the file, from 1. */
  readonly line: number
  readonly text: string
  readonly spans: readonly TextSpan[]
}

/** A section of an entry's file, or the text above the first section. */
interface Passage {
  readonly raw: string
  readonly isSection: boolean
  /** The number of lines before it. */
  readonly before: number
}

/**
 * The lines of an entry's text that match a query, in order; undefined unless the entry contains every term. Front matter,
 * markers and fixed headings are not searched.
 */
export function matchesIn(text: string, query: Query): readonly Match[] | undefined {
  const passages = passagesOf(text).map((passage) => {
    const content = nfc(contentOf(passage))
    return { ...passage, content, spans: spansIn(content, query) }
  })
  const hasAll = query.every((_, index) => passages.some(({ spans }) => (spans[index]?.length ?? 0) > 0))
  return hasAll
    ? passages.flatMap(({ content, spans, ...passage }) => matchesOf(passage, content, spans.flat()))
    : undefined
}

/** The parts of an entry's text that are searched, folded. */
export function searchable(text: string): string {
  return fold(passagesOf(text).map(contentOf).join('\n'))
}

/** A passage with blanks in place of the marker and a heading that is a fixed word. */
function contentOf({ raw, isSection }: Passage): string {
  if (!isSection) return raw
  const [top = '', heading = '', words = ''] = /^[^\n]*(?:\n\s*(#{1,6}[ \t]+([^\n]*)))?/.exec(raw) ?? []
  const end = isFixedHeading(words) ? top.length : top.length - heading.length
  return raw.slice(0, end).replaceAll(/[^\n]/g, ' ') + raw.slice(end)
}

/** The occurrences of each term in a text in NFC. */
function spansIn(content: string, query: Query): readonly (readonly TextSpan[])[] {
  const plain = foldNfc(content)
  return query.map(({ kind, find }) => {
    const spans = find(kind === 'words' ? plain : content)
    return kind === 'pattern' || spans.length === 0 ? spans : spans.map(spanMapper(content))
  })
}

function passagesOf(file: string): Passage[] {
  // The line ends of old Macs.
  const text = file.includes('\r') ? file.replaceAll(/\r(?!\n)/g, '\n') : file
  const top = frontMatterOf(text)?.length ?? 0
  const markers = markersIn(text, top)
  const starts = [top, ...markers.map(({ start }) => start)]
  let before = newlines(text.slice(0, top))
  return starts.flatMap((start, index) => {
    const raw = text.slice(start, starts[index + 1])
    const passage = { raw, isSection: index > 0, before }
    before += newlines(raw)
    return markers[index - 1]?.id === DISCUSSION && isShownDiscussion(raw) ? [] : [passage]
  })
}

function isShownDiscussion(raw: string): boolean {
  const section = readSection(raw)
  return section !== undefined && isDiscussion(section)
}

function matchesOf({ raw, isSection, before }: Passage, content: string, spans: readonly TextSpan[]): Match[] {
  if (spans.length === 0) return []
  const section = isSection ? readSection(raw) : undefined
  const prompt = section && { id: section.id, title: section.title }
  const lines = content.split('\n')
  const questionEnd = isSection ? endOfQuestion(lines) : endOfTitle(lines)
  const hasOptions = section?.prompt !== undefined && questionOf(section.prompt).isSelection === true
  const isAsked = (line: string, index: number) => index < questionEnd || (hasOptions && /^[-*+] \[ \]/.test(line))
  const byLine = spansByLine(lines, spans)
  return lines.flatMap((line, index) => {
    const here = byLine.get(index)?.toSorted((a, b) => a.start - b.start)
    const text = line.endsWith('\r') ? line.slice(0, -1) : line
    return here === undefined
      ? []
      : [{ prompt, inQuestion: isAsked(line, index), line: before + index + 1, text, spans: here }]
  })
}

/** The parts of spans in each line, by the line's index. Offsets count from the start of the line. */
function spansByLine(lines: readonly string[], spans: readonly TextSpan[]): Map<number, TextSpan[]> {
  let end = 0
  const starts = lines.map((line) => (end += line.length + 1) - line.length - 1)
  const found = new Map<number, TextSpan[]>()
  for (const span of spans) {
    for (let index = lineAt(span.start, starts); (starts[index] ?? Infinity) < span.end; index++) {
      const from = starts[index] ?? 0
      const part = { start: Math.max(0, span.start - from), end: Math.min(lines[index]?.length ?? 0, span.end - from) }
      if (part.start >= part.end) continue
      const known = found.get(index)
      if (known === undefined) found.set(index, [part])
      else known.push(part)
    }
  }
  return found
}

/** The index of the line that contains an offset (binary search). */
function lineAt(offset: number, starts: readonly number[]): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** The number of lines up to the entry's title, above the first section. */
function endOfTitle(lines: readonly string[]): number {
  return lines.findIndex((line) => line.startsWith('# ')) + 1
}

/** The number of lines up to the end of a section's question. */
function endOfQuestion(lines: readonly string[]): number {
  const quote = lines.findIndex((line, index) => index > 0 && line.trim() !== '' && !line.startsWith('#'))
  if (quote === -1) return lines.length
  const rest = lines.findIndex((line, index) => index >= quote && !line.startsWith('>'))
  return rest === -1 ? lines.length : rest
}

function newlines(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++
  return count
}

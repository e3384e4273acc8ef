import { fold, nfc, spanMapper } from '../../text/folding.ts'
import type { TextSpan } from '../../text/folding.ts'
import { frontMatterOf } from '../../entry/front-matter.ts'
import type { Query } from './query.ts'
import { questionOf } from '../../questions/index.ts'
import { readSection } from '../../entry/section.ts'
import { markersIn } from '../../entry/section-marker.ts'

/** A line of an entry in which something was found. */
export interface Match {
  /** The question it answers; undefined above the first one. */
  readonly prompt: { readonly id: string; readonly title: string } | undefined
  /** Whether the line is of the question, such as an option that was not chosen, or the entry's title, and not the learner's. */
  readonly inQuestion: boolean
  /** In the file, from 1. */
  readonly line: number
  readonly text: string
  readonly spans: readonly TextSpan[]
}

/** A part of an entry's file: a section, or what stands above the first. */
interface Part {
  readonly raw: string
  readonly isSection: boolean
  /** The file's lines before it. */
  readonly before: number
}

/**
 * The lines of an entry's text that hold something of a query, in order; undefined where a term is missing. What
 * stands there for programs (front matter and markers) is not searched.
 */
export function matchesIn(text: string, query: Query): readonly Match[] | undefined {
  const parts = partsOf(text).map((part) => {
    const words = wordsIn(part)
    return { ...part, words, spans: spansIn(words, query) }
  })
  const isWhole = query.every((_, index) => parts.some(({ spans }) => (spans[index]?.length ?? 0) > 0))
  return isWhole ? parts.flatMap(({ words, spans, ...part }) => matchesOf(part, words, spans.flat())) : undefined
}

/** What of an entry's text is searched for words, folded. */
export function searchable(text: string): string {
  return fold(partsOf(text).map(wordsIn).join('\n'))
}

function wordsIn({ raw, isSection }: Part): string {
  return nfc(isSection ? withoutMarker(raw) : raw)
}

/** Where each term stands. */
function spansIn(words: string, query: Query): readonly (readonly TextSpan[])[] {
  const plain = fold(words)
  return query.map(({ kind, find }) => {
    const spans = find(kind === 'words' ? plain : words)
    return kind === 'pattern' || spans.length === 0 ? spans : spans.map(spanMapper(words))
  })
}

function partsOf(text: string): Part[] {
  const top = frontMatterOf(text)?.length ?? 0
  const starts = [top, ...markersIn(text, top).map(({ start }) => start)]
  let before = newlines(text.slice(0, top))
  return starts.map((start, index) => {
    const raw = text.slice(start, starts[index + 1])
    const part = { raw, isSection: index > 0, before }
    before += newlines(raw)
    return part
  })
}

function withoutMarker(text: string): string {
  const end = text.indexOf('\n')
  return end === -1 ? '' : ' '.repeat(end) + text.slice(end)
}

function matchesOf({ raw, isSection, before }: Part, words: string, spans: readonly TextSpan[]): Match[] {
  if (spans.length === 0) return []
  const section = isSection ? readSection(raw) : undefined
  const prompt = section && { id: section.id, title: section.title }
  const lines = words.split('\n')
  const questionEnd = isSection ? endOfQuestion(lines) : endOfTitle(lines)
  const areOptions = section?.prompt !== undefined && questionOf(section.prompt).isSelection === true
  const isAsked = (line: string, index: number) => index < questionEnd || (areOptions && /^[-*+] \[ \]/.test(line))
  const byLine = spansByLine(lines, spans)
  return lines.flatMap((line, index) => {
    const here = byLine.get(index)?.toSorted((a, b) => a.start - b.start)
    const text = line.endsWith('\r') ? line.slice(0, -1) : line
    return here === undefined
      ? []
      : [{ prompt, inQuestion: isAsked(line, index), line: before + index + 1, text, spans: here }]
  })
}

/** What of spans is in each line, by its number, from its start on. Every span is looked at once, and every line of a long one. */
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

/** The line that a place is in. */
function lineAt(place: number, starts: readonly number[]): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= place) low = middle
    else high = middle - 1
  }
  return low
}

/** The number of lines that an entry's title takes, above the first question. */
function endOfTitle(lines: readonly string[]): number {
  return lines.findIndex((line) => line.startsWith('# ')) + 1
}

/** The number of lines that heading and question take, below the marker's. */
function endOfQuestion(lines: readonly string[]): number {
  const quote = lines.findIndex((line, index) => index > 0 && line.trim() !== '' && !line.startsWith('#'))
  if (quote === -1) return lines.length
  const rest = lines.findIndex((line, index) => index >= quote && !line.startsWith('>'))
  return rest === -1 ? lines.length : rest
}

function newlines(text: string): number {
  return text.split('\n').length - 1
}

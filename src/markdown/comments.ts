import { partsOf } from './parts.ts'
import { standardHtml } from './standard.ts'
import { readMarkdown, type Token, type Tokens } from './read.ts'

/*
 * HTML comments, which no reader of Markdown shows. Learners use them for what only they may see.
 */

const START = '<!--'
/** CommonMark 6.6: `<!-->` and `<!--->` are whole comments. Without an end, a comment goes on to the end of its block. */
const COMMENT = /<!--(?:-?>|[^]*?(-->|$))/g

/** What a comment's start is: that of a comment (with the number of its lines if it has no end), a part of one, or other text. */
interface Start {
  readonly kind: 'comment' | 'inside' | 'text'
  readonly openLines?: number
}

/** The number of HTML comments in a Markdown text. In code they are text. */
export function countComments(source: string): number {
  return source.includes(START) ? rangesIn(source).length : 0
}

/** A Markdown text without its HTML comments, and without the lines that hold nothing else. All other bytes stay. */
export function withoutComments(source: string): string {
  if (!source.includes(START)) return source
  let text = ''
  let at = 0
  for (const [start, end] of rangesIn(source)) {
    const [from, to] = wholeLines(source, start, end)
    const before = source.slice(at, from)
    // What stood around the comment must not become another one.
    const isRisky = `${before.slice(-3)}${source.slice(to, to + 3)}`.includes(START)
    text += isRisky ? `${before} ` : before
    at = to
  }
  const rest = text + source.slice(at)
  return rest.trim() === '' ? '' : rest
}

/** Where comments start and end, in order: what either of two parsers hides, because other readers agree with one of them. */
function rangesIn(source: string): readonly (readonly [start: number, end: number])[] {
  const ranges: (readonly [number, number])[] = []
  const texts: number[] = []
  let start = source.indexOf(START)
  for (const { kind, openLines } of startsIn(source)) {
    if (kind === 'comment' && start >= (ranges.at(-1)?.[1] ?? 0)) ranges.push([start, endOf(source, start, openLines)])
    else if (kind === 'text') texts.push(start)
    start = source.indexOf(START, start + 1)
  }
  if (texts.length === 0) return ranges
  const hidden = standardHtml(source).flatMap((html) => [...html.matchAll(COMMENT)].map(([comment]) => comment))
  for (const text of texts) {
    const comment = hidden.find((each) => source.startsWith(each, text))
    if (comment !== undefined) ranges.push([text, text + comment.length])
  }
  const sorted = ranges.toSorted(([a], [b]) => a - b)
  return sorted.filter(([from], index) => from >= (sorted[index - 1]?.[1] ?? 0))
}

function endOf(source: string, start: number, openLines: number | undefined): number {
  if (openLines === undefined) {
    const [whole] = /^<!--(?:-?>|[^]*?-->)/.exec(source.slice(start)) ?? []
    return start + (whole?.length ?? START.length)
  }
  let end = start
  for (let line = 0; line < openLines && end !== -1; line++) end = source.indexOf('\n', end + 1)
  return end === -1 ? source.length : end
}

/** The range, or all of its lines if nothing else is on them. */
function wholeLines(source: string, start: number, end: number): readonly [number, number] {
  const lineStart = source.lastIndexOf('\n', start - 1) + 1
  const newline = source.indexOf('\n', end)
  const lineEnd = newline === -1 ? source.length : newline
  const around = source.slice(lineStart, start) + source.slice(end, lineEnd)
  if (!/^[ \t>]*$/.test(around)) return [start, end]
  return newline === -1 ? [Math.max(0, lineStart - 1), lineEnd] : [lineStart, newline + 1]
}

/** Every `<!--` of a text, in order. */
function startsIn(source: string): Start[] {
  return readMarkdown(source).flatMap(startsOf)
}

function startsOf(one: Token): Start[] {
  const token = one as Tokens.Generic
  const count = token.raw.split(START).length - 1
  if (count === 0) return []
  // Text that was not parsed may hold comments: it is treated as if it did. So are rows, which other readers take for lines.
  if (token.type === 'html' || isUnparsed(token) || holdsLines(token)) return commentsIn(token.raw)
  return inOrder(token.raw, partsOf(token))
}

/** The starts in the parts of a token, and those between two parts, such as that of `\<!--`. */
function inOrder(raw: string, parts: readonly Token[]): Start[] {
  const starts: Start[] = []
  let at = 0
  for (const part of parts) {
    const found = raw.indexOf(part.raw, at)
    // The lines of a quotation or an item are not in `raw` as they are in its parts.
    if (found !== -1) {
      starts.push(...textStarts(raw.slice(Math.max(0, at - 3), found + 3)))
      at = found + part.raw.length
    }
    starts.push(...startsOf(part))
  }
  const count = raw.split(START).length - 1
  const rest = textStarts(raw.slice(Math.max(0, at - 3)))
  return [...starts, ...rest].slice(0, count).concat(textsOf(count - starts.length - rest.length))
}

function textStarts(between: string): Start[] {
  return textsOf(between.split(START).length - 1)
}

function textsOf(count: number): Start[] {
  return Array.from({ length: Math.max(0, count) }, () => ({ kind: 'text' }))
}

function isUnparsed({ type, tokens }: Tokens.Generic): boolean {
  return type === 'paragraph' && tokens?.length === 1 && tokens[0]?.type === 'escape' && tokens[0].raw.includes(START)
}

function holdsLines({ type, raw }: Tokens.Generic): boolean {
  return type === 'table' && /<!--(?:(?!-->)[^\n])*\n[^]*?-->/.test(raw)
}

function commentsIn(html: string): Start[] {
  return [...html.matchAll(COMMENT)].flatMap(([comment, end]): Start[] => {
    const isOpen = end === '' && !/^<!--(?:-?>)/.test(comment)
    const inside = comment.split(START).length - 2
    return [
      { kind: 'comment', ...(isOpen ? { openLines: comment.trimEnd().split('\n').length } : {}) },
      ...Array.from({ length: inside }, (): Start => ({ kind: 'inside' }))
    ]
  })
}

import { outsideFences } from './scoped.ts'
import { standardHeadings } from '../markdown/standard.ts'
import { readMarkdown, type Token, type Tokens } from '../markdown/read.ts'

/** A text without any of these leaves no block open at its end (CommonMark 4.5, 4.6) and has neither heading nor rule (4.1 to 4.3). */
const RISKY = /<|```|~~~|^[ >]*(?:#|=+[ \t]*$|-+[ \t]*$)/m
/** Tested first, because a search for single characters is much faster. */
const SIGNS = ['<', '`', '~', '#', '=', '-']
/** The ends of all blocks that a text can leave open. */
const CLOSERS = ['', '-->', '?>', '>', ']]>', '</script>', '</style>', '</pre>', '</textarea>']
const END = '# end'
/** A rule alone above a line of text, perhaps in a quotation. */
const RULE = /(?<=^|\n[> \t]*\n)((?:> ?)*)---[ \t]*\n(?=\1[^\s>])/g
/** Line ends as CommonMark defines them. */
const LINE_END = /\r\n|\n|\r/

/**
 * An answer in a form that can be part of a longer document. Its headings get `level` or a lower one, so that no reader
 * takes them for questions. Below a rule (`---`) comes an empty line: Pandoc takes a text that follows at once for metadata, and hides it. An open fence, comment or HTML block is closed at the end, so that it cannot include the next
 * question. The result is checked with the parsers; an answer that cannot be contained becomes one code block.
 */
export function contained(answer: string, level: number): string {
  if (!SIGNS.some((sign) => answer.includes(sign)) || !RISKY.test(answer)) return answer
  const lowered = withRulesAlone(withLowHeadings(answer, level))
  const closer = [...CLOSERS, ...fences(answer)].find((candidate) => isContained(lowered + lineOf(candidate), level))
  return closer === undefined ? fenced(answer) : lowered + lineOf(closer)
}

function lineOf(closer: string): string {
  return closer === '' ? '' : `\n${closer}`
}

/** The longest run of each fence character: it closes any open fence of that kind. */
function fences(answer: string): string[] {
  return ['`', '~'].flatMap((character) => {
    const longest = longestRun(answer, character)
    return longest < 3 ? [] : [character.repeat(longest)]
  })
}

function longestRun(text: string, character: string): number {
  const runs = text.match(character === '`' ? /`+/g : /~+/g) ?? []
  return runs.reduce((most, { length }) => Math.max(most, length), 0)
}

/** A text as one code block. */
export function fenced(answer: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(answer, '`') + 1))
  return `${fence}\n${answer}\n${fence}`
}

/** Moves the answer's headings down so that the highest is `level`; every other byte stays. */
function withLowHeadings(answer: string, level: number): string {
  const tokens = readMarkdown(answer)
  if (!tokens.some(isHeading) || tokens.map(({ raw }) => raw).join('') !== answer) return answer
  return tokens.map((token) => (isHeading(token) ? lowHeading(token, level) : token.raw)).join('')
}

function withRulesAlone(text: string): string {
  const alone = (piece: string) => piece.replaceAll(RULE, (rule, quoted: string) => `${rule}${quoted.trimEnd()}\n`)
  return outsideFences(text)
    .map((piece) => (piece.isCode ? piece.text : alone(piece.text)))
    .join('')
}

function isHeading(token: Token): token is Tokens.Heading {
  return token.type === 'heading'
}

/** A setext heading may have several lines; an ATX heading has one, without number signs at its end. */
function lowHeading({ depth, text, raw }: Tokens.Heading, level: number): string {
  const words = text.replaceAll(/\\?\s*\n\s*/g, ' ').replace(/(?<!\\)(#+)$/, '\\$1')
  const after = /\n*$/.exec(raw)?.[0] ?? ''
  return `${'#'.repeat(Math.min(6, level + depth - 1))} ${words}`.trimEnd() + after
}

function isContained(text: string, level: number): boolean {
  const before = `${text}\n\n`
  return isContainedForUs(before, level) && isContainedByStandard(before, level)
}

/** U+2028 and U+2029 end a line for the patterns of our parser, but not in Markdown (CommonMark 2.1). */
function isContainedForUs(before: string, level: number): boolean {
  const text = `${before}${END}\n`.replaceAll(/[\u2028\u2029]/g, ' ')
  const blocks = readMarkdown(text).filter(({ type }) => type !== 'space')
  const last = blocks.pop()
  return (
    last?.raw.startsWith(END) === true &&
    isHeading(last) &&
    blocks.every((token) => !isHeading(token) || token.depth >= level)
  )
}

function isContainedByStandard(before: string, level: number): boolean {
  const headings = standardHeadings(`${before}${END}\n`)
  const end = headings.pop()
  return end?.level === 1 && end.line === before.split(LINE_END).length && headings.every((one) => one.level >= level)
}

import { standardHeadings } from '../markdown/standard.ts'
import type { ReadMarkdown, Token, Tokens } from '../markdown/read.ts'

/** Without any of these nothing can stay open at the end of a text (CommonMark 4.5, 4.6), and nothing is a heading (4.2, 4.3). */
const RISKY = /<|```|~~~|^ {0,3}(?:#|=+[ \t]*$|-+[ \t]*$)/m
/** Looked for first, because single signs are found much faster. */
const SIGNS = ['<', '`', '~', '#', '=', '-']
/** What may stand open at the end of a text, and what closes it. */
const CLOSERS = ['', '-->', '?>', '>', ']]>', '</script>', '</style>', '</pre>', '</textarea>']
const END = '# end'
/** As CommonMark counts lines. */
const LINE_END = /\r\n|\n|\r/

/**
 * An answer as it can stand in a longer document: its own headings are at `level` or below, so that none is taken for a
 * question, and an unclosed fence, comment or HTML block is closed where the answer ends, so that it cannot swallow the
 * next question. Tried out rather than reasoned about; what will not be contained becomes one block of code.
 */
export function contained(answer: string, level: number, read: ReadMarkdown): string {
  if (!SIGNS.some((sign) => answer.includes(sign)) || !RISKY.test(answer)) return answer
  const lowered = withLowHeadings(answer, level, read)
  const closer = [...CLOSERS, ...fences(answer)].find((candidate) =>
    isContained(lowered + lineOf(candidate), level, read)
  )
  return closer === undefined ? fenced(answer) : lowered + lineOf(closer)
}

function lineOf(closer: string): string {
  return closer === '' ? '' : `\n${closer}`
}

/** The longest run of each fence character, which closes whatever of its kind is open. */
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

function fenced(answer: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(answer, '`') + 1))
  return `${fence}\n${answer}\n${fence}`
}

/** Headings of the answer's own, `level` the highest of them; all else byte for byte. */
function withLowHeadings(answer: string, level: number, read: ReadMarkdown): string {
  const tokens = read(answer)
  if (!tokens.some(isHeading) || tokens.map(({ raw }) => raw).join('') !== answer) return answer
  return tokens.map((token) => (isHeading(token) ? lowHeading(token, level) : token.raw)).join('')
}

function isHeading(token: Token): token is Tokens.Heading {
  return token.type === 'heading'
}

/** An underlined heading may have several lines; one with number signs has one, and none of them at its end. */
function lowHeading({ depth, text, raw }: Tokens.Heading, level: number): string {
  const words = text.replaceAll(/\\?\s*\n\s*/g, ' ').replace(/(?<!\\)(#+)$/, '\\$1')
  const after = /\n*$/.exec(raw)?.[0] ?? ''
  return `${'#'.repeat(Math.min(6, level + depth - 1))} ${words}`.trimEnd() + after
}

function isContained(text: string, level: number, read: ReadMarkdown): boolean {
  const before = `${text}\n\n`
  return isContainedForUs(before, level, read) && isContainedByStandard(before, level)
}

/** The separators of lines and paragraphs end a line for our parser's patterns, but not for Markdown (CommonMark 2.1). */
function isContainedForUs(before: string, level: number, read: ReadMarkdown): boolean {
  const text = `${before}${END}\n`.replaceAll(/[\u2028\u2029]/g, ' ')
  const blocks = read(text).filter(({ type }) => type !== 'space')
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

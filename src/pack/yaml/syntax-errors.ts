import type { YAMLError } from 'yaml'
import type { Code, Found, SourceSpan } from '../diagnostic.ts'
import type { Lexeme } from './lexemes.ts'
import { blockEnd, lineAt } from './line-index.ts'
import type { Line } from './line-index.ts'

/** A fault of a YAML text that must be taken out before the rest can be read, and how to take it out. */
export type Trouble = {
  [C in Code]: {
    readonly code: C
    readonly found: Found<C>
    readonly span: SourceSpan
    /** Only the value of the line is faulty; or the line does not belong where it stands; or all that follows is not ours. */
    readonly cure: 'blank-value' | 'blank-line' | 'cut-here'
    readonly line: Line
  }
}[Code]

/** Faults that end with their value: what the library says of later lines can be believed. */
const CONTAINED: ReadonlySet<Code> = new Set<Code>([
  'bad-escape',
  'colon-in-text',
  'dash-after-key',
  'starts-with-quotation',
  'starts-with-sign',
  'text-after-block-sign',
  'text-after-quote'
])

/** What keeps a text from being YAML, in a tutor's terms, up to the first fault that may disturb what follows it. At most `most`. */
export function troublesIn(
  text: string,
  lexemes: readonly Lexeme[],
  errors: readonly YAMLError[],
  most: number
): Trouble[] {
  const troubles: Trouble[] = []
  let end = -1
  for (const error of errors.toSorted((a, b) => a.pos[0] - b.pos[0])) {
    if (error.pos[0] < end) continue
    const trouble = troubleOf(text, lexemes, error)
    troubles.push(trouble)
    if (troubles.length === most || !CONTAINED.has(trouble.code) || /^[\]}]/.test(trouble.line.value)) break
    end = blockEnd(text, trouble.line)
  }
  return troubles
}

function troubleOf(text: string, lexemes: readonly Lexeme[], error: YAMLError): Trouble {
  const start = Math.min(error.pos[0], text.length)
  const line = lineAt(text, start)
  const value = { span: { start: line.valueStart, end: line.end }, line, cure: 'blank-value' } as const
  const here = {
    span: { start, end: Math.max(start + 1, Math.min(error.pos[1], line.end)) },
    line,
    cure: 'blank-value'
  } as const
  if (line.value.startsWith('{{')) return { ...value, code: 'starts-with-quotation', found: {} }
  if (/end with a [\]}]/.test(error.message)) return unclosedBracket(text, lexemes, start)
  switch (error.code) {
    case 'BAD_SCALAR_START':
      return { ...here, code: 'starts-with-sign', found: { sign: text.charAt(start) } }
    case 'BAD_DQ_ESCAPE':
      return { ...here, code: 'bad-escape', found: { text: text.slice(start, start + 2) } }
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'BLOCK_IN_FLOW':
      return blockInText(text, lexemes, error, line)
    case 'MULTILINE_IMPLICIT_KEY':
      return strayText(line)
    case 'NON_STRING_KEY':
      return { ...here, code: 'key-not-text', found: {} }
    case 'BAD_INDENT':
      return { ...here, code: 'indentation', cure: 'blank-line', found: {} }
    case 'MISSING_CHAR':
      return missing(text, lexemes, error, line)
    default:
      return unexpected(text, lexemes, line, here)
  }
}

function missing(text: string, lexemes: readonly Lexeme[], error: YAMLError, line: Line): Trouble {
  if (/closing/.test(error.message)) return unclosedQuote(text, lexemes, error.pos[0])
  if (/Implicit map key/.test(error.message)) return strayText(line)
  const at = { span: { start: line.start + line.column, end: line.end }, line }
  if (/Sequence item/.test(error.message)) return { ...at, code: 'indentation', cure: 'blank-line', found: {} }
  return unexpected(text, lexemes, line, {
    span: { start: error.pos[0], end: error.pos[0] + 1 },
    line,
    cure: 'blank-value'
  })
}

type Here = Pick<Trouble, 'span' | 'line' | 'cure'>

/** The line goes on where YAML sees the end of its value: what stands before tells why. */
function unexpected(text: string, lexemes: readonly Lexeme[], line: Line, here: Here): Trouble {
  const before = text.slice(line.start, here.span.start).trimEnd()
  const rest = { ...here, span: { start: here.span.start, end: line.end } }
  const [sign = ''] = line.value
  if (sign === '|' || sign === '>') return { ...rest, code: 'text-after-block-sign', found: { sign } }
  if (line.value.startsWith('- ')) return { ...rest, code: 'dash-after-key', found: {} }
  if (/["']$/.test(before)) return textAfterQuote(text, lexemes, here.span.start)
  if (/[\]}]$/.test(before)) return { ...rest, code: 'text-after-bracket', found: {} }
  if (sign === ']' || sign === '}') return { ...here, code: 'starts-with-sign', found: { sign } }
  if (before.trim() === '') return { ...rest, code: 'indentation', cure: 'blank-line', found: {} }
  return { ...rest, code: 'yaml-syntax', found: {} }
}

/** A list or a map begins where there should be text: a dash, or a colon, out of place. */
function blockInText(text: string, lexemes: readonly Lexeme[], error: YAMLError, line: Line): Trouble {
  const start = error.pos[0]
  const dash = line.start + line.text.search(/[^ ]/)
  const first = lexemes.findIndex(
    (lexeme) => lexeme.start >= start && lexeme.source.trim() !== '' && lexeme.end > lexeme.start
  )
  const next = lexemes.slice(first + 1).find((lexeme) => lexeme.type !== 'space')
  if (/sequence/.test(error.message) && start <= dash)
    return { code: 'indentation', found: {}, span: { start: dash, end: dash + 1 }, cure: 'blank-line', line }
  if (/-quoted-/.test(lexemes[first]?.type ?? '') && next !== undefined && next.type !== 'map-value-ind')
    return textAfterQuote(text, lexemes, next.start)
  return colonInText(text, start, line)
}

/** The value is that of the line on which the quoted text began. */
function textAfterQuote(text: string, lexemes: readonly Lexeme[], start: number): Trouble {
  const quote = lexemes.findLast((lexeme) => lexeme.end <= start && /-quoted-/.test(lexeme.type))
  const span = { start, end: lineAt(text, start).end }
  return { code: 'text-after-quote', found: {}, span, cure: 'blank-value', line: lineAt(text, quote?.start ?? start) }
}

/** `ask: What now: tomorrow?`, or a key that stands too far in and so goes on with the text above. */
function colonInText(text: string, start: number, line: Line): Trouble {
  const colon = start + text.slice(start).search(/:(?=\s|$)/)
  if (colon < start)
    return { code: 'yaml-syntax', found: {}, span: { start, end: line.end }, cure: 'blank-value', line }
  const found = lineAt(text, colon)
  const key = text.slice(found.start, colon).trim()
  if (found.start !== line.start && /^[\w-]+$/.test(key)) {
    return {
      code: 'indentation',
      found: {},
      span: { start: colon - key.length, end: colon },
      cure: 'blank-line',
      line: found
    }
  }
  const before = found.start === line.start ? text.slice(start, colon) : key
  return { code: 'colon-in-text', found: { before }, span: { start: colon, end: colon + 1 }, cure: 'blank-value', line }
}

function strayText(line: Line): Trouble {
  const start = line.start + line.column
  const words = line.text.slice(line.column)
  const key = /^([\w-]+):\S/.exec(words)?.[1]
  const where = { span: { start, end: line.end }, cure: 'blank-line', line } as const
  if (key !== undefined) return { ...where, code: 'no-space-after-colon', found: { key } }
  return { ...where, code: 'stray-text', found: { text: words } }
}

function unclosedQuote(text: string, lexemes: readonly Lexeme[], before: number): Trouble {
  const quote = lexemes.findLast(({ type, start }) => start < before && /-quoted-/.test(type))
  const start = quote?.start ?? before
  return {
    code: 'unclosed',
    found: { sign: text.charAt(start) },
    span: { start, end: start + 1 },
    cure: 'blank-value',
    line: lineAt(text, start)
  }
}

/** The innermost bracket that is open at an offset. */
function unclosedBracket(text: string, lexemes: readonly Lexeme[], offset: number): Trouble {
  const open: Lexeme[] = []
  for (const lexeme of lexemes) {
    if (lexeme.start >= offset) break
    if (lexeme.type === 'flow-map-start' || lexeme.type === 'flow-seq-start') open.push(lexeme)
    if (lexeme.type === 'flow-map-end' && open.at(-1)?.type === 'flow-map-start') open.pop()
    if (lexeme.type === 'flow-seq-end' && open.at(-1)?.type === 'flow-seq-start') open.pop()
  }
  const { source, start } = open.at(-1) ?? { source: '[', start: offset }
  return {
    code: 'unclosed',
    found: { sign: source },
    span: { start, end: start + 1 },
    cure: 'blank-value',
    line: lineAt(text, start)
  }
}

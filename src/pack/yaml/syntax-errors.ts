import type { Code, CodeDetails, SourceSpan } from '../diagnostic.ts'
import type { Lexeme } from './lexemes.ts'
import { blockEnd, lineAt, type Line } from './line-index.ts'
import type { YAMLError } from 'yaml'

/**
 * Parts of the English messages of `yaml` 2.9.1. Its error codes do not distinguish these cases. package.json pins that
 * version; test/pack/yaml-messages.test.ts fails if another is installed or a message changes.
 */
const MESSAGES = {
  unclosedBracket: /end with a [\]}]/,
  unclosedQuote: /closing/,
  keyWithoutColon: /Implicit map key/,
  itemWithoutDash: /Sequence item/,
  listAsKey: /sequence/
}

/** Faults that end with their value, so that the library's errors in later lines are reliable. */
const LOCAL: ReadonlySet<Code> = new Set<Code>([
  'bad-escape',
  'colon-in-text',
  'dash-after-key',
  'starts-with-quotation',
  'starts-with-sign',
  'text-after-block-sign',
  'text-after-quote'
])

/** The library's errors as faults in the terms of pack authors, up to the first one that may affect what follows it. */
export function syntaxFaults(
  text: string,
  lexemes: readonly Lexeme[],
  errors: readonly YAMLError[],
  max: number
): SyntaxFault[] {
  const faults: SyntaxFault[] = []
  let end = -1
  for (const error of errors.toSorted((a, b) => a.pos[0] - b.pos[0])) {
    if (error.pos[0] < end) continue
    const fault = faultOf(text, lexemes, error)
    faults.push(fault)
    if (faults.length === max || !LOCAL.has(fault.code) || /^[\]}]/.test(fault.line.value)) break
    end = blockEnd(text, fault.line)
  }
  return faults
}

function faultOf(text: string, lexemes: readonly Lexeme[], error: YAMLError): SyntaxFault {
  const at = Math.min(error.pos[0], text.length)
  const line = lineAt(text, at)
  const missing = missingPrompts(text, line)
  if (missing !== undefined) return missing
  const start = Math.max(at, Math.min(line.start + Math.max(0, line.text.search(/\S/)), line.end))
  const value = { span: { start: line.valueStart, end: line.end }, line, repair: 'value' } as const
  const end = Math.max(start + 1, Math.min(error.pos[1], line.end))
  const here = { span: { start, end }, line, repair: 'value' } as const
  if (line.value.startsWith('{{')) return { ...value, code: 'starts-with-quotation', details: {} }
  if (MESSAGES.unclosedBracket.test(error.message)) return unclosedBracket(text, lexemes, start)
  switch (error.code) {
    case 'BAD_SCALAR_START':
      return { ...here, code: 'starts-with-sign', details: { sign: text.charAt(start) } }
    case 'BAD_DQ_ESCAPE':
      return { ...here, code: 'bad-escape', details: { text: text.slice(start, start + 2) } }
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'BLOCK_IN_FLOW':
      return collectionInText(text, lexemes, error, line)
    case 'MULTILINE_IMPLICIT_KEY':
      return strayText(line)
    case 'NON_STRING_KEY':
      return { ...here, code: 'key-not-text', details: {} }
    case 'BAD_INDENT':
      return { ...here, code: 'indentation', repair: 'line', details: {} }
    case 'MISSING_CHAR':
      return missingCharacter(text, lexemes, error, line)
    default:
      return textAfterValue(text, lexemes, here)
  }
}

/** `- id:` below a key that has a value already: the line "prompts:" before it is missing. */
function missingPrompts(text: string, line: Line): SyntaxFault | undefined {
  const below = text[line.end] === '\n' && !/^ *- id *:/.test(line.text) ? lineAt(text, line.end + 1) : line
  const dash = below.text.search(/\S/)
  const above = lineAt(text, below.start - 1)
  const isAfterValue = /^ *(?:- +)?(?:id|minutes|purpose|title) *: *\S/.test(above.text)
  if (!isAfterValue || below.start === 0 || !/^ *- id *:/.test(below.text) || dash < above.column) return undefined
  for (let at = above; at.column >= above.column && at.start > 0; at = lineAt(text, at.start - 1))
    if (at.column === above.column && /^ *(?:- +)?(?:ask|prompts|type) *:/.test(at.text)) return undefined
  const span = { start: below.start + dash, end: below.end }
  return { code: 'missing-key', details: { key: 'prompts' }, span, line: below, repair: 'line' }
}

function missingCharacter(text: string, lexemes: readonly Lexeme[], error: YAMLError, line: Line): SyntaxFault {
  const [start] = error.pos
  if (MESSAGES.unclosedQuote.test(error.message)) return unclosedQuote(text, lexemes, start)
  if (MESSAGES.keyWithoutColon.test(error.message)) return strayText(line)
  if (MESSAGES.itemWithoutDash.test(error.message)) {
    const span = { start: line.start + line.column, end: line.end }
    return { code: 'indentation', details: {}, span, line, repair: 'line' }
  }
  return textAfterValue(text, lexemes, { span: { start, end: start + 1 }, line, repair: 'value' })
}

/** The line continues after the library's end of the value; the text before that tells why. */
function textAfterValue(
  text: string,
  lexemes: readonly Lexeme[],
  here: Pick<SyntaxFault, 'span' | 'line' | 'repair'>
): SyntaxFault {
  const { line, span } = here
  const before = text.slice(line.start, span.start).trimEnd()
  const rest = { ...here, span: { start: span.start, end: line.end } }
  const [sign = ''] = line.value
  if (sign === '|' || sign === '>') return { ...rest, code: 'text-after-block-sign', details: { sign } }
  if (line.value.startsWith('- ')) return { ...rest, code: 'dash-after-key', details: {} }
  if (/["']$/.test(before)) return textAfterQuote(text, lexemes, span.start)
  if (/[\]}]$/.test(before)) return { ...rest, code: 'text-after-bracket', details: {} }
  if (sign === ']' || sign === '}') return { ...here, code: 'starts-with-sign', details: { sign } }
  if (before.trim() === '') return { ...rest, code: 'indentation', repair: 'line', details: {} }
  return { ...rest, code: 'yaml-syntax', details: {} }
}

/** A dash or a colon made the library read a text as a list or a map. */
function collectionInText(text: string, lexemes: readonly Lexeme[], error: YAMLError, line: Line): SyntaxFault {
  const [start] = error.pos
  const dash = line.start + line.text.search(/[^ ]/)
  const first = lexemes.findIndex(
    (lexeme) => lexeme.start >= start && lexeme.source.trim() !== '' && lexeme.end > lexeme.start
  )
  const next = lexemes.slice(first + 1).find((lexeme) => lexeme.type !== 'space')
  if (MESSAGES.listAsKey.test(error.message) && start <= dash)
    return { code: 'indentation', details: {}, span: { start: dash, end: dash + 1 }, repair: 'line', line }
  if (/-quoted-/.test(lexemes[first]?.type ?? '') && next !== undefined && next.type !== 'map-value-ind')
    return textAfterQuote(text, lexemes, next.start)
  return colonInText(text, start, line)
}

/** The fault is in the line where the quoted text begins. */
function textAfterQuote(text: string, lexemes: readonly Lexeme[], start: number): SyntaxFault {
  const quote = lexemes.findLast((lexeme) => lexeme.end <= start && /-quoted-/.test(lexeme.type))
  const line = lineAt(text, quote?.start ?? start)
  return { code: 'text-after-quote', details: {}, span: { start, end: lineAt(text, start).end }, repair: 'value', line }
}

/** `ask: What now: tomorrow?`, or a key with too much indentation, which continues the text above it. */
function colonInText(text: string, start: number, line: Line): SyntaxFault {
  const colon = start + text.slice(start).search(/:(?=\s|$)/)
  if (colon < start) return { code: 'yaml-syntax', details: {}, span: { start, end: line.end }, repair: 'value', line }
  const colonLine = lineAt(text, colon)
  const key = text.slice(colonLine.start, colon).trim()
  if (colonLine.start !== line.start && /^[\w-]+$/.test(key)) {
    const span = { start: colon - key.length, end: colon }
    return { code: 'indentation', details: {}, span, repair: 'line', line: colonLine }
  }
  const before = colonLine.start === line.start ? text.slice(start, colon) : key
  return { code: 'colon-in-text', details: { before }, span: { start: colon, end: colon + 1 }, repair: 'value', line }
}

/** A comment of other languages. */
const FOREIGN_COMMENT = /^(?:\/\/|\/\*.*\*\/\s*$|<!--.*-->\s*$|%%? )/

function strayText(line: Line): SyntaxFault {
  const span = { start: line.start + line.column, end: line.end }
  const content = line.text.slice(line.column)
  if (FOREIGN_COMMENT.test(content)) return { code: 'foreign-comment', details: {}, span, line, repair: 'line' }
  const key = /^([\w-]+):\S/.exec(content)?.[1]
  if (key !== undefined) return { code: 'no-space-after-colon', details: { key }, span, repair: 'line', line }
  return { code: 'stray-text', details: { text: content }, span, repair: 'line', line }
}

function unclosedQuote(text: string, lexemes: readonly Lexeme[], end: number): SyntaxFault {
  const quote = lexemes.findLast(({ type, start }) => start < end && /-quoted-/.test(type))
  const start = quote?.start ?? end
  return unclosed(text, text.charAt(start), start)
}

/** The innermost bracket that is open at an offset. */
function unclosedBracket(text: string, lexemes: readonly Lexeme[], offset: number): SyntaxFault {
  const open: Lexeme[] = []
  for (const lexeme of lexemes) {
    if (lexeme.start >= offset) break
    if (lexeme.type === 'flow-map-start' || lexeme.type === 'flow-seq-start') open.push(lexeme)
    if (lexeme.type === 'flow-map-end' && open.at(-1)?.type === 'flow-map-start') open.pop()
    if (lexeme.type === 'flow-seq-end' && open.at(-1)?.type === 'flow-seq-start') open.pop()
  }
  const { source, start } = open.at(-1) ?? { source: '[', start: offset }
  return unclosed(text, source, start)
}

function unclosed(text: string, sign: string, start: number): SyntaxFault {
  return {
    code: 'unclosed',
    details: { sign },
    span: { start, end: start + 1 },
    repair: 'value',
    line: lineAt(text, start)
  }
}

/** YAML syntax that a pack must not use; the first use in each line. A second document is the last fault. */
export function forbiddenSyntax(text: string, lexemes: readonly Lexeme[], max: number): SyntaxFault[] {
  if (!lexemes.some(({ type }) => SEARCHED.has(type))) return []
  const faults: SyntaxFault[] = []
  let hasContent = false
  let hasEnded = false
  let lineEnd = -1
  for (const { type, source, start, end } of lexemes) {
    const startsDocument = (type === 'doc-start' && hasContent) || (hasEnded && CONTENT.test(type))
    if (CONTENT.test(type)) hasContent = true
    if (type === 'doc-end') hasEnded = hasContent
    if (!startsDocument && (!FORBIDDEN.has(type) || start < lineEnd)) continue
    if (faults.length === max) break
    const line = lineAt(text, start)
    lineEnd = line.end
    faults.push(forbidden(startsDocument ? 'doc-start' : type, source, { span: { start, end }, line }))
    if (startsDocument) break
  }
  return faults
}

function forbidden(type: Lexeme['type'], text: string, place: Pick<SyntaxFault, 'span' | 'line'>): SyntaxFault {
  if (type === 'directive-line') return { ...place, code: 'directive', repair: 'line', details: { text } }
  if (type === 'doc-start') return { ...place, code: 'second-document', repair: 'rest', details: {} }
  if (type === 'tag' || type === 'anchor' || type === 'alias')
    return { ...place, code: type, repair: 'value', details: { text } }
  return { ...place, code: 'explicit-key', repair: 'value', details: {} }
}

const FORBIDDEN: ReadonlySet<string> = new Set(['directive-line', 'tag', 'anchor', 'alias', 'explicit-key-ind'])
/** What has to be looked at. Most files have none of these. */
const SEARCHED: ReadonlySet<string> = new Set([...FORBIDDEN, 'doc-start', 'doc-end'])
const CONTENT =
  /^(?:scalar|single-quoted-scalar|double-quoted-scalar|flow-map-start|flow-seq-start|seq-item-ind|map-value-ind)$/

/** A syntax error that must be removed from the text before the rest can be parsed. */
export type SyntaxFault = {
  [C in Code]: {
    readonly code: C
    readonly details: CodeDetails<C>
    readonly span: SourceSpan
    readonly line: Line
    readonly repair: Repair
  }
}[Code]

/**
 * What to blank: the value of the line, if only that is faulty; the line, if it does not belong where it is; or the
 * rest of the file, if it is a second document. More indented lines that follow go with a value or a line.
 */
type Repair = 'value' | 'line' | 'rest'

/** Replaces each character of a faulty value. A pack must not contain this character, so it marks what was blanked. */
export const BLANK = '\u001a'

/**
 * Removes a fault from the text, which keeps its length and its lines. `losesLines` if keys or items went with it. The
 * text is unchanged if there is nothing left to blank.
 */
export function repair(text: string, { repair: what, line }: SyntaxFault): { text: string; losesLines: boolean } {
  const firstCharacter = line.start + line.text.search(/[^ ]|$/)
  const hasKeyOrDash = line.valueStart > firstCharacter
  const losesLines = what === 'line' || !hasKeyOrDash
  if (what === 'rest') return { text: withSpaces(text, line.start, text.length), losesLines }
  const end = blockEnd(text, line)
  if (losesLines || line.valueStart >= line.end) return { text: withSpaces(text, line.start, end), losesLines }
  const blanked = text.slice(0, line.valueStart) + BLANK.repeat(line.end - line.valueStart) + text.slice(line.end)
  return { text: withSpaces(blanked, line.end, end), losesLines }
}

function withSpaces(text: string, start: number, end: number): string {
  return text.slice(0, start) + text.slice(start, end).replaceAll(/[^\n]/g, ' ') + text.slice(end)
}

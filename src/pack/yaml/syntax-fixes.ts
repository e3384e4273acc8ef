import type { Edit, SourceSpan } from '../diagnostic.ts'
import { KNOWN_KEYS } from './keys.ts'
import { blockEnd, lineAt, type Line } from './line-index.ts'
import type { SyntaxFault } from './syntax-errors.ts'

/** The escapes of YAML in double quotes. */
const ESCAPE = /^\\[0abtnvfre "/\\N_LP\n]|^\\x[\da-f]{2}|^\\u[\da-f]{4}|^\\U[\da-f]{8}/i

/** The longest text that is put in quotes. */
const MAX_QUOTED = 4000

/**
 * The edits that put a stretch of text in double quotes, character by character, so that places in it can be followed. Quotation
 * marks that are around it already go, also curly ones; those inside stay.
 */
export function quotingEdits(text: string, { start, end }: SourceSpan): Edit[] | undefined {
  if (end - start > MAX_QUOTED) return undefined
  const source = text.slice(start, end)
  const [open = '', close = ''] = quotedBy(source)
  const edits: Edit[] = [{ start, end: start + open.length, text: '"' }]
  const inner = { start: start + open.length, end: end - close.length }
  for (let at = inner.start; at < inner.end; at++) {
    const sign = text.charAt(at)
    if (open === "'" && text.startsWith("''", at) && at + 1 < inner.end) {
      edits.push({ start: at, end: at + 1, text: '' })
      at++
    } else if (sign === '"') edits.push({ start: at, end: at, text: '\\' })
    else if (sign === '\\' && open === "'" && text[at + 1] === "'") edits.push({ start: at, end: at + 1, text: '' })
    else if (sign === '\\') {
      const escape = open === '"' ? ESCAPE.exec(text.slice(at, at + 12))?.[0] : undefined
      if (escape !== undefined) at += escape.length - 1
      else if (open === '"' && text[at + 1] === "'") edits.push({ start: at, end: at + 1, text: '' })
      else edits.push({ start: at, end: at, text: '\\' })
    }
  }
  return [...edits, { start: inner.end, end, text: '"' }]
}

/** The quotation marks around all of a text. */
function quotedBy(source: string): readonly string[] {
  const pairs = ['""', "''", '“”', '„“', '‘’', '«»', '””']
  const pair = pairs.find(
    ([open = '', close = '']) => source.length > 1 && source.startsWith(open) && source.endsWith(close)
  )
  if (pair === undefined) return []
  // "Yes" and "no": the marks at both ends belong to two words.
  const inside = source.slice(1, -1).replaceAll(/\\.|''/g, '')
  const isTwoWords =
    pair[0] === pair[1] && /^[^"']*["'][^"']*["'][^"']*$/.test(inside) && /^\S[^"']*["'],?\s/.test(inside)
  return isTwoWords && /\s["'][^"']*$/.test(inside) ? [] : [...pair]
}

/** A stretch of text as YAML in double quotes. */
export function quoted(source: string): string {
  return `"${source.replaceAll(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`
}

/** The corrections to try for a syntax error, likeliest first. None is certain until the text can be read with it. */
export function fixesFor(text: string, fault: SyntaxFault): Edit[][] {
  return candidates(text, fault).flatMap((edits) => (edits === undefined ? [] : [edits]))
}

function candidates(text: string, fault: SyntaxFault): (Edit[] | undefined)[] {
  const { code, line, span } = fault
  switch (code) {
    case 'colon-in-text':
      return (
        missingComma(text, line, span) ?? [
          ...secondKey(text, line, span),
          ...inBraces(text, line, span),
          quotingEdits(text, valueOf(text, line))
        ]
      )
    case 'text-after-bracket':
      return [withoutBox(line), ...inBraces(text, line, span), quotingEdits(text, valueOf(text, line))]
    case 'text-after-quote':
      return [
        withoutComma(line, span),
        tripleQuoted(text, line),
        ...inBraces(text, line, span),
        quotingEdits(text, valueOf(text, line))
      ]
    case 'bad-escape':
      return [escapingEdits(text, valueOf(text, line)), quotingEdits(text, valueOf(text, line))]
    case 'alias':
      return [nameOfList(line), ...inBraces(text, line, span), quotingEdits(text, valueOf(text, line))]
    case 'starts-with-sign':
    case 'starts-with-quotation':
    case 'tag':
    case 'anchor':
    case 'explicit-key':
      return [...inBraces(text, line, span), quotingEdits(text, valueOf(text, line))]
    case 'foreign-comment':
      return [asComment(line)]
    case 'missing-key':
      return [promptsAbove(text, line)]
    case 'no-space-after-colon': {
      const colon = text.indexOf(':', span.start)
      return [[{ start: colon + 1, end: colon + 1, text: ' ' }]]
    }
    case 'text-after-block-sign':
      return [startingBelow(text, line, span)]
    case 'dash-after-key':
      return dashAfterKey(text, line)
    case 'unclosed':
      return [...openingText(text, line), ...cutInBraces(text, line), ...closings(line, fault.details.sign)]
    case 'stray-text':
      return [colonAfterKey(line), ...belowBlockSign(text, line), continuing(text, line), ...alignments(text, line)]
    case 'indentation':
    case 'yaml-syntax':
      return alignments(text, line)
    case 'second-document':
    case 'directive':
      return /^(?:---|\.\.\.)\s*$/.test(line.text) && text.slice(line.end).trim() === '' ? [[removing(text, line)]] : []
    default:
      return []
  }
}

/** The value of a line with the lines that continue it, without white space at its end. */
function valueOf(text: string, line: Line): SourceSpan {
  const next = text.slice(line.end, blockEnd(text, line))
  const end =
    /^["']/.test(line.value) && !/["']\s*$/.test(line.value) && next.trim() !== ''
      ? blockEnd(text, line)
      : ownEnd(text, line)
  return { start: line.valueStart, end: line.valueStart + text.slice(line.valueStart, end).trimEnd().length }
}

/** The end of a value: with continuation lines, unless these are keys or items. */
function ownEnd(text: string, line: Line): number {
  const next = text[line.end] === '\n' ? lineAt(text, line.end + 1) : undefined
  return next === undefined || next.valueStart > next.start + next.text.search(/\S|$/) ? line.end : blockEnd(text, line)
}

/** A value between braces or brackets ends before the comma, or the closing bracket, that ends it. */
function inBraces(text: string, line: Line, { start }: SourceSpan): (Edit[] | undefined)[] {
  if (!/^[[{]/.test(line.value) || start <= line.valueStart) return []
  const before = text.slice(line.valueStart, start)
  const opening = Math.max(before.search(/(?:[:,[{]\s+|[[{])(?=\S*$)/), 0)
  const from = [...before.matchAll(/[[{,]\s*(?:[\w-]+:\s+)?/g)].at(-1)
  if (from === undefined) return []
  const valueStart = line.valueStart + (from.index ?? opening) + from[0].length
  const ends = [...text.slice(start, line.end).matchAll(/,\s+[\w-]+:\s|[,\]}]/g)].map(({ index }) => start + index)
  return ends
    .slice(0, 4)
    .map((end) =>
      quotingEdits(text, { start: valueStart, end: valueStart + text.slice(valueStart, end).trimEnd().length })
    )
}

/** Keys whose texts often have a colon after a word. */
const PROSE = /^(?:ask|example|help|label|meaning|note|summary|text|title)$/

/**
 * `{ led: I led it helped: I helped }`: a comma is missing before the second key. Without a correction if the word before the colon may
 * also belong to the text.
 */
function missingComma(text: string, line: Line, { start: colon }: SourceSpan): Edit[][] | undefined {
  if (!/^[[{]/.test(line.value)) return undefined
  const [, own = '', space = '', next = ''] =
    /[{,]\s*([\w-]+): +[^{},"']*?[^{},"' ]( +)([a-z][a-z0-9_-]*)$/.exec(text.slice(line.valueStart, colon)) ?? []
  if (next === '' || (PROSE.test(own) && !KNOWN_KEYS.has(next))) return undefined
  const at = colon - next.length - space.length
  return KNOWN_KEYS.has(next) ? [[{ start: at, end: at, text: ',' }]] : []
}

/** `id: moment title: One`: a second key, which belongs on a line of its own. */
function secondKey(text: string, line: Line, { start: colon }: SourceSpan): (Edit[] | undefined)[] {
  const isId = /^ *(?:- +)*(?:id|language|minutes|type|version) *: /.test(line.text) && !/^[[{]/.test(line.value)
  const before = isId ? text.slice(line.valueStart, colon) : ''
  const [space = '', key = ''] = / +([a-z_]+)$/.exec(before) ?? []
  if (!KNOWN_KEYS.has(key)) return []
  const end = colon - key.length
  return [[{ start: end - (space.length - key.length), end, text: `\n${' '.repeat(line.column)}` }]]
}

/** `- [ ] one` of a list of tasks. */
function withoutBox(line: Line): Edit[] | undefined {
  const [box] = /^ *- +\[[ xX]?\] +/.exec(line.text) ?? []
  return box === undefined ? undefined : [{ start: line.valueStart, end: line.start + box.length, text: '' }]
}

/** `"id": "moment",` as in JSON. */
function withoutComma(line: Line, { start }: SourceSpan): Edit[] | undefined {
  const isComma = line.text.slice(start - line.start).trim() === ','
  return isComma ? [{ start, end: start + 1, text: '' }] : undefined
}

/** A text between three quotation marks, as in Python, as a block. */
function tripleQuoted(text: string, line: Line): Edit[] | undefined {
  const [marks] = /^(?:"""|''')(?=\s*$)/.exec(line.value) ?? []
  if (marks === undefined) return undefined
  for (let at = line.end; text[at] === '\n';) {
    const next = lineAt(text, at + 1)
    if (next.text.trim() === marks)
      return [
        { start: line.valueStart, end: line.valueStart + marks.length, text: '|' },
        { start: next.start, end: Math.min(text.length, next.end + 1), text: '' }
      ]
    at = next.end
  }
  return undefined
}

/** Doubles the backslashes of a path or a formula in double quotes; `\\n` before a capital or a space is a line end. */
export function escapingEdits(text: string, { start, end }: SourceSpan): Edit[] | undefined {
  const source = text.slice(start, end)
  if (!source.startsWith('"') || end - start > MAX_QUOTED) return undefined
  return [...source.matchAll(/\\(?:["\\]|n(?![a-z])|)/g)].flatMap(({ 0: escape, index }) =>
    escape === '\\' ? [{ start: start + index, end: start + index, text: '\\' }] : []
  )
}

/** `options: *asked` as the name of what is defined once. */
function nameOfList(line: Line): Edit[] | undefined {
  const isName = /^ *(?:- +)*(?:options|outcomes|rows|scale) *: *\*[a-z][a-z0-9-]*\s*$/.test(line.text)
  return isName ? [{ start: line.valueStart, end: line.valueStart + 1, text: '' }] : undefined
}

function asComment(line: Line): Edit[] {
  const start = line.start + line.column
  const content = line.text.slice(line.column)
  const inner = content.replace(/^(?:\/\/+|\/\*+|<!--+|%+)\s*/, '').replace(/\s*(?:\*\/|--+>)\s*$/, '')
  return [{ start, end: line.end, text: `# ${inner}` }]
}

function promptsAbove(text: string, line: Line): Edit[] {
  const { column } = lineAt(text, line.start - 1)
  return [{ start: line.start, end: line.start, text: `${' '.repeat(column)}prompts:\n` }]
}

/** Lines that continue a text and should be further in: like the block that they follow, or below the key. */
function continuing(text: string, line: Line): Edit[] | undefined {
  let head = line
  do {
    if (head.start === 0) return undefined
    head = lineAt(text, head.start - 1)
  } while (head.valueStart <= head.start + Math.max(0, head.text.search(/\S/)))
  if (line.column > head.column || head.value.trim() === '' || /^["'[{]/.test(head.value)) return undefined
  const first = lineAt(text, head.end + 1)
  const isBlock = /^[|>]/.test(head.value) && first.start < line.start
  const indent = isBlock ? Math.max(first.text.search(/\S/), head.column + 1) : head.column + 2
  const edits: Edit[] = []
  for (let at = line; ; at = lineAt(text, at.end + 1)) {
    const depth = at.text.search(/\S/)
    if (depth !== -1 && (depth >= indent || at.valueStart > at.start + depth)) break
    if (depth !== -1) edits.push({ start: at.start, end: at.start + depth, text: ' '.repeat(indent) })
    if (text[at.end] !== '\n') break
  }
  return edits
}

function startingBelow(text: string, line: Line, { start }: SourceSpan): Edit[] {
  const next = text[line.end] === '\n' ? lineAt(text, line.end + 1) : undefined
  const below = next?.text.search(/\S/) ?? -1
  const indent = below > line.column ? below : line.column + 2
  const from = line.valueStart + text.slice(line.valueStart, start).trimEnd().length
  return [{ start: from, end: start, text: `\n${' '.repeat(indent)}` }]
}

/** `options: - one` is a list if more items follow; else the dash is part of the text. */
const LIST_KEY = /^ *(?:- +)?(?:after_discussion|authors|columns|exercises|options|prompts|retired|rows|statements): /

function dashAfterKey(text: string, line: Line): (Edit[] | undefined)[] {
  const next = text[line.end] === '\n' ? lineAt(text, line.end + 1) : undefined
  const below = next !== undefined && /^ *- /.test(next.text) ? next.text.search(/\S/) : -1
  const start = line.start + line.text.slice(0, line.valueStart - line.start).trimEnd().length
  const asList = [
    {
      start,
      end: line.valueStart,
      text: `\n${' '.repeat(Math.max(below, line.column + (below < line.column ? 2 : 0)))}`
    }
  ]
  const isList = LIST_KEY.test(line.text)
  return below >= line.column || isList ? [asList] : [quotingEdits(text, { start: line.valueStart, end: line.end })]
}

/** The keys of texts, which no list or mapping can follow. */
const TEXT_KEY = /^ *(?:- +)*(?:ask|example|help|purpose|summary|title|unit):/

/** A text that begins with a bracket. */
function openingText(text: string, line: Line): (Edit[] | undefined)[] {
  return TEXT_KEY.test(line.text) && /^[[{]/.test(line.value) ? [quotingEdits(text, valueOf(text, line))] : []
}

/** A text between braces or brackets whose end looks like a comment. */
function cutInBraces(text: string, line: Line): (Edit[] | undefined)[] {
  const hash = line.value.search(/\s#/)
  return hash === -1 ? [] : inBraces(text, line, { start: line.valueStart + hash, end: line.end })
}

function closings(line: Line, sign: string): Edit[][] {
  const end = line.start + line.text.trimEnd().length
  if (sign === '[' || sign === '{') {
    const closing = sign === '[' ? ']' : '}'
    const other = { '[': '}', '{': ']' }[sign]
    const swapped = line.text.trimEnd().endsWith(other) ? [[{ start: end - 1, end, text: closing }]] : []
    return [[{ start: end, end, text: closing }], ...swapped]
  }
  const inner = line.value.slice(1)
  const curly = /[“”‘’]\s*$/.test(line.value) ? [[{ start: end - 1, end, text: sign }]] : []
  const isQuote = inner.includes(sign)
  return isQuote ? curly : [...curly, [{ start: end, end, text: sign }]]
}

/** Lines that follow `ask: |` and should be further in. */
function belowBlockSign(text: string, line: Line): Edit[][] {
  const before = text.slice(0, line.start).trimEnd()
  if (!/[:] +[|>][+-]?$/.test(before)) return []
  const head = lineAt(text, before.length)
  const edits: Edit[] = []
  for (let at = line; ;) {
    const indent = at.text.search(/\S/)
    if (indent !== -1 && at.valueStart > at.start + indent && !isOfText(text, at, head)) break
    const missing = head.column + 2 - indent
    if (indent !== -1 && missing > 0) edits.push({ start: at.start, end: at.start, text: ' '.repeat(missing) })
    if (text[at.end] !== '\n') break
    at = lineAt(text, at.end + 1)
  }
  return [edits]
}

/** Whether a line with a dash is an item of the text below `|`: no list of the file has its dashes in that column. */
function isOfText(text: string, line: Line, head: Line): boolean {
  const indent = line.text.search(/\S/)
  if (!/^- +(?![\w-]+:(?: |$))/.test(line.text.slice(indent)) || indent > head.column) return false
  return (
    !columnsAbove(text, head).some(({ column, isDash }) => isDash && column === indent) && head.text[indent] !== '-'
  )
}

/** Other places for a line: those of the lines above it, nearest first; and after a dash, if one was forgotten. */
function alignments(text: string, line: Line): Edit[][] {
  const indent = line.text.search(/\S/)
  if (indent === -1) return []
  const columns = columnsAbove(text, line)
  const end = line.start + indent
  const dashes = line.text.startsWith('- ', indent)
    ? []
    : columns.filter(({ isDash, column }) => isDash && column === indent).map(() => [{ start: end, end, text: '- ' }])
  const isExercise = isExerciseAt(text, line)
  const places = [...new Set(columns.map(({ column }) => column))]
    .filter((column) => column !== indent && Math.abs(column - indent) <= 4)
    .toSorted((a, b) => (isExercise ? a - b : Math.abs(a - indent) - Math.abs(b - indent)))
    .map((column) => [{ start: line.start, end, text: ' '.repeat(column) }])
  const moved = ownBlock(text, line, places)
  const isItem = /^id *:/.test(line.text.slice(indent)) || !/^[\w-]+ *:(?: |$)/.test(line.text.slice(indent))
  return isItem ? [...dashes, ...moved] : [...moved, ...dashes]
}

/** Whether an item has the keys of an exercise, whose place is further out than that of a prompt. */
function isExerciseAt(text: string, line: Line): boolean {
  if (!/^ *- /.test(line.text)) return false
  for (let at = line; text[at.end] === '\n';) {
    at = lineAt(text, at.end + 1)
    const indent = at.text.search(/\S/)
    if (indent === line.column && /^ *(?:minutes|prompts|purpose|reading) *:/.test(at.text)) return true
    if (indent !== -1 && indent < line.column) return false
  }
  return false
}

/** The lines below move with a line, if they stand as deep or deeper and move as one; first the line alone. */
function ownBlock(text: string, line: Line, places: readonly Edit[][]): Edit[][] {
  const indent = line.text.search(/\S/)
  return places.flatMap(([edit]) => {
    if (edit === undefined) return []
    const shift = edit.text.length - indent
    const block: Edit[] = [edit]
    for (let end = line.end; text[end] === '\n';) {
      const next = lineAt(text, end + 1)
      const depth = next.text.search(/\S/)
      if (depth !== -1 && (depth < indent || (depth === indent && next.text[depth] === '-'))) break
      if (depth !== -1)
        block.push({ start: next.start, end: next.start + depth, text: ' '.repeat(Math.max(0, depth + shift)) })
      end = next.end
    }
    return block.length === 1 ? [[edit]] : [[edit], block]
  })
}

/** The columns of dashes and keys in the lines above, as far as they enclose a line. */
function columnsAbove(text: string, line: Line): { column: number; isDash: boolean }[] {
  const found: { column: number; isDash: boolean }[] = []
  for (let at = line.start - 1, lines = 0; at > 0 && lines < 40; lines++) {
    const above = lineAt(text, at)
    const indent = above.text.search(/\S/)
    if (indent !== -1 && above.valueStart > above.start + indent) {
      if (above.text[indent] === '-') found.push({ column: indent, isDash: true })
      found.push({ column: above.column, isDash: false })
      if (indent === 0) break
    }
    at = above.start - 1
  }
  return found
}

function colonAfterKey(line: Line): Edit[] {
  const [, lead = '', key = '', sign = ''] =
    /^( *(?:- +)*)([a-z_]+)( *(?:=>?|:=|;) *)?(?: +|(?<=[=;>] *))\S/.exec(line.text) ?? []
  if (key === '') return []
  const at = line.start + lead.length + key.length
  return KEYS.has(key) ? [{ start: at, end: at + sign.length, text: sign === '' ? ':' : ': ' }] : []
}

/** The keys that a line can begin with when its colon was forgotten. */
const KEYS = new Set([
  'id',
  'title',
  'ask',
  'help',
  'example',
  'type',
  'purpose',
  'minutes',
  'summary',
  'language',
  'version',
  'from',
  'to'
])

function removing(text: string, line: Line): Edit {
  return { start: line.start, end: Math.min(text.length, line.end + 1), text: '' }
}

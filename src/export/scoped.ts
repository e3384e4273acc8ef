import { partsOf } from '../markdown/parts.ts'
import { definedLabels } from '../markdown/standard.ts'
import { readMarkdown, type Token, type Tokens } from '../markdown/read.ts'

/*
 * Labels of links and footnotes are valid in a whole Markdown document. In a document of many answers each answer keeps its own:
 * its labels get a suffix.
 */

/** Whether a text may define labels. Tested first, because few do. */
const DEFINES = /\]:/
/** What a line may have before a definition: marks of quotations and list items. */
const LINE_START = /^(?:[ \t>]|(?:[-*+]|\d{1,9}[.)])[ \t])*$/
/** Escapes, code, addresses and words in brackets with what follows them. */
const PIECES = /\\[^]|(`+)(?!`)[^]*?[^`]\1(?!`)|<[^<>\s]*>|\[((?:\\[^]|[^[\]\\])+)\](\[(?:\\[^]|[^[\]\\])*\]|[(:])?/g

/**
 * A Markdown text whose labels belong to it alone: each label that it defines gets the suffix, where it is defined and where it is
 * used. A line that looks like a definition but is not one for `readWritten`, is not used or defines a label again, is escaped, so that
 * other readers show it too. Undefined if that would change anything else in the text.
 *
 * @param suffix different for each text of a document, of letters, digits and hyphens.
 */
export function scoped(source: string, suffix: string): string | undefined {
  if (!DEFINES.test(source)) return source
  const pieces = outsideFences(source)
  const labels = labelsIn(pieces, source)
  const isKept = (text: string) => isScoped(text, suffix) && isSame(source, text)
  const text = scopedWith(pieces, labels, suffix, new Set())
  return isKept(text) ? text : [scopedWith(pieces, labels, suffix)].find(isKept)
}

/** @param defined labels that have their definition; without it, a label may have several. */
function scopedWith(
  pieces: readonly Piece[],
  labels: ReadonlySet<string>,
  suffix: string,
  defined?: Set<string>
): string {
  return pieces.map((piece) => (piece.isCode ? piece.text : renamed(piece.text, labels, suffix, defined))).join('')
}

/** The labels to rename; a definition of any other label is escaped. */
function labelsIn(pieces: readonly Piece[], source: string): ReadonlySet<string> {
  const used = new Set<string>()
  const notes = new Set<string>()
  for (const { text } of pieces.filter(({ isCode }) => !isCode))
    for (const match of text.matchAll(PIECES)) {
      const { label, isDefinition } = bracketIn(match, text)
      if (label === undefined) continue
      if (!isDefinition) for (const name of label.names) used.add(name)
      else if (label.isNote) for (const name of label.names) notes.add(name)
    }
  const defined = new Set(definitionsIn(readMarkdown(source)).map(normal))
  return new Set([...used].filter((name) => defined.has(name) || notes.has(name)))
}

function definitionsIn(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => (token.type === 'def' ? [String(token['tag'])] : definitionsIn(partsOf(token))))
}

/** CommonMark 4.7: labels match without regard to case and runs of white space. */
function normal(label: string): string {
  return label.trim().replaceAll(/\s+/g, ' ').toLowerCase().toUpperCase()
}

/** A label in brackets: as the parser knows it, alone or as the second part of a reference. */
interface Bracket {
  readonly label?: { readonly names: readonly string[]; readonly isNote: boolean }
  readonly isDefinition: boolean
}

function bracketIn(match: RegExpExecArray, text: string): Bracket {
  const { 2: first, 3: next = '', index } = match
  if (first === undefined) return { isDefinition: false }
  const lineStart = text.lastIndexOf('\n', index - 1) + 1
  const isDefinition = next === ':' && LINE_START.test(text.slice(lineStart, index))
  const second = next.startsWith('[') ? next.slice(1, -1) : ''
  const names = next === '(' ? [] : [first, ...(second.trim() === '' ? [] : [second])].map(normal)
  return { label: { names, isNote: first.startsWith('^') }, isDefinition }
}

function renamed(text: string, labels: ReadonlySet<string>, suffix: string, defined?: Set<string>): string {
  let escapedAt: number | undefined
  return text.replaceAll(PIECES, (...parts) => {
    const [whole, , first, next = ''] = parts as [string, string?, string?, string?]
    const index = parts.find((part): part is number => typeof part === 'number') ?? 0
    if (first === undefined || next === '(') return whole
    const lineStart = text.lastIndexOf('\n', index - 1) + 1
    const isKnown = labels.has(normal(first))
    const own = `[${first}${suffix}]`
    if (next === ':' && LINE_START.test(text.slice(lineStart, index))) {
      const isAgain = defined?.has(normal(first)) === true
      defined?.add(normal(first))
      if (!isKnown || isAgain) {
        escapedAt = index
        return `\\${whole}`
      }
      // An escaped line is a paragraph, which a definition cannot interrupt.
      const isBelow = index === lineStart && escapedAt !== undefined && !/\n\s*\n/.test(text.slice(escapedAt, index))
      escapedAt = undefined
      return `${isBelow ? '\n' : ''}${own}:`
    }
    const second = next.startsWith('[') ? next.slice(1, -1) : ''
    if (second.trim() !== '' && labels.has(normal(second))) return `[${first}][${second}${suffix}]`
    if (!isKnown) return whole
    // A note, or the second part of a reference whose first part has brackets inside.
    if (first.startsWith('^') || text[index - 1] === ']') return own + next
    return `[${first}]${own}${next === '[]' ? '' : next}`
  })
}

interface Piece {
  readonly text: string
  readonly isCode: boolean
}

/** The text in pieces: fenced code, and what is between. */
export function outsideFences(source: string): Piece[] {
  const pieces: { text: string; isCode: boolean }[] = []
  let fence = ''
  for (const line of source.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const [, mark = ''] = /^(?:[ \t>]|(?:[-*+]|\d{1,9}[.)])[ \t])*(`{3,}|~{3,})/.exec(line) ?? []
    const isCode = fence !== '' || mark !== ''
    const isEnd = mark !== '' && fence !== '' && mark.startsWith(fence)
    fence = isEnd ? '' : fence || mark
    const last = pieces.at(-1)
    if (last?.isCode === isCode) last.text += line
    else pieces.push({ text: line, isCode })
  }
  return pieces
}

/** Whether every label that the text defines for the reference parser is its own. */
function isScoped(text: string, suffix: string): boolean {
  return definedLabels(text).every((label) => normal(label).endsWith(normal(suffix)))
}

/** Whether all links and code of a text are in another one, in order, for our parser. The address in an escaped definition is a link. */
function isSame(before: string, after: string): boolean {
  const expected = partsIn(readMarkdown(before))
  let at = 0
  for (const part of partsIn(readMarkdown(after))) if (part === expected[at]) at++
  return at === expected.length
}

function partsIn(tokens: readonly Token[]): string[] {
  return tokens.flatMap((one) => {
    const token = one as Tokens.Generic
    const own = token.type.startsWith('code') ? [`code ${token['text']}`] : []
    const address = token.type !== 'def' && token['href'] !== undefined ? [`${token.type} ${token['href']}`] : []
    return [...own, ...address, ...partsIn(partsOf(token))]
  })
}

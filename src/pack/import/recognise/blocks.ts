import type { Place, Point } from '../outline.ts'
import { asMarkdown, asPlain, clean } from '../clean.ts'

/** What stands before the words of a line. */
export type Marker = 'box' | 'radio' | 'letter' | 'number' | 'bullet' | 'none'

/** A part of a document, in reading order. Texts are Markdown. */
export type Block = Heading | Line | Blank | Table

/** A heading; the title of the document has level 0. */
export interface Heading {
  readonly kind: 'heading'
  readonly level: number
  readonly text: string
  readonly place: Place
  readonly points?: readonly Point[]
}

/** A paragraph or an item of a list. */
export interface Line {
  readonly kind: 'line'
  readonly text: string
  readonly marker: Marker
  /** How deep a list is nested; 0 outside lists. */
  readonly depth: number
  /** The options of a menu in it, which Word calls a drop-down list. */
  readonly menu?: readonly string[]
  readonly place: Place
  readonly points?: readonly Point[]
}

/** Room to write by hand. */
export interface Blank {
  readonly kind: 'blank'
  readonly lines: number
  readonly place: Place
}

/** A table, with the plain text of its cells. */
export interface Table {
  readonly kind: 'table'
  readonly rows: readonly (readonly string[])[]
  readonly place: Place
  readonly points?: readonly Point[]
}

const BOX = '☐□❏❐❑❒▢◻⬜☑☒🗆🗹'
const RADIO = '○◯⚪◎🔘⭘'
/** Markers at the start of a line, in the order in which they are tried. */
const MARKERS: readonly (readonly [Exclude<Marker, 'none'>, RegExp])[] = [
  ['box', new RegExp(`^(?:[${BOX}]|\\\\?\\[[ xX]?\\\\?\\])\\s*`, 'u')],
  ['radio', new RegExp(`^(?:[${RADIO}]|\\(\\s?\\)|o(?=\\s{1,3}\\p{Lu}))\\s*`, 'u')],
  [
    'number',
    /^(?:(?:question|cwestiwn|frage|pregunta|q|c)\.?\s*\d{1,3}[a-z]?\s*(?:\\?[.):–-]|\s|$)|\(?\d{1,3}(?:\.\d{1,2}){0,3}\\?[.):](?=\s|$|_)|\d{1,2}\.\d{1,2}(?=\s))\s*/iu
  ],
  ['letter', /^(?:\(?[a-zA-Z]\)|[a-zA-Z]\.(?=\s)|\(?(?:iv|v?i{1,3}|ix|x)\)|(?:iv|v?i{2,3}|ix)\.(?=\s))\s*/u],
  ['bullet', /^(?:[•·‣▪■●➢◦⁃∙*–—-]|\\[*+-])\s+/u]
]

/** Separates the marker at the start of a line from its words. */
export function splitMarker(text: string): { readonly marker: Marker; readonly rest: string } {
  for (const [marker, pattern] of MARKERS) {
    const found = pattern.exec(text)
    if (found !== null) return { marker, rest: text.slice(found[0].length) }
  }
  return { marker: 'none', rest: text }
}

/** Three or more underscores or dots: room to write. */
const FILL = /(?:\\?_){3,}|\.{5,}|…{2,}|(?:\\?_\s){3,}/g

/** The number of places to write in a text. */
export function blanksIn(text: string): number {
  return text.match(FILL)?.length ?? 0
}

/** The text without room to write, in which `between` stands for each. */
export function withoutBlanks(text: string, between = ' '): string {
  return text
    .replaceAll(FILL, between)
    .replaceAll(/[ \t]{2,}/g, ' ')
    .trim()
}

/** The pieces of a text between places to write. */
export function piecesBetweenBlanks(text: string): string[] {
  return text.split(FILL)
}

/** Several boxes in a line: the words before the first, and the words that belong to each; undefined if there are fewer than two. */
function inlineOptions(text: string): { readonly before: string; readonly options: readonly string[] } | undefined {
  const sign = new RegExp(`[${BOX}${RADIO}]`, 'gu')
  const pieces = text.split(sign).map((piece) => piece.trim())
  if (pieces.length < 3) return undefined
  const [first = '', ...rest] = pieces
  // Boxes come before their words, or after them.
  if (rest.at(-1) !== '') return { before: first, options: rest.filter((piece) => piece !== '') }
  const words = /^(.*[?:.])\s+(.+)$/u.exec(first)
  const [before, label] = words === null ? ['', first] : [words[1] ?? '', words[2] ?? '']
  return { before, options: [label, ...rest.slice(0, -1)].filter((piece) => piece !== '') }
}

/** A piece of a line that looks the same. */
export interface Piece {
  readonly text: string
  readonly isBold?: boolean
  readonly isItalic?: boolean
  /** An address, or `raw` if the text is Markdown already. */
  readonly link?: string
}

/** What a line is besides its words. */
export interface LineBase extends Partial<Omit<Line, 'text' | 'kind'>> {
  readonly place: Place
}

/** The blocks of one line of plain text. */
export function plainBlocks(text: string, base: LineBase): Block[] {
  return lineBlocks([{ text }], base)
}

/**
 * The blocks of one line: a line, room to write, or several lines if it has options in it. A marker in `base`, such as that of a list,
 * counts more than one in the text.
 */
export function lineBlocks(pieces: readonly Piece[], base: LineBase): Block[] {
  const cleaned = pieces.map((piece) => ({ ...piece, text: clean(piece.text) }))
  const source = cleaned.map(({ text }) => text).join('')
  const text = source.trimStart()
  if (text.trim() === '')
    return base.menu === undefined ? [] : [{ kind: 'line', marker: 'none', depth: 0, ...base, text: '' }]
  if (withoutBlanks(text) === '' && base.menu === undefined) return [{ kind: 'blank', lines: 1, place: base.place }]
  const found = splitMarker(text)
  const isListed = base.marker !== undefined && base.marker !== 'none'
  const rest = isListed && found.marker !== 'box' && found.marker !== 'radio' ? text : found.rest
  const marker = isListed && rest === text ? base.marker : found.marker
  const line: Line = {
    kind: 'line',
    depth: 0,
    ...base,
    marker,
    text: asText(withoutStart(cleaned, source.length - rest.length))
  }
  const inline = inlineOptions(marker === 'box' || marker === 'radio' ? text : rest)
  return inline === undefined ? labelLines(line) : optionLines(line, inline)
}

/** Several labels with room after each in one line are lines of their own: "Name: ____ Date: ____". */
function labelLines(line: Line): Line[] {
  const labels = [...line.text.matchAll(/(\*{0,2}\p{L}[^:_?.]{0,40}:\*{0,2})\s*(?:\\?_){3,}/gu)]
  const rest = labels.reduce((text, [whole]) => text.replace(whole, ''), line.text)
  if (labels.length < 2 || rest.trim() !== '') return [line]
  return labels.map(([whole], index) => ({
    ...line,
    text: whole.replaceAll('*', '').trim(),
    points: index === 0 ? (line.points ?? []) : []
  }))
}

function optionLines(
  line: Line,
  { before, options }: { readonly before: string; readonly options: readonly string[] }
): Line[] {
  const { place } = line
  const isOption = line.marker === 'box' || line.marker === 'radio'
  const asked: Line[] =
    before === '' ? [] : [{ ...line, marker: isOption ? 'none' : line.marker, text: asMarkdown(before) }]
  const listed = options.map((text): Line => ({
    kind: 'line',
    text: asMarkdown(text),
    marker: 'radio',
    depth: line.depth + 1,
    place
  }))
  return [...asked, ...listed]
}

/** The pieces without so many characters at their start. */
function withoutStart(pieces: readonly Piece[], length: number): Piece[] {
  let left = length
  return pieces.map((piece) => {
    const cut = Math.min(left, piece.text.length)
    left -= cut
    return { ...piece, text: piece.text.slice(cut) }
  })
}

/** Markdown of pieces. What all of them have in common is no emphasis. */
function asText(pieces: readonly Piece[]): string {
  const worded = pieces.filter(({ text }) => text.trim() !== '')
  const mark = (piece: Piece) =>
    `${piece.isBold === true && !worded.every(({ isBold }) => isBold === true) ? '**' : ''}${piece.isItalic === true && !worded.every(({ isItalic }) => isItalic === true) ? '*' : ''}`
  const joined: { mark: string; text: string; link: string | undefined }[] = []
  for (const piece of pieces) {
    const own = piece.text.trim() === '' ? (joined.at(-1)?.mark ?? '') : mark(piece)
    const last = joined.at(-1)
    if (last !== undefined && last.mark === own && last.link === piece.link) last.text += piece.text
    else joined.push({ mark: own, text: piece.text, link: piece.link })
  }
  return joined
    .map(({ mark: own, text, link }) => emphasised(own, link === 'raw' ? text : linked(asMarkdown(text), link)))
    .join('')
    .trim()
}

function emphasised(mark: string, text: string): string {
  const words = text.trim()
  if (mark === '' || !/[\p{L}\p{N}]/u.test(words) || words.includes('\n')) return text
  const [start] = /^\s*/.exec(text) ?? ['']
  return `${start}${mark}${words}${[...mark].toReversed().join('')}${text.slice(start.length + words.length)}`
}

function linked(text: string, address: string | undefined): string {
  return address === undefined || text.trim() === '' || text.includes(address) ? text : `[${text}](${address})`
}

/** Characters of a line that may be a question. A longer one is a passage. */
export const LONGEST = 3000

/** The plain words of a block's text, or of its beginning. */
export function plainOf({ text }: { readonly text: string }): string {
  return asPlain(text.slice(0, LONGEST)).replaceAll(/\s+/g, ' ').trim()
}

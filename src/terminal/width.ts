/**
 * Text as it stands on a screen: how wide it is, where it breaks, and what of it must never reach a
 * terminal. Pure. Text may hold styles (SGR sequences, as chalk writes them); they have no width.
 */
import fastStringWidth from 'fast-string-width'

const ESC = String.fromCharCode(0x1b)
const SGR = new RegExp(`${ESC}\\[[\\d;]*m`, 'g')
const TOKENS = new RegExp(` +|(?:${ESC}\\[[\\d;]*m|[^ ])+`, 'g')
const ATOMS = new RegExp(`(${ESC}\\[[\\d;]*m)`)
/** Characters of one column each that combine with nothing: Latin, Greek, Cyrillic, punctuation, lines and our own glyphs. */
const NARROW =
  /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u203a\u2190-\u2193\u2500-\u2594\u25cb\u25cf\u2610\u2612\u2714\u2716\u276f]*$/
/** Tried first: the larger set takes longer to make than most lists take to measure. */
const PRINTABLE = /^[\x20-\x7e]*$/
const ASCII = /^[\x20-\x7e\n]*$/
/** UTF-16 units that are segmented at once. */
const PIECE = 128
/** Zero-width space, joiners, direction marks, soft hyphen, byte order mark. */
const ZERO_WIDTH = /[\xad\u200b-\u200f\u2060-\u2064\ufeff]/g
/** What must not begin a line of Chinese or Japanese. */
const CLINGS = /^[、。，．：；！？）」』】〉》〕ー々…]/u

/** Letters that are a grapheme each, unless what follows is none of them: Latin to Cyrillic, ideographs, kana, Hangul. */
const SINGLE =
  '\\x20-\\x7e\\xa0-\\xac\\xae-\\u02ff\\u0370-\\u0482\\u048a-\\u052f\\u3000-\\u3029\\u3041-\\u3096\\u30a1-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7a3\\uff01-\\uff9d'
/** Made when a text that is not ASCII comes: they cost more than most starts have to give. */
let patterns: { readonly runs: RegExp; readonly singles: RegExp; readonly ideograph: RegExp } | undefined

function patternsOf() {
  return (patterns ??= {
    runs: new RegExp(`(?:[${SINGLE}](?=[${SINGLE}]|$))+|[${SINGLE}]?[^${SINGLE}]+`, 'gu'),
    singles: new RegExp(`^[${SINGLE}]+$`, 'u'),
    ideograph: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/u
  })
}

let segmenter: Intl.Segmenter | undefined

/** The characters as a reader counts them (grapheme clusters), in order. Joined they are the text again. */
export function graphemes(text: string): string[] {
  if (ASCII.test(text)) return text.split('')
  const { runs, singles } = patternsOf()
  const found: string[] = []
  for (const run of text.match(runs) ?? []) {
    for (const character of singles.test(run) ? run : segmentsOnce(run)) found.push(character)
  }
  return found
}

/** What combines comes back again and again; the segmenter takes a hundred times as long as a look into a map. */
const segmented = new Map<string, readonly string[]>()
const MOST_SEGMENTED = 5000
const LONGEST_SEGMENTED = 32

function segmentsOnce(run: string): readonly string[] {
  if (run.length > LONGEST_SEGMENTED) return segments(run)
  const known = segmented.get(run)
  if (known !== undefined) return known
  if (segmented.size >= MOST_SEGMENTED) segmented.clear()
  const found = segments(run)
  segmented.set(run, found)
  return found
}

/** By all rules. In pieces, for its time grows with the square of the length: each piece begins where a grapheme does. */
function segments(run: string): string[] {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  const found: string[] = []
  for (let at = 0, size = PIECE; at < run.length;) {
    const cutsPair = /[\ud800-\udbff]/.test(run.charAt(at + size - 1))
    const piece = run.slice(at, at + size + (cutsPair ? 1 : 0))
    const parts = Array.from(segmenter.segment(piece), (part) => part.segment)
    // The last one may go on in the next piece.
    const sure = at + piece.length < run.length ? parts.slice(0, -1) : parts
    size = sure.length === 0 ? size * 2 : PIECE
    for (const part of sure) at += part.length
    found.push(...sure)
  }
  return found
}

/** Columns that the text takes; line breaks and other controls take none. */
export function width(text: string): number {
  const words = text.includes(ESC) ? text.replace(SGR, '') : text
  if (PRINTABLE.test(words) || NARROW.test(words)) return words.length
  let columns = 0
  for (const character of graphemes(words)) columns += graphemeWidth(character)
  return columns
}

/** Measuring is slow, and a text uses few characters many times. */
const measured = new Map<string, number>()
const MOST_MEASURED = 5000

function graphemeWidth(character: string): number {
  if (NARROW.test(character)) return character.length
  const known = measured.get(character)
  if (known !== undefined) return known
  if (measured.size >= MOST_MEASURED) measured.clear()
  const columns = measure(character)
  measured.set(character, columns)
  return columns
}

function measure(character: string): number {
  if (/\p{Extended_Pictographic}/u.test(character)) return Math.min(2, fastStringWidth(character))
  return fastStringWidth(character.replace(ZERO_WIDTH, ''))
}

/**
 * The text in lines of at most `columns` (at least 2), broken at spaces, between ideographs, and inside a
 * word that is too long for a line. Spaces at a break are left out, nothing else is. Styles go on over breaks.
 */
export function wrap(text: string, columns: number): string[] {
  const room = Math.max(2, columns)
  return restyled(text.split('\n').flatMap((line) => (width(line) <= room ? [line] : wrapLine(line, room))))
}

/** The same in at most so many lines, the last cut where there would be more. No more of a long text is looked at than that takes. */
export function wrapShort(text: string, columns: number, rows: number, ellipsis = '…'): string[] {
  const most = LONGEST * columns * rows
  const lines = wrap(text.length <= most ? text : `${text.slice(0, most)}${ellipsis}`, columns)
  if (lines.length <= rows) return lines
  return [...lines.slice(0, rows - 1), truncate(lines.slice(rows - 1).join(' '), columns, ellipsis)]
}

/** UTF-16 units of what may stand in a column. */
const LONGEST = 12

function wrapLine(line: string, columns: number): string[] {
  const rows: string[] = []
  let row = ''
  let used = 0
  let spaces = ''
  for (const piece of (line.match(TOKENS) ?? []).flatMap(chunks)) {
    if (piece.startsWith(' ')) {
      spaces = piece
      continue
    }
    const gap = rows.length === 0 || row !== '' ? spaces : ''
    spaces = ''
    const needed = width(piece)
    if (used + gap.length + needed <= columns) {
      row += gap + piece
      used += gap.length + needed
      continue
    }
    if (used > 0) rows.push(row)
    // A row of no width may hold the beginning of a style.
    const begin = used > 0 ? '' : row
    const parts = needed > columns ? hardBreak(begin + piece, columns) : [begin + piece]
    row = parts.pop() ?? ''
    rows.push(...parts)
    used = width(row)
  }
  return [...rows, row]
}

/** A run of spaces as it is; a word cut wherever ideographs allow a break. */
function chunks(token: string): string[] {
  if (NARROW.test(token) || !patternsOf().ideograph.test(token)) return [token]
  const found: string[] = []
  let chunk = ''
  let before = ''
  for (const atom of atoms(token)) {
    const breaks =
      (patternsOf().ideograph.test(atom) || patternsOf().ideograph.test(before)) && !CLINGS.test(atom) && before !== ''
    if (breaks && !isStyle(atom)) {
      found.push(chunk)
      chunk = ''
    }
    chunk += atom
    if (!isStyle(atom)) before = atom
  }
  return [...found, chunk]
}

function hardBreak(word: string, columns: number): string[] {
  const rows: string[] = []
  let row = ''
  let used = 0
  for (const atom of atoms(word)) {
    const needed = isStyle(atom) ? 0 : graphemeWidth(atom)
    if (used + needed > columns && used > 0) {
      rows.push(row)
      row = ''
      used = 0
    }
    row += atom
    used += needed
  }
  return [...rows, row]
}

/** Styles and graphemes, one by one. */
function atoms(text: string): string[] {
  return text.split(ATOMS).flatMap((part) => (isStyle(part) ? [part] : graphemes(part)))
}

function isStyle(atom: string): boolean {
  return atom.startsWith(ESC)
}

/** Ends the styles that are open at the end of a line and begins them again on the next. */
function restyled(lines: string[]): string[] {
  if (!lines.some((line) => line.includes(ESC))) return lines
  const open = new Map<number, string>()
  return lines.map((line) => {
    const begin = [...open.values()].join('')
    for (const [sequence] of line.matchAll(SGR)) follow(open, sequence)
    return begin + line + closing(open)
  })
}

function follow(open: Map<number, string>, sequence: string): void {
  const code = Number.parseInt(sequence.slice(2), 10) || 0
  const closer = closerOf(code)
  if (code === 0) open.clear()
  else if (closer === undefined) open.delete(code)
  else open.set(closer, sequence)
}

function closing(open: ReadonlyMap<number, string>): string {
  return [...open.keys()]
    .toReversed()
    .map((code) => `${ESC}[${code}m`)
    .join('')
}

/** The SGR code that ends what another begins; undefined for one that ends something itself. */
function closerOf(code: number): number | undefined {
  if (code === 1 || code === 2) return 22
  if (code >= 3 && code <= 9) return code + 20
  if ((code >= 30 && code <= 38) || (code >= 90 && code <= 97)) return 39
  if ((code >= 40 && code <= 48) || (code >= 100 && code <= 107)) return 49
  return undefined
}

/** The text cut to `columns`, with `ellipsis` at its end if something was cut off; styles are ended. */
export function truncate(text: string, columns: number, ellipsis = '…'): string {
  if (width(text) <= columns) return text
  const room = columns - width(ellipsis)
  if (room < 0) return ''
  const open = new Map<number, string>()
  let kept = ''
  let used = 0
  for (const atom of atoms(text)) {
    if (isStyle(atom)) follow(open, atom)
    else used += graphemeWidth(atom)
    if (used > room) break
    kept += atom
  }
  return kept + ellipsis + closing(open)
}

/**
 * The one way for text of a pack, file, answer or message to a terminal: whatever could command it or turn
 * the order of characters round (C0 and C1 controls, DEL, bidi overrides and isolates, lone surrogates) is
 * shown as a sign (`␛`, `\u{202e}`), never passed and never left out; a tab becomes spaces. Newlines are
 * kept only where `newlines` says that the text may have several lines.
 */
export function visible(text: string, { newlines = false }: { newlines?: boolean } = {}): string {
  if (PRINTABLE.test(text) || NARROW.test(text)) return text
  return text.replace(/[\p{Cc}\p{Surrogate}\u2028-\u202e\u2066-\u2069]/gu, (character) => {
    if (character === '\t') return '    '
    if (character === '\n' && newlines) return '\n'
    const code = character.charCodeAt(0)
    if (code < 0x20) return String.fromCharCode(0x2400 + code)
    return code === 0x7f ? '␡' : `\\u{${code.toString(16)}}`
  })
}

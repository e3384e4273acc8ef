/* The width of text on a screen. Text may contain styles (SGR sequences, as chalk writes them), which have no width. */
import fastStringWidth from 'fast-string-width'

/** The start of a style. */
export const ESC = String.fromCharCode(0x1b)
/** Styles in a text. */
export const SGR = new RegExp(`${ESC}\\[[\\d;]*m`, 'g')
/** Characters of one column each that do not combine: Latin, Greek, Cyrillic, punctuation, lines and our own glyphs. */
const NARROW =
  /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u203a\u2190-\u2193\u2500-\u2594\u25cb\u25cf\u2610\u2612\u2714\u2716\u276f]*$/
/** Tested first, because the larger pattern is slow to compile. */
const PRINTABLE = /^[\x20-\x7e]*$/
const ASCII = /^[\x20-\x7e\n]*$/
/** UTF-16 units that are segmented in one call. */
const PIECE = 128
/** Zero-width space, joiners, direction marks, soft hyphen, byte order mark. */
const ZERO_WIDTH = /[\xad\u200b-\u200f\u2060-\u2064\ufeff]/g

/** Letters that are a grapheme each if such a letter follows: Latin to Cyrillic, ideographs, kana, Hangul. */
const SINGLE =
  '\\x20-\\x7e\\xa0-\\xac\\xae-\\u02ff\\u0370-\\u0482\\u048a-\\u052f\\u3000-\\u3029\\u3041-\\u3096\\u30a1-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7a3\\uff01-\\uff9d'
/** Compiled for the first text that is not ASCII, because most starts have none. */
let patterns: { readonly runs: RegExp; readonly singles: RegExp } | undefined

function patternsOf() {
  return (patterns ??= {
    runs: new RegExp(`(?:[${SINGLE}](?=[${SINGLE}]|$))+|[${SINGLE}]?[^${SINGLE}]+`, 'gu'),
    singles: new RegExp(`^[${SINGLE}]+$`, 'u')
  })
}

let segmenter: Intl.Segmenter | undefined

/** The grapheme clusters of a text, which are what a reader counts as characters. Joined, they are the text again. */
export function graphemes(text: string): string[] {
  if (ASCII.test(text)) return text.split('')
  const { runs, singles } = patternsOf()
  const found: string[] = []
  for (const run of text.match(runs) ?? []) {
    for (const character of singles.test(run) ? run : segmentsOnce(run)) found.push(character)
  }
  return found
}

/** Combining sequences occur repeatedly, and the segmenter takes a hundred times as long as a look-up. */
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

/** Segments by all rules, in pieces that begin at a grapheme: the segmenter's time is quadratic in the length. */
function segments(run: string): string[] {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  const found: string[] = []
  for (let at = 0, size = PIECE; at < run.length;) {
    const cutsPair = /[\ud800-\udbff]/.test(run.charAt(at + size - 1))
    const piece = run.slice(at, at + size + (cutsPair ? 1 : 0))
    const parts = Array.from(segmenter.segment(piece), (part) => part.segment)
    // The last grapheme may continue in the next piece.
    const sure = at + piece.length < run.length ? parts.slice(0, -1) : parts
    size = sure.length === 0 ? size * 2 : PIECE
    for (const part of sure) at += part.length
    found.push(...sure)
  }
  return found
}

/** The number of columns; line breaks and other control characters have none. */
export function width(text: string): number {
  const words = text.includes(ESC) ? text.replace(SGR, '') : text
  if (PRINTABLE.test(words) || NARROW.test(words)) return words.length
  let columns = 0
  for (const character of graphemes(words)) columns += graphemeWidth(character)
  return columns
}

/** Measuring is slow, and a text repeats its characters. */
const measured = new Map<string, number>()
const MOST_MEASURED = 5000

/** Columns of one grapheme. */
export function graphemeWidth(character: string): number {
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

import { memoize } from '../util/memoize.ts'

/**
 * When two texts are equal for a reader, and when one holds the other. Every comparison and search of words, labels, tags
 * and typed names uses this file. What identifies something (ids, names of files, saved answers) is compared exactly. Pure.
 *
 * Folding ignores case (full case folding, so `ß` is `ss` and `ı` is `i`), compatibility forms (full-width letters,
 * ligatures, superscripts: Unicode's NFKD), accents and vowel points, which kind of apostrophe, quotation mark or dash was
 * typed, and characters without a shape, such as soft hyphens and zero-width spaces.
 */

/** Signs that stand for one another, by the one that keyboards have. Before NFKD, which makes ´ a space and ″ two signs. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ...Array.from('´ʹʻʼʽ‘’‚‛′‵', (sign) => [sign, "'"] as const),
  ...Array.from('“”„‟″‶', (sign) => [sign, '"'] as const),
  ...Array.from('‐‑‒–—―−⸺⸻﹘', (sign) => [sign, '-'] as const)
])

/**
 * Marks that a reader may leave out: accents of Latin, Greek and Cyrillic letters, points of Hebrew, Arabic and Syriac ones, and
 * marks that any letter may carry. Not the vowel signs of Indic scripts, and not the voicing marks of kana, which make other words.
 */
const MARKS =
  // oxlint-disable-next-line no-misleading-character-class -- single marks, and no letters with marks
  /[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u08ca-\u08e1\u08e3-\u08ff\u1ab0-\u1ace\u1dc0-\u1dff\u20d0-\u20f0\u2de0-\u2dff\ua66f-\ua672\ua674-\ua67d\ua69e\ua69f\ufb1e\ufe20-\ufe2f]/g

const ASCII = /^[\0-\x7f]*$/ // oxlint-disable-line no-control-regex -- the fast path
/**
 * What folding may change, besides ASCII's capitals. Ideographs, Hangul syllables and most kana fold to themselves; so do single
 * Hangul letters, because NFC joins what NFKD makes of them. Without the flag `u`, which doubles the time of a search.
 */
const CHANGING =
  /[\x80-\u303f\u3099-\u312f\u3190-\u325f\u3280-\u33ff\ua000-\uabff\ud7a4-\ud7ff\uf900-\uff9f\uffdd-\uffff]|[\ud800-\udbff][\udc00-\udfff]/g
/** Characters beyond ASCII, with one before them that marks may belong to. All others fold to one unit. */
const BEYOND_ASCII = /[\0-\x7f]?[^\0-\x7f]+/g // oxlint-disable-line no-control-regex -- as above
/** Letters, digits and everything else that is neither a space nor punctuation of ASCII or of common use. */
const WORD = /[\da-z\u00ae-\u167f\u1681-\u1fff\u2070-\u2fff\u3001-\ufefe\uff00-\uffff]+/g

/** Folded characters, because folding one takes as long as looking up a hundred. */
const known = new Map<string, string>()

/** The text in Unicode's form NFC, in which texts are shown and in which patterns are looked for. */
export function nfc(text: string): string {
  return text.normalize('NFC')
}

/** The form in which two texts are compared or one is searched for in another. Lines can be folded one by one. */
export function fold(text: string): string {
  return ASCII.test(text) ? text.toLowerCase() : foldNfc(nfc(text))
}

/** As `fold`, for a text in NFC. */
export function foldNfc(text: string): string {
  return text.toLowerCase().replaceAll(CHANGING, foldCharacter)
}

const foldedLength = memoize((piece) => fold(piece).length)

/** Whether two texts differ in nothing that a reader minds. */
export function isSame(text: string, other: string): boolean {
  return text === other || fold(text) === fold(other)
}

/** Equal for names that are the same file on file systems that ignore case (Windows, macOS) or normalise Unicode (macOS). */
export function fileKey(name: string): string {
  return nfc(name).toLowerCase()
}

/** As `fold`, but accents count: for labels that may differ in nothing else, such as the Welsh `tan` and `tân`. */
export function foldCase(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase()
  const compatible = withPlainSigns(withoutShapeless(withPlainSigns(text).normalize('NFKC')))
  return withPlainSigns(fullLowerCase(compatible).normalize('NFKC'))
}

function foldCharacter(character: string): string {
  const before = known.get(character)
  if (before !== undefined) return before
  const reduced = withoutMarks(fullLowerCase(withoutMarks(character)))
  const result = SIGNS.get(character) ?? nfc(withPlainSigns(reduced))
  known.set(character, result)
  return result
}

function withPlainSigns(text: string): string {
  return Array.from(text, (character) => SIGNS.get(character) ?? character).join('')
}

function withoutMarks(text: string): string {
  return withoutShapeless(text.normalize('NFKD').replaceAll(MARKS, ''))
}

/** The pattern is not at the top of the file, because compiling it takes a fiftieth of a start. */
function withoutShapeless(text: string): string {
  return text.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
}

/** Upper case and back again joins what lower case alone keeps apart: `ς` and `σ`, `ß` and `ss`, `ſ` and `s`. */
function fullLowerCase(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase()
}

/** The words of a folded text, in order, without the spaces and punctuation between them. */
export function wordsOf(folded: string): readonly string[] {
  return folded.match(WORD) ?? []
}

/** A part of a text, in UTF-16 units; `end` is exclusive. */
export interface TextSpan {
  readonly start: number
  readonly end: number
}

/** A function that maps a span of `fold(text)` to the smallest span of `text` that holds it. */
export function spanMapper(text: string): (span: TextSpan) => TextSpan {
  /** The pieces that are not one unit in both texts: their spans in the text, and in the folded text. */
  const uneven: { readonly plain: TextSpan; readonly folded: TextSpan }[] = []
  let shift = 0
  for (const { 0: run, index } of text.matchAll(BEYOND_ASCII)) {
    // What NFC may join: a character, and the marks and jamo after it.
    for (const { 0: piece, index: offset } of run.matchAll(/[^][\p{M}\u1160-\u11ff]*/gu)) {
      const [start, length] = [index + offset, foldedLength(piece)]
      if (length === 1 && piece.length === 1) continue
      const folded = { start: start + shift, end: start + shift + length }
      uneven.push({ plain: { start, end: start + piece.length }, folded })
      shift += length - piece.length
    }
  }
  const unitAt = (offset: number): TextSpan => {
    const last = uneven.findLast(({ folded }) => folded.start <= offset)
    if (last !== undefined && offset < last.folded.end) return last.plain
    const start = offset + (last === undefined ? 0 : last.plain.end - last.folded.end)
    return { start, end: start + 1 }
  }
  return ({ start, end }) => ({ start: unitAt(start).start, end: unitAt(end - 1).end })
}

/** Texts without the differences that a search does not mind: capitals, and signs that are typed in several ways. Pure. */

/** What stands for what, once a text is in lower case. The letters are those that Unicode holds for the same but for case. */
const SAME: Readonly<Record<string, string>> = {
  'i\u0307': 'i',
  ı: 'i',
  ß: 'ss',
  ſ: 's',
  ẛ: 'ṡ',
  µ: 'μ',
  ς: 'σ',
  ϐ: 'β',
  ϑ: 'θ',
  ϕ: 'φ',
  ϖ: 'π',
  ϰ: 'κ',
  ϱ: 'ρ',
  ϵ: 'ε',
  ᲀ: 'в',
  ᲁ: 'д',
  ᲂ: 'о',
  ᲃ: 'с',
  ᲄ: 'т',
  ᲅ: 'т',
  ᲆ: 'ъ',
  ᲇ: 'ѣ',
  ᲈ: 'ꙋ',
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '…': '...',
  // A soft hyphen, which is there for printers.
  '\u00ad': ''
}
const ANY_OF_THESE = new RegExp(Object.keys(SAME).join('|'), 'g')
/** What folding makes longer or shorter. */
const UNEVEN = /i\u0307|[ßẞﬀ-ﬆ…\u00ad]/
const PIECES = /i\u0307|[^]/gu

/** Letters, digits and whatever else is neither a space nor ASCII's or usual punctuation. */
const WORD = /[\da-z\u00ae-\u167f\u1681-\u1fff\u2070-\u2fff\u3001-\ufefe\uff00-\uffff]+/g

/** A text in the one of Unicode's forms in which it is searched and shown. */
export function normalised(text: string): string {
  return text.normalize('NFC')
}

/** A (normalised) text in which words are looked for. */
export function folded(text: string): string {
  return text.toLowerCase().replaceAll(ANY_OF_THESE, (sign) => SAME[sign] ?? sign)
}

/** The words of a folded text, in order: nothing that may be left out of one, or be a space, is in them. */
export function wordsOf(text: string): readonly string[] {
  return text.match(WORD) ?? []
}

/** Where something stands in a text, in UTF-16 units; the end is not part of it. */
export interface TextSpan {
  readonly start: number
  readonly end: number
}

/** Gives the places in a text of what was found in the folded one. */
export function unfolding(text: string): (span: TextSpan) => TextSpan {
  if (!UNEVEN.test(text)) return (span) => span
  const starts: number[] = []
  const ends: number[] = []
  for (const { 0: piece, index } of text.matchAll(PIECES)) {
    for (let unit = folded(piece).length; unit > 0; unit--) {
      starts.push(index)
      ends.push(index + piece.length)
    }
  }
  return ({ start, end }) => ({ start: starts[start] ?? text.length, end: ends[end - 1] ?? text.length })
}

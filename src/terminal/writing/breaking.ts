/** Breaks a paragraph into rows. Pure. Offsets are UTF-16 code units. */
import { graphemes, visible, width } from '../../display/width.ts'

/** The end of the row that begins at `start`. Reads only as much of the paragraph as necessary. */
export function endOfRow(text: string, start: number, paragraphEnd: number, columns: number): number {
  for (let reach = columns + 16; start + reach < paragraphEnd; reach *= 2) {
    // The last grapheme may be incomplete.
    const parts = graphemes(text.slice(start, start + reach)).slice(0, -1)
    const end = fitting(parts, columns)
    if (end !== undefined) return start + end
  }
  const end = fitting(graphemes(text.slice(start, paragraphEnd)), columns)
  return end === undefined ? paragraphEnd : start + end
}

/**
 * The length of a row: up to the last space or ideograph that fits, or a part of a word that is
 * longer than a row. Spaces at the end may exceed the row. Undefined if the whole text fits.
 */
function fitting(characters: readonly string[], columns: number): number | undefined {
  let offset = 0
  let used = 0
  let breakAt = 0
  let wasWide = false
  for (const character of characters) {
    const taken = cells(character)
    const isSpace = character === ' ' || character === '\t'
    const isWide = isIdeograph(character.charCodeAt(0))
    if ((isWide || wasWide) && !isSpace) breakAt = offset
    if (!isSpace && used + taken > columns && offset > 0) return breakAt > 0 ? breakAt : offset
    offset += character.length
    used += taken
    wasWide = isWide
    if (isSpace) breakAt = offset
  }
  return undefined
}

/** The columns of one visible grapheme. */
export function cells(character: string): number {
  const code = character.charCodeAt(0)
  if (character.length === 1) {
    if ((code >= 0x20 && code < 0x7f) || (code > 0xa0 && code < 0x300 && code !== 0xad)) return 1
    if (isIdeograph(code)) return 2
  }
  return width(visible(character))
}

/** Kana, Han and Hangul have two columns each, and a line may break between any two. */
function isIdeograph(code: number): boolean {
  return (code >= 0x3041 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7a3)
}

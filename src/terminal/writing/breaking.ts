/** How much of a paragraph goes into a row. Pure. Offsets are UTF-16. */
import { graphemes, visible, width } from '../../display/width.ts'

/**
 * Where the row ends that begins at `start`: the next one's start, or the paragraph's end. Looks at no more of it than
 * it must.
 */
export function endOfRow(text: string, start: number, paragraphEnd: number, columns: number): number {
  for (let reach = columns + 16; start + reach < paragraphEnd; reach *= 2) {
    // The last grapheme may be cut.
    const parts = graphemes(text.slice(start, start + reach)).slice(0, -1)
    const end = fitting(parts, columns)
    if (end !== undefined) return start + end
  }
  const end = fitting(graphemes(text.slice(start, paragraphEnd)), columns)
  return end === undefined ? paragraphEnd : start + end
}

/**
 * How much goes into a row: up to the last space or ideograph that fits, or a part of a word that is
 * longer than a row; spaces at the end hang over. Undefined if all of it fits.
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

/** Columns of one grapheme as it is shown. */
export function cells(character: string): number {
  const code = character.charCodeAt(0)
  if (character.length === 1) {
    if ((code >= 0x20 && code < 0x7f) || (code > 0xa0 && code < 0x300 && code !== 0xad)) return 1
    if (isIdeograph(code)) return 2
  }
  return width(visible(character))
}

/** Kana, Han and Hangul: two columns each, and a line may break between any two. */
function isIdeograph(code: number): boolean {
  return (code >= 0x3041 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7a3)
}

/** Fixed words of a sentence, or a gap in it. */
export type Piece = string | { readonly gap: string }

/**
 * Parses a template. `{name}` is a gap if the name is one of `gaps`; `\{` and `\\` mean a brace and a backslash, so that
 * an answer that was quoted in the template never becomes a gap.
 */
export function piecesOf(template: string, gaps: readonly string[]): Piece[] {
  const known = new Set(gaps)
  const pieces: Piece[] = []
  let words = ''
  for (const [whole, escaped, name] of template.matchAll(/\\([\\{])|\{([a-z][a-z0-9_-]*)\}|[^\\{]+|[\\{]/g)) {
    if (name !== undefined && known.has(name)) {
      pieces.push(words, { gap: name })
      words = ''
    } else words += escaped ?? whole
  }
  return [...pieces, words].filter((piece) => piece !== '')
}

/** The template with other names of its gaps; its quotations stay. */
export function withGaps(template: string, newName: (gap: string) => string): string {
  return template.replaceAll(/\\[\\{]|\{\{[^{}]*\}\}|\{([a-z][a-z0-9_-]*)\}/g, (whole, gap: string | undefined) =>
    gap === undefined ? whole : `{${newName(gap)}}`
  )
}

/** The sentence with its gaps filled; a gap without a value is left out. */
export function fillPieces(pieces: readonly Piece[], values: Readonly<Record<string, string>>): string {
  return pieces
    .map((piece) => (typeof piece === 'string' ? piece : Object.hasOwn(values, piece.gap) ? values[piece.gap] : ''))
    .join('')
}

/** The values of the gaps in a sentence; undefined if its fixed words are not there. If there are several ways, one of them. */
export function readPieces(pieces: readonly Piece[], sentence: string): Record<string, string> | undefined {
  const values = new Map<string, string>()
  let [at, open]: [number, string | undefined] = [0, undefined]
  const close = (end: number): boolean => {
    if (open === undefined) return end === at
    const value = sentence.slice(at, end).trim()
    const same = (values.get(open) ?? value) === value
    values.set(open, value)
    return same
  }
  for (const [index, piece] of pieces.entries()) {
    if (typeof piece !== 'string') {
      if (open !== undefined) return undefined
      open = piece.gap
      continue
    }
    const found =
      index === pieces.length - 1 && open !== undefined ? lastPlace(sentence, piece, at) : sentence.indexOf(piece, at)
    if (found === -1 || !close(found)) return undefined
    at = found + piece.length
    open = undefined
  }
  return close(sentence.length) ? Object.fromEntries(values) : undefined
}

/** The index of words that end a sentence; -1 if others do. */
function lastPlace(sentence: string, words: string, from: number): number {
  const place = sentence.length - words.length
  return place >= from && sentence.endsWith(words) ? place : -1
}

/** Plain text so that a template holds exactly it: a brace in it does not begin a gap. */
export function asTemplate(words: string): string {
  return words.replaceAll(/[\\{]/g, '\\$&')
}

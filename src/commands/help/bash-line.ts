/** A quotation mark of bash that is open; '' for none. */
export type OpenQuote = '"' | "'" | ''

/** Spaces between words, a protected sign, a text in quotation marks that need not be closed, and other text. */
const PIECE = /(\s+)|\\([^]?)|'([^']*)('?)|"((?:\\[^]|[^"\\])*)("?)|[^\s\\'"]+/g

/**
 * Splits a command line of bash and removes its quotation marks and backslashes, as bash(1) says in QUOTING. Nothing is expanded
 * or run: `$x` and `$(x)` stay as they are. The last word is the one at the end of the line, '' after a space. `quote` is the
 * mark that is open there.
 */
export function readBashLine(line: string): { readonly words: readonly string[]; readonly quote: OpenQuote } {
  const words = ['']
  let quote: OpenQuote = ''
  for (const [piece, space, escaped, single, singleEnd, double, doubleEnd] of line.trimStart().matchAll(PIECE)) {
    const text = escaped ?? single ?? double?.replaceAll(/\\([$`"\\])/g, '$1') ?? piece
    if (space === undefined) words.push((words.pop() ?? '') + text)
    else words.push('')
    if (singleEnd === '') quote = "'"
    if (doubleEnd === '') quote = '"'
  }
  return { words, quote }
}

/**
 * The text as bash reads it again in a command line, after this open quotation mark. Bash closes the quotation at the end, except if
 * the text ends with its mark.
 */
export function forBash(text: string, quote: OpenQuote): string {
  if (quote === '') return text.replaceAll(/[^\p{L}\p{M}\p{N}_./,:=@%+-]/gu, String.raw`\$&`)
  if (text.endsWith(quote)) return `${forBash(text.slice(0, -1), quote)}${quote}\\${quote}`
  if (quote === "'") return text.replaceAll("'", String.raw`'\''`)
  // Between double quotes, no backslash protects from the history of commands. At the end, nothing is recalled from there.
  return text.replaceAll(/[\\"$`]/g, String.raw`\$&`).replaceAll(/!(?=[^])/g, String.raw`"\!"`)
}

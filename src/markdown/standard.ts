import { Parser } from 'commonmark'

/** A heading that is not inside another block. */
export interface StandardHeading {
  readonly level: number
  /** The number of its last line, from 1. */
  readonly line: number
}

let parser: Parser | undefined

/**
 * The headings of a text according to CommonMark's reference implementation. Our parser differs in a few lines, and other
 * programs read what we write, so the result must be right for both.
 */
export function standardHeadings(source: string): StandardHeading[] {
  parser ??= new Parser()
  const headings: StandardHeading[] = []
  for (let node = parser.parse(source).firstChild; node !== null; node = node.next)
    if (node.type === 'heading') headings.push({ level: node.level, line: node.sourcepos[1][0] })
  return headings
}

/** The labels of links that a text defines, according to the same parser. */
export function definedLabels(source: string): string[] {
  parser ??= new Parser()
  parser.parse(source)
  // The parser keeps them by label, in brackets or not, in a field that its types leave out.
  const { refmap } = parser as Parser & { readonly refmap?: object }
  return Object.keys(refmap ?? {}).map((label) => label.replaceAll(/^\[|\]$/g, ''))
}

/** The HTML of a text, block by block and tag by tag, according to the same parser. */
export function standardHtml(source: string): string[] {
  parser ??= new Parser()
  const html: string[] = []
  const walker = parser.parse(source).walker()
  for (let event = walker.next(); event !== null; event = walker.next())
    if (event.entering && event.node.type.startsWith('html_')) html.push(event.node.literal ?? '')
  return html
}

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

import { Parser } from 'commonmark'

/** A heading that stands in nothing else. */
export interface StandardHeading {
  readonly level: number
  /** Its last line, from 1. */
  readonly line: number
}

let parser: Parser | undefined

/**
 * The headings of a text as CommonMark's reference implementation finds them. Our own reader takes a line here and there
 * for something else; what is written for others to read must hold for both.
 */
export function standardHeadings(source: string): StandardHeading[] {
  parser ??= new Parser()
  const headings: StandardHeading[] = []
  for (let node = parser.parse(source).firstChild; node !== null; node = node.next)
    if (node.type === 'heading') headings.push({ level: node.level, line: node.sourcepos[1][0] })
  return headings
}

import type { Code, CodeDetails, SourceSpan } from '../diagnostic.ts'
import { blockEnd, type Line } from './line-index.ts'

/** A syntax error that must be removed from the text before the rest can be parsed. */
export type SyntaxFault = {
  [C in Code]: {
    readonly code: C
    readonly details: CodeDetails<C>
    readonly span: SourceSpan
    readonly line: Line
    readonly repair: Repair
  }
}[Code]

/**
 * What to blank: the value of the line, if only that is faulty; the line, if it does not belong where it is; or the
 * rest of the file, if it is a second document. More indented lines that follow go with a value or a line.
 */
type Repair = 'value' | 'line' | 'rest'

/** Replaces each character of a faulty value. A pack must not contain this character, so it marks what was blanked. */
export const BLANK = '\u001a'

/**
 * Removes a fault from the text, which keeps its length and its lines. `losesLines` if keys or items went with it. The
 * text is unchanged if there is nothing left to blank.
 */
export function repair(text: string, { repair: what, line }: SyntaxFault): { text: string; losesLines: boolean } {
  const firstCharacter = line.start + line.text.search(/[^ ]|$/)
  const hasKeyOrDash = line.valueStart > firstCharacter
  const losesLines = what === 'line' || !hasKeyOrDash
  if (what === 'rest') return { text: withSpaces(text, line.start, text.length), losesLines }
  const end = blockEnd(text, line)
  if (losesLines || line.valueStart >= line.end) return { text: withSpaces(text, line.start, end), losesLines }
  const blanked = text.slice(0, line.valueStart) + BLANK.repeat(line.end - line.valueStart) + text.slice(line.end)
  return { text: withSpaces(blanked, line.end, end), losesLines }
}

function withSpaces(text: string, start: number, end: number): string {
  return text.slice(0, start) + text.slice(start, end).replaceAll(/[^\n]/g, ' ') + text.slice(end)
}

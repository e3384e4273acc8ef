import type { SourceSpan } from '../diagnostic.ts'

/** Stands in the text, once per character, where a faulty value was. No pack may hold this control character. */
export const BLANK = '\u001a'

/** Dashes and at most one key, as most lines of a pack begin. */
const START = /^( *(?:- +)*)(?:(?:[\w./-]+|"[^"]*"|'[^']*')[ ]*:(?: +|$))?/

/** A line of a YAML text, as a person divides it. */
export interface Line extends SourceSpan {
  readonly text: string
  /** Where the first thing on it stands: the key, or the item. */
  readonly column: number
  /** Where the value begins that stands after the dashes and the key. */
  readonly valueStart: number
  readonly value: string
}

/** The line that holds an offset. */
export function lineAt(text: string, offset: number): Line {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const next = text.indexOf('\n', offset)
  const end = next === -1 ? text.length : next
  const line = text.slice(start, end)
  const [whole = '', dashes = ''] = START.exec(line) ?? []
  return {
    start,
    end,
    text: line,
    column: dashes.length,
    valueStart: start + whole.length,
    value: line.slice(whole.length)
  }
}

/** Where the lines end that stand further in than a line's key, and so belong to its value. */
export function blockEnd(text: string, line: Line): number {
  let end = line.end
  while (end < text.length) {
    const next = lineAt(text, end + 1)
    const indent = next.text.search(/[^ ]/)
    if (indent !== -1 && indent <= line.column) break
    end = next.end
  }
  return end
}

/** The text with a line's value, and all that belongs to it, made a value that says nothing. Same length, same lines. */
export function blankValue(text: string, line: Line): string {
  if (line.valueStart >= line.end) return blankLines(text, line.start, blockEnd(text, line))
  const kept = text.slice(0, line.valueStart) + BLANK.repeat(line.end - line.valueStart)
  return blankLines(kept + text.slice(line.end), line.end, blockEnd(text, line))
}

/** The text with spaces in place of a stretch of it. Same length, same lines. */
export function blankLines(text: string, start: number, end: number): string {
  return text.slice(0, start) + text.slice(start, end).replaceAll(/[^\n]/g, ' ') + text.slice(end)
}

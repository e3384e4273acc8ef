import type { Theme } from './theme.ts'
import { graphemes, width } from './width.ts'
import { visible } from '../text/visible.ts'
import { truncate } from './wrap.ts'

/** A line with matches to highlight. */
export interface Marked {
  readonly text: string
  /** The matches in order, in UTF-16 units. */
  readonly spans: readonly { readonly start: number; readonly end: number }[]
}

/** The line, cut to `columns` around its first match. */
export function excerpt({ text, spans }: Marked, columns: number, theme: Theme): string {
  const { ellipsis } = theme.glyphs
  const indent = text.length - text.trimStart().length
  const first = spans[0]?.start ?? indent
  const whole = lineFrom(indent, text, spans, theme)
  if (width(whole) <= columns) return whole
  const before = graphemes(text.slice(indent, first))
  const kept = before.slice(-Math.max(0, Math.floor(columns / 3)))
  if (kept.length === before.length) return truncate(whole, columns, ellipsis)
  const line = lineFrom(first - kept.join('').length, text, spans, theme)
  return ellipsis + truncate(line, columns - width(ellipsis), ellipsis)
}

function lineFrom(start: number, text: string, spans: Marked['spans'], theme: Theme): string {
  let at = start
  const parts = spans.map((span) => {
    const from = Math.max(at, span.start)
    const part = visible(text.slice(at, from)) + theme.found(visible(text.slice(from, Math.max(from, span.end))))
    at = Math.max(from, span.end)
    return part
  })
  return parts.join('') + visible(text.slice(at).trimEnd())
}

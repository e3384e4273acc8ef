import type { Frame, Size } from '../../screen.ts'
import { withArrows } from '../../../display/theme.ts'
import type { Theme } from '../../../display/theme.ts'
import { width } from '../../../display/width.ts'
import { truncate, wrap } from '../../../display/wrap.ts'
import { padRows } from './blocks.ts'

/** Columns left free on the left. */
const MARGIN = 2
/** Longer lines are hard to read. */
const WIDEST = 76
/** Below this height empty lines are a luxury. */
const LOW = 14

/** What stands round a widget. All of it is fit to be shown, and wrapped to `textColumns`. */
export interface FrameParts {
  /** Parts of one quiet line at the top, the most important first. */
  readonly top: readonly string[]
  readonly ask: readonly string[]
  /** What to say if `ask` has to be cut. */
  readonly cut: string
  readonly message: readonly string[]
  /** Keys for one quiet line at the bottom, likewise. */
  readonly hints: readonly string[]
}

/** Columns for text on a terminal. */
export function textColumns(size: Size): number {
  return columnsOf(size, WIDEST)
}

function columnsOf({ columns }: Size, widest: number): number {
  return Math.max(10, Math.min(widest, columns - MARGIN - 1))
}

/** Lines moved in from the left edge, as everything is that the rich renderer shows. */
export function indented(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? '' : ' '.repeat(MARGIN) + line))
}

/** A sentence under the widget, wrapped. */
export function messageLines(text: string, size: Size, style: (text: string) => string): string[] {
  return wrap(text, textColumns(size)).map((line) => style(line))
}

interface Shares {
  /** For the widget, at least. */
  readonly rows: number
  /** For the widget and the question together. */
  readonly both: number
  readonly gap: readonly string[]
}

/** How the rows are shared out. The widget has at least half of them if the question is long. */
function shares({ top, ask, message }: FrameParts, size: Size): Shares {
  const gap = size.rows < LOW ? [] : ['']
  const fixed = (top.length === 0 ? 0 : 1 + gap.length) + message.length + gap.length + 1
  const rows = Math.max(2, size.rows - 1 - fixed)
  const asked = ask.length === 0 ? 0 : ask.length + gap.length
  const most = Math.min(asked, Math.max(1, Math.floor(rows / 2)))
  return { rows: rows - most, both: rows, gap }
}

/** The room for the widget, which may be wider than text. */
export function roomFor(surroundings: FrameParts, size: Size, widest = WIDEST): Size {
  return { columns: columnsOf(size, widest), rows: shares(surroundings, size).rows }
}

/**
 * Keeps a page still: a widget that gets lower keeps the rows that it had, so that neither the question above it nor
 * the
 * keys below it move. For one widget, as long as it is shown.
 */
export function keepHeight(): (widget: Frame, room: Size) => Frame {
  let most = { columns: 0, rows: 0 }
  return (widget, { columns, rows }) => {
    const before = columns === most.columns ? most.rows : 0
    most = { columns, rows: Math.max(before, widget.lines.length) }
    return { ...widget, lines: padRows(widget.lines, Math.min(most.rows, rows)) }
  }
}

/** The whole frame; the question gets what the widget leaves, and is cut if that is not enough. */
export function compose(surroundings: FrameParts, widget: Frame, size: Size, theme: Theme): Frame {
  const { top, ask, cut, message, hints } = surroundings
  const { both, gap } = shares(surroundings, size)
  const left = Math.max(1, both - widget.lines.length - (ask.length === 0 ? 0 : gap.length))
  const asked =
    ask.length <= left
      ? ask
      : [
          ...ask.slice(0, left - 1),
          theme.quiet(truncate(`${theme.glyphs.ellipsis} ${cut}`, textColumns(size), theme.glyphs.ellipsis))
        ]
  const above = [
    ...(top.length === 0 ? [] : [quietLine(top, size, theme), ...gap]),
    ...asked,
    ...(asked.length === 0 || widget.lines.length === 0 ? [] : gap)
  ]
  const lines = indented([...above, ...widget.lines, ...message, ...gap, quietLine(hints, size, theme)])
  const { cursor } = widget
  return cursor === undefined
    ? { lines }
    : { lines, cursor: { row: above.length + cursor.row, column: MARGIN + cursor.column } }
}

/** As many parts as fit, in their order. */
function quietLine(parts: readonly string[], size: Size, theme: Theme): string {
  const columns = textColumns(size)
  let line = ''
  for (const part of parts) {
    const longer = line === '' ? part : line + theme.glyphs.between + part
    if (width(longer) <= columns) line = longer
  }
  return theme.quiet(withArrows(line, theme))
}

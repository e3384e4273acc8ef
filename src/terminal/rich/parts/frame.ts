import type { Frame, Size } from '../../screen.ts'
import type { Theme } from '../../../display/theme.ts'
import { width } from '../../../display/width.ts'
import { measure, type Laid } from '../../../display/measure.ts'
import { truncate, wrap } from '../../../display/wrap.ts'
import { footer, type Hint } from '../keys/footer.ts'
import { hang, padRows, shifted } from './blocks.ts'

/** Rows below which there are no empty lines between the parts. */
const LOW = 14
/** Columns below which the footer has two lines. */
const NARROW = 60

/** Everything around a widget: escaped, and wrapped to `textColumns`. */
export interface FrameParts {
  /** Parts of a quiet line at the top, the most important first. */
  readonly top: readonly string[]
  readonly ask: readonly string[]
  /** Shown if `ask` has to be cut. */
  readonly cut: string
  readonly message: readonly string[]
  /** Keys for the footer, the most important first. */
  readonly hints: readonly Hint[]
}

/** A widget alone. */
export const nothingAround: FrameParts = { top: [], ask: [], cut: '', message: [], hints: [] }

/** The columns of text on a terminal of a size. */
export function textColumns(size: Size): number {
  return columnsFor('text', size)
}

/** The last column stays empty, because some terminals wrap there. */
function columnsFor(laid: Laid, { columns }: Size): number {
  return Math.max(10, measure(columns - 1, laid))
}

/** What a message is: something to know, or something to heed. */
export type Tone = 'note' | 'warn'

/** A sentence below the widget, wrapped after its symbol. */
export function messageLines(text: string, size: Size, tone: Tone, { accent, warn, glyphs }: Theme): string[] {
  const sign = tone === 'warn' ? warn(`${glyphs.warning} `) : accent(`${glyphs.bullet} `)
  return hang(sign, wrap(text, textColumns(size) - width(sign)))
}

/**
 * Divides the rows. If the question is long, the widget gets at least half of them: `rows`. `both` are the rows of the
 * widget and the question together.
 */
function shares({ top, ask, message }: FrameParts, size: Size) {
  const gap = size.rows < LOW ? [] : ['']
  const fixed = (top.length === 0 ? 0 : 1 + gap.length) + message.length + gap.length + footerRows(size)
  const rows = Math.max(2, size.rows - 1 - fixed)
  const asked = ask.length === 0 ? 0 : ask.length + gap.length
  const most = Math.min(asked, Math.max(1, Math.floor(rows / 2)))
  return { rows: rows - most, both: rows, gap }
}

/** The rows of the footer. They depend on the size alone, so that nothing moves when the keys change. */
function footerRows({ columns, rows }: Size): number {
  return columns < NARROW && rows >= LOW ? 2 : 1
}

/** The room for a widget. */
export function roomFor(surroundings: FrameParts, size: Size, laid: Laid = 'text'): Size {
  return { columns: columnsFor(laid, size), rows: shares(surroundings, size).rows }
}

/**
 * Makes a function that pads a widget to the most rows it has had, so that neither the question above it nor the keys
 * below it move. Used for one widget while it is shown.
 */
export function keepHeight(): (widget: Frame, room: Size) => Frame {
  let most = { columns: 0, rows: 0 }
  return (widget, { columns, rows }) => {
    const before = columns === most.columns ? most.rows : 0
    most = { columns, rows: Math.max(before, widget.lines.length) }
    return { ...widget, lines: padRows(widget.lines, Math.min(most.rows, rows)) }
  }
}

/** The whole frame. The question is cut if the widget leaves too few rows. */
export function compose(surroundings: FrameParts, widget: Frame, size: Size, theme: Theme): Frame {
  const { top, ask, cut, message, hints } = surroundings
  const { ellipsis } = theme.glyphs
  const { both, gap } = shares(surroundings, size)
  const left = Math.max(1, both - widget.lines.length - (ask.length === 0 ? 0 : gap.length))
  const asked =
    ask.length <= left
      ? ask
      : [...ask.slice(0, left - 1), theme.quiet(truncate(`${ellipsis} ${cut}`, textColumns(size), ellipsis))]
  const above = [
    ...(top.length === 0 ? [] : [quietLine(top, size, theme), ...gap]),
    ...asked,
    ...(asked.length === 0 || widget.lines.length === 0 ? [] : gap)
  ]
  const lines = [...above, ...widget.lines, ...message, ...gap, ...footerLines(hints, size, theme)]
  return { lines, cursor: shifted(widget.cursor, above.length) }
}

function footerLines(hints: readonly Hint[], size: Size, theme: Theme): string[] {
  const rows = footerRows(size)
  return padRows(footer(hints, { columns: textColumns(size), rows }, theme), rows)
}

/** A line of as many parts as fit, in their order. */
function quietLine(parts: readonly string[], size: Size, theme: Theme): string {
  const columns = textColumns(size)
  let line = ''
  for (const part of parts) {
    const longer = line === '' ? part : line + theme.glyphs.between + part
    if (width(longer) <= columns) line = longer
  }
  return theme.quiet(line)
}

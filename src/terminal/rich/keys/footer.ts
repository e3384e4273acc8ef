import { withArrows, type Theme } from '../../../display/theme.ts'
import { width } from '../../../display/width.ts'
import type { Size } from '../../screen.ts'

/** A key in the footer, and what it does. */
export interface Hint {
  readonly key: string
  readonly label: string
  /** Kept before the others if there is little room: help, and the way out. */
  readonly isNeeded?: boolean
}

/**
 * The keys in at most `rows` lines, in their order. The first and those that are needed come before the others if not all
 * fit.
 */
export function footer(hints: readonly Hint[], { columns, rows }: Size, theme: Theme): string[] {
  const isFirst = (hint: Hint) => hint === hints[0] || hint.isNeeded === true
  let kept: readonly Hint[] = []
  for (const hint of [...hints.filter(isFirst), ...hints.filter((each) => !isFirst(each))]) {
    const more = hints.filter((each) => each === hint || kept.includes(each))
    if (inLines(more, columns, theme).length <= rows) kept = more
  }
  return inLines(kept, columns, theme).map((line) =>
    line.map(({ key, label }) => `${theme.accent(withArrows(key, theme))} ${theme.quiet(label)}`).join(between(theme))
  )
}

function between({ quiet, glyphs }: Theme): string {
  return quiet(glyphs.between)
}

/** As many keys on a line as fit. A key that is wider than a line is left out. */
function inLines(hints: readonly Hint[], columns: number, theme: Theme): Hint[][] {
  const gap = width(theme.glyphs.between)
  const lines: Hint[][] = []
  let left = 0
  for (const hint of hints) {
    const need = width(withArrows(hint.key, theme)) + 1 + width(hint.label)
    if (need > columns) continue
    const line = lines.at(-1)
    if (line !== undefined && need + gap <= left) {
      line.push(hint)
      left -= need + gap
    } else {
      lines.push([hint])
      left = columns - need
    }
  }
  return lines
}

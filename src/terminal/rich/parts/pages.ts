import type { Key } from '../../keys.ts'
import type { Size } from '../../screen.ts'
import { withArrows } from '../../../display/theme.ts'
import { own } from '../../../util/records.ts'
import { Next, type WidgetContext, type Widget } from './widget.ts'

/** The index of the first visible line. */
export interface Page {
  readonly top: number
}

/** Makes lines for a number of columns. */
export type LinesFor = (columns: number) => readonly string[]

/** A text to read, in pages if it is longer than the room. Enter turns the page and, at the end, continues. */
export function pages(lines: LinesFor, context: WidgetContext, enterHint: string): Widget<Page> {
  const said = context.words.walk.rich.pages
  const all = cacheLast(lines)
  const last = (room: Size) => Math.max(0, all(room.columns).length - shown(all(room.columns), room))
  return {
    start: { top: 0 },
    key(page, key, room) {
      const whole = all(room.columns)
      const most = last(room)
      const top = Math.min(page.top, most)
      if (key.name === 'enter' && top === most) return new Next(page)
      const to = Math.min(most, Math.max(0, top + step(key, shown(whole, room), whole.length)))
      return to === page.top ? page : { top: to }
    },
    view(page, room) {
      const whole = all(room.columns)
      const rows = shown(whole, room)
      if (rows >= whole.length) return { lines: whole }
      const top = Math.min(page.top, last(room))
      const left = whole.length - top - rows
      const more = withArrows(left === 0 ? said.above(top) : said.below(left), context.theme)
      return { lines: [...whole.slice(top, top + rows), context.theme.quiet(more)] }
    },
    value: () => undefined,
    hints: (page, room) => [page.top < last(room) ? context.words.walk.rich.keys.enterPage : enterHint]
  }
}

/** The number of visible lines. If not all fit, one row is left for the number of hidden lines. */
function shown(whole: readonly string[], room: Size): number {
  return whole.length <= room.rows ? whole.length : Math.max(1, room.rows - 1)
}

/** Lines to scroll. Turning a page keeps one line for orientation. */
function step(key: Key, rows: number, all: number): number {
  const page = Math.max(1, rows - 1)
  const steps = { down: 1, up: -1, space: page, enter: page, pagedown: page, pageup: -page, home: -all, end: all }
  return own<number>(steps, key.name) ?? 0
}

/** Caches the lines until the number of columns changes. */
export function cacheLast(lines: LinesFor): LinesFor {
  let last: { columns: number; lines: readonly string[] } | undefined
  return (columns) => {
    if (last?.columns !== columns) last = { columns, lines: lines(columns) }
    return last.lines
  }
}

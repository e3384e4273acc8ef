import type { ReadingResult } from '../renderer.ts'
import { compose, indented, nothingAround, roomFor, textColumns } from './parts/frame.ts'
import { isDone } from '../keys.ts'
import { pages, type LinesFor, type Page } from './parts/pages.ts'
import type { Screenful, Step } from './prompt.ts'
import { Next, type WidgetContext } from './parts/widget.ts'

/** A text to read. It stays on the screen afterwards, unless it was left with Esc. */
export function reading(
  lines: LinesFor,
  enterHint: string,
  context: WidgetContext,
  { goesBack = true }: { goesBack?: boolean } = {}
): Screenful<Page, ReadingResult> {
  const { keys } = context.words.walk.rich
  const ways = goesBack ? [keys.escapeBack, keys.leave] : [keys.leave]
  const widget = pages(lines, context, enterHint)
  return {
    start: widget.start,
    stroke(page, stroke, size): Step<Page, ReadingResult> {
      if (stroke.kind === 'paste') return { kind: 'stay', state: page }
      if (goesBack && stroke.name === 'escape') return { kind: 'done', result: 'back', record: [] }
      const record = [...indented(lines(textColumns(size))), '']
      if (isDone(stroke)) return { kind: 'done', result: 'next', record }
      const after = widget.key(page, stroke, roomFor(nothingAround, size))
      return after instanceof Next ? { kind: 'done', result: 'next', record } : { kind: 'stay', state: after }
    },
    view(page, size) {
      const room = roomFor(nothingAround, size)
      const around = { ...nothingAround, hints: [...widget.hints(page, room), ...ways] }
      return compose(around, widget.view(page, room), size, context.theme)
    },
    leave: () => 'leave'
  }
}

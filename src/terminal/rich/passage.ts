import type { ReadingResult } from '../renderer.ts'
import type { Size } from '../screen.ts'
import { readers, withPicture } from './keys/map.ts'
import { actFor } from './keys/match.ts'
import { hintsOf } from './keys/shown.ts'
import { compose, nothingAround, roomFor, textColumns } from './parts/frame.ts'
import { withHelp, type KeyedScreenful } from './help-page.ts'
import { pages, type LinesFor, type Page } from './parts/pages.ts'
import type { Step } from './prompt.ts'
import { Next, type WidgetContext } from './parts/widget.ts'

/** What a text to read needs; `open` opens its pictures. */
interface ReadingContext extends WidgetContext {
  readonly open?: (() => void) | undefined
}

/** A text to read. It stays on the screen afterwards, unless it was left with Esc. */
export function reading(lines: LinesFor, what: 'beginning' | 'passage', context: ReadingContext) {
  const widget = pages(lines, context, readers[what])
  const modeAt = (page: Page, size: Size) => {
    const mode = widget.mode(page, roomFor(nothingAround, size))
    return context.open === undefined ? mode : withPicture(mode)
  }
  const screenful: KeyedScreenful<Page, ReadingResult> = {
    start: widget.start,
    mode: modeAt,
    stroke(page, stroke, size): Step<Page, ReadingResult> {
      const act = stroke.kind === 'paste' ? undefined : actFor(modeAt(page, size), stroke, context)
      if (act === undefined) return { kind: 'stay', state: page }
      if (act.action === 'picture') {
        context.open?.()
        return { kind: 'stay', state: page }
      }
      if (act.action === 'escape') return { kind: 'done', result: 'back', record: [] }
      const after = act.action === 'done' ? new Next(page) : widget.act(page, act, roomFor(nothingAround, size))
      if (!(after instanceof Next)) return { kind: 'stay', state: after }
      return { kind: 'done', result: 'next', record: [...lines(textColumns(size)), ''] }
    },
    view(page, size) {
      const around = { ...nothingAround, hints: hintsOf(modeAt(page, size), context) }
      return compose(around, widget.view(page, roomFor(nothingAround, size)), size, context.theme)
    },
    leave: () => 'leave'
  }
  return withHelp(screenful, context)
}

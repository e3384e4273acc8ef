import { fold } from '../../text/folding.ts'
import type { MenuItem, MenuResult, ReadingResult } from '../renderer.ts'
import type { Size } from '../screen.ts'
import { compose, indented, nothingAround, roomFor, textColumns, type FrameParts } from './parts/frame.ts'
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

/** A text to look at, which leaves nothing on the screen. The first letter of an action chooses it. */
export function looking<T>(
  lines: LinesFor,
  actions: readonly MenuItem<T>[],
  context: WidgetContext
): Screenful<Page, MenuResult<T>> {
  const { keys } = context.words.walk.rich
  const widget = pages(lines, context, keys.enterBack)
  const hints = actions.map(({ label }) => keys.letter(label))
  const around = (page: Page, size: Size): FrameParts => {
    const [enter = ''] = widget.hints(page, roomFor({ ...nothingAround, hints: [keys.enterBack, ...hints] }, size))
    return { ...nothingAround, hints: [enter, ...hints, ...(enter === keys.enterBack ? [] : [keys.escapeBack])] }
  }
  const done = (result: MenuResult<T>): Step<Page, MenuResult<T>> => ({ kind: 'done', result, record: [] })
  return {
    start: widget.start,
    stroke(page, stroke, size): Step<Page, MenuResult<T>> {
      if (stroke.kind === 'paste') return { kind: 'stay', state: page }
      if (stroke.name === 'escape' || isDone(stroke)) return done({ kind: 'back' })
      const action = stroke.text === '' ? undefined : actions.find((each) => beginsWith(each, stroke.text))
      if (action !== undefined) return done({ kind: 'chosen', value: action.value })
      const after = widget.key(page, stroke, roomFor(around(page, size), size))
      return after instanceof Next ? done({ kind: 'back' }) : { kind: 'stay', state: after }
    },
    view: (page, size) =>
      compose(around(page, size), widget.view(page, roomFor(around(page, size), size)), size, context.theme),
    leave: () => ({ kind: 'leave' })
  }
}

/** Whether the label of an item, or another word for it, begins with a letter. */
function beginsWith({ label, typed = [] }: MenuItem<unknown>, letter: string): boolean {
  return [label, ...typed].some((name) => fold(letter) !== '' && fold(name).startsWith(fold(letter)))
}

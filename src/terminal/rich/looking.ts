import { wrap } from '../../display/wrap.ts'
import { fold } from '../../text/folding.ts'
import type { MenuItem, MenuResult } from '../renderer.ts'
import type { Size } from '../screen.ts'
import { compose, nothingAround, roomFor } from './parts/frame.ts'
import {
  lineIn,
  linesAbove,
  pages,
  type LinesFor,
  type Page,
  type PagesContext,
  type TextPlace
} from './parts/pages.ts'
import { withHelp, type KeyedScreenful } from './help-page.ts'
import type { Hint } from './keys/footer.ts'
import { lookers } from './keys/map.ts'
import { actFor, type Act } from './keys/match.ts'
import { hintsOf } from './keys/shown.ts'
import { Next } from './parts/widget.ts'
import type { Screenful, Step } from './prompt.ts'

/** What is visible, and how much of the text was visible so far. */
interface Looked {
  readonly page: Page
  readonly seen: TextPlace
}

interface LookOptions {
  /** The text is the output of a command: what was seen of it stays on the screen, as it would have been printed. */
  readonly isOutput?: boolean
}

/**
 * A text to look at and to search, which leaves nothing on the screen unless it is output. Esc, `q` and, at the end, Enter go back. The
 * first letter of an action chooses it.
 */
export function looking<T>(
  lines: LinesFor,
  actions: readonly MenuItem<T>[],
  context: PagesContext,
  { isOutput = false }: LookOptions = {}
): Screenful<unknown, MenuResult<T>> {
  const wrapped = (columns: number) => lines(columns).flatMap((line) => wrapIndented(line, columns))
  const widget = pages(wrapped, context, isOutput ? lookers.output : lookers.text)
  const letters = actions.map(({ label }): Hint => {
    return { key: label.charAt(0).toUpperCase(), label: label.toLowerCase() }
  })
  const hintsFor = (page: Page, room: Size): Hint[] => {
    const [first, ...others] = hintsOf(widget.mode(page, room), context)
    const own = page.search?.typing === undefined ? letters : []
    return [...(first === undefined ? [] : [first]), ...own, ...others]
  }
  const seenNow = ({ page, seen }: Looked, room: Size): TextPlace => {
    const bottom = widget.bottom(page, room)
    return bottom.line > lineIn(bottom.of ?? [], seen) ? bottom : seen
  }
  const remains = (looked: Looked, size: Size): readonly string[] =>
    isOutput ? upTo(seenNow(looked, roomFor(nothingAround, size, 'page')), lines(size.columns), context) : []
  const screenful: KeyedScreenful<Looked, MenuResult<T>> = {
    start: { page: widget.start, seen: { line: 0 } },
    mode: ({ page }, size) => widget.mode(page, roomFor(nothingAround, size, 'page')),
    stroke(looked, stroke, size): Step<Looked, MenuResult<T>> {
      const room = roomFor(nothingAround, size, 'page')
      const { page } = looked
      const done = (result: MenuResult<T>) => ({ kind: 'done', result, record: remains(looked, size) }) as const
      const stay = (next: Page) =>
        ({ kind: 'stay', state: next === page ? looked : { page: next, seen: seenNow(looked, room) } }) as const
      if (stroke.kind === 'paste') return stay(widget.paste?.(page, stroke.text, room) ?? page)
      const act = actFor(widget.mode(page, room), stroke, context)
      if (act === undefined) return stay(page)
      if (page.search?.typing === undefined) {
        if (act.action === 'done' || (act.action === 'escape' && page.search === undefined))
          return done({ kind: 'back' })
        const action = actions.find((each) => beginsWith(each, act.text))
        if (action !== undefined && !isOfSearch(act)) return done({ kind: 'chosen', value: action.value })
        if (act.action === 'quit') return done({ kind: 'back' })
      }
      const after = widget.act(page, act, room)
      return after instanceof Next ? done({ kind: 'back' }) : stay(after)
    },
    view({ page }, size) {
      const room = roomFor(nothingAround, size, 'page')
      return compose({ ...nothingAround, hints: hintsFor(page, room) }, widget.view(page, room), size, context.theme)
    },
    leave: () => ({ kind: 'leave' }),
    remains
  }
  return withHelp(screenful, context)
}

/** A line that is wider than the screen, in lines with its indentation. */
function wrapIndented(line: string, columns: number): string[] {
  const indent = (/^ */.exec(line)?.[0] ?? '').slice(0, Math.floor(columns / 2))
  return wrap(line.slice(indent.length), columns - indent.length).map((part) => indent + part)
}

/** Whether an action goes to another match, and so its letter chooses nothing. */
function isOfSearch({ action }: Act): boolean {
  return action === 'nextMatch' || action === 'previousMatch'
}

/** Whether the label of an item, or another word for it, begins with a letter. */
function beginsWith({ label, typed = [] }: MenuItem<unknown>, letter: string): boolean {
  return fold(letter) !== '' && [label, ...typed].some((name) => fold(name).startsWith(fold(letter)))
}

/** The lines that were seen, and how many were not, which nobody should take for the end of the text. */
function upTo(seen: TextPlace, lines: readonly string[], { theme, words }: PagesContext): readonly string[] {
  const end = linesAbove(lines, seen)
  const left = lines.length - end
  return left === 0 ? lines : [...lines.slice(0, end), theme.quiet(words.walk.rich.pages.unseen(left))]
}

import type { Key } from '../keys.ts'
import type { Frame, Size } from '../screen.ts'
import { readers, type Mode } from './keys/map.ts'
import { actFor } from './keys/match.ts'
import { hintsOf, keyLines } from './keys/shown.ts'
import type { Screenful, Step } from './prompt.ts'
import { compose, nothingAround, roomFor, type FrameParts } from './parts/frame.ts'
import { pages, type LinesFor, type Page, type PagesContext } from './parts/pages.ts'
import { Next, type Widget } from './parts/widget.ts'

/** A help page that is open. */
export interface HelpPage {
  readonly widget: Widget<Page>
  readonly page: Page
}

/** Opens help with the keys of a mode below some lines. */
export function openHelp(mode: Mode, context: PagesContext, above: LinesFor = () => []): HelpPage {
  const { keysTitle } = context.words.walk.rich.help
  const lines = (columns: number) => [
    ...above(columns),
    context.theme.strong(keysTitle),
    ...keyLines(mode, columns, context)
  ]
  const widget = pages(lines, context, readers.help)
  return { widget, page: widget.start }
}

/** The help after a key; undefined if the key closes it. */
export function helpAfter(
  help: HelpPage,
  key: Key,
  size: Size,
  context: PagesContext,
  around = nothingAround
): HelpPage | undefined {
  const room = roomFor(around, size)
  const act = actFor(help.widget.mode(help.page, room), key, context)
  if (act === undefined) return help
  if (act.action === 'escape') return undefined
  const page = help.widget.act(help.page, act, room)
  return page instanceof Next ? undefined : { ...help, page }
}

/** The frame of a help page. */
export function viewHelp(
  { widget, page }: HelpPage,
  size: Size,
  context: PagesContext,
  around: FrameParts = nothingAround
): Frame {
  const room = roomFor(around, size)
  const hints = hintsOf(widget.mode(page, room), context)
  return compose({ ...around, hints }, widget.view(page, room), size, context.theme)
}

/** A screenful, and the help that covers it while it is open. */
interface Helped<S> {
  readonly inner: S
  readonly help?: HelpPage
}

/** A screenful whose keys are known. */
export interface KeyedScreenful<S, R> extends Screenful<S, R> {
  mode(state: S, size: Size): Mode
}

/** Adds a help page with its keys to a screenful, below some lines. */
export function withHelp<S, R>(
  screenful: KeyedScreenful<S, R>,
  context: PagesContext,
  above?: LinesFor
): Screenful<Helped<S>, R> {
  return {
    start: { inner: screenful.start },
    stroke({ inner, help }, stroke, size) {
      if (help !== undefined && stroke.kind === 'key') {
        const after = helpAfter(help, stroke, size, context)
        return { kind: 'stay', state: after === undefined ? { inner } : { inner, help: after } }
      }
      const mode = screenful.mode(inner, size)
      if (stroke.kind === 'key' && actFor(mode, stroke, context)?.action === 'help')
        return { kind: 'stay', state: { inner, help: openHelp(mode, context, above) } }
      return wrapped(screenful.stroke(inner, stroke, size))
    },
    view: ({ inner, help }, size) => (help === undefined ? screenful.view(inner, size) : viewHelp(help, size, context)),
    leave: ({ inner }) => screenful.leave(inner),
    remains: ({ inner }, size) => screenful.remains?.(inner, size) ?? []
  }
}

/** A step of the screenful as one of the screenful with help. */
function wrapped<S, R>(step: Step<S, R>): Step<Helped<S>, R> {
  switch (step.kind) {
    case 'done':
    case 'suspend':
      return step
    case 'stay':
      return { kind: 'stay', state: { inner: step.state } }
    case 'later':
      return { kind: 'later', step: wrappedLater(step.step) }
    case 'lend':
      return { kind: 'lend', work: async () => ({ inner: await step.work() }) }
  }
}

async function wrappedLater<S, R>(step: Promise<Step<S, R>>): Promise<Step<Helped<S>, R>> {
  return wrapped(await step)
}

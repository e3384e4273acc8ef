import type { OverviewItem } from '../../interview/model.ts'
import type { OverviewResult, MenuItem, MenuOptions, MenuResult, PageText } from '../renderer.ts'
import type { Frame, Size } from '../screen.ts'
import { isLong } from '../../questions/index.ts'
import { withArrows, type State, type Theme } from '../../display/theme.ts'
import { visible } from '../../text/visible.ts'
import { truncateMiddle, wrap, wrapSentence } from '../../display/wrap.ts'
import {
  compose,
  keepHeight,
  messageLines,
  nothingAround,
  roomFor,
  textColumns,
  type FrameParts
} from './parts/frame.ts'
import type { Stroke } from '../keys.ts'
import { modes, type Action, type Mode } from './keys/map.ts'
import { actFor } from './keys/match.ts'
import { hintsOf } from './keys/shown.ts'
import { withHelp, type KeyedScreenful } from './help-page.ts'
import type { LinesFor } from './parts/pages.ts'
import { actInPick, isLong as isLongList, itemAt, type PickState, type PickItem } from './parts/pick.ts'
import { viewPick } from './parts/pick-view.ts'
import type { Step } from './prompt.ts'
import type { WidgetContext } from './parts/widget.ts'

/** A list to choose one item from. */
interface List<R> {
  /** What is above the list. */
  readonly head: LinesFor
  /** Shown if the head has to be cut. */
  readonly cut?: string
  /** Whether the head stays on the screen after a result. */
  readonly stays?: (result: R) => boolean
  /** Sentences below the list, each on lines of its own. */
  readonly notes?: readonly string[]
  readonly items: readonly PickItem[]
  readonly at: number
  readonly mode: (pick: PickState) => Mode
  /** The result of an action that does not move the pointer; undefined if it has none. `id` is that of the item at the pointer. */
  readonly result: (action: Action, id: string) => R | undefined
  readonly left: R
}

function listed<R>(list: List<R>, context: WidgetContext): KeyedScreenful<PickState, R> {
  const { theme } = context
  const steady = keepHeight()
  const around = (pick: PickState, size: Size): FrameParts => ({
    ...nothingAround,
    // A path that is longer than a row is whole in what stays on the screen.
    ask: list.head(textColumns(size)).map((line) => truncateMiddle(line, textColumns(size), theme.glyphs.ellipsis)),
    cut: list.cut ?? '',
    message: (list.notes ?? []).flatMap((note) => ['', ...messageLines(visible(note), size, 'warn', theme)]),
    hints: hintsOf(list.mode(pick), context)
  })
  const record = (result: R, size: Size) => (list.stays?.(result) === true ? [...list.head(textColumns(size)), ''] : [])
  return {
    start: { at: Math.max(0, Math.min(list.at, list.items.length - 1)), find: '' },
    stroke(pick, stroke: Exclude<Stroke, { kind: 'end' }>, size): Step<PickState, R> {
      const act = stroke.kind === 'paste' ? undefined : actFor(list.mode(pick), stroke, context)
      if (act === undefined) return { kind: 'stay', state: pick }
      const id = itemAt(list.items, pick)?.id ?? ''
      const above = act.action === 'enter' && id === PAUSE ? list.result('escape', id) : undefined
      if (above !== undefined) return { kind: 'suspend', result: above }
      const done = list.result(act.action, id)
      if (done !== undefined && !(act.action === 'escape' && pick.find !== ''))
        return { kind: 'done', result: done, record: record(done, size) }
      return { kind: 'stay', state: actInPick(pick, act, list.items, roomFor(around(pick, size), size, 'table')) }
    },
    view(pick, size): Frame {
      const room = roomFor(around(pick, size), size, 'table')
      return compose(around(pick, size), steady(viewPick(list.items, pick, room, context), room), size, theme)
    },
    leave: () => list.left,
    remains: (_, size) => record(list.left, size),
    mode: list.mode
  }
}

/** A title above a list. */
function titled(title: string, { theme }: WidgetContext): LinesFor {
  return (columns) => wrap(theme.strong(visible(title)), columns)
}

/** Ids of rows that are no question; ids of prompts have no spaces. */
const [PAUSE, FINISH] = ['to pause', 'to finish']

/** A menu that leaves nothing on the screen. */
export function menu<T>(
  question: string,
  choices: readonly MenuItem<T>[],
  { at = 0, isFirst = false }: MenuOptions,
  context: WidgetContext
) {
  const hasMarks = choices.some(({ state }) => state !== undefined)
  const items = choices.map((choice, index): PickItem => {
    const { state } = choice
    const mark = hasMarks ? { mark: markOf(state, context.theme), chosen: state === 'done' } : {}
    return { ...choice, id: String(index), ...mark }
  })
  const long = (find: string) => (find === '' ? modes.longMenu : modes.findingMenu)
  const list: List<MenuResult<T>> = {
    head: titled(question, context),
    items,
    at,
    mode: ({ find }) => (isLongList(items) ? long(find) : isFirst ? modes.firstPage : modes.shortMenu),
    left: { kind: 'leave' },
    result(action, id) {
      if (action === 'escape') return { kind: 'back' }
      const chosen = action === 'enter' ? choices[id === '' ? -1 : Number(id)] : undefined
      return chosen && { kind: 'chosen', value: chosen.value }
    }
  }
  return withHelp(listed(list, context), context)
}

/** Columns below which nothing separates the sentences of a page. */
const SPACIOUS = 50

/** A page with rows. The pointer starts at the first one, which goes on, as Esc does if the page is not the first. */
export function page<T>(
  { title, lines, isFirst = false }: PageText,
  rows: readonly MenuItem<T>[],
  context: WidgetContext
) {
  const { theme } = context
  const head = (columns: number) => [
    ...wrap(theme.strong(visible(title)), columns),
    ...lines
      .filter((line) => line !== '' || columns >= SPACIOUS)
      .flatMap((line) => (line === '' ? [''] : wrapSentence(withArrows(visible(line), theme), columns)))
  ]
  const list: List<MenuResult<T>> = {
    head,
    cut: context.words.walk.rich.pageCut,
    items: rows.map((row, index) => ({ ...row, id: String(index) })),
    at: 0,
    mode: () => (isFirst ? modes.firstPage : modes.page),
    stays: (result) => (result.kind === 'chosen' ? result.value === rows[0]?.value : !isFirst),
    left: { kind: 'leave' },
    result(action, id) {
      if (action === 'escape') return { kind: 'back' }
      const row = action === 'enter' ? rows[Number(id)] : undefined
      return row && { kind: 'chosen', value: row.value }
    }
  }
  return withHelp(listed(list, context), context, (columns) => [...head(columns), ''])
}

/**
 * All questions with their state, to go to any, and a row that stops the program, except on Windows, which cannot do that. Esc returns
 * to the question.
 */
export function overview(
  items: readonly OverviewItem[],
  at: string,
  { platform }: { readonly platform: NodeJS.Platform },
  context: WidgetContext
) {
  const { overview: title, pause } = context.words.walk.rich
  const rows = items.map((item) => overviewItem(item, context))
  const list: List<OverviewResult> = {
    head: titled(title, context),
    items: platform !== 'win32' ? [...rows, { id: PAUSE, mark: ' ', ...pause }] : rows,
    at: items.findIndex(({ id }) => id === at),
    mode: () => modes.overview,
    left: { kind: 'leave' },
    result: (action, id) => (action === 'escape' ? { kind: 'done' } : resultIn(items, action, id))
  }
  return withHelp(listed(list, context), context)
}

/** As `overview`, before the end: also what becomes of answers that are not asked for. Its first row finishes, Esc goes back. */
export function review(items: readonly OverviewItem[], at: string, notes: readonly string[], context: WidgetContext) {
  const { review: title, finish } = context.words.walk.rich
  const rows = items.map((item) => overviewItem(item, context))
  const list: List<OverviewResult> = {
    head: titled(title, context),
    notes,
    items: [{ id: FINISH, label: finish, mark: ' ' }, ...rows],
    at: items.findIndex(({ id }) => id === at) + 1,
    mode: () => modes.review,
    left: { kind: 'leave' },
    result: (action, id) => {
      if (action === 'escape') return { kind: 'back' }
      return action === 'enter' && id === FINISH ? { kind: 'done' } : resultIn(items, action, id)
    }
  }
  return withHelp(listed(list, context), context)
}

function resultIn(items: readonly OverviewItem[], action: Action, id: string): OverviewResult | undefined {
  const item = items.find((each) => each.id === id)
  if (action === 'privacy' && item !== undefined) return { kind: 'privacy', prompt: id, private: !item.private }
  if (action === 'enter' && item !== undefined) return { kind: 'go', to: id }
  if (action === 'back') return { kind: 'back' }
  return action === 'done' || action === 'finish' ? { kind: 'done' } : undefined
}

/** The symbol of a state; a space without one. */
function markOf(state: State | undefined, { glyphs }: Theme): string {
  return state === undefined ? ' ' : glyphs[state]
}

function overviewItem(
  { id, title, state, private: isPrivate, inheritsFrom, prompt, lines }: OverviewItem,
  { theme, words }: WidgetContext
): PickItem {
  const { rich } = words.walk
  const isDone = state === 'answered' || state === 'seen'
  const mark = markOf(isDone ? 'done' : state, theme)
  const progress = state === 'open' ? [] : state === 'answered' && lines.length > 0 ? lines : [rich.states[state]]
  const why = inheritsFrom === undefined ? '' : visible(rich.privateAs(inheritsFrom))
  const [first = '', ...rest] = progress
  const start = [why, first].filter((part) => part !== '').join(theme.glyphs.between)
  const parts = start === '' ? [] : [start, ...rest]
  const note = parts.length === 0 ? {} : { note: isLong(prompt) ? parts.join('\n') : parts }
  return { id, label: title, ...note, aside: isPrivate ? rich.private : '', mark, chosen: isDone }
}

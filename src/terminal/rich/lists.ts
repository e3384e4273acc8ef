import type { OverviewItem } from '../../interview/model.ts'
import type { OverviewResult, MenuItem, MenuResult } from '../renderer.ts'
import type { Frame, Size } from '../screen.ts'
import { visible } from '../../text/visible.ts'
import { wrap } from '../../display/wrap.ts'
import {
  compose,
  keepHeight,
  messageLines,
  nothingAround,
  roomFor,
  textColumns,
  type FrameParts
} from './parts/frame.ts'
import { isControl, isDone, type Key, type Stroke } from '../keys.ts'
import { isLong, itemAt, keyInPick, viewPick, type PickState, type PickItem } from './parts/pick.ts'
import type { Screenful, Step } from './prompt.ts'
import type { WidgetContext } from './parts/widget.ts'

/** A list to choose one item from. */
interface List<R> {
  readonly title: string
  /** Sentences below the list, each on lines of its own. */
  readonly notes?: readonly string[]
  readonly items: readonly PickItem[]
  readonly at: number
  /** Keys, the most important first. The first two leave the list. */
  readonly hints: readonly string[]
  /**
   * The result of a key that does not move the pointer; undefined if it has none. `id` is that of the item at the
   * pointer.
   */
  readonly result: (key: Key, id: string) => R | undefined
  readonly left: R
}

function listed<R>(list: List<R>, context: WidgetContext): Screenful<PickState, R> {
  const { theme } = context
  const [first = '', second = '', ...others] = list.hints
  const steady = keepHeight()
  const around = (size: Size): FrameParts => ({
    ...nothingAround,
    ask: wrap(theme.strong(visible(list.title)), textColumns(size)),
    message: (list.notes ?? []).flatMap((note) => ['', ...messageLines(visible(note), size, theme.warn)]),
    hints: [first, second, ...(isLong(list.items) ? [context.words.walk.rich.keys.typeToFind] : []), ...others]
  })
  return {
    start: { at: Math.max(0, Math.min(list.at, list.items.length - 1)), find: '' },
    stroke(pick, stroke: Exclude<Stroke, { kind: 'end' }>, size): Step<PickState, R> {
      if (stroke.kind === 'paste') return { kind: 'stay', state: pick }
      const done = list.result(stroke, itemAt(list.items, pick)?.id ?? '')
      if (done !== undefined && !(stroke.name === 'escape' && pick.find !== ''))
        return { kind: 'done', result: done, record: [] }
      return { kind: 'stay', state: keyInPick(pick, stroke, list.items, roomFor(around(size), size)) }
    },
    view(pick, size): Frame {
      const room = roomFor(around(size), size)
      return compose(around(size), steady(viewPick(list.items, pick, room, context), room), size, theme)
    },
    leave: () => list.left
  }
}

/** A menu that leaves nothing on the screen. The pointer starts at the index `preset`. */
export function menu<T>(
  question: string,
  choices: readonly MenuItem<T>[],
  preset: number,
  context: WidgetContext
): Screenful<PickState, MenuResult<T>> {
  const { keys } = context.words.walk.rich
  const items = choices.map((choice, index) => ({ ...choice, id: String(index) }))
  return listed<MenuResult<T>>(
    {
      title: question,
      items,
      at: preset,
      hints: [keys.enterChoose, keys.escapeBack, keys.leave],
      left: { kind: 'leave' },
      result({ name }, id) {
        if (name === 'escape') return { kind: 'back' }
        const chosen = name === 'enter' ? choices[id === '' ? -1 : Number(id)] : undefined
        return chosen && { kind: 'chosen', value: chosen.value }
      }
    },
    context
  )
}

/** All questions with their state, to go to any. Before the end, also what becomes of answers that are not asked for. */
export function overview(
  what: 'overview' | 'review',
  items: readonly OverviewItem[],
  at: string,
  notes: readonly string[],
  context: WidgetContext
): Screenful<PickState, OverviewResult> {
  const { rich } = context.words.walk
  const { keys } = rich
  return listed<OverviewResult>(
    {
      title: rich[what],
      notes,
      items: items.map((item) => overviewItem(item, context)),
      at: items.findIndex(({ id }) => id === at),
      hints: [keys.enterOpen, what === 'review' ? keys.finish : keys.returns, keys.private, keys.leave],
      left: { kind: 'leave' },
      result(key, id) {
        const item = items.find((each) => each.id === id)
        if (isControl(key, 'p') && item !== undefined) return { kind: 'privacy', prompt: id, private: !item.private }
        if (key.name === 'enter' && item !== undefined) return { kind: 'go', to: id }
        if (key.name === 'tab' && key.shift) return { kind: 'back' }
        if (isDone(key) || (what === 'overview' && (key.name === 'escape' || isControl(key, 'o'))))
          return { kind: 'done' }
        return undefined
      }
    },
    context
  )
}

function overviewItem(
  { id, title, state, private: isPrivate, inheritsFrom, summary }: OverviewItem,
  { theme, words }: WidgetContext
): PickItem {
  const { rich } = words.walk
  const marks = {
    answered: theme.glyphs.done,
    skipped: theme.glyphs.skipped,
    begun: theme.glyphs.begun,
    seen: theme.glyphs.done,
    open: theme.glyphs.open
  }
  const progress = state === 'open' ? '' : state === 'answered' && summary !== '' ? summary : rich.states[state]
  const why = inheritsFrom === undefined ? '' : visible(rich.privateAs(inheritsFrom))
  const note = [isPrivate ? rich.private : '', why, progress].filter((part) => part !== '').join(theme.glyphs.between)
  return { id, label: title, ...(note === '' ? {} : { note }), mark: marks[state], chosen: state === 'answered' }
}

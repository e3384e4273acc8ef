import type { Option, RankingPrompt } from '../../../questions/shared/model.ts'
import type { Frame, Size } from '../../screen.ts'
import { modes, type Action } from '../keys/map.ts'
import type { Act } from '../keys/match.ts'
import { stack } from '../parts/blocks.ts'
import { actInPick, type PickState, type PickItem } from '../parts/pick.ts'
import { viewPick } from '../parts/pick-view.ts'
import { Next, type WidgetContext, type Widget } from '../parts/widget.ts'

interface Ranked {
  readonly pick: PickState
  /** Ids of the ranked items, in order. */
  readonly order: readonly string[]
  /** Whether the arrows move the item at the pointer. */
  readonly isMoving: boolean
}

/**
 * A ranking. Space or Enter gives an item the next place, or starts to move an item that has a place
 * with the arrows. Ranked items are above the others.
 */
export function ranking(prompt: RankingPrompt, answer: unknown, context: WidgetContext): Widget<Ranked> {
  const ids = new Set(prompt.options.map(({ id }) => id))
  const order = Array.isArray(answer) ? [...new Set(answer.filter((id) => typeof id === 'string' && ids.has(id)))] : []
  return {
    start: { pick: { at: startOf(order, ids.size), find: '' }, order, isMoving: false },
    mode(state) {
      if (state.isMoving) return modes.ranking
      if (!isPlaced(state)) return modes.unranked
      return state.order.length === ids.size ? modes.allRanked : modes.ranked
    },
    act: (state, act, room) => actInRanking(state, act, prompt.options, room, context),
    view: (state, room) => viewRanking(state, prompt.options, room, context),
    value: (state) => (state.order.length === 0 ? undefined : state.order),
    unfinished: (state) =>
      state.order.length === ids.size
        ? state
        : { order: state.order, isMoving: false, pick: { at: state.order.length, find: '' } },
    howTo: () => 'rank'
  }
}

/** The first place of the pointer: nowhere without an order, so that one Enter too many ranks nothing. */
function startOf(order: readonly string[], all: number): number {
  return order.length === 0 ? -1 : order.length === all ? 0 : order.length
}

/** Whether the item at the pointer is ranked. */
function isPlaced({ pick, order }: Ranked): boolean {
  return pick.at >= 0 && pick.at < order.length
}

/** The ranked options in their order, and then the others. */
function standing(state: Ranked, options: readonly Option[]): Option[] {
  const byId = new Map(options.map((option) => [option.id, option]))
  const ranked = state.order.flatMap((id) => byId.get(id) ?? [])
  return [...ranked, ...options.filter(({ id }) => !state.order.includes(id))]
}

function actInRanking(
  state: Ranked,
  act: Act,
  options: readonly Option[],
  room: Size,
  context: WidgetContext
): Ranked | Next<Ranked> {
  const { at, find } = state.pick
  const { action } = act
  const takes = action === 'enter' || (action === 'space' && find === '')
  if (state.isMoving) return takes || action === 'escape' ? { ...state, isMoving: false } : moved(state, action)
  if (action === 'enter' && state.order.length === options.length) return new Next(state)
  if (takes) return isPlaced(state) ? { ...state, isMoving: true } : place(state, options)
  if (find === '' && isPlaced(state) && (action === 'deleteBefore' || action === 'deleteAfter'))
    return { ...state, order: state.order.toSpliced(at, 1) }
  const pick = actInPick(state.pick, act, itemsOf(state, options, context), room)
  return pick === state.pick ? state : { ...state, pick }
}

/** Ranks the item at the pointer. The last remaining item is ranked automatically. */
function place(state: Ranked, options: readonly Option[]): Ranked {
  const item = standing(state, options)[state.pick.at]
  if (item === undefined) return state
  const order = [...state.order, item.id]
  const left = options.filter(({ id }) => !order.includes(id))
  const all = left.length === 1 ? [...order, ...left.map(({ id }) => id)] : order
  return { ...state, order: all, pick: { at: Math.min(order.length, options.length - 1), find: '' } }
}

function moved(state: Ranked, action: Action): Ranked {
  const { at } = state.pick
  const places: Readonly<Partial<Record<Action, number>>> = {
    up: at - 1,
    down: at + 1,
    first: 0,
    last: state.order.length - 1
  }
  const to = places[action] ?? at
  const id = state.order[at]
  if (id === undefined || to === at || to < 0 || to >= state.order.length) return state
  return { ...state, order: state.order.toSpliced(at, 1).toSpliced(to, 0, id), pick: { ...state.pick, at: to } }
}

function itemsOf(state: Ranked, options: readonly Option[], { theme, words }: WidgetContext): PickItem[] {
  const digits = String(options.length).length
  return standing(state, options).map((option, index) => {
    const isRanked = index < state.order.length
    const isMoving = state.isMoving && index === state.pick.at
    const mark = isRanked ? `${index + 1}.`.padStart(digits + 1) : theme.glyphs.dot.padStart(digits).padEnd(digits + 1)
    const label = isMoving ? `${option.label} (${words.walk.rich.ranking.moving})` : option.label
    return { ...option, label, mark, chosen: isRanked }
  })
}

function viewRanking(state: Ranked, options: readonly Option[], room: Size, context: WidgetContext): Frame {
  const left = context.words.walk.rich.ranking.left(options.length - state.order.length)
  const items = itemsOf(state, options, context)
  const list = viewPick(items, state.pick, { ...room, rows: room.rows - 1 }, context)
  return stack(list, { lines: [context.theme.quiet(left)] })
}

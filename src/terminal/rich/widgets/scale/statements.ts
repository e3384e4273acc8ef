import { hasDescriptors, rowOf } from '../../../../questions/scale.ts'
import type { ScalePrompt } from '../../../../questions/shared/model.ts'
import { modes } from '../../keys/map.ts'
import type { Act } from '../../keys/match.ts'
import type { Frame, Size } from '../../../screen.ts'
import { width } from '../../../../display/width.ts'
import { visible } from '../../../../text/visible.ts'
import { wrapShort } from '../../../../display/wrap.ts'
import { crop, hang, pointerSign, stack, windowOf } from '../../parts/blocks.ts'
import { Next, partOf, type WidgetContext, type Widget } from '../../parts/widget.ts'
import { isRating, legendOf, levelsOf, rail, ratingsOf, typedRating, type Rating } from './ratings.ts'

interface Several {
  readonly at: number
  readonly ratings: ReadonlyMap<string, Rating>
  /** Digits typed so far; together they are one number. */
  readonly digits: string
}

/** Several statements on one scale. Digits or the arrows rate, Enter goes to the next statement. */
export function statementScale(prompt: ScalePrompt, answer: unknown, context: WidgetContext): Widget<Several> {
  const draft = prompt.statements.flatMap(({ id }): [string, Rating][] => {
    const rating = partOf(answer, id)
    return isRating(prompt, rating) ? [[id, rating]] : []
  })
  const start: Several = { at: 0, ratings: new Map(draft), digits: '' }
  return {
    start: atFirstOpen(prompt, start),
    mode: () => modes.statements,
    act: (state, act) => actInStatements(prompt, state, act),
    view: (state, room) => viewStatements(prompt, state, room, context),
    value: ({ ratings }) => (ratings.size === 0 ? undefined : Object.fromEntries(ratings)),
    unfinished: (state) => atFirstOpen(prompt, state)
  }
}

/** Moves the pointer to the first statement without a rating, if there is one. */
function atFirstOpen({ statements }: ScalePrompt, state: Several): Several {
  const open = statements.findIndex(({ id }) => !state.ratings.has(id))
  return open < 0 ? state : { ...state, at: open, digits: '' }
}

function actInStatements(prompt: ScalePrompt, state: Several, { action, text }: Act): Several | Next<Several> {
  const { at } = state
  const id = prompt.statements[at]?.id ?? ''
  const last = prompt.statements.length - 1
  const typed = typedRating(prompt, text, state.digits)
  const rate = (rating: Rating): Several => ({ at, digits: '', ratings: new Map(state.ratings).set(id, rating) })
  if (typed !== undefined) {
    const after = rate(typed.rating)
    // On a scale of single digits, one key rates a statement.
    return prompt.to < 10 && at < last ? { ...after, at: at + 1 } : { ...after, digits: typed.digits }
  }
  switch (action) {
    case 'left':
    case 'right':
      return rate(stepped(prompt, state.ratings.get(id), action))
    case 'deleteBefore':
    case 'deleteAfter':
      return { at, digits: '', ratings: new Map([...state.ratings].filter(([rated]) => rated !== id)) }
    case 'up':
      return { ...state, digits: '', at: Math.max(0, at - 1) }
    case 'down':
      return { ...state, digits: '', at: Math.min(last, at + 1) }
    case 'enter':
      return at === last ? new Next(state) : { ...state, digits: '', at: at + 1 }
    default:
      return state
  }
}

/** The next or previous rating. Without a rating, an arrow starts at its end of the scale. */
function stepped(prompt: ScalePrompt, rating: Rating | undefined, direction: 'left' | 'right'): Rating {
  const all = ratingsOf(prompt)
  const step = direction === 'left' ? -1 : 1
  const index = rating === undefined ? (step > 0 ? 0 : all.length - 1) : all.indexOf(rating) + step
  return all[Math.min(all.length - 1, Math.max(0, index))] ?? null
}

/** Minimum rows of a statement: a line of text, its rating, and the number of other statements. */
const LEAST = 3

/** The labels, as many statements with their ratings as fit, and the number of ratings. */
function viewStatements(prompt: ScalePrompt, state: Several, room: Size, context: WidgetContext): Frame {
  const { theme, words } = context
  const count =
    room.rows < LEAST + 3
      ? []
      : [theme.quiet(words.walk.rich.scale.rated(state.ratings.size, prompt.statements.length))]
  const isRubric = hasDescriptors(prompt)
  const legend = isRubric
    ? []
    : legendOf(prompt, room.columns, Math.max(1, room.rows - LEAST - 2 * count.length), context)
  const rows = Math.max(LEAST, room.rows - legend.length - count.length)
  const blocks = prompt.statements.map(({ id, text }, index) => {
    const isHere = index === state.at
    const sign = pointerSign(isHere, theme)
    const said = wrapShort(visible(text), room.columns - width(sign) - 1, rows - LEAST + 1, theme.glyphs.ellipsis)
    const space = { columns: room.columns - width(sign), rows: rows - said.length - 1 }
    const rating = state.ratings.get(id)
    const scale =
      isRubric && isHere
        ? viewLevels(rowOf(prompt, id), rating, space, context)
        : [rail(prompt, rating, space.columns, context)]
    return { lines: hang(sign, [...said.map((line) => (isHere ? theme.strong(line) : line)), ...scale]) }
  })
  return crop(stack({ lines: legend }, windowOf(blocks, state.at, rows, context), { lines: count }), room.rows)
}

/**
 * What each number means for the statement at the pointer, in lines of its own. If there is little room: what the chosen number means, or
 * the beginning of them all, above the numbers.
 */
function viewLevels(row: ScalePrompt, rating: Rating | undefined, room: Size, context: WidgetContext): string[] {
  const levels = levelsOf(row, rating, room.columns, context)
  if (levels.length <= room.rows) return levels
  const own = rating === undefined ? row : { ...row, labels: pickLabel(row, rating), unsure: rating === null }
  const legend = legendOf(own, room.columns, Math.max(1, room.rows - 1), context)
  return [...legend, rail(row, rating, room.columns, context)]
}

function pickLabel({ labels }: ScalePrompt, rating: Rating): ScalePrompt['labels'] {
  return Object.fromEntries(Object.entries(labels).filter(([number]) => number === String(rating)))
}

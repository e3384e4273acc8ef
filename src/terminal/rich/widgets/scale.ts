import type { ScalePrompt } from '../../../questions/model.ts'
import type { Key } from '../../keys.ts'
import type { Frame, Size } from '../../screen.ts'
import { visible, width, wrap } from '../../width.ts'
import { cropped, hang, stack, windowOf } from '../blocks.ts'
import { keyInPick, viewPick } from '../pick.ts'
import type { Pick, PickItem } from '../pick.ts'
import { isParts, Next, partOf } from '../widget.ts'
import type { Kit, Widget } from '../widget.ts'

/** A rating; `null` is "not sure". */
type Rating = number | null

interface Single {
  readonly pick: Pick
  readonly rating?: Rating
  /** Digits typed one after the other make one number. */
  readonly digits: string
}

interface Several {
  readonly at: number
  readonly ratings: ReadonlyMap<string, Rating>
  readonly digits: string
}

/** All ratings there are, in order; "not sure" is the last. */
function ratingsOf({ from, to, unsure }: ScalePrompt): Rating[] {
  const numbers: Rating[] = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
  return unsure ? [...numbers, null] : numbers
}

function labelOf(prompt: ScalePrompt, rating: Rating, kit: Kit): string {
  if (rating === null) return kit.words.walk.rich.scale.unsure
  return Object.hasOwn(prompt.labels, String(rating)) ? (prompt.labels[String(rating)] ?? '') : ''
}

function signOf(rating: Rating): string {
  return rating === null ? '?' : String(rating)
}

/** What a typed digit (with those before it) or `?` rates; undefined where it rates nothing. */
function typedRating(prompt: ScalePrompt, key: Key, before: string): { rating: Rating; digits: string } | undefined {
  if (key.text === '?' && prompt.unsure) return { rating: null, digits: '' }
  if (!/^\d$/.test(key.text)) return undefined
  const digits = [before + key.text, key.text].find((text) => Number(text) >= prompt.from && Number(text) <= prompt.to)
  return digits === undefined ? undefined : { rating: Number(digits), digits }
}

function isRating(prompt: ScalePrompt, value: unknown): value is Rating {
  return (typeof value === 'number' || value === null) && ratingsOf(prompt).includes(value)
}

/** One rating: a list of numbers with their labels. */
export function singleScale(prompt: ScalePrompt, answer: unknown, kit: Kit): Widget<Single> {
  const ratings = ratingsOf(prompt)
  const { keys } = kit.words.walk.rich
  const items = (state: Single) => singleItems(prompt, ratings, state, kit)
  const begun = isRating(prompt, answer) ? { rating: answer } : {}
  return {
    start: {
      pick: { at: Math.max(0, isRating(prompt, answer) ? ratings.indexOf(answer) : 0), find: '' },
      digits: '',
      ...begun
    },
    key(state, key, room) {
      const typed = typedRating(prompt, key, state.digits)
      if (typed !== undefined) return { ...typed, pick: { at: ratings.indexOf(typed.rating), find: '' } }
      const here = ratings[state.pick.at]
      if (key.name === 'enter' && here !== undefined) return new Next({ ...state, rating: here })
      if (key.name === 'space' && here !== undefined) return { ...state, rating: here }
      const arrow = key.name === 'left' ? { ...key, name: 'up' } : key.name === 'right' ? { ...key, name: 'down' } : key
      const pick = keyInPick(state.pick, { ...arrow, text: '' }, items(state), room)
      return pick === state.pick ? state : { ...state, pick, digits: '' }
    },
    view: (state, room) => viewPick(items(state), state.pick, room, kit),
    value: ({ rating }) => rating,
    hints: () => [keys.enterChoose, keys.digits]
  }
}

function singleItems(prompt: ScalePrompt, ratings: readonly Rating[], state: Single, kit: Kit): PickItem[] {
  const room = Math.max(...ratings.map((rating) => signOf(rating).length))
  const { chosen, open } = kit.theme.glyphs
  return ratings.map((rating) => {
    const isChosen = state.rating === rating
    const sign = signOf(rating).padStart(room)
    return {
      id: sign,
      label: `${sign}  ${labelOf(prompt, rating, kit)}`.trimEnd(),
      mark: isChosen ? chosen : open,
      chosen: isChosen
    }
  })
}

/** Several statements on one scale: digits or the arrows rate, Enter goes to the next. */
export function statementScale(prompt: ScalePrompt, answer: unknown, kit: Kit): Widget<Several> {
  const kept = prompt.statements.flatMap(({ id }): [string, Rating][] => {
    const rating = partOf(answer, id)
    return isParts(answer) && Object.hasOwn(answer, id) && isRating(prompt, rating) ? [[id, rating]] : []
  })
  const first = prompt.statements.findIndex(({ id }) => !kept.some(([rated]) => rated === id))
  const { keys } = kit.words.walk.rich
  return {
    start: { at: Math.max(0, first), ratings: new Map(kept), digits: '' },
    key: (state, key) => keyInStatements(prompt, state, key),
    view: (state, room) => viewStatements(prompt, state, room, kit),
    value: ({ ratings }) => (ratings.size === 0 ? undefined : Object.fromEntries(ratings)),
    hints: () => [keys.arrowsRate, keys.enterNextPart]
  }
}

function keyInStatements(prompt: ScalePrompt, state: Several, key: Key): Several | Next<Several> {
  const { at } = state
  const id = prompt.statements[at]?.id ?? ''
  const last = prompt.statements.length - 1
  const typed = typedRating(prompt, key, state.digits)
  if (typed !== undefined) {
    const ratings = new Map(state.ratings).set(id, typed.rating)
    // A scale of one digit is rated by one key a statement.
    return prompt.to < 10 && at < last ? { at: at + 1, ratings, digits: '' } : { at, ratings, digits: typed.digits }
  }
  switch (key.name) {
    case 'left':
    case 'right':
      return {
        at,
        digits: '',
        ratings: new Map(state.ratings).set(id, stepped(prompt, state.ratings.get(id), key.name))
      }
    case 'backspace':
    case 'delete':
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

/** The rating beside the one that is there; the first arrow begins at its own end. */
function stepped(prompt: ScalePrompt, rating: Rating | undefined, direction: 'left' | 'right'): Rating {
  const all = ratingsOf(prompt)
  const step = direction === 'left' ? -1 : 1
  const index = rating === undefined ? (step > 0 ? 0 : all.length - 1) : all.indexOf(rating) + step
  return all[Math.min(all.length - 1, Math.max(0, index))] ?? null
}

function viewStatements(prompt: ScalePrompt, state: Several, room: Size, kit: Kit): Frame {
  const { theme, words } = kit
  const blocks = prompt.statements.map(({ id, text }, index) => {
    const isHere = index === state.at
    const sign = isHere ? theme.accent(`${theme.glyphs.pointer} `) : ' '.repeat(width(theme.glyphs.pointer) + 1)
    const said = wrap(visible(text), room.columns - width(sign) - 1).map((line) => (isHere ? theme.strong(line) : line))
    return { lines: hang(sign, [...said, rail(prompt, state.ratings.get(id), room.columns - width(sign), kit)]) }
  })
  const legend = legendOf(prompt, room.columns, kit)
  const count = theme.quiet(words.walk.rich.scale.rated(state.ratings.size, prompt.statements.length))
  const more = (above: number, below: number) => theme.quiet(words.walk.rich.pick.more(above, below))
  const rows = Math.max(3, room.rows - legend.length - 1)
  return cropped(stack({ lines: legend }, windowOf(blocks, state.at, rows, more), { lines: [count] }), room.rows)
}

/** The numbers in a row, the rated one marked by more than its colour; only the rated one where they do not fit. */
function rail(prompt: ScalePrompt, rating: Rating | undefined, columns: number, { theme }: Kit): string {
  const cells = ratingsOf(prompt).map((one) =>
    one === rating ? theme.accent(`[${signOf(one)}]`) : theme.quiet(` ${signOf(one)} `)
  )
  const close = ratingsOf(prompt).map((one) =>
    one === rating ? theme.accent(`[${signOf(one)}]`) : theme.quiet(signOf(one))
  )
  // Close together there is room for the brackets, lest the numbers move when one is rated.
  const row = [cells.join(' '), close.join(' ')].find((each) => width(each) + 2 <= columns)
  if (row !== undefined) return row
  const { left, right } = theme.glyphs
  return rating === undefined
    ? theme.quiet(`${left} ${prompt.from} ${theme.glyphs.ellipsis} ${prompt.to} ${right}`)
    : theme.accent(`[${signOf(rating)}]`)
}

function legendOf(prompt: ScalePrompt, columns: number, kit: Kit): string[] {
  const said = ratingsOf(prompt).flatMap((rating) => {
    const label = labelOf(prompt, rating, kit)
    return label === '' ? [] : [`${signOf(rating)} ${visible(label)}`]
  })
  return said.length === 0
    ? []
    : wrap(said.join(kit.theme.glyphs.between), columns).map((line) => kit.theme.quiet(line))
}

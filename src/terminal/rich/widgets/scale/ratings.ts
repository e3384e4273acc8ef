import type { ScalePrompt } from '../../../../questions/shared/model.ts'
import { width } from '../../../../display/width.ts'
import { visible } from '../../../../text/visible.ts'
import { wrap, wrapShort } from '../../../../display/wrap.ts'
import { flowParts, hang } from '../../parts/blocks.ts'
import type { WidgetContext } from '../../parts/widget.ts'

/** A rating; `null` is "not sure". */
export type Rating = number | null

/** All possible ratings in order. "Not sure" is the last. */
export function ratingsOf({ from, to, unsure }: ScalePrompt): Rating[] {
  const numbers: Rating[] = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
  return unsure ? [...numbers, null] : numbers
}

/** The label of a rating; '' if it has none. */
export function labelOf(prompt: ScalePrompt, rating: Rating, context: WidgetContext): string {
  if (rating === null) return context.words.walk.rich.scale.unsure
  return Object.hasOwn(prompt.labels, String(rating)) ? (prompt.labels[String(rating)] ?? '') : ''
}

/** The key of "not sure". A question mark is the key for help. */
const UNSURE = '-'

/** A rating as the key that chooses it: a number, or a dash. */
export function signOf(rating: Rating): string {
  return rating === null ? UNSURE : String(rating)
}

/** The rating that a digit, after the digits before it, or a dash means; undefined if it means none. */
export function typedRating(
  prompt: ScalePrompt,
  text: string,
  before: string
): { rating: Rating; digits: string } | undefined {
  if (text === UNSURE && prompt.unsure) return { rating: null, digits: '' }
  if (!/^\d$/.test(text)) return undefined
  const digits = [before + text, text].find((typed) => Number(typed) >= prompt.from && Number(typed) <= prompt.to)
  return digits === undefined ? undefined : { rating: Number(digits), digits }
}

/** Whether a draft's answer is a rating on this scale. */
export function isRating(prompt: ScalePrompt, value: unknown): value is Rating {
  return (typeof value === 'number' || value === null) && ratingsOf(prompt).includes(value)
}

/** The numbers in a row, one marked by more than colour. If they do not fit, that one alone. */
export function rail(
  prompt: ScalePrompt,
  rating: Rating | undefined,
  columns: number,
  { theme }: WidgetContext
): string {
  const cells = ratingsOf(prompt).map((one) =>
    one === rating ? theme.strong(`[${signOf(one)}]`) : theme.quiet(` ${signOf(one)} `)
  )
  const close = ratingsOf(prompt).map((one) =>
    one === rating ? theme.strong(`[${signOf(one)}]`) : theme.quiet(signOf(one))
  )
  // Leaves room for the brackets, so that the numbers do not move when one is rated.
  const row = [cells.join(' '), close.join(' ')].find((each) => width(each) + 2 <= columns)
  if (row !== undefined) return row
  const { left, right } = theme.glyphs
  return rating === undefined
    ? theme.quiet(`${left} ${prompt.from} ${theme.glyphs.ellipsis} ${prompt.to} ${right}`)
    : theme.strong(`[${signOf(rating)}]`)
}

/** Each rating in lines of its own with what it means, the chosen one marked as in the rail. */
export function levelsOf(
  prompt: ScalePrompt,
  rating: Rating | undefined,
  columns: number,
  context: WidgetContext
): string[] {
  const { theme } = context
  const room = Math.max(...ratingsOf(prompt).map((one) => signOf(one).length))
  return ratingsOf(prompt).flatMap((one) => {
    const sign = signOf(one).padStart(room)
    const lines = wrap(visible(labelOf(prompt, one, context)), Math.max(1, columns - room - 3))
    return one === rating
      ? hang(`[${sign}] `, lines).map((line) => theme.strong(line))
      : hang(` ${sign}  `, lines).map((line) => line.trimEnd())
  })
}

/** The labels of the numbers, in at most `rows` lines. */
export function legendOf(prompt: ScalePrompt, columns: number, rows: number, context: WidgetContext): string[] {
  const { theme } = context
  const said = ratingsOf(prompt).flatMap((rating) => {
    const label = labelOf(prompt, rating, context)
    return label === '' ? [] : [`${signOf(rating)} ${visible(label)}`]
  })
  const lines = flowParts(said, columns, theme.glyphs.between).flatMap((line) => wrap(line, columns))
  const short =
    lines.length <= rows ? lines : wrapShort(said.join(theme.glyphs.between), columns, rows, theme.glyphs.ellipsis)
  return short.map((line) => theme.quiet(line))
}

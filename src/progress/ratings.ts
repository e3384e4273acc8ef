import type { Pack } from '../pack/model.ts'
import { newPrompt } from '../pack/renames.ts'
import { dayOf } from '../dates/time.ts'
import type { Entry, Section } from '../entry/model.ts'
import { scaleRatings } from '../questions/index.ts'
import type { ScaleRating } from '../questions/shared/model.ts'

/** A value on a scale, and the scale's ends as they were then; null is "not sure". */
export type Rated = Omit<ScaleRating, 'statement'>

/** What is rated more often is told of the newest times only. */
const MOST = 24

/** The newest of some ratings, which are given oldest first: as many of them as are told of. */
export function newestOf<T extends Rated>(ratings: readonly T[]): readonly T[] {
  return ratings.slice(-MOST)
}

/** Ratings in figures, with the scale's top where it was another scale than at last. */
export function inFigures(ratings: readonly Rated[], notSure: string): string[] {
  const last = ratings.at(-1)
  return ratings.map(({ value, from, to }) => {
    if (value === null) return notSure
    return from === last?.from && to === last.to ? String(value) : `${value}/${to}`
  })
}

/** How far up its scale a rating is, from 0 to 1; undefined for "not sure". */
export function heightOf({ value, from, to }: Rated): number | undefined {
  return value === null ? undefined : Math.min(1, Math.max(0, (value - from) / Math.max(1, to - from)))
}

/** How one thing was rated over time. */
export interface RatingHistory {
  /** The question, or the statement that was rated. */
  readonly title: string
  /** The title of the exercise that it belongs to. */
  readonly exercise: string
  /** The scale's ends, as they were at last. */
  readonly from: number
  readonly to: number
  /** Oldest first. `day` is the local date of the entry's start. */
  readonly ratings: readonly (Rated & Pick<Rating, 'day' | 'private'>)[]
}

/** One thing rated once. */
export interface Rating extends Rated {
  readonly title: string
  readonly exercise: string
  readonly day: string
  readonly private: boolean
}

/** What was rated, by a key for each thing, oldest first. */
export type Ratings = ReadonlyMap<string, readonly Rating[]>

/** How everything that was rated at least twice was rated. */
export function ratingHistories(ratings: Ratings): RatingHistory[] {
  return [...ratings.values()].filter(({ length }) => length > 1).flatMap(historyOf)
}

function historyOf(same: readonly Rating[]): RatingHistory[] {
  return same.slice(-1).map(({ title, exercise, from, to }) => ({
    title,
    exercise,
    from,
    to,
    ratings: same.map(({ title: _title, exercise: _exercise, ...rating }) => rating)
  }))
}

/**
 * What was rated in an entry, each with a key that is the same for whatever is the same thing; `pack`, where it is here, tells
 * what its questions are called by now.
 */
export function ratingsIn(
  { head, sections }: Entry,
  pack: Pick<Pack, 'renamed'> = { renamed: {} }
): (readonly [key: string, Rating])[] {
  return sections.flatMap((section) =>
    ratingsOf(section).map(({ statement, ...rated }) => [
      `${head.pack}/${newPrompt(head.exercise, section.id, pack)}${statement === undefined ? '' : `.${statement}`}`,
      { ...rated, exercise: head.title, day: dayOf(head.started), private: section.private }
    ])
  )
}

/** What was rated in answer to a question: the question itself, or its statements. */
export function ratingsOf({ title, prompt, body }: Section): (Rated & { title: string; statement?: string })[] {
  if (prompt === undefined || body.kind !== 'answered') return []
  return scaleRatings(prompt, body.answer).map(({ statement, ...rated }) =>
    statement === undefined ? { title, ...rated } : { title: statement.text, statement: statement.id, ...rated }
  )
}

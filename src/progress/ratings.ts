import type { Pack } from '../pack/model.ts'
import { newPrompt, withNewParts } from '../pack/renames.ts'
import { dayOf } from '../dates/time.ts'
import type { Entry, Section } from '../entry/model.ts'
import { scaleRatings } from '../questions/index.ts'
import type { ScaleRating } from '../questions/shared/model.ts'

/** A value on a scale with the scale's ends at that time; null is "not sure". */
export type Rated = Omit<ScaleRating, 'statement'>

/** The number of ratings that a history shows at most. */
const MOST = 24

/** The last MOST ratings; input is oldest first. */
export function latestRatings<T extends Rated>(ratings: readonly T[]): readonly T[] {
  return ratings.slice(-MOST)
}

/** Ratings as text: the value, or `value/top` if the scale was different from that of the last rating. */
export function formatRatings(ratings: readonly Rated[], notSure: string): string[] {
  const last = ratings.at(-1)
  return ratings.map(({ value, from, to }) => {
    if (value === null) return notSure
    return from === last?.from && to === last.to ? String(value) : `${value}/${to}`
  })
}

/** The position of a rating on its scale, from 0 to 1; undefined for "not sure". */
export function scalePosition({ value, from, to }: Rated): number | undefined {
  return value === null ? undefined : Math.min(1, Math.max(0, (value - from) / Math.max(1, to - from)))
}

/** All ratings of one question or statement. */
export interface RatingHistory {
  /** The title of the question, or the text of the statement. */
  readonly title: string
  /** The title of its exercise. */
  readonly exercise: string
  /** The ends of the scale at the last rating. */
  readonly from: number
  readonly to: number
  /** Oldest first. */
  readonly ratings: readonly (Rated & Pick<Rating, 'day' | 'private'>)[]
}

/** One rating of a question or statement. */
export interface Rating extends Rated {
  /** As in `RatingHistory`. */
  readonly title: string
  readonly exercise: string
  /** The local date of the entry's start, `YYYY-MM-DD`. */
  readonly day: string
  readonly private: boolean
}

/** Ratings by question or statement (see `ratingsIn`), oldest first. */
export type Ratings = ReadonlyMap<string, readonly Rating[]>

/** The histories of everything with at least two ratings. */
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
 * The ratings in an entry. Their keys are equal for the same question or statement in different entries, even if the pack has
 * renamed it since.
 */
export function ratingsIn(
  { head, sections }: Entry,
  pack: Pick<Pack, 'renamed' | 'retired'> = { renamed: {}, retired: [] }
): (readonly [key: string, Rating])[] {
  return sections.flatMap((section) =>
    ratingsOf(withNewParts(section, head.exercise, pack)).map(({ statement, ...rated }) => [
      `${head.pack}/${newPrompt(head.exercise, section.id, pack)}${statement === undefined ? '' : `.${statement}`}`,
      { ...rated, exercise: head.title, day: dayOf(head.started), private: section.private }
    ])
  )
}

/** The ratings in a section: of the question, or of its statements. */
export function ratingsOf({ title, prompt, body }: Section): (Rated & { title: string; statement?: string })[] {
  if (prompt === undefined || body.kind !== 'answered') return []
  return scaleRatings(prompt, body.answer).map(({ statement, ...rated }) =>
    statement === undefined ? { title, ...rated } : { title: statement.text, statement: statement.id, ...rated }
  )
}

import { dayOf } from '../time.ts'
import type { Entry } from './model.ts'

/** How one thing was rated over time. */
export interface RatingHistory {
  /** The question, or the statement that was rated. */
  readonly title: string
  /** The title of the exercise that it belongs to. */
  readonly exercise: string
  /** The scale's ends, as they were at last. */
  readonly from: number
  readonly to: number
  /** Oldest first. `day` is the local date of the entry's start; null is "not sure". */
  readonly ratings: readonly Pick<Rating, 'day' | 'value' | 'private'>[]
}

/** One thing rated once. */
export interface Rating {
  /** The same for whatever is the same thing. */
  readonly key: string
  readonly title: string
  readonly exercise: string
  readonly from: number
  readonly to: number
  readonly day: string
  readonly value: number | null
  readonly private: boolean
}

/** How everything that was rated at least twice was rated, from ratings given oldest first, in the order in which it first was. */
export function ratingHistories(ratings: Iterable<Rating>): RatingHistory[] {
  const byKey = new Map<string, Rating[]>()
  for (const rating of ratings) {
    const same = byKey.get(rating.key)
    if (same === undefined) byKey.set(rating.key, [rating])
    else same.push(rating)
  }
  return [...byKey.values()].filter(({ length }) => length > 1).flatMap(historyOf)
}

function historyOf(same: readonly Rating[]): RatingHistory[] {
  return same.slice(-1).map(({ title, exercise, from, to }) => ({
    title,
    exercise,
    from,
    to,
    ratings: same.map(({ day, value, private: isPrivate }) => ({ day, value, private: isPrivate }))
  }))
}

/** What was rated in an entry. */
export function ratingsIn({ head, sections }: Entry): Rating[] {
  return sections.flatMap((section) => {
    const { id, prompt, body } = section
    if (prompt?.type !== 'scale' || body.kind !== 'answered') return []
    const { answer } = body
    const { from, to, statements } = prompt
    const shared = { exercise: head.title, from, to, day: dayOf(head.started), private: section.private }
    const key = `${head.pack}/${head.exercise}/${id}`
    if (answer === null || typeof answer === 'number') return [{ ...shared, key, title: section.title, value: answer }]
    if (typeof answer !== 'object' || Array.isArray(answer)) return []
    return statements.flatMap((statement) => {
      const value: unknown = Object.entries(answer).find(([name]) => name === statement.id)?.[1]
      return value === null || typeof value === 'number'
        ? [{ ...shared, key: `${key}.${statement.id}`, title: statement.text, value }]
        : []
    })
  })
}

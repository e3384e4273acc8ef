import type { Entry } from './model.ts'

/** How one thing was rated over time. */
export interface RatingHistory {
  /** The question, or the statement that was rated. */
  readonly title: string
  /** The scale's ends, as they were at last. */
  readonly from: number
  readonly to: number
  /** Oldest first. `day` is the local date of the entry's start; null is "not sure". */
  readonly ratings: readonly { readonly day: string; readonly value: number | null }[]
}

interface Rating {
  readonly key: string
  readonly title: string
  readonly from: number
  readonly to: number
  readonly value: number | null
}

/** How everything was rated in entries that are given oldest first, in the order in which it first was. */
export function ratingHistories(entries: Iterable<Entry>): RatingHistory[] {
  const histories = new Map<string, RatingHistory>()
  for (const entry of entries) {
    const day = entry.head.started.slice(0, 10)
    for (const { key, title, from, to, value } of ratingsIn(entry))
      histories.set(key, { title, from, to, ratings: [...(histories.get(key)?.ratings ?? []), { day, value }] })
  }
  return [...histories.values()]
}

function ratingsIn({ head, sections }: Entry): Rating[] {
  return sections.flatMap(({ id, title, prompt, body }) => {
    if (prompt?.type !== 'scale' || body.kind !== 'answered') return []
    const { answer } = body
    const { from, to, statements } = prompt
    const key = `${head.pack}/${head.exercise}/${id}`
    if (answer === null || typeof answer === 'number') return [{ key, title, from, to, value: answer }]
    if (typeof answer !== 'object' || Array.isArray(answer)) return []
    return statements.flatMap((statement) => {
      const value: unknown = Object.entries(answer).find(([name]) => name === statement.id)?.[1]
      return value === null || typeof value === 'number'
        ? [{ key: `${key}.${statement.id}`, title: statement.text, from, to, value }]
        : []
    })
  })
}

import type { Due } from './due.ts'
import type { EntryHead } from './model.ts'
import type { ExerciseProgress, PackProgress } from './progress.ts'
import { ratingHistories } from './ratings.ts'
import type { Tally } from './tally.ts'

/** All that can be told of a journal on a day. */
export interface Report {
  readonly packs: readonly PackProgress[]
  readonly due: readonly Due[]
  readonly tally: Tally
  /** Of the finished entries, oldest first. */
  readonly finished: readonly EntryHead[]
  /** `YYYY-MM-DD`. */
  readonly today: string
}

/** A pack or a route through it, and how many of its exercises are done. */
export interface Done {
  readonly title: string
  readonly done: number
  readonly all: number
  readonly isRoute: boolean
}

/** Every pack and, below one that is begun, its routes. */
export function doneIn({ packs }: Pick<Report, 'packs'>): Done[] {
  return packs.flatMap(({ pack, exercises }) => {
    const done = countDone(exercises)
    const routes = done === 0 ? [] : Object.values(pack.routes)
    return [
      { title: pack.title, done, all: exercises.length, isRoute: false },
      ...routes.map((route) => ({
        title: route.title,
        done: countDone(exercises.filter(({ exercise }) => route.exercises.includes(exercise.id))),
        all: route.exercises.length,
        isRoute: true
      }))
    ]
  })
}

/** How many exercises have a finished entry. */
export function countDone(exercises: readonly ExerciseProgress[]): number {
  return exercises.filter(({ entries }) => entries > 0).length
}

/** The report without what was rated privately, and how many ratings that would have shown are not in it. */
export function withoutPrivate(report: Report): { report: Report; hidden: number } {
  const { ratings } = report.tally
  const hidden = ratingHistories(ratings)
    .flatMap((history) => history.ratings)
    .filter((rating) => rating.private).length
  const open = ratings.filter((rating) => !rating.private)
  return { report: { ...report, tally: { ...report.tally, ratings: open } }, hidden }
}

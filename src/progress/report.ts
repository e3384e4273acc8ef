import type { Words } from '../words/index.ts'
import type { Due } from './due.ts'
import type { EntryHead } from '../entry/model.ts'
import type { ExerciseProgress, PackProgress } from './progress.ts'
import { ratingHistories } from './ratings.ts'
import type { Tally } from './tally.ts'

/** All that can be told of a journal on a day. */
export interface Report {
  readonly packs: readonly PackProgress[]
  /** How many questions of an exercise, `pack/exercise`, have been dealt with in its draft. */
  readonly begun: ReadonlyMap<string, number>
  readonly due: readonly Due[]
  readonly tally: Tally
  /** Of the finished entries, oldest first. */
  readonly finished: readonly EntryHead[]
  /** `YYYY-MM-DD`. */
  readonly today: string
}

/** How far something is: of a pack or a route in exercises, of an exercise in questions. */
interface Share {
  readonly title: string
  readonly done: number
  readonly all: number
}

/** A line of what was done. */
export type Done = Share & ({ readonly kind: 'pack' | 'route' } | ({ readonly kind: 'exercise' } & ExerciseProgress))

/** Every pack and, below one that is begun, its routes and exercises. */
export function doneIn({ packs, begun }: Pick<Report, 'packs' | 'begun'>): Done[] {
  return packs.flatMap(({ pack, exercises }): Done[] => {
    const whole = { kind: 'pack', title: pack.title, done: countDone(exercises), all: exercises.length } as const
    const isBegun = exercises.some(({ status }) => status === 'draft' || status === 'finished')
    if (!isBegun) return [whole]
    const routes = Object.values(pack.routes).map(({ title, exercises: ids }) => ({
      kind: 'route' as const,
      title,
      done: countDone(exercises.filter(({ exercise }) => ids.includes(exercise.id))),
      all: ids.length
    }))
    // Of a pack with one exercise all is said.
    const single = exercises.length === 1 ? [] : exercises
    return [whole, ...routes, ...single.map((one) => exerciseDone(one, begun.get(`${pack.id}/${one.exercise.id}`)))]
  })
}

function exerciseDone(progress: ExerciseProgress, begun = 0): Done {
  const { title, prompts } = progress.exercise
  const all = Math.max(1, prompts.length)
  return { kind: 'exercise', title, done: progress.entries > 0 ? all : Math.min(begun, all - 1), all, ...progress }
}

/** How far something is, in a few words; nothing where an exercise has not been begun. */
export function howFar(one: Done, { commands: { list } }: Words): string {
  if (one.kind !== 'exercise') return `${one.done} / ${one.all}`
  if (one.entries > 0) return list.finished(one.entries)
  return one.status === 'draft' ? list.draft : one.status === 'waiting' ? list.waiting(one.from) : ''
}

/** The days of the year up to today on which something was written. */
export function daysOfYear({ tally: { days }, today }: Pick<Report, 'tally' | 'today'>): string[] {
  const before = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`
  return [...days.keys()].filter((day) => day > before && day <= today)
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
  const open = new Map([...ratings].map(([key, all]) => [key, all.filter((rating) => !rating.private)]))
  return { report: { ...report, tally: { ...report.tally, ratings: open } }, hidden }
}

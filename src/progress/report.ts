import type { Words } from '../words/index.ts'
import type { Due } from './due.ts'
import type { EntryHead } from '../entry/model.ts'
import type { ExerciseProgress, PackProgress } from './progress.ts'
import type { Promised } from './promises.ts'
import { bySection } from '../pack/sections.ts'
import type { Pack } from '../pack/model.ts'
import { exercisesFor, outcomesOf, outcomeToType, type FoundOutcome } from '../pack/outcomes.ts'
import { routesOf } from '../pack/routes.ts'
import { ratingHistories } from './ratings.ts'
import { routeProgress } from './routes.ts'
import { sectionInWords } from './sections.ts'
import type { Tally } from './tally.ts'

/** The data of `reflect progress` on a day. */
export interface Report {
  readonly packs: readonly PackProgress[]
  /** The ids of packs that are not listed. */
  readonly hidden: ReadonlySet<string>
  /** By `pack/exercise`, the number of questions that are answered or skipped in its draft. */
  readonly begun: ReadonlyMap<string, number>
  readonly due: readonly Due[]
  /** The plans that are still open, the oldest first. */
  readonly plans: readonly Promised[]
  readonly tally: Tally
  /** The finished entries, oldest first. */
  readonly finished: readonly EntryHead[]
  /** `YYYY-MM-DD`. */
  readonly today: string
}

/** How far exercises are done. */
export type ProgressState = 'done' | 'begun' | 'open'

/** The progress of a pack or route, counted in exercises, or of an exercise, counted in questions. */
interface Share {
  readonly title: string
  readonly state: ProgressState
  readonly done: number
  readonly all: number
  /** How far it is indented. */
  readonly depth: number
}

/** A row of the overview. */
export type ProgressRow = Share &
  ({ readonly kind: 'pack' | 'route' | 'section' | 'outcome' } | ({ readonly kind: 'exercise' } & ExerciseProgress))

/** The rows of the overview: every pack and, if it has been begun, its routes, sections and exercises. */
export function progressRows({ packs, hidden, begun, today }: Report, words: Words): ProgressRow[] {
  const listed = packs.filter(({ pack }) => !hidden.has(pack.id))
  return listed.flatMap(({ pack, exercises }): ProgressRow[] => {
    const whole = { kind: 'pack', title: pack.title, depth: 0, ...shareOf(exercises) } as const
    if (whole.state === 'open') return [whole]
    const routes = routesOf([pack]).map((route) => ({
      kind: 'route' as const,
      title: route.route.title,
      depth: 1,
      ...shareOf(routeProgress(route, packs).exercises)
    }))
    // For a pack with one exercise, the pack's row is enough.
    const single = exercises.length === 1 ? [] : exercises
    const groups = bySection(pack, single, ({ exercise }) => exercise.id)
    const rows = groups.flatMap(({ section, things }): ProgressRow[] => {
      const each = (depth: number) =>
        things.map((one) => ({ ...exerciseDone(one, begun.get(`${pack.id}/${one.exercise.id}`)), depth }))
      if (pack.sections === undefined) return each(1)
      const title = sectionInWords(section, pack, today, words)
      return [{ kind: 'section', title, depth: 1, ...shareOf(things) }, ...each(2)]
    })
    return [whole, ...routes, ...rows]
  })
}

/** How far the exercises for an outcome are done. */
export interface OutcomeProgress {
  readonly found: FoundOutcome
  readonly exercises: readonly ExerciseProgress[]
}

/** The progress in each outcome of some packs that has exercises. */
export function outcomeProgress(packs: readonly PackProgress[]): OutcomeProgress[] {
  return outcomesOf(packs.map(({ pack }) => pack))
    .map((found) => {
      const ids = (pack: Pack) => new Set(exercisesFor(found.outcome.id, pack).map(({ id }) => id))
      const own = packs.filter(({ pack }) => found.packs.includes(pack))
      const exercises = own.flatMap((one) => one.exercises.filter(({ exercise }) => ids(one.pack).has(exercise.id)))
      return { found, exercises }
    })
    .filter(({ exercises }) => exercises.length > 0)
}

/** The rows of the overview by outcome: those of every pack that has been begun. */
export function outcomeRows({ packs, hidden }: Report): ProgressRow[] {
  const listed = packs.filter(({ pack, exercises }) => !hidden.has(pack.id) && stateOfAll(exercises) !== 'open')
  const all = outcomeProgress(listed)
  const found = all.map((one) => one.found)
  return all.map((one) => ({
    kind: 'outcome',
    title: `${one.found.outcome.text} (${outcomeToType(one.found, found)})`,
    depth: 0,
    ...shareOf(one.exercises)
  }))
}

function shareOf(exercises: readonly ExerciseProgress[]) {
  return { done: countDone(exercises), all: exercises.length, state: stateOfAll(exercises) }
}

/** The state of an exercise. A draft counts before a finished entry; one for which it is too early is open. */
export function stateOf({ status, entries }: ExerciseProgress): ProgressState {
  if (status === 'draft') return 'begun'
  return entries > 0 ? 'done' : 'open'
}

/** The state of a pack or route: done if all its exercises have a finished entry, begun if one has an entry or a draft. */
export function stateOfAll(exercises: readonly ExerciseProgress[]): ProgressState {
  if (exercises.length > 0 && countDone(exercises) === exercises.length) return 'done'
  return exercises.some((one) => stateOf(one) !== 'open') ? 'begun' : 'open'
}

function exerciseDone(progress: ExerciseProgress, begun = 0) {
  const { title, prompts } = progress.exercise
  const all = Math.max(1, prompts.length)
  const state = stateOf(progress)
  return {
    kind: 'exercise' as const,
    title,
    state,
    done: progress.entries > 0 ? all : Math.min(begun, all - 1),
    all,
    ...progress
  }
}

/** The progress of a row in a few words; '' for an exercise that has not been begun. */
export function progressLabel(one: ProgressRow, { commands: { list } }: Words): string {
  if (one.kind !== 'exercise') return `${one.done} / ${one.all}`
  if (one.entries > 0) return list.finished(one.entries)
  return one.status === 'draft' ? list.draft : one.status === 'waiting' ? list.waiting(one.from) : ''
}

/** The days with entries in the year that ends today, `YYYY-MM-DD`. */
export function daysOfLastYear({ tally: { days }, today }: Pick<Report, 'tally' | 'today'>): string[] {
  const before = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`
  return [...days.keys()].filter((day) => day > before && day <= today)
}

/** The number of exercises with a finished entry. */
export function countDone(exercises: readonly ExerciseProgress[]): number {
  return exercises.filter(({ entries }) => entries > 0).length
}

/** The report without private ratings, and the number of ratings that it would have shown. */
export function withoutPrivate(report: Report): { report: Report; hidden: number } {
  const { ratings } = report.tally
  const hidden = ratingHistories(ratings)
    .flatMap((history) => history.ratings)
    .filter((rating) => rating.private).length
  const open = new Map([...ratings].map(([key, all]) => [key, all.filter((rating) => !rating.private)]))
  return { report: { ...report, tally: { ...report.tally, ratings: open } }, hidden }
}

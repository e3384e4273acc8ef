import type { Exercise, Pack } from '../pack/model.ts'
import { later } from '../dates/spans.ts'
import type { TimeSpan } from '../dates/spans.ts'
import type { Listed } from '../entry/model.ts'
import { entriesOfPack } from './progress.ts'

/** An exercise to which the learner is invited back. */
export interface Due {
  readonly pack: Pack
  readonly exercise: Exercise
  /** Since when, ISO 8601. */
  readonly since: string
  /** The finished entry that is looked back at: of the exercise itself, or of the one that it follows. */
  readonly entry: Listed
}

/**
 * What is due now, the longest waiting first: exercises that their pack holds back until some time after another one
 * (`revisit`), and where `after` is given, those whose latest entry is that old. An exercise with a draft is under way,
 * not due.
 */
export function dueOf(packs: readonly Pack[], entries: readonly Listed[], now: Date, after?: TimeSpan): readonly Due[] {
  return packs
    .flatMap((pack) => {
      const own = entriesOfPack(pack, entries)
      return pack.exercises.flatMap((exercise) => dueIn(pack, exercise, own, after) ?? [])
    })
    .filter(({ since }) => Date.parse(since) <= now.getTime())
    .toSorted((a, b) => Date.parse(a.since) - Date.parse(b.since))
}

function dueIn(
  pack: Pack,
  exercise: Exercise,
  entries: readonly Listed[],
  after: TimeSpan | undefined
): Due | undefined {
  if (entries.some((entry) => entry.exercise === exercise.id && entry.status === 'draft')) return undefined
  const last = latest(exercise.id, entries)
  const followed = exercise.revisit && latest(exercise.revisit.exercise, entries)
  if (exercise.revisit !== undefined && followed !== undefined && !(last && moment(last) > moment(followed)))
    return {
      pack,
      exercise,
      since: later(followed.finished ?? followed.started, exercise.revisit.after),
      entry: followed
    }
  if (after === undefined || last === undefined) return undefined
  return { pack, exercise, since: later(last.finished ?? last.started, after), entry: last }
}

/** The finished entry of an exercise that was finished last. */
function latest(exercise: string, entries: readonly Listed[]): Listed | undefined {
  return entries
    .filter((entry) => entry.exercise === exercise && entry.status === 'finished')
    .toSorted((a, b) => moment(a) - moment(b))
    .at(-1)
}

function moment({ finished, started }: Listed): number {
  return Date.parse(finished ?? started)
}

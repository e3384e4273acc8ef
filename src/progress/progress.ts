import type { Exercise, Pack } from '../pack/model.ts'
import { newExercise } from '../pack/renames.ts'
import { later } from '../dates/spans.ts'
import { dayOf } from '../dates/time.ts'
import type { Listed } from '../entry/model.ts'

/** How far an exercise is: `waiting` is held back until its day has come. */
type Status = 'open' | 'draft' | 'finished' | 'waiting'

/** An exercise as the journal knows it. */
export interface ExerciseProgress {
  readonly exercise: Exercise
  readonly status: Status
  /** Finished entries. */
  readonly entries: number
  /** `YYYY-MM-DD`, the first day on which a held-back exercise is meant to be done. */
  readonly from?: string
}

/** A pack's exercises as the journal knows them, in the pack's order. */
export interface PackProgress {
  readonly pack: Pack
  readonly exercises: readonly ExerciseProgress[]
}

/** What is done and what is open, from the entries' front matter alone. `now` decides what is still held back. */
export function progressOf(pack: Pack, entries: readonly Listed[], now: Date): PackProgress {
  const own = entriesOfPack(pack, entries)
  return { pack, exercises: pack.exercises.map((exercise) => exerciseProgress(exercise, own, now)) }
}

/** A pack's entries, each under the name that its exercise has now. */
export function entriesOfPack(pack: Pack, entries: readonly Listed[]): Listed[] {
  return entries
    .filter((entry) => entry.pack === pack.id)
    .map((entry) => ({ ...entry, exercise: newExercise(entry.exercise, pack) }))
}

function exerciseProgress(exercise: Exercise, entries: readonly Listed[], now: Date): ExerciseProgress {
  const own = entries.filter((entry) => entry.exercise === exercise.id)
  const finished = own.filter(({ status }) => status === 'finished').length
  const from = heldBackUntil(exercise, entries)
  const waiting = exercise.revisit !== undefined && (from === undefined || new Date(from) > now)
  const status = own.length > finished ? 'draft' : finished > 0 ? 'finished' : waiting ? 'waiting' : 'open'
  return { exercise, status, entries: finished, ...(waiting && from !== undefined ? { from: dayOf(from) } : {}) }
}

/** The moment from which an exercise may be done; undefined if it waits for none, or for one that is not finished yet. */
function heldBackUntil(exercise: Exercise, entries: readonly Listed[]): string | undefined {
  if (exercise.revisit === undefined) return undefined
  const { exercise: other, after } = exercise.revisit
  const latest = entries
    .filter((entry) => entry.exercise === other && entry.finished !== undefined)
    .map(({ finished = '' }) => finished)
    .toSorted((a, b) => Date.parse(a) - Date.parse(b))
    .at(-1)
  return latest === undefined ? undefined : later(latest, after)
}

/** The next exercise of a pack, or of a route through it, that is neither done nor held back. */
export function nextIn(progress: PackProgress, route?: string): ExerciseProgress | undefined {
  const wanted = route === undefined ? undefined : progress.pack.routes[route]?.exercises
  const order = wanted ?? progress.exercises.map(({ exercise }) => exercise.id)
  return order
    .flatMap((id) => progress.exercises.find(({ exercise }) => exercise.id === id) ?? [])
    .find(({ status }) => status === 'open' || status === 'draft')
}

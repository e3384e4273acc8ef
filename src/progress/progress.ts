import { present } from '../util/records.ts'
import type { Exercise, Pack } from '../pack/model.ts'
import { newExercise } from '../pack/renames.ts'
import { later } from '../dates/spans.ts'
import { dayOf, isoTime } from '../dates/time.ts'
import type { Listed } from '../entry/model.ts'

/** The state of an exercise. `waiting`: its pack holds it back until a later day. */
type Status = 'open' | 'draft' | 'finished' | 'waiting'

/** An exercise and its state in the journal. */
export interface ExerciseProgress {
  readonly exercise: Exercise
  readonly status: Status
  /** The number of finished entries. */
  readonly entries: number
  /** The first day on which a waiting exercise is meant to be done, `YYYY-MM-DD`. */
  readonly from?: string
}

/** The exercises of a pack and their states, in the pack's order. */
export interface PackProgress {
  readonly pack: Pack
  readonly exercises: readonly ExerciseProgress[]
}

/** The progress in a pack, from the front matter of entries alone. */
export function progressOf(pack: Pack, entries: readonly Listed[], now: Date): PackProgress {
  const own = entriesOfPack(pack, entries)
  return { pack, exercises: pack.exercises.map((exercise) => exerciseProgress(exercise, own, now)) }
}

/** The entries of a pack, each with the present id of its exercise. */
export function entriesOfPack(pack: Pack, entries: readonly Listed[]): Listed[] {
  return entries
    .filter((entry) => entry.pack === pack.id)
    .map((entry) => ({ ...entry, exercise: newExercise(entry.exercise, pack) }))
}

function exerciseProgress(exercise: Exercise, entries: readonly Listed[], now: Date): ExerciseProgress {
  const own = entries.filter((entry) => entry.exercise === exercise.id)
  const finished = own.filter(({ status }) => status === 'finished').length
  const from = heldBackUntil(exercise, entries)
  const waiting = looksBack(exercise) && (from === undefined || dayOf(from) > dayOf(isoTime(now)))
  const status = own.length > finished ? 'draft' : finished > 0 ? 'finished' : waiting ? 'waiting' : 'open'
  return {
    exercise,
    status,
    entries: finished,
    ...present({ from: waiting && from !== undefined ? dayOf(from) : undefined })
  }
}

/** Whether an exercise revisits another one. One that revisits itself is open from the beginning. */
function looksBack({ id, revisit }: Exercise): boolean {
  return revisit !== undefined && revisit.exercise !== id
}

/** When an exercise becomes available, ISO 8601; undefined if it revisits none, or one without a finished entry. */
function heldBackUntil(exercise: Exercise, entries: readonly Listed[]): string | undefined {
  if (exercise.revisit === undefined) return undefined
  const last = lastFinished(exercise.revisit.exercise, entries)
  return last && later(last.finished ?? last.started, exercise.revisit.after)
}

/** The entry of an exercise that was finished last. */
export function lastFinished(exercise: string, entries: readonly Listed[]): Listed | undefined {
  return entries
    .filter((entry) => entry.exercise === exercise && entry.status === 'finished')
    .toSorted((a, b) => finishedAt(a) - finishedAt(b))
    .at(-1)
}

/** When an entry was finished, or begun if it does not say, in milliseconds. */
export function finishedAt({ finished, started }: Listed): number {
  return Date.parse(finished ?? started)
}

/** The first of some exercises that is neither finished nor held back. */
export function nextIn<E extends ExerciseProgress>(exercises: readonly E[]): E | undefined {
  return exercises.find(({ status }) => status === 'open' || status === 'draft')
}

/**
 * Sorts entries by the order of the packs and of their exercises, then oldest first. Exercises that their pack no longer has
 * come after its other exercises. Entries of other packs come last, grouped by pack.
 */
export function inReadingOrder(entries: readonly Listed[], packs: readonly Pack[]): Listed[] {
  const ranks = new Map(packs.map((pack, rank) => [pack.id, { pack, rank }]))
  const keyed = entries.map((entry) => {
    const { pack, rank } = ranks.get(entry.pack) ?? { pack: undefined, rank: packs.length }
    const exercise = pack === undefined ? entry.exercise : newExercise(entry.exercise, pack)
    const index = pack?.exercises.findIndex(({ id }) => id === exercise) ?? -1
    return { entry, rank, exercise, position: index === -1 ? Number.MAX_SAFE_INTEGER : index }
  })
  return keyed
    .toSorted(
      (a, b) =>
        a.rank - b.rank ||
        compare(a.entry.pack, b.entry.pack) ||
        a.position - b.position ||
        compare(a.exercise, b.exercise) ||
        Date.parse(a.entry.started) - Date.parse(b.entry.started) ||
        a.entry.file.length - b.entry.file.length ||
        compare(a.entry.file, b.entry.file)
    )
    .map(({ entry }) => entry)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

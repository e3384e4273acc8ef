import { UsageError } from '../context/errors.ts'
import { fold } from '../text/folding.ts'
import { nearest } from '../text/suggest.ts'
import type { Words } from '../words/index.ts'
import type { Exercise, Pack } from './model.ts'

/** An exercise and the pack that it belongs to. */
export interface FoundExercise {
  readonly pack: Pack
  readonly exercise: Exercise
}

/** What a name means: one exercise, several, or none, with the nearest names. */
export type Meant =
  | { readonly kind: 'found'; readonly found: FoundExercise }
  | { readonly kind: 'ambiguous'; readonly names: readonly string[] }
  | { readonly kind: 'unknown'; readonly near: readonly string[] }

/** Finds what `pack/exercise`, `exercise`, or any unique beginning of either names. Capitals do not count. */
export function meantBy(packs: readonly Pack[], name: string): Meant {
  const wanted = fold(name)
  const all = packs.flatMap((pack) =>
    pack.exercises.map((exercise) => ({ pack, exercise, full: `${pack.id}/${exercise.id}` }))
  )
  const ways = [
    all.filter(({ full, exercise }) => full === wanted || exercise.id === wanted),
    all.filter(({ full, exercise }) => full.startsWith(wanted) || exercise.id.startsWith(wanted)),
    all.filter(({ pack, exercise }) => beginsBoth(pack.id, exercise.id, wanted))
  ]
  const [first, ...others] = (wanted === '' ? undefined : ways.find((found) => found.length > 0)) ?? []
  if (first === undefined) {
    const known = all.map(({ full, exercise }) => (name.includes('/') ? full : exercise.id))
    return { kind: 'unknown', near: nearest(name, known) }
  }
  if (others.length > 0) return { kind: 'ambiguous', names: [first, ...others].map(({ full }) => full) }
  return { kind: 'found', found: { pack: first.pack, exercise: first.exercise } }
}

/**
 * What to type for an exercise, the shortest name that means no other: its id, or that with its pack's. `others` are the
 * exercises that may be meant besides it, wherever they come from.
 */
export function nameToType({ pack, exercise }: Names, others: readonly Names[]): string {
  const isShared = others.some((other) => other.exercise === exercise && other.pack !== pack)
  return isShared ? `${pack}/${exercise}` : exercise
}

/** An exercise by its names. */
interface Names {
  readonly pack: string
  readonly exercise: string
}

/** The names of all exercises of some packs. */
export function namesIn(packs: readonly Pack[]): Names[] {
  return packs.flatMap(({ id, exercises }) => exercises.map((exercise) => ({ pack: id, exercise: exercise.id })))
}

/** `pub/no` for `public-value/no-paying-customer`. */
function beginsBoth(pack: string, exercise: string, wanted: string): boolean {
  const [begunPack = '', begunExercise, ...more] = wanted.split('/')
  return (
    begunExercise !== undefined && more.length === 0 && pack.startsWith(begunPack) && exercise.startsWith(begunExercise)
  )
}

/**
 * The exercise that a name means.
 *
 * @throws UsageError where it means none, with the nearest names, or several, with all of them.
 */
export function findExercise(packs: readonly Pack[], name: string, { diagnostics }: Words): FoundExercise {
  const meant = meantBy(packs, name)
  if (meant.kind === 'found') return meant.found
  if (meant.kind === 'ambiguous') throw new UsageError(diagnostics.ambiguousExercise(name, meant.names))
  throw new UsageError(diagnostics.unknownExercise(name, meant.near))
}

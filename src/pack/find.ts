import { UsageError } from '../context/errors.ts'
import { fold } from '../text/folding.ts'
import { suggest } from '../text/suggest.ts'
import type { Words } from '../words/index.ts'
import type { Exercise, Pack } from './model.ts'

/** An exercise with its pack. */
export interface FoundExercise {
  readonly pack: Pack
  readonly exercise: Exercise
}

/** The result of looking up a name: one exercise, the full names of several, or similar names if there is none. */
export type NameLookup =
  | { readonly kind: 'found'; readonly found: FoundExercise }
  | { readonly kind: 'ambiguous'; readonly names: readonly string[] }
  | { readonly kind: 'unknown'; readonly near: readonly string[] }

/** Finds an exercise by `pack/exercise`, `exercise`, or a unique prefix of either. Ignores case and accents. */
export function lookUpExercise(packs: readonly Pack[], name: string): NameLookup {
  const wanted = fold(name)
  const all = packs.flatMap((pack) =>
    pack.exercises.map((exercise) => ({ pack, exercise, full: `${pack.id}/${exercise.id}` }))
  )
  const matches = [
    all.filter(({ full, exercise }) => full === wanted || exercise.id === wanted),
    all.filter(({ full, exercise }) => full.startsWith(wanted) || exercise.id.startsWith(wanted)),
    all.filter(({ pack, exercise }) => hasPrefixes(pack.id, exercise.id, wanted))
  ]
  const [first, ...others] = (wanted === '' ? undefined : matches.find((each) => each.length > 0)) ?? []
  if (first === undefined) {
    const known = all.map(({ full, exercise }) => (name.includes('/') ? full : exercise.id))
    return { kind: 'unknown', near: suggest(name, known) }
  }
  if (others.length > 0) return { kind: 'ambiguous', names: [first, ...others].map(({ full }) => full) }
  return { kind: 'found', found: { pack: first.pack, exercise: first.exercise } }
}

/** The shortest name that identifies an exercise: its id, or `pack/id` if another pack in `others` has the same id. */
export function nameToType({ pack, exercise }: Names, others: readonly Names[]): string {
  const isShared = others.some((other) => other.exercise === exercise && other.pack !== pack)
  return isShared ? `${pack}/${exercise}` : exercise
}

/** The ids of an exercise and its pack. */
interface Names {
  readonly pack: string
  readonly exercise: string
}

/** The ids of all exercises of some packs. */
export function exerciseNames(packs: readonly Pack[]): Names[] {
  return packs.flatMap(({ id, exercises }) => exercises.map((exercise) => ({ pack: id, exercise: exercise.id })))
}

/** Whether both parts are prefixes: `pub/no` of `public-value/no-paying-customer`. */
function hasPrefixes(pack: string, exercise: string, wanted: string): boolean {
  const [packPrefix = '', exercisePrefix, ...more] = wanted.split('/')
  return (
    exercisePrefix !== undefined &&
    more.length === 0 &&
    pack.startsWith(packPrefix) &&
    exercise.startsWith(exercisePrefix)
  )
}

/** As `lookUpExercise`. @throws UsageError if there is none, naming similar ones, or several, naming all of them. */
export function findExercise(packs: readonly Pack[], name: string, { diagnostics }: Words): FoundExercise {
  const lookup = lookUpExercise(packs, name)
  if (lookup.kind === 'found') return lookup.found
  if (lookup.kind === 'ambiguous') throw new UsageError(diagnostics.ambiguousExercise(name, lookup.names))
  throw new UsageError(diagnostics.unknownExercise(name, lookup.near))
}

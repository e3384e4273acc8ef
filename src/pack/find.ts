import { UsageError } from '../context/errors.ts'
import { closest, nameTests, type Finder } from '../text/finder.ts'
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

/**
 * Finds exercises by `pack/exercise` or `exercise`, by their title, by the beginning of any of these or of both parts of the first, or
 * by a part of the title or of the name. Ignores case and accents.
 */
export function exerciseFinder(packs: readonly Pack[], name: string): Finder<FoundExercise> {
  const wanted = fold(name)
  const { isTitle, begins, isIn } = nameTests(name)
  const all = packs.flatMap((pack) => pack.exercises.map((exercise) => ({ pack, exercise })))
  return {
    id: () => all.filter((one) => fullName(one) === wanted || one.exercise.id === wanted),
    title: () => all.filter(({ exercise }) => isTitle(exercise.title)),
    prefix: () =>
      all.filter(
        (one) =>
          [fullName(one), one.exercise.id, one.exercise.title].some(begins) ||
          hasPrefixes(one.pack.id, one.exercise.id, wanted)
      ),
    part: () => all.filter(({ exercise }) => isIn(exercise.title) || isIn(exercise.id))
  }
}

/** `pack/exercise`. */
export function fullName({ pack, exercise }: FoundExercise): string {
  return `${pack.id}/${exercise.id}`
}

/** As `exerciseFinder`, with the full names if there are several. */
export function lookUpExercise(packs: readonly Pack[], name: string): NameLookup {
  const found = closest([exerciseFinder(packs, name)])
  if (found === undefined) return { kind: 'unknown', near: nearExercises(packs, name) }
  const [only, ...others] = found.things
  return others.length > 0 ? { kind: 'ambiguous', names: found.things.map(fullName) } : { kind: 'found', found: only }
}

function nearExercises(packs: readonly Pack[], name: string): string[] {
  const nameOf = (pack: Pack, id: string) => (name.includes('/') ? `${pack.id}/${id}` : id)
  return suggest(
    name,
    packs.flatMap((pack) => pack.exercises.map(({ id }) => nameOf(pack, id)))
  )
}

/** The shortest name that identifies an exercise: its id, or `pack/id` if another pack in `others` has the same id. */
export function nameToType({ pack, exercise }: Names, others: readonly Names[]): string {
  const isShared = others.some((other) => other.exercise === exercise && other.pack !== pack)
  return isShared ? `${pack}/${exercise}` : exercise
}

/** The shortest name that identifies an exercise among those of some packs. */
export function nameAmong({ pack, exercise }: FoundExercise, packs: readonly Pack[]): string {
  return nameToType({ pack: pack.id, exercise: exercise.id }, exerciseNames(packs))
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
export function findExercise(packs: readonly Pack[], name: string, words: Words): FoundExercise {
  const lookup = lookUpExercise(packs, name)
  if (lookup.kind === 'found') return lookup.found
  if (lookup.kind === 'ambiguous') throw ambiguousExercise(lookup.names, name, words)
  throw unknownExercise(packs, name, words)
}

/** The error for a name that several exercises have. */
export function ambiguousExercise(names: readonly string[], name: string, { diagnostics }: Words): UsageError {
  return new UsageError(diagnostics.ambiguousExercise(name, names))
}

/** The error for a name that no exercise has, with similar names. */
export function unknownExercise(packs: readonly Pack[], name: string, { diagnostics }: Words): UsageError {
  return new UsageError(diagnostics.unknownExercise(name, nearExercises(packs, name)))
}

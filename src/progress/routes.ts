import type { Listed } from '../entry/model.ts'
import { packsOn, routeNamedIn, stepsOf, type FoundRoute, type MissingPack } from '../pack/routes.ts'
import type { Pack } from '../pack/model.ts'
import { present } from '../util/records.ts'
import { nextIn, type ExerciseProgress, type PackProgress } from './progress.ts'

/** An exercise with its pack and its state in the journal. */
interface StepProgress extends ExerciseProgress {
  readonly pack: Pack
}

/** The exercises of a route that are here, in its order, and its packs that are not here. */
interface RouteProgress {
  readonly exercises: readonly StepProgress[]
  readonly missing: readonly MissingPack[]
}

/** How far a route is done. `all` is the progress in every pack that is here. */
export function routeProgress(route: FoundRoute, all: readonly PackProgress[]): RouteProgress {
  const { steps, missing } = stepsOf(
    route,
    all.map(({ pack }) => pack)
  )
  const exercises = steps.flatMap(({ pack, exercise }) => {
    const own = all.find((each) => each.pack.id === pack.id)?.exercises.find((one) => one.exercise.id === exercise.id)
    return own === undefined ? [] : [{ ...own, pack }]
  })
  return { exercises, missing }
}

/** The next exercise of a route that is neither finished nor held back. */
export function nextOnRoute(route: FoundRoute, all: readonly PackProgress[]): StepProgress | undefined {
  return nextIn(routeProgress(route, all).exercises)
}

/** The ids of the packs that are not here and are passed over on the way to the next exercise; all of them if there is no next one. */
export function passedOver(route: FoundRoute, all: readonly PackProgress[]): string[] {
  const { exercises, missing } = routeProgress(route, all)
  const next = nextIn(exercises)
  const place = next && exercises.indexOf(next)
  return missing.filter(({ after }) => place === undefined || after === place).map(({ id }) => id)
}

/**
 * The route on which the learner was last, as far as a pack is concerned: that of the newest entry which names one through the pack, or
 * which is an entry of the pack. Routes that are gone do not count.
 */
export function lastRoute(
  pack: Pick<Pack, 'id'>,
  entries: readonly Listed[],
  packs: readonly Pack[]
): FoundRoute | undefined {
  const named = entries.filter(({ route }) => route !== undefined)
  const newest = named.toSorted((a, b) => Date.parse(b.started) - Date.parse(a.started))
  const seen = new Set<string>()
  for (const { pack: of, route: name = '' } of newest) {
    if (seen.has(`${of} ${name}`)) continue
    seen.add(`${of} ${name}`)
    const route = routeNamedIn(of, name, packs)
    if (route !== undefined && (of === pack.id || packsOn(route, packs).some(({ id }) => id === pack.id))) return route
  }
  return undefined
}

/** An exercise that comes next, and the route on which it is. */
export interface NextExercise extends StepProgress {
  readonly route?: FoundRoute
}

/** The next exercise on a route; if there is none, the next one of the pack. `all` is the progress in every pack that is here. */
export function nextFor(
  pack: Pick<Pack, 'id'>,
  route: FoundRoute | undefined,
  all: readonly PackProgress[]
): NextExercise | undefined {
  const onRoute = route && nextOnRoute(route, all)
  if (onRoute !== undefined) return { ...onRoute, ...present({ route }) }
  const own = all.find((each) => each.pack.id === pack.id)
  const next = own && nextIn(own.exercises)
  return next && { ...next, pack: own.pack }
}

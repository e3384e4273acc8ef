import type { Listed } from '../entry/model.ts'
import { routeNamedIn, stepsOf, type FoundRoute, type MissingPack } from '../pack/routes.ts'
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

/** The route on which the learner was last in a pack: that of its newest entry which names one that is still there. */
export function lastRoute(
  pack: Pick<Pack, 'id'>,
  entries: readonly Listed[],
  packs: readonly Pack[]
): FoundRoute | undefined {
  const named = entries
    .filter((entry) => entry.pack === pack.id && entry.route !== undefined)
    .toSorted((a, b) => Date.parse(b.started) - Date.parse(a.started))
  for (const { route = '' } of named) {
    const found = routeNamedIn(pack.id, route, packs)
    if (found !== undefined) return found
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

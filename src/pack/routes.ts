import { UsageError } from '../context/errors.ts'
import { closest, nameTests, type Finder } from '../text/finder.ts'
import { fold } from '../text/folding.ts'
import { suggest } from '../text/suggest.ts'
import { own } from '../util/records.ts'
import type { Words } from '../words/index.ts'
import { fullName, type FoundExercise } from './find.ts'
import type { Pack, Route } from './model.ts'
import { newExercise } from './renames.ts'

/** A route with the pack that declares it. */
export interface FoundRoute {
  readonly pack: Pack
  readonly name: string
  readonly route: Route
}

/** The exercises of a route that are here, in its order, and the packs that are not here. */
interface Steps {
  readonly steps: readonly FoundExercise[]
  readonly missing: readonly MissingPack[]
}

/** A pack of a route that is not here, and how many exercises come before it. */
export interface MissingPack {
  readonly id: string
  readonly after: number
}

/** All routes of some packs, in their order. */
export function routesOf(packs: readonly Pack[]): FoundRoute[] {
  return packs.flatMap((pack) => Object.entries(pack.routes).map(([name, route]) => ({ pack, name, route })))
}

/** `pack/route`. */
export function fullRouteName({ pack, name }: FoundRoute): string {
  return `${pack.id}/${name}`
}

/** The shortest name that identifies a route: its own, or `pack/route` if another pack has a route of the same name. */
export function routeToType(route: FoundRoute, packs: readonly Pack[]): string {
  const isShared = packs.some((pack) => pack.id !== route.pack.id && Object.hasOwn(pack.routes, route.name))
  return isShared ? fullRouteName(route) : route.name
}

/** The pack and the exercise that a route names, by their ids. */
export interface Step {
  readonly pack: string
  readonly exercise: string
}

/** What a route of the pack `here` names: `exercise`, or `pack/exercise`. */
export function parseStep(step: string, here: string): Step {
  const [first = '', second] = step.split('/', 2)
  return second === undefined ? { pack: here, exercise: first } : { pack: first, exercise: second }
}

/**
 * The exercises of a route. Those that another pack has renamed are found again; those that it no longer has are left out, and
 * each exercise comes once.
 */
export function stepsOf({ pack: home, route }: Pick<FoundRoute, 'pack' | 'route'>, packs: readonly Pack[]): Steps {
  const steps = new Map<string, FoundExercise>()
  const missing = new Map<string, number>()
  for (const step of route.exercises) {
    const name = parseStep(step, home.id)
    const pack = name.pack === home.id ? home : packs.find(({ id }) => id === name.pack)
    const id = pack && newExercise(name.exercise, pack)
    const exercise = pack?.exercises.find((each) => each.id === id)
    if (pack === undefined) missing.set(name.pack, steps.size)
    else if (exercise !== undefined) steps.set(fullName({ pack, exercise }), { pack, exercise })
  }
  return { steps: [...steps.values()], missing: [...missing].map(([id, after]) => ({ id, after })) }
}

/** Whether a route leads through an exercise. */
export function isOnRoute({ pack, exercise }: FoundExercise, route: FoundRoute): boolean {
  return stepsOf(route, [pack]).steps.some((step) => step.pack.id === pack.id && step.exercise.id === exercise.id)
}

/** The packs through which a route leads, the one that declares it first. */
export function packsOn(route: FoundRoute, packs: readonly Pack[]): Pack[] {
  const through = stepsOf(route, packs).steps.map(({ pack }) => pack)
  return [...new Map([route.pack, ...through].map((pack) => [pack.id, pack])).values()]
}

/** How an entry of a pack names a route: by its name, or as `pack/route` if another pack declares it. */
export function routeIn(pack: Pick<Pack, 'id'>, route: FoundRoute): string {
  return route.pack.id === pack.id ? route.name : fullRouteName(route)
}

/** The route that an entry of a pack names; undefined if it is gone. */
export function routeNamedIn(pack: string, name: string, packs: readonly Pack[]): FoundRoute | undefined {
  const [first = '', second] = name.split('/', 2)
  const [home, ownName] = second === undefined ? [pack, first] : [first, second]
  const declaring = packs.find(({ id }) => id === home)
  const route = declaring && own(declaring.routes, ownName)
  return declaring === undefined || route === undefined ? undefined : { pack: declaring, name: ownName, route }
}

/**
 * The routes that a name means: `pack/route` or `route`, a title, or the beginning of any of these. Several if they match equally
 * well.
 *
 * @throws UsageError if there is none; it suggests similar names.
 */
export function findRoutes(
  packs: readonly Pack[],
  name: string,
  { commands }: Words
): readonly [FoundRoute, ...FoundRoute[]] {
  const all = routesOf(packs)
  const found = closest([routeFinder(all, name)])
  if (found !== undefined) return found.things
  const known = all.map((route) => routeToType(route, packs))
  const near = suggest(name, name.includes('/') ? all.map(fullRouteName) : known)
  throw new UsageError(commands.start.unknownRoute(name, near, known))
}

function routeFinder(all: readonly FoundRoute[], name: string): Finder<FoundRoute> {
  const wanted = fold(name)
  const { isTitle, begins } = nameTests(name)
  return {
    id: () => all.filter((one) => fullRouteName(one) === wanted || one.name === wanted),
    title: () => all.filter(({ route }) => isTitle(route.title)),
    prefix: () => all.filter((one) => [fullRouteName(one), one.name, one.route.title].some(begins))
  }
}

/** The error for a name that several routes have. */
export function ambiguousRoute(routes: readonly FoundRoute[], name: string, { commands }: Words): UsageError {
  return new UsageError(commands.start.ambiguousRoute(name, routes.map(fullRouteName)))
}

import { SELF_CHECK } from '../../entry/built-in.ts'
import { ROUTE } from '../../entry/retired.ts'
import { selfCheckPrompt } from '../../interview/opening-prompts.ts'
import { withoutUnanswered } from '../../journal/answered.ts'
import { entriesWithSelfCheck } from '../../journal/plans.ts'
import type { Journal } from '../../journal/store.ts'
import type { Listed } from '../../entry/model.ts'
import type { Pack } from '../../pack/model.ts'
import {
  fullRouteName,
  isOnRoute,
  packsOn,
  routeIn,
  routeNamedIn,
  routesOf,
  type FoundRoute
} from '../../pack/routes.ts'
import { progressOf } from '../../progress/progress.ts'
import { routeProgress } from '../../progress/routes.ts'
import type { Prompt } from '../../questions/shared/model.ts'
import { entryWords } from '../../words/index.ts'
import { canAsk } from '../shared/choosing.ts'
import type { ExerciseToDo } from './opening.ts'

/** An exercise, and the packs through which routes may lead. */
interface OnRoutes extends ExerciseToDo {
  readonly journal: Journal
  readonly packs: readonly Pack[]
}

/**
 * The questions to oneself that end a route, if the exercise is the last open one of routes that have them, they were not asked at the
 * end of one of these before, and someone can answer. They are asked once for all routes that end here.
 */
export function selfCheckFor(toDo: OnRoutes, language: string): readonly Prompt[] {
  const { pack, packs, journal, context } = toDo
  const routes = routesOf(packs).filter((route) => route.route.selfCheck === true && isOnRoute(toDo, route))
  if (routes.length === 0 || !canAsk(context)) return []
  const entries = withoutUnanswered(journal.list().entries)
  const ended = routes.filter((route) => isEnded(route, entries, toDo))
  if (ended.length === 0) return []
  const asked = routesAsked(ended, entries, packs, journal.dir)
  const fresh = ended.filter((route) => !asked.has(fullRouteName(route)))
  if (fresh.length === 0) return []
  return [selfCheckPrompt(fresh.map((route) => routeIn(pack, route)).join(' '), entryWords(language))]
}

/** Whether all other exercises of a route that are here have a finished entry. */
function isEnded(route: FoundRoute, entries: readonly Listed[], { pack, exercise, packs, context }: OnRoutes): boolean {
  const progress = packsOn(route, packs).map((each) => progressOf(each, entries, context.now()))
  return routeProgress(route, progress).exercises.every(
    (each) => each.entries > 0 || (each.pack.id === pack.id && each.exercise.id === exercise.id)
  )
}

/** The full names of the routes at whose end the questions were asked, also if they were skipped. Reads the entries of their packs. */
function routesAsked(
  routes: readonly FoundRoute[],
  entries: readonly Listed[],
  packs: readonly Pack[],
  dir: string
): Set<string> {
  const ids = new Set(routes.flatMap((route) => packsOn(route, packs).map(({ id }) => id)))
  const finished = entries.filter(({ status, pack }) => status === 'finished' && ids.has(pack))
  const asked = [...entriesWithSelfCheck(dir, finished)].flatMap(({ head, sections }) => {
    const checks = sections.filter(({ id }) => id === SELF_CHECK)
    const names = checks.flatMap(({ form }) => String(form?.[ROUTE] ?? '').split(' '))
    return names.flatMap((name) => routeNamedIn(head.pack, name, packs) ?? [])
  })
  return new Set(asked.map(fullRouteName))
}

/** The same questions in a preview: in the last exercise of a route, as for someone who did all the others. */
export function selfCheckAtLast({ pack, exercise, context }: ExerciseToDo, language: string): readonly Prompt[] {
  const ended = Object.entries(pack.routes).find(
    ([, route]) => route.selfCheck === true && route.exercises.at(-1) === exercise.id
  )
  return ended === undefined || !canAsk(context) ? [] : [selfCheckPrompt(ended[0], entryWords(language))]
}

/** The prompts of the program at the end of a session, after the questions to oneself. A draft may have these already. */
export function withSelfCheck(closing: readonly Prompt[], checks: () => readonly Prompt[]): readonly Prompt[] {
  return closing.some(({ id }) => id === SELF_CHECK) ? closing : [...checks(), ...closing]
}

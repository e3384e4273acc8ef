import { SELF_CHECK } from '../../entry/built-in.ts'
import { ROUTE } from '../../entry/retired.ts'
import { selfCheckPrompt } from '../../interview/opening-prompts.ts'
import { withoutUnanswered } from '../../journal/answered.ts'
import { readEntry } from '../../journal/oldest-first.ts'
import type { Journal } from '../../journal/store.ts'
import type { Pack } from '../../pack/model.ts'
import { progressOf } from '../../progress/progress.ts'
import type { Prompt } from '../../questions/shared/model.ts'
import { entryWords } from '../../words/index.ts'
import { canAsk } from '../shared/choosing.ts'
import type { ExerciseToDo } from './opening.ts'

/**
 * The questions to oneself that end a route, if the exercise is the last open one of a route that has them, they were not asked before,
 * and someone can answer.
 */
export function selfCheckFor(toDo: ExerciseToDo & { readonly journal: Journal }, language: string): readonly Prompt[] {
  const { pack, exercise, journal, context } = toDo
  const routes = Object.entries(pack.routes).filter(
    ([, route]) => route.selfCheck === true && route.exercises.includes(exercise.id)
  )
  if (routes.length === 0 || !canAsk(context)) return []
  const { entries } = journal.list({ pack: pack.id })
  const { exercises } = progressOf(pack, withoutUnanswered(entries), context.now())
  const isDone = (id: string) => exercises.some((each) => each.exercise.id === id && each.entries > 0)
  const ended = routes.filter(([, route]) => route.exercises.every((id) => id === exercise.id || isDone(id)))
  if (ended.length === 0) return []
  const asked = routesAsked(pack, journal)
  const [fresh] = ended.find(([name]) => !asked.has(name)) ?? []
  return fresh === undefined ? [] : [selfCheckPrompt(fresh, entryWords(language))]
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

/** The routes of a pack at whose end the questions were asked, also if they were skipped. */
function routesAsked(pack: Pack, journal: Journal): ReadonlySet<string> {
  const { entries } = journal.list({ pack: pack.id, status: 'finished' })
  const sections = entries.flatMap(({ file }) => readEntry(file)?.sections.filter(({ id }) => id === SELF_CHECK) ?? [])
  return new Set(sections.map(({ form }) => String(form?.[ROUTE] ?? '')))
}

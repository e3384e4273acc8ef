import { isoTime, dayOf } from '../../dates/time.ts'
import { entriesWithPlans } from '../../journal/plans.ts'
import type { Exercise } from '../../pack/model.ts'
import { sourceNames } from '../../pack/privacy.ts'
import { newPrompt } from '../../pack/renames.ts'
import { asksAboutPlan, duePromise, promisesIn, type Promised } from '../../progress/promises.ts'
import { canAsk } from '../shared/choosing.ts'
import type { ExerciseToDo } from './opening.ts'
import type { Journal } from '../../journal/store.ts'

/** How many of the newest entries are searched for plans before a session, so that a large journal does not delay it. */
const SEARCHED = 500

/**
 * The plan that a new session begins with: the oldest open one that is due. At most one a day, only where somebody can answer, and not a
 * plan that the exercise shows itself.
 */
export function promiseFor({
  pack,
  exercise,
  journal,
  context
}: ExerciseToDo & { readonly journal: Journal }): Promised | undefined {
  if (!canAsk(context)) return undefined
  const today = dayOf(isoTime(context.now()))
  const entries = [...entriesWithPlans(journal.list({ limit: SEARCHED }).entries)]
  if (entries.some((entry) => dayOf(entry.head.started) === today && asksAboutPlan(entry))) return undefined
  const shown = shownBy(exercise)
  return duePromise(promisesIn(entries), today, ({ pack: id, exercise: of, prompt }) => {
    return id === pack.id && shown.has(newPrompt(of, prompt, pack))
  })
}

/** The names of the answers that an exercise shows or is about. */
function shownBy({ id, prompts }: Exercise): ReadonlySet<string> {
  return new Set(prompts.flatMap((prompt) => sourceNames(prompt, id)))
}

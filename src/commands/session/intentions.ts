import { isoTime, dayOf } from '../../dates/time.ts'
import { readEntry } from '../../journal/oldest-first.ts'
import { entriesWithIntentions } from '../../journal/plans.ts'
import type { Exercise, Pack } from '../../pack/model.ts'
import { sourceNames } from '../../pack/privacy.ts'
import { newExercise, newPrompt } from '../../pack/renames.ts'
import { openQuestionsIn, questionIn, type LaterQuestion } from '../../progress/later-questions.ts'
import { asksAboutPlan, duePromise, promisesIn, type AnswerName, type Promised } from '../../progress/promises.ts'
import type { Entry, Listed } from '../../entry/model.ts'
import { present } from '../../util/records.ts'
import { canAsk } from '../shared/choosing.ts'
import { SEARCHED } from '../shared/wishes.ts'
import type { ExerciseToDo, Intentions } from './opening.ts'
import type { Journal } from '../../journal/store.ts'

/** What a new session begins with, if it can be asked and is due. `listed`: all entries, newest first. */
export function intentionsFor(
  toDo: ExerciseToDo & { readonly journal: Journal },
  listed: readonly Listed[]
): Intentions {
  const { pack, exercise, journal, context } = toDo
  if (!canAsk(context)) return {}
  const today = dayOf(isoTime(context.now()))
  const entries = [...entriesWithIntentions(journal.dir, listed.slice(0, SEARCHED))]
  return present({
    promise: promiseFor(entries, today, toDo),
    question: openQuestionsIn(entries).find((question) => question.due <= today && isAbout(question, exercise, pack))
  })
}

/** Finds a question where the learner left it; undefined if that entry is gone. */
export function questionFinder(journal: Journal): (name: AnswerName) => LaterQuestion | undefined {
  return ({ pack, entry: id }) => {
    const listed = journal.list({ pack, status: 'finished' }).entries.find((each) => each.id === id)
    const entry = listed && readEntry(listed.file)
    return entry && questionIn(entry)
  }
}

/** Whether a question was left in an exercise, under any id that it had. */
function isAbout({ name, exercise: id }: LaterQuestion, exercise: Exercise, pack: Pack): boolean {
  return name.pack === pack.id && newExercise(id, pack) === exercise.id
}

/**
 * The plan that a new session begins with: the oldest open one that is due. At most one a day, and not a plan that the exercise shows
 * itself.
 */
function promiseFor(entries: readonly Entry[], today: string, { pack, exercise }: ExerciseToDo): Promised | undefined {
  if (entries.some((entry) => dayOf(entry.head.started) === today && asksAboutPlan(entry))) return undefined
  const promises = promisesIn(entries)
  const name = (plan: Promised) => `${plan.plan.pack}/${newPrompt(plan.exercise, plan.plan.prompt, pack)}`
  // An exercise shows the latest answer to a prompt. Earlier plans of the same prompt are asked about.
  const latest = new Map(promises.map((plan) => [name(plan), plan]))
  const shown = shownBy(exercise)
  const isShown = (plan: Promised) =>
    latest.get(name(plan)) === plan && shown.has(name(plan).slice(`${pack.id}/`.length)) && plan.plan.pack === pack.id
  return duePromise(promises, today, isShown)
}

/** The names of the answers that an exercise shows or is about. */
function shownBy({ id, prompts }: Exercise): ReadonlySet<string> {
  return new Set(prompts.flatMap((prompt) => sourceNames(prompt, id)))
}

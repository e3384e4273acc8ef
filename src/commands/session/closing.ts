import { countWords } from '../../entry/word-count.ts'
import { nextIn, progressOf } from '../../progress/progress.ts'
import { exercisesNamed } from '../../interview/answer-lookup.ts'
import { withOpening } from '../../interview/opening-prompts.ts'
import { withoutUnanswered } from '../../journal/answered.ts'
import type { Journal } from '../../journal/store.ts'
import type { Pack } from '../../pack/model.ts'
import type { Renderer } from '../../terminal/renderer.ts'
import { sceneOf, type ExerciseToDo, type SessionStart } from './opening.ts'
import type { Finished } from './saving.ts'
import { runSession } from './session.ts'

interface Exercising extends ExerciseToDo {
  readonly journal: Journal
  readonly renderer: Renderer
}

/** The pack, in the user's language, and the route in which the next exercise is named. */
interface Next {
  readonly pack: Pack
  readonly route?: string | undefined
}

/**
 * Leads through an exercise to its end. Says first which answers of a draft the exercise no longer asks for, and at the end
 * what was saved and what comes next in a pack, on `route` if there is one.
 *
 * @throws as `runSession`, and ReflectError before the first question if the journal cannot be written.
 */
export async function runToEnd(opened: SessionStart, exercising: Exercising, next: Next): Promise<void> {
  const { journal, renderer, context } = exercising
  journal.checkWritable()
  const { walk, retired = [], opening = [], ...start } = opened
  const hasSources = exercisesNamed(exercising.exercise).length > 0
  if (retired.length > 0) renderer.say(context.words.session.retired(retired, hasSources))
  const plain = sceneOf(exercising, start.heading)
  const scene = { ...plain, exercise: withOpening(plain.exercise, opening) }
  sayClosing(await runSession({ scene, ...start, needsAnswer: true, journal, renderer, context }, walk), {
    ...exercising,
    ...next
  })
}

/** Says how much was written, in which file, what will be due again, and what comes next. */
function sayClosing({ entry, file }: Finished, { pack, route, journal, renderer, context }: Exercising & Next): void {
  const words = context.words.session
  const { head } = entry
  const minutes = Math.round((Date.parse(head.finished ?? head.started) - Date.parse(head.started)) / 60_000)
  renderer.say(words.finished(Math.max(1, minutes), countWords(entry)))
  renderer.say(words.savedAt(file))
  const progress = progressOf(pack, withoutUnanswered(journal.list({ pack: pack.id }).entries), context.now())
  const back = progress.exercises.find(
    ({ exercise, from }) => exercise.revisit?.exercise === head.exercise && from !== undefined
  )
  if (back?.from !== undefined) renderer.say(words.comeBack(back.exercise.title, context.words.days.inWords(back.from)))
  const next = nextIn(progress, route)
  if (next !== undefined) renderer.say(words.next(next.exercise.title, next.exercise.id))
}

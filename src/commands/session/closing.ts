import type { Context } from '../../context/context.ts'
import { countWords } from '../../entry/word-count.ts'
import { nextIn, progressOf } from '../../progress/progress.ts'
import type { Journal } from '../../journal/store.ts'
import type { Pack } from '../../pack/model.ts'
import type { Renderer } from '../../terminal/renderer.ts'
import type { Finished } from './saving.ts'

interface Closing {
  readonly pack: Pack
  readonly journal: Journal
  /** The route that is followed; it decides what comes next. */
  readonly route?: string | undefined
  readonly renderer: Renderer
  readonly context: Context
}

/** Says after a session how much was written, in which file, what will be due again, and what comes next. */
export async function sayClosing(
  { entry, file }: Finished,
  { pack, route, journal, renderer, context }: Closing
): Promise<void> {
  const words = context.words.session
  const { head } = entry
  const minutes = Math.max(
    1,
    Math.round((Date.parse(head.finished ?? head.started) - Date.parse(head.started)) / 60_000)
  )
  renderer.say(words.finished(minutes, countWords(entry)))
  renderer.say(words.savedAt(file))
  const progress = progressOf(pack, journal.list({ pack: pack.id }).entries, context.now())
  const back = progress.exercises.find(
    ({ exercise, from }) => exercise.revisit?.exercise === head.exercise && from !== undefined
  )
  if (back?.from !== undefined) renderer.say(words.comeBack(back.exercise.title, context.words.days.inWords(back.from)))
  const next = nextIn(progress, route)
  if (next !== undefined) renderer.say(words.next(next.exercise.title, next.exercise.id))
}

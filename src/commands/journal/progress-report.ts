import type { Context } from '../../context/context.ts'
import { dayOf, isoTime } from '../../dates/time.ts'
import type { Entry, Listed } from '../../entry/model.ts'
import type { Journal } from '../../journal/store.ts'
import type { Pack } from '../../pack/model.ts'
import { newExercise } from '../../pack/renames.ts'
import { dueOf } from '../../progress/due.ts'
import { progressOf } from '../../progress/progress.ts'
import { ratingHistories } from '../../progress/ratings.ts'
import { countDone } from '../../progress/report.ts'
import type { Report } from '../../progress/report.ts'
import { tally } from '../../progress/tally.ts'
import { revisitAfter } from '../shared/options.ts'
import { dueJson } from './entry-rows.ts'

/** Reads the listed entries and reports on them. `onEntry` is called after each with the number of those read. */
export function readReport(
  packs: readonly Pack[],
  entries: readonly Listed[],
  journal: Journal,
  context: Context,
  onEntry: (read: number) => void = () => {}
): Report {
  const finished = entries.filter(({ status }) => status === 'finished').toReversed()
  const drafts = entries.filter(({ status }) => status === 'draft').map(({ file }) => journal.read(file))
  const now = context.now()
  return {
    packs: packs.map((pack) => progressOf(pack, entries, now)),
    begun: new Map(drafts.map((draft) => [presentName(draft, packs), draft.sections.length])),
    due: dueOf(packs, entries, now, revisitAfter(context)),
    tally: tally(readEach(finished, journal, onEntry), packs),
    finished,
    today: dayOf(isoTime(now))
  }
}

/** One entry at a time, because a journal can be larger than memory. */
function* readEach(listed: readonly Listed[], journal: Journal, onEntry: (read: number) => void): Generator<Entry> {
  for (const [index, { file }] of listed.entries()) {
    yield journal.read(file)
    onEntry(index + 1)
  }
}

/** The present name of an entry's exercise in its pack, `pack/exercise`. */
function presentName({ head: { pack: id, exercise } }: Entry, packs: readonly Pack[]): string {
  const pack = packs.find((each) => each.id === id)
  return `${id}/${pack === undefined ? exercise : newExercise(exercise, pack)}`
}

/** A report as `reflect progress --json` prints it. */
export function reportJson({ packs, due, tally: sum }: Report) {
  return {
    packs: packs.map(({ pack, exercises }) => ({
      id: pack.id,
      title: pack.title,
      done: countDone(exercises),
      exercises: exercises.length,
      each: exercises.map(({ exercise: { id, title }, status, entries }) => ({ id, title, status, entries })),
      routes: Object.entries(pack.routes).map(([name, route]) => ({
        name,
        title: route.title,
        done: countDone(exercises.filter(({ exercise }) => route.exercises.includes(exercise.id))),
        exercises: route.exercises.length
      }))
    })),
    entries: sum.entries,
    minutes: sum.minutes,
    words: sum.words,
    days: Object.fromEntries(sum.days),
    tags: Object.fromEntries(sum.tags),
    ratings: ratingHistories(sum.ratings),
    due: dueJson(due)
  }
}

import type { FoundExercise } from '../../pack/find.ts'
import type { Context } from '../../context/context.ts'
import { dueOf, onThisDay } from '../../progress/due.ts'
import { withoutUnanswered } from '../../journal/answered.ts'
import { listEntries } from '../../journal/list.ts'
import { nextFor, progressOf } from '../../progress/progress.ts'
import type { Pack } from '../../pack/model.ts'
import { newExercise } from '../../pack/renames.ts'
import type { Program } from '../shared/command.ts'
import type { SessionArguments } from '../exercises/resume.ts'
import { dayOf, isoTime } from '../../dates/time.ts'
import { present } from '../../util/records.ts'
import { openIntentions, wishesOf } from '../shared/wishes.ts'

/** How many items of a kind the home screen shows. */
export const MOST = 3

/** What the items of the home screen work with. */
export interface Home extends SessionArguments {
  readonly packs: readonly Pack[]
  /** All commands, for the help. */
  program(context: Context): Program
}

/** What the home screen is made from. */
export type HomeState = ReturnType<typeof readHomeState>

/** Reads the state of the journal in a folder. */
export function readHomeState(packs: readonly Pack[], dir: string, context: Context) {
  const { entries } = listEntries(dir)
  const counted = withoutUnanswered(entries)
  // A list of everything does not have drafts that change an entry.
  const { entries: drafts } = listEntries(dir, { status: 'draft' })
  const { plans, questions } = openIntentions(entries)
  return {
    drafts,
    due: dueOf(packs, counted, context.now(), wishesOf(packs, counted, questions, context)),
    /** Plans that are still open. */
    plans,
    progress: packs.map((pack) => progressOf(pack, counted, context.now())),
    /** Written on this day in other years. */
    onThisDay: onThisDay(entries, dayOf(isoTime(context.now()))),
    /** Newest first. */
    finished: entries.filter(({ status }) => status === 'finished'),
    /** The pack of the newest entry. */
    latest: entries[0]?.pack
  }
}

/** An exercise to begin, and the route on which it comes next. */
interface Following extends FoundExercise {
  readonly route?: string
}

/**
 * The next exercise of the pack of the newest entry, or if that has none, of the first pack that has one. Undefined if the
 * exercise is a draft or due, because the home screen then has another item for it. A learner who was on a route continues it.
 */
export function nextOf({ progress, drafts, due, latest }: HomeState): Following | undefined {
  const order = progress.toSorted((a, b) => Number(b.pack.id === latest) - Number(a.pack.id === latest))
  const [first] = order.flatMap((pack) => {
    const next = nextFor(pack)
    return next === undefined ? [] : [{ pack: pack.pack, ...next }]
  })
  if (first === undefined) return undefined
  const { pack, exercise, route } = first
  const isDraft = drafts.some((draft) => draft.pack === pack.id && newExercise(draft.exercise, pack) === exercise.id)
  const isElsewhere = isDraft || due.some((one) => one.exercise === exercise)
  return isElsewhere ? undefined : { pack, exercise, ...present({ route }) }
}

/** The title of the route on which an exercise comes next. */
export function titleOfRoute({ pack, route }: Following): string | undefined {
  return route === undefined ? undefined : pack.routes[route]?.title
}

import type { FoundExercise } from '../../pack/find.ts'
import type { Context } from '../../context/context.ts'
import { dueOf, onThisDay } from '../../progress/due.ts'
import { withoutUnanswered } from '../../journal/answered.ts'
import { listEntries } from '../../journal/list.ts'
import { nextIn, progressOf } from '../../progress/progress.ts'
import type { Pack } from '../../pack/model.ts'
import { newExercise } from '../../pack/renames.ts'
import type { Program } from '../shared/command.ts'
import type { SessionArguments } from '../exercises/resume.ts'
import { dayOf, isoTime } from '../../dates/time.ts'
import { revisitAfter } from '../shared/options.ts'

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
  return {
    drafts,
    due: dueOf(packs, counted, context.now(), revisitAfter(context)),
    progress: packs.map((pack) => progressOf(pack, counted, context.now())),
    /** Written on this day in other years. */
    onThisDay: onThisDay(entries, dayOf(isoTime(context.now()))),
    /** Newest first. */
    finished: entries.filter(({ status }) => status === 'finished'),
    /** The pack of the newest entry. */
    latest: entries[0]?.pack
  }
}

/**
 * The next exercise of the pack of the newest entry, or if that has none, of the first pack that has one. Undefined if the
 * exercise is a draft or due, because the home screen then has another item for it.
 */
export function nextOf({ progress, drafts, due, latest }: HomeState): FoundExercise | undefined {
  const order = progress.toSorted((a, b) => Number(b.pack.id === latest) - Number(a.pack.id === latest))
  const begun = order.find((pack) => nextIn(pack) !== undefined)
  const next = begun && nextIn(begun)
  if (begun === undefined || next === undefined) return undefined
  const { pack } = begun
  const { exercise } = next
  const isDraft = drafts.some((draft) => draft.pack === pack.id && newExercise(draft.exercise, pack) === exercise.id)
  return isDraft || due.some((one) => one.exercise === exercise) ? undefined : { pack, exercise }
}

import type { Context } from '../../context/context.ts'
import { dueOf, onThisDay } from '../../progress/due.ts'
import type { Due } from '../../progress/due.ts'
import { listEntries } from '../../journal/list.ts'
import type { Listed } from '../../entry/model.ts'
import { nextIn, progressOf } from '../../progress/progress.ts'
import type { PackProgress } from '../../progress/progress.ts'
import type { Journal } from '../../journal/store.ts'
import type { Exercise, Pack } from '../../pack/model.ts'
import { newExercise } from '../../pack/renames.ts'
import type { Renderer } from '../../terminal/renderer.ts'
import { dayOf, isoTime } from '../../dates/time.ts'
import { revisitAfter } from '../shared/options.ts'
import type { GlobalOptions } from '../shared/command.ts'
import { present } from '../../util/records.ts'

/** How many items of a kind the home screen shows. */
export const MOST = 3

/** What the items of the home screen work with. */
export interface Home {
  readonly packs: readonly Pack[]
  readonly journal: Journal
  readonly options: GlobalOptions
  readonly renderer: Renderer
  readonly context: Context
}

/** What the home screen is made from. */
export interface HomeState {
  readonly drafts: readonly Listed[]
  readonly due: readonly Due[]
  /** The pack of the newest entry. */
  readonly latest?: string
  readonly progress: readonly PackProgress[]
  /** Written on this day in other years. */
  readonly onThisDay: readonly Listed[]
  /** Newest first. */
  readonly finished: readonly Listed[]
}

/** Reads the state of the journal in a folder. */
export function readHomeState(packs: readonly Pack[], dir: string, context: Context): HomeState {
  const { entries } = listEntries(dir)
  // A list of everything does not have drafts that change an entry.
  const { entries: drafts } = listEntries(dir, { status: 'draft' })
  return present({
    drafts,
    due: dueOf(packs, entries, context.now(), revisitAfter(context)),
    progress: packs.map((pack) => progressOf(pack, entries, context.now())),
    onThisDay: onThisDay(entries, dayOf(isoTime(context.now()))),
    finished: entries.filter(({ status }) => status === 'finished'),
    latest: entries[0]?.pack
  })
}

/**
 * The next exercise of the pack of the newest entry, or if that has none, of the first pack that has one. Undefined if the
 * exercise is a draft or due, because the home screen then has another item for it.
 */
export function nextOf({ progress, drafts, due, latest }: HomeState): { pack: Pack; exercise: Exercise } | undefined {
  const order = progress.toSorted((a, b) => Number(b.pack.id === latest) - Number(a.pack.id === latest))
  const begun = order.find((pack) => nextIn(pack) !== undefined)
  const next = begun && nextIn(begun)
  if (begun === undefined || next === undefined) return undefined
  const isElsewhere =
    drafts.some((draft) => isDraftOf(draft, begun.pack, next.exercise)) ||
    due.some(({ exercise }) => exercise === next.exercise)
  return isElsewhere ? undefined : { pack: begun.pack, exercise: next.exercise }
}

function isDraftOf(draft: Listed, pack: Pack, exercise: Exercise): boolean {
  return draft.pack === pack.id && newExercise(draft.exercise, pack) === exercise.id
}

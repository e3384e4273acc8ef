import type { FoundExercise } from '../../pack/find.ts'
import type { Context } from '../../context/context.ts'
import { dueOf, onThisDay } from '../../progress/due.ts'
import { withoutUnanswered } from '../../journal/answered.ts'
import { withoutEdits } from '../../journal/list.ts'
import type { Journal } from '../../journal/store.ts'
import { progressOf } from '../../progress/progress.ts'
import { lastRoute, nextFor } from '../../progress/routes.ts'
import type { Pack } from '../../pack/model.ts'
import { sectionNote } from '../exercises/list.ts'
import { newExercise } from '../../pack/renames.ts'
import type { Program } from '../shared/command.ts'
import type { SessionArguments } from '../exercises/resume.ts'
import { dayOf, isoTime } from '../../dates/time.ts'
import { own, present } from '../../util/records.ts'
import { languageNames, shippedAs } from '../../words/index.ts'
import type { FoundRoute } from '../../pack/routes.ts'
import { isSameLanguage } from '../../pack/translation/choose.ts'
import { openIntentions, wishesOf } from '../shared/wishes.ts'
import { firstPack, hiddenPacks } from '../shared/options.ts'

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

/** Reads the state of a journal. */
export function readHomeState(packs: readonly Pack[], journal: Pick<Journal, 'dir' | 'listEvery'>, context: Context) {
  const { entries: every } = journal.listEvery()
  const entries = withoutEdits(every)
  const counted = withoutUnanswered(entries)
  const { plans, questions } = openIntentions(journal.dir, entries)
  return {
    drafts: every.filter(({ status }) => status === 'draft'),
    due: dueOf(packs, counted, context.now(), wishesOf(packs, counted, questions, context)),
    /** Plans that are still open. */
    plans,
    progress: packs.map((pack) => progressOf(pack, counted, context.now())),
    /** The ids of packs that are not listed. */
    hidden: hiddenPacks(packs, entries, context),
    /** The id of the pack that the learner wants first. */
    first: firstPack(context),
    /** Written on this day in other years. */
    onThisDay: onThisDay(entries, dayOf(isoTime(context.now()))),
    /** Newest first. */
    finished: entries.filter(({ status }) => status === 'finished'),
    /** Those that count as done or begun, newest first. */
    counted,
    language: context.language
  }
}

/** An exercise to begin, and the route on which it comes next. */
export interface Following extends FoundExercise {
  readonly route?: FoundRoute
}

/**
 * The next exercise of the pack that the learner wants first, else of the pack of the newest entry; if that has none, of the pack of an earlier entry; then of a pack in the
 * learner's language, then of any other. Undefined if the exercise is a draft or due, because the home screen then has another item
 * for it. A learner who was on a route continues it.
 */
export function nextOf({
  progress,
  hidden,
  first: wanted,
  drafts,
  due,
  counted,
  language
}: HomeState): Following | undefined {
  const packs = progress.map(({ pack }) => pack)
  const latest = [...new Set([...(wanted === undefined ? [] : [wanted]), ...counted.map(({ pack }) => pack)])]
  const rank = ({ id, language: tag }: Pack) =>
    latest.includes(id) ? latest.indexOf(id) : latest.length + (isSameLanguage(tag, language) ? 0 : 1)
  const order = packs.filter(({ id }) => !hidden.has(id)).toSorted((a, b) => rank(a) - rank(b))
  const [first] = order.flatMap((each) => nextFor(each, lastRoute(each, counted, packs), progress) ?? [])
  if (first === undefined) return undefined
  const { pack, exercise, route } = first
  const isDraft = drafts.some((draft) => draft.pack === pack.id && newExercise(draft.exercise, pack) === exercise.id)
  const isElsewhere = isDraft || due.some((one) => one.exercise === exercise)
  return isElsewhere ? undefined : { pack, exercise, ...present({ route }) }
}

/** What an exercise to begin is followed by: its route or its pack, its section, and its language if it is not the learner's. */
export function noteOf(following: Following, context: Context): string {
  const { pack, route } = following
  const { words, language } = context
  const { onRoute, inLanguage } = words.session.home
  const isForeign = ![language, words.language].some((each) => isSameLanguage(each, pack.language))
  const name = own(languageNames, shippedAs(pack.language) ?? '') ?? pack.language
  const from = route === undefined ? pack.title : onRoute(route.route.title)
  const parts = [from, sectionNote(following, context), isForeign ? inLanguage(name) : '']
  return parts.filter((part) => part !== '').join('. ')
}

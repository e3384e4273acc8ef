import type { Exercise, Pack } from '../pack/model.ts'
import { later, type TimeSpan } from '../dates/spans.ts'
import { dayOf, isoTime } from '../dates/time.ts'
import type { Listed } from '../entry/model.ts'
import type { LaterQuestion } from './later-questions.ts'
import { entriesOfPack, finishedAt, lastFinished } from './progress.ts'

/** An exercise that the learner is invited to do again, or to do now. */
export interface Due {
  readonly pack: Pack
  readonly exercise: Exercise
  /** When it became due, ISO 8601. */
  readonly since: string
  /** The finished entry to look back at: of the exercise itself, or of the exercise that it revisits. */
  readonly entry: Listed
  /** The learner left a question there for that day. */
  readonly asks?: true
}

/** What the learner wants to come back to, besides what packs intend. */
export interface Wishes {
  /** So long after its latest entry, every exercise is due again. */
  readonly after?: TimeSpan | undefined
  /** The day, `YYYY-MM-DD`, on which an exercise is due again, by the file of its latest finished entry. */
  readonly days?: ReadonlyMap<string, string>
  /** Questions that the learner left for later and that were not asked yet. */
  readonly questions?: readonly LaterQuestion[]
}

/**
 * The exercises that are due, longest due first: exercises that their pack holds back until some time after another one
 * or after themselves (`revisit`), those for which the learner chose a day and, with `after`, those whose latest entry is that old.
 * The learner's own day replaces that of the pack. An exercise with a draft is not due.
 */
export function dueOf(
  packs: readonly Pack[],
  entries: readonly Listed[],
  now: Date,
  wishes: Wishes = {}
): readonly Due[] {
  // By the day: "from 12 January" is all of that day.
  return dueAtAnyTime(packs, entries, wishes).filter(({ since }) => dayOf(since) <= dayOf(isoTime(now)))
}

/** The exercises that will be due, soonest first, as `dueOf`; `since` is in the future. */
export function dueLater(
  packs: readonly Pack[],
  entries: readonly Listed[],
  now: Date,
  wishes: Wishes = {}
): readonly Due[] {
  return dueAtAnyTime(packs, entries, wishes).filter(({ since }) => dayOf(since) > dayOf(isoTime(now)))
}

/** What an entry will be looked back at in: a return visit, or the same exercise again. `since` is in the future. */
export function nextDueFrom(
  id: string,
  pack: Pack,
  entries: readonly Listed[],
  now: Date,
  wishes?: Wishes
): Due | undefined {
  return dueLater([pack], entries, now, wishes).find(({ entry }) => entry.id === id)
}

function dueAtAnyTime(packs: readonly Pack[], entries: readonly Listed[], wishes: Wishes): Due[] {
  return packs
    .flatMap((pack) => {
      const own = entriesOfPack(pack, entries)
      return pack.exercises.flatMap((exercise) => dueIn(pack, exercise, own, wishes) ?? [])
    })
    .toSorted((a, b) => Date.parse(a.since) - Date.parse(b.since))
}

/** The first reason for an exercise to be due. */
function dueIn(pack: Pack, exercise: Exercise, entries: readonly Listed[], wishes: Wishes): Due | undefined {
  if (entries.some((entry) => entry.exercise === exercise.id && entry.status === 'draft')) return undefined
  const invited = [dueAgain(pack, exercise, entries, wishes), dueForQuestion(pack, exercise, entries, wishes)]
  return invited.flatMap((due) => due ?? []).toSorted((a, b) => Date.parse(a.since) - Date.parse(b.since))[0]
}

/** An exercise that is due because of the first question that the learner left in it. */
function dueForQuestion(
  pack: Pack,
  exercise: Exercise,
  entries: readonly Listed[],
  { questions = [] }: Wishes
): Due | undefined {
  const due = questions.flatMap((question) => {
    const entry = entries.find(({ id, status }) => id === question.name.entry && status === 'finished')
    return entry?.exercise === exercise.id
      ? [{ pack, exercise, since: startOf(question.due), entry, asks: true as const }]
      : []
  })
  return due[0]
}

function dueAgain(pack: Pack, exercise: Exercise, entries: readonly Listed[], wishes: Wishes): Due | undefined {
  const last = lastFinished(exercise.id, entries)
  const day = last && wishes.days?.get(last.file)
  if (last !== undefined && day !== undefined) return { pack, exercise, since: startOf(day), entry: last }
  const { revisit } = exercise
  const revisited = revisit && lastFinished(revisit.exercise, entries)
  if (revisit !== undefined && revisited !== undefined && !(last && finishedAt(last) > finishedAt(revisited)))
    return { pack, exercise, since: later(revisited.finished ?? revisited.started, revisit.after), entry: revisited }
  if (wishes.after === undefined || last === undefined) return undefined
  return { pack, exercise, since: later(last.finished ?? last.started, wishes.after), entry: last }
}

/** The start of a day where the learner is, ISO 8601. */
function startOf(day: string): string {
  return isoTime(new Date(`${day}T00:00:00`))
}

/**
 * The finished entries that were begun on this day of earlier years, in the given order. Entries of 29 February count for 28
 * February in years that are not leap years. `today` is `YYYY-MM-DD`.
 */
export function onThisDay(entries: readonly Listed[], today: string): Listed[] {
  const isBeforeMissingLeapDay = today.endsWith('-02-28') && !isLeapYear(Number(today.slice(0, 4)))
  const days = new Set([today.slice(5), ...(isBeforeMissingLeapDay ? ['02-29'] : [])])
  return entries.filter(({ status, started }) => {
    const day = dayOf(started)
    return status === 'finished' && day < today && days.has(day.slice(5))
  })
}

function isLeapYear(year: number): boolean {
  return new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1
}

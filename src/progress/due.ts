import type { Exercise, Pack } from '../pack/model.ts'
import { later, type TimeSpan } from '../dates/spans.ts'
import { dayOf } from '../dates/time.ts'
import type { Listed } from '../entry/model.ts'
import { entriesOfPack, finishedAt, lastFinished } from './progress.ts'

/** An exercise that the learner is invited to do again, or to do now. */
export interface Due {
  readonly pack: Pack
  readonly exercise: Exercise
  /** When it became due, ISO 8601. */
  readonly since: string
  /** The finished entry to look back at: of the exercise itself, or of the exercise that it revisits. */
  readonly entry: Listed
}

/**
 * The exercises that are due, longest due first: exercises that their pack holds back until some time after another one
 * (`revisit`) and, with `after`, exercises whose latest entry is that old. An exercise with a draft is not due.
 */
export function dueOf(packs: readonly Pack[], entries: readonly Listed[], now: Date, after?: TimeSpan): readonly Due[] {
  return dueAtAnyTime(packs, entries, after).filter(({ since }) => Date.parse(since) <= now.getTime())
}

/** The exercise that will be due next, as `dueOf`; `since` is in the future. Undefined if none will. */
export function nextDueOf(
  packs: readonly Pack[],
  entries: readonly Listed[],
  now: Date,
  after?: TimeSpan
): Due | undefined {
  return dueAtAnyTime(packs, entries, after).find(({ since }) => Date.parse(since) > now.getTime())
}

/** What an entry will be looked back at in: a return visit, or the same exercise again. `since` is in the future. */
export function nextDueFrom(
  id: string,
  pack: Pack,
  entries: readonly Listed[],
  now: Date,
  after?: TimeSpan
): Due | undefined {
  return dueAtAnyTime([pack], entries, after).find(
    ({ since, entry }) => entry.id === id && Date.parse(since) > now.getTime()
  )
}

function dueAtAnyTime(packs: readonly Pack[], entries: readonly Listed[], after: TimeSpan | undefined): Due[] {
  return packs
    .flatMap((pack) => {
      const own = entriesOfPack(pack, entries)
      return pack.exercises.flatMap((exercise) => dueIn(pack, exercise, own, after) ?? [])
    })
    .toSorted((a, b) => Date.parse(a.since) - Date.parse(b.since))
}

function dueIn(
  pack: Pack,
  exercise: Exercise,
  entries: readonly Listed[],
  after: TimeSpan | undefined
): Due | undefined {
  if (entries.some((entry) => entry.exercise === exercise.id && entry.status === 'draft')) return undefined
  const last = lastFinished(exercise.id, entries)
  const { revisit } = exercise
  const revisited = revisit && lastFinished(revisit.exercise, entries)
  if (revisit !== undefined && revisited !== undefined && !(last && finishedAt(last) > finishedAt(revisited)))
    return { pack, exercise, since: later(revisited.finished ?? revisited.started, revisit.after), entry: revisited }
  if (after === undefined || last === undefined) return undefined
  return { pack, exercise, since: later(last.finished ?? last.started, after), entry: last }
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

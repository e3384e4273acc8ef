import { dayOf } from '../dates/time.ts'
import type { Listed } from '../entry/model.ts'

/**
 * Finished entries that were begun on this day of other years, in the order in which they are given. What was begun on the
 * 29th of February comes back on the 28th in years without one. `today` is `YYYY-MM-DD`.
 */
export function onThisDay(entries: readonly Listed[], today: string): Listed[] {
  const days = new Set([today.slice(5), ...(isLeapDayMissed(today) ? ['02-29'] : [])])
  return entries.filter(({ status, started }) => {
    const day = dayOf(started)
    return status === 'finished' && day < today && days.has(day.slice(5))
  })
}

function isLeapDayMissed(today: string): boolean {
  return today.endsWith('-02-28') && new Date(`${today.slice(0, 4)}-02-29T00:00:00Z`).getUTCDate() !== 29
}

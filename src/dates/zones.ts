import { dayOf } from './time.ts'

/* Times in zones other than the computer's. `Intl` is loaded only if one is needed. */

/** A moment as ISO 8601 in a zone (IANA name), with its offset, to the second. @throws RangeError if there is no such zone. */
export function timeInZone(moment: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit'
  }).formatToParts(moment)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  const local = `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}`
  const minutes = Math.round((Date.parse(`${local}Z`) - moment.getTime()) / 60_000)
  const two = (number: number) => String(number).padStart(2, '0')
  const offset = `${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`
  return `${local}${minutes < 0 ? '-' : '+'}${offset}`
}

/**
 * A time moved to another day (`YYYY-MM-DD`), with the same time of day and the offset of its zone on that day. A time that a clock
 * change skips there becomes one an hour later. The offset stays the same if it is not that of the zone.
 */
export function onDay(time: string, day: string, zone: string): string {
  const moved = day + time.slice(dayOf(time).length)
  if (!isInZone(time, zone)) return moved
  const guess = new Date(moved)
  const shown = timeInZone(guess, zone)
  const corrected = timeInZone(new Date(guess.getTime() + localOf(moved) - localOf(shown)), zone)
  return localOf(corrected) === localOf(moved) ? corrected : shown
}

function isInZone(time: string, zone: string): boolean {
  try {
    return timeInZone(new Date(time), zone) === time
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** Milliseconds, as if the local time were UTC. */
function localOf(time: string): number {
  return Date.parse(`${time.slice(0, 19)}Z`)
}

/* Times in entries. Intl is avoided, because its first use takes as long as a start. */

/** A moment as ISO 8601 in the computer's zone, with its offset, to the second: `2026-11-23T19:02:27+00:00`. */
export function isoTime(moment: Date): string {
  const offset = -moment.getTimezoneOffset()
  const local = new Date(moment.getTime() + offset * 60_000).toISOString().slice(0, 19)
  const minutes = Math.abs(offset)
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

/** The day of an ISO time, in the time's own zone. */
export function dayOf(time: string): string {
  return time.slice(0, 10)
}

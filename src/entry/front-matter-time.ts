/* Times in front matter, as people and other programs write them. */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const CLOCK = String.raw`(?<hour>\d{1,2})[:.]?(?<minute>\d{2})(?:[:.]?(?<second>\d{2})(?:[.,]\d+)?)?(?:\s*(?<half>[ap])\.?m\.?)?`
const OFFSET = String.raw`(?<zone>Z|(?:UTC|GMT)?\s*(?<sign>[-+\u2212])(?<hours>\d{2}):?(?<minutes>\d{2})?|UTC|GMT)`
const REST = String.raw`(?:(?:T|[\s,]+|\s+at\s+)${CLOCK}\s*(?:${OFFSET})?(?:\s*\([^()]*\))?)?`
const FORMS = [
  String.raw`(?<year>\d{4})-?(?<month>\d{2})-?(?<day>\d{2})${REST}`,
  String.raw`(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})${REST}`,
  // Only one of the two numbers can be a month.
  String.raw`(?<day>1[3-9]|2\d|3[01])[-/.](?<month>\d{1,2})[-/.](?<year>\d{4})${REST}`,
  String.raw`(?<month>\d{1,2})[-/.](?<day>1[3-9]|2\d|3[01])[-/.](?<year>\d{4})${REST}`,
  String.raw`(?:[a-z]{3,9}\.?,?\s+)?(?<day>\d{1,2})\s+(?<name>[a-z]{3,9})\.?,?\s+(?<year>\d{4})${REST}`,
  String.raw`(?:[a-z]{3,9}\.?,?\s+)?(?<name>[a-z]{3,9})\.?\s+(?<day>\d{1,2}),?\s+(?<year>\d{4})${REST}`
]

/**
 * Reads a time that has one meaning, and gives it as ISO 8601 with its offset, to the second: `2026-11-23T19:02:27+00:00`. A
 * day alone is its midnight. A time without an offset is one of `zone` (an IANA name). Undefined for anything else, such as
 * 11/12/2026, which is a different day in different countries.
 */
export function readTime(text: string, zone: string): string | undefined {
  const said = text.trim()
  if (said.length > 80) return undefined
  for (const form of FORMS) {
    const parts = new RegExp(`^${form}$`, 'i').exec(said)?.groups
    if (parts !== undefined) return timeOf(parts, zone)
  }
  return undefined
}

function timeOf(parts: Partial<Record<string, string>>, zone: string): string | undefined {
  const { year, name, day = '', second = '00', minute = '00' } = parts
  const month = name === undefined ? Number(parts['month']) : MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
  const local = `${year}-${two(month)}-${two(day)}T${two(hourOf(parts))}:${minute}:${second}`
  const moment = new Date(`${local}Z`)
  // February the 30th would be March the 2nd.
  if (Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 19) !== local) return undefined
  return local + (offsetIn(parts) ?? offsetOf(zone, moment))
}

function hourOf({ hour = '00', half }: Partial<Record<string, string>>): number {
  if (half === undefined) return Number(hour)
  return (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
}

function offsetIn({ zone, sign, hours = '00', minutes = '00' }: Partial<Record<string, string>>): string | undefined {
  if (zone === undefined) return undefined
  return sign === undefined ? '+00:00' : `${sign === '+' ? '+' : '-'}${hours}:${minutes}`
}

/** The offset of a zone's clock when it shows this time, which is given as if it were UTC. UTC's for a zone that is not known. */
function offsetOf(zone: string, moment: Date): string {
  try {
    const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    const named = format.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value ?? ''
    return /[-+]\d{2}:\d{2}$/.exec(named)?.[0] ?? '+00:00'
  } catch {
    return '+00:00'
  }
}

function two(number: number | string): string {
  return String(number).padStart(2, '0')
}

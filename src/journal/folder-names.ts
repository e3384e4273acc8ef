import { isDated } from './names.ts'

/** The names of a folder's files that may be entries. */
export interface FolderNames {
  /** The names that begin with a day, by month; months without names are left out. */
  readonly months: readonly Month[]
  /** All other names: only the front matter of these files tells their days. */
  readonly others: readonly string[]
}

/** The names that begin with a day of one month. */
interface Month {
  /** `YYYY-MM`. */
  readonly month: string
  readonly count: number
  /** Sorted. */
  readonly names: readonly string[]
}

/** The lengths of `YYYY-MM` and `YYYY-MM-DD`. */
const [MONTH, DAY] = [7, 10]

/** Sorts names. See `isDated`. */
export function sortNames(names: readonly string[]): FolderNames {
  const parts: { dated: string[]; others: string[] } = { dated: [], others: [] }
  for (const name of names) parts[isDated(name) ? 'dated' : 'others'].push(name)
  return { months: byMonth(parts.dated.toSorted()), others: parts.others.toSorted() }
}

function byMonth(names: readonly string[]): Month[] {
  const months: { month: string; names: string[]; count: number }[] = []
  for (const name of names) {
    const month = name.slice(0, MONTH)
    const last = months.at(-1)
    if (last?.month === month) last.count = last.names.push(name)
    else months.push({ month, names: [name], count: 1 })
  }
  return months
}

/** Names that begin with a day, `YYYY-MM-DD`. */
export type Day = readonly [day: string, names: readonly string[]]

/** Sorted names of one month by day, first day first. */
export function daysOf(names: readonly string[]): Day[] {
  const days: Day[] = []
  for (let start = 0, end = 0; start < names.length; start = end) {
    const day = names[start]?.slice(0, DAY) ?? ''
    while (names[end]?.startsWith(day) === true) end++
    days.push([day, names.slice(start, end)])
  }
  return days
}

/** Between columns. */
export const GAP = 2
const NARROWEST = 8

/** Some of a table's columns, side by side. */
export interface Shown {
  /** The first that is shown, and the first after them that is not. */
  readonly from: number
  readonly to: number
  /** How wide each of these is. */
  readonly widths: readonly number[]
}

/**
 * Which columns of a table are shown in so much room, the current one (-1: none) among them, and how wide each is: as wide as
 * it needs to be, those that need little first. Wherever one is in the table, the same columns are as wide.
 */
export function columnsIn(needs: readonly number[], current: number, room: number): Shown {
  const least = needs.map((need) => Math.min(need, NARROWEST))
  const taken = (from: number, to: number) => least.slice(from, to).reduce((sum, columns) => sum + columns + GAP, 0)
  const here = Math.max(0, current)
  let from = 0
  while (from < here && taken(from, here + 1) > room) from += 1
  let to = Math.min(needs.length, here + 1)
  while (to < needs.length && taken(from, to + 1) <= room) to += 1
  return { from, to, widths: shared(needs.slice(from, to), least.slice(from, to), room - taken(from, to)) }
}

/** What is left over is given to those that lack least. */
function shared(needs: readonly number[], least: readonly number[], room: number): number[] {
  const widths = [...least]
  let left = room
  const order = [...needs.keys()].toSorted((a, b) => (needs[a] ?? 0) - (needs[b] ?? 0))
  for (const index of order) {
    const more = Math.min(Math.max(0, left), (needs[index] ?? 0) - (least[index] ?? 0))
    widths[index] = (least[index] ?? 0) + more
    left -= more
  }
  // Where not even the only one fits.
  return widths.length === 1 && left < 0 ? widths.map((width) => Math.max(1, width + left)) : widths
}

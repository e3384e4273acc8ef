/** Names that somebody may have meant. Pure. */

const LONGEST = 64

/**
 * The known names most like a mistyped one, best first, at most `limit`: those within a third of its length in
 * slips (a letter too many, too few, wrong, or swapped with its neighbour), and those that begin with it or hold it.
 */
export function nearest(name: string, known: Iterable<string>, limit = 3): string[] {
  const wanted = name.toLowerCase().slice(0, LONGEST)
  const allowed = Math.max(1, Math.floor(wanted.length / 3))
  return [...new Set(known)]
    .map((candidate) => ({ candidate, slips: slipsTo(wanted, candidate.toLowerCase().slice(0, LONGEST)) }))
    .filter(({ slips }) => slips <= allowed)
    .toSorted((a, b) => a.slips - b.slips)
    .slice(0, limit)
    .map(({ candidate }) => candidate)
}

/** How far apart two names are. Part of a name that is long enough to mean something counts as half a slip. */
function slipsTo(wanted: string, candidate: string): number {
  if (wanted.length >= 3 && candidate.includes(wanted)) return 0.5
  return distance(wanted, candidate)
}

/** Damerau's distance (optimal string alignment): a swap of neighbours is one slip, as people type it. */
function distance(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      next[j] = Math.min(
        at(row, j) + 1,
        at(next, j - 1) + 1,
        at(row, j - 1) + (same ? 0 : 1),
        swapped ? at(before, j - 2) + 1 : Infinity
      )
    }
    before = row
    row = next
  }
  return at(row, b.length)
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity
}

import { fold } from './folding.ts'

/** Suggestions for mistyped names. Pure. */

const LONGEST = 64

/**
 * The known names most like a mistyped one, best first, at most `limit`: those that hold it, and those which it is, or
 * begins, within a third of its length in slips (a letter too many, too few, wrong, or swapped with its neighbour).
 * Names are folded; spaces, hyphens and underscores do not count. If there is one without a slip, others are left out.
 */
export function suggest(name: string, known: Iterable<string>, limit = 3): string[] {
  const wanted = letters(name)
  const allowed = Math.max(1, Math.floor(wanted.length / 3))
  return [...new Set(known)]
    .map((candidate) => ({ candidate, slips: slipsTo(wanted, letters(candidate)) }))
    .filter(({ slips }) => Math.floor(slips) <= allowed)
    .toSorted((a, b) => a.slips - b.slips)
    .filter(({ slips }, _, [best]) => best?.slips !== 0 || slips === 0)
    .slice(0, limit)
    .map(({ candidate }) => candidate)
}

function letters(name: string): string {
  return fold(name.slice(0, LONGEST)).replaceAll(/[-_ ]/g, '')
}

/** The distance of two names. A match with a part of the name counts half a slip more, and needs a minimum length. */
function slipsTo(wanted: string, candidate: string): number {
  const toBeginnings = distances(wanted, candidate)
  const whole = toBeginnings[candidate.length] ?? Infinity
  if (wanted.length >= 3 && candidate.includes(wanted)) return Math.min(whole, 0.5)
  return wanted.length >= 4 ? Math.min(whole, Math.min(...toBeginnings) + 0.5) : whole
}

/**
 * The distances of a name from every prefix of another, by the length of the prefix. Damerau-Levenshtein distance (optimal string
 * alignment), in which a swap of neighbours is one slip.
 */
function distances(a: string, b: string): number[] {
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
  return row
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity
}

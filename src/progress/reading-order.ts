import type { Pack } from '../pack/model.ts'
import { newExercise } from '../pack/renames.ts'
import type { Listed } from '../entry/model.ts'

/**
 * Entries in the order in which their packs put their exercises, those of one exercise oldest first. Exercises that a pack
 * does not have any more come after the others; packs that are gone come last, each together.
 */
export function inReadingOrder(entries: readonly Listed[], packs: readonly Pack[]): Listed[] {
  const ranks = new Map(packs.map((pack, rank) => [pack.id, { pack, rank }]))
  const placed = entries.map((entry) => {
    const { pack, rank } = ranks.get(entry.pack) ?? { pack: undefined, rank: packs.length }
    const exercise = pack === undefined ? entry.exercise : newExercise(entry.exercise, pack)
    const place = pack?.exercises.findIndex(({ id }) => id === exercise) ?? -1
    return { entry, rank, exercise, place: place === -1 ? Number.MAX_SAFE_INTEGER : place }
  })
  type Placed = (typeof placed)[number]
  const ways: ((a: Placed, b: Placed) => number)[] = [
    (a, b) => a.rank - b.rank,
    (a, b) => compared(a.entry.pack, b.entry.pack),
    (a, b) => a.place - b.place,
    (a, b) => compared(a.exercise, b.exercise),
    (a, b) => Date.parse(a.entry.started) - Date.parse(b.entry.started),
    (a, b) => a.entry.file.length - b.entry.file.length,
    (a, b) => compared(a.entry.file, b.entry.file)
  ]
  const inOrder = (a: Placed, b: Placed) => ways.reduce((order, way) => (order === 0 ? way(a, b) : order), 0)
  return placed.toSorted(inOrder).map(({ entry }) => entry)
}

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

import type { EntryHead } from '../../entry/model.ts'
import { parseAddress } from '../fetch/address.ts'
import type { Pack } from '../model.ts'

/*
 * Which packs are the same one. A pack has its id from its author, and two authors may have chosen the same. In a learner's
 * journal an id stands for one pack only: another pack is added under a local id, with which its entries are stored.
 */

/** Whether two packs are the same: they share the id and an author or the address. Of packs without authors, the title decides. */
export function isSamePack(one: Pack, other: Pack): boolean {
  const [a, b] = [ownIdOf(one), ownIdOf(other)]
  if (a !== b) return false
  if (one.authors.length === 0 && other.authors.length === 0 && one.title === other.title) return true
  return sharesOrigin(one, other.authors, other.from)
}

/** The id that its author gave a pack. */
export function ownIdOf({ id, ownId = id }: Pack): string {
  return ownId
}

function sharesOrigin({ authors, from }: Pack, others: readonly string[], address: string | undefined): boolean {
  return authors.some((author) => others.includes(author)) || (from !== undefined && from === address)
}

/** Whether an entry says that it is of this pack, or of another one with this id; undefined if it says nothing about that. */
function isEntryOf(pack: Pack, { packId, packAuthors = [], packSource, ...head }: EntryHead): boolean | undefined {
  if ((packId ?? head.pack) !== ownIdOf(pack)) return false
  if (packAuthors.length === 0 && packSource === undefined) return undefined
  return sharesOrigin(pack, packAuthors, packSource)
}

/** Whether an entry says that it is of this pack. If neither names an author, a local id with this own id is enough. */
function isWrittenHere(pack: Pack, entry: EntryHead): boolean {
  const answer = isEntryOf(pack, entry)
  return answer ?? (entry.packId !== undefined && pack.authors.length === 0)
}

/** Where a pack that is to be added belongs. */
export type Place =
  /** The learner has it: this is its id here. */
  | { readonly kind: 'known'; readonly id: string }
  /** Nobody has its id, or only entries of another pack: then `id` is a local one. */
  | { readonly kind: 'free'; readonly id: string }
  /** Another pack has its id. `id` is a local one that is free. `isUsed`: there are entries of that pack. */
  | { readonly kind: 'taken'; readonly by: Pack; readonly id: string; readonly isUsed: boolean }

/** Finds the place of a pack among the learner's packs and entries. */
export function placeFor(pack: Pack, packs: readonly Pack[], entries: readonly EntryHead[]): Place {
  const known = packs.find((other) => isSamePack(pack, other))
  if (known !== undefined) return { kind: 'known', id: known.id }
  const written = entries.find((entry) => isWrittenHere(pack, entry) && !packs.some(({ id }) => id === entry.pack))
  if (written !== undefined) return { kind: 'free', id: written.pack }
  const own = entries.filter((entry) => entry.pack === pack.id)
  const id = freeId(pack.id, new Set([...packs.map((other) => other.id), ...entries.map((entry) => entry.pack)]))
  const by = packs.find((other) => other.id === pack.id)
  if (by !== undefined) return { kind: 'taken', by, id, isUsed: own.length > 0 }
  return { kind: 'free', id: own.some((entry) => isEntryOf(pack, entry) === false) ? id : pack.id }
}

/** The id with the first number behind it that is not taken. */
function freeId(id: string, taken: ReadonlySet<string>): string {
  let number = 2
  while (taken.has(`${id}-${number}`)) number += 1
  return `${id}-${number}`
}

/** The pack as the learner has it: under an id, from the address where it was found. */
export function addedAs(pack: Pack, id: string, source: string): Pack {
  const address = parseAddress(source)
  const from = 'fault' in address || address.kind === 'path' ? {} : { from: source }
  return { ...pack, id, ...from, ...(id === pack.id ? {} : { ownId: pack.id }) }
}

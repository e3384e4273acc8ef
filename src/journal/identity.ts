import fs from 'node:fs'
import { basename } from 'node:path'
import type { Listed } from '../entry/model.ts'
import { ReflectError } from '../context/errors.ts'
import { withFsErrors } from '../storage/fs-errors.ts'
import { DRAFTS, isUsualPlace, pathIn, yearOf } from './names.ts'

/*
 * The id makes an entry. Files with the same id and status are copies of one entry, whatever their names, as programs that
 * synchronise folders and people leave them. A finished entry and the draft that changes it are two things.
 */

/** One entry for each id and status, in the order of the first of its files, with the paths of its other files in `copies`. */
export function joinCopies(dir: string, found: readonly Listed[]): Listed[] {
  return joinedBy(found, (one) => rankOf(pathIn(dir, one.file), one))
}

/** As `joinCopies`, for the trash: the entry is the file with the usual name, the one that came last if there are several. */
export function joinDeleted(found: readonly Listed[]): Listed[] {
  return joinedBy(found, (one) => {
    const path = basename(one.file)
    const isUsual = isUsualPlace(`${usualFolder(one)}/${path}`, one)
    const number = Number(/\d*(?=\.md$)/i.exec(path)?.[0])
    return { path, order: isUsual ? [0, -path.length, -number] : [1, path.length, -number] }
  })
}

function joinedBy(found: readonly Listed[], rank: (one: Listed) => Rank): Listed[] {
  const groups = new Map<string, Listed | Listed[]>()
  for (const one of found) {
    const key = `${one.status} ${one.id}`
    const known = groups.get(key)
    if (known === undefined) groups.set(key, one)
    else if (Array.isArray(known)) known.push(one)
    else groups.set(key, [known, one])
  }
  return [...groups.values()].map((group) => (Array.isArray(group) ? joined(group, rank) : group))
}

function joined(group: readonly Listed[], rank: (one: Listed) => Rank): Listed {
  const ranked = group.map((one) => ({ one, rank: rank(one) })).toSorted(byRank)
  const [first, ...others] = ranked.map(({ one }) => one)
  if (first === undefined) throw new RangeError('a group without files')
  return { ...first, copies: others.map(({ file }) => file) }
}

interface Rank {
  readonly path: string
  /** Lower is better. */
  readonly order: readonly number[]
}

/** The file at its usual place is the entry. Otherwise the path decides, so that it is the same one on every machine. */
function rankOf(path: string, head: Listed): Rank {
  const isInFolder = path.startsWith(`${usualFolder(head)}/`)
  const order = [Number(!isUsualPlace(path, head)), Number(!isInFolder), path.split('/').length, path.length]
  return { path, order }
}

function usualFolder(head: Listed): string {
  return head.status === 'draft' ? DRAFTS : yearOf(head)
}

function byRank({ rank: a }: { readonly rank: Rank }, { rank: b }: { readonly rank: Rank }): number {
  const differing = a.order.findIndex((number, at) => number !== b.order[at])
  if (differing !== -1) return (a.order[differing] ?? 0) - (b.order[differing] ?? 0)
  return a.path < b.path ? -1 : 1
}

/** The copies of an entry whose bytes differ from those of its file. A copy that cannot be read differs. */
export function differingCopies({ file, copies = [] }: Listed): string[] {
  return copies.filter((copy) => !haveSameBytes(file, copy))
}

function haveSameBytes(file: string, other: string): boolean {
  try {
    return withFsErrors(other, () => fs.readFileSync(file).equals(fs.readFileSync(other)))
  } catch (error) {
    if (!(error instanceof ReflectError)) throw error
    return false
  }
}

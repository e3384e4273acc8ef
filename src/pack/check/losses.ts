import { identities, identityLists, meanings, references, takenFrom, tighterLimits } from '../../questions/index.ts'
import { isSameLabel } from '../../questions/shared/carrying.ts'
import type { Identity, Prompt } from '../../questions/shared/model.ts'
import { formatReference } from '../../questions/shared/reference.ts'
import { groupBy } from '../../util/group-by.ts'
import type { Code, DetailsByCode } from '../diagnostic.ts'
import { suggestedLines, successors } from './suggested-lines.ts'

/** What earlier answers lose, as a code with its details; `place` is the YAML key that it is about, and an id below that. */
export type Loss = {
  [C in Code]: { readonly code: C; readonly details: DetailsByCode[C]; readonly place: readonly string[] }
}[Code]

/** Two versions of a prompt. */
export interface TwoVersions {
  /** With the present names of its parts and of what it refers to; see `inNewNames`. */
  readonly before: Prompt
  readonly now: Prompt
  /** The present name: `exercise/prompt`. */
  readonly name: string
  /** Whether the manifest retires the part at a path. */
  readonly isRetired: (path: string) => boolean
  /** Whether answers to it were private, and are not private any more. */
  readonly isPublicNow: boolean
}

/** What the answers to a prompt lose in its new version. */
export function lossesOf(versions: TwoVersions): readonly Loss[] {
  const { before, now, name } = versions
  if (before.type !== now.type)
    return [{ code: 'type-changed', details: { name, before: before.type, now: now.type }, place: ['type'] }]
  const source = sourceLosses(versions)
  return [
    ...source,
    ...(source.length > 0 ? [] : partLosses(versions)),
    ...labelLosses(versions),
    ...limitLosses(versions),
    ...promptLosses(versions)
  ]
}

/** Another prompt whose items are taken or shown. */
function sourceLosses({ before, now, name }: TwoVersions): Loss[] {
  const [was, is] = [before, now].map((prompt) => references(prompt).map(formatReference).join(', ') || '–')
  if (was === undefined || is === undefined || was === is) return []
  const taken = takenFrom(now) ?? takenFrom(before)
  const key = taken === undefined ? 'of' : `${taken.list}_from`
  return [{ code: 'source-changed', details: { name, key, before: was, now: is }, place: [key] }]
}

/** Parts that are gone, and columns that hold something else. The options of such a column are not named one by one. */
function partLosses({ before, now, name, isRetired }: TwoVersions): Loss[] {
  const present = new Map(identities(now).map((part) => [part.path, part]))
  const former = new Set(identities(before).map(({ path }) => path))
  const retyped = identities(before).filter(({ path, type }) => present.has(path) && present.get(path)?.type !== type)
  const gone = identities(before).filter(({ path }) => !present.has(path))
  const without = new Set([...gone, ...retyped].map(({ path }) => path))
  const lost = gone.filter(({ path }) => !without.has(ownerOf(path)) && !isRetired(path))
  const added = identities(now).filter(({ path }) => !former.has(path))
  const byOwner = groupBy(added.map(named), ({ path }) => ownerOf(path))
  const pairs = [...groupBy(lost.map(named), ({ path }) => ownerOf(path))].flatMap(([owner, parts]) => [
    ...successors(parts, byOwner.get(owner) ?? [])
  ])
  const nameOf = (path: string) => partName(name, path, now)
  return [
    ...pairs.map(([{ path }, next]): Loss => ({
      code: 'part-went-away',
      details: { name: nameOf(path), ...suggestedLines(nameOf(path), next && nameOf(next.path)) },
      place: placeOf(path)
    })),
    ...retyped.map(({ path, type = '' }): Loss => ({
      code: 'type-changed',
      details: { name: nameOf(path), before: type, now: present.get(path)?.type ?? '' },
      place: placeOf(path)
    }))
  ]
}

function named({ path, label }: Identity) {
  return { path, label, id: path.slice(ownerOf(path).length + 1) }
}

/** Labels that other parts had before, and labels that are worded differently. */
function labelLosses({ before, now, name }: TwoVersions): Loss[] {
  const labelled = (prompt: Prompt) => [...identities(prompt), ...meanings(prompt)]
  const present = groupBy(labelled(now), ({ path }) => ownerOf(path))
  return [...groupBy(labelled(before), ({ path }) => ownerOf(path))].flatMap(([owner, were]) => {
    const are = present.get(owner) ?? []
    const changed = were.flatMap((part) => {
      const next = are.find(({ path }) => path === part.path)
      return next === undefined || isSameLabel(part.label, next.label) ? [] : [{ part, next }]
    })
    const moved = changed.filter(
      ({ part, next }) =>
        are.some(({ label }) => isSameLabel(label, part.label)) ||
        were.some(({ label }) => isSameLabel(label, next.label))
    )
    const names = moved.map(({ part }) => partName(name, part.path, now))
    const swapped = moved
      .slice(0, 1)
      .map(({ part }): Loss => ({ code: 'labels-swapped', details: { names }, place: placeOf(part.path) }))
    const reworded = changed.filter((change) => !moved.includes(change))
    return [
      ...swapped,
      ...reworded.map(({ part, next }): Loss => ({
        code: 'label-changed',
        details: { name: partName(name, part.path, now), before: part.label, now: next.label },
        place: placeOf(part.path)
      }))
    ]
  })
}

function limitLosses({ before, now, name }: TwoVersions): Loss[] {
  const limits = tighterLimits(before, now)
  const [first] = limits
  return first === undefined
    ? []
    : [{ code: 'range-changed', details: { name, limits: [...limits] }, place: first.key.split('.') }]
}

/** A condition that is new or different, and privacy that ends. A prompt without a condition is asked of everybody. */
function promptLosses({ before, now, name, isPublicNow }: TwoVersions): Loss[] {
  const isChanged = now.when !== undefined && JSON.stringify(before.when) !== JSON.stringify(now.when)
  return [
    ...(isChanged
      ? [{ code: 'condition-changed' as const, details: { name, isNew: before.when === undefined }, place: ['when'] }]
      : []),
    ...(isPublicNow ? [{ code: 'less-private' as const, details: { name }, place: ['private'] }] : [])
  ]
}

/** The list that holds a part; of a column's option, the column. */
function ownerOf(path: string): string {
  return /^(?:columns\.[^.]+(?=\.)|[^.]+)/.exec(path)?.[0] ?? path
}

/** The name of a part as authors write it: in short if its prompt has one list. */
function partName(prompt: string, path: string, now: Prompt): string {
  const [list] = identityLists(now)
  const isShort = identityLists(now).length === 1 && path.startsWith(`${list}.`)
  return `${prompt}.${isShort ? path.slice(path.indexOf('.') + 1) : path}`
}

/** The keys and ids that lead to a part in YAML. */
function placeOf(path: string): string[] {
  const [, column, option] = /^columns\.([^.]+)\.(.+)$/s.exec(path) ?? []
  if (column !== undefined && option !== undefined) return ['columns', column, 'options', option]
  const [, list = path, id] = /^([^.]+)\.(.+)$/s.exec(path) ?? []
  return id === undefined ? [list] : [list, id]
}

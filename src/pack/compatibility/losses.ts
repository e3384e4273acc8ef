import { identities, meanings, references, takenFrom, tighterLimits } from '../../questions/index.ts'
import { isSameLabel } from '../../questions/shared/carrying.ts'
import type { Prompt } from '../../questions/shared/model.ts'
import { formatReference } from '../../questions/shared/reference.ts'
import { groupBy } from '../../util/group-by.ts'
import type { Code, DetailsByCode } from '../diagnostic.ts'
import { ownerOf, partName, placeOf } from './versions.ts'

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
  /** Whether answers to it were private, and are not private any more. */
  readonly isPublicNow: boolean
}

/** What the answers to a prompt lose in its new version. */
export function lossesOf(versions: TwoVersions): readonly Loss[] {
  const { before, now, name } = versions
  if (before.type !== now.type)
    return [{ code: 'type-changed', details: { name, before: before.type, now: now.type }, place: ['type'] }]
  return [
    ...sourceLosses(versions),
    ...columnLosses(versions),
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

/** Columns that hold something else. */
function columnLosses({ before, now, name }: TwoVersions): Loss[] {
  const present = new Map(identities(now).map((part) => [part.path, part]))
  return identities(before).flatMap(({ path, type = '' }): Loss[] => {
    const next = present.get(path)
    const details = { name: partName(name, path, now), before: type, now: next?.type ?? '' }
    return next === undefined || (next.type ?? '') === type
      ? []
      : [{ code: 'type-changed', details, place: placeOf(path) }]
  })
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
  const isChanged = now.when !== undefined && conditionText(before) !== conditionText(now)
  return [
    ...(isChanged
      ? [{ code: 'condition-changed' as const, details: { name, isNew: before.when === undefined }, place: ['when'] }]
      : []),
    ...(isPublicNow ? [{ code: 'less-private' as const, details: { name }, place: ['private'] }] : [])
  ]
}

/** A condition to be compared. How short an answer must be for one more question does not count: what was answered stays. */
function conditionText({ when }: Prompt): string | undefined {
  return when && JSON.stringify(when, (key, value: unknown) => (key === 'under' ? 0 : value))
}

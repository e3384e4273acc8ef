import { foldCase } from '../../text/folding.ts'
import { onOneLine } from '../../text/lines.ts'

/**
 * The name of a part of a prompt in a later version of its pack; undefined if the part was retired. Parts are named by paths:
 * `options.led`, `statements.x`, `gaps.g`, `rows.r`, `columns.c`, `columns.c.yes`.
 */
export type NewPart = (path: string) => string | undefined

/** An answer after its prompt has changed. A part can be in both: its id still fits, and its words have changed. */
export interface Carried<A> {
  /** What answers the prompt as it is now; it may be incomplete. */
  readonly kept?: A
  /** What does not fit, or was answered beside other words: an answer to the prompt as it was asked. */
  readonly lost?: A
}

/** A part of a prompt by its id, with the words that the learner saw. */
interface NamedPart {
  readonly id: string
  readonly words: string
}

/** What became of a part: its present id, and whether its words are the same. */
export interface PartNow {
  readonly id: string
  readonly isSame: boolean
}

/** Whether two labels differ in nothing but case, white space and the kind of quotation marks and dashes. */
export function isSameLabel(before: string, now: string): boolean {
  return before === now || foldCase(onOneLine(before)) === foldCase(onOneLine(now))
}

/**
 * What became of each part, by its former id. A part is absent if it is gone, or if its words belong to another part now or the
 * words of its id belonged to another part before: then the id alone does not tell what the learner meant.
 *
 * @param kind the first word of the parts' paths.
 */
export function partsNow(
  kind: string,
  before: readonly NamedPart[],
  now: readonly NamedPart[],
  newPart: NewPart
): ReadonlyMap<string, PartNow> {
  const present = new Map(now.map((part) => [part.id, part]))
  return new Map(
    before.flatMap((part): [string, PartNow][] => {
      const next = present.get(newId(kind, part.id, newPart) ?? '')
      if (next === undefined) return []
      if (isSameLabel(part.words, next.words)) return [[part.id, { id: next.id, isSame: true }]]
      const isMixedUp =
        now.some((other) => other !== next && isSameLabel(part.words, other.words)) ||
        before.some((other) => other !== part && isSameLabel(other.words, next.words))
      return isMixedUp ? [] : [[part.id, { id: next.id, isSame: false }]]
    })
  )
}

/** The present id of a part; undefined if it was retired, or is a part of another kind now. */
function newId(kind: string, id: string, newPart: NewPart): string | undefined {
  const path = newPart(`${kind}.${id}`)
  return path?.startsWith(`${kind}.`) === true ? path.slice(kind.length + 1) : undefined
}

/** Options, rows and columns as parts. */
export function labelledParts(options: readonly { readonly id: string; readonly label: string }[]): NamedPart[] {
  return options.map(({ id, label }) => ({ id, words: label }))
}

/** The entries of a record whose values are carried by their keys. */
export function carriedEntries<V>(
  answer: Readonly<Record<string, V>>,
  parts: ReadonlyMap<string, PartNow>
): Carried<Record<string, V>> {
  const entries = Object.entries(answer)
  return {
    ...ifAny(
      'kept',
      entries.flatMap(([id, value]): [string, V][] => {
        const part = parts.get(id)
        return part === undefined ? [] : [[part.id, value]]
      })
    ),
    ...ifAny(
      'lost',
      entries.filter(([id]) => parts.get(id)?.isSame !== true)
    )
  }
}

function ifAny<K extends string, V>(key: K, entries: [string, V][]): { [Key in K]?: Record<string, V> } {
  const record = entries.length === 0 ? {} : { [key]: Object.fromEntries(entries) }
  return record as { [Key in K]?: Record<string, V> }
}

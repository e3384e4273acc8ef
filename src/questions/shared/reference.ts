import { present } from '../../util/records.ts'
import type { Derivation, Derived, Reference, Source } from './model.ts'

/** `prompt`, `prompt.part` or `exercise/prompt.part`. */
export const REFERENCE = /^(?:([a-z][a-z0-9-]*)\/)?([a-z][a-z0-9-]*)(?:\.([a-z][a-z0-9_-]*))?$/

/** Parses a reference as authors write it; undefined if it is not one. */
export function parseReference(text: string): Reference | undefined {
  const match = REFERENCE.exec(text)
  if (match === null) return undefined
  const [, exercise, prompt = '', part] = match
  return { ...present({ exercise }), prompt, ...present({ part }) }
}

/** Parses one reference or a list of them, from a key that passed the schema. */
export function parseReferences(value: unknown): Reference[] {
  return [value].flat().flatMap((name) => parseReference(String(name)) ?? [])
}

/** Writes a reference as authors do. */
export function formatReference({ exercise, prompt, part }: Reference): string {
  return `${exercise === undefined ? '' : `${exercise}/`}${prompt}${part === undefined ? '' : `.${part}`}`
}

/** What can be derived from one answer, and from two. */
const OF_ONE = /^(lowest|highest|first|last|count) of (\S+)$/
const OF_TWO = /^(widest|difference) of (\S+) and (\S+)$/
const ROWS = /^rows of (\S+) is (.+)$/
const DAYS = /^days since (\S+)$/

/** Parses what a condition compares or a text quotes: a reference or a derived value. Undefined if it is neither. */
export function parseSource(text: string): Source | undefined {
  const words = text.trim().replaceAll(/\s+/g, ' ')
  return words.includes(' ') || words === 'times' ? parseDerived(words) : parseReference(words)
}

function parseDerived(words: string): Derived | undefined {
  if (words === 'times') return { derive: 'times', of: [{ prompt: 'times' }] }
  const [, days] = DAYS.exec(words) ?? []
  if (days !== undefined) return derivedFrom('days', [days])
  const [, table, is] = ROWS.exec(words) ?? []
  if (table !== undefined && is !== undefined) return derivedFrom('rows', [table], is)
  const [, derive, ...names] = OF_ONE.exec(words) ?? OF_TWO.exec(words) ?? []
  return derive === undefined ? undefined : derivedFrom(derive as Derivation, names)
}

function derivedFrom(derive: Derivation, names: readonly string[], is?: string): Derived | undefined {
  const of = names.flatMap((name) => parseReference(name) ?? [])
  return of.length < names.length ? undefined : { derive, of, ...present({ is }) }
}

/** Writes a source as authors do. */
export function formatSource(source: Source): string {
  if (!isDerived(source)) return formatReference(source)
  const { derive, of, is } = source
  const names = of.map(formatReference).join(' and ')
  if (derive === 'times') return derive
  return `${derive} ${derive === 'days' ? 'since' : 'of'} ${names}${is === undefined ? '' : ` is ${is}`}`
}

/** Whether a source is a derived value. */
export function isDerived(source: Source): source is Derived {
  return 'derive' in source
}

/** The answers that a source is made of. */
export function referencesOf(source: Source): readonly Reference[] {
  return isDerived(source) ? source.of : [source]
}

/** `{{prompt}}` or `{{prompt|fallback}}` in a text, or `{{` without a closing `}}`. */
export interface Quotation {
  /** As written, with the braces. */
  readonly whole: string
  /** Absent if it is not a valid source. */
  readonly source?: Source
}

/** The quotations of a text in order, invalid ones included. */
export function quotationsIn(text: string): Quotation[] {
  if (!text.includes('{{')) return []
  return [...text.matchAll(/\{\{(?:([^{}|]*)(?:\|[^{}]*)?\}\})?/g)].map(([whole, name]) => ({
    whole,
    ...present({ source: name === undefined ? undefined : parseSource(name) })
  }))
}

/** Everything that a value quotes, compares or recalls, at any depth. */
export function sourcesIn(value: unknown): Source[] {
  if (typeof value === 'string') return quotationsIn(value).flatMap(({ source }) => source ?? [])
  if (typeof value !== 'object' || value === null) return []
  const own = isSource(value) ? [value] : []
  return [...own, ...Object.values(value).flatMap(sourcesIn)]
}

function isSource(value: object): value is Source {
  return ('prompt' in value && typeof value.prompt === 'string') || ('derive' in value && 'of' in value)
}

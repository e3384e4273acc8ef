import { present } from '../../util/records.ts'
import type { Reference } from './model.ts'

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

/** `{{prompt}}` or `{{prompt|fallback}}` in a text, or `{{` without a closing `}}`. */
export interface Quotation {
  /** As written, with the braces. */
  readonly whole: string
  /** Absent if it is not a valid reference. */
  readonly reference?: Reference
}

/** The quotations of a text in order, invalid ones included. */
export function quotationsIn(text: string): Quotation[] {
  return [...text.matchAll(/\{\{(?:([^{}|]*)(?:\|[^{}]*)?\}\})?/g)].map(([whole, name]) => ({
    whole,
    ...present({ reference: name === undefined ? undefined : parseReference(name.trim()) })
  }))
}

import { isRecord, present } from '../../util/records.ts'
import type { ZodRawShape, ZodType } from 'zod'
import type { Bounds } from './model.ts'
import type { Code } from './prompt-source.ts'
import type { Z } from './question.ts'

/** Ids in packs: of prompts, options, statements, columns and gaps. */
/** An id of a pack, an exercise or a prompt. */
export const ID = /^[a-z][a-z0-9-]{0,63}$/

/** Whether a text has the form of an id. */
export function isId(text: string): boolean {
  return ID.test(text)
}

/** The name of an exercise on a route: `exercise`, or `pack/exercise`. */
export const STEP = /^(?:[a-z][a-z0-9-]{0,63}\/)?[a-z][a-z0-9-]{0,63}$/

/** The codes of errors in the format of a text. */
export const formatCodes = [
  'bad-id',
  'bad-version',
  'bad-license',
  'bad-url',
  'bad-span',
  'bad-length',
  'bad-file-name',
  'bad-date',
  'bad-reference',
  'says-nothing'
] as const satisfies Code[]

type FormatCode = (typeof formatCodes)[number]

/** A text that matches a pattern. The code is the message of zod's issue, which has no other field for it. */
export function formatKey(z: Z, pattern: RegExp, code: FormatCode) {
  return z.string().regex(pattern, code)
}

/** An id. */
export function idKey(z: Z) {
  return formatKey(z, ID, 'bad-id')
}

/** An exercise on a route: an id, or `pack/id`. */
export function stepKey(z: Z) {
  return formatKey(z, STEP, 'bad-id')
}

/** Words that a learner sees. */
export function wordsKey(z: Z) {
  return formatKey(z, /\S/, 'says-nothing')
}

/** Texts that belong together, in a translation: a mapping, or the first of them by itself. */
export function textsKey(z: Z, keys: ZodRawShape) {
  return z.union([wordsKey(z), z.strictObject(keys).partial()])
}

/** Texts by the ids of the things that they belong to, in a translation. */
export function byIdKey(z: Z, text: ZodType, description: string) {
  return z.record(z.string(), text).meta({ description })
}

/** `{ min, max }`, either of which may be absent. */
export function boundsKey(z: Z, least = 0) {
  return z.strictObject({ min: z.int().min(least).optional(), max: z.int().min(1).optional() })
}

/** Bounds from JSON or YAML; anything else in it is ignored. */
export function boundsOf(json: unknown): Bounds {
  if (!isRecord(json)) return {}
  const { min, max } = json
  return present({ min: numberOf(min), max: numberOf(max) })
}

/** A text from JSON or YAML; undefined if it is not one. */
export function textOf(json: unknown): string | undefined {
  return typeof json === 'string' ? json : undefined
}

/** A number from JSON or YAML; undefined if it is not one. */
export function numberOf(json: unknown): number | undefined {
  return typeof json === 'number' ? json : undefined
}

/** The model's key for `people: true` in JSON or YAML. */
export function peopleOf(json: unknown): { readonly people?: true } {
  return json === true ? { people: true } : {}
}

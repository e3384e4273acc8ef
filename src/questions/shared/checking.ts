import { isBroken, shortened } from '../../text/lines.ts'
import type { Bounds, Checked, Fault } from './model.ts'

/** Faults of an answer that can still be stored and shown: it is incomplete, or out of bounds. */
const STORABLE: ReadonlySet<Fault['code']> = new Set<Fault['code']>([
  'missing',
  'too-few',
  'too-many',
  'too-few-rows',
  'too-many-rows',
  'too-few-picks',
  'too-many-picks',
  'too-small',
  'too-large',
  'too-early',
  'too-late'
])

/** The result of a check that could read the value. */
export function checked<A>(answer: A, faults: readonly Fault[]): Checked<A> {
  if (faults.length === 0) return { ok: true, answer }
  return faults.every(({ code }) => STORABLE.has(code)) ? { ok: false, faults, begun: answer } : { ok: false, faults }
}

/** The result for a value that cannot be read at all. */
export function refused(fault: Fault | Extract<Fault['code'], SimpleCode>): {
  readonly ok: false
  readonly faults: readonly Fault[]
} {
  return { ok: false, faults: [typeof fault === 'string' ? { code: fault } : fault] }
}

/** Codes without parameters. */
type SimpleCode = Exclude<Fault, { what: string } | { is: number } | { is: string }>['code']

/** A value as one trimmed line. If it is not a line, adds to `faults` and returns ''. */
export function lineOf(value: unknown, faults: Fault[]): string {
  if (typeof value !== 'string') faults.push({ code: 'not-text' })
  else if (isBroken(value)) faults.push({ code: 'broken-text' })
  else {
    const line = value.trim()
    if (!/[\n\r]/.test(line)) return line
    faults.push({ code: 'several-lines', what: excerpt(line) })
  }
  return ''
}

/** The first line of a text, at most 40 characters of it. */
export function excerpt(text: string): string {
  const [line = ''] = text.trimStart().split(/[\n\r]/, 1)
  return shortened(line, 40)
}

/** A fault if there are too few or too many of something. */
export function countFaults<
  C extends 'too-few' | 'too-few-rows' | 'too-few-picks',
  D extends 'too-many' | 'too-many-rows' | 'too-many-picks'
>(is: number, { min, max }: Bounds, few: C, many: D): Fault[] {
  if (min !== undefined && is < min) return [{ code: few, is, limit: min }]
  return max !== undefined && is > max ? [{ code: many, is, limit: max }] : []
}

/** The names that are in a list more than once, each of them once. */
export function repeated(names: readonly string[]): string[] {
  const seen = new Set<string>()
  return [...new Set(names.filter((name) => seen.size === seen.add(name).size))]
}

/** Every string in a value, at any depth; keys are not included. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

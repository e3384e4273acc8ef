import { isBroken, shortened } from '../../text/lines.ts'
import type { Checked, Fault } from './model.ts'

/** What an answer may suffer from and still be stored and shown: it is not finished, or out of the bounds asked for. */
const BEARABLE: ReadonlySet<Fault['code']> = new Set<Fault['code']>([
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

/** The outcome of a check. */
export function checked<A>(answer: A, faults: readonly Fault[]): Checked<A> {
  if (faults.length === 0) return { ok: true, answer }
  return faults.every(({ code }) => BEARABLE.has(code)) ? { ok: false, faults, begun: answer } : { ok: false, faults }
}

/** The outcome where a value has one fault and nothing else can be said of it. */
export function refused(fault: Fault | Extract<Fault['code'], SimpleCode>): {
  readonly ok: false
  readonly faults: readonly Fault[]
} {
  return { ok: false, faults: [typeof fault === 'string' ? { code: fault } : fault] }
}

/** Codes that need nothing more said. */
type SimpleCode = Exclude<Fault, { what: string } | { is: number } | { is: string }>['code']

/** A value as one trimmed line; '' where it is none, and why goes to `faults`. */
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

/** The first line of a text, short enough to be named in a sentence. */
export function excerpt(text: string): string {
  const [line = ''] = text.trimStart().split(/[\n\r]/, 1)
  return shortened(line, 40)
}

/** A value that has keys, as JSON and YAML make it. Look keys up with `Object.hasOwn`, or go through `Object.entries`. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What a record holds under a key of its own. */
export function own<V>(record: Readonly<Record<string, V>>, key: string): V | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

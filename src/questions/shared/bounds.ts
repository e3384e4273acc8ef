import { isRecord, present } from '../../util/records.ts'
import { headingOf } from './heading.ts'
import { idKey, textOf } from './keys.ts'
import type { BoundFrom, Fault } from './model.ts'
import type { AnswerTo, Z } from './question.ts'

/** The bounds of a prompt that are answers to earlier prompts. */
export interface BoundsFrom<V extends number | string> {
  readonly minFrom?: BoundFrom<V>
  readonly maxFrom?: BoundFrom<V>
}

/** `{ prompt: low }`: a bound that an earlier prompt of the same type sets. */
export function boundFromKey(z: Z) {
  return z.strictObject({ prompt: idKey(z).describe('An earlier prompt of the same type: its answer is the limit.') })
}

/** The same from YAML, or from a marker's JSON; undefined if the value is a bound itself, or none. */
function boundFrom<V extends number | string>(value: unknown): BoundFrom<V> | undefined {
  const prompt = isRecord(value) ? textOf(value['prompt']) : undefined
  return prompt === undefined ? undefined : { prompt }
}

/** Both bounds, from the keys `min` and `max`. */
export function boundsFrom<V extends number | string>({ min, max }: Readonly<Record<string, unknown>>): BoundsFrom<V> {
  return present({ minFrom: boundFrom<V>(min), maxFrom: boundFrom<V>(max) })
}

/** The JSON of both bounds for the marker's line. An entry keeps the rule and not the number, so that it can be changed with the answer. */
export function boundsForm({ minFrom, maxFrom }: BoundsFrom<number | string>) {
  return present({ min: minFrom && { prompt: minFrom.prompt }, max: maxFrom && { prompt: maxFrom.prompt } })
}

/** The bounds with their present values. Without an answer there is no bound. */
export function withBounds<P extends BoundsFrom<number> | BoundsFrom<string>>(prompt: P, answerTo: AnswerTo): P {
  const bound = (from: BoundFrom<number | string> | undefined) => {
    const found = from && answerTo(from.prompt)
    const isValue = typeof found?.answer === 'number' || typeof found?.answer === 'string'
    return (
      from && { prompt: from.prompt, ...(isValue ? { value: found.answer, heading: headingOf(found.prompt) } : {}) }
    )
  }
  return { ...prompt, ...present({ minFrom: bound(prompt.minFrom), maxFrom: bound(prompt.maxFrom) }) }
}

/** The faults of a value outside a bound that an earlier answer sets. */
export function boundFaults<V extends number | string>(
  is: V,
  { minFrom, maxFrom }: BoundsFrom<V>,
  fault: (code: 'low' | 'high', limit: V, of: string) => Fault
): Fault[] {
  const low = minFrom?.value !== undefined && is < minFrom.value
  const high = maxFrom?.value !== undefined && is > maxFrom.value
  return [
    ...(low ? [fault('low', minFrom.value, minFrom.heading ?? '')] : []),
    ...(high ? [fault('high', maxFrom.value, maxFrom.heading ?? '')] : [])
  ]
}

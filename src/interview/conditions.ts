import { wordsIn } from '../text/words-in.ts'
import type { Answer, Condition, Json, Source, Test } from '../questions/shared/model.ts'
import type { FoundAnswer } from './answer-lookup.ts'

/** Finds the answer that a reference points at, or a derived value; undefined if there is none. */
export type LookUp = (source: Source) => FoundAnswer | undefined

/**
 * Whether a condition is true. Comparisons with a missing answer or "not sure" are false; "not sure" counts as answered.
 *
 * @param isAnswered whether the prompt has an answer, so that the length of the answer before it does not count any more.
 */
export function holds(condition: Condition, find: LookUp, isAnswered = false): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, find, isAnswered))
  if ('any' in condition) return condition.any.some((part) => holds(part, find, isAnswered))
  if ('not' in condition) return !holds(condition.not, find, isAnswered)
  const found = find(condition.of)
  if ('under' in condition)
    return typeof found?.answer === 'string' && (isAnswered || wordsIn(found.answer) < condition.under)
  return passes(condition.test, found && valueOf(found))
}

/** The answer, or its part, as conditions see it: options by their ids, an answer in own words as `other`. */
function valueOf(found: FoundAnswer): Answer | Json | undefined {
  if (found.part === undefined) return found.answer
  const whole: unknown = found.answer
  if (typeof whole !== 'object' || whole === null || Array.isArray(whole)) return undefined
  if (!Object.hasOwn(whole, found.part)) return undefined
  return (whole as Record<string, Json>)[found.part]
}

function passes(test: Test, value: unknown): boolean {
  if ('answered' in test) return (value !== undefined) === test.answered
  if (value === undefined || value === null) return false
  if ('is' in test) return idsOf(value).includes(test.is)
  if ('in' in test) return idsOf(value).some((id) => test.in.includes(id))
  if ('has' in test) return idsOf(value).includes(test.has)
  if ('count' in test) {
    const bounds = typeof test.count === 'number' ? { is: test.count } : test.count
    return Array.isArray(value) && within(bounds, value.length)
  }
  return typeof value === 'number' && within(test, value)
}

function within(bounds: { is?: number; gt?: number; gte?: number; lt?: number; lte?: number }, value: number): boolean {
  return (
    (bounds.is === undefined || value === bounds.is) &&
    (bounds.gt === undefined || value > bounds.gt) &&
    (bounds.gte === undefined || value >= bounds.gte) &&
    (bounds.lt === undefined || value < bounds.lt) &&
    (bounds.lte === undefined || value <= bounds.lte)
  )
}

/** The values that equality compares. */
function idsOf(value: unknown): (string | number | boolean)[] {
  const items: unknown[] = Array.isArray(value) ? value : [value]
  return items.flatMap((item) => {
    if (typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean') return [item]
    if (typeof item !== 'object' || item === null) return []
    if ('row' in item && typeof item.row === 'string') return [item.row]
    return 'other' in item ? ['other'] : []
  })
}

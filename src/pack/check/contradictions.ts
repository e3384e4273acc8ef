import type { AnswerKind, Bounds } from '../../questions/shared/model.ts'
import { formatSource, referencesOf } from '../../questions/shared/reference.ts'
import type { Report } from '../diagnostic.ts'
import type { Clause, Comparison } from './condition-parser.ts'
import { comparedKind, promptOf, type ExerciseOutline, type Outline } from './outline.ts'

/** Where a condition is: in this exercise. */
export interface ConditionPlace {
  readonly outline: Outline
  readonly exercise: ExerciseOutline
  readonly report: Report
}

/** A comparison that must be true, or false, for a prompt to be asked. */
interface Requirement {
  readonly comparison: Comparison
  readonly expected: boolean
  /** The comparison in the prompt's own condition that this follows from. */
  readonly from: Comparison
}

/**
 * Reports a condition that can never be true, such as `gt: 4` with `lt: 3`, two options of one choice, or an answer to
 * a prompt that is not asked then.
 */
export function checkContradictions(when: Clause, place: ConditionPlace): void {
  const byPrompt = new Map<string, Requirement[]>()
  for (const requirement of requirementsOf(when, place, new Set())) {
    const name = formatSource(requirement.comparison.of)
    byPrompt.set(name, [...(byPrompt.get(name) ?? []), requirement])
  }
  for (const [name, requirements] of byPrompt) {
    if (isSatisfiable(requirements, place)) continue
    const own = requirements.findLast(({ comparison, from }) => comparison === from) ?? requirements.at(-1)
    if (own !== undefined) place.report('never-true', own.from.span, { name })
    return
  }
}

/**
 * What must be true or false if the condition is true. To have an answer, a prompt must have been asked, so its own
 * condition counts as well. Alternatives (`any`) require nothing for certain.
 */
function requirementsOf(clause: Clause, place: ConditionPlace, followed: Set<string>, by?: Comparison): Requirement[] {
  if (clause.kind === 'all') return clause.parts.flatMap((part) => requirementsOf(part, place, followed, by))
  if (clause.kind === 'not')
    return clause.part.kind === 'test' ? [{ comparison: clause.part, expected: false, from: by ?? clause.part }] : []
  if (clause.kind !== 'test') return []
  const from = by ?? clause
  const isUnanswered = 'answered' in clause.test && !clause.test.answered
  const conditions = isUnanswered ? [] : conditionsOfPrompts(clause, place, followed)
  return [
    { comparison: clause, expected: true, from },
    ...conditions.flatMap((condition) => requirementsOf(condition, place, followed, from))
  ]
}

/** The conditions of the prompts in this exercise that a comparison is about, if they were not followed yet. */
function conditionsOfPrompts({ of }: Comparison, { exercise }: ConditionPlace, followed: Set<string>): Clause[] {
  return referencesOf(of).flatMap(({ exercise: other, prompt }) => {
    if (other !== undefined || followed.has(prompt)) return []
    followed.add(prompt)
    return promptOf(exercise, prompt)?.when ?? []
  })
}

/** Whether one answer, or none, can meet all requirements on a prompt. */
function isSatisfiable(requirements: readonly Requirement[], { outline, exercise }: ConditionPlace): boolean {
  const [first] = requirements
  const kind = first && comparedKind(outline, exercise, first.comparison)
  if (kind === undefined) return true
  const tests = requirements.map(({ comparison: { test }, expected }) => ({ test, expected }))
  const isUnanswered = tests.some(({ test, expected }) => 'answered' in test && test.answered !== expected)
  const isAnswered = tests.some(({ test, expected }) => ('answered' in test ? test.answered === expected : expected))
  if (isUnanswered && isAnswered) return false
  if (kind.of === 'several') return hasPossibleCount(tests)
  return hasPossibleValue(tests) && hasPossibleNumber(tests, kind)
}

type ExpectedTest = Pick<Requirement, 'expected'> & { readonly test: Comparison['test'] }

function hasPossibleCount(tests: readonly ExpectedTest[]): boolean {
  const counts = tests.flatMap(({ test, expected }) => (expected && 'count' in test ? [exactly(test.count)] : []))
  return !isEmpty(counts, true)
}

function hasPossibleNumber(tests: readonly ExpectedTest[], { range = {}, whole = false }: AnswerKind): boolean {
  const ranges = tests.flatMap(({ test, expected }): NumberRange[] => {
    if (!expected) return []
    if ('is' in test) return typeof test.is === 'number' ? [exactly(test.is)] : []
    return 'gt' in test || 'gte' in test || 'lt' in test || 'lte' in test ? [test] : []
  })
  return !isEmpty([range, ...ranges], whole)
}

/** Whether a value is left that all tests allow. */
function hasPossibleValue(tests: readonly ExpectedTest[]): boolean {
  let allowed: readonly unknown[] | undefined
  for (const { test, expected } of tests) {
    const values = valuesOf(test)
    if (values !== undefined && expected) allowed = allowed?.filter((value) => values.includes(value)) ?? values
  }
  const excluded = new Set(tests.flatMap(({ test, expected }) => (expected ? [] : (valuesOf(test) ?? []))))
  return allowed === undefined || allowed.some((value) => !excluded.has(value))
}

function valuesOf(test: Comparison['test']): readonly unknown[] | undefined {
  if ('is' in test) return [test.is]
  if ('in' in test) return test.in
  return 'has' in test ? [test.has] : undefined
}

/** A range of numbers: `min`, `max`, `gte` and `lte` include their limit. */
export interface NumberRange extends Bounds {
  readonly gt?: number
  readonly gte?: number
  readonly lt?: number
  readonly lte?: number
}

/** The range that a `count` test allows: one number, or a range. */
export function exactly(count: number | NumberRange): NumberRange {
  return typeof count === 'number' ? { min: count, max: count } : count
}

/** Whether no number is in all of the ranges; with `whole`, no whole number. */
export function isEmpty(ranges: readonly NumberRange[], whole: boolean): boolean {
  const step = whole ? 1 : 0
  const lows = ranges.flatMap(({ min, gte, gt }) => [min, gte, gt === undefined ? undefined : gt + step])
  const highs = ranges.flatMap(({ max, lte, lt }) => [max, lte, lt === undefined ? undefined : lt - step])
  const low = Math.max(-Infinity, ...lows.filter((value) => value !== undefined))
  const high = Math.min(Infinity, ...highs.filter((value) => value !== undefined))
  if (whole) return Math.ceil(low) > Math.floor(high)
  return low > high || (low === high && ranges.some(({ gt, lt }) => gt === low || lt === high))
}

import { kindIn } from './answer-kinds.ts'
import type { Clause, Comparison } from './condition-parser.ts'
import type { Report } from '../diagnostic.ts'
import { promptOf } from './outline.ts'
import type { ExerciseOutline, Outline } from './outline.ts'
import { isEmpty, rangeOf } from './ranges.ts'
import { nameOf } from './reference.ts'

interface Where {
  readonly outline: Outline
  readonly exercise: ExerciseOutline
  readonly report: Report
}

/** A comparison that must hold, or must not, for a prompt to be shown. */
interface Demand {
  readonly comparison: Comparison
  readonly wanted: boolean
  /** The comparison of the prompt's own condition that leads there. */
  readonly by: Comparison
}

/** Says so if what must hold at once cannot: `gt: 4` and `lt: 3`, two options of one choice, a prompt that is hidden by then. */
export function checkTogether(when: Clause, where: Where): void {
  const demands = new Map<string, Demand[]>()
  for (const demand of demandsOf(when, where, new Set())) {
    const name = nameOf(demand.comparison.of)
    const others = demands.get(name)
    if (others === undefined) demands.set(name, [demand])
    else others.push(demand)
  }
  for (const [name, together] of demands) {
    if (possible(together, where)) continue
    const own = together.findLast(({ comparison, by }) => comparison === by) ?? together.at(-1)
    if (own !== undefined) where.report('never-true', own.by.span, { name })
    return
  }
}

/** All that must hold: a comparison of an answer needs its prompt to be shown. Alternatives demand nothing for certain. */
function demandsOf(clause: Clause, where: Where, followed: Set<string>, by?: Comparison): Demand[] {
  if (clause.kind === 'all') return clause.parts.flatMap((part) => demandsOf(part, where, followed, by))
  if (clause.kind === 'not') return barredBy(clause.part, by)
  if (clause.kind !== 'test') return []
  const from = by ?? clause
  const behind = isAbsence(clause) ? undefined : conditionBehind(clause, where, followed)
  return [
    { comparison: clause, wanted: true, by: from },
    ...(behind === undefined ? [] : demandsOf(behind, where, followed, from))
  ]
}

function barredBy(part: Clause, by: Comparison | undefined): Demand[] {
  return part.kind === 'test' ? [{ comparison: part, wanted: false, by: by ?? part }] : []
}

function isAbsence({ test }: Comparison): boolean {
  return 'answered' in test && !test.answered
}

/** The condition of the prompt that a comparison of this exercise looks at, once. */
function conditionBehind({ of }: Comparison, { exercise }: Where, followed: Set<string>): Clause | undefined {
  if (of.exercise !== undefined || followed.has(of.prompt)) return undefined
  followed.add(of.prompt)
  return promptOf(exercise, of.prompt)?.when
}

/** Whether one answer can meet all demands on it. */
function possible(demands: readonly Demand[], { outline, exercise }: Where): boolean {
  const [first] = demands
  const kind = first && kindIn(outline, exercise, first.comparison)
  if (kind === undefined) return true
  const tests = demands.map(({ comparison: { test }, wanted }) => ({ test, wanted }))
  const absent = tests.some(({ test, wanted }) => 'answered' in test && test.answered !== wanted)
  const present = tests.some(({ test, wanted }) => ('answered' in test ? test.answered === wanted : wanted))
  if (absent && present) return false
  if (kind.of === 'several') return possibleCount(tests)
  return possibleValues(tests) && possibleRange(tests, kind.whole === true, kind.range)
}

interface Wanted {
  readonly test: Comparison['test']
  readonly wanted: boolean
}

function possibleCount(tests: readonly Wanted[]): boolean {
  const counts = tests.flatMap(({ test, wanted }) => (wanted && 'count' in test ? [test.count] : []))
  return isPossible(
    counts.map((count) => (typeof count === 'number' ? { gte: count, lte: count } : count)),
    true,
    {}
  )
}

function possibleRange(
  tests: readonly Wanted[],
  whole: boolean,
  range: { min?: number; max?: number } | undefined
): boolean {
  const bounds = tests.flatMap(({ test, wanted }) => {
    if (!wanted) return []
    return 'is' in test && typeof test.is === 'number' ? [{ gte: test.is, lte: test.is }] : [test as object]
  })
  return isPossible(bounds, whole, range ?? {})
}

type Bound = { readonly gt?: number; readonly gte?: number; readonly lt?: number; readonly lte?: number }

function isPossible(bounds: readonly Bound[], whole: boolean, range: { min?: number; max?: number }): boolean {
  const ranges = [{ min: range.min ?? -Infinity, max: range.max ?? Infinity }, ...bounds].map((bound) =>
    rangeOf(bound, whole)
  )
  const least = Math.max(...ranges.map((one) => one.least))
  const most = Math.min(...ranges.map((one) => one.most))
  const open = ranges.some((one) => one.open && (one.least === least || one.most === most))
  return !isEmpty({ least, most, open }, whole)
}

/** Whether one value is left that is everything it should be, and nothing that it should not. */
function possibleValues(tests: readonly Wanted[]): boolean {
  let left: readonly unknown[] | undefined
  for (const { test, wanted } of tests) {
    const values = valuesOf(test)
    if (values !== undefined && wanted)
      left = left === undefined ? values : left.filter((value) => values.includes(value))
  }
  const barred = new Set(tests.flatMap(({ test, wanted }) => (wanted ? [] : (valuesOf(test) ?? []))))
  return left === undefined || left.some((value) => !barred.has(value))
}

function valuesOf(test: Comparison['test']): readonly unknown[] | undefined {
  if ('is' in test) return [test.is]
  if ('in' in test) return test.in
  return 'has' in test ? [test.has] : undefined
}

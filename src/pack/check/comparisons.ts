import { formatSource } from '../../questions/shared/reference.ts'
import type { AnswerKind, Bounds } from '../../questions/shared/model.ts'
import { suggest } from '../../text/suggest.ts'
import type { Edit, Report } from '../diagnostic.ts'
import { severalIn, testIn } from '../slips/conditions.ts'
import { instead } from '../slips/names.ts'
import { inBraces, truthIn } from '../slips/shapes.ts'
import { headOf, itemsOf, type Node } from '../yaml/tree.ts'
import { clausesOf, comparedKind, type Outline } from './outline.ts'
import { comparisonsIn, type Clause, type Comparison } from './condition-parser.ts'
import { checkContradictions, exactly, isEmpty, type ConditionPlace, type NumberRange } from './contradictions.ts'

/** The operators for each kind of answer. For `several`, `is` and `in` compare each item. */
const OPERATORS: Readonly<Record<AnswerKind['of'], readonly string[]>> = {
  words: ['is', 'in', 'answered'],
  day: ['is', 'in', 'answered'],
  number: ['is', 'in', 'gt', 'gte', 'lt', 'lte', 'answered'],
  'yes-no': ['is', 'in', 'answered'],
  one: ['is', 'in', 'has', 'answered'],
  several: ['is', 'in', 'has', 'count', 'answered'],
  whole: ['answered'],
  nothing: []
}

/** Whether a comparison suits the prompt that it is about; reports it if not. */
function checkComparison(comparison: Comparison, kind: AnswerKind, report: Report): boolean {
  const { test, value, span, of } = comparison
  const [operator = 'is'] = Object.keys(test)
  if (kind.of === 'nothing') {
    report('never-answered', span, { name: formatSource(of) })
    return false
  }
  if (!OPERATORS[kind.of].includes(operator)) {
    report('cannot-be-asked', span, { operator, name: formatSource(of), known: [...OPERATORS[kind.of]] })
    return false
  }
  if ('is' in test) return checkValue(test.is, value, kind, report)
  if ('has' in test) return checkValue(test.has, value, kind, report)
  if ('in' in test)
    return test.in.map((one, index) => checkValue(one, itemsOf(value)[index] ?? value, kind, report)).every(Boolean)
  if ('count' in test) return checkRange(exactly(test.count), kind.count ?? { min: 1 }, true, value, report)
  return 'answered' in test || checkRange(test, kind.range ?? {}, kind.whole === true, value, report)
}

/** Whether an answer can have a value; reports it if not. */
function checkValue(value: string | number | boolean, node: Node, kind: AnswerKind, report: Report): boolean {
  if (node.kind === 'invalid') return true
  const place = headOf(node)
  const source = node.kind === 'leaf' ? node.source : String(value)
  if (kind.of === 'yes-no') {
    if (typeof value === 'boolean') return true
    report('not-true-or-false', place, { source }, written(node, truthIn(source)))
  } else if (kind.of === 'number') {
    if (typeof value === 'number')
      return checkRange(exactly(value), kind.range ?? {}, kind.whole === true, node, report)
    report('not-a-number', place, { source }, written(node, testIn(source)))
  } else if (typeof value !== 'string') {
    report('not-text', place, { source })
  } else if (kind.of === 'day' && !/^\d{4}-\d{2}-\d{2}$/.test(value)) {
    report('bad-date', place, { text: value })
  } else if (kind.ids === undefined || kind.ids.includes(value)) {
    return true
  } else {
    const near = suggest(value, kind.ids)
    const several = written(node, severalIn(value, kind.ids))
    report(
      'unknown-option',
      place,
      { name: value, near },
      several ?? (node.kind === 'leaf' ? instead(node, near.map(inBraces)) : undefined)
    )
  }
  return false
}

function written({ start, end }: Node, text: string | undefined): Edit[] | undefined {
  return text === undefined ? undefined : [{ start, end, text }]
}

/** Whether a number that a comparison asks for is possible; reports the comparison if not. */
function checkRange(asked: NumberRange, possible: Bounds, whole: boolean, value: Node, report: Report): boolean {
  if (!isEmpty([asked, possible], whole)) return true
  report('out-of-reach', headOf(value), { min: possible.min ?? null, max: possible.max ?? null })
  return false
}

/** Checks that every comparison in a condition suits the prompt it is about, and that the condition can be true. */
export function checkConditions(outline: Outline): void {
  for (const exercise of outline.exercises) {
    if (exercise.part === undefined) continue
    const { report } = exercise.part
    const passages = Object.values(exercise.passages).flat()
    const clauses = [...exercise.prompts.flatMap(clausesOf), ...passages.flatMap(({ when }) => when ?? [])]
    for (const clause of clauses) checkCondition(clause, { outline, exercise, report })
  }
}

function checkCondition(clause: Clause, place: ConditionPlace): void {
  const results = comparisonsIn(clause).map((comparison) => {
    const kind = comparedKind(place.outline, place.exercise, comparison)
    return kind === undefined || checkComparison(comparison, kind, place.report)
  })
  if (!results.includes(false)) checkContradictions(clause, place)
}

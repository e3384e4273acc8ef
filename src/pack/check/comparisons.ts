import type { AnswerKind, Bounds } from '../../questions/shared/model.ts'
import { nearest } from '../../text/suggest.ts'
import type { Report } from '../diagnostic.ts'
import { itemsOf } from '../yaml/tree.ts'
import type { Node } from '../yaml/tree.ts'
import { kindIn } from './answer-kinds.ts'
import { comparisonsIn } from './condition-parser.ts'
import type { Comparison } from './condition-parser.ts'
import { checkTogether } from './contradictions.ts'
import type { Outline } from './outline.ts'
import { isEmpty, rangeOf } from './ranges.ts'
import type { Asked } from './ranges.ts'
import { nameOf } from './reference.ts'
import { headOf } from './schema-issues.ts'

/** What each kind of answer can be asked. `is` and `in` look at each of several items. */
const ASKED: Readonly<Record<AnswerKind['of'], readonly string[]>> = {
  words: ['is', 'in', 'answered'],
  day: ['is', 'in', 'answered'],
  number: ['is', 'in', 'gt', 'gte', 'lt', 'lte', 'answered'],
  'yes-no': ['is', 'in', 'answered'],
  one: ['is', 'in', 'has', 'answered'],
  several: ['is', 'in', 'has', 'count', 'answered'],
  whole: ['answered'],
  nothing: []
}

/** Whether a comparison makes sense; says so if not. */
function checkComparison(comparison: Comparison, kind: AnswerKind, report: Report): boolean {
  const { test, value, span, of } = comparison
  const [operator = 'is'] = Object.keys(test)
  if (kind.of === 'nothing') {
    report('never-answered', span, { name: nameOf(of) })
    return false
  }
  if (!ASKED[kind.of].includes(operator)) {
    report('cannot-be-asked', span, { operator, name: nameOf(of), known: [...ASKED[kind.of]] })
    return false
  }
  if ('is' in test) return checkValue(test.is, value, kind, report)
  if ('has' in test) return checkValue(test.has, value, kind, report)
  if ('in' in test)
    return test.in.map((one, index) => checkValue(one, itemsOf(value)[index] ?? value, kind, report)).every(Boolean)
  if ('count' in test) return checkBounds(asBounds(test.count), kind.count ?? { min: 1 }, true, value, report)
  return 'answered' in test || checkBounds(test, kind.range ?? {}, kind.whole === true, value, report)
}

/** Whether an answer can be this value. */
function checkValue(value: string | number | boolean, node: Node, kind: AnswerKind, report: Report): boolean {
  if (node.kind === 'invalid') return true
  const place = headOf(node)
  const source = node.kind === 'leaf' ? node.source : String(value)
  if (kind.of === 'yes-no') {
    if (typeof value === 'boolean') return true
    report('not-true-or-false', place, { source })
  } else if (kind.of === 'number') {
    if (typeof value === 'number')
      return checkBounds({ min: value, max: value }, kind.range ?? {}, kind.whole === true, node, report)
    report('not-a-number', place, { source })
  } else if (typeof value !== 'string') {
    report('not-text', place, { source })
  } else if (kind.of === 'day' && !/^\d{4}-\d{2}-\d{2}$/.test(value)) {
    report('bad-date', place, { text: value })
  } else if (kind.ids === undefined || kind.ids.includes(value)) {
    return true
  } else {
    report('unknown-option', place, { name: value, near: nearest(value, kind.ids) })
  }
  return false
}

function asBounds(count: number | Asked): Asked {
  return typeof count === 'number' ? { min: count, max: count } : count
}

function checkBounds(asked: Asked, possible: Bounds, whole: boolean, value: Node, report: Report): boolean {
  const { min, max } = possible
  const both = rangeOf(
    {
      ...asked,
      min: Math.max(asked.min ?? -Infinity, min ?? -Infinity),
      max: Math.min(asked.max ?? Infinity, max ?? Infinity)
    },
    whole
  )
  if (!isEmpty(both, whole)) return true
  report('out-of-reach', headOf(value), { min: min ?? null, max: max ?? null })
  return false
}

/** Checks that every condition asks what its prompt can answer, and that it can ever hold. */
export function checkConditions(outline: Outline): void {
  for (const exercise of outline.exercises) {
    if (exercise.part === undefined) continue
    const { report } = exercise.part
    for (const { when } of exercise.prompts) {
      const sound = comparisonsIn(when).map((comparison) => {
        const kind = kindIn(outline, exercise, comparison)
        return kind === undefined || checkComparison(comparison, kind, report)
      })
      if (when !== undefined && !sound.includes(false)) checkTogether(when, { outline, exercise, report })
    }
  }
}

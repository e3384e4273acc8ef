import type { Condition, Source, Test } from '../../questions/shared/model.ts'
import { parseSource } from '../../questions/shared/reference.ts'
import type { Report, SourceSpan } from '../diagnostic.ts'
import { limits } from '../format.ts'
import { ruleIn } from '../slips/conditions.ts'
import { referenceIn } from '../slips/names.ts'
import { headOf, itemsOf, pairsOf, valueOf, type Node, type Pair } from '../yaml/tree.ts'

/** A condition with source spans. */
export type Clause =
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Clause[] }
  | { readonly kind: 'not'; readonly part: Clause }
  | Comparison

/** A test of one answer, or of a derived value. */
export interface Comparison {
  readonly kind: 'test'
  readonly of: Source
  readonly test: Test
  /** Of the key. */
  readonly span: SourceSpan
  readonly value: Node
}

/** Parses a `when` that is valid by its schema: all keys must be true. Undefined, and reported, if it has errors. */
export function clauseOf(node: Node, report: Report, depth = 1): Clause | undefined {
  if (depth > limits.conditionDepth) {
    report('condition-too-deep', { start: node.start, end: node.start + 1 }, { limit: limits.conditionDepth })
    return undefined
  }
  const rule = ruleIn(node)
  if (rule !== undefined) {
    const { start, end } = node
    report('wrong-kind', headOf(node), { expected: ['object'], example: '' }, [{ start, end, text: rule }])
    return undefined
  }
  const pairs = pairsOf(node)
  if (pairs.length === 0) report('nothing-there', { start: node.start, end: node.end }, { source: '' })
  const parts = pairs.map((pair) => partOf(pair, report, depth))
  const valid = parts.filter((part) => part !== undefined)
  return parts.length === 0 || valid.length < parts.length ? undefined : allOf(valid)
}

function partOf({ key, keySpan, value }: Pair, report: Report, depth: number): Clause | undefined {
  if (key === 'not') {
    const part = clauseOf(value, report, depth + 1)
    return part && { kind: 'not', part }
  }
  if (key === 'all' || key === 'any') {
    const parts = itemsOf(value).map((item) => clauseOf(item, report, depth + 1))
    const valid = parts.filter((part) => part !== undefined)
    return valid.length < parts.length ? undefined : { kind: key, parts: valid }
  }
  const of = parseSource(key)
  if (of === undefined) {
    const meant = referenceIn(key)
    report('bad-reference', keySpan, { text: key }, meant === undefined ? undefined : [{ ...keySpan, text: meant }])
    return undefined
  }
  const tests = testsOf(value)
  if (tests.length === 0) report('nothing-there', keySpan, { source: '' })
  return tests.length === 0 ? undefined : comparisonsOf(of, keySpan, tests)
}

function comparisonsOf(of: Source, span: SourceSpan, tests: ReturnType<typeof testsOf>): Clause {
  return allOf(tests.map((test) => ({ kind: 'test', of, span, ...test })))
}

const OPERATORS = new Set(['is', 'in', 'has', 'gt', 'gte', 'lt', 'lte', 'answered', 'count'])

/**
 * Parses the `when` of a follow-up to a prompt: a list of option ids, operators about the answer to the prompt, or a whole condition.
 * Undefined, and reported, if it has errors.
 */
export function followUpClause(node: Node, prompt: string, report: Report): Clause | undefined {
  const isAboutPrompt = node.kind === 'list' || pairsOf(node).every(({ key }) => OPERATORS.has(key))
  if (!isAboutPrompt || pairsOf(node).length + itemsOf(node).length === 0) return clauseOf(node, report)
  return comparisonsOf({ prompt }, headOf(node), testsOf(node))
}

function testsOf(value: Node): { test: Test; value: Node }[] {
  if (value.kind === 'leaf' && value.value !== null) return [{ test: { is: value.value }, value }]
  if (value.kind === 'list') return [{ test: { in: valueOf(value) as string[] }, value }]
  return pairsOf(value).map((pair) => ({
    test: { [pair.key]: valueOf(pair.value) } as unknown as Test,
    value: pair.value
  }))
}

function allOf(parts: readonly Clause[]): Clause {
  const [only] = parts
  return parts.length === 1 && only !== undefined ? only : { kind: 'all', parts }
}

/** The condition without source spans, for the model. */
export function conditionOf(clause: Clause): Condition {
  if (clause.kind === 'test') return { of: clause.of, test: clause.test }
  if (clause.kind === 'not') return { not: conditionOf(clause.part) }
  const parts = clause.parts.map(conditionOf)
  return clause.kind === 'all' ? { all: parts } : { any: parts }
}

/** The comparisons of a condition, in order. */
export function comparisonsIn(clause: Clause | undefined): Comparison[] {
  if (clause === undefined) return []
  if (clause.kind === 'test') return [clause]
  return clause.kind === 'not' ? comparisonsIn(clause.part) : clause.parts.flatMap(comparisonsIn)
}

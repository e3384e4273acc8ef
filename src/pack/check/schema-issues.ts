import { isRecord } from '../../util/records.ts'
import type { core } from 'zod'
import { formatCodes } from '../../questions/shared/keys.ts'
import { suggest } from '../../text/suggest.ts'
import { MAX_PER_CODE, type Report, type SourceSpan } from '../diagnostic.ts'
import { follow, headOf, pairOf, type MapNode, type Node, type PathEnd } from '../yaml/tree.ts'
import type { FilePart } from './outline.ts'

type Issue = core.$ZodIssue

/** An issue of one branch of a union. A value may be of the wrong type for several branches. */
type BranchIssue = Exclude<Issue, { code: 'invalid_union' | 'invalid_type' }> | WrongType

interface WrongType {
  readonly code: 'wrong-type'
  readonly expected: readonly string[]
  readonly path: PropertyKey[]
}

/** The error map. Puts the known keys into the message for an unknown key: zod has no other field for them. */
export const knownKeys: core.$ZodErrorMap = (issue) => {
  if (issue.code !== 'unrecognized_keys') return undefined
  const inst: object = issue.inst ?? {}
  const shape = 'def' in inst && isRecord(inst.def) ? inst.def['shape'] : undefined
  return JSON.stringify(isRecord(shape) ? Object.keys(shape) : [])
}

/** The prompt types that have a key, by the key. */
type KeyOwners = ReadonlyMap<string, readonly string[]>

function keysIn({ message }: core.$ZodIssueUnrecognizedKeys): readonly string[] {
  const keys: unknown = JSON.parse(message)
  return Array.isArray(keys) ? keys.map(String) : []
}

/**
 * Reports the issues that a schema found, with their places in the file. `owners` are the types to suggest for an
 * unknown key of a prompt. Gives the paths of the issues, keys joined by slashes.
 */
export function reportIssues(
  issues: readonly Issue[],
  { node: root, lostLines, report }: FilePart,
  owners: KeyOwners = new Map()
): ReadonlySet<string> {
  const all = issues.flatMap((issue) => expandUnion(issue, [], root))
  const misspelt = new Set(all.flatMap((issue) => (issue.code === 'unrecognized_keys' ? intendedPaths(issue) : [])))
  for (const issue of all) {
    const end = follow(root, issue.path)
    if (end.node.kind === 'invalid') continue
    if (end.rest.length === 0) reportIssue(issue, end, report, issue.path.length === 0 ? owners : new Map())
    else if (!lostLines && !misspelt.has(issue.path.join('/')))
      report('missing-key', headOf(end.node), { key: String(end.rest[0]) })
  }
  return new Set(all.flatMap(pathsOf))
}

function pathsOf(issue: BranchIssue): string[] {
  const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path]
  return paths.map((path) => path.join('/'))
}

/** The paths of the known keys that unknown keys resemble. These are misspelt, so they are not reported as missing. */
function intendedPaths(issue: core.$ZodIssueUnrecognizedKeys): string[] {
  return issue.keys
    .slice(0, MAX_PER_CODE)
    .flatMap((key) => suggest(key, keysIn(issue)).map((near) => [...issue.path, near].join('/')))
}

/** Replaces an issue of a union by those of the branch that the author probably meant. */
function expandUnion(issue: Issue, above: readonly PropertyKey[], root: Node): BranchIssue[] {
  const path = [...above, ...issue.path]
  if (issue.code === 'invalid_type') return [{ code: 'wrong-type', expected: [issue.expected], path }]
  if (issue.code !== 'invalid_union') return [{ ...issue, path }]
  const branches = issue.errors.map((branch) => branch.flatMap((inner) => expandUnion(inner, path, root)))
  const expected = branches.flatMap((branch) =>
    branch.flatMap((inner) => (isTypeOf(inner, path) ? inner.expected : []))
  )
  const { node } = follow(root, path)
  const matching = branches.filter((branch) => !branch.some((inner) => isTypeOf(inner, path)))
  const isText = expected.includes('string') && node.kind === 'map' && matching.every((it) => knowsNoKey(it, node))
  const [best] = matching.toSorted((a, b) => a.length - b.length)
  if (best !== undefined && !isText && !isInBrackets(best, node)) return best
  return [{ code: 'wrong-type', expected: isText || best !== undefined ? ['string'] : expected, path }]
}

/** Whether a text in brackets was read as a list of texts, where a list would have keys. */
function isInBrackets(branch: readonly BranchIssue[], node: Node): boolean {
  const isList = node.kind === 'list' && node.isFlow && node.items.every(({ kind }) => kind === 'leaf')
  return isList && branch.some((issue) => issue.code === 'wrong-type' && issue.expected.join() === 'object')
}

function isTypeOf(issue: BranchIssue, path: readonly PropertyKey[]): issue is WrongType {
  return issue.code === 'wrong-type' && issue.path.length === path.length
}

function knowsNoKey(branch: readonly BranchIssue[], node: MapNode): boolean {
  return node.pairs.every(({ key }) =>
    branch.some((issue) => issue.code === 'unrecognized_keys' && issue.keys.includes(key))
  )
}

function reportIssue(issue: BranchIssue, end: PathEnd, report: Report, owners: KeyOwners): void {
  const { node } = end
  switch (issue.code) {
    case 'unrecognized_keys':
      for (const key of issue.keys.slice(0, MAX_PER_CODE)) {
        report('unknown-key', pairOf(node, key)?.keySpan ?? headOf(node), {
          key,
          near: suggest(key, keysIn(issue)),
          types: [...(owners.get(key) ?? [])]
        })
      }
      return
    case 'wrong-type':
      return reportType(end, issue.expected, report)
    case 'invalid_value':
      return reportValue(end, issue.values.map(String), report)
    case 'too_small':
      return report('too-little', valueSpan(end), { least: Number(issue.minimum), many: issue.origin === 'array' })
    case 'too_big':
      return report('too-much', valueSpan(end), { most: Number(issue.maximum), many: issue.origin === 'array' })
    case 'invalid_key':
      return reportFormat(issue.issues[0]?.message, end.pair?.keySpan ?? node, end.pair?.key ?? '', report)
    default:
      return reportFormat(issue.message, valueSpan(end), node.kind === 'leaf' ? node.source : '', report)
  }
}

function reportValue(end: PathEnd, known: readonly string[], report: Report): void {
  const { node } = end
  if (node.kind !== 'leaf' || node.value === null) return reportType(end, ['string'], report)
  report('not-one-of', node, { value: node.source, known: [...known], near: suggest(String(node.value), known) })
}

function reportFormat(message: string | undefined, span: SourceSpan, text: string, report: Report): void {
  const code = formatCodes.find((each) => each === message)
  if (code === undefined) report('wrong-kind', span, { expected: ['string'] })
  else report(code, span, { text })
}

function reportType(end: PathEnd, expected: readonly string[], report: Report): void {
  const { node } = end
  const text = expected.includes('string')
  if (node.kind === 'leaf' && node.value === null) report('nothing-there', valueSpan(end), { source: node.source })
  else if (node.kind === 'leaf' && text) report('not-text', node, { source: node.source })
  else if (node.kind === 'leaf' && expected.includes('boolean'))
    report('not-true-or-false', node, { source: node.source })
  else if (node.kind === 'leaf' && typeof node.value === 'number' && expected.includes('int'))
    report('not-whole', node, { source: node.source })
  else if ((node.kind === 'map' || node.kind === 'list') && text && node.isFlow)
    report('starts-with-sign', { start: node.start, end: node.start + 1 }, { sign: node.kind === 'map' ? '{' : '[' })
  else if (node.kind === 'map' && text) reportColon(node, report)
  else report('wrong-kind', headOf(node), { expected: [...new Set(expected)] })
}

/** A colon made a map of a text. */
function reportColon({ pairs, start }: MapNode, report: Report): void {
  const end = pairs[0]?.keySpan.end ?? start
  report('colon-in-text', { start: end, end: end + 1 }, { before: pairs[0]?.key ?? '' })
}

/** The span of a value, or of its key if it is empty. */
function valueSpan({ node, pair }: PathEnd): SourceSpan {
  return node.end > node.start || pair === undefined ? headOf(node) : pair.keySpan
}

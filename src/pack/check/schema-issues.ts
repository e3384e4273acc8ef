import { isRecord } from '../../util/records.ts'
import type { core } from 'zod'
import { suggest } from '../../text/suggest.ts'
import { MAX_PER_CODE, type Edit } from '../diagnostic.ts'
import { ourKeys, type KeyPlace } from '../slips/other-tools.ts'
import { impliedBy } from '../slips/implied.ts'
import { follow, headOf, textOf, type MapNode, type Node } from '../yaml/tree.ts'
import type { FilePart } from './outline.ts'
import {
  NO_OWNERS,
  keysIn,
  placeOf,
  reportIssue,
  type BranchIssue,
  type KeyOwners,
  type WrongType
} from './report-issue.ts'

type Issue = core.$ZodIssue

/** The error map. Puts the known keys into the message for an unknown key: zod has no other field for them. */
export const knownKeys: core.$ZodErrorMap = (issue) => {
  if (issue.code !== 'unrecognized_keys') return undefined
  const inst: object = issue.inst ?? {}
  const shape = 'def' in inst && isRecord(inst.def) ? inst.def['shape'] : undefined
  return JSON.stringify(isRecord(shape) ? Object.keys(shape) : [])
}

/**
 * Reports the issues that a schema found, with their places in the file. `owners` are the types to suggest for an
 * unknown key of a prompt. Gives the paths of the issues, keys joined by slashes.
 */
export function reportIssues(
  issues: readonly Issue[],
  part: FilePart,
  place?: KeyPlace,
  owners: KeyOwners = NO_OWNERS
): ReadonlySet<string> {
  const { node: root, lostLines, report } = part
  const all = issues.flatMap((issue) => expandUnion(issue, [], root))
  const misspelt = new Set(
    all.flatMap((issue) => (issue.code === 'unrecognized_keys' ? intendedPaths(issue, place) : []))
  )
  for (const issue of all) {
    const end = follow(root, issue.path)
    if (end.node.kind === 'invalid' || isReference(issue, end.node)) continue
    const isTop = issue.path.length === 0
    if (end.rest.length === 0)
      reportIssue(issue, end, {
        ...part,
        place: isTop ? place : placeOf(issue.path),
        owners: isTop ? owners : NO_OWNERS
      })
    else if (!lostLines && !misspelt.has(issue.path.join('/'))) {
      const key = String(end.rest[0])
      const fix = place === 'manifest' && key === 'format' ? missingFormat(root) : impliedBy(key, end.node, part.lines)
      report('missing-key', headOf(end.node), { key }, fix)
    }
  }
  return new Set(all.flatMap(pathsOf))
}

/** A manifest without a format: it is 1, unless something in the pack needs 2, which is then reported. */
function missingFormat(root: Node): Edit[] | undefined {
  if (root.kind !== 'map' || root.isFlow) return undefined
  const { start } = headOf(root)
  return [{ start, end: start, text: 'format: 1\n' }]
}

/** A name that is no id. The check of what it refers to reports it. */
function isReference({ path, code }: BranchIssue, node: Node): boolean {
  const isItem = typeof path.at(-1) === 'number' && (path.at(-2) === 'exercises' || path.at(-2) === 'outcomes')
  const isName = isItem || path.at(-1) === 'outcomes'
  const isElsewhere = textOf(node)?.includes('/') === true
  return code === 'invalid_format' && isName && !isElsewhere && (path.length > 2 || path.includes('outcomes'))
}

function pathsOf(issue: BranchIssue): string[] {
  const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path]
  return paths.map((path) => path.join('/'))
}

/** Keys for both ends of a scale. */
const SCALE = /^(?:levels|points|range|steps|values)$/i

/** The paths of the known keys that unknown keys resemble. These are misspelt, so they are not reported as missing. */
function intendedPaths(issue: core.$ZodIssueUnrecognizedKeys, top: KeyPlace | undefined): string[] {
  const place = issue.path.length === 0 ? top : placeOf(issue.path)
  return issue.keys
    .slice(0, MAX_PER_CODE)
    .flatMap((key) => [
      ...(SCALE.test(key) ? ['from', 'to'] : []),
      ...suggest(key, keysIn(issue)),
      ...(place === undefined ? [] : ourKeys(place, key))
    ])
    .map((near) => [...issue.path, near].join('/'))
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

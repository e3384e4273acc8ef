import type { core } from 'zod'
import { nearest } from '../../text/suggest.ts'
import { MAX_PER_CODE } from '../diagnostic.ts'
import type { Code, Report, SourceSpan } from '../diagnostic.ts'
import { follow, pairOf } from '../yaml/tree.ts'
import type { Leaf, MapNode, Node, PathEnd } from '../yaml/tree.ts'

type Issue = core.$ZodIssue

/** Lets an unknown key's issue carry the keys that are known where it stands. */
export const knownKeys: core.$ZodErrorMap = (issue) => {
  if (issue.code !== 'unrecognized_keys') return undefined
  const { def } = issue.inst as unknown as { def: { shape: object } }
  return Object.keys(def.shape).join(' ')
}

/** The types of prompt that have a key of their own, by the key. */
type Owners = ReadonlyMap<string, readonly string[]>

/**
 * What the schema found, said of the places in the file. `lost`: keys that seem to be missing may have been left out.
 * `owners`: whose a key may be that is not known at the root. Gives the places that it spoke of, as keys joined by slashes.
 */
export function reportIssues(
  issues: readonly Issue[],
  root: Node,
  lost: boolean,
  report: Report,
  owners: Owners = new Map()
): ReadonlySet<string> {
  const all = issues.flatMap((found) => unfold(found, [], root))
  const meant = new Set(all.flatMap((issue) => (issue.code === 'unrecognized_keys' ? meantKeys(issue) : [])))
  for (const issue of all) {
    const end = follow(root, issue.path)
    if (end.node.kind === 'invalid') continue
    if (end.rest.length === 0) tell(issue, end, report, issue.path.length === 0 ? owners : new Map())
    else if (!lost && !meant.has(issue.path.join('/')))
      report('missing-key', headOf(end.node), { key: String(end.rest[0]) })
  }
  return new Set(all.flatMap(placesIn))
}

function placesIn(issue: Issue): string[] {
  const keys = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path]
  return keys.map((path) => path.join('/'))
}

/** The paths of the keys that unknown ones may have been meant to be: they are not missing as well. */
function meantKeys({ path, keys, message }: core.$ZodIssueUnrecognizedKeys): string[] {
  return keys
    .slice(0, MAX_PER_CODE)
    .flatMap((key) => nearest(key, message.split(' ')).map((near) => [...path, near].join('/')))
}

/** Of several shapes that a value may have, only the one that it was meant to have is spoken of. */
function unfold(issue: Issue, above: readonly PropertyKey[], root: Node): Issue[] {
  const path = [...above, ...issue.path]
  if (issue.code !== 'invalid_union') return [{ ...issue, path }]
  const branches = issue.errors.map((branch) => branch.flatMap((found) => unfold(found, path, root)))
  const expected = branches.flatMap((branch) =>
    branch.flatMap((found) => (isTypeOf(found, path) ? [found.expected] : []))
  )
  const { node } = follow(root, path)
  const meant = branches.filter((branch) => !branch.some((found) => isTypeOf(found, path)))
  const text = expected.includes('string') && node.kind === 'map' && meant.every((branch) => knowsNoKey(branch, node))
  const [best] = meant.toSorted((a, b) => a.length - b.length)
  if (best !== undefined && !text) return best
  return [{ code: 'invalid_type', expected: (text ? ['string'] : expected).join(' ') as 'string', path, message: '' }]
}

function isTypeOf(issue: Issue, path: readonly PropertyKey[]): issue is core.$ZodIssueInvalidType {
  return issue.code === 'invalid_type' && issue.path.length === path.length
}

function knowsNoKey(branch: readonly Issue[], node: MapNode): boolean {
  return node.pairs.every(({ key }) =>
    branch.some((issue) => issue.code === 'unrecognized_keys' && issue.keys.includes(key))
  )
}

function tell(issue: Issue, end: PathEnd, report: Report, owners: Owners): void {
  const { node } = end
  switch (issue.code) {
    case 'unrecognized_keys':
      for (const key of issue.keys.slice(0, MAX_PER_CODE)) {
        report('unknown-key', pairOf(node, key)?.keySpan ?? headOf(node), {
          key,
          near: nearest(key, issue.message.split(' ')),
          types: [...(owners.get(key) ?? [])]
        })
      }
      return
    case 'invalid_type':
      return mistyped(end, issue.expected.split(' '), report)
    case 'invalid_value':
      return tellValue(end, issue.values.map(String), report)
    case 'too_small':
      return report('too-little', placeOf(end), { least: Number(issue.minimum), many: issue.origin === 'array' })
    case 'too_big':
      return report('too-much', placeOf(end), { most: Number(issue.maximum), many: issue.origin === 'array' })
    case 'invalid_key':
      return formed(issue.issues[0]?.message ?? '', end.pair?.keySpan ?? node, end.pair?.key ?? '', report)
    default:
      return formed(issue.message, placeOf(end), node.kind === 'leaf' ? node.source : '', report)
  }
}

function tellValue(end: PathEnd, known: readonly string[], report: Report): void {
  const { node } = end
  if (node.kind !== 'leaf' || node.value === null) return mistyped(end, ['string'], report)
  report('not-one-of', node, { value: node.source, known: [...known], near: nearest(String(node.value), known) })
}

/** Codes that a schema gives as the message of a form. */
const FORMS = [
  'bad-id',
  'bad-version',
  'bad-license',
  'bad-url',
  'bad-span',
  'bad-file-name',
  'bad-date',
  'bad-reference',
  'says-nothing'
] as const satisfies Code[]

function formed(message: string, span: SourceSpan, text: string, report: Report): void {
  const code = FORMS.find((form) => form === message)
  if (code === undefined) report('wrong-kind', span, { expected: ['string'] })
  else report(code, span, { text })
}

/** A value of the wrong type. */
function mistyped(end: PathEnd, expected: readonly string[], report: Report): void {
  const { node } = end
  const text = expected.includes('string')
  if (node.kind === 'leaf' && node.value === null) report('nothing-there', placeOf(end), { source: node.source })
  else if (node.kind === 'leaf' && text) report('not-text', node, { source: node.source })
  else if (node.kind === 'leaf' && expected.includes('boolean'))
    report('not-true-or-false', node, { source: node.source })
  else if (node.kind === 'leaf' && typeof node.value === 'number' && expected.includes('int'))
    report('not-whole', node, { source: node.source })
  else if (node.kind === 'map' && text && node.isFlow) tellSign('{', node, report)
  else if (node.kind === 'list' && text && node.isFlow) tellSign('[', node, report)
  else if (node.kind === 'map' && text) tellColon(node, report)
  else report('wrong-kind', headOf(node), { expected: [...new Set(expected)] })
}

/** What looked like text has become a key and a value. */
function tellColon({ pairs, start }: MapNode, report: Report): void {
  const end = pairs[0]?.keySpan.end ?? start
  report('colon-in-text', { start: end, end: end + 1 }, { before: pairs[0]?.key ?? '' })
}

/** What looked like text begins with a sign that makes a list or a map of it. */
function tellSign(sign: string, { start }: Node, report: Report): void {
  report('starts-with-sign', { start, end: start + 1 }, { sign })
}

/** Where a value stands; for an empty one, its key. */
function placeOf({ node, pair }: PathEnd): SourceSpan {
  if (node.end > node.start || pair === undefined) return headOf(node)
  return pair.keySpan
}

/** The first thing of a value, so that not whole blocks are underlined. */
export function headOf(node: Node): SourceSpan {
  if (node.kind === 'map') return node.pairs[0]?.keySpan ?? { start: node.start, end: node.start + 1 }
  if (node.kind === 'list') return node.items[0] === undefined ? node : headOf(node.items[0])
  return isLongText(node) ? { start: node.start, end: node.start + 1 } : node
}

function isLongText(node: Node): node is Leaf {
  return node.kind === 'leaf' && node.source.includes('\n')
}

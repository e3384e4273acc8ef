import type { core } from 'zod'
import { formatCodes, isId } from '../../questions/shared/keys.ts'
import { suggest } from '../../text/suggest.ts'
import { MAX_PER_CODE, type Edit, type Report, type SourceSpan } from '../diagnostic.ts'
import { ourKeys, reasonFor, type KeyPlace } from '../slips/other-tools.ts'
import { rebuilt } from '../slips/collections.ts'
import { comparisonIn } from '../slips/conditions.ts'
import { idIn, referenceIn } from '../slips/names.ts'
import * as slips from '../slips/shapes.ts'
import { quoted, quotingEdits } from '../yaml/syntax-fixes.ts'
import {
  follow,
  headOf,
  pairOf,
  textOf,
  type Leaf,
  type MapNode,
  type Node,
  type Pair,
  type PathEnd
} from '../yaml/tree.ts'
import type { FilePart } from './outline.ts'

/** An issue of one branch of a union. A value may be of the wrong type for several branches. */
export type BranchIssue = Exclude<core.$ZodIssue, { code: 'invalid_union' | 'invalid_type' }> | WrongType

/** A value of another type than every branch expects. */
export interface WrongType {
  readonly code: 'wrong-type'
  readonly expected: readonly string[]
  readonly path: PropertyKey[]
}

/** The prompt types that have a key. */
export interface KeyOwners {
  types(key: string): readonly string[]
  /** Whether a prompt has the keys that a type cannot do without. */
  fits(type: string, node: Node): boolean
}

/** For a mapping that is no prompt. */
export const NO_OWNERS: KeyOwners = { types: () => [], fits: () => false }

/** Where an issue is, and what is known about its keys. */
interface IssueContext extends FilePart {
  readonly place: KeyPlace | undefined
  readonly owners: KeyOwners
}

/** The keys that the schema knows where it met an unknown one. */
export function keysIn({ message }: core.$ZodIssueUnrecognizedKeys): readonly string[] {
  const keys: unknown = JSON.parse(message)
  return Array.isArray(keys) ? keys.map(String) : []
}

/** What the mapping at a path is, by the key that holds it. */
export function placeOf(path: readonly PropertyKey[]): KeyPlace | undefined {
  if (path[0] === 'when') return path.length > 1 ? 'test' : undefined
  const key = path.findLast((step) => typeof step === 'string')
  if (typeof path.at(-1) === 'number' && WORDED.has(String(path.at(-2)))) return 'wording'
  if (key === 'options' || key === 'rows' || key === 'statements' || key === 'columns') return 'option'
  return key === 'words' || key === 'items' || key === 'pick' || key === 'add_rows' ? 'bounds' : undefined
}

/** The keys of texts with several wordings. */
const WORDED = new Set(['ask', 'discussion', 'example', 'help', 'reading', 'start_with'])

/** Reports an issue in words of pack authors, at the end of its path. */
export function reportIssue(issue: BranchIssue, end: PathEnd, context: IssueContext): void {
  const { node } = end
  const { report } = context
  switch (issue.code) {
    case 'unrecognized_keys':
      return reportUnknown(issue, node, context)
    case 'wrong-type':
      return reportType(issue, end, context)
    case 'invalid_value':
      return reportValue(end, issue.values.map(String), report)
    case 'too_small':
      return report('too-little', valueSpan(end), { least: Number(issue.minimum), many: issue.origin === 'array' })
    case 'too_big':
      return report('too-much', valueSpan(end), { most: Number(issue.maximum), many: issue.origin === 'array' })
    case 'invalid_key':
      return reportKey(issue.issues[0]?.message, end, report)
    default:
      return reportFormat(issue.message, valueSpan(end), node.kind === 'leaf' ? node.source : '', report, node)
  }
}

function reportUnknown(
  issue: core.$ZodIssueUnrecognizedKeys,
  node: Node,
  { place, owners, report, lines }: IssueContext
): void {
  const known = keysIn(issue)
  const taken = new Set<string>()
  const isFree = (key: string) => pairOf(node, key) === undefined && !taken.has(key)
  const isForType = (key: string) => [...ourKeys('prompt', key), ...suggest(key, ['type'])].includes('type')
  const isUntyped = place === 'prompt' && isFree('type') && issue.keys.some(isForType)
  // With the right type, the keys of other types may be right.
  for (const key of issue.keys.filter((each) => !isUntyped || owners.types(each).length === 0).slice(0, MAX_PER_CODE)) {
    const pair = pairOf(node, key)
    const scale = pair !== undefined && known.includes('from') && isFree('from') ? scaleIn(pair, lines) : undefined
    if (pair !== undefined && scale !== undefined) {
      taken.add('from').add('to')
      report('foreign-key', pair.keySpan, { key, ours: 'from' }, scale)
      continue
    }
    const span = pair?.keySpan ?? headOf(node)
    const targets = place === undefined ? [] : ourKeys(place, key)
    const ours =
      targets.find((each) => known.includes(outer(each)) && isFree(outer(each))) ??
      (owners.types(key).length > 0 ? undefined : optionsFor(targets, node, owners, isFree))
    const reason = place === 'prompt' || place === 'exercise' || place === 'manifest' ? reasonFor(key) : undefined
    const near = suggest(key, known)
    const types = [...owners.types(key)]
    const [only, ...others] = near
    if (ours !== undefined && pair !== undefined) {
      taken.add(outer(ours))
      report('foreign-key', span, { key, ours: outer(ours) }, renaming(pair.keySpan, pair.value, ours))
    } else if (reason !== undefined && types.length === 0) {
      const isFlag = reason === 'required' && pair?.value.kind === 'leaf' && typeof pair.value.value === 'boolean'
      report('foreign-key', span, { key, reason }, isFlag && pair ? removing(lines, pair) : undefined)
    } else if (types.length === 0 && only !== undefined && others.length === 0 && key.length > 2 && isFree(only)) {
      taken.add(only)
      report('unknown-key', span, { key, near, types }, [{ ...span, text: only }])
    } else
      report(
        'unknown-key',
        span,
        { key, near, types },
        typeFor(
          types.filter((type) => owners.fits(type, node)),
          node,
          span,
          lines
        )
      )
  }
}

/** `range: 1-5` or `steps: 5` as the ends of a scale, each on a line. */
function scaleIn({ key, keySpan, value }: Pair, lines: FilePart['lines']): Edit[] | undefined {
  const text = value.kind === 'leaf' && /^(?:levels|points|range|steps|values)$/i.test(key) ? value.source : ''
  const [, from = '1', to] = /^["']?(?:(\d+)\s*(?:-|–|to|\.\.+)\s*)?(\d+)["']?$/.exec(text) ?? []
  const { line, column } = lines.positionOf(keySpan.start)
  const isAlone =
    lines
      .line(line)
      .slice(0, column - 1)
      .trim() === ''
  if (to === undefined || !isAlone) return undefined
  return [{ start: keySpan.start, end: value.end, text: `from: ${from}\n${' '.repeat(column - 1)}to: ${to}` }]
}

/** Options are a key of several types, so they are meant also where the type is missing. */
function optionsFor(targets: readonly string[], node: Node, owners: KeyOwners, isFree: (key: string) => boolean) {
  const isWithoutType = pairOf(node, 'type') === undefined
  return isWithoutType && owners.types('options').length > 0 && isFree('options')
    ? targets.find((key) => key === 'options')
    : undefined
}

/** `words` of `words.max`. */
function outer(key: string): string {
  return key.split('.', 1)[0] ?? key
}

function renaming(span: SourceSpan, value: Node, ours: string): Edit[] {
  const [key = '', inner] = ours.split('.')
  const { start, end } = span
  if (inner === undefined) return [{ start, end, text: key }]
  return [
    { start, end, text: key },
    { start: value.start, end: value.start, text: `{ ${inner}: ` },
    { start: value.end, end: value.end, text: ' }' }
  ]
}

/** Takes out the line of a key, if it has a line of its own. */
function removing(
  lines: FilePart['lines'],
  { keySpan, value }: { keySpan: SourceSpan; value: Node }
): Edit[] | undefined {
  const { line, column } = lines.positionOf(keySpan.start)
  const start = lines.offsetOf(line)
  const end = lines.endOfLine(value.end)
  const isAlone =
    lines
      .line(line)
      .slice(0, column - 1)
      .trim() === ''
  return isAlone ? [{ start, end: end + 1, text: '' }] : undefined
}

/** Adds the type that a key belongs to, if there is one only and the prompt names none. */
function typeFor(
  [type, ...others]: readonly string[],
  node: Node,
  span: SourceSpan,
  lines: FilePart['lines']
): Edit[] | undefined {
  if (type === undefined || others.length > 0 || node.kind !== 'map' || pairOf(node, 'type') !== undefined)
    return undefined
  const { line, column } = lines.positionOf(span.start)
  const isAlone =
    lines
      .line(line)
      .slice(0, column - 1)
      .trim() === ''
  const after = node.isFlow ? ', ' : `\n${' '.repeat(column - 1)}`
  return node.isFlow || isAlone ? [{ start: span.start, end: span.start, text: `type: ${type}${after}` }] : undefined
}

function reportValue(end: PathEnd, known: readonly string[], report: Report): void {
  const { node } = end
  if (node.kind === 'leaf' && node.value === null) return reportNothing(node, end, report)
  if (node.kind !== 'leaf') return report('wrong-kind', headOf(node), { expected: ['string'], example: '' })
  const near = suggest(String(node.value), known)
  const isSame = (each: string) => String(node.value) === each || Number(node.value) === Number(each)
  const fix = known.find(isSame) ?? (near.length === 1 ? near[0] : undefined)
  report('not-one-of', node, { value: node.source, known: [...known], near }, replacing(node, fix))
}

function replacing({ start, end }: SourceSpan, text: string | undefined): Edit[] | undefined {
  return text === undefined ? undefined : [{ start, end, text }]
}

function reportFormat(message: string | undefined, span: SourceSpan, text: string, report: Report, node?: Node): void {
  const code = formatCodes.find((each) => each === message)
  const value = textOf(node)
  if (code === undefined) return report('wrong-kind', span, { expected: ['string'], example: '' })
  const fixed = value === undefined ? undefined : corrections[code]?.(value)
  report(code, span, { text }, fixed === undefined || node === undefined ? undefined : replacing(node, fixed))
}

function reportKey(message: string | undefined, { pair, node }: PathEnd, report: Report): void {
  const span = pair?.keySpan ?? node
  const text = pair?.key ?? ''
  const value = pair?.value
  const label = textOf(value)
  if (message === 'bad-id' && value !== undefined && label !== undefined && isId(label))
    // The id and the label are the wrong way round.
    report('bad-id', span, { text }, [
      { ...span, text: label },
      { start: value.start, end: value.end, text: slips.inBraces(text) }
    ])
  else if (message === 'bad-id') report('bad-id', span, { text }, replacing(span, idIn(text)))
  else reportFormat(message, span, text, report)
}

/** The texts with a rule of their own, as they were meant. */
const corrections: { readonly [C in (typeof formatCodes)[number]]?: (text: string) => string | undefined } = {
  'bad-id': idIn,
  'bad-reference': referenceIn,
  'bad-version': slips.versionIn,
  'bad-span': slips.spanIn,
  'bad-date': slips.dayIn,
  'bad-license': slips.licenseIn
}

/** The rules of texts that look like numbers, by key. */
const ruled: Readonly<Record<string, (typeof formatCodes)[number]>> = {
  id: 'bad-id',
  version: 'bad-version',
  after: 'bad-span',
  opens: 'bad-span',
  rhythm: 'bad-span',
  start: 'bad-date',
  due: 'bad-span',
  license: 'bad-license',
  earliest: 'bad-date',
  latest: 'bad-date'
}

function reportType({ expected, path }: WrongType, end: PathEnd, context: IssueContext): void {
  const { node, pair } = end
  const { report } = context
  if (node.kind === 'leaf' && node.value === null) return reportNothing(node, end, report)
  if (node.kind === 'leaf' && expected.includes('string')) return reportNotText(node, pair?.key ?? '', path, report)
  if (node.kind === 'leaf' && expected.includes('boolean'))
    return report('not-true-or-false', node, { source: node.source }, replacing(node, slips.truthIn(node.source)))
  if (node.kind === 'leaf' && (expected.includes('int') || expected.includes('number')) && isNumberOnly(expected))
    return reportNotNumber(node, expected, report)
  const isText = expected.includes('string')
  if ((node.kind === 'map' || node.kind === 'list') && isText && node.isFlow)
    return report(
      'starts-with-sign',
      { start: node.start, end: node.start + 1 },
      { sign: node.kind === 'map' ? '{' : '[' }
    )
  if (node.kind === 'map' && isText) return reportColon(node, path, context)
  reportKind(expected, path, end, context)
}

function isNumberOnly(expected: readonly string[]): boolean {
  return expected.every((kind) => kind === 'int' || kind === 'number')
}

/** `when: { part = led }`: a comparison without a colon is a key without a value. */
function reportNothing(node: Leaf, end: PathEnd, report: Report): void {
  const { pair } = end
  const comparison = pair === undefined || node.source !== '' ? undefined : comparisonIn(pair.key)
  report(
    'nothing-there',
    valueSpan(end),
    { source: node.source },
    comparison && pair ? replacing(pair.keySpan, comparison) : undefined
  )
}

function reportNotText(node: Leaf, key: string, path: readonly PropertyKey[], report: Report): void {
  const code = ruled[key]
  if (code !== undefined)
    return report(code, node, { text: node.source }, replacing(node, corrections[code]?.(node.source)))
  const isName = path.some((step) => step === 'exercises')
  report('not-text', node, { source: node.source }, isName ? undefined : replacing(node, quoted(node.source)))
}

function reportNotNumber(node: Leaf, expected: readonly string[], report: Report): void {
  const number = slips.numberIn(node)
  const isFit = number !== undefined && (!expected.includes('int') || /^-?\d+$/.test(number))
  const fix = isFit ? replacing(node, number) : undefined
  const { source } = node
  if (typeof node.value === 'number') report('not-whole', node, { source }, fix)
  else report('not-a-number', node, { source }, fix)
}

/** A colon made a map of a text, or an option was given an id in a list. */
function reportColon(node: MapNode, path: readonly PropertyKey[], { report, lines }: IssueContext): void {
  const [first, ...others] = node.pairs
  const end = first?.keySpan.end ?? node.start
  const key = path.at(-2)
  const option = key === 'options' || key === 'rows' ? slips.asOption(node) : undefined
  if (option !== undefined) return report('option-with-id', headOf(node), { id: first?.key ?? '' }, option)
  const whole = { start: node.start, end: node.start + lines.slice(node).trimEnd().length }
  const fix = others.length === 0 ? quotingEdits(lines.slice({ start: 0, end: node.end }), whole) : undefined
  report('colon-in-text', { start: end, end: end + 1 }, { before: first?.key ?? '' }, fix)
}

/** A list where a mapping belongs, or the reverse. Items of the same list are reported once. */
function reportKind(
  expected: readonly string[],
  path: readonly PropertyKey[],
  end: PathEnd,
  { node: root, report, lines }: IssueContext
): void {
  const index = path.at(-1)
  const key = String(path.findLast((step) => typeof step === 'string') ?? '')
  const list = typeof index === 'number' ? follow(root, path.slice(0, -1)).node : undefined
  const shape = (around: Node) => slips.reshaped(key, list ?? end.node, around)
  // A statement's labels are those of the scale that its prompt has.
  const reshaped = shape(follow(root, path.slice(0, -1)).node) ?? shape(root)
  const fix = reshaped ?? rebuilt(key, list ?? end.node, lines) ?? gapFix(path, end.node)
  if (list !== undefined && fix !== undefined && index !== 0) return
  report(
    'wrong-kind',
    headOf(end.node),
    { expected: [...new Set(expected)], example: slips.exampleOf(key) || slips.exampleOf(String(path.at(-2) ?? '')) },
    fix
  )
}

/** A gap that is written as its question. */
function gapFix(path: readonly PropertyKey[], node: Node): Edit[] | undefined {
  const text = textOf(node)
  if (path.at(-2) !== 'gaps' || text === undefined) return undefined
  return [{ start: node.start, end: node.end, text: `{ ask: ${quoted(text)} }` }]
}

/** The span of a value, or of its key if it is empty. */
function valueSpan({ node, pair }: PathEnd): SourceSpan {
  return node.end > node.start || pair === undefined ? headOf(node) : pair.keySpan
}

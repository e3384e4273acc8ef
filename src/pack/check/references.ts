import { attachedKeys } from '../../questions/shared/attached.ts'
import { formatReference, isDerived, parseReference, quotationsIn } from '../../questions/shared/reference.ts'
import { suggest } from '../../text/suggest.ts'
import { canDerive } from '../../questions/derived.ts'
import { asks, defaultType, identities, parts, questionOf } from '../../questions/index.ts'
import type { Derived, Reference, Source } from '../../questions/shared/model.ts'
import { comparisonsIn, type Clause } from './condition-parser.ts'
import type { Fix, Report, SourceSpan } from '../diagnostic.ts'
import { referenceIn, renamed } from '../slips/names.ts'
import type { LineIndex } from '../yaml/line-index.ts'
import {
  exerciseOf,
  promptOf,
  type AttachedOutline,
  type ExerciseOutline,
  type Outline,
  type PromptOutline
} from './outline.ts'
import { textNodes, type WordingOutline } from './wordings.ts'
import { at, finder, leavesOf, pairsOf, textOf, type Leaf, type Node } from '../yaml/tree.ts'

/** The place of a reference: its exercise, and the index of its prompt. An attached question has a fraction more. */
interface ReferencePlace {
  readonly outline: Outline
  readonly exercise: ExerciseOutline
  readonly index: number
  readonly report: Report
  readonly lines: LineIndex
  /** A quotation with words to show if there is no answer. */
  readonly hasFallback?: boolean
}

/** Checks references to earlier answers: quotations, conditions, recalls, and options or rows from another prompt. */
export function checkReferences(outline: Outline): void {
  for (const exercise of outline.exercises) {
    if (exercise.part === undefined) continue
    const { node, report, lines } = exercise.part
    const from = { outline, exercise, report, lines }
    const { reading, discussion } = exercise.passages
    checkText(at(node, 'reading'), reading, { ...from, index: -1 })
    for (const prompt of exercise.prompts) checkPromptReferences(prompt, { ...from, index: prompt.index })
    checkText(at(node, 'discussion'), discussion, { ...from, index: exercise.beforeDiscussion - 0.25 })
  }
}

/** Checks what a text quotes, and what the conditions of its wordings compare. */
function checkText(
  node: Node | undefined,
  wordings: readonly WordingOutline[] | undefined,
  from: ReferencePlace
): void {
  for (const text of textNodes(node)) checkQuotations(text, from)
  for (const { when } of wordings ?? []) checkCompared(when, from)
}

function checkCompared(when: Clause | undefined, from: ReferencePlace): void {
  for (const { of, span } of comparisonsIn(when)) resolveSource(of, span, from, resolve)
}

function checkPromptReferences(prompt: PromptOutline, from: ReferencePlace): void {
  const { quotingKeys = [], referenceKeys = {} } = questionOf({ type: prompt.type ?? defaultType })
  for (const key of ['ask', 'help'] as const) checkText(at(prompt.node, key), prompt.wordings[key], from)
  for (const key of ['example', 'startWith'] as const)
    for (const { when } of prompt.wordings[key] ?? []) checkCompared(when, from)
  for (const key of quotingKeys) checkQuotations(at(prompt.node, key), from)
  for (const attached of prompt.attached) checkAttached(attached, { ...from, index: indexOf(prompt, attached.key) })
  checkAbout(at(prompt.node, 'about'), from)
  checkCompared(prompt.when, from)
  for (const [key, to] of Object.entries(referenceKeys))
    ({ answers: checkRecalled, items: checkTaken, bound: checkBound })[to](at(prompt.node, key), from, prompt)
  warnOfBraces(prompt, quotingKeys, from.report)
}

function checkAttached({ node, askNode, wordings, when }: AttachedOutline, from: ReferencePlace): void {
  checkText(askNode, wordings, from)
  checkCompared(when, from)
  checkAbout(at(node, 'about'), from)
}

/** The place of a prompt in its exercise, or of the question that is attached to it under a key. */
function indexOf({ index, attached }: PromptOutline, key: string | undefined): number {
  const place = attached.findIndex((each) => each.key === key)
  return index + (place + 1) / (attached.length + 1)
}

function checkQuotations(node: Node | undefined, from: ReferencePlace): void {
  const text = textOf(node)
  if (text === undefined || node?.kind !== 'leaf') return
  const find = finder(node)
  for (const { whole, source } of quotationsIn(text)) {
    const span = find(whole)
    if (source === undefined) from.report('bad-quotation', span, { text: whole }, quotationFix(whole, span))
    else resolveSource(source, span, { ...from, hasFallback: whole.includes('|') }, resolveAnswer)
  }
}

/** A quotation that names what it quotes as a text: `{{My moment}}`. */
function quotationFix(whole: string, { start, end }: SourceSpan): Fix | undefined {
  const [, name = '', rest = ''] = /^\{\{([^{}|]*)((?:\|[^{}]*)?\}\})$/.exec(whole) ?? []
  const meant = referenceIn(name)
  return meant === undefined || end - start !== whole.length ? undefined : [{ start, end, text: `{{${meant}${rest}` }]
}

/** Checks a reference by `check`, or the references of a derived value. */
function resolveSource(
  source: Source,
  span: SourceSpan,
  from: ReferencePlace,
  check: (reference: Reference, span: SourceSpan, from: ReferencePlace) => unknown
): void {
  if (!isDerived(source)) return void check(source, span, from)
  const [first] = source.of
  const isPrompt = first !== undefined && (first.exercise !== undefined || promptOf(from.exercise, first.prompt))
  if (source.derive === 'times' && !isPrompt) return
  if (source.derive === 'days' && !isPrompt) return void exerciseNamed(first?.prompt ?? '', span, from)
  if (source.derive === 'times') return void check({ prompt: 'times' }, span, from)
  for (const reference of source.of) checkDerived(source, reference, span, from)
}

/** Checks that a value can be derived from a prompt. The column of a table is not part of its answer. */
function checkDerived(source: Derived, reference: Reference, span: SourceSpan, from: ReferencePlace): void {
  const { part, ...whole } = reference
  const { prompt } = resolve(source.derive === 'rows' ? whole : reference, span, from) ?? {}
  if (prompt === undefined || canDerive(source.derive, prompt, part)) return
  const columns = identities(prompt).flatMap(({ path }) => /^columns\.([^.]+)$/.exec(path)?.[1] ?? [])
  if (source.derive === 'rows' && columns.length > 0)
    from.report('unknown-part', span, { part: part ?? '', near: suggest(part ?? '', columns), known: columns })
  else from.report('cannot-derive', span, { what: source.derive, name: formatReference(reference), type: prompt.type })
}

function checkAbout(node: Node | undefined, from: ReferencePlace): void {
  if (node === undefined) return
  for (const leaf of leavesOf(node)) {
    const reference = parseReference(textOf(leaf) ?? '')
    if (reference !== undefined) resolve(reference, leaf, from)
  }
}

function checkRecalled(node: Node | undefined, from: ReferencePlace): void {
  if (node === undefined) return
  for (const leaf of leavesOf(node)) {
    const text = textOf(leaf)
    const reference = text === undefined ? undefined : parseReference(text)
    if (reference !== undefined) resolveAnswer(reference, leaf, from)
    else if (text !== undefined) from.report('bad-reference', leaf, { text }, replacing(leaf, referenceIn(text)))
  }
}

/** Checks that a reference names an earlier prompt with answers: no note, and no recall that nobody may reword. */
function resolveAnswer(reference: Reference, span: SourceSpan, from: ReferencePlace): void {
  const { prompt } = resolve(reference, span, from) ?? {}
  if (prompt !== undefined && !asks(prompt))
    from.report('nothing-to-quote', span, { name: formatReference(reference), type: prompt.type })
}

function replacing({ start, end }: SourceSpan, text: string | undefined): Fix | undefined {
  return text === undefined ? undefined : [{ start, end, text }]
}

function checkTaken(node: Node | undefined, from: ReferencePlace): void {
  const text = textOf(node)
  if (text === undefined || node === undefined) return
  const reference = parseReference(text)
  if (reference === undefined || reference.exercise !== undefined || reference.part !== undefined) {
    from.report('not-an-earlier-prompt', node, { text })
    return
  }
  const { prompt } = resolve(reference, node, from) ?? {}
  if (prompt !== undefined && questionOf(prompt).offers?.(prompt, undefined) === undefined)
    from.report('offers-nothing', node, { name: text, type: prompt.type })
}

/** Checks that a bound names an earlier prompt of the same type. */
function checkBound(bound: Node | undefined, from: ReferencePlace, { type }: PromptOutline): void {
  const node = at(bound, 'prompt')
  const text = textOf(node)
  if (text === undefined || node === undefined) return
  const found = resolve({ prompt: text }, node, from)
  if (found?.type !== undefined && type !== undefined && found.type !== type)
    from.report('bound-of-another-type', node, { name: text, type: found.type, needed: type })
}

/** The prompt that a reference names; undefined if there is none. Reports one that does not exist or is not earlier. */
function resolve(reference: Reference, span: SourceSpan, from: ReferencePlace): PromptOutline | undefined {
  const exercise = reference.exercise === undefined ? from.exercise : exerciseNamed(reference.exercise, span, from)
  if (exercise?.part === undefined) return undefined
  const prompt = promptOf(exercise, reference.prompt)
  if (prompt === undefined) {
    const known = exercise.prompts.flatMap(({ id }) => id ?? [])
    const near = suggest(reference.prompt, known)
    const fix = renamed(span, reference.prompt, near, from.lines)
    if (known.length === exercise.prompts.length)
      from.report('unknown-prompt', span, { name: reference.prompt, near }, fix)
    return undefined
  }
  const here = reference.exercise === undefined
  const index = indexOf(prompt, reference.part)
  if (here && index === from.index) from.report('own-prompt', span, { name: formatReference(reference) })
  else if (here && index > from.index) from.report('later-prompt', span, { name: formatReference(reference) })
  else checkPart(prompt, reference, span, from)
  return prompt
}

function exerciseNamed(
  id: string,
  span: SourceSpan,
  { outline, exercise, report, lines, hasFallback }: ReferencePlace
): ExerciseOutline | undefined {
  const found = exerciseOf(outline, id)
  const order = outline.exercises
  if (found !== undefined) {
    if (hasFallback !== true && order.indexOf(found) > order.indexOf(exercise))
      report('later-exercise', span, { name: id })
    return found
  }
  const known = order.flatMap((other) => other.id ?? [])
  const near = suggest(id, known)
  if (known.length === order.length)
    report('unknown-exercise', span, { name: id, near }, renamed(span, id, near, lines))
  return undefined
}

function checkPart(
  { prompt, attached }: PromptOutline,
  { part }: Reference,
  span: SourceSpan,
  { report, lines }: ReferencePlace
): void {
  if (part === undefined || prompt === undefined) return
  const known = [...parts(prompt).map(({ id }) => id), ...attached.map(({ key }) => key)]
  const near = suggest(part, known)
  if (!known.includes(part)) report('unknown-part', span, { part, near, known }, renamed(span, part, near, lines))
}

/** Quotations are filled in only where the format says so; anywhere else learners would see the braces. */
function warnOfBraces({ node }: PromptOutline, quotingKeys: readonly string[], report: Report): void {
  const filled = new Set(['ask', 'help', 'when', ...attachedKeys, ...quotingKeys])
  for (const { key, value } of pairsOf(node)) {
    if (filled.has(key)) continue
    for (const leaf of leavesOf(value)) warnOfBrace(leaf, report)
  }
}

function warnOfBrace(leaf: Leaf, report: Report): void {
  const [quotation] = quotationsIn(textOf(leaf) ?? '')
  if (quotation !== undefined) report('quotation-not-here', finder(leaf)(quotation.whole), { text: quotation.whole })
}

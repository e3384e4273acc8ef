import type {
  Bounds,
  ChoicePrompt,
  ChoicesPrompt,
  Prompt,
  RankingPrompt,
  ScalePrompt,
  TablePrompt
} from '../../questions/shared/model.ts'
import type { Report, SourceSpan } from '../diagnostic.ts'
import { limits } from '../limits.ts'
import type { Outline, PromptOutline } from './outline.ts'
import { finder } from './reference.ts'
import { headOf } from './schema-issues.ts'
import { at, itemsOf, pairOf, pairsOf, textOf } from '../yaml/tree.ts'
import type { Node } from '../yaml/tree.ts'

/** Checks what the keys of one prompt mean together. */
export function checkPrompts(outline: Outline): void {
  for (const { part, prompts } of outline.exercises) {
    if (part !== undefined) for (const prompt of prompts) checkPrompt(prompt, part.report)
  }
}

function checkPrompt(outline: PromptOutline, report: Report): void {
  const { prompt, node } = outline
  checkRanges(node, report)
  if (prompt === undefined) return
  checkFollowUp(outline, prompt, report)
  switch (prompt.type) {
    case 'choice':
    case 'choices':
    case 'ranking':
      return checkOptions(prompt, node, report)
    case 'scale':
      return checkScale(prompt, node, report)
    case 'table':
      return checkTable(prompt, node, report)
    case 'sentence':
      return checkSentence(node, report)
    default:
  }
}

/** Every pair of bounds that a prompt may have. */
function checkRanges(node: Node, report: Report): void {
  for (const key of ['words', 'items', 'pick', 'add_rows']) checkRange(at(node, key), 'min', 'max', report)
  checkRange(node, 'min', 'max', report)
  checkRange(node, 'earliest', 'latest', report)
}

function checkRange(node: Node | undefined, low: string, high: string, report: Report): void {
  const [least, most] = [at(node, low), at(node, high)]
  if (least?.kind !== 'leaf' || most?.kind !== 'leaf' || least.value === null || most.value === null) return
  if (typeof least.value === typeof most.value && least.value > most.value)
    report('empty-range', least, { low: least.source, high: most.source })
}

function checkFollowUp({ node, followUp }: PromptOutline, prompt: Prompt, report: Report): void {
  if (followUp?.when === undefined) return
  const key = pairOf(at(node, 'follow_up'), 'when')?.keySpan ?? headOf(node)
  if (prompt.type !== 'choice' && prompt.type !== 'choices') return report('follow-up-without-options', key, {})
  if (prompt.optionsFrom !== undefined) return
  const ids = new Set([...prompt.options.map(({ id }) => id), ...(prompt.other ? ['other'] : [])])
  for (const { id, node: option } of followUp.when) {
    if (option.kind !== 'spoilt' && !ids.has(id)) report('unknown-option', headOf(option), { name: id, near: [] })
  }
}

function checkOptions(prompt: ChoicePrompt | ChoicesPrompt | RankingPrompt, node: Node, report: Report): void {
  const options = pairOf(node, 'options')
  const from = pairOf(node, 'options_from')
  if (options !== undefined && from !== undefined)
    return report('either-or', from.keySpan, { one: 'options', other: 'options_from' })
  if (from !== undefined) return
  const count = prompt.options.length
  const free = prompt.type !== 'ranking' && prompt.other
  if (count < (prompt.type === 'ranking' ? 2 : 1) && !free) report('no-options', options?.keySpan ?? headOf(node), {})
  if (count > limits.options && options !== undefined)
    report('too-much', options.keySpan, { most: limits.options, many: true })
  if (prompt.type === 'choices') checkPick(prompt, count + (free ? 1 : 0), at(node, 'pick'), report)
}

function checkPick({ pick }: { pick: Bounds }, count: number, node: Node | undefined, report: Report): void {
  for (const key of ['min', 'max'] as const) {
    const value = at(node, key)
    if (value !== undefined && (pick[key] ?? 0) > count) return report('too-many-picks', value, { count })
  }
}

function checkScale({ from, to, statements }: ScalePrompt, node: Node, report: Report): void {
  const low = at(node, 'from') ?? at(node, 'to')
  if (from >= to) report('empty-range', low ?? headOf(node), { low: String(from), high: String(to) })
  else if (to - from >= limits.options)
    report('too-much', at(node, 'to') ?? headOf(node), { most: limits.options, many: true })
  else for (const { key, keySpan } of pairsOf(at(node, 'labels'))) checkLabel(key, keySpan, { from, to }, report)
  const list = pairOf(node, 'statements')
  if (list !== undefined && statements.length > limits.options)
    report('too-much', list.keySpan, { most: limits.options, many: true })
}

function checkLabel(key: string, span: SourceSpan, { from, to }: { from: number; to: number }, report: Report): void {
  const number = Number(key)
  if (!/^-?\d+$/.test(key) || number < from || number > to) report('label-off-scale', span, { label: key, from, to })
}

function checkTable({ columns, rows, addRows }: TablePrompt, node: Node, report: Report): void {
  const list = pairOf(node, 'columns')
  if (columns.length === 0) report('no-column', list?.keySpan ?? headOf(node), {})
  if (columns.length > limits.columns && list !== undefined)
    report('too-much', list.keySpan, { most: limits.columns, many: true })
  for (const [index, column] of columns.entries()) {
    const item = itemsOf(at(node, 'columns'))[index]
    const options = pairOf(item, 'options')
    if (item === undefined) continue
    if (column.type === 'choice' && column.options.length === 0)
      report('no-options', options?.keySpan ?? headOf(item), {})
    if (column.type !== 'choice' && options !== undefined)
      report('options-for-nothing', options.keySpan, { type: column.type })
    if (column.options.length > limits.options && options !== undefined)
      report('too-much', options.keySpan, { most: limits.options, many: true })
  }
  const own = pairOf(node, 'rows')
  const from = pairOf(node, 'rows_from')
  if (own !== undefined && from !== undefined) report('either-or', from.keySpan, { one: 'rows', other: 'rows_from' })
  if (rows.length === 0 && from === undefined && addRows === undefined)
    report('no-rows', own?.keySpan ?? headOf(node), {})
  if (rows.length > limits.options && own !== undefined)
    report('too-much', own.keySpan, { most: limits.options, many: true })
}

/** Each gap of the template is described, and each described gap stands in the template. */
function checkSentence(node: Node, report: Report): void {
  const template = at(node, 'template')
  const text = textOf(template)
  if (text === undefined || template?.kind !== 'leaf') return
  const gaps = new Map(pairsOf(at(node, 'gaps')).map(({ key, keySpan }) => [key, keySpan]))
  const find = finder(template)
  const found = new Set<string>()
  for (const { 0: whole, 1: name } of text.matchAll(/\\[\\{]|\{\{[^{}]*\}\}|\{([^{}]*)\}/g)) {
    const span = find(whole)
    if (name === undefined) continue
    if (!found.has(name) && !gaps.has(name)) report('unknown-gap', span, { name })
    found.add(name)
  }
  if (found.size === 0) report('no-gap', headOf(template), {})
  else for (const [name, span] of gaps) if (!found.has(name)) report('unused-gap', span, { name })
}

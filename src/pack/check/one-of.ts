import { present } from '../../util/records.ts'
import { limits } from '../format.ts'
import {
  at,
  headOf,
  itemsOf,
  pairOf,
  textOf,
  valueOf,
  type ListNode,
  type MapNode,
  type Node,
  type Pair
} from '../yaml/tree.ts'
import type { FilePart, SharedTexts } from './outline.ts'
import { schemas } from './schema.ts'
import { knownKeys, reportIssues } from './schema-issues.ts'

/** The type of a prompt that lets learners choose one of several prompts. */
export const ONE_OF = 'one-of'

/** A prompt as the rest of the check sees it. */
export interface UncheckedPrompt {
  readonly node: Node
  readonly shared: readonly SharedTexts[]
}

/** Whether a prompt lets learners choose one of several. */
function isOneOf(prompt: Node): boolean {
  return textOf(at(prompt, 'type')) === ONE_OF
}

/**
 * The prompts of a list, with each `one-of` replaced by a choice between its prompts and these prompts, of which the chosen one is
 * asked. Reports the errors of the `one-of` itself. `exercise` is the id of the exercise.
 */
export function promptsIn(list: Node | undefined, exercise: string, part: FilePart): readonly UncheckedPrompt[] {
  const all = itemsOf(list).flatMap((node) => expanded(node, exercise, part))
  if (all.length > limits.prompts && itemsOf(list).length <= limits.prompts && list !== undefined)
    part.report('too-much', headOf(list), { most: limits.prompts, many: true })
  return all.slice(0, limits.prompts)
}

function expanded(node: Node, exercise: string, part: FilePart): readonly UncheckedPrompt[] {
  if (node.kind !== 'map' || !isOneOf(node)) return [{ node, shared: [] }]
  const { error } = schemas.oneOf().safeParse(valueOf(node), { error: knownKeys })
  if (error !== undefined) reportIssues(error.issues, { ...part, node }, 'prompt')
  const prompts = at(node, 'prompts')
  if (error !== undefined || prompts?.kind !== 'list') return [{ node: { ...node, kind: 'invalid' }, shared: [] }]
  const nested = prompts.items.flatMap((item) => (item.kind === 'map' ? [item] : []))
  return [
    { node: choiceOf(node, prompts), shared: nested.map((prompt) => titleAsLabel(prompt, exercise)) },
    ...nested.flatMap((prompt) => expanded(ofChoice(prompt, node), exercise, part))
  ]
}

/** The label of an option is the title of its prompt, in every language. */
function titleAsLabel(prompt: Node, exercise: string): SharedTexts {
  const id = textOf(at(prompt, 'id')) ?? ''
  return { place: ['options', id, 'label'], of: ['exercises', exercise, 'prompts', id, 'title'] }
}

/** The choice between the prompts: their ids, with their titles as labels. */
function choiceOf(oneOf: MapNode, prompts: ListNode): MapNode {
  const seen = new Set<string>()
  const items = prompts.items.flatMap((prompt): Node[] => {
    const [id, label] = [pairOf(prompt, 'id'), pairOf(prompt, 'title')]
    const name = textOf(id?.value)
    if (id === undefined || label === undefined || name === undefined || seen.has(name)) return []
    seen.add(name)
    return [
      { kind: 'map', isFlow: false, start: prompt.start, end: prompt.end, pairs: [id, { ...label, key: 'label' }] }
    ]
  })
  const pairs = oneOf.pairs.flatMap((pair): Pair[] => {
    if (pair.key === 'prompts') return [{ ...pair, key: 'options', value: { ...prompts, items } }]
    return [pair.key === 'type' ? { ...pair, value: textAt(pair.value, 'choice') } : pair]
  })
  return { ...oneOf, pairs }
}

/** One of the prompts: it is asked if it was chosen, and what the `one-of` says about privacy, the core and outcomes holds for it too. */
function ofChoice(prompt: MapNode, oneOf: MapNode): MapNode {
  const id = at(prompt, 'id') ?? prompt
  const name = textOf(at(oneOf, 'id')) ?? ''
  const own = pairOf(prompt, 'when')
  const { start, end } = headOf(id)
  const span = { start, end }
  const chosen: MapNode = { kind: 'map', isFlow: true, ...span, pairs: [{ key: name, keySpan: span, value: id }] }
  const all: ListNode = { kind: 'list', isFlow: true, ...span, items: own === undefined ? [] : [chosen, own.value] }
  const both: MapNode = { kind: 'map', isFlow: true, ...span, pairs: [{ key: 'all', keySpan: span, value: all }] }
  const when: Pair = { key: 'when', keySpan: own?.keySpan ?? span, value: own === undefined ? chosen : both }
  const inherited = ['private', 'about', 'core', 'outcomes'].flatMap((key) =>
    pairOf(prompt, key) === undefined ? Object.values(present({ pair: pairOf(oneOf, key) })) : []
  )
  return { ...prompt, pairs: [...prompt.pairs.filter(({ key }) => key !== 'when'), when, ...inherited] }
}

function textAt(node: Node, value: string): Node {
  return { kind: 'leaf', start: node.start, end: node.end, value, source: value }
}

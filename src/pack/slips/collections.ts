import type { Edit } from '../diagnostic.ts'
import type { LineIndex } from '../yaml/line-index.ts'
import { pairsOf, textOf, type ListNode, type MapNode, type Node, type Pair } from '../yaml/tree.ts'

/* Lists of mappings that are written as mappings by id, and the reverse. */

/** The keys whose values are lists of mappings with an id, and those whose values are mappings by id. */
const LISTS = /^(?:after_discussion|columns|exercises|prompts|statements)$/
const BY_ID = /^(?:exercises|gaps|option_lists|prompts|routes|scales|sections)$/

/** A mapping by id as a list, or a list as a mapping by id; undefined if it is neither, or an id is missing. */
export function rebuilt(key: string, node: Node, lines: LineIndex): Edit[] | undefined {
  if (node.kind === 'map' && LISTS.test(key) && !node.isFlow) return asList(node, lines)
  return node.kind === 'list' && BY_ID.test(key) ? byId(node, lines) : undefined
}

function asList({ pairs }: MapNode, lines: LineIndex): Edit[] | undefined {
  const edits = pairs.map((pair) => asItem(pair, lines))
  return edits.every((each) => each !== undefined) ? edits.flat() : undefined
}

/** `moment:` with keys below it as `- id: moment`. */
function asItem({ key, keySpan, value }: Pair, lines: LineIndex): Edit[] | undefined {
  const [first] = pairsOf(value)
  if (value.kind !== 'map' || first === undefined || first.key === 'id') return undefined
  const { column } = lines.positionOf(keySpan.start)
  if (value.isFlow)
    return [
      { start: keySpan.start, end: value.start, text: '- ' },
      { start: value.start + 1, end: value.start + 1, text: ` id: ${key},` }
    ]
  const below = lines.positionOf(first.keySpan.start).column
  const end = lines.slice({ start: keySpan.end, end: first.keySpan.start }).indexOf(':') + keySpan.end + 1
  return below > column
    ? [{ start: keySpan.start, end, text: `-${' '.repeat(below - column - 1)}id: ${key}` }]
    : undefined
}

function byId(list: ListNode, lines: LineIndex): Edit[] | undefined {
  const edits = list.items.map((item) => asPair(item, list, lines))
  if (edits.length === 0 || !edits.every((each) => each !== undefined)) return undefined
  const brackets = list.isFlow
    ? [
        { start: list.start, end: list.start + 1, text: '{ ' },
        { start: list.end - 1, end: list.end, text: ' }' }
      ]
    : []
  return [...brackets, ...edits.flat()]
}

/** `- id: moment` with more keys as `moment:`. */
function asPair(item: Node, list: ListNode, lines: LineIndex): Edit[] | undefined {
  const [first, second] = pairsOf(item)
  const id = first?.key === 'id' ? textOf(first.value) : undefined
  if (first === undefined || second === undefined || id === undefined || item.kind !== 'map') return undefined
  const dash = list.isFlow ? item.start : lines.slice({ start: 0, end: item.start }).lastIndexOf('-')
  if (!item.isFlow) return [{ start: dash, end: first.value.end, text: `${id}:` }]
  return [
    { start: dash, end: item.start, text: `${id}: ` },
    { start: first.keySpan.start, end: second.keySpan.start, text: '' }
  ]
}

import type { SourceSpan } from '../diagnostic.ts'

/** A file's YAML as plain data with source spans, independent of the YAML library. */
export type Node = MapNode | ListNode | Leaf | InvalidNode

/** A mapping. */
export interface MapNode extends SourceSpan {
  readonly kind: 'map'
  /** Written between braces. */
  readonly isFlow: boolean
  readonly pairs: readonly Pair[]
}
/** A key and its value in a map. */
export interface Pair {
  readonly key: string
  readonly keySpan: SourceSpan
  readonly value: Node
}
export interface ListNode extends SourceSpan {
  readonly kind: 'list'
  /** Written between brackets. */
  readonly isFlow: boolean
  readonly items: readonly Node[]
}
/** A scalar: text, number, true, false or nothing. */
export interface Leaf extends SourceSpan {
  readonly kind: 'leaf'
  readonly value: string | number | boolean | null
  /** The value as written in the file. */
  readonly source: string
}
/** A value with a syntax error that has been reported; later checks skip it. */
interface InvalidNode extends SourceSpan {
  readonly kind: 'invalid'
}

/** The value of an invalid node. Most are texts, and so the schema can check the rest. */
const PLACEHOLDER = '?'

/**
 * The tree as plain values, for a schema. `__proto__` is an ordinary key. The items of lists under the keys in `except` are validated
 * on their own, and left out: a placeholder stands for each mapping.
 */
export function valueOf(node: Node, except?: ReadonlySet<string>): unknown {
  switch (node.kind) {
    case 'map':
      return Object.fromEntries(
        node.pairs.map(({ key, value }) => [key, except?.has(key) === true ? itemsAlone(value) : valueOf(value)])
      )
    case 'list':
      return node.items.map((item) => valueOf(item))
    case 'leaf':
      return node.value
    case 'invalid':
      return PLACEHOLDER
  }
}

/** The value of a list whose mappings are empty. */
function itemsAlone(node: Node): unknown {
  return node.kind === 'list' ? node.items.map((item) => (item.kind === 'map' ? {} : valueOf(item))) : valueOf(node)
}

/** The value under a key; undefined if there is none, or the node is not a map. */
export function at(node: Node | undefined, key: string): Node | undefined {
  return pairOf(node, key)?.value
}

/** The key and value for a key; undefined if there is none, or the node is not a map. */
export function pairOf(node: Node | undefined, key: string): Pair | undefined {
  return node?.kind === 'map' ? node.pairs.find((pair) => pair.key === key) : undefined
}

/** The items of a list; empty for other nodes. */
export function itemsOf(node: Node | undefined): readonly Node[] {
  return node?.kind === 'list' ? node.items : []
}

/** The pairs of a map; empty for other nodes. */
export function pairsOf(node: Node | undefined): readonly Pair[] {
  return node?.kind === 'map' ? node.pairs : []
}

/** A text that is not blank; undefined for other nodes. */
export function textOf(node: Node | undefined): string | undefined {
  return node?.kind === 'leaf' && typeof node.value === 'string' && node.value.trim() !== '' ? node.value : undefined
}

/** A node without the keys that have no value, or a blank one. */
export function withoutBlanks(node: Node): Node {
  if (node.kind !== 'map') return node
  const pairs = node.pairs.filter(({ value }) => value.kind !== 'leaf' || !/^\s*$/.test(String(value.value ?? '')))
  return { ...node, pairs: pairs.map((pair) => ({ ...pair, value: withoutBlanks(pair.value) })) }
}

/** The leaves of a node in order; of a leaf, itself. */
export function leavesOf(node: Node | undefined): readonly Leaf[] {
  const leaves: Leaf[] = []
  if (node !== undefined) addLeaves(node, leaves)
  return leaves
}

function addLeaves(node: Node, leaves: Leaf[]): void {
  if (node.kind === 'leaf') leaves.push(node)
  else if (node.kind === 'map') for (const { value } of node.pairs) addLeaves(value, leaves)
  else if (node.kind === 'list') for (const item of node.items) addLeaves(item, leaves)
}

/** The node at the end of a path, or the last one that exists on it. */
export interface PathEnd {
  readonly node: Node
  /** The pair that contains it, if it is in a map. */
  readonly pair?: Pair
  /** The steps of the path that do not exist. */
  readonly rest: readonly PropertyKey[]
}

/** Follows a path of keys and indices as far as it exists. */
export function follow(root: Node, path: readonly PropertyKey[]): PathEnd {
  let end: PathEnd = { node: root, rest: path }
  for (const [index, step] of path.entries()) {
    const pair = pairOf(end.node, String(step))
    const next = pair?.value ?? itemsOf(end.node)[typeof step === 'number' ? step : -1]
    if (next === undefined) break
    end = { node: next, rest: path.slice(index + 1), ...(pair && { pair }) }
  }
  return end
}

/** Finds pieces of a text in the file, in order; gives the start of the text for a piece that is written differently. */
export function finder(leaf: Leaf): (piece: string) => SourceSpan {
  let from = 0
  return (piece) => {
    const index = leaf.source.indexOf(piece, from)
    if (index === -1)
      return { start: leaf.start, end: leaf.start + Math.max(1, leaf.source.split('\n', 1)[0]?.length ?? 1) }
    from = index + piece.length
    return { start: leaf.start + index, end: leaf.start + from }
  }
}

/** The start of a value, so that not a whole block is underlined: the first key or item, or the first character. */
export function headOf(node: Node): SourceSpan {
  if (node.kind === 'map') return node.pairs[0]?.keySpan ?? { start: node.start, end: node.start + 1 }
  if (node.kind === 'list') return node.items[0] === undefined ? node : headOf(node.items[0])
  const isLongText = node.kind === 'leaf' && node.source.includes('\n')
  return isLongText ? { start: node.start, end: node.start + 1 } : node
}

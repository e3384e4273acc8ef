import type { SourceSpan } from '../diagnostic.ts'

/** A file's YAML as a plain tree with places: no library's classes, nothing but keys, lists and values. */
export type Node = MapNode | ListNode | Leaf | Spoilt

export interface MapNode extends SourceSpan {
  readonly kind: 'map'
  /** Between braces, and not one key a line. */
  readonly braces: boolean
  readonly pairs: readonly Pair[]
}
export interface Pair {
  readonly key: string
  readonly keySpan: SourceSpan
  readonly value: Node
}
interface ListNode extends SourceSpan {
  readonly kind: 'list'
  /** Between brackets, and not one item a line. */
  readonly brackets: boolean
  readonly items: readonly Node[]
}
export interface Leaf extends SourceSpan {
  readonly kind: 'leaf'
  readonly value: string | number | boolean | null
  /** What stands in the file. */
  readonly source: string
}
/** A value that was faulty YAML and is reported as such: nothing more is said of it. */
interface Spoilt extends SourceSpan {
  readonly kind: 'spoilt'
}

/** What a spoilt value becomes: most are texts, and what surrounds it can be checked then. */
const SPOILT = '?'

/** The tree as plain values, for a schema. A key such as `__proto__` is a key like any other. */
export function valueOf(node: Node): unknown {
  switch (node.kind) {
    case 'map':
      return Object.fromEntries(node.pairs.map(({ key, value }) => [key, valueOf(value)]))
    case 'list':
      return node.items.map(valueOf)
    case 'leaf':
      return node.value
    case 'spoilt':
      return SPOILT
  }
}

/** The value under a key; undefined where there is no such key, or nothing that has keys. */
export function at(node: Node | undefined, key: string): Node | undefined {
  return pairOf(node, key)?.value
}

/** A key with its value. */
export function pairOf(node: Node | undefined, key: string): Pair | undefined {
  return node?.kind === 'map' ? node.pairs.find((pair) => pair.key === key) : undefined
}

/** The items of a list; none where it is no list. */
export function itemsOf(node: Node | undefined): readonly Node[] {
  return node?.kind === 'list' ? node.items : []
}

/** The pairs of a map; none where it is no map. */
export function pairsOf(node: Node | undefined): readonly Pair[] {
  return node?.kind === 'map' ? node.pairs : []
}

/** A text value that says something; undefined for anything else. */
export function textOf(node: Node | undefined): string | undefined {
  return node?.kind === 'leaf' && typeof node.value === 'string' && node.value.trim() !== '' ? node.value : undefined
}

/** Every leaf below a node, the node itself included, in order. */
export function* leavesOf(node: Node | undefined): Generator<Leaf> {
  if (node?.kind === 'leaf') yield node
  for (const { value } of pairsOf(node)) yield* leavesOf(value)
  for (const item of itemsOf(node)) yield* leavesOf(item)
}

/** What stands at a path, as far as the path leads. */
export interface Stop {
  readonly node: Node
  /** The pair that led there, if it was a key. */
  readonly pair?: Pair
  /** What of the path leads nowhere. */
  readonly rest: readonly PropertyKey[]
}

/** Follows a path of keys and indices until it ends, or leads nowhere. */
export function follow(root: Node, path: readonly PropertyKey[]): Stop {
  let stop: Stop = { node: root, rest: path }
  for (const [index, step] of path.entries()) {
    const pair = pairOf(stop.node, String(step))
    const next = pair?.value ?? itemsOf(stop.node)[typeof step === 'number' ? step : -1]
    if (next === undefined) break
    stop = { node: next, rest: path.slice(index + 1), ...(pair === undefined ? {} : { pair }) }
  }
  return stop
}

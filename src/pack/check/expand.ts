import { isPromptType, questions } from '../../questions/index.ts'
import { isId } from '../../questions/shared/keys.ts'
import { suggest } from '../../text/suggest.ts'
import type { Report } from '../diagnostic.ts'
import { at, pairOf, textOf, type Leaf, type MapNode, type Node, type Pair } from '../yaml/tree.ts'
import { OPTION_LISTS } from './definitions.ts'
import type { Definitions, SharedTexts } from './outline.ts'

/** A prompt's YAML with what its names stand for. */
interface Expanded {
  readonly node: Node
  readonly shared: readonly SharedTexts[]
}

/** Puts the definitions of the manifest in place of their names, so that nothing else has to know of them. Reports unknown names. */
export function expandPrompt(node: Node, definitions: Definitions, report: Report): Expanded {
  if (node.kind !== 'map') return { node, shared: [] }
  const expansion = new Expansion(definitions, report)
  return { node: expansion.prompt(node), shared: expansion.shared }
}

/** The keys whose value is a list of options. */
const OPTIONS = new Set(['options', 'rows'])

class Expansion {
  readonly shared: SharedTexts[] = []
  readonly #definitions: Definitions
  readonly #report: Report

  constructor(definitions: Definitions, report: Report) {
    this.#definitions = definitions
    this.#report = report
  }

  prompt(node: MapNode): MapNode {
    const { key, list, keys } = definedIn(node) ?? {}
    const named = key === undefined ? undefined : pairOf(node, key)
    const pairs = node.pairs.map((pair) => this.#withOptions(pair))
    if (named === undefined || list === undefined || keys === undefined) return { ...node, pairs }
    const own = pairs.find((pair) => keys.includes(pair.key))
    if (own !== undefined) this.#report('either-or', named.keySpan, { one: own.key, other: named.key })
    const others = pairs.filter((pair) => pair !== own && pair.key !== key && !keys.includes(pair.key))
    return { ...node, pairs: [...others, ...this.#keysOf(named, list, keys)] }
  }

  /** The keys that a definition stands for. */
  #keysOf({ keySpan, value }: Pair, list: string, keys: readonly string[]): Pair[] {
    const found = this.#find(value, list, keys)
    if (found.kind === 'map') return [...found.pairs]
    return keys.map((key) => ({ key, keySpan, value: found }))
  }

  #withOptions(pair: Pair): Pair {
    const { key, value } = pair
    if (OPTIONS.has(key)) return { ...pair, value: this.#options(value, [key]) }
    if (key !== 'columns' || value.kind !== 'list') return pair
    return { ...pair, value: { ...value, items: value.items.map((column) => this.#column(column)) } }
  }

  #column(column: Node): Node {
    if (column.kind !== 'map') return column
    const place = ['columns', textOf(at(column, 'id')) ?? '', 'options']
    const pairs = column.pairs.map((pair) =>
      pair.key === 'options' ? { ...pair, value: this.#options(pair.value, place) } : pair
    )
    return { ...column, pairs }
  }

  /** The list that an id names; anything else unchanged. */
  #options(value: Node, place: readonly string[]): Node {
    const name = textOf(value)
    if (name === undefined || !isId(name)) return value
    this.shared.push({ place, of: [OPTION_LISTS, name] })
    return this.#find(value, OPTION_LISTS)
  }

  /** What a name stands for, at its own place in the file; an invalid node if it stands for nothing, or for something with errors. */
  #find(value: Node, list: string, keys: readonly string[] = []): Node {
    const name = textOf(value)
    const definitions = this.#definitions.get(list)
    if (name === undefined || value.kind !== 'leaf') {
      if (value.kind !== 'invalid') this.#report('wrong-kind', value, { expected: ['string'], example: '' })
      return { ...value, kind: 'invalid' }
    }
    for (const key of keys) this.shared.push({ place: [key], of: [list, name, key] })
    const definition = definitions?.get(name)
    if (definition === undefined) {
      const near = suggest(name, [...(definitions?.keys() ?? [])])
      this.#report('not-defined', value, { name, list, near })
    }
    return definition?.node === undefined ? { ...value, kind: 'invalid' } : movedTo(value, definition.node)
  }
}

/** What the type of a prompt lets the manifest define. */
function definedIn(prompt: Node) {
  const type = textOf(at(prompt, 'type'))
  return type !== undefined && isPromptType(type) ? questions[type].defined : undefined
}

/** A copy of a tree, all of which is at the place of a leaf. */
function movedTo(leaf: Leaf, node: Node): Node {
  const { start, end, source } = leaf
  const span = { start, end }
  switch (node.kind) {
    case 'map':
      return {
        ...node,
        ...span,
        pairs: node.pairs.map(({ key, value }) => ({ key, keySpan: span, value: movedTo(leaf, value) }))
      }
    case 'list':
      return { ...node, ...span, items: node.items.map((item) => movedTo(leaf, item)) }
    case 'leaf':
      return { ...node, ...span, source }
    case 'invalid':
      return { ...node, ...span }
  }
}

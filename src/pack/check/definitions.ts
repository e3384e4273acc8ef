import { isPromptType, promptFromKeys, questionOf, questions } from '../../questions/index.ts'
import { isId } from '../../questions/shared/keys.ts'
import type { PromptType } from '../../questions/shared/model.ts'
import { MOST_OPTIONS, parseOptions, translatedOptions } from '../../questions/shared/options.ts'
import type { Say } from '../../questions/shared/question.ts'
import { suggest } from '../../text/suggest.ts'
import { isRecord } from '../../util/records.ts'
import type { Report } from '../diagnostic.ts'
import { at, pairOf, pairsOf, textOf, valueOf, type Leaf, type MapNode, type Node, type Pair } from '../yaml/tree.ts'
import { instead } from '../slips/names.ts'
import { checkOptions } from './names.ts'
import type { Definitions, FilePart, SharedTexts } from './outline.ts'
import { checkKeysOf } from './prompts.ts'

/** The key of the manifest that lists options for several prompts. */
const OPTION_LISTS = 'option_lists'

/** The definitions of a manifest. Reports their errors. `invalid` has the paths that the schema has reported. */
export function definitionsIn(manifest: FilePart, invalid: ReadonlySet<string>): Definitions {
  const read = (list: string, check: Check, translate: Translate) => {
    const found = pairsOf(at(manifest.node, list)).map((pair) => {
      const isValid = ![...invalid].some((path) => `${path}/`.startsWith(`${list}/${pair.key}/`) || path === list)
      const node = isValid && isSound(pair, manifest, check) ? pair.value : undefined
      return [pair.key, { node, translate: (say: Say) => node && translate(node, say) }] as const
    })
    return [list, new Map(found)] as const
  }
  return new Map([
    read(OPTION_LISTS, checkList, translateList),
    ...definers().map(({ type, list }) => read(list, checkAs(type), translateAs(type)))
  ])
}

type Check = (pair: Pair, part: FilePart) => void
type Translate = (node: Node, say: Say) => void

/** The prompt types some of whose keys can be defined. */
function definers(): { readonly type: PromptType; readonly list: string }[] {
  return Object.values(questions).flatMap(({ type, defined }) => (defined ? [{ type, list: defined.list }] : []))
}

function isSound(pair: Pair, manifest: FilePart, check: Check): boolean {
  let isFaulty = false
  const report: Report = (...finding) => {
    isFaulty = true
    manifest.report(...finding)
  }
  check(pair, { ...manifest, report })
  return !isFaulty
}

function checkList({ keySpan, value }: Pair, part: FilePart): void {
  const count = parseOptions(valueOf(value)).length
  if (count === 0) part.report('no-options', keySpan, {})
  if (count > MOST_OPTIONS) part.report('too-much', keySpan, { most: MOST_OPTIONS, many: true })
  checkOptions(value, part)
}

function translateList(node: Node, say: Say): void {
  translatedOptions(parseOptions(valueOf(node)), [], say)
}

const checkAs =
  (type: PromptType): Check =>
  ({ value }, { report }) =>
    checkKeysOf({ type, prompt: definedAs(type, value), node: value }, report)

const translateAs =
  (type: PromptType): Translate =>
  (node, say) =>
    questionOf({ type }).translated?.(definedAs(type, node), say)

/** A prompt with nothing but what is defined. */
function definedAs(type: PromptType, node: Node) {
  const keys = valueOf(node)
  return promptFromKeys(type, { id: '', ask: '' }, isRecord(keys) ? keys : {}, 2)
}

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
    if (named === undefined && !node.pairs.some((pair) => OPTIONS.has(pair.key) || pair.key === 'columns')) return node
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
      this.#report('not-defined', value, { name, list, near }, instead(value, near))
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

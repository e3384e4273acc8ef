import { isMap, isNode, isScalar, isSeq, type Pair as YamlPair, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml'
import type { Report, SourceSpan } from '../diagnostic.ts'
import { limits } from '../format.ts'
import { LineIndex } from './line-index.ts'
import { BLANK } from './syntax-errors.ts'
import type { Leaf, Node, Pair } from './tree.ts'
import { hiddenKinds, numbered, withoutFlags } from '../../text/visible.ts'

/** Keys whose values are not prose: in these, one space may precede a comment. */
const NOT_PROSE =
  /^(?:after|earliest|exercises?|id|language|latest|license|of|options_from|retired|rows_from|type|url|version)$/

/**
 * Converts the YAML library's document to a tree. Reports and gives undefined if it exceeds the limits. Reports YAML
 * that is valid but misleading: repeated keys, keys that a comma made, texts that a comment cuts off.
 */
export function buildTree(contents: unknown, text: string, report: Report): Node | undefined {
  try {
    return new TreeBuilder(text, report).node(contents, 0, 0)
  } catch (error) {
    if (error instanceof LimitError) return undefined
    throw error
  }
}

class LimitError extends Error {}

class TreeBuilder {
  readonly #text: string
  readonly #report: Report
  readonly #lines: LineIndex
  #nodes = 0

  constructor(text: string, report: Report) {
    this.#text = text
    this.#lines = new LineIndex(text)
    this.#report = report
  }

  /** `after` is the offset of a value that is missing, right after its key. */
  node(node: unknown, after: number, depth: number, key = ''): Node {
    const span = spanOf(node, after)
    this.#measure(span, depth)
    if (isMap(node))
      return { kind: 'map', isFlow: this.#text[span.start] === '{', pairs: this.#pairs(node, depth), ...span }
    if (isSeq(node))
      return { kind: 'list', isFlow: this.#text[span.start] === '[', items: this.#items(node, depth, key), ...span }
    if (!isScalar(node)) return { kind: 'leaf', value: null, source: '', ...span }
    return this.#leaf(node, span, key)
  }

  #measure(span: SourceSpan, depth: number): void {
    this.#nodes++
    if (depth > limits.depth) this.#report('too-deep', { ...span, end: span.start + 1 }, { limit: limits.depth })
    else if (this.#nodes > limits.nodes)
      this.#report('too-many-nodes', { ...span, end: span.start + 1 }, { limit: limits.nodes })
    else return
    throw new LimitError()
  }

  #leaf(node: Scalar, span: SourceSpan, key: string): Node {
    const source = this.#text.slice(span.start, span.end)
    if (source.startsWith(BLANK)) return { kind: 'invalid', ...span }
    const value = scalarValue(node.value)
    if (typeof value === 'string' && node.type === 'QUOTE_DOUBLE') this.#checkEscapes(value, source, span)
    const isProse = node.type === 'PLAIN' && (typeof value === 'string' || source === '') && !NOT_PROSE.test(key)
    if (isProse && this.#isCutByComment(source, span) && source === '') return { kind: 'invalid', ...span }
    return { kind: 'leaf', value, source, ...span }
  }

  /** Reports escapes for characters that a pack must not contain. */
  #checkEscapes(value: string, source: string, span: SourceSpan): void {
    if (!source.includes('\\')) return
    for (const { code, pattern } of hiddenKinds()) {
      const [character] = pattern.exec(withoutFlags(value)) ?? []
      if (character !== undefined && !source.includes(character))
        this.#report(code, span, { shown: numbered(character) })
    }
  }

  /** Reports ` #` in an unquoted text, unless it looks like a comment: two spaces before it and one after. */
  #isCutByComment(source: string, { end }: SourceSpan): boolean {
    const [space = ''] = /^[ \t]*/.exec(this.#text.slice(end, this.#lines.endOfLine(end))) ?? []
    const start = end + space.length
    if (this.#text[start] !== '#' || (space === '' && source !== '')) return false
    const rest = this.#text.slice(start, this.#lines.endOfLine(start))
    const isComment = /^#(?:\s|$)/.test(rest) && (space.length > 1 || source === '')
    if (!isComment) this.#report('cut-by-comment', { start, end: start + rest.length }, { rest })
    return !isComment
  }

  #items(list: YAMLSeq, depth: number, key: string): Node[] {
    let after = list.range?.[0] ?? 0
    return list.items.map((item) => {
      const built = this.node(item, after, depth + 1, key)
      after = built.end
      return built
    })
  }

  #pairs(map: YAMLMap, depth: number): Pair[] {
    const pairs: Pair[] = []
    const seen = new Map<string, Pair>()
    let commaBefore = false
    for (const item of map.items) {
      const pair = this.#pair(item, map, depth)
      const stray: 'colon' | 'comma' | undefined =
        map.flow === true && item.value === null ? this.#strayKey(pair, commaBefore, pairs) : undefined
      commaBefore = stray === 'comma'
      if (stray !== undefined) continue
      const first = seen.get(pair.key)
      if (first !== undefined) {
        this.#report('duplicate-key', pair.keySpan, {
          key: pair.key,
          line: this.#lines.positionOf(first.keySpan.start).line
        })
      } else if (pair.key === '<<') {
        this.#report('merge-key', pair.keySpan, {})
      } else if (pair.key === '__proto__') {
        this.#report('unknown-key', pair.keySpan, { key: pair.key, near: [], types: [] })
      } else {
        seen.set(pair.key, pair)
        pairs.push(pair)
      }
    }
    return pairs
  }

  #pair({ key, value }: YamlPair, map: YAMLMap, depth: number): Pair {
    const keySpan = spanOf(key, map.range?.[0] ?? 0)
    this.#measure(keySpan, depth)
    const name = isScalar(key) ? String(key.value ?? '') : ''
    return { key: name, keySpan, value: this.node(value, keySpan.end, depth + 1, name) }
  }

  /** Reports a key without a colon between braces: the result of a comma in a text, or a colon without a space. */
  #strayKey(pair: Pair, commaBefore: boolean, pairs: Pair[]): 'colon' | 'comma' | undefined {
    const key = /^([^\s:"']+):\S/.exec(pair.key)?.[1]
    if (key !== undefined) {
      this.#report('no-space-after-colon', pair.keySpan, { key })
      return 'colon'
    }
    const cut = pairs.at(-1)
    if (cut === undefined && !commaBefore) return undefined
    if (!commaBefore) this.#report('comma-in-braces', pair.keySpan, { key: pair.key })
    if (cut !== undefined)
      pairs[pairs.length - 1] = { ...cut, value: { kind: 'invalid', start: cut.value.start, end: cut.value.end } }
    return 'comma'
  }
}

function scalarValue(value: unknown): Leaf['value'] {
  if (typeof value === 'bigint') return Number(value)
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

function spanOf(node: unknown, after: number): SourceSpan {
  const range = isNode(node) ? node.range : undefined
  return range === undefined || range === null ? { start: after, end: after } : { start: range[0], end: range[1] }
}

import type { isMap, isPair, isScalar, isSeq, Pair as YamlPair, Scalar, YAMLMap, YAMLSeq } from 'yaml'
import type { Report, SourceSpan } from '../diagnostic.ts'
import { limits } from '../limits.ts'
import { BLANK, Lines } from './line-index.ts'
import type { Leaf, Node, Pair } from './tree.ts'
import { hidden, numbered, withoutFlags } from '../../text/visible.ts'

/** How the YAML library tells its nodes apart. */
export interface Guards {
  readonly isMap: typeof isMap
  readonly isSeq: typeof isSeq
  readonly isScalar: typeof isScalar
  readonly isPair: typeof isPair
}

/** Keys whose values are names and not words for learners: there a comment may follow after one space. */
const TERSE = new Set([
  'after',
  'earliest',
  'exercise',
  'exercises',
  'id',
  'language',
  'latest',
  'license',
  'of',
  'options_from',
  'retired',
  'rows_from',
  'type',
  'url',
  'version'
])

/**
 * The library's nodes as a tree of ours; undefined, and reported, beyond the limits. Reports what is
 * valid YAML and yet not what it seems: repeated keys, keys made by a comma, texts cut by a comment.
 */
export function plant(contents: unknown, text: string, guards: Guards, report: Report): Node | undefined {
  return new Planter(text, guards, report).plantAll(contents)
}

class TooMuch extends Error {}

class Planter {
  readonly #text: string
  readonly #guards: Guards
  readonly #report: Report
  readonly #lines: Lines
  #nodes = 0

  constructor(text: string, guards: Guards, report: Report) {
    this.#text = text
    this.#lines = new Lines(text)
    this.#guards = guards
    this.#report = report
  }

  plantAll(contents: unknown): Node | undefined {
    try {
      return this.#node(contents, 0, 0)
    } catch (error) {
      if (error instanceof TooMuch) return undefined
      throw error
    }
  }

  /** `after` is where a value stands that is not there: right after its key. */
  #node(node: unknown, after: number, depth: number, key = ''): Node {
    const span = spanOf(node, after)
    this.#measure(span, depth)
    if (this.#guards.isMap(node))
      return { kind: 'map', braces: this.#text[span.start] === '{', pairs: this.#pairs(node, depth), ...span }
    if (this.#guards.isSeq(node))
      return { kind: 'list', brackets: this.#text[span.start] === '[', items: this.#items(node, depth, key), ...span }
    if (!this.#guards.isScalar(node)) return { kind: 'leaf', value: null, source: '', ...span }
    return this.#leaf(node, span, key)
  }

  #measure(span: SourceSpan, depth: number): void {
    this.#nodes++
    if (depth > limits.depth) this.#report('too-deep', { ...span, end: span.start + 1 }, { limit: limits.depth })
    else if (this.#nodes > limits.nodes)
      this.#report('too-many-nodes', { ...span, end: span.start + 1 }, { limit: limits.nodes })
    else return
    throw new TooMuch()
  }

  #leaf(node: Scalar, span: SourceSpan, key: string): Node {
    const source = this.#text.slice(span.start, span.end)
    if (source.startsWith(BLANK)) return { kind: 'spoilt', ...span }
    const value = typeof node.value === 'bigint' ? Number(node.value) : (node.value as Leaf['value'])
    if (typeof value === 'string' && node.type === 'QUOTE_DOUBLE') this.#seekHidden(value, source, span)
    const isProse = node.type === 'PLAIN' && (typeof value === 'string' || source === '') && !TERSE.has(key)
    if (isProse && this.#seekComment(source, span) && source === '') return { kind: 'spoilt', ...span }
    return { kind: 'leaf', value, source, ...span }
  }

  /** Escapes may stand for characters that the text itself may not hold. */
  #seekHidden(value: string, source: string, span: SourceSpan): void {
    if (!source.includes('\\')) return
    for (const { code, pattern } of hidden) {
      const [character] = pattern.exec(withoutFlags(value)) ?? []
      if (character !== undefined && !source.includes(character))
        this.#report(code, span, { shown: numbered(character) })
    }
  }

  /** ` #` in a text that nobody quoted. What is said to be a comment has two spaces before it, and one after. */
  #seekComment(source: string, { end }: SourceSpan): boolean {
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
      const planted = this.#node(item, after, depth + 1, key)
      after = planted.end
      return planted
    })
  }

  #pairs(map: YAMLMap, depth: number): Pair[] {
    const pairs: Pair[] = []
    const seen = new Map<string, Pair>()
    let commaBefore = false
    for (const item of map.items) {
      const pair = this.#pair(item, map, depth)
      const strange: 'colon' | 'comma' | undefined =
        map.flow === true && item.value === null ? this.#strayKey(pair, commaBefore, pairs) : undefined
      commaBefore = strange === 'comma'
      if (strange !== undefined) continue
      const first = seen.get(pair.key)
      if (first !== undefined) {
        this.#report('duplicate-key', pair.keySpan, {
          key: pair.key,
          line: this.#lines.place(first.keySpan.start).line
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
    const name = this.#guards.isScalar(key) ? String(key.value ?? '') : ''
    return { key: name, keySpan, value: this.#node(value, keySpan.end, depth + 1, name) }
  }

  /** A key without a colon between braces: what a comma in a text, or a colon without a space, leaves behind. */
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
      pairs[pairs.length - 1] = { ...cut, value: { kind: 'spoilt', start: cut.value.start, end: cut.value.end } }
    return 'comma'
  }
}

function spanOf(node: unknown, after: number): SourceSpan {
  const range = (node as { range?: readonly [number, number, number] | null } | null | undefined)?.range
  return range === undefined || range === null ? { start: after, end: after } : { start: range[0], end: range[1] }
}

import { isMap, isNode, isScalar, isSeq, type Pair as YamlPair, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml'
import { MAX_FIXES, type Edit, type Report, type SourceSpan } from '../diagnostic.ts'
import { limits } from '../format.ts'
import { LineIndex, lineAt } from './line-index.ts'
import { checkSigns, SIGNS } from './scalar-signs.ts'
import { quotingEdits } from './syntax-fixes.ts'
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
  /** Whether the text has signs that look like others. */
  readonly #hasSigns: boolean
  readonly #keys = new Map<string, string>()
  #nodes = 0
  #cuts = 0

  constructor(text: string, report: Report) {
    this.#text = text
    this.#lines = new LineIndex(text)
    this.#report = report
    this.#hasSigns = SIGNS.test(text)
  }

  /** `after` is the offset of a value that is missing, right after its key. */
  node(node: unknown, after: number, depth: number, key = '', isItem = false): Node {
    const span = spanOf(node, after)
    this.#measure(span, depth)
    if (isMap(node)) return this.#map(node, span, depth, isItem ? ITEM : key)
    if (isSeq(node))
      return { kind: 'list', isFlow: this.#text[span.start] === '[', items: this.#items(node, depth, key), ...span }
    if (!isScalar(node)) return { kind: 'leaf', value: null, source: '', ...span }
    return this.#leaf(node, span, key)
  }

  #map(map: YAMLMap, span: SourceSpan, depth: number, key: string): Node {
    const isFlow = this.#text[span.start] === '{'
    const pairs = this.#pairs(map, depth, key === ITEM && !isFlow)
    if (isFlow || !LIST_OF_MAPS.test(key) || !ITEM_KEY.test(pairs[0]?.key ?? ''))
      return { kind: 'map', isFlow, pairs, ...span }
    this.#report('missing-dash', pairs[0]?.keySpan ?? span, { key }, asItems(this.#text, span))
    return { kind: 'invalid', ...span }
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
    if (this.#hasSigns && checkSigns(source, span, NOT_PROSE.test(key) ? key : undefined, this.#report))
      return { kind: 'invalid', ...span }
    const value = scalarValue(node.value)
    if (typeof value === 'string' && node.type === 'QUOTE_DOUBLE') this.#checkEscapes(value, source, span)
    const isText = node.type === 'PLAIN' && (typeof value === 'string' || source === '')
    const mayBeCut = isText && this.#text[span.end] !== '\n' && !NOT_PROSE.test(key)
    if (mayBeCut && this.#isCutByComment(source, span) && source === '') return { kind: 'invalid', ...span }
    return { kind: 'leaf', value, source, ...span }
  }

  /** Reports escapes for characters that a pack must not contain, and those for a tab in a path: "C:\\temp". */
  #checkEscapes(value: string, source: string, span: SourceSpan): void {
    const { start } = span
    if (!source.includes('\\')) return
    const tab = /(?<=[\w:])\\t(?=[a-z])/.exec(source)
    if (tab !== null) {
      const at = start + tab.index
      this.#report('bad-escape', { start: at, end: at + 2 }, { text: '\\t' }, [{ start: at, end: at, text: '\\' }])
    }
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
    if (!isComment)
      this.#reportCut({ start, end: start + rest.length }, source === '' ? start : end - source.length, rest)
    return !isComment
  }

  #reportCut(span: SourceSpan, start: number, rest: string): void {
    this.#cuts++
    const isInBraces = this.#cuts > MAX_FIXES || /^[[{]/.test(lineAt(this.#text, span.start).value)
    const whole = { start, end: span.start + rest.trimEnd().length }
    this.#report('cut-by-comment', span, { rest }, isInBraces ? undefined : quotingEdits(this.#text, whole))
  }

  #items(list: YAMLSeq, depth: number, key: string): Node[] {
    let after = list.range?.[0] ?? 0
    return list.items.flatMap((item) => {
      const built = this.node(item, after, depth + 1, key, true)
      const isEmpty = built.kind === 'leaf' && built.source === ''
      if (isEmpty) this.#reportEmpty(built)
      after = built.end
      return isEmpty ? [] : [built]
    })
  }

  /** Reports a dash with nothing after it. */
  #reportEmpty({ start }: SourceSpan): void {
    const dash = this.#text.lastIndexOf('-', start)
    const line = { start: this.#text.lastIndexOf('\n', dash) + 1, end: this.#lines.endOfLine(dash) + 1 }
    const isAlone = /^ *- *$/.test(this.#text.slice(line.start, line.end - 1))
    const place = isAlone ? { start: dash, end: dash + 1 } : { start, end: start + 1 }
    this.#report('empty-item', place, {}, isAlone ? [{ ...line, text: '' }] : undefined)
  }

  #pairs(map: YAMLMap, depth: number, isItem: boolean): Pair[] {
    const pairs: Pair[] = []
    const seen = new Map<string, Pair>()
    const strays: Pair[] = []
    for (const item of map.items) {
      const pair = this.#pair(item, map, depth)
      if (map.flow === true && item.value === null && this.#isStray(pair, strays, pairs)) continue
      this.#reportCommas(strays, pairs)
      const first = seen.get(pair.key)
      const dash = first !== undefined && isItem ? this.#missingDash(first, pair, pairs) : undefined
      if (dash !== undefined) {
        this.#report('missing-dash', pair.keySpan, { key: pair.key }, dash)
        break
      }
      if (first !== undefined) this.#reportTwice(first, pair)
      else if (pair.key === '<<') this.#report('merge-key', pair.keySpan, {})
      else if (pair.key === '__proto__')
        this.#report('unknown-key', pair.keySpan, { key: pair.key, near: [], types: [] })
      else {
        seen.set(pair.key, pair)
        pairs.push(pair)
      }
    }
    this.#reportCommas(strays, pairs)
    return pairs
  }

  /** The edit that makes an item of what follows, if an item begins again with a key that it has. */
  #missingDash(first: Pair, again: Pair, pairs: readonly Pair[]): Edit[] | undefined {
    if (first !== pairs[0] && again.key !== 'id') return undefined
    const start = pairs[0]?.keySpan.start ?? 0
    const dash = this.#text.lastIndexOf('-', start - 1)
    const column = dash - this.#text.lastIndexOf('\n', dash) - 1
    const line = this.#text.lastIndexOf('\n', again.keySpan.start) + 1
    const isIndent = /^ *$/.test(this.#text.slice(line, again.keySpan.start)) && line + column < again.keySpan.start
    return isIndent ? [{ start: line + column, end: line + column + 1, text: '-' }] : undefined
  }

  #reportTwice(first: Pair, again: Pair): void {
    const line = this.#lines.positionOf(first.keySpan.start).line
    const isSame =
      this.#text.slice(first.value.start, first.value.end) === this.#text.slice(again.value.start, again.value.end)
    const start = this.#text.lastIndexOf('\n', again.keySpan.start) + 1
    const isAlone = isSame && /^ *$/.test(this.#text.slice(start, again.keySpan.start))
    const end = this.#lines.endOfLine(Math.max(again.keySpan.end, again.value.end - 1)) + 1
    const fix = isAlone ? [{ start, end: Math.min(end, this.#text.length), text: '' }] : undefined
    this.#report('duplicate-key', again.keySpan, { key: again.key, line }, fix)
  }

  #pair({ key, value }: YamlPair, map: YAMLMap, depth: number): Pair {
    const keySpan = spanOf(key, map.range?.[0] ?? 0)
    this.#measure(keySpan, depth)
    const name = this.#shared(isScalar(key) ? String(key.value ?? '') : '')
    if (this.#hasSigns) checkSigns(name, keySpan, 'key', this.#report)
    return { key: name, keySpan, value: this.node(value, keySpan.end, depth + 1, name) }
  }

  /** The same key, as one string: the checks compare keys often, which is faster so. */
  #shared(key: string): string {
    const known = this.#keys.get(key)
    if (known !== undefined) return known
    this.#keys.set(key, key)
    return key
  }

  /** Whether a key between braces has no value because a colon has no space after it, or a comma divided a text. */
  #isStray(pair: Pair, strays: Pair[], pairs: readonly Pair[]): boolean {
    const key = /^([^\s:"']+):\S/.exec(pair.key)?.[1]
    if (key !== undefined) {
      const colon = pair.keySpan.start + key.length + 1
      this.#report('no-space-after-colon', pair.keySpan, { key }, [{ start: colon, end: colon, text: ' ' }])
      return true
    }
    const isStray = strays.length > 0 || pairs.length > 0
    if (isStray) strays.push(pair)
    return isStray
  }

  /** Reports the keys that the commas in a text made. The text is the value before them. */
  #reportCommas(strays: Pair[], pairs: Pair[]): void {
    const [stray, cut] = [strays[0], pairs.at(-1)]
    if (stray === undefined || cut === undefined) return
    const { start, end } = cut.value
    const whole = { start, end: strays.at(-1)?.keySpan.end ?? end }
    const isPlain = cut.value.kind === 'leaf' && start < end && !/^["']/.test(cut.value.source)
    this.#report(
      'comma-in-braces',
      stray.keySpan,
      { key: stray.key },
      isPlain ? quotingEdits(this.#text, whole) : undefined
    )
    pairs[pairs.length - 1] = { ...cut, value: { kind: 'invalid', start, end } }
    strays.length = 0
  }
}

/** Stands for the key of an item of a list. */
const ITEM = '-'

/** Keys whose values are lists of mappings, and the keys with which their items begin. */
const LIST_OF_MAPS = /^(?:after_discussion|columns|exercises|prompts|statements)$/
const ITEM_KEY = /^(?:ask|id|title|type)$/

/** The edits that make a list of a mapping: a dash before each key like the first, and the other lines further in. */
function asItems(text: string, { start, end }: SourceSpan): Edit[] {
  const first = text.lastIndexOf('\n', start) + 1
  const column = start - first
  const key = /^[\w-]+ *:/.exec(text.slice(start))?.[0] ?? ''
  const edits: Edit[] = []
  for (let line = first; line < end; line = text.indexOf('\n', line) + 1 || end) {
    const isKey = text.startsWith(`${' '.repeat(column)}${key}`, line)
    const isBlank = text[line] === '\n'
    if (!isBlank)
      edits.push({ start: line + (isKey ? column : 0), end: line + (isKey ? column : 0), text: isKey ? '- ' : '  ' })
  }
  return edits
}

function scalarValue(value: unknown): Leaf['value'] {
  if (typeof value === 'bigint') return Number(value)
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

function spanOf(node: unknown, after: number): SourceSpan {
  const range = isNode(node) ? node.range : undefined
  return range === undefined || range === null ? { start: after, end: after } : { start: range[0], end: range[1] }
}

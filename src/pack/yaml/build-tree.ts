import { isMap, isNode, isScalar, isSeq, type Pair as YamlPair, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml'
import { MAX_FIXES, type Edit, type Report, type SourceSpan } from '../diagnostic.ts'
import { limits } from '../format.ts'
import { LineIndex, lineAt } from './line-index.ts'
import { checkSigns, SIGNS } from './scalar-signs.ts'
import { belongsBelow, KNOWN_KEYS } from './keys.ts'
import { escapingEdits, quotingEdits } from './syntax-fixes.ts'
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
    const parts = isSeq(node) && LIST_OF_MAPS.test(key) ? partsIn(node) : []
    if (parts.length > 0) return this.#extraDashes(parts, span)
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
    this.#report('missing-dash', pairs[0]?.keySpan ?? span, { key: pairs[0]?.key ?? key }, asItems(this.#text, span))
    return { kind: 'invalid', ...span }
  }

  #extraDashes(parts: readonly YAMLMap[], span: SourceSpan): Node {
    const edits = parts.map((part) => {
      const start = this.#text.lastIndexOf('-', spanOf(part, 0).start)
      return { start, end: start + 1, text: ' ' }
    })
    const start = edits[0]?.start ?? span.start
    this.#report('extra-dash', { start, end: start + 1 }, { key: keyIn(parts[0]) }, edits)
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
    if (typeof value === 'number' && /^\d{1,3}\.\d{3}$/.test(source)) this.#reportThousands(source, span)
    if (typeof value === 'string' && node.type === 'QUOTE_DOUBLE') this.#checkEscapes(value, source, span)
    const isPlain = node.type === 'PLAIN'
    if (isPlain && source.endsWith(',') && this.#hasStrayComma(source, span, key)) return { kind: 'invalid', ...span }
    if (isPlain && (source[1] === '\n' || source[2] === '\n') && WRONG_BAR.test(source))
      return this.#wrongBar(source, span)
    const isText = isPlain && (typeof value === 'string' || source === '')
    const mayBeCut = isText && this.#text[span.end] !== '\n' && !NOT_PROSE.test(key)
    if (mayBeCut && this.#isCutByComment(source, span, key) && source === '') return { kind: 'invalid', ...span }
    return { kind: 'leaf', value, source, ...span }
  }

  /** Reports a comma at the end of a line, as in JSON. In prose, the line above or below must have one too, or the comma follows a full stop. */
  #hasStrayComma(source: string, { start, end }: SourceSpan, key: string): boolean {
    const { line } = this.#lines.positionOf(start)
    const isLine = this.#lines.positionOf(end).line === line && this.#lines.endOfLine(end) === end
    const hasOthers = [line - 1, line + 1].some((each) => /[^,],\s*$/.test(this.#lines.line(each)))
    const isOne = NOT_PROSE.test(key) || /^\d+,$/.test(source) || /[.?!"”],$/.test(source) || hasOthers
    if (!isLine || !isOne) return false
    this.#report('stray-comma', { start: end - 1, end }, {}, [{ start: end - 1, end, text: '' }])
    return true
  }

  /** Reports a point that was meant to divide thousands. */
  #reportThousands(source: string, span: SourceSpan): void {
    const fix = source.endsWith('000') ? [{ ...span, text: source.replace('.', '') }] : undefined
    this.#report('thousands', span, { source, value: Number(source) }, fix)
  }

  /** Reports a sign that was written for the "|" before a text of several lines. */
  #wrongBar(source: string, span: SourceSpan): Node {
    const [sign = ''] = source.split('\n')
    const place = { start: span.start, end: span.start + sign.length }
    this.#report('wrong-sign', place, { sign, right: '|' }, [{ ...place, text: '|' }])
    return { kind: 'invalid', ...span }
  }

  /** Reports escapes for characters that a pack must not contain. */
  #checkEscapes(value: string, source: string, span: SourceSpan): void {
    if (!source.includes('\\')) return
    const literal = literalBackslash(source)
    if (literal !== undefined) {
      const start = span.start + literal
      const text = source.slice(literal, literal + 2)
      this.#report('bad-escape', { start, end: start + 2 }, { text }, escapingEdits(this.#text, span))
      return
    }
    for (const { code, pattern } of hiddenKinds()) {
      const [character] = pattern.exec(withoutFlags(value)) ?? []
      if (character !== undefined && !source.includes(character))
        this.#report(code, span, { shown: numbered(character) })
    }
  }

  /** Reports ` #` in an unquoted text, unless it looks like a comment: two spaces before it and one after. */
  #isCutByComment(source: string, { end }: SourceSpan, key: string): boolean {
    const [space = ''] = /^[ \t]*/.exec(this.#text.slice(end, this.#lines.endOfLine(end))) ?? []
    const start = end + space.length
    if (this.#text[start] !== '#' || (space === '' && source !== '')) return false
    const rest = this.#text.slice(start, this.#lines.endOfLine(start))
    const isComment =
      /^#(?:\s|$)/.test(rest) && (space.length > 1 || source === '') && !(source === '' && key === 'ask')
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
    let skipped = 0
    for (const [index, item] of map.items.entries()) {
      if (index < skipped) continue
      const pair = this.#pair(item, map, depth)
      const isEmpty = map.flow !== true && pair.value.kind === 'leaf' && pair.value.source === ''
      const below = !isEmpty ? [] : pairsMeantBelow(pair, map.items.slice(index + 1, index + 1 + MAX_BELOW))
      if (below.length > 0) {
        skipped = index + 1 + below.length
        this.#report('not-indented', pair.keySpan, { key: pair.key }, indenting(this.#text, spanOfPairs(below)))
        pairs.push({ ...pair, value: { kind: 'invalid', start: pair.keySpan.end, end: pair.keySpan.end } })
        continue
      }
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

/** What is written for the "|" before a text. */
const WRONG_BAR = /^(?:[Il1¦│❘∣]|\|\|)\n/

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

/** The most pairs that can have been meant below a key. */
const MAX_BELOW = 100

/** The pairs after a key without a value that were meant as its value. */
function pairsMeantBelow({ key }: Pair, next: readonly YamlPair[]): readonly YamlPair[] {
  const end = next.findIndex((pair) => !isScalar(pair.key) || !belongsBelow(key, String(pair.key.value ?? '')))
  return end === -1 ? next : next.slice(0, end)
}

function spanOfPairs(pairs: readonly YamlPair[]): SourceSpan {
  const [first, last] = [pairs[0], pairs.at(-1)]
  const { start } = spanOf(first?.key, 0)
  const key = spanOf(last?.key, start)
  return { start, end: Math.max(key.end, spanOf(last?.value, key.end).end) }
}

/** The items of a list that are only one more key of the item before them, which begins with its id. */
function partsIn({ items, flow }: YAMLSeq): YAMLMap[] {
  if (flow === true) return []
  let isAfterId = false
  return items.flatMap((item) => {
    const key = isMap(item) ? keyIn(item) : ''
    const isPart = isAfterId && isMap(item) && item.flow !== true && item.items.length === 1 && key !== 'id'
    isAfterId = key === 'id' || (isAfterId && isPart)
    return isPart && KNOWN_KEYS.has(key) ? [item] : []
  })
}

/** The first key of a mapping. */
function keyIn(map: YAMLMap | undefined): string {
  const key = map?.items[0]?.key
  return isScalar(key) ? String(key.value ?? '') : ''
}

/** The edits that move lines two columns further in. */
function indenting(text: string, { start, end }: SourceSpan): Edit[] {
  const edits: Edit[] = []
  for (let line = text.lastIndexOf('\n', start) + 1; line < end; line = text.indexOf('\n', line) + 1 || end)
    if (text[line] !== '\n') edits.push({ start: line, end: line, text: '  ' })
  return edits
}

/** Where a backslash of a formula or a path was read as an escape: `\\alpha` has a bell in it, `C:\\temp` a tab. */
function literalBackslash(source: string): number | undefined {
  for (const { 0: escape, index } of source.matchAll(/\\[^]/g)) {
    if (!/[a-z]/.test(source.charAt(index + 2))) continue
    const before = source.slice(0, index)
    const isPath = /(?:^|[\s"'(])[A-Za-z]:$/.test(before)
    const isFormula = (before.split('$').length - 1) % 2 === 1
    const isTab = escape === '\\t' && /[\w:]$/.test(before)
    if (isTab || /[abefv]/.test(escape[1] ?? '') || (/[tr]/.test(escape[1] ?? '') && isFormula)) return index
    if (/[nrt]/.test(escape[1] ?? '') && isPath) return index
  }
  return undefined
}

function scalarValue(value: unknown): Leaf['value'] {
  if (typeof value === 'bigint') return Number(value)
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

function spanOf(node: unknown, after: number): SourceSpan {
  const range = isNode(node) ? node.range : undefined
  return range === undefined || range === null ? { start: after, end: after } : { start: range[0], end: range[1] }
}

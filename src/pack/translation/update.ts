import type { Edit, SourceSpan } from '../diagnostic.ts'
import { lineAt } from '../yaml/line-index.ts'
import {
  leavesOf,
  pairOf,
  pairsOf,
  type Leaf,
  type ListNode,
  type MapNode,
  type Node,
  type Pair
} from '../yaml/tree.ts'
import {
  digestOf,
  hasBelow,
  isTranslated,
  nameInFile,
  OWN_COMMENT,
  recordIn,
  recordLines,
  type TranslationRecord
} from './record.ts'
import { blockLines, flowText, isWordings, pairLines, sourceLines } from './skeleton.ts'
import type { TextTree } from './texts.ts'

/** A translation in its file. */
export interface TranslationFile {
  /** The whole file, with LF line ends. */
  readonly text: string
  /** What `text` holds. */
  readonly root: Node
  /** Where in it the translation is: no keys in a file of its own, `translations` and the language in the manifest. */
  readonly place: readonly string[]
  /** What begins its names in the record. */
  readonly prefix: string
}

export interface UpdateOptions {
  /** Takes the marks away: the translator has looked at every marked text. */
  readonly done: boolean
  /** What a mark says to the translator. */
  readonly mark: string
}

/** What an update does. Names are those of texts in a translation, joined by slashes. */
export interface Update {
  /** In order and apart from each other. */
  readonly edits: readonly Edit[]
  readonly added: readonly string[]
  /** All texts that have a mark now. */
  readonly marked: readonly string[]
  /** Texts of the translation that the pack has no more, which become comments. */
  readonly gone: readonly string[]
  /** Texts that had a mark, which the translator has removed. */
  readonly looked: readonly string[]
}

/**
 * Brings a translation up to date with the texts of its pack: adds what is missing, marks what has changed since it was translated, and
 * makes comments of what is gone. What the translator wrote stays as it is.
 */
export function updateTranslation(texts: TextTree, file: TranslationFile, options: UpdateOptions): Update {
  return new TranslationUpdate(file, options).update(texts)
}

class TranslationUpdate {
  readonly #file: TranslationFile
  readonly #options: UpdateOptions
  readonly #record: TranslationRecord
  readonly #leaves: readonly Leaf[]
  readonly #edits: Edit[] = []
  readonly #digests = new Map<string, string>()
  readonly #added: string[] = []
  readonly #marked: string[] = []
  readonly #gone: string[] = []
  readonly #looked: string[] = []

  constructor(file: TranslationFile, options: UpdateOptions) {
    this.#file = file
    this.#options = options
    this.#record = recordIn(file.text, file.prefix)
    this.#leaves = [...leavesOf(file.root)]
  }

  update(texts: TextTree): Update {
    this.#enter(this.#file.root, [], texts)
    this.#writeRecord()
    const edits = this.#edits.toSorted((a, b) => a.start - b.start || a.end - b.end)
    return { edits, added: this.#added, marked: this.#marked, gone: this.#gone, looked: this.#looked }
  }

  /** Goes to the place of the translation in its file, and creates what is missing of the way there. */
  #enter(node: Node, done: readonly string[], texts: TextTree): void {
    const [step, ...rest] = this.#file.place.slice(done.length)
    if (step === undefined) return this.#group(texts, node, [], undefined)
    const pair = pairOf(node, step)
    if (pair !== undefined && pair.value.kind === 'map') return this.#enter(pair.value, [...done, step], texts)
    const inner = rest.reduceRight((tree: TextTree, key) => new Map([[key, tree]]), texts)
    const below = (indent: string) => rest.map((key, depth) => `${indent}${'  '.repeat(depth)}${key}:`)
    this.#noteAll(texts, [])
    if (pair !== undefined)
      return this.#insertBelow(
        pair,
        (indent) => [...below(indent), ...blockLines(texts, [], indent + '  '.repeat(rest.length))],
        inner,
        []
      )
    if (node.kind !== 'map') return
    const lines = (indent: string) => [
      `${indent}${step}:`,
      ...below(`${indent}  `),
      ...blockLines(texts, [], indent + '  '.repeat(rest.length + 1))
    ]
    this.#insertPair(node, node.pairs.at(-1), lines, () => '')
  }

  #group(texts: TextTree, node: Node, name: readonly string[], pair: Pair | undefined): void {
    if (node.kind === 'map') return this.#map(texts, node, name)
    if (node.kind === 'list') return this.#list(texts, node, name)
    if (node.kind !== 'leaf') return
    if (node.value === null && pair !== undefined) {
      this.#noteAll(texts, name)
      return this.#insertBelow(pair, (indent) => blockLines(texts, name, indent), texts, name)
    }
    this.#alone(texts, node, name, pair)
  }

  #map(texts: TextTree, node: MapNode, name: readonly string[]): void {
    let before: Pair | undefined
    for (const [key, text] of texts) {
      const pair = pairOf(node, key)
      const below = [...name, key]
      if (text === undefined) continue
      if (pair === undefined) this.#add(node, before, below, text)
      else if (typeof text === 'string' && pair.value.kind !== 'leaf') this.#replace(node, before, pair, below, text)
      else if (typeof text === 'string') this.#text(text, pair.value, below, pair.keySpan.start)
      else this.#group(text, pair.value, below, pair)
      before = pair ?? before
    }
    const gone = pairsOf(node).filter(
      ({ key }) => !texts.has(key) && hasBelow(this.#record, nameInFile([...name, key]))
    )
    for (const pair of gone) this.#dropPair(node, pair, [...name, pair.key])
  }

  #dropPair(node: MapNode, pair: Pair, name: readonly string[]): void {
    this.#gone.push(name.join('/'))
    this.#remove(node, pair.keySpan.start, pair.value)
  }

  /** A text that had several wordings has only one now. */
  #replace(node: MapNode, before: Pair | undefined, pair: Pair, name: readonly string[], text: string): void {
    this.#dropPair(node, pair, name)
    this.#add(node, before, name, text)
  }

  #list(texts: TextTree, node: ListNode, name: readonly string[]): void {
    const entries = [...texts]
    for (const [index, item] of node.items.entries()) {
      const [key, text] = entries[index] ?? []
      if (typeof text === 'string' && key !== undefined) this.#text(text, item, [...name, key], item.start)
      else {
        this.#gone.push([...name, String(index + 1)].join('/'))
        this.#remove(node, item.start, item)
      }
    }
    for (const [key, text] of entries.slice(node.items.length))
      if (text !== undefined) this.#add(node, node.items.at(-1), [...name, key], text)
  }

  /** A text that stands for its group. If the group has other texts, it moves below its own key. */
  #alone(texts: TextTree, leaf: Leaf, name: readonly string[], pair: Pair | undefined): void {
    const [[key, first] = ['', undefined], ...others] = texts
    if (typeof first !== 'string' || pair === undefined) return
    if (others.length === 0) return this.#text(first, leaf, [...name, key], pair.keySpan.start)
    if (this.#isInFlow(pair.keySpan.start)) {
      this.#text(first, leaf, [...name, key], pair.keySpan.start)
      this.#divideInFlow(leaf, key, new Map(others), name)
    } else this.#divide(leaf, pair, [key, first], new Map(others), name)
    for (const [other, text] of others) if (text !== undefined) this.#note(text, [...name, other])
  }

  /** The comments above it move with it. */
  #divide(
    leaf: Leaf,
    pair: Pair,
    [key, first]: readonly [string, string],
    others: TextTree,
    name: readonly string[]
  ): void {
    const { text } = this.#file
    const indent = `${indentAt(text, pair.keySpan.start)}  `
    const end = this.#endOf(leaf)
    const own = this.#commentsAbove(pair.keySpan.start)
    const lines = this.#linesAbove(first, leaf, [...name, key], own?.lines ?? [], indent)
    if (own !== undefined) this.#edit({ start: own.start, end: own.end, text: '' })
    const moved = lines.map((line) => `\n${indent}${line.trimStart()}`).join('')
    const head = isWordings(name) ? '- ' : `${key}: `
    this.#edit({ start: leaf.start, end: leaf.start, text: `${moved}\n${indent}${head}` })
    for (let at = text.indexOf('\n', leaf.start); at !== -1 && at < end; at = text.indexOf('\n', at + 1))
      if (text[at + 1] !== '\n') this.#edit({ start: at + 1, end: at + 1, text: '  ' })
    this.#insertLines(this.#lineAfter(end), blockLines(others, name, indent))
  }

  #divideInFlow(leaf: Leaf, key: string, others: TextTree, name: readonly string[]): void {
    const isList = isWordings(name)
    const indent = `${indentAt(this.#file.text, leaf.start)}  `
    const added = [...others].flatMap(([other, text]) =>
      text === undefined ? [] : `,\n${flowText([...name, other], text, indent)}`
    )
    const end = this.#endOf(leaf)
    this.#edit({ start: leaf.start, end: leaf.start, text: isList ? '[' : `{ ${key}: ` })
    this.#edit({ start: end, end, text: `${added.join('')}${isList ? ']' : ' }'}` })
  }

  /** Compares a text with its translation and the record. `start` is where its key begins. */
  #text(source: string, value: Node, path: readonly string[], start: number): void {
    const own = this.#commentsAbove(start)
    const indent = indentAt(this.#file.text, start)
    const lines = this.#linesAbove(source, value, path, own?.lines, indent)
    if (own !== undefined) return this.#replaceLines(own, lines)
    const name = nameInFile(path)
    const hasMark = this.#record.marked.has(name)
    if (lines.length === 0 && hasMark) this.#removeMark(name)
    if (lines.length > 0 && !hasMark) this.#insertLines(this.#lineAbove(start), lines)
  }

  /**
   * The program's lines above a text, from those that are there, which are undefined if something else is before its key: then only a
   * mark is possible. Records the text.
   */
  #linesAbove(
    source: string,
    value: Node,
    path: readonly string[],
    own: readonly string[] | undefined,
    indent: string
  ): readonly string[] {
    const name = nameInFile(path)
    const digest = digestOf(source)
    const before = this.#record.digests.get(name) ?? this.#record.digests.get(nameInFile(path.slice(0, -1)))
    this.#digests.set(name, digest)
    const shown = own?.filter((line) => /^[ \t]*#\|/.test(line)) ?? []
    const current = shown.length > 0 ? sourceLines(source, indent) : []
    if (value.kind !== 'leaf' || !isTranslated(String(value.value ?? ''))) return current
    const hasMark = this.#record.marked.has(name)
    const isNew = before !== undefined && before !== digest
    const old = own?.filter((line) => /^[ \t]*#</.test(line)) ?? []
    if (isNew || (hasMark && !this.#options.done)) {
      this.#marked.push(path.join('/'))
      const mark = `${indent}#! [${this.#file.prefix}${name}] ${this.#options.mark}`
      if (!isNew) return own ?? [mark]
      const previous = old.length > 0 ? old : shown.map((line) => line.replace('#|', '#<'))
      return [mark, ...previous, ...(own === undefined ? [] : sourceLines(source, indent))]
    }
    if (hasMark || old.length > 0) this.#looked.push(path.join('/'))
    return shown
  }

  /** Removes a mark that is not right above its text. */
  #removeMark(name: string): void {
    if (!this.#record.marked.has(name)) return
    const sign = `#! [${this.#file.prefix}${name}] `
    const at = this.#file.text.indexOf(sign)
    const { start, end } = lineAt(this.#file.text, at)
    if (at !== -1) this.#edit({ start, end: Math.min(end + 1, this.#file.text.length), text: '' })
  }

  #add(
    node: MapNode | ListNode,
    before: Pair | Node | undefined,
    name: readonly string[],
    text: TextTree | string
  ): void {
    this.#note(text, name)
    this.#insertPair(
      node,
      before,
      (indent) => pairLines(name, text, indent),
      (indent) => flowText(name, text, indent)
    )
  }

  #insertPair(
    node: MapNode | ListNode,
    before: Pair | Node | undefined,
    lines: (indent: string) => string[],
    flow: (indent: string) => string
  ): void {
    const { text } = this.#file
    const first = node.kind === 'map' ? node.pairs[0]?.keySpan.start : node.items[0]?.start
    if (node.isFlow) return this.#insertInFlow(node, flow)
    const start = first ?? node.start
    const line = lineAt(text, start)
    const indent = text
      .slice(line.start, start)
      .replace(/-[ ]*$/, '')
      .replaceAll(/[^ ]/g, ' ')
    if (before !== undefined) return this.#insertLines(this.#lineAfter(this.#endOf(before)), lines(indent))
    const own = this.#commentsAbove(start)
    this.#insertLines(own?.start ?? line.start, lines(indent))
  }

  /** Adds to what is between braces or brackets, at its end. */
  #insertInFlow(node: MapNode | ListNode, flow: (indent: string) => string): void {
    const { text } = this.#file
    const close = node.end - 1
    const end = text.slice(node.start, close).trimEnd().length + node.start
    const isEmpty = (node.kind === 'map' ? node.pairs : node.items).length === 0
    const isRemoved = this.#edits.some((edit) => edit.start < end && edit.end === end && edit.text === '')
    const isOpen = isEmpty || isRemoved || text[end - 1] === ','
    const earlier = this.#edits.some((edit) => edit.start === close && edit.end === close)
    const indent = `${indentAt(text, node.start)}  `
    const comma = isOpen && !earlier ? '' : ','
    this.#edit({ start: close, end: close, text: `${comma}\n${flow(indent)}` })
  }

  /** Writes texts below a key that has no value. */
  #insertBelow(pair: Pair, lines: (indent: string) => string[], texts: TextTree, name: readonly string[]): void {
    const { text } = this.#file
    const { keySpan } = pair
    const indent = `${indentAt(text, keySpan.start)}  `
    if (!this.#isInFlow(keySpan.start)) return this.#insertLines(this.#lineAfter(keySpan.end), lines(indent))
    const colon = text.indexOf(':', keySpan.end) + 1
    const inner = [...texts].flatMap(([key, below]) =>
      below === undefined ? [] : flowText([...name, key], below, indent)
    )
    this.#edit({ start: colon, end: colon, text: ` {\n${inner.join(',\n')} }` })
  }

  /** Makes a comment of a key or an item, or removes it if nothing of it is translated. */
  #remove(node: MapNode | ListNode, keyStart: number, value: Node): void {
    const { text } = this.#file
    const end = Math.max(this.#endOf(value), keyStart)
    if (node.isFlow) return this.#removeFromFlow(node, { start: keyStart, end })
    const own = this.#commentsAbove(keyStart)
    const start = lineAt(text, keyStart).start
    const after = this.#lineAfter(end)
    const lines = text.slice(start, after).replace(/\n$/, '').split('\n')
    const indent = indentAt(text, keyStart)
    const isWritten =
      [...leavesOf(value)].some((leaf) => isTranslated(String(leaf.value ?? ''))) ||
      lines.some((line) => /^\s*#/.test(line) && !OWN_COMMENT.test(line))
    const kept = lines.filter((line) => !OWN_COMMENT.test(line) || this.#isContent(start, line))
    const commented = kept.map((line) =>
      `${indent}#~ ${line.startsWith(indent) ? line.slice(indent.length) : line}`.trimEnd()
    )
    this.#edit({ start: own?.start ?? start, end: after, text: isWritten ? `${commented.join('\n')}\n` : '' })
  }

  /** Whether a line that looks like a comment of the program may be a translator's text. Then nothing of it is left out. */
  #isContent(from: number, line: string): boolean {
    const at = this.#file.text.indexOf(line, from)
    return this.#leaves.some(({ start, end }) => start < at && at < end)
  }

  #removeFromFlow(node: MapNode | ListNode, { start, end }: SourceSpan): void {
    const { text } = this.#file
    // A comma may stay at the end.
    const [after = ''] = /^\s*,[ \t]*/.exec(text.slice(end, node.end)) ?? []
    this.#edit({ start, end: end + after.length, text: '' })
    const indent = indentAt(text, start)
    const kept = text.slice(start, end).split('\n')
    this.#insertLines(
      this.#lineAbove(start),
      kept.map((line) => `${indent}#~ ${line}`)
    )
  }

  /** Records a text that is written now. */
  #note(text: TextTree | string, name: readonly string[]): void {
    if (typeof text !== 'string') return this.#noteAll(text, name)
    this.#digests.set(nameInFile(name), digestOf(text))
    this.#added.push(name.join('/'))
  }

  #noteAll(texts: TextTree, name: readonly string[]): void {
    for (const [key, text] of texts) if (text !== undefined) this.#note(text, [...name, key])
  }

  /** Writes the record in the place of the old one, or at the end. */
  #writeRecord(): void {
    const lines = recordLines(this.#digests, this.#file.prefix)
    const { spans } = this.#record
    const { text } = this.#file
    const [first, ...others] = spans
    if (first === undefined) return this.#insertLines(text.length, lines)
    this.#edit({ ...first, text: lines.join('\n') })
    for (const { start, end } of others) this.#edit({ start: start - 1, end, text: '' })
  }

  /** The program's own comment lines right above the line of a key; undefined if something is before the key on its line. */
  #commentsAbove(keyStart: number): (SourceSpan & { readonly lines: readonly string[] }) | undefined {
    const { text } = this.#file
    const { start: end } = lineAt(text, keyStart)
    if (!/^[ ]*(?:- *)?$/.test(text.slice(end, keyStart))) return undefined
    const lines: string[] = []
    let start = end
    while (start > 0) {
      const line = lineAt(text, start - 1)
      if (!OWN_COMMENT.test(line.text) || this.#leafAround(line.start) !== undefined) break
      lines.unshift(line.text)
      start = line.start
    }
    return { start, end, lines }
  }

  #replaceLines(
    { start, end, lines: before }: SourceSpan & { readonly lines: readonly string[] },
    lines: readonly string[]
  ): void {
    if (lines.join('\n') !== before.join('\n'))
      this.#edit({ start, end, text: lines.map((line) => `${line}\n`).join('') })
  }

  #insertLines(at: number, lines: readonly string[]): void {
    const before = at > 0 && this.#file.text[at - 1] !== '\n' ? '\n' : ''
    if (lines.length > 0) this.#edit({ start: at, end: at, text: before + lines.map((line) => `${line}\n`).join('') })
  }

  #edit(edit: Edit): void {
    if (edit.start < edit.end || edit.text !== '') this.#edits.push(edit)
  }

  /** The start of the line of an offset, or of the text of several lines that the line belongs to. */
  #lineAbove(offset: number): number {
    const { start } = lineAt(this.#file.text, offset)
    const leaf = this.#leafAround(start)
    return leaf === undefined ? start : this.#lineAbove(leaf.start)
  }

  #leafAround(offset: number): Leaf | undefined {
    return this.#leaves.find((leaf) => leaf.start < offset && offset < this.#endOf(leaf))
  }

  /** The end of the last thing that is written of a node or a pair. */
  #endOf(node: Node | Pair): number {
    if ('keySpan' in node) return Math.max(node.keySpan.end, this.#endOf(node.value))
    const { text } = this.#file
    if (node.kind === 'leaf' || node.kind === 'invalid' || node.isFlow)
      return node.start + text.slice(node.start, node.end).trimEnd().length
    const last = node.kind === 'map' ? node.pairs.at(-1) : node.items.at(-1)
    return last === undefined ? node.end : this.#endOf(last)
  }

  /** The start of the next line. */
  #lineAfter(offset: number): number {
    const { end } = lineAt(this.#file.text, offset)
    return Math.min(end + 1, this.#file.text.length)
  }

  #isInFlow(offset: number): boolean {
    const isAround = (node: Node): boolean => {
      if (offset < node.start || offset >= node.end || node.kind === 'leaf' || node.kind === 'invalid') return false
      if (node.isFlow) return true
      return (node.kind === 'map' ? node.pairs.map(({ value }) => value) : node.items).some(isAround)
    }
    return isAround(this.#file.root)
  }
}

/** The spaces at the beginning of a line. */
function indentAt(text: string, offset: number): string {
  return /^ */.exec(lineAt(text, offset).text)?.[0] ?? ''
}

import type { Edit, Report, SourceSpan } from '../diagnostic.ts'
import { lineAt } from '../yaml/line-index.ts'
import { pairsOf, type ListNode, type Node } from '../yaml/tree.ts'

/* What comes with YAML when it is copied from a chat, a web page, an email or a program of another format. */

/** Marks a piece of code in Markdown. */
const FENCE = /^(?:```|~~~) *[\w-]*\s*$/m
/** The keys with which files of a pack begin. */
const FIRST_KEY = /^(?:exercises|format|id|prompts|title|version) *:/m
const SENTENCE = /^\p{Lu}.*\s.*[:.!?]$/u
const QUOTED = /^(?:> ?.*(?:\n|$)|\s*\n)+$/
const NUMBER = /^ *(\d+)(?:[.:|] ?|\t| {1,2}|$)/

/** Reports what is around the YAML of a file. True if something was reported: nothing else can be said about the file then. */
export function checkAround(text: string, report: Report): boolean {
  const first = text.slice(0, 4).trimStart()
  if (first.startsWith('>') && QUOTED.test(text)) return reportLines('quoted', text, /^> ?/, report)
  if (/^\d/.test(first) && isNumbered(text)) return reportLines('numbered', text, NUMBER, report)
  return isFenced(text, report) || hasSentence(text, report)
}

function isNumbered(text: string): boolean {
  const lines = text.trimEnd().split('\n')
  return lines.length > 2 && lines.every((line, index) => NUMBER.exec(line)?.[1] === String(index + 1))
}

/** Takes out what each line begins with. */
function reportLines(what: 'quoted' | 'numbered', text: string, sign: RegExp, report: Report): true {
  const edits: Edit[] = []
  for (let start = 0; start < text.length; start = lineAt(text, start).end + 1) {
    const { length } = sign.exec(lineAt(text, start).text)?.[0] ?? ''
    if (length > 0) edits.push({ start, end: start + length, text: '' })
  }
  report('around-yaml', { start: 0, end: 1 }, { what }, edits)
  return true
}

function isFenced(text: string, report: Report): boolean {
  const open = FENCE.exec(text)
  if (open === null || FIRST_KEY.test(text.slice(0, open.index))) return false
  const start = open.index + open[0].length + 1
  const close = FENCE.exec(text.slice(start))
  const end = close === null ? text.length : start + close.index
  report('around-yaml', { start: open.index, end: open.index + open[0].length }, { what: 'fence' }, [
    ...asComments(text, { start: 0, end: open.index }),
    { start: open.index, end: Math.min(start, text.length), text: '' },
    ...(close === null ? [] : [{ start: end, end: Math.min(text.length, end + close[0].length + 1), text: '' }]),
    ...asComments(text, { start: end + (close?.[0].length ?? 0) + 1, end: text.length })
  ])
  return true
}

/** A sentence of a chat before the first key or after the last line. */
function hasSentence(text: string, report: Report): boolean {
  const key = FIRST_KEY.exec(text)?.index ?? 0
  const before = sentencesIn(text, { start: 0, end: key })
  const last = text.trimEnd().lastIndexOf('\n\n') + 2
  const after = last > key && key > 0 && !/\n---/.test(text) ? sentencesIn(text, { start: last, end: text.length }) : []
  const [first] = [...before, ...after]
  if (first === undefined) return false
  report('around-yaml', first, { what: 'sentence' }, [...before.map(commented), ...after.map(commented)])
  return true
}

/** The lines of a passage that are sentences at the margin; none if there is anything else but comments. */
function sentencesIn(text: string, { start, end }: SourceSpan): SourceSpan[] {
  const found: SourceSpan[] = []
  for (let at = start; at < end; at = lineAt(text, at).end + 1) {
    const line = lineAt(text, at)
    if (SENTENCE.test(line.text.trimEnd())) found.push({ start: line.start, end: line.end })
    else if (!/^(?:\s*|#.*|---\s*|%.*)$/.test(line.text)) return []
  }
  return found
}

function commented({ start }: SourceSpan): Edit {
  return { start, end: start, text: '# ' }
}

/** Keeps the lines of a passage as comments. */
function asComments(text: string, { start, end }: SourceSpan): Edit[] {
  const edits: Edit[] = []
  for (let at = start; at < end; at = lineAt(text, at).end + 1)
    if (!/^(?:\s*|#.*)$/.test(lineAt(text, at).text)) edits.push({ start: at, end: at, text: '# ' })
  return edits
}

/** The keys that only an exercise, or only a manifest, begins with. */
const OF_FILE = /^(?:exercises|format|prompts)$/

/** The content of a file whose keys are all below one key, or in a list of one item. It is reported. */
export function unwrapped(root: Node, text: string, report: Report): Node {
  const [only, ...others] = pairsOf(root)
  if (only !== undefined && others.length === 0 && !OF_FILE.test(only.key) && isContent(only.value)) {
    const line = { start: only.keySpan.start, end: lineAt(text, only.keySpan.start).end + 1 }
    report('wrapped', only.keySpan, { key: only.key }, [
      { ...line, text: '' },
      ...dedenting(text, { start: line.end, end: only.value.end })
    ])
    return only.value
  }
  return root.kind === 'list' ? itemOf(root, text, report) : root
}

function itemOf(root: ListNode, text: string, report: Report): Node {
  const [only, ...others] = root.items
  if (only === undefined || others.length > 0 || root.isFlow || !isContent(only)) return root
  report('wrapped', { start: root.start, end: root.start + 1 }, { key: '' }, [
    { start: root.start, end: only.start, text: '' },
    ...dedenting(
      text,
      { start: lineAt(text, only.start).end + 1, end: only.end },
      only.start - lineAt(text, only.start).start
    )
  ])
  return only
}

function isContent(node: Node): boolean {
  return node.kind === 'map' && !node.isFlow && node.pairs.some(({ key }) => OF_FILE.test(key))
}

/** The edits that move lines to the margin. */
function dedenting(text: string, { start, end }: SourceSpan, columns?: number): Edit[] {
  const by = columns ?? Math.max(0, lineAt(text, start).text.search(/\S/))
  const edits: Edit[] = []
  for (let at = start; at < end; at = lineAt(text, at).end + 1) {
    const indent = Math.min(by, lineAt(text, at).text.search(/\S|$/))
    if (indent > 0) edits.push({ start: at, end: at + indent, text: '' })
  }
  return edits
}

import type { Report } from '../diagnostic.ts'
import { splitLexemes, type Lexeme } from './lexemes.ts'
import { lineAt } from './line-index.ts'

/** A text that is indented with plain spaces only; it has the length and the lines of the original. */
interface Normalised {
  readonly text: string
  /** The start offsets of the lines that were indented with tabs. */
  readonly tabbedLines: ReadonlySet<number>
}

/** Reports tabs and unusual spaces where YAML allows plain spaces only, and replaces them. */
export function normaliseIndent(text: string, report: Report): Normalised {
  return replaceTabs(replaceOddSpaces(text, report), report)
}

/** Spaces other than U+0020, which web pages and word processors insert. YAML does not treat them as spaces. */
const ODD = /(?! )\p{Zs}/u
/** The start of a text that was meant to be a list item or a key: a dash or key, and spaces with an odd one. */
const MISREAD_START = new RegExp(`^(-|[\\w-]+:)?( *)${ODD.source}\\p{Zs}*`, 'u')

function replaceOddSpaces(text: string, report: Report): string {
  let result = text
  // Replacing one may reveal another: a dash, then a key.
  for (let depth = 0; depth < 3 && ODD.test(result); depth++) {
    for (const { source, start } of lineStartScalars(splitLexemes(result, report) ?? [])) {
      const [whole, lead = '', spaces = ''] = MISREAD_START.exec(source) ?? []
      if (whole === undefined) continue
      const odd = start + lead.length + spaces.length
      report('odd-space', { start: odd, end: odd + 1 }, {})
      const end = start + whole.length
      result = result.slice(0, start + lead.length) + ' '.repeat(whole.length - lead.length) + result.slice(end)
    }
  }
  return result
}

/** Plain scalars at the start of a line, or after a dash there. Skips block scalars. */
function* lineStartScalars(lexemes: readonly Lexeme[]): Generator<Lexeme> {
  let first = true
  let block = false
  for (const lexeme of lexemes) {
    if (lexeme.type === 'block-scalar-header') block = true
    if (lexeme.type === 'scalar' && first && !block) yield lexeme
    if (lexeme.type === 'scalar') block = false
    if (lexeme.type === 'newline') first = true
    else if (lexeme.type !== 'space' && lexeme.type !== 'seq-item-ind' && lexeme.start !== lexeme.end) first = false
  }
}

/** Replaces tabs in indentation, which YAML does not allow. Reports one tab for lines that follow each other. */
function replaceTabs(text: string, report: Report): Normalised {
  const tabbedLines = new Set<number>()
  if (!text.includes('\t')) return { text, tabbedLines }
  const parts: string[] = []
  let done = 0
  let lastEnd = -2
  for (const tab of indentTabs(text, splitLexemes(text, report) ?? [])) {
    const line = lineAt(text, tab)
    if (tabbedLines.has(line.start)) continue
    tabbedLines.add(line.start)
    if (line.start !== lastEnd + 1) report('tab', { start: tab, end: tab + 1 }, {})
    lastEnd = line.end
    const indent = line.text.search(/[^ \t]/)
    parts.push(text.slice(done, line.start), ' '.repeat(indent))
    done = line.start + indent
  }
  return { text: parts.join('') + text.slice(done), tabbedLines }
}

/** The offset of the first tab in each line's indentation, if the line has content. */
function indentTabs(text: string, lexemes: readonly Lexeme[]): number[] {
  const tabs: number[] = []
  let indent = true
  for (const { type, source, start, end } of lexemes) {
    if (type === 'newline') indent = true
    else if (type !== 'space' && start !== end) indent = false
    const tab = indent && type === 'space' ? source.indexOf('\t') : -1
    const blank = end === text.length || text[end] === '\n'
    if (tab !== -1 && !blank) tabs.push(start + tab)
  }
  return tabs
}

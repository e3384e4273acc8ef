import type { Report } from '../diagnostic.ts'
import { divide } from './lexemes.ts'
import type { Divider, Lexeme } from './lexemes.ts'
import { lineAt } from './line-index.ts'

/** A text in which all that indents is plain spaces. Same length, same lines. */
interface Spaced {
  readonly text: string
  /** Where the lines begin that tabs indented. */
  readonly tabbed: ReadonlySet<number>
}

/** Tabs and spaces of other kinds, where YAML takes plain spaces only: reported, and read as spaces. */
export function plainlySpaced(text: string, yaml: Divider, report: Report): Spaced {
  return spacesForTabs(plainSpaces(text, yaml, report), yaml, report)
}

/** One that is no plain space to YAML and looks like one: web pages and word processors put them in. */
const ODD = /(?! )\p{Zs}/u
/** A dash or a key at the start of what YAML takes for one text, and spaces among which an odd one is. */
const HIDDEN_BEGINNING = new RegExp(`^(-|[\\w-]+:)?( *)${ODD.source}\\p{Zs}*`, 'u')

function plainSpaces(text: string, yaml: Divider, report: Report): string {
  let spaced = text
  // What is behind one comes to light when that is taken for a space: a dash, and then a key.
  for (let depth = 0; depth < 3 && ODD.test(spaced); depth++) {
    for (const { source, start } of beginnings(divide(spaced, yaml, report) ?? [])) {
      const [whole, lead = '', spaces = ''] = HIDDEN_BEGINNING.exec(source) ?? []
      if (whole === undefined) continue
      const odd = start + lead.length + spaces.length
      report('odd-space', { start: odd, end: odd + 1 }, {})
      const end = start + whole.length
      spaced = spaced.slice(0, start + lead.length) + ' '.repeat(whole.length - lead.length) + spaced.slice(end)
    }
  }
  return spaced
}

/** Unquoted texts that begin a line, or stand right after a dash that does; not those below a `|`. */
function* beginnings(lexemes: readonly Lexeme[]): Generator<Lexeme> {
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

/** Tabs that indent lines, which YAML does not allow: reported once for lines that follow each other, and read as spaces. */
function spacesForTabs(text: string, yaml: Divider, report: Report): Spaced {
  const tabbed = new Set<number>()
  if (!text.includes('\t')) return { text, tabbed }
  const parts: string[] = []
  let done = 0
  let lastEnd = -2
  for (const tab of tabsIn(text, divide(text, yaml, report) ?? [])) {
    const line = lineAt(text, tab)
    if (tabbed.has(line.start)) continue
    tabbed.add(line.start)
    if (line.start !== lastEnd + 1) report('tab', { start: tab, end: tab + 1 }, {})
    lastEnd = line.end
    const indent = line.text.search(/[^ \t]/)
    parts.push(text.slice(done, line.start), ' '.repeat(indent))
    done = line.start + indent
  }
  return { text: parts.join('') + text.slice(done), tabbed }
}

/** Where tabs stand before the first thing of a line. */
function tabsIn(text: string, lexemes: readonly Lexeme[]): number[] {
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

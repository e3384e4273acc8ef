import type { Edit, Report } from '../diagnostic.ts'
import { withEdits } from './edits.ts'
import { splitLexemes, type Lexeme } from './lexemes.ts'
import { lineAt, type Line } from './line-index.ts'

/** A text that is indented with plain spaces only; it has the length and the lines of the original. */
interface Normalised {
  readonly text: string
  /** The start offsets of the lines that were indented with tabs. */
  readonly tabbedLines: ReadonlySet<number>
}

/** Reports tabs and unusual spaces where YAML allows plain spaces only, and replaces them. */
export function normaliseIndent(text: string, report: Report, firstFault: FirstFault): Normalised {
  return replaceTabs(replaceOddSpaces(text, report), report, firstFault)
}

/** The offset of the first syntax error in a text; Infinity if there is none. */
type FirstFault = (text: string) => number

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
      const end = start + whole.length
      const from = start + lead.length
      report('odd-space', { start: odd, end: odd + 1 }, {}, [{ start: from, end, text: ' '.repeat(end - from) }])
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
function replaceTabs(text: string, report: Report, firstFault: FirstFault): Normalised {
  const lines = text.includes('\t') ? tabbedLinesIn(text, splitLexemes(text, report) ?? []) : []
  if (lines.length === 0) return { text, tabbedLines: new Set() }
  const isAlike = new Set(lines.map((line) => /^\s*/.exec(line.text)?.[0])).size === 1
  const widths = lines.length > MAX_TABBED ? [] : isAlike ? [LIKE_ABOVE, ...tabWidths] : tabWidths
  const edits = widths
    .map((width) => lines.map((line) => untabbed(text, line, width)))
    .find((each) => firstFault(withEdits(text, each)) > (lines.at(-1)?.end ?? 0))
  for (const group of groupsOf(lines)) {
    const tab = text.indexOf('\t', group[0]?.start)
    const own = new Set(group.map(({ start }) => start))
    report(
      'tab',
      { start: tab, end: tab + 1 },
      {},
      edits?.filter(({ start }) => own.has(start))
    )
  }
  const sameLength = lines.map(({ start, text: line }) => {
    const indent = line.search(/\S/)
    return { start, end: start + indent, text: ' '.repeat(indent) }
  })
  return { text: withEdits(text, sameLength), tabbedLines: new Set(lines.map(({ start }) => start)) }
}

/** The most lines with tabs that are corrected, and lines above one that are searched for the start of a text. */
const MAX_TABBED = 300
const MAX_ABOVE = 200

/** Stands for the width with which a line begins where the one above it does. */
const LIKE_ABOVE = 0

/** The columns of a tab, to try. */
const tabWidths = [2, 4, 8, 3, 1]

/** The lines that follow each other, together. */
function groupsOf(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = []
  for (const line of lines) {
    const last = groups.at(-1)
    if (last !== undefined && last.at(-1)?.end === line.start - 1) last.push(line)
    else groups.push([line])
  }
  return groups
}

/** The lines with a tab in their indentation, except those inside a text. */
function tabbedLinesIn(text: string, lexemes: readonly Lexeme[]): Line[] {
  const texts = lexemes.flatMap((lexeme, index) => {
    const isText = lexeme.type.endsWith('scalar') && lexeme.source.includes('\n')
    return isText ? [{ ...lexeme, isBlock: lexemes.slice(Math.max(0, index - 3), index).some(isHeader) }] : []
  })
  let next = 0
  return [...text.matchAll(/^ *\t[ \t]*(?=\S)/gm)].flatMap(({ index }) => {
    while ((texts[next]?.end ?? Infinity) <= index) next++
    const inside = texts[next]
    const isInText = inside !== undefined && inside.start < index && !(inside.isBlock && text[index] === '\t')
    return isInText ? [] : [lineAt(text, index)]
  })
}

function isHeader({ type }: Lexeme): boolean {
  return type === 'block-scalar-header'
}

/** A block of text is indented like its first line, below its key; other lines with a width for each tab. */
function untabbed(text: string, line: Line, width: number): Edit {
  const end = line.start + line.text.search(/\S/)
  const above = width === LIKE_ABOVE ? indentAbove(text, line) : undefined
  const indent = blockIndent(text, line) ?? above ?? expanded(line.text.slice(0, end - line.start), width)
  return { start: line.start, end, text: ' '.repeat(indent) }
}

function expanded(indent: string, width: number): number {
  return [...indent].reduce(
    (column, sign) => (sign === '\t' ? column + (width || 2) - (column % (width || 2)) : column + 1),
    0
  )
}

/** A line that begins with a key. */
const KEY = /^\s*(?:- +)*[a-z_]+:(?: |$)/

/** The indentation of the text below `ask: |`, if a line belongs to it. */
function blockIndent(text: string, line: Line): number | undefined {
  if (KEY.test(line.text)) return undefined
  let indent: number | undefined
  for (let at = line.start - 1, lines = 0; at > 0 && lines < MAX_ABOVE; lines++) {
    const above = lineAt(text, at)
    if (/[:-] +[|>][+-]?\s*$/.test(above.text)) return indent ?? above.column + 2
    if (KEY.test(above.text)) return undefined
    if (/^ +\S/.test(above.text)) indent = above.text.search(/\S/)
    at = above.start - 1
  }
  return undefined
}

/** The indentation of the nearest line above that begins like a line, with a dash or a key. */
function indentAbove(text: string, line: Line): number | undefined {
  const isItem = /^\s*- /.test(line.text)
  for (let at = line.start - 1, lines = 0; at > 0 && lines < MAX_ABOVE; lines++) {
    const above = lineAt(text, at)
    const indent = above.text.search(/\S/)
    if (!/^ *\t/.test(above.text) && indent !== -1) {
      if (isItem && above.text[indent] === '-') return indent
      if (isItem && /:\s*$/.test(above.text)) return above.column + 2
      if (!isItem && KEY.test(above.text)) return /:\s*$/.test(above.text) ? undefined : above.column
    }
    at = above.start - 1
  }
  return undefined
}

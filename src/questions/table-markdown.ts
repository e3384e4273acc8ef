import { withoutEmphasis } from './shared/lenient-parse.ts'
import { around } from '../text/lines.ts'
import type { Column, EntryWords, Reading, Row, TablePrompt } from './shared/model.ts'
import { byLabel, labelsOf } from './shared/options.ts'
import { readYesOrNo, yesOrNo } from './yes-no.ts'

/** A table in Markdown: the given rows, filled or not, so that an editor can fill them; then what the learner added. */
export function tableMarkdown(
  { columns, rows, rowTitle }: TablePrompt,
  answer: readonly Row[],
  words: EntryWords
): string {
  const filled = new Map(answer.map((row) => [row.row, row]))
  const given = new Set(rows.map(({ id }) => id))
  const named = [...rows, ...answer.filter(({ row }) => !given.has(row)).map(({ row }) => ({ id: row, label: row }))]
  const lines = named.map(({ id, label }) => [
    label,
    ...columns.map((column) => cellMarkdown(column, filled.get(id), words))
  ])
  const head = [rowTitle ?? '', ...columns.map(({ title }) => title)]
  return [head, head.map(() => '---'), ...lines].map(lineOfCells).join('\n')
}

function cellMarkdown({ id, options }: Column, row: Row | undefined, words: EntryWords): string {
  const cell = row !== undefined && Object.hasOwn(row, id) ? row[id] : undefined
  if (cell === undefined) return ''
  return typeof cell === 'boolean' ? yesOrNo(cell, words) : labelsOf(options, [cell]).join('')
}

function lineOfCells(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

/** The cells of a table's line; a bar after a backslash belongs to its cell. */
function cellsOf(line: string): string[] {
  const parts = line.trim().split(/(?<!\\)\|/)
  if (parts[0] === '') parts.shift()
  if (parts.length > 1 && parts.at(-1)?.trim() === '') parts.pop()
  return parts.map((part) => part.trim().replaceAll('\\|', '|'))
}

/** The first table in a body, with its columns in any order; undefined where there is none, or a cell that nobody offered. */
export function readTable(
  prompt: TablePrompt,
  body: string,
  languages: readonly EntryWords[]
): Reading<unknown> | undefined {
  const lines = body.split('\n')
  const ruler = lines.findIndex((line, index) => index > 0 && isRuler(line) && isLine(lines[index - 1]))
  if (ruler === -1) return undefined
  const columns = columnsOf(prompt.columns, cellsOf(lines[ruler - 1] ?? '').slice(1))
  const end = endOfTable(lines, ruler + 1)
  const read = reader(prompt, columns, languages)
  const rows = lines
    .slice(ruler + 1, end)
    .filter(isLine)
    .map((line) => read(cellsOf(line)))
  if (columns.length > prompt.columns.length || new Set(columns).size < columns.length || rows.includes(undefined))
    return undefined
  const { found, before, after } = around(lines, ruler - 1, end, rows)
  return { answer: found, before, after }
}

/** Past a table's last row. After a blank line only what begins with a bar is a row. */
function endOfTable(lines: readonly string[], start: number): number {
  let end = start
  for (let next = start; next < lines.length; next++) {
    const line = lines[next] ?? ''
    if (next === end ? isLine(line) : line.trim().startsWith('|')) end = next + 1
    else if (line.trim() !== '') break
  }
  return end
}

function isLine(line: string | undefined): boolean {
  return line?.includes('|') === true
}

function isRuler(line: string): boolean {
  return isLine(line) && cellsOf(line).every((cell) => /^:?-+:?$/.test(cell))
}

/** Which column each heading means: the one of that title, nearest to its place; else the one in its place. */
function columnsOf(columns: readonly Column[], titles: readonly string[]): (Column | undefined)[] {
  const titled = new Map(columns.toReversed().map((column) => [column.title.trim(), column]))
  return titles.map((title, index) => {
    const inPlace = columns[index]
    return inPlace?.title.trim() === title ? inPlace : (titled.get(title) ?? inPlace)
  })
}

/** Reads a row's cells; undefined where one of them is not what its column holds. */
function reader(prompt: TablePrompt, columns: readonly (Column | undefined)[], languages: readonly EntryWords[]) {
  const rows = byLabel(prompt.rows)
  const choices = new Map(prompt.columns.map((column) => [column, byLabel(column.options)]))
  const value = (column: Column, cell: string): string | boolean | undefined => {
    if (column.type === 'text') return cell
    const words = withoutEmphasis(cell)
    if (column.type === 'yes-no') return readYesOrNo(words, languages)
    return choices.get(column)?.get(cell) ?? choices.get(column)?.get(words)
  }
  return ([name = '', ...cells]: readonly string[]): Record<string, string | boolean> | undefined => {
    const filled: [string, string | boolean][] = [['row', rows.get(name) ?? rows.get(withoutEmphasis(name)) ?? name]]
    for (const [index, cell] of cells.entries()) {
      if (cell === '') continue
      const column = columns[index]
      const read = column && value(column, cell)
      if (column === undefined || read === undefined) return undefined
      filled.push([column.id, read])
    }
    return Object.fromEntries(filled)
  }
}

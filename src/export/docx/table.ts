import { directionOf } from '../../markdown/direction.ts'
import type { Tokens } from '../../markdown/read.ts'
import { spans } from './inline.ts'
import { paragraph, type Stand } from './paragraph.ts'
import { TEXT_WIDTH } from './parts.ts'

/** A Word table. An empty paragraph follows it, because Word joins adjacent tables. */
export function table({ header, rows, align }: Tokens.Table, { left = 0, direction = 'ltr' }: Stand): string {
  const widths = columnWidths([header, ...rows], TEXT_WIDTH - left)
  const row = (cells: readonly Tokens.TableCell[], isHead: boolean) =>
    `<w:tr>${isHead ? '<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>' : '<w:trPr><w:cantSplit/></w:trPr>'}` +
    `${cells.map((cell, column) => cellOf(cell, { direction, ...sideOf(align[column]) }, widths[column] ?? 0, isHead)).join('')}</w:tr>\n`
  return (
    `<w:tbl><w:tblPr><w:tblStyle w:val="Answers"/>${direction === 'rtl' ? '<w:bidiVisual/>' : ''}<w:tblW w:w="5000" w:type="pct"/>` +
    `${left === 0 ? '' : `<w:tblInd w:w="${left}" w:type="dxa"/>`}<w:tblLook w:firstRow="1"/></w:tblPr>` +
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>\n` +
    `${row(header, true)}${rows.map((cells) => row(cells, false)).join('')}</w:tbl>\n${paragraph({ style: 'Gap' }, '')}`
  )
}

/** Shorter and longer cells do not change the width of their column further; in characters. */
const [SHORTEST_CELL, LONGEST_CELL] = [12, 40]

/** Column widths in proportion to the longest cells. */
function columnWidths(rows: readonly (readonly Tokens.TableCell[])[], total: number): number[] {
  const [head = []] = rows
  const lengths = head.map((_, column) => {
    const longest = rows.reduce((most, row) => Math.max(most, row[column]?.text.length ?? 0), 0)
    return Math.min(LONGEST_CELL, Math.max(SHORTEST_CELL, longest))
  })
  const sum = lengths.reduce((all, length) => all + length, 0)
  return lengths.map((length) => Math.floor((total * length) / sum))
}

function sideOf(align: string | null | undefined): Pick<Stand, 'side'> {
  return align === 'center' || align === 'right' ? { side: align } : {}
}

/** `around` is the position of the table and the column. */
function cellOf(
  cell: Tokens.TableCell,
  { direction = 'ltr', ...around }: Stand,
  width: number,
  isHead: boolean
): string {
  const stand = { ...around, style: 'Cell', direction: directionOf(cell.text) ?? direction }
  const words = paragraph(stand, spans(cell.tokens, isHead ? { strong: true } : {}))
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${words}</w:tc>`
}

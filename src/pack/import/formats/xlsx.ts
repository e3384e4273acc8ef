import { posix } from 'node:path'
import { clean } from '../clean.ts'
import { elementIn, elementsBelow, elementsIn, textAt, type XmlElement } from '../xml.ts'
import type { DocumentArchive } from './archive.ts'

/** A sheet of a workbook; the text of its cells by row. An index is the number of a row or column, less one. */
export interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
  readonly hasPictures: boolean
}

/** Of a sheet. */
const MAX = { rows: 20_000, columns: 256 }

/** The sheets of a workbook (ECMA-376, SpreadsheetML) with their values; formulas count by their last result. @throws NotXml, BadArchive */
export async function readWorkbook(archive: DocumentArchive): Promise<Sheet[]> {
  const workbook = await archive.xml('xl/workbook.xml')
  const relations = new Map(
    elementsIn(await archive.xml('xl/_rels/workbook.xml.rels')).map(({ attributes }) => [
      attributes['Id'],
      attributes['Target'] ?? ''
    ])
  )
  const shared = elementsIn(await archive.xml('xl/sharedStrings.xml'), 'si').map(richText)
  const sheets: Sheet[] = []
  for (const { attributes } of elementsIn(elementIn(workbook, 'sheets'), 'sheet')) {
    const target = relations.get(attributes['r:id']) ?? ''
    const root = await archive.xml(target.startsWith('/') ? target.slice(1) : posix.join('xl', target))
    if (root !== undefined)
      sheets.push({
        name: attributes['name'] ?? '',
        rows: rowsIn(root, shared),
        hasPictures: elementIn(root, 'drawing') !== undefined
      })
  }
  return sheets
}

/** Phonetic hints are no text of the cell. */
function richText(item: XmlElement): string {
  const runs = elementsIn(item).flatMap((child) =>
    child.name === 't' ? [child.text] : child.name === 'r' ? [textAt(child, 't')] : []
  )
  return clean(runs.join(''))
}

function rowsIn(root: XmlElement, shared: readonly string[]): string[][] {
  const rows: string[][] = []
  for (const row of elementsIn(elementIn(root, 'sheetData'), 'row')) {
    const at = Number(row.attributes['r'] ?? rows.length + 1) - 1
    if (!(at >= 0 && at < MAX.rows)) continue
    while (rows.length <= at) rows.push([])
    const cells = rows[at] ?? []
    for (const cell of elementsIn(row, 'c')) {
      const column = columnOf(cell.attributes['r']) ?? cells.length
      if (column >= MAX.columns) continue
      while (cells.length < column) cells.push('')
      cells[column] = valueOf(cell, shared).trim()
    }
  }
  return rows
}

/** The index of a column: 0 for `A1`, 27 for `AB7`. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  if (letters === undefined) return undefined
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function valueOf(cell: XmlElement, shared: readonly string[]): string {
  const value = textAt(cell, 'v')
  const kind = cell.attributes['t']
  if (kind === 's') return shared[Number(value)] ?? ''
  if (kind === 'inlineStr') return elementsBelow(cell, 'is').map(richText).join('')
  if (kind === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  return clean(value)
}

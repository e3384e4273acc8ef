import { checked, isRecord, lineOf, refused } from './shared/checking.ts'
import { repeated } from './choices.ts'
import { countFaults } from './list.ts'
import type { Checked, Column, Fault, Row, TablePrompt } from './shared/model.ts'

/** Whether a value is a table's answer. Given rows come first, in their order; those without a cell are left out. */
export function checkTable(prompt: TablePrompt, value: unknown): Checked<readonly Row[]> {
  if (!Array.isArray(value)) return refused('not-a-table')
  const faults: Fault[] = []
  const columns = new Map(prompt.columns.map((column) => [column.id, column]))
  const order = new Map(prompt.rows.map(({ id }, index) => [id, index]))
  const rows = value.flatMap((row: unknown) => rowOf(row, columns, faults) ?? [])
  const filled = rows.filter((row) => !order.has(row.row) || Object.keys(row).length > 1)
  if (faults.length === 0 && filled.length === 0) return refused('empty')
  for (const what of repeated(rows.map(({ row }) => row))) faults.push({ code: 'repeated', what })
  const added = filled.filter(({ row }) => !order.has(row))
  if (prompt.addRows !== undefined)
    faults.push(...countFaults(added.length, prompt.addRows, 'too-few-rows', 'too-many-rows'))
  else for (const { row } of added) faults.push({ code: 'unknown-row', what: row, known: [...order.keys()] })
  const place = ({ row }: Row) => order.get(row) ?? order.size
  return checked(
    filled.toSorted((a, b) => place(a) - place(b)),
    faults
  )
}

function rowOf(value: unknown, columns: ReadonlyMap<string, Column>, faults: Fault[]): Row | undefined {
  if (!isRecord(value)) {
    faults.push({ code: 'not-a-row' })
    return undefined
  }
  const found = faults.length
  const row = Object.hasOwn(value, 'row') ? lineOf(value['row'], faults) : ''
  for (const what of Object.keys(value)) {
    if (what !== 'row' && !columns.has(what)) faults.push({ code: 'unknown-column', what, known: [...columns.keys()] })
  }
  const cells = [...columns.values()].flatMap((column) => cellOf(column, value, faults))
  if (row !== '') return Object.fromEntries([['row', row], ...cells]) as Row
  if (cells.length > 0 && faults.length === found) faults.push({ code: 'not-a-row' })
  return undefined
}

/** A column's cell in a row; nothing where it is empty. */
function cellOf(
  { id, type, options }: Column,
  row: Readonly<Record<string, unknown>>,
  faults: Fault[]
): [string, string | boolean][] {
  const value = Object.hasOwn(row, id) ? row[id] : null
  if (value === null) return []
  if (type === 'yes-no') {
    if (typeof value === 'boolean') return [[id, value]]
    faults.push({ code: 'not-yes-no' })
    return []
  }
  const cell = lineOf(value, faults)
  if (cell === '') return []
  if (type === 'choice' && !options.some((option) => option.id === cell)) {
    faults.push({ code: 'unknown-option', what: cell, known: options.map((option) => option.id) })
    return []
  }
  return [[id, cell]]
}

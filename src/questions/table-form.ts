import { isRecord } from './shared/checking.ts'
import { boundsOf, present, textOf } from './shared/keys.ts'
import type { Column, Form, Json, TablePrompt } from './shared/model.ts'
import { namesAt, namesForm } from './shared/options.ts'
import type { Own } from './shared/question.ts'

/** A table's columns, rows and what may stand in its cells, for a marker. */
export function formFromTable({ columns, rows, rowTitle, addRows }: TablePrompt): Form {
  const yesNo = columns.filter(({ type }) => type === 'yes-no').map(({ id }) => id)
  const choices = columns
    .filter(({ type }) => type === 'choice')
    .map(({ id, options }) => [id, namesForm(options)] as const)
  return {
    ...present({ rowTitle }),
    columns: namesForm(columns.map(({ id, title }) => ({ id, label: title }))),
    ...(yesNo.length === 0 ? {} : { yesNo }),
    ...(choices.length === 0 ? {} : { options: Object.fromEntries(choices) }),
    ...(rows.length === 0 ? {} : { rows: namesForm(rows) }),
    ...(addRows === undefined ? {} : { addRows: { ...addRows } })
  }
}

/** The same again; undefined where the form is none of ours. */
export function tableFromForm(form: Form): Own<'table'> | undefined {
  const titles = namesAt(form, 'columns')
  const rows = namesAt(form, 'rows')
  const { yesNo = [], options = {}, addRows } = form
  if (titles === undefined || rows === undefined || !Array.isArray(yesNo) || !isRecord(options)) return undefined
  const columns = titles.map(({ id, label }) => columnFromForm(id, label, yesNo, options as Form))
  if (!columns.every((column) => column !== undefined)) return undefined
  return {
    type: 'table',
    columns,
    rows,
    ...present({ rowTitle: textOf(form['rowTitle']), addRows: addRows === undefined ? undefined : boundsOf(addRows) })
  }
}

function columnFromForm(id: string, title: string, yesNo: readonly Json[], options: Form): Column | undefined {
  if (yesNo.includes(id)) return { id, title, type: 'yes-no', options: [] }
  const own = namesAt(options, id)
  return own && { id, title, type: Object.hasOwn(options, id) ? 'choice' : 'text', options: own }
}

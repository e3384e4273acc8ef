import { isRecord, present } from '../util/records.ts'
import { around, labelled, onOneLine, type Found } from '../text/lines.ts'
import { isSameLabel, labelledParts, partsNow, type Carried, type NewPart, type PartNow } from './shared/carrying.ts'
import { checked, countFaults, lineOf, refused, repeated, textsIn } from './shared/checking.ts'
import { boundsKey, boundsOf, byIdKey, idKey, peopleOf, textOf, textsKey, wordsKey } from './shared/keys.ts'
import { countLimits } from './shared/limits.ts'
import { withoutEmphasis } from './shared/lenient-parse.ts'
import type { Checked, Column, EntryWords, Fault, Form, Json, Option, Row, TablePrompt } from './shared/model.ts'
import {
  byLabel,
  labelsOf,
  MOST_OPTIONS,
  namesAt,
  namesForm,
  optionIdentities,
  optionsKey,
  optionsWithIds,
  optionTexts,
  parseOptions,
  translatedOptions
} from './shared/options.ts'
import type { PromptSource } from './shared/prompt-source.ts'
import type { NewId, Own, Question } from './shared/question.ts'
import { optionOf, type TypedContext } from './shared/typed.ts'
import { readYesOrNo, yesOrNo } from './yes-no.ts'

/** The most columns, without the first. */
export const MOST_COLUMNS = 20

/** Rows by columns; rows may be given, taken from an earlier prompt, or added by the learner. */
export const table: Question<'table'> = {
  type: 'table',
  keys: (z, isWritten) => {
    const column = z.strictObject({
      id: idKey(z).describe('The id that is stored.'),
      title: wordsKey(z).describe('The heading of the column.'),
      type: z.enum(['text', 'choice', 'yes-no']).optional().describe('What a cell contains; by default, text.'),
      options: optionsKey(z, isWritten)
        .optional()
        .describe(
          'For a choice: the options to choose from, or the name of a list under `option_lists` of the manifest.'
        )
    })
    return {
      columns: z.array(column).describe('The columns, not counting the first one, which has the names of the rows.'),
      row_title: wordsKey(z).optional().describe('The heading of the column with the names of the rows.'),
      rows: optionsKey(z, isWritten)
        .optional()
        .describe('The rows, or the name of a list under `option_lists` of the manifest.'),
      rows_from: z
        .string()
        .optional()
        .describe('Instead of rows: an earlier prompt whose items, rows, statements or options are used.'),
      add_rows: boundsKey(z).optional().describe('How many rows the learner can add; by default, none.'),
      people: z
        .boolean()
        .optional()
        .describe('Whether the rows name people or roles. An export then lists these names.')
    }
  },
  parse: (keys) => ({
    type: 'table',
    columns: [keys['columns']].flat().filter(isRecord).map(columnOf),
    rows: parseOptions(keys['rows']),
    ...present({
      rowTitle: typeof keys['row_title'] === 'string' ? onOneLine(keys['row_title']) : undefined,
      rowsFrom: textOf(keys['rows_from']),
      addRows: keys['add_rows'] === undefined ? undefined : boundsOf(keys['add_rows'])
    }),
    ...peopleOf(keys['people'])
  }),
  ranges: [{ within: 'add_rows', low: 'min', high: 'max' }],
  checkKeys: checkTableKeys,
  referenceKeys: { rows_from: 'items' },
  sourceKey: 'rowsFrom',
  textKeys: (z) => ({
    columns: byIdKey(z, textsKey(z, { title: wordsKey(z), options: optionTexts(z) }), 'By the ids of the columns.'),
    row_title: wordsKey(z),
    rows: optionTexts(z)
  }),
  translated: (prompt, say) => ({
    ...prompt,
    columns: prompt.columns.map((column) => ({
      ...column,
      title: say(['columns', column.id, 'title'], column.title),
      options: translatedOptions(column.options, ['columns', column.id, 'options'], say)
    })),
    ...(prompt.rowTitle === undefined ? {} : { rowTitle: say(['row_title'], prompt.rowTitle) }),
    rows: translatedOptions(prompt.rows, ['rows'], say)
  }),
  resolve: (prompt, earlier) => {
    const rows = prompt.rowsFrom === undefined ? prompt.rows : earlier.options(prompt.rowsFrom)
    return rows.length > 0 || prompt.addRows !== undefined ? { ...prompt, rows } : undefined
  },
  isMultiPart: true,
  isManifold: true,
  check: checkTable,
  kind: () => ({ of: 'several', count: { min: 1 } }),
  identityLists: ['columns', 'rows'],
  offeredList: 'rows',
  identities: ({ columns, rows }) => [
    ...columns.flatMap(({ id, title, type, options }) => [
      { path: `columns.${id}`, label: title, type },
      ...optionIdentities(options, `columns.${id}`)
    ]),
    ...optionIdentities(rows, 'rows')
  ],
  limits: ({ addRows }) => [
    { key: 'add_rows', value: addRows !== undefined, kind: 'permission' },
    ...(addRows === undefined ? [] : countLimits('add_rows', addRows))
  ],
  withIds: (prompt, newId) => ({
    ...prompt,
    columns: prompt.columns.map((column) => ({
      ...column,
      id: newId('columns', column.id),
      options: optionsWithIds(column.options, `columns.${column.id}`, newId)
    })),
    rows: optionsWithIds(prompt.rows, 'rows', newId)
  }),
  answerWithIds: (answer, newId) => answer.map((row) => rowWithIds(row, newId)),
  offers: ({ rows }, answer = []) => withAdded(rows, answer),
  people: ({ people, rows }, answer) => {
    const given = answer.map(({ row }) => row)
    return people === true ? labelsOf(rows, given) : []
  },
  ownWords: ({ columns, rows }, answer) => {
    const chosen = new Set(columns.filter(({ type }) => type !== 'text').map(({ id }) => id))
    const given = new Set(rows.map(({ id }) => id))
    return (Array.isArray(answer) ? answer.filter(isRecord) : []).flatMap((row) =>
      Object.entries(row).flatMap(([id, cell]) =>
        chosen.has(id) || (id === 'row' && given.has(String(cell))) ? [] : textsIn(cell)
      )
    )
  },
  carry: carryTable,
  lines: (prompt, answer, words) => answer.map((row) => rowLine(prompt, row, words)),
  shown: (prompt, answer, words) => {
    const given = new Set(answer.map(({ row }) => row))
    return tableMarkdown({ ...prompt, rows: prompt.rows.filter(({ id }) => given.has(id)) }, answer, words)
  },
  toMarkdown: tableMarkdown,
  fromMarkdown: readTable,
  form: formFromTable,
  fromForm: tableFromForm
}

function rowWithIds({ row, ...cells }: Row, newId: NewId): Row {
  const renamed = Object.entries(cells).map(([column, cell]) => [
    newId('columns', column),
    typeof cell === 'string' ? newId(`columns.${column}`, cell) : cell
  ])
  return { row: newId('rows', row), ...Object.fromEntries(renamed) }
}

/** The rows of the prompt, then those that the learner added. */
function withAdded(rows: readonly Option[], answer: readonly Row[]): Option[] {
  const given = new Set(rows.map(({ id }) => id))
  return [...rows, ...answer.filter(({ row }) => !given.has(row)).map(({ row }) => ({ id: row, label: row }))]
}

/** `Row: cell` if there is one column; else `Row (Column: cell, Column: cell)`. Empty cells are left out. */
function rowLine({ rows, columns }: TablePrompt, row: Row, words: EntryWords): string {
  const [label = ''] = labelsOf(rows, [row.row])
  const cells = columns.flatMap((column) => {
    const cell = cellText(column, row, words)
    return cell === '' ? [] : [columns.length === 1 ? cell : labelled(column.title, cell)]
  })
  const [first] = cells
  if (first === undefined) return label
  return columns.length === 1 ? labelled(label, first) : `${label} (${cells.join(', ')})`
}

/** The cells whose row, column and option still fit. A row that the learner added stays if rows may be added, or has its name. */
function carryTable(
  before: TablePrompt,
  answer: readonly Row[],
  now: TablePrompt,
  newPart: NewPart
): Carried<readonly Row[]> {
  const given = new Set(before.rows.map(({ id }) => id))
  const rows = partsNow('rows', labelledParts(before.rows), labelledParts(now.rows), newPart)
  const cellNow = cellCarrier(before, now, newPart)
  const rowNow = (id: string): PartNow | undefined => {
    if (given.has(id)) return rows.get(id)
    const row = now.rows.find((each) => each.id === id)
    if (row !== undefined) return { id, isSame: isSameLabel(id, row.label) }
    return now.addRows === undefined ? undefined : { id, isSame: true }
  }
  const carried = answer.map((row) => carryRow(row, rowNow(row.row), cellNow))
  const kept = carried.flatMap((row) => row.kept ?? [])
  const lost = carried.flatMap((row) => row.lost ?? [])
  return { ...(kept.length === 0 ? {} : { kept }), ...(lost.length === 0 ? {} : { lost }) }
}

/** A cell in a later version of its table, under the present id of its column. */
type CellNow = PartNow & { readonly value: string | boolean }

function carryRow(
  { row, ...cells }: Row,
  rowNow: PartNow | undefined,
  cellNow: (column: string, value: string | boolean) => CellNow | undefined
): Carried<Row> {
  const carried = Object.entries(cells).map(([id, value]) => ({ id, value, now: cellNow(id, value) }))
  const lost = carried.filter(({ now }) => rowNow?.isSame !== true || now?.isSame !== true)
  const kept = carried.flatMap(({ now }) => (now === undefined ? [] : [[now.id, now.value] as const]))
  const isLost = lost.length > 0 || rowNow?.isSame !== true
  return {
    ...(rowNow === undefined ? {} : { kept: { row: rowNow.id, ...Object.fromEntries(kept) } }),
    ...(isLost ? { lost: { row, ...Object.fromEntries(lost.map(({ id, value }) => [id, value])) } } : {})
  }
}

/** A function that says what became of a cell; undefined if it does not fit any more. */
function cellCarrier(before: TablePrompt, now: TablePrompt, newPart: NewPart) {
  const titled = ({ columns }: TablePrompt) => columns.map(({ id, title }) => ({ id, words: title }))
  const columns = partsNow('columns', titled(before), titled(now), newPart)
  const optionsOf = optionCarrier(newPart)
  return (id: string, value: string | boolean): CellNow | undefined => {
    const part = columns.get(id)
    const [was, is] = [before.columns.find((each) => each.id === id), now.columns.find((each) => each.id === part?.id)]
    if (part === undefined || was === undefined || is === undefined || was.type !== is.type) return undefined
    if (is.type !== 'choice') return { ...part, value }
    const option = optionsOf(was, is).get(String(value))
    return option && { id: part.id, isSame: part.isSame && option.isSame, value: option.id }
  }
}

/** What became of the options of a column, which is renamed with its column or on its own. */
function optionCarrier(newPart: NewPart) {
  const known = new Map<string, ReadonlyMap<string, PartNow>>()
  return (was: Column, is: Column): ReadonlyMap<string, PartNow> => {
    const kind = `columns.${is.id}`
    const inColumn: NewPart = (path) => newPart(`columns.${was.id}.${path.slice(kind.length + 1)}`)
    const found = known.get(was.id) ?? partsNow(kind, labelledParts(was.options), labelledParts(is.options), inColumn)
    known.set(was.id, found)
    return found
  }
}

function checkTableKeys({ columns, rows, rowsFrom, addRows }: TablePrompt, source: PromptSource): void {
  const { report } = source
  const tooMany = { most: MOST_OPTIONS, many: true }
  if (columns.length === 0) report('no-column', source.key('columns'), {})
  if (columns.length > MOST_COLUMNS) report('too-much', source.key('columns'), { most: MOST_COLUMNS, many: true })
  for (const [index, { type, options }] of columns.entries()) {
    const place = ['columns', index, 'options'] as const
    if (type === 'choice' && options.length === 0) report('no-options', source.key(...place), {})
    if (type !== 'choice' && source.has(...place)) report('options-for-nothing', source.key(...place), { type })
    if (options.length > MOST_OPTIONS) report('too-much', source.key(...place), tooMany)
  }
  if (source.has('rows') && rowsFrom !== undefined)
    report('either-or', source.key('rows_from'), { one: 'rows', other: 'rows_from' })
  if (rows.length === 0 && rowsFrom === undefined && addRows === undefined) report('no-rows', source.key('rows'), {})
  if (rows.length > MOST_OPTIONS) report('too-much', source.key('rows'), tooMany)
}

function columnOf({ id, title, type, options }: Readonly<Record<string, unknown>>): Column {
  return {
    id: String(id),
    title: onOneLine(String(title)),
    type: type === 'choice' || type === 'yes-no' ? type : 'text',
    options: parseOptions(options)
  }
}

/** Given rows come first, in their order; those without a cell are left out. */
function checkTable(prompt: TablePrompt, value: unknown): Checked<readonly Row[]> {
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
  if (row !== '') return { row, ...Object.fromEntries(cells) }
  if (cells.length > 0 && faults.length === found) faults.push({ code: 'not-a-row' })
  return undefined
}

/** The cell of a column in a row; [] if it is empty. */
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

function formFromTable({ columns, rows, rowTitle, addRows, people }: TablePrompt): Form {
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
    ...(addRows === undefined ? {} : { addRows: { ...addRows } }),
    ...present({ people })
  }
}

function tableFromForm(form: Form): Own<'table'> | undefined {
  const titles = namesAt(form, 'columns')
  const rows = namesAt(form, 'rows')
  const { yesNo = [], options = {}, addRows } = form
  if (titles === undefined || rows === undefined || !Array.isArray(yesNo) || !isRecord(options)) return undefined
  const columns = titles.map(({ id, label }) => columnFromForm(id, label, yesNo, options))
  if (!columns.every((column) => column !== undefined)) return undefined
  return {
    type: 'table',
    columns,
    rows,
    ...present({ rowTitle: textOf(form['rowTitle']), addRows: addRows === undefined ? undefined : boundsOf(addRows) }),
    ...peopleOf(form['people'])
  }
}

function columnFromForm(
  id: string,
  title: string,
  yesNo: readonly Json[],
  options: Readonly<Record<string, unknown>>
): Column | undefined {
  if (yesNo.includes(id)) return { id, title, type: 'yes-no', options: [] }
  const own = namesAt(options, id)
  return own && { id, title, type: Object.hasOwn(options, id) ? 'choice' : 'text', options: own }
}

/** The given rows, filled or not, so that they can be filled in an editor; then the rows that the learner added. */
function tableMarkdown({ columns, rows, rowTitle }: TablePrompt, answer: readonly Row[], words: EntryWords): string {
  const filled = new Map(answer.map((row) => [row.row, row]))
  const lines = withAdded(rows, answer).map(({ id, label }) => [
    label,
    ...columns.map((column) => cellText(column, filled.get(id), words))
  ])
  const head = [rowTitle ?? '', ...columns.map(({ title }) => title)]
  return [head, head.map(() => '---'), ...lines].map(lineOfCells).join('\n')
}

function cellText({ id, options }: Column, row: Row | undefined, words: EntryWords): string {
  const cell = row !== undefined && Object.hasOwn(row, id) ? row[id] : undefined
  if (cell === undefined) return ''
  return typeof cell === 'boolean' ? yesOrNo(cell, words) : labelsOf(options, [cell]).join('')
}

function lineOfCells(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

/** The cells of a line; a bar after a backslash belongs to its cell. */
function cellsOf(line: string): string[] {
  const parts = line.trim().split(/(?<!\\)\|/)
  if (parts[0] === '') parts.shift()
  if (parts.length > 1 && parts.at(-1)?.trim() === '') parts.pop()
  return parts.map((part) => part.trim().replaceAll('\\|', '|'))
}

/** The first table in a body, its columns in any order; undefined if there is none, or if a cell is not one of its options. */
function readTable(prompt: TablePrompt, body: string, context: TypedContext): Found<unknown> | undefined {
  const lines = body.split('\n')
  const ruler = lines.findIndex((line, index) => index > 0 && isRuler(line) && isLine(lines[index - 1]))
  if (ruler === -1) return undefined
  const columns = columnsOf(prompt.columns, cellsOf(lines[ruler - 1] ?? '').slice(1))
  const end = endOfTable(lines, ruler + 1)
  const read = reader(prompt, columns, context)
  const rows = lines
    .slice(ruler + 1, end)
    .filter(isLine)
    .map((line) => read(cellsOf(line)))
  if (columns.length > prompt.columns.length || new Set(columns).size < columns.length || rows.includes(undefined))
    return undefined
  return around(lines, ruler - 1, end, rows)
}

/** The index after a table's last row. After a blank line, a row begins with a bar. */
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

/** The column of each heading: the one with that title; else the one in that place. */
function columnsOf(columns: readonly Column[], titles: readonly string[]): (Column | undefined)[] {
  const titled = new Map(columns.toReversed().map((column) => [column.title.trim(), column]))
  return titles.map((title, index) => {
    const inPlace = columns[index]
    return inPlace?.title.trim() === title ? inPlace : (titled.get(title) ?? inPlace)
  })
}

/** A cell that was typed, by the rules of its column; undefined if it does not fit. */
export function typedCell(
  { type, options }: Column,
  text: string,
  context: TypedContext
): string | boolean | undefined {
  if (type === 'text') return text
  return type === 'yes-no' ? readYesOrNo(text, context) : optionOf(text, options, context.today !== undefined)?.id
}

/** A function that reads a row's cells; it returns undefined if a cell does not fit its column. */
function reader(prompt: TablePrompt, columns: readonly (Column | undefined)[], context: TypedContext) {
  const rows = byLabel(prompt.rows)
  const choices = new Map(prompt.columns.map((column) => [column, byLabel(column.options)]))
  const value = (column: Column, cell: string): string | boolean | undefined => {
    if (column.type === 'text') return cell
    const words = withoutEmphasis(cell)
    if (column.type === 'yes-no') return readYesOrNo(words, context)
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

import { boundsKey, idKey, present, wordsKey } from './shared/keys.ts'
import { onOneLine } from '../text/lines.ts'
import type { Bounds, Column } from './shared/model.ts'
import { joined, labelsOf, optionsKey, parseOptions, translatedOptions } from './shared/options.ts'
import type { Question } from './shared/question.ts'
import { checkTable } from './table-check.ts'
import { formFromTable, tableFromForm } from './table-form.ts'
import { readTable, tableMarkdown } from './table-markdown.ts'

/** Rows by columns; rows may be given, taken from an earlier prompt, or added by the learner. */
export const table: Question<'table'> = {
  type: 'table',
  keys: (z) => {
    const column = z.strictObject({
      id: idKey(z).describe('What is stored.'),
      title: wordsKey(z).describe('What heads the column.'),
      type: z.enum(['text', 'choice', 'yes-no']).optional().describe('What a cell holds; text if it is left out.'),
      options: optionsKey(z).optional().describe('For a choice: what there is to choose from.')
    })
    return {
      columns: z.array(column).describe('The columns after the first, which holds the names of the rows.'),
      row_title: wordsKey(z).optional().describe('What heads the column with the names of the rows.'),
      rows: optionsKey(z).optional().describe('The rows.'),
      rows_from: z
        .string()
        .optional()
        .describe('Instead of rows: an earlier prompt, whose items, rows, statements or options are taken.'),
      add_rows: boundsKey(z).optional().describe('How many rows the learner may add; without it, none.')
    }
  },
  parse: (keys) => ({
    type: 'table',
    columns: (keys['columns'] as Record<string, unknown>[]).map(columnOf),
    rows: parseOptions(keys['rows']),
    ...present({
      rowTitle: typeof keys['row_title'] === 'string' ? onOneLine(keys['row_title']) : undefined,
      rowsFrom: keys['rows_from'] as string | undefined,
      addRows: keys['add_rows'] as Bounds | undefined
    })
  }),
  check: checkTable,
  form: formFromTable,
  fromForm: tableFromForm,
  toMarkdown: tableMarkdown,
  fromMarkdown: readTable,
  shown: (prompt, answer, words) => {
    const given = new Set(answer.map(({ row }) => row))
    return tableMarkdown({ ...prompt, rows: prompt.rows.filter(({ id }) => given.has(id)) }, answer, words)
  },
  summary: ({ rows }, answer, words) =>
    joined(
      labelsOf(
        rows,
        answer.map(({ row }) => row)
      ),
      words
    ),
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
  offers: ({ rows }, answer = []) => {
    const given = new Set(rows.map(({ id }) => id))
    return [...rows, ...answer.filter(({ row }) => !given.has(row)).map(({ row }) => ({ id: row, label: row }))]
  }
}

function columnOf({ id, title, type, options }: Readonly<Record<string, unknown>>): Column {
  return {
    id: String(id),
    title: onOneLine(String(title)),
    type: type === 'choice' || type === 'yes-no' ? type : 'text',
    options: parseOptions(options)
  }
}

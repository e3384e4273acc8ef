import type { Column, Row, TablePrompt } from '../../../questions/model.ts'
import type { Asker } from '../asker.ts'
import type { Desk } from '../desk.ts'
import { optionOf } from '../pick.ts'
import { tell } from './choosing.ts'
import { yesOrNo } from './values.ts'

/** A table, row by row and cell by cell; then rows of the learner's own, as many as may be added. */
export const askTable: Asker<'table'> = async (prompt, desk, before) => {
  const words = desk.words.walk.plain
  const filling = new Filling(before.answer ?? [], desk)
  for (const [index, { id, label }] of prompt.rows.entries()) {
    desk.voice.say(words.row(index + 1, prompt.rows.length, label))
    await filling.fill(id, prompt.columns)
  }
  if (prompt.addRows !== undefined) await addRows(prompt, desk, filling)
  return filling.rows
}

async function addRows(
  { rows, columns, addRows: bounds, rowTitle }: TablePrompt,
  desk: Desk,
  filling: Filling
): Promise<void> {
  const words = desk.words.walk.plain
  const fixed = new Set(rows.map(({ id }) => id))
  for (const { row } of filling.rows.filter((one) => !fixed.has(one.row))) {
    desk.voice.say(words.addedRow(row))
    await filling.fill(row, columns)
  }
  while (filling.rows.length < rows.length + (bounds?.max ?? Number.POSITIVE_INFINITY)) {
    desk.voice.say(words.addRow(rowTitle))
    const row = await desk.phrase()
    if (row === '') return
    await filling.fill(row, columns)
  }
}

/** The rows as they are filled: earlier ones in their places, new ones at the end. */
class Filling {
  readonly #rows: Map<string, Row>
  readonly #desk: Desk

  constructor(earlier: readonly Row[], desk: Desk) {
    this.#rows = new Map(earlier.map((row) => [row.row, row]))
    this.#desk = desk
  }

  get rows(): Row[] {
    return [...this.#rows.values()]
  }

  async fill(row: string, columns: readonly Column[]): Promise<void> {
    for (const column of columns) {
      const earlier = this.#rows.get(row) ?? { row }
      const cell = await askCell(column, Object.hasOwn(earlier, column.id) ? earlier[column.id] : undefined, this.#desk)
      this.#rows.set(row, cell === undefined ? earlier : { ...earlier, [column.id]: cell })
      this.#desk.keep(this.rows)
    }
  }
}

/** One cell; undefined leaves it empty. */
async function askCell(
  column: Column,
  earlier: string | boolean | undefined,
  desk: Desk
): Promise<string | boolean | undefined> {
  const words = desk.words.walk.plain
  if (column.type === 'choice') tell(desk, column.options, false)
  desk.voice.say(
    { text: words.cellText, choice: words.cellChoice, 'yes-no': words.cellYesNo }[column.type](column.title)
  )
  if (earlier !== undefined) desk.voice.say(words.partSoFar(shown(column, earlier, desk)))
  for (;;) {
    const typed = await desk.phrase()
    if (typed === '') return earlier
    const cell = cellOf(column, typed, desk)
    if (cell !== undefined) return cell
    desk.voice.say(words.unclear(typed))
  }
}

function cellOf(column: Column, typed: string, desk: Desk): string | boolean | undefined {
  if (column.type === 'text') return typed
  return column.type === 'yes-no' ? yesOrNo(typed, desk) : optionOf(typed, column.options)?.id
}

function shown(column: Column, cell: string | boolean, { words }: Desk): string {
  if (typeof cell === 'boolean') return cell ? words.entry.yes : words.entry.no
  return column.options.find(({ id }) => id === cell)?.label ?? cell
}

import type { Column, Row, TablePrompt } from '../../../questions/shared/model.ts'
import { typedCell } from '../../../questions/table.ts'
import type { Asker } from './asker.ts'
import type { QuestionIo } from '../io/question-io.ts'
import { tell } from './choosing.ts'

/** Asks for a table, row by row and cell by cell, and then for added rows. */
export const askTable: Asker<'table'> = async (prompt, question, before) => {
  const words = question.words.walk.plain
  const filling = new TableDraft(before.answer ?? [], question)
  for (const [index, { id, label }] of prompt.rows.entries()) {
    question.output.say(words.row(index + 1, prompt.rows.length, label))
    await filling.fill(id, prompt.columns)
  }
  if (prompt.addRows !== undefined) await addRows(prompt, question, filling)
  return filling.rows
}

async function addRows(
  { rows, columns, addRows: bounds, rowTitle }: TablePrompt,
  question: QuestionIo,
  filling: TableDraft
): Promise<void> {
  const words = question.words.walk.plain
  const fixed = new Set(rows.map(({ id }) => id))
  for (const { row } of filling.rows.filter((one) => !fixed.has(one.row))) {
    question.output.say(words.addedRow(row))
    await filling.fill(row, columns)
  }
  while (filling.rows.length < rows.length + (bounds?.max ?? Number.POSITIVE_INFINITY)) {
    question.output.say(words.addRow(rowTitle))
    const row = await question.phrase((rest) => filling.keepName(rest))
    if (row === '') return
    filling.keepName(row)
    await filling.fill(row, columns)
  }
}

/** The rows while they are filled: earlier ones in their places, new ones at the end. */
class TableDraft {
  readonly #rows: Map<string, Row>
  readonly #question: QuestionIo

  constructor(earlier: readonly Row[], question: QuestionIo) {
    this.#rows = new Map(earlier.map((row) => [row.row, row]))
    this.#question = question
  }

  get rows(): Row[] {
    return [...this.#rows.values()]
  }

  async fill(row: string, columns: readonly Column[]): Promise<void> {
    for (const column of columns) {
      const earlier = this.#rows.get(row) ?? { row }
      const whole = (cell: string | boolean) => ({ ...earlier, [column.id]: cell })
      const there = Object.hasOwn(earlier, column.id) ? earlier[column.id] : undefined
      const cell = await askCell(column, there, this.#question, (rest) => this.#keep(whole(rest)))
      this.#rows.set(row, cell === undefined ? earlier : whole(cell))
      this.#question.keep(this.rows)
    }
  }

  /** Keeps the name of a row that is still empty. */
  keepName(row: string): void {
    if (!this.#rows.has(row)) this.#keep({ row })
  }

  /** Keeps an unfinished row together with the others. */
  #keep(row: Row): void {
    this.#question.keep([...new Map(this.#rows).set(row.row, row).values()])
  }
}

/** Asks for one cell; undefined leaves it empty. `keep` gets the unfinished text. */
async function askCell(
  column: Column,
  earlier: string | boolean | undefined,
  question: QuestionIo,
  keep: (rest: string) => void
): Promise<string | boolean | undefined> {
  const words = question.words.walk.plain
  if (column.type === 'choice') tell(question, column.options, false)
  question.output.say(
    { text: words.cellText, choice: words.cellChoice, 'yes-no': words.cellYesNo }[column.type](column.title)
  )
  if (earlier !== undefined) question.output.say(words.partSoFar(shown(column, earlier, question)))
  for (;;) {
    const typed = await question.phrase(column.type === 'text' ? keep : undefined)
    if (typed === '') return earlier
    const cell = typedCell(column, typed, question.typing)
    if (cell !== undefined) return cell
    question.output.say(words.unclear(typed))
  }
}

function shown(column: Column, cell: string | boolean, { words }: QuestionIo): string {
  if (typeof cell === 'boolean') return cell ? words.entry.yes : words.entry.no
  return column.options.find(({ id }) => id === cell)?.label ?? cell
}

import type { Column, Row, TablePrompt } from '../../../questions/shared/model.ts'
import { typedCell } from '../../../questions/table.ts'
import type { Asker } from './asker.ts'
import type { QuestionIo } from '../io/question-io.ts'
import { tell } from './choosing.ts'
import { askParts, type Part, type Parts } from './parts.ts'

/** Asks for a table, row by row and cell by cell, and then for added rows. */
export const askTable: Asker<'table'> = async (prompt, question, before) => {
  const { rows, columns, addRows } = prompt
  const dialogue = new TableDialogue(prompt, before.answer ?? [], question)
  if (rows.length > 0) question.explain(question.words.walk.plain.tableSize(rows.length, columns.length))
  // What is wrong with a table that was filled in is the number of the added rows.
  const isFilled = question.isRetry && addRows !== undefined && dialogue.answer.length > 0
  await askParts(dialogue, question, isFilled ? dialogue.end : 0)
  return dialogue.answer
}

/** The cells as parts, and one more for the name of a row to add. */
class TableDialogue implements Parts {
  readonly #prompt: TablePrompt
  readonly #question: QuestionIo
  readonly #draft: TableDraft
  /** The columns for which was said how to fill them. */
  readonly #explained = new Set<string>()
  #lastRow: number | undefined

  constructor(prompt: TablePrompt, earlier: readonly Row[], question: QuestionIo) {
    this.#prompt = prompt
    this.#question = question
    this.#draft = new TableDraft(prompt, earlier, question)
  }

  get answer(): Row[] {
    return this.#draft.rows
  }

  /** The index after all cells. */
  get end(): number {
    return this.#draft.names.length * this.#prompt.columns.length
  }

  readonly rows = {
    count: () => this.#draft.names.length,
    startOf: (row: number) => (row - 1) * this.#prompt.columns.length
  }

  at(index: number): Part | undefined {
    const { columns } = this.#prompt
    const row = Math.floor(index / columns.length)
    const [name, column] = [this.#draft.names[row], columns[index % columns.length]]
    if (name !== undefined && column !== undefined) return { ask: () => this.#askCell(row, name, column) }
    return index === this.end && this.#canGrow ? { ask: () => this.#addRow() } : undefined
  }

  empty(index: number): boolean {
    const { columns } = this.#prompt
    const [name, column] = [this.#draft.names[Math.floor(index / columns.length)], columns[index % columns.length]]
    return name !== undefined && column !== undefined && this.#draft.empty(name, column)
  }

  get #canGrow(): boolean {
    const { addRows, rows } = this.#prompt
    if (addRows === undefined) return false
    return this.#draft.names.length < rows.length + (addRows.max ?? Number.POSITIVE_INFINITY)
  }

  async #askCell(row: number, name: string, column: Column): Promise<void> {
    if (row !== this.#lastRow) this.#sayRow(row, name)
    this.#lastRow = row
    this.#sayColumn(column)
    await this.#draft.fill(name, column)
  }

  #sayRow(row: number, name: string): void {
    const said = this.#question.words.walk.plain
    const given = this.#prompt.rows[row]
    this.#question.output.say(
      given === undefined ? said.addedRow(name) : said.row(row + 1, this.#prompt.rows.length, given.label)
    )
  }

  /** Says what belongs in the cell: in full in the first row that is asked for, then only the heading. */
  #sayColumn(column: Column): void {
    const { title, type, id, options } = column
    const said = this.#question.words.walk.plain
    const how = { text: said.cellText, choice: said.cellChoice, 'yes-no': said.cellYesNo }[type]
    this.#question.output.say(this.#explained.has(id) ? said.cellText(title) : how(title))
    if (!this.#explained.has(id) && type === 'choice') tell(this.#question, options, false)
    this.#explained.add(id)
  }

  /** Asks for the name of a row, whose cells come next. Gives the index of the next part. */
  async #addRow(): Promise<number> {
    this.#lastRow = undefined
    this.#question.output.say(this.#question.words.walk.plain.addRow(this.#prompt.rowTitle))
    const row = await this.#question.phrase((rest) => this.#draft.keepName(rest))
    if (row === '') return this.end + 1
    this.#draft.addRow(row)
    return this.rows.startOf(this.#draft.names.indexOf(row) + 1)
  }
}

/** The rows while they are filled: earlier ones in their places, new ones at the end. */
class TableDraft {
  readonly #given: readonly string[]
  readonly #rows: Map<string, Row>
  readonly #question: QuestionIo

  constructor({ rows }: TablePrompt, earlier: readonly Row[], question: QuestionIo) {
    this.#given = rows.map(({ id }) => id)
    this.#rows = new Map(earlier.map((row) => [row.row, row]))
    this.#question = question
  }

  get rows(): Row[] {
    return [...this.#rows.values()]
  }

  /** The names of all rows: those of the prompt, then those that the learner added. */
  get names(): readonly string[] {
    return [...new Set([...this.#given, ...this.#rows.keys()])]
  }

  /** Asks for a cell. */
  async fill(name: string, column: Column): Promise<void> {
    const row = this.#rows.get(name) ?? { row: name }
    const whole = (cell: string | boolean) => ({ ...row, [column.id]: cell })
    const earlier = Object.hasOwn(row, column.id) ? row[column.id] : undefined
    const cell = await askCell(column, earlier, this.#question, (rest) => this.#keep(whole(rest)))
    if (cell !== undefined) this.#rows.set(name, whole(cell))
    this.#question.keep(this.rows)
  }

  /** Empties a cell. Gives false if it is empty. */
  empty(name: string, { id }: Column): boolean {
    const { [id]: cell, ...others } = this.#rows.get(name) ?? { row: name }
    if (cell === undefined) return false
    this.#rows.set(name, { ...others, row: name })
    this.#question.keep(this.rows)
    return true
  }

  addRow(name: string): void {
    if (!this.#rows.has(name)) this.#rows.set(name, { row: name })
    this.#question.keep(this.rows)
  }

  /** Keeps the unfinished name of a row. */
  keepName(name: string): void {
    if (!this.#rows.has(name)) this.#keep({ row: name })
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
  if (earlier !== undefined) question.output.say(words.partSoFar(shown(column, earlier, question)))
  for (;;) {
    const typed = await question.phrase(column.type === 'text' ? keep : undefined)
    if (typed === '') return earlier
    const cell = typedCell(column, typed, question.typing)
    if (cell !== undefined) return cell
    question.output.say(column.type === 'yes-no' ? words.notYesNo(typed) : words.unclear(typed))
  }
}

function shown(column: Column, cell: string | boolean, { words }: QuestionIo): string {
  if (typeof cell === 'boolean') return cell ? words.entry.yes : words.entry.no
  return column.options.find(({ id }) => id === cell)?.label ?? cell
}

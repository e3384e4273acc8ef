import type { Edits, QuestionIo } from '../io/question-io.ts'

/** A part of an answer that is asked for by itself. */
export interface Part {
  /** Asks for the part. May give the index of the part that comes next; the usual one is the one after it. */
  ask(): Promise<number | void>
}

/** The parts of an answer, in their order. More may come while they are asked for. */
export interface Parts {
  /** The part at an index from 0; undefined after the last. */
  at(index: number): Part | undefined
  /** Empties the part at an index. Gives false if it is empty. Absent if parts cannot be left empty. */
  empty?(index: number): boolean
  /** The rows that the parts belong to; absent if there are none. */
  readonly rows?: RowsOfParts
}

/** Rows, each of some parts. */
interface RowsOfParts {
  count(): number
  /** The index of the first part of a row, by its number from 1. */
  startOf(row: number): number
}

/** Thrown by `:up` and `:row`. */
class GoTo extends Error {
  readonly index: number

  constructor(index: number) {
    super('go to')
    this.index = index
  }
}

/** Asks for all parts in order; the learner may go back and forth between them. */
export async function askParts(parts: Parts, question: QuestionIo, from = 0): Promise<void> {
  let at = from
  offerMoves(parts, question, () => at)
  for (let part = parts.at(at); part !== undefined; part = parts.at(at)) {
    try {
      at = (await part.ask()) ?? at + 1
    } catch (error) {
      if (!(error instanceof GoTo)) throw error
      at = error.index
    }
  }
}

function offerMoves(parts: Parts, question: QuestionIo, at: () => number): void {
  const { output, words } = question
  const said = words.walk.plain
  const up = (): void => {
    if (at() > 0) throw new GoTo(at() - 1)
    output.say(said.firstPart)
  }
  question.offer({ up, ...rowMove(parts, question), ...dropping(parts, question, at) }, { drop: said.dropCell })
}

function rowMove({ rows }: Parts, { output, words }: QuestionIo): Edits {
  const said = words.walk.plain
  if (rows === undefined) return {}
  const row = (number: number | undefined): void => {
    if (number === undefined) return output.say(said.whichRow)
    if (number < 1 || number > rows.count()) return output.say(said.noRow(number, rows.count()))
    throw new GoTo(rows.startOf(number))
  }
  return { row }
}

function dropping(parts: Parts, { output, words }: QuestionIo, at: () => number): Edits {
  if (parts.empty === undefined) return {}
  const drop = (): void => {
    output.say(parts.empty?.(at()) === true ? words.walk.plain.emptied : words.walk.plain.noLines)
    throw new GoTo(at())
  }
  return { drop }
}

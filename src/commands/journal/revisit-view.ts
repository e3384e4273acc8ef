import { withSaidPictures } from '../../markdown/pictures.ts'
import { measure } from '../../display/measure.ts'
import { groupBy } from '../../util/group-by.ts'
import { ratingsOf } from '../../progress/ratings.ts'
import { quotation, readAnswer, readQuestion } from '../../export/entry.ts'
import { thenAndNow, type RevisitedAnswer, type RevisitedExercise } from '../../progress/then-and-now.ts'
import type { Markdown } from '../../markdown/read.ts'
import { printMarkdown } from '../../display/markdown.ts'
import { joinBlocks, wrap } from '../../display/wrap.ts'
import type { Theme } from '../../display/theme.ts'
import { width } from '../../display/width.ts'
import { visible } from '../../text/visible.ts'
import type { Words } from '../../words/index.ts'
import { ratedLine } from './entry-rows.ts'
import type { Entry } from '../../entry/model.ts'
import type { Context } from '../../context/context.ts'
import type { GlobalOptions } from '../shared/command.ts'
import { themeOf } from '../shared/options.ts'

/** Answers are side by side if each has at least this many columns. */
const SIDE = 38
const GAP = 3

/** An answer whose Markdown has been read. */
interface ReadAnswer extends RevisitedAnswer {
  /** The question as a quotation; empty if its heading says all of it. */
  readonly asked: Markdown
  readonly answered: Markdown
}

interface Manner {
  readonly theme: Theme
  readonly words: Words
}

/**
 * Compares entries of an exercise, oldest first: questions with all their answers, as lines for any number of columns, side by
 * side if there is room. A question is shown again with each answer to another wording of it.
 */
export function comparison(
  of: RevisitedExercise,
  entries: readonly Entry[],
  options: GlobalOptions,
  context: Context
): (columns: number) => string[] {
  const manner = { theme: themeOf(options, context), words: context.words }
  const read = thenAndNow(of, entries).map((question) => ({
    title: question.title,
    answers: question.answers.map((answer) => parsed(answer, context.words))
  }))
  return (room) => {
    const columns = measure(room, 'table')
    const parts = read.map((question) => questionLines(question.title, question.answers, columns, manner))
    return joinBlocks([headLines(of.title, columns, manner), ...parts])
  }
}

function parsed(answer: RevisitedAnswer, words: Words): ReadAnswer {
  const { ask, title } = answer.section
  const isSaid = ask === '' || (ask === title && !answer.isReworded)
  return {
    ...answer,
    asked: isSaid ? [] : [quotation(ask, withSaidPictures(readQuestion(answer.section), words.walk.pictures.shown))],
    answered: readAnswer(answer.section, answer.language)
  }
}

function headLines(title: string, columns: number, { theme }: Manner): string[] {
  return wrap(visible(title), columns).map((line) => theme.strong(line))
}

function questionLines(title: string, answers: readonly ReadAnswer[], columns: number, manner: Manner): string[] {
  const { theme } = manner
  const [first] = answers
  const ask = first === undefined ? [] : printMarkdown(first.asked, columns, theme)
  const abreast =
    theme.plain || columns === Infinity
      ? 1
      : Math.max(1, Math.min(answers.length, Math.floor((columns + GAP) / (SIDE + GAP))))
  const room = Math.floor((columns - (abreast - 1) * GAP) / abreast)
  const blocks = answers.map((answer) => answerLines(answer, abreast === 1 ? columns - 2 : room, manner))
  const rows =
    abreast === 1
      ? blocks.map((lines) => lines.map((line) => (line === '' ? '' : `  ${line}`)))
      : inRows(blocks, abreast).map((row) => beside(row, room))
  return joinBlocks([headLines(title, columns, manner), ask, ratingLines(answers, columns, manner), ...rows])
}

function answerLines(
  { day, isReworded, asked, answered }: ReadAnswer,
  columns: number,
  { theme, words }: Manner
): string[] {
  const then = isReworded
    ? [theme.quiet(words.commands.revisit.reworded), ...printMarkdown(asked, columns, theme), '']
    : []
  const said = printMarkdown(answered, columns, theme)
  return [theme.strong(words.days.inWords(day)), ...then, ...said]
}

/** A line for each statement that was rated more than once. */
function ratingLines(answers: readonly ReadAnswer[], columns: number, { theme, words }: Manner): string[] {
  const all = answers.flatMap(({ section }) => ratingsOf(section))
  return [...groupBy(all, ({ statement }) => statement)].flatMap(([statement, ratings]) => {
    const last = ratings.at(-1)
    if (ratings.length < 2 || last === undefined) return []
    const title = statement === undefined ? '' : `${visible(last.title)}: `
    return wrap(title + ratedLine(ratings, theme, words), columns)
  })
}

function inRows<T>(items: readonly T[], abreast: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / abreast) }, (_, row) =>
    items.slice(row * abreast, (row + 1) * abreast)
  )
}

/** Puts blocks side by side. `room` is the width of each. */
function beside(blocks: readonly (readonly string[])[], room: number): string[] {
  const height = Math.max(...blocks.map(({ length }) => length))
  return Array.from({ length: height }, (_, row) =>
    blocks
      .map((lines) => lines[row] ?? '')
      .map((line) => line + ' '.repeat(Math.max(0, room - width(line))))
      .join(' '.repeat(GAP))
      .trimEnd()
  )
}

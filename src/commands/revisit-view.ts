import { bodyText } from '../journal/section.ts'
import type { Revisited, RevisitedAnswer } from '../journal/then-and-now.ts'
import { shown } from '../questions/index.ts'
import { ratingLine } from '../terminal/charts.ts'
import { readMarkdown } from '../markdown/read.ts'
import type { Markdown } from '../markdown/read.ts'
import { renderMarkdown } from '../terminal/markdown.ts'
import type { Theme } from '../terminal/theme.ts'
import { visible, width, wrap } from '../terminal/width.ts'
import { entryWords } from '../words/index.ts'
import type { Words } from '../words/index.ts'

/** Answers stand side by side from so many columns for each on. */
const SIDE = 38
const GAP = 3

/** An answer whose Markdown has been read. */
interface ReadAnswer extends RevisitedAnswer {
  readonly asked: Markdown
  readonly answered: Markdown
}

/**
 * Questions and all that was answered to them, as lines for any number of columns: below each other, or side by side where there
 * is room. A question is shown as it was asked, and again where it was asked in other words.
 */
export function comparison(questions: readonly Revisited[], theme: Theme, words: Words): (columns: number) => string[] {
  const read = questions.map(({ title, answers }) => ({ title, answers: answers.map(readAnswer) }))
  return (columns) =>
    read.flatMap(({ title, answers }, index) => [
      ...(index === 0 ? [] : ['']),
      ...questionLines(title, answers, Math.min(columns, 120), theme, words)
    ])
}

function readAnswer(answer: RevisitedAnswer): ReadAnswer {
  return {
    ...answer,
    asked: readMarkdown(answer.section.ask),
    answered: readMarkdown(bodyText(answer.section, entryWords(answer.language), shown))
  }
}

function questionLines(
  title: string,
  answers: readonly ReadAnswer[],
  columns: number,
  theme: Theme,
  words: Words
): string[] {
  const [first] = answers
  const head = wrap(visible(title), columns).map((line) => theme.accent(theme.strong(line)))
  const ask = first === undefined ? [] : quiet(renderMarkdown(first.asked, columns, theme), theme)
  const rated = ratings(answers, theme)
  const abreast = theme.plain ? 1 : Math.max(1, Math.min(answers.length, Math.floor((columns + GAP) / (SIDE + GAP))))
  const room = Math.floor((columns - (abreast - 1) * GAP) / abreast)
  const blocks = answers.map((answer) => answerLines(answer, abreast === 1 ? columns - 2 : room, theme, words))
  const rows =
    abreast === 1
      ? blocks.flatMap((lines) => ['', ...lines.map((line) => (line === '' ? '' : `  ${line}`))])
      : inRows(blocks, abreast).flatMap((row) => ['', ...beside(row, room)])
  return [...head, ...ask, ...(rated === '' ? [] : ['', rated]), ...rows]
}

function answerLines(
  { day, isReworded, asked, answered }: ReadAnswer,
  columns: number,
  theme: Theme,
  words: Words
): string[] {
  const then = isReworded
    ? quiet([words.commands.revisit.reworded, ...renderMarkdown(asked, columns, theme)], theme)
    : []
  return [theme.strong(words.days.inWords(day)), ...then, ...renderMarkdown(answered, columns, theme)]
}

/** Ratings of the question itself as one line of marks. */
function ratings(answers: readonly ReadAnswer[], theme: Theme): string {
  const prompt = answers.at(-1)?.section.prompt
  if (prompt?.type !== 'scale' || answers.length < 2) return ''
  const values = answers.map(({ section: { body } }) =>
    body.kind === 'answered' && typeof body.answer === 'number' ? body.answer : null
  )
  return values.every((value) => value === null) ? '' : ratingLine(values, prompt.from, prompt.to, theme)
}

function inRows<T>(items: readonly T[], abreast: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / abreast) }, (_, row) =>
    items.slice(row * abreast, (row + 1) * abreast)
  )
}

/** Blocks side by side, each in so many columns. */
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

function quiet(lines: readonly string[], theme: Theme): string[] {
  return lines.map((line) => theme.quiet(line))
}

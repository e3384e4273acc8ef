import { measure } from '../../display/measure.ts'
import type { Context } from '../../context/context.ts'
import { latestRatings, ratingHistories } from '../../progress/ratings.ts'
import {
  daysOfLastYear,
  outcomeRows,
  progressRows,
  progressLabel,
  type ProgressRow,
  type Report
} from '../../progress/report.ts'
import type { Tally } from '../../progress/tally.ts'
import { calendar } from '../../display/charts.ts'
import { joinBlocks, padTo, wrap, wrapSentence } from '../../display/wrap.ts'
import { stateSign, type Theme } from '../../display/theme.ts'
import { width } from '../../display/width.ts'
import { visible } from '../../text/visible.ts'
import { figures } from '../../words/shared/figures.ts'
import type { Words } from '../../words/index.ts'
import { dueSentences, ratedLine } from './entry-rows.ts'
import { themeOf } from '../shared/options.ts'
import type { GlobalOptions } from '../shared/command.ts'

interface Page {
  readonly columns: number
  readonly theme: Theme
  readonly words: Words
}

/** A report as lines for any number of columns. */
export function reportLines(report: Report, options: GlobalOptions, context: Context): (columns: number) => string[] {
  const theme = themeOf(options, context)
  return (room) => {
    const page = { columns: measure(room), theme, words: context.words }
    const table = { ...page, columns: measure(room, 'table') }
    return joinBlocks([
      doneLines(progressRows(report, context.words), table),
      outcomeLines(report, table),
      sumLines(report.tally, page),
      report.tally.entries === 0 ? [] : calendarLines(report, page),
      ratingLines(report.tally, page),
      dueLines(report, page),
      planLines(report, page)
    ])
  }
}

const GAP = '  '
/** Minimum columns of titles beside words. */
const NARROWEST = 16

/** Each pack and, if it has been started, its routes and exercises, with the sign of its state and a few words. */
function doneLines(all: readonly ProgressRow[], { columns, theme, words }: Page): string[] {
  if (theme.plain) return all.flatMap((one) => wrapUnder(indentOf(one) + plainly(one, words), columns))
  const notes = all.map((one) => progressLabel(one, words))
  const signed = all.map((one) => ({
    sign: `${indentOf(one)}${stateSign(one.state, theme)} `,
    title: visible(one.title)
  }))
  const need = Math.max(0, ...signed.map(({ sign, title }) => width(sign) + width(title)))
  const titles = Math.min(need, columns - GAP.length - Math.max(0, ...notes.map((note) => width(note))))
  if (titles < NARROWEST)
    return signed.flatMap(({ sign, title }, index) => under(sign, [title, notes[index] ?? ''], columns, theme))
  return signed.flatMap(({ sign, title }, index) => {
    const [first = '', ...more] = wrap(title, titles - width(sign))
    const line = `${padTo(sign + first, titles)}${GAP}${theme.quiet(notes[index] ?? '')}`.trimEnd()
    return [line, ...more.map((part) => ' '.repeat(width(sign)) + part)]
  })
}

/** How many of the exercises for each outcome are done. */
function outcomeLines(report: Report, page: Page): string[] {
  const rows = outcomeRows(report)
  if (rows.length === 0) return []
  return [page.theme.strong(page.words.progress.outcomes), ...doneLines(rows, page)]
}

/** A title and below it a few words. */
function under(sign: string, [title, note]: readonly [string, string], columns: number, theme: Theme): string[] {
  const room = columns - width(sign)
  const lines = [...wrap(title, room), ...(note === '' ? [] : wrap(note, room).map((line) => theme.quiet(line)))]
  return lines.map((line, index) => (index === 0 ? sign : ' '.repeat(width(sign))) + line)
}

function indentOf({ depth }: ProgressRow): string {
  return GAP.repeat(depth)
}

function plainly(one: ProgressRow, words: Words): string {
  if (one.kind !== 'exercise') return words.commands.progress.done(visible(one.title), one.done, one.all)
  return `${visible(one.title)}: ${progressLabel(one, words) || words.progress.notBegun}`
}

/** Wraps a line; all lines get its indentation. */
function wrapUnder(line: string, columns: number): string[] {
  const indent = /^ */.exec(line)?.[0] ?? ''
  return wrapSentence(line.trimStart(), columns - indent.length).map((part) => indent + part)
}

const MOST_TAGS = 12

function sumLines(sum: Tally, { columns, words }: Page): string[] {
  const said = words.commands.progress
  const tags = [...sum.tags].slice(0, MOST_TAGS).map(([tag, entries]) => `${visible(tag)} ${figures(entries)}`)
  return [
    ...wrap(said.sum(sum.entries, sum.minutes, sum.words, sum.days.size), columns),
    ...(tags.length === 0 ? [] : wrap(said.tags(tags, sum.tags.size - tags.length), columns))
  ]
}

/** A calendar; in plain mode a line for each month. */
function calendarLines(report: Report, { columns, theme, words }: Page): string[] {
  const said = words.progress
  const year = daysOfLastYear(report)
  const title = [theme.strong(said.year), ...wrap(said.calendar(year.length), columns)]
  if (!theme.plain) {
    const names = { weekdays: words.days.weekdaysShort, months: words.days.monthsShort }
    return [...title, ...calendar(report.tally.days, report.today, columns, names, theme)]
  }
  const months = new Map<string, number>()
  for (const day of year) months.set(day.slice(0, 7), (months.get(day.slice(0, 7)) ?? 0) + 1)
  return [
    ...title,
    ...[...months].map(
      ([month, number]) => `  ${words.commands.progress.month(words.days.monthInWords(month), number)}`
    )
  ]
}

function ratingLines(sum: Tally, { columns, theme, words }: Page): string[] {
  const histories = ratingHistories(sum.ratings)
  if (histories.length === 0) return []
  const day = (rating: { readonly day: string } | undefined) => words.days.inWords(rating?.day ?? '')
  const lines = histories.flatMap(({ title, exercise, ratings }) => [
    ...wrapUnder(`  ${visible(words.progress.rated(title, exercise))}`, columns),
    ...wrapUnder(`    ${ratedLine(ratings, theme, words)}`, columns),
    ...wrapUnder(
      `    ${theme.quiet(words.progress.between(day(latestRatings(ratings)[0]), day(ratings.at(-1))))}`,
      columns
    )
  ])
  return [theme.strong(words.commands.progress.ratings), ...lines]
}

const MOST_PLANS = 3

/** The oldest open plans, and how many there are. */
function planLines({ plans }: Report, { columns, theme, words }: Page): string[] {
  if (plans.length === 0) return []
  const said = words.commands.promises
  const lines = plans.slice(0, MOST_PLANS).map(({ sentence }) => visible(sentence))
  const more = plans.length > MOST_PLANS ? [said.more(plans.length - MOST_PLANS)] : []
  return [
    theme.strong(said.stillOpen(plans.length)),
    ...[...lines, ...more].flatMap((line) => wrapUnder(`  ${line}`, columns))
  ]
}

function dueLines({ due, packs }: Report, { columns, theme, words }: Page): string[] {
  if (due.length === 0) return []
  const here = packs.map(({ pack }) => pack)
  const lines = dueSentences(due, here, words).flatMap((line) => wrapUnder(`  ${line}`, columns))
  return [theme.strong(words.commands.progress.due), ...lines]
}

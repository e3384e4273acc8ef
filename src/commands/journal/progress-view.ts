import type { Context } from '../../context/context.ts'
import { latestRatings, ratingHistories } from '../../progress/ratings.ts'
import { daysOfLastYear, progressRows, progressLabel, type ProgressRow, type Report } from '../../progress/report.ts'
import type { Tally } from '../../progress/tally.ts'
import { bar, calendar } from '../../display/charts.ts'
import { joinBlocks, measure, wrap, wrapSentence } from '../../display/wrap.ts'
import type { Theme } from '../../display/theme.ts'
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
    const page = { columns: measure(room, 100), theme, words: context.words }
    return joinBlocks([
      doneLines(progressRows(report), page),
      sumLines(report.tally, page),
      report.tally.entries === 0 ? [] : calendarLines(report, page),
      ratingLines(report.tally, page),
      dueLines(report, page)
    ])
  }
}

/** With fewer columns, a bar is below its title. */
const NARROW = 60
const GAP = '  '

/** A bar for each pack and, if it has been started, for its routes and exercises. */
function doneLines(all: readonly ProgressRow[], { columns, theme, words }: Page): string[] {
  const lines = all.map((one) => ({ ...one, title: (one.kind === 'pack' ? '' : GAP) + visible(one.title) }))
  if (theme.plain) return lines.flatMap((one) => wrapUnder(plainly(one, words), columns))
  const notes = lines.map((one) => progressLabel(one, words))
  if (columns < NARROW)
    return lines.flatMap((one, index) => [
      ...wrapUnder(one.title, columns),
      ...barLines(one, notes[index] ?? '', columns, theme)
    ])
  const bars = columns < 80 ? 12 : 20
  const most = columns - bars - Math.max(...notes.map((note) => width(note))) - 2 * GAP.length
  const titles = Math.min(most, Math.max(0, ...lines.map(({ title }) => width(title))))
  return lines.flatMap((one, index) => {
    const [first = '', ...more] = wrapUnder(one.title, titles)
    const drawn = bar(one.done, one.all, bars, theme)
    return [
      `${first.padEnd(first.length + titles - width(first))}${GAP}${drawn}${GAP}${notes[index]}`.trimEnd(),
      ...more
    ]
  })
}

/** A bar for below its title. The note is beside it, or below if there is no room. */
function barLines(one: ProgressRow, note: string, columns: number, theme: Theme): string[] {
  const indent = one.kind === 'pack' ? GAP : GAP + GAP
  const drawn = indent + bar(one.done, one.all, 12, theme)
  const line = `${drawn}${GAP}${note}`.trimEnd()
  return width(line) <= columns ? [line] : [drawn, ...wrapUnder(indent + note, columns)]
}

function plainly(one: ProgressRow, words: Words): string {
  if (one.kind !== 'exercise') return words.commands.progress.done(one.title, one.done, one.all)
  return `${one.title}: ${progressLabel(one, words) || words.progress.notBegun}`
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

function dueLines({ due, packs }: Report, { columns, theme, words }: Page): string[] {
  if (due.length === 0) return []
  const here = packs.map(({ pack }) => pack)
  const lines = dueSentences(due, here, words).flatMap((line) => wrapUnder(`  ${line}`, columns))
  return [theme.strong(words.commands.progress.due), ...lines]
}

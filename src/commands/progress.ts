import fs from 'node:fs'
import path from 'node:path'
import type { Context } from '../context.ts'
import { ExitCode, UsageError } from '../errors.ts'
import { statement } from '../export/statement.ts'
import { dueOf } from '../journal/due.ts'
import type { Due } from '../journal/due.ts'
import { replaceFile } from '../journal/durable.ts'
import { progressOf } from '../journal/progress.ts'
import { countDone, doneIn, withoutPrivate } from '../journal/report.ts'
import type { Report } from '../journal/report.ts'
import { ratingHistories } from '../journal/ratings.ts'
import { openJournal } from '../journal/store.ts'
import type { Journal } from '../journal/store.ts'
import type { Entry, Listed } from '../journal/model.ts'
import { tally } from '../journal/tally.ts'
import type { Tally } from '../journal/tally.ts'
import type { Pack } from '../pack/model.ts'
import { bar, calendar, ratingLine } from '../terminal/charts.ts'
import type { Theme } from '../terminal/theme.ts'
import { truncate, visible, width, wrap } from '../terminal/width.ts'
import { dayOf, isoTime } from '../time.ts'
import { told } from './journal.ts'
import { journalOf, packsOf, revisitAfter, themeOf } from './options.ts'
import type { GlobalOptions } from './options.ts'
import { print, printJson } from './output.ts'
import { Ticker } from './ticker.ts'

export interface ProgressOptions extends GlobalOptions {
  readonly json?: boolean
  /** As one page, in this file. */
  readonly html?: string
  readonly force?: boolean
  /** On the page, private ratings as well. */
  readonly includePrivate?: boolean
  /** A learner's own record, as Markdown. */
  readonly statement?: boolean
}

/** Shows what was done so far, and what is due. */
export async function run(options: ProgressOptions, context: Context): Promise<ExitCode> {
  const packs = await packsOf({}, context)
  const journal = openJournal(journalOf(options, context))
  const { entries } = told(await journal.all(), context)
  const ticker = new Ticker(options, context)
  const progress = reportOn(packs, entries, reading(journal, ticker), context)
  ticker.clear()
  if (options.json === true) printJson(progressJson(progress), context)
  else if (options.statement === true)
    await print(visible(statement(progress, context.words), { newlines: true }).split('\n'), context)
  else if (options.html !== undefined) await writePage(progress, options.html, options, context)
  else await print(linesOf(progress, options, context)(context.stdout.columns), context)
  return ExitCode.done
}

/** The same as lines for any number of columns. */
export async function progressLines(packs: readonly Pack[], dir: string, options: GlobalOptions, context: Context) {
  const journal = openJournal(dir)
  const { entries } = await journal.all()
  return linesOf(reportOn(packs, entries, reading(journal), context), options, context)
}

/** Reads entries one after the other. */
function reading(journal: Journal, ticker?: Ticker): (finished: readonly Listed[]) => Iterable<Entry> {
  return function* (finished) {
    for (const [index, { file }] of finished.entries()) {
      yield journal.read(file)
      ticker?.tick(index + 1)
    }
  }
}

async function writePage(report: Report, name: string, options: ProgressOptions, context: Context): Promise<void> {
  const { progressPage } = await import('../export/html/progress.ts')
  const file = path.resolve(context.cwd, name)
  if (options.force !== true && fs.existsSync(file)) throw new UsageError(context.words.commands.export.exists(file))
  const open = options.includePrivate === true ? { report, hidden: 0 } : withoutPrivate(report)
  replaceFile(file, await progressPage(open.report, context.words))
  if (open.hidden > 0 && options.quiet !== true)
    context.stderr.write(`${context.words.commands.progress.hidden(open.hidden)}\n`)
}

function reportOn(
  packs: readonly Pack[],
  entries: readonly Listed[],
  read: (finished: readonly Listed[]) => Iterable<Entry>,
  context: Context
): Report {
  const finished = entries.filter(({ status }) => status === 'finished').toReversed()
  const now = context.now()
  return {
    packs: packs.map((pack) => progressOf(pack, entries, now)),
    due: dueOf(packs, entries, now, revisitAfter(context)),
    tally: tally(read(finished)),
    finished,
    today: dayOf(isoTime(now))
  }
}

function progressJson({ packs, due, tally: sum }: Report) {
  return {
    packs: packs.map(({ pack, exercises }) => ({
      id: pack.id,
      title: pack.title,
      done: countDone(exercises),
      exercises: exercises.length,
      routes: Object.entries(pack.routes).map(([name, route]) => ({
        name,
        title: route.title,
        done: countDone(exercises.filter(({ exercise }) => route.exercises.includes(exercise.id))),
        exercises: route.exercises.length
      }))
    })),
    entries: sum.entries,
    minutes: sum.minutes,
    words: sum.words,
    days: Object.fromEntries(sum.days),
    tags: Object.fromEntries(sum.tags),
    ratings: ratingHistories(sum.ratings),
    due: due.map(({ pack, exercise, since, entry }) => ({
      pack: pack.id,
      exercise: exercise.id,
      title: exercise.title,
      since,
      entry: entry.id
    }))
  }
}

function linesOf(progress: Report, options: GlobalOptions, context: Context): (columns: number) => string[] {
  const theme = themeOf(options, context)
  return (columns) => {
    const room = Math.min(columns, 100)
    const parts = [
      packLines(progress, room, theme, context),
      sumLines(progress.tally, room, context),
      progress.tally.entries === 0 ? [] : calendarLines(progress, room, theme, context),
      ratingLines(progress.tally, room, theme, context),
      dueLines(progress.due, room, theme, context)
    ]
    return parts.filter((lines) => lines.length > 0).flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]))
  }
}

/** A bar for each pack; below one that is begun, one for each of its routes. */
function packLines(report: Report, columns: number, theme: Theme, { words }: Context): string[] {
  const rows = doneIn(report).map(({ isRoute, title, ...rest }) => ({
    ...rest,
    title: (isRoute ? '  ' : '') + visible(title)
  }))
  const room = columns < 60 ? 8 : 20
  const titles = Math.min(Math.max(0, ...rows.map(({ title }) => width(title))), columns - room - 12)
  return rows.map(({ title, done, all }) => {
    const name = truncate(title, titles, theme.glyphs.ellipsis)
    if (theme.plain) return words.commands.progress.done(title, done, all)
    return `${name}${' '.repeat(titles - width(name))}  ${bar(done, all, room, theme)}  ${done} / ${all}`
  })
}

function sumLines(sum: Tally, columns: number, { words }: Context): string[] {
  const said = words.commands.progress
  const tags = [...sum.tags].slice(0, 8).map(([tag, entries]) => `${visible(tag)} ${entries}`)
  return [
    ...wrap(said.sum(sum.entries, sum.minutes, sum.words, sum.days.size), columns),
    ...(tags.length === 0 ? [] : wrap(said.tags(tags), columns))
  ]
}

/** A calendar; where only words can be shown, a line for each month. */
function calendarLines({ tally: sum, today }: Report, columns: number, theme: Theme, { words }: Context): string[] {
  const { days, commands } = words
  if (theme.unicode && !theme.plain)
    return calendar(sum.days, today, columns, { weekdays: days.weekdaysShort, months: days.monthsShort }, theme)
  const months = new Map<string, number>()
  for (const day of sum.days.keys()) months.set(day.slice(0, 7), (months.get(day.slice(0, 7)) ?? 0) + 1)
  return [...months].slice(-12).map(([month, number]) => commands.progress.month(days.monthInWords(month), number))
}

function ratingLines(sum: Tally, columns: number, theme: Theme, { words }: Context): string[] {
  const histories = ratingHistories(sum.ratings)
  if (histories.length === 0) return []
  const lines = histories.flatMap(({ title, exercise, from, to, ratings }) => {
    const values = ratings.map(({ value }) => value).slice(-24)
    const marks = ratingLine(values, from, to, theme)
    const figures = values.map((value) => (value === null ? '?' : String(value))).join(' ')
    return [
      ...wrap(visible(words.progress.rated(title, exercise)), columns - 2).map((line) => `  ${line}`),
      ...wrap(`${marks}  ${words.commands.progress.rated(figures, from, to)}`.trim(), columns - 4).map(
        (line) => `    ${line}`
      )
    ]
  })
  return [theme.strong(words.commands.progress.ratings), ...lines]
}

function dueLines(due: readonly Due[], columns: number, theme: Theme, { words }: Context): string[] {
  if (due.length === 0) return []
  const lines = due.flatMap(({ exercise, since }) =>
    wrap(
      words.commands.progress.dueSince(visible(exercise.title), exercise.id, words.days.inWords(since.slice(0, 10))),
      columns - 2
    ).map((line) => `  ${line}`)
  )
  return [theme.strong(words.commands.progress.due), ...lines]
}

import path from 'node:path'
import type { Context } from '../../context/context.ts'
import { ExitCode } from '../../context/errors.ts'
import { statement } from '../../export/statement.ts'
import { dueOf } from '../../progress/due.ts'
import { replaceFile } from '../../storage/atomic-write.ts'
import { progressOf } from '../../progress/progress.ts'
import { countDone, withoutPrivate } from '../../progress/report.ts'
import type { Report } from '../../progress/report.ts'
import { ratingHistories } from '../../progress/ratings.ts'
import { openJournal } from '../../journal/store.ts'
import type { Journal } from '../../journal/store.ts'
import type { Entry, Listed } from '../../entry/model.ts'
import { tally } from '../../progress/tally.ts'
import type { Pack } from '../../pack/model.ts'
import { newExercise } from '../../pack/renames.ts'
import { visible } from '../../display/width.ts'
import { dayOf, isoTime } from '../../dates/time.ts'
import { dueJson } from './entry-rows.ts'
import { reportUnread } from './entry-rows.ts'
import { journalOf, packsOf, revisitAfter } from '../shared/options.ts'
import { print, printJson, tell } from '../shared/output.ts'
import { refuseOld } from '../shared/overwriting.ts'
import { reportLines } from './progress-view.ts'
import { Ticker } from '../shared/ticker.ts'
import { defineCommand, flag, json, textOption } from '../shared/command.ts'
import type { GlobalOptions } from '../shared/command.ts'
import { progressPage } from '../../export/html/progress.ts'

/** Shows what was done so far, and what is due. */
export const progressCommand = defineCommand({
  help: (words) => words.progress.what,
  options: {
    json,
    html: textOption('file', (words) => words.progress.html, ['json', 'statement']),
    statement: flag((words) => words.progress.statement, ['json']),
    includePrivate: flag((words) => words.progress.includePrivate),
    force: flag((words) => words.export.force)
  },
  async run(options, context) {
    const packs = await packsOf({}, context)
    const journal = openJournal(journalOf(options, context))
    const { entries } = reportUnread(journal.list(), context)
    const ticker = new Ticker(options, context)
    const progress = reportOn(packs, entries, reading(journal, ticker), context)
    ticker.clear()
    if (options.json === true) printJson(progressJson(progress), context)
    else if (options.statement === true)
      await print(visible(statement(progress, context.words), { newlines: true }).split('\n'), context)
    else if (options.html !== undefined) await writePage(progress, options.html, options, context)
    else await print(reportLines(progress, options, context)(context.stdout.columns), context)
    return ExitCode.done
  }
})

interface PageOptions {
  readonly includePrivate?: boolean
  readonly force?: boolean
  readonly quiet?: boolean
}

/** The same as lines for any number of columns. */
export async function progressLines(packs: readonly Pack[], dir: string, options: GlobalOptions, context: Context) {
  const journal = openJournal(dir)
  const { entries } = journal.list()
  return reportLines(reportOn(packs, entries, reading(journal), context), options, context)
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

async function writePage(report: Report, name: string, options: PageOptions, context: Context): Promise<void> {
  const file = path.resolve(context.cwd, name)
  refuseOld(file, options, context)
  const open = options.includePrivate === true ? { report, hidden: 0 } : withoutPrivate(report)
  replaceFile(file, await progressPage(open.report, context.words))
  if (open.hidden > 0 && options.quiet !== true) tell(context.words.commands.progress.hidden(open.hidden), context)
}

function reportOn(
  packs: readonly Pack[],
  entries: readonly Listed[],
  read: (listed: readonly Listed[]) => Iterable<Entry>,
  context: Context
): Report {
  const finished = entries.filter(({ status }) => status === 'finished').toReversed()
  const drafts = entries.filter(({ status }) => status === 'draft')
  const now = context.now()
  return {
    packs: packs.map((pack) => progressOf(pack, entries, now)),
    begun: new Map([...read(drafts)].map((draft) => [nameNow(draft, packs), draft.sections.length])),
    due: dueOf(packs, entries, now, revisitAfter(context)),
    tally: tally(read(finished), packs),
    finished,
    today: dayOf(isoTime(now))
  }
}

/** An entry's exercise as its pack calls it now, `pack/exercise`. */
function nameNow({ head: { pack: id, exercise } }: Entry, packs: readonly Pack[]): string {
  const pack = packs.find((each) => each.id === id)
  return `${id}/${pack === undefined ? exercise : newExercise(exercise, pack)}`
}

function progressJson({ packs, due, tally: sum }: Report) {
  return {
    packs: packs.map(({ pack, exercises }) => ({
      id: pack.id,
      title: pack.title,
      done: countDone(exercises),
      exercises: exercises.length,
      each: exercises.map(({ exercise: { id, title }, status, entries }) => ({ id, title, status, entries })),
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
    due: dueJson(due)
  }
}

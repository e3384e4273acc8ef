import type { Context } from '../../context/context.ts'
import { UsageError } from '../../context/errors.ts'
import { dayOf, isoTime } from '../../dates/time.ts'
import { visible } from '../../text/visible.ts'
import { isUnanswered, type Entry, type Listed } from '../../entry/model.ts'
import { progressPage } from '../../export/html/progress.ts'
import { statement } from '../../export/statement.ts'
import type { Journal } from '../../journal/store.ts'
import type { Pack } from '../../pack/model.ts'
import { newExercise } from '../../pack/renames.ts'
import { routesOf } from '../../pack/routes.ts'
import { dueOf } from '../../progress/due.ts'
import { progressOf, type PackProgress } from '../../progress/progress.ts'
import { ratingHistories } from '../../progress/ratings.ts'
import { countDone, outcomeProgress, type Report, withoutPrivate } from '../../progress/report.ts'
import { routeProgress } from '../../progress/routes.ts'
import { tally } from '../../progress/tally.ts'
import { replaceFile } from '../../storage/atomic-write.ts'
import { typedPath } from '../../text/typed-path.ts'
import { defineCommand, flag, json, optionalTextOption, textOption, type GlobalOptions } from '../shared/command.ts'
import { hiddenPacks, packsOf } from '../shared/options.ts'
import { Ticker, freePage, printJson, refuseToOverwrite, say } from '../shared/output.ts'
import { print } from '../shared/print.ts'
import { sectionsJson } from '../exercises/list.ts'
import { present } from '../../util/records.ts'
import { dueJson, planJson, reportListing } from './entry-rows.ts'
import { reportLines } from './progress-view.ts'
import { openedJournal } from '../shared/journal.ts'
import { openIntentions, wishesOf } from '../shared/wishes.ts'

/** Shows what was done so far, and what is due. */
export const progressCommand = defineCommand({
  help: (words) => words.progress.what,
  options: {
    json,
    html: optionalTextOption('file', (words) => words.progress.html, ['json', 'statement']),
    statement: flag((words) => words.progress.statement, ['json']),
    output: textOption('file', (words) => words.progress.output, ['json']),
    includePrivate: flag((words) => words.progress.includePrivate),
    force: flag((words) => words.export.force)
  },
  async run(options, context) {
    if (options.output !== undefined && options.html === undefined && options.statement !== true)
      throw new UsageError(context.words.commands.progress.outputOfWhat)
    const packs = packsOf({}, context)
    const journal = openedJournal(options, context)
    const { entries } = reportListing(journal.list(), context)
    const ticker = new Ticker(options, context)
    const report = readReport(packs, entries, journal, context, (read) => ticker.tick(read))
    ticker.clear()
    if (options.json === true) printJson(reportJson(report), context)
    else if (options.statement === true) await giveStatement(statement(report, context.words), options, context)
    else if (options.html !== undefined) writePage(report, options, context)
    else await print(reportLines(report, options, context), options, context)
  }
})

interface PageOptions extends GlobalOptions {
  readonly html?: string | true
  readonly output?: string
  readonly includePrivate?: boolean
  readonly force?: boolean
}

async function giveStatement(text: string, options: PageOptions, context: Context): Promise<void> {
  if (options.output === undefined) return print(visible(text, { newlines: true }).split('\n'), options, context)
  const file = typedPath(options.output, context)
  refuseToOverwrite(file, options, context)
  replaceFile(file, text)
}

/** Writes the page. Prints the name of its file if the user has not given one. */
function writePage(report: Report, options: PageOptions, context: Context): void {
  const name = typeof options.html === 'string' ? options.html : options.output
  const file =
    name === undefined ? freePage(`progress-${dayOf(isoTime(context.now()))}`, context) : typedPath(name, context)
  refuseToOverwrite(file, options, context)
  const open = options.includePrivate === true ? { report, hidden: 0 } : withoutPrivate(report)
  replaceFile(file, progressPage(open.report, context.words))
  if (name === undefined) context.stdout.write(`${visible(file)}\n`)
  if (open.hidden > 0) say(context.words.commands.progress.hidden(open.hidden), options, context)
}

/**
 * Reads the listed entries and reports on them. Finished entries without an answer do not count. `onEntry` is called after each
 * entry with the number of those read.
 */
export function readReport(
  packs: readonly Pack[],
  entries: readonly Listed[],
  journal: Journal,
  context: Context,
  onEntry: (read: number) => void = () => {}
): Report {
  const finished: Listed[] = []
  const sum = tally(readAnswered(entries, journal, finished, onEntry), packs)
  const drafts = entries.filter(({ status }) => status === 'draft').map(({ file }) => journal.read(file))
  const answered = new Set(finished)
  const counted = entries.filter((entry) => entry.status === 'draft' || answered.has(entry))
  const now = context.now()
  const { plans, questions } = openIntentions(journal.dir, entries)
  return {
    packs: packs.map((pack) => progressOf(pack, counted, now)),
    hidden: hiddenPacks(packs, entries, context),
    begun: new Map(drafts.map((draft) => [presentName(draft, packs), draft.sections.length])),
    due: dueOf(packs, counted, now, wishesOf(packs, counted, questions, context)),
    plans,
    tally: sum,
    finished,
    today: dayOf(isoTime(now))
  }
}

/**
 * The finished entries with an answer, oldest first; their front matter is added to `answered`. One entry at a time, because a
 * journal can be larger than memory.
 */
function* readAnswered(
  listed: readonly Listed[],
  journal: Journal,
  answered: Listed[],
  onEntry: (read: number) => void
): Generator<Entry> {
  const finished = listed.filter(({ status }) => status === 'finished').toReversed()
  for (const [index, each] of finished.entries()) {
    const entry = journal.read(each.file)
    if (!isUnanswered(entry)) {
      answered.push(each)
      yield entry
    }
    onEntry(index + 1)
  }
}

/** The present name of an entry's exercise in its pack, `pack/exercise`. */
function presentName({ head: { pack: id, exercise } }: Entry, packs: readonly Pack[]): string {
  const pack = packs.find((each) => each.id === id)
  return `${id}/${pack === undefined ? exercise : newExercise(exercise, pack)}`
}

/** A report as `reflect progress --json` prints it. */
function reportJson({ packs, due, plans, tally: sum }: Report) {
  return {
    packs: packs.map(({ pack, exercises }) => ({
      id: pack.id,
      title: pack.title,
      done: countDone(exercises),
      exercises: exercises.length,
      each: exercises.map(({ exercise: { id, title }, status, entries }) => ({ id, title, status, entries })),
      ...present({ sections: sectionsJson(pack), outcomes: outcomesJson({ pack, exercises }) }),
      routes: routesOf([pack]).map((route) => {
        const { exercises: steps } = routeProgress(route, packs)
        return { name: route.name, title: route.route.title, done: countDone(steps), exercises: steps.length }
      })
    })),
    entries: sum.entries,
    minutes: sum.minutes,
    words: sum.words,
    days: Object.fromEntries(sum.days),
    tags: Object.fromEntries(sum.tags),
    ratings: ratingHistories(sum.ratings),
    due: dueJson(due),
    plans: plans.map(planJson)
  }
}

function outcomesJson(progress: PackProgress) {
  if (progress.pack.outcomes === undefined) return undefined
  return outcomeProgress([progress]).map(({ found: { outcome }, exercises }) => ({
    ...outcome,
    done: countDone(exercises),
    exercises: exercises.length
  }))
}

import type { Context } from '../context.ts'
import { ExitCode } from '../errors.ts'
import { entryJson } from '../export/json.ts'
import { dueOf } from '../journal/due.ts'
import type { Entry, Listed } from '../journal/model.ts'
import { openJournal } from '../journal/store.ts'
import { thenAndNow } from '../journal/then-and-now.ts'
import { findExercise } from '../pack/find.ts'
import type { Pack } from '../pack/model.ts'
import { visible } from '../terminal/width.ts'
import { dayOf, isoTime } from '../time.ts'
import { journalOf, packsOf, revisitAfter, themeOf } from './options.ts'
import type { GlobalOptions } from './options.ts'
import { print, printJson } from './output.ts'
import { comparison } from './revisit-view.ts'

export interface RevisitOptions extends GlobalOptions {
  readonly exercise?: string | undefined
  readonly json?: boolean
}

/** Shows what was answered to the same questions, oldest to newest; without an exercise, what there is to come back to. */
export async function run(options: RevisitOptions, context: Context): Promise<ExitCode> {
  const packs = await packsOf({}, context)
  const dir = journalOf(options, context)
  if (options.exercise === undefined) await print(await invitations(packs, dir, context), context)
  else await compare(options.exercise, packs, dir, options, context)
  return ExitCode.done
}

async function compare(
  name: string,
  packs: readonly Pack[],
  dir: string,
  options: RevisitOptions,
  context: Context
): Promise<void> {
  const journal = openJournal(dir)
  const all = (await journal.all({ status: 'finished' })).entries
  // What was written stays readable when its pack is gone.
  const gone = all.find(({ exercise }) => exercise === name)
  const isHere = packs.some(({ exercises }) => exercises.some(({ id }) => id === name))
  const { pack, id, title } =
    gone !== undefined && !isHere
      ? { pack: gone.pack, id: gone.exercise, title: gone.title }
      : named(packs, name, context)
  const entries = all.filter((entry) => entry.pack === pack && entry.exercise === id).toReversed()
  const read = entries.map(({ file }) => ({ file, entry: journal.read(file) }))
  if (options.json === true)
    return printJson(
      read.map(({ entry, file }) => entryJson(entry, file)),
      context
    )
  const said = context.words.commands.revisit
  if (read.length === 0) return void context.stderr.write(`${said.nothing(visible(title))}\n`)
  const lines = await comparisonOf(
    read.map(({ entry }) => entry),
    options,
    context
  )
  await print(lines(context.stdout.columns), context)
  if (read.length === 1) context.stderr.write(`${said.once(visible(title))}\n`)
}

function named(packs: readonly Pack[], name: string, { words }: Context) {
  const { pack, exercise } = findExercise(packs, name, words)
  return { pack: pack.id, id: exercise.id, title: exercise.title }
}

/** Entries of one exercise, oldest first, question by question, as lines for any number of columns. */
export async function comparisonOf(entries: readonly Entry[], options: GlobalOptions, context: Context) {
  return comparison(thenAndNow(entries), themeOf(options, context), context.words)
}

/** What is due, what was written on this day in other years, and what was written more than once. */
async function invitations(packs: readonly Pack[], dir: string, context: Context): Promise<string[]> {
  const said = context.words.commands.revisit
  const { entries } = await openJournal(dir).all()
  const finished = entries.filter(({ status }) => status === 'finished')
  const due = dueOf(packs, entries, context.now(), revisitAfter(context)).map(({ exercise, since }) =>
    context.words.commands.progress.dueSince(
      visible(exercise.title),
      exercise.id,
      context.words.days.inWords(since.slice(0, 10))
    )
  )
  const day = onThisDay(finished, dayOf(isoTime(context.now()))).map(({ title, started, id }) =>
    said.entry(context.words.days.inWords(dayOf(started)), visible(title), id.slice(0, 8))
  )
  const several = repeated(finished).map(([entry, times]) => said.times(visible(entry.title), times, entry.exercise))
  const parts = [
    { title: context.words.commands.progress.due, lines: due },
    { title: said.onThisDay, lines: day },
    { title: said.several, lines: several }
  ].filter(({ lines }) => lines.length > 0)
  if (parts.length === 0) return [said.nothingYet]
  return parts.flatMap(({ title, lines }) => [title, ...lines.map((line) => `  ${line}`), ''])
}

/** Entries of other years that were begun on this day, the newest first. */
function onThisDay(entries: readonly Listed[], today: string): Listed[] {
  return entries.filter(({ started }) => started.slice(5, 10) === today.slice(5) && dayOf(started) !== today)
}

/** The newest entry of each exercise that was done more than once, and how often. */
function repeated(entries: readonly Listed[]): (readonly [Listed, number])[] {
  const counts = new Map<string, readonly [Listed, number]>()
  for (const entry of entries) {
    const key = `${entry.pack}/${entry.exercise}`
    const [newest, times] = counts.get(key) ?? [entry, 0]
    counts.set(key, [newest, times + 1])
  }
  return [...counts.values()].filter(([, times]) => times > 1)
}

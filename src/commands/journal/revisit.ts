import { measure } from '../../display/measure.ts'
import type { Context } from '../../context/context.ts'
import { dayOf, isoTime } from '../../dates/time.ts'
import { visible } from '../../text/visible.ts'
import { joinBlocks, wrapSentence } from '../../display/wrap.ts'
import type { Entry, Listed } from '../../entry/model.ts'
import { entryJson, listedJson } from '../../export/json.ts'
import { withoutUnanswered } from '../../journal/answered.ts'
import { isOf } from '../../journal/list.ts'
import type { Journal } from '../../journal/store.ts'
import { entryFinder } from '../../journal/find.ts'
import { ambiguousExercise, exerciseFinder, exerciseNames, nameToType, unknownExercise } from '../../pack/find.ts'
import type { Pack } from '../../pack/model.ts'
import { newExercise } from '../../pack/renames.ts'
import { dueLater, dueOf, onThisDay, type Due } from '../../progress/due.ts'
import { exerciseOf, finishedEntriesOf, type RevisitedExercise } from '../../progress/then-and-now.ts'
import { closest, through, type Finder } from '../../text/finder.ts'
import { groupBy } from '../../util/group-by.ts'
import { defineCommand, json, optional, type GlobalOptions } from '../shared/command.ts'
import { canAsk, chosen } from '../shared/choosing.ts'
import { packsOf, themeOf, withRenderer } from '../shared/options.ts'
import { printJson, printJsonItems, tell } from '../shared/output.ts'
import { print } from '../shared/print.ts'
import { dueJson, dueSentences, reportListing } from './entry-rows.ts'
import { comparison } from './revisit-view.ts'
import { openedJournal } from '../shared/journal.ts'
import { openIntentions, wishesOf } from '../shared/wishes.ts'

/** Shows all answers to the questions of an exercise, oldest first; without an exercise, what there is to come back to. */
export const revisitCommand = defineCommand({
  help: (words) => words.revisit.what,
  args: { exercise: optional('exercise', (words) => words.revisit.exercise) },
  options: { json },
  async run(options, context) {
    const packs = packsOf({}, context)
    const journal = openedJournal(options, context)
    const { entries } = reportListing(journal.list(), context)
    if (options.exercise === undefined) return invite(entries, packs, journal, options, context)
    const meant = await exerciseNamed(options.exercise, packs, entries, { options, context })
    const sittings = finishedEntriesOf(meant, entries).toReversed()
    if (options.json === true)
      return printJsonItems(sittings, ({ file }) => entryJson(journal.read(file), file), context)
    const read = sittings.map(({ file }) => journal.read(file))
    return compare(meant, read, options, context)
  }
})

/**
 * The exercise that a name means, by its own name or by an entry of it, even if the exercise or its whole pack is gone. On a terminal, the
 * user chooses if it means several.
 *
 * @throws UsageError if no exercise has the name, or without a terminal several; LeftError if the user chooses nothing.
 */
async function exerciseNamed(
  name: string,
  packs: readonly Pack[],
  entries: readonly Listed[],
  { options, context }: { readonly options: GlobalOptions; readonly context: Context }
): Promise<RevisitedExercise> {
  const { words } = context
  const here = through(exerciseFinder(packs, name), ({ pack, exercise }) => ({
    pack,
    exercise: exercise.id,
    title: exercise.title
  }))
  const ofEntries = through(entryFinder(entries, name, context), (entry) => exerciseOf(entry, packs))
  const found = closest<RevisitedExercise>([here, goneExercises(name, packs, entries), ofEntries], fullNameOf)
  if (found === undefined) throw unknownExercise(packs, name, words)
  const [only, ...others] = found.things
  if (others.length === 0) return only
  if (!canAsk(context)) throw ambiguousExercise(found.things.map(fullNameOf), name, words)
  const items = found.things.map((one) => ({ value: one, label: one.title }))
  return withRenderer(options, context, async (renderer) =>
    chosen(await renderer.choose(words.commands.start.which, items))
  )
}

/** Exercises that are in no pack any more, by the full name that their entries have; not if a present one has the name. */
function goneExercises(name: string, packs: readonly Pack[], entries: readonly Listed[]): Finder<RevisitedExercise> {
  const here = exerciseNames(packs)
  if (here.some((each) => isOf(each, name))) return {}
  const isGone = (entry: Listed) => {
    const { pack, exercise } = exerciseOf(entry, packs)
    return here.every((each) => each.pack !== pack.id || each.exercise !== exercise)
  }
  const gone = entries.find((entry) => isOf(entry, name) && isGone(entry))
  return gone === undefined ? {} : { id: () => [exerciseOf(gone, packs)] }
}

function fullNameOf({ pack, exercise }: RevisitedExercise): string {
  return `${pack.id}/${exercise}`
}

async function compare(
  of: RevisitedExercise,
  entries: readonly Entry[],
  options: GlobalOptions,
  context: Context
): Promise<void> {
  const said = context.words.commands.revisit
  if (entries.length === 0) return tell(said.nothing(visible(of.title)), context)
  await print(comparison(of, entries, options, context), options, context)
  if (entries.length === 1) tell(said.once(visible(of.title)), context)
}

/** Prints what is due, what was written on this day in other years, and which exercises were finished more than once. */
async function invite(
  entries: readonly Listed[],
  packs: readonly Pack[],
  journal: Journal,
  options: GlobalOptions & { readonly json?: boolean },
  context: Context
): Promise<void> {
  const now = context.now()
  const answered = withoutUnanswered(entries)
  const wishes = wishesOf(packs, answered, openIntentions(journal.dir, entries).questions, context)
  const found = {
    due: dueOf(packs, answered, now, wishes),
    onThisDay: onThisDay(entries, dayOf(isoTime(now))),
    several: repeated(entries, packs)
  }
  if (options.json !== true) {
    const next = found.due.length > 0 ? undefined : dueLater(packs, answered, now, wishes)[0]
    return print(linesOf({ ...found, next }, packs, options, context), options, context)
  }
  const thisDay = found.onThisDay.map(({ file }) => listedJson(journal.read(file), file))
  printJson({ ...found, due: dueJson(found.due), onThisDay: thisDay }, context)
}

function linesOf(
  found: {
    due: readonly Due[]
    next: Due | undefined
    onThisDay: readonly Listed[]
    several: ReturnType<typeof repeated>
  },
  packs: readonly Pack[],
  options: GlobalOptions,
  context: Context
): string[] {
  const { words, stdout } = context
  const { revisit: said, progress } = words.commands
  const theme = themeOf(options, context)
  const thisDay = found.onThisDay.map(({ title, started, id }) =>
    said.entry(words.days.inWords(dayOf(started)), visible(title), id.slice(0, 8))
  )
  const several = found.several.map((one) => {
    const name = nameToType(one, [...exerciseNames(packs), ...found.several])
    return said.times(visible(one.title), one.entries, visible(name))
  })
  const parts = [
    { title: progress.due, lines: dueSentences(found.due, packs, words) },
    { title: said.comingUp, lines: found.next === undefined ? [] : [nextSentence(found.next, context)] },
    { title: said.onThisDay, lines: thisDay },
    { title: said.several, lines: several }
  ].filter(({ lines }) => lines.length > 0)
  if (parts.length === 0) return wrapSentence(said.nothingYet, measure(stdout.columns))
  const indented = (line: string) => wrapSentence(line, measure(stdout.columns) - 2).map((part) => `  ${part}`)
  return joinBlocks(parts.map(({ title, lines }) => [theme.strong(title), ...lines.flatMap(indented)]))
}

function nextSentence({ exercise, since }: Due, { words: { commands, days } }: Context): string {
  return commands.revisit.nextDue(visible(exercise.title), days.inWords(dayOf(since)))
}

/** The exercises that were finished more than once, by their present names, with the titles of their newest entries. */
function repeated(entries: readonly Listed[], packs: readonly Pack[]) {
  const byId = new Map(packs.map((pack) => [pack.id, pack]))
  const nameNow = ({ pack, exercise }: Listed) => newExercise(exercise, byId.get(pack) ?? { renamed: {} })
  const finished = entries.filter(({ status }) => status === 'finished')
  const groups = groupBy(finished, (entry) => `${entry.pack}/${nameNow(entry)}`).values()
  return [...groups].flatMap(([newest, ...others]) => {
    const { pack, title } = newest
    return others.length === 0 ? [] : [{ pack, exercise: nameNow(newest), title, entries: 1 + others.length }]
  })
}

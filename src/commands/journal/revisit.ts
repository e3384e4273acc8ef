import type { Context } from '../../context/context.ts'
import { ExitCode } from '../../context/errors.ts'
import { entryJson } from '../../export/json.ts'
import { isOf } from '../../journal/list.ts'
import { openJournal } from '../../journal/store.ts'
import { exerciseOf, finishedEntriesOf, thenAndNow } from '../../progress/then-and-now.ts'
import type { RevisitedExercise } from '../../progress/then-and-now.ts'
import type { Entry, Listed } from '../../entry/model.ts'
import { findExercise, exerciseNames } from '../../pack/find.ts'
import type { Pack } from '../../pack/model.ts'
import { visible } from '../../display/width.ts'
import { invite } from './invitations.ts'
import { reportUnread } from './entry-rows.ts'
import { journalOf, packsOf, themeOf } from '../shared/options.ts'
import { print, printJson, tell } from '../shared/output.ts'
import { comparison } from './revisit-view.ts'
import { defineCommand, json, optional } from '../shared/command.ts'
import type { GlobalOptions } from '../shared/command.ts'

/** Shows all answers to the questions of an exercise, oldest first; without an exercise, what there is to come back to. */
export const revisitCommand = defineCommand({
  help: (words) => words.revisit.what,
  args: { exercise: optional('exercise', (words) => words.revisit.exercise) },
  options: { json },
  async run(options, context) {
    const packs = await packsOf({}, context)
    const journal = openJournal(journalOf(options, context))
    const { entries } = reportUnread(journal.list(), context)
    if (options.exercise === undefined) await invite(entries, packs, journal, options, context)
    else {
      const meant = exerciseNamed(options.exercise, packs, entries, context)
      const sittings = finishedEntriesOf(meant, entries).toReversed()
      const read = sittings.map(({ file }) => ({ file, entry: journal.read(file) }))
      if (options.json === true)
        printJson(
          read.map(({ entry, file }) => entryJson(entry, file)),
          context
        )
      else
        await compare(
          meant,
          read.map(({ entry }) => entry),
          options,
          context
        )
    }
    return ExitCode.done
  }
})

/**
 * The exercise with a name. Entries are shown even if the exercise or its whole pack is gone.
 *
 * @throws UsageError if no exercise has the name.
 */
function exerciseNamed(
  name: string,
  packs: readonly Pack[],
  entries: readonly Listed[],
  { words }: Pick<Context, 'words'>
): RevisitedExercise {
  const here = exerciseNames(packs)
  const isHere = here.some((each) => isOf(each, name))
  const isGone = (entry: Listed) => {
    const { pack, exercise } = exerciseOf(entry, packs)
    return here.every((each) => each.pack !== pack.id || each.exercise !== exercise)
  }
  const gone = isHere ? undefined : entries.find((entry) => isOf(entry, name) && isGone(entry))
  if (gone !== undefined) return exerciseOf(gone, packs)
  const { pack, exercise } = findExercise(packs, name, words)
  return { pack, exercise: exercise.id, title: exercise.title }
}

async function compare(
  of: RevisitedExercise,
  entries: readonly Entry[],
  options: GlobalOptions,
  context: Context
): Promise<void> {
  const said = context.words.commands.revisit
  if (entries.length === 0) return tell(said.nothing(visible(of.title)), context)
  const lines = comparisonOf(of, entries, options, context)
  await print(lines(context.stdout.columns), context)
  if (entries.length === 1) tell(said.once(visible(of.title)), context)
}

/** Compares entries of an exercise, oldest first, question by question, as lines for any number of columns. */
export function comparisonOf(
  of: RevisitedExercise,
  entries: readonly Entry[],
  options: GlobalOptions,
  context: Context
): (columns: number) => string[] {
  const manner = { theme: themeOf(options, context), words: context.words }
  return comparison(of.title, thenAndNow(of, entries), manner)
}

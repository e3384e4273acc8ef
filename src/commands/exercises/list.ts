import type { Context } from '../../context/context.ts'
import { withoutUnanswered } from '../../journal/answered.ts'
import { listEntries } from '../../journal/list.ts'
import { progressOf, type ExerciseProgress, type PackProgress } from '../../progress/progress.ts'
import { rows } from '../../display/rows.ts'
import type { Theme } from '../../display/theme.ts'
import { visible } from '../../text/visible.ts'
import { packsOf, themeOf } from '../shared/options.ts'
import { printJson } from '../shared/output.ts'
import { print } from '../shared/print.ts'
import { defineCommand, json, optional, textOption } from '../shared/command.ts'
import { checkedJournal } from '../shared/journal.ts'

/** Lists packs with their exercises, minutes and progress. */
export const listCommand = defineCommand({
  help: (words) => words.list.what,
  args: { only: optional('pack', (words) => words.list.pack) },
  options: { pack: textOption('path', (words) => words.options.packPath), json },
  async run(options, context) {
    const packs = packsOf(options, context)
    const entries = withoutUnanswered(listEntries(checkedJournal(options, context)).entries)
    const theme = themeOf(options, context)
    const progress = packs.map((pack) => progressOf(pack, entries, context.now()))
    if (options.json === true) printJson(progress.map(packJson), context)
    else
      await print((columns) => progress.flatMap((pack) => packLines(pack, columns, theme, context)), options, context)
  }
})

function packJson({ pack, exercises }: PackProgress) {
  return {
    id: pack.id,
    version: pack.version,
    title: pack.title,
    routes: pack.routes,
    // JSON leaves out a key that is undefined.
    exercises: exercises.map(({ exercise, status, entries, from }) => ({
      id: exercise.id,
      title: exercise.title,
      minutes: exercise.minutes ?? null,
      prompts: exercise.prompts.length,
      status,
      entries,
      from
    }))
  }
}

function packLines({ pack, exercises }: PackProgress, columns: number, theme: Theme, context: Context): string[] {
  const lines = rows(
    exercises.map((item) => ({
      name: item.exercise.id,
      text: visible(item.exercise.title),
      note: progressNote(item, context)
    })),
    columns,
    theme
  )
  return [theme.strong(visible(pack.title)) + theme.quiet(`  ${pack.id}`), ...lines, '']
}

/** An exercise's minutes and progress in a few words. */
export function progressNote({ exercise, status, entries, from }: ExerciseProgress, context: Context): string {
  const words = context.words.commands.list
  const minutes = exercise.minutes === undefined ? [] : [words.minutes(exercise.minutes)]
  const state = { open: [], draft: [words.draft], finished: [words.finished(entries)], waiting: [words.waiting(from)] }[
    status
  ]
  return [...minutes, ...state].join(', ')
}

import type { Due } from '../../journal/due.ts'
import { visible } from '../../terminal/width.ts'
import { dayHere } from '../../time.ts'
import type { Words } from '../../words/index.ts'

/** What is due, a sentence each. */
export function dueSentences(due: readonly Due[], { commands, days }: Words): string[] {
  return due.map(({ exercise, since }) =>
    commands.progress.dueSince(visible(exercise.title), exercise.id, days.inWords(dayHere(since)))
  )
}

/** What is due, for scripts. */
export function dueJson(due: readonly Due[]) {
  return due.map(({ pack, exercise, since, entry }) => ({
    pack: pack.id,
    exercise: exercise.id,
    title: exercise.title,
    since,
    entry: entry.id
  }))
}

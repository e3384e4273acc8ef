import type { Due } from '../../progress/due.ts'
import { nameToType, namesIn } from '../../pack/find.ts'
import type { Pack } from '../../pack/model.ts'
import { visible } from '../../display/width.ts'
import { dayOf } from '../../dates/time.ts'
import type { Words } from '../../words/index.ts'

/** What is due, a sentence each; `packs` are all that are here. */
export function dueSentences(due: readonly Due[], packs: readonly Pack[], { commands, days }: Words): string[] {
  const all = namesIn(packs)
  return due.map(({ pack, exercise, since }) => {
    const name = nameToType({ pack: pack.id, exercise: exercise.id }, all)
    return commands.progress.dueSince(visible(exercise.title), name, days.inWords(dayOf(since)))
  })
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

import { ExitCode, LeftError } from '../../context/errors.ts'
import type { Listed } from '../../entry/model.ts'
import { exerciseOf, finishedEntriesOf, type RevisitedExercise } from '../../progress/then-and-now.ts'
import type { MenuItem } from '../../terminal/renderer.ts'
import { dayOf } from '../../dates/time.ts'
import { editEntry } from '../session/editing.ts'
import type { Home } from './home-state.ts'
import { entryLines } from '../journal/show.ts'
import { comparison } from '../journal/revisit-view.ts'

/** Shows one entry and what can be done with it. `all` are the entries to compare it with, newest first. */
export async function readEntry(entry: Listed, all: readonly Listed[], home: Home): Promise<void> {
  const { renderer, context, journal } = home
  const words = context.words.session.home
  const meant = exerciseOf(entry, home.packs)
  const same = finishedEntriesOf(meant, all)
  const actions: MenuItem<() => Promise<boolean | void>>[] = [
    { label: words.edit, value: () => editEntry(entry, home) },
    ...(same.length > 1 ? [{ label: words.compare, value: () => compare(meant, same, home) }] : []),
    { label: words.delete, value: () => askAndDelete(entry, home) }
  ]
  for (;;) {
    const lines = entryLines(journal.read(entry.file), home.packs, home.options, context)
    const picked = await renderer.look(lines, actions)
    if (picked.kind === 'back') return
    if (picked.kind === 'leave') throw new LeftError('', ExitCode.done)
    if ((await picked.value()) === true) return
  }
}

async function compare(of: RevisitedExercise, newestFirst: readonly Listed[], home: Home): Promise<void> {
  const entries = newestFirst.toReversed().map(({ file }) => home.journal.read(file))
  const picked = await home.renderer.look(comparison(of, entries, home.options, home.context), [])
  if (picked.kind === 'leave') throw new LeftError('', ExitCode.done)
}

/** Gives true if the entry was deleted. */
async function askAndDelete(entry: Listed, { journal, renderer, context }: Home): Promise<boolean> {
  const said = context.words.commands.delete
  const question = said.really(entry.title, context.words.days.inWords(dayOf(entry.started)))
  if ((await renderer.confirm(question, false)) !== true) return false
  journal.delete(entry)
  renderer.say(said.deleted(entry.id.slice(0, 8)))
  return true
}

import { ExitCode, LeftError, WentBackError } from '../../context/errors.ts'
import type { Listed } from '../../entry/model.ts'
import { exerciseOf, finishedEntriesOf, type RevisitedExercise } from '../../progress/then-and-now.ts'
import type { MenuItem } from '../../terminal/renderer.ts'
import { deleteEntry } from '../journal/delete.ts'
import { hosted } from '../shared/host.ts'
import { editEntry } from '../session/editing.ts'
import { sheetOfEntry } from './export.ts'
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
    { label: context.words.menus.sheet.item, value: () => askForSheet(entry, home) },
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

async function askForSheet(entry: Listed, home: Home): Promise<void> {
  try {
    await hosted(home.renderer, home.context, () => sheetOfEntry(entry, home))
  } catch (error) {
    if (!(error instanceof WentBackError)) throw error
  }
}

/** Gives true if the entry was deleted. */
async function askAndDelete(entry: Listed, { journal, options, renderer, context }: Home): Promise<boolean> {
  try {
    await hosted(renderer, context, () => deleteEntry(entry, journal, options, context))
    return true
  } catch (error) {
    if (error instanceof WentBackError) return false
    throw error
  }
}

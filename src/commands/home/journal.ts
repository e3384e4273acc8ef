import { ExitCode, LeftError } from '../../context/errors.ts'
import type { Journal } from '../../journal/store.ts'
import type { Listed } from '../../entry/model.ts'
import { exerciseOf, finishedEntriesOf } from '../../progress/then-and-now.ts'
import type { RevisitedExercise } from '../../progress/then-and-now.ts'
import type { MenuItem } from '../../terminal/renderer.ts'
import { dayOf } from '../../dates/time.ts'
import { editEntry } from '../session/editing.ts'
import type { Home } from './home-state.ts'
import { entryLines } from '../journal/show.ts'
import { comparisonOf } from '../journal/revisit.ts'

/** What can be done with an entry on the screen. */
type Action = 'edit' | 'compare' | 'delete'

/** Shows all entries, filtered by typing. Each can be read, changed, compared and deleted. Ends when the user goes back. */
export async function browseJournal(home: Home): Promise<void> {
  const { renderer, context, journal } = home
  for (let at = 0; ;) {
    const { entries } = journal.list({ status: 'finished' })
    if (entries.length === 0) return
    const picked = await renderer.choose(
      context.words.session.home.whichEntry,
      entries.map((entry) => entryItem(entry, home)),
      at
    )
    if (picked.kind === 'back') return
    if (picked.kind === 'leave') throw new LeftError('', ExitCode.done)
    at = entries.indexOf(picked.value)
    await readEntry(picked.value, entries, home)
  }
}

function entryItem(entry: Listed, { journal, context }: Home): MenuItem<Listed> {
  return {
    value: entry,
    label: entry.title,
    note: context.words.days.inWords(dayOf(entry.started)),
    text: () => wordsIn(entry, journal)
  }
}

/** The text that typing filters by: all questions and answers. */
function wordsIn({ file }: Listed, journal: Journal): string {
  const { sections } = journal.read(file)
  return sections.map(({ title, raw = '' }) => `${title}\n${raw.slice(raw.indexOf('\n') + 1)}`).join('\n')
}

/** Shows one entry and what can be done with it. `all` are the entries to compare it with, newest first. */
export async function readEntry(entry: Listed, all: readonly Listed[], home: Home): Promise<void> {
  const { renderer, context, journal } = home
  const words = context.words.session.home
  const meant = exerciseOf(entry, home.packs)
  const same = finishedEntriesOf(meant, all)
  const actions: MenuItem<Action>[] = [
    { label: words.edit, value: 'edit' },
    ...(same.length > 1 ? [{ label: words.compare, value: 'compare' as const }] : []),
    { label: words.delete, value: 'delete' }
  ]
  for (;;) {
    const picked = await renderer.look(entryLines(journal.read(entry.file), home.packs, home.options, context), actions)
    if (picked.kind === 'back') return
    if (picked.kind === 'leave') throw new LeftError('', ExitCode.done)
    if (picked.value === 'edit') await editEntry(entry, { journal, renderer, context })
    else if (picked.value === 'compare') await compare(meant, same, home)
    else if (await askAndDelete(entry, home)) return
  }
}

async function compare(of: RevisitedExercise, newestFirst: readonly Listed[], home: Home): Promise<void> {
  const entries = newestFirst.toReversed().map(({ file }) => home.journal.read(file))
  const picked = await home.renderer.look(comparisonOf(of, entries, home.options, home.context), [])
  if (picked.kind === 'leave') throw new LeftError('', ExitCode.done)
}

async function askAndDelete(entry: Listed, { journal, renderer, context }: Home): Promise<boolean> {
  const said = context.words.commands.delete
  const question = said.really(entry.title, context.words.days.inWords(dayOf(entry.started)))
  if ((await renderer.confirm(question, false)) !== true) return false
  journal.delete(entry.file)
  renderer.say(said.deleted(entry.id.slice(0, 8)))
  return true
}

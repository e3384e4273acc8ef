import type { Context } from '../../context/context.ts'
import type { Listed } from '../../entry/model.ts'
import type { Journal } from '../../journal/store.ts'
import { visible } from '../../text/visible.ts'
import { dayOf } from '../../dates/time.ts'
import { entryNamed } from '../shared/choosing.ts'
import { requireYes } from '../shared/options.ts'
import { tell } from '../shared/output.ts'
import { defineCommand, flag, optional, type GlobalOptions } from '../shared/command.ts'
import { openedJournal } from '../shared/journal.ts'

/** Moves an entry to the trash, after a question. */
export const deleteCommand = defineCommand({
  help: (words) => words.delete.what,
  args: { entry: optional('entry', (words) => words.delete.entry) },
  options: { yes: flag((words) => words.delete.yes) },
  async run(options, context) {
    const journal = openedJournal(options, context)
    const entry = await entryNamed(options.entry, journal.list().entries, { isExact: true, options, context })
    await deleteEntry(entry, journal, options, context)
  }
})

/** Asks whether to delete an entry, deletes it, and says how to get it back. @throws LeftError if it is not to be deleted. */
export async function deleteEntry(
  entry: Listed,
  journal: Journal,
  options: GlobalOptions & { readonly yes?: boolean },
  context: Context
): Promise<void> {
  const said = context.words.commands.delete
  const { id, title, started } = entry
  const question = said.really(visible(title), context.words.days.inWords(dayOf(started)))
  if (options.yes !== true) await requireYes(question, said.kept, options, context)
  journal.delete(entry)
  tell(said.deleted(id.slice(0, 8)), context)
}

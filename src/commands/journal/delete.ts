import { ExitCode, LeftError } from '../../context/errors.ts'
import { visible } from '../../text/visible.ts'
import { dayOf } from '../../dates/time.ts'
import { entryNamed } from '../shared/choosing.ts'
import { confirm } from '../shared/options.ts'
import { tell } from '../shared/output.ts'
import { defineCommand, flag, optional } from '../shared/command.ts'
import { openedJournal } from '../shared/journal.ts'

/** Moves an entry to the trash, after a question. */
export const deleteCommand = defineCommand({
  help: (words) => words.delete.what,
  args: { entry: optional('entry', (words) => words.delete.entry) },
  options: { yes: flag((words) => words.delete.yes) },
  async run(options, context) {
    const said = context.words.commands.delete
    const journal = openedJournal(options, context)
    const entry = await entryNamed(options.entry, journal.list().entries, { isExact: true, options, context })
    const { id, title, started } = entry
    const question = said.really(visible(title), context.words.days.inWords(dayOf(started)))
    if (options.yes !== true && (await confirm(question, false, options, context)) !== true)
      throw new LeftError(said.kept, ExitCode.done)
    journal.delete(entry)
    tell(said.deleted(id.slice(0, 8)), context)
  }
})

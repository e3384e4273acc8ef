import type { Context } from '../../context.ts'
import { ExitCode, LeftError } from '../../errors.ts'
import { openJournal } from '../../journal/store.ts'
import { visible } from '../../terminal/width.ts'
import { dayOf } from '../../time.ts'
import { journalOf, rendererOf } from '../options.ts'
import type { GlobalOptions } from '../options.ts'
import { tell } from '../output.ts'

export interface DeleteOptions extends GlobalOptions {
  readonly entry: string
  /** Without a question. */
  readonly yes?: boolean
}

/** Puts an entry into the trash, once it was said that this one is meant. */
export async function run(options: DeleteOptions, context: Context): Promise<ExitCode> {
  const said = context.words.commands.delete
  const journal = openJournal(journalOf(options, context))
  const { file, id, title, started } = await journal.find(options.entry, context)
  const question = said.really(visible(title), context.words.days.inWords(dayOf(started)))
  if (options.yes !== true && !(await isMeant(question, options, context)))
    throw new LeftError(said.kept, ExitCode.done)
  journal.delete(file)
  tell(said.deleted(id.slice(0, 8)), context)
  return ExitCode.done
}

/** Whether the answer to a question is yes. */
export async function isMeant(question: string, options: GlobalOptions, context: Context): Promise<boolean> {
  const renderer = await rendererOf(options, context)
  try {
    return (await renderer.confirm(question, false)) === true
  } finally {
    renderer.close()
  }
}

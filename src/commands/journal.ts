import type { Context } from '../context.ts'
import { ExitCode } from '../errors.ts'
import { listedJson } from '../export/json.ts'
import type { Listed } from '../journal/model.ts'
import { openJournal } from '../journal/store.ts'
import type { Filter } from '../journal/list.ts'
import { rows } from '../terminal/rows.ts'
import { visible } from '../terminal/width.ts'
import { dayOf } from '../time.ts'
import { journalOf, themeOf } from './options.ts'
import type { GlobalOptions } from './options.ts'
import { print, printJson } from './output.ts'

export interface JournalOptions extends GlobalOptions, Filter {
  readonly json?: boolean
}

/** Lists entries, newest first. */
export function run(options: JournalOptions, context: Context): Promise<ExitCode> | ExitCode {
  const journal = openJournal(journalOf(options, context))
  const { entries, unread } = journal.list(options)
  const words = context.words.commands.journal
  for (const { file } of unread) context.stderr.write(`${words.unread(visible(file))}\n`)
  if (options.json === true) {
    printJson(
      entries.map(({ file }) => listedJson(journal.read(file), file)),
      context
    )
    return ExitCode.done
  }
  if (entries.length === 0) {
    context.stderr.write(`${words.empty(journal.dir)}\n`)
    return ExitCode.done
  }
  return printRows(entries, options, context)
}

async function printRows(entries: readonly Listed[], options: JournalOptions, context: Context): Promise<ExitCode> {
  const { draft } = context.words.commands.journal
  const items = entries.map((entry) => ({
    name: dayOf(entry.started),
    text: visible(entry.title),
    note: [entry.status === 'draft' ? draft : '', entry.id.slice(0, 8)].filter((part) => part !== '').join(', ')
  }))
  await print(rows(items, context.stdout.columns, themeOf(options, context)), context)
  return ExitCode.done
}

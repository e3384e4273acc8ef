import type { Context } from '../context.ts'
import { ExitCode } from '../errors.ts'
import type { Listed } from '../journal/model.ts'
import { listEntries } from '../journal/list.ts'
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

/** Lists entries, newest first. Only what JSON needs of them is read: their front matter, and for `words` all of it. */
export async function run(options: JournalOptions, context: Context): Promise<ExitCode> {
  const dir = journalOf(options, context)
  const { entries, unread } = listEntries(dir, options)
  const words = context.words.commands.journal
  for (const { file } of unread) context.stderr.write(`${words.unread(visible(file))}\n`)
  if (options.json === true) await printAsJson(entries, dir, context)
  else if (entries.length === 0) context.stderr.write(`${words.empty(visible(dir))}\n`)
  else await printRows(entries, options, context)
  return ExitCode.done
}

async function printAsJson(entries: readonly Listed[], dir: string, context: Context): Promise<void> {
  const { openJournal } = await import('../journal/store.ts')
  const { listedJson } = await import('../export/json.ts')
  const journal = openJournal(dir)
  const items = entries.map(({ file }) => listedJson(journal.read(file), file))
  printJson(items, context)
}

async function printRows(entries: readonly Listed[], options: JournalOptions, context: Context): Promise<void> {
  const { draft } = context.words.commands.journal
  const items = entries.map((entry) => ({
    name: dayOf(entry.started),
    text: visible(entry.title),
    note: [entry.status === 'draft' ? draft : '', entry.id.slice(0, 8)].filter((part) => part !== '').join(', ')
  }))
  await print(rows(items, context.stdout.columns, themeOf(options, context)), context)
}

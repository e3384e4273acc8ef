import type { Context } from '../context.ts'
import { ExitCode } from '../errors.ts'
import type { Listed } from '../journal/model.ts'
import { listAll } from '../journal/list.ts'
import type { Filter, Listing } from '../journal/list.ts'
import { rows } from '../terminal/rows.ts'
import { visible } from '../terminal/width.ts'
import { dayOf } from '../time.ts'
import { journalOf, themeOf } from './options.ts'
import type { GlobalOptions } from './options.ts'
import { print, printJson, sayUnread } from './output.ts'

export interface JournalOptions extends GlobalOptions, Filter {
  readonly json?: boolean
  /** What was deleted, in place of what is there. */
  readonly trash?: boolean
  /** Puts this one back from the trash. */
  readonly restore?: string
  /** Removes what is in the trash for good. */
  readonly empty?: boolean
  /** Without a question. */
  readonly yes?: boolean
}

/** Lists entries, newest first. Only front matter is read; for JSON, which counts words, all of them. */
export async function run(options: JournalOptions, context: Context): Promise<ExitCode> {
  const dir = journalOf(options, context)
  if (options.trash === true || options.restore !== undefined || options.empty === true) {
    const { runTrash } = await import('./trash.ts')
    return runTrash(options, dir, context)
  }
  if (options.json === true) await printAsJson(dir, options, context)
  else {
    const { entries } = told(await listAll(dir, options), context)
    if (entries.length === 0) await sayNone(dir, options, context)
    else await printRows(entries, options, context)
  }
  return ExitCode.done
}

async function sayNone(dir: string, options: JournalOptions, context: Context): Promise<void> {
  const { whyNoneFits } = await import('./none-fit.ts')
  const why = (await whyNoneFits(dir, options, context)) ?? context.words.commands.filters.noneFits
  context.stderr.write(`${why}\n`)
}

async function printAsJson(dir: string, options: JournalOptions, context: Context): Promise<void> {
  const { openJournal } = await import('../journal/store.ts')
  const { listedJson } = await import('../export/json.ts')
  const { Ticker } = await import('./ticker.ts')
  // Opening may give an entry its place that a crash kept from it: so it comes before the list.
  const journal = openJournal(dir)
  const { entries } = told(await journal.all(options), context)
  const ticker = new Ticker(options, context)
  const items = entries.map(({ file }, index) => {
    ticker.tick(index + 1)
    return listedJson(journal.read(file), file)
  })
  ticker.clear()
  printJson(items, context)
}

/** A listing, once what does not read has been named. */
export function told(listing: Listing, context: Context): Listing {
  for (const unread of listing.unread) sayUnread(unread, context)
  return listing
}

/** A line for each entry: day, title, the beginning of its id. */
export async function printRows(entries: readonly Listed[], options: GlobalOptions, context: Context): Promise<void> {
  const { draft } = context.words.commands.journal
  const items = entries.map((entry) => ({
    name: dayOf(entry.started),
    text: visible(entry.title),
    note: [entry.status === 'draft' ? draft : '', entry.id.slice(0, 8)].filter((part) => part !== '').join(', ')
  }))
  await print(rows(items, context.stdout.columns, themeOf(options, context)), context)
}

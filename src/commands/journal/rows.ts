import type { Context } from '../../context/context.ts'
import type { Listing } from '../../journal/list.ts'
import type { EntryHead, Listed } from '../../entry/model.ts'
import { rows } from '../../display/rows.ts'
import { visible } from '../../display/width.ts'
import { dayOf } from '../../dates/time.ts'
import { themeOf } from '../shared/options.ts'
import type { GlobalOptions } from '../shared/options.ts'
import { print, sayUnread } from '../shared/output.ts'

/** A listing, once what does not read has been named. */
export function told(listing: Listing, context: Context): Listing {
  for (const unread of listing.unread) sayUnread(unread, context)
  return listing
}

/** What an entry is named by, and whether it is unfinished. */
export function entryNote({ id, status }: EntryHead, { words }: Pick<Context, 'words'>): string {
  const short = id.slice(0, 8)
  return status === 'draft' ? `${words.commands.journal.draft}, ${short}` : short
}

/** A line for each entry: day, title, the beginning of its id. */
export async function printRows(entries: readonly Listed[], options: GlobalOptions, context: Context): Promise<void> {
  const items = entries.map((entry) => ({
    name: dayOf(entry.started),
    text: visible(entry.title),
    note: entryNote(entry, context)
  }))
  await print(rows(items, context.stdout.columns, themeOf(options, context)), context)
}

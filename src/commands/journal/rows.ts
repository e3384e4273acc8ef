import type { Context } from '../../context.ts'
import type { Listing } from '../../journal/list.ts'
import type { Listed } from '../../journal/model.ts'
import { rows } from '../../terminal/rows.ts'
import { visible } from '../../terminal/width.ts'
import { dayOf } from '../../time.ts'
import { themeOf } from '../options.ts'
import type { GlobalOptions } from '../options.ts'
import { print, sayUnread } from '../output.ts'

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

import type { Context } from '../../context/context.ts'
import { UsageError } from '../../context/errors.ts'
import type { Listed } from '../../entry/model.ts'
import { listedJson } from '../../export/json.ts'
import { joinDeleted } from '../../journal/identity.ts'
import { listEntries, type Filter } from '../../journal/list.ts'
import type { Journal } from '../../journal/store.ts'
import {
  defineCommand,
  flag,
  json,
  optionalTextOption,
  type GlobalOptions,
  type OptionValues
} from '../shared/command.ts'
import { entryNamed } from '../shared/choosing.ts'
import { requireYes } from '../shared/options.ts'
import { Ticker, printJsonItems, tell } from '../shared/output.ts'
import { printRows, reportListing } from './entry-rows.ts'
import { filterOptions, resolveFilter, whyNoneFits } from '../shared/filters.ts'
import { checkedFolders, checkedJournal, openChecked } from '../shared/journal.ts'

const journalOptions = {
  ...filterOptions,
  json,
  trash: flag((words) => words.trash.list),
  restore: optionalTextOption('deleted', (words) => words.trash.restore),
  empty: flag((words) => words.trash.empty),
  yes: flag((words) => words.delete.yes)
}

type JournalOptions = OptionValues<typeof journalOptions> & GlobalOptions

/** Lists entries, newest first. It reads only their front matter, except for JSON, which has the number of words. */
export const journalCommand = defineCommand({
  help: (words) => words.journal.what,
  options: journalOptions,
  async run(asked, context) {
    const options = resolveFilter(asked, context)
    const isFull = options.limit === undefined || options.since !== undefined || options.until !== undefined
    const dir = checkedJournal(options, context, { isFull })
    if (options.trash === true || options.restore !== undefined || options.empty === true)
      return runTrash(options, dir, context)
    if (options.json === true) return printAsJson(dir, options, context)
    const { entries } = reportListing(listEntries(dir, options, { tree: checkedFolders(dir, context) }), context)
    if (entries.length === 0) tell(whyNoneFits(dir, options, context), context)
    else await printRows(entries, options, context)
  }
})

function printAsJson(dir: string, options: JournalOptions, context: Context): void {
  // Opening a journal can finish a write that a crash interrupted, so it comes before the listing.
  const store = openChecked(dir, context)
  const { entries } = reportListing(store.list(options), context)
  // On a terminal the printed entries show the progress.
  const ticker = new Ticker({ quiet: options.quiet === true || context.stdout.isTTY }, context)
  const jsonOf = ({ file }: Listed, index: number) => {
    ticker.tick(index + 1)
    return listedJson(store.read(file), file)
  }
  printJsonItems(entries, jsonOf, context)
  ticker.clear()
}

/** Lists deleted entries, puts one back, or removes them for good. */
async function runTrash(options: JournalOptions, dir: string, context: Context): Promise<void> {
  const journal = openChecked(dir, context)
  if (options.empty === true) return emptyTrash(journal, options, context)
  const { entries } = reportListing(journal.deleted(options), context)
  if (options.restore !== undefined) {
    if (entries.length === 0) throw new UsageError(nothing(options, context))
    const listing = 'reflect journal --trash'
    const name = options.restore === true ? undefined : options.restore
    const entry = await entryNamed(name, joinDeleted(entries), { listing, options, context })
    restoreEntry(entry, journal, context)
  } else if (options.json === true) {
    printJsonItems(entries, ({ file }) => listedJson(journal.read(file), file), context)
  } else if (entries.length === 0) tell(nothing(options, context), context)
  else await printRows(entries, options, context)
}

/** Removes deleted entries for good, after a question. @throws LeftError if they are not to be removed. */
export async function emptyTrash(journal: Journal, options: JournalOptions, context: Context): Promise<void> {
  const { trash, delete: deleting } = context.words.commands
  const { entries, unread } = journal.deleted(options)
  const files = [...entries, ...(isFiltered(options) ? [] : unread)].map(({ file }) => file)
  if (files.length === 0) return tell(nothing(options, context), context)
  if (options.yes !== true) await requireYes(trash.really(files.length), deleting.kept, options, context)
  tell(trash.emptied(journal.emptyTrash(files)), context)
}

/** Puts a deleted entry back, and says where it is. */
export function restoreEntry({ file }: Listed, journal: Journal, context: Context): void {
  tell(context.words.commands.trash.restored(journal.restore(file)), context)
}

function isFiltered({ status, pack, exercise, tag, since, until, limit }: Filter): boolean {
  return [status, pack, exercise, tag, since, until, limit].some((wish) => wish !== undefined)
}

function nothing(options: Filter, { words }: Context): string {
  return isFiltered(options) ? words.commands.filters.noneFits : words.commands.trash.nothing
}

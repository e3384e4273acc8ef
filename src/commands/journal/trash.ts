import type { Context } from '../../context/context.ts'
import { ExitCode, LeftError, UsageError } from '../../context/errors.ts'
import { findEntry } from '../../journal/find.ts'
import type { Filter } from '../../journal/list.ts'
import { openJournal } from '../../journal/store.ts'
import type { Journal } from '../../journal/store.ts'
import { askYesOrNo } from './delete.ts'
import { printRows, reportUnread } from './entry-rows.ts'
import type { GlobalOptions } from '../shared/command.ts'
import { printJson, tell } from '../shared/output.ts'
import { listedJson } from '../../export/json.ts'

export interface TrashOptions extends GlobalOptions {
  readonly json?: boolean
  /** The entry to put back. */
  readonly restore?: string
  /** Removes all for good. */
  readonly empty?: boolean
  /** Asks nothing. */
  readonly yes?: boolean
}

/** Lists deleted entries, puts one back, or removes them for good. */
export async function runTrash(options: TrashOptions & Filter, dir: string, context: Context): Promise<ExitCode> {
  const journal = openJournal(dir)
  if (options.empty === true) return empty(journal, options, context)
  const { entries } = reportUnread(journal.deleted(options), context)
  if (options.restore !== undefined) {
    if (entries.length === 0) throw new UsageError(nothing(options, context))
    const { file } = findEntry(entries, options.restore, context, 'reflect journal --trash')
    tell(context.words.commands.trash.restored(journal.restore(file)), context)
  } else if (options.json === true) {
    printJson(
      entries.map(({ file }) => listedJson(journal.read(file), file)),
      context
    )
  } else if (entries.length === 0) tell(nothing(options, context), context)
  else await printRows(entries, options, context)
  return ExitCode.done
}

async function empty(journal: Journal, options: TrashOptions & Filter, context: Context): Promise<ExitCode> {
  const { trash, delete: deleting } = context.words.commands
  const { entries, unread } = journal.deleted(options)
  const files = [...entries, ...(isFiltered(options) ? [] : unread)].map(({ file }) => file)
  if (files.length === 0) tell(nothing(options, context), context)
  else {
    if (options.yes !== true && !(await askYesOrNo(trash.really(files.length), options, context)))
      throw new LeftError(deleting.kept, ExitCode.done)
    tell(trash.emptied(journal.emptyTrash(files)), context)
  }
  return ExitCode.done
}

function isFiltered({ status, pack, exercise, tag, since, until, limit }: Filter): boolean {
  return [status, pack, exercise, tag, since, until, limit].some((wish) => wish !== undefined)
}

function nothing(options: Filter, { words }: Context): string {
  return isFiltered(options) ? words.commands.filters.noneFits : words.commands.trash.nothing
}

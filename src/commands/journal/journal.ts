import type { Context } from '../../context/context.ts'
import { ExitCode } from '../../context/errors.ts'
import { listEntries } from '../../journal/list.ts'
import type { Filter } from '../../journal/list.ts'
import type { Listed } from '../../entry/model.ts'
import { journalOf } from '../shared/options.ts'
import { printJsonItems, tell, Ticker } from '../shared/output.ts'
import { filterOptions, resolveFilter, whyNoneFits } from './filters.ts'
import { printRows, reportUnread } from './entry-rows.ts'
import { runTrash } from './trash.ts'
import { openJournal } from '../../journal/store.ts'
import { listedJson } from '../../export/json.ts'
import { defineCommand, flag, json, textOption } from '../shared/command.ts'
import type { GlobalOptions } from '../shared/command.ts'

/** Lists entries, newest first. It reads only their front matter, except for JSON, which has the number of words. */
export const journalCommand = defineCommand({
  help: (words) => words.journal.what,
  options: {
    ...filterOptions,
    json,
    trash: flag((words) => words.trash.list),
    restore: textOption('deleted', (words) => words.trash.restore),
    empty: flag((words) => words.trash.empty),
    yes: flag((words) => words.delete.yes)
  },
  async run(asked, context) {
    const options = await resolveFilter(asked, context)
    const dir = journalOf(options, context)
    if (options.trash === true || options.restore !== undefined || options.empty === true)
      return runTrash(options, dir, context)
    if (options.json === true) await printAsJson(dir, options, context)
    else {
      const { entries } = reportUnread(listEntries(dir, options), context)
      if (entries.length === 0) tell(await whyNoneFits(dir, options, context), context)
      else await printRows(entries, options, context)
    }
    return ExitCode.done
  }
})

async function printAsJson(dir: string, options: GlobalOptions & Filter, context: Context): Promise<void> {
  // Opening a journal can finish a write that a crash interrupted, so it comes before the listing.
  const store = openJournal(dir)
  const { entries } = reportUnread(store.list(options), context)
  // On a terminal the printed entries show the progress.
  const ticker = new Ticker({ quiet: options.quiet === true || context.stdout.isTTY }, context)
  const jsonOf = ({ file }: Listed, index: number) => {
    ticker.tick(index + 1)
    return listedJson(store.read(file), file)
  }
  printJsonItems(entries, jsonOf, context)
  ticker.clear()
}

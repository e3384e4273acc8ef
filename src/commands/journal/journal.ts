import type { Context } from '../../context/context.ts'
import { ExitCode } from '../../context/errors.ts'
import { listEntries } from '../../journal/list.ts'
import type { Filter } from '../../journal/list.ts'
import type { Listed } from '../../entry/model.ts'
import { journalOf } from '../shared/options.ts'
import { printJsonItems, tell } from '../shared/output.ts'
import { meantFilter } from './meant.ts'
import { printRows, told } from './rows.ts'
import type { TrashOptions } from './trash.ts'

export interface JournalOptions extends TrashOptions, Filter {
  /** What was deleted, in place of what is there. */
  readonly trash?: boolean
}

/** Lists entries, newest first. Only front matter is read; for JSON, which counts words, all of them. */
export async function run(asked: JournalOptions, context: Context): Promise<ExitCode> {
  const options = await meantFilter(asked, context)
  const dir = journalOf(options, context)
  if (options.trash === true || options.restore !== undefined || options.empty === true) {
    const { runTrash } = await import('./trash.ts')
    return runTrash(options, dir, context)
  }
  if (options.json === true) await printAsJson(dir, options, context)
  else {
    const { entries } = told(listEntries(dir, options), context)
    if (entries.length === 0) await sayNone(dir, options, context)
    else await printRows(entries, options, context)
  }
  return ExitCode.done
}

async function sayNone(dir: string, options: JournalOptions, context: Context): Promise<void> {
  const { whyNoneFits } = await import('./none-fit.ts')
  const why = (await whyNoneFits(dir, options, context)) ?? context.words.commands.filters.noneFits
  tell(why, context)
}

async function printAsJson(dir: string, options: JournalOptions, context: Context): Promise<void> {
  const { openJournal } = await import('../../journal/store.ts')
  const { listedJson } = await import('../../export/json.ts')
  const { Ticker } = await import('../shared/ticker.ts')
  // Opening may give an entry its place that a crash kept from it: so it comes before the list.
  const journal = openJournal(dir)
  const { entries } = told(journal.list(options), context)
  // On a terminal the entries themselves show how far it is.
  const ticker = new Ticker({ quiet: options.quiet === true || context.stdout.isTTY }, context)
  const jsonOf = ({ file }: Listed, index: number) => {
    ticker.tick(index + 1)
    return listedJson(journal.read(file), file)
  }
  printJsonItems(entries, jsonOf, context)
  ticker.clear()
}

import type { Context } from '../../context/context.ts'
import { ExitCode } from '../../context/errors.ts'
import { visible } from '../../display/width.ts'
import { progressPage } from '../../export/html/progress.ts'
import { statement } from '../../export/statement.ts'
import { openJournal } from '../../journal/store.ts'
import { withoutPrivate } from '../../progress/report.ts'
import type { Report } from '../../progress/report.ts'
import { replaceFile } from '../../storage/atomic-write.ts'
import { defineCommand, flag, json, textOption } from '../shared/command.ts'
import { journalOf, packsOf } from '../shared/options.ts'
import { print, printJson, say, Ticker } from '../shared/output.ts'
import { refuseToOverwrite } from '../shared/overwriting.ts'
import { typedPath } from '../../text/typed-path.ts'
import { reportUnread } from './entry-rows.ts'
import { readReport, reportJson } from './progress-report.ts'
import { reportLines } from './progress-view.ts'

/** Shows what was done so far, and what is due. */
export const progressCommand = defineCommand({
  help: (words) => words.progress.what,
  options: {
    json,
    html: textOption('file', (words) => words.progress.html, ['json', 'statement']),
    statement: flag((words) => words.progress.statement, ['json']),
    includePrivate: flag((words) => words.progress.includePrivate),
    force: flag((words) => words.export.force)
  },
  async run(options, context) {
    const packs = await packsOf({}, context)
    const journal = openJournal(journalOf(options, context))
    const { entries } = reportUnread(journal.list(), context)
    const ticker = new Ticker(options, context)
    const report = readReport(packs, entries, journal, context, (read) => ticker.tick(read))
    ticker.clear()
    if (options.json === true) printJson(reportJson(report), context)
    else if (options.statement === true)
      await print(visible(statement(report, context.words), { newlines: true }).split('\n'), context)
    else if (options.html !== undefined) await writePage(report, options.html, options, context)
    else await print(reportLines(report, options, context)(context.stdout.columns), context)
    return ExitCode.done
  }
})

async function writePage(
  report: Report,
  name: string,
  options: { readonly includePrivate?: boolean; readonly force?: boolean; readonly quiet?: boolean },
  context: Context
): Promise<void> {
  const file = typedPath(name, context)
  refuseToOverwrite(file, options, context)
  const open = options.includePrivate === true ? { report, hidden: 0 } : withoutPrivate(report)
  replaceFile(file, progressPage(open.report, context.words))
  if (open.hidden > 0) say(context.words.commands.progress.hidden(open.hidden), options, context)
}

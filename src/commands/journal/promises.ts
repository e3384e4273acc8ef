import { measure } from '../../display/measure.ts'
import type { Context } from '../../context/context.ts'
import { dayOf, isoTime } from '../../dates/time.ts'
import { joinBlocks, wrap } from '../../display/wrap.ts'
import { entriesWithIntentions } from '../../journal/plans.ts'
import { promisesIn, type Promised } from '../../progress/promises.ts'
import { visible } from '../../text/visible.ts'
import { defineCommand, json, type GlobalOptions } from '../shared/command.ts'
import { openedJournal } from '../shared/journal.ts'
import { themeOf } from '../shared/options.ts'
import { printJson, tell } from '../shared/output.ts'
import { print } from '../shared/print.ts'
import { planJson, reportListing } from './entry-rows.ts'

/** Lists the plans that were made, and what became of them: the open ones first, each kind from the oldest to the newest. */
export const promisesCommand = defineCommand({
  help: (words) => words.promises.what,
  options: { json },
  async run(options, context) {
    const journal = openedJournal(options, context, { isFull: true })
    const { entries } = reportListing(journal.list(), context)
    const promises = promisesIn(entriesWithIntentions(journal.dir, entries))
    if (options.json === true) return printJson(promises.map(planJson), context)
    if (promises.length === 0) return tell(context.words.commands.promises.none, context)
    await print((columns) => promiseLines(promises, columns, options, context), options, context)
  }
})

/** The plans as lines, the open ones first. */
export function promiseLines(
  promises: readonly Promised[],
  columns: number,
  options: GlobalOptions,
  context: Context
): string[] {
  const said = context.words.commands.promises
  const theme = themeOf(options, context)
  const block = (title: string, some: readonly Promised[]) =>
    some.length === 0
      ? []
      : [theme.strong(title), ...joinBlocks(some.map((one) => linesOf(one, measure(columns), context)))]
  return joinBlocks([
    block(
      said.open,
      promises.filter(({ isOpen }) => isOpen)
    ),
    block(
      said.closed,
      promises.filter(({ isOpen }) => !isOpen)
    )
  ])
}

/** A plan, where it was made, and what was said about it. */
function linesOf(
  { sentence, title, made, said, isOpen, due }: Promised,
  columns: number,
  { words, now }: Context
): string[] {
  const { promises } = words.commands
  const { inWords } = words.days
  const isDue = due <= dayOf(isoTime(now()))
  const notes = [
    promises.from(visible(title), inWords(dayOf(made))),
    ...said.map(
      ({ outcome, at, line }) =>
        promises.said[outcome](inWords(dayOf(at))) + (line === undefined ? '' : ` ${promises.line(visible(line))}`)
    ),
    ...(isOpen ? [isDue ? promises.due : promises.dueFrom(inWords(due))] : [])
  ]
  const indented = (text: string, indent: string) => wrap(text, columns - indent.length).map((line) => indent + line)
  return [...indented(visible(sentence), '  '), ...notes.flatMap((note) => indented(note, '    '))]
}

import { ExitCode, UsageError } from '../../context/errors.ts'
import type { IncomingEntry, ImportResult } from '../../journal/import-entries.ts'
import { visible } from '../../text/visible.ts'
import { translated, type Message } from '../../words/index.ts'
import { sourcesIn, type Source } from '../../import/sources.ts'
import type { Context } from '../../context/context.ts'
import { typedFor } from '../shared/choosing.ts'
import { Ticker, tell } from '../shared/output.ts'
import { defineCommand, optional, type GlobalOptions } from '../shared/command.ts'
import { typedPath } from '../../text/typed-path.ts'
import { openedJournal } from '../shared/journal.ts'

/**
 * Takes entries in from an export, another machine's journal or Day One. What is here already stays as it is; answers
 * that are missing here are added; of what differs, the other version is kept in a copy.
 */
export const importCommand = defineCommand({
  help: (words) => words.import.what,
  args: { from: optional('from', (words) => words.import.from) },
  run: importEntries
})

/** Imports from a file or folder that is named, or that the user types. Gives the exit code. */
export async function importEntries(
  options: GlobalOptions & { readonly from: string | undefined },
  context: Context
): Promise<ExitCode> {
  const words = context.words.import
  const say = (line: string) => tell(visible(line), context)
  const question = { question: context.words.menus.import.from }
  const from = options.from ?? (await typedFor('from', question, { options, context }))
  const target = typedPath(from, context)
  const take = openedJournal(options, context).importer()
  const ticker = new Ticker(options, context)
  const counts = { added: 0, merged: 0, known: 0, replaced: 0, differs: 0, refused: 0, wordless: 0, left: 0 }
  let read = 0
  try {
    for (const source of sourcesIn(target, context)) {
      const taken = takenIn(source, take)
      counts[taken.kind] += 1
      counts.left += 'left' in source.incoming ? source.incoming.left : 0
      if (taken.kind === 'refused' || taken.kind === 'differs') ticker.clear()
      if (taken.kind === 'refused') say(words.refused(source.name, translated(taken.why, context.words)))
      if (taken.kind === 'differs') say(words.differs(taken.file, taken.copy))
      ticker.tick((read += 1))
    }
  } finally {
    ticker.clear()
    // Also where the file breaks off: what came before has been taken in.
    if (read > 0 && options.quiet !== true) say(words.account(counts))
  }
  if (read === 0) throw new UsageError(words.noEntries(from))
  return counts.refused === 0 ? ExitCode.done : ExitCode.usage
}

type Outcome = ImportResult | { readonly kind: 'wordless' } | { readonly kind: 'refused'; readonly why: Message }

function takenIn({ incoming }: Source, take: (arriving: IncomingEntry) => ImportResult): Outcome {
  if (incoming.kind !== 'entry') return incoming
  try {
    return take(incoming)
  } catch (error) {
    if (error instanceof UsageError) return { kind: 'refused', why: error.sentence }
    throw error
  }
}

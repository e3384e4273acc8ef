import type { Context } from '../../context/context.ts'
import { ExitCode, LeftError, MisuseError, UsageError, WentBackError } from '../../context/errors.ts'
import { dayOf } from '../../dates/time.ts'
import type { Listed } from '../../entry/model.ts'
import { readEntry } from '../../journal/conflict-write.ts'
import { ambiguous, findEntries } from '../../journal/find.ts'
import { firstWordsIn } from '../../journal/reading.ts'
import type { LineQuestion, MenuItem, MenuResult } from '../../terminal/renderer.ts'
import type { GlobalOptions } from './command.ts'
import { withRenderer } from './options.ts'

/* What a command does about a name that was left out, or that means several things: on a terminal the user chooses. */

/** Whether someone can be asked, and sees the question. Standard input is looked at last, because that opens it. */
export function canAsk({ stdin, stdout }: Pick<Context, 'stdin' | 'stdout'>): boolean {
  return stdout.isTTY && stdin.isTTY === true
}

/** The command that asks. */
export interface Asking {
  readonly options: GlobalOptions
  readonly context: Context
}

/** How an entry is named. */
interface EntryChoice extends Asking {
  /** Only an id, a file and a whole title name an entry, and of several none is meant. */
  readonly isExact?: boolean
  /** The command that lists the names. */
  readonly listing?: string
}

/**
 * The entry that a name means. On a terminal, the user chooses if there is no name, or if several entries have it.
 *
 * @param entries newest first.
 * @throws UsageError if the name is missing, unknown or ambiguous; LeftError if the user chooses nothing.
 */
export async function entryNamed(
  name: string | undefined,
  entries: readonly Listed[],
  { isExact = false, listing, options, context }: EntryChoice
): Promise<Listed> {
  if (name === undefined) return entryFromAll(entries, { options, context })
  const found = findEntries(entries, name, context, { isExact, ...(listing === undefined ? {} : { listing }) })
  const [only, ...others] = found
  if (others.length === 0) return only
  if (isExact || !canAsk(context)) throw ambiguous(found, name, context)
  return chosenEntry(found, { options, context })
}

function entryFromAll(entries: readonly Listed[], { options, context }: Asking): Promise<Listed> {
  const { words } = context
  if (!canAsk(context)) throw new MisuseError({ kind: 'no-argument', what: 'entry' })
  if (entries.length === 0) throw new UsageError(words.journal.noEntries)
  return chosenEntry(entries, { options, context })
}

function chosenEntry(entries: readonly Listed[], { options, context }: Asking): Promise<Listed> {
  const question = context.words.session.home.whichEntry
  return withRenderer(options, context, async (renderer) =>
    chosen(await renderer.choose(question, entryItems(entries, context)))
  )
}

/** What was chosen from a menu, or typed. @throws WentBackError, or LeftError if the user leaves the program. */
export function chosen<T>(picked: MenuResult<T>): T {
  if (picked.kind === 'back') throw new WentBackError('')
  if (picked.kind === 'leave') throw new LeftError('', ExitCode.done)
  return picked.value
}

/**
 * One of the things in a menu, for an argument that was left out.
 *
 * @throws MisuseError if nobody can be asked: the argument `what` is missing. As `chosen` otherwise.
 */
export async function chosenFor<T>(
  what: string,
  question: string,
  items: readonly MenuItem<T>[],
  { options, context }: Asking
): Promise<T> {
  if (!canAsk(context)) throw new MisuseError({ kind: 'no-argument', what })
  return withRenderer(options, context, async (renderer) => chosen(await renderer.choose(question, items)))
}

/** A line that the user types, for an argument that was left out. An empty line goes back. @throws as `chosenFor`. */
export async function typedFor(what: string, question: LineQuestion, { options, context }: Asking): Promise<string> {
  if (!canAsk(context)) throw new MisuseError({ kind: 'no-argument', what })
  const line = await withRenderer(options, context, async (renderer) => chosen(await renderer.askLine(question)))
  if (line === '') throw new WentBackError('')
  return line
}

/** Entries as items of a menu, with their days and their first words. Typing searches all questions and answers. */
export function entryItems(entries: readonly Listed[], { words }: Pick<Context, 'words'>): MenuItem<Listed>[] {
  return entries.map((entry) => ({
    value: entry,
    label: entry.title,
    note: words.days.inWords(dayOf(entry.started)),
    preview: () => firstWordsIn(entry.file),
    text: () => wordsIn(entry)
  }))
}

function wordsIn({ file }: Listed): string {
  const { sections } = readEntry(file).entry
  return sections.map(({ title, raw = '' }) => `${title}\n${raw.slice(raw.indexOf('\n') + 1)}`).join('\n')
}

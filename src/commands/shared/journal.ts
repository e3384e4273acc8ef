import fs from 'node:fs'
import path from 'node:path'
import type { Context } from '../../context/context.ts'
import { ReflectError } from '../../context/errors.ts'
import { byKind, knownLosses, lossesAfterSearch, lossesIn, type Checked } from '../../journal/inspection/losses.ts'
import { Ledger, type Loss } from '../../journal/ledger.ts'
import type { EntryFolders } from '../../journal/entry-folders.ts'
import { openJournal, type Journal } from '../../journal/store.ts'
import { dataFolder } from '../../settings/index.ts'
import { visible } from '../../text/visible.ts'
import type { GlobalOptions } from './command.ts'
import { folderFault, journalOf } from './options.ts'
import { tell } from './output.ts'
import type { Unread } from '../../journal/reading.ts'
import { translated } from '../../words/index.ts'

/*
 * How commands come to the journal. Whatever reads or writes it compares it first with what this computer last saw in it, and says in one
 * line what is missing.
 */

/** How closely a command looks: `isFull` for one that needs every entry. It matters in large journals only. */
interface Look {
  readonly isFull?: boolean
  /** The command only adds an entry. */
  readonly isAdding?: boolean
  /** Says nothing yet: `checkSearched` follows. */
  readonly isQuiet?: boolean
}

/** What was found in the journals of a run, by folder, so that it is said once. */
const told = new WeakMap<Context, Map<string, Checked>>()

/** What this computer knows about the journal in a folder. */
export function ledgerOf(dir: string, context: Context): Ledger {
  return new Ledger(folderOfLedgers(context), dir, context.platform)
}

/** Undefined without a home folder: then nothing is missed. */
function folderOfLedgers(context: Context): string | undefined {
  try {
    return path.join(dataFolder(context), 'journals')
  } catch (error) {
    if (error instanceof ReflectError) return undefined
    throw error
  }
}

/**
 * The journal's folder, for reading. Says on standard error what is missing from it.
 *
 * @throws ReflectError if the folder is a file, or if there were entries and it is not there or empty.
 */
export function checkedJournal(options: GlobalOptions, context: Context, look: Look = {}): string {
  return checked(journalOf(options, context), context, look)
}

/** The folders of a journal as its check has just read them, so that a list need not read them again. Undefined if it did not. */
export function checkedFolders(dir: string, context: Context): EntryFolders | undefined {
  return told.get(context)?.get(dir)?.tree
}

/** Opens the journal, after the same check as `checkedJournal`. */
export function openedJournal(options: GlobalOptions, context: Context, look: Look = {}): Journal {
  return openChecked(journalOf(options, context), context, look)
}

/** As `openedJournal`, for a journal in a folder that was chosen. */
export function openChecked(dir: string, context: Context, look: Look = {}): Journal {
  return openJournal(checked(dir, context, look), ledgerOf(dir, context))
}

function checked(dir: string, context: Context, { isFull = false, isQuiet = false, isAdding = false }: Look): string {
  const known = told.get(context) ?? new Map<string, Checked>()
  told.set(context, known)
  if (known.has(dir)) return dir
  const fault = folderFault(dir, context)
  if (fault !== undefined) throw new ReflectError(fault)
  const ledger = ledgerOf(dir, context)
  const found = (isAdding ? knownLosses(ledger) : undefined) ?? lossesIn(ledger, isFull)
  known.set(dir, found)
  if (!isQuiet) sayLosses(found, context)
  return dir
}

/** Looks at the entries that a search has not shown to be unchanged, and says what is missing from the journal. */
export function checkSearched(dir: string, digests: ReadonlyMap<string, string>, context: Context): void {
  const known = told.get(context)
  const found = (fs.existsSync(dir) ? lossesAfterSearch(ledgerOf(dir, context), digests) : undefined) ?? known?.get(dir)
  if (found === undefined) return
  known?.set(dir, found)
  sayLosses(found, context)
}

function sayLosses({ losses }: Checked, context: Context): void {
  if (losses.length > 0) tell(sentenceOf(losses, context), context)
}

function sentenceOf(losses: readonly Loss[], { words: { journal } }: Context): string {
  const [only] = losses
  if (only !== undefined && losses.length === 1) return journal.lost(journal.loss[only.kind](visible(only.path)))
  const kinds = byKind(losses).map(([kind, { length }]) => `${length} ${journal.losses[kind]}`)
  return journal.severalLost(losses.length, kinds)
}

/** Says in one line which files are left out because they cannot be read; not those of which something was said already. */
export function reportUnread(unread: readonly Unread[], context: Context): void {
  const files = unread.filter(({ file }) => !wasTold(file, context))
  const { words } = context
  const [first] = files
  if (first === undefined) return
  const why = visible(translated(first.why, words))
  const said = words.commands.journal
  tell(
    files.length === 1
      ? said.unread(visible(first.file), why)
      : said.severalUnread(files.length, visible(first.file), why),
    context
  )
}

/** Whether something was said of a file already, or is to be said no more. */
export function wasTold(file: string, context: Context): boolean {
  return [...(told.get(context) ?? [])].some(([dir, { losses, silenced }]) => {
    const inJournal = path.relative(dir, file).replaceAll(path.sep, '/')
    return silenced.has(inJournal) || losses.some((loss) => loss.path === inJournal)
  })
}

/** Whether an entry whose path passes a test is missing. */
export function isMissed(test: (path: string) => boolean, context: Context): boolean {
  return [...(told.get(context)?.values() ?? [])].some(({ losses }) => losses.some(({ path: lost }) => test(lost)))
}

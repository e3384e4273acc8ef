import type { Context } from '../../context/context.ts'
import { ExitCode, LeftError, UsageError } from '../../context/errors.ts'
import { bundledPacks } from '../../pack/bundled/bundled.ts'
import { makeStaging, type Staging } from '../../pack/fetch/staging.ts'
import { packsFolder, installedPacks, type Installed } from '../../pack/installed/list.ts'
import { suggest } from '../../text/suggest.ts'
import type { GlobalOptions } from '../shared/command.ts'
import { confirm } from '../shared/options.ts'

export interface AskingOptions extends GlobalOptions {
  /** Asks nothing. */
  readonly yes?: boolean
}

/** A question, and what to say if there is no terminal to ask on, or if the user leaves. */
interface Asking {
  readonly question: string
  readonly sayYes: string
  readonly declined: string
}

/**
 * Whether the user agrees; true without a question with `--yes`.
 *
 * @throws UsageError if there is no terminal to ask on. LeftError if the user leaves.
 */
export async function askForConsent(
  { question, sayYes, declined }: Asking,
  options: AskingOptions,
  context: Context
): Promise<boolean> {
  if (options.yes === true) return true
  if (context.stdin.isTTY !== true || !context.stdout.isTTY) throw new UsageError(sayYes)
  const answer = await confirm(question, false, options, context)
  if (answer === undefined) throw new LeftError(declined, ExitCode.interrupted)
  return answer
}

/** Does something with a staging folder, which is removed afterwards, also if it fails or the process is ended. */
export async function withStaging<T>(context: Context, work: (staging: Staging) => Promise<T>): Promise<T> {
  const staging = makeStaging(packsFolder(context))
  const forget = context.onExit(() => staging.remove())
  try {
    return await work(staging)
  } finally {
    forget()
    staging.remove()
  }
}

/** How long something can take before a sentence says what it is. Milliseconds. */
const PATIENCE = 500

/** Does something, and says on a terminal what it is if it takes longer than half a second. */
export async function withNotice<T>(sentence: string, context: Context, work: () => Promise<T>): Promise<T> {
  const { stderr } = context
  const timer = setTimeout(() => stderr.isTTY && stderr.write(`${sentence}\n`), PATIENCE)
  try {
    return await work()
  } finally {
    clearTimeout(timer)
  }
}

/**
 * The added pack with an id, or the only one whose id begins so. `bundled` gives the error for a pack that comes with the program.
 *
 * @throws UsageError if there is none.
 */
export function installedPack(name: string, bundled: (id: string) => string, context: Context): Installed {
  const { packs, problem } = installedPacks(context)
  if (problem !== undefined) throw new UsageError(problem)
  const begun = packs.filter(({ pack }) => pack.id.startsWith(name))
  const found = packs.find(({ pack }) => pack.id === name) ?? (begun.length === 1 ? begun[0] : undefined)
  if (found !== undefined) return found
  const own = bundledPacks(context.installDir).find(({ id }) => id === name)
  if (own !== undefined) throw new UsageError(bundled(own.id))
  const ids = packs.map(({ pack }) => pack.id)
  throw new UsageError(context.words.commands.list.unknownPack(name, suggest(name, ids)))
}

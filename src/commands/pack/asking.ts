import type { Context } from '../../context/context.ts'
import { ExitCode, LeftError, UsageError } from '../../context/errors.ts'
import { packsFolder } from '../../pack/installed/list.ts'
import { makeStaging } from '../../pack/fetch/staging.ts'
import type { Staging } from '../../pack/fetch/staging.ts'
import { rendererOf } from '../shared/options.ts'
import type { GlobalOptions } from '../shared/command.ts'

export interface AskingOptions extends GlobalOptions {
  /** Nobody is asked. */
  readonly yes?: boolean
}

/** The sentences around a question: what is asked, and what is said where nobody can be asked, or left without an answer. */
interface Asking {
  readonly question: string
  readonly sayYes: string
  readonly declined: string
}

/**
 * Whether the learner agrees; not asked with `--yes`.
 *
 * @throws UsageError where there is nobody to ask; LeftError where they left without an answer.
 */
export async function agreed(
  { question, sayYes, declined }: Asking,
  options: AskingOptions,
  context: Context
): Promise<boolean> {
  if (options.yes === true) return true
  if (context.stdin.isTTY !== true || !context.stdout.isTTY) throw new UsageError(sayYes)
  const renderer = await rendererOf(options, context)
  try {
    const answer = await renderer.confirm(question, false)
    if (answer === undefined) throw new LeftError(declined, ExitCode.interrupted)
    return answer
  } finally {
    renderer.close()
  }
}

/** Does a work that needs a staging folder, which is gone afterwards however the work ends. */
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

/** How long something may take before a word is said of it. Milliseconds. */
const UNNOTICED = 500

/** Does a work, and says what it is if it takes longer than unnoticed: on a terminal only. */
export async function withWord<T>(sentence: string, context: Context, work: () => Promise<T>): Promise<T> {
  const { stderr } = context
  const timer = setTimeout(() => stderr.isTTY && stderr.write(`${sentence}\n`), UNNOTICED)
  try {
    return await work()
  } finally {
    clearTimeout(timer)
  }
}

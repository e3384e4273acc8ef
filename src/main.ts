import type { CodeCache, Context } from './context/context.ts'
import { ExitCode, ReflectError } from './context/errors.ts'
import { languageOf } from './settings/language.ts'
import { onCrash, processContext } from './context/process.ts'
import type { ProcessContext } from './context/process.ts'
import { wordsIn } from './words/index.ts'
import { runProgram } from './program.ts'
import { tell } from './commands/shared/output.ts'
import { unforeseen } from './storage/fs-errors.ts'

export { leave } from './context/process.ts'

/** What the launcher hands over: the arguments after the program's name, and where the program is installed. */
export interface Launch {
  readonly args: readonly string[]
  readonly installDir: string
  readonly codeCache?: () => CodeCache
  /** What stands in for parts of the process, when the build runs the program. */
  readonly context?: Partial<ProcessContext>
}

/** Runs the program on this process's streams and gives the exit code. Never throws. */
export async function main({ args, installDir, codeCache, context }: Launch): Promise<ExitCode> {
  const own = processContext(installDir, codeCache)
  const speaker = speaking(context === undefined ? own : { ...own, ...context }, args)
  onCrash((error) => report(error, speaker))
  return run(args, speaker)
}

/** Adds the learner's language to a context. Does not touch its streams, because that would open them. */
export function speaking(silent: ProcessContext, args: readonly string[]): Context {
  const language = languageOf(args, silent)
  return Object.assign(silent, { language, words: wordsIn(language) })
}

/** Runs one command line in a context; the one place where errors become sentences and exit codes. */
export async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  try {
    return await runProgram(args, context)
  } catch (error) {
    return report(error, context)
  }
}

function report(error: unknown, context: Context): ExitCode {
  const debug = context.env['DEBUG'] === 'reflect'
  const known = error instanceof ReflectError ? error : unforeseen(error)
  const message =
    known?.inWords(context.words) ??
    context.words.commands.unexpected(error instanceof Error ? error.message : String(error))
  // It may quote a title, a path or a line of somebody else's file.
  if (message !== '') tell(message, context)
  if (debug && error instanceof Error) context.stderr.write(`${error.stack ?? ''}\n`)
  return known?.exitCode ?? ExitCode.failed
}

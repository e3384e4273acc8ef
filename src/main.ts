import type { CodeCache, Context } from './context/context.ts'
import { ExitCode, ReflectError } from './context/errors.ts'
import { languageOf } from './settings/index.ts'
import { onCrash, processContext, type ProcessContext } from './context/process.ts'
import { english, wordsIn } from './words/index.ts'
import { runProgram } from './program.ts'
import { tell } from './commands/shared/output.ts'
import { fsErrorIn } from './storage/fs-errors.ts'

export { leave } from './context/process.ts'

/** What the launcher passes: the arguments after the program's name, and the folder of the program. */
export interface Launch {
  readonly args: readonly string[]
  readonly installDir: string
  /** Describes the code cache for `reflect doctor`. */
  readonly codeCache?: () => CodeCache
  /** Replacements for parts of the process, for the build. */
  readonly context?: Partial<ProcessContext>
}

/**
 * Runs the program on this process's streams and gives the exit code. Never throws: errors are reported in English until the
 * user's language is known.
 */
export async function main({ args, installDir, codeCache, context }: Launch): Promise<ExitCode> {
  const own = processContext(installDir, codeCache)
  const first = Object.assign(context === undefined ? own : { ...own, ...context }, { language: 'en', words: english })
  onCrash((error) => report(error, first))
  try {
    return await run(args, withLanguage(first, args))
  } catch (error) {
    return report(error, first)
  }
}

/** Adds the user's language to a context, without opening its streams. */
export function withLanguage(context: ProcessContext, args: readonly string[]): Context {
  const language = languageOf(args, context)
  return Object.assign(context, { language, words: wordsIn(language) })
}

/** Runs a command line. The only place where errors become sentences and exit codes. */
export async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  try {
    return await runProgram(args, context)
  } catch (error) {
    return report(error, context)
  }
}

function report(error: unknown, context: Context): ExitCode {
  const debug = context.env['DEBUG'] === 'reflect'
  const known = error instanceof ReflectError ? error : fsErrorIn(error)
  const message =
    known?.inWords(context.words) ??
    context.words.commands.unexpected(error instanceof Error ? error.message : String(error))
  if (message !== '') tell(message, context)
  if (debug && error instanceof Error) context.stderr.write(`${error.stack ?? ''}\n`)
  return known?.exitCode ?? ExitCode.failed
}

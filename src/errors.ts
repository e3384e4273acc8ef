/**
 * The few errors that reach a person. Each carries one sentence: what happened, to what, and what to
 * do. `main.ts` is the only place that turns them into exit codes.
 */

/** What the process reports to a shell: see `reflect help exit-codes`. */
export const ExitCode = { done: 0, failed: 1, usage: 2, hangUp: 129, interrupted: 130, ended: 143 } as const

/** One of the codes that the program ends with. */
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode]

/** Something went wrong that a person can understand and mend; its message is the whole sentence. */
export class ReflectError extends Error {
  override readonly name: string = 'ReflectError'
  readonly exitCode: ExitCode

  constructor(message: string, options: { cause?: unknown; exitCode?: ExitCode } = {}) {
    super(message, { cause: options.cause })
    this.exitCode = options.exitCode ?? ExitCode.failed
  }
}

/** The program was used wrongly, or what it was given (a pack, answers, an entry) is faulty: exit code 2. */
export class UsageError extends ReflectError {
  override readonly name = 'UsageError'

  constructor(message: string, options: { cause?: unknown } = {}) {
    super(message, { ...options, exitCode: ExitCode.usage })
  }
}

/** The learner left, or was made to leave; what was written is in a draft. The message says how to go on. */
export class LeftError extends ReflectError {
  override readonly name = 'LeftError'

  constructor(message: string, exitCode: ExitCode) {
    super(message, { exitCode })
  }
}

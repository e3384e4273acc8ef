import { english, translated } from '../words/index.ts'
import type { Message, Words } from '../words/index.ts'

/**
 * The few errors that reach a person. Each carries one sentence: what happened, to what, and what to
 * do. `main.ts` is the only place that turns them into exit codes.
 */

/** What the process reports to a shell: see `reflect help exit-codes`. */
export const ExitCode = { done: 0, failed: 1, usage: 2, hangUp: 129, interrupted: 130, ended: 143 } as const

/** One of the codes that the program ends with. */
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode]

/**
 * Something went wrong that a person can understand and mend. What it says is the whole sentence; where it was thrown
 * without the learner's language at hand, its message is English, and `inWords` gives the sentence in theirs.
 */
export class ReflectError extends Error {
  override readonly name: string = 'ReflectError'
  readonly exitCode: ExitCode
  readonly sentence: Message

  constructor(sentence: Message, options: { cause?: unknown; exitCode?: ExitCode } = {}) {
    super(translated(sentence, english), { cause: options.cause })
    this.sentence = sentence
    this.exitCode = options.exitCode ?? ExitCode.failed
  }

  /** The sentence in a language. */
  inWords(words: Words): string {
    return translated(this.sentence, words)
  }
}

/** The program was used wrongly, or what it was given (a pack, answers, an entry) is faulty: exit code 2. */
export class UsageError extends ReflectError {
  override readonly name = 'UsageError'

  constructor(sentence: Message, options: { cause?: unknown } = {}) {
    super(sentence, { ...options, exitCode: ExitCode.usage })
  }
}

/** The learner left, or was made to leave; what was written is in a draft. The message says how to go on. */
export class LeftError extends ReflectError {
  override readonly name = 'LeftError'

  constructor(sentence: Message, exitCode: ExitCode) {
    super(sentence, { exitCode })
  }
}

/** The learner went back to where they had come from, before they had begun: a menu that led here is shown again. */
export class WentBackError extends LeftError {
  constructor(sentence: Message) {
    super(sentence, ExitCode.done)
  }
}

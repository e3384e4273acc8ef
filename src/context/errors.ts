import { english, translated, type Message, type Words } from '../words/index.ts'
import type { Misuse } from '../words/shared/types.ts'

/** The errors that users see. Each has one sentence: what happened, to what, and what to do. Only `main.ts` makes exit codes of them. */

/** The exit codes: see `reflect help exit-codes`. */
export const ExitCode = { done: 0, failed: 1, usage: 2, hangUp: 129, interrupted: 130, ended: 143 } as const

/** One of the exit codes. */
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode]

/**
 * An error that the user can understand and fix. `message` is the sentence in English; `inWords` translates it, so that it can be thrown
 * where the user's language is unknown.
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

  /** The sentence in the language of these words. */
  inWords(words: Words): string {
    return translated(this.sentence, words)
  }
}

/** Wrong usage, or faulty input (a pack, answers, an entry): exit code 2. */
export class UsageError extends ReflectError {
  override readonly name: string = 'UsageError'

  constructor(sentence: Message, options: { cause?: unknown } = {}) {
    super(sentence, { ...options, exitCode: ExitCode.usage })
  }
}

/**
 * A command line that does not fit its command. The sentence names the help of `command`, such as `pack check`, and an example of it; '':
 * the help of the program.
 */
export class MisuseError extends UsageError {
  readonly misuse: Misuse

  constructor(misuse: Misuse, command = '', example = '') {
    super(({ commands }) => commands.wrongUse(misuse, command, example))
    this.misuse = misuse
  }
}

/** The user left, or the program was interrupted; the answers are in a draft. The sentence says how to resume. */
export class LeftError extends ReflectError {
  override readonly name = 'LeftError'

  constructor(sentence: Message, exitCode: ExitCode) {
    super(sentence, { exitCode })
  }
}

/** The user went back before answering anything: the menu that led here is shown again. */
export class WentBackError extends LeftError {
  constructor(sentence: Message) {
    super(sentence, ExitCode.done)
  }
}

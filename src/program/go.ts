import type { Command } from 'commander'
import type { Context } from '../context/context.ts'
import type { ExitCode } from '../context/errors.ts'
import type { Words } from '../words/index.ts'

/** A command's module, loaded only when the command is called. */
interface CommandModule<Options> {
  run(options: Options, context: Context): Promise<ExitCode> | ExitCode
}

/** Loads a command's module and runs it. Commander's options are untyped: this is the border where they become the command's. */
export type Go = <Options>(
  load: () => Promise<CommandModule<Options>>,
  command: Command,
  named?: Partial<Options>
) => Promise<void>

/** What a command is added to the program with. */
export interface Adding {
  readonly program: Command
  readonly words: Words['commands']
  readonly context: Context
  readonly go: Go
}

/** Commands by name, each added by itself: a start makes only the one that it is for. */
export type Commands = Readonly<Record<string, (adding: Adding) => Command>>

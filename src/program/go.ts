import type { Command } from 'commander'
import type { Context } from '../context.ts'
import type { ExitCode } from '../errors.ts'

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

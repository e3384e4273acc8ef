import type { Command } from 'commander'
import type { Context } from '../../context.ts'
import { ExitCode, UsageError } from '../../errors.ts'
import { nearest } from '../../nearest.ts'
import type { GlobalOptions } from '../options.ts'
import { print } from '../output.ts'
import { versionIn } from './version.ts'

export interface HelpOptions extends GlobalOptions {
  /** A command's words, such as `pack check`, or a topic. */
  readonly topic: readonly string[]
  readonly program: Command
  /** All of it, as a manual page. */
  readonly man?: boolean
}

/** Explains a command or a topic. */
export async function run({ topic, program, man }: HelpOptions, context: Context): Promise<ExitCode> {
  const { topics, help } = context.words.commands
  if (man === true) {
    const { manualPage } = await import('./manual.ts')
    context.stdout.write(manualPage(program, versionIn(context.installDir), context.words))
    return ExitCode.done
  }
  const [name = ''] = topic
  if (name !== '' && Object.hasOwn(topics, name)) {
    await print(topics[name as keyof typeof topics].split('\n'), context)
    return ExitCode.done
  }
  const command = commandAt(program, topic)
  if (command === undefined) {
    const known = [...program.commands.map((each) => each.name()), ...Object.keys(topics)]
    throw new UsageError(help.unknown(topic.join(' '), nearest(name, known)))
  }
  await print(command.helpInformation().split('\n'), context)
  return ExitCode.done
}

function commandAt(program: Command, words: readonly string[]): Command | undefined {
  return words.reduce<Command | undefined>(
    (command, word) => command?.commands.find((each) => each.name() === word),
    program
  )
}

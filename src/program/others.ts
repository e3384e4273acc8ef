import type { Command } from 'commander'
import type { Context } from '../context.ts'
import type { Go } from './go.ts'

/** The commands that are about everything. */
export function addOtherCommands(program: Command, context: Context, go: Go): void {
  const words = context.words.commands
  program.commandsGroup(words.groups.everyone)
  program
    .command('config')
    .description(words.config.what)
    .argument('[action]', words.config.action)
    .argument('[key]', words.config.key)
    .argument('[value]', words.config.value)
    .option('--move', words.config.move)
    .option('--json', words.options.json)
    .action((action: string | undefined, key: string | undefined, value: string | undefined, _, command: Command) =>
      go(() => import('../commands/config.ts'), command, { action: action ?? 'list', key, value })
    )
  program
    .command('doctor')
    .description(context.words.doctor.what)
    .option('--fix', context.words.doctor.fix)
    .option('--json', words.options.json)
    .action((_, command: Command) => go(() => import('../commands/doctor/doctor.ts'), command))
  program
    .command('completion')
    .description(words.completion.what)
    .argument('<shell>', words.completion.shell)
    .action((shell: string, _, command: Command) =>
      go(() => import('../commands/help/completion.ts'), command, { shell })
    )
  program
    .command('help')
    .description(words.help.what)
    .argument('[topic...]', words.help.topic)
    .option('--man', words.help.man)
    .action((topic: string[], _, command: Command) =>
      go(() => import('../commands/help/help.ts'), command, { topic, program })
    )
}

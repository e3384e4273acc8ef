import type { Command } from 'commander'
import type { Commands } from './go.ts'

/** The commands that are about everything. */
export const otherCommands: Commands = {
  config: ({ program, words, go }) =>
    program
      .command('config')
      .description(words.config.what)
      .argument('[action]', words.config.action)
      .argument('[key]', words.config.key)
      .argument('[value]', words.config.value)
      .option('--move', words.config.move)
      .option('--json', words.options.json)
      .action((action: string | undefined, key: string | undefined, value: string | undefined, _, command: Command) =>
        go(() => import('../commands/settings/config.ts'), command, { action: action ?? 'list', key, value })
      ),
  doctor: ({ program, words, context, go }) =>
    program
      .command('doctor')
      .description(context.words.doctor.what)
      .option('--fix', context.words.doctor.fix)
      .option('--json', words.options.json)
      .action((_, command: Command) => go(() => import('../commands/settings/doctor.ts'), command)),
  completion: ({ program, words, go }) =>
    program
      .command('completion')
      .description(words.completion.what)
      .argument('<shell>', words.completion.shell)
      .action((shell: string, _, command: Command) =>
        go(() => import('../commands/help/completion.ts'), command, { shell })
      ),
  help: ({ program, words, go }) =>
    program
      .command('help')
      .description(words.help.what)
      .argument('[topic...]', words.help.topic)
      .option('--man', words.help.man)
      .action((topic: string[], _, command: Command) =>
        go(() => import('../commands/help/help.ts'), command, { topic, program })
      )
}

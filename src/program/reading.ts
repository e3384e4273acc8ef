import { Option } from 'commander'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import type { Go } from './go.ts'
import { spanOptions, countOption, statusOption } from './options.ts'

/** The commands that read in the journal. */
export function addReadingCommands(program: Command, context: Context, go: Go): void {
  const words = context.words.commands
  const filtered = (command: Command) =>
    spanOptions(
      command
        .option('--pack <pack>', words.filters.pack)
        .option('--exercise <exercise>', words.filters.exercise)
        .option('--tag <tag>', words.filters.tag),
      context
    )
      .option('--status <status>', words.filters.status, (text) => statusOption(text, context))
      .option('--limit <number>', words.filters.limit, (text) => countOption(text, context))
      .option('--json', words.options.json)
  filtered(program.command('journal').description(words.journal.what))
    .option('--trash', words.trash.list)
    .option('--restore <deleted>', words.trash.restore)
    .option('--empty', words.trash.empty)
    .option('--yes', words.delete.yes)
    .action((_, command: Command) => go(() => import('../commands/journal/journal.ts'), command))
  filtered(program.command('search').description(words.search.what).argument('<words...>', words.search.words))
    .option('--count', words.search.count)
    .action((wanted: string[], _, command: Command) =>
      go(() => import('../commands/journal/search.ts'), command, { words: wanted })
    )
  program
    .command('show')
    .description(words.show.what)
    .argument('<entry>', words.entryName)
    .option('--raw', words.show.raw)
    .option('--json', words.options.json)
    .action((entry: string, _, command: Command) => go(() => import('../commands/journal/show.ts'), command, { entry }))
  program
    .command('revisit')
    .description(words.revisit.what)
    .argument('[exercise]', words.revisit.exercise)
    .option('--json', words.options.json)
    .action((exercise: string | undefined, _, command: Command) =>
      go(() => import('../commands/journal/revisit.ts'), command, { exercise })
    )
  program
    .command('progress')
    .description(words.progress.what)
    .option('--json', words.options.json)
    .addOption(new Option('--html <file>', words.progress.html).conflicts(['json', 'statement']))
    .addOption(new Option('--statement', words.progress.statement).conflicts('json'))
    .option('--include-private', words.progress.includePrivate)
    .option('--force', words.export.force)
    .action((_, command: Command) => go(() => import('../commands/journal/progress.ts'), command))
}

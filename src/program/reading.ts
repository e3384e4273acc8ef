import { Option } from 'commander'
import type { Command } from 'commander'
import type { Adding, Commands } from './go.ts'
import { spanOptions, countOption, statusOption } from './options.ts'

/** The commands that read in the journal. */
export const readingCommands: Commands = {
  journal: (adding) => {
    const { program, words, go } = adding
    return filtered(program.command('journal').description(words.journal.what), adding)
      .option('--trash', words.trash.list)
      .option('--restore <deleted>', words.trash.restore)
      .option('--empty', words.trash.empty)
      .option('--yes', words.delete.yes)
      .action((_, command: Command) => go(() => import('../commands/journal/journal.ts'), command))
  },
  search: (adding) => {
    const { program, words, go } = adding
    const search = program.command('search').description(words.search.what).argument('<words...>', words.search.words)
    return filtered(search, adding)
      .option('--count', words.search.count)
      .action((wanted: string[], _, command: Command) =>
        go(() => import('../commands/journal/search.ts'), command, { words: wanted })
      )
  },
  show: ({ program, words, go }) =>
    program
      .command('show')
      .description(words.show.what)
      .argument('<entry>', words.entryName)
      .option('--raw', words.show.raw)
      .option('--json', words.options.json)
      .action((entry: string, _, command: Command) =>
        go(() => import('../commands/journal/show.ts'), command, { entry })
      ),
  revisit: ({ program, words, go }) =>
    program
      .command('revisit')
      .description(words.revisit.what)
      .argument('[exercise]', words.revisit.exercise)
      .option('--json', words.options.json)
      .action((exercise: string | undefined, _, command: Command) =>
        go(() => import('../commands/journal/revisit.ts'), command, { exercise })
      ),
  progress: ({ program, words, go }) =>
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

/** The options by which entries are chosen. */
function filtered(command: Command, { words, context }: Adding): Command {
  const options = command
    .option('--pack <pack>', words.filters.pack)
    .option('--exercise <exercise>', words.filters.exercise)
    .option('--tag <tag>', words.filters.tag)
  return spanOptions(options, context)
    .option('--status <status>', words.filters.status, (text) => statusOption(text, context))
    .option('--limit <number>', words.filters.limit, (text) => countOption(text, context))
    .option('--json', words.options.json)
}

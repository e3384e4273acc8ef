import type { Command } from 'commander'
import type { Commands } from './go.ts'
import { collect, spanOptions, formatOption, orderOption, tagsOption } from './options.ts'

/** The commands that change entries, and take them out of the journal and in. */
export const changingCommands: Commands = {
  edit: ({ program, words, context, go }) =>
    program
      .command('edit')
      .description(words.edit.what)
      .argument('<entry>', words.entryName)
      .option('--editor', words.edit.editor)
      .option('--tag <tag>', words.edit.tag, (text, tags?: string[]) => tagsOption(text, tags, context))
      .option('--untag <tag>', words.edit.untag, collect)
      .action((entry: string, _, command: Command) =>
        go(() => import('../commands/journal/edit.ts'), command, { entry })
      ),
  delete: ({ program, words, go }) =>
    program
      .command('delete')
      .description(words.delete.what)
      .argument('<entry>', words.entryName)
      .option('--yes', words.delete.yes)
      .action((entry: string, _, command: Command) =>
        go(() => import('../commands/journal/delete.ts'), command, { entry })
      ),
  export: ({ program, words, context, go }) =>
    spanOptions(
      program
        .command('export')
        .description(words.export.what)
        .argument('[what...]', words.export.which)
        .option('--format <format>', words.export.format, (text) => formatOption(text, context))
        .option('--output <path>', words.export.output),
      context
    )
      .option('--tag <tag>', words.filters.tag)
      .option('--order <order>', words.export.order, (text) => orderOption(text, context))
      .option('--without-questions', words.export.withoutQuestions)
      .option('--include-private', words.export.includePrivate)
      .option('--force', words.export.force)
      .action((which: string[], _, command: Command) =>
        go(() => import('../commands/exchange/export.ts'), command, { which })
      ),
  import: ({ program, words, go }) =>
    program
      .command('import')
      .description(words.import.what)
      .argument('<from>', words.import.from)
      .action((from: string, _, command: Command) =>
        go(() => import('../commands/exchange/import.ts'), command, { from })
      )
}

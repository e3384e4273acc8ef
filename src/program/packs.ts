import { Option } from 'commander'
import type { Command } from 'commander'
import type { Adding, Commands } from './go.ts'

/** The command for packs, with those below it. */
export const packCommands: Commands = {
  pack: (adding) => {
    const pack = adding.program.command('pack').description(adding.words.pack.what).helpCommand(false)
    addTutorsCommands(pack, adding)
    addInstallCommands(pack, adding)
    return pack
  }
}

/** What tutors do with packs of their own. */
function addTutorsCommands(pack: Command, { words, go }: Adding): void {
  pack
    .command('new')
    .description(words.pack.new)
    .argument('<dir>', words.pack.newDir)
    .option('--title <title>', words.pack.title)
    .option('--language <language>', words.pack.language)
    .option('--author <name>', words.pack.author)
    .action((dir: string, _, command: Command) => go(() => import('../commands/pack/new.ts'), command, { dir }))
  pack
    .command('check')
    .description(words.pack.check)
    .argument('[path]', words.pack.path, '.')
    .option('--strict', words.pack.strict)
    .option('--since <path>', words.pack.since)
    .addOption(new Option('--format <format>', words.pack.format).choices(['text', 'json', 'github']))
    .option('--json', words.options.json)
    .action((place: string, _, command: Command) =>
      go(() => import('../commands/pack/check.ts'), command, { path: place })
    )
  pack
    .command('preview')
    .description(words.pack.preview)
    .argument('[path]', words.pack.path, '.')
    .option('--from <place>', words.pack.from)
    .addOption(new Option('--watch', words.pack.watch).conflicts('html'))
    .option('--html <file>', words.pack.html)
    .option('--force', words.pack.htmlForce)
    .action((place: string, _, command: Command) =>
      go(() => import('../commands/pack/preview.ts'), command, { path: place })
    )
  pack
    .command('build')
    .description(words.pack.build)
    .argument('[path]', words.pack.path, '.')
    .option('--output <dir>', words.pack.output)
    .option('--force', words.pack.buildForce)
    .option('--json', words.options.json)
    .action((place: string, _, command: Command) =>
      go(() => import('../commands/pack/build.ts'), command, { path: place })
    )
  pack
    .command('schema')
    .description(words.pack.schema)
    .option('--translation', words.pack.schemaTranslation)
    .action((_, command: Command) => go(() => import('../commands/pack/schema.ts'), command))
}

/** What learners do with packs that others wrote. */
function addInstallCommands(pack: Command, { words, go }: Adding): void {
  pack
    .command('add')
    .description(words.pack.add)
    .argument('<source>', words.pack.addSource)
    .option('--sha256 <checksum>', words.pack.sha256)
    .option('--yes', words.pack.yes)
    .option('--json', words.options.json)
    .action((source: string, _, command: Command) => go(() => import('../commands/pack/add.ts'), command, { source }))
  pack
    .command('list')
    .description(words.pack.list)
    .option('--json', words.options.json)
    .action((_, command: Command) => go(() => import('../commands/pack/list.ts'), command))
  pack
    .command('info')
    .description(words.pack.info)
    .argument('<id>', words.pack.id)
    .option('--json', words.options.json)
    .action((id: string, _, command: Command) => go(() => import('../commands/pack/info.ts'), command, { id }))
  pack
    .command('update')
    .description(words.pack.update)
    .argument('[id]', words.pack.id)
    .option('--dry-run', words.pack.dryRun)
    .option('--rollback', words.pack.rollback)
    .option('--yes', words.pack.yes)
    .option('--json', words.options.json)
    .action((id: string | undefined, _, command: Command) =>
      go(() => import('../commands/pack/update.ts'), command, { id })
    )
  pack
    .command('remove')
    .description(words.pack.remove)
    .argument('<id>', words.pack.id)
    .option('--yes', words.pack.yes)
    .action((id: string, _, command: Command) => go(() => import('../commands/pack/remove.ts'), command, { id }))
}

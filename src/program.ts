import fs from 'node:fs'
import path from 'node:path'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import type { Context } from './context.ts'
import { ExitCode, UsageError } from './errors.ts'
import { nearest } from './nearest.ts'
import { daySpan } from './spans.ts'
import type { DaySpan } from './spans.ts'
import { dayOf, isoTime } from './time.ts'

/** A command's module, loaded only when the command is called. */
interface CommandModule<Options> {
  run(options: Options, context: Context): Promise<ExitCode> | ExitCode
}

/** Loads a command's module and runs it. Commander's options are untyped: this is the border where they become the command's. */
type Go = <Options>(
  load: () => Promise<CommandModule<Options>>,
  command: Command,
  named?: Partial<Options>
) => Promise<void>

/** Parses the arguments, runs the command they name and gives its exit code. Throws what commands throw. */
export async function runProgram(args: readonly string[], context: Context): Promise<ExitCode> {
  if (args[0] === COMPLETE) return complete(args.slice(1), context)
  let code: ExitCode = ExitCode.done
  const go: Go = async (load, command, named) => {
    const options = { ...command.optsWithGlobals(), ...named }
    code = await (await load()).run(options as never, context)
  }
  try {
    await tree(args, context, go).parseAsync([...args], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? ExitCode.done : ExitCode.usage
  }
  return code
}

/** What the scripts of `reflect completion` call. */
const COMPLETE = '__complete'

async function complete(words: readonly string[], context: Context): Promise<ExitCode> {
  const { run } = await import('./commands/complete.ts')
  return run({ program: tree([], context, () => Promise.resolve()), words }, context)
}

/** The commands by what they are about. Which names stand where is said once more, so that a start need not make them all. */
const groups = [
  { names: ['list', 'start', 'resume'], add: addWalkCommands },
  { names: ['journal', 'search', 'show', 'revisit', 'progress'], add: addReadingCommands },
  { names: ['edit', 'delete', 'export', 'import'], add: addChangingCommands },
  { names: ['pack'], add: addPackCommands },
  { names: ['config', 'doctor', 'completion'], add: addOtherCommands }
] as const

/** The tree of commands: of one group where the first word names one of it, else all of them. */
function tree(args: readonly string[], context: Context, go: Go): Command {
  const program = rootCommand(context, go)
  const word = args.find((arg) => !arg.startsWith('-'))
  const named = groups.filter(({ names }) => names.some((name) => name === word))
  for (const { add } of named.length > 0 ? named : groups) add(program, context, go)
  return program
}

function rootCommand(context: Context, go: Go): Command {
  const words = context.words.commands
  return new Command('reflect')
    .description(words.program)
    .usage('[command]')
    .option('--journal <dir>', words.options.journal)
    .option('--plain', words.options.plain)
    .option('--no-color', words.options.noColor)
    .option('--quiet', words.options.quiet)
    .option('-V, --version', words.options.version)
    .helpOption('-h, --help', words.options.help)
    .helpCommand(false)
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      // Nothing in the help is coloured, and looking opens the streams.
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      getOutHelpWidth: () => Math.min(context.stdout.columns, 100),
      writeOut: (text) => context.stdout.write(text),
      writeErr: (text) => context.stderr.write(text),
      outputError: (text, write) => write(words.wrongUse(text.replace(/^error: /, '').trim()))
    })
    .showHelpAfterError(false)
    .exitOverride()
    .addHelpText('after', () => `\n${words.helpAfter}\n`)
    .on('option:version', () => {
      context.stdout.write(`${versionIn(context.installDir)}\n`)
      throw new CommanderError(ExitCode.done, 'commander.version', '')
    })
    .allowExcessArguments()
    .action((_, command: Command) => {
      const [unknown] = command.args
      if (unknown === undefined) return go(() => import('./commands/home.ts'), command)
      const known = command.commands.map((each) => each.name())
      throw new UsageError(words.unknownCommand(unknown, nearest(unknown, known)))
    })
}

function addWalkCommands(program: Command, context: Context, go: Go): void {
  const words = context.words.commands
  program.commandsGroup(words.groups.learners)
  program
    .command('list')
    .description(words.list.what)
    .argument('[pack]', words.list.pack)
    .option('--pack <path>', words.options.packPath)
    .option('--json', words.options.json)
    .action((pack: string | undefined, _, command: Command) =>
      go(() => import('./commands/list.ts'), command, { only: pack })
    )
  program
    .command('start')
    .description(words.start.what)
    .argument('[exercise]', words.start.exercise)
    .option('--pack <path>', words.options.packPath)
    .option('--route <route>', words.start.route)
    .option('--again', words.start.again)
    .option('--answers <file>', words.start.answers)
    .option('--tag <tag>', words.start.tag, collect, [])
    .option('--editor', words.start.editor)
    .option('--json', words.options.json)
    .action((exercise: string | undefined, _, command: Command) =>
      go(() => import('./commands/start.ts'), command, { exercise })
    )
  program
    .command('resume')
    .description(words.resume.what)
    .argument('[entry]', words.resume.entry)
    .option('--editor', words.start.editor)
    .action((entry: string | undefined, _, command: Command) =>
      go(() => import('./commands/resume.ts'), command, { entry })
    )
}

function addReadingCommands(program: Command, context: Context, go: Go): void {
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
    .action((_, command: Command) => go(() => import('./commands/journal.ts'), command))
  filtered(program.command('search').description(words.search.what).argument('<words...>', words.search.words))
    .option('--count', words.search.count)
    .action((wanted: string[], _, command: Command) =>
      go(() => import('./commands/search.ts'), command, { words: wanted })
    )
  program
    .command('show')
    .description(words.show.what)
    .argument('<entry>', words.entryName)
    .option('--raw', words.show.raw)
    .option('--json', words.options.json)
    .action((entry: string, _, command: Command) => go(() => import('./commands/show.ts'), command, { entry }))
  program
    .command('revisit')
    .description(words.revisit.what)
    .argument('[exercise]', words.revisit.exercise)
    .option('--json', words.options.json)
    .action((exercise: string | undefined, _, command: Command) =>
      go(() => import('./commands/revisit.ts'), command, { exercise })
    )
  program
    .command('progress')
    .description(words.progress.what)
    .option('--json', words.options.json)
    .addOption(new Option('--html <file>', words.progress.html).conflicts(['json', 'statement']))
    .addOption(new Option('--statement', words.progress.statement).conflicts('json'))
    .option('--include-private', words.progress.includePrivate)
    .option('--force', words.export.force)
    .action((_, command: Command) => go(() => import('./commands/progress.ts'), command))
}

function addChangingCommands(program: Command, context: Context, go: Go): void {
  const words = context.words.commands
  program
    .command('edit')
    .description(words.edit.what)
    .argument('<entry>', words.entryName)
    .option('--editor', words.edit.editor)
    .option('--tag <tag>', words.edit.tag, collect, [])
    .option('--untag <tag>', words.edit.untag, collect, [])
    .action((entry: string, _, command: Command) => go(() => import('./commands/edit.ts'), command, { entry }))
  program
    .command('delete')
    .description(words.delete.what)
    .argument('<entry>', words.entryName)
    .option('--yes', words.delete.yes)
    .action((entry: string, _, command: Command) => go(() => import('./commands/delete.ts'), command, { entry }))
  const exporting = program
    .command('export')
    .description(words.export.what)
    .argument('[what...]', words.export.which)
    .option('--format <format>', words.export.format, (text) => formatOption(text, context))
    .option('--output <path>', words.export.output)
  spanOptions(exporting, context)
    .option('--without-questions', words.export.withoutQuestions)
    .option('--include-private', words.export.includePrivate)
    .option('--force', words.export.force)
    .action((which: string[], _, command: Command) => go(() => import('./commands/export.ts'), command, { which }))
  program
    .command('import')
    .description(words.import.what)
    .argument('<from>', words.import.from)
    .action((from: string, _, command: Command) => go(() => import('./commands/import.ts'), command, { from }))
}

function addPackCommands(program: Command, context: Context, go: Go): void {
  const words = context.words.commands
  program.commandsGroup(words.groups.tutors)
  const pack = program.command('pack').description(words.pack.what).helpCommand(false)
  pack
    .command('new')
    .description(words.pack.new)
    .argument('<dir>', words.pack.newDir)
    .option('--title <title>', words.pack.title)
    .option('--language <tag>', words.pack.language)
    .option('--author <name>', words.pack.author)
    .action((dir: string, _, command: Command) => go(() => import('./commands/pack/new.ts'), command, { dir }))
  pack
    .command('check')
    .description(words.pack.check)
    .argument('[path]', words.pack.path, '.')
    .option('--strict', words.pack.strict)
    .option('--since <path>', words.pack.since)
    .addOption(new Option('--format <format>', words.pack.format).choices(['text', 'json', 'github']))
    .option('--json', words.options.json)
    .action((place: string, _, command: Command) =>
      go(() => import('./commands/pack/check.ts'), command, { path: place })
    )
  pack
    .command('build')
    .description(words.pack.build)
    .argument('[path]', words.pack.path, '.')
    .option('--output <dir>', words.pack.output)
    .option('--force', words.pack.buildForce)
    .option('--json', words.options.json)
    .action((place: string, _, command: Command) =>
      go(() => import('./commands/pack/build.ts'), command, { path: place })
    )
  addInstallCommands(pack, context, go)
  pack
    .command('schema')
    .description(words.pack.schema)
    .action((_, command: Command) => go(() => import('./commands/pack/schema.ts'), command))
}

/** What learners do with packs that others wrote. */
function addInstallCommands(pack: Command, context: Context, go: Go): void {
  const words = context.words.commands
  pack
    .command('add')
    .description(words.pack.add)
    .argument('<source>', words.pack.addSource)
    .option('--sha256 <checksum>', words.pack.sha256)
    .option('--yes', words.pack.yes)
    .option('--json', words.options.json)
    .action((source: string, _, command: Command) => go(() => import('./commands/pack/add.ts'), command, { source }))
  pack
    .command('list')
    .description(words.pack.list)
    .option('--json', words.options.json)
    .action((_, command: Command) => go(() => import('./commands/pack/list.ts'), command))
  pack
    .command('info')
    .description(words.pack.info)
    .argument('<id>', words.pack.id)
    .option('--json', words.options.json)
    .action((id: string, _, command: Command) => go(() => import('./commands/pack/info.ts'), command, { id }))
  pack
    .command('update')
    .description(words.pack.update)
    .argument('[id]', words.pack.id)
    .option('--dry-run', words.pack.dryRun)
    .option('--rollback', words.pack.rollback)
    .option('--yes', words.pack.yes)
    .option('--json', words.options.json)
    .action((id: string | undefined, _, command: Command) =>
      go(() => import('./commands/pack/update.ts'), command, { id })
    )
  pack
    .command('remove')
    .description(words.pack.remove)
    .argument('<id>', words.pack.id)
    .option('--yes', words.pack.yes)
    .action((id: string, _, command: Command) => go(() => import('./commands/pack/remove.ts'), command, { id }))
}

function addOtherCommands(program: Command, context: Context, go: Go): void {
  const words = context.words.commands
  program.commandsGroup(words.groups.everyone)
  program
    .command('config')
    .description(words.config.what)
    .argument('[action]', words.config.action, 'list')
    .argument('[key]', words.config.key)
    .argument('[value]', words.config.value)
    .option('--move', words.config.move)
    .option('--json', words.options.json)
    .action((action: string, key: string | undefined, value: string | undefined, _, command: Command) =>
      go(() => import('./commands/config.ts'), command, { action, key, value })
    )
  program
    .command('doctor')
    .description(context.words.doctor.what)
    .option('--fix', context.words.doctor.fix)
    .option('--json', words.options.json)
    .action((_, command: Command) => go(() => import('./commands/doctor.ts'), command))
  program
    .command('completion')
    .description(words.completion.what)
    .argument('<shell>', words.completion.shell)
    .action((shell: string, _, command: Command) => go(() => import('./commands/completion.ts'), command, { shell }))
  program
    .command('help')
    .description(words.help.what)
    .argument('[topic...]', words.help.topic)
    .action((topic: string[], _, command: Command) =>
      go(() => import('./commands/help.ts'), command, { topic, program })
    )
}

/** The version of the program that is installed in a folder. */
function versionIn(installDir: string): string {
  const manifest = JSON.parse(fs.readFileSync(path.join(installDir, 'package.json'), 'utf8')) as { version: string }
  return manifest.version
}

function collect(tag: string, tags: readonly string[]): string[] {
  return [...tags, tag]
}

function spanOptions(command: Command, context: Context): Command {
  const { filters } = context.words.commands
  return command
    .option('--since <day>', filters.since, (text) => dayOption(text, 'first', context))
    .option('--until <day>', filters.until, (text) => dayOption(text, 'last', context))
}

/** The first or the last of the days that an argument names. */
function dayOption(text: string, end: keyof DaySpan, { words, now }: Context): string {
  const span = daySpan(text, dayOf(isoTime(now())), words.days.spoken)
  if (span === undefined) throw new InvalidArgumentError(words.commands.filters.notADay)
  return span[end]
}

function countOption(text: string, context: Context): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new InvalidArgumentError(context.words.commands.filters.notACount)
}

function statusOption(text: string, context: Context): string {
  if (text === 'finished' || text === 'draft') return text
  throw new InvalidArgumentError(context.words.commands.filters.notAStatus)
}

function formatOption(text: string, context: Context): string {
  if (['md', 'html', 'json'].includes(text)) return text
  throw new InvalidArgumentError(context.words.commands.export.notAFormat)
}

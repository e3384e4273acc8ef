import fs from 'node:fs'
import path from 'node:path'
import { Command, CommanderError, InvalidArgumentError } from 'commander'
import type { Context } from './context.ts'
import { ExitCode, UsageError } from './errors.ts'
import { nearest } from './nearest.ts'

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

/** The commands by what they are about. Which names stand where is said once more, so that a start need not make them all. */
const groups = [
  { names: ['list', 'start', 'resume'], add: addWalkCommands },
  { names: ['journal', 'show', 'export', 'import'], add: addJournalCommands },
  { names: ['pack'], add: addPackCommands },
  { names: ['config'], add: addOtherCommands }
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
    .option('--route <name>', words.start.route)
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

function addJournalCommands(program: Command, context: Context, go: Go): void {
  const words = context.words.commands
  const day = (text: string) => dayOption(text, context)
  program
    .command('journal')
    .description(words.journal.what)
    .option('--pack <id>', words.filters.pack)
    .option('--exercise <id>', words.filters.exercise)
    .option('--tag <tag>', words.filters.tag)
    .option('--since <day>', words.filters.since, day)
    .option('--until <day>', words.filters.until, day)
    .option('--status <status>', words.filters.status, (text) => statusOption(text, context))
    .option('--limit <number>', words.filters.limit, (text) => countOption(text, context))
    .option('--json', words.options.json)
    .action((_, command: Command) => go(() => import('./commands/journal.ts'), command))
  program
    .command('show')
    .description(words.show.what)
    .argument('<entry>', words.entryName)
    .option('--raw', words.show.raw)
    .option('--json', words.options.json)
    .action((entry: string, _, command: Command) => go(() => import('./commands/show.ts'), command, { entry }))
  program
    .command('export')
    .description(words.export.what)
    .argument('[what...]', words.export.which)
    .option('--format <format>', words.export.format, (text) => formatOption(text, context))
    .option('--output <path>', words.export.output)
    .option('--since <day>', words.filters.since, day)
    .option('--until <day>', words.filters.until, day)
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
    .command('check')
    .description(words.pack.check)
    .argument('[path]', words.pack.path, '.')
    .option('--strict', words.pack.strict)
    .option('--since <path>', words.pack.since)
    .option('--json', words.options.json)
    .action((place: string, _, command: Command) =>
      go(() => import('./commands/pack/check.ts'), command, { path: place })
    )
  pack
    .command('list')
    .description(words.pack.list)
    .option('--json', words.options.json)
    .action((_, command: Command) => go(() => import('./commands/pack/list.ts'), command))
  pack
    .command('schema')
    .description(words.pack.schema)
    .action((_, command: Command) => go(() => import('./commands/pack/schema.ts'), command))
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

function dayOption(text: string, context: Context): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true) return text
  throw new InvalidArgumentError(context.words.commands.filters.notADay)
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

import { measure } from './display/measure.ts'
import { exportCommand } from './commands/exchange/export.ts'
import { importCommand } from './commands/exchange/import.ts'
import { listCommand } from './commands/exercises/list.ts'
import { resumeCommand } from './commands/exercises/resume.ts'
import { startCommand } from './commands/exercises/start.ts'
import { complete, completeInBash } from './commands/help/complete.ts'
import { completionCommand } from './commands/help/completion.ts'
import { exampleOf } from './commands/help/examples.ts'
import { helpCommand } from './commands/help/help.ts'
import { versionIn } from './commands/shared/installation.ts'
import { helpLayout } from './commands/help/layout.ts'
import { home } from './commands/home/home.ts'
import { deleteCommand } from './commands/journal/delete.ts'
import { editCommand } from './commands/journal/edit.ts'
import { journalCommand } from './commands/journal/journal.ts'
import { peopleCommand } from './commands/journal/people.ts'
import { progressCommand } from './commands/journal/progress.ts'
import { promisesCommand } from './commands/journal/promises.ts'
import { sheetCommand } from './commands/journal/sheet.ts'
import { revisitCommand } from './commands/journal/revisit.ts'
import { searchCommand } from './commands/journal/search.ts'
import { showCommand } from './commands/journal/show.ts'
import { packAddCommand } from './commands/pack/add.ts'
import { packBuildCommand } from './commands/pack/build.ts'
import { packCheckCommand } from './commands/pack/check.ts'
import { packImportCommand } from './commands/pack/authoring/import.ts'
import { packHandoutCommand } from './commands/pack/handout.ts'
import { packInfoCommand } from './commands/pack/info.ts'
import { packListCommand } from './commands/pack/list.ts'
import { packNewCommand } from './commands/pack/authoring/new.ts'
import { packPreviewCommand } from './commands/pack/preview.ts'
import { packRemoveCommand } from './commands/pack/remove.ts'
import { packSchemaCommand } from './commands/pack/schema.ts'
import { packTranslateCommand } from './commands/pack/authoring/translate.ts'
import { packUpdateCommand } from './commands/pack/update.ts'
import { configCommand } from './commands/settings/config.ts'
import { doctorCommand } from './commands/settings/doctor.ts'
import {
  globalOptions,
  type CommandDefinition,
  type GlobalOptions,
  type HelpText,
  type Option as Declared
} from './commands/shared/command.ts'
import type { Context } from './context/context.ts'
import { ExitCode, MisuseError, UsageError } from './context/errors.ts'
import { checkLanguage } from './commands/shared/languages.ts'
import { print } from './commands/shared/print.ts'
import { misuseIn } from './misuse.ts'
import { suggest } from './text/suggest.ts'
import { own } from './util/records.ts'
import type { Words } from './words/index.ts'
import { Argument, Command, CommanderError, Option } from 'commander'

/** Commands by name. They are functions so that a start loads only the command that is called. */
type Commands = Readonly<Record<string, () => CommandDefinition>>

/** A command that only has commands below it. */
interface CommandGroup {
  readonly help: HelpText
  readonly commands: Commands
}

const pack: CommandGroup = {
  help: (words) => words.pack.what,
  commands: {
    new: () => packNewCommand,
    import: () => packImportCommand,
    check: () => packCheckCommand,
    preview: () => packPreviewCommand,
    translate: () => packTranslateCommand,
    build: () => packBuildCommand,
    handout: () => packHandoutCommand,
    schema: () => packSchemaCommand,
    add: () => packAddCommand,
    list: () => packListCommand,
    info: () => packInfoCommand,
    update: () => packUpdateCommand,
    remove: () => packRemoveCommand
  }
}

/** All commands, by the headings of the help. */
const sections: readonly {
  readonly heading: keyof Words['commands']['groups']
  readonly commands: Readonly<Record<string, (() => CommandDefinition) | CommandGroup>>
}[] = [
  {
    heading: 'learners',
    commands: {
      list: () => listCommand,
      start: () => startCommand,
      resume: () => resumeCommand,
      journal: () => journalCommand,
      search: () => searchCommand,
      show: () => showCommand,
      revisit: () => revisitCommand,
      promises: () => promisesCommand,
      people: () => peopleCommand,
      sheet: () => sheetCommand,
      progress: () => progressCommand,
      edit: () => editCommand,
      delete: () => deleteCommand,
      export: () => exportCommand,
      import: () => importCommand
    }
  },
  { heading: 'tutors', commands: { pack } },
  {
    heading: 'everyone',
    commands: {
      config: () => configCommand,
      doctor: () => doctorCommand,
      completion: () => completionCommand,
      help: () => helpCommand
    }
  }
]

/** Parses the arguments, runs the command that they name and gives its exit code. Throws what commands throw. */
export async function runProgram(args: readonly string[], context: Context): Promise<ExitCode> {
  // The scripts of `reflect completion` call these.
  const [name, line = '', replaced = ''] = args
  if (name === '__complete') return complete(wholeProgram(context), args.slice(1), context)
  if (name === '__complete-bash') return completeInBash(wholeProgram(context), line, replaced, context)
  let code: ExitCode = ExitCode.done
  let help = ''
  try {
    const run = { context, onExitCode: (result: ExitCode) => (code = result), onHelp: (text: string) => (help += text) }
    await commandTree(args, run).parseAsync([...args], { from: 'user' })
  } catch (error) {
    const misuse = error instanceof CommanderError && error.exitCode !== 0 ? misuseIn(error) : undefined
    const known = error instanceof MisuseError ? error.misuse : misuse
    if (known !== undefined) throw new MisuseError(known, commandIn(args), exampleOf(commandIn(args)))
    if (!(error instanceof CommanderError)) throw error
  }
  // The options beside --help are not parsed.
  if (help !== '' && args.some((arg) => /^--lang(?:=|$)/.test(arg))) checkLanguage(context.language, context)
  if (help !== '') await print(help.split('\n'), args.includes('--plain') ? { plain: true } : {}, context)
  return code
}

/** All commands as commander knows them, with their arguments, options and help. @public docs/fill-pages.mjs reads it. */
export function wholeProgram(context: Context): Command {
  return commandTree(['help'], { context, onExitCode: () => {}, onHelp: () => {} })
}

interface Run {
  readonly context: Context
  /** Called when a command has run that gives an exit code. */
  onExitCode(code: ExitCode): void
  /** Called with parts of the help that `--help` asks for. */
  onHelp(text: string): void
}

/** The tree of commands, without those that the arguments do not need, because making all of them takes time. */
function commandTree(args: readonly string[], run: Run): Command {
  const program = rootCommand(run)
  const words = run.context.words.commands
  const [name = '', below = ''] = namesIn(args)
  // The home screen needs no command. The help explains any command, so it needs all of them.
  if (name === '' && !args.includes('--help') && !args.includes('-h')) return program
  const isNamed = name !== 'help' && sections.some(({ commands }) => Object.hasOwn(commands, name))
  for (const { heading, commands } of sections) {
    program.commandsGroup(words.groups[heading])
    for (const [key, entry] of Object.entries(commands)) {
      if (isNamed && key !== name) continue
      if (typeof entry === 'function') addCommand(program, key, entry(), run)
      // The help of the whole program shows no commands below others.
      else addGroup(program, key, name === '' ? { ...entry, commands: {} } : entry, isNamed ? below : '', run)
    }
  }
  // Commands inherit this when they are made: only the root takes an argument that is not a command, for its own message.
  return program.allowExcessArguments()
}

/** The arguments that are neither options nor the values of those that every command has. */
function namesIn(args: readonly string[]): string[] {
  const valued = new Set(
    Object.entries<Declared<unknown>>(globalOptions).flatMap(([key, { value }]) =>
      value === undefined ? [] : [`--${key}`]
    )
  )
  return args.filter((arg, index) => !arg.startsWith('-') && !valued.has(args[index - 1] ?? ''))
}

/** The command that a command line names, such as `pack check`; '' if it names none. */
function commandIn(args: readonly string[]): string {
  const [name = '', below = ''] = namesIn(args)
  const entry = sections.map(({ commands }) => own(commands, name)).find((each) => each !== undefined)
  if (entry === undefined) return ''
  return typeof entry !== 'function' && Object.hasOwn(entry.commands, below) ? `${name} ${below}` : name
}

/** Adds the command with all commands below it; if `below` is the name of one of them, only with that one. */
function addGroup(parent: Command, name: string, { help, commands }: CommandGroup, below: string, run: Run): void {
  const group = parent.command(name).description(help(run.context.words.commands)).helpCommand(false)
  const isNamed = Object.hasOwn(commands, below)
  for (const [key, definition] of Object.entries(commands))
    if (!isNamed || key === below) addCommand(group, key, definition(), run)
}

function addCommand(parent: Command, name: string, definition: CommandDefinition, { context, onExitCode }: Run): void {
  const words = context.words.commands
  const command = parent.command(name).description(definition.help(words))
  const args = Object.entries(definition.args ?? {})
  for (const [, argument] of args) {
    const { name: shown, required, variadic, help: text } = argument
    const usage = shown + (variadic ? '...' : '')
    command.addArgument(new Argument(required ? `<${usage}>` : `[${usage}]`, text(words)))
  }
  addOptions(command, definition.options ?? {}, context)
  command.action(async () => {
    const given = args.map(([key, argument], index) => [key, argument.read(command.args, index)])
    const values = { ...command.optsWithGlobals(), ...Object.fromEntries(given) }
    const code = await definition.run(values, context, rootOf(command))
    if (code !== undefined) onExitCode(code)
  })
}

function addOptions(command: Command, options: Readonly<Record<string, Declared<unknown>>>, context: Context): void {
  const words = context.words.commands
  for (const [
    key,
    { help: text, hint, value, isValueOptional, choices, conflicts = [], negated, read }
  ] of Object.entries(options)) {
    const long = `--${negated === true ? 'no-' : ''}${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
    const option = new Option(long + valueIn(value, isValueOptional), text(words))
    if (choices !== undefined) option.argChoices = [...choices]
    if (value !== undefined)
      option.argParser((typed, before) => {
        const result = read(typed, before, context)
        if (result !== undefined) return result
        const why = hint?.(words) ?? ''
        throw new MisuseError({ kind: 'wrong-value', what: long, value: typed, why })
      })
    command.addOption(option.conflicts([...conflicts]))
  }
}

function valueIn(name: string | undefined, isOptional = false): string {
  if (name === undefined) return ''
  return isOptional ? ` [${name}]` : ` <${name}>`
}

function rootOf(command: Command): Command {
  return command.parent === null ? command : rootOf(command.parent)
}

/** Whether a command is run with a pack that need not be installed, so that it may have any language. */
function takesPackAtPath(command: Command): boolean {
  const isGiven = command.options.some(
    ({ long, flags }) => long === '--pack' && flags.includes('<path>') && command.getOptionValue('pack') !== undefined
  )
  return isGiven || (command.name() === 'preview' && command.parent?.name() === 'pack')
}

function rootCommand({ context, onHelp }: Run): Command {
  const { words, stdout, stderr } = context
  const said = words.commands
  const program = new Command('reflect').description(said.program).usage('[command]')
  addOptions(program, globalOptions, context)
  return program
    .option('-V, --version', said.options.version)
    .helpOption('-h, --help', said.options.help)
    .helpCommand(false)
    .configureHelp(helpLayout(words, stdout.columns))
    .configureOutput({
      // The help has no colours; asking a stream whether it has would open it.
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      getOutHelpWidth: () => measure(stdout.columns - 1, 'table'),
      writeOut: onHelp,
      writeErr: (text) => stderr.write(text),
      // Errors are printed in our own words.
      outputError: () => {}
    })
    .showHelpAfterError(false)
    .exitOverride()
    .on('option:version', () => {
      stdout.write(`${versionIn(context.installDir)}\n`)
      throw new CommanderError(ExitCode.done, 'commander.version', '')
    })
    .hook('preAction', (_, command) => {
      const { lang } = command.optsWithGlobals<GlobalOptions>()
      if (lang !== undefined && !takesPackAtPath(command)) checkLanguage(lang, context)
    })
    .action(async () => {
      const [unknown] = program.args
      if (unknown === undefined) return home(program.opts(), context, wholeProgram)
      const known = program.commands.map((each) => each.name())
      throw new UsageError(said.unknownCommand(unknown, suggest(unknown, known)))
    })
}

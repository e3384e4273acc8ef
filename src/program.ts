import { Command, CommanderError } from 'commander'
import { versionIn } from './commands/help/version.ts'
import type { Context } from './context.ts'
import { ExitCode, UsageError } from './errors.ts'
import { nearest } from './nearest.ts'
import { addChangingCommands } from './program/changing.ts'
import type { Go } from './program/go.ts'
import { helpIn } from './program/help.ts'
import { misuseIn } from './program/misuse.ts'
import { languageOption } from './program/options.ts'
import { addOtherCommands } from './program/others.ts'
import { addPackCommands } from './program/packs.ts'
import { addReadingCommands } from './program/reading.ts'
import { addWalkCommands } from './program/walk.ts'

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
    if (error.exitCode === 0) return ExitCode.done
    throw new UsageError(({ commands }) => commands.wrongUse(misuseIn(error)))
  }
  return code
}

/** What the scripts of `reflect completion` call. */
const COMPLETE = '__complete'

async function complete(words: readonly string[], context: Context): Promise<ExitCode> {
  const { run } = await import('./commands/help/complete.ts')
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
    .option('--lang <language>', words.options.lang, (text) => languageOption(text, context))
    .option('-V, --version', words.options.version)
    .helpOption('-h, --help', words.options.help)
    .helpCommand(false)
    .configureHelp(helpIn(context.words, context.stdout.columns))
    .configureOutput({
      // Nothing in the help is coloured, and looking opens the streams.
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      getOutHelpWidth: () => Math.min(context.stdout.columns, 100),
      writeOut: (text) => context.stdout.write(text),
      writeErr: (text) => context.stderr.write(text),
      // What is wrong is said once it is in words of ours.
      outputError: () => {}
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
      if (unknown === undefined) return go(() => import('./commands/home/home.ts'), command)
      const known = command.commands.map((each) => each.name())
      throw new UsageError(words.unknownCommand(unknown, nearest(unknown, known)))
    })
}

import { Command, CommanderError } from 'commander'
import { versionIn } from './commands/help/version.ts'
import type { Context } from './context/context.ts'
import { ExitCode, UsageError } from './context/errors.ts'
import { nearest } from './text/suggest.ts'
import { changingCommands } from './program/changing.ts'
import type { Go } from './program/go.ts'
import { helpIn } from './program/help.ts'
import { misuseIn } from './program/misuse.ts'
import { languageOption } from './program/options.ts'
import { otherCommands } from './program/others.ts'
import { packCommands } from './program/packs.ts'
import { readingCommands } from './program/reading.ts'
import { walkCommands } from './program/walk.ts'

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

/** The commands, under the headings of the help. */
const groups = [
  { heading: 'learners', commands: { ...walkCommands, ...readingCommands, ...changingCommands } },
  { heading: 'tutors', commands: packCommands },
  { heading: 'everyone', commands: otherCommands }
] as const

/** The tree of commands: only the one that the first word names, so that a start need not make them all; else, and for the help, all. */
function tree(args: readonly string[], context: Context, go: Go): Command {
  const program = rootCommand(context, go)
  const words = context.words.commands
  const adding = { program, words, context, go }
  const isValue = (index: number) => program.options.some(({ required, long }) => required && long === args[index - 1])
  const word = args.find((arg, index) => !arg.startsWith('-') && !isValue(index)) ?? ''
  const one = groups.find(({ commands }) => Object.hasOwn(commands, word))?.commands[word]
  if (one !== undefined && word !== 'help') one(adding)
  else
    for (const { heading, commands } of groups) {
      program.commandsGroup(words.groups[heading])
      for (const add of Object.values(commands)) add(adding)
    }
  // Commands take over what is allowed when they are made: only what is no command at all comes to the root.
  return program.allowExcessArguments()
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
    .action((_, command: Command) => {
      const [unknown] = command.args
      if (unknown === undefined) return go(() => import('./commands/home/home.ts'), command)
      const known = command.commands.map((each) => each.name())
      throw new UsageError(words.unknownCommand(unknown, nearest(unknown, known)))
    })
}

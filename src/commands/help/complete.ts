import type { Command, Option } from 'commander'
import type { Context } from '../../context/context.ts'
import { ExitCode } from '../../context/errors.ts'
import { onOneLine } from '../../text/lines.ts'
import { visible } from '../../text/visible.ts'
import { journalOf } from '../shared/options.ts'
import type { GlobalOptions } from '../shared/command.ts'
import { commandsOf, named, valuesOf, type Asked, type Candidate } from './candidates.ts'

/**
 * Prints what a shell asks for when Tab is pressed: a line for each candidate, `value<Tab>description`. No line means any
 * file. `words` are what was typed after the program's name; the last one is at the cursor and may be empty.
 */
export function complete(program: Command, words: readonly string[], context: Context): ExitCode {
  const candidates = candidatesFor(program, words, context)
  const lines = candidates.map(({ value, about }) => `${visible(value)}\t${visible(onOneLine(about))}\n`)
  context.stdout.write(lines.join(''))
  return ExitCode.done
}

function candidatesFor(program: Command, words: readonly string[], context: Context): Candidate[] {
  const current = words.at(-1) ?? ''
  const typed = words.slice(0, -1)
  const { command, given, awaited } = positionAfter(program, typed)
  const asked = { command, given, program, journal: journalOf(journalIn(typed), context), context }
  const [, option, value] = /^(--[^=]+)=(.*)$/s.exec(current) ?? []
  if (option !== undefined && value !== undefined) {
    const candidates = valuesOfOption(optionOf(command, option), asked)
    return beginning(value, candidates).map(({ value: rest, about }) => ({ value: `${option}=${rest}`, about }))
  }
  if (awaited !== undefined) return beginning(current, valuesOfOption(awaited, asked))
  if (current.startsWith('-')) return beginning(current, optionsOf(command))
  const { registeredArguments: known } = command
  const argument = known[given.length] ?? known.find(({ variadic }) => variadic)
  const values = valuesOf(argument?.name(), asked)
  return beginning(current, [...(given.length === 0 ? commandsOf(command) : []), ...values])
}

/** The `--journal` of the typed line. */
function journalIn(words: readonly string[]): GlobalOptions {
  const parts = words.flatMap((word) => (word.startsWith('--journal=') ? word.split(/=(.*)/s, 2) : [word]))
  const at = parts.lastIndexOf('--journal')
  const journal = at < 0 ? undefined : parts[at + 1]
  return journal === undefined ? {} : { journal }
}

/** The position in the tree of commands to which the typed words lead. */
interface Position {
  readonly command: Command
  /** The command's arguments so far. */
  readonly given: readonly string[]
  /** The last word, if it is an option whose value comes next. */
  readonly awaited: Option | undefined
}

function positionAfter(program: Command, words: readonly string[]): Position {
  return words.reduce<Position>(
    ({ command, given, awaited }, word) => {
      if (awaited !== undefined) return { command, given, awaited: undefined }
      if (word.startsWith('-')) {
        const option = optionOf(command, word)
        return { command, given, awaited: argumentOf(option) === undefined ? undefined : option }
      }
      const below = given.length === 0 ? command.commands.find((each) => each.name() === word) : undefined
      return below === undefined ? { command, given: [...given, word], awaited } : { command: below, given, awaited }
    },
    { command: program, given: [], awaited: undefined }
  )
}

/** An option of a command or of those above it. */
function optionOf(command: Command, flag: string): Option | undefined {
  const own = command.options.find(({ long, short }) => long === flag || short === flag)
  return own ?? (command.parent === null ? undefined : optionOf(command.parent, flag))
}

/** The name of an option's value: `entry` of `--after <entry>`. */
function argumentOf(option: Option | undefined): string | undefined {
  return /[<[]([\w-]+)/.exec(option?.flags ?? '')?.[1]
}

function optionsOf(command: Command): Candidate[] {
  const own = command.options.flatMap(({ long, description, hidden }) =>
    long === undefined || long === null || hidden ? [] : [{ value: long, about: description }]
  )
  const above = command.parent === null ? [{ value: '--help', about: '' }] : optionsOf(command.parent)
  return [...own, ...above]
}

function valuesOfOption(option: Option | undefined, asked: Asked): Candidate[] {
  return option?.argChoices === undefined ? valuesOf(argumentOf(option), asked) : named(...option.argChoices)
}

function beginning(typed: string, candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter(({ value }) => value.startsWith(typed))
}

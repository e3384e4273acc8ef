import type { Command, Option } from 'commander'
import type { Context } from '../../context/context.ts'
import { ExitCode } from '../../context/errors.ts'
import { onOneLine } from '../../text/lines.ts'
import { visible } from '../../text/visible.ts'
import { journalOf } from '../shared/options.ts'
import { forBash, readBashLine } from './bash-line.ts'
import { commandsOf, named, valuesOf, type Asked, type Candidate } from './candidates.ts'

/**
 * Prints what a shell asks for when Tab is pressed: a line for each candidate, `value<Tab>description`. No line means any
 * file. `words` are what was typed after the program's name, without quotation marks and backslashes; the last one is at the
 * cursor and may be empty.
 */
export function complete(program: Command, words: readonly string[], context: Context): ExitCode {
  const candidates = candidatesFor(program, words, context)
  const lines = candidates.map(({ value, about }) => `${visible(value)}\t${visible(onOneLine(about))}\n`)
  context.stdout.write(lines.join(''))
  return ExitCode.done
}

/**
 * As `complete` for bash, which takes candidates as they will be in the line: `line` is the command up to the cursor, and
 * `replaced` the end of it that bash replaces by a candidate.
 */
export function completeInBash(program: Command, line: string, replaced: string, context: Context): ExitCode {
  const before = readBashLine(line.slice(0, line.length - replaced.length))
  const start = before.words.at(-1) ?? ''
  const candidates = candidatesFor(program, readBashLine(line).words.slice(1), context)
  const lines = candidates.map(({ value }) => `${forBash(visible(value).slice(start.length), before.quote)}\n`)
  context.stdout.write(lines.join(''))
  return ExitCode.done
}

function candidatesFor(program: Command, words: readonly string[], context: Context): Candidate[] {
  const current = words.at(-1) ?? ''
  const position = positionAfter(program, words.slice(0, -1))
  const { command, given, values, awaited, isOnlyArguments } = position
  const journal = values.get('--journal')
  const asked = {
    command,
    given,
    values,
    program,
    context,
    journal: journalOf({ ...(journal && { journal }) }, context)
  }
  const [flag, value] = isOnlyArguments ? [current] : partsOf(current)
  if (value !== undefined) {
    const candidates = valuesOfOption(optionOf(command, flag), asked)
    return beginning(value, candidates).map(({ value: rest, about }) => ({ value: `${flag}=${rest}`, about }))
  }
  if (awaited !== undefined) return beginning(current, valuesOfOption(awaited, asked))
  if (current.startsWith('-') && !isOnlyArguments) return beginning(current, optionsOf(command))
  const { registeredArguments: known } = command
  const argument = known[given.length] ?? known.find(({ variadic }) => variadic)
  const below = given.length === 0 ? commandsOf(command) : []
  return beginning(current, [...below, ...valuesOf(argument?.name(), asked)])
}

/** The position in the tree of commands to which the typed words lead. */
interface Position {
  readonly command: Command
  /** The command's arguments so far. */
  readonly given: readonly string[]
  /** The values of options so far, by their long names. */
  readonly values: ReadonlyMap<string, string>
  /** The last word, if it is an option whose value comes next. */
  readonly awaited: Option | undefined
  /** Whether `--` was typed, after which nothing is an option. */
  readonly isOnlyArguments: boolean
}

function positionAfter(program: Command, words: readonly string[]): Position {
  const start = { command: program, given: [], values: new Map(), awaited: undefined, isOnlyArguments: false }
  return words.reduce(positionAfterWord, start)
}

function positionAfterWord(position: Position, word: string): Position {
  const { command, given, awaited, isOnlyArguments } = position
  if (awaited !== undefined) return { ...withValue(position, awaited, word), awaited: undefined }
  if (word === '--') return { ...position, isOnlyArguments: true }
  if (word.startsWith('-') && !isOnlyArguments) {
    const [flag, value] = partsOf(word)
    const option = optionOf(command, flag)
    if (value !== undefined) return withValue(position, option, value)
    return { ...position, awaited: argumentOf(option) === undefined ? undefined : option }
  }
  const below = given.length === 0 ? command.commands.find((each) => each.name() === word) : undefined
  return below === undefined ? { ...position, given: [...given, word] } : { ...position, command: below }
}

function withValue(position: Position, option: Option | undefined, value: string): Position {
  return { ...position, values: new Map([...position.values, [option?.long ?? '', value]]) }
}

/** An option and its value, if that is in the same word. */
function partsOf(word: string): [flag: string, value?: string] {
  const [, flag, value] = /^(--[^=]+)=(.*)$/s.exec(word) ?? []
  return flag === undefined || value === undefined ? [word] : [flag, value]
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
  // Names of files have their accents in two ways, and keyboards in one of them.
  const start = typed.normalize('NFC')
  return candidates.filter(({ value }) => value.normalize('NFC').startsWith(start))
}

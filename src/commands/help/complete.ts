import type { Command, Option } from 'commander'
import type { Context } from '../../context.ts'
import { formatNames } from '../../export/document.ts'
import { ExitCode } from '../../errors.ts'
import { listAll } from '../../journal/list.ts'
import { stemOf } from '../../journal/names.ts'
import { isKey, keys } from '../../settings.ts'
import { headingOf } from '../../questions/heading.ts'
import { onOneLine } from '../../questions/lines.ts'
import { dayOf } from '../../time.ts'
import { visible } from '../../terminal/width.ts'
import { journalOf, packsOf } from '../options.ts'
import { shells } from './completion.ts'
import { languageNames, shipped } from '../../words/index.ts'

/** What may stand where the cursor is, and a few words about it. */
interface Candidate {
  readonly value: string
  readonly about: string
}

export interface CompleteOptions {
  readonly program: Command
  /** What was typed after the program's name; the last one is the word at the cursor, which may be empty. */
  readonly words: readonly string[]
}

/** The newest entries are the ones that are meant; a longer list helps nobody. */
const MOST_ENTRIES = 30

/**
 * What a shell asks for when Tab is pressed: a line for each candidate, `value<Tab>about`. No line: any file.
 */
export async function run({ program, words }: CompleteOptions, context: Context): Promise<ExitCode> {
  const candidates = await candidatesFor(program, words, context)
  const lines = candidates.map(({ value, about }) => `${visible(value)}\t${visible(onOneLine(about))}\n`)
  context.stdout.write(lines.join(''))
  return ExitCode.done
}

async function candidatesFor(program: Command, words: readonly string[], context: Context): Promise<Candidate[]> {
  const current = words.at(-1) ?? ''
  const { command, given, awaited } = placeIn(program, words.slice(0, -1))
  const [, option, value] = /^(--[^=]+)=(.*)$/s.exec(current) ?? []
  if (option !== undefined && value !== undefined) {
    const candidates = await valuesOfOption(optionOf(command, option), given, program, context)
    return beginning(value, candidates).map(({ value: rest, about }) => ({ value: `${option}=${rest}`, about }))
  }
  if (awaited !== undefined) return beginning(current, await valuesOfOption(awaited, given, program, context))
  if (current.startsWith('-')) return beginning(current, optionsOf(command))
  const argument = command.registeredArguments[given.length] ?? lastIfVariadic(command)
  const values = await valuesOf(argument?.name(), given, program, context)
  return beginning(current, [...(given.length === 0 ? commandsOf(command) : []), ...values])
}

/** Where in the tree of commands the words lead. */
interface Place {
  readonly command: Command
  /** The command's arguments so far. */
  readonly given: readonly string[]
  /** The last word, where that is an option that waits for its value. */
  readonly awaited: Option | undefined
}

function placeIn(program: Command, words: readonly string[]): Place {
  return words.reduce<Place>(
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

function lastIfVariadic({ registeredArguments }: Command) {
  const last = registeredArguments.at(-1)
  return last?.variadic === true ? last : undefined
}

/** An option of a command or of those above it. */
function optionOf(command: Command, flag: string): Option | undefined {
  const own = command.options.find(({ long, short }) => long === flag || short === flag)
  return own ?? (command.parent === null ? undefined : optionOf(command.parent, flag))
}

/** The name of the value that an option takes, as its flags say it: `entry` of `--after <entry>`. */
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

function commandsOf({ commands }: Command): Candidate[] {
  return commands.map((command) => ({ value: command.name(), about: command.description() }))
}

/** What can be an option's value. */
async function valuesOfOption(
  option: Option | undefined,
  given: readonly string[],
  program: Command,
  context: Context
): Promise<Candidate[]> {
  return option?.argChoices === undefined
    ? valuesOf(argumentOf(option), given, program, context)
    : named(...option.argChoices)
}

/**
 * What can stand for a value of this name, the command's arguments so far being `given`; what is not named here (files,
 * words, days) is left to the shell.
 */
async function valuesOf(
  name: string | undefined,
  given: readonly string[],
  program: Command,
  context: Context
): Promise<Candidate[]> {
  const { commands } = context.words
  switch (name) {
    case 'exercise':
      return (await packsOf({}, context)).flatMap(({ exercises }) =>
        exercises.map(({ id, title }) => ({ value: id, about: title }))
      )
    case 'pack':
      return (await packsOf({}, context)).map(({ id, title }) => ({ value: id, about: title }))
    case 'route':
      return (await packsOf({}, context)).flatMap(({ routes, title }) =>
        Object.keys(routes).map((route) => ({ value: route, about: title }))
      )
    case 'place':
      return places(given[0] ?? '.', context)
    case 'entry':
      return entries(context)
    case 'what':
      return [
        ...(await entries(context)),
        ...(await valuesOf('exercise', given, program, context)),
        ...(await valuesOf('pack', given, program, context))
      ]
    case 'order':
      return named('date', 'reading')
    case 'tag':
      return tags(context)
    case 'status':
      return named('finished', 'draft')
    case 'format':
      return named(...formatNames)
    case 'action':
      return named('list', 'get', 'set', 'unset', 'path')
    case 'key':
      return keys.filter(isKey).map((key) => ({ value: key, about: context.words.settings.takes[key] }))
    case 'language':
      return shipped.map((tag) => ({ value: tag, about: languageNames[tag] }))
    case 'topic':
      return [...commandsOf(program), ...named(...Object.keys(commands.topics))]
    case 'shell':
      return named(...shells)
    default:
      return []
  }
}

/** The exercises and prompts of a pack at a path; none where it cannot be read. */
async function places(place: string, context: Context): Promise<Candidate[]> {
  try {
    const [pack] = await packsOf({ pack: place }, context)
    return (pack?.exercises ?? []).flatMap(({ id, title, prompts }) => [
      { value: id, about: title },
      ...prompts.map((prompt) => ({ value: `${id}/${prompt.id}`, about: headingOf(prompt) }))
    ])
  } catch {
    return []
  }
}

function named(...values: readonly string[]): Candidate[] {
  return values.map((value) => ({ value, about: '' }))
}

async function entries(context: Context): Promise<Candidate[]> {
  const { entries: newest } = await listAll(journalOf({}, context), { limit: MOST_ENTRIES })
  const last = newest.find(({ status }) => status === 'finished')
  return [
    ...(last === undefined ? [] : [{ value: 'last', about: last.title }]),
    ...newest.map(({ file, title, started }) => ({ value: stemOf(file), about: `${title}, ${dayOf(started)}` }))
  ]
}

async function tags(context: Context): Promise<Candidate[]> {
  const { entries: all } = await listAll(journalOf({}, context))
  return named(...new Set(all.flatMap((entry) => entry.tags)))
}

function beginning(typed: string, candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter(({ value }) => value.startsWith(typed))
}

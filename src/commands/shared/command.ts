import type { Command } from 'commander'
import type { Context } from '../../context/context.ts'
import type { ExitCode } from '../../context/errors.ts'
import { languageTag } from '../../settings/index.ts'
import type { Words } from '../../words/index.ts'

/*
 * How a command is defined: its file declares arguments, options and help, and has `run`. `program.ts` makes commander's
 * commands of the definitions; usage errors, help, completion and the manual page come from those.
 */

/** All commands as commander knows them. */
export type Program = Command

/** A sentence of the help, in the user's language. */
export type HelpText = (words: Words['commands']) => string

/** An argument. `name` is shown in the help and decides what the shell completes. */
export interface Argument<Value> {
  readonly name: string
  readonly help: HelpText
  readonly required: boolean
  readonly variadic: boolean
  /** The value among the arguments as they were typed; this one is at `index`. */
  read(given: readonly string[], index: number): Value
}

/** An option. The flag is the key of its declaration: `withoutQuestions` is `--without-questions`. */
export interface Option<Value> {
  readonly help: HelpText
  /** The name of its value in the help, which decides what the shell completes. A flag has none. */
  readonly value?: string
  /** Whether the value may be left out; then it is true. */
  readonly isValueOptional?: boolean
  readonly choices?: readonly string[]
  /** Keys of options that it cannot be combined with. */
  readonly conflicts?: readonly string[]
  /** Whether the flag is `--no-…` and makes the value false. */
  readonly negated?: boolean
  /**
   * Reads one value as it was typed; undefined if it is wrong. `before` is the result so far, if the option was given
   * before.
   */
  read(text: string, before: Value | undefined, context: Context): Value | undefined
  /** What to write instead of a wrong value. */
  readonly hint?: HelpText
}

type Arguments = Readonly<Record<string, Argument<unknown>>>
type Options = Readonly<Record<string, Option<unknown>>>

type ArgumentValues<A extends Arguments> = {
  readonly [K in keyof A]: A[K] extends Argument<infer Value> ? Value : never
}

/** The values of declared options; one that was not given is absent. */
export type OptionValues<O extends Options> = {
  readonly [K in keyof O]?: O[K] extends Option<infer Value> ? Value : never
}

/** What a command gives: nothing if all went well. */
type Result = Promise<ExitCode | void> | ExitCode | void

/** A command as `program.ts` sees it. */
export interface CommandDefinition {
  readonly help: HelpText
  readonly args?: Arguments
  readonly options?: Options
  /** `program` has all commands, for those that explain them. */
  run(values: object, context: Context, program: Program): Result
}

/** What a command's file exports. `values` in `run` has the type that the declarations of arguments and options give. */
interface Definition<A extends Arguments, O extends Options> extends CommandDefinition {
  readonly args?: A
  readonly options?: O
  run(values: ArgumentValues<A> & OptionValues<O> & GlobalOptions, context: Context, program: Program): Result
}

/** Gives a definition the types of its values. */
export function defineCommand<A extends Arguments = Record<never, never>, O extends Options = Record<never, never>>(
  definition: Definition<A, O>
): CommandDefinition {
  return definition
}

/** An argument that may be left out. What is needed then comes from the user on a terminal; otherwise it is missing. */
export function optional(name: string, help: HelpText): Argument<string | undefined> {
  return { name, help, required: false, variadic: false, read: (given, index) => given[index] }
}

/** The name of an entry. Without it, the user chooses on a terminal; otherwise it is missing. */
export const entryArgument = optional('entry', (words) => words.entryName)

/** An argument that has this value if it is left out. */
export function withDefault(name: string, fallback: string, help: HelpText): Argument<string> {
  return { name, help, required: false, variadic: false, read: (given, index) => given[index] ?? fallback }
}

/** The last argument, which takes the rest of the line. */
export function rest(name: string, help: HelpText): Argument<readonly string[]> {
  return { name, help, required: false, variadic: true, read: (given, index) => given.slice(index) }
}

/** An option without a value. `conflicts` are keys of options that it cannot be combined with. */
export function flag(help: HelpText, conflicts: readonly string[] = []): Option<true> {
  return { help, conflicts, read: () => true }
}

/** An option with a text. `conflicts` are keys of options that it cannot be combined with. */
export function textOption(value: string, help: HelpText, conflicts: readonly string[] = []): Option<string> {
  return { help, value, conflicts, read: (typed) => typed }
}

/** As `textOption`; true without a text. */
export function optionalTextOption(
  value: string,
  help: HelpText,
  conflicts: readonly string[] = []
): Option<string | true> {
  return { help, value, isValueOptional: true, conflicts, read: (typed) => typed }
}

/** An option that may be given several times, with a text each time. */
export function textsOption(value: string, help: HelpText): Option<readonly string[]> {
  return { help, value, read: (typed, before = []) => [...before, typed] }
}

/** As `textsOption`, for tags: each is put on one line and must not be empty. */
export function tagsOption(help: HelpText): Option<readonly string[]> {
  return {
    help,
    value: 'tag',
    hint: ({ filters }) => filters.notATag,
    read(typed, before = []) {
      const tag = typed.replaceAll(/\s+/g, ' ').trim()
      return tag === '' ? undefined : [...before, tag]
    }
  }
}

/** An option with one of a few values. `hint` names them. */
export function choiceOption<const Value extends string>(
  value: string,
  choices: readonly Value[],
  help: HelpText,
  hint: HelpText
): Option<Value> {
  return { help, value, choices, hint, read: (typed) => choices.find((each) => each === typed) }
}

/** A whole number, 1 or more. */
export function countOption(help: HelpText): Option<number> {
  return {
    help,
    value: 'number',
    hint: (words) => words.filters.notACount,
    read: (typed) => (/^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : undefined)
  }
}

const color: Option<boolean> = { help: ({ options }) => options.noColor, negated: true, read: () => false }

const lang: Option<string> = {
  help: ({ options }) => options.lang,
  value: 'language',
  read: (typed) => languageTag(typed),
  hint: ({ options }) => options.notALanguage
}

/** Options of every command. */
export const globalOptions = {
  journal: textOption('dir', ({ options }) => options.journal),
  plain: flag(({ options }) => options.plain),
  color,
  quiet: flag(({ options }) => options.quiet),
  lang
}

/** What every command may be given. `color` is false for `--no-color`, otherwise true or absent: then the settings decide. */
export type GlobalOptions = OptionValues<typeof globalOptions>

/** Output for scripts, of every command that lists or shows. */
export const json = flag(({ options }) => options.json)

import type { CommanderError } from 'commander'
import type { Misuse } from './words/shared/types.ts'

/**
 * What is wrong with a command line. Commander gives an error code, but the names only in its English message (methods of
 * `Command` that call `error`, in its lib/command.js), so the names are read from there. A message that has changed is
 * passed on as it is; `test/misuse.test.ts` fails then. package.json pins the version.
 */
export function misuseIn({ code, message }: CommanderError): Misuse {
  const text = message.replace(/^error: /, '')
  const [, first = '', second = ''] =
    /^option '(.*)' cannot be used with option '(.*)'$/s.exec(text) ?? /'(.*)'/s.exec(text) ?? []
  const [, suggested] = /\(Did you mean (?:one of )?(.*)\?\)$/.exec(text) ?? []
  if (code === 'commander.excessArguments') return { kind: 'too-many' }
  if (first === '') return { kind: 'other', text }
  switch (code) {
    case 'commander.unknownOption':
      return { kind: 'unknown-option', what: first, near: suggested?.split(', ') ?? [] }
    case 'commander.unknownCommand':
      return { kind: 'unknown-command', what: first, near: suggested?.split(', ') ?? [] }
    case 'commander.missingArgument':
      return { kind: 'no-argument', what: first }
    case 'commander.optionMissingArgument':
      return { kind: 'no-value', what: flagIn(first) }
    case 'commander.conflictingOption':
      return { kind: 'conflict', one: flagIn(first), other: flagIn(second) }
    default:
      return { kind: 'other', text }
  }
}

/** `--since` of `--since <day>`. */
function flagIn(flags: string): string {
  return /--[\w-]+/.exec(flags)?.[0] ?? flags
}

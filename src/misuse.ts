import type { CommanderError } from 'commander'
import type { Misuse } from './words/shared/types.ts'

/**
 * What commander found wrong. It says so in English only, and says what in the sentence alone (Command's methods that
 * call `error`, in its lib/command.js); what is worded differently there one day is passed on as it is.
 */
export function misuseIn({ code, message }: CommanderError): Misuse {
  const text = message.replace(/^error: /, '')
  const named = (pattern: RegExp) => pattern.exec(text)?.slice(1) ?? []
  const [quoted] = named(/'(.*)'/s)
  if (quoted === undefined && code !== 'commander.excessArguments') return { kind: 'other', text }
  switch (code) {
    case 'commander.unknownOption':
    case 'commander.unknownCommand': {
      const [near = ''] = named(/\(Did you mean (?:one of )?(.*)\?\)$/)
      const kind = code === 'commander.unknownOption' ? 'unknown-option' : 'unknown-command'
      return { kind, what: quoted ?? '', near: near === '' ? [] : near.split(', ') }
    }
    case 'commander.missingArgument':
      return { kind: 'no-argument', what: quoted ?? '' }
    case 'commander.optionMissingArgument':
      return { kind: 'no-value', what: flagIn(quoted ?? '') }
    case 'commander.excessArguments':
      return { kind: 'too-many' }
    case 'commander.invalidArgument': {
      const [flags, value, why] = named(/^option '(.*?)' argument '(.*)' is invalid\. (.*)$/s)
      if (flags === undefined || value === undefined || why === undefined) return { kind: 'other', text }
      return { kind: 'wrong-value', what: flagIn(flags), value, why }
    }
    case 'commander.conflictingOption': {
      const [one = '', other = ''] = named(/^option '(.*)' cannot be used with option '(.*)'$/s)
      return { kind: 'conflict', one: flagIn(one), other: flagIn(other) }
    }
    default:
      return { kind: 'other', text }
  }
}

/** `--since` out of `-s, --since <day>`. */
function flagIn(flags: string): string {
  return /--[\w-]+/.exec(flags)?.[0] ?? flags
}

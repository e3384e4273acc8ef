import type { CommanderError } from 'commander'

/** How a command line was used wrongly: what commander found, without its English. */
export type Misuse =
  | { readonly kind: 'unknown-option' | 'unknown-command'; readonly what: string; readonly near: readonly string[] }
  /** An argument's name, or an option that needs a value. */
  | { readonly kind: 'no-argument' | 'no-value'; readonly what: string }
  | { readonly kind: 'too-many' }
  /** `why` is the sentence of whoever looked at the value. */
  | { readonly kind: 'wrong-value'; readonly what: string; readonly value: string; readonly why: string }
  | { readonly kind: 'conflict'; readonly one: string; readonly other: string }
  | { readonly kind: 'other'; readonly text: string }

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

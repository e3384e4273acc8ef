import { languageTag, readSettings } from './index.ts'
import type { SettingsContext } from './index.ts'

/** Spoken where nothing says otherwise. */
const USUAL = 'en-GB'

/**
 * The learner's language as a tag, such as `cy`: what `--lang` names, else the setting, else what the system says. It
 * need not be one that the program speaks: a pack may. What is no tag counts as not said, and is complained of
 * elsewhere.
 */
export function languageOf(args: readonly string[], surroundings: SettingsContext): string {
  const option = optionIn(args)
  const named = (option === undefined ? undefined : languageTag(option)) ?? readSettings(surroundings).settings.language
  return named === 'auto' ? (systemLanguage(surroundings.env) ?? USUAL) : named
}

/** What stands after `--lang`, wherever that stands: the help, too, is in the language that it names. */
function optionIn(args: readonly string[]): string | undefined {
  const end = args.indexOf('--')
  const options = end === -1 ? args : args.slice(0, end)
  const at = options.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  return at === -1 ? undefined : (/=(.*)$/s.exec(options[at] ?? '')?.[1] ?? options[at + 1])
}

/**
 * The language of messages by the order of POSIX (Base Definitions, 8.2): the first of these that is not empty counts,
 * in the form language[_territory][.codeset][@modifier].
 */
function systemLanguage(env: SettingsContext['env']): string | undefined {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  const [name = ''] = (locale.split('.', 1)[0] ?? '').split('@', 1)
  return languageTag(name.replaceAll('_', '-'))
}

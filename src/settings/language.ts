import { languageTag, readSettings, type SettingsContext } from './index.ts'

/** The language if nothing else is set. */
const USUAL = 'en-GB'

/**
 * The learner's language as a tag, such as `cy`: that of `--lang`, else the setting, else that of the system. It need
 * not be a language of the program, because packs may have others. An invalid `--lang` is ignored here and reported
 * elsewhere.
 */
export function languageOf(args: readonly string[], surroundings: SettingsContext): string {
  const option = optionIn(args)
  const named = (option === undefined ? undefined : languageTag(option)) ?? readSettings(surroundings).settings.language
  return named === 'auto' ? (systemLanguage(surroundings.env) ?? USUAL) : named
}

/** The value of the last `--lang`, wherever it is, because the help is in that language too. */
function optionIn(args: readonly string[]): string | undefined {
  const end = args.indexOf('--')
  const options = end === -1 ? args : args.slice(0, end)
  const at = options.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  return at === -1 ? undefined : (/=(.*)$/s.exec(options[at] ?? '')?.[1] ?? options[at + 1])
}

/**
 * The language of messages by POSIX (Base Definitions, 8.2): the first of these variables that is not empty,
 * in the form language[_territory][.codeset][@modifier].
 */
function systemLanguage(env: SettingsContext['env']): string | undefined {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  const [name = ''] = (locale.split('.', 1)[0] ?? '').split('@', 1)
  return languageTag(name.replaceAll('_', '-'))
}

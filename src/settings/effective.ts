import { presets, systemLocale, type Key, type Reading, type Settings, type SettingsContext } from './index.ts'
import { typedPath } from '../text/typed-path.ts'

/** What decides a setting: an option or a variable, by its name; the settings file; or nothing that the user said. */
export type Source =
  | { readonly kind: 'option' | 'variable'; readonly name: string }
  | { readonly kind: 'setting' | 'default' }

/** The value that a setting has in this run, and what decides it. */
export interface Effective {
  readonly value: Settings[Key]
  readonly source: Source
}

/** The options that override settings. */
interface Overrides {
  readonly journal?: string
  readonly plain?: boolean
  readonly color?: boolean
  readonly lang?: string
}

/** The value that a setting has in this run. The rules are those of the parts of the program that use it. */
export function effective(key: Key, reading: Reading, options: Overrides, context: SettingsContext): Effective {
  const said = overriding(key, reading, options, context)
  if (said !== undefined)
    return { value: said.value, source: { kind: said.name.startsWith('-') ? 'option' : 'variable', name: said.name } }
  return { value: reading.settings[key], source: { kind: reading.stated.has(key) ? 'setting' : 'default' } }
}

/** The option or the variable that decides a setting, with its value; undefined if the settings decide. */
function overriding(
  key: Key,
  { settings }: Reading,
  options: Overrides,
  context: SettingsContext
): { readonly name: string; readonly value: Settings[Key] } | undefined {
  const { env } = context
  const named = (name: string, text: string | undefined) => (text ? { name, value: text } : undefined)
  switch (key) {
    case 'journal': {
      const path = named('--journal', options.journal) ?? named('REFLECT_JOURNAL', env['REFLECT_JOURNAL'])
      return path && { ...path, value: typedPath(path.value, context) }
    }
    case 'plain':
      if (options.plain === true) return { name: '--plain', value: true }
      return !settings.plain && env['ACCESSIBLE'] === '1' ? { name: 'ACCESSIBLE', value: true } : undefined
    case 'color':
      if (options.color === false) return { name: '--no-color', value: 'never' }
      if (env['NO_COLOR']) return { name: 'NO_COLOR', value: 'never' }
      return colorForced(env['FORCE_COLOR'])
    case 'editor':
      if (settings.editor !== undefined) return undefined
      return named('VISUAL', env['VISUAL']?.trim()) ?? named('EDITOR', env['EDITOR']?.trim())
    case 'revisit.after':
    case 'pack':
    case 'bundled':
    case 'start':
      return undefined
    case 'language':
      return named('--lang', options.lang) ?? (settings.language === presets.language ? systemLocale(env) : undefined)
  }
}

function colorForced(forced: string | undefined) {
  if (forced === undefined) return undefined
  return { name: 'FORCE_COLOR', value: forced === '0' || forced === 'false' ? 'never' : 'always' } as const
}

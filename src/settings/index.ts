import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Context } from '../context/context.ts'
import { ReflectError } from '../context/errors.ts'
import { utcDate } from '../dates/calendar.ts'
import { timeSpan } from '../dates/spans.ts'
import { decode } from '../text/decode.ts'
import { typedPath } from '../text/typed-path.ts'
import { own } from '../util/records.ts'
import { isMissing } from '../util/system-calls.ts'
import type { Message, Words } from '../words/index.ts'

/**
 * The learner's settings. They are read here without a library, because every command waits for them, and written by
 * `settings/write.ts` with conf, which defines the file and its folder.
 */
export interface Settings {
  /** The journal's folder, a path for `typedPath`, relative to the home folder. */
  readonly journal: string
  /** Ask line by line, without colours or redrawing. */
  readonly plain: boolean
  readonly color: 'auto' | 'always' | 'never'
  /** The command of the editor. Undefined: VISUAL, else EDITOR. */
  readonly editor: string | undefined
  /** When an exercise is due again, such as `3 months`. Undefined: only if its pack says so. */
  readonly 'revisit.after': string | undefined
  /** The id of the pack that comes first. Undefined: the usual order. */
  readonly pack: string | undefined
  /** Whether bundled packs that the learner has not used are listed. */
  readonly bundled: 'show' | 'hide'
  /** The days on which packs were started, for `startDays`. Undefined: as each pack says. */
  readonly start: string | undefined
  /** A BCP 47 tag such as `cy` or `en-GB`. `auto`: that of the system. */
  readonly language: string
}

/** The name of a setting. */
export type Key = keyof Settings

/** The part of the context that settings depend on. */
export type SettingsContext = Pick<Context, 'env' | 'homeDir' | 'platform' | 'cwd'>

/**
 * The content of the settings file. `problem` says what could not be read, one sentence on each line.
 */
export interface Reading {
  readonly settings: Settings
  /** The settings that are in the file; the others have their defaults. */
  readonly stated: ReadonlySet<Key>
  readonly problem?: Message | undefined
}

/** Parsers of values from the file or the command line; undefined if a value is invalid. */
type Parsers = { readonly [K in Key]: (value: unknown) => Settings[K] | undefined }

const switches = { true: true, yes: true, on: true, false: false, no: false, off: false }

const parsers: Parsers = {
  journal: line,
  plain: (value) => own(switches, wordOf(value)),
  color: (value) => (['auto', 'always', 'never'] as const).find((known) => known === wordOf(value)),
  editor: line,
  'revisit.after': (value) => (timeSpan(wordOf(value)) === undefined ? undefined : wordOf(value)),
  pack: (value) => /^[a-z][a-z0-9-]*$/.exec(wordOf(value))?.[0],
  bundled: (value) => (['show', 'hide'] as const).find((known) => known === wordOf(value)),
  start: (value) => startDays(wordOf(value)) && wordOf(value),
  language: (value) => (wordOf(value) === 'auto' ? 'auto' : languageTag(value))
}

/** The defaults. */
export const presets: Settings = {
  journal: '~/reflections',
  plain: false,
  color: 'auto',
  editor: undefined,
  'revisit.after': undefined,
  pack: undefined,
  bundled: 'show',
  start: undefined,
  language: 'auto'
}

/** All settings in the order of `reflect config`. */
export const keys: readonly Key[] = [
  'journal',
  'plain',
  'color',
  'editor',
  'revisit.after',
  'pack',
  'bundled',
  'start',
  'language'
]

/** Whether a word is the name of a setting. */
export function isKey(word: string): word is Key {
  return keys.some((key) => key === word)
}

/** Parses a typed or stored value of a setting; undefined if it is invalid. */
export function parseSetting<K extends Key>(key: K, value: unknown): Settings[K] | undefined {
  return parsers[key](value)
}

/**
 * The path of the settings file: in `REFLECT_HOME` if that is set, else the one that conf chooses on this system.
 *
 * @throws ReflectError if it is in the home folder and that is unknown.
 */
export function settingsFile(context: SettingsContext): string {
  const { join } = context.platform === 'win32' ? path.win32 : path.posix
  return join(ownFolder(context) ?? systemFolder(context, 'settings'), 'config.json')
}

/**
 * The folder of installed packs and other data: `REFLECT_HOME` if that is set, else the system's folder for programs'
 * data. @throws as `settingsFile`.
 */
export function dataFolder(context: SettingsContext): string {
  return ownFolder(context) ?? systemFolder(context, 'data')
}

function ownFolder(context: SettingsContext): string | undefined {
  const home = context.env['REFLECT_HOME']
  return home ? typedPath(home, context) : undefined
}

/** A variable with a relative path is ignored, as the XDG Base Directory Specification says. */
function systemFolder(context: SettingsContext, kind: 'settings' | 'data'): string {
  const { env, platform } = context
  const isData = kind === 'data'
  const name = 'reflect-journal'
  if (platform === 'darwin')
    return path.posix.join(context.homeDir, 'Library', isData ? 'Application Support' : 'Preferences', name)
  if (platform === 'win32') {
    const named = env[isData ? 'LOCALAPPDATA' : 'APPDATA'] ?? ''
    const usual = () => path.win32.join(context.homeDir, 'AppData', isData ? 'Local' : 'Roaming')
    return path.win32.join(path.win32.isAbsolute(named) ? named : usual(), name, isData ? 'Data' : 'Config')
  }
  const named = env[isData ? 'XDG_DATA_HOME' : 'XDG_CONFIG_HOME'] ?? ''
  const usual = () => path.posix.join(context.homeDir, isData ? '.local/share' : '.config')
  return path.posix.join(path.posix.isAbsolute(named) ? named : usual(), name)
}

/** Reads the settings. Never throws: a value that cannot be read has its default, and is named in `problem`. */
export function readSettings(context: SettingsContext): Reading {
  let file = ''
  let stored: Record<string, unknown> | undefined
  try {
    file = settingsFile(context)
    // Most learners have no file, and an exception takes longer than a check.
    if (!existsSync(file)) return without()
    stored = storedIn(readFileSync(file))
  } catch (error) {
    // If the home folder is unknown, whatever else needs it says so.
    if (isMissing(error) || error instanceof ReflectError) return without()
    return without(({ settings }) => settings.unreadable(file, error instanceof Error ? error.message : String(error)))
  }
  return stored === undefined
    ? without(({ settings }) => settings.broken(file))
    : fromStored(stored, (key, { settings }) => settings.wrongInFile(file, key, settings.takes[key]))
}

/** Parses a settings file; undefined if it is not a JSON object in UTF-8. */
export function storedIn(bytes: Uint8Array): Record<string, unknown> | undefined {
  try {
    const { text, fault } = decode(bytes)
    const value: unknown = fault === undefined ? JSON.parse(text) : undefined
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
  } catch {
    return undefined
  }
}

function fromStored(stored: Record<string, unknown>, problemWith: (key: Key, words: Words) => string): Reading {
  const present = keys.filter((key) => Object.hasOwn(stored, key))
  const wrong = present.filter((key) => parseSetting(key, stored[key]) === undefined)
  const valueOf = <K extends Key>(key: K): Settings[K] =>
    (Object.hasOwn(stored, key) ? parseSetting(key, stored[key]) : undefined) ?? presets[key]
  return {
    settings: {
      journal: valueOf('journal'),
      plain: valueOf('plain'),
      color: valueOf('color'),
      editor: valueOf('editor'),
      'revisit.after': valueOf('revisit.after'),
      pack: valueOf('pack'),
      bundled: valueOf('bundled'),
      start: valueOf('start'),
      language: valueOf('language')
    },
    stated: new Set(present.filter((key) => !wrong.includes(key))),
    problem: wrong.length === 0 ? undefined : (words) => wrong.map((key) => problemWith(key, words)).join('\n')
  }
}

function without(problem?: Message): Reading {
  return { settings: presets, stated: new Set(), problem }
}

/**
 * The journal's folder as an absolute path: `--journal`, else `REFLECT_JOURNAL`, else the setting, else
 * `~/reflections`.
 *
 * @throws ReflectError if it is in the home folder and that is unknown.
 */
export function journalDir(flag: string | undefined, settings: Settings, context: SettingsContext): string {
  const typed = flag || context.env['REFLECT_JOURNAL']
  return typed ? typedPath(typed, context) : journalSetting(settings, context)
}

/**
 * The folder that the setting names. One that is relative starts at the home folder, so that it is the same wherever
 * the program is called.
 */
export function journalSetting({ journal }: Pick<Settings, 'journal'>, context: SettingsContext): string {
  return typedPath(journal, context, 'homeDir')
}

/** The day, `YYYY-MM-DD`, on which each pack was started, from `pack 2027-01-11, other 2027-02-01`; undefined if it is something else. */
export function startDays(text: string): ReadonlyMap<string, string> | undefined {
  const days = text.split(',').flatMap((part) => {
    const [, pack = '', day = ''] = /^([a-z][a-z0-9-]*) (\d{4}-\d{2}-\d{2})$/.exec(part.trim()) ?? []
    return utcDate(day) === undefined ? [] : [[pack, day] as const]
  })
  return days.length === text.split(',').length ? new Map(days) : undefined
}

/** A line that is not empty, without control characters. */
function line(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' && !/\p{Cc}/u.test(value) ? value.trim() : undefined
}

function wordOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'boolean' ? String(value).trim().toLowerCase() : ''
}

/**
 * Normalises a language tag, such as `cy` or `en-GB`; undefined if it is not one. Of BCP 47 it takes a language
 * with subtags. `Intl` would be exact, but loading it takes longer than a whole start.
 */
export function languageTag(value: unknown): string | undefined {
  const [tag, language = '', region = '', rest = ''] =
    // Without the flag `i`, whose first use takes ten times as long.
    /^([a-z]{2,3})(-[a-z]{2}|-\d{3})?((?:-[a-z0-9]{2,8})*)$/.exec(wordOf(value)) ?? []
  return tag === undefined ? undefined : `${language}${region.toUpperCase()}${rest}`
}

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
  return named === 'auto' ? (systemLocale(surroundings.env)?.value ?? USUAL) : named
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
 * in the form language[_territory][.codeset][@modifier]. Gives the variable and the tag; undefined if it is not one.
 */
export function systemLocale(
  env: SettingsContext['env']
): { readonly name: string; readonly value: string } | undefined {
  const name = ['LC_ALL', 'LC_MESSAGES', 'LANG'].find((each) => env[each]) ?? ''
  const [locale = ''] = ((env[name] ?? '').split('.', 1)[0] ?? '').split('@', 1)
  const value = languageTag(locale.replaceAll('_', '-'))
  return value === undefined ? undefined : { name, value }
}

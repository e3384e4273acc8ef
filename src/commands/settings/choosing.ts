import { effective, type Source } from '../../settings/effective.ts'
import { keys, parseSetting, readSettings, type Key, type Reading, type Settings } from '../../settings/index.ts'
import type { Context } from '../../context/context.ts'
import { visible } from '../../text/visible.ts'
import type { MenuItem } from '../../terminal/renderer.ts'
import { languageNames, shipped, type Words } from '../../words/index.ts'
import { chosenFor, typedFor, type Asking } from '../shared/choosing.ts'
import type { GlobalOptions } from '../shared/command.ts'

/** A setting as it is in this run: its value and where that comes from, in words. */
export function shownSetting(key: Key, reading: Reading, options: GlobalOptions, context: Context) {
  const words = context.words.settings
  const { value, source } = effective(key, reading, options, context)
  return { value: valueInWords(value, context), source: sourceInWords(source, words), about: words.about[key] }
}

/** The value of a setting in words. */
export function valueInWords(value: Settings[Key], { words }: Pick<Context, 'words'>): string {
  return value === undefined ? words.settings.none : visible(String(value))
}

function sourceInWords(source: Source, { from }: Words['settings']): string {
  return 'name' in source ? from[source.kind](source.name) : from[source.kind]
}

/** The settings as items of a menu, with their values and where those come from. */
export function settingItems(options: GlobalOptions, context: Context): MenuItem<Key>[] {
  const reading = readSettings(context)
  return keys.map((key) => {
    const { value, source, about } = shownSetting(key, reading, options, context)
    return { value: key, label: `${key}: ${value}`, typed: [key], note: `${about} (${source})` }
  })
}

/** A setting that the user chooses. @throws as `chosenFor`. */
export function chosenSetting(asking: Asking): Promise<Key> {
  const { options, context } = asking
  return chosenFor('key', context.words.menus.settings.which, settingItems(options, context), asking)
}

/** A value for a setting that the user chooses or types; undefined for the default. @throws as `chosenFor`. */
export async function chosenValue(key: Key, asking: Asking): Promise<string | undefined> {
  const { options, context } = asking
  const said = context.words.menus.settings
  const fixed = fixedValues(key)
  if (fixed !== undefined) {
    const reset = { value: undefined, label: said.reset }
    return chosenFor<string | undefined>('value', said.choose(key), [...fixed, reset], asking)
  }
  const reading = readSettings(context)
  if (reading.stated.has(key)) {
    const ways = [
      { value: 'change', label: said.change },
      { value: 'reset', label: said.reset }
    ]
    if ((await chosenFor('value', said.choose(key), ways, asking)) === 'reset') return undefined
  }
  const { takes } = context.words.settings
  const { value } = effective(key, reading, options, context)
  const fault = (line: string) =>
    parseSetting(key, line) === undefined && line !== ''
      ? context.words.settings.wrongValue(key, visible(line), takes[key])
      : undefined
  const preset = value === undefined ? {} : { preset: String(value) }
  return typedFor('value', { question: said.value(key, takes[key]), fault, ...preset }, asking)
}

/** The values of a setting that has only a few; undefined if any text can be one. */
function fixedValues(key: Key): MenuItem<string>[] | undefined {
  const named = (values: readonly string[]) => values.map((value) => ({ value, label: value }))
  switch (key) {
    case 'plain':
      return named(['true', 'false'])
    case 'bundled':
      return named(['show', 'hide'])
    case 'color':
      return named(['auto', 'always', 'never'])
    case 'language':
      return [...named(['auto']), ...shipped.map((value) => ({ value, label: languageNames[value] }))]
    case 'journal':
    case 'editor':
    case 'revisit.after':
    case 'pack':
    case 'start':
      return undefined
  }
}

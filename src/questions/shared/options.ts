import { isRecord, present } from '../../util/records.ts'
import { onOneLine } from '../../text/lines.ts'
import { byIdKey, idKey, textOf, textsKey, wordsKey } from './keys.ts'
import type { EntryWords, Identity, Json, Option } from './model.ts'
import type { PromptSource } from './prompt-source.ts'
import type { EarlierAnswers, NewId, Say, Z } from './question.ts'

/** The most options, rows, statements or numbers that a prompt may have. */
export const MOST_OPTIONS = 100

/**
 * Options in YAML: strings, `{ id, label, note }`, or one mapping from ids to labels; as authors write them, also the id of a list that
 * the manifest defines.
 */
export function optionsKey(z: Z, isWritten = false) {
  const option = z.strictObject({
    id: idKey(z).describe('The id that is stored, and that conditions refer to.'),
    label: wordsKey(z).describe('What the learner sees.'),
    note: wordsKey(z).optional().describe('A few words of explanation beside it.')
  })
  const options = [z.array(z.union([wordsKey(z), option])), z.record(idKey(z), wordsKey(z))]
  return z.union(isWritten ? [...options, idKey(z)] : options)
}

/** The keys of prompts that have options. */
export function optionsKeys(z: Z, isWritten = false) {
  return {
    options: optionsKey(z, isWritten)
      .optional()
      .describe('The options to choose from, or the name of a list under `option_lists` of the manifest.'),
    options_from: z
      .string()
      .optional()
      .describe('Instead of options: an earlier prompt whose items, rows, statements or options are used.')
  }
}

/** What the types with the keys `optionsKeys` have in common. */
export const optionMembers = {
  referenceKeys: { options_from: 'items' },
  sourceKey: 'optionsFrom',
  textKeys: (z: Z) => ({ options: optionTexts(z) }),
  translated: <P extends { readonly options: readonly Option[] }>(prompt: P, say: Say): P => ({
    ...prompt,
    options: translatedOptions(prompt.options, ['options'], say)
  }),
  identityLists: ['options'],
  offeredList: 'options',
  identities: ({ options }: { readonly options: readonly Option[] }) => optionIdentities(options, 'options'),
  withIds: <P extends { readonly options: readonly Option[] }>(prompt: P, newId: NewId): P => ({
    ...prompt,
    options: optionsWithIds(prompt.options, 'options', newId)
  })
} as const

/** Options in a translation. */
export function optionTexts(z: Z) {
  const words = wordsKey(z)
  const option = textsKey(z, { label: words, note: words })
  return byIdKey(z, option, 'By the ids of the options; an option without one is its own id.')
}

/** The options in the model's names, from keys that passed the schema. */
export function parseOptionsKeys(keys: Readonly<Record<string, unknown>>): { options: Option[]; optionsFrom?: string } {
  return { options: parseOptions(keys['options']), ...present({ optionsFrom: textOf(keys['options_from']) }) }
}

/** Options from a key that passed the schema; [] if it is absent. */
export function parseOptions(value: unknown): Option[] {
  if (isRecord(value)) return Object.entries(value).map(([id, label]) => ({ id, label: onOneLine(String(label)) }))
  if (!Array.isArray(value)) return []
  return value.map((option: string | Option) => {
    if (typeof option === 'string') return { id: onOneLine(option), label: onOneLine(option) }
    const { id, label, note } = option
    return { id, label: onOneLine(label), ...(note === undefined ? {} : { note: onOneLine(note) }) }
  })
}

/** Reports faults of `options` and `options_from` together; `least` is the number of options that are needed. */
export function checkOptionsKeys(count: number, least: number, source: PromptSource): void {
  const { report } = source
  const options = source.key('options')
  if (source.has('options_from')) {
    if (source.has('options'))
      report('either-or', source.key('options_from'), { one: 'options', other: 'options_from' })
    return
  }
  if (count < least) report('no-options', options, {})
  else if (count === 1 && least === 1) reportOne(source)
  if (count > MOST_OPTIONS) report('too-much', options, { most: MOST_OPTIONS, many: true })
}

/** What looks like a comma between options. */
const BETWEEN = /[;；،、，|]/g

/** Reports a single option. In brackets, other signs than commas do not divide a list. */
function reportOne(source: PromptSource): void {
  const only = source.text('options', 0)
  const signs = only === undefined || only.text.includes(',') ? [] : (only.text.match(BETWEEN) ?? [])
  const edits = signs.map((sign) => ({ sign, span: only?.find(sign) ?? source.key('options') }))
  const [first] = edits
  if (first === undefined || first.span.end - first.span.start !== 1)
    source.report('one-option', source.key('options'), {})
  else
    source.report(
      'one-option',
      source.key('options'),
      { sign: first.sign },
      edits.map(({ span }) => ({ ...span, text: ',' }))
    )
}

/** The prompt's own options, or those that an earlier prompt offers. */
export function resolvedOptions(
  { options, optionsFrom }: { readonly options: readonly Option[]; readonly optionsFrom?: string },
  earlier: EarlierAnswers
): readonly Option[] {
  return optionsFrom === undefined ? options : earlier.options(optionsFrom)
}

/** Options with their texts replaced; `place` is the name of their key. */
export function translatedOptions(options: readonly Option[], place: readonly string[], say: Say): Option[] {
  return options.map(({ id, label, note }) => ({
    id,
    label: say([...place, id, 'label'], label),
    ...(note === undefined ? {} : { note: say([...place, id, 'note'], note) })
  }))
}

/** Options as identities; `place` is the path of their list. */
export function optionIdentities(options: readonly Option[], place: string): Identity[] {
  return options.map(({ id, label }) => ({ path: `${place}.${id}`, label }))
}

/** Options with other ids; `place` is the path of their list. */
export function optionsWithIds<O extends { readonly id: string }>(
  options: readonly O[],
  place: string,
  newId: NewId
): readonly O[] {
  return options.map((option) => ({ ...option, id: newId(place, option.id) }))
}

/** Words as options that are their own ids; repeated words count once. */
export function optionsOfWords(words: readonly string[]): Option[] {
  return [...new Set(words)].map((word) => ({ id: word, label: word }))
}

/** Ids and labels for a marker: an object, or pairs if an object would not keep their order. */
export function namesForm(options: readonly Pick<Option, 'id' | 'label'>[]): Json {
  const pairs = options.map(({ id, label }): [string, string] => [id, label])
  const named = Object.fromEntries(pairs)
  const keys = Object.keys(named)
  return keys.length === pairs.length && pairs.every(([id], index) => id === keys[index]) ? named : pairs
}

/** Ids and labels from a marker; undefined if the JSON is neither form. */
export function namesFromForm(json: unknown): Option[] | undefined {
  if (!isRecord(json) && !Array.isArray(json)) return undefined
  const pairs: readonly unknown[] = Array.isArray(json) ? json : Object.entries(json)
  const options = pairs.flatMap((pair): Option[] => {
    if (!Array.isArray(pair)) return []
    const [id, label]: unknown[] = pair
    return typeof id === 'string' && typeof label === 'string' ? [{ id, label }] : []
  })
  return options.length === pairs.length ? options : undefined
}

/** The options under a key of a form: [] if it is absent, undefined if it does not hold options. */
export function namesAt(form: Readonly<Record<string, unknown>>, key: string): Option[] | undefined {
  return Object.hasOwn(form, key) ? namesFromForm(form[key]) : []
}

/** The labels of ids, in the order of the ids; an unknown id is its own label. */
export function labelsOf(options: readonly Option[], ids: readonly string[]): string[] {
  const labels = new Map(options.map(({ id, label }) => [id, label]))
  return ids.map((id) => labels.get(id) ?? id)
}

/** Ids by label; of equal labels the first counts. */
export function byLabel(options: readonly Option[]): ReadonlyMap<string, string> {
  return new Map(options.toReversed().map(({ id, label }) => [label.trim(), id]))
}

/** Items joined as in a sentence: "a, b and c". */
export function joined(items: readonly string[], words: EntryWords): string {
  const [last = '', before] = [items.at(-1), items.slice(0, -1)]
  return before.length === 0 ? last : `${before.join(', ')} ${words.and(last)} ${last}`
}

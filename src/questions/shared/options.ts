import { isRecord } from './checking.ts'
import { onOneLine } from '../../text/lines.ts'
import { idKey, present, wordsKey } from './keys.ts'
import type { EntryWords, Form, Json, Option } from './model.ts'
import type { Say, Z } from './question.ts'

/** Options in YAML: strings, `{ id, label, note }`, or one mapping from ids to labels. */
export function optionsKey(z: Z) {
  const option = z.strictObject({
    id: idKey(z).describe('What is stored, and what conditions name.'),
    label: wordsKey(z).describe('What the learner sees.'),
    note: wordsKey(z).optional().describe('A few words of explanation beside it.')
  })
  return z.union([z.array(z.union([wordsKey(z), option])), z.record(idKey(z), wordsKey(z))])
}

/** The keys of prompts that have options. */
export function optionsKeys(z: Z) {
  return {
    options: optionsKey(z).optional().describe('What there is to choose from.'),
    options_from: z
      .string()
      .optional()
      .describe('Instead of options: an earlier prompt, whose items, rows, statements or options are taken.')
  }
}

/** The same keys in the model, once they passed the schema. */
export function parseOptionsKeys(keys: Readonly<Record<string, unknown>>): { options: Option[]; optionsFrom?: string } {
  return {
    options: parseOptions(keys['options']),
    ...present({ optionsFrom: keys['options_from'] as string | undefined })
  }
}

/** Options from keys that passed the schema; none where there are none. */
export function parseOptions(value: unknown): Option[] {
  if (isRecord(value)) return Object.entries(value).map(([id, label]) => ({ id, label: onOneLine(String(label)) }))
  if (!Array.isArray(value)) return []
  return value.map((option: string | Option) => (typeof option === 'string' ? fromWords(option) : tidy(option)))
}

function fromWords(words: string): Option {
  const label = onOneLine(words)
  return { id: label, label }
}

function tidy({ id, label, note }: Option): Option {
  return { id, label: onOneLine(label), ...(note === undefined ? {} : { note: onOneLine(note) }) }
}

/** Options in other words; `place` is the name of their key. */
export function translatedOptions(options: readonly Option[], place: readonly string[], say: Say): Option[] {
  return options.map(({ id, label, note }) => ({
    id,
    label: say([...place, id, 'label'], label),
    ...(note === undefined ? {} : { note: say([...place, id, 'note'], note) })
  }))
}

/** Words as options; what is said twice counts once. */
export function optionsOfWords(words: readonly string[]): Option[] {
  return [...new Set(words)].map((word) => ({ id: word, label: word }))
}

/** Ids and labels for a marker: an object, or pairs where an object would not keep their order. */
export function namesForm(options: readonly Pick<Option, 'id' | 'label'>[]): Json {
  const pairs = options.map(({ id, label }): [string, string] => [id, label])
  const named = Object.fromEntries(pairs)
  const keys = Object.keys(named)
  return keys.length === pairs.length && pairs.every(([id], index) => id === keys[index]) ? named : pairs
}

/** Ids and labels out of a marker; undefined where they are none of ours. */
export function namesFromForm(json: Json | undefined): Option[] | undefined {
  const pairs: readonly unknown[] | undefined = isRecord(json)
    ? Object.entries(json)
    : Array.isArray(json)
      ? json
      : undefined
  const options = pairs?.flatMap((pair): Option[] => {
    if (!Array.isArray(pair)) return []
    const [id, label]: unknown[] = pair
    return typeof id === 'string' && typeof label === 'string' ? [{ id, label }] : []
  })
  return options?.length === pairs?.length ? options : undefined
}

/** The options of a form under a key that may be absent. */
export function namesAt(form: Form, key: string): Option[] | undefined {
  return Object.hasOwn(form, key) ? namesFromForm(form[key]) : []
}

/** What a learner sees of options, in the order of their ids. */
export function labelsOf(options: readonly Option[], ids: readonly string[]): string[] {
  const labels = new Map(options.map(({ id, label }) => [id, label]))
  return ids.map((id) => labels.get(id) ?? id)
}

/** Options by the words that a line of an entry names them with; of equal ones the first. */
export function byLabel(options: readonly Option[]): ReadonlyMap<string, string> {
  return new Map(options.toReversed().map(({ id, label }) => [label.trim(), id]))
}

/** Items as a sentence joins them: "a, b and c". */
export function joined(items: readonly string[], words: EntryWords): string {
  const [last = '', before] = [items.at(-1), items.slice(0, -1)]
  return before.length === 0 ? last : `${before.join(', ')} ${words.and(last)} ${last}`
}

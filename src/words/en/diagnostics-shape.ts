/** What `pack check` says of keys and values that are not as the format has them, and of files, in English. */
import { say, meant, oneOf } from './phrases.ts'
import type { Say } from './phrases.ts'

interface Text {
  text: string
}
interface Near {
  name: string
  near: string[]
}

/** What stands in braces in one text and not in the other. */
interface Marks {
  missing: string[]
  extra: string[]
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list, one item a line after a dash',
  object: 'keys with values',
  record: 'keys with values'
}

export const shapeDiagnostics = {
  'unknown-key': ({ key, near, types }: { key: string; near: string[]; types: string[] }) => {
    const [type = '', ...others] = types
    if (type === '')
      return say(
        `There is no key "${key}" here.`,
        meant(near, 'Take it out, or look the key up with "reflect pack schema".')
      )
    const hint =
      others.length === 0
        ? `It belongs to the type "${type}": write "type: ${type}", or take it out.`
        : `It belongs to the types ${oneOf(types)}: write "type:" with one of them, or take it out.`
    return say(`There is no key "${key}" in a prompt of this type.`, hint)
  },
  'missing-key': ({ key }: { key: string }) =>
    say(`The key "${key}" is missing here.`, `Add "${key}:" with its value.`),
  'nothing-there': ({ source }: { source: string }) =>
    say(
      source === '' ? 'There is no value here.' : `"${source}" means nothing at all in YAML.`,
      source === ''
        ? 'Write a value after the colon, or take the key out.'
        : 'If it is text, put it in double quotes; otherwise take the key out.'
    ),
  'says-nothing': () => say('This text is empty.', 'Write something, or take the key out.'),
  'not-text': ({ source }: { source: string }) =>
    say(
      `YAML reads ${source} as a number or as true or false, and a text belongs here.`,
      `Put it in double quotes: "${source}".`
    ),
  'not-true-or-false': ({ source }: { source: string }) =>
    say(`"${source}" is neither true nor false.`, 'Write true or false, without quotes.'),
  'not-a-number': ({ source }: { source: string }) =>
    say(`"${source}" is not a number.`, 'Write a number, without quotes.'),
  'not-whole': ({ source }: { source: string }) => say(`${source} is not a whole number.`, 'Write a whole number.'),
  'wrong-kind': ({ expected }: { expected: string[] }) => {
    const kinds = [...new Set(expected.map((kind) => KINDS[kind] ?? kind))].join(', or ')
    return say(`This is not what belongs here: ${kinds}.`, `Write ${kinds}.`)
  },
  'not-one-of': ({ value, known, near }: { value: string; known: string[]; near: string[] }) =>
    say(`"${value}" is not one of the values that belong here.`, meant(near, `Write ${oneOf(known)}.`)),
  'too-little': ({ least, many }: { least: number; many: boolean }) =>
    say(
      many ? `There must be at least ${least} here.` : `This must be ${least} or more.`,
      many ? 'Add to the list.' : 'Write a larger number.'
    ),
  'too-much': ({ most, many }: { most: number; many: boolean }) =>
    say(
      many ? `There are more than ${most} here.` : `This must be ${most} or less.`,
      many ? 'Take some out, or divide them.' : 'Write a smaller number.'
    ),
  'bad-id': ({ text }: Text) =>
    say(`"${text}" cannot be an id.`, 'Use lower-case letters, digits and hyphens, a letter first, at most 64.'),
  'bad-version': ({ text }: Text) => say(`"${text}" is not a version.`, 'Write three numbers, such as 1.0.0.'),
  'bad-language': ({ text }: Text) =>
    say(`"${text}" is not a language.`, 'Write a language tag, such as en-GB, cy or pt-BR.'),
  'bad-license': ({ text }: Text) =>
    say(
      `"${text}" is not a licence expression.`,
      'Write an SPDX name, such as CC-BY-4.0, or several joined with AND or OR.'
    ),
  'bad-url': ({ text }: Text) =>
    say(`"${text}" is not an https address.`, 'Write the whole address, beginning with https://.'),
  'bad-span': ({ text }: Text) =>
    say(`"${text}" is not a length of time.`, 'Write a number and days, weeks or months: 7 days.'),
  'bad-date': ({ text }: Text) => say(`"${text}" is not a day.`, 'Write it as 2026-11-23.'),
  'bad-file-name': ({ text }: Text) =>
    say(
      `"${text}" cannot be the name of an exercise's file.`,
      "Use letters, digits, dots, hyphens and underscores; the file stands in the pack's own folder."
    ),

  'no-manifest': ({ name }: { name: string }) =>
    say(`There is no ${name} here.`, `Write a ${name} that names the pack and lists its exercises.`),
  'not-a-manifest': () =>
    say(
      'This is no manifest of a pack.',
      'Begin with "format: 1", then id, version, title, language and exercises. If it is an exercise, name the folder of its pack.'
    ),
  'pack-too-large': ({ limit }: { limit: number }) =>
    say(`The pack is larger than ${limit} MiB.`, 'Keep only what learners read: text.'),
  'too-many-files': ({ limit }: { limit: number }) =>
    say(`The pack has more than ${limit} files.`, 'Keep only the manifest, the exercises, the licence and a README.'),
  'no-such-file': ({ name, near }: Near) =>
    say(`There is no file "${name}".`, meant(near, 'Write the file, or take it off the list.')),
  'not-listed': ({ name }: { name: string }) =>
    say(`The file "${name}" is not on the list of exercises.`, 'Add it to the list, or take it out of the folder.'),
  'listed-twice': ({ name }: { name: string }) => say(`The file "${name}" is on the list twice.`, 'Keep it once.'),
  'lists-itself': ({ name }: { name: string }) =>
    say(`The manifest lists itself, "${name}", as an exercise.`, 'Take it off the list.'),
  'names-collide': ({ name, first }: { name: string; first: string }) =>
    say(`On many disks "${name}" and "${first}" are the same file.`, 'Give one of them another name.'),
  'links-out': ({ name }: { name: string }) =>
    say(`"${name}" is a link to a place outside the pack.`, 'Put the file itself into the folder.'),

  'own-language': ({ language }: { language: string }) =>
    say(
      `The pack is written in "${language}" itself, so there is nothing to translate.`,
      'Name the translation by its own language, or take it out.'
    ),
  'translated-twice': ({ language, file }: { language: string; file: string }) =>
    say(`There is a translation into "${language}" already, in ${file}.`, 'Keep one of the two.'),
  untranslated: ({ name, key }: { name: string; key: string }) =>
    say(`Not translated: ${name}. Learners read it in the pack's own language.`, `Add "${key}:" below this.`),
  'nothing-to-translate': ({ name, near }: Near) =>
    say(
      `The pack has no "${name}" here to translate.`,
      meant(near, 'Compare it with the ids and keys of the pack, or take it out.')
    ),
  'quotations-differ': ({ missing, extra }: Marks) =>
    say(
      marks(missing, extra),
      'Quote the same answers as the text that this translates; only the words after "|" are other words.'
    ),
  'gaps-differ': ({ missing, extra }: Marks) =>
    say(marks(missing, extra), 'Put the same gaps into the sentence, in whatever order the language wants them.'),

  'version-not-raised': ({ now, before }: { now: string; before: string }) =>
    say(
      `The version is ${now}, and learners already have ${before}.`,
      'Raise it: the last number for a correction, the middle one for something new, the first for what breaks earlier answers.'
    ),
  'went-away': ({ name }: { name: string }) =>
    say(
      `"${name}" was there before and is gone.`,
      'Say under "renamed" what it is called now, or name it under "retired".'
    ),
  'type-changed': ({ name, before, now }: { name: string; before: string; now: string }) =>
    say(
      `"${name}" asked for ${before} before and asks for ${now} now, so earlier answers no longer fit.`,
      'Give it another id, and name the old one under "retired".'
    ),
  'still-there': ({ name }: { name: string }) =>
    say(
      `"${name}" is said to be gone, but it is still in the pack.`,
      'Take this line out, or the exercise or prompt itself.'
    ),
  'unknown-target': ({ name }: { name: string }) =>
    say(
      `"${name}" is a new name of nothing in the pack.`,
      'Write it as exercise or exercise/prompt, as it is called now.'
    )
} satisfies Record<string, Say>

function marks(missing: readonly string[], extra: readonly string[]): string {
  return [
    ...(missing.length === 0 ? [] : [`Missing in the translation: ${missing.join(', ')}.`]),
    ...(extra.length === 0 ? [] : [`Not in what is translated: ${extra.join(', ')}.`])
  ].join(' ')
}

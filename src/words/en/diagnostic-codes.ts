import { meant, oneOf } from './phrases.ts'

interface Text {
  text: string
}
interface Name {
  name: string
}
interface Near extends Name {
  near: string[]
}

/** What is gone, with the lines of a manifest that say so; `renamed` is '' if there is no likely new name. */
interface Gone extends Name {
  renamed: string
  retired: string
}
interface Change extends Name {
  before: string
  now: string
}

/** What is in braces in one text and not in the other. */
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

const quoteIt = 'Put the whole text in double quotes, or write it below the key after "|".'
const otherId =
  'If answers before and after must not be compared, give it another id, and name the old one under "retired".'
const earlier = 'Refer to a prompt that comes before this one, or move one of the two.'

/** What a derived value needs. */
const derivable: Readonly<Record<string, string>> = {
  lowest: 'It needs a scale with several statements.',
  highest: 'It needs a scale with several statements.',
  first: 'It needs a ranking.',
  last: 'It needs a ranking.',
  widest: 'It needs two rankings.',
  count: 'It needs a list, choices, a ranking or a table.',
  rows: 'It needs a column of a table: "rows of table.column is value".',
  difference: 'It needs two numbers or ratings; of several ratings, name one: "ratings.fair".',
  days: 'It needs an exercise, or a prompt of the type "date".'
}

/**
 * What `pack check` says by code, in English; `docs/pack-codes.md` explains the codes. The first line says what is wrong,
 * the second how to fix it. What was found comes as plain text without control characters.
 */
export const codes = {
  'file-too-large': ({ limit }: { limit: number }) => `This file is larger than ${limit} KiB.
    Move some of its exercises or readings into files of their own.`,
  'not-utf8': ({ encoding }: { encoding?: string }) => `
    ${encoding === undefined ? 'There is a character here that is not UTF-8.' : `This file is saved as ${encoding}.`}
    Save it again with the encoding UTF-8.`,
  'control-character': ({ shown }: { shown: string }) => `There is a control character here: ${shown}.
    Delete it; it may have come in with pasted text.`,
  'bidi-override': ({ shown }: { shown: string }) => `
    There is a character here that changes the direction of text unseen: ${shown}.
    Delete it; scripts that run from right to left need none.`,
  'invisible-character': ({ shown }: { shown: string }) => `There is a character here that nobody can see: ${shown}.
    Delete it, unless the language needs it.`,
  'broken-character': ({ shown }: { shown: string }) => `There is half a character here: ${shown}.
    Write the character itself; a file in UTF-8 needs no escape for it.`,
  'file-empty': () => `This file is empty.
    Write the exercise into it, or take it off the list in the manifest.`,

  'too-many-nodes': ({ limit }: { limit: number }) => `This file has more than ${limit} keys and values.
    Divide it into several files.`,
  'too-deep': ({ limit }: { limit: number }) => `This is more than ${limit} levels deep.
    No part of a pack needs that: look for brackets or dashes too many.`,
  'odd-space': () => `This space is of another kind than YAML takes, though it looks the same.
    Delete it and type a space; it may have come in with pasted text.`,
  tab: () => `A tab cannot indent a line in YAML.
    Use spaces, two for each level.`,
  directive: ({ text }: Text) => `"${text}" changes how YAML is read.
    Delete this line: packs are read the same way everywhere.`,
  'second-document': () => `A second YAML document begins here.
    Keep one document a file, and delete this line.`,
  tag: ({ text }: Text) => `YAML takes "${text}" for a tag, not for text.
    ${quoteIt}`,
  anchor: ({ text }: Text) => `YAML takes "${text}" for the name of an anchor, not for text.
    ${quoteIt}`,
  alias: ({ text }: Text) => `YAML takes "${text}" for an alias of something else, not for text.
    ${quoteIt}`,
  'merge-key': () => `"<<" would merge other keys in here.
    Write the keys out: a pack has no merging.`,
  'explicit-key': () => `YAML takes a question mark that stands alone for the start of a key.
    ${quoteIt}`,
  'key-not-text': () => `This key is not a word.
    A key is a plain word before a colon. If this is text, put it in double quotes.`,
  'duplicate-key': ({ key, line }: { key: string; line: number }) => `
    The key "${key}" is there twice; the first is on line ${line}.
    Keep one of the two.`,

  'colon-in-text': ({ before }: { before: string }) => `
    The colon after "${before}" makes YAML read this text as a key and its value.
    ${quoteIt}`,
  'text-after-quote': () => `The closing quotation mark ends the value, but the line goes on.
    Write the text below the key after "|", or put all of it in single quotes (double any apostrophe).`,
  'text-after-bracket': () => `The closing bracket ends the value, but the line goes on.
    ${quoteIt}`,
  'text-after-block-sign': ({ sign }: { sign: string }) => `Nothing may follow "${sign}" on its line.
    Begin the text on the next line, further in. If "${sign}" is part of the text, put the text in double quotes.`,
  'starts-with-quotation': () => `A value that begins with "{{" is not read as text.
    ${quoteIt}`,
  'starts-with-sign': ({ sign }: { sign: string }) => `A text cannot begin with "${sign}" in YAML.
    ${quoteIt}`,
  'dash-after-key': () => `A list cannot begin on the line of its key.
    Begin the list on the next line. If the dash is part of the text, put the text in double quotes.`,
  'comma-in-braces': ({ key }: { key: string }) => `
    The comma ends the value before it, and "${key}" has become a key of its own.
    Put the text that holds the comma in double quotes.`,
  'no-space-after-colon': ({ key }: { key: string }) => `
    There is no space after the colon of "${key}", so YAML does not see a key.
    Put a space after the colon.`,
  'cut-by-comment': ({ rest }: { rest: string }) => `YAML takes "${rest}" for a comment and leaves it out of the text.
    Put the whole text in double quotes. A comment needs a line of its own, or two spaces before it.`,
  'stray-text': ({ text }: Text) => `"${text}" belongs to no key.
    If it goes on with the text above, indent it under the key, and write "|" after the key. If it is a key, put a colon and a space after it.`,
  unclosed: ({ sign }: { sign: string }) => `The ${sign} that opens here is never closed.
    Close it with ${closing(sign)}. A " #" before the end begins a comment.`,
  indentation: () => `This line does not line up with those around it.
    Give it the same number of spaces as the line that it belongs beside.`,
  'bad-escape': ({ text }: Text) => `"${text}" means nothing inside double quotes.
    Write the backslash twice, or write the text below the key after "|".`,
  'yaml-syntax': () => `YAML cannot be read from here on.
    Compare the line with the ones before it: dashes, colons, quotation marks and indentation. Text in double quotes is always safe.`,

  'unknown-key': ({ key, near, types }: { key: string; near: string[]; types: string[] }) => {
    const [type = '', ...others] = types
    if (type === '')
      return `There is no key "${key}" here.
        ${meant(near, 'Take it out, or look the key up with "reflect pack schema".')}`
    const hint =
      others.length === 0
        ? `It belongs to the type "${type}": write "type: ${type}", or take it out.`
        : `It belongs to the types ${oneOf(types)}: write "type:" with one of them, or take it out.`
    return `There is no key "${key}" in a prompt of this type.
      ${hint}`
  },
  'missing-key': ({ key }: { key: string }) => `The key "${key}" is missing here.
    Add "${key}:" with its value.`,
  'nothing-there': ({ source }: { source: string }) => `
    ${source === '' ? 'There is no value here.' : `"${source}" means nothing at all in YAML.`}
    ${source === '' ? 'Write a value after the colon, or take the key out.' : 'If it is text, put it in double quotes; otherwise take the key out.'}`,
  'says-nothing': () => `This text is empty.
    Write something, or take the key out.`,
  'not-text': ({ source }: { source: string }) => `
    YAML reads ${source} as a number or as true or false, and a text belongs here.
    Put it in double quotes: "${source}".`,
  'not-true-or-false': ({ source }: { source: string }) => `"${source}" is neither true nor false.
    Write true or false, without quotes.`,
  'not-a-number': ({ source }: { source: string }) => `"${source}" is not a number.
    Write a number, without quotes.`,
  'not-whole': ({ source }: { source: string }) => `${source} is not a whole number.
    Write a whole number.`,
  'wrong-kind': ({ expected }: { expected: string[] }) => {
    const kinds = [...new Set(expected.map((kind) => KINDS[kind] ?? kind))].join(', or ')
    return `This is not what belongs here: ${kinds}.
      Write ${kinds}.`
  },
  'not-one-of': ({ value, known, near }: { value: string; known: string[]; near: string[] }) => `
    "${value}" is not one of the values that belong here.
    ${meant(near, `Write ${oneOf(known)}.`)}`,
  'too-little': ({ least, many }: { least: number; many: boolean }) => `
    ${many ? `There must be at least ${least} here.` : `This must be ${least} or more.`}
    ${many ? 'Add to the list.' : 'Write a larger number.'}`,
  'too-much': ({ most, many }: { most: number; many: boolean }) => `
    ${many ? `There are more than ${most} here.` : `This must be ${most} or less.`}
    ${many ? 'Take some out, or divide them.' : 'Write a smaller number.'}`,
  'bad-id': ({ text }: Text) => `"${text}" cannot be an id.
    Use lower-case letters, digits and hyphens, a letter first, at most 64.`,
  'bad-version': ({ text }: Text) => `"${text}" is not a version.
    Write three numbers, such as 1.0.0.`,
  'bad-language': ({ text }: Text) => `"${text}" is not a language.
    Write a language tag, such as en-GB, cy or pt-BR.`,
  'bad-license': ({ text }: Text) => `"${text}" is not a licence expression.
    Write an SPDX name, such as CC-BY-4.0, or several joined with AND or OR.`,
  'bad-url': ({ text }: Text) => `"${text}" is not an https address.
    Write the whole address, beginning with https://.`,
  'bad-length': ({ text }: Text) => `"${text}" is not a number of words.
    Write a whole number from 1 to 1000, such as "15 words".`,
  'bad-span': ({ text }: Text) => `"${text}" is not a length of time.
    Write a number and days, weeks or months: 7 days.`,
  'bad-date': ({ text }: Text) => `"${text}" is not a day.
    Write it as 2026-11-23.`,
  'bad-file-name': ({ text }: Text) => `"${text}" cannot be the name of an exercise's file.
    Use letters, digits, dots, hyphens and underscores; the file is in the pack's own folder.`,

  'no-manifest': ({ name }: Name) => `There is no ${name} here.
    Write a ${name} that names the pack and lists its exercises.`,
  'not-a-manifest': () => `This is not the manifest of a pack.
    Begin with "format: 1", then id, version, title, language and exercises. If it is an exercise, name the folder of its pack.`,
  'needs-format': ({ key }: { key: string }) => `What is written for "${key}" here needs format 2 of packs.
    Write "format: 2" in the manifest; an older reflect then says that the pack is too new for it.`,
  'pack-too-large': ({ limit }: { limit: number }) => `The pack is larger than ${limit} MiB.
    Keep only what learners read: text.`,
  'too-many-files': ({ limit }: { limit: number }) => `The pack has more than ${limit} files.
    Keep only the manifest, the exercises, the licence and a README.`,
  'no-such-file': ({ name, near }: Near) => `There is no file "${name}".
    ${meant(near, 'Write the file, or take it off the list.')}`,
  'not-listed': ({ name }: Name) => `The file "${name}" is not on the list of exercises.
    Add it to the list, or take it out of the folder.`,
  'listed-twice': ({ name }: Name) => `The file "${name}" is on the list twice.
    Keep it once.`,
  'lists-itself': ({ name }: Name) => `The manifest lists itself, "${name}", as an exercise.
    Take it off the list.`,
  'names-collide': ({ name, first }: Name & { first: string }) => `
    On many disks "${name}" and "${first}" are the same file.
    Give one of them another name.`,
  'links-out': ({ name }: Name) => `"${name}" is a link to a place outside the pack.
    Put the file itself into the folder.`,

  'own-language': ({ language }: { language: string }) => `
    The pack is written in "${language}" itself, so there is nothing to translate.
    Name the translation by its own language, or take it out.`,
  'translated-twice': ({ language, file }: { language: string; file: string }) => `
    There is a translation into "${language}" already, in ${file}.
    Keep one of the two.`,
  untranslated: ({ name, key }: Name & { key: string }) => `
    Not translated: ${name}. Learners read it in the pack's own language.
    Add "${key}:" below this.`,
  'nothing-to-translate': ({ name, near }: Near) => `The pack has no "${name}" here to translate.
    ${meant(near, 'Compare it with the ids and keys of the pack, or take it out.')}`,
  'quotations-differ': ({ missing, extra }: Marks) => `${marks(missing, extra)}
    Quote the same answers as the text that this translates; only the words after "|" are other words.`,
  'gaps-differ': ({ missing, extra }: Marks) => `${marks(missing, extra)}
    Put the same gaps into the sentence, in whatever order the language wants them.`,

  'version-not-raised': ({ now, before }: { now: string; before: string }) => `
    The version is ${now}, and learners already have ${before}.
    Raise it: the last number for a correction, the middle one for something new, the first for what breaks earlier answers.`,
  'went-away': (gone: Gone) => `
    "${gone.name}" was there before and is gone. Drafts keep its answers as retired; "then and now" finds no later ones to compare.
    ${became(gone)}`,
  'part-went-away': (gone: Gone) => `
    "${gone.name}" could be answered before and is gone. Drafts keep such answers as retired; "then and now" sees two different ones.
    ${became(gone)}`,
  'type-changed': ({ name, before, now }: Change) => `
    "${name}" asked for ${before} before and asks for ${now} now. Drafts keep earlier answers as retired; "then and now" cannot compare them.
    Give it another id, and name the old one under "retired".`,
  'range-changed': ({ name, limits }: Name & { limits: { key: string; before: string; now: string }[] }) => `
    "${name}" takes other answers than before (${limits.map(({ key, before, now }) => `${key}: ${before} → ${now}`).join(', ')}). Drafts keep those that no longer fit as retired; "then and now" puts them side by side though they were asked differently.
    ${otherId}`,
  'labels-swapped': ({ names }: { names: string[] }) => `
    Labels have changed places: look at ${oneOf(names, 'and')}. Drafts keep such answers as retired; "then and now" takes different answers for the same.
    Leave each label with its id. If something new is meant, give it an id of its own.`,
  'label-changed': ({ name, before, now }: Change) => `
    "${name}" was worded "${before}" and is worded "${now}" now. Drafts keep the answer, and the former words with it as retired; "then and now" shows each in its own words.
    If it means the same, leave it. If not, give it another id, and name the old one under "retired".`,
  'condition-changed': ({ name, isNew }: Name & { isNew: boolean }) => `
    "${name}" ${isNew ? 'is asked under a condition now' : 'is asked under another condition than before'}. Drafts in which it is no longer asked keep its answer as retired; "then and now" compares it only where it is asked.
    Check that the condition holds for those who have answered, or take the change back.`,
  'source-changed': ({ name, key, before, now }: Change & { key: string }) => `
    "${name}" takes what it shows from another place than before (${key}: ${before} → ${now}). Drafts keep answers that no longer fit as retired; "then and now" compares what was asked about different things.
    ${otherId}`,
  'moved-away': ({ name, now }: Name & { now: string }) => `
    "${name}" is in another exercise now: "${now}". Drafts keep its answer, and answers that were given under a condition on it, as retired; "then and now" finds it under the new name.
    If learners may be in the middle of the exercise, leave it where it was.`,
  'less-private': ({ name }: Name) => `
    "${name}" was private before and is not private now. Answers that were written in private stay so, in drafts and in "then and now"; new ones leave the journal with an export.
    Add "private: true", unless this is meant.`,
  'still-there': ({ name }: Name) => `"${name}" is said to be gone, but it is still in the pack.
    Take this line out, or what it names.`,
  'unknown-target': ({ name, near }: Near) => `"${name}" is not in the pack, so it cannot be a new name.
    ${meant(near, 'Write it as exercise, exercise/prompt or exercise/prompt.part, as it is called now.')}`,
  'bad-name': ({ text }: Text) => `"${text}" cannot be the name of an exercise, a prompt or a part.
    Write exercise, exercise/prompt or exercise/prompt.part.`,
  'ambiguous-part': ({
    name,
    known
  }: Name & { known: string[] }) => `"${name}" could be more than one part of its prompt.
    Write ${oneOf(known)}.`,
  'renamed-across': ({ before, after }: { before: string; after: string }) => `
    "${before}" cannot become "${after}".
    Rename an exercise to an exercise, a prompt to a prompt, and a part to a part of the same prompt and list; or retire it.`,
  'renamed-and-retired': ({ name }: Name) => `"${name}" has a new name and is retired too.
    Keep one of the two lines.`,

  'unknown-type': ({ name, known, near }: Near & { known: string[] }) => `There is no type of prompt called "${name}".
    ${meant(near, `Write ${oneOf(known)}.`)}`,
  'same-exercise': ({ name, file }: Name & { file: string }) => `
    Another exercise has the id "${name}" already, in ${file}.
    Give one of them another id.`,
  'duplicate-id': ({ name, line }: Name & { line: number }) => `The id "${name}" is taken already, on line ${line}.
    Give one of the two another id.`,
  'reserved-id': ({ name }: Name) => `"${name}" has a meaning of its own and cannot be an id here.
    Choose another word.`,
  'device-name': ({ name }: Name) => `Windows keeps the name "${name}" for a device.
    Choose another name, such as one with a word before it.`,
  'repeated-option': ({ name, line }: Name & { line: number }) => `"${name}" can be chosen already, on line ${line}.
    Take one of the two out, or word it differently.`,

  'bad-reference': ({ text }: Text) => `"${text}" is not the name of a prompt.
    Write prompt, prompt.part or exercise/prompt.`,
  'bad-quotation': ({ text }: Text) => `"${text}" does not quote an answer.
    Write {{prompt}}, {{exercise/prompt}} or {{prompt|words to use where there is no answer}}.`,
  'quotation-not-here': ({ text }: Text) => `Learners will see "${text}" as it stands: answers are not quoted here.
    Quote answers in ask, help, reading, discussion or template.`,
  'unknown-prompt': ({ name, near }: Near) => `There is no prompt "${name}" to refer to.
    ${meant(near, 'Check the name against the ids of the prompts.')}`,
  'unknown-exercise': ({ name, near }: Near) => `There is no exercise "${name}" in this pack.
    ${meant(near, 'Check the name against the ids of the exercises.')}`,
  'cannot-derive': ({ what, name, type }: Name & { what: string; type: string }) => `
    "${what}" cannot be derived from "${name}", a prompt of the type "${type}".
    ${derivable[what] ?? 'Name a prompt that it can be derived from.'}`,
  'unknown-part': ({ part, near, known }: { part: string; near: string[]; known: string[] }) => `
    The prompt has no part called "${part}".
    ${meant(near, known.length === 0 ? 'Refer to the whole answer, without a dot.' : `Its parts are ${oneOf(known)}.`)}`,
  'own-prompt': ({ name }: Name) => `The prompt refers to its own answer, "${name}", which is not there yet.
    ${earlier}`,
  'later-prompt': ({ name }: Name) => `"${name}" comes later, so its answer is not there yet.
    ${earlier}`,
  'later-exercise': ({ name }: Name) => `
    The exercise "${name}" comes later in the pack, so many learners will have no answer there yet.
    Give words to use where there is none, or change the order of the exercises.`,
  'nothing-to-quote': ({ name, type }: Name & { type: string }) => `"${name}" is a ${type} and has no answer of its own.
    Refer to a prompt that is answered.`,
  'not-an-earlier-prompt': ({ text }: Text) => `"${text}" is not a prompt of this exercise.
    Write the id of an earlier prompt of this exercise, and nothing else.`,
  'offers-nothing': ({ name, type }: Name & { type: string }) => `
    "${name}" is a ${type} and offers nothing to choose from.
    Take items from a list, a choice, choices, a ranking, a table, or a scale with statements.`,

  'condition-too-deep': ({ limit }: { limit: number }) => `This condition is nested more than ${limit} deep.
    Say it with fewer of "all", "any" and "not".`,
  'never-answered': ({ name }: Name) => `"${name}" is never answered, so this condition can never hold.
    Compare a prompt that is answered.`,
  'cannot-be-asked': ({ operator, name, known }: Name & { operator: string; known: string[] }) => `
    "${operator}" cannot be asked of the answer to "${name}".
    It can be asked with ${oneOf(known)}.`,
  'unknown-option': ({ name, near }: Near) => `"${name}" is not one of the options, so this can never hold.
    ${meant(near, 'Write the id of an option.')}`,
  'out-of-reach': ({ min, max }: { min: number | null; max: number | null }) => `
    No answer can be like this: it lies ${range(min, max)}.
    Compare with a value that an answer can have.`,
  'never-true': ({ name }: Name) => `What is demanded of "${name}" contradicts itself, so the prompt is never shown.
    Use "any" if one of the demands is enough.`,

  'empty-range': ({ low, high }: { low: string; high: string }) => `Nothing lies between ${low} and ${high}.
    Put the smaller one first.`,
  'either-or': ({ one, other }: { one: string; other: string }) => `There are both "${one}" and "${other}" here.
    Keep one of the two.`,
  'no-options': () => `There is not enough to choose from.
    Add options, one a line after a dash.`,
  'options-for-nothing': ({ type }: { type: string }) => `A column of type ${type} has no options.
    Write "type: choice", or take the options out.`,
  'too-many-picks': ({ count }: { count: number }) => `There are only ${count} to pick from.
    Write a smaller number, or add options.`,
  'bound-of-another-type': ({ name, type, needed }: Name & { type: string; needed: string }) => `
    "${name}" cannot be a bound here: it is of the type "${type}".
    Name an earlier prompt of the type "${needed}".`,
  'core-needs': ({ name, other }: { name: string; other: string }) =>
    `"${name}" is a core prompt, but it builds on "${other}", which is passed over if there is little time.
    Write "core: true" there too, or take it out here.`,
  'no-last-wording': () => `There may be no question to ask: every wording has a condition.
    Write one more at the end, without "when".`,
  'wording-hidden': () => `This wording is never shown: one before it always holds.
    Give that one a "when", or put this one before it.`,
  'follow-up-without-options': () => `There are no options that the follow-up could wait for.
    Take "when" out: the follow-up is asked after any answer.`,
  'label-off-scale': ({ label, from, to }: { label: string; from: number; to: number }) => `
    "${label}" is not on the scale, which goes from ${from} to ${to}.
    Label whole numbers of the scale only.`,
  'no-column': () => `The table has no column.
    Add one under "columns", with id, title and type.`,
  'no-rows': () => `The table has no rows, and learners cannot add any.
    Write "rows", "rows_from" or "add_rows".`,
  'no-gap': () => `There is no gap to fill in.
    Write a gap as {name}, and describe it under "gaps".`,
  'unknown-gap': ({ name }: Name) => `The gap "${name}" is not described.
    Describe it under "gaps", with an "ask".`,
  'unused-gap': ({ name }: Name) => `The gap "${name}" is not in the template.
    Put {${name}} into the template, or take it out here.`,

  'repeated-in-route': ({ name }: Name) => `"${name}" is on this route twice.
    Keep it once.`,
  'revisits-itself': () => `In a pack of format 1, an exercise cannot wait for itself.
    Name another exercise, or write "format: 2": then it is due again so long after it was finished.`,
  'revisits-in-a-circle': ({ name }: Name) => `"${name}" waits for this exercise in its turn, so neither ever opens.
    Take one of the two "revisit" out.`,

  'long-ask': ({ words, most }: { words: number; most: number }) => `The question has ${words} words.
    Keep it to ${most}, and move the rest to "help".`,
  'privacy-not-stated': ({ names, about }: { names: string[]; about: string }) => `
    After "${about}", which is private, ${oneOf(names, 'and')} ${names.length === 1 ? 'does not say whether it is' : 'do not say whether they are'} private too.
    Add "about: ${about}" to what tells of the same people, and "private: false" to the rest.`,
  'private-anyway': ({
    name,
    source
  }: Name & {
    source: string
  }) => `"private: false" has no effect on "${name}", which has to do with "${source}", and that is private.
    Take the key out, or make the other prompt public.`,
  'two-questions': () => `The prompt asks more than one question.
    Make a prompt of each, or move one to "help".`,
  'no-minutes': () => `The exercise does not say how long it takes.
    Add "minutes:" with a number.`
} satisfies Record<string, (found: never) => string>

function became({ renamed, retired }: Gone): string {
  return renamed === ''
    ? `Add under "retired": ${retired} (or under "renamed" what it is called now).`
    : `Add under "renamed": ${renamed} (or under "retired", if it is gone on purpose: ${retired}).`
}

function closing(sign: string): string {
  return { '[': '"]"', '{': '"}"' }[sign] ?? 'the same mark'
}

function marks(missing: readonly string[], extra: readonly string[]): string {
  return [
    ...(missing.length === 0 ? [] : [`Missing in the translation: ${missing.join(', ')}.`]),
    ...(extra.length === 0 ? [] : [`Not in what is translated: ${extra.join(', ')}.`])
  ].join(' ')
}

function range(min: number | null, max: number | null): string {
  if (min === null) return `at ${max ?? ''} or below`
  return max === null ? `at ${min} or above` : `between ${min} and ${max}`
}

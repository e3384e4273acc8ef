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

/** A kind of file that people name `.yaml` by mistake. */
type OtherKind = 'web page' | 'Word document' | 'RTF document' | 'PDF' | 'archive' | 'picture' | 'LFS pointer'

function article(kind: OtherKind): string {
  if (kind === 'LFS pointer') return 'a pointer of Git LFS to a file that was not fetched'
  return /^[aR]/.test(kind) ? `an ${kind}` : `a ${kind}`
}

/** What is in braces in one text and not in the other. */
interface Marks {
  missing: string[]
  extra: string[]
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list, with each item on a line after a dash',
  object: 'keys with values',
  record: 'keys with values'
}

/** Why a pack has nothing for a key of another program. */
const noKey = {
  comment: 'Write notes to yourself after "#", on a line of their own.',
  default: 'Answers are never filled in. Show what an answer can be like with "example".',
  due: 'A pack has no calendar. "revisit: { exercise: first-week, after: 7 days }" holds an exercise back.',
  layout: 'How questions look, and their order, is up to the program: remove it.',
  length: 'There are no limits for writing. "words: { min: 40, max: 120 }" says how long an answer might be.',
  link: 'Put the address into a text: [the course](https://example.org).',
  media: 'A pack has only text. Link to it in a text: [watch this](https://example.org).',
  picture: 'Put the picture into a text, in a pack with "format: 2": ![What it shows](images/queue.png).',
  required: 'Learners may skip every question, so remove it.',
  score: 'Answers are not marked, so remove it. What you want to say about them goes into "discussion".',
  tags: 'Prompts and exercises have no tags: remove it.',
  validation: 'Answers are not checked by patterns. "number", "date" and "min" and "max" are.'
}
type NoKey = keyof typeof noKey

/** What was copied together with the YAML. */
export type Around = 'fence' | 'sentence' | 'quoted' | 'numbered'
const around: Readonly<Record<Around, string>> = {
  fence: 'This line marks a piece of code in Markdown and in chats, and is no part of the pack.',
  sentence: 'This sentence is neither a key nor a comment.',
  quoted: 'Each line begins with ">", as in an answer to an email.',
  numbered: 'Each line begins with its number.'
}

const quoteIt = 'Put the whole text in double quotes, or write it below the key after "|".'
const otherId =
  'If earlier and later answers must not be compared, give it another id, and list the old one under "retired".'
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
  days: 'It needs an exercise, or a prompt of type "date".'
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
  'not-yaml': ({ kind }: { kind: OtherKind }) => `This file is ${article(kind)}, not YAML.
    ${kind === 'web page' ? 'Open the address in your browser, download the file itself, and put that here.' : 'In your editor, save the text as plain text in UTF-8, with a name that ends in .yaml.'}`,
  'old-line-ends': () => `This file has the line ends of an old Mac, which YAML does not know.
    In your editor, save the file again with the line ends of Unix or Windows (LF or CRLF).`,
  'control-character': ({ shown }: { shown: string }) => `There is a control character here: ${shown}.
    Delete it; it may have come in with pasted text.`,
  'bidi-override': ({ shown }: { shown: string }) => `
    There is a hidden character here that changes the direction of the text: ${shown}.
    Delete it; languages that are written from right to left do not need it.`,
  'invisible-character': ({ shown }: { shown: string }) => `There is an invisible character here: ${shown}.
    Delete it, unless the language needs it.`,
  'broken-character': ({ shown }: { shown: string }) => `There is only half of a character here: ${shown}.
    Write the character itself; a UTF-8 file does not need an escape for it.`,
  'around-yaml': ({ what }: { what: Around }) => `${around[what]}
    Take that out, so that only the pack is left.`,
  wrapped: ({ key }: { key: string }) => `
    ${key === '' ? 'The whole file is an item of a list.' : `The whole file is below "${key}".`}
    ${key === '' ? 'Take out the dash' : `Take out the line "${key}:"`}, and begin the other lines further to the left.`,
  'file-empty': () => `This file is empty.
    Write the exercise in it, or remove it from the list in the manifest.`,

  'too-many-nodes': ({ limit }: { limit: number }) => `This file has more than ${limit} keys and values.
    Split it into several files.`,
  'too-deep': ({ limit }: { limit: number }) => `This is more than ${limit} levels deep.
    No part of a pack needs that many: look for an extra bracket or dash.`,
  'odd-space': () => `This looks like a space, but it is a character that YAML does not accept as one.
    Delete it and type a space; it may have come in with pasted text.`,
  tab: () => `A line in YAML cannot be indented with a tab.
    Use spaces, two for each level.`,
  directive: ({ text }: Text) => `"${text}" changes how YAML is read.
    Delete this line: packs are read the same way everywhere.`,
  'second-document': () => `A second YAML document begins here.
    Keep one document in each file, and delete this line.`,
  tag: ({ text }: Text) => `YAML reads "${text}" as a tag, not as text.
    ${quoteIt}`,
  anchor: ({ text }: Text) => `YAML reads "${text}" as the name of an anchor, not as text.
    ${quoteIt}`,
  alias: ({ text }: Text) => `YAML reads "${text}" as a reference to an anchor, not as text.
    ${quoteIt}`,
  'merge-key': () => `"<<" would merge other keys in here.
    Write the keys out: packs do not allow merging.`,
  'explicit-key': () => `YAML reads a question mark on its own as the start of a key.
    ${quoteIt}`,
  'key-not-text': () => `This key is not a word.
    A key is a plain word before a colon. If this is text, put it in double quotes.`,
  'duplicate-key': ({ key, line }: { key: string; line: number }) => `
    The key "${key}" is here twice; the first is on line ${line}.
    Keep one of the two.`,

  'missing-dash': ({ key }: { key: string }) => `A new item begins here with "${key}", but its dash is missing.
    Write "- " before "${key}", where the dashes of the other items are.`,
  'wrong-sign': ({ sign, right }: { sign: string; right: string }) => `
    ${right === '- ' ? `"${sign}" does not begin an item in YAML.` : `"${sign}" looks like the right sign, but it is a different one.`}
    ${right === '- ' ? 'Write a hyphen and a space.' : `Write ${right}`}`,
  'empty-item': () => `There is nothing after this dash.
    Write the item after it, or remove the dash.`,
  'extra-dash': ({ key }: { key: string }) => `The dash before "${key}" makes it an item of its own.
    Only the first key of an item has a dash; the others begin below its first letter.`,
  'not-indented': ({ key }: { key: string }) => `The lines below "${key}" are not further in, so nothing belongs to it.
    Begin each of these lines with two more spaces.`,
  'foreign-comment': () => `This is not a comment in YAML.
    Begin a comment with "#" and a space, on a line of its own.`,
  'stray-comma': () => `In YAML, a line does not end with a comma.
    Leave out the comma.`,
  'option-with-id': ({ id }: { id: string }) => `"${id}" is the id of an option, but a list takes ids in braces only.
    Write { id: …, label: … }, or leave out the dashes of all options.`,
  'folded-list': () => `Learners read this line joined to the one before it.
    Write "|" after the key, and the text below it: then lines stay as they are.`,
  'curly-quotes': () => `YAML takes these curly quotation marks as part of the text.
    Write straight ones, or none.`,

  'colon-in-text': ({ before }: { before: string }) => `
    The colon after "${before}" makes YAML read this text as a key and its value.
    ${quoteIt}`,
  'text-after-quote': () => `The closing quotation mark ends the value, but there is more text after it.
    Write the text below the key after "|", or put all of it in single quotes (double any apostrophe).`,
  'text-after-bracket': () => `The closing bracket ends the value, but there is more text after it.
    ${quoteIt}`,
  'text-after-block-sign': ({ sign }: { sign: string }) => `Nothing may follow "${sign}" on its line.
    Begin the text on the next line, indented. If "${sign}" is part of the text, put the text in double quotes.`,
  'starts-with-quotation': () => `In YAML, a value that begins with "{{" is not text.
    ${quoteIt}`,
  'starts-with-sign': ({ sign }: { sign: string }) => `A text cannot begin with "${sign}" in YAML.
    ${quoteIt}`,
  'dash-after-key': () => `A list cannot begin on the line of its key.
    Begin the list on the next line. If the dash is part of the text, put the text in double quotes.`,
  'comma-in-braces': ({ key }: { key: string }) => `
    The comma ends the value before it, so "${key}" is read as a separate key.
    Put the text with the comma in double quotes.`,
  'no-space-after-colon': ({ key }: { key: string }) => `
    There is no space after the colon of "${key}", so YAML does not recognise it as a key.
    Put a space after the colon.`,
  'cut-by-comment': ({ rest }: { rest: string }) => `YAML reads "${rest}" as a comment and leaves it out of the text.
    Put the whole text in double quotes. If it is meant as a comment, give it a line of its own, or put two spaces before it.`,
  'stray-text': ({ text }: Text) => `"${text}" does not belong to a key.
    If it continues the text above, indent it under the key, and write "|" after the key. If it is a key, put a colon and a space after it.`,
  unclosed: ({ sign }: { sign: string }) => `The ${sign} that opens here is never closed.
    Close it with ${closing(sign)}. A " #" inside it may have started a comment.`,
  indentation: () => `The indentation of this line does not match the lines around it.
    Give it as many spaces as the other lines on the same level.`,
  'bad-escape': ({ text }: Text) => `"${text}" does not stand for itself inside double quotes.
    Write the backslash twice, or write the text below the key after "|".`,
  'yaml-syntax': () => `YAML cannot be read from here on.
    Compare the line with the ones before it: dashes, colons, quotation marks and indentation. Text in double quotes is always safe.`,

  'unknown-key': ({ key, near, types }: { key: string; near: string[]; types: string[] }) => {
    const [type = '', ...others] = types
    if (type === '')
      return `There is no key "${key}" here.
        ${meant(near, 'Remove it. "reflect pack schema" describes all keys.')}`
    const hint =
      others.length === 0
        ? `It belongs to the type "${type}": write "type: ${type}", or remove it.`
        : `It belongs to the types ${oneOf(types)}: write "type:" with one of them, or remove it.`
    return `There is no key "${key}" in a prompt of this type.
      ${hint}`
  },
  'foreign-key': ({
    key,
    ours,
    reason
  }: {
    key: string
    ours?: string
    reason?: NoKey
  }) => `There is no key "${key}" here.
    ${ours === undefined ? noKey[reason ?? 'layout'] : `In a pack it is called "${ours}".`}`,
  'missing-key': ({ key }: { key: string }) => `The key "${key}" is missing here.
    Add "${key}:" with its value.`,
  'nothing-there': ({ source }: { source: string }) => `
    ${source === '' ? 'There is no value here.' : `"${source}" means "no value" in YAML.`}
    ${source === '' ? 'Write a value after the colon, or remove the key.' : 'If it is text, put it in double quotes; otherwise remove the key.'}`,
  'says-nothing': () => `This text is empty.
    Write something, or remove the key.`,
  'not-text': ({ source }: { source: string }) => `
    YAML reads ${source} as a number or as true or false, but this must be text.
    Put it in double quotes: "${source}".`,
  'not-true-or-false': ({ source }: { source: string }) => `"${source}" is neither true nor false.
    Write true or false, without quotes.`,
  'not-a-number': ({ source }: { source: string }) => `"${source}" is not a number.
    Write a number, without quotes.`,
  thousands: ({
    source,
    value
  }: {
    source: string
    value: number
  }) => `YAML reads ${source} as ${value}: the point begins a fraction.
    Write the number without a point, or as a fraction without zeros at its end.`,
  'not-whole': ({ source }: { source: string }) => `${source} is not a whole number.
    Write a whole number.`,
  'wrong-kind': ({ expected, example }: { expected: string[]; example: string }) => {
    const kinds = [...new Set(expected.map((kind) => KINDS[kind] ?? kind))].join(', or ')
    return `This is the wrong kind of value: it must be ${kinds}.
      ${example === '' ? `Write ${kinds}.` : `Write it like this: ${example}`}`
  },
  'not-one-of': ({ value, known, near }: { value: string; known: string[]; near: string[] }) => `
    "${value}" is not one of the possible values.
    ${meant(near, `Write ${oneOf(known)}.`)}`,
  'too-little': ({ least, many }: { least: number; many: boolean }) => `
    ${many ? `There must be at least ${least} here.` : `This must be ${least} or more.`}
    ${many ? 'Add more.' : 'Write a larger number.'}`,
  'too-much': ({ most, many }: { most: number; many: boolean }) => `
    ${many ? `There are more than ${most} here.` : `This must be ${most} or less.`}
    ${many ? 'Remove some, or split them.' : 'Write a smaller number.'}`,
  'bad-id': ({ text }: Text) => `"${text}" cannot be an id.
    Use at most 64 lower-case letters, digits and hyphens, beginning with a letter.`,
  'bad-version': ({ text }: Text) => `"${text}" is not a version.
    Write three numbers, such as 1.0.0.`,
  'bad-language': ({ text }: Text) => `"${text}" is not a language.
    Write a language code, such as en-GB, cy or pt-BR.`,
  'bad-license': ({ text }: Text) => `"${text}" is not a licence expression.
    Write an SPDX name, such as CC-BY-4.0, or several joined with AND or OR.`,
  'bad-url': ({ text }: Text) => `"${text}" is not an https address.
    Write the whole address, beginning with https://.`,
  'bad-length': ({ text }: Text) => `"${text}" is not a number of words.
    Write a whole number from 1 to 1000, such as "15 words".`,
  'bad-span': ({ text }: Text) => `"${text}" is not a length of time.
    Write a number and "days", "weeks" or "months", such as 7 days.`,
  'bad-date': ({ text }: Text) => `"${text}" is not a date.
    Write year, month and day, such as 2026-11-23.`,
  'bad-file-name': ({ text }: Text) => `"${text}" cannot be the file name of an exercise.
    Use letters, digits, dots, hyphens and underscores, and keep the file in the pack's own folder.`,

  'no-manifest': ({ name, near }: Near) => `There is no ${name} here.
    ${near.length === 0 ? `Write a ${name} that names the pack and lists its exercises.` : meant(near, '')}`,
  'not-a-manifest': () => `This is not the manifest of a pack.
    Begin with "format: 1", then id, version, title, language and exercises. If it is an exercise, name the folder of its pack.`,
  'needs-format': ({ key }: { key: string }) => `This use of "${key}" needs format 2 of packs.
    Write "format: 2" in the manifest. Older versions of reflect will then say that the pack is too new for them.`,
  'pack-too-large': ({ limit }: { limit: number }) => `The pack is larger than ${limit} MiB.
    Keep only text that learners read.`,
  'too-many-files': ({ limit }: { limit: number }) => `The pack has more than ${limit} files.
    Keep only the manifest, the exercises, the licence and a README.`,
  'no-such-file': ({ name, near }: Near) => `There is no file "${name}".
    ${meant(near, 'Create the file, or remove it from the list.')}`,
  'not-listed': ({ name }: Name) => `The file "${name}" is not on the list of exercises.
    Add it to the list, or move it out of the folder.`,
  'listed-twice': ({ name }: Name) => `The file "${name}" is on the list twice.
    Keep it once.`,
  'lists-itself': ({ name }: Name) => `The manifest lists itself, "${name}", as an exercise.
    Remove it from the list.`,
  'names-collide': ({ name, first }: Name & { first: string }) => `
    On many disks "${name}" and "${first}" are the same file.
    Rename one of them.`,
  'links-out': ({ name }: Name) => `"${name}" is a link to something outside the pack.
    Put the file itself in the folder.`,

  'own-language': ({ language }: { language: string }) => `
    This translation is named "${language}", which is the pack's own language.
    Name it after the language that it is written in, or remove it.`,
  'translated-twice': ({ language, file }: { language: string; file: string }) => `
    There is already a translation into "${language}", in ${file}.
    Keep one of the two.`,
  untranslated: ({ name, key }: Name & { key: string }) => `
    Not translated: ${name}. Learners read it in the pack's own language.
    Add "${key}:" below this.`,
  'part-translated': ({ translated, of }: { translated: number; of: number }) => `
    So far, ${translated} of ${of} texts are translated. Learners read the others in the pack's own language.
    Write your words in place of each "…". "reflect pack translate" adds what is missing.`,
  outdated: ({ name, isShown }: Name & { isShown: boolean }) => `
    The pack's text has changed since it was translated: ${name}. ${isShown ? 'Learners still read this translation.' : "Learners read the pack's own text, because this one has other quotations, pictures or gaps."}
    Look at the translation again; then delete the line with "#!" above it, if there is one, and type "reflect pack translate".`,
  'text-gone': ({ name }: Name) => `The pack no longer has the text "${name}".
    "reflect pack translate" keeps your words as a comment.`,
  'nothing-to-translate': ({ name, near }: Near) => `The pack has no "${name}" here to translate.
    ${meant(near, 'Compare it with the ids and keys of the pack, or remove it.')}`,
  'quotations-differ': ({ missing, extra }: Marks) => `${marks(missing, extra)}
    Quote the same answers as the original text; translate only the words after "|".`,
  'gaps-differ': ({ missing, extra }: Marks) => `${marks(missing, extra)}
    Use the same gaps in the sentence, in any order that the language needs.`,

  'no-such-picture': ({ name, near }: Near) => `There is no picture "${name}" in the pack.
    ${meant(near, 'Put the file into the folder "images" beside pack.yaml, and write its name as it is, with capitals and ending.')}`,
  'picture-without-alt': ({ name }: Name) => `The picture "${name}" has no description.
    Say what it shows, between the brackets: ![A queue that reaches the door](${name}). Whoever cannot see it is read these words.`,
  'not-a-picture': ({ name, isBroken }: Name & { isBroken: boolean }) =>
    isBroken
      ? `The picture "${name}" is damaged or incomplete, or it moves.
    Save it again as a PNG, JPEG or WebP picture.`
      : `"${name}" is no picture of a kind that packs can have.
    Save it as a PNG, JPEG or WebP picture. It is not enough to change the name.`,
  'picture-misnamed': ({
    name,
    ending
  }: Name & { ending: string }) => `"${name}" is a picture of another kind than its name says.
    Give its name the ending ".${ending === 'jpeg' ? 'jpg' : ending}", here and in the folder "images".`,
  'picture-too-large': ({ name, limit }: Name & { limit: number }) => `The picture "${name}" has more than ${limit} kB.
    Make it smaller in a picture editor, or save it as a JPEG.`,
  'picture-too-wide': ({
    name,
    limit
  }: Name & { limit: number }) => `The picture "${name}" is more than ${limit} pixels wide or high.
    Make it smaller in a picture editor: 1200 pixels are enough.`,
  'pictures-too-large': ({
    limit
  }: {
    limit: number
  }) => `The pictures of the pack together have more than ${limit} MiB.
    Make some of them smaller, or leave some out.`,
  'unused-picture': ({ name }: Name) => `No text shows the picture "${name}", so learners do not get it.
    Write ![what it shows](${name}) where it belongs, or remove the file.`,
  'pictures-differ': ({ missing, extra }: Marks) => `${marks(missing, extra)}
    Show the same pictures as the original text, and describe them in the language of the translation.`,

  'version-not-raised': ({ now, before }: { now: string; before: string }) => `
    The version is ${now}, but learners already have ${before}.
    Raise it: the last number for a correction, the middle one for something new, the first for a change that breaks earlier answers.`,
  'went-away': (gone: Gone) => `
    "${gone.name}" is no longer in the pack. Drafts keep its answers as retired; "then and now" has no later answers to compare them with.
    ${became(gone)}`,
  'part-went-away': (gone: Gone) => `
    "${gone.name}" is no longer one of the answers. Drafts keep such answers as retired; "then and now" treats the two as different.
    ${became(gone)}`,
  'type-changed': ({ name, before, now }: Change) => `
    "${name}" asked for ${before} and now asks for ${now}. Drafts keep earlier answers as retired; "then and now" cannot compare them.
    Give it another id, and list the old one under "retired".`,
  'range-changed': ({ name, limits }: Name & { limits: { key: string; before: string; now: string }[] }) => `
    "${name}" accepts different answers than before (${limits.map(({ key, before, now }) => `${key}: ${before} → ${now}`).join(', ')}). Drafts keep those that no longer fit as retired; "then and now" shows both side by side, although they were asked differently.
    ${otherId}`,
  'labels-swapped': ({ names }: { names: string[] }) => `
    Labels have been swapped: see ${oneOf(names, 'and')}. Drafts keep such answers as retired; "then and now" takes different answers to be the same.
    Keep each label with its id. If you mean something new, give it a new id.`,
  'label-changed': ({ name, before, now }: Change) => `
    "${name}" said "${before}" and now says "${now}". Drafts keep the answer, and the old words with it as retired; "then and now" shows each with its own words.
    If it means the same, leave it. If not, give it another id, and list the old one under "retired".`,
  'condition-changed': ({ name, isNew }: Name & { isNew: boolean }) => `
    "${name}" ${isNew ? 'is now asked under a condition' : 'is now asked under a different condition'}. Drafts in which it is no longer asked keep its answer as retired; "then and now" compares it only where it is asked.
    Check that the condition is true for people who have already answered, or undo the change.`,
  'source-changed': ({ name, key, before, now }: Change & { key: string }) => `
    "${name}" now takes its content from somewhere else (${key}: ${before} → ${now}). Drafts keep answers that no longer fit as retired; "then and now" compares answers about different things.
    ${otherId}`,
  'moved-away': ({ name, now }: Name & { now: string }) => `
    "${name}" has moved to another exercise and is now "${now}". Drafts keep its answer as retired, and also answers that depend on it through a condition; "then and now" finds it under the new name.
    If learners may be in the middle of the exercise, leave it where it was.`,
  'less-private': ({ name }: Name) => `
    "${name}" was private and no longer is. Answers given while it was private stay private, in drafts and in "then and now"; new answers are included in exports.
    Add "private: true", unless this is meant.`,
  'still-there': ({ name }: Name) => `This line says that "${name}" is gone, but it is still in the pack.
    Remove this line, or remove "${name}".`,
  'unknown-target': ({ name, near }: Near) => `"${name}" is not in the pack, so it cannot be a new name.
    ${meant(near, 'Write its present name as exercise, exercise/prompt or exercise/prompt.part.')}`,
  'bad-name': ({ text }: Text) => `"${text}" cannot be the name of an exercise, a prompt or a part.
    Write exercise, exercise/prompt or exercise/prompt.part.`,
  'ambiguous-part': ({
    name,
    known
  }: Name & { known: string[] }) => `"${name}" could be more than one part of its prompt.
    Write ${oneOf(known)}.`,
  'renamed-across': ({ before, after }: { before: string; after: string }) => `
    "${before}" cannot become "${after}".
    Rename an exercise to an exercise, a prompt to a prompt, or a part to another part of the same list; otherwise retire it.`,
  'renamed-and-retired': ({ name }: Name) => `"${name}" is listed both as renamed and as retired.
    Keep one of the two lines.`,

  'unknown-type': ({ name, known, near }: Near & { known: string[] }) => `There is no type of prompt called "${name}".
    ${meant(near, `Write ${oneOf(known)}.`)}`,
  'same-exercise': ({ name, file }: Name & { file: string }) => `
    Another exercise already has the id "${name}", in ${file}.
    Give one of them another id.`,
  'duplicate-id': ({ name, line }: Name & { line: number }) => `The id "${name}" is already used on line ${line}.
    Give one of the two another id.`,
  'reserved-id': ({ name }: Name) => `"${name}" has a special meaning and cannot be used as an id here.
    Choose another word.`,
  'device-name': ({ name }: Name) => `Windows reserves the name "${name}" for a device.
    Choose another name, for example with a word before it.`,
  'repeated-option': ({
    name,
    line
  }: Name & { line: number }) => `There is already an option "${name}", on line ${line}.
    Remove one of the two, or word it differently.`,

  'bad-reference': ({ text }: Text) => `"${text}" is not the name of a prompt.
    Write prompt, prompt.part or exercise/prompt.`,
  'bad-quotation': ({ text }: Text) => `"${text}" does not quote an answer.
    Write {{prompt}}, {{exercise/prompt}} or {{prompt|words to use if there is no answer}}.`,
  'quotation-not-here': ({
    text
  }: Text) => `Learners will see "${text}" exactly as written, because answers cannot be quoted here.
    Quote answers in ask, help, reading, discussion or template.`,
  'unknown-prompt': ({ name, near }: Near) => `There is no prompt "${name}" to refer to.
    ${meant(near, 'Check the name against the ids of the prompts.')}`,
  'unknown-exercise': ({ name, near }: Near) => `There is no exercise "${name}" in this pack.
    ${meant(near, 'Check the name against the ids of the exercises.')}`,
  'cannot-derive': ({ what, name, type }: Name & { what: string; type: string }) => `
    "${what}" cannot be derived from "${name}", a prompt of type "${type}".
    ${derivable[what] ?? 'Name a prompt that it can be derived from.'}`,
  'unknown-part': ({ part, near, known }: { part: string; near: string[]; known: string[] }) => `
    The prompt has no part called "${part}".
    ${meant(near, known.length === 0 ? 'Refer to the whole answer, without a dot.' : `Its parts are ${oneOf(known)}.`)}`,
  'own-prompt': ({ name }: Name) => `The prompt refers to its own answer, "${name}", which does not exist yet.
    ${earlier}`,
  'later-prompt': ({ name }: Name) => `"${name}" comes later, so it has no answer yet.
    ${earlier}`,
  'later-exercise': ({ name }: Name) => `
    The exercise "${name}" comes later in the pack, so many learners will not have answered it yet.
    Add words to use if there is no answer, or change the order of the exercises.`,
  'nothing-to-quote': ({ name, type }: Name & { type: string }) => `"${name}" is a ${type} and has no answer of its own.
    Refer to a prompt that is answered.`,
  'not-an-earlier-prompt': ({ text }: Text) => `"${text}" is not a prompt of this exercise.
    Write only the id of an earlier prompt of this exercise.`,
  'offers-nothing': ({ name, type }: Name & { type: string }) => `
    "${name}" is a ${type} and offers nothing to choose from.
    Take items from a list, a choice, choices, a ranking, a table, or a scale with statements.`,

  'condition-too-deep': ({ limit }: { limit: number }) => `This condition is nested more than ${limit} deep.
    Use fewer levels of "all", "any" and "not".`,
  'never-answered': ({ name }: Name) => `"${name}" is never answered, so this condition is never true.
    Use a prompt that is answered.`,
  'cannot-be-asked': ({ operator, name, known }: Name & { operator: string; known: string[] }) => `
    "${operator}" does not work with the answer to "${name}".
    Use ${oneOf(known)}.`,
  'unknown-option': ({ name, near }: Near) => `"${name}" is not one of the options, so this is never true.
    ${meant(near, 'Write the id of an option.')}`,
  'out-of-reach': ({ min, max }: { min: number | null; max: number | null }) => `
    This is never true, because answers are ${range(min, max)}.
    Compare with a value that an answer can have.`,
  'never-true': ({ name }: Name) => `The conditions on "${name}" contradict each other, so the prompt is never shown.
    Use "any" if it is enough that one of them is true.`,

  'empty-range': ({ low, high }: { low: string; high: string }) => `There is nothing between ${low} and ${high}.
    Put the smaller one first.`,
  'not-defined': ({ name, list, near }: Near & { list: string }) => `
    The manifest has no "${name}" under "${list}".
    ${meant(near, list === 'outcomes' ? `Add "${name}" there.` : `Add "${name}" there, or write it out here.`)}`,
  'either-or': ({ one, other }: { one: string; other: string }) => `Both "${one}" and "${other}" are here.
    Keep one of the two.`,
  'no-options': () => `There is not enough to choose from.
    Add options, each on a line after a dash.`,
  'options-for-nothing': ({ type }: { type: string }) => `A column of type ${type} has no options.
    Write "type: choice", or remove the options.`,
  'too-many-picks': ({ count }: { count: number }) => `There are only ${count} to pick from.
    Write a smaller number, or add options.`,
  'bound-of-another-type': ({ name, type, needed }: Name & { type: string; needed: string }) => `
    "${name}" cannot be a limit here, because it is of type "${type}".
    Name an earlier prompt of type "${needed}".`,
  'core-needs': ({ name, other }: { name: string; other: string }) =>
    `"${name}" is a core prompt, but it builds on "${other}", which is not asked when time is short.
    Write "core: true" there too, or remove it here.`,
  'no-last-wording': () => `There may be no question to ask, because every wording has a condition.
    Add one at the end, without "when".`,
  'wording-hidden': () => `This wording is never shown, because one before it is always used.
    Give that one a "when", or put this one before it.`,
  'follow-up-without-options': () => `The follow-up cannot depend on an option, because there are no options.
    In a pack of "format: 2", write a condition, such as "when: { again: false }"; or remove "when", and it is asked after any answer.`,
  'label-off-scale': ({ label, from, to }: { label: string; from: number; to: number }) => `
    "${label}" is not on the scale, which goes from ${from} to ${to}.
    Label only whole numbers on the scale.`,
  'missing-level': ({ levels }: { levels: string[] }) =>
    `This statement does not say what ${oneOf(levels, 'and')} mean${levels.length === 1 ? 's' : ''}.
    Say it under its "labels": in a rubric, every statement describes both ends of the scale, and the same numbers.`,
  'no-column': () => `The table has no column.
    Add one under "columns", with id, title and type.`,
  'no-rows': () => `The table has no rows, and learners cannot add any.
    Write "rows", "rows_from" or "add_rows".`,
  'no-gap': () => `There is no gap to fill in.
    Write a gap as {name}, and describe it under "gaps".`,
  'unknown-gap': ({ name }: Name) => `The gap "${name}" is not described.
    Describe it under "gaps", with an "ask".`,
  'unused-gap': ({ name }: Name) => `The gap "${name}" is not in the template.
    Put {${name}} in the template, or remove it here.`,

  'unknown-elsewhere': ({ name, pack, near }: Near & { pack: string }) => `
    There is no exercise "${name}" in the pack "${pack}", as it is on this computer.
    ${meant(near, `Check the name with "reflect list ${pack}", or get a newer version of that pack.`)}`,
  'template-id': ({ name }: Name) =>
    `Other tutors' packs may also be called "${name}", which is the id in the guide.
    Choose an id of your own, such as your course and year, before you hand the pack out.`,
  'bundled-id': ({ name }: Name) => `A pack that comes with reflect is also called "${name}".
    Choose an id of your own: otherwise, learners are asked which of the two they want.`,
  'pack-not-here': ({ name }: Name) => `The pack "${name}" is not on this computer, so this exercise was not checked.
    Add it with "reflect pack add", then check again. Learners without it go on to the next exercise of the route.`,
  'in-two-sections': ({ name }: Name) => `"${name}" is in two sections, or twice in one.
    Name it in one of them.`,
  'due-before-opens': () => `This section ends before it opens, or on the same day.
    Write a "due" that is longer than "opens"; both count from the start day.`,
  'repeated-in-route': ({ name }: Name) => `"${name}" is on this route twice.
    Keep it once.`,
  'revisits-itself': () => `In a pack of format 1, "revisit" cannot name its own exercise.
    Name another exercise, or write "format: 2": the exercise is then due again this long after it was finished.`,
  'revisits-in-a-circle': ({ name }: Name) => `"${name}" and this exercise wait for each other, so neither ever opens.
    Remove "revisit" from one of the two.`,

  'swallowed-key': ({ key }: { key: string }) => `This line is part of the text above it, so "${key}" is no key here.
    If it is a key, begin the line as far to the left as the key of that text.`,
  'dead-link': ({ what, target }: { what: 'picture' | 'file' | 'tag' | 'space'; target: string }) => `
    ${what === 'space' ? `Learners see "${target}" as it is here, and no link.` : what === 'picture' ? `Learners do not see the picture "${target}", only its description.` : what === 'file' ? `Learners cannot open "${target}": files beside the exercises are not part of the pack.` : `Learners see "${target}" as it is here: packs have no HTML.`}
    ${what === 'space' ? 'Leave no space between "]" and "(".' : what === 'tag' ? 'Write Markdown: *so*, **so** or an empty line between paragraphs.' : what === 'picture' ? 'Put the file into the folder "images" beside pack.yaml, and write its name: ![What it shows](images/queue.png). The pack needs "format: 2".' : 'Say it in words, or link to an address that begins with https://.'}`,
  'other-syntax': ({ what, text }: Text & { what: 'formula' | 'placeholder' | 'block' }) => `
    ${what === 'formula' ? `Learners see the formula "${text}" as it is here: packs have no formulas.` : what === 'placeholder' ? `Learners see "${text}" as it is here: it is a placeholder of another program.` : `Learners see "${text}" as it is here: it belongs to another program.`}
    ${what === 'formula' ? 'Say it in words, write it with plain signs such as x², or show a picture of it.' : what === 'placeholder' ? 'To quote an answer, write the id of its prompt in double braces: {{…}}.' : 'Remove it, or write Markdown.'}`,
  'single-braces': ({ text }: Text) => `Learners see "${text}" as it is here.
    To quote an answer, write the id of its prompt in double braces: {{…}}.`,
  'left-over': ({ text }: Text) => `"${text}" is still to be replaced.
    Write what learners should read, or remove it.`,
  'wrong-folder': ({
    name,
    right
  }: Name & { right: string }) => `"${name}" is not read: translations have a folder of their own.
    Move it to "${right}".`,
  'one-option': ({ sign }: { sign?: string }) => `
    ${sign === undefined ? 'There is only one option to choose.' : `"${sign}" does not divide options, so there is only one.`}
    Add options, or ask with the type "yes-no".`,
  'long-text': ({
    key,
    words,
    most
  }: {
    key: string
    words: number
    most: number
  }) => `This ${key} has ${words} words; on a screen, ${most} are a lot.
    Shorten it, or divide it.`,
  'long-ask': ({ words, most }: { words: number; most: number }) => `The question has ${words} words.
    Keep it to ${most}, and move the rest to "help".`,
  'privacy-not-stated': ({ names, about }: { names: string[]; about: string }) => `
    After "${about}", which is private, ${oneOf(names, 'and')} ${names.length === 1 ? 'does not say whether it is' : 'do not say whether they are'} private too.
    Add "about: ${about}" to those about the same people, and "private: false" to the others.`,
  'private-anyway': ({
    name,
    source
  }: Name & {
    source: string
  }) => `"private: false" has no effect on "${name}", because it refers to "${source}", which is private.
    Remove the key, or make the other prompt public.`,
  'two-questions': () => `The prompt asks more than one question.
    Make each its own prompt, or move one to "help".`,
  'no-minutes': () => `The exercise does not say how long it takes.
    Add "minutes:" with a number.`
} satisfies Record<string, (found: never) => string>

function became({ renamed, retired }: Gone): string {
  return renamed === ''
    ? `Add under "retired": ${retired} (or under "renamed", with its new name).`
    : `Add under "renamed": ${renamed} (or under "retired", if it is gone on purpose: ${retired}).`
}

function closing(sign: string): string {
  return { '[': '"]"', '{': '"}"' }[sign] ?? 'the same mark'
}

function marks(missing: readonly string[], extra: readonly string[]): string {
  return [
    ...(missing.length === 0 ? [] : [`Missing in the translation: ${missing.join(', ')}.`]),
    ...(extra.length === 0 ? [] : [`Not in the original: ${extra.join(', ')}.`])
  ].join(' ')
}

function range(min: number | null, max: number | null): string {
  if (min === null) return `${max ?? ''} or less`
  return max === null ? `${min} or more` : `between ${min} and ${max}`
}

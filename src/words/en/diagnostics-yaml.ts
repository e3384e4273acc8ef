/** What `pack check` says of a file before anything in it is understood, in English: its bytes, and its YAML. */
import { say } from './phrases.ts'
import type { Say } from './phrases.ts'

const quoteIt = 'Put the whole text in double quotes, or write it below the key after "|".'

export const yamlDiagnostics = {
  'file-too-large': ({ limit }: { limit: number }) =>
    say(`This file is larger than ${limit} KiB.`, 'Move some of its exercises or readings into files of their own.'),
  'not-utf8': ({ encoding }: { encoding?: string }) =>
    say(
      encoding === undefined ? 'There is a character here that is not UTF-8.' : `This file is saved as ${encoding}.`,
      'Save it again with the encoding UTF-8.'
    ),
  'control-character': ({ shown }: { shown: string }) =>
    say(`There is a control character here: ${shown}.`, 'Delete it; it may have come in with pasted text.'),
  'bidi-override': ({ shown }: { shown: string }) =>
    say(
      `There is a character here that changes the direction of text unseen: ${shown}.`,
      'Delete it; scripts that run from right to left need none.'
    ),
  'invisible-character': ({ shown }: { shown: string }) =>
    say(`There is a character here that nobody can see: ${shown}.`, 'Delete it, unless the language needs it.'),
  'broken-character': ({ shown }: { shown: string }) =>
    say(
      `There is half a character here: ${shown}.`,
      'Write the character itself; a file in UTF-8 needs no escape for it.'
    ),
  'file-empty': () =>
    say('This file is empty.', 'Write the exercise into it, or take it off the list in the manifest.'),

  'too-many-nodes': ({ limit }: { limit: number }) =>
    say(`This file has more than ${limit} keys and values.`, 'Divide it into several files.'),
  'too-deep': ({ limit }: { limit: number }) =>
    say(
      `This stands more than ${limit} levels deep.`,
      'No part of a pack needs that: look for brackets or dashes too many.'
    ),
  'odd-space': () =>
    say(
      'This space is of another kind than YAML takes, though it looks the same.',
      'Delete it and type a space; it may have come in with pasted text.'
    ),
  tab: () => say('A tab cannot indent a line in YAML.', 'Use spaces, two for each level.'),
  directive: ({ text }: { text: string }) =>
    say(`"${text}" changes how YAML is read.`, 'Delete this line: packs are read the same way everywhere.'),
  'second-document': () =>
    say('A second YAML document begins here.', 'Keep one document a file, and delete this line.'),
  tag: ({ text }: { text: string }) => say(`YAML takes "${text}" for a tag, not for text.`, quoteIt),
  anchor: ({ text }: { text: string }) => say(`YAML takes "${text}" for the name of an anchor, not for text.`, quoteIt),
  alias: ({ text }: { text: string }) =>
    say(`YAML takes "${text}" for an alias of something else, not for text.`, quoteIt),
  'merge-key': () => say('"<<" would merge other keys in here.', 'Write the keys out: a pack has no merging.'),
  'explicit-key': () => say('YAML takes a question mark that stands alone for the start of a key.', quoteIt),
  'key-not-text': () =>
    say('This key is not a word.', 'A key is a plain word before a colon. If this is text, put it in double quotes.'),
  'duplicate-key': ({ key, line }: { key: string; line: number }) =>
    say(`The key "${key}" is there twice; the first is on line ${line}.`, 'Keep one of the two.'),

  'colon-in-text': ({ before }: { before: string }) =>
    say(`The colon after "${before}" makes YAML read this text as a key and its value.`, quoteIt),
  'text-after-quote': () =>
    say(
      'The closing quotation mark ends the value, but the line goes on.',
      'Write the text below the key after "|", or put all of it in single quotes (double any apostrophe).'
    ),
  'text-after-bracket': () => say('The closing bracket ends the value, but the line goes on.', quoteIt),
  'text-after-block-sign': ({ sign }: { sign: string }) =>
    say(
      `Nothing may follow "${sign}" on its line.`,
      `Begin the text on the next line, further in. If "${sign}" is part of the text, put the text in double quotes.`
    ),
  'starts-with-quotation': () => say('A value that begins with "{{" is not read as text.', quoteIt),
  'starts-with-sign': ({ sign }: { sign: string }) => say(`A text cannot begin with "${sign}" in YAML.`, quoteIt),
  'dash-after-key': () =>
    say(
      'A list cannot begin on the line of its key.',
      'Begin the list on the next line. If the dash is part of the text, put the text in double quotes.'
    ),
  'comma-in-braces': ({ key }: { key: string }) =>
    say(
      `The comma ends the value before it, and "${key}" has become a key of its own.`,
      'Put the text that holds the comma in double quotes.'
    ),
  'no-space-after-colon': ({ key }: { key: string }) =>
    say(`There is no space after the colon of "${key}", so YAML does not see a key.`, 'Put a space after the colon.'),
  'cut-by-comment': ({ rest }: { rest: string }) =>
    say(
      `YAML takes "${rest}" for a comment and leaves it out of the text.`,
      'Put the whole text in double quotes. A comment needs a line of its own, or two spaces before it.'
    ),
  'stray-text': ({ text }: { text: string }) =>
    say(
      `"${text}" belongs to no key.`,
      'If it goes on with the text above, indent it under the key, and write "|" after the key. If it is a key, put a colon and a space after it.'
    ),
  unclosed: ({ sign }: { sign: string }) =>
    say(
      `The ${sign} that opens here is never closed.`,
      `Close it with ${closing(sign)}. A " #" before the end begins a comment.`
    ),
  indentation: () =>
    say(
      'This line does not line up with those around it.',
      'Give it the same number of spaces as the line that it belongs beside.'
    ),
  'bad-escape': ({ text }: { text: string }) =>
    say(
      `"${text}" means nothing inside double quotes.`,
      'Write the backslash twice, or write the text below the key after "|".'
    ),
  'yaml-syntax': () =>
    say(
      'YAML cannot be read from here on.',
      'Compare the line with the ones before it: dashes, colons, quotation marks and indentation. Text in double quotes is always safe.'
    )
} satisfies Record<string, Say>

function closing(sign: string): string {
  return { '[': '"]"', '{': '"}"' }[sign] ?? 'the same mark'
}

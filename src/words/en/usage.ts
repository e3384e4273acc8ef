import type { Misuse } from '../shared/types.ts'
import { didYouMean } from './names.ts'

/** The titles in the help of commands, in English. */
export const helpTitles = {
  'Usage:': 'Usage:',
  'Arguments:': 'Arguments:',
  'Options:': 'Options:',
  'Global Options:': 'Options of every command:',
  'Commands:': 'Commands:'
}

/** What is to be put in, as the help of commands names it: here as it is called in the program. */
export const argumentNames = {
  action: 'action',
  answers: 'answers',
  checksum: 'checksum',
  command: 'command',
  day: 'day',
  deleted: 'deleted',
  dir: 'dir',
  entry: 'entry',
  exercise: 'exercise',
  file: 'file',
  format: 'format',
  from: 'from',
  id: 'id',
  key: 'key',
  language: 'language',
  name: 'name',
  number: 'number',
  options: 'options',
  order: 'order',
  pack: 'pack',
  path: 'path',
  place: 'place',
  route: 'route',
  shell: 'shell',
  source: 'source',
  status: 'status',
  tag: 'tag',
  topic: 'topic',
  value: 'value',
  what: 'what',
  words: 'words'
}

/** How a command line was used wrongly, in a sentence. */
export function misused(misuse: Misuse): string {
  switch (misuse.kind) {
    case 'unknown-option':
      return `There is no option "${misuse.what}".${didYouMean(misuse.near)}`
    case 'unknown-command':
      return `There is no command "${misuse.what}".${didYouMean(misuse.near)}`
    case 'no-argument':
      return `Something is missing: <${misuse.what}>.`
    case 'no-value':
      return `"${misuse.what}" needs a value after it.`
    case 'too-many':
      return 'There are more words than this command takes; put quotation marks around a name with spaces in it.'
    case 'wrong-value':
      return `"${misuse.value}" is not for "${misuse.what}". ${misuse.why}`
    case 'conflict':
      return `"${misuse.one}" and "${misuse.other}" do not go together.`
    case 'other':
      return misuse.text
  }
}

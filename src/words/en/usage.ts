import type { Misuse } from '../shared/types.ts'
import { didYouMean } from './phrases.ts'

/** The headings of the help, in English. Keys are commander's. */
export const helpTitles = {
  'Usage:': 'Usage:',
  'Arguments:': 'Arguments:',
  'Options:': 'Options:',
  'Global Options:': 'Options of every command:',
  'Commands:': 'Commands:',
  example: 'Example:'
}

/** The names of arguments and values in the help. Keys are the names in the definitions of commands. */
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
  outcome: 'outcome',
  pack: 'pack',
  path: 'path',
  place: 'place',
  prompt: 'prompt',
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

/** A sentence that says what is wrong with a command line. */
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
      return 'There are too many words after this command. Put quotation marks around a name with spaces in it.'
    case 'wrong-value':
      return `"${misuse.what}" cannot be "${misuse.value}". ${misuse.why}`
    case 'conflict':
      return `"${misuse.one}" and "${misuse.other}" cannot be used together.`
    case 'other':
      return misuse.text
  }
}

/** The topics of `reflect help`, in English. A line has at most 78 columns. */
export const topics = {
  topics: `Topics: type "reflect help" and one of these.

  keys          keys while you answer
  plain         commands in plain mode
  files         where your journal is and what is in it
  environment   variables that reflect looks at
  exit-codes    what reflect tells a script

"reflect help start", or any other command, explains that command.`,

  keys: `Keys, the same in every question

  Tab or Ctrl-D   done: on to the next question; in a table, Tab goes to the
                  next cell
  Tab twice       skip a question that is still empty
  Shift-Tab       back, keeping what is there
  Enter           on, in one-line questions and lists of choices;
                  a new line where you write
  ? or Ctrl-G     help with the keys of this question, and an example if there
                  is one; where you write, only Ctrl-G
  Esc or Ctrl-O   up one level: from a question to all questions
  Ctrl-Z, Ctrl-R  undo and redo, in every question
  Ctrl-C          leave; your draft is kept
  Ctrl-P          private or not, in the list of all questions
  Ctrl-L          draw the screen again

Where you write

  Ctrl-A, Ctrl-E          start and end of the line
  Ctrl-W, Ctrl-U, Ctrl-K  cut a word, or the line before or after the cursor
  Ctrl-Y                  put in what was cut or copied
  Shift and arrows        select; Ctrl-C copies, Ctrl-X cuts. Without such
                          arrows: Ctrl-Space, then the arrows
  F2 or Ctrl-X Ctrl-E     this text in your own editor

To stop for a while, press Esc and choose "Stop for a while"; type "fg" in the
shell to come back.

A text that is longer than the screen is shown in pages

  Space           the next page; Page Up, Page Down and the arrows work too
  Home, End       the beginning, the end
  / or Ctrl-F     search; n goes to the next place, N to the one before
  q or Esc        close; what you have seen stays on the screen

In plain mode (reflect --plain) everything is typed line by line:
"reflect help plain".`,

  plain: `Plain mode (reflect --plain): everything is typed line by line

A text ends with a line that holds a single full stop. Each command is a line
of its own; :help lists those that work where you are.

  :back          the question before
  :skip          leave this question out
  :help          what you can do here
  :example       an example, if there is one
  :question      read the question again
  :overview      all questions
  :review        all answers, and the end
  :private       keep this answer private, or not
  :picture       open the picture, if there is one
  :editor        write in your own editor
  :leave         stop; what you wrote is kept

While you write a text or a list

  :lines         read what you have, line by line
  :change 3      type line 3 again; without a number, the last line
  :drop 3        take line 3 out
  :undo          take the last change back
  :again         clear this answer, to start again

In tables, ratings, plans and sentences with blanks

  :up            the part before this one
  :row 3         go to row 3 of a table, or to the third rating
  :drop          empty a cell
  :lines         read your answer so far

A line of a colon and a word that is not a command is questioned and not kept;
through a pipe it is kept as text. A line that begins with two colons is text
that begins with one. A line of two or more full stops is text with one full
stop fewer.`,

  files: `Your journal is a folder of Markdown files that belong to you: ~/reflections,
unless you choose another with "reflect config set journal FOLDER", with the
variable REFLECT_JOURNAL, or with --journal.

  2026/2026-11-23-exercise.md   one sitting with one exercise
  drafts/                       what you have not finished yet
  trash/                        what you deleted, until you empty it
  .reflect/                     reflect's own; may be deleted at any time

You may read and change the files in any editor, copy them and back them up.
Anything else in the folder is left alone. Nothing is ever sent anywhere.`,

  environment: `Variables that reflect looks at

  REFLECT_JOURNAL   the folder of your journal
  REFLECT_HOME      a folder for settings and added packs, in place of the
                    usual ones
  XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_CACHE_HOME
                    the usual folders for settings, packs and the code cache
  REFLECT_NO_CACHE  if set, the program keeps no code cache, and starts slower
  LC_ALL, LC_MESSAGES, LANG
                    your language, unless --lang or the setting names one
  VISUAL, EDITOR    your editor
  PAGER             a program that shows long output, in place of our pages;
                    "cat" prints it without pages
  NO_COLOR          if set, no colours; FORCE_COLOR=1 for colours anywhere
  ACCESSIBLE=1      plain mode, as --plain; TERM=dumb does the same
  DEBUG=reflect     print where in the program an error came from`,

  'exit-codes': `What reflect tells a script

  0     done; an empty list is done
  1     failed
  2     used wrongly, or what it was given is faulty
  129   the terminal was closed; the draft is kept
  130   left by Ctrl-C or by leaving; the draft is kept
  143   asked to end; the draft is kept`
}

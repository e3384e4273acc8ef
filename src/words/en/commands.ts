import { count } from './counting.ts'
import { topics } from './topics.ts'

/** What the commands say of themselves and of what they did, in English. */
const entryName = 'its id or the beginning of it, its file, or "last"'

export const commands = {
  program: 'Reflective exercises in the terminal, and a journal in Markdown that belongs to you.',
  helpAfter: [
    'Start with "reflect", or "reflect start no-paying" for one exercise.',
    'Everything you write stays on this computer. More: reflect help <command>, reflect help topics.'
  ].join('\n'),
  wrongUse: (text: string) => `${sentence(text)} Type "reflect --help" to see what there is.\n`,
  unknownCommand: (name: string, near: readonly string[]) =>
    `There is no command "${name}".${didYouMean(near)} Type "reflect --help" to see what there is.`,
  unexpected: (message: string) =>
    `Something went wrong that should not have: ${message}. What you had answered is saved; please report this, with what DEBUG=reflect prints.`,
  groups: { learners: 'Learning:', tutors: 'Writing packs:', everyone: 'Everything else:' },
  options: {
    journal: 'the folder of your journal',
    plain: 'ask line by line, without colours or redrawing',
    noColor: 'no colours',
    quiet: 'say only what was asked for',
    version: 'print the version',
    help: 'print this help',
    json: 'as JSON, for scripts',
    packPath: "a pack's folder or file, used without installing it"
  },
  list: {
    what: 'list exercises, with minutes and progress',
    pack: 'only this pack',
    minutes: (minutes: number) => `${minutes} min`,
    draft: 'begun',
    finished: (entries: number) => (entries === 1 ? 'done' : `done ${entries} times`),
    waiting: (day: string | undefined) => (day === undefined ? 'later' : `from ${day}`),
    unknownPack: (name: string, near: readonly string[]) =>
      `There is no pack named "${name}".${didYouMean(near)} Type "reflect pack list" to see them all.`
  },
  start: {
    what: 'walk through an exercise',
    exercise: 'its name, or the beginning of it',
    route: 'the next exercise of a shorter way through the pack',
    again: 'start afresh, even if a draft is waiting',
    answers: 'take the answers from a YAML or JSON file ("-": standard input) and ask nothing',
    tag: 'a tag for the entry; may be given several times',
    editor: 'write every text in your own editor',
    which: 'Which exercise?',
    unknownRoute: (name: string, near: readonly string[]) =>
      `No pack has a route named "${name}".${didYouMean(near)} Type "reflect list --json" to see each pack's routes.`,
    routeDone: 'You have done every exercise of this route.'
  },
  answers: {
    whichExercise:
      'Name the exercise that the answers are for, such as "reflect start no-paying-customer --answers FILE".',
    standardInput: 'standard input',
    unreadable: (file: string, why: string) =>
      `The answers in ${file} could not be read (${why}); check the file's name.`,
    notUtf8: (name: string) => `The answers in ${name} are not UTF-8 text; save them as UTF-8 and try again.`,
    notYaml: (name: string, line: number, what: string) =>
      `The answers in ${name} are neither JSON nor YAML (line ${line}: ${what.replace(/\.$/, '')}); mend that line and try again.`,
    notAMapping: (name: string) =>
      `The answers in ${name} must be a mapping from prompt ids to values, such as "story: What happened".`,
    doNotFit: (name: string, exercise: string) =>
      `The answers in ${name} do not fit "${exercise}"; nothing was saved. Mend these:`,
    unknownPrompt: (near: readonly string[]) => `the exercise has no such prompt.${didYouMean(near)}`,
    hidden: 'this question is not asked with these answers; leave it out.'
  },
  resume: { what: 'go on with what you left unfinished', entry: entryName },
  journal: {
    what: 'list your entries, newest first',
    draft: 'unfinished',
    empty: (dir: string) => `No entries yet in ${dir}. Type "reflect start" to write one.`,
    unread: (file: string, why: string) => `Left out, because it does not read: ${file}. ${why}`
  },
  filters: {
    pack: 'only entries of this pack',
    exercise: 'only entries of this exercise',
    tag: 'only entries with this tag',
    since: 'from this day on (YYYY-MM-DD)',
    until: 'up to and including this day (YYYY-MM-DD)',
    status: '"finished" or "draft"',
    limit: 'at most this many',
    notADay: 'Write a day as YYYY-MM-DD, such as 2026-11-23.',
    notACount: 'Write a whole number, 1 or more.',
    notAStatus: 'Write "finished" or "draft".'
  },
  entryName,
  /** While long work goes on. */
  entriesSoFar: (entries: number) => count(entries, 'entry', 'entries'),
  show: { what: 'show one entry', raw: 'the file as it is' },
  export: {
    what: 'copy entries out of the journal, to read, print or hand in',
    which: 'entries or packs; all finished entries if none is named',
    format: 'md, html or json; else as the output ends, else md',
    output: 'a file, or a folder for one file an entry; otherwise printed',
    withoutQuestions: 'only your own words, under their headings',
    includePrivate: 'private answers as well',
    force: 'overwrite what is there',
    notAFormat: 'Write md, html or json.',
    exists: (file: string) =>
      `${file} is there already and was left alone; choose another name, or add --force to overwrite it.`,
    account: (entries: number, answers: number, hidden: number) =>
      [
        `${count(entries, 'entry', 'entries')} with ${count(answers, 'answer', 'answers')}.`,
        ...(hidden === 0
          ? []
          : [
              `${count(hidden, 'private answer', 'private answers')} stayed in the journal (--include-private takes them along).`
            ]),
        ...(entries === 0
          ? []
          : ['Before you pass it on, look for names, places and dates that tell who other people are.'])
      ].join(' ')
  },
  import: {
    what: "take entries in: an export as JSON, a journal from another computer, or Day One's JSON",
    from: "a JSON file, an entry's file, or a folder of such files"
  },
  pack: {
    what: 'check and list packs of exercises',
    path: "the pack's folder or file",
    check: 'name every fault in a pack: where it is and how to mend it',
    strict: 'count warnings as faults',
    since: 'compare with an older version of the pack, in this folder or file',
    list: 'list the packs that are here',
    schema: "print the JSON Schema that gives editors a pack's keys",
    exercises: (number: number) => count(number, 'exercise', 'exercises')
  },
  config: {
    what: 'read and change settings',
    action: 'list, get, set, unset or path',
    key: 'the setting',
    value: 'its new value',
    move: 'when the journal setting changes, move what is there'
  },
  help: {
    what: 'explain a command, or a topic such as "keys" or "exit-codes"',
    topic: 'a command or a topic',
    unknown: (name: string, near: readonly string[]) =>
      `There is no help on "${name}".${didYouMean(near)} Type "reflect help topics" to see what there is.`
  },
  topics
}

/** " Did you mean a or b?", or nothing. */
function didYouMean(near: readonly string[]): string {
  return near.length === 0 ? '' : ` Did you mean ${near.map((name) => `"${name}"`).join(' or ')}?`
}

/** Commander's message as one sentence. */
function sentence(text: string): string {
  const line = text.replaceAll(/\s*\n\s*/g, ' ').trim()
  return /[.?!)]$/.test(line) ? capital(line) : `${capital(line)}.`
}

function capital(line: string): string {
  return line.charAt(0).toUpperCase() + line.slice(1)
}

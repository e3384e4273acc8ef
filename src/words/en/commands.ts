import type { Misuse } from '../shared/types.ts'
import { count, doneTimes, didYouMean, oneOf } from './phrases.ts'
import { topics, argumentNames, helpTitles, misused } from './usage.ts'
import { commandHelp } from './command-help.ts'

const entryName = 'its id, its file, "last", its title or part of it, or its day; without one, you choose from a list'

/** The help of all commands, and what they say, in English. */
export const commands = {
  program: 'Reflective exercises in the terminal, and a journal in Markdown that belongs to you.',
  helpAfter: [
    'Start with "reflect", or "reflect start no-paying" for one exercise.',
    'Everything you write stays on this computer. More: reflect help <command>, reflect help topics.'
  ].join('\n'),
  wrongUse: (misuse: Misuse, command: string, example: string) =>
    command === ''
      ? `${misused(misuse)} Type "reflect --help" to see what there is.`
      : `${misused(misuse)} Type "reflect ${command} --help" to see how it is used. Example: ${example}`,
  homeScreen: 'open the home screen: continue, begin, read',
  unknownCommand: (name: string, near: readonly string[]) =>
    `There is no command "${name}".${didYouMean(near)} Type "reflect --help" to see what there is.`,
  unexpected: (message: string) =>
    `Something unexpected went wrong: ${message}. Your answers are saved. Please report this, with what DEBUG=reflect prints.`,
  outputFull: 'The output could not be written, because the disk is full. Make some room and try again.',
  notUtf8: (name: string, encoding?: string) =>
    `${name} is ${encoding === undefined ? 'not UTF-8 text' : `saved as ${encoding}, not as UTF-8`}. Save it as UTF-8 and try again.`,
  noHome:
    'Your home folder is not known. Set the variable HOME, or both REFLECT_HOME (for settings and packs) and REFLECT_JOURNAL.',
  hereGone: 'The folder you are in no longer exists. Go to another one and try again.',
  titles: helpTitles,
  names: argumentNames,
  groups: { learners: 'Learning:', tutors: 'Writing packs:', everyone: 'Everything else:' },
  options: {
    journal: 'the folder of your journal',
    plain: 'ask line by line, without colours or redrawing',
    noColor: 'no colours',
    quiet: 'print only what you asked for',
    lang: 'the language: en (English), cy (Cymraeg), or the language of an exercise',
    notALanguage: 'Type a language tag, such as cy or en.',
    unknownLanguage: (known: readonly string[]) => `Type one of these languages: ${known.join(', ')}.`,
    version: 'print the version; with --json, details of this copy',
    help: 'print this help',
    json: 'as JSON, for scripts',
    packPath: "a pack's folder or file, used without installing it"
  },
  list: {
    what: 'list exercises and routes, with minutes and progress',
    pack: 'only this pack',
    minutes: (minutes: number) => `${minutes} min`,
    draft: 'started',
    finished: doneTimes,
    hidden: (packs: number) =>
      `${count(packs, 'pack', 'packs')} that ${packs === 1 ? 'comes' : 'come'} with reflect ${packs === 1 ? 'is' : 'are'} hidden. To list ${packs === 1 ? 'it' : 'them'}, type "reflect config set bundled show".`,
    inNoSection: 'Other exercises',
    routes: 'Routes, with "reflect start --route NAME":',
    waiting: (day: string | undefined) => (day === undefined ? 'later' : `from ${day}`),
    unknownPack: (name: string, near: readonly string[]) =>
      `There is no pack named "${name}".${didYouMean(near)} Type "reflect pack list" to see them all.`
  },
  start: {
    what: 'walk through an exercise',
    exercise: 'its name or title, or part of one; or one of your entries, such as "last"',
    route:
      'the next exercise of a route: a shorter way through a pack, or a way through several ("short", "pack/short")',
    minutes: 'how many minutes you have: if the exercise takes longer, only its core questions are asked at first',
    again: 'start again, even if you have a draft',
    answers: 'read the answers from a YAML or JSON file ("-" for standard input), without asking anything',
    tag: 'a tag for the entry; may be given several times',
    editor: 'write every text in your own editor',
    which: 'Which exercise?',
    unknownRoute: (name: string, near: readonly string[], known: readonly string[]) =>
      `No pack has a route named "${name}".${didYouMean(near)}${known.length === 0 ? '' : ` The routes are ${known.join(', ')}.`}`,
    ambiguousRoute: (name: string, names: readonly string[]) =>
      `Several packs have a route named "${name}". Type ${oneOf(names)}.`,
    whichRoute: 'Which route?',
    routeDone: 'You have done every exercise of this route.'
  },
  outcomes: {
    unknown: (name: string, near: readonly string[], known: readonly string[]) =>
      known.length === 0
        ? `There is no outcome "${name}": none of your packs has outcomes.`
        : `No pack has an outcome "${name}".${didYouMean(near)} The outcomes are ${known.join(', ')}.`,
    ambiguous: (name: string, names: readonly string[]) =>
      `Several outcomes are called "${name}". Type ${oneOf(names)}.`
  },
  answers: {
    whichExercise:
      'Name the exercise that the answers are for, such as "reflect start no-paying-customer --answers FILE".',
    standardInput: 'standard input',
    notThere: (file: string) => `There is no file "${file}" with answers. Check its name.`,
    unreadable: (file: string, why: string) => `The answers in ${file} could not be read (${why}). Check the file.`,
    notYaml: (name: string, line: number, what: string) =>
      `The answers in ${name} are neither JSON nor YAML (line ${line}: ${what.replace(/\.$/, '')}); fix that line and try again.`,
    notAMapping: (name: string) =>
      `The answers in ${name} must be a mapping from prompt ids to values, such as "story: What happened".`,
    doNotFit: (name: string, exercise: string) =>
      `The answers in ${name} do not fit "${exercise}", so nothing was saved. Fix these:`,
    noAnswer: (name: string, exercise: string) =>
      `The answers in ${name} answer no question of "${exercise}", so nothing was saved. Answer at least one.`,
    unknownPrompt: (near: readonly string[]) => `the exercise has no prompt with this id.${didYouMean(near)}`,
    hidden: 'this question is not asked with these answers; leave it out.'
  },
  resume: {
    what: 'continue what you left unfinished',
    entry: 'its id, file or title, part of its title, or the day you started it'
  },
  journal: {
    what: 'list your entries, newest first',
    draft: 'unfinished',
    empty: (dir: string) => `No entries yet in ${dir}. Type "reflect start" to write one.`,
    severalUnread: (files: number, first: string, why: string) =>
      `Left out, because they cannot be read: ${files} files, the first ${first}. ${why} "reflect doctor" lists them all.`,
    unread: (file: string, why: string) => `Left out, because it cannot be read: ${file}. ${why}`,
    copies: (folder: string, copies: number) =>
      `${count(copies, 'copy of an entry', 'copies of entries')} in ${folder} ${copies === 1 ? 'has' : 'have'} words that the ${copies === 1 ? 'entry does' : 'entries do'} not have. "reflect doctor --fix" combines ${copies === 1 ? 'it' : 'each'} with its entry, or shows how they differ; nothing is lost.`
  },
  filters: {
    pack: 'only entries of this pack',
    exercise: 'only entries of this exercise',
    tag: 'only entries with this tag',
    since: 'from this day on: "23 November", 2026-11, "last week"',
    until: 'up to and including this day, month or week',
    status: '"finished" or "draft"',
    limit: 'at most this many',
    notADay:
      'Type a day such as "23 November" or 2026-11-23, a month such as "November", or words such as "last week" or "3 days ago".',
    notOneDay: 'Type one day, such as "23 November", "yesterday" or "last Friday".',
    notACount: 'Type a whole number, 1 or more.',
    notAStatus: 'Type "finished" or "draft".',
    notATag: 'Type a word or a few, such as "week-2".',
    noneFits: 'No entry matches all of that. Leave out one of the options, or choose other days.',
    noPack: (name: string, near: readonly string[]) =>
      `You have no entry from a pack called "${name}".${didYouMean(near)}`,
    noExercise: (name: string, near: readonly string[]) =>
      `You have no entry for an exercise called "${name}".${didYouMean(near)}`,
    noTag: (name: string, near: readonly string[], all: readonly string[]) => {
      const known = all.length === 0 ? '' : ` Your tags: ${all.join(', ')}.`
      return `No entry has the tag "${name}".${near.length === 0 ? known : didYouMean(near)}`
    }
  },
  entryName,
  /** The progress of long work. */
  entriesSoFar: (entries: number) => count(entries, 'entry', 'entries'),
  show: {
    what: 'show one entry',
    raw: 'the file as it is',
    discussion: 'what the exercise said at its end, as it was shown to you',
    noDiscussion: (title: string) => `No discussion is kept with "${title}".`
  },
  topics,
  ...commandHelp
}

import { figures } from '../shared/figures.ts'
import { count, didYouMean, doneTimes } from './phrases.ts'

/** Help and sentences of most commands, in English. */
export const commandHelp = {
  edit: {
    what: 'change an entry: your answers, its tags, or the whole file',
    editor: 'open the file in your own editor',
    date: 'move the entry to this day; its time of day stays',
    dated: (day: string, file: string) => `The entry is now dated ${day}: ${file}`,
    tag: 'add a tag; may be given several times',
    untag: 'remove a tag; may be given several times',
    changed: (file: string) => `Changed: ${file}`,
    unchanged: 'Nothing was changed.',
    emptied: (file: string) =>
      `${file} is unchanged, because the editor saved an empty file. To delete an entry, type "reflect delete" and its name.`,
    noQuestions: (file: string) =>
      `${file} has no questions to answer here. To change it in an editor, type "reflect edit --editor" and its name.`,
    spoilt: (titles: readonly string[]) =>
      `Your words are kept, but these answers no longer fit their questions, so they are shown as plain text: ${titles.join('; ')}.`,
    lost: (titles: readonly string[]) =>
      `No longer questions of this entry: ${titles.join('; ')}. If you took out only the line above one ("<!-- reflect:…"), your words are kept and now belong to the answer before it.`,
    refused: (file: string, copy: string, why: string) =>
      `${file} is unchanged, because your edit is no longer a valid entry: ${why} Everything you wrote is in ${copy}.`
  },
  delete: {
    what: 'move an entry to the trash',
    entry: 'its id, its file or its whole title; without one, you choose from a list',
    yes: 'without asking',
    really: (title: string, day: string) => `Move "${title}" of ${day} to the trash?`,
    deleted: (id: string) => `It is in the trash. To get it back: reflect journal --restore ${id}`,
    kept: 'Nothing was deleted.'
  },
  trash: {
    list: 'list what was deleted',
    restore: 'put this entry back from the trash',
    empty: 'delete what is in the trash for ever',
    nothing: 'There is nothing in the trash.',
    really: (files: number) =>
      `Delete ${count(files, 'entry', 'entries')} for ever? You cannot get them back after that.`,
    restored: (file: string) => `It is back: ${file}`,
    emptied: (files: number) => `${count(files, 'file', 'files')} deleted.`
  },
  export: {
    what: 'copy entries out of the journal, to read, print or hand in',
    which: 'entries, exercises or packs; all finished entries if none is named',
    order: '"date", or "reading" for the order of the exercises in their packs',
    notAnOrder: 'Type date or reading.',
    format: 'md, html, docx (Word), txt or json; by default, as the name of the output ends, or md',
    output: 'a file, or a folder for one file per entry; without it, the export is printed',
    outcome: 'only what you wrote for this outcome of a pack: its id, or the beginning of its words',
    withoutQuestions: 'only your own words, under their headings',
    includePrivate: 'include private answers',
    replace: 'replace a name in this copy with other words, such as "Jo=a colleague"; may be given several times',
    notAReplacement: 'Type the name, "=" and the words to replace it with, such as "Jo=a colleague".',
    yes: 'export private answers without asking',
    force: 'overwrite what is there',
    notAFormat: 'Type md, html, docx, txt or json.',
    needsOutput: 'A Word document cannot be printed here. Name a file for it, such as --output reflections.docx.',
    unknownEnding: (ending: string) =>
      `An export cannot be a .${ending} file. Choose .md, .html, .docx, .txt or .json (what is exported as .html or .docx can be saved as PDF from there), or name the format with --format.`,
    exists: (file: string) =>
      `${file} already exists and was not changed. Choose another name, or add --force to overwrite it.`,
    isEntry: (file: string) =>
      `${file} is a journal entry, and an export never overwrites one. Choose another name or folder.`,
    account: (entries: number, answers: number, hidden: number) =>
      [
        `${count(entries, 'entry', 'entries')} with ${count(answers, 'answer', 'answers')}.`,
        ...(hidden === 0
          ? []
          : [
              `${count(hidden, 'private answer was', 'private answers were')} left out (--include-private includes ${hidden === 1 ? 'it' : 'them'}).`
            ])
      ].join(' '),
    writtenFor: (outcome: string) => `What you wrote for "${outcome}":`,
    nothingFor: (outcome: string) => `No finished entry has an answer for "${outcome}".`,
    exercisesGone: (entries: number) =>
      `${count(entries, 'entry is', 'entries are')} not considered, because the pack no longer has ${entries === 1 ? 'its exercise' : 'their exercises'}.`,
    included: 'Included:',
    heldBack: 'Left out, because they are private:',
    /** More answers than are listed. */
    more: (answers: number) => `and ${count(answers, 'more answer', 'more answers')}`,
    /** Text above the first question of an entry. */
    notesIncluded: (notes: number) => `Also included: ${count(notes, 'note', 'notes')} above the questions.`,
    notesHeld: (notes: number) => `Also left out: ${count(notes, 'note', 'notes')} above the questions.`,
    commentsHeld: (comments: number) =>
      `Also left out: ${count(comments, 'comment', 'comments')} that you hid in your text with <!-- -->.`,
    replaced: (entries: number) => `Names were replaced in ${count(entries, 'entry', 'entries')} of this copy.`,
    names: (names: readonly string[], more: number) =>
      `Names you may want to replace: ${names.join(', ')}${more === 0 ? '' : ` and ${more} more`}. To replace one, add`,
    replaceThem: (name: string) => `--replace "${name}=a colleague"`,
    lookThrough:
      'Before you pass it on, read it through: names, places and dates can show who other people are, and no program finds them all.',
    privateAmongThese: 'Private answers among these:',
    mayLeave: (answers: number) => `Export ${count(answers, 'private answer', 'private answers')} too?`,
    nothingExported: 'Nothing was exported.'
  },
  import: {
    what: "import entries: an export as JSON, a journal from another computer, or Day One's JSON",
    from: "a JSON file, an entry's file, or a folder of such files"
  },

  search: {
    what: 'find entries by their words',
    words: 'words (all must be there), "phrases" or /patterns/; without any, a list that you search by typing',
    count: 'print only how many entries were found',
    more: (matches: number) => `and ${matches} more`,
    inCopy: (file: string) => `in the copy ${file}`,
    found: (entries: number) => `${count(entries, 'entry', 'entries')}.`,
    nothing: 'Nothing was found. Try fewer words, or only the beginning of a word.'
  },
  progress: {
    what: 'see what you have done, when, and what to look at again',
    html: 'the same as a web page in this file; without a name, in a new file that is named for you',
    statement: 'your own record of what you completed and when, as Markdown',
    output: 'the file for --statement or --html',
    outputOfWhat: 'Add --statement or --html to say what to put in the file.',
    sum: (entries: number, minutes: number, words: number, days: number) =>
      entries === 0
        ? 'No finished entry yet.'
        : `${count(entries, 'entry', 'entries')} on ${count(days, 'day', 'days')}: ${count(words, 'word', 'words')} in ${duration(minutes)}.`,
    done: (title: string, done: number, all: number) =>
      `${title}: ${done} of ${count(all, 'exercise', 'exercises')} done`,
    tags: (tags: readonly string[], more: number) => `Tags: ${tags.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    month: (month: string, days: number) => `${month}: ${count(days, 'day', 'days')}`,
    ratings: 'Rated more than once',
    rated: (ratings: string, from: number, to: number) => `${ratings} (from ${from} to ${to})`,
    newest: (shown: number, all: number) => `the newest ${shown} of ${figures(all)}`,
    hidden: (ratings: number) =>
      `${count(ratings, 'private rating was', 'private ratings were')} left out (--include-private includes ${ratings === 1 ? 'it' : 'them'}).`,
    includePrivate: 'on the page, include private ratings',
    due: 'Time to look again',
    dueSince: (title: string, id: string, day: string) => `"${title}", since ${day}: reflect start ${id}`
  },
  revisit: {
    what: 'read what you answered then and now, side by side',
    exercise:
      'its name or title, or part of one, or one of your entries; without one, what is due and what you wrote on this day',
    nothing: (title: string) => `You have no finished entry for "${title}" yet. Type "reflect start" to write one.`,
    once: (title: string) =>
      `You have one entry for "${title}" so far. When you have done it again, there will be something to compare.`,
    reworded: 'asked then:',
    comingUp: 'Nothing is due yet',
    nextDue: (title: string, day: string) => `Next: "${title}", on ${day}`,
    onThisDay: 'On this day',
    entry: (day: string, title: string, id: string) => `${day}: "${title}" (reflect show ${id})`,
    several: 'Written more than once',
    times: (title: string, entries: number, id: string) => `"${title}", ${doneTimes(entries)}: reflect revisit ${id}`,
    nothingYet:
      'Nothing is due, and there is nothing to compare yet. Exercises that you do a second time will be shown here.'
  },

  promises: {
    what: 'list the plans that you made, and what became of them',
    open: 'Still open',
    closed: 'Kept or let go',
    none: 'You have not made any plans yet. Some exercises end with one.',
    from: (title: string, day: string) => `${day}, in "${title}"`,
    said: {
      came: (day: string) => `It came (${day}).`,
      'not-yet': (day: string) => `Not yet (${day}).`,
      changed: (day: string) => `You changed your mind (${day}).`,
      'let-go': (day: string) => `You let it go (${day}).`,
      later: (day: string) => `You asked to come back to it (${day}).`
    },
    line: (words: string) => `"${words}"`,
    due: 'reflect will ask about it when you next start an exercise.',
    dueFrom: (day: string) => `reflect will ask about it from ${day}.`,
    stillOpen: (plans: number) => (plans === 1 ? '1 plan is still open' : `${plans} plans are still open`),
    more: (plans: number) => `and ${plans} more: "reflect promises" lists them all`
  },
  sheet: {
    what: 'make a page to take along: lines of an entry, its plan, and questions for a listener',
    line: 'put this answer on it; may be given several times',
    format: 'md, html, docx or txt; usually clear from the name of --output',
    notAFormat: 'Choose from md, html, docx and txt.',
    output: 'write it to this file',
    reply: 'put the listener\'s words from a file ("-" for standard input) into the entry, as a private answer',
    which: 'Which answers go on the sheet? Your plan is on it anyway, unless it is private.',
    isPrivate: 'private',
    nothing: (title: string) => `"${title}" has no answers to put on a sheet.`,
    allPrivate: (title: string) =>
      `Every answer in "${title}" is private. Choose those that may go on the sheet with --line.`,
    unknownLine: (name: string, known: readonly string[]) =>
      `No answer of this entry is called "${name}". Its answers are: ${known.join(', ')}.`,
    holds: (titles: readonly string[]) => `On the sheet: ${titles.join('; ')}.`,
    left: (others: number, hidden: number) =>
      `Not on it: ${count(others, 'answer', 'answers')}${hidden === 0 ? '' : others === hidden ? `, ${others === 1 ? 'which is' : 'all'} private` : `, ${hidden} of them private`}.`,
    written: (file: string) => `The sheet is in ${file}.`,
    noWords: (name: string) => `${name} has no words in it. The entry is unchanged.`,
    replied: (file: string) => `The reply is now part of your entry, and private: ${file}`
  },
  people: {
    what: 'list the people and roles you have written about, and how often',
    none: 'You have not written about anyone yet.'
  },
  config: {
    what: 'read and change settings',
    action: 'list (the default), get, set, unset or path',
    key: 'the setting',
    value: 'its new value',
    move: 'when the journal setting changes, move what is there'
  },
  doctor: {
    what: 'check that everything is in order, and how to fix what is not',
    fix: 'fix what can be fixed without losing anything',
    forget: 'stop mentioning what is missing from the journal now',
    newId: 'make a separate entry of a copy that now has new answers'
  },
  completion: {
    what: 'let your shell complete commands, exercises and entries when you press Tab',
    shell: 'bash, zsh, fish or powershell; the output says where to put it',
    unknown: (shell: string, near: readonly string[]) =>
      `There is no completion for "${shell}". Choose bash, zsh, fish or powershell.${didYouMean(near)}`
  },
  help: {
    what: 'explain a command, or a topic such as "keys" or "exit-codes"',
    topic: 'a command or a topic',
    man: 'print the manual page, for "man"',
    page: {
      name: 'Name',
      synopsis: 'Synopsis',
      description: 'Description',
      options: 'Options of every command',
      commands: 'Commands'
    },
    unknown: (name: string, near: readonly string[]) =>
      `There is no help for "${name}".${didYouMean(near)} Type "reflect help topics" to see what there is.`
  },

  pack: {
    what: 'write, check, add and update packs of exercises',
    new: 'write a first pack, for you to change',
    newDir: 'the folder, which will be created',
    title: 'its title',
    language: 'its language, such as en-GB',
    author: "its author's name",
    importFile: 'make a pack of a document: Word, Markdown, text, CSV, Excel, XLSForm, Moodle XML or H5P',
    importFrom: 'the document',
    importOutput: 'the folder for the pack, which will be created; by default, it is named after the document',
    importLanguage: 'the language of the document, such as en-GB',
    build: 'make one archive of a pack, to share',
    output: 'the folder for the archive',
    handout: 'write the page that tells learners how to get your pack, in each of its languages',
    program: 'where learners get the program: an address, or the name of a file; by default, "ask your tutor"',
    handoutFrom: 'where learners get the pack; by default, the file that "pack build" makes',
    handoutOutput: 'the page: Markdown, HTML or Word, as its name ends; other languages have theirs before the ending',
    translate: 'write the file in which you translate a pack, or bring it up to date',
    translateTo: 'the language to translate into, such as cy or pt-BR',
    translateDone: 'you have looked again at every marked text: take the marks away',
    buildForce: 'build even if files are not committed, and overwrite an archive of the same version',
    add: 'add a pack: a folder, a .tgz, .zip or YAML file, or an address (https://, npm:, git+https://, github:)',
    addSource: 'where to get the pack',
    sha256: 'the checksum it must have',
    as: 'call the pack by this name, if a different one has its own',
    replace: 'put the pack in place of a different one with its name',
    yes: 'do not ask',
    info: 'show what a pack is about and where it comes from',
    id: "the pack's name, or the beginning of it",
    update: 'look for new versions of the packs that you added',
    dryRun: 'only show what would change',
    rollback: 'go back to the previous version',
    remove: 'remove a pack that you added; your entries stay',
    path: "the pack's folder or file; by default, this folder",
    check: 'find every fault in a pack: where it is and how to fix it',
    fix: 'make the corrections that are certain, and say which',
    strict: 'treat warnings as faults',
    since: 'compare with an older version, a folder or archive, and say what learners would notice',
    preview: 'walk through a pack as learners will, without keeping anything',
    from: 'begin at this exercise, or at a prompt of it: EXERCISE/PROMPT',
    watch: 'read the files again whenever they change',
    html: 'the whole pack as one page to read and print, in this file; other languages have theirs before the ending',
    page: 'the file for the page',
    htmlForce: 'overwrite an existing page',
    format: '"text", "json" or "github" (annotations in a workflow)',
    notAFormat: 'Type text, json or github.',
    list: 'list your packs',
    schema: "print the JSON Schema that gives editors a pack's keys",
    schemaTranslation: "the one for a translation's file",
    exercises: (number: number) => count(number, 'exercise', 'exercises'),
    added: 'added'
  }
}

/** "3 hours and 20 minutes". */
function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = count(minutes % 60, 'minute', 'minutes')
  if (hours === 0) return rest
  return minutes % 60 === 0 ? count(hours, 'hour', 'hours') : `${count(hours, 'hour', 'hours')} and ${rest}`
}

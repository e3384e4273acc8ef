import { figures } from '../shared/figures.ts'
import { count, didYouMean, doneTimes } from './phrases.ts'

/** Help and sentences of most commands, in English. */
export const commandHelp = {
  edit: {
    what: 'change an entry: your answers, its tags, or the whole file',
    editor: 'open the file in your own editor',
    date: 'move the entry to this day; its time of day stays',
    dated: (day: string, file: string) => `The entry is of ${day} now: ${file}`,
    tag: 'add a tag; may be given several times',
    untag: 'take a tag away; may be given several times',
    changed: (file: string) => `Changed: ${file}`,
    unchanged: 'Nothing was changed.',
    emptied: (file: string) =>
      `${file} is what it was, because the editor left nothing in it. Type "reflect delete" and its name to delete an entry.`,
    noQuestions: (file: string) =>
      `${file} has no question that could be answered here; change it in an editor, with "reflect edit --editor".`,
    spoilt: (titles: readonly string[]) =>
      `Your words are kept, but these answers no longer have the form of their question, and are shown as plain text: ${titles.join('; ')}.`,
    lost: (titles: readonly string[]) =>
      `No longer questions of this entry: ${titles.join('; ')}. If you took out only the line above one ("<!-- reflect:…"), your words are kept and now belong to the answer before it.`,
    refused: (file: string, copy: string, why: string) =>
      `${file} is what it was, because what you made of it is not that entry any more: ${why} All that you wrote is in ${copy}.`
  },
  delete: {
    what: 'put an entry into the trash',
    entry: 'its id, its file or its whole title; without one, you choose from a list',
    yes: 'without asking',
    really: (title: string, day: string) => `Put "${title}" of ${day} into the trash?`,
    deleted: (id: string) => `It is in the trash. To get it back: reflect journal --restore ${id}`,
    kept: 'Nothing was deleted.'
  },
  trash: {
    list: 'list what was deleted',
    restore: 'put this entry back from the trash',
    empty: 'remove what is in the trash for good',
    nothing: 'There is nothing in the trash.',
    really: (files: number) =>
      `Remove ${count(files, 'entry', 'entries')} for good? They cannot be brought back after that.`,
    restored: (file: string) => `It is back: ${file}`,
    emptied: (files: number) => `${count(files, 'file', 'files')} removed.`
  },
  export: {
    what: 'copy entries out of the journal, to read, print or hand in',
    which: 'entries, exercises or packs; all finished entries if none is named',
    order: '"date", or "reading": as the packs put their exercises',
    notAnOrder: 'Write date or reading.',
    format: 'md, html, docx (Word), txt or json; else as the output ends, else md',
    output: 'a file, or a folder for one file an entry; otherwise printed',
    withoutQuestions: 'only your own words, under their headings',
    includePrivate: 'private answers as well',
    replace:
      'put other words in the place of a name in this copy, such as "Jo=a colleague"; may be given several times',
    notAReplacement: 'Write the name, "=" and the words to put in its place, such as "Jo=a colleague".',
    yes: 'do not ask before private answers leave',
    force: 'overwrite what is there',
    notAFormat: 'Write md, html, docx, txt or json.',
    needsOutput: 'A Word document cannot be printed here; name a file for it, such as --output reflections.docx.',
    unknownEnding: (ending: string) =>
      `An export is no .${ending} file. Choose .md, .html, .docx, .txt or .json (what is exported as .html or .docx can be saved as PDF from there), or name the format with --format.`,
    exists: (file: string) =>
      `${file} is there already and was left alone; choose another name, or add --force to overwrite it.`,
    isEntry: (file: string) =>
      `${file} is an entry of a journal, and is never written over; choose another name or folder.`,
    account: (entries: number, answers: number, hidden: number) =>
      [
        `${count(entries, 'entry', 'entries')} with ${count(answers, 'answer', 'answers')}.`,
        ...(hidden === 0
          ? []
          : [
              `${count(hidden, 'private answer', 'private answers')} stayed in the journal (--include-private takes them along).`
            ])
      ].join(' '),
    included: 'Included:',
    heldBack: 'Held back, because they are private:',
    /** More answers than are listed. */
    more: (answers: number) => `and ${count(answers, 'more answer', 'more answers')}`,
    /** Text above the first question of an entry. */
    notesIncluded: (notes: number) => `Also included: ${count(notes, 'note', 'notes')} above the questions.`,
    notesHeld: (notes: number) => `Also held back: ${count(notes, 'note', 'notes')} above the questions.`,
    commentsHeld: (comments: number) =>
      `Also held back: ${count(comments, 'comment', 'comments')} that you hid in your text with <!-- -->.`,
    replaced: (entries: number) => `Names were replaced in ${count(entries, 'entry', 'entries')} of this copy.`,
    names: (names: readonly string[], more: number) =>
      `Names you may want to replace: ${names.join(', ')}${more === 0 ? '' : ` and ${more} more`}. Put other words in their place with`,
    replaceThem: (name: string) => `--replace "${name}=a colleague"`,
    lookThrough:
      'Before you pass it on, read it: names, places and dates can tell who other people are, and no program finds them all.',
    privateAmongThese: 'Private answers among these:',
    mayLeave: (answers: number) => `Let ${count(answers, 'private answer', 'private answers')} leave your journal?`,
    nothingExported: 'Nothing was exported.'
  },
  import: {
    what: "take entries in: an export as JSON, a journal from another computer, or Day One's JSON",
    from: "a JSON file, an entry's file, or a folder of such files"
  },

  search: {
    what: 'find entries by their words',
    words: 'words, all of which must be there; "phrases"; /patterns/; without any, a list that you search by typing',
    count: 'print only how many entries were found',
    more: (matches: number) => `and ${matches} more`,
    inCopy: (file: string) => `in the copy ${file}`,
    found: (entries: number) => `${count(entries, 'entry', 'entries')}.`,
    nothing: 'Nothing was found. Try fewer words, or only the beginning of a word.'
  },
  progress: {
    what: 'see what you have done, when, and what is due again',
    html: 'the same as a page, in this file; without a name, in a new file that is named for you',
    statement: 'your own record of what you completed and when, as Markdown',
    output: 'the file for --statement or --html',
    outputOfWhat: 'Add --statement or --html to say what to write into the file.',
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
      `${count(ratings, 'private rating', 'private ratings')} stayed in the journal (--include-private takes them along).`,
    includePrivate: 'on the page, private ratings as well',
    due: 'Due again',
    dueSince: (title: string, id: string, day: string) => `"${title}", since ${day}: reflect start ${id}`
  },
  revisit: {
    what: 'read what you answered then and now, side by side',
    exercise:
      'its name or title, or part of one, or one of your entries; without one, what is due and what you wrote on this day',
    nothing: (title: string) => `You have no finished entry of "${title}" yet. Type "reflect start" to write one.`,
    once: (title: string) =>
      `There is one entry of "${title}" so far; there will be something to compare when you have done it again.`,
    reworded: 'asked then:',
    comingUp: 'Nothing is due yet',
    nextDue: (title: string, day: string) => `Next: "${title}", on ${day}`,
    onThisDay: 'On this day',
    entry: (day: string, title: string, id: string) => `${day}: "${title}" (reflect show ${id})`,
    several: 'Written more than once',
    times: (title: string, entries: number, id: string) => `"${title}", ${doneTimes(entries)}: reflect revisit ${id}`,
    nothingYet:
      'Nothing is due, and there is nothing to compare yet. Exercises that you do a second time are shown here.'
  },

  config: {
    what: 'read and change settings',
    action: 'list (the default), get, set, unset or path',
    key: 'the setting',
    value: 'its new value',
    move: 'when the journal setting changes, move what is there'
  },
  doctor: {
    what: 'see whether everything is in order, and how to mend what is not',
    fix: 'mend what can be mended without losing anything',
    forget: 'do not mention again what is missing from the journal now',
    newId: 'make a copy of an entry, written over with new answers, an entry of its own'
  },
  completion: {
    what: 'let your shell complete commands, exercises and entries when you press Tab',
    shell: 'bash, zsh, fish or powershell; what is printed says where to put it',
    unknown: (shell: string, near: readonly string[]) =>
      `There is no completion for "${shell}", only for bash, zsh, fish and powershell.${didYouMean(near)}`
  },
  help: {
    what: 'explain a command, or a topic such as "keys" or "exit-codes"',
    topic: 'a command or a topic',
    man: 'print the manual page, as "man" reads it',
    page: {
      name: 'Name',
      synopsis: 'Synopsis',
      description: 'Description',
      options: 'Options of every command',
      commands: 'Commands'
    },
    unknown: (name: string, near: readonly string[]) =>
      `There is no help on "${name}".${didYouMean(near)} Type "reflect help topics" to see what there is.`
  },

  pack: {
    what: 'write, check, add and update packs of exercises',
    new: 'write a first pack, for you to change',
    newDir: 'the folder, which is made',
    title: 'its title',
    language: 'its language, such as en-GB',
    author: 'who writes it',
    build: 'make one archive of a pack, to hand out',
    output: 'the folder for the archive',
    buildForce: 'build what is not committed, and over an archive with the same version',
    add: 'add a pack: a folder, a .tgz or .zip, or an address (https://, npm:, git+https://, github:)',
    addSource: 'where the pack is',
    sha256: 'the checksum that it must have',
    yes: 'do not ask',
    info: 'show what a pack is and where it comes from',
    id: "the pack's name, or the beginning of it",
    update: 'look for new versions of the packs that you added',
    dryRun: 'only show what would change',
    rollback: 'go back to the version before',
    remove: 'remove a pack that you added; your entries stay',
    path: "the pack's folder or file; this folder if none is named",
    check: 'name every fault in a pack: where it is and how to mend it',
    strict: 'count warnings as faults',
    since: 'compare with an older version, a folder or archive, and say what learners would notice',
    preview: 'walk through a pack as learners will, with nothing kept',
    from: 'begin at this exercise, or at a prompt of it: EXERCISE/PROMPT',
    watch: 'read the files again whenever they change',
    html: 'all of it as one page to read and print, in this file',
    htmlForce: 'overwrite the page that is there',
    format: '"text", "json" or "github" (annotations in a workflow)',
    notAFormat: 'Write text, json or github.',
    list: 'list the packs that are here',
    schema: "print the JSON Schema that gives editors a pack's keys",
    schemaTranslation: "the one of a translation's file",
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

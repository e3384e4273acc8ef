import { count } from './counting.ts'

/** What the commands that change entries, or take them along, say, in English. */
export const changingCommands = {
  edit: {
    what: 'change an entry: your answers, its tags, or the whole file',
    editor: 'open the file in your own editor',
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
            ]),
        ...(entries === 0
          ? []
          : ['Before you pass it on, look for names, places and dates that tell who other people are.'])
      ].join(' ')
  },
  import: {
    what: "take entries in: an export as JSON, a journal from another computer, or Day One's JSON",
    from: "a JSON file, an entry's file, or a folder of such files"
  }
}

import { count } from './counting.ts'

/** What `reflect doctor` says, in English. */
export const doctor = {
  what: 'see whether everything is in order, and how to mend what is not',
  fix: 'mend what can be mended without losing anything',
  states: { well: 'Good:', note: 'Note:', wrong: 'To mend:' },
  settings: 'Your settings read well.',
  noJournal: (dir: string) => `There is no journal yet; it will be in ${dir}.`,
  journal: (dir: string, entries: number, drafts: number, deleted: number) =>
    `Your journal in ${dir}: ${count(entries, 'entry', 'entries')}, ${count(drafts, 'draft', 'drafts')}, ${deleted} in the trash.`,
  unread: (file: string, why: string) => `${file} does not read as an entry: ${why} Nothing in it is lost.`,
  repeated: (files: readonly string[]) =>
    `${files.join(' and ')} are the same entry twice. Compare them, and delete the one that you do not need.`,
  undecoded: (file: string, line: number) =>
    `${file} holds bytes that are not text in UTF-8, the first in line ${line}, so it can be read here but not changed. Save it as UTF-8 in your editor.`,
  spoilt: (file: string, answers: readonly { readonly title: string; readonly line: number }[]) =>
    `In ${file}, these answers no longer have the form of their question and are shown as plain text: ${answers.map(({ title, line }) => `${title} (line ${line})`).join('; ')}.`,
  copy: (file: string) =>
    `${file} is a copy that was kept when an entry was changed in two places. Take from it what you need, then delete it.`,
  stray: (file: string) =>
    `${file} is an entry, but not in the folder of its year, so it is not found. "reflect import" and its name take it in; then delete this one.`,
  foreign: (files: readonly string[]) =>
    `${count(files.length, 'other file', 'other files')} in the journal's folder, which reflect leaves alone: ${files.slice(0, 5).join(', ')}${files.length > 5 ? ', …' : ''}.`,
  remains: (files: number, isMended: boolean) =>
    isMended
      ? `${count(files, 'file', 'files')} that a crash left half written removed.`
      : `A crash left ${count(files, 'half-written file', 'half-written files')}. "reflect doctor --fix" removes them; what they were to become is safe.`,
  spareCopies: (files: number, isMended: boolean) =>
    isMended
      ? `${count(files, 'copy', 'copies')} of entries that say the same removed.`
      : `${count(files, 'copy that a conflict left says', 'copies that conflicts left say')} nothing that the entry does not. "reflect doctor --fix" removes ${files === 1 ? 'it' : 'them'}.`,
  exposed: (files: number, isMended: boolean) =>
    isMended
      ? `Other users of this computer can no longer read your journal (${count(files, 'file or folder', 'files and folders')}).`
      : `Other users of this computer can read ${count(files, 'file or folder', 'files and folders')} of your journal. "reflect doctor --fix" keeps them to yourself.`,
  packs: (packs: number) => `${count(packs, 'pack', 'packs')} ready to be used.`,
  terminal: (terminal: {
    readonly isTTY: boolean
    readonly columns: number
    readonly rows: number
    readonly color: boolean
    readonly unicode: boolean
    readonly plain: boolean
  }) =>
    terminal.isTTY
      ? `Your terminal: ${terminal.columns} columns, ${terminal.rows} rows, ${terminal.color ? 'colours' : 'no colours'}, ${terminal.unicode ? 'all signs' : 'plain signs only'}${terminal.plain ? '; plain mode' : ''}.`
      : 'There is no terminal here, so everything is written and asked line by line.',
  noEditor: 'No editor of your own is set; "reflect config set editor" names one for longer texts.',
  editor: (command: string) => `Your editor: ${command}`,
  editorGone: (command: string) =>
    `Your editor "${command}" is not on this computer. Name another with "reflect config set editor", or set VISUAL.`
}

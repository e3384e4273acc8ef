import { figures } from '../shared/figures.ts'
import { count, oneOf } from './phrases.ts'

/** What `reflect doctor` says, in English. */
export const doctor = {
  states: { well: 'Good:', note: 'Note:', wrong: 'To mend:' },
  settings: 'Your settings read well.',
  more: (findings: number) => `${figures(findings)} more of this kind; "reflect doctor --json" lists them all.`,
  noJournal: (dir: string) => `There is no journal yet; it will be in ${dir}.`,
  journal: (dir: string, entries: number, drafts: number, deleted: number) =>
    `Your journal in ${dir}: ${count(entries, 'entry', 'entries')}, ${count(drafts, 'draft', 'drafts')}, ${deleted} in the trash.`,
  unread: (file: string, why: string) => `${file} does not read as an entry: ${why} Nothing in it is lost.`,
  copies: {
    found: (files: number, folder?: string) =>
      `${count(files, 'copy', 'copies')} of entries${folder === undefined ? '' : ` in ${folder === '.' ? "the journal's own folder" : folder}`}, as programs leave them that copy or synchronise folders. "reflect doctor --fix" puts each together with its entry, or shows how they differ; nothing is lost${folder === undefined ? ':' : '.'}`,
    inFolder: (folder: string, files: number) =>
      `${count(files, 'copy', 'copies')} in ${folder === '.' ? "the journal's own folder" : folder}`,
    same: (files: number) =>
      `${files === 1 ? '1 copy that was' : `${figures(files)} copies that were`} the same as the entry moved to the trash.`,
    merged: (files: number) =>
      `${files === 1 ? '1 copy' : `${figures(files)} copies`} put together with the entry. What was there before is in the trash.`,
    separated: (file: string) => `${file} is an entry of its own now.`,
    unread: (copy: string, kept: string) =>
      `${copy} is a copy of ${kept}, but one of the two cannot be read or is not in UTF-8, so both stay as they are. Mend that one first.`,
    differs: (copy: string, kept: string) =>
      `${copy} and ${kept} are two versions of one entry, and each has words of its own. Both are kept, and searches find the words of both. Take what you need from the copy, then delete it. They differ in:`,
    show: 'shows the copy',
    edit: 'changes the entry',
    delete: 'moves the copy to the trash',
    separate: 'makes the copy an entry of its own, if it is one',
    isOwn: (copy: string, kept: string) =>
      `${copy} began as a copy of ${kept}, but has none of its answers. Make it an entry of its own?`,
    isNoCopy: (file: string) =>
      `${file} is not a copy: no other file in your journal is the same entry, so it needs no new id.`
  },
  lost: {
    gone: (entries: number) =>
      `${entries === 1 ? 'This entry is' : `These ${entries} entries are`} not there any more, and reflect did not delete ${entries === 1 ? 'it' : 'them'}. Look in the trash of your computer and of your cloud service, or in a backup.`,
    folder: (entries: number) =>
      `${entries === 1 ? 'This entry was' : `These ${entries} entries were`} in a folder that is not there any more. Connect its disk, or look in the trash of your computer.`,
    evicted: (entries: number) =>
      `${entries === 1 ? 'This entry is' : `These ${entries} entries are`} kept by a cloud service and not on this computer now. Open ${entries === 1 ? 'it' : 'them'} in your file manager to download ${entries === 1 ? 'it' : 'them'}.`,
    empty: (entries: number) =>
      `${entries === 1 ? 'This file is' : `These ${entries} files are`} empty now and held ${entries === 1 ? 'an entry' : 'entries'}. Your cloud service or a backup may have the older version.`,
    zeros: (entries: number) =>
      `Part of ${entries === 1 ? 'this file' : `these ${entries} files`} is blank: a disk or a program left zero bytes where text may have been. Your cloud service or a backup may have the older version.`,
    encoding: (entries: number) =>
      `${entries === 1 ? 'This entry is' : `These ${entries} entries are`} in another encoding.`,
    damaged: (entries: number) =>
      `${entries === 1 ? 'This file cannot be read as the entry that it was' : `These ${entries} files cannot be read as the entries that they were`}. Your cloud service or a backup may have the older version.`,
    bare: (entries: number) =>
      `${entries === 1 ? 'This entry has' : `These ${entries} entries have`} lost all answers. Your cloud service or a backup may have the older version.`,
    versions: (entries: number) =>
      `${entries === 1 ? 'This entry is' : `These ${entries} entries are`} in two versions.`
  },
  lostInTrash: (entries: number) =>
    `The trash of your journal has a version of ${entries === 1 ? 'this entry. To get it' : `these ${figures(entries)} entries. To get them`} back:`,
  toForget: 'If that is right, "reflect doctor --forget" stops mentioning them.',
  forgotten: (entries: number) =>
    entries === 0
      ? 'Nothing is missing from your journal.'
      : `${count(entries, 'missing entry', 'missing entries')} will not be mentioned again.`,
  forgottenJournal: (dir: string) =>
    `The journal that was in ${dir} will not be mentioned again; a new one can begin there.`,
  faulty: (file: string, why: string) => `${file} is read, but not as it stands: ${why}`,
  utf16: (file: string) =>
    `${file} is in UTF-16. It becomes UTF-8 when it is changed next, or at once with "reflect doctor --fix".`,
  undecoded: (file: string, [first, ...lines]: readonly number[]) =>
    `${file} holds bytes that are not text in UTF-8${first === undefined ? '' : `, the first in line ${first}`}${lines.length === 0 ? '' : ` (others in ${lines.join(', ')})`}, so it can be read here but not changed. Save it as UTF-8 in your editor, or let "reflect doctor --fix" convert it.`,
  lineReads: (line: number, text: string) => `Line ${line}: ${text}`,
  areRight: (file: string) => `Are these lines of ${file} right now? Then it is saved so, as UTF-8.`,
  reencoded: (file: string, copy: string) => `${file} is now UTF-8. It is kept as it was before in ${copy}.`,
  unmarked: (files: readonly string[]) =>
    `Another program removed reflect's marks between the answers of ${files.length === 1 ? files[0] : `${figures(files.length)} entries`}. No word is gone. "reflect doctor --fix" puts the marks back if the pack is installed.`,
  marked: (files: number) =>
    `The marks between the answers of ${count(files, 'entry', 'entries')} are back. The file as it was is kept beside it, with ".original" after its name.`,
  spoilt: (file: string, answers: readonly { readonly title: string; readonly line: number }[]) =>
    `In ${file}, these answers no longer have the form of their question and are shown as plain text: ${answers.map(({ title, line }) => `${title} (line ${line})`).join('; ')}.`,
  ignore: (program: 'git' | 'Syncthing', file: string) =>
    program === 'git'
      ? `Your journal is in a git repository. These lines in ${file} keep drafts, deleted entries and reflect's own files out of it; "reflect doctor --fix" asks whether to add them:`
      : `Syncthing copies your journal to other devices. With these lines in ${file}, drafts, deleted entries and reflect's own files stay on this one; "reflect doctor --fix" asks whether to add them:`,
  addLines: (file: string) => `Add these lines to ${file}?`,
  linesAdded: (file: string) => `The lines are in ${file} now.`,
  foreign: (files: readonly string[]) =>
    `${count(files.length, 'other file', 'other files')} in the journal's folder, which reflect leaves alone: ${files.slice(0, 5).join(', ')}${files.length > 5 ? ', …' : ''}.`,
  remains: (files: number, isMended: boolean) =>
    isMended
      ? `${count(files, 'file', 'files')} that a crash left half written removed.`
      : `A crash left ${count(files, 'half-written file', 'half-written files')}. "reflect doctor --fix" removes them; what they were to become is safe.`,
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
    `Your editor "${command}" is not on this computer. Name another with "reflect config set editor", or set VISUAL.`,
  editorNeeds: (command: string, waiting: string) =>
    `Your editor "${command}" opens a window and comes back at once, so you have to press Enter when you have saved. With "${waiting}" it waits: reflect config set editor "${waiting}"`,
  editorReturns: (command: string) =>
    `Your editor "${command}" opens a window and comes back at once, so you have to press Enter when you have saved.`,
  codeCache: {
    used: (folder: string, size: string) => `Quick starts: the program's code cache holds ${size} in ${folder}.`,
    disabled: (_folder: string) => 'REFLECT_NO_CACHE turns the code cache off, so every start takes longer.',
    homeless: (_folder: string) => 'No variable names a home folder for the code cache, so every start takes longer.',
    shared: (folder: string) =>
      `Other users can change ${folder}, so the code cache there is not used and every start takes longer.`,
    unwritable: (folder: string) => `The code cache cannot be written to ${folder}, so every start takes longer.`
  }
}

/** What the program says about settings, in English. */
export const settings = {
  /** What each setting is. */
  about: {
    journal: 'the folder of your journal',
    plain: 'ask line by line, without colours or redrawing',
    color: 'colours: auto (on a terminal that has them), always or never',
    editor: 'your own editor, for writing longer texts; otherwise VISUAL or EDITOR',
    'revisit.after': 'after how long you wish to meet an exercise again',
    language: 'the language of reflect, and of exercises that are there in several'
  },
  /** What each setting takes, to end a sentence. */
  takes: {
    journal: 'the name of a folder',
    plain: 'true or false',
    color: 'auto, always or never',
    editor: 'a command that opens a file, such as "nano" or "code --wait"',
    'revisit.after': 'a length of time, such as "6 weeks" or "3 months"',
    language: 'auto (as the system says), en (English), cy (Cymraeg), or the tag of another language'
  },
  unreadable: (file: string, message: string) =>
    `Your settings in ${file} could not be read (${message}), so the usual ones are used. Check that you may open the file.`,
  broken: (file: string) =>
    `Your settings in ${file} are not whole JSON, so the usual ones are used. Mend the file, or set something with "reflect config set"; the broken file is then kept beside the new one.`,
  wrongInFile: (file: string, key: string, takes: string) =>
    `The setting "${key}" in ${file} is not ${takes}, so the usual one is used. Mend it with "reflect config set ${key} …".`,
  wrongValue: (key: string, value: string, takes: string) =>
    `"${value}" cannot be the setting "${key}": it takes ${takes}.`,
  unknownKey: (key: string, nearest: readonly string[], known: readonly string[]) =>
    nearest.length === 0
      ? `There is no setting "${key}". There are: ${known.join(', ')}.`
      : `There is no setting "${key}". Did you mean ${oneOf(nearest)}?`,
  unknownAction: (action: string, known: readonly string[]) =>
    `"reflect config" cannot "${action}". It can ${known.slice(0, -1).join(', ')} and ${known.at(-1) ?? ''}.`,
  missingKey: (action: string) =>
    `Name a setting: "reflect config ${action} <setting>". "reflect config list" shows them all.`,
  missingValue: (key: string, takes: string) => `Say what "${key}" is to be: it takes ${takes}.`,
  movedAside: (file: string) => `The settings file did not read; it was put aside as ${file}.`,
  unchanged: 'Nothing was changed.',
  /** What decides a setting. */
  from: {
    option: (name: string) => `from the option ${name}`,
    variable: (name: string) => `from the variable ${name}`,
    setting: 'from your settings',
    default: 'the default'
  },
  none: 'none',
  written: (key: string, value: string) => `${key} is now ${value}.`,
  unwritten: (key: string, value: string) => `${key} is as usual again: ${value}.`,
  entriesIn: (entries: number, folder: string) =>
    `${entries === 1 ? 'One entry is' : `${figures(entries)} entries are`} in ${folder}.`,
  moveThem: (from: string, to: string) => `Move what is in ${from} to ${to}?`,
  moved: (from: string, to: string) => `Everything in ${from} is now in ${to}.`,
  copied: (from: string, to: string) =>
    `Everything in ${from} is now in ${to}, but could not be taken away from where it was; delete ${from} yourself.`,
  leftThere: (from: string, to: string) =>
    `What is in ${from} stays there, and your journal in ${to} begins without it. "reflect --journal ${from} journal" still lists it; to move it, set the setting back and add --move.`,
  notEmpty: (to: string) =>
    `${to} is not empty, so nothing was moved and no setting was changed. Choose a new folder, or move the files yourself.`,
  insideEachOther: (from: string, to: string) =>
    `${to} and ${from} lie one inside the other, so nothing was moved and no setting was changed. Choose a folder beside it.`,
  moveFailed: (from: string, to: string) =>
    `Moving ${from} to ${to} did not work: the copy is not the same as what was copied. Everything is still in ${from}. Check the disk and try again.`
}

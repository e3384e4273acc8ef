import { figures } from '../shared/figures.ts'
import { count, oneOf } from './phrases.ts'

/** What `reflect doctor` says, in English. */
export const doctor = {
  states: { well: 'Good:', note: 'Note:', wrong: 'To fix:' },
  /** How this copy was installed, and how to update it. */
  installation: {
    clone: (version: string) =>
      `reflect ${version}, built in its own folder. To update it, type "git pull", then "npm ci" and "npm run build", in that folder.`,
    npm: (version: string) =>
      `reflect ${version}, installed with npm. To update it, install the newer version over it with "npm install --global".`,
    portable: (version: string) =>
      `reflect ${version}, from an unpacked archive. To update it, unpack the newer archive and use the new folder. Its page START-HERE says what to copy if this folder holds your words.`,
    package: (version: string) =>
      `reflect ${version}, installed as a package of your system. To update it, install the newer package in the same way.`,
    command: (version: string, command: string) => `reflect ${version}. To update it, type "${command}".`
  },
  settings: 'Your settings are fine.',
  more: (findings: number) => `${figures(findings)} more of this kind; "reflect doctor --json" lists them all.`,
  noJournal: (dir: string) => `There is no journal yet; it will be in ${dir}.`,
  journal: (dir: string, entries: number, drafts: number, deleted: number) =>
    `Your journal in ${dir}: ${count(entries, 'entry', 'entries')}, ${count(drafts, 'draft', 'drafts')}, ${deleted} in the trash.`,
  unread: (file: string, why: string) => `${file} cannot be read as an entry: ${why} Nothing in it is lost.`,
  copies: {
    found: (files: number, folder?: string) =>
      `${count(files, 'copy', 'copies')} of entries${folder === undefined ? '' : ` in ${folder === '.' ? "the journal's own folder" : folder}`}, left by programs that copy or synchronise folders. "reflect doctor --fix" combines each with its entry, or shows how they differ; nothing is lost${folder === undefined ? ':' : '.'}`,
    inFolder: (folder: string, files: number) =>
      `${count(files, 'copy', 'copies')} in ${folder === '.' ? "the journal's own folder" : folder}`,
    same: (files: number) =>
      `${files === 1 ? '1 copy that was the same as the entry was' : `${figures(files)} copies that were the same as the entry were`} moved to the trash.`,
    merged: (files: number) =>
      `${files === 1 ? '1 copy was' : `${figures(files)} copies were`} combined with the entry. The earlier versions are in the trash.`,
    separated: (file: string) => `${file} is now a separate entry.`,
    unread: (copy: string, kept: string) =>
      `${copy} is a copy of ${kept}, but one of the two cannot be read or is not in UTF-8, so both were left unchanged. Fix that one first.`,
    differs: (copy: string, kept: string) =>
      `${copy} and ${kept} are two versions of one entry, and each has words of its own. Both are kept, and searches find the words of both. Take what you need from the copy, then delete it. They differ in:`,
    show: 'shows the copy',
    edit: 'changes the entry',
    delete: 'moves the copy to the trash',
    separate: 'makes the copy a separate entry, if that is what it is',
    isOwn: (copy: string, kept: string) =>
      `${copy} started as a copy of ${kept}, but has none of its answers. Make it a separate entry?`,
    isNoCopy: (file: string) =>
      `${file} is not a copy: no other file in your journal is the same entry, so it needs no new id.`
  },
  lost: {
    gone: (entries: number) =>
      `${entries === 1 ? 'This entry is' : `These ${entries} entries are`} missing, and reflect did not delete ${entries === 1 ? 'it' : 'them'}. Look in the trash on your computer, in the trash of your cloud service, or in a backup.`,
    folder: (entries: number) =>
      `${entries === 1 ? 'This entry was' : `These ${entries} entries were`} in a folder that is missing. Connect its disk, or look in the trash on your computer.`,
    evicted: (entries: number) =>
      `${entries === 1 ? 'This entry is' : `These ${entries} entries are`} with a cloud service, and not on this computer at the moment. Open ${entries === 1 ? 'it' : 'them'} in your file manager to download ${entries === 1 ? 'it' : 'them'}.`,
    empty: (entries: number) =>
      `${entries === 1 ? 'This file is' : `These ${entries} files are`} now empty, but used to be ${entries === 1 ? 'an entry' : 'entries'}. Your cloud service or a backup may have the older version.`,
    zeros: (entries: number) =>
      `Part of ${entries === 1 ? 'this file' : `these ${entries} files`} is blank: a disk or a program left zero bytes where there may have been text. Your cloud service or a backup may have the older version.`,
    encoding: (entries: number) =>
      `${entries === 1 ? 'This entry is' : `These ${entries} entries are`} in a different encoding.`,
    damaged: (entries: number) =>
      `${entries === 1 ? 'This file can no longer be read as an entry' : `These ${entries} files can no longer be read as entries`}. Your cloud service or a backup may have the older version.`,
    bare: (entries: number) =>
      `${entries === 1 ? 'This entry has' : `These ${entries} entries have`} lost all answers. Your cloud service or a backup may have the older version.`,
    versions: (entries: number) =>
      `${entries === 1 ? 'This entry is' : `These ${entries} entries are`} in two versions.`
  },
  lostInTrash: (entries: number) =>
    `Your journal's trash has a version of ${entries === 1 ? 'this entry. To get it' : `these ${figures(entries)} entries. To get them`} back:`,
  toForget: 'If this is as you want it, "reflect doctor --forget" stops mentioning them.',
  forgotten: (entries: number) =>
    entries === 0
      ? 'Nothing is missing from your journal.'
      : `${count(entries, 'missing entry', 'missing entries')} will not be mentioned again.`,
  forgottenJournal: (dir: string) =>
    `The journal that was in ${dir} will not be mentioned again; a new one can start there.`,
  faulty: (file: string, why: string) => `${file} can be read, but something in it is wrong: ${why}`,
  utf16: (file: string) =>
    `${file} is in UTF-16. It becomes UTF-8 the next time it changes, or now with "reflect doctor --fix".`,
  undecoded: (file: string, [first, ...lines]: readonly number[]) =>
    `${file} contains bytes that are not UTF-8 text${first === undefined ? '' : `, the first in line ${first}`}${lines.length === 0 ? '' : ` (others in ${lines.join(', ')})`}, so it can be read here but not changed. Save it as UTF-8 in your editor, or let "reflect doctor --fix" convert it.`,
  lineReads: (line: number, text: string) => `Line ${line}: ${text}`,
  areRight: (file: string) => `Do these lines of ${file} look right? If so, it will be saved like this, as UTF-8.`,
  reencoded: (file: string, copy: string) => `${file} is now UTF-8. The original is in ${copy}.`,
  unmarked: (files: readonly string[]) =>
    `Another program removed reflect's marks between the answers of ${files.length === 1 ? files[0] : `${figures(files.length)} entries`}. No words are lost. "reflect doctor --fix" puts the marks back if the pack is installed.`,
  marked: (files: number) =>
    `The marks between the answers of ${count(files, 'entry', 'entries')} are back. Each original file is kept beside it, with ".original" after its name.`,
  spoilt: (file: string, answers: readonly { readonly title: string; readonly line: number }[]) =>
    `In ${file}, these answers no longer fit their questions, so they are shown as plain text: ${answers.map(({ title, line }) => `${title} (line ${line})`).join('; ')}.`,
  ignore: (program: 'git' | 'Syncthing', file: string) =>
    program === 'git'
      ? `Your journal is in a git repository. These lines in ${file} keep drafts, deleted entries and reflect's own files out of it; "reflect doctor --fix" offers to add them:`
      : `Syncthing copies your journal to other devices. With these lines in ${file}, drafts, deleted entries and reflect's own files stay on this one; "reflect doctor --fix" offers to add them:`,
  addLines: (file: string) => `Add these lines to ${file}?`,
  linesAdded: (file: string) => `The lines were added to ${file}.`,
  foreign: (files: readonly string[]) =>
    `${count(files.length, 'other file', 'other files')} in the journal's folder, which reflect ignores: ${files.slice(0, 5).join(', ')}${files.length > 5 ? ', …' : ''}.`,
  remains: (files: number, isMended: boolean) =>
    isMended
      ? `Removed ${count(files, 'half-written file', 'half-written files')} left by a crash.`
      : `A crash left ${count(files, 'half-written file', 'half-written files')}. "reflect doctor --fix" removes them; the entries themselves are safe.`,
  exposed: (files: number, isMended: boolean) =>
    isMended
      ? `Other users of this computer can no longer read your journal (${count(files, 'file or folder', 'files and folders')}).`
      : `Other users of this computer can read ${count(files, 'file or folder', 'files and folders')} of your journal. "reflect doctor --fix" makes them readable by you only.`,
  packs: (packs: number) => `${count(packs, 'pack', 'packs')} ready to use.`,
  terminal: (terminal: {
    readonly isTTY: boolean
    readonly columns: number
    readonly rows: number
    readonly color: boolean
    readonly unicode: boolean
    readonly plain: boolean
  }) =>
    terminal.isTTY
      ? `Your terminal: ${terminal.columns} columns, ${terminal.rows} rows, ${terminal.color ? 'colours' : 'no colours'}, ${terminal.unicode ? 'all symbols' : 'simple symbols only'}${terminal.plain ? '; plain mode' : ''}.`
      : 'There is no terminal here, so everything is shown and asked line by line.',
  noEditor: (usual: string) =>
    `You have not chosen an editor; "reflect config set editor ${usual}" chooses one for longer texts.`,
  editor: (command: string) => `Your editor: ${command}`,
  editorGone: (command: string, usual: string) =>
    `Your editor "${command}" is not on this computer. Choose another with "reflect config set editor ${usual}", or set VISUAL.`,
  /** `word`: the command that waits as a word of a command. */
  editorNeeds: (command: string, waiting: string, word: string) =>
    `Your editor "${command}" opens a window and returns at once, so you have to press Enter when you have saved. With "${waiting}" it waits: reflect config set editor ${word}`,
  editorReturns: (command: string) =>
    `Your editor "${command}" opens a window and returns at once, so you have to press Enter when you have saved.`,
  codeCache: {
    used: (folder: string, size: string) => `Quick starts: the program's code cache takes ${size} in ${folder}.`,
    disabled: (_folder: string) => 'REFLECT_NO_CACHE turns the code cache off, so every start takes longer.',
    homeless: (_folder: string) => 'There is no home folder for the code cache, so every start takes longer.',
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
    editor: 'your own editor, for longer texts; by default, what the variable VISUAL or EDITOR says',
    'revisit.after': 'how long to wait before an exercise is offered again',
    pack: 'the pack that comes first on the home screen and in lists',
    bundled: 'the packs that come with reflect: show, or hide those that you have not used',
    start: 'the day on which you started a pack that has weeks; by default, what the pack says',
    language: 'the language of reflect, and of exercises that have several'
  },
  /** What each setting takes, to end a sentence. */
  takes: {
    journal: 'the name of a folder',
    plain: 'true or false',
    color: 'auto, always or never',
    editor: 'a command that opens a file, such as "nano" or "code --wait"',
    'revisit.after': 'a length of time, such as "6 weeks" or "3 months"',
    pack: 'the name of a pack, such as "public-value"',
    bundled: 'show or hide',
    start: 'the name of a pack and a day, such as "my-pack 2027-01-11"; put a comma between several',
    language: 'auto (the language of your computer), en (English), cy (Cymraeg), or the tag of another language'
  },
  unreadable: (file: string, message: string) =>
    `Your settings in ${file} could not be read (${message}), so the defaults are used. Check that you are allowed to open the file.`,
  broken: (file: string) =>
    `Your settings in ${file} are not valid JSON, so the defaults are used. Fix the file, or change a setting with "reflect config set": the broken file is then kept beside the new one.`,
  wrongInFile: (file: string, key: string, takes: string) =>
    `The setting "${key}" in ${file} is not ${takes}, so the default is used. Fix it with "reflect config set ${key} …".`,
  wrongValue: (key: string, value: string, takes: string) =>
    `"${value}" cannot be the setting "${key}": it takes ${takes}.`,
  unknownKey: (key: string, nearest: readonly string[], known: readonly string[]) =>
    nearest.length === 0
      ? `There is no setting "${key}". The settings are ${known.join(', ')}.`
      : `There is no setting "${key}". Did you mean ${oneOf(nearest)}?`,
  unknownAction: (action: string, known: readonly string[]) =>
    `"reflect config" cannot "${action}". It can ${known.slice(0, -1).join(', ')} and ${known.at(-1) ?? ''}.`,
  missingKey: (action: string) =>
    `Name a setting: "reflect config ${action} <setting>". "reflect config list" shows them all.`,
  missingValue: (key: string, takes: string) => `Give a value for "${key}": it takes ${takes}.`,
  movedAside: (file: string) => `The settings file could not be read, so it was renamed ${file}.`,
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
  unwritten: (key: string, value: string) => `${key} is back to its default, ${value}.`,
  entriesIn: (entries: number, folder: string) =>
    `${entries === 1 ? 'One entry is' : `${figures(entries)} entries are`} in ${folder}.`,
  moveThem: (from: string, to: string) => `Move what is in ${from} to ${to}?`,
  moved: (from: string, to: string) => `Everything in ${from} is now in ${to}.`,
  copied: (from: string, to: string) =>
    `Everything in ${from} is now in ${to}, but the originals could not be deleted. Delete ${from} yourself.`,
  /** `word`: the folder `from` as a word of a command. */
  leftThere: (from: string, to: string, word: string) =>
    `What is in ${from} stays there, and your journal in ${to} starts without it. To move it, set the setting back and add --move. To list it where it is, type: reflect --journal ${word} journal`,
  notEmpty: (to: string) =>
    `${to} is not empty, so nothing was moved and no setting was changed. Choose a new folder, or move the files yourself.`,
  insideEachOther: (from: string, to: string) =>
    `One of ${to} and ${from} is inside the other, so nothing was moved and no setting was changed. Choose a separate folder.`,
  moveFailed: (from: string, to: string) =>
    `Moving ${from} to ${to} did not work: the copy is not the same as what was copied. Everything is still in ${from}. Check the disk and try again.`
}

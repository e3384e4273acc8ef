import { count, oneOf } from './phrases.ts'

/** What the program says about the journal's folder and files, in English. */
export const journal = {
  diskFull: (path: string) => `${path} could not be saved, because the disk is full. Make some room and try again.`,
  readOnlyDisk: (path: string) =>
    `${path} could not be saved, because the disk is read-only. Choose another folder, or make the disk writable.`,
  notAllowed: (path: string) =>
    `You are not allowed to open or write ${path}. Give yourself the right to, or choose another folder.`,
  notThere: (path: string) => `${path} is not there. Check the name, or whether its disk is connected.`,
  notAFolder: (path: string) =>
    `${path} cannot be used as a folder, because a file is in the way. Move that file, or choose another folder.`,
  notAFile: (path: string) => `${path} is a folder, where a file is needed. Choose another name.`,
  diskTrouble: (path: string, message: string) =>
    `The computer could not read or write ${path} (${message}). Check the disk and try again.`,
  noEntryFile: (path: string) => `There is no file ${path}. Type "reflect journal" to see your entries.`,
  inFile: (path: string, sentence: string) => `${path}: ${sentence}`,
  notUtf8: (path: string) =>
    `${path} holds bytes that are not text in UTF-8, so it can be read here but not changed. Save it as UTF-8 in your editor and try again.`,
  folderGone: (path: string, entries: number) =>
    `Your journal in ${path} is not there, although it has ${count(entries, 'entry', 'entries')}. Connect its disk or network and try again; "reflect config set journal FOLDER" names another folder, and "reflect doctor --forget" begins a new journal there.`,
  folderEmpty: (path: string, entries: number) =>
    `Your journal in ${path} is empty, although it had ${count(entries, 'entry', 'entries')}. Connect its disk or network and try again; "reflect config set journal FOLDER" names another folder, and "reflect doctor --forget" begins a new journal there.`,
  /** What happened to one entry. */
  loss: {
    gone: (path: string) => `${path} is not there any more, and reflect did not delete it.`,
    folder: (path: string) => `${path} is not there any more, nor is its folder.`,
    evicted: (path: string) => `${path} is not on this computer now: a cloud service keeps it.`,
    empty: (path: string) => `${path} is empty, and was an entry.`,
    zeros: (path: string) => `Part of ${path} is blank (zero bytes), and text may have been there.`,
    encoding: (path: string) =>
      `Another program saved ${path} in another encoding, and not all its letters can be read.`,
    damaged: (path: string) => `${path} cannot be read as the entry that it was.`,
    bare: (path: string) => `${path} has lost its answers.`,
    versions: (path: string) => `${path} holds two versions that another program could not put together.`
  },
  /** The same of several, after their number. */
  losses: {
    gone: 'not there any more',
    folder: 'in a folder that is not there',
    evicted: 'kept by a cloud service',
    empty: 'empty',
    zeros: 'blank in part',
    encoding: 'in another encoding',
    damaged: 'not readable',
    bare: 'without answers',
    versions: 'in two versions'
  },
  lost: (sentence: string) => `${sentence} "reflect doctor" says more; "reflect doctor --forget" ends this message.`,
  severalLost: (entries: number, kinds: readonly string[]) =>
    `${entries} entries are not as they were: ${kinds.join(', ')}. "reflect doctor" names them; "reflect doctor --forget" ends this message.`,
  emptyFile: 'It has the name of an entry, and is empty.',
  zeroBytes: 'It has the name of an entry, and holds nothing but zero bytes.',
  noTop: 'It holds answers of an entry, but the lines between "---" that begin an entry are not there.',
  notDownloaded: 'A cloud service keeps it; it is not on this computer now.',
  otherExtension: 'It has the name of an entry, but does not end in ".md".',
  twoVersions: (path: string, line: number) =>
    `${path} holds two versions of some lines, which another program could not put together (from line ${line} on). Open it with "reflect edit --editor", keep what is right, and take out the lines of <<<<<<<, ======= and >>>>>>>.`,
  otherId: 'Its "id" was changed, so it would be another entry.',
  noEntries: 'Your journal has no finished entry yet. Type "reflect start" to make one.',
  unknownEntry: (name: string, nearest: readonly string[], listing: string) =>
    nearest.length === 0
      ? `No entry is called "${name}". Type "${listing}" to see what there is.`
      : `No entry is called "${name}". Did you mean ${oneOf(nearest)}?`,
  notExact: (name: string, matches: readonly string[]) =>
    `"${name}" is not exact enough for this command. Give the entry's id, its file or its whole title. You may mean\n${matches.map((match) => `  ${match}`).join('\n')}`,
  ambiguousEntry: (name: string, matches: readonly string[]) =>
    `"${name}" could be any of these; give a little more of the name:\n${matches.map((match) => `  ${match}`).join('\n')}`,
  nothingToSearch: 'Type what to search for, such as "reflect search trust" or "reflect search \'public value\'".',
  notAPattern: (pattern: string, why: string) =>
    `The pattern /${pattern}/ does not read (${why}); mend it, or leave out the strokes to search for it as it stands.`,
  ambiguousLine: (id: string, day: string, title: string) => `${id}  ${day}  ${title}`
}

/** What the program says about the lines between `---` at the top of an entry, in English. */
export const frontMatter = {
  notAnEntry:
    'This is not an entry of a journal: it does not begin with the lines between "---" that every entry begins with.',
  noEnd: 'The lines at the top of this entry have no end: put a line "---" after the last of them.',
  tooLong: 'The lines at the top of this entry, its tags among them, are longer than can be read.',
  line: (line: number, text: string) =>
    `Line ${line} of this entry cannot be read: "${text}". Put it right in an editor; everything else in the file is as it was.`,
  fences:
    'The lines "---" above and below the first lines of this entry were changed. Put them back in an editor; everything else in the file is as it was.',
  twoVersions: (line: number) =>
    `Line ${line} of this entry begins two versions, which another program could not put together. Keep what is right, and take out the lines of <<<<<<<, ======= and >>>>>>>.`,
  noVersion: 'This entry has no line "reflect: 1" among those at its top. Add it in an editor.',
  twice: (line: number, key: string) => `Line ${line} of this entry says "${key}" a second time. Keep one of the two.`,
  missing: (key: string) => `This entry has no line "${key}: …" among those at its top. Add it in an editor.`,
  value: (line: number, key: string, value: string) =>
    `Line ${line} of this entry says "${key}: ${value}", which cannot be. Put it right in an editor.`,
  newer: (version: string) =>
    `This entry is in version ${version} of the journal's format, which this version of reflect does not know. Update reflect.`
}

/** What is said of progress on a page and in a statement, in English. */
export const progress = {
  title: 'How far I have come',
  packs: 'Packs, routes and exercises',
  pack: 'Pack',
  done: 'Done',
  notBegun: 'not begun yet',
  /** The first and the last day of something. */
  between: (first: string, last: string) => `${first} to ${last}`,
  year: 'The last year, day by day',
  calendar: (number: number) => `Written on ${count(number, 'day', 'days')} in the last year.`,
  rated: (title: string, exercise: string) => `${exercise}: ${title}`,
  notSure: 'not sure',
  scale: (from: number, to: number) => `from ${from} to ${to}`,
  tags: 'Tags',
  dueSince: (title: string, day: string) => `"${title}", since ${day}`,
  statementTitle: 'What I have completed',
  statementSays: (day: string) =>
    `This is my own record, made from my journal with reflect on ${day}. It is not a certificate, and nobody else has checked it.`,
  completed: (day: string, title: string, version: string, minutes: number) =>
    `${day}: ${title} (version ${version}), ${count(minutes, 'minute', 'minutes')}`,
  nothingYet: 'Nothing has been completed yet.'
}

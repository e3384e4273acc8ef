import { count, oneOf } from './phrases.ts'

/** What the program says about the journal's folder and files, in English. */
export const journal = {
  diskFull: (path: string) => `${path} could not be saved, because the disk is full. Make some room and try again.`,
  readOnlyDisk: (path: string) =>
    `${path} could not be saved, because the disk is read-only. Choose another folder, or make the disk writable.`,
  notAllowed: (path: string) =>
    `You are not allowed to open or change ${path}. Change its permissions, or choose another folder.`,
  notThere: (path: string) => `${path} does not exist. Check the name, or connect its disk.`,
  forbiddenName: (name: string) => `Windows does not allow the name "${name}". Choose one without < > : " | ? and *.`,
  notAFolder: (path: string) =>
    `${path} cannot be used as a folder, because it is a file. Move that file, or choose another folder.`,
  notAFile: (path: string) => `${path} is a folder, not a file. Choose another name.`,
  diskTrouble: (path: string, message: string) =>
    `The computer could not read or write ${path} (${message}). Check the disk and try again.`,
  noEntryFile: (path: string) => `There is no file ${path}. Type "reflect journal" to see your entries.`,
  inFile: (path: string, sentence: string) => `${path}: ${sentence}`,
  notUtf8: (path: string) =>
    `${path} is not valid UTF-8 text, so it can be read here but not changed. Save it as UTF-8 in your editor and try again.`,
  diskGone: (path: string, disk: string) =>
    `${path} cannot be used as a folder now, because there is no ${disk}. Connect that disk or network and try again; "reflect config set journal FOLDER" chooses another folder.`,
  folderGone: (path: string, entries: number) =>
    `Your journal in ${path} cannot be found, although it has ${count(entries, 'entry', 'entries')}. Connect its disk or network and try again; "reflect config set journal FOLDER" chooses another folder, and "reflect doctor --forget" starts a new journal there.`,
  folderEmpty: (path: string, entries: number) =>
    `Your journal in ${path} is empty, although it had ${count(entries, 'entry', 'entries')}. Connect its disk or network and try again; "reflect config set journal FOLDER" chooses another folder, and "reflect doctor --forget" starts a new journal there.`,
  /** What happened to one entry. */
  loss: {
    gone: (path: string) => `${path} is missing, and reflect did not delete it.`,
    folder: (path: string) => `${path} is missing, and so is its folder.`,
    evicted: (path: string) => `${path} is not on this computer at the moment: it is with a cloud service.`,
    empty: (path: string) => `${path} is empty, but it used to be an entry.`,
    zeros: (path: string) => `Part of ${path} is blank (zero bytes), and may have had text in it.`,
    encoding: (path: string) =>
      `Another program saved ${path} in a different encoding, so some of its letters cannot be read.`,
    damaged: (path: string) => `${path} can no longer be read as an entry.`,
    bare: (path: string) => `${path} has lost its answers.`,
    versions: (path: string) => `${path} contains two versions that another program could not combine.`
  },
  /** The same of several, after their number. */
  losses: {
    gone: 'missing',
    folder: 'in a missing folder',
    evicted: 'with a cloud service',
    empty: 'empty',
    zeros: 'partly blank',
    encoding: 'in a different encoding',
    damaged: 'unreadable',
    bare: 'without their answers',
    versions: 'in two versions'
  },
  lost: (sentence: string) =>
    `${sentence} "reflect doctor" tells you more; "reflect doctor --forget" stops this message.`,
  severalLost: (entries: number, kinds: readonly string[]) =>
    `Something has happened to ${entries} entries: ${kinds.join(', ')}. "reflect doctor" lists them; "reflect doctor --forget" stops this message.`,
  emptyFile: 'It has the name of an entry, but it is empty.',
  zeroBytes: 'It has the name of an entry, but contains only zero bytes.',
  noTop: 'It contains answers, but the lines between "---" at the start of an entry are missing.',
  notDownloaded: 'It is with a cloud service, and not on this computer at the moment.',
  otherExtension: 'It has the name of an entry, but does not end in ".md".',
  twoVersions: (path: string, line: number) =>
    `${path} contains two versions of some lines, which another program could not combine (from line ${line} on). Open it with "reflect edit --editor", keep what is right, and delete the lines <<<<<<<, ======= and >>>>>>>.`,
  otherId: 'Its "id" was changed, so it would be a different entry.',
  noEntries: 'Your journal has no finished entry yet. Type "reflect start" to write one.',
  unknownEntry: (name: string, nearest: readonly string[], listing: string) =>
    nearest.length === 0
      ? `No entry is called "${name}". Type "${listing}" to see what there is.`
      : `No entry is called "${name}". Did you mean ${oneOf(nearest)}?`,
  notExact: (name: string, matches: readonly string[]) =>
    `"${name}" is not exact enough for this command. Give the entry's id, its file or its whole title. You may mean\n${matches.map((match) => `  ${match}`).join('\n')}`,
  ambiguousEntry: (name: string, matches: readonly string[]) =>
    `"${name}" could be any of these. Type a little more of the name:\n${matches.map((match) => `  ${match}`).join('\n')}`,
  nothingToSearch: 'Type what to search for, such as "reflect search trust" or "reflect search \'public value\'".',
  notAPattern: (pattern: string, why: string) =>
    `The pattern /${pattern}/ cannot be read (${why}). To search for these characters as they are, leave out the slashes.`,
  ambiguousLine: (id: string, day: string, title: string) => `${id}  ${day}  ${title}`
}

/** What the program says about the lines between `---` at the top of an entry, in English. */
export const frontMatter = {
  notAnEntry: 'This is not a journal entry: it does not begin with the lines between "---" that every entry has.',
  noEnd: 'The lines at the top of this entry have no end. Put a line "---" after the last of them.',
  tooLong:
    'The lines at the top of this entry, including its tags, are too long to be read. Shorten them in an editor.',
  line: (line: number, text: string) =>
    `Line ${line} of this entry cannot be read: "${text}". Fix it in an editor; everything else in the file is unchanged.`,
  fences:
    'The lines "---" above and below the first lines of this entry were changed. Put them back in an editor; everything else in the file is unchanged.',
  twoVersions: (line: number) =>
    `Line ${line} of this entry begins two versions, which another program could not combine. Keep what is right, and delete the lines <<<<<<<, ======= and >>>>>>>.`,
  noVersion: 'This entry has no line "reflect: 1" among those at its top. Add it in an editor.',
  twice: (line: number, key: string) => `Line ${line} of this entry says "${key}" a second time. Keep one of the two.`,
  missing: (key: string) => `This entry has no line "${key}: …" among those at its top. Add it in an editor.`,
  value: (line: number, key: string, value: string) =>
    `Line ${line} of this entry says "${key}: ${value}", which is not possible. Fix it in an editor.`,
  newer: (version: string) =>
    `This entry is in version ${version} of the journal's format, which this version of reflect does not know. Update reflect.`
}

/** What is said of progress on a page and in a statement, in English. */
export const progress = {
  title: 'How far I have come',
  packs: 'Packs, routes and exercises',
  pack: 'Pack',
  outcomes: 'Outcomes',
  outcome: 'Outcome',
  done: 'Done',
  notBegun: 'not started yet',
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

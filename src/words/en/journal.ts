import { oneOf } from './names.ts'

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
  otherId: 'Its "id" was changed, so it would be another entry.',
  noEntries: 'Your journal has no finished entry yet. Type "reflect start" to make one.',
  unknownEntry: (name: string, nearest: readonly string[], listing: string) =>
    nearest.length === 0
      ? `No entry is called "${name}". Type "${listing}" to see what there is.`
      : `No entry is called "${name}". Did you mean ${oneOf(nearest)}?`,
  ambiguousEntry: (name: string, matches: readonly string[]) =>
    `"${name}" could be any of these; give a little more of the name:\n${matches.map((match) => `  ${match}`).join('\n')}`,
  nothingToSearch: 'Type what to search for, such as "reflect search trust" or "reflect search \'public value\'".',
  notAPattern: (pattern: string, why: string) =>
    `The pattern /${pattern}/ does not read (${why}); mend it, or leave out the strokes to search for it as it stands.`,
  ambiguousLine: (id: string, day: string, title: string) => `${id}  ${day}  ${title}`
}

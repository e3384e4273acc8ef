import { figures } from '../shared/figures.ts'
import { oneOf } from './names.ts'

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
  notKept: (file: string) =>
    `The settings could not be saved in ${file}, perhaps because the disk is full; they are as they were. Make some room and try again.`,
  movedAside: (file: string) => `The settings file did not read; it was put aside as ${file}.`,
  unchanged: 'Nothing was changed.',
  usual: 'as usual',
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

import { counted, meant, oneOf } from './phrases.ts'
import { codes } from './diagnostic-codes.ts'
import type { FixWords } from '../shared/types.ts'

/** What is said about packs that are looked for, read and checked, in English. */
export const diagnostics = {
  /** A getter, because the build loads a file when it is first used, and a walk uses no code. */
  get codes() {
    return codes
  },
  fix: {
    write: ([first = '', ...others]) =>
      others.length === 0 ? `Write: ${first}` : ['Write:', first, ...others].join('\n'),
    indent: (spaces, line) =>
      spaces === 0
        ? `Begin the line without spaces: ${line}`
        : `Begin the line with ${counted(spaces, 'space')}: ${line}`,
    remove: (text) => `Take this out: ${text}`,
    rename: (from, to) => `Rename "${from}" to "${to}".`
  } satisfies FixWords,
  fixable: (faults: number, command: string) =>
    `To make ${faults === 1 ? 'this correction' : `${faults} of these corrections`}, type: ${command}`,
  fixed: (faults: number, files: readonly string[]) => `${counted(faults, 'correction')} in ${oneOf(files, 'and')}.`,
  nothingToFix: 'There is nothing that can be corrected with certainty.',
  archiveFix: (path: string) =>
    `${path} is an archive and cannot be corrected: correct the folder that it was made from.`,
  severity: { error: 'error', warning: 'warning' },
  sound: (title: string, exercises: number, prompts: number) =>
    `"${title}" has no errors: ${counted(exercises, 'exercise')}, ${counted(prompts, 'prompt')}.`,
  counts: (errors: number, warnings: number) =>
    `${[errors > 0 ? counted(errors, 'error') : '', warnings > 0 ? counted(warnings, 'warning') : ''].filter((part) => part !== '').join(' and ')}.`,
  noticed: 'Learners would notice:',
  noPath: (path: string) => `There is nothing at ${path}. Name the folder of a pack, or the file of a one-file pack.`,
  noManifest: (path: string) =>
    `There is no pack.yaml in ${path}. Name the folder of a pack, or the file of a one-file pack.`,
  otherLevel: (place: string, others: readonly string[]) =>
    `There is no pack.yaml in ${place}, but there is one in ${oneOf(others, 'and')}. Name that folder.`,
  unreadable: (path: string, reason: string) => `${path} cannot be read (${reason}). Check its permissions.`,
  /** `word`: the path as a word of a command. */
  faulty: (path: string, first: string, errors: number, word: string) =>
    `The pack ${path} has ${counted(errors, 'error')}. The first is at ${first} To see them all, type: reflect pack check ${word}`,
  unknownExercise: (name: string, near: readonly string[]) =>
    `There is no exercise "${name}". ${meant(near, 'Type "reflect list" to see them all.')}`,
  ambiguousExercise: (name: string, names: readonly string[]) => `"${name}" could be ${oneOf(names)}. Type more of it.`
}

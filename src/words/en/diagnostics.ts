import { counted, meant, oneOf } from './phrases.ts'
import { codes } from './diagnostic-codes.ts'

/** What is said about packs that are looked for, read and checked, in English. */
export const diagnostics = {
  /** A getter, because the build loads a file when it is first used, and a walk uses no code. */
  get codes() {
    return codes
  },
  severity: { error: 'error', warning: 'warning' },
  sound: (title: string, exercises: number, prompts: number) =>
    `"${title}" is sound: ${counted(exercises, 'exercise')}, ${counted(prompts, 'prompt')}.`,
  counts: (errors: number, warnings: number) =>
    `${[errors > 0 ? counted(errors, 'error') : '', warnings > 0 ? counted(warnings, 'warning') : ''].filter((part) => part !== '').join(' and ')}.`,
  noticed: 'Learners would notice:',
  noPath: (path: string) => `There is nothing at ${path}: name a pack's folder, or the file of a pack in one file.`,
  noManifest: (path: string) =>
    `There is no pack.yaml in ${path}: name a pack's folder, or the file of a pack in one file.`,
  unreadable: (path: string, reason: string) => `${path} cannot be read (${reason}): check its permissions.`,
  faulty: (path: string, first: string, errors: number) =>
    `The pack ${path} has ${counted(errors, 'fault')}, the first at ${first} "reflect pack check ${path}" names them all.`,
  unknownExercise: (name: string, near: readonly string[]) =>
    `There is no exercise "${name}". ${meant(near, 'Type "reflect list" to see them all.')}`,
  ambiguousExercise: (name: string, names: readonly string[]) => `"${name}" could be ${oneOf(names)}. Type more of it.`
}

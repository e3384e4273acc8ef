import { counted, meant, oneOf } from './phrases.ts'
import { meaningDiagnostics } from './diagnostics-meaning.ts'
import { shapeDiagnostics } from './diagnostics-shape.ts'
import { yamlDiagnostics } from './diagnostics-yaml.ts'

const allCodes = () => ({ ...yamlDiagnostics, ...shapeDiagnostics, ...meaningDiagnostics })
let codes: ReturnType<typeof allCodes> | undefined

/** What is said about packs that are looked for, read and checked, in English. */
export const diagnostics = {
  /** By code; what `docs/pack-codes.md` explains. Made when a pack is checked: a walk says none of them. */
  get codes() {
    return (codes ??= allCodes())
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

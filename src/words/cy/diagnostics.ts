import type * as English from '../en/index.ts'
import { count, nouns, meant, oneOf } from './phrases.ts'
import { codes } from './diagnostic-codes.ts'

/** What is said about packs that are looked for, read and checked, in Welsh. */
export const diagnostics: typeof English.diagnostics = {
  get codes() {
    return codes
  },
  fix: {
    write: ([first = '', ...others]) =>
      others.length === 0 ? `Ysgrifennwch: ${first}` : ['Ysgrifennwch:', first, ...others].join('\n'),
    indent: (spaces, line) =>
      spaces === 0
        ? `Dechreuwch y llinell heb fylchau: ${line}`
        : `Rhowch ${spaces} bwlch ar ddechrau'r llinell: ${line}`,
    remove: (text) => `Tynnwch hwn allan: ${text}`,
    rename: (from, to) => `Ailenwch "${from}" yn "${to}".`
  },
  fixable: (faults, command) =>
    `I wneud ${faults === 1 ? 'y cywiriad hwn' : `${faults} o'r cywiriadau hyn`}, teipiwch: ${command}`,
  fixed: (faults, files) => `Cywiriadau: ${faults}, yn ${oneOf(files, 'a')}.`,
  nothingToFix: "Nid oes dim y gellir ei gywiro'n sicr.",
  archiveFix: (path) => `Archif yw ${path}, ac ni ellir ei chywiro: cywirwch y ffolder y gwnaed hi ohoni.`,
  severity: { error: 'gwall', warning: 'rhybudd' },
  sound: (title, exercises, prompts) =>
    `Mae "${title}" yn iawn: ${count(exercises, nouns.exercise)}, ${count(prompts, nouns.question)}.`,
  counts: (errors, warnings) =>
    `${[errors > 0 ? count(errors, nouns.error) : '', warnings > 0 ? count(warnings, nouns.warning) : ''].filter((part) => part !== '').join(', ')}.`,
  noticed: 'Byddai dysgwyr yn sylwi ar hyn:',
  noPath: (path) => `Nid oes dim yn ${path}: enwch ffolder pecyn, neu ffeil pecyn mewn un ffeil.`,
  noManifest: (path) => `Nid oes pack.yaml yn ${path}: enwch ffolder pecyn, neu ffeil pecyn mewn un ffeil.`,
  otherLevel: (place, others) =>
    `Nid oes pack.yaml yn ${place}, ond mae un yn ${oneOf(others, 'a')}. Enwch y ffolder honno.`,
  unreadable: (path, reason) => `Ni ellir darllen ${path} (${reason}): gwiriwch yr hawliau arno.`,
  faulty: (path, first, errors, word) =>
    `Mae ${count(errors, nouns.error)} yn y pecyn ${path}, y cyntaf yn ${first} I'w gweld i gyd, teipiwch: reflect pack check ${word}`,
  unknownExercise: (name, near) =>
    `Nid oes ymarfer "${name}". ${meant(near, 'Teipiwch "reflect list" i\'w gweld i gyd.')}`,
  ambiguousExercise: (name, names) => `Gallai "${name}" fod yn ${oneOf(names)}. Teipiwch ragor ohono.`
}

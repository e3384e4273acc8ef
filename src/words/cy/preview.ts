import type { Words } from '../en/index.ts'
import { didYouMean, meant, oneOf } from './names.ts'

/** What is said of a preview of a pack, in Welsh. */
export const preview: Words['packs']['preview'] = {
  nothingKept: (title) =>
    `Rhagolwg o "${title}": pob cwestiwn fel y mae dysgwyr yn ei weld. Ni chaiff dim a ysgrifennwch yma ei gadw.`,
  left: 'Rydych wedi gadael y rhagolwg. Ni chadwyd dim.',
  looksBack: (titles) =>
    `Mae'r ymarfer hwn yn edrych yn ôl ar ${oneOf(titles, 'a')}. Bydd atebion a rowch yno yn y rhagolwg hwn i'w gweld eto yma; hebddynt caiff ei ddangos fel i rywun nad yw wedi gwneud hynny eto.`,
  skipped: (before) =>
    before === 1
      ? "Mae'r cwestiwn cyn yr un hwn yn cyfrif fel un a hepgorwyd; mae Shift-Tab neu :nôl yn arwain ato."
      : `Mae'r ${before} cwestiwn cyn yr un hwn yn cyfrif fel rhai a hepgorwyd; mae Shift-Tab neu :nôl yn arwain atynt.`,
  notAskedYet: (prompt, first) =>
    `Dim ond ar ôl atebion penodol y gofynnir "${prompt}", felly rydych yn dechrau gyda "${first}", lle gellir ei gyrraedd.`,
  notAskedHere: (prompt) =>
    `Dim ond lle atebwyd ymarfer cynharach y mae "${prompt}" yno, felly rydych yn dechrau gyda'r cwestiwn cyntaf.`,
  markdown: 'Yr hyn fyddai gan ddysgwr yn y dyddlyfr nawr. Yma nid ysgrifennwyd dim.',
  readAgain: "Mae'r pecyn wedi newid, a darllenwyd ef eto.",
  gone: (exercise) => `Nid oes ymarfer "${exercise}" yn y pecyn bellach.`,
  waiting: "Aiff y rhagolwg ymlaen pan gaiff y pecyn ei gywiro a'i gadw.",
  again: 'Darllen eto',
  cannotWatch: (folder, why) =>
    `Ni ellir gwylio ${folder} am newidiadau (${why}); gadewch --watch allan, a dechreuwch y rhagolwg eto ar ôl newid.`,
  unknownExercise: (name, near, path) =>
    `Nid oes ymarfer "${name}" yn y pecyn. ${meant(near, `Teipiwch "reflect list --pack ${path}" i'w gweld i gyd.`)}`,
  unknownPrompt: (exercise, name, near) => `Nid oes cwestiwn "${name}" yn yr ymarfer "${exercise}".${didYouMean(near)}`,
  ambiguous: (name, ids) => `Gallai "${name}" fod yn ${oneOf(ids)}. Teipiwch ragor ohono.`
}

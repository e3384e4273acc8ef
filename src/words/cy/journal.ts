import { oneOf } from './names.ts'
import type { Words } from '../en/index.ts'

/** What the program says about the journal's folder and files, in Welsh. */
export const journal: Words['journal'] = {
  diskFull: (path) =>
    `Nid oedd modd cadw ${path}, am fod y ddisg yn llawn. Gwnewch ychydig o le a rhowch gynnig arall arni.`,
  readOnlyDisk: (path) =>
    `Nid oedd modd cadw ${path}, am mai darllen yn unig y gellir ei wneud ar y ddisg. Dewiswch ffolder arall, neu gwnewch hi'n bosibl ysgrifennu ar y ddisg.`,
  notAllowed: (path) =>
    `Nid oes gennych hawl i agor neu ysgrifennu ${path}. Rhowch yr hawl i chi'ch hun, neu dewiswch ffolder arall.`,
  notThere: (path) => `Nid yw ${path} yno. Gwiriwch yr enw, neu a yw ei ddisg wedi'i chysylltu.`,
  notAFolder: (path) =>
    `Ni ellir defnyddio ${path} fel ffolder, am fod ffeil yn y ffordd. Symudwch y ffeil honno, neu dewiswch ffolder arall.`,
  notAFile: (path) => `Ffolder yw ${path}, ac mae angen ffeil. Dewiswch enw arall.`,
  diskTrouble: (path, message) =>
    `Ni allai'r cyfrifiadur ddarllen nac ysgrifennu ${path} (${message}). Gwiriwch y ddisg a rhowch gynnig arall arni.`,
  noEntryFile: (path) => `Nid oes ffeil ${path}. Teipiwch "reflect journal" i weld eich cofnodion.`,
  inFile: (path, sentence) => `${path}: ${sentence}`,
  notUtf8: (path) =>
    `Mae ${path} yn cynnwys beitiau nad ydynt yn destun UTF-8, felly gellir ei darllen yma ond nid ei newid. Cadwch hi fel UTF-8 yn eich golygydd a rhowch gynnig arall arni.`,
  otherId: 'Newidiwyd ei "id", felly byddai\'n gofnod arall.',
  noEntries: 'Nid oes cofnod gorffenedig yn eich dyddlyfr eto. Teipiwch "reflect start" i wneud un.',
  unknownEntry: (name, nearest, listing) =>
    nearest.length === 0
      ? `Nid oes cofnod o'r enw "${name}". Teipiwch "${listing}" i weld beth sydd yno.`
      : `Nid oes cofnod o'r enw "${name}". Ai ${oneOf(nearest)} oedd gennych mewn golwg?`,
  ambiguousEntry: (name, matches) =>
    `Gallai "${name}" fod yn unrhyw un o'r rhain; rhowch ychydig mwy o'r enw:\n${matches.map((match) => `  ${match}`).join('\n')}`,
  nothingToSearch:
    'Teipiwch beth i chwilio amdano, fel "reflect search ymddiriedaeth" neu "reflect search \'gwerth cyhoeddus\'".',
  notAPattern: (pattern, why) =>
    `Ni ellir darllen y patrwm /${pattern}/ (${why}); cywirwch ef, neu gadewch y strociau allan i chwilio amdano fel y mae.`,
  ambiguousLine: (id, day, title) => `${id}  ${day}  ${title}`
}

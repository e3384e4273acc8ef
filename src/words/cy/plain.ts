import type * as English from '../en/index.ts'
import { between, count, nouns } from './phrases.ts'

/** What plain mode says, in Welsh: read aloud, one line after another. */
export const plain: typeof English.walk.plain = {
  minutes: (minutes, questions) => `Tua ${count(minutes, nouns.minute)}, ${count(questions, nouns.question)}.`,
  questions: (questions) => `${count(questions, nouns.question)}.`,
  begin: 'Pwyswch Enter i ddechrau. Teipiwch :cymorth i gael y gorchmynion, :gadael i stopio.',
  progress: (question, of, minutesLeft) =>
    `Cwestiwn ${question} o ${of}${minutesLeft === undefined ? '' : `, tua ${count(minutesLeft, nouns.minute)} ar ôl`}.`,
  isPrivate: "Preifat: bydd yr ateb hwn yn aros allan o beth bynnag sy'n gadael eich dyddlyfr.",
  isPrivateAs: (title) =>
    `Preifat, fel "${title}": bydd yr ateb hwn yn aros allan o beth bynnag sy'n gadael eich dyddlyfr.`,
  nowPublic: "Nid yw'r ateb hwn yn breifat bellach.",
  goOn: 'Pwyswch Enter i fynd ymlaen.',

  soFar: 'Eich ateb hyd yma:',
  keeps: "Mae llinell wag yn cadw'r ateb hwn. Bydd yr hyn a deipiwch yn cymryd ei le.",
  keepsWriting: 'Mae llinell wag yn ei gadw fel y mae. Caiff yr hyn a deipiwch ei ychwanegu ato.',
  partSoFar: (part) => `Hyd yma: ${part}. Mae llinell wag yn ei gadw.`,
  nothingYet: 'Nid oes ateb eto. Teipiwch un, neu :hepgor i adael y cwestiwn hwn allan.',
  taken: (answer) => `Cymerwyd: ${answer}`,

  help: "Gorchmynion, pob un ar linell ei hun: :nôl y cwestiwn cynt, :hepgor gadael hwn allan, :cymorth hwn, :enghraifft enghraifft, :trosolwg yr holl gwestiynau, :adolygu yr holl atebion a'r diwedd, :preifat cadw'r ateb hwn yn breifat neu beidio, :golygydd ysgrifennu yn eich golygydd, :gadael stopio a chadw'r hyn sydd yno. I ddechrau llinell gyda cholon, teipiwch ddau.",
  noExample: 'Nid oes enghraifft ar gyfer y cwestiwn hwn.',
  notHere: (command) => `Nid yw :${command} yn arwain i unman o'r fan hon.`,

  writeText: 'Ysgrifennwch faint a fynnwch. Mae llinell ag un atalnod llawn yn ei orffen.',
  wordsGuide: (bounds) => `Canllaw, nid terfyn: ${between(bounds)} o eiriau.`,
  writeLine: 'Atebwch ar un llinell.',
  writeLineOr: (preset) => `Atebwch ar un llinell. Mae llinell wag yn golygu ${preset}.`,
  writeItems: ({ min, max }) =>
    `Un ar bob llinell; mae llinell wag yn gorffen${min || max !== undefined ? ` (${between({ ...(min ? { min } : {}), ...(max === undefined ? {} : { max }) })})` : ''}.`,
  fullList: (max) => `Dyna ${max}, sef y mwyaf yma. Mae llinell wag yn gorffen.`,

  numbered: (number, label, note) => `${number}. ${label}${note === undefined ? '' : ` (${note})`}`,
  otherOption: 'Arall: eich geiriau eich hun',
  whatNow: 'Beth nawr?',
  chooseOne: 'Teipiwch rif neu ddechrau ateb.',
  chooseLine: 'Teipiwch rif, dechrau llinell, neu eiriau i chwilio amdanynt. Mae :nôl yn mynd yn ôl.',
  found: "Mae'r rhain yn cynnwys eich geiriau:",
  chooseOneOrOther: 'Teipiwch rif neu ddechrau ateb, neu "arall" a\'ch geiriau eich hun.',
  chooseSeveral: (pick) =>
    `Teipiwch y rhifau, gyda bylchau rhyngddynt${between(pick) === '' ? '' : ` (${between(pick)})`}.`,
  orOther: 'I gael ateb eich hun, ychwanegwch "arall" a\'ch geiriau ar y diwedd.',
  otherWords: 'Eich geiriau eich hun, ar un llinell:',
  rank: "Teipiwch yr holl rifau yn eich trefn chi, y cyntaf neu'r pwysicaf yn gyntaf.",
  unclear: (words) => `Nid yw "${words}" yn un o'r rhain, neu gallai fod yn sawl un.`,

  rate: (from, to) => `Teipiwch rif o ${from} i ${to}.`,
  rateUnsure: (from, to) => `Teipiwch rif o ${from} i ${to}, neu ? os nad ydych yn siŵr.`,
  rating: (number, label) => `${number}: ${label}`,
  statement: (index, of, text) => `${index} o ${of}: ${text}`,

  row: (index, of, title) => `Rhes ${index} o ${of}: ${title}`,
  addedRow: (title) => `Rhes: ${title}`,
  cellText: (title) => `${title}: (mae llinell wag yn ei gadael yn wag)`,
  cellYesNo: (title) => `${title}: ie neu nage? (mae llinell wag yn ei gadael yn wag)`,
  cellChoice: (title) => `${title}: teipiwch rif (mae llinell wag yn ei gadael yn wag)`,
  addRow: (title) =>
    `Enwch res i'w hychwanegu${title === undefined ? '' : ` (${title})`}. Mae llinell wag yn mynd ymlaen.`,

  gap: (index, of, ask) => `${index} o ${of}: ${ask}`,
  gapSign: '____',
  gapExample: (example) => `Er enghraifft: ${example}`,
  part: (label) => `${label} (ewch ymlaen o'r fan hon)`,

  number: (unit) => (unit === undefined ? 'Teipiwch rif.' : `Teipiwch rif (${unit}).`),
  date: 'Teipiwch ddiwrnod, fel 2026-11-23 neu 23 Tachwedd 2026.',
  whichReading: 'Teipiwch a neu b, neu teipiwch eich ateb eto.',
  yesNo: 'Teipiwch ie neu nage.',
  yesNoPreset: (preset) => `Teipiwch ie neu nage. Mae llinell wag yn golygu ${preset ? 'ie' : 'nage'}.`,
  reword:
    'Rhowch ef mewn geiriau newydd os dymunwch; mae llinell ag un atalnod llawn yn ei orffen. Mae llinell wag yn ei adael fel y mae.',

  overview: 'Trosolwg',
  review: 'Eich atebion',
  states: {
    answered: 'atebwyd',
    skipped: 'hepgorwyd',
    begun: 'ar ei hanner',
    seen: 'darllenwyd',
    open: 'heb ei ateb eto'
  },
  privately: 'preifat',
  here: 'rydych chi yma',
  overviewHow:
    'Teipiwch rif i fynd at y cwestiwn hwnnw, "preifat" a rhif i newid a yw\'n breifat, neu linell wag i fynd yn ôl i ble roeddech chi.',
  reviewHow:
    'Teipiwch rif i fynd at y cwestiwn hwnnw, "preifat" a rhif i newid a yw\'n breifat, neu linell wag i orffen.',

  notUtf8: (line, encoding) =>
    `${encoding === undefined ? `Nid yw llinell ${line} o'r mewnbwn yn UTF-8 dilys` : `Mae llinell ${line} o'r mewnbwn yn ${encoding}, nid UTF-8`}, felly ni chafodd ei chymryd. Caiff yr hyn a ddaeth o'i blaen ei gadw; cadwch y mewnbwn fel UTF-8 ac ewch ymlaen gyda "reflect resume".`
}

import type * as English from '../en/index.ts'
import { between, count, didYouMean, nouns } from './phrases.ts'

/** What plain mode says, in Welsh: read aloud, one line after another. */
export const plain: typeof English.walk.plain = {
  minutes: (minutes, questions) => `Tua ${count(minutes, nouns.minute)}, ${count(questions, nouns.question)}.`,
  questions: (questions) => `${count(questions, nouns.question)}.`,
  begin: 'Pwyswch Enter i ddechrau. Teipiwch :cymorth i gael y gorchmynion, :gadael i stopio.',
  question: (question, of) => `Cwestiwn ${question} o ${of}.`,
  minutesLeft: (minutes) => `Tua ${count(minutes, nouns.minute)} ar ôl.`,
  done: (percent) => `${percent}% wedi'i wneud.`,
  isPrivate: "Preifat: caiff yr ateb hwn ei adael allan pan fyddwch yn allforio neu'n rhannu.",
  isPrivateAs: (title) =>
    `Preifat, fel "${title}": caiff yr ateb hwn ei adael allan pan fyddwch yn allforio neu'n rhannu.`,
  nowPublic: "Nid yw'r ateb hwn yn breifat bellach.",
  goOn: 'Pwyswch Enter i fynd ymlaen.',

  soFar: 'Eich ateb hyd yma:',
  keeps: 'Pwyswch Enter i gadw hwn, neu teipiwch ateb newydd.',
  keepsText:
    'Pwyswch Enter i gadw hwn, neu teipiwch ateb newydd. I newid rhannau ohono, teipiwch :llinellau, yna :newid neu :tynnu a rhif.',
  keepsWriting:
    'Pwyswch Enter i gadw hwn fel y mae, neu daliwch ati i deipio: caiff yr hyn a deipiwch ei ychwanegu. I newid rhannau ohono, teipiwch :llinellau, yna :newid neu :tynnu a rhif.',
  partSoFar: (part) => `Hyd yma: ${part}${/[.!?…]$/.test(part) ? '' : '.'} Pwyswch Enter i'w gadw.`,
  nothingYet: 'Nid oes ateb eto. Teipiwch un, neu :hepgor i adael y cwestiwn hwn allan.',
  taken: (answer) => `Eich ateb: ${answer}`,

  help: 'Teipiwch orchymyn ar linell ei hun.',
  commands: {
    back: ':nôl yn mynd at y cwestiwn blaenorol.',
    skip: ':hepgor yn gadael y cwestiwn hwn allan.',
    help: ":cymorth yn rhestru'r gorchmynion hyn.",
    example: ':enghraifft yn rhoi enghraifft.',
    question: ':cwestiwn yn darllen y cwestiwn eto.',
    overview: ":trosolwg yn rhestru'r holl gwestiynau.",
    review: ":adolygu yn rhestru'r holl atebion, a gallwch orffen yno.",
    private: ':preifat yn gwneud yr ateb hwn yn breifat, neu ddim yn breifat mwyach.',
    picture: ':llun yn agor y llun mewn ffenestr arall.',
    editor: ':golygydd yn agor eich golygydd ar gyfer yr ateb hwn.',
    leave: ':gadael yn stopio. Caiff yr hyn a ysgrifennoch ei gadw.',
    lines: ':llinellau yn darllen yr hyn sydd gennych hyd yma.',
    change: ':newid 3 yn gadael i chi deipio llinell 3 eto. Defnyddiwch unrhyw rif.',
    drop: ':tynnu 3 yn dileu llinell 3.',
    again: ":eto yn clirio'r ateb hwn, i ddechrau eto.",
    undo: ':dadwneud yn dadwneud eich newid diwethaf.',
    up: ':i-fyny yn mynd at y rhan cyn hon.',
    row: ':rhes 3 yn mynd i res 3.'
  },
  escapes: 'I ddechrau llinell â cholon, teipiwch ddau golon.',
  pictureHere: 'I agor y llun, teipiwch :llun.',
  helpHere: 'Cymorth: :cymorth.',
  exampleHere: 'Enghraifft: :enghraifft.',
  noExample: 'Nid oes enghraifft ar gyfer y cwestiwn hwn.',
  notHere: (command) => `Ni allwch ddefnyddio :${command} yma.`,
  noCommand: (name, near) =>
    `Nid oes gorchymyn :${name}.${didYouMean(near.map((each) => `:${each}`))} Teipiwch :cymorth i gael y gorchmynion, neu ::${name} os mai'r geiriau hyn yr ydych yn eu golygu.`,
  keptAsText: (line) => `Nid yw "${line}" yn orchymyn, felly cafodd ei gadw fel testun.`,

  lineNumber: (number, text) => `${number}. ${text === '' ? 'Llinell wag.' : text}`,
  noLines: "Nid oes dim wedi'i ysgrifennu eto.",
  noLine: (number, lines) => `Nid oes llinell ${number}; mae ${count(lines, nouns.line)}.`,
  changing: (number) => `Teipiwch linell ${number} eto, neu pwyswch Enter i'w chadw. Dyma hi nawr:`,
  changed: (number) => `Mae llinell ${number} wedi'i newid.`,
  unchanged: (number) => `Mae llinell ${number} yn aros yr un fath.`,
  dropped: (number) => `Mae llinell ${number} wedi'i dileu. Mae :dadwneud yn dod â hi'n ôl.`,
  cleared: "Mae eich ateb wedi'i glirio. Teipiwch ef eto, neu :dadwneud i'w gael yn ôl.",
  undone: (lines) => `Wedi'i ddadwneud. Mae ${count(lines, nouns.line)} nawr.`,
  nothingToUndo: "Nid oes dim i'w ddadwneud.",
  writtenWords: (words) => `Eich ateb: ${count(words, nouns.word)}.`,
  writtenItems: (items) => `Eich ateb: ${count(items, nouns.item)}.`,
  filledIn: (empty) => (empty === 0 ? 'Wedi gorffen.' : `Wedi gorffen: mae ${count(empty, nouns.cell)} yn wag.`),
  link: (number) => `dolen ${number}`,
  linkTo: (number, address) => `Dolen ${number}: ${address}`,

  startsWith: (start, isLong) =>
    `Mae'ch ateb yn dechrau gyda'r geiriau hyn, ac mae'r hyn a deipiwch yn mynd ymlaen o'r fan honno: ${start}${isLong ? "\nI ddechrau gyda'ch geiriau eich hun, teipiwch :eto." : ''}`,
  writeText: 'Ysgrifennwch faint a fynnwch. I orffen, teipiwch atalnod llawn ar linell ei hun.',
  wordsGuide: (bounds) => `Canllaw, nid terfyn: ${between(bounds)} o eiriau.`,
  writeLine: 'Atebwch ar un llinell.',
  writeLineOr: (preset) => `Atebwch ar un llinell, neu pwyswch Enter i gael ${preset}.`,
  writeItems: ({ min, max }) =>
    `Un ar bob llinell${min || max !== undefined ? ` (${between({ ...(min ? { min } : {}), ...(max === undefined ? {} : { max }) })})` : ''}. I orffen, pwyswch Enter ar linell wag.`,
  fullList: (max) => `Dyna ${max}, y mwyaf y gallwch ei roi. Pwyswch Enter i fynd ymlaen.`,

  numbered: (number, label, note) => `${number}. ${label}${note === undefined ? '' : ` (${note})`}`,
  choices: (options) => `${count(options, nouns.choice)}:`,
  otherOption: 'Arall: eich geiriau eich hun',
  whatNow: 'Beth nawr?',
  chooseOne: 'Teipiwch rif neu ddechrau ateb.',
  chooseLine: 'Teipiwch rif, dechrau llinell, neu eiriau i chwilio amdanynt. Mae :nôl yn mynd yn ôl.',
  pageLine: 'Pwyswch Enter am y cyntaf, neu teipiwch rif.',
  found: 'Wedi dod o hyd i:',
  chooseOneOrOther: 'Teipiwch rif neu ddechrau ateb, neu "arall" a\'ch geiriau eich hun.',
  chooseSeveral: (pick) =>
    `Teipiwch y rhifau, gyda bylchau rhyngddynt${between(pick) === '' ? '' : `: ${between(pick)} ohonynt`}.`,
  orOther: 'I gael ateb eich hun, ychwanegwch "arall" a\'ch geiriau ar y diwedd.',
  otherWords: 'Eich geiriau eich hun, ar un llinell:',
  rank: "Teipiwch yr holl rifau yn eich trefn chi, y cyntaf neu'r pwysicaf yn gyntaf.",
  unclear: (words) => `Nid yw "${words}" yn cyfateb i'r un o'r rhain, neu mae'n cyfateb i fwy nag un. Teipiwch rif.`,

  notYesNo: (typed) => `Nid yw "${typed}" yn ie nac yn nage. Teipiwch ie neu nage.`,

  rate: (from, to) => `Teipiwch rif o ${from} i ${to}.`,
  rateUnsure: (from, to) => `Teipiwch rif o ${from} i ${to}, neu ? os nad ydych yn siŵr.`,
  rating: (number, label) => `${number}: ${label}`,
  statement: (index, of, text) => `${index} o ${of}: ${text}`,

  row: (index, of, title) => `Rhes ${index} o ${of}: ${title}`,
  addedRow: (title) => `Rhes: ${title}`,
  tableSize: (rows, columns) =>
    `${count(rows, nouns.row)}, ${count(columns, nouns.column)}. I adael cell yn wag, pwyswch Enter.`,
  cellText: (title) => `${title}:`,
  cellYesNo: (title) => `${title}: ie neu nage?`,
  cellChoice: (title) => `${title}: teipiwch rif.`,
  addRow: (title) =>
    `${title === undefined ? 'Enwch' : `${title}: enwch`} res i'w hychwanegu, neu pwyswch Enter i fynd ymlaen.`,

  gap: (index, of, ask) => `Bwlch ${index} o ${of}: ${ask}`,
  gapSign: (index, of) => (of === 1 ? 'bwlch' : `bwlch ${index}`),
  dropCell: ":tynnu yn gwagio'r gell hon.",
  readParts: ':llinellau yn darllen eich ateb hyd yma.',
  emptied: "Mae'r gell hon yn wag nawr.",
  firstPart: "Dyma'r rhan gyntaf.",
  noRow: (number, rows) => `Nid oes rhes ${number}; mae ${count(rows, nouns.row)}.`,
  whichRow: 'Teipiwch rif y rhes hefyd, fel :rhes 3.',
  gapExample: (example) => `Er enghraifft: ${example}`,
  part: (label) => `${label.replace(/[ .…]+$/, '')} … (gorffennwch y frawddeg)`,

  number: (unit) => (unit === undefined ? 'Teipiwch rif.' : `Teipiwch rif (${unit}).`),
  date: (day, isFuture) =>
    `Teipiwch ddiwrnod, fel ${day}, ${isFuture ? '"yfory" neu "dydd Gwener nesaf"' : '"ddoe" neu "dydd Gwener diwethaf"'}.`,
  whichReading: 'Teipiwch a neu b, neu teipiwch eich ateb eto.',
  yesNo: 'Teipiwch ie neu nage.',
  yesNoPreset: (preset) => `Teipiwch ie neu nage, neu pwyswch Enter i ddweud ${preset ? 'ie' : 'nage'}.`,
  reword:
    "Rhowch ef mewn geiriau eraill, os dymunwch: i orffen, teipiwch un atalnod llawn ar linell ei hun. I'w adael fel y mae, pwyswch Enter.",

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
    'I fynd at gwestiwn, teipiwch ei rif. I newid a yw\'n breifat, teipiwch "preifat 3". I fynd yn ôl i ble roeddech chi, pwyswch Enter.',
  reviewHow: 'I newid ateb, teipiwch ei rif. I newid a yw\'n breifat, teipiwch "preifat 3". I orffen, pwyswch Enter.',

  notUtf8: (line, encoding) =>
    `${encoding === undefined ? `Nid yw llinell ${line} o'r mewnbwn yn UTF-8 dilys` : `Mae llinell ${line} o'r mewnbwn yn ${encoding}, nid UTF-8`}, felly cafodd ei gadael allan. Caiff yr hyn a ddaeth o'i blaen ei gadw. Cadwch y mewnbwn fel UTF-8 ac ewch ymlaen gyda "reflect resume".`
}

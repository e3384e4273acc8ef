import type { Bounds } from '../shared/types.ts'
import type * as English from '../en/index.ts'
import { between, count, nouns } from './phrases.ts'

const spans = {
  day: nouns.day,
  week: { other: 'wythnos' },
  month: { other: 'mis', two: 'fis' }
} as const

/** The page of a whole pack, for colleagues who read it on paper, in Welsh. */
export const packPage: typeof English.packPage = {
  about:
    "Pob cwestiwn yn y pecyn, i'w ddarllen a'i anodi: hefyd y rhai a ofynnir ar ôl atebion penodol yn unig. Mae dysgwyr yn cwrdd ag un cwestiwn ar y tro, cânt hepgor unrhyw un, a gwelant y drafodaeth ar y diwedd. Caiff yr hyn sydd rhwng ‹ › ei lenwi o'u hatebion cynharach.",
  by: (authors) => `gan ${authors.join(', ')}`,
  contents: 'Ymarferion',
  route: (title, exercises) => `${title}: ${exercises.join(', ')}`,
  minutes: (minutes) => `tua ${count(minutes, nouns.minute)}`,
  shortWay: (minutes) => `tua ${count(minutes, nouns.minute)} y ffordd fer`,
  core: 'gofynnir hefyd pan fo amser yn brin',
  endOf: (routes) => `Cynigir unwaith ar ddiwedd ${routes.map((title) => `“${title}”`).join(' a ')}.`,
  revisitsItself: ({ count: number, unit }) => `i'w gynnig eto ${count(number, spans[unit])} ar ôl ei orffen`,
  revisit: ({ count: number, unit }, title) => `i'w gynnig ${count(number, spans[unit])} ar ôl “${title}”`,
  opens: ({ count: number, unit }) =>
    number === 0 ? 'yn agor ar y diwrnod cyntaf' : `yn agor ${count(number, spans[unit])} ar ôl y dechrau`,
  due: ({ count: number, unit }) => `yn dod i ben ${count(number, spans[unit])} ar ôl y dechrau`,
  reading: 'Darllen',
  discussion: 'Trafodaeth',
  help: 'Cymorth',
  example: 'Enghraifft',
  startWith: "Mae'r ateb yn dechrau gyda",
  private: 'preifat',
  filledIn: (subject) => `${capitalised(subject)}.`,
  otherwise: (subject) => `${capitalised(subject)}, neu'r geiriau hyn yn unig lle nad oes un.`,

  asks: {
    text: (words = {}) =>
      `ysgrifennu o unrhyw hyd${between(words) === '' ? '' : `, awgrymir ${between(words)} o eiriau`}`,
    line: 'un llinell',
    list: (items) => `rhestr o eitemau byr${bounded(items)}`,
    choice: "un o'r rhain",
    choices: (pick) => `rhai o'r rhain${bounded(pick)}`,
    scale: (from, to) => `rhif ar raddfa o ${from} i ${to}`,
    ranking: "y rhain, i'w rhoi mewn trefn",
    table: 'tabl',
    sentence: "brawddeg i'w chwblhau",
    plan: 'cynllun',
    number: 'rhif',
    whole: 'rhif cyfan',
    date: 'diwrnod',
    'yes-no': 'ie neu nage',
    note: "darn i'w ddarllen",
    recall: "ateb cynharach i'w ddarllen eto",
    reword: "ateb cynharach i'w ddarllen eto, a'i aralleirio"
  },
  least: (value) => `${value} neu fwy`,
  most: (value) => `${value} neu lai`,
  earliest: (day) => `nid cyn ${day}`,
  latest: (day) => `nid ar ôl ${day}`,
  notBelow: (question) => `Heb fod yn is na'r ateb i ${question}.`,
  notAbove: (question) => `Heb fod yn uwch na'r ateb i ${question}.`,
  asksLater: "mae'n gorffen drwy holi pa gwestiwn i'w ofyn pan ddaw'r dysgwr yn ôl",
  returns: 'cynigir yr ymarfer eto ar y diwrnod hwnnw',
  shows: (sources) => `Mae'n dangos yr ateb i ${sources.join(', neu fel arall i ')}.`,
  takenFrom: (source) => `yr hyn a atebwyd i ${source}`,
  other: 'rhywbeth arall, yn eu geiriau eu hunain',
  unsure: 'ddim yn siŵr',
  addRows: (bounds) => `Mae dysgwyr yn enwi eu rhesi eu hunain${bounded(bounds)}.`,
  row: 'Rhes',
  yesOrNo: 'ie / nage',
  forExample: (example) => `(er enghraifft: ${example})`,

  when: (condition) => `Gofynnir yn unig os yw hyn yn wir: ${condition}.`,
  unless: (condition) => `Gofynnir oni bai fod hyn yn wir: ${condition}.`,
  question: (title) => `“${title}”`,
  elsewhere: (title, exercise) => `“${title}” yn “${exercise}”`,
  answerTo: (question) => `yr ateb i ${question}`,
  derived: {
    lowest: (question) => `yr hyn sydd isaf yn ${question}`,
    highest: (question) => `yr hyn sydd uchaf yn ${question}`,
    first: (question) => `yr hyn sydd gyntaf yn ${question}`,
    last: (question) => `yr hyn sydd olaf yn ${question}`,
    widest: (one, other) => `yr hyn sy'n gwahaniaethu fwyaf rhwng ${one} a ${other}`,
    count: (question) => `nifer yr eitemau yn ${question}`,
    rows: (question, cell) => `y rhesi sydd â “${cell}” ar gyfer ${question}`,
    difference: (one, other) => `y gwahaniaeth rhwng ${one} a ${other}`,
    days: (since) => `nifer y dyddiau ers ${since}`,
    times: () => "sawl gwaith y gorffennwyd yr ymarfer hwn o'r blaen"
  },
  shownIf: (condition) => `Dangosir os yw hyn yn wir: ${condition}:`,
  shownUnless: (condition) => `Dangosir oni bai fod hyn yn wir: ${condition}:`,
  otherwiseShown: 'Fel arall:',
  isDrawn: 'Ar hap:',
  tutorNotes: 'I diwtoriaid',
  takesTurns: 'Yn ei dro:',
  part: (part, question) => `“${part}” yn ${question}`,
  value: (words) => `“${words}”`,
  is: (subject, value) => `${value} yw${after(subject)}`,
  isOneOf: (subject, values) => `${values.join(' neu ')} yw${after(subject)}`,
  has: (subject, value) => `mae${after(subject)} yn cynnwys ${value}`,
  above: (subject, number) => `mae${after(subject)} yn uwch na ${number}`,
  atLeast: (subject, number) => `mae${after(subject)} yn ${number} neu fwy`,
  below: (subject, number) => `mae${after(subject)} yn is na ${number}`,
  atMost: (subject, number) => `mae${after(subject)} yn ${number} neu lai`,
  answered: (question) => `atebwyd ${question}`,
  unanswered: (question) => `nid atebwyd ${question}`,
  shorter: (subject, words) => `mae llai na ${words} o eiriau yn ${subject}`,
  counts: (subject, number) => `${number} yw nifer yr eitemau yn ${subject}`,
  exactly: (number) => String(number),
  moreThan: (number) => `mwy na ${number}`,
  fewerThan: (number) => `llai na ${number}`,
  all: (parts) => parts.join(', ac '),
  any: (parts) => parts.join(', neu '),
  not: (part) => `nid yw hyn yn wir: ${part}`,
  inBrackets: (part) => `(${part})`
}

/** A subject after a word that ends in a vowel: "mae'r ateb". */
function after(subject: string): string {
  return subject.replace(/^yr? |^/, (article) => (article === '' ? ' ' : "'r "))
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function bounded(bounds: Bounds): string {
  return between(bounds) === '' ? '' : `, ${between(bounds)}`
}

import type { HandoutFacts, HandoutPart } from '../en/pack-page.ts'
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
  offered: (sentences) => `Cynigir y gosodiadau hyn i ddysgwyr: ${sentences.join(' ')}`,
  about:
    "Pob cwestiwn yn y pecyn, i'w ddarllen a'i anodi: hefyd y rhai a ofynnir ar ôl atebion penodol yn unig. Mae dysgwyr yn cwrdd ag un cwestiwn ar y tro, cânt hepgor unrhyw un, a gwelant y drafodaeth ar y diwedd. Caiff yr hyn sydd rhwng ‹ › ei lenwi o'u hatebion cynharach.",
  by: (authors) => `gan ${authors.join(', ')}`,
  contents: 'Ymarferion',
  route: (title, exercises) => `${title}: ${exercises.join(', ')}`,
  minutes: (minutes) => `tua ${count(minutes, nouns.minute)}`,
  shortWay: (minutes) => `tua ${count(minutes, nouns.minute)} y ffordd fer`,
  core: 'gofynnir hefyd pan fo amser yn brin',
  outcomes: 'Deilliannau',
  glossary: 'Geirfa',
  evidenceOf: (outcomes) =>
    outcomes.length === 0 ? 'nid ar gyfer unrhyw ddeilliant' : `ar gyfer ${outcomes.join(', ')}`,
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

const listed = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n')

/** How learners get the program and add the pack, on each kind of computer. */
function programParts({ program, file, add }: HandoutFacts): readonly HandoutPart[] {
  return [
    {
      level: 2,
      heading: 'Cael y rhaglen',
      text: [
        program === undefined
          ? "Gwneir yr ymarferion gyda rhaglen o'r enw reflect. Gofynnwch i'ch tiwtor ble i'w chael."
          : `Gwneir yr ymarferion gyda rhaglen o'r enw reflect. Mae ar gael yma: ${program}`,
        'Mae un archif ar gyfer pob math o gyfrifiadur. Nid oes angen gosod dim, ac nid oes angen cyfrif.',
        ...(file === undefined
          ? []
          : [`Mae eich tiwtor hefyd yn rhoi'r ffeil \`${file}\` i chi. Cadwch hi yn ffolder y rhaglen.`])
      ].join('\n\n')
    },
    {
      level: 3,
      heading: 'Ar Windows',
      text: `1. De-gliciwch y ffeil zip, dewiswch **Extract All**, ac agorwch y ffolder newydd. Lle da iddi yw eich ffolder Documents.
2. Daliwch Shift, de-gliciwch y ffolder, a dewiswch **Open in Terminal** neu **Open PowerShell window here**.
3. Teipiwch y llinell hon a gwasgwch Enter:

       .\\reflect ${add}

4. Os dywed Windows ei fod wedi "protected your PC", dewiswch **More info**, yna **Run anyway**.

O hynny ymlaen, mae clic dwbl ar **reflect** yn y ffolder honno yn agor eich ymarferion. Nid yw pob gweithle yn gadael i chi gychwyn eich
rhaglenni eich hun. Os felly, gofynnwch i'ch desg TG, neu defnyddiwch gyfrifiadur o'ch eiddo eich hun.`
    },
    {
      level: 3,
      heading: 'Ar Mac',
      text: `1. Cliciwch yr archif ddwywaith i'w dadbacio, a symudwch y ffolder newydd i le y gall aros, fel Documents. Mae'r archif ag \`arm64\` yn ei henw ar gyfer Mac ag Apple silicon (M1 ac wedyn), a'r un ag \`x64\` ar gyfer rhai hŷn.
2. Cliciwch **reflect.command** ddwywaith. Os dywed macOS na all wirio'r ffeil, caewch y neges, agorwch **System Settings**, **Privacy & Security**, sgroliwch i lawr at reflect.command, a dewiswch **Open Anyway**.
3. Agorwch Terminal, teipiwch \`cd\` a bwlch, llusgwch y ffolder i'r ffenestr, a gwasgwch Return. Yna teipiwch y llinell hon a gwasgwch Return:

       ./reflect ${add}

O hynny ymlaen, mae clic dwbl ar **reflect.command** yn agor eich ymarferion.`
    },
    {
      level: 3,
      heading: 'Ar Linux',
      text: `Dadbaciwch yr archif, â chlic dwbl neu â \`tar -xzf\`, agorwch derfynell yn y ffolder newydd, a theipiwch:

    ./reflect ${add}

O hynny ymlaen, mae \`./reflect\` yn agor eich ymarferion.`
    },
    {
      level: 3,
      heading: 'Os yw Node ar eich cyfrifiadur',
      text: `Gyda Node 20 neu wedyn, gallwch ddefnyddio'r pecyn npm yn ei le os yw eich tiwtor yn ei gynnig. Ffeil yw, a'i henw'n gorffen â \`.tgz\`.
Teipiwch \`npm install --global\` ac enw'r ffeil honno, ac yna:

    reflect ${add}`
    },
    {
      level: 3,
      heading: 'Gyda darllenydd sgrin',
      text: `Rhowch \`--plain\` ar ddiwedd gorchymyn: \`.\\reflect --plain\` ar Windows, \`./reflect --plain\` ar Mac neu Linux. Yna gofynnir popeth
fesul llinell, ac nid oes dim yn symud. Gyda \`config set plain true\` yn lle \`--plain\`, mae'n aros felly.`
    }
  ]
}

/** How learners begin, what happens to their words, and how they hand something in. */
function wordsParts({ list, settings, sections }: HandoutFacts): readonly HandoutPart[] {
  return [
    {
      level: 2,
      heading: 'Dechrau',
      text: [
        "Mae reflect yn dangos beth yw'r ymarferion a phwy a'u hysgrifennodd, ac yn gofyn a ddylid eu hychwanegu.",
        ...(settings.length === 0
          ? []
          : [
              "Yna mae'n cynnig y gosodiadau hyn ar gyfer eich dosbarth. Gallwch dderbyn pob un neu rai, a newid pob un yn nes ymlaen:",
              listed(settings)
            ]),
        `Mae'r ymarferion wedyn ar y sgrin gartref. Mae \`reflect ${list}\` yn eu rhestru. O flaen \`reflect\`, teipiwch \`.\\\` ar Windows a \`./\` ar Mac neu Linux, oni bai eich bod yn defnyddio'r pecyn npm.`,
        "Gallwch hepgor pob cwestiwn, a stopio unrhyw bryd: caiff yr hyn a ysgrifennoch ei gadw, ac rydych yn parhau o'r un lle.",
        ...(sections.length === 0
          ? []
          : [
              listed(sections),
              "Mae'r dyddiau yno i'ch helpu. Nid oes dim dan glo cyn hynny, ac ni chaiff dim ei nodi fel hwyr."
            ])
      ].join('\n\n')
    },
    {
      level: 2,
      heading: "Beth sy'n digwydd i'ch geiriau",
      text: listed([
        "Cedwir yr hyn a ysgrifennwch mewn ffeiliau ar eich cyfrifiadur eich hun, yn y ffolder `reflections` yn eich ffolder gartref. Gallwch eu darllen, eu copïo a'u dileu gydag unrhyw raglen.",
        "Nid yw reflect yn anfon dim i unman. Nid oes cyfrif, ac ni chaiff dim ei gyfrif na'i farcio. Ni all neb weld yr hyn a ysgrifennwch, hyd yn oed eich tiwtor, oni bai eich bod chi'n ei roi iddynt.",
        "Dim ond i nôl ymarferion o gyfeiriad y mae reflect yn defnyddio'r rhyngrwyd, pan deipiwch orchymyn am hynny.",
        "Gall unrhyw un sy'n gallu defnyddio eich cyfrif ar y cyfrifiadur agor y ffeiliau. Os yw copi wrth gefn neu wasanaeth fel OneDrive neu iCloud yn copïo eich ffolder gartref, mae'n eu copïo hwythau.",
        "Mae atebion sydd wedi'u nodi'n breifat yn aros allan o'r copïau a wnewch, oni bai eich bod yn dewis fel arall.",
        'Ysgrifennwch am bobl eraill fel na all neb ddweud pwy ydynt: defnyddiwch eu rôl yn lle eu henw.',
        "I roi'r gorau iddi, dilëwch ffolder y rhaglen. Mae eich geiriau yn aros nes i chi eu dileu."
      ])
    },
    {
      level: 2,
      heading: 'Sut i gyflwyno rhywbeth',
      text: `Ni chaiff dim ei gyflwyno ohono'i hun. Os yw eich tiwtor yn gofyn am rywbeth, rydych yn gwneud copi o'r hyn yr ydych am ei ddangos. Mae'r
llinell hon yn gwneud dogfen Word o'r ymarfer a orffennoch ddiwethaf:

    reflect export last --output cyflwyno.docx

Gadewir atebion preifat allan, ac mae reflect yn dweud pa rai. Mae hefyd yn enwi geiriau a allai ddangos pwy yw rhywun. Darllenwch y ddogfen
cyn ei hanfon, a newidiwch yr hyn a fynnwch. Yna anfonwch hi yn y ffordd a ddywedodd eich tiwtor.`
    }
  ]
}

/** The page for learners that `pack handout` writes, in Welsh. */
export const handout: typeof English.handout = {
  otherLanguage: "Mae'r dudalen hon yn Gymraeg, am nad yw iaith yr ymarferion gan reflect eto.",
  by: (authors) => `Ymarferion gan ${authors.join(', ')}`,
  unsafe: (text) =>
    `Ni ellir teipio "${text}" yr un fath ar bob cyfrifiadur. Rhowch gyfeiriad neu enw heb ddyfynodau, $, %, !, \\ nac ôl-acenion.`,
  notAPage:
    'Ysgrifennwch y dudalen i ddysgwyr fel Markdown, HTML neu Word: gorffennwch ei henw â .md, .html neu .docx.',
  written: (file) => `Mae'r dudalen i ddysgwyr yn ${file}.`,

  parts: (facts) => [...programParts(facts), ...wordsParts(facts)]
}

import type { Bounds, EditorEncoding, EditorFault } from '../shared/types.ts'
import type * as English from '../en/index.ts'
import { between, count, nouns } from './phrases.ts'

/** Why an editor could not be used. */
function faultOf(command: string, fault: EditorFault): string {
  switch (fault.kind) {
    case 'missing':
      return `Nid oes golygydd "${command}" ar y cyfrifiadur hwn`
    case 'forbidden':
      return `Nid yw'r golygydd "${command}" yn rhaglen y cewch ei rhedeg`
    case 'code':
      return `Daeth y golygydd "${command}" i ben gyda'r nam ${fault.code}`
    case 'signal':
      return `Cafodd y golygydd "${command}" ei derfynu gan ${fault.signal}`
  }
}

const savedAs: Readonly<Record<EditorEncoding, string>> = {
  'UTF-16': 'UTF-16 heb farc trefn beitiau cyfan',
  'UTF-32': 'UTF-32',
  other: "destun nad yw'n UTF-8 ond yn hen amgodiad, fel Windows-1252 (a elwir hefyd yn ANSI)",
  binary: 'beitiau nad ydynt yn destun'
}

/** What the editor's caller says, in Welsh, in both renderers. */
export const editor: typeof English.walk.editor = {
  about: "Ysgrifennwch eich ateb uwchben. Caiff y llinell hon a'r cwestiwn oddi tani eu tynnu allan eto.",
  vanished: (command) =>
    `Ni adawodd y golygydd "${command}" ffeil ar ei ôl, felly mae eich ateb fel yr oedd o'r blaen.`,
  elsewhere: (command, file) =>
    `Cadwodd y golygydd "${command}" y ffeil dan enw arall, felly mae eich ateb fel yr oedd o'r blaen; mae'r hyn a ysgrifennoch ynddo yn ${file}.`,
  notUtf8: (command, file, encoding) =>
    `Cadwodd y golygydd "${command}" ${savedAs[encoding]}, felly mae eich ateb fel yr oedd o'r blaen; mae'r hyn a ysgrifennoch yn ${file}. Dewiswch UTF-8 yn y golygydd, a chopïwch eich geiriau o'r ffeil honno.`,
  failed: (command, fault, file) =>
    `${faultOf(command, fault)}, felly mae eich ateb fel yr oedd o'r blaen. ${file === undefined ? `Mae'r gosodiad "editor" yn enwi un arall: "reflect config set editor".` : `Mae'r hyn a ysgrifennoch ynddo yn ${file}.`}`,
  open: "Mae'r geiriau ar agor yn eich golygydd. Cadwch nhw yno, yna pwyswch Enter yma.",
  nothingYet:
    "Nid oes dim newydd wedi'i gadw yno eto. Cadwch ef a phwyswch Enter; neu pwyswch Enter unwaith eto i fynd ymlaen hebddo.",
  unfetched: (file) =>
    `Nid yw geiriau a gadwoch mewn golygydd yn eich dyddlyfr. Maent yn ${file}. Copïwch yr hyn sydd ei angen arnoch, a dilëwch y ffeil honno.`,
  stillOpen: (file) =>
    `Os yw'r geiriau hyn ar agor o hyd yn eich golygydd: bydd yr hyn a gadwch yno nawr yn aros yn ${file}, nid yn eich dyddlyfr.`,
  choose: "Nid oes golygydd wedi'i ddewis eto. Ym mha un yr hoffech ysgrifennu?",
  inTerminal: (keys) => `yma yn y derfynell; cadwch a gadewch gyda ${keys}`,
  inWindow: 'mewn ffenestr ei hun; cadwch a chaewch hi pan fyddwch wedi gorffen',
  noneOfThem: 'Dim un ohonynt: ysgrifennu yma',
  remember: (name) => `Defnyddio ${name} o hyn ymlaen?`,
  notChosen:
    'Nid oes golygydd wedi\'i ddewis, felly nid agorwyd un. Mae "reflect config set editor nano" yn dewis nano, ac mae enwau eraill yn gweithio yn yr un modd; mae "reflect doctor" yn dweud a oes modd ei ddefnyddio.'
}

/** What rich mode says, in Welsh: short, for it is seen and not read aloud. */
export const rich: typeof English.walk.rich = {
  about: (questions, minutes) => [
    count(questions, nouns.question),
    ...(minutes === undefined ? [] : [`tua ${count(minutes, nouns.minute)}`])
  ],
  progress: (question, of) => `Cwestiwn ${question} o ${of}`,
  minutesLeft: (minutes) => `tua ${count(minutes, nouns.minute)} ar ôl`,
  private: 'preifat',
  privateAs: (title) => `fel "${title}"`,
  askCut: 'Gweddill y cwestiwn: Ctrl-G',

  keys: {
    next: 'Tab nesaf',
    enterNext: 'Enter nesaf',
    enterBegin: 'Enter dechrau',
    enterPage: 'Enter y dudalen nesaf',
    enterGoOn: 'Enter mynd ymlaen',
    enterChoose: 'Enter dewis',
    enterBack: 'Enter yn ôl',
    enterFind: 'Enter chwilio',
    spacePage: 'Bylchwr nesaf',
    find: '/ chwilio',
    nextMatch: 'n nesaf',
    previousMatch: 'N yr un cynt',
    quit: 'q cau',
    escapeCancel: 'Esc canslo',
    escapeSearch: 'Esc gorffen chwilio',
    escapeBack: 'Esc yn ôl',
    letter: (label) => `${label.charAt(0).toUpperCase()} ${label.toLowerCase()}`,
    enterOpen: 'Enter mynd yno',
    enterNextPart: 'Enter y rhan nesaf',
    enterNextItem: 'Enter yr eitem nesaf',
    enterNextCell: 'Enter y gell nesaf',
    enterPut: 'Enter ei roi yma',
    enterRank: 'Enter nesaf yn y drefn',
    enterOwn: "Enter defnyddio'r geiriau hyn",
    spaceOwn: "Bylchwr defnyddio'r geiriau hyn",
    spaceTick: 'Bylchwr ticio',
    spaceMove: 'Bylchwr symud',
    arrowsMove: '↑↓ ei symud',
    arrowsRate: '←→ neu ddigidau: sgorio',
    digits: 'digidau: sgorio',
    arrowsOption: '←→ dewis',
    arrowsDay: '↑↓ diwrnod',
    unrank: 'Backspace tynnu allan',
    typeToFind: 'teipiwch i chwilio',
    back: 'Shift-Tab yn ôl',
    help: 'Ctrl-G cymorth',
    overview: 'Ctrl-O trosolwg',
    editor: 'Ctrl-E golygydd',
    leave: 'Ctrl-C gadael',
    finish: 'Tab gorffen',
    returns: 'Tab yn ôl',
    private: 'Ctrl-P preifat neu beidio',
    closeHelp: "Enter yn ôl i'r cwestiwn",
    yesNo: 'I neu N'
  },

  nothingYet: 'Nid oes ateb eto. Pwyswch Tab eto i hepgor y cwestiwn hwn, neu ewch ymlaen.',
  nothingToSkip: 'Nid oes ateb eto. Pwyswch Ctrl-K eto i hepgor y cwestiwn hwn.',
  notUtf8:
    'Nid yw eich terfynell yn anfon UTF-8, felly dyfalwyd llythrennau fel é. Gwiriwch nhw, a gosodwch amgodiad y derfynell i UTF-8.',
  noEditorHere: "Ar gyfer atebion ysgrifenedig y mae'r golygydd.",
  skipped: 'hepgorwyd',
  kept: 'fel yr oedd',

  help: {
    example: 'Er enghraifft',
    none: 'Nid oes rhagor o gymorth ar gyfer y cwestiwn hwn.',
    keysTitle: 'Bysellau',
    keys: [
      ['Tab, Ctrl-D', "wedi gorffen, ymlaen i'r cwestiwn nesaf"],
      ['Shift-Tab', "y cwestiwn cynt; mae'r hyn a ysgrifennoch yn aros"],
      ['Ctrl-K ddwywaith', 'hepgor cwestiwn heb ateb'],
      ['Ctrl-O', 'yr holl gwestiynau, i fynd at unrhyw un ohonynt'],
      ['Ctrl-E', "ysgrifennu'r testun hwn yn eich golygydd eich hun"],
      ['Ctrl-C', 'gadael; caiff yr hyn a ysgrifennoch ei gadw'],
      ['Ctrl-W, Ctrl-U', 'dileu gair, llinell'],
      ['Ctrl-_, Ctrl-Y', 'dadwneud, ailwneud']
    ]
  },

  text: {
    words: (words, guide) =>
      guide === undefined || between(guide) === ''
        ? count(words, nouns.word)
        : `${count(words, nouns.word)}, awgrymir ${between(guide)}`,
    above: (rows) => `${count(rows, nouns.line)} uwchben`,
    below: (rows) => `${count(rows, nouns.line)} islaw`
  },
  pages: {
    above: (lines) => `Y diwedd; ${count(lines, nouns.line)} uwchben`,
    below: (lines) => `${count(lines, nouns.line)} islaw: Bylchwr neu ↓`,
    unseen: (lines) => `(${count(lines, nouns.line)} arall)`
  },
  finding: {
    find: 'Chwilio am:',
    found: (match, of, passed) => {
      const wrapped = { start: "O'r diwedd eto: ", end: "O'r dechrau eto: " }
      return `${passed === undefined ? '' : wrapped[passed]}${match} o ${of}`
    },
    notFound: (words) => `Nid yw yn y testun hwn: "${words}"`
  },
  list: { howMany: (items, bounds) => asked(count(items, nouns.item), bounds) },
  pick: {
    other: 'Rhywbeth arall:',
    find: (words) => `Yn chwilio am: ${words}`,
    notFound: "Nid oes dim yma â'r geiriau hyn. Mae Backspace yn eu tynnu'n ôl.",
    more: (above, below) =>
      [...(above > 0 ? [`${above} uwchben`] : []), ...(below > 0 ? [`${below} islaw`] : [])].join(', '),
    howMany: (ticked, bounds) => asked(`${ticked} wedi'u ticio`, bounds)
  },
  scale: { unsure: 'Ddim yn siŵr', rated: (rated, of) => `${rated} o ${of} wedi'u sgorio` },
  ranking: {
    left: (left) => (left === 0 ? 'Popeth mewn trefn' : `${left} ar ôl i'w rhoi mewn trefn`),
    moving: 'yn symud'
  },
  table: {
    newRow: 'Rhes newydd: ei henw, neu Enter i fynd ymlaen',
    cell: (row, column) => `${row}: ${column}`,
    name: "Enw'r rhes",
    nameless: 'Y rhes heb enw',
    rows: (rows, bounds) => (between(bounds) === '' ? '' : asked(count(rows, nouns.row), bounds)),
    added: (rows, bounds) =>
      between(bounds) === '' ? '' : asked(`${count(rows, nouns.row)} wedi'${rows === 1 ? 'i' : 'u'} hychwanegu`, bounds)
  },
  sentence: { gap: '_____', example: (example) => `Er enghraifft: ${example}` },
  number: {
    range: (from, to) =>
      from !== undefined && to !== undefined
        ? `${from} i ${to}`
        : from !== undefined
          ? `${from} neu fwy`
          : to !== undefined
            ? `${to} neu lai`
            : ''
  },
  date: { how: 'Diwrnod, fel 2026-11-23 neu 23 Tachwedd 2026' },
  yes: 'Ie',
  no: 'Nage',
  yesOrNo: (yes, no) => `Teipiwch "${yes}" neu "${no}".`,
  recall: { reword: 'Mewn geiriau eraill, os dymunwch:' },

  overview: 'Yr holl gwestiynau',
  review: 'Eich atebion',
  states: { answered: 'atebwyd', skipped: 'hepgorwyd', begun: 'ar ei hanner', seen: 'darllenwyd' }
}

/** What there is, and how much is asked for, if that is said. */
function asked(there: string, bounds: Bounds): string {
  return between(bounds) === '' ? there : `${there}, gofynnir am ${between(bounds)}`
}

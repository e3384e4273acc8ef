import type { Bounds, EditorEncoding, EditorFault } from '../shared/types.ts'
import type * as English from '../en/index.ts'
import { between, count, nouns } from './phrases.ts'

/** Why an editor could not be used. */
function faultOf(command: string, fault: EditorFault): string {
  switch (fault.kind) {
    case 'missing':
      return `Nid oes golygydd "${command}" ar y cyfrifiadur hwn`
    case 'forbidden':
      return `Nid oes gennych hawl i redeg y golygydd "${command}"`
    case 'code':
      return `Stopiodd y golygydd "${command}" gyda'r gwall ${fault.code}`
    case 'signal':
      return `Cafodd y golygydd "${command}" ei stopio (${fault.signal})`
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
  about: "Ysgrifennwch eich ateb uwchben. Ni chaiff y llinell hon na'r cwestiwn oddi tani eu cadw.",
  vanished: (command) => `Ni chadwodd y golygydd "${command}" ffeil, felly nid yw eich ateb wedi newid.`,
  elsewhere: (command, file) =>
    `Cadwodd y golygydd "${command}" y ffeil dan enw arall, felly nid yw eich ateb wedi newid; mae'r hyn a ysgrifennoch yn ${file}.`,
  notUtf8: (command, file, encoding) =>
    `Cadwodd y golygydd "${command}" ${savedAs[encoding]}, felly nid yw eich ateb wedi newid; mae'r hyn a ysgrifennoch yn ${file}. Dewiswch UTF-8 yn y golygydd, a chopïwch eich geiriau o'r ffeil honno.`,
  failed: (command, fault, usual, file) =>
    `${faultOf(command, fault)}, felly nid yw eich ateb wedi newid. ${file === undefined ? `I ddewis golygydd arall, teipiwch "reflect config set editor ${usual}".` : `Mae'r hyn a ysgrifennoch yn ${file}.`}`,
  open: 'Mae eich geiriau ar agor yn eich golygydd. Cadwch nhw yno, yna pwyswch Enter yma.',
  nothingYet:
    "Nid oes dim newydd wedi'i gadw yno eto. Cadwch ef a phwyswch Enter, neu pwyswch Enter eto i fynd ymlaen hebddo.",
  unfetched: (file) =>
    `Nid yw geiriau a gadwoch mewn golygydd yn eich dyddlyfr. Maent yn ${file}. Copïwch yr hyn sydd ei angen arnoch, yna dilëwch y ffeil honno.`,
  stillOpen: (file) =>
    `Os yw'r geiriau hyn ar agor o hyd yn eich golygydd, bydd yr hyn a gadwch yno nawr yn mynd i ${file}, nid i'ch dyddlyfr.`,
  choose: "Nid oes golygydd wedi'i ddewis eto. Ym mha un yr hoffech ysgrifennu?",
  inTerminal: (keys) => `yma yn y derfynell; cadwch a gadewch gyda ${keys}`,
  inWindow: 'mewn ffenestr ei hun; cadwch a chaewch hi pan fyddwch wedi gorffen',
  noneOfThem: 'Dim un ohonynt: ysgrifennu yma',
  remember: (name) => `Defnyddio ${name} o hyn ymlaen?`,
  notChosen: (usual) =>
    `Nid oes golygydd wedi'i ddewis, felly nid agorwyd un. I ddewis ${usual}, teipiwch "reflect config set editor ${usual}"; mae golygyddion eraill yn gweithio yn yr un modd, ac mae "reflect doctor" yn gwirio bod modd defnyddio eich un chi.`
}

/** What rich mode says, in Welsh: short, for it is seen and not read aloud. */
export const rich: typeof English.walk.rich = {
  about: (questions, minutes) => [
    count(questions, nouns.question),
    ...(minutes === undefined ? [] : [`tua ${count(minutes, nouns.minute)}`])
  ],
  question: (question, of) => `Cwestiwn ${question} o ${of}`,
  done: (percent) => `${percent}% wedi'i wneud`,
  minutesLeft: (minutes) => `Tua ${count(minutes, nouns.minute)} ar ôl`,
  private: 'preifat',
  privateAs: (title) => `fel "${title}"`,
  pageCut: 'Y gweddill: ?',
  askCut: 'Gweddill y cwestiwn: Ctrl-G',

  keyNames: { space: 'Bylchwr', letters: 'teipiwch', yesNo: 'I neu N' },

  purposes: {
    done: ["ymlaen i'r cwestiwn nesaf; ddwywaith i hepgor ateb gwag", 'nesaf'],
    next: ["ymlaen i'r cwestiwn nesaf; mae Tab yn gwneud yr un peth, a ddwywaith mae'n hepgor ateb gwag", 'nesaf'],
    back: ["y cwestiwn cynt; mae'r hyn a ysgrifennoch yn aros", 'yn ôl'],
    overview: ["yr holl gwestiynau, i fynd at unrhyw un neu i aros am ychydig; mae'ch geiriau'n aros", 'trosolwg'],
    help: ["cymorth, gyda'r bysellau sy'n gweithio yma", 'cymorth'],
    leave: ['gadael; caiff yr hyn a ysgrifennoch ei gadw', 'gadael'],
    redraw: ["llunio'r sgrin eto"],
    undo: ['dadwneud y newid diwethaf', 'dadwneud'],
    redo: ['ail-wneud yr hyn a ddadwnaed'],
    editor: ["ysgrifennu'r testun hwn yn eich golygydd eich hun", 'golygydd'],
    picture: ['agor y llun mewn ffenestr arall', 'llun'],
    newLine: ['llinell newydd'],
    cursor: ['symud yn y testun'],
    rows: ['symud fesul llinell; Page Up a Page Down, neu Ctrl-X cyn saeth, fesul tudalen'],
    lineEnds: ['dechrau a diwedd y llinell; mae Home ac End yn gwneud yr un peth'],
    byWord: ['symud fesul gair; hefyd Alt-B ac Alt-F, a Ctrl-X cyn saeth'],
    textEnds: ['dechrau a diwedd y testun; hefyd Ctrl-X < a Ctrl-X >'],
    erase: ['dileu nod; gydag Alt neu Ctrl, gair'],
    cutWord: ["torri'r gair cyn y cyrchwr, neu'r hyn a ddewiswyd; mae Alt-D yn torri'r gair ar ei ôl"],
    cutLine: ["torri'r llinell cyn y cyrchwr, neu ar ei ôl"],
    paste: ["gludo'r hyn a dorrwyd neu a gopïwyd ddiwethaf"],
    select: ["dewis testun; ar ôl Ctrl-Space mae'r saethau'n dewis nes i chi deipio neu bwyso Esc"],
    cut: ["torri'r hyn a ddewiswyd"],
    copy: ["copïo'r hyn a ddewiswyd; os nad oes dim, gadael"],
    nextItem: ["yr eitem nesaf; ar eitem wag, ymlaen i'r cwestiwn nesaf", 'eitem nesaf'],
    items: ['o eitem i eitem', 'eitemau'],
    choose: ["dewis a mynd ymlaen; mae'r bylchwr yn dewis ac yn aros", 'dewis'],
    move: ['symud yn y rhestr; hefyd Page Up, Page Down, Home ac End', 'symud'],
    digits: ['dewis yn ôl rhif', 'rhif'],
    letters: ['dewis yn ôl llythyren', 'llythyren'],
    tickDigits: ['ticio yn ôl rhif'],
    find: ['teipiwch i chwilio; mae Backspace neu Esc yn ei glirio', 'i chwilio'],
    useWords: ["defnyddio'r hyn a deipioch fel eich ateb eich hun", "defnyddio'r geiriau"],
    tick: ["ticio, neu dynnu'r tic", 'ticio'],
    rate: ["rhoi rhif i'r datganiad", 'rhoi rhif'],
    nextPart: ['y rhan nesaf; ar yr olaf, y cwestiwn nesaf', 'rhan nesaf'],
    parts: ['o ran i ran', 'rhannau'],
    clear: ["clirio'r hyn a ddewiswyd yma", 'clirio'],
    rank: ['rhoi hwn nesaf yn y drefn', 'nesaf yn y drefn'],
    pickUp: ["codi hwn, i'w symud gyda'r saethau", 'ei symud'],
    moveIt: ['ei symud i fyny neu i lawr', 'ei symud'],
    putHere: ['ei roi i lawr yma', 'ei roi yma'],
    nextCell: ['y gell nesaf; ar ôl yr olaf, y cwestiwn nesaf', 'cell nesaf'],
    lastCell: ["y gell gynt; o'r gyntaf, y cwestiwn cynt", 'yn ôl'],
    cells: ['o gell i gell', 'celloedd'],
    setCell: ["gosod y gwerth nesaf; mae digid neu'r llythyren gyntaf yn ei osod ar unwaith", 'gosod'],
    finishTable: ["ymlaen i'r cwestiwn nesaf o unrhyw gell", 'cwestiwn nesaf'],
    days: ['y diwrnod wedyn, y diwrnod cynt', 'diwrnod'],
    nextPage: ['y dudalen nesaf', 'nesaf'],
    scroll: ['sgrolio; hefyd Page Up, Page Down, Home ac End', 'sgrolio'],
    scrollBack: ['sgrolio; hefyd Page Up, Page Down, Home ac End'],
    search: ['chwilio am eiriau; hefyd Ctrl-F', 'chwilio'],
    searchToo: ['chwilio am eiriau; hefyd Ctrl-F'],
    startSearch: ['chwilio am y geiriau hyn', 'chwilio'],
    cancel: ["rhoi'r gorau i'r chwiliad hwn", 'canslo'],
    nextMatch: ['y lle nesaf', 'nesaf'],
    previousMatch: ['y lle cynt', 'yr un cynt'],
    endSearch: ['gorffen y chwiliad', 'gorffen chwilio'],
    quit: ['cau; hefyd Esc', 'cau'],
    goOn: ['mynd ymlaen', 'mynd ymlaen'],
    begin: ['dechrau', 'dechrau'],
    close: ["yn ôl i'r rhestr", 'yn ôl'],
    closeHelp: ["cau'r cymorth", "cau'r cymorth"],
    up: ['yn ôl, un lefel i fyny', 'yn ôl'],
    open: ['agor y rhes hon', 'agor'],
    privacy: ['gwneud yr ateb hwn yn breifat, neu beidio', 'preifat'],
    finish: ['gorffen yr ymarfer', 'gorffen']
  },

  howTo: {
    write: "Teipiwch eich ateb yma. Mae Tab yn mynd ymlaen i'r cwestiwn nesaf.",
    choose: 'Does dim wedi ei ddewis eto. Symudwch gyda ↑ a ↓, yna pwyswch Enter.',
    tick: 'Does dim wedi ei dicio eto. Symudwch gyda ↑ a ↓, yna pwyswch y bylchwr.',
    rank: "Does dim mewn trefn eto. Symudwch gyda ↑ a ↓ at yr hyn sy'n dod gyntaf, yna pwyswch Enter.",
    own: 'Teipiwch eich geiriau eich hun yn gyntaf, yna pwyswch Enter.'
  },
  copied: 'Wedi ei gopïo. Mae Ctrl-Y yn ei ludo; mae Ctrl-C eto yn gadael.',
  paused: 'Wedi oedi. Mae eich geiriau wedi eu cadw. Teipiwch "fg" i ddod yn ôl.',
  pause: { label: 'Aros am ychydig', note: `I'r plisgyn. Teipiwch "fg" yno i ddod yn ôl.` },
  finish: 'Gorffen',

  nothingYet: 'Nid oes ateb eto. Pwyswch Tab eto i hepgor y cwestiwn hwn.',
  notUtf8:
    'Nid yw eich terfynell yn anfon UTF-8, felly dyfalwyd llythrennau fel é. Gwiriwch nhw, a gosodwch amgodiad y derfynell i UTF-8.',
  skipped: 'hepgorwyd',
  kept: 'fel yr oedd',

  help: {
    example: 'Er enghraifft',
    none: 'Nid oes rhagor o gymorth ar gyfer y cwestiwn hwn.',
    keysTitle: 'Bysellau'
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
      const wrapped = { start: "Yn parhau o'r diwedd: ", end: "Yn parhau o'r dechrau: " }
      return `${passed === undefined ? '' : wrapped[passed]}${match} o ${of}`
    },
    notFound: (words) => `Nid yw yn y testun hwn: "${words}"`
  },
  list: { howMany: (items, bounds) => asked(count(items, nouns.item), bounds) },
  pick: {
    other: 'Rhywbeth arall:',
    find: (words) => `Yn chwilio am: ${words}`,
    notFound: "Nid oes dim yn cyfateb i'r geiriau hyn. Mae Backspace yn eu dileu.",
    others: (items) => `a ${items} arall`,
    more: (above, below) =>
      [...(above > 0 ? [`${above} uwchben`] : []), ...(below > 0 ? [`${below} islaw`] : [])].join(', '),
    howMany: (ticked, bounds) => asked(`${ticked} wedi'u dewis`, bounds)
  },
  scale: { unsure: 'Ddim yn siŵr', rated: (rated, of) => `${rated} o ${of} wedi cael rhif` },
  ranking: {
    left: (left) => (left === 0 ? 'Popeth mewn trefn' : `${left} ar ôl i'w rhoi mewn trefn`),
    moving: 'yn symud'
  },
  table: {
    newRow: 'Teipiwch enw i ychwanegu rhes, neu pwyswch Enter i fynd ymlaen',
    cell: (row, column) => `${row}: ${column}`,
    name: "Enw'r rhes",
    nameless: 'Y rhes heb enw',
    rows: (rows, bounds) => (between(bounds) === '' ? '' : asked(count(rows, nouns.row), bounds)),
    gaps: (cells) =>
      `Mae ${count(cells, nouns.cell)} yn wag o hyd. Pwyswch Tab eto i fynd ymlaen, neu ${cells === 1 ? 'llenwch hi' : 'llenwch nhw'}.`,
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
  date: {
    how: (day, isFuture) =>
      `Diwrnod, fel ${day}, ${isFuture ? '“yfory” neu “dydd Gwener nesaf”' : '“ddoe” neu “dydd Gwener diwethaf”'}`
  },
  yes: 'Ie',
  no: 'Nage',
  yesOrNo: (yes, no) => `Teipiwch "${yes}" neu "${no}".`,
  recall: { reword: 'Rhowch ef mewn geiriau eraill, os dymunwch:' },

  overview: 'Yr holl gwestiynau',
  review: 'Eich atebion',
  states: { answered: 'atebwyd', skipped: 'hepgorwyd', begun: 'ar ei hanner', seen: 'darllenwyd' }
}

/** What there is, and how much is asked for, if that is said. */
function asked(there: string, bounds: Bounds): string {
  return between(bounds) === '' ? there : `${there} (rhowch ${between(bounds)})`
}

/** What is said about the pictures of packs, in Welsh. */
export const pictures: typeof English.walk.pictures = {
  shown: (alt) => `Llun: ${alt}`,
  opened: (files) =>
    files.length === 1
      ? `Mae'r llun yn agor mewn ffenestr arall. Os nad yw, dyma lle mae'r llun: ${files.join()}`
      : `Mae'r lluniau'n agor mewn ffenestri eraill. Os nad ydynt, dyma lle mae'r lluniau: ${files.join(', ')}`,
  here: (files) => `${files.length === 1 ? "Dyma lle mae'r llun:" : "Dyma lle mae'r lluniau:"} ${files.join(', ')}`,
  notOpened: (files) =>
    files.length === 1
      ? `Ni chafwyd hyd i raglen i ddangos y llun. Dyma lle mae'r llun: ${files.join()}`
      : `Ni chafwyd hyd i raglen i ddangos y lluniau. Dyma lle mae'r lluniau: ${files.join(', ')}`,
  missing: "Mae ffeil y llun hwn ar goll. I'w chael yn ôl, ychwanegwch y pecyn eto."
}

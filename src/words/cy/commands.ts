import type * as English from '../en/index.ts'
import { count, nouns, oneOf, times, didYouMean } from './phrases.ts'
import { topics, argumentNames, helpTitles, misused } from './usage.ts'
import { commandHelp } from './command-help.ts'

const entryName = 'ei id, ei ffeil, "last", ei deitl neu ran ohono, neu ei ddiwrnod; hebddo, byddwch yn dewis o restr'

/** The help of all commands, and what they say, in Welsh. */
export const commands: typeof English.commands = {
  program: "Ymarferion myfyrio yn y derfynell, a dyddlyfr mewn Markdown sy'n eiddo i chi.",
  helpAfter: [
    'Dechreuwch gyda "reflect", neu "reflect start no-paying" ar gyfer un ymarfer.',
    'Mae popeth rydych yn ei ysgrifennu yn aros ar y cyfrifiadur hwn. Rhagor: reflect help <gorchymyn>, reflect help topics.'
  ].join('\n'),
  wrongUse: (misuse, command, example) =>
    command === ''
      ? `${misused(misuse)} Teipiwch "reflect --help" i weld beth sydd ar gael.`
      : `${misused(misuse)} Teipiwch "reflect ${command} --help" i weld sut i'w ddefnyddio. Enghraifft: ${example}`,
  homeScreen: 'agor y sgrin gartref: parhau, dechrau, darllen',
  unknownCommand: (name, near) =>
    `Nid oes gorchymyn "${name}".${didYouMean(near)} Teipiwch "reflect --help" i weld beth sydd ar gael.`,
  unexpected: (message) =>
    `Aeth rhywbeth annisgwyl o'i le: ${message}. Mae eich atebion wedi'u cadw. Rhowch wybod am hyn, gyda'r hyn y mae DEBUG=reflect yn ei argraffu.`,
  outputFull:
    "Nid oedd modd ysgrifennu'r allbwn, am fod y ddisg yn llawn. Gwnewch ychydig o le a rhowch gynnig arall arni.",
  notUtf8: (name, encoding) =>
    `${encoding === undefined ? `Nid testun UTF-8 yw ${name}` : `Cadwyd ${name} fel ${encoding}, nid fel UTF-8`}. Cadwch ef fel UTF-8 a rhowch gynnig arall arni.`,
  noHome:
    'Nid yw eich ffolder cartref yn hysbys. Gosodwch y newidyn HOME, neu REFLECT_HOME (ar gyfer gosodiadau a phecynnau) a REFLECT_JOURNAL.',
  hereGone: "Nid yw'r ffolder yr ydych ynddo yn bod mwyach. Ewch i un arall a rhowch gynnig arall arni.",
  titles: helpTitles,
  names: argumentNames,
  groups: { learners: 'Dysgu:', tutors: 'Ysgrifennu pecynnau:', everyone: 'Popeth arall:' },
  options: {
    journal: 'ffolder eich dyddlyfr',
    plain: 'gofyn fesul llinell, heb liwiau nac ail-lunio',
    noColor: 'dim lliwiau',
    quiet: 'dweud dim ond yr hyn y gofynnwyd amdano',
    lang: 'yr iaith: en (English), cy (Cymraeg), neu iaith ymarfer',
    notALanguage: 'Ysgrifennwch dag iaith, fel cy neu en.',
    unknownLanguage: (known) => `Ysgrifennwch un o'r ieithoedd hyn: ${known.join(', ')}.`,
    version: "argraffu'r fersiwn; gyda --json, yr hyn sy'n disgrifio'r copi hwn",
    help: "argraffu'r cymorth hwn",
    json: 'fel JSON, ar gyfer sgriptiau',
    packPath: "ffolder neu ffeil pecyn, i'w ddefnyddio heb ei osod"
  },
  list: {
    what: 'rhestru ymarferion a llwybrau, gyda munudau a chynnydd',
    pack: 'y pecyn hwn yn unig',
    minutes: (minutes) => `${minutes} mun`,
    draft: 'ar y gweill',
    finished: (entries) => (entries === 1 ? "wedi'i wneud" : `wedi'i wneud ${times(entries)}`),
    hidden: (packs) =>
      `Mae ${packs} o'r pecynnau sy'n dod gyda reflect wedi'u cuddio. I'w rhestru, teipiwch "reflect config set bundled show".`,
    inNoSection: 'Ymarferion eraill',
    routes: 'Llwybrau, gyda "reflect start --route ENW":',
    waiting: (day) => (day === undefined ? 'yn nes ymlaen' : `o ${day}`),
    unknownPack: (name, near) =>
      `Nid oes pecyn o'r enw "${name}".${didYouMean(near)} Teipiwch "reflect pack list" i'w gweld i gyd.`
  },
  start: {
    what: 'mynd drwy ymarfer',
    exercise: 'ei enw neu ei deitl, neu ran ohono; neu un o\'ch cofnodion, fel "last"',
    route: 'yr ymarfer nesaf ar lwybr: ffordd fyrrach drwy becyn, neu ffordd drwy sawl un ("short", "pecyn/short")',
    minutes:
      "faint o funudau sydd gennych: os yw'r ymarfer yn cymryd mwy, dim ond y cwestiynau craidd a ofynnir gyntaf",
    again: "dechrau o'r newydd, hyd yn oed os oes drafft yn aros",
    answers: 'darllen yr atebion o ffeil YAML neu JSON ("-" ar gyfer mewnbwn safonol), heb ofyn dim',
    tag: "tag i'r cofnod; gellir ei roi sawl gwaith",
    editor: 'ysgrifennu pob testun yn eich golygydd eich hun',
    which: 'Pa ymarfer?',
    unknownRoute: (name, near, known) =>
      `Nid oes llwybr o'r enw "${name}" gan unrhyw becyn.${didYouMean(near)}${known.length === 0 ? '' : ` Y llwybrau yw ${known.join(', ')}.`}`,
    ambiguousRoute: (name, names) => `Mae gan sawl pecyn lwybr o'r enw "${name}". Teipiwch ${oneOf(names)}.`,
    whichRoute: 'Pa lwybr?',
    routeDone: 'Rydych wedi gwneud pob ymarfer ar y llwybr hwn.'
  },
  outcomes: {
    unknown: (name, near, known) =>
      known.length === 0
        ? `Nid oes deilliant "${name}": nid oes deilliannau gan yr un o'ch pecynnau.`
        : `Nid oes deilliant "${name}" gan unrhyw becyn.${didYouMean(near)} Y deilliannau yw ${known.join(', ')}.`,
    ambiguous: (name, names) => `Mae sawl deilliant o'r enw "${name}". Teipiwch ${oneOf(names)}.`
  },
  answers: {
    whichExercise:
      'Enwch yr ymarfer y mae\'r atebion ar ei gyfer, fel "reflect start no-paying-customer --answers FFEIL".',
    standardInput: 'mewnbwn safonol',
    notThere: (file) => `Nid oes ffeil "${file}" gydag atebion. Gwiriwch ei henw.`,
    unreadable: (file, why) => `Nid oedd modd darllen yr atebion yn ${file} (${why}). Gwiriwch y ffeil.`,
    notYaml: (name, line, what) =>
      `Nid JSON na YAML yw'r atebion yn ${name} (llinell ${line}: ${what.replace(/\.$/, '')}); cywirwch y llinell honno a rhowch gynnig arall arni.`,
    notAMapping: (name) =>
      `Rhaid i'r atebion yn ${name} roi gwerth wrth id pob cwestiwn, fel "story: Beth ddigwyddodd".`,
    doNotFit: (name, exercise) =>
      `Nid yw'r atebion yn ${name} yn ffitio "${exercise}"; ni chadwyd dim. Cywirwch y rhain:`,
    noAnswer: (name, exercise) =>
      `Nid yw'r atebion yn ${name} yn ateb yr un cwestiwn yn "${exercise}", felly ni chadwyd dim. Atebwch o leiaf un.`,
    unknownPrompt: (near) => `nid oes cwestiwn â'r id hwn yn yr ymarfer.${didYouMean(near)}`,
    hidden: "ni ofynnir y cwestiwn hwn gyda'r atebion hyn; gadewch ef allan."
  },
  resume: {
    what: "mynd ymlaen â'r hyn a adawyd heb ei orffen",
    entry: "ei id, ei ffeil neu ei deitl, rhan o'i deitl, neu'r diwrnod y dechreuoch ef"
  },
  journal: {
    what: 'rhestru eich cofnodion, y diweddaraf yn gyntaf',
    draft: 'heb ei orffen',
    empty: (dir) => `Dim cofnodion eto yn ${dir}. Teipiwch "reflect start" i ysgrifennu un.`,
    severalUnread: (files, first, why) =>
      `Gadawyd allan, am nad oes modd eu darllen: ${count(files, nouns.file)}, a'r gyntaf yw ${first}. ${why} Mae "reflect doctor" yn eu rhestru i gyd.`,
    unread: (file, why) => `Gadawyd allan, am nad oes modd ei darllen: ${file}. ${why}`,
    copies: (folder, copies) =>
      copies === 1
        ? `Mae copi o gofnod yn ${folder} yn cynnwys ei eiriau ei hun. Mae "reflect doctor --fix" yn ei roi ynghyd â'i gofnod, neu'n dangos y gwahaniaethau; ni chollir dim.`
        : `Mae copïau o gofnodion (${copies}) yn ${folder} yn cynnwys eu geiriau eu hunain. Mae "reflect doctor --fix" yn rhoi pob un ynghyd â'i gofnod, neu'n dangos y gwahaniaethau; ni chollir dim.`
  },
  filters: {
    pack: 'cofnodion y pecyn hwn yn unig',
    exercise: 'cofnodion yr ymarfer hwn yn unig',
    tag: "cofnodion gyda'r tag hwn yn unig",
    since: 'o\'r diwrnod hwn ymlaen: "23 Tachwedd", 2026-11, "wythnos diwethaf"',
    until: "hyd at a chan gynnwys y diwrnod, y mis neu'r wythnos hon",
    status: '"finished" (wedi\'i orffen) neu "draft" (drafft)',
    limit: 'cynifer â hyn ar y mwyaf',
    notADay:
      'Teipiwch ddiwrnod fel "23 Tachwedd" neu 2026-11-23, mis fel "Tachwedd", neu eiriau fel "wythnos diwethaf" neu "3 diwrnod yn ôl".',
    notOneDay: 'Teipiwch un diwrnod, fel "23 Tachwedd" neu "ddoe".',
    notACount: 'Ysgrifennwch rif cyfan, 1 neu fwy.',
    notAStatus: 'Ysgrifennwch "finished" neu "draft".',
    notATag: 'Ysgrifennwch air neu ychydig eiriau, fel "wythnos-2".',
    noneFits: "Nid oes cofnod sy'n cyfateb i hynny i gyd. Gadewch un o'r opsiynau allan, neu dewiswch ddyddiau eraill.",
    noPack: (name, near) => `Nid oes cofnod o becyn "${name}".${didYouMean(near)}`,
    noExercise: (name, near) => `Nid oes cofnod o ymarfer "${name}".${didYouMean(near)}`,
    noTag: (name, near, all) => {
      const known = all.length === 0 ? '' : ` Y tagiau sydd ar gael: ${all.join(', ')}.`
      return `Nid oes cofnod gyda'r tag "${name}".${near.length === 0 ? known : didYouMean(near)}`
    }
  },
  entryName,
  entriesSoFar: (entries) => count(entries, nouns.entry),
  show: {
    what: 'dangos un cofnod',
    raw: 'y ffeil fel y mae',
    discussion: "yr hyn a ddywedodd yr ymarfer ar ei ddiwedd, fel y'i dangoswyd i chi",
    noDiscussion: (title) => `Nid oes trafodaeth wedi'i chadw gyda "${title}".`
  },
  topics,
  ...commandHelp
}

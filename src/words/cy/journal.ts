import type * as English from '../en/index.ts'
import { count, nouns, oneOf } from './phrases.ts'

/** What the program says about the journal's folder and files, in Welsh. */
export const journal: typeof English.journal = {
  diskFull: (path) =>
    `Nid oedd modd cadw ${path}, am fod y ddisg yn llawn. Gwnewch ychydig o le a rhowch gynnig arall arni.`,
  readOnlyDisk: (path) =>
    `Nid oedd modd cadw ${path}, am mai darllen yn unig y gellir ei wneud ar y ddisg. Dewiswch ffolder arall, neu gwnewch hi'n bosibl ysgrifennu ar y ddisg.`,
  notAllowed: (path) =>
    `Nid oes gennych hawl i agor neu ysgrifennu ${path}. Newidiwch ei ganiatadau, neu dewiswch ffolder arall.`,
  notThere: (path) => `Nid yw ${path} yn bod. Gwiriwch yr enw, neu cysylltwch ei ddisg.`,
  forbiddenName: (name) => `Nid yw Windows yn caniatáu'r enw "${name}". Dewiswch un heb < > : " | ? a *.`,
  notAFolder: (path) =>
    `Ni ellir defnyddio ${path} fel ffolder, am mai ffeil ydyw. Symudwch y ffeil honno, neu dewiswch ffolder arall.`,
  notAFile: (path) => `Ffolder yw ${path}, nid ffeil. Dewiswch enw arall.`,
  diskTrouble: (path, message) =>
    `Ni allai'r cyfrifiadur ddarllen nac ysgrifennu ${path} (${message}). Gwiriwch y ddisg a rhowch gynnig arall arni.`,
  noEntryFile: (path) => `Nid oes ffeil ${path}. Teipiwch "reflect journal" i weld eich cofnodion.`,
  inFile: (path, sentence) => `${path}: ${sentence}`,
  notUtf8: (path) =>
    `Nid yw ${path} yn destun UTF-8 dilys, felly gellir ei darllen yma ond nid ei newid. Cadwch hi fel UTF-8 yn eich golygydd a rhowch gynnig arall arni.`,
  diskGone: (path, disk) =>
    `Ni ellir defnyddio ${path} fel ffolder ar hyn o bryd, am nad oes ${disk}. Cysylltwch y ddisg neu'r rhwydwaith hwnnw a rhowch gynnig arall arni; mae "reflect config set journal FFOLDER" yn dewis ffolder arall.`,
  folderGone: (path, entries) =>
    `Ni ellir dod o hyd i'ch dyddlyfr yn ${path}, er bod ynddo ${count(entries, nouns.entry)}. Cysylltwch ei ddisg neu ei rwydwaith a cheisiwch eto; mae "reflect config set journal FFOLDER" yn dewis ffolder arall, ac mae "reflect doctor --forget" yn dechrau dyddlyfr newydd yno.`,
  folderEmpty: (path, entries) =>
    `Mae eich dyddlyfr yn ${path} yn wag, er bod ynddo ${count(entries, nouns.entry)} gynt. Cysylltwch ei ddisg neu ei rwydwaith a cheisiwch eto; mae "reflect config set journal FFOLDER" yn dewis ffolder arall, ac mae "reflect doctor --forget" yn dechrau dyddlyfr newydd yno.`,
  loss: {
    gone: (path) => `Mae ${path} ar goll, ac nid reflect a'i dileodd.`,
    folder: (path) => `Mae ${path} ar goll, a'i ffolder hefyd.`,
    evicted: (path) => `Nid yw ${path} ar y cyfrifiadur hwn ar hyn o bryd: mae gyda gwasanaeth cwmwl.`,
    empty: (path) => `Mae ${path} yn wag, ond roedd yn arfer bod yn gofnod.`,
    zeros: (path) => `Mae rhan o ${path} yn wag (beitiau sero), ac efallai fod testun ynddi gynt.`,
    encoding: (path) => `Mae rhaglen arall wedi cadw ${path} mewn amgodiad arall, ac ni ellir darllen pob llythyren.`,
    damaged: (path) => `Ni ellir darllen ${path} fel cofnod mwyach.`,
    bare: (path) => `Mae ${path} wedi colli ei atebion.`,
    versions: (path) => `Mae ${path} yn cynnwys dau fersiwn na allai rhaglen arall eu cyfuno.`
  },
  losses: {
    gone: 'ar goll',
    folder: 'mewn ffolder sydd ar goll',
    evicted: 'gyda gwasanaeth cwmwl',
    empty: 'yn wag',
    zeros: 'yn wag yn rhannol',
    encoding: 'mewn amgodiad arall',
    damaged: 'yn annarllenadwy',
    bare: 'heb atebion',
    versions: 'mewn dau fersiwn'
  },
  lost: (sentence) =>
    `${sentence} Mae "reflect doctor" yn dweud mwy; mae "reflect doctor --forget" yn atal y neges hon.`,
  severalLost: (entries, kinds) =>
    `Mae rhywbeth wedi digwydd i ${count(entries, nouns.entry)}: ${kinds.join(', ')}. Mae "reflect doctor" yn eu rhestru; mae "reflect doctor --forget" yn atal y neges hon.`,
  emptyFile: "Mae ganddo enw cofnod, ac mae'n wag.",
  zeroBytes: 'Mae ganddo enw cofnod, ac nid oes ynddo ond beitiau sero.',
  noTop: 'Mae\'n cynnwys atebion, ond mae\'r llinellau rhwng "---" ar ddechrau cofnod ar goll.',
  notDownloaded: 'Mae gyda gwasanaeth cwmwl, ac nid yw ar y cyfrifiadur hwn ar hyn o bryd.',
  otherExtension: 'Mae ganddo enw cofnod, ond nid yw\'n gorffen gyda ".md".',
  twoVersions: (path, line) =>
    `Mae ${path} yn cynnwys dau fersiwn o rai llinellau, na allai rhaglen arall eu cyfuno (o linell ${line} ymlaen). Agorwch ef gyda "reflect edit --editor", cadwch yr hyn sy'n iawn, a thynnwch y llinellau <<<<<<<, ======= a >>>>>>> allan.`,
  otherId: 'Newidiwyd ei "id", felly byddai\'n gofnod arall.',
  noEntries: 'Nid oes cofnod gorffenedig yn eich dyddlyfr eto. Teipiwch "reflect start" i wneud un.',
  unknownEntry: (name, nearest, listing) =>
    nearest.length === 0
      ? `Nid oes cofnod o'r enw "${name}". Teipiwch "${listing}" i weld beth sydd yno.`
      : `Nid oes cofnod o'r enw "${name}". Ai ${oneOf(nearest)} oedd gennych mewn golwg?`,
  notExact: (name, matches) =>
    `Nid yw "${name}" yn ddigon manwl i'r gorchymyn hwn. Rhowch id y cofnod, ei ffeil neu ei deitl cyfan. Efallai mai un o'r rhain sydd gennych mewn golwg\n${matches.map((match) => `  ${match}`).join('\n')}`,
  ambiguousEntry: (name, matches) =>
    `Gallai "${name}" fod yn unrhyw un o'r rhain; rhowch ychydig mwy o'r enw:\n${matches.map((match) => `  ${match}`).join('\n')}`,
  nothingToSearch:
    'Teipiwch beth i chwilio amdano, fel "reflect search ymddiriedaeth" neu "reflect search \'gwerth cyhoeddus\'".',
  notAPattern: (pattern, why) =>
    `Ni ellir darllen y patrwm /${pattern}/ (${why}). I chwilio am y nodau hyn fel y maent, gadewch y slaesau allan.`,
  ambiguousLine: (id, day, title) => `${id}  ${day}  ${title}`
}

/** What the program says about the lines between `---` at the top of an entry, in Welsh. */
export const frontMatter: typeof English.frontMatter = {
  notAnEntry:
    'Nid cofnod mewn dyddlyfr yw hwn: nid yw\'n dechrau gyda\'r llinellau rhwng "---" y mae pob cofnod yn dechrau gyda nhw.',
  noEnd: 'Nid oes diwedd i\'r llinellau ar frig y cofnod hwn: rhowch linell "---" ar ôl yr olaf ohonynt.',
  tooLong:
    "Mae'r llinellau ar frig y cofnod hwn, gan gynnwys ei dagiau, yn rhy hir i'w darllen. Byrhewch nhw mewn golygydd.",
  line: (line, text) =>
    `Ni ellir darllen llinell ${line} o'r cofnod hwn: "${text}". Cywirwch hi mewn golygydd; nid oes dim arall yn y ffeil wedi newid.`,
  fences:
    'Newidiwyd y llinellau "---" uwchben ac o dan linellau cyntaf y cofnod hwn. Rhowch nhw yn ôl mewn golygydd; nid oes dim arall yn y ffeil wedi newid.',
  twoVersions: (line) =>
    `Mae llinell ${line} o'r cofnod hwn yn dechrau dau fersiwn, na allai rhaglen arall eu cyfuno. Cadwch yr hyn sy'n iawn, a thynnwch y llinellau <<<<<<<, ======= a >>>>>>> allan.`,
  noVersion: 'Nid oes llinell "reflect: 1" ymhlith y rhai ar frig y cofnod hwn. Ychwanegwch hi mewn golygydd.',
  twice: (line, key) => `Mae llinell ${line} o'r cofnod hwn yn dweud "${key}" am yr eildro. Cadwch un o'r ddwy.`,
  missing: (key) => `Nid oes llinell "${key}: …" ymhlith y rhai ar frig y cofnod hwn. Ychwanegwch hi mewn golygydd.`,
  value: (line, key, value) =>
    `Mae llinell ${line} o'r cofnod hwn yn dweud "${key}: ${value}", nad yw'n bosibl. Cywirwch hi mewn golygydd.`,
  newer: (version) =>
    `Mae'r cofnod hwn yn fersiwn ${version} o fformat y dyddlyfr, nad yw'r fersiwn hwn o reflect yn ei adnabod. Diweddarwch reflect.`
}

/** What is said of progress on a page and in a statement, in Welsh. */
export const progress: typeof English.progress = {
  title: 'Pa mor bell rwyf wedi dod',
  packs: 'Pecynnau, llwybrau ac ymarferion',
  pack: 'Pecyn',
  outcomes: 'Deilliannau',
  outcome: 'Deilliant',
  done: "Wedi'i wneud",
  notBegun: 'heb ei ddechrau eto',
  between: (first, last) => `o ${first} hyd ${last}`,
  year: 'Y flwyddyn ddiwethaf, fesul diwrnod',
  calendar: (days) => `Ysgrifennwyd ar ${count(days, nouns.day)} yn y flwyddyn ddiwethaf.`,
  rated: (title, exercise) => `${exercise}: ${title}`,
  notSure: 'ddim yn siŵr',
  scale: (from, to) => `o ${from} i ${to}`,
  tags: 'Tagiau',
  dueSince: (title, day) => `"${title}", ers ${day}`,
  statementTitle: "Yr hyn rwyf wedi'i gwblhau",
  statementSays: (day) =>
    `Fy nghofnod fy hun yw hwn, a wnaed o'm dyddlyfr gyda reflect ar ${day}. Nid tystysgrif mohono, ac nid oes neb arall wedi'i wirio.`,
  completed: (day, title, version, minutes) => `${day}: ${title} (fersiwn ${version}), ${count(minutes, nouns.minute)}`,
  nothingYet: "Nid oes dim wedi'i gwblhau eto."
}

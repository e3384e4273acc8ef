import type * as English from '../en/index.ts'
import { figures } from '../shared/figures.ts'
import { count, nouns, oneOf } from './phrases.ts'

/** What `reflect doctor` says, in Welsh. */
export const doctor: typeof English.doctor = {
  states: { well: 'Iawn:', note: 'Nodyn:', wrong: "I'w gywiro:" },
  installation: {
    clone: (version) =>
      `reflect ${version}, a adeiladwyd yn ei ffolder ei hun. I'w ddiweddaru, teipiwch "git pull", yna "npm ci" ac "npm run build", yn y ffolder honno.`,
    npm: (version) =>
      `reflect ${version}, a osodwyd gydag npm. I'w ddiweddaru, gosodwch y fersiwn newydd drosto gyda "npm install --global".`,
    portable: (version) =>
      `reflect ${version}, o archif a ddadbaciwyd. I'w ddiweddaru, dadbaciwch yr archif newydd a defnyddiwch y ffolder newydd. Mae ei thudalen START-HERE yn dweud beth i'w gopïo os yw'ch geiriau yn y ffolder hon.`,
    package: (version) =>
      `reflect ${version}, a osodwyd fel pecyn o'ch system. I'w ddiweddaru, gosodwch y pecyn newydd yn yr un ffordd.`,
    command: (version, command) => `reflect ${version}. I'w ddiweddaru, teipiwch "${command}".`
  },
  settings: "Mae modd darllen eich gosodiadau'n iawn.",
  more: (findings) => `${figures(findings)} arall o'r math hwn; mae "reflect doctor --json" yn eu rhestru i gyd.`,
  noJournal: (dir) => `Nid oes dyddlyfr eto; bydd yn ${dir}.`,
  journal: (dir, entries, drafts, deleted) =>
    `Eich dyddlyfr yn ${dir}: ${count(entries, nouns.entry)}, ${count(drafts, nouns.draft)}, ${deleted} yn y bin sbwriel.`,
  unread: (file, why) => `Ni ellir darllen ${file} fel cofnod: ${why} Nid oes dim ynddi wedi'i golli.`,
  copies: {
    found: (files, folder) =>
      `Mae copïau o gofnodion (${files})${folder === undefined ? '' : folder === '.' ? ' yn ffolder y dyddlyfr ei hun' : ` yn ${folder}`}, fel y mae rhaglenni sy'n copïo neu'n cysoni ffolderi yn eu gadael. Mae "reflect doctor --fix" yn rhoi pob un ynghyd â'i gofnod, neu'n dangos y gwahaniaethau; ni chollir dim${folder === undefined ? ':' : '.'}`,
    inFolder: (folder, files) =>
      `${folder === '.' ? 'yn ffolder y dyddlyfr ei hun' : `yn ${folder}`}: ${figures(files)}`,
    same: (files) => `Symudwyd copïau a oedd yr un fath â'r cofnod i'r bin sbwriel (${figures(files)}).`,
    merged: (files) =>
      `Rhoddwyd copïau ynghyd â'r cofnod (${figures(files)}). Mae'r hyn oedd yno o'r blaen yn y bin sbwriel.`,
    separated: (file) => `Mae ${file} bellach yn gofnod ar wahân.`,
    unread: (copy, kept) =>
      `Copi o ${kept} yw ${copy}, ond ni ellir darllen un o'r ddau neu nid yw'n UTF-8, felly mae'r ddau yn aros fel y maent. Cywirwch hwnnw yn gyntaf.`,
    differs: (copy, kept) =>
      `Dau fersiwn o un cofnod yw ${copy} a ${kept}, ac mae gan bob un ei eiriau ei hun. Cedwir y ddau, ac mae chwilio yn dod o hyd i eiriau'r ddau. Cymerwch yr hyn sydd ei angen arnoch o'r copi, yna dilëwch ef. Maent yn wahanol yn:`,
    show: 'yn dangos y copi',
    edit: 'yn newid y cofnod',
    delete: "yn symud y copi i'r bin sbwriel",
    separate: "yn gwneud y copi'n gofnod ar wahân, os dyna ydyw",
    isOwn: (copy, kept) =>
      `Dechreuodd ${copy} fel copi o ${kept}, ond nid oes ganddo'r un o'i atebion. Ei wneud yn gofnod ar wahân?`,
    isNoCopy: (file) =>
      `Nid copi yw ${file}: nid yw'r un ffeil arall yn eich dyddlyfr yr un cofnod, felly nid oes angen id newydd.`
  },
  lost: {
    gone: (entries) =>
      `Nid yw ${entries === 1 ? "'r cofnod hwn" : `'r ${count(entries, nouns.entry)} hyn`} yno mwyach, ac nid reflect a'u dileodd. Edrychwch yn sbwriel eich cyfrifiadur a'ch gwasanaeth cwmwl, neu mewn copi wrth gefn.`,
    folder: (entries) =>
      `Roedd ${entries === 1 ? 'y cofnod hwn' : `y ${count(entries, nouns.entry)} hyn`} mewn ffolder nad yw yno mwyach. Cysylltwch ei ddisg, neu edrychwch yn sbwriel eich cyfrifiadur.`,
    evicted: (entries) =>
      `Gwasanaeth cwmwl sy'n cadw ${entries === 1 ? 'y cofnod hwn' : `y ${count(entries, nouns.entry)} hyn`}, ac nid yw ar y cyfrifiadur hwn nawr. Agorwch ef yn eich rheolwr ffeiliau i'w lawrlwytho.`,
    empty: (entries) =>
      `Mae ${entries === 1 ? 'y ffeil hon' : `y ${count(entries, nouns.file)} hyn`} yn wag nawr, ac roedd cofnod ynddi. Efallai fod y fersiwn hŷn gan eich gwasanaeth cwmwl neu mewn copi wrth gefn.`,
    zeros: (entries) =>
      `Mae rhan o ${entries === 1 ? 'y ffeil hon' : `y ${count(entries, nouns.file)} hyn`} yn wag: gadawodd disg neu raglen feitiau sero lle gallai testun fod wedi bod. Efallai fod y fersiwn hŷn gan eich gwasanaeth cwmwl neu mewn copi wrth gefn.`,
    encoding: (entries) =>
      `Mae ${entries === 1 ? 'y cofnod hwn' : `y ${count(entries, nouns.entry)} hyn`} mewn amgodiad arall.`,
    damaged: (entries) =>
      `Ni ellir darllen ${entries === 1 ? 'y ffeil hon' : `y ${count(entries, nouns.file)} hyn`} fel y cofnod yr oedd. Efallai fod y fersiwn hŷn gan eich gwasanaeth cwmwl neu mewn copi wrth gefn.`,
    bare: (entries) =>
      `Mae ${entries === 1 ? 'y cofnod hwn' : `y ${count(entries, nouns.entry)} hyn`} wedi colli pob ateb. Efallai fod y fersiwn hŷn gan eich gwasanaeth cwmwl neu mewn copi wrth gefn.`,
    versions: (entries) =>
      `Mae ${entries === 1 ? 'y cofnod hwn' : `y ${count(entries, nouns.entry)} hyn`} mewn dau fersiwn.`
  },
  lostInTrash: (entries) =>
    entries === 1
      ? "Mae fersiwn o'r cofnod hwn ym min sbwriel eich dyddlyfr. I'w gael yn ôl:"
      : `Mae fersiynau o'r ${count(entries, nouns.entry)} hyn ym min sbwriel eich dyddlyfr. I'w cael yn ôl:`,
  toForget: 'Os yw hynny\'n iawn, mae "reflect doctor --forget" yn peidio â sôn amdanynt.',
  forgotten: (entries) =>
    entries === 0 ? "Nid oes dim ar goll o'ch dyddlyfr." : `Ni sonnir eto am ${count(entries, nouns.entry)} coll.`,
  forgottenJournal: (dir) => `Ni sonnir eto am y dyddlyfr a oedd yn ${dir}; gall un newydd ddechrau yno.`,
  faulty: (file, why) => `Mae ${file} yn cael ei ddarllen, ond nid fel y mae: ${why}`,
  utf16: (file) =>
    `Mae ${file} mewn UTF-16. Daw'n UTF-8 pan gaiff ei newid nesaf, neu ar unwaith gyda "reflect doctor --fix".`,
  undecoded: (file, [first, ...lines]) =>
    `Mae ${file} yn dal beitiau nad ydynt yn destun UTF-8${first === undefined ? '' : `, y cyntaf yn llinell ${first}`}${lines.length === 0 ? '' : ` (rhai eraill yn ${lines.join(', ')})`}, felly gellir ei darllen yma ond nid ei newid. Cadwch hi fel UTF-8 yn eich golygydd, neu gadewch i "reflect doctor --fix" ei throsi.`,
  lineReads: (line, text) => `Llinell ${line}: ${text}`,
  areRight: (file) => `Ydy'r llinellau hyn o ${file} yn gywir yn awr? Os felly caiff ei chadw felly, fel UTF-8.`,
  reencoded: (file, copy) => `Mae ${file} bellach yn UTF-8. Cedwir hi fel yr oedd o'r blaen yn ${copy}.`,
  unmarked: (files) =>
    `Tynnodd rhaglen arall farciau reflect rhwng yr atebion: ${files.length === 1 ? files[0] : count(files.length, nouns.entry)}. Nid oes gair ar goll. Mae "reflect doctor --fix" yn rhoi'r marciau yn ôl os yw'r pecyn wedi'i osod.`,
  marked: (files) =>
    `Mae'r marciau rhwng yr atebion yn ôl (${count(files, nouns.entry)}). Cedwir y ffeil fel yr oedd wrth ei hymyl, gyda ".original" ar ôl ei henw.`,
  spoilt: (file, answers) =>
    `Yn ${file}, nid yw'r atebion hyn ar ffurf eu cwestiwn bellach a chânt eu dangos fel testun plaen: ${answers.map(({ title, line }) => `${title} (llinell ${line})`).join('; ')}.`,
  ignore: (program, file) =>
    program === 'git'
      ? `Mae eich dyddlyfr mewn storfa git. Mae'r llinellau hyn yn ${file} yn cadw drafftiau, cofnodion a ddilëwyd a ffeiliau reflect ei hun allan ohoni; mae "reflect doctor --fix" yn gofyn a ddylid eu hychwanegu:`
      : `Mae Syncthing yn copïo eich dyddlyfr i ddyfeisiau eraill. Gyda'r llinellau hyn yn ${file}, mae drafftiau, cofnodion a ddilëwyd a ffeiliau reflect ei hun yn aros ar hon; mae "reflect doctor --fix" yn gofyn a ddylid eu hychwanegu:`,
  addLines: (file) => `Ychwanegu'r llinellau hyn at ${file}?`,
  linesAdded: (file) => `Mae'r llinellau bellach yn ${file}.`,
  foreign: (files) =>
    `${count(files.length, nouns.file)} arall yn ffolder y dyddlyfr, y mae reflect yn rhoi llonydd iddynt: ${files.slice(0, 5).join(', ')}${files.length > 5 ? ', …' : ''}.`,
  remains: (files, isMended) =>
    isMended
      ? `Cafwyd gwared ar ${count(files, nouns.file)} a adawyd ar eu hanner gan fethiant.`
      : `Gadawodd methiant ${count(files, nouns.file)} ar eu hanner. Mae "reflect doctor --fix" yn cael gwared arnynt; mae'r hyn roeddent i fod yn ddiogel.`,
  exposed: (files, isMended) =>
    isMended
      ? `Ni all defnyddwyr eraill y cyfrifiadur hwn ddarllen eich dyddlyfr bellach (ffeiliau neu ffolderi: ${files}).`
      : `Gall defnyddwyr eraill y cyfrifiadur hwn ddarllen rhannau o'ch dyddlyfr (ffeiliau neu ffolderi: ${files}). Mae "reflect doctor --fix" yn eu cadw i chi'ch hun.`,
  packs: (packs) => `${count(packs, nouns.pack)} yn barod i'w defnyddio.`,
  terminal: (terminal) =>
    terminal.isTTY
      ? `Eich terfynell: ${terminal.columns} o golofnau, ${terminal.rows} o resi, ${terminal.color ? 'lliwiau' : 'dim lliwiau'}, ${terminal.unicode ? 'pob arwydd' : 'arwyddion plaen yn unig'}${terminal.plain ? '; modd plaen' : ''}.`
      : "Nid oes terfynell yma, felly caiff popeth ei ysgrifennu a'i ofyn fesul llinell.",
  noEditor: (usual) =>
    `Nid ydych wedi dewis golygydd; mae "reflect config set editor ${usual}" yn dewis un ar gyfer testunau hirach.`,
  editor: (command) => `Eich golygydd: ${command}`,
  editorGone: (command, usual) =>
    `Nid yw eich golygydd "${command}" ar y cyfrifiadur hwn. Dewiswch un arall gyda "reflect config set editor ${usual}", neu gosodwch VISUAL.`,
  editorNeeds: (command, waiting, word) =>
    `Mae eich golygydd "${command}" yn agor ffenestr ac yn dychwelyd ar unwaith, felly rhaid pwyso Enter ar ôl cadw. Gyda "${waiting}" mae'n aros: reflect config set editor ${word}`,
  editorReturns: (command) =>
    `Mae eich golygydd "${command}" yn agor ffenestr ac yn dychwelyd ar unwaith, felly rhaid pwyso Enter ar ôl cadw.`,
  codeCache: {
    used: (folder, size) => `Cychwyn cyflym: mae storfa cod y rhaglen yn dal ${size} yn ${folder}.`,
    disabled: () => 'Mae REFLECT_NO_CACHE yn diffodd y storfa cod, felly mae pob cychwyn yn cymryd mwy o amser.',
    homeless: () =>
      'Nid oes newidyn yn enwi ffolder cartref ar gyfer y storfa cod, felly mae pob cychwyn yn cymryd mwy o amser.',
    shared: (folder) =>
      `Gall defnyddwyr eraill newid ${folder}, felly ni ddefnyddir y storfa cod yno ac mae pob cychwyn yn cymryd mwy o amser.`,
    unwritable: (folder) =>
      `Ni ellir ysgrifennu'r storfa cod yn ${folder}, felly mae pob cychwyn yn cymryd mwy o amser.`
  }
}

/** What the program says about settings, in Welsh. */
export const settings: typeof English.settings = {
  about: {
    journal: 'ffolder eich dyddlyfr',
    plain: 'gofyn fesul llinell, heb liwiau nac ail-lunio',
    color: 'lliwiau: auto (ar derfynell sydd â nhw), always (bob amser) neu never (byth)',
    editor: 'eich golygydd eich hun, i ysgrifennu testunau hirach; fel arall VISUAL neu EDITOR',
    'revisit.after': 'ar ôl faint o amser yr hoffech gwrdd ag ymarfer eto',
    pack: 'y pecyn sydd gyntaf ar y sgrin gartref ac mewn rhestrau',
    bundled: "y pecynnau sy'n dod gyda reflect: show (dangos), neu hide (cuddio'r rhai nad ydych wedi'u defnyddio)",
    start: "y diwrnod y dechreusoch becyn sydd ag wythnosau; fel arall, yr hyn y mae'r pecyn yn ei ddweud",
    language: 'iaith reflect, ac ymarferion sydd ar gael mewn sawl iaith'
  },
  takes: {
    journal: 'enw ffolder',
    plain: 'true neu false',
    color: 'auto, always neu never',
    editor: 'gorchymyn sy\'n agor ffeil, fel "nano" neu "code --wait"',
    'revisit.after': 'cyfnod o amser, fel "6 weeks" neu "3 months"',
    pack: 'enw pecyn, fel "public-value"',
    bundled: 'show (dangos) neu hide (cuddio)',
    start: 'enw pecyn a diwrnod, fel "my-pack 2027-01-11"; rhowch goma rhwng sawl un',
    language: 'auto (fel y dywed y system), en (English), cy (Cymraeg), neu dag iaith arall'
  },
  unreadable: (file, message) =>
    `Nid oedd modd darllen eich gosodiadau yn ${file} (${message}), felly defnyddir y rhai arferol. Gwiriwch y cewch agor y ffeil.`,
  broken: (file) =>
    `Nid JSON cyfan yw eich gosodiadau yn ${file}, felly defnyddir y rhai arferol. Cywirwch y ffeil, neu gosodwch rywbeth gyda "reflect config set"; caiff y ffeil ddiffygiol wedyn ei chadw wrth ochr yr un newydd.`,
  wrongInFile: (file, key, takes) =>
    `Yr hyn y mae'r gosodiad "${key}" yn ${file} yn ei gymryd yw ${takes}, ac nid dyna sydd yno, felly defnyddir yr un arferol. Cywirwch ef gyda "reflect config set ${key} …".`,
  wrongValue: (key, value, takes) => `Ni all "${value}" fod yn werth i'r gosodiad "${key}", sy'n cymryd ${takes}.`,
  unknownKey: (key, nearest, known) =>
    nearest.length === 0
      ? `Nid oes gosodiad "${key}". Dyma'r rhai sydd: ${known.join(', ')}.`
      : `Nid oes gosodiad "${key}". Ai ${oneOf(nearest)} oedd gennych mewn golwg?`,
  unknownAction: (action, known) =>
    `Ni all "reflect config" wneud "${action}". Gall wneud ${known.slice(0, -1).join(', ')} a ${known.at(-1) ?? ''}.`,
  missingKey: (action) =>
    `Enwch osodiad: "reflect config ${action} <gosodiad>". Mae "reflect config list" yn eu dangos i gyd.`,
  missingValue: (key, takes) => `Dywedwch beth yw gwerth "${key}" i fod: mae'n cymryd ${takes}.`,
  movedAside: (file) => `Nid oedd modd darllen y ffeil gosodiadau; fe'i rhoddwyd o'r neilltu fel ${file}.`,
  unchanged: 'Ni newidiwyd dim.',
  from: {
    option: (name) => `o'r opsiwn ${name}`,
    variable: (name) => `o'r newidyn ${name}`,
    setting: "o'ch gosodiadau",
    default: 'y rhagosodiad'
  },
  none: 'dim',
  written: (key, value) => `${key} yw ${value} bellach.`,
  unwritten: (key, value) => `Mae ${key} fel arfer eto: ${value}.`,
  entriesIn: (entries, folder) =>
    entries === 1 ? `Mae un cofnod yn ${folder}.` : `Mae ${figures(entries)} o gofnodion yn ${folder}.`,
  moveThem: (from, to) => `Symud yr hyn sydd yn ${from} i ${to}?`,
  moved: (from, to) => `Mae popeth oedd yn ${from} bellach yn ${to}.`,
  copied: (from, to) =>
    `Mae popeth oedd yn ${from} bellach yn ${to}, ond nid oedd modd ei dynnu o'r lle yr oedd; dilëwch ${from} eich hun.`,
  leftThere: (from, to, word) =>
    `Mae'r hyn sydd yn ${from} yn aros yno, ac mae eich dyddlyfr yn ${to} yn dechrau hebddo. I'w symud, gosodwch y gosodiad yn ôl ac ychwanegwch --move. I'w restru lle mae, teipiwch: reflect --journal ${word} journal`,
  notEmpty: (to) =>
    `Nid yw ${to} yn wag, felly ni symudwyd dim ac ni newidiwyd unrhyw osodiad. Dewiswch ffolder newydd, neu symudwch y ffeiliau eich hun.`,
  insideEachOther: (from, to) =>
    `Mae ${to} a ${from} y naill y tu mewn i'r llall, felly ni symudwyd dim ac ni newidiwyd unrhyw osodiad. Dewiswch ffolder wrth ei hochr.`,
  moveFailed: (from, to) =>
    `Ni weithiodd symud ${from} i ${to}: nid yw'r copi yr un fath â'r hyn a gopïwyd. Mae popeth yn dal yn ${from}. Gwiriwch y ddisg a rhowch gynnig arall arni.`
}

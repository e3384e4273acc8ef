import { figures } from '../shared/figures.ts'
import type * as English from '../en/index.ts'
import { count, nouns, didYouMean, meant } from './phrases.ts'
import { preview } from './pack-authoring.ts'

/** What is said of packs that are built, fetched, installed and updated, in Welsh. */
export const packs: typeof English.packs = {
  listBroken: (file) =>
    `Ni ellir darllen y rhestr o'r pecynnau a ychwanegoch, ${file}, felly maent wedi'u gadael allan. Symudwch y ffeil honno o'r ffordd ac ychwanegwch nhw eto gyda "reflect pack add"; nid yw'n effeithio ar eich cofnodion.`,

  address: {
    'bad-npm': (text) =>
      `Nid yw "${text}" yn enwi pecyn yng nghofrestrfa npm: ysgrifennwch npm:ENW, neu npm:ENW@FERSIWN.`,
    'bad-git': (text) => `Nid cyfeiriad storfa git yw "${text}": ysgrifennwch git+https://GWESTEIWR/LLWYBR#TAG.`,
    'bad-github': (text) => `Nid yw "${text}" yn enwi storfa ar GitHub: ysgrifennwch github:PERCHENNOG/STORFA#TAG.`,
    'bad-url': (text) => `Nid cyfeiriad cyfan yw "${text}": ysgrifennwch https:// a'r hyn sy'n dilyn.`,
    password: () =>
      "Mae enw defnyddiwr neu gyfrinair yn y cyfeiriad, a byddai'n cael ei gadw gyda'r pecyn: gadewch ef allan, a gadewch i git neu npm eich mewngofnodi.",
    'not-https': (text) =>
      `Gallai rhywun newid yr hyn a ddaw o "${text}" ar ei ffordd: defnyddiwch gyfeiriad sy'n dechrau gyda https://.`,
    'unknown-scheme': (text) =>
      `Ni chaiff pecynnau eu nôl o gyfeiriad fel "${text}": enwch ffolder, .tgz neu .zip, neu gyfeiriad sy'n dechrau gyda https://, npm:, git+https:// neu github:.`,
    nothingThere: (text, near) =>
      `Nid oes dim yn ${text}.${didYouMean(near)} Enwch ffolder neu archif pecyn; mae pecyn yng nghofrestrfa npm yn dechrau gyda npm:.`
  },

  archive: {
    unknownKind: (name) =>
      `Nid pecyn yw ${name}: nid yw'n ffolder, nac yn archif .tgz neu .zip, nac yn becyn mewn un ffeil YAML. Gwiriwch mai dyna'r ffeil a gawsoch gan ei awdur.`,
    page: (name, title) =>
      `Tudalen we yw ${name}${title === '' ? '' : ` ("${title}")`}, nid ffeil pecyn. Agorwch hi yn eich porwr, lawrlwythwch y ffeil oddi yno, ac ychwanegwch y ffeil honno.`,
    signIn: (name) =>
      `Tudalen fewngofnodi yw ${name}, nid ffeil pecyn. Mewngofnodwch gyda'ch porwr, lawrlwythwch y ffeil, ac ychwanegwch y ffeil honno.`,
    json: (name, text) =>
      `Neges gan weinydd yw ${name}, nid ffeil pecyn: ${text} Lawrlwythwch y ffeil gyda'ch porwr, ac ychwanegwch y ffeil honno.`,
    pointer: (name) =>
      `Dim ond nodyn a adawodd Git LFS yn lle'r ffeil ei hun yw ${name}. Lawrlwythwch y ffeil ei hun o dudalen y storfa gyda'ch porwr, ac ychwanegwch y ffeil honno.`,
    pointerInside: (name, file) =>
      `Yn ${name}, dim ond nodyn a adawodd Git LFS yn lle'r ffeil ei hun yw ${file}. Gofynnwch i'r awdur am archif a wnaed gyda "reflect pack build".`,
    compression: (name, format) =>
      `Mae ${name} wedi'i gywasgu fel ${format}, ac ni all reflect ei agor. Dadbaciwch ef gyda rhaglen arall ac ychwanegwch y ffolder, neu gofynnwch i'w awdur am .zip.`,
    method: (name, file, method) =>
      `Yn ${name}, mae ${file} wedi'i gywasgu drwy'r dull ${method}, ac ni all reflect ei agor. Dadbaciwch yr archif gyda rhaglen arall ac ychwanegwch y ffolder, neu gofynnwch i'w awdur am .zip arall.`,
    document: (name, format) =>
      `Ffeil ${format} yw ${name}, nid pecyn. Gwiriwch mai dyna'r ffeil a gawsoch gan ei awdur.`,
    layers: (name) =>
      `Cafodd ${name} ei gywasgu sawl gwaith drosodd. Dadbaciwch ef gyda rhaglen arall ac ychwanegwch yr hyn sydd ynddo.`,
    empty: (name) =>
      `Mae ${name} yn wag, felly nid ychwanegwyd dim. Lawrlwythwch ef eto, neu gofynnwch i'w awdur amdano eto.`,
    broken: (name) => `Mae ${name} wedi'i ddifrodi neu'n anghyflawn, felly nid ychwanegwyd dim. Lawrlwythwch ef eto.`,
    locked: (name) => `Mae ${name} wedi'i gloi â chyfrinair. Gofynnwch i'w awdur am un heb ei gloi.`,
    link: (name, file) => `Yn ${name}, dolen i ffeil arall yw "${file}". Gofynnwch i'w awdur roi'r ffeil ei hun yno.`,
    device: (name, file) =>
      `Yn ${name}, nid ffeil gyffredin yw "${file}". Gofynnwch i'w awdur roi ffeil gyffredin yno.`,
    badName: (name, file) =>
      `Gwrthodwyd ${name}, am fod ffeil ynddo y gallai ei henw wneud niwed ("${file}"). Gofynnwch i'w awdur am archif arall.`,
    twice: (name, file) =>
      `Gwrthodwyd ${name}, am fod gan ddwy o'i ffeiliau yr un enw ar lawer o ddisgiau ("${file}"). Gofynnwch i'w awdur ailenwi un ohonynt.`,
    fileTooLarge: (name, file, limit) =>
      `Yn ${name}, mae "${file}" yn fwy nag y caiff un ffeil o becyn fod (${limit} MiB). Gofynnwch i'w awdur ei rhannu.`,
    tooLarge: (name, limit) =>
      `Gyda'i gilydd, mae ffeiliau'r pecyn yn ${name} yn fwy nag y caiff pecyn fod (${limit} MiB). Gofynnwch i'w awdur am un llai.`,
    tooManyFiles: (name, limit) =>
      `Mae gan y pecyn yn ${name} fwy o ffeiliau nag y caiff pecyn eu cael (${figures(limit)}). Gofynnwch i'w awdur ei rannu'n sawl pecyn.`,
    tooManyMembers: (name, limit) =>
      `Mae mwy o ffeiliau a ffolderi yn ${name} nag y caiff archif eu cael (${figures(limit)}). Gofynnwch i'w awdur am archif o'r pecyn yn unig.`,
    unpackedTooLarge: (name, limit) =>
      `O'i ddadbacio, mae ${name} yn fwy nag y caiff archif fod (${limit} MiB). Gofynnwch i'w awdur am archif o'r pecyn yn unig.`,
    noPack: (name) => `Nid pecyn yw ${name}: nid oes ffeil pecyn, pack.yaml, ynddo.`,
    misnamed: (name, found) =>
      `Nid oes ffeil pack.yaml yn ${name}, dim ond ${found}. Dadbaciwch ef, ailenwch y ffeil honno'n pack.yaml, ac ychwanegwch y ffolder.`,
    archiveInside: (name, inner) =>
      `Nid oes pecyn yn ${name}, dim ond ${inner.length === 1 ? 'archif arall' : 'archifau eraill'}: ${listOf(inner)}. Dadbaciwch ef, ac ychwanegwch y ffeil sydd â'r pecyn.`,
    severalPacks: (name, folders) =>
      `Mae ${count(folders.length, nouns.pack)} yn ${name}: ${listOf(folders)}. Dadbaciwch ef os archif ydyw, ac ychwanegwch ffolder un ohonynt.`
  },

  fetch: {
    noNetwork: (host) =>
      `Ni ellir cyrraedd ${host}, am nad oes cysylltiad gan y cyfrifiadur hwn; cysylltwch a rhowch gynnig arall arni.`,
    noSuchHost: (host) => `Nid oes cyfrifiadur o'r enw ${host} ar y rhwydwaith: gwiriwch y cyfeiriad.`,
    noWay: (host) => `Nid oes ffordd at ${host} o'r rhwydwaith hwn: gwiriwch y cyfeiriad a'ch cysylltiad.`,
    noProxy: (host, proxy) =>
      `Ni ellir cyrraedd ${host}, am nad yw'r dirprwy ${proxy} yn ateb: gwiriwch HTTPS_PROXY yn eich amgylchedd.`,
    badProxy: () => 'Nid cyfeiriad dirprwy yw HTTPS_PROXY yn eich amgylchedd: ysgrifennwch http://GWESTEIWR:PORTH.',
    proxyNotAllowed: (proxy) =>
      `Mae'r dirprwy ${proxy} am wybod pwy ydych chi: rhowch eich enw a'ch cyfrinair ar ei gyfer yn HTTPS_PROXY, http://ENW:CYFRINAIR@GWESTEIWR:PORTH.`,
    noAnswer: (host) => `Nid yw ${host} yn ateb; gwiriwch y cyfeiriad, neu rhowch gynnig arall arni yn nes ymlaen.`,
    tooSlow: (host) =>
      `Cymerodd ${host} ormod o amser i ateb, felly nid ychwanegwyd dim; rhowch gynnig arall arni yn nes ymlaen.`,
    interrupted: (host) =>
      `Torrwyd ar draws y cysylltiad â ${host}, felly nid ychwanegwyd dim; rhowch gynnig arall arni.`,
    notTrusted: (host, code) =>
      `Ni allai ${host} ddangos mai ef yw'r hyn y mae'n honni ei fod (${code}), felly ni chafwyd dim ganddo; gofynnwch i bwy bynnag sy'n gofalu am eich rhwydwaith.`,
    notThere: (url) => `Nid oes ffeil yn ${url}: gwiriwch y cyfeiriad.`,
    notAllowed: (host, status) =>
      `Nid yw ${host} yn gadael i chi gael hwn (${status}): gofynnwch i'w berchennog, neu lawrlwythwch y ffeil gyda'ch porwr ac ychwanegwch honno.`,
    serverTrouble: (host, status) => `Mae ${host} mewn trafferth (${status}); rhowch gynnig arall arni yn nes ymlaen.`,
    badRedirect: (host) => `Anfonodd ${host} ni ymlaen at rywbeth nad yw'n gyfeiriad, felly ni chafwyd dim.`,
    redirectScheme: (host, scheme) =>
      `Anfonodd ${host} ni ymlaen at gyfeiriad sy'n dechrau gyda ${scheme} ac nid gyda https:, felly ni chafwyd dim.`,
    privateHost: (host) =>
      `Anfonwyd ni ymlaen at ${host}, sydd o fewn rhwydwaith preifat ac nid ar y rhyngrwyd, felly ni chafwyd dim.`,
    tooManyRedirects: (host) => `Anfonodd ${host} ni o un cyfeiriad i'r nesaf heb ddiwedd, felly ni chafwyd dim.`,
    tooLarge: (what, limit) =>
      `Mae ${what} yn fwy nag y caiff ffeil pecyn fod (${limit} MiB), felly nid ychwanegwyd dim. Gofynnwch i'w awdur am archif o'r pecyn yn unig.`,
    integrity: (name) =>
      `Nid yr hyn a gyhoeddwyd yw'r hyn a roddodd y gofrestrfa am ${name} (mae ei swm gwirio'n wahanol), felly nid ychwanegwyd dim; rhowch gynnig arall arni, a dywedwch wrth ei awdur os yw'n parhau felly.`
  },

  npm: {
    unknown: (name, near) => `Nid oes pecyn "${name}" yng nghofrestrfa npm. ${meant(near, 'Gwiriwch yr enw.')}`,
    noVersion: (name, range) => `Nid oes fersiwn "${range}" gan y pecyn "${name}": gwiriwch ef, neu gadewch ef allan.`,
    noVersionWithoutNpm: (name, range) =>
      `Nid oes fersiwn "${range}" gan y pecyn "${name}"; ysgrifennwch fersiwn cyfan, fel 1.2.0, neu gadewch ef allan.`,
    notAllowed: (name) =>
      `Nid yw'r gofrestrfa yn gadael i chi gael "${name}": mewngofnodwch gyda "npm login", neu gofynnwch i'w berchennog.`,
    theRegistry: 'Cofrestrfa npm',
    notHttps: (url) =>
      `Nid yw'r gofrestrfa yn eich gosodiadau npm, ${url}, yn ddiogel rhag i rywun newid rhywbeth ar y ffordd: dim ond npm ei hun, nad yw wedi'i osod, sy'n nôl oddi yno.`,
    unreached: (name) =>
      `Ni ellir cyrraedd y gofrestrfa sydd â "${name}": gwiriwch eich cysylltiad, a'r gofrestrfa a'r dirprwy yn eich gosodiadau npm.`,
    noArchive: 'ni roddodd archif',
    failed: (name, why) => `Ni allai npm nôl "${name}": ${why.replace(/\.$/, '')}.`
  },

  git: {
    missing: (url) =>
      `Mae angen y rhaglen git i nôl ${url}, ac nid yw wedi'i gosod; gosodwch hi, neu lawrlwythwch y pecyn fel archif ac ychwanegwch honno.`,
    noRef: (url, ref, near) => `Nid oes tag na changen "${ref}" gan ${url}. ${meant(near, 'Gwiriwch yr enw.')}`,
    noRepository: (url) => `Nid oes storfa git yn ${url}: gwiriwch y cyfeiriad.`,
    notAllowed: (url) =>
      `Nid yw ${url} yn gadael i chi ddod i mewn: gwiriwch y cyfeiriad, ac y gall git eich mewngofnodi yno.`,
    moved: (url) => `Mae ${url} wedi symud; chwiliwch amdano yn eich porwr a defnyddiwch y cyfeiriad newydd.`,
    failed: (url, why) => `Ni allai git nôl ${url}: ${why.replace(/\.$/, '')}.`
  },

  checking: {
    checksum: (name, wanted, found) =>
      `Nid yw ${name} yr hyn y dylai fod, felly nid ychwanegwyd dim: ${found} yw ei sha256, ac nid ${wanted}. Gofynnwch i bwy bynnag a roddodd y swm gwirio i chi.`,
    notAChecksum: (text) =>
      `Nid swm gwirio SHA-256 yw "${text}": mae gan un o'r rheini 64 o ddigidau a llythrennau o a i f.`,
    tooNew: (name, format) =>
      `Mae ${name} wedi'i ysgrifennu ar gyfer reflect mwy newydd (${format} yw ei fformat), felly nid ychwanegwyd dim; diweddarwch reflect a rhowch gynnig arall arni.`,
    faulty: (name, errors) =>
      `Mae ${count(errors, nouns.error)} yn ${name}, felly nid ychwanegwyd dim. Gall ei awdur gywiro hyn:`,
    more: (number) => `a ${number} arall.`,
    otherPack: (source, id, found) =>
      `Mae pecyn arall yn ${source} bellach ("${found}" ac nid "${id}"), felly ni newidiwyd dim. Ychwanegwch hwnnw gyda "reflect pack add".`,
    older: (id, found, here) =>
      `Mae'r fersiwn o "${id}" sy'n cael ei gynnig (${found}) yn hŷn na'ch un chi (${here}), felly ni newidiwyd dim.`
  },

  about: {
    version: 'Fersiwn',
    authors: 'Ysgrifennwyd gan',
    license: 'Trwydded',
    noLicense: "dim wedi'i nodi",
    nobody: "neb wedi'i enwi",
    source: 'Daw o',
    basedOn: 'Seiliwyd ar',
    language: 'Iaith',
    languages: 'Ieithoedd',
    progressOf: (translated, all, changed) =>
      `${translated} o'r ${all} testun${changed === 0 ? '' : `, ${changed} wedi newid ers hynny`}`,
    checksum: 'sha256',
    added: 'Ychwanegwyd',
    before: 'Cynt',
    exercises: 'Ymarferion',
    class: 'Dosbarth',
    starts: 'Yn dechrau',
    routes: 'Llwybrau:',
    outcomes: 'Deilliannau:',
    entries: 'Cofnodion',
    bundled: 'daw gyda reflect',
    inPlaceOf: "Mae'n cymryd lle'r pecyn o'r enw hwnnw sy'n dod gyda reflect.",
    exercisesAndSize: (exercises, size) => `${count(exercises, nouns.exercise)}, ${bytes(size)}`
  },

  add: {
    fetching: (source) => `Yn nôl ${source}…`,
    take: (title) => `Ychwanegu "${title}"?`,
    sayYes:
      "Nid ychwanegwyd dim, am nad oedd neb i'w holi: ychwanegwch --yes os ydych yn ymddiried ym mhwy bynnag a ysgrifennodd y pecyn hwn.",
    declined: 'Nid ychwanegwyd dim.',
    leftOut: (number) =>
      number === 1
        ? "Gadawyd 1 ffeil arall allan, am nad yw'n rhan o'r pecyn."
        : `Gadawyd ${count(number, nouns.file)} arall allan, am nad ydynt yn rhan o'r pecyn.`,
    added: (title, id) => `Mae "${title}" wedi'i ychwanegu. Teipiwch "reflect list ${id}" i weld ei ymarferion.`,
    alreadyHere: (title, version) => `Mae "${title}" ${version} yma eisoes; ni newidiwyd dim.`
  },

  /** What a pack for a class asks learners to set. */
  classes: {
    asks: 'Ar gyfer eich dosbarth, hoffai newid y gosodiadau hyn. Gofynnir i chi amdanynt wedyn:',
    pack: (id) => `${id} sydd gyntaf ar y sgrin gartref ac mewn rhestrau.`,
    bundled: () => "Ni restrir y pecynnau sy'n dod gyda reflect, cyhyd ag nad ydych wedi'u defnyddio.",
    'revisit.after': (after) => `Cynigir pob ymarfer eto ${after} ar ôl i chi ei orffen.`,
    language: (tag) => `Yr iaith yw ${tag}.`,
    question: 'Newid y gosodiadau fel y mae eich dosbarth yn gofyn?',
    all: 'Pob un',
    each: 'Dewis fesul un',
    none: 'Dim un',
    wanted: (setting) => `${setting} Ydych chi am gael hyn?`,
    set: (keys) =>
      `Gosodwyd ar gyfer eich dosbarth: ${keys.join(', ')}. Gallwch newid hyn unrhyw bryd gyda "reflect config".`,
    notSet: 'Mae eich dosbarth hefyd yn gofyn am y gosodiadau hyn, na chawsant eu newid. I osod un, teipiwch:'
  },

  twins: {
    explained: (id, title, authors) =>
      `Mae gennych becyn gwahanol yn barod sydd hefyd yn cael ei alw'n ${id}: "${title}" (${authors}).`,
    options: (local) =>
      `Nid ychwanegwyd dim. I gadw'r ddau, ychwanegwch --as ${local}; i roi'r un newydd yn lle'r llall, ychwanegwch --replace. Mae eich cofnodion yn aros, ac yn cyfrif at y pecyn yr ysgrifennwyd hwy gydag ef.`,
    keep: (local) => `Cadw'r ddau, a galw'r un newydd yn ${local}`,
    replace: (title) => `Rhoi hwn yn lle "${title}" (mae eich cofnodion yn aros yn eich dyddiadur)`,
    leave: 'Ychwanegu dim',
    badId: (text) =>
      `Ni all "${text}" fod yn enw ar becyn: defnyddiwch lythrennau bach, digidau a chysylltnodau, gan ddechrau â llythyren.`,
    idTaken: (id) =>
      `Mae "${id}" eisoes yn enw ar becyn neu ar gofnodion yn eich dyddiadur. Dewiswch enw arall ar ôl --as.`,
    addedAs: (own, local) =>
      `${own} yw enw ei awdur arno. Yma fe'i gelwir yn ${local}, am fod yr enw hwnnw gan gofnodion neu gan becyn arall.`
  },

  update: {
    fromFile: (id, version) =>
      `Ychwanegwyd ${id} ${version} o ffeil, felly nid oes unman i chwilio am fersiwn mwy newydd. Gofynnwch i bwy bynnag a'i hanfonodd am y ffeil fwy newydd, yna teipiwch "reflect pack add FFEIL".`,
    nothingAdded: "Nid ydych wedi ychwanegu pecynnau; caiff y rhai sy'n dod gyda reflect eu diweddaru gydag ef.",
    upToDate: (id, version) => `Mae ${id} ${version} yn gyfredol.`,
    from: (title, before, after) => `${title}: ${before} → ${after}`,
    take: (title, version) => `Diweddaru "${title}" i ${version}?`,
    updated: (id, version) =>
      `Mae ${id} bellach yn ${version}. Mae "reflect pack update ${id} --rollback" yn dod â'r fersiwn cynt yn ôl.`,
    declined: (id) => `Gadawyd ${id} fel y mae.`,
    sayYes: "Ni newidiwyd dim, am nad oedd neb i'w holi: ychwanegwch --yes i gymryd y diweddariad.",
    rolledBack: (id, version) => `Mae ${id} bellach yn ${version} eto. Ni chyffyrddwyd â'ch cofnodion.`,
    rollBackWhat: 'Dywedwch pa becyn: "reflect pack update ID --rollback".',
    nothingBefore: (id) => `Nid oes fersiwn cynt o "${id}" i fynd yn ôl ato.`,
    bundled: (id) => `Daw "${id}" gyda reflect a chaiff ei ddiweddaru gydag ef.`,
    draftsGoOn: (number) =>
      `Bydd ${count(number, nouns.draft)} yn mynd ymlaen gyda'r fersiwn newydd; mae'r hyn a ysgrifennoch yn aros.`
  },

  remove: {
    ask: (title) => `Tynnu "${title}"?`,
    removed: (title) => `Mae "${title}" wedi'i dynnu.`,
    entriesStay: (entries, drafts) =>
      entries + drafts === 0
        ? 'Nid oes gennych gofnodion ohono.'
        : `Mae ${[entries > 0 ? count(entries, nouns.entry) : '', drafts > 0 ? count(drafts, nouns.draft) : ''].filter((part) => part !== '').join(' a ')} ohono yn aros yn eich dyddlyfr${drafts > 0 ? '; i fynd ymlaen â drafft, ychwanegwch y pecyn eto' : ''}.`,
    bundled: (id) => `Daw "${id}" gyda reflect ac ni ellir ei dynnu.`,
    bundledIsBack: "Caiff y pecyn o'r enw hwnnw sy'n dod gyda reflect ei ddefnyddio eto.",
    sayYes: "Ni thynnwyd dim, am nad oedd neb i'w holi: ychwanegwch --yes.",
    declined: 'Ni thynnwyd dim.'
  },

  changes: {
    exercises: (added, retitled, gone) =>
      happened('Ymarferion', [
        [added, "wedi'i ychwanegu", "wedi'u hychwanegu"],
        [retitled, 'gyda theitl newydd', 'gyda theitlau newydd'],
        [gone, "wedi'i dynnu allan", "wedi'u tynnu allan"]
      ]),
    questions: (added, reworded, changed, gone) =>
      happened('Cwestiynau', [
        [added, "wedi'i ychwanegu", "wedi'u hychwanegu"],
        [reworded, "wedi'i aralleirio", "wedi'u haralleirio"],
        [changed, "wedi'i newid", "wedi'u newid"],
        [gone, "wedi'i dynnu allan", "wedi'u tynnu allan"]
      ]),
    texts: (reworded) =>
      happened('Testunau o amgylch y cwestiynau', [[reworded, "wedi'i aralleirio", "wedi'u haralleirio"]]),
    sections: "Mae'r wythnosau neu'r rhannau wedi newid.",
    translations: (added, reworded, gone) =>
      happened('Cyfieithiadau', [
        [added, "wedi'i ychwanegu", "wedi'u hychwanegu"],
        [reworded, "wedi'i aralleirio", "wedi'u haralleirio"],
        [gone, "wedi'i dynnu allan", "wedi'u tynnu allan"]
      ]),
    kept: (answers, drafts) =>
      `Nid oes cwestiwn sy'n ffitio bellach i ${count(answers, nouns.answer)} ${drafts === 1 ? "mewn drafft o'ch eiddo" : "mewn drafftiau o'ch eiddo"}; cedwir ${answers === 1 ? 'ef' : 'nhw'} yno, gyda'r cwestiwn fel y'i gofynnwyd.`,
    none: "Mae'r ymarferion a'r cwestiynau yr un fath.",
    'exercise-added': (title) => `+ Mae "${title}" yn newydd`,
    'exercise-gone': (title) => `- Ni chynigir "${title}" bellach; mae eich cofnodion yn aros`,
    'exercise-renamed': (title, id) => `~ ${id} yw enw "${title}" bellach; daw eich cofnodion gydag ef`,
    'sections-changed': () => "~ mae wythnosau neu rannau'r pecyn wedi newid",
    'exercise-retitled': (before, title) => `~ "${title}" yw teitl "${before}" bellach`,
    'reading-changed': (title) => `~ "${title}": mae'r darn darllen neu'r drafodaeth wedi'i eirio o'r newydd`,
    'prompt-added': (exercise, title) => `+ Mae "${exercise}" yn gofyn rhywbeth arall: "${title}"`,
    'prompt-gone': (exercise, title) => `- Nid yw "${exercise}" yn gofyn hyn bellach: "${title}"`,
    'prompt-reworded': (exercise, title) => `~ Mae "${exercise}" yn geirio hyn o'r newydd: "${title}"`,
    'prompt-changed': (exercise, title) => `~ Mae "${exercise}" yn gofyn hyn mewn ffordd arall: "${title}"`,
    'prompt-renamed': (exercise, title) =>
      `~ Mae "${exercise}" yn gofyn hyn o dan enw arall, a daw eich atebion gydag ef: "${title}"`,
    'translation-added': (language) => `+ Gellir ei ddarllen mewn un iaith arall: ${language}`,
    'translation-gone': (language) => `- Ni ellir ei ddarllen yn yr iaith hon bellach: ${language}`,
    'translation-changed': (language) => `~ Mae'r cyfieithiad wedi'i eirio o'r newydd: ${language}`
  },

  preview,

  build: {
    uncommitted: (changed) =>
      `Nid adeiladwyd dim, am na allai dysgwyr ganfod yn nes ymlaen beth oedd ynddo: nid yw ${count(changed.length, nouns.file)} wedi'u cofnodi yn git (${[...changed.slice(0, 3), ...(changed.length > 3 ? ['…'] : [])].join(', ')}). Cofnodwch nhw, neu ychwanegwch --force i roi cynnig arno.`,
    noFolder: (folder) => `Nid oes ffolder ${folder} i ysgrifennu'r archif ynddi.`,
    otherContent: (file) =>
      `Mae ${file} yno eisoes gyda chynnwys arall, ac un cynnwys sydd i un fersiwn: codwch "version" yn pack.yaml, neu ychwanegwch --force os nad oes neb wedi'i gael eto.`,
    holds: (exercises, size) => `${count(exercises, nouns.exercise)}, ${bytes(size)}`,
    ways: (file, version) => [
      'Rhannwch ef mewn un o dair ffordd:',
      `  fel ffeil   reflect pack add ${file}`,
      `  drwy npm    npm publish ${file}`,
      `  drwy git    git tag v${version}, gwthiwch ef, ac enwch y storfa a'r tag`
    ]
  }
}

/** The first names of a list. */
function listOf(names: readonly string[]): string {
  return names.length > 5 ? `${names.slice(0, 5).join(', ')} …` : names.join(', ')
}

/** A size as people say it. */
function bytes(number: number): string {
  if (number < 1000) return count(number, nouns.byte)
  return number < 1_000_000 ? `${Math.round(number / 1000)} kB` : `${(number / 1_000_000).toFixed(1)} MB`
}

/** What happened to how many things: "Cwestiynau: 2 wedi'u hychwanegu, 1 wedi'i aralleirio." */
function happened(things: string, verbs: readonly (readonly [number, one: string, many: string])[]): string {
  const parts = verbs
    .filter(([number]) => number > 0)
    .map(([number, one, many]) => `${figures(number)} ${number === 1 ? one : many}`)
  return parts.length === 0 ? `${things}: dim newid.` : `${things}: ${parts.join(', ')}.`
}

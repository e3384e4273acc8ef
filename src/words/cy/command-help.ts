import type { commandHelp as English } from '../en/command-help.ts'
import { figures } from '../shared/figures.ts'
import { count, didYouMean, nouns, times } from './phrases.ts'

/** Help and sentences of most commands, in Welsh. */
export const commandHelp: typeof English = {
  edit: {
    what: "newid cofnod: eich atebion, ei dagiau, neu'r ffeil gyfan",
    editor: 'agor y ffeil yn eich golygydd eich hun',
    date: "symud y cofnod i'r diwrnod hwn; mae'r amser o'r dydd yn aros",
    dated: (day, file) => `Mae'r cofnod bellach dan ${day}: ${file}`,
    tag: 'ychwanegu tag; gellir ei roi sawl gwaith',
    untag: 'tynnu tag; gellir ei roi sawl gwaith',
    changed: (file) => `Newidiwyd: ${file}`,
    unchanged: 'Ni newidiwyd dim.',
    emptied: (file) =>
      `Nid yw ${file} wedi newid, am fod y golygydd wedi cadw ffeil wag. I ddileu cofnod, teipiwch "reflect delete" a'i enw.`,
    noQuestions: (file) =>
      `Nid oes cwestiynau i'w hateb yn ${file} yma. I newid y ffeil mewn golygydd, teipiwch "reflect edit --editor" a'i henw.`,
    spoilt: (titles) =>
      `Caiff eich geiriau eu cadw, ond nid yw'r atebion hyn yn ffitio eu cwestiynau bellach, felly cânt eu dangos fel testun plaen: ${titles.join('; ')}.`,
    lost: (titles) =>
      `Nid yw'r rhain yn gwestiynau yn y cofnod hwn bellach: ${titles.join('; ')}. Os mai dim ond y llinell uwchben un ("<!-- reflect:…") a dynnoch allan, mae eich geiriau wedi'u cadw, ac maent nawr yn perthyn i'r ateb o'i flaen.`,
    refused: (file, copy, why) =>
      `Nid yw ${file} wedi newid, am nad yw eich golygiad yn gofnod dilys bellach: ${why} Mae popeth a ysgrifennoch yn ${copy}.`
  },
  delete: {
    what: "symud cofnod i'r bin sbwriel",
    entry: 'ei id, ei ffeil neu ei deitl cyfan; hebddo, byddwch yn dewis o restr',
    yes: 'heb ofyn',
    really: (title, day) => `Symud "${title}" (${day}) i'r bin sbwriel?`,
    deleted: (id) => `Mae yn y bin sbwriel. I'w gael yn ôl: reflect journal --restore ${id}`,
    kept: 'Ni ddilëwyd dim.'
  },
  trash: {
    list: "rhestru'r hyn a ddilëwyd",
    restore: "rhoi'r cofnod hwn yn ôl o'r bin sbwriel",
    empty: 'dileu am byth yr hyn sydd yn y bin sbwriel',
    nothing: 'Nid oes dim yn y bin sbwriel.',
    really: (files) => `Dileu ${count(files, nouns.entry)} am byth? Ni fydd modd eu cael yn ôl wedyn.`,
    restored: (file) => `Mae yn ei ôl: ${file}`,
    emptied: (files) => `Dilëwyd ${count(files, nouns.file)}.`
  },
  export: {
    what: "copïo cofnodion o'r dyddlyfr, i'w darllen, eu hargraffu neu eu cyflwyno",
    which: 'cofnodion, ymarferion neu becynnau; pob cofnod gorffenedig os nad enwir un',
    order: '"date" (yn ôl dyddiad), neu "reading": fel y mae\'r pecynnau yn gosod eu hymarferion',
    notAnOrder: 'Ysgrifennwch date neu reading.',
    format: "md, html, docx (Word), txt neu json; fel arall yn ôl diwedd enw'r allbwn, fel arall md",
    output: 'ffeil, neu ffolder i gael ffeil i bob cofnod; fel arall caiff ei argraffu',
    outcome: 'dim ond yr hyn a ysgrifennoch ar gyfer y deilliant hwn mewn pecyn: ei id, neu ddechrau ei eiriau',
    withoutQuestions: 'dim ond eich geiriau eich hun, o dan eu penawdau',
    includePrivate: 'atebion preifat hefyd',
    replace: 'rhoi geiriau eraill yn lle enw yn y copi hwn, fel "Jo=cydweithiwr"; gellir ei roi sawl gwaith',
    notAReplacement: 'Ysgrifennwch yr enw, "=" a\'r geiriau i\'w rhoi yn ei le, fel "Jo=cydweithiwr".',
    yes: 'allforio atebion preifat heb ofyn',
    force: 'ysgrifennu dros yr hyn sydd yno',
    notAFormat: 'Ysgrifennwch md, html, docx, txt neu json.',
    needsOutput: 'Ni ellir argraffu dogfen Word yma; enwch ffeil iddi, fel --output myfyrdodau.docx.',
    unknownEnding: (ending) =>
      `Nid yw allforyn yn ffeil .${ending}. Dewiswch .md, .html, .docx, .txt neu .json (gellir cadw'r hyn a allforir fel .html neu .docx fel PDF oddi yno), neu enwch y fformat gyda --format.`,
    exists: (file) =>
      `Mae ${file} yn bod eisoes, ac ni chafodd ei newid. Dewiswch enw arall, neu ychwanegwch --force i ysgrifennu drosti.`,
    isEntry: (file) =>
      `Mae ${file} yn gofnod mewn dyddlyfr, ac nid yw allforiad byth yn ysgrifennu dros un. Dewiswch enw neu ffolder arall.`,
    account: (entries, answers, hidden) =>
      [
        `${count(entries, nouns.entry)} gyda ${count(answers, nouns.answer)}.`,
        ...(hidden === 0
          ? []
          : [`Gadawyd ${count(hidden, nouns.answer)} preifat allan (mae --include-private yn eu cynnwys).`])
      ].join(' '),
    writtenFor: (outcome) => `Yr hyn a ysgrifennoch ar gyfer "${outcome}":`,
    nothingFor: (outcome) => `Nid oes ateb ar gyfer "${outcome}" mewn unrhyw gofnod gorffenedig.`,
    exercisesGone: (entries) =>
      `Ni chafodd ${count(entries, nouns.entry)} eu hystyried, am nad yw'r ymarfer yn y pecyn mwyach.`,
    included: 'Wedi eu cynnwys:',
    heldBack: 'Wedi eu gadael allan, am eu bod yn breifat:',
    more: (answers) => `a ${figures(answers)} arall`,
    notesIncluded: (notes) => `Wedi eu cynnwys hefyd, nodiadau uwchben y cwestiynau: ${figures(notes)}.`,
    notesHeld: (notes) => `Wedi eu gadael allan hefyd, nodiadau uwchben y cwestiynau: ${figures(notes)}.`,
    commentsHeld: (comments) =>
      `Wedi eu gadael allan hefyd, sylwadau a guddiwyd yn eich testun â <!-- -->: ${figures(comments)}.`,
    replaced: (entries) => `Newidiwyd enwau mewn ${count(entries, nouns.entry)} o'r copi hwn.`,
    names: (names, more) =>
      `Enwau y gallech fod am eu newid: ${names.join(', ')}${more === 0 ? '' : ` a ${figures(more)} arall`}. I newid un, ychwanegwch`,
    replaceThem: (name) => `--replace "${name}=cydweithiwr"`,
    lookThrough:
      'Cyn ei roi i rywun arall, darllenwch ef: gall enwau, lleoedd a dyddiadau ddangos pwy yw pobl eraill, ac nid oes rhaglen a all ddod o hyd iddynt i gyd.',
    privateAmongThese: 'Atebion preifat ymhlith y rhain:',
    mayLeave: (answers) => `Allforio ${count(answers, nouns.answer)} preifat hefyd?`,
    nothingExported: 'Nid allforiwyd dim.'
  },
  import: {
    what: 'mewnforio cofnodion: allforiad fel JSON, dyddlyfr o gyfrifiadur arall, neu JSON Day One',
    from: "ffeil JSON, ffeil cofnod, neu ffolder o ffeiliau o'r fath"
  },

  search: {
    what: 'dod o hyd i gofnodion yn ôl eu geiriau',
    words:
      'geiriau, y mae\'n rhaid i bob un fod yno; "ymadroddion"; /patrymau/; heb yr un, rhestr i\'w chwilio wrth deipio',
    count: 'argraffu dim ond faint o gofnodion a gafwyd',
    more: (matches) => `a ${matches} arall`,
    inCopy: (file) => `yn y copi ${file}`,
    found: (entries) => `${count(entries, nouns.entry)}.`,
    nothing: 'Ni chafwyd hyd i ddim. Rhowch gynnig ar lai o eiriau, neu ar ddechrau gair yn unig.'
  },
  progress: {
    what: "gweld beth rydych wedi'i wneud, pryd, a beth sydd i'w weld eto",
    html: 'yr un peth fel tudalen, yn y ffeil hon; heb enw, mewn ffeil newydd a enwir i chi',
    statement: "eich cofnod eich hun o'r hyn a gwblhawyd a phryd, fel Markdown",
    output: 'y ffeil ar gyfer --statement neu --html',
    outputOfWhat: "Ychwanegwch --statement neu --html i ddweud beth i'w ysgrifennu yn y ffeil.",
    sum: (entries, minutes, words, days) =>
      entries === 0
        ? "Dim cofnod wedi'i orffen eto."
        : `${count(entries, nouns.entry)} ar ${count(days, nouns.day)}: ${count(words, nouns.word)} mewn ${duration(minutes)}.`,
    done: (title, done, all) => `${title}: ${done} o ${count(all, nouns.exercise)} wedi'u gwneud`,
    tags: (tags, more) => `Tagiau: ${tags.join(', ')}${more > 0 ? ` a ${more} arall` : ''}`,
    month: (month, days) => `${month}: ${count(days, nouns.day)}`,
    ratings: 'Rhoddwyd rhif fwy nag unwaith',
    rated: (ratings, from, to) => `${ratings} (o ${from} i ${to})`,
    newest: (shown, all) => `y ${shown} diweddaraf o ${figures(all)}`,
    hidden: (ratings) => `Gadawyd ${count(ratings, nouns.rating)} preifat allan (mae --include-private yn eu cynnwys).`,
    includePrivate: 'ar y dudalen, rhifau preifat hefyd',
    due: "Mae'n bryd edrych eto",
    dueSince: (title, id, day) => `"${title}", ers ${day}: reflect start ${id}`
  },
  revisit: {
    what: 'darllen eich atebion ddoe a heddiw, ochr yn ochr',
    exercise:
      "ei enw neu ei deitl, neu ran ohono, neu un o'ch cofnodion; hebddo, beth sydd i'w weld eto a beth ysgrifennoch ar y diwrnod hwn",
    nothing: (title) =>
      `Nid oes gennych gofnod o "${title}" wedi'i orffen eto. Teipiwch "reflect start" i ysgrifennu un.`,
    once: (title) => `Un cofnod o "${title}" sydd hyd yma; bydd rhywbeth i'w gymharu pan fyddwch wedi'i wneud eto.`,
    reworded: 'y cwestiwn bryd hynny:',
    comingUp: "Nid oes dim i'w weld eto ar hyn o bryd",
    nextDue: (title, day) => `Nesaf: "${title}", ar ${day}`,
    onThisDay: 'Ar y diwrnod hwn',
    entry: (day, title, id) => `${day}: "${title}" (reflect show ${id})`,
    several: 'Ysgrifennwyd fwy nag unwaith',
    times: (title, entries, id) => `"${title}", ${times(entries)}: reflect revisit ${id}`,
    nothingYet:
      "Nid oes dim i'w weld eto, na dim i'w gymharu. Caiff ymarferion y byddwch yn eu gwneud yr eildro eu dangos yma."
  },

  promises: {
    what: "rhestru'r cynlluniau a wnaethoch, a beth ddaeth ohonynt",
    open: 'Yn dal ar agor',
    closed: 'Wedi eu cadw neu eu gollwng',
    none: 'Nid ydych wedi gwneud cynlluniau eto. Mae rhai ymarferion yn gorffen gydag un.',
    from: (title, day) => `${day}, yn "${title}"`,
    said: {
      came: (day) => `Fe ddigwyddodd (${day}).`,
      'not-yet': (day) => `Ddim eto (${day}).`,
      changed: (day) => `Fe newidioch eich meddwl (${day}).`,
      'let-go': (day) => `Fe ollyngoch afael arno (${day}).`,
      later: (day) => `Fe ofynnoch am gael dod yn ôl ato (${day}).`
    },
    line: (words) => `"${words}"`,
    due: 'Bydd reflect yn gofyn amdano pan ddechreuwch ymarfer nesaf.',
    dueFrom: (day) => `Bydd reflect yn gofyn amdano o ${day} ymlaen.`,
    stillOpen: (plans) => `${count(plans, nouns.plan)} yn dal ar agor`,
    more: (plans) => `a ${plans} arall: mae "reflect promises" yn eu rhestru i gyd`
  },
  sheet: {
    what: "gwneud tudalen i fynd gyda chi: llinellau o gofnod, ei gynllun, a chwestiynau i'r sawl sy'n gwrando",
    line: "rhoi'r ateb hwn arni; gellir ei roi sawl gwaith",
    format: 'md, html, docx neu txt; fel arfer yn amlwg o enw --output',
    notAFormat: 'Dewiswch o md, html, docx a txt.',
    output: "ei hysgrifennu i'r ffeil hon",
    reply: 'rhoi geiriau\'r gwrandäwr o ffeil ("-" ar gyfer mewnbwn safonol) yn y cofnod, fel ateb preifat',
    which: "Pa atebion sy'n mynd ar y dudalen? Mae eich cynllun arni beth bynnag, oni bai ei fod yn breifat.",
    isPrivate: 'preifat',
    nothing: (title) => `Nid oes atebion yn "${title}" i'w rhoi ar dudalen.`,
    allPrivate: (title) =>
      `Mae pob ateb yn "${title}" yn breifat. Dewiswch y rhai a gaiff fynd ar y dudalen gyda --line.`,
    unknownLine: (name, known) => `Nid oes ateb o'r enw "${name}" yn y cofnod hwn. Ei atebion yw: ${known.join(', ')}.`,
    holds: (titles) => `Ar y dudalen: ${titles.join('; ')}.`,
    left: (others, hidden) =>
      `Nid arni: ${count(others, nouns.answer)}${hidden === 0 ? '' : others === hidden ? ', i gyd yn breifat' : `, ${hidden} ohonynt yn breifat`}.`,
    written: (file) => `Mae'r dudalen yn ${file}.`,
    noWords: (name) => `Nid oes geiriau yn ${name}. Nid yw'r cofnod wedi newid.`,
    replied: (file) => `Mae'r ymateb bellach yn rhan o'ch cofnod, ac yn breifat: ${file}`
  },
  people: {
    what: "rhestru'r bobl a'r rolau yr ysgrifenasoch amdanynt, a pha mor aml",
    none: 'Nid ydych wedi ysgrifennu am neb eto.'
  },
  config: {
    what: 'darllen a newid gosodiadau',
    action: 'list (y rhagosodiad), get, set, unset neu path',
    key: 'y gosodiad',
    value: 'ei werth newydd',
    move: 'pan fydd gosodiad y dyddlyfr yn newid, symud yr hyn sydd yno'
  },
  doctor: {
    what: "gweld a yw popeth mewn trefn, a sut i gywiro'r hyn nad yw",
    fix: "cywiro'r hyn y gellir ei gywiro heb golli dim",
    forget: "peidio â sôn eto am yr hyn sydd ar goll o'r dyddlyfr nawr",
    newId: 'gwneud copi o gofnod, ac atebion newydd ynddo, yn gofnod ar wahân'
  },
  completion: {
    what: "gadael i'ch plisgyn gwblhau gorchmynion, ymarferion a chofnodion pan bwyswch Tab",
    shell: "bash, zsh, fish neu powershell; mae'r hyn a gaiff ei argraffu yn dweud ble i'w roi",
    unknown: (shell, near) =>
      `Nid oes cwblhau ar gyfer "${shell}". Dewiswch bash, zsh, fish neu powershell.${didYouMean(near)}`
  },
  help: {
    what: 'egluro gorchymyn, neu bwnc fel "keys" neu "exit-codes"',
    topic: 'gorchymyn neu bwnc',
    man: 'argraffu tudalen y llawlyfr, fel y mae "man" yn ei darllen',
    page: {
      name: 'Enw',
      synopsis: 'Crynodeb',
      description: 'Disgrifiad',
      options: 'Opsiynau pob gorchymyn',
      commands: 'Gorchmynion'
    },
    unknown: (name, near) =>
      `Nid oes cymorth ar "${name}".${didYouMean(near)} Teipiwch "reflect help topics" i weld beth sydd ar gael.`
  },

  pack: {
    what: 'ysgrifennu, gwirio, ychwanegu a diweddaru pecynnau o ymarferion',
    new: 'ysgrifennu pecyn cyntaf, i chi ei newid',
    newDir: 'y ffolder, a gaiff ei greu',
    title: 'ei deitl',
    language: 'ei iaith, fel cy neu en-GB',
    author: "pwy sy'n ei ysgrifennu",
    importFile: 'gwneud pecyn o ddogfen: Word, Markdown, testun, CSV, Excel, XLSForm, Moodle XML neu H5P',
    importFrom: 'y ddogfen',
    importOutput: "y ffolder ar gyfer y pecyn, a gaiff ei greu; fel arall, fe'i henwir ar ôl y ddogfen",
    importLanguage: 'iaith y ddogfen, fel cy neu en-GB',
    build: "gwneud un archif o becyn, i'w rhannu",
    output: 'y ffolder ar gyfer yr archif',
    translate: "ysgrifennu'r ffeil lle cyfieithwch becyn, neu ei diweddaru",
    translateTo: 'yr iaith i gyfieithu iddi, er enghraifft cy neu pt-BR',
    translateDone: "rydych wedi edrych eto ar bob testun a nodwyd: tynnu'r nodau",
    handout: "ysgrifennu'r dudalen sy'n dweud wrth ddysgwyr sut i gael eich pecyn, ym mhob un o'i ieithoedd",
    program: 'ble mae dysgwyr yn cael y rhaglen: cyfeiriad, neu enw ffeil; fel arall, "gofynnwch i\'ch tiwtor"',
    handoutFrom: 'ble mae dysgwyr yn cael y pecyn; fel arall, y ffeil y mae "pack build" yn ei gwneud',
    handoutOutput:
      'y dudalen: Markdown, HTML neu Word, yn ôl diwedd ei henw; mae gan ieithoedd eraill eu henw nhw cyn y diwedd',
    buildForce: "adeiladu'r hyn nad yw wedi'i gofnodi yn git, a thros archif o'r un fersiwn",
    add: 'ychwanegu pecyn: ffolder, ffeil .tgz, .zip neu YAML, neu gyfeiriad (https://, npm:, git+https://, github:)',
    addSource: "ble mae'r pecyn",
    sha256: "y swm gwirio y mae'n rhaid iddo ei gael",
    as: "galw'r pecyn wrth yr enw hwn, os oes gan becyn gwahanol ei enw ei hun",
    replace: "rhoi'r pecyn yn lle un gwahanol sydd â'r un enw",
    yes: 'peidio â gofyn',
    info: 'dangos beth yw pecyn ac o ble y daw',
    id: "enw'r pecyn, neu ddechrau'r enw",
    update: "chwilio am fersiynau newydd o'r pecynnau a ychwanegoch",
    dryRun: "dim ond dangos beth fyddai'n newid",
    rollback: 'mynd yn ôl at y fersiwn cynt',
    remove: 'tynnu pecyn a ychwanegoch; bydd eich cofnodion yn aros',
    path: 'ffolder neu ffeil y pecyn; y ffolder hwn os na enwir un',
    check: "enwi pob nam mewn pecyn: ble mae a sut i'w gywiro",
    fix: "gwneud y cywiriadau sy'n sicr, a dweud pa rai",
    strict: 'cyfrif rhybuddion fel namau',
    since: 'cymharu â fersiwn hŷn, ffolder neu archif, a dweud beth fyddai dysgwyr yn sylwi arno',
    preview: 'mynd drwy becyn fel y bydd dysgwyr, heb gadw dim',
    from: "dechrau gyda'r ymarfer hwn, neu gyda chwestiwn ynddo: YMARFER/CWESTIWN",
    watch: 'darllen y ffeiliau eto pryd bynnag y byddant yn newid',
    html: "y cyfan fel un dudalen i'w darllen a'i hargraffu, yn y ffeil hon; mae iaith arall yn dod cyn y diwedd",
    page: 'y ffeil ar gyfer y dudalen',
    htmlForce: 'ysgrifennu dros y dudalen sydd yno',
    format: '"text", "json" neu "github" (anodiadau mewn llif gwaith)',
    notAFormat: 'Ysgrifennwch text, json neu github.',
    list: "rhestru'r pecynnau sydd yma",
    schema: "argraffu'r Sgema JSON sy'n rhoi allweddi pecyn i olygyddion",
    schemaTranslation: 'sgema ffeil cyfieithiad',
    exercises: (number) => count(number, nouns.exercise),
    added: 'ychwanegwyd'
  }
}

/** Numbers that begin with a vowel when they are read: un, wyth, un ar ddeg. */
const beforeVowel = new Set([1, 8, 11])

/** "3 awr a 20 munud". */
function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = count(minutes % 60, nouns.minute)
  if (hours === 0) return rest
  return minutes % 60 === 0
    ? count(hours, nouns.hour)
    : `${count(hours, nouns.hour)} ${beforeVowel.has(minutes % 60) ? 'ac' : 'a'} ${rest}`
}

import type * as English from '../en/index.ts'
import { count, didYouMean, meant, nouns, oneOf } from './phrases.ts'

/** What is said of a preview of a pack, in Welsh. */
export const preview: typeof English.packs.preview = {
  nothingKept: (title) =>
    `Rhagolwg o "${title}": pob cwestiwn fel y mae dysgwyr yn ei weld. Ni chaiff dim a ysgrifennwch yma ei gadw.`,
  left: 'Rydych wedi gadael y rhagolwg. Ni chadwyd dim.',
  looksBack: (titles) =>
    `Mae'r ymarfer hwn yn edrych yn ôl ar ${oneOf(titles, 'a')}. Bydd atebion a rowch yno yn y rhagolwg hwn i'w gweld eto yma; hebddynt caiff ei ddangos fel i rywun nad yw wedi gwneud hynny eto.`,
  skipped: (before) =>
    before === 1
      ? "Mae'r cwestiwn cyn yr un hwn yn cyfrif fel un a hepgorwyd; mae Shift-Tab neu :nôl yn arwain ato."
      : `Mae'r ${before} cwestiwn cyn yr un hwn yn cyfrif fel rhai a hepgorwyd; mae Shift-Tab neu :nôl yn arwain atynt.`,
  notAskedYet: (prompt, first) =>
    `Dim ond ar ôl atebion penodol y gofynnir "${prompt}", felly rydych yn dechrau gyda "${first}", lle gellir ei gyrraedd.`,
  notAskedHere: (prompt) =>
    `Dim ond lle atebwyd ymarfer cynharach y mae "${prompt}" yno, felly rydych yn dechrau gyda'r cwestiwn cyntaf.`,
  markdown: 'Yr hyn fyddai gan ddysgwr yn y dyddlyfr nawr. Yma nid ysgrifennwyd dim.',
  readAgain: "Mae'r pecyn wedi newid, a darllenwyd ef eto.",
  gone: (exercise) => `Nid oes ymarfer "${exercise}" yn y pecyn bellach.`,
  waiting: "Aiff y rhagolwg ymlaen pan gaiff y pecyn ei gywiro a'i gadw.",
  again: 'Darllen eto',
  cannotWatch: (folder, why) =>
    `Ni ellir gwylio ${folder} am newidiadau (${why}); gadewch --watch allan, a dechreuwch y rhagolwg eto ar ôl newid.`,
  unknownExercise: (name, near, path) =>
    `Nid oes ymarfer "${name}" yn y pecyn. ${meant(near, `I'w gweld i gyd, teipiwch: reflect list --pack ${path}`)}`,
  unknownPrompt: (exercise, name, near) => `Nid oes cwestiwn "${name}" yn yr ymarfer "${exercise}".${didYouMean(near)}`,
  ambiguous: (name, ids) => `Gallai "${name}" fod yn ${oneOf(ids)}. Teipiwch ragor ohono.`
}

const schema = '# yaml-language-server: $schema=./pack.schema.json'

/** A text as YAML: JSON's strings are YAML's too. */
const yaml = (text: string) => JSON.stringify(text)

/** The first files of a new pack, as a tutor begins with them, in Welsh. Values come as YAML. */
export const newPack: typeof English.newPack = {
  question: {
    title: "Beth yw enw'r pecyn? Bydd dysgwyr yn gweld hwn.",
    language: "Ym mha iaith y mae wedi'i ysgrifennu? Tag, fel cy, en-GB neu pt-BR.",
    author: "Pwy sy'n ei ysgrifennu? Gadewch hwn allan os dymunwch."
  },
  notEmpty: (folder) => `Nid yw ${folder} yn wag, felly nid ysgrifennwyd dim; enwch ffolder newydd.`,
  badName: (name) =>
    `Nid oes dim yn "${name}" a allai fod yn enw'r pecyn; enwch y ffolder gyda llythrennau a i z, fel wythnos-gyntaf.`,
  badLanguage: (tag) => `Nid iaith yw "${tag}"; ysgrifennwch dag fel cy, en-GB neu pt-BR.`,
  left: 'Nid ysgrifennwyd dim.',
  made: (folder, title, word) =>
    [
      `Mae "${title}" yn ${folder}, gyda dau ymarfer i'w newid fel y mynnwch. Nesaf:`,
      '',
      `  reflect pack preview ${word}   mynd drwyddo; ni chaiff dim ei gadw`,
      `  reflect pack check ${word}     dod o hyd i lithriadau, a sut i'w cywiro`,
      `  reflect pack build ${word}     gwneud un ffeil ohono, i'w rhannu`
    ].join('\n'),

  manifest: ({ id, title, language, author }) => `${schema}
# Beth yw'r pecyn. Nodiadau i chi yw llinellau sy'n dechrau gyda "#"; dilëwch nhw pan fynnwch.
# 2 ar gyfer yr hyn sydd wedi'i nodi felly isod; gall pecyn heb ddim ohono ddweud 1, y mae rhaglenni hŷn yn ei ddarllen hefyd.
format: 2
# Enw'r pecyn mewn gorchmynion ac mewn dyddlyfrau. Cadwch ef unwaith y bydd y pecyn gan ddysgwyr.
id: ${id}
# Codwch ef gyda phob newid: 1.0.1 am gywiriad, 1.1.0 am rywbeth newydd, 2.0.0 am yr hyn sy'n torri atebion cynharach.
version: 1.0.0
title: ${yaml(title)}
summary: Brawddeg neu ddwy am ddiben y pecyn.
language: ${language}
${author === undefined ? '# authors: [Eich Enw]' : `authors: [${yaml(author)}]`}
# Beth y caiff eraill ei wneud ag ef; mae CC-BY-4.0 yn gadael iddynt ei ddefnyddio, ei newid a'i rannu os enwant chi.
license: CC-BY-4.0
# Un ffeil i bob ymarfer, yn y drefn y cânt eu cynnig.
exercises: [first-steps.yaml, week-by-week.yaml]
# Fformat 2: ar gyfer dosbarth. Mae dysgwyr yn gweld dyddiau'r wythnosau isod, a chynigir y gosodiadau hyn iddynt wrth ychwanegu'r pecyn.
# class: { name: "Hydref 2027, grŵp B", start: 2027-01-11, rhythm: 1 week, bundled: hide }
# Fformat 2: wythnosau, neu rannau eraill. Mae "opens" a "due" yn cyfrif o ddiwrnod cyntaf y cwrs; mae dysgwyr yn gweld y dyddiau, ac nid oes dim yn eu gorfodi.
sections:
  week-1: { title: "Wythnos 1: Dechrau", opens: 0 days, due: 1 week, exercises: [first-steps] }
  week-2: { title: "Wythnos 2: Unwaith eto", opens: 1 week, due: 2 weeks, exercises: [week-by-week] }
# Ffordd fyrrach drwy'r pecyn. O fformat 2 ymlaen gall orffen â phedwar cwestiwn i ddysgwyr am eu tudalennau eu hunain.
routes:
  short:
    title: Hanner awr
    self_check: true
    exercises: [first-steps, week-by-week]
# Fformat 2: yr hyn y gall dysgwyr ei ddangos â'u hatebion. Mae ymarferion a chwestiynau yn eu henwi dan "outcomes", a gall dysgwyr
# gopïo'r hyn a ysgrifennwyd ganddynt ar gyfer un ohonynt: reflect export --outcome notice
outcomes:
  notice: Disgrifio sefyllfa yn fanwl cyn ei barnu
# Fformat 2: termau a allai fod yn ddieithr i ddysgwyr. Mae cymorth pob cwestiwn sydd â'r term yn ei esbonio.
glossary:
  ennyd: Ychydig funudau yr ydych yn eu cofio, nid diwrnod cyfan.
# Ysgrifennir unwaith yr hyn sy'n gyffredin i sawl cwestiwn. Fformat 2: dyma raddfa, a chwestiwn yn ei chymryd gyda "scale: degree".
# Ysgrifennir rhestri o ddewisiadau dan option_lists yn yr un modd, a'u cymryd gydag "options: NAME".
scales:
  degree: { from: 1, to: 5, labels: { 1: Ddim o gwbl, 5: Yn llwyr } }
# Deuir o hyd i atebion yn ôl eu hid. Os bydd id yn newid wedi i ddysgwyr gael y pecyn, neu os aiff rhywbeth, dywedwch hynny yma:
# renamed: { first-steps/hen-id: first-steps/id-newydd, first-steps/part.hen-ddewis: first-steps/part.dewis-newydd }
# retired: [first-steps/wedi-mynd]
`,

  exercise: `${schema}
# Un ymarfer: darn darllen, ychydig o gwestiynau, a thrafodaeth y mae dysgwyr yn ei gweld ar ôl ateb.
id: first-steps
title: Camau cyntaf
purpose: Edrych yn fanwl ar un ennyd, a dewis beth i'w wneud yn ei chylch.
# Tua faint o funudau y mae'n eu cymryd.
minutes: 10
outcomes: [notice]
reading: |
  Testun byr sy'n rhoi rhywbeth i ddysgwyr feddwl ag ef. *Markdown* ydyw: gadewch linell wag rhwng
  paragraffau.

  Dywedwch am beth y mae'r cwestiynau, a pham y maent yn werth deng munud.
prompts:
  # Testun: mae dysgwyr yn ysgrifennu faint a fynnant. Nid oes angen dyfynodau ar yr hyn sydd ar ôl "|".
  # Mae'n breifat: mae'n aros allan o beth bynnag sy'n gadael y dyddlyfr, oni bai fod y dysgwr yn dweud fel arall.
  # Fformat 2: gofynnir "core" hefyd i'r rhai sydd ag ychydig o amser; gallant adael y cwestiynau eraill tan ddiwrnod arall.
  - id: moment
    private: true
    core: true
    ask: |
      Adroddwch am un ennyd o'r wythnos hon, fel y byddai rhywun a safai wrth eich ochr.
    help: Beth a wnaeth ac a ddywedodd pobl. Gall eich barn chi aros.
    # Geiriadau, o fformat 2 ymlaen: y cyntaf sy'n wir. "times" yw sawl gwaith y gorffennodd y dysgwr yr ymarfer hwn o'r blaen;
    # y tro cyntaf dangosir yr enghraifft gyda'r cwestiwn, wedyn os bydd y dysgwr yn gofyn amdani.
    example:
      - when: { times: 0 }
        open: true
        text: Cyrhaeddodd y ciw y drws. Agorodd hi ail ddesg heb ofyn i neb.
      - text: Rhoddodd y ffurflen yn ôl yn y drôr a dweud y gallai aros.
    # Fformat 2: mae'r ateb yn dechrau gyda'r geiriau hyn, a'r dysgwyr yn mynd ymlaen o'r fan honno.
    start_with: Roedd …
    # Fformat 2: un cwestiwn arall, a ofynnir unwaith ar ôl ateb byr.
    more:
      under: 15 words
      ask: Beth yw un peth a ddywedodd rhywun, air am air?
  # Dewis. Mae amodau a dyddlyfrau'n defnyddio'r gair cyn y colon; mae dysgwyr yn gweld y gweddill.
  - id: part
    type: choice
    private: false
    ask: Beth oedd eich rhan chi ynddi?
    options:
      led: Fi oedd yn arwain
      joined: Cymerais ran
      watched: Gwylio wnes i
    other: true
  # Dim ond i'r rhai a arweiniodd. Caiff atebion cynharach eu dyfynnu mewn cromfachau cyrliog dwbl. Mae'n sôn
  # am yr ennyd, felly mae mor breifat â honno.
  - id: again
    about: moment
    # Pennawd byr ar gyfer y dyddlyfr; fel arall defnyddir brawddeg gyntaf y cwestiwn.
    title: Beth fyddech chi'n ei wneud eto
    ask: |
      Ysgrifennoch "{{part}}". Beth fyddech chi'n ei wneud eto?
    when: { part: led }
  # Fformat 2: mae dysgwyr yn dewis un o sawl cwestiwn yn ôl ei deitl, a gofynnir hwnnw'n unig.
  - id: told-by
    type: one-of
    about: moment
    ask: Dewiswch un o'r rhain.
    prompts:
      - { id: colleague, title: Cydweithiwr, ask: "Sut y byddai cydweithiwr yn adrodd hyn?" }
      - { id: served, title: Rhywun yr ydych yn ei wasanaethu, ask: "Sut y byddai rhywun yr ydych yn ei wasanaethu yn adrodd hyn?" }
  # Cynllun: "Pan ..., byddaf yn ...".
  # Holir dysgwyr amdano pan ddônt yn ôl.
  - id: plan
    about: moment
    core: true
    type: plan
    ask: Dewiswch un peth bach ar gyfer yr wythnos nesaf.
# Yr hyn y mae dysgwyr yn ei ddarllen ar y diwedd: testun, neu o fformat 2 ymlaen flociau; dangosir pob un sy'n wir.
discussion:
  - when: { part: [led, joined] }
    text: Roedd gennych ran ynddi. Pwy a'i gwelodd o rywle arall, a beth fyddent yn ei ddweud?
  - text: Beth a gafodd eraill, a ffordd arall o edrych arno.
`,

  again: `${schema}
# Ymarfer a wneir dro ar ôl tro. Mae angen fformat 2 arno. Os nad ydych am ei gael, dilëwch y ffeil hon a'i henw yn
# pack.yaml, hefyd yn y llwybr.
id: week-by-week
title: Wythnos wrth wythnos
purpose: Cadw un ennyd o bob wythnos, a gweld beth sy'n dod yn ôl.
minutes: 10
# Fformat 2: nodiadau i diwtoriaid eraill. Nid yw dysgwyr byth yn eu gweld; mae "reflect pack preview --html" yn eu dangos.
tutor_notes: Dywedwch yma sut yr ydych yn ei ddefnyddio mewn dosbarth.
# Mae'n edrych yn ôl arno'i hun: ar agor o'r dechrau, ac i'w gynnig eto cymaint â hyn ar ôl ei orffen ddiwethaf.
revisit: { exercise: week-by-week, after: 7 days }
# Ar ei ddiwedd gall dysgwyr adael cwestiwn ar gyfer y diwrnod y dônt yn ôl.
ask_later: true
# Caiff ateb o'r tro diwethaf ei ddyfynnu ag enw'r ymarfer.
reading:
  - when: { times: 0 }
    text: Mae un ennyd yr wythnos yn ddigon.
  - when: { week-by-week/moment: { answered: true } }
    text: |
      Y tro diwethaf dewisoch hyn: "{{week-by-week/moment}}"
  - text: Mae un ennyd yn ddigon. Gall fod yn un fach.
prompts:
  - id: moment
    private: true
    core: true
    title: Yr ennyd
    lines: 1
    ask:
      - when: { times: { lt: 3 } }
        text: Pa ennyd o'r wythnos hon sydd gyda chi o hyd?
      # O'r pedwerydd tro ymlaen, daw'r rhain yn eu tro.
      - { rotate: true, text: Pwy nad oedd yn yr ystafell yr wythnos hon? }
      - { rotate: true, text: Beth aeth yn well yr wythnos hon nag yr oeddech wedi'i ofni? }
    # Fformat 2: caiff un o'r rhain ei thynnu ar hap ar gyfer pob cofnod.
    help:
      - { random: true, text: Gall fod mor fach â chipolwg. }
      - { random: true, text: Gall fod yn rhywbeth na ddigwyddodd. }
  - id: done
    private: false
    core: true
    type: scale
    ask: Sut y cafodd ei wneud?
    scale: degree
    # Fformat 2: mae pob datganiad yn dweud beth yw ystyr y rhifau iddo ef. Heb "labels", yr un yw ystyr y rhifau i bob un.
    statements:
      - { id: fair, text: Yn deg, labels: { 1: Cafodd rhai eu gwasanaethu a rhai ddim., 5: Cafodd pawb yr hyn oedd yn ddyledus iddynt. } }
      - { id: clear, text: Yn glir, labels: { 1: Ni wyddai neb pam., 5: Gallai pawb fod wedi dweud pam. } }
      - { id: kind, text: Yn garedig, labels: { 1: Ni chododd neb ei ben., 5: Aeth pobl oddi yno â'u pennau'n uchel. } }
  # Cwestiwn dilynol, ar gyfer pob math o gwestiwn. Mae ei amod yn edrych ar yr ateb o'i flaen.
  - id: worth
    private: false
    type: scale
    ask: Pa mor siŵr ydych chi ei fod yn werth chweil?
    scale: degree
    follow_up: { ask: Beth sy'n gwneud i chi amau hynny?, when: { lt: 3 } }
  # Ni all yr ail rif fod yn is na'r cyntaf.
  - id: low
    private: false
    type: number
    ask: Mewn sawl wythnos o ddeg y mae hyn yn digwydd? Rhowch y lleiaf.
    min: 0
    max: 10
  - id: high
    private: false
    type: number
    ask: A'r mwyaf?
    min: { prompt: low }
    max: 10
# Gall blociau ddweud beth sy'n dilyn o sawl ateb.
discussion:
  - when: { "lowest of done": { answered: true } }
    text: |
      Hwn gafodd y rhif isaf gennych: {{lowest of done|dim}}. Pwy fyddai wedi sylwi?
  - when: { "difference of high and low": { gte: 4 } }
    text: Mae eich dau rif ymhell oddi wrth ei gilydd. Beth fyddai angen i chi ei wybod?
  - text: Mae wythnos ddiflas mewn geiriau plaen yn werth cymaint ag un wych.
# Cwestiynau a ofynnir ar ôl y drafodaeth.
after_discussion:
  - id: next
    about: moment
    core: true
    type: plan
    ask: Dewiswch un peth bach ar gyfer yr wythnos nesaf.
  # Cynigir yr ymarfer eto ar y diwrnod hwn, yn lle'r saith diwrnod uchod.
  - id: look
    private: false
    type: date
    return: true
    ask: Ar ba ddiwrnod y byddwch yn edrych eto?
`,

  readme: ({ title }) => `# ${title.replaceAll(/[\\`*_[\]<]/g, '\\$&')}

Ymarferion ar gyfer y rhaglen reflect. Dywedwch yma i bwy y mae'r pecyn, a phryd.
`
}

/** What `pack import` says and writes, in Welsh. */
export const packImport: typeof English.packImport = {
  question: "Ym mha ddogfen y mae'r cwestiynau? Teipiwch enw'r ffeil, neu lusgwch hi yma.",
  notThere: (file) => `Nid oes ffeil ${file}: gwiriwch ei henw a'i ffolder.`,
  isFolder: (folder) => `Ffolder yw ${folder}. Enwch y ddogfen sydd ynddi.`,
  tooLarge: (file, limit) =>
    `Mae ${file} yn fwy na ${limit} MiB. Tynnwch ei lluniau neu rhannwch hi, a mewnforiwch y rhannau.`,
  empty: (file) => `Mae ${file} yn wag, felly nid oes dim i'w fewnforio.`,
  unknown: (file) =>
    `Nid yw ${file} yn ddogfen y gall reflect ei mewnforio. Cadwch hi fel .docx, .md, .txt, .csv neu .xlsx, a mewnforiwch honno.`,
  otherFormat: (file, format) =>
    `Ffeil ${format} yw ${file}, ac ni all reflect fewnforio honno. Agorwch hi, cadwch hi fel .docx neu .txt, a mewnforiwch honno.`,
  otherXml: (file) =>
    `XML yw ${file}, ond nid banc cwestiynau, adborth, holiadur na dyddlyfr o Moodle. Allforiwch un o'r rhain o Moodle, a mewnforiwch hwnnw.`,
  otherContent: (file, library) =>
    library === ''
      ? `Nid H5P Documentation Tool yw ${file}: nid oes tudalennau ynddo. Allforiwch Documentation Tool, a mewnforiwch hwnnw.`
      : `H5P o'r math ${library} yw ${file}, a dim ond H5P.DocumentationTool y gall reflect ei fewnforio. Copïwch y cwestiynau i ffeil destun, a mewnforiwch honno.`,
  broken: {
    invalid: (file) =>
      `Mae ${file} wedi'i difrodi, neu nid yr hyn a ddywed ei henw yw hi. Cadwch neu allforiwch hi eto gyda'r rhaglen a'i gwnaeth.`,
    broken: (file) =>
      `Mae ${file} wedi'i difrodi neu wedi'i chloi â chyfrinair. Agorwch hi gyda'r rhaglen a'i gwnaeth, cadwch hi eto, a mewnforiwch honno.`,
    entities: (file) =>
      `Gwrthodwyd ${file}, am ei bod yn diffinio ei endidau XML ei hun (DOCTYPE), a all wneud drwg. Allforiwch hi eto o Moodle neu o'r rhaglen a'i gwnaeth.`,
    large: (file) => `Mae mwy yn ${file} nag y gall reflect ei ddarllen. Rhannwch hi, a mewnforiwch y rhannau.`
  },
  tooMuch: (file, why) =>
    `Mae mwy yn ${file} nag sy'n ffitio mewn pecyn (${why}). Rhannwch hi, a mewnforiwch y rhannau.`,
  nothing: (file) => `Nid oes testun yn ${file}, felly nid oes dim i'w fewnforio.`,
  added: {
    table: 'Llenwch y tabl.',
    sentence: 'Cwblhewch y frawddeg.',
    scale: "I ba raddau rydych yn cytuno â phob un o'r rhain?",
    match: 'Yn perthyn i',
    room: "Ysgrifennwch yma yr hyn sy'n dod i'r meddwl."
  },
  mark: (place) => (place === '' ? "I'w adolygu:" : `I'w adolygu (${place}):`),
  place: (place) => {
    const words = { line: 'llinell', paragraph: 'paragraff', question: 'cwestiwn', page: 'tudalen' }
    if (place.at !== 'row') return `${words[place.at]} ${place.number}`
    return place.sheet === undefined ? `rhes ${place.number}` : `dalen ${place.sheet}, rhes ${place.number}`
  },
  points: {
    'kind-unknown': (kind) =>
      `Mae'r ddogfen yn gofyn am ateb o'r math "${kind}", nad oes gan reflect. Dewiswch y math sy'n ffitio orau.`,
    'one-or-several': () =>
      `Nid yw'r ddogfen yn dweud ai un dewis neu sawl un sydd i'w ddewis. Yma gellir dewis sawl un; ar gyfer un, ysgrifennwch "type: choice".`,
    'bullets-as-options': () =>
      `Cymerwyd y rhestr o dan y cwestiwn fel dewisiadau. Os cyngor yw hi, symudwch hi i "help" a dileu "type" ac "options".`,
    'perhaps-yes-no': () =>
      'Efallai mai ie neu na yw\'r ateb i hyn. Mae\'n gofyn am destun; ar gyfer ie a na, ychwanegwch "type: yes-no".',
    'perhaps-question': () =>
      `Nid yw'n glir a yw hyn yn gofyn am ateb. Cadwch ei fath, neu newidiwch ef: dim ond dangos testun y mae "note", mae "text" yn gofyn am un.`,
    'room-only': () =>
      "Mae'r ddogfen yn gadael lle i ysgrifennu yma, heb gwestiwn. Ysgrifennwch y cwestiwn, neu dilëwch hwn.",
    'no-options': (detail) =>
      `Mae gan y ddogfen lai na dau ddewis ar gyfer hyn (${detail}), felly mae'n gofyn am destun. Ychwanegwch ddewisiadau a math, os ydych am gael dewis.`,
    'options-left': (detail) =>
      `Gadawyd y dewisiadau hyn allan: ${detail}. Ychwanegwch nhw gydag "options", neu dilëwch y sylw hwn.`,
    'too-many': (detail) =>
      `Mae ${detail} o ddewisiadau, rhesi neu golofnau yma, mwy nag y mae reflect yn eu dangos. Maent yn y cymorth, ac ysgrifennir yr ateb. Byrhewch y rhestr, neu gadewch hi felly.`,
    ticks: () => "Daeth blychau'r tabl hwn yn golofnau ar gyfer ie a na. Gwiriwch mai dyna yw eu pwrpas.",
    'row-left': (detail) => `Gadawyd allan res heb ddatganiad: ${detail}.`,
    'cells-left': (detail) =>
      `Roedd y celloedd hyn o'r tabl wedi'u llenwi, a gadawyd nhw allan: ${detail}. Efallai eu bod yn enghraifft ar gyfer "help".`,
    'table-to-read': () => `Dangosir y tabl hwn i'w ddarllen. Os dylai dysgwyr ei lenwi, gwnewch ef yn "table".`,
    condition: (detail) =>
      `Dim ond weithiau y mae'r ddogfen yn gofyn hyn: ${detail}. Ychwanegwch "when", neu gofynnwch ef bob tro.`,
    rule: (detail) => `Mae gan y ddogfen reol ar gyfer yr ateb a adawyd allan: ${detail}.`,
    repeat: () =>
      `Mae'r ddogfen yn ailadrodd y grŵp hwn ar gyfer sawl peth. Gall "table" gydag "add_rows" wneud hynny.`,
    score: (detail) =>
      `Nid yw reflect yn marcio atebion, felly gadawyd atebion cywir, pwyntiau ac adborth allan: ${detail}. Gall trafodaeth eu codi.`,
    picture: (detail) =>
      `Mae llun${detail === '' ? '' : ` (${detail})`} yn y ddogfen, a adawyd allan. Os oes ei angen ar ddysgwyr, ychwanegwch ef eto neu disgrifiwch ef.`,
    comment: (detail) => `Sylw yn y ddogfen: ${detail}`,
    deleted: (detail) => `Gadawyd allan destun sydd wedi'i farcio fel wedi'i ddileu yn y ddogfen: ${detail}`,
    'edge-left': (detail) => `Gadawyd pennyn neu droedyn y ddogfen allan: ${detail}`,
    'front-matter': (detail) => `Gadawyd llinellau cyntaf y ddogfen allan: ${detail}`,
    'item-left': (detail) => `Nid yw hyn yn gofyn dim i ddysgwyr, a gadawyd ef allan: ${detail}`,
    'language-left': (detail) =>
      `Mae testunau'r ddogfen hefyd mewn ieithoedd eraill (${detail}). Gallant ddod yn gyfieithiadau o'r pecyn.`,
    'sheet-left': (detail) => `Gadawyd dalennau eraill y llyfr gwaith allan: ${detail}`,
    'responses-left': (detail) =>
      `Gadawyd allan atebion a roddodd pobl (${detail}), am mai eu heiddo nhw ydynt. Dim ond y cwestiynau a gymerwyd.`,
    required: (detail) => `Cwestiynau gorfodol yn y ddogfen: ${detail}. Yn reflect, caiff pawb hepgor pob cwestiwn.`,
    encoding: (detail) =>
      `Nid yw'r ffeil yn dweud sut y mae ei llythrennau wedi'u hamgodio. Darllenwyd hi fel ${detail}: chwiliwch am lythrennau anghywir.`,
    split: (detail) => `Mae'r rhan hon o'r ddogfen yn rhy hir ar gyfer un ymarfer, felly daeth yn ${detail}.`,
    'no-question': () => 'Ni chafwyd cwestiwn yn y rhan hon. Ychwanegwch un, neu dilëwch yr ymarfer.',
    language: (detail) =>
      `Nid yw'r ddogfen yn dweud ym mha iaith y mae. Mae'r pecyn yn dweud ${detail}; newidiwch hynny os yw'n anghywir.`,
    minutes: () => 'Amcangyfrif yw munudau pob ymarfer. Rhowch gynnig ar yr ymarferion a newidiwch nhw.',
    rights: () =>
      `Gwiriwch fod hawl gennych i ddefnyddio'r ddogfen fel hyn, ac ychwanegwch "authors" a "license" ar gyfer yr hyn sy'n eiddo i chi.`
  },
  made: (title, folder, questions, exercises) =>
    `Mae "${title}" yn ${folder}: ${count(questions, nouns.question)} mewn ${count(exercises, nouns.exercise)}.`,
  toReview: (number) =>
    `I'w hadolygu: ${number}. Mae pob un hefyd yn sylw yn y ffeil, wrth ymyl yr hyn y mae'n sôn amdano:`,
  pointPlace: (file, line, place, question) =>
    `${file}:${line}${question === '' ? '' : ` "${question}"`}${place === '' ? '' : ` (${place})`}`,
  next: (folder) =>
    [
      'Nesaf:',
      `  reflect pack preview ${folder}   rhoi cynnig arno fel y bydd dysgwyr; ni chedwir dim`,
      `  reflect pack check ${folder}     dod o hyd i gamgymeriadau a sut i'w cywiro`
    ].join('\n')
}

/** What `pack translate` says and writes, in Welsh. */
export const packTranslate: typeof English.packTranslate = {
  question: 'I ba iaith y byddwch yn ei gyfieithu? Teipiwch god iaith, fel cy neu pt-BR.',
  badLanguage: (tag) => `Nid iaith yw "${tag}". Teipiwch god iaith, fel cy am y Gymraeg neu pt-BR.`,
  ownLanguage: (tag, title) =>
    `Mae "${title}" wedi'i ysgrifennu yn ${tag} ei hun, felly nid oes dim i'w gyfieithu. Enwch yr iaith i gyfieithu iddi.`,
  archive: (file) => `Nid pecyn y gallwch ei newid yw ${file}. Enwch ei ffolder neu ei ffeil YAML.`,
  notYours: (name) =>
    `Ychwanegwyd ${name} at reflect neu daw gydag ef, a byddai'r fersiwn nesaf yn disodli cyfieithiad yno. Enwch y ffolder lle mae'r pecyn yn cael ei ysgrifennu.`,
  cannotEdit: (file, why) =>
    `Gadawyd ${file} fel y mae, gan na ellid ei ddiweddaru heb newid mwy nag y dylid (${why}). Ysgrifennwch yr hyn sydd ar goll â llaw; mae "reflect pack check" yn ei restru.`,
  mark: 'Mae hwn wedi newid ers ei gyfieithu. Edrychwch eto ar eich geiriau, ac wedyn dilëwch y llinell hon.',
  introduction: ({ title, language, from, to }) =>
    [
      `"${title}": ${to}. Ysgrifennwch eich geiriau yn lle pob "…".`,
      `Bydd dysgwyr yn gweld testunau sydd â hwnnw o hyd yn iaith y pecyn (${from}).`,
      '',
      'Mae llinellau â #| yn dangos testun y pecyn. Mae llinellau â #= ar y diwedd yn cofio pa fersiwn ohono a gyfieithwyd.',
      `Gadewch y ddau i reflect. Os bydd y pecyn yn newid, teipiwch yn ei ffolder: reflect pack translate ${language}`,
      ''
    ].join('\n'),
  progress: (language, translated, all, changed) => {
    const look = changed === 0 ? '' : `, ac angen edrych eto ar ${changed}`
    return `${language}: ${translated === all ? `pob un o'r ${all} testun` : `${translated} o'r ${all} testun`}${look}.`
  },
  written: (file) => `Mae'r cyfieithiad yn ${file}.`,
  wouldWrite: (file) => `Byddai ${file} yn newid; nid ysgrifennwyd dim.`,
  unchanged: (file) => `Mae ${file} fel yr oedd: nid oedd angen ychwanegu na nodi dim.`,
  added: (number) => `Testunau newydd ynddi i'w cyfieithu, pob un wedi'i nodi â "…": ${number}.`,
  marked: (number) =>
    `${number === 1 ? "Mae'r testun hwn wedi newid ers ei gyfieithu" : "Mae'r testunau hyn wedi newid ers eu cyfieithu"}. Edrychwch eto ar eich geiriau, dilëwch y llinell "#!" uwch eu pen, a rhedwch y gorchymyn hwn eto; neu rhedwch ef gyda --done.`,
  gone: (number) =>
    `${number === 1 ? "Nid yw'r testun hwn" : "Nid yw'r testunau hyn"} yn y pecyn bellach. Mae'r hyn a gyfieithwyd yn aros yn y ffeil fel sylw (#~).`,
  more: (number) => `a ${number} arall`,
  next: (language, path) =>
    ['Nesaf:', `  reflect pack check ${path}`, `  reflect pack preview ${path} --lang ${language}`].join('\n')
}

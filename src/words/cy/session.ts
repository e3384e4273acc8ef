import type * as English from '../en/index.ts'
import { listed } from '../shared/listed.ts'
import { count, nouns, oneOf, times } from './phrases.ts'

function about(minutes: number | undefined): string {
  return minutes === undefined ? '' : `Tua ${count(minutes, nouns.minute)}: `
}

/** What is said before and after an exercise, on the home screen and at the first run, in Welsh. */
export const session: typeof English.session = {
  discussion: 'Trafodaeth',
  terms: 'Geiriau yn y cwestiwn hwn',
  notSaved: (why) =>
    `Nid yw hyn wedi'i gadw eto: ${why} Mae eich geiriau yma o hyd; cânt eu cadw gyda'ch ateb nesaf, os bydd lle.`,
  notFinished: (why) =>
    `Nid yw hyn wedi'i orffen eto: ${why} Mae eich geiriau yma o hyd: gallwch roi cynnig arall arni, neu adael.`,
  unsaved: (text, why) => `${text}\n${why} Dangosir popeth a ysgrifennoch uchod. Copïwch ef cyn cau'r ffenestr.`,
  conflict: (file, copy, titles) =>
    `Newidiwyd ${file} yn rhywle arall wrth i chi ysgrifennu (${titles.join('; ')}). Cadwyd y fersiwn honno; mae eich un chi yn ${copy}.`,
  staysPrivate: (title) => `Mae hwn yn aros yn breifat, am ei fod yn ymwneud â "${title}", sy'n breifat.`,
  stillOpen: (title) => `Yn ôl at gwestiwn sy'n dal heb ei ateb: "${title}"`,
  left: 'Caiff eich drafft ei gadw. I fynd ymlaen o\'r man lle stopioch, teipiwch "reflect resume".',
  leftEmpty: 'Nid ysgrifennwyd dim, felly ni chadwyd dim.',
  unanswered:
    'Hepgorwyd pob cwestiwn, felly nid yw hyn yn cyfrif fel rhywbeth sydd wedi\'i wneud eto. Caiff eich drafft ei gadw: teipiwch "reflect resume" i ateb unrhyw un ohonynt.',
  core: {
    howLong: 'Faint o amser sydd gennych?',
    short: (minutes) => `${about(minutes)}y cwestiynau craidd`,
    long: (minutes) => `${about(minutes)}pob cwestiwn`,
    stop: (questions, minutes) =>
      `Dyna'r cwestiynau craidd. Mae ${questions === 1 ? 'un arall' : `${questions} arall`}${minutes === undefined ? '' : `, tua ${count(minutes, nouns.minute)}`}. Gallwch orffen yma.`,
    finish: 'Gorffen yma',
    goOn: "Mynd ymlaen â'r gweddill nawr",
    later: 'Cadw drafft, a gwneud y gweddill rywbryd eto'
  },
  goingOn: (title, day) => `Yn mynd ymlaen â "${title}", a ddechreuwyd ar ${day}.`,
  doneBefore: (title, entries, day) =>
    entries === 1
      ? `Gorffennoch "${title}" ar ${day}. Mae'r cofnod hwnnw'n aros fel y mae; bydd yr hyn a ysgrifennwch nawr yn gofnod newydd.`
      : `Rydych wedi gorffen "${title}" ${times(entries)}, y tro diwethaf ar ${day}. Mae'r cofnodion hynny'n aros fel y maent; bydd yr hyn a ysgrifennwch nawr yn gofnod newydd.`,
  retired: (titles, hasSources) =>
    `Mae'r cwrs${hasSources ? ', neu ateb mewn ymarfer arall,' : ''} wedi newid ers i chi ddechrau. Mae'r hyn nad yw'n cyd-fynd â'r cwestiynau hyn bellach yn aros yn eich cofnod, wedi'i nodi fel ateb a dynnwyd yn ôl: ${listed(titles)}`,
  staysRetired: (titles, hasSources) =>
    `Wedi'i gadw yn eich cofnod a'i nodi fel ateb a dynnwyd yn ôl, am fod y cwrs${hasSources ? ', neu ateb mewn ymarfer arall,' : ''} wedi newid: ${listed(titles)}`,
  noLongerFits: (titles) =>
    `Am i chi newid ateb cynharach, nid yw hyn yn ffitio bellach. Mae'r hyn a ysgrifennoch yn aros yn eich cofnod, wedi'i nodi fel ateb a dynnwyd yn ôl: ${listed(titles)}`,
  dropped: (titles) =>
    `${titles.length === 1 ? 'Caiff hyn ei adael allan, am nad yw ei gwestiwn yn berthnasol bellach' : "Caiff y rhain eu gadael allan, am nad yw eu cwestiynau'n berthnasol bellach"}: ${listed(titles)}`,
  begunOn: (day) => `dechreuwyd ar ${day}`,
  draftsAreLost: "Ni ellir darllen yr un o'ch drafftiau ar hyn o bryd.",
  nothingToResume: 'Nid oes gennych ymarfer ar ei hanner. Teipiwch "reflect start" i ddechrau un.',
  whichDraft: 'Â pha un yr hoffech fynd ymlaen?',
  packGone: (pack, exercise, file) =>
    `Mae'r drafft hwn yn perthyn i'r ymarfer "${exercise}" o'r pecyn "${pack}", nad yw wedi'i osod bellach. Mae eich geiriau'n ddiogel yn ${file}.`,
  notYet: (other) =>
    `Mae'r ymarfer hwn yn edrych yn ôl ar "${other}", nad yw wedi'i orffen eto. Ei wneud nawr beth bynnag?`,
  notBefore: (day) => `Mae'n well gadael yr ymarfer hwn tan ${day}. Ei wneud nawr beth bynnag?`,
  passedOver: (packs) =>
    packs.length === 1
      ? `Nid yw'r pecyn "${packs[0]}" ar y cyfrifiadur hwn, felly mae'r llwybr yn mynd ymlaen hebddo. I'w ychwanegu, teipiwch "reflect pack add".`
      : `Nid yw'r pecynnau ${oneOf(packs, 'a')} ar y cyfrifiadur hwn, felly mae'r llwybr yn mynd ymlaen hebddynt. I'w hychwanegu, teipiwch "reflect pack add".`,
  closing: {
    finished: "Wedi gorffen a'i gadw",
    savedAt: (file) => `Eich cofnod: ${file}`,
    privacy: (hidden, answers) =>
      hidden === 0
        ? 'Nid oes ateb preifat ynddo.'
        : hidden === answers
          ? `Mae ${answers === 1 ? 'eich ateb yn breifat, a chaiff ei' : 'eich holl atebion yn breifat, a chânt eu'} gadael allan pan fyddwch yn allforio neu'n rhannu.`
          : `Atebion preifat: ${hidden} o ${answers}. Cânt eu gadael allan pan fyddwch yn allforio neu'n rhannu.`,
    next: (title, id, route) =>
      `Nesaf${route === undefined ? '' : ` ar y llwybr "${route}"`}, pan fynnwch: "${title}" (reflect start ${id}).`,
    routeDone: (route) => `Dyna ymarfer olaf y llwybr "${route}" am y tro.`,
    allDone: (pack) => `Dyna ymarfer olaf "${pack}" am y tro.`,
    comeBack: (title, day) => `Bydd reflect yn cynnig "${title}" i chi o'r diwrnod hwn ymlaen: ${day}.`,
    goOn: 'Parhau',
    export: 'Allforio copi nawr'
  },
  copy: {
    which: 'Pa fath o ffeil?',
    formats: {
      docx: 'Dogfen Word',
      html: "Tudalen we, i'w darllen neu ei hargraffu",
      txt: 'Testun plaen',
      md: 'Markdown'
    },
    isIn: (file) => `Mae'r copi yn ${file}`
  },
  home: {
    title: "reflect: ymarferion i feddwl gyda nhw, a dyddlyfr sy'n eiddo i chi",
    question: 'Beth hoffech chi ei wneud?',
    goOn: (title) => `Mynd ymlaen â "${title}"`,
    unfinished: (drafts) => `Y ${drafts} ymarfer sydd ar eu hanner`,
    whichDraft: 'Â pha un yr hoffech fynd ymlaen?',
    due: (title) => `Edrych eto: "${title}"`,
    asks: (title) => `Ateb eich cwestiwn eich hun: "${title}"`,
    doneOn: (title, day) => `gwnaethoch "${title}" ar ${day}`,
    onThisDay: (title) => `Ar y diwrnod hwn: "${title}"`,
    next: (title) => `Dechrau "${title}"`,
    all: 'Dewis ymarfer',
    whichPack: 'O ba becyn?',
    route: (title) => `Ar hyd y llwybr "${title}"`,
    onRoute: (title) => `nesaf ar eich llwybr, "${title}"`,
    inLanguage: (name) => (name === 'English' ? 'Yn Saesneg' : `Iaith: ${name}`),
    nextOnRoute: (title) => `Nesaf: "${title}"`,
    done: (done, all) => `${done} o ${count(all, nouns.exercise)} wedi'u gwneud`,
    journal: 'Darllen eich dyddlyfr a chwilio ynddo',
    entries: (entries) => count(entries, nouns.entry),
    progress: 'Gweld pa mor bell rydych wedi dod',
    more: 'Allforio, pecynnau, gosodiadau, cymorth',
    quit: 'Gadael',
    whichEntry: 'Pa gofnod?',
    edit: 'Golygu',
    compare: 'Cymharu ddoe a heddiw',
    delete: 'Dileu',
    pack: (title, done, all) => `${title}: ${done} o ${count(all, nouns.exercise)} wedi'u gwneud`,
    typeToResume: (title, id) => `I fynd ymlaen â "${title}":\n  reflect resume ${id}`,
    typeForDrafts: (drafts) => `I weld y ${drafts} ymarfer sydd ar eu hanner:\n  reflect journal --status draft`,
    typeForDue: (title, id) => `I edrych eto ar "${title}":\n  reflect start ${id}`,
    typeForThisDay: (title, day, id) => `I ddarllen "${title}", a ysgrifennoch ar ${day}:\n  reflect show ${id}`,
    typeToStart: (title, id, route) =>
      `I ddechrau "${title}"${route === undefined ? '' : `, sydd nesaf ar eich llwybr, "${route}"`}:\n  reflect start ${id}`,
    typeForPlans: (open) => `${open}. I'w gweld:\n  reflect promises`,
    typeToRevisit: 'I weld popeth y gallwch ddod yn ôl ato:\n  reflect revisit',
    typeForMore: 'I weld pob ymarfer:\n  reflect list\nI weld popeth arall:\n  reflect --help'
  },
  welcome: {
    title: 'reflect',
    purpose: [
      "Ymarferion i feddwl gyda nhw, a dyddlyfr sy'n eiddo i chi.",
      'Darllenwch ychydig, atebwch gwestiynau, a chadwch eich geiriau.'
    ],
    stored: (folder) => `Mae eich geiriau'n aros ar y cyfrifiadur hwn, yn ${folder}`,
    withKeys: [
      'Symud: ↑ ↓. Dewis: Enter. Y bysellau: ? (Ctrl-G wrth ysgrifennu).',
      'Stopio: Ctrl-C. Cedwir yr hyn a deipiwyd.'
    ],
    inPlain: [
      'Atebwch drwy deipio, a phwyswch Enter. Teipiwch :help i glywed beth arall y gallwch ei deipio.',
      'Teipiwch :leave i stopio. Cedwir yr hyn a deipiwyd.'
    ],
    begin: 'Dechrau',
    other: 'Cadw fy ngeiriau mewn ffolder arall',
    inThisLanguage: 'Yn Gymraeg',
    plain: 'Modd plaen, i ddarllenwyr sgrin',
    notPlain: "Allan o'r modd plaen",
    where: 'Ble hoffech chi gadw eich dyddlyfr?',
    atHome: 'yn eich ffolder cartref',
    documents: 'ymhlith eich dogfennau',
    elsewhere: 'Yn rhywle arall',
    which: 'Pa ffolder? Caiff ei chreu os nad yw yno.'
  }
}

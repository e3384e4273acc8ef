import { days, typed } from './days.ts'
import type { EntryWords } from '../shared/types.ts'

/** The fixed words of a Welsh entry. Readers depend on them: a change needs a way to read the old ones. */
export const entry: EntryWords = {
  skipped: 'Hepgorwyd.',
  other: 'Arall:',
  notSure: 'Ddim yn siŵr.',
  versions: {
    ours: (name) => `Un fersiwn${inBrackets(name)}:`,
    base: (name) => `Y fersiwn y gwnaed y ddau ohono${inBrackets(name)}:`,
    theirs: (name) => `Y fersiwn arall${inBrackets(name)}:`,
    end: (name) => `Mae'r ddau fersiwn yn gorffen yma${inBrackets(name)}.`
  },
  yes: 'ie',
  no: 'nage',
  when: 'Pan',
  iWill: 'byddaf yn',
  of: 'o',
  and: (last) => (/^[aeiouwy]/i.test(last.normalize('NFD')) ? 'ac' : 'a'),
  headings: { question: 'Cwestiwn', followUp: 'Cwestiwn dilynol', reading: "I'w ddarllen" },
  retired:
    "Tynnwyd yn ôl: nid yw hyn yn cyd-fynd â'r ymarfer fel y mae bellach. Mae'n aros yma gyda'r cwestiwn fel y'i gofynnwyd.",
  discussion: {
    title: 'Trafodaeth',
    ask: "Dangoswyd ar ôl eich atebion. Geiriau'r ymarfer yw'r rhain, nid eich rhai chi."
  },
  promise: {
    title: 'Eich cynllun',
    ask: (plan) =>
      `Y tro diwethaf fe wnaethoch chi ysgrifennu: ${plan}${/[.!?…]$/.test(plan) ? '' : '.'} A yw wedi digwydd?`,
    answers: {
      came: 'Ydy',
      'not-yet': 'Ddim eto',
      changed: 'Newidiais fy meddwl',
      'let-go': 'Rwyf wedi gollwng gafael arno',
      later: 'Gofynnwch imi ymhen wythnos'
    },
    line: 'Oes llinell yr hoffech ei hychwanegu?'
  },
  later: {
    title: 'Cwestiwn at y dyfodol',
    ask: 'Beth ddylid ei ofyn ichi pan ddewch yn ôl?',
    help: 'Cwestiwn yr hoffech ei gwrdd eto. Bydd yr ymarfer hwn yn dechrau gydag ef ar y diwrnod a ddewiswch. Hepgorwch ef os nad oes un.',
    day: {
      title: 'Pryd i ofyn',
      ask: 'Pryd dylid gofyn ichi?',
      help: 'Er enghraifft: ymhen mis. Os byddwch yn hepgor hyn, gofynnir ichi ymhen mis.'
    },
    now: {
      title: 'Eich ateb heddiw',
      ask: "Beth fyddech chi'n ei ateb heddiw?",
      help: "Bydd yn aros o'r golwg nes ichi ysgrifennu eich ateb newydd. Hepgorwch ef os mynnwch."
    },
    asked: {
      title: 'Eich cwestiwn eich hun',
      ask: (day, question) => `Dyma'r cwestiwn a adawsoch at heddiw (${day}):\n\n${question}`
    },
    then: { title: 'Eich ateb bryd hynny', ask: (day) => `Dyma eich ateb bryd hynny (${day}):` }
  },
  sheet: {
    toListener: "Tri chwestiwn i chi, sy'n gwrando",
    questions: [
      'Beth glywsoch chi nad wyf i wedi sylwi arno, efallai?',
      "Beth fyddech chi'n ei ofyn i mi nad wyf wedi'i ofyn i mi fy hun?",
      'At beth yn fy nghynllun y byddech chi am fy nal i?'
    ],
    space: 'Eich ymateb',
    reply: { title: 'Ymateb', ask: 'Yr hyn a ddywedodd rhywun wrth i chi drafod hyn.' }
  },
  selfCheck: {
    title: 'Golwg ar eich tudalennau eich hun',
    ask: "Rydych wedi cyrraedd diwedd y llwybr hwn. Meddyliwch am yr hyn a ysgrifennoch arno. I ba rai o'r rhain y byddech yn ateb yn gadarnhaol? I chi yn unig y mae hyn: nid oes neb yn ei weld, ac ni chaiff dim ei gyfrif.",
    questions: {
      tells: "A yw'n dweud beth ddigwyddodd?",
      explains: "A yw'n egluro pam?",
      questions: "A yw'n cwestiynu'r hyn a wnes neu a feddyliais?",
      changes: 'A newidiodd rhywbeth yr oeddwn yn ei gymryd yn ganiataol?'
    }
  },
  get days() {
    const { spoken, withWeekday } = days
    return { spoken, withWeekday }
  },
  get typed() {
    const { yes, no, other } = typed
    return { yes, no, other, iWill: ["byddaf i'n", "bydda i'n", 'byddaf'] }
  }
}

function inBrackets(name: string): string {
  return name === '' ? '' : ` (${name})`
}

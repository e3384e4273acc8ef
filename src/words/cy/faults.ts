import type { Fault } from '../shared/types.ts'
import type * as English from '../en/index.ts'
import { days } from './days.ts'
import { count, nouns } from './phrases.ts'

type Sentences = { readonly [Code in Fault['code']]: (fault: Extract<Fault, { code: Code }>) => string }

const sentences: Sentences = {
  'not-text': () =>
    'Geiriau sydd i fod yma. Rhowch ddyfynodau o gwmpas rhif, neu true neu false, sydd i fod yn eiriau.',
  'not-a-list': () => 'Rhestr sydd i fod yma.',
  'not-a-choice': () => "Un o'r dewisiadau sydd i fod yma, wrth ei enw.",
  'not-a-rating': () => 'Rhif cyfan ar y raddfa sydd i fod yma.',
  'not-ratings': () => "Rhif i bob datganiad sydd i fod yma, o dan enw'r datganiad.",
  'not-a-table': () => 'Rhestr o resi sydd i fod yma.',
  'not-a-row': () => 'Mae angen enw ar bob rhes yn y tabl (ei "row", mewn ffeil o atebion).',
  'not-gaps': () => "Geiriau i bob bwlch sydd i fod yma, o dan enw'r bwlch.",
  'not-a-plan': () => 'Dwy ran sydd i fod yma, "if" a "then".',
  'not-a-number': () => 'Rhif mewn ffigurau sydd i fod yma.',
  'not-whole': () => 'Rhif cyfan sydd i fod yma.',
  'not-a-date': () => 'Dyddiad sydd i fod yma, fel 28 Rhagfyr 2026 neu 2026-12-28.',
  'not-yes-no': () => 'Ie neu nage sydd i fod yma (true neu false, heb ddyfynodau, mewn ffeil o atebion).',
  'no-answer-here': () => 'Ni ofynnir dim yma, felly gadewch yr ateb allan.',
  'broken-text': () => 'Mae nod toredig yn y testun hwn, ac ni ellir ei gadw. Teipiwch neu copïwch ef eto.',
  empty: () => 'Nid oes dim yma eto.',
  'unknown-option': ({ what, known }) => `Nid yw "${what}" yn un o'r dewisiadau: ${listed(known)}.`,
  'unknown-statement': ({ what, known }) => `Nid yw "${what}" yn un o'r datganiadau: ${listed(known)}.`,
  'unknown-column': ({ what, known }) => `Nid yw "${what}" yn un o'r colofnau: ${listed(known)}.`,
  'unknown-row': ({ what, known }) =>
    `Nid yw "${what}" yn un o'r rhesi: ${listed(known)}. Ni ellir ychwanegu rhesi yma.`,
  'unknown-gap': ({ what, known }) => `Nid yw "${what}" yn un o'r rhannau i'w llenwi: ${listed(known)}.`,
  repeated: ({ what }) => `Mae "${what}" yno fwy nag unwaith. Cadwch un.`,
  missing: ({ what }) => `Mae "${what}" yn dal ar goll.`,
  'several-lines': ({ what }) => `Mae sawl llinell yn yr hyn sy'n dechrau gyda "${what}". Rhowch ef ar un.`,
  'no-other-here': ({ what }) => `Ni ellir rhoi "${what}" yma: dewiswch un o'r dewisiadau.`,
  'too-few': ({ is, limit }) => `${count(is, nouns.item)} hyd yma; rhowch o leiaf ${limit}.`,
  'too-many': ({ is, limit }) => `${count(is, nouns.item)}; cadwch ${limit} ar y mwyaf. Dewiswch pa rai.`,
  'too-few-rows': ({ is, limit }) => `${count(is, nouns.row)} wedi'u hychwanegu hyd yma; rhowch o leiaf ${limit}.`,
  'too-many-rows': ({ is, limit }) =>
    `${count(is, nouns.row)} wedi'u hychwanegu; cadwch ${limit} ar y mwyaf. Dewiswch pa rai.`,
  'too-few-picks': ({ is, limit }) => `${is} wedi'u dewis hyd yma; dewiswch o leiaf ${limit}.`,
  'too-many-picks': ({ is, limit }) => `${is} wedi'u dewis; dewiswch ${limit} ar y mwyaf.`,
  'too-small': ({ is, limit, of }) => `Mae ${is} yn rhy fach: ${limit} yw'r rhif lleiaf yma${whose(of)}.`,
  'too-large': ({ is, limit, of }) => `Mae ${is} yn rhy fawr: ${limit} yw'r rhif mwyaf yma${whose(of)}.`,
  'too-early': ({ is, limit, of }) =>
    `Mae ${days.inWords(is)} yn rhy gynnar: ${days.inWords(limit)} yw'r diwrnod cyntaf yma${whose(of)}.`,
  'too-late': ({ is, limit, of }) =>
    `Mae ${days.inWords(is)} yn rhy hwyr: ${days.inWords(limit)} yw'r diwrnod olaf yma${whose(of)}.`,
  ambiguous: ({ what, one, other }) =>
    `Gallai "${what}" olygu ${one} neu ${other}. Ysgrifennwch ef fel na all olygu ond un.`
}

function whose(question: string | undefined): string {
  return question === undefined ? '' : `, eich ateb i “${question}”`
}

/** What the program says about answers that do not hold, in Welsh. */
export const faults: typeof English.faults = {
  didYouMean: (one, other) => `Ai ${one} ynteu ${other} oeddech chi'n ei feddwl?`,
  sentence: (fault) => (sentences[fault.code] as (fault: Fault) => string)(fault)
}

/** More names than this are no help in a sentence. */
const MOST = 12

function listed(names: readonly string[]): string {
  if (names.length <= MOST) return names.join(', ')
  return `${names.slice(0, MOST).join(', ')} a ${names.length - MOST} arall`
}

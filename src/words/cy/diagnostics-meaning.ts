import type { meaningDiagnostics as English } from '../en/diagnostics-meaning.ts'
import { say, meant, oneOf } from './phrases.ts'

const earlier = "Cyfeiriwch at gwestiwn sy'n dod cyn yr un hwn, neu symudwch un o'r ddau."

/** What `pack check` says of names, references, conditions and prompts, in Welsh. */
export const meaningDiagnostics: typeof English = {
  'unknown-type': ({ name, known, near }) =>
    say(`Nid oes math o gwestiwn o'r enw "${name}".`, meant(near, `Ysgrifennwch ${oneOf(known)}.`)),
  'same-exercise': ({ name, file }) =>
    say(`Mae gan ymarfer arall yr id "${name}" eisoes, yn ${file}.`, 'Rhowch id arall i un ohonynt.'),
  'duplicate-id': ({ name, line }) =>
    say(`Mae'r id "${name}" wedi'i gymryd eisoes, ar linell ${line}.`, "Rhowch id arall i un o'r ddau."),
  'reserved-id': ({ name }) => say(`Mae gan "${name}" ei ystyr ei hun ac ni all fod yn id yma.`, 'Dewiswch air arall.'),
  'device-name': ({ name }) =>
    say(`Mae Windows yn cadw'r enw "${name}" ar gyfer dyfais.`, "Dewiswch enw arall, fel un â gair o'i flaen."),
  'repeated-option': ({ name, line }) =>
    say(`Gellir dewis "${name}" eisoes, ar linell ${line}.`, "Tynnwch un o'r ddau allan, neu geiriwch ef yn wahanol."),

  'bad-reference': ({ text }) =>
    say(`Nid enw cwestiwn yw "${text}".`, 'Ysgrifennwch gwestiwn, cwestiwn.rhan neu ymarfer/cwestiwn.'),
  'bad-quotation': ({ text }) =>
    say(
      `Nid yw "${text}" yn dyfynnu dim.`,
      "Ysgrifennwch {{cwestiwn}}, {{ymarfer/cwestiwn}} neu {{cwestiwn|geiriau i'w defnyddio lle nad oes ateb}}."
    ),
  'quotation-not-here': ({ text }) =>
    say(
      `Bydd dysgwyr yn gweld "${text}" fel y mae: ni chaiff atebion eu dyfynnu yma.`,
      'Dyfynnwch atebion yn ask, help, reading, discussion neu template.'
    ),
  'unknown-prompt': ({ name, near }) =>
    say(`Nid oes cwestiwn "${name}" i gyfeirio ato.`, meant(near, 'Gwiriwch yr enw yn erbyn id pob cwestiwn.')),
  'unknown-exercise': ({ name, near }) =>
    say(`Nid oes ymarfer "${name}" yn y pecyn hwn.`, meant(near, 'Gwiriwch yr enw yn erbyn id pob ymarfer.')),
  'unknown-part': ({ part, near, known }) =>
    say(
      `Nid oes gan y cwestiwn ran o'r enw "${part}".`,
      meant(near, known.length === 0 ? 'Cyfeiriwch at yr ateb cyfan, heb ddot.' : `Ei rannau yw ${oneOf(known)}.`)
    ),
  'own-prompt': ({ name }) => say(`Mae'r cwestiwn yn cyfeirio at ei ateb ei hun, "${name}", nad yw yno eto.`, earlier),
  'later-prompt': ({ name }) => say(`Mae "${name}" yn dod yn nes ymlaen, felly nid yw ei ateb yno eto.`, earlier),
  'later-exercise': ({ name }) =>
    say(
      `Mae'r ymarfer "${name}" yn dod yn nes ymlaen yn y pecyn, felly ni fydd gan lawer o ddysgwyr ateb yno eto.`,
      "Rhowch eiriau i'w defnyddio lle nad oes un, neu newidiwch drefn yr ymarferion."
    ),
  'nothing-to-quote': ({ name, type }) =>
    say(
      `Cwestiwn o fath ${type} yw "${name}", ac nid oes ganddo ateb ei hun.`,
      "Cyfeiriwch at gwestiwn sy'n cael ei ateb."
    ),
  'not-an-earlier-prompt': ({ text }) =>
    say(
      `Nid yw "${text}" yn gwestiwn yn yr ymarfer hwn.`,
      "Ysgrifennwch id cwestiwn cynharach o'r ymarfer hwn, a dim byd arall."
    ),
  'offers-nothing': ({ name, type }) =>
    say(
      `Cwestiwn o fath ${type} yw "${name}", ac nid yw'n cynnig dim i ddewis ohono.`,
      'Cymerwch eitemau o list, choice, choices, ranking, table, neu scale gyda statements.'
    ),

  'condition-too-deep': ({ limit }) =>
    say(`Mae'r amod hwn wedi'i nythu fwy na ${limit} lefel i lawr.`, 'Dywedwch ef gyda llai o "all", "any" a "not".'),
  'never-answered': ({ name }) =>
    say(
      `Ni chaiff "${name}" byth ei ateb, felly ni all yr amod hwn fyth ddal.`,
      "Cymharwch gwestiwn sy'n cael ei ateb."
    ),
  'cannot-be-asked': ({ operator, name, known }) =>
    say(`Ni ellir gofyn "${operator}" am yr ateb i "${name}".`, `Gellir gofyn amdano gyda ${oneOf(known)}.`),
  'unknown-option': ({ name, near }) =>
    say(`Nid yw "${name}" yn un o'r dewisiadau, felly ni all hyn fyth ddal.`, meant(near, 'Ysgrifennwch id dewis.')),
  'out-of-reach': ({ min, max }) =>
    say(`Ni all unrhyw ateb fod fel hyn: mae'n gorwedd ${range(min, max)}.`, 'Cymharwch â gwerth y gall ateb ei gael.'),
  'never-true': ({ name }) =>
    say(
      `Mae'r hyn a fynnir gan "${name}" yn ei wrth-ddweud ei hun, felly ni chaiff y cwestiwn byth ei ddangos.`,
      'Defnyddiwch "any" os yw un o\'r gofynion yn ddigon.'
    ),

  'empty-range': ({ low, high }) =>
    say(`Nid oes dim yn gorwedd rhwng ${low} a ${high}.`, 'Rhowch yr un lleiaf yn gyntaf.'),
  'either-or': ({ one, other }) => say(`Mae yma "${one}" yn ogystal â "${other}".`, "Cadwch un o'r ddau."),
  'no-options': () => say('Nid oes digon i ddewis ohono.', 'Ychwanegwch ddewisiadau, un ar bob llinell ar ôl toriad.'),
  'options-for-nothing': ({ type }) =>
    say(
      `Nid oes dewisiadau gan golofn o fath ${type}.`,
      'Ysgrifennwch "type: choice", neu tynnwch y dewisiadau allan.'
    ),
  'too-many-picks': ({ count }) =>
    say(`Dim ond ${count} sydd i ddewis ohonynt.`, 'Ysgrifennwch rif llai, neu ychwanegwch ddewisiadau.'),
  'follow-up-without-options': () =>
    say(
      "Nid oes dewisiadau y gallai'r cwestiwn dilynol aros amdanynt.",
      'Tynnwch "when" allan: gofynnir y cwestiwn dilynol ar ôl unrhyw ateb.'
    ),
  'label-off-scale': ({ label, from, to }) =>
    say(`Nid yw "${label}" ar y raddfa, sy'n mynd o ${from} i ${to}.`, 'Labelwch rifau cyfan y raddfa yn unig.'),
  'no-column': () => say('Nid oes colofn gan y tabl.', 'Ychwanegwch un o dan "columns", gydag id, title a type.'),
  'no-rows': () =>
    say(
      'Nid oes rhesi gan y tabl, ac ni all dysgwyr ychwanegu rhai.',
      'Ysgrifennwch "rows", "rows_from" neu "add_rows".'
    ),
  'no-gap': () => say("Nid oes bwlch i'w lenwi.", 'Ysgrifennwch fwlch fel {enw}, a disgrifiwch ef o dan "gaps".'),
  'unknown-gap': ({ name }) =>
    say(`Nid yw'r bwlch "${name}" wedi'i ddisgrifio.`, 'Disgrifiwch ef o dan "gaps", gydag "ask".'),
  'unused-gap': ({ name }) =>
    say(`Nid yw'r bwlch "${name}" yn sefyll yn y templed.`, `Rhowch {${name}} yn y templed, neu tynnwch ef allan yma.`),

  'repeated-in-route': ({ name }) => say(`Mae "${name}" ar y llwybr hwn ddwywaith.`, 'Cadwch ef unwaith.'),
  'revisits-itself': () => say("Ni all ymarfer aros amdano'i hun.", 'Enwch ymarfer arall.'),
  'revisits-in-a-circle': ({ name }) =>
    say(
      `Mae "${name}" yn aros am yr ymarfer hwn yn ei dro, felly nid yw'r naill na'r llall byth yn agor.`,
      'Tynnwch un o\'r ddau "revisit" allan.'
    ),

  'long-ask': ({ words, most }) =>
    say(`Mae ${words} o eiriau yn y cwestiwn.`, `Cadwch ef i ${most}, a symudwch y gweddill i "help".`),
  'two-questions': () =>
    say('Mae mwy nag un cwestiwn yma.', 'Gwnewch gwestiwn ar wahân o bob un, neu symudwch un i "help".'),
  'no-minutes': () =>
    say("Nid yw'r ymarfer yn dweud faint o amser y mae'n ei gymryd.", 'Ychwanegwch "minutes:" gyda rhif.')
}

function range(min: number | null, max: number | null): string {
  if (min === null) return `ar ${max ?? ''} neu'n is`
  return max === null ? `ar ${min} neu'n uwch` : `rhwng ${min} a ${max}`
}

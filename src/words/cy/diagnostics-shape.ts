import type { shapeDiagnostics as English } from '../en/diagnostics-shape.ts'
import { say, meant, oneOf } from './phrases.ts'

const KINDS: Readonly<Record<string, string>> = {
  string: 'testun',
  number: 'rhif',
  int: 'rhif cyfan',
  boolean: 'true neu false',
  array: 'rhestr, un eitem ar bob llinell ar ôl toriad',
  object: 'allweddi gyda gwerthoedd',
  record: 'allweddi gyda gwerthoedd'
}

/** What `pack check` says of keys and values that are not as the format has them, and of files, in Welsh. */
export const shapeDiagnostics: typeof English = {
  'unknown-key': ({ key, near, types }) => {
    const [type = '', ...others] = types
    if (type === '')
      return say(
        `Nid oes allwedd "${key}" yma.`,
        meant(near, 'Tynnwch hi allan, neu chwiliwch am yr allwedd gyda "reflect pack schema".')
      )
    const hint =
      others.length === 0
        ? `Mae'n perthyn i'r math "${type}": ysgrifennwch "type: ${type}", neu tynnwch hi allan.`
        : `Mae'n perthyn i'r mathau ${oneOf(types)}: ysgrifennwch "type:" gydag un ohonynt, neu tynnwch hi allan.`
    return say(`Nid oes allwedd "${key}" mewn cwestiwn o'r math hwn.`, hint)
  },
  'missing-key': ({ key }) => say(`Mae'r allwedd "${key}" ar goll yma.`, `Ychwanegwch "${key}:" gyda'i gwerth.`),
  'nothing-there': ({ source }) =>
    say(
      source === '' ? 'Nid oes gwerth yma.' : `Nid yw "${source}" yn golygu dim o gwbl yn YAML.`,
      source === ''
        ? 'Ysgrifennwch werth ar ôl y colon, neu tynnwch yr allwedd allan.'
        : 'Os testun yw, rhowch ef mewn dyfynodau dwbl; fel arall tynnwch yr allwedd allan.'
    ),
  'says-nothing': () => say("Mae'r testun hwn yn wag.", 'Ysgrifennwch rywbeth, neu tynnwch yr allwedd allan.'),
  'not-text': ({ source }) =>
    say(
      `Mae YAML yn darllen ${source} fel rhif neu fel true neu false, a thestun sydd i fod yma.`,
      `Rhowch ef mewn dyfynodau dwbl: "${source}".`
    ),
  'not-true-or-false': ({ source }) =>
    say(`Nid true na false yw "${source}".`, 'Ysgrifennwch true neu false, heb ddyfynodau.'),
  'not-a-number': ({ source }) => say(`Nid rhif yw "${source}".`, 'Ysgrifennwch rif, heb ddyfynodau.'),
  'not-whole': ({ source }) => say(`Nid rhif cyfan yw ${source}.`, 'Ysgrifennwch rif cyfan.'),
  'wrong-kind': ({ expected }) => {
    const kinds = [...new Set(expected.map((kind) => KINDS[kind] ?? kind))].join(', neu ')
    return say(`Nid hyn sydd i fod yma, ond: ${kinds}.`, `Yr hyn i'w ysgrifennu: ${kinds}.`)
  },
  'not-one-of': ({ value, known, near }) =>
    say(`Nid yw "${value}" yn un o'r gwerthoedd sydd i fod yma.`, meant(near, `Ysgrifennwch ${oneOf(known)}.`)),
  'too-little': ({ least, many }) =>
    say(
      many ? `Rhaid cael o leiaf ${least} yma.` : `Rhaid i hyn fod yn ${least} neu fwy.`,
      many ? 'Ychwanegwch at y rhestr.' : 'Ysgrifennwch rif mwy.'
    ),
  'too-much': ({ most, many }) =>
    say(
      many ? `Mae mwy na ${most} yma.` : `Rhaid i hyn fod yn ${most} neu lai.`,
      many ? 'Tynnwch rai allan, neu rhannwch nhw.' : 'Ysgrifennwch rif llai.'
    ),
  'bad-id': ({ text }) =>
    say(
      `Ni all "${text}" fod yn id.`,
      'Defnyddiwch lythrennau bach a-z, digidau a chysylltnodau, llythyren yn gyntaf, 64 ar y mwyaf.'
    ),
  'bad-version': ({ text }) => say(`Nid fersiwn yw "${text}".`, 'Ysgrifennwch dri rhif, fel 1.0.0.'),
  'bad-language': ({ text }) => say(`Nid iaith yw "${text}".`, 'Ysgrifennwch dag iaith, fel cy, en-GB neu pt-BR.'),
  'bad-license': ({ text }) =>
    say(
      `Nid mynegiad trwydded yw "${text}".`,
      "Ysgrifennwch enw SPDX, fel CC-BY-4.0, neu sawl un wedi'u cysylltu gydag AND neu OR."
    ),
  'bad-url': ({ text }) =>
    say(`Nid cyfeiriad https yw "${text}".`, 'Ysgrifennwch y cyfeiriad cyfan, yn dechrau gyda https://.'),
  'bad-span': ({ text }) =>
    say(`Nid cyfnod o amser yw "${text}".`, 'Ysgrifennwch rif a days, weeks neu months: 7 days.'),
  'bad-date': ({ text }) => say(`Nid diwrnod yw "${text}".`, 'Ysgrifennwch ef fel 2026-11-23.'),
  'bad-file-name': ({ text }) =>
    say(
      `Ni all "${text}" fod yn enw ffeil ymarfer.`,
      "Defnyddiwch lythrennau, digidau, dotiau, cysylltnodau a thanlinellau; mae'r ffeil yn ffolder y pecyn ei hun."
    ),

  'no-manifest': ({ name }) =>
    say(`Nid oes ${name} yma.`, `Ysgrifennwch ${name} sy'n enwi'r pecyn ac yn rhestru ei ymarferion.`),
  'not-a-manifest': () =>
    say(
      'Nid maniffest pecyn yw hwn.',
      'Dechreuwch gyda "format: 1", yna id, version, title, language ac exercises. Os ymarfer yw, enwch ffolder ei becyn.'
    ),
  'pack-too-large': ({ limit }) =>
    say(`Mae'r pecyn yn fwy na ${limit} MiB.`, 'Cadwch yr hyn y mae dysgwyr yn ei ddarllen yn unig: testun.'),
  'too-many-files': ({ limit }) =>
    say(
      `Mae gan y pecyn fwy na ${limit} o ffeiliau.`,
      'Cadwch y maniffest, yr ymarferion, y drwydded a README yn unig.'
    ),
  'no-such-file': ({ name, near }) =>
    say(`Nid oes ffeil "${name}".`, meant(near, 'Ysgrifennwch y ffeil, neu tynnwch hi oddi ar y rhestr.')),
  'not-listed': ({ name }) =>
    say(`Nid yw'r ffeil "${name}" ar restr yr ymarferion.`, "Ychwanegwch hi at y rhestr, neu tynnwch hi o'r ffolder."),
  'listed-twice': ({ name }) => say(`Mae'r ffeil "${name}" ar y rhestr ddwywaith.`, 'Cadwch hi unwaith.'),
  'lists-itself': ({ name }) =>
    say(`Mae'r maniffest yn rhestru ei hun, "${name}", fel ymarfer.`, 'Tynnwch ef oddi ar y rhestr.'),
  'names-collide': ({ name, first }) =>
    say(`Ar lawer o ddisgiau yr un ffeil yw "${name}" a "${first}".`, 'Rhowch enw arall i un ohonynt.'),
  'links-out': ({ name }) =>
    say(`Dolen i rywle y tu allan i'r pecyn yw "${name}".`, 'Rhowch y ffeil ei hun yn y ffolder.'),

  'own-language': ({ language }) =>
    say(
      `Mae'r pecyn wedi'i ysgrifennu yn "${language}" ei hun, felly nid oes dim i'w gyfieithu.`,
      'Enwch y cyfieithiad yn ôl ei iaith ei hun, neu tynnwch ef allan.'
    ),
  'translated-twice': ({ language, file }) =>
    say(`Mae cyfieithiad i "${language}" eisoes, yn ${file}.`, "Cadwch un o'r ddau."),
  untranslated: ({ name, key }) =>
    say(`Heb ei gyfieithu: ${name}. Bydd dysgwyr yn ei ddarllen yn iaith y pecyn.`, `Ychwanegwch "${key}:" o dan hwn.`),
  'nothing-to-translate': ({ name, near }) =>
    say(
      `Nid oes "${name}" gan y pecyn yma i'w gyfieithu.`,
      meant(near, "Cymharwch ef ag id ac allweddi'r pecyn, neu tynnwch ef allan.")
    ),
  'quotations-differ': ({ missing, extra }) =>
    say(
      marks(missing, extra),
      `Dyfynnwch yr un atebion â'r testun y mae hwn yn ei gyfieithu; dim ond y geiriau ar ôl "|" sy'n wahanol.`
    ),
  'gaps-differ': ({ missing, extra }) =>
    say(marks(missing, extra), "Rhowch yr un bylchau yn y frawddeg, ym mha drefn bynnag y mae'r iaith am eu cael."),

  'version-not-raised': ({ now, before }) =>
    say(
      `Fersiwn ${now} yw hwn, ac mae ${before} gan ddysgwyr eisoes.`,
      "Codwch y rhif: yr olaf am gywiriad, yr un canol am rywbeth newydd, y cyntaf am yr hyn sy'n torri atebion cynharach."
    ),
  'went-away': ({ name }) =>
    say(
      `Roedd "${name}" yno o'r blaen ac mae wedi mynd.`,
      'Dywedwch o dan "renamed" beth yw ei enw bellach, neu enwch ef o dan "retired".'
    ),
  'type-changed': ({ name, before, now }) =>
    say(
      `Roedd "${name}" yn gofyn am ${before} o'r blaen ac mae'n gofyn am ${now} bellach, felly nid yw atebion cynharach yn ffitio mwyach.`,
      'Rhowch id arall iddo, ac enwch yr hen un o dan "retired".'
    ),
  'still-there': ({ name }) =>
    say(
      `Dywedir bod "${name}" wedi mynd, ond mae'n dal yn y pecyn.`,
      "Tynnwch y llinell hon allan, neu'r ymarfer neu'r cwestiwn ei hun."
    ),
  'unknown-target': ({ name }) =>
    say(
      `Enw newydd ar ddim byd yn y pecyn yw "${name}".`,
      'Ysgrifennwch ef fel ymarfer neu ymarfer/cwestiwn, yn ôl ei enw presennol.'
    )
}

function marks(missing: readonly string[], extra: readonly string[]): string {
  return [
    ...(missing.length === 0 ? [] : [`Ar goll yn y cyfieithiad: ${missing.join(', ')}.`]),
    ...(extra.length === 0 ? [] : [`Nid yn yr hyn a gyfieithir: ${extra.join(', ')}.`])
  ].join(' ')
}

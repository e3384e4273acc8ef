import type { codes as English } from '../en/diagnostic-codes.ts'
import { meant, oneOf } from './phrases.ts'

const KINDS: Readonly<Record<string, string>> = {
  string: 'testun',
  number: 'rhif',
  int: 'rhif cyfan',
  boolean: 'true neu false',
  array: 'rhestr, un eitem ar bob llinell ar ôl toriad',
  object: 'allweddi gyda gwerthoedd',
  record: 'allweddi gyda gwerthoedd'
}

const KINDS_OF_FILE = {
  'web page': 'tudalen we yw hi',
  'Word document': 'dogfen Word yw hi',
  'RTF document': 'dogfen RTF yw hi',
  PDF: 'PDF yw hi',
  archive: 'archif yw hi',
  picture: 'llun yw hi',
  'LFS pointer': 'pwyntydd Git LFS at ffeil na chafodd ei nôl yw hi'
}

const noKey = {
  comment: 'Ysgrifennwch nodiadau i chi\'ch hun ar ôl "#", ar linell eu hunain.',
  default: 'Ni chaiff atebion byth eu llenwi ymlaen llaw. Dangoswch sut y gallai ateb fod gydag "example".',
  due: 'Nid oes calendr mewn pecyn. Mae "revisit: { exercise: first-week, after: 7 days }" yn dal ymarfer yn ôl.',
  layout: "Y rhaglen sy'n penderfynu sut mae cwestiynau'n edrych, a'u trefn: tynnwch hi allan.",
  length: 'Nid oes terfyn ar ysgrifennu. Mae "words: { min: 40, max: 120 }" yn dweud pa mor hir y gallai ateb fod.',
  link: 'Rhowch y cyfeiriad mewn testun: [y cwrs](https://example.org).',
  media: 'Dim ond testun sydd mewn pecyn. Rhowch ddolen mewn testun: [gwyliwch hwn](https://example.org).',
  picture: 'Rhowch y llun mewn testun, mewn pecyn â "format: 2": ![Beth mae\'n ei ddangos](images/ciw.png).',
  required: 'Gall dysgwyr hepgor pob cwestiwn, felly tynnwch hi allan.',
  score:
    'Ni chaiff atebion eu marcio, felly tynnwch hi allan. Rhowch yr hyn sydd i\'w ddweud amdanynt yn "discussion".',
  tags: 'Nid oes tagiau gan gwestiynau nac ymarferion: tynnwch hi allan.',
  validation: 'Ni chaiff atebion eu gwirio yn ôl patrymau, ond gan "number", "date", "min" a "max".'
}

const around = {
  fence: "Mae'r llinell hon yn nodi darn o god yn Markdown ac mewn sgyrsiau, ac nid yw'n rhan o'r pecyn.",
  sentence: "Nid yw'r frawddeg hon yn allwedd nac yn sylw.",
  quoted: 'Mae pob llinell yn dechrau gyda ">", fel mewn ateb i e-bost.',
  numbered: "Mae pob llinell yn dechrau gyda'i rhif."
}

const quoteIt = 'Rhowch y testun cyfan mewn dyfynodau dwbl, neu ysgrifennwch ef o dan yr allwedd ar ôl "|".'
const otherId =
  'Os na ddylid cymharu atebion cyn ac ar ôl hyn, rhowch id arall iddo, ac enwch yr hen un o dan "retired".'
const earlier = "Cyfeiriwch at gwestiwn sy'n dod cyn yr un hwn, neu symudwch un o'r ddau."

const derivable: Readonly<Record<string, string>> = {
  lowest: 'Mae angen graddfa gyda sawl datganiad.',
  highest: 'Mae angen graddfa gyda sawl datganiad.',
  first: 'Mae angen "ranking".',
  last: 'Mae angen "ranking".',
  widest: 'Mae angen dau "ranking".',
  count: 'Mae angen "list", "choices", "ranking" neu "table".',
  rows: 'Mae angen colofn mewn tabl: "rows of tabl.colofn is gwerth".',
  difference: 'Mae angen dau rif neu ddwy raddfa; o sawl datganiad, enwch un: "ratings.fair".',
  days: 'Mae angen ymarfer, neu gwestiwn o\'r math "date".'
}

/** What `pack check` says by code, in Welsh. */
export const codes: typeof English = {
  'file-too-large': ({ limit }) => `Mae'r ffeil hon yn fwy na ${limit} KiB.
    Symudwch rai o'i hymarferion neu ei darnau darllen i ffeiliau ar wahân.`,
  'not-utf8': ({ encoding }) => `
    ${encoding === undefined ? "Mae nod yma nad yw'n UTF-8." : `Cadwyd y ffeil hon fel ${encoding}.`}
    Cadwch hi eto gyda'r amgodiad UTF-8.`,
  'not-yaml': ({ kind }) => `Nid YAML yw'r ffeil hon: ${KINDS_OF_FILE[kind]}.
    ${kind === 'web page' ? 'Agorwch y cyfeiriad yn eich porwr, lawrlwythwch y ffeil ei hun, a rhowch honno yma.' : "Yn eich golygydd, cadwch y testun fel testun plaen mewn UTF-8, gydag enw sy'n gorffen â .yaml."}`,
  'old-line-ends': () => `Mae llinellau'r ffeil hon yn gorffen mewn ffordd nad yw YAML yn ei darllen.
    Yn eich golygydd, cadwch y ffeil eto gyda diwedd llinellau Unix neu Windows (LF neu CRLF).`,
  'control-character': ({ shown }) => `Mae nod rheoli yma: ${shown}.
    Dilëwch ef; efallai iddo ddod i mewn gyda thestun wedi'i ludo.`,
  'bidi-override': ({ shown }) => `Mae nod yma sy'n newid cyfeiriad testun heb i neb ei weld: ${shown}.
    Dilëwch ef; nid oes angen un ar ysgrifen sy'n rhedeg o'r dde i'r chwith.`,
  'invisible-character': ({ shown }) => `Mae nod yma na all neb ei weld: ${shown}.
    Dilëwch ef, oni bai bod ei angen ar yr iaith.`,
  'broken-character': ({ shown }) => `Mae hanner nod yma: ${shown}.
    Ysgrifennwch y nod ei hun; nid oes angen ei amgodio mewn ffeil UTF-8.`,
  'around-yaml': ({ what }) => `${around[what]}
    Tynnwch hynny allan, fel mai dim ond y pecyn sydd ar ôl.`,
  wrapped: ({ key }) => `
    ${key === '' ? "Eitem mewn rhestr yw'r ffeil gyfan." : `Mae'r ffeil gyfan o dan "${key}".`}
    ${key === '' ? 'Tynnwch y toriad allan' : `Tynnwch y llinell "${key}:" allan`}, a dechreuwch y llinellau eraill ymhellach i'r chwith.`,
  'file-empty': () => `Mae'r ffeil hon yn wag.
    Ysgrifennwch yr ymarfer ynddi, neu tynnwch hi oddi ar y rhestr yn y maniffest.`,

  'too-many-nodes': ({ limit }) => `Mae gan y ffeil hon fwy na ${limit} o allweddi a gwerthoedd.
    Rhannwch hi yn sawl ffeil.`,
  'too-deep': ({ limit }) => `Mae hyn yn sefyll fwy na ${limit} lefel i lawr.
    Nid oes angen hynny ar unrhyw ran o becyn: chwiliwch am ormod o gromfachau neu doriadau.`,
  'odd-space': () => `Bwlch o fath arall na'r un y mae YAML yn ei gymryd sydd yma, er ei fod yn edrych yr un fath.
    Dilëwch ef a theipiwch fwlch; efallai iddo ddod i mewn gyda thestun wedi'i ludo.`,
  tab: () => `Ni all tab fewnoli llinell yn YAML.
    Defnyddiwch fylchau, dau i bob lefel.`,
  directive: ({ text }) => `Mae "${text}" yn newid sut caiff YAML ei ddarllen.
    Dilëwch y llinell hon: caiff pecynnau eu darllen yr un fath ym mhobman.`,
  'second-document': () => `Mae ail ddogfen YAML yn dechrau yma.
    Cadwch un ddogfen mewn ffeil, a dilëwch y llinell hon.`,
  tag: ({ text }) => `Mae YAML yn cymryd mai tag yw "${text}", nid testun.
    ${quoteIt}`,
  anchor: ({ text }) => `Mae YAML yn cymryd mai enw angor yw "${text}", nid testun.
    ${quoteIt}`,
  alias: ({ text }) => `Mae YAML yn cymryd mai enw arall ar rywbeth yw "${text}", nid testun.
    ${quoteIt}`,
  'merge-key': () => `Byddai "<<" yn cyfuno allweddi eraill yma.
    Ysgrifennwch yr allweddi yn llawn: nid oes cyfuno mewn pecyn.`,
  'explicit-key': () => `Mae YAML yn cymryd gofynnod sy'n sefyll ar ei ben ei hun yn ddechrau allwedd.
    ${quoteIt}`,
  'key-not-text': () => `Nid gair yw'r allwedd hon.
    Gair plaen cyn colon yw allwedd. Os testun yw hwn, rhowch ef mewn dyfynodau dwbl.`,
  'duplicate-key': ({ key, line }) => `Mae'r allwedd "${key}" yno ddwywaith; mae'r gyntaf ar linell ${line}.
    Cadwch un o'r ddwy.`,

  'missing-dash': ({ key }) => `Mae eitem newydd yn dechrau yma gyda "${key}", ond mae ei thoriad ar goll.
    Ysgrifennwch "- " o flaen "${key}", lle mae toriadau'r eitemau eraill.`,
  'wrong-sign': ({ sign, right }) => `
    ${right === '- ' ? `Nid yw YAML yn darllen "${sign}" fel toriad eitem yma.` : `Arwydd arall yw "${sign}" na'r un y mae YAML yn ei ddarllen yma.`}
    ${right === '- ' ? 'Ysgrifennwch gysylltnod a bwlch.' : `Ysgrifennwch ${right}`}`,
  'empty-item': () => `Nid oes dim ar ôl y toriad hwn.
    Ysgrifennwch yr eitem ar ei ôl, neu tynnwch y toriad allan.`,
  'extra-dash': ({ key }) => `Mae'r toriad o flaen "${key}" yn ei wneud yn eitem ar wahân.
    Dim ond allwedd gyntaf eitem sydd â thoriad; mae'r lleill oddi tani.`,
  'not-indented': ({ key }) => `Nid yw'r llinellau o dan "${key}" wedi'u mewnoli, felly nid oes dim yn perthyn iddi.
    Dechreuwch bob un o'r llinellau hyn gyda dau fwlch arall.`,
  'foreign-comment': () => `Nid yw hyn yn sylw yn YAML.
    Dechreuwch sylw gyda "#" a bwlch, ar linell ei hun.`,
  'stray-comma': () => `Yn YAML, nid yw llinell yn gorffen â choma.
    Hepgorwch y coma.`,
  'option-with-id': ({ id }) => `Id opsiwn yw "${id}", ond mewn rhestr dim ond mewn cromfachau cyrliog y gall id fod.
    Ysgrifennwch { id: …, label: … }, neu hepgorwch doriadau'r holl opsiynau.`,
  'folded-list': () => `Mae dysgwyr yn darllen y llinell hon ynghlwm wrth yr un o'i blaen.
    Ysgrifennwch "|" ar ôl yr allwedd, a'r testun oddi tani: yna bydd y llinellau'n aros fel y maent.`,
  'curly-quotes': () => `Mae YAML yn cymryd y dyfynodau cyrliog hyn yn rhan o'r testun.
    Ysgrifennwch rai syth, neu ddim un.`,

  'colon-in-text': ({ before }) => `
    Mae'r colon ar ôl "${before}" yn peri i YAML ddarllen y testun hwn fel allwedd a'i gwerth.
    ${quoteIt}`,
  'text-after-quote': () => `Mae'r dyfynnod cau yn gorffen y gwerth, ond mae'r llinell yn mynd yn ei blaen.
    Ysgrifennwch y testun o dan yr allwedd ar ôl "|", neu rhowch y cyfan mewn dyfynodau sengl (gan ddyblu pob collnod).`,
  'text-after-bracket': () => `Mae'r gromfach gau yn gorffen y gwerth, ond mae'r llinell yn mynd yn ei blaen.
    ${quoteIt}`,
  'text-after-block-sign': ({ sign }) => `Ni chaiff dim ddilyn "${sign}" ar ei linell.
    Dechreuwch y testun ar y llinell nesaf, ymhellach i mewn. Os yw "${sign}" yn rhan o'r testun, rhowch y testun mewn dyfynodau dwbl.`,
  'starts-with-quotation': () => `Ni chaiff gwerth sy'n dechrau gyda "{{" ei ddarllen fel testun.
    ${quoteIt}`,
  'starts-with-sign': ({ sign }) => `Ni all testun ddechrau gyda "${sign}" yn YAML.
    ${quoteIt}`,
  'dash-after-key': () => `Ni all rhestr ddechrau ar linell ei hallwedd.
    Dechreuwch y rhestr ar y llinell nesaf. Os yw'r toriad yn rhan o'r testun, rhowch y testun mewn dyfynodau dwbl.`,
  'comma-in-braces': ({ key }) => `Mae'r coma yn gorffen y gwerth o'i flaen, ac mae "${key}" wedi dod yn allwedd ei hun.
    Rhowch y testun sydd â'r coma ynddo mewn dyfynodau dwbl.`,
  'no-space-after-colon': ({ key }) => `Nid oes bwlch ar ôl colon "${key}", felly nid yw YAML yn gweld allwedd.
    Rhowch fwlch ar ôl y colon.`,
  'cut-by-comment': ({ rest }) => `Mae YAML yn cymryd mai sylw yw "${rest}" ac yn ei adael allan o'r testun.
    Rhowch y testun cyfan mewn dyfynodau dwbl. Mae angen llinell ei hun ar sylw, neu ddau fwlch o'i flaen.`,
  'stray-text': ({ text }) => `Nid yw "${text}" yn perthyn i unrhyw allwedd.
    Os yw'n parhau'r testun uwchben, mewnolwch ef o dan yr allwedd, ac ysgrifennwch "|" ar ôl yr allwedd. Os allwedd yw, rhowch golon a bwlch ar ei hôl.`,
  unclosed: ({ sign }) => `Nid yw'r ${sign} sy'n agor yma byth yn cael ei gau.
    Caewch ef gyda ${closing(sign)}. Mae " #" cyn y diwedd yn dechrau sylw.`,
  indentation: () => `Nid yw'r llinell hon yn gyson â'r rhai o'i chwmpas.
    Rhowch yr un nifer o fylchau iddi â'r llinell y mae'n perthyn wrth ei hochr.`,
  'bad-escape': ({ text }) => `Nid yw "${text}" yn sefyll drosto'i hun o fewn dyfynodau dwbl.
    Ysgrifennwch yr ôl-slaes ddwywaith, neu ysgrifennwch y testun o dan yr allwedd ar ôl "|".`,
  'yaml-syntax': () => `Ni ellir darllen y YAML o'r fan hon ymlaen.
    Cymharwch y llinell â'r rhai o'i blaen: toriadau, colonau, dyfynodau a mewnoli. Mae testun mewn dyfynodau dwbl bob amser yn ddiogel.`,

  'unknown-key': ({ key, near, types }) => {
    const [type = '', ...others] = types
    if (type === '')
      return `Nid oes allwedd "${key}" yma.
        ${meant(near, 'Tynnwch hi allan, neu chwiliwch am yr allwedd gyda "reflect pack schema".')}`
    const hint =
      others.length === 0
        ? `Mae'n perthyn i'r math "${type}": ysgrifennwch "type: ${type}", neu tynnwch hi allan.`
        : `Mae'n perthyn i'r mathau ${oneOf(types)}: ysgrifennwch "type:" gydag un ohonynt, neu tynnwch hi allan.`
    return `Nid oes allwedd "${key}" mewn cwestiwn o'r math hwn.
      ${hint}`
  },
  'foreign-key': ({ key, ours, reason }) => `Nid oes allwedd "${key}" yma.
    ${ours === undefined ? noKey[reason ?? 'layout'] : `Mewn pecyn, "${ours}" yw ei henw.`}`,
  'missing-key': ({ key }) => `Mae'r allwedd "${key}" ar goll yma.
    Ychwanegwch "${key}:" gyda'i gwerth.`,
  'nothing-there': ({ source }) => `
    ${source === '' ? 'Nid oes gwerth yma.' : `Nid yw "${source}" yn golygu dim o gwbl yn YAML.`}
    ${source === '' ? 'Ysgrifennwch werth ar ôl y colon, neu tynnwch yr allwedd allan.' : 'Os testun yw, rhowch ef mewn dyfynodau dwbl; fel arall tynnwch yr allwedd allan.'}`,
  'says-nothing': () => `Mae'r testun hwn yn wag.
    Ysgrifennwch rywbeth, neu tynnwch yr allwedd allan.`,
  'not-text': ({ source }) => `Mae YAML yn darllen ${source} fel rhif neu fel true neu false, a thestun sydd i fod yma.
    Rhowch ef mewn dyfynodau dwbl: "${source}".`,
  'not-true-or-false': ({ source }) => `Nid true na false yw "${source}".
    Ysgrifennwch true neu false, heb ddyfynodau.`,
  'not-a-number': ({ source }) => `Nid rhif yw "${source}".
    Ysgrifennwch rif, heb ddyfynodau.`,
  thousands: ({ source, value }) => `Mae YAML yn darllen ${source} fel ${value}: mae'r pwynt yn dechrau ffracsiwn.
    Ysgrifennwch y rhif heb bwynt, neu fel ffracsiwn heb sero ar ei ddiwedd.`,
  'not-whole': ({ source }) => `Nid rhif cyfan yw ${source}.
    Ysgrifennwch rif cyfan.`,
  'wrong-kind': ({ expected, example }) => {
    const kinds = [...new Set(expected.map((kind) => KINDS[kind] ?? kind))].join(', neu ')
    return `Nid hyn sydd i fod yma, ond: ${kinds}.
      Yr hyn i'w ysgrifennu: ${example === '' ? `${kinds}.` : example}`
  },
  'not-one-of': ({ value, known, near }) => `Nid yw "${value}" yn un o'r gwerthoedd sydd i fod yma.
    ${meant(near, `Ysgrifennwch ${oneOf(known)}.`)}`,
  'too-little': ({ least, many }) => `
    ${many ? `Rhaid cael o leiaf ${least} yma.` : `Rhaid i hyn fod yn ${least} neu fwy.`}
    ${many ? 'Ychwanegwch at y rhestr.' : 'Ysgrifennwch rif mwy.'}`,
  'too-much': ({ most, many }) => `${many ? `Mae mwy na ${most} yma.` : `Rhaid i hyn fod yn ${most} neu lai.`}
    ${many ? 'Tynnwch rai allan, neu rhannwch nhw.' : 'Ysgrifennwch rif llai.'}`,
  'bad-id': ({ text }) => `Ni all "${text}" fod yn id.
    Defnyddiwch lythrennau bach a-z, digidau a chysylltnodau, llythyren yn gyntaf, 64 ar y mwyaf.`,
  'bad-version': ({ text }) => `Nid fersiwn yw "${text}".
    Ysgrifennwch dri rhif, fel 1.0.0.`,
  'bad-language': ({ text }) => `Nid iaith yw "${text}".
    Ysgrifennwch dag iaith, fel cy, en-GB neu pt-BR.`,
  'bad-license': ({ text }) => `Nid mynegiad trwydded yw "${text}".
    Ysgrifennwch enw SPDX, fel CC-BY-4.0, neu sawl un wedi'u cysylltu gydag AND neu OR.`,
  'bad-url': ({ text }) => `Nid cyfeiriad https yw "${text}".
    Ysgrifennwch y cyfeiriad cyfan, yn dechrau gyda https://.`,
  'bad-length': ({ text }) => `Nid nifer o eiriau yw "${text}".
    Ysgrifennwch rif cyfan o 1 i 1000, megis "15 words".`,
  'bad-span': ({ text }) => `Nid cyfnod o amser yw "${text}".
    Ysgrifennwch rif a days, weeks neu months: 7 days.`,
  'bad-date': ({ text }) => `Nid diwrnod yw "${text}".
    Ysgrifennwch ef fel 2026-11-23.`,
  'bad-file-name': ({ text }) => `Ni all "${text}" fod yn enw ffeil ymarfer.
    Defnyddiwch lythrennau, digidau, dotiau, cysylltnodau a thanlinellau; mae'r ffeil yn ffolder y pecyn ei hun.`,

  'no-manifest': ({ name, near }) => `Nid oes ${name} yma.
    ${near.length === 0 ? `Ysgrifennwch ${name} sy'n enwi'r pecyn ac yn rhestru ei ymarferion.` : meant(near, '')}`,
  'not-a-manifest': () => `Nid maniffest pecyn yw hwn.
    Dechreuwch gyda "format: 1", yna id, version, title, language ac exercises. Os ymarfer yw, enwch ffolder ei becyn.`,
  'needs-format': ({ key }) => `Mae angen fformat 2 o becynnau ar yr hyn a ysgrifennwyd yma ar gyfer "${key}".
    Ysgrifennwch "format: 2" yn y maniffest; bydd reflect hŷn wedyn yn dweud bod y pecyn yn rhy newydd iddo.`,
  'pack-too-large': ({ limit }) => `Mae'r pecyn yn fwy na ${limit} MiB.
    Cadwch yr hyn y mae dysgwyr yn ei ddarllen yn unig: testun.`,
  'too-many-files': ({ limit }) => `Mae gan y pecyn fwy na ${limit} o ffeiliau.
    Cadwch y maniffest, yr ymarferion, y drwydded a README yn unig.`,
  'no-such-file': ({ name, near }) => `Nid oes ffeil "${name}".
    ${meant(near, 'Ysgrifennwch y ffeil, neu tynnwch hi oddi ar y rhestr.')}`,
  'not-listed': ({ name }) => `Nid yw'r ffeil "${name}" ar restr yr ymarferion.
    Ychwanegwch hi at y rhestr, neu tynnwch hi o'r ffolder.`,
  'listed-twice': ({ name }) => `Mae'r ffeil "${name}" ar y rhestr ddwywaith.
    Cadwch hi unwaith.`,
  'lists-itself': ({ name }) => `Mae'r maniffest yn rhestru ei hun, "${name}", fel ymarfer.
    Tynnwch ef oddi ar y rhestr.`,
  'names-collide': ({ name, first }) => `Ar lawer o ddisgiau yr un ffeil yw "${name}" a "${first}".
    Rhowch enw arall i un ohonynt.`,
  'links-out': ({ name }) => `Dolen i rywle y tu allan i'r pecyn yw "${name}".
    Rhowch y ffeil ei hun yn y ffolder.`,

  'own-language': ({ language }) => `
    Mae'r pecyn wedi'i ysgrifennu yn "${language}" ei hun, felly nid oes dim i'w gyfieithu.
    Enwch y cyfieithiad yn ôl ei iaith ei hun, neu tynnwch ef allan.`,
  'translated-twice': ({ language, file }) => `Mae cyfieithiad i "${language}" eisoes, yn ${file}.
    Cadwch un o'r ddau.`,
  untranslated: ({ name, key }) => `Heb ei gyfieithu: ${name}. Bydd dysgwyr yn ei ddarllen yn iaith y pecyn.
    Ychwanegwch "${key}:" o dan hwn.`,
  'part-translated': ({ translated, of }) => `
    Hyd yma, mae ${translated} o'r ${of} testun wedi'u cyfieithu. Bydd dysgwyr yn darllen y lleill yn iaith y pecyn.
    Ysgrifennwch eich geiriau yn lle pob "…". Mae "reflect pack translate" yn ychwanegu'r hyn sydd ar goll.`,
  outdated: ({ name, isShown }) => `
    Mae testun y pecyn wedi newid ers ei gyfieithu: ${name}. ${isShown ? 'Mae dysgwyr yn dal i ddarllen y cyfieithiad hwn.' : 'Bydd dysgwyr yn darllen testun y pecyn ei hun, gan fod dyfyniadau, lluniau neu fylchau eraill yn hwn.'}
    Edrychwch eto ar y cyfieithiad; wedyn dilëwch y llinell "#!" uwch ei ben, os oes un, a theipiwch "reflect pack translate".`,
  'text-gone': ({ name }) => `Nid yw'r testun "${name}" yn y pecyn bellach.
    Mae "reflect pack translate" yn cadw eich geiriau fel sylw.`,
  'nothing-to-translate': ({ name, near }) => `Nid oes "${name}" gan y pecyn yma i'w gyfieithu.
    ${meant(near, "Cymharwch ef ag id ac allweddi'r pecyn, neu tynnwch ef allan.")}`,
  'quotations-differ': ({ missing, extra }) => `${marks(missing, extra)}
    Dyfynnwch yr un atebion â'r testun y mae hwn yn ei gyfieithu; dim ond y geiriau ar ôl "|" sy'n wahanol.`,
  'gaps-differ': ({ missing, extra }) => `${marks(missing, extra)}
    Rhowch yr un bylchau yn y frawddeg, ym mha drefn bynnag y mae'r iaith am eu cael.`,

  'no-such-picture': ({ name, near }) => `Nid oes llun "${name}" yn y pecyn.
    ${meant(near, 'Rhowch y ffeil yn y ffolder "images" wrth ymyl pack.yaml, ac ysgrifennwch ei henw fel y mae, gyda\'r priflythrennau a\'r diwedd.')}`,
  'picture-without-alt': ({ name }) => `Nid oes disgrifiad gan y llun "${name}".
    Dywedwch beth mae'n ei ddangos, rhwng y bachau: ![Ciw sy'n cyrraedd y drws](${name}). Caiff y geiriau hyn eu darllen i'r sawl na all ei weld.`,
  'not-a-picture': ({ name, isBroken }) =>
    isBroken
      ? `Mae'r llun "${name}" wedi'i ddifrodi neu'n anghyflawn, neu mae'n symud.
    Cadwch ef eto fel llun PNG, JPEG neu WebP.`
      : `Nid llun o fath y gall pecyn ei gael yw "${name}".
    Cadwch ef fel llun PNG, JPEG neu WebP. Nid yw newid yr enw yn ddigon.`,
  'picture-misnamed': ({ name, ending }) => `Mae "${name}" yn llun o fath arall na'r hyn y mae ei enw yn ei ddweud.
    Rhowch y diwedd ".${ending === 'jpeg' ? 'jpg' : ending}" i'w enw, yma ac yn y ffolder "images".`,
  'picture-too-large': ({ name, limit }) => `Mae mwy na ${limit} kB yn y llun "${name}".
    Gwnewch ef yn llai mewn golygydd lluniau, neu cadwch ef fel JPEG.`,
  'picture-too-wide': ({ name, limit }) => `Mae'r llun "${name}" yn fwy na ${limit} picsel o led neu o uchder.
    Gwnewch ef yn llai mewn golygydd lluniau: mae 1200 picsel yn ddigon.`,
  'pictures-too-large': ({ limit }) => `Mae mwy na ${limit} MiB yn lluniau'r pecyn gyda'i gilydd.
    Gwnewch rai ohonynt yn llai, neu gadewch rai allan.`,
  'unused-picture': ({ name }) => `Nid oes testun yn dangos y llun "${name}", felly nid yw dysgwyr yn ei gael.
    Ysgrifennwch ![beth mae'n ei ddangos](${name}) lle mae'n perthyn, neu tynnwch y ffeil.`,
  'pictures-differ': ({ missing, extra }) => `${marks(missing, extra)}
    Dangoswch yr un lluniau â'r testun gwreiddiol, a disgrifiwch hwy yn iaith y cyfieithiad.`,

  'version-not-raised': ({ now, before }) => `Fersiwn ${now} yw hwn, ac mae ${before} gan ddysgwyr eisoes.
    Codwch y rhif: yr olaf am gywiriad, yr un canol am rywbeth newydd, y cyntaf am yr hyn sy'n torri atebion cynharach.`,
  'went-away': (gone) => `
    Roedd "${gone.name}" yno o'r blaen ac mae wedi mynd. Mae drafftiau'n cadw ei atebion fel rhai a dynnwyd yn ôl; nid oes gan "ddoe a heddiw" rai diweddarach i'w cymharu.
    ${became(gone)}`,
  'part-went-away': (gone) => `
    Gellid ateb "${gone.name}" o'r blaen ac mae wedi mynd. Mae drafftiau'n cadw atebion o'r fath fel rhai a dynnwyd yn ôl; mae "ddoe a heddiw" yn gweld dau ateb gwahanol.
    ${became(gone)}`,
  'type-changed': ({ name, before, now }) => `
    Roedd "${name}" yn gofyn am ${before} o'r blaen ac mae'n gofyn am ${now} bellach. Mae drafftiau'n cadw atebion cynharach fel rhai a dynnwyd yn ôl; ni all "ddoe a heddiw" eu cymharu.
    Rhowch id arall iddo, ac enwch yr hen un o dan "retired".`,
  'range-changed': ({ name, limits }) => `
    Mae "${name}" yn derbyn atebion gwahanol i'r rhai o'r blaen (${limits.map(({ key, before, now }) => `${key}: ${before} → ${now}`).join(', ')}). Mae drafftiau'n cadw'r rhai nad ydynt yn ffitio mwyach fel rhai a dynnwyd yn ôl; mae "ddoe a heddiw" yn eu rhoi ochr yn ochr er iddynt gael eu gofyn yn wahanol.
    ${otherId}`,
  'labels-swapped': ({ names }) => `
    Mae labeli wedi newid lle: edrychwch ar ${oneOf(names, 'a')}. Mae drafftiau'n cadw atebion o'r fath fel rhai a dynnwyd yn ôl; mae "ddoe a heddiw" yn cymryd atebion gwahanol fel yr un peth.
    Gadewch bob label gyda'i id. Os oes ystyr newydd, rhowch ei id ei hun iddo.`,
  'label-changed': ({ name, before, now }) => `
    Geiriad "${name}" oedd "${before}", a "${now}" yw bellach. Mae drafftiau'n cadw'r ateb, a'r hen eiriau gydag ef fel rhai a dynnwyd yn ôl; mae "ddoe a heddiw" yn dangos pob un yn ei eiriau ei hun.
    Os yr un yw'r ystyr, gadewch ef. Os nad, rhowch id arall iddo, ac enwch yr hen un o dan "retired".`,
  'condition-changed': ({ name, isNew }) => `
    ${isNew ? `Mae amod ar "${name}" bellach` : `Mae amod gwahanol ar "${name}" bellach`}. Mae drafftiau lle na ofynnir ef mwyach yn cadw ei ateb fel un a dynnwyd yn ôl; dim ond lle gofynnir ef y mae "ddoe a heddiw" yn ei gymharu.
    Gwiriwch fod yr amod yn wir am y rhai sydd wedi ateb, neu dadwnewch y newid.`,
  'source-changed': ({ name, key, before, now }) => `
    Mae "${name}" yn cymryd yr hyn y mae'n ei ddangos o le gwahanol i'r un o'r blaen (${key}: ${before} → ${now}). Mae drafftiau'n cadw atebion nad ydynt yn ffitio mwyach fel rhai a dynnwyd yn ôl; mae "ddoe a heddiw" yn cymharu'r hyn a ofynnwyd am bethau gwahanol.
    ${otherId}`,
  'moved-away': ({ name, now }) => `
    Mae "${name}" mewn ymarfer arall bellach: "${now}". Mae drafftiau'n cadw ei ateb, ac atebion a roddwyd dan amod arno, fel rhai a dynnwyd yn ôl; mae "ddoe a heddiw" yn ei ganfod dan yr enw newydd.
    Os gall dysgwyr fod ar ganol yr ymarfer, gadewch ef lle'r oedd.`,
  'less-private': ({ name }) => `
    Roedd "${name}" yn breifat o'r blaen ac nid yw'n breifat bellach. Mae atebion a ysgrifennwyd yn breifat yn aros felly, mewn drafftiau ac yn "ddoe a heddiw"; mae rhai newydd yn gadael y dyddiadur gydag allforiad.
    Ychwanegwch "private: true", oni bai mai dyna'r bwriad.`,
  'still-there': ({ name }) => `Dywedir bod "${name}" wedi mynd, ond mae'n dal yn y pecyn.
    Tynnwch y llinell hon allan, neu'r hyn y mae'n ei enwi.`,
  'unknown-target': ({ name, near }) => `Nid yw "${name}" yn y pecyn, felly ni all fod yn enw newydd.
    ${meant(near, 'Ysgrifennwch ef fel ymarfer, ymarfer/cwestiwn neu ymarfer/cwestiwn.rhan, yn ôl ei enw presennol.')}`,
  'bad-name': ({ text }) => `Ni all "${text}" fod yn enw ymarfer, cwestiwn na rhan.
    Ysgrifennwch ymarfer, ymarfer/cwestiwn neu ymarfer/cwestiwn.rhan.`,
  'ambiguous-part': ({ name, known }) => `Gallai "${name}" fod yn fwy nag un rhan o'i gwestiwn.
    Ysgrifennwch ${oneOf(known)}.`,
  'renamed-across': ({ before, after }) => `Ni all "${before}" droi'n "${after}".
    Ailenwch ymarfer yn ymarfer, cwestiwn yn gwestiwn, a rhan yn rhan o'r un cwestiwn a'r un rhestr; neu nodwch hi o dan "retired".`,
  'renamed-and-retired': ({ name }) => `Mae gan "${name}" enw newydd, ac mae o dan "retired" hefyd.
    Cadwch un o'r ddwy linell.`,

  'unknown-type': ({ name, known, near }) => `Nid oes math o gwestiwn o'r enw "${name}".
    ${meant(near, `Ysgrifennwch ${oneOf(known)}.`)}`,
  'same-exercise': ({ name, file }) => `Mae gan ymarfer arall yr id "${name}" eisoes, yn ${file}.
    Rhowch id arall i un ohonynt.`,
  'duplicate-id': ({ name, line }) => `Mae'r id "${name}" wedi'i gymryd eisoes, ar linell ${line}.
    Rhowch id arall i un o'r ddau.`,
  'reserved-id': ({ name }) => `Mae gan "${name}" ei ystyr ei hun ac ni all fod yn id yma.
    Dewiswch air arall.`,
  'device-name': ({ name }) => `Mae Windows yn cadw'r enw "${name}" ar gyfer dyfais.
    Dewiswch enw arall, fel un â gair o'i flaen.`,
  'repeated-option': ({ name, line }) => `Gellir dewis "${name}" eisoes, ar linell ${line}.
    Tynnwch un o'r ddau allan, neu geiriwch ef yn wahanol.`,

  'bad-reference': ({ text }) => `Nid enw cwestiwn yw "${text}".
    Ysgrifennwch gwestiwn, cwestiwn.rhan neu ymarfer/cwestiwn.`,
  'bad-quotation': ({ text }) => `Nid yw "${text}" yn dyfynnu dim.
    Ysgrifennwch {{cwestiwn}}, {{ymarfer/cwestiwn}} neu {{cwestiwn|geiriau i'w defnyddio lle nad oes ateb}}.`,
  'quotation-not-here': ({ text }) => `Bydd dysgwyr yn gweld "${text}" fel y mae: ni chaiff atebion eu dyfynnu yma.
    Dyfynnwch atebion yn ask, help, reading, discussion neu template.`,
  'unknown-prompt': ({ name, near }) => `Nid oes cwestiwn "${name}" i gyfeirio ato.
    ${meant(near, 'Gwiriwch yr enw yn erbyn id pob cwestiwn.')}`,
  'unknown-exercise': ({ name, near }) => `Nid oes ymarfer "${name}" yn y pecyn hwn.
    ${meant(near, 'Gwiriwch yr enw yn erbyn id pob ymarfer.')}`,
  'cannot-derive': ({ what, name, type }) => `
    Ni ellir cael "${what}" o "${name}", sy'n gwestiwn o'r math "${type}".
    ${derivable[what] ?? 'Enwch gwestiwn y gellir ei gael ohono.'}`,
  'unknown-part': ({ part, near, known }) => `Nid oes gan y cwestiwn ran o'r enw "${part}".
    ${meant(near, known.length === 0 ? 'Cyfeiriwch at yr ateb cyfan, heb ddot.' : `Ei rannau yw ${oneOf(known)}.`)}`,
  'own-prompt': ({ name }) => `Mae'r cwestiwn yn cyfeirio at ei ateb ei hun, "${name}", nad yw yno eto.
    ${earlier}`,
  'later-prompt': ({ name }) => `Mae "${name}" yn dod yn nes ymlaen, felly nid yw ei ateb yno eto.
    ${earlier}`,
  'later-exercise': ({ name }) => `
    Mae'r ymarfer "${name}" yn dod yn nes ymlaen yn y pecyn, felly ni fydd gan lawer o ddysgwyr ateb yno eto.
    Rhowch eiriau i'w defnyddio lle nad oes un, neu newidiwch drefn yr ymarferion.`,
  'nothing-to-quote': ({ name, type }) => `Cwestiwn o fath ${type} yw "${name}", ac nid oes ganddo ateb ei hun.
    Cyfeiriwch at gwestiwn sy'n cael ei ateb.`,
  'not-an-earlier-prompt': ({ text }) => `Nid yw "${text}" yn gwestiwn yn yr ymarfer hwn.
    Ysgrifennwch id cwestiwn cynharach o'r ymarfer hwn, a dim byd arall.`,
  'offers-nothing': ({ name, type }) => `Cwestiwn o fath ${type} yw "${name}", ac nid yw'n cynnig dim i ddewis ohono.
    Cymerwch eitemau o list, choice, choices, ranking, table, neu scale gyda statements.`,

  'condition-too-deep': ({ limit }) => `Mae'r amod hwn wedi'i nythu fwy na ${limit} lefel i lawr.
    Dywedwch ef gyda llai o "all", "any" a "not".`,
  'never-answered': ({ name }) => `Ni chaiff "${name}" byth ei ateb, felly ni all yr amod hwn fyth ddal.
    Cymharwch gwestiwn sy'n cael ei ateb.`,
  'cannot-be-asked': ({ operator, name, known }) => `Ni ellir gofyn "${operator}" am yr ateb i "${name}".
    Gellir gofyn amdano gyda ${oneOf(known)}.`,
  'unknown-option': ({ name, near }) => `Nid yw "${name}" yn un o'r dewisiadau, felly ni all hyn fyth ddal.
    ${meant(near, 'Ysgrifennwch id dewis.')}`,
  'out-of-reach': ({ min, max }) => `Ni all unrhyw ateb fod fel hyn: mae'n gorwedd ${range(min, max)}.
    Cymharwch â gwerth y gall ateb ei gael.`,
  'never-true': ({ name }) => `
    Mae'r hyn a fynnir gan "${name}" yn ei wrth-ddweud ei hun, felly ni chaiff y cwestiwn byth ei ddangos.
    Defnyddiwch "any" os yw un o'r gofynion yn ddigon.`,

  'empty-range': ({ low, high }) => `Nid oes dim yn gorwedd rhwng ${low} a ${high}.
    Rhowch yr un lleiaf yn gyntaf.`,
  'not-defined': ({ name, list, near }) => `Nid oes "${name}" dan "${list}" ym maniffest y pecyn.
    ${meant(near, list === 'outcomes' ? `Ychwanegwch "${name}" yno.` : `Ychwanegwch "${name}" yno, neu ysgrifennwch y cyfan yma.`)}`,
  'either-or': ({ one, other }) => `Mae yma "${one}" yn ogystal â "${other}".
    Cadwch un o'r ddau.`,
  'no-options': () => `Nid oes digon i ddewis ohono.
    Ychwanegwch ddewisiadau, un ar bob llinell ar ôl toriad.`,
  'options-for-nothing': ({ type }) => `Nid oes dewisiadau gan golofn o fath ${type}.
    Ysgrifennwch "type: choice", neu tynnwch y dewisiadau allan.`,
  'too-many-picks': ({ count }) => `Dim ond ${count} sydd i ddewis ohonynt.
    Ysgrifennwch rif llai, neu ychwanegwch ddewisiadau.`,
  'bound-of-another-type': ({ name, type, needed }) => `
    Ni all "${name}" fod yn derfyn yma: o'r math "${type}" y mae.
    Enwch gwestiwn cynharach o'r math "${needed}".`,
  'core-needs': ({ name, other }) =>
    `Mae "${name}" yn gwestiwn craidd, ond mae'n dibynnu ar "${other}", sy'n cael ei adael allan os yw amser yn brin.
    Ysgrifennwch "core: true" yno hefyd, neu ei dynnu allan yma.`,
  'no-last-wording': () => `Gall fod heb gwestiwn i'w ofyn: mae gan bob geiriad amod.
    Ysgrifennwch un arall ar y diwedd, heb "when".`,
  'wording-hidden': () => `Ni ddangosir y geiriad hwn byth: mae un o'i flaen bob amser yn wir.
    Rhowch "when" i hwnnw, neu rhowch hwn o'i flaen.`,
  'follow-up-without-options': () => `Nid oes dewisiadau y gallai'r cwestiwn dilynol aros amdanynt.
    Mewn pecyn "format: 2", ysgrifennwch amod, fel "when: { again: false }"; neu tynnwch "when", a gofynnir ar ôl unrhyw ateb.`,
  'label-off-scale': ({ label, from, to }) => `Nid yw "${label}" ar y raddfa, sy'n mynd o ${from} i ${to}.
    Labelwch rifau cyfan y raddfa yn unig.`,
  'missing-level': ({ levels }) => `Nid yw'r datganiad hwn yn dweud beth yw ystyr ${oneOf(levels, 'a')}.
    Dywedwch hynny o dan ei "labels": mewn rubric, mae pob datganiad yn disgrifio dau ben y raddfa, a'r un rhifau.`,
  'no-column': () => `Nid oes colofn gan y tabl.
    Ychwanegwch un o dan "columns", gydag id, title a type.`,
  'no-rows': () => `Nid oes rhesi gan y tabl, ac ni all dysgwyr ychwanegu rhai.
    Ysgrifennwch "rows", "rows_from" neu "add_rows".`,
  'no-gap': () => `Nid oes bwlch i'w lenwi.
    Ysgrifennwch fwlch fel {enw}, a disgrifiwch ef o dan "gaps".`,
  'unknown-gap': ({ name }) => `Nid yw'r bwlch "${name}" wedi'i ddisgrifio.
    Disgrifiwch ef o dan "gaps", gydag "ask".`,
  'unused-gap': ({ name }) => `Nid yw'r bwlch "${name}" yn sefyll yn y templed.
    Rhowch {${name}} yn y templed, neu tynnwch ef allan yma.`,

  'unknown-elsewhere': ({ name, pack, near }) => `
    Nid oes ymarfer "${name}" yn y pecyn "${pack}", fel y mae ar y cyfrifiadur hwn.
    ${meant(near, `Gwiriwch yr enw gyda "reflect list ${pack}", neu gofynnwch am fersiwn newydd o'r pecyn hwnnw.`)}`,
  'template-id': ({ name }) =>
    `Efallai fod pecynnau tiwtoriaid eraill hefyd yn cael eu galw'n "${name}", sef yr id yn y canllaw.
    Dewiswch id i chi'ch hun, fel eich cwrs a'r flwyddyn, cyn rhannu'r pecyn.`,
  'bundled-id': ({ name }) => `Mae pecyn sy'n dod gyda reflect hefyd yn cael ei alw'n "${name}".
    Dewiswch id i chi'ch hun: fel arall, gofynnir i ddysgwyr pa un o'r ddau y maent am ei gael.`,
  'pack-not-here': ({ name }) => `Nid yw'r pecyn "${name}" ar y cyfrifiadur hwn, felly ni wiriwyd yr ymarfer hwn.
    Ychwanegwch ef gyda "reflect pack add", yna gwiriwch eto. Bydd dysgwyr hebddo yn mynd ymlaen at ymarfer nesaf y llwybr.`,
  'in-two-sections': ({ name }) => `Mae "${name}" mewn dwy adran, neu ddwywaith mewn un.
    Enwch ef mewn un ohonynt.`,
  'due-before-opens': () => `Mae'r adran hon yn dod i ben cyn iddi agor, neu ar yr un diwrnod.
    Ysgrifennwch "due" sy'n hirach nag "opens"; mae'r ddau'n cyfrif o'r diwrnod cyntaf.`,
  'repeated-in-route': ({ name }) => `Mae "${name}" ar y llwybr hwn ddwywaith.
    Cadwch ef unwaith.`,
  'revisits-itself': () => `Mewn pecyn fformat 1, ni all ymarfer aros amdano'i hun.
    Enwch ymarfer arall, neu ysgrifennwch "format: 2": yna daw'n bryd ei wneud eto cyhyd ar ôl ei orffen.`,
  'revisits-in-a-circle': ({ name }) => `
    Mae "${name}" yn aros am yr ymarfer hwn yn ei dro, felly nid yw'r naill na'r llall byth yn agor.
    Tynnwch un o'r ddau "revisit" allan.`,

  'swallowed-key': ({
    key
  }) => `Mae'r llinell hon yn rhan o'r testun uwch ei phen, felly nid yw "${key}" yn allwedd yma.
    Os allwedd yw hi, dechreuwch y llinell mor bell i'r chwith ag allwedd y testun hwnnw.`,
  'dead-link': ({ what, target }) => `
    ${what === 'space' ? `Mae dysgwyr yn gweld "${target}" fel y mae yma, heb ddolen.` : what === 'picture' ? `Nid yw dysgwyr yn gweld y llun "${target}", dim ond ei ddisgrifiad.` : what === 'file' ? `Ni all dysgwyr agor "${target}": nid yw ffeiliau wrth ymyl yr ymarferion yn rhan o'r pecyn.` : `Mae dysgwyr yn gweld "${target}" fel y mae yma: nid oes HTML mewn pecynnau.`}
    ${what === 'space' ? 'Peidiwch â gadael bwlch rhwng "]" a "(".' : what === 'tag' ? 'Ysgrifennwch Markdown: *fel hyn*, **fel hyn**, neu linell wag rhwng paragraffau.' : what === 'picture' ? `Rhowch y ffeil yn y ffolder "images" wrth ymyl pack.yaml, ac ysgrifennwch ei henw: ![Beth mae'n ei ddangos](images/ciw.png). Rhaid i'r pecyn fod â "format: 2".` : "Dywedwch ef mewn geiriau, neu rhowch ddolen at gyfeiriad sy'n dechrau â https://."}`,
  'other-syntax': ({ what, text }) => `
    ${what === 'formula' ? `Mae dysgwyr yn gweld y fformiwla "${text}" fel y mae yma: nid oes fformiwlâu mewn pecynnau.` : what === 'placeholder' ? `Mae dysgwyr yn gweld "${text}" fel y mae yma: dalfan rhaglen arall ydyw.` : `Mae dysgwyr yn gweld "${text}" fel y mae yma: mae'n perthyn i raglen arall.`}
    ${what === 'formula' ? 'Dywedwch hyn mewn geiriau, ysgrifennwch ef ag arwyddion plaen fel x², neu dangoswch lun ohono.' : what === 'placeholder' ? 'I ddyfynnu ateb, ysgrifennwch id ei gwestiwn mewn bachau dwbl: {{…}}.' : 'Tynnwch ef, neu ysgrifennwch Markdown.'}`,
  'single-braces': ({ text }) => `Mae dysgwyr yn gweld "${text}" fel y mae yma.
    I ddyfynnu ateb, ysgrifennwch id ei gwestiwn mewn cromfachau dwbl: {{…}}.`,
  'left-over': ({ text }) => `Mae angen rhoi rhywbeth yn lle "${text}" o hyd.
    Ysgrifennwch yr hyn y dylai dysgwyr ei ddarllen, neu tynnwch ef allan.`,
  'wrong-folder': ({ name, right }) => `Ni chaiff "${name}" ei ddarllen: mae gan gyfieithiadau ffolder eu hunain.
    Symudwch ef i "${right}".`,
  'one-option': ({ sign }) => `
    ${sign === undefined ? "Dim ond un opsiwn sydd i'w ddewis." : `Nid yw "${sign}" yn gwahanu opsiynau, felly dim ond un sydd.`}
    Ychwanegwch opsiynau, neu gofynnwch gyda'r math "yes-no".`,
  'long-text': ({ key, words, most }) => `Mae ${words} o eiriau yma yn "${key}"; ar sgrin, mae ${most} yn llawer.
    Byrhewch ef, neu rhannwch ef.`,
  'long-ask': ({ words, most }) => `Mae ${words} o eiriau yn y cwestiwn.
    Cadwch ef i ${most}, a symudwch y gweddill i "help".`,
  'privacy-not-stated': ({ names, about }) => `
    Ar ôl "${about}", sy'n breifat, nid yw ${oneOf(names, 'a')} yn dweud a ydynt yn breifat hefyd.
    Ychwanegwch "about: ${about}" at yr hyn sy'n sôn am yr un bobl, a "private: false" at y gweddill.`,
  'private-anyway': ({
    name,
    source
  }) => `Nid oes effaith i "private: false" ar "${name}", sy'n ymwneud â "${source}", ac mae hwnnw'n breifat.
    Tynnwch yr allwedd, neu gwnewch y cwestiwn arall yn gyhoeddus.`,
  'two-questions': () => `Mae mwy nag un cwestiwn yma.
    Gwnewch gwestiwn ar wahân o bob un, neu symudwch un i "help".`,
  'no-minutes': () => `Nid yw'r ymarfer yn dweud faint o amser y mae'n ei gymryd.
    Ychwanegwch "minutes:" gyda rhif.`
}

function became({ renamed, retired }: { renamed: string; retired: string }): string {
  return renamed === ''
    ? `Ychwanegwch o dan "retired": ${retired} (neu o dan "renamed" ei enw presennol).`
    : `Ychwanegwch o dan "renamed": ${renamed} (neu o dan "retired", os yw wedi mynd yn fwriadol: ${retired}).`
}

function closing(sign: string): string {
  return { '[': '"]"', '{': '"}"' }[sign] ?? 'yr un nod'
}

function marks(missing: readonly string[], extra: readonly string[]): string {
  return [
    ...(missing.length === 0 ? [] : [`Ar goll yn y cyfieithiad: ${missing.join(', ')}.`]),
    ...(extra.length === 0 ? [] : [`Nid yn yr hyn a gyfieithir: ${extra.join(', ')}.`])
  ].join(' ')
}

function range(min: number | null, max: number | null): string {
  if (min === null) return `ar ${max ?? ''} neu'n is`
  return max === null ? `ar ${min} neu'n uwch` : `rhwng ${min} a ${max}`
}

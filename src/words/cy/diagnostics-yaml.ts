import type { yamlDiagnostics as English } from '../en/diagnostics-yaml.ts'
import { say } from './phrases.ts'

const quoteIt = 'Rhowch y testun cyfan mewn dyfynodau dwbl, neu ysgrifennwch ef o dan yr allwedd ar ôl "|".'

/** What `pack check` says of a file before anything in it is understood, in Welsh: its bytes, and its YAML. */
export const yamlDiagnostics: typeof English = {
  'file-too-large': ({ limit }) =>
    say(
      `Mae'r ffeil hon yn fwy na ${limit} KiB.`,
      "Symudwch rai o'i hymarferion neu ei darnau darllen i ffeiliau ar wahân."
    ),
  'not-utf8': ({ encoding }) =>
    say(
      encoding === undefined ? "Mae nod yma nad yw'n UTF-8." : `Cadwyd y ffeil hon fel ${encoding}.`,
      "Cadwch hi eto gyda'r amgodiad UTF-8."
    ),
  'control-character': ({ shown }) =>
    say(`Mae nod rheoli yma: ${shown}.`, "Dilëwch ef; efallai iddo ddod i mewn gyda thestun wedi'i ludo."),
  'bidi-override': ({ shown }) =>
    say(
      `Mae nod yma sy'n newid cyfeiriad testun heb i neb ei weld: ${shown}.`,
      "Dilëwch ef; nid oes angen un ar ysgrifen sy'n rhedeg o'r dde i'r chwith."
    ),
  'invisible-character': ({ shown }) =>
    say(`Mae nod yma na all neb ei weld: ${shown}.`, 'Dilëwch ef, oni bai bod ei angen ar yr iaith.'),
  'broken-character': ({ shown }) =>
    say(`Mae hanner nod yma: ${shown}.`, 'Ysgrifennwch y nod ei hun; nid oes angen ei amgodio mewn ffeil UTF-8.'),
  'file-empty': () =>
    say("Mae'r ffeil hon yn wag.", 'Ysgrifennwch yr ymarfer ynddi, neu tynnwch hi oddi ar y rhestr yn y maniffest.'),

  'too-many-nodes': ({ limit }) =>
    say(`Mae gan y ffeil hon fwy na ${limit} o allweddi a gwerthoedd.`, 'Rhannwch hi yn sawl ffeil.'),
  'too-deep': ({ limit }) =>
    say(
      `Mae hyn yn sefyll fwy na ${limit} lefel i lawr.`,
      'Nid oes angen hynny ar unrhyw ran o becyn: chwiliwch am ormod o gromfachau neu doriadau.'
    ),
  'odd-space': () =>
    say(
      "Bwlch o fath arall na'r un y mae YAML yn ei gymryd sydd yma, er ei fod yn edrych yr un fath.",
      "Dilëwch ef a theipiwch fwlch; efallai iddo ddod i mewn gyda thestun wedi'i ludo."
    ),
  tab: () => say('Ni all tab fewnoli llinell yn YAML.', 'Defnyddiwch fylchau, dau i bob lefel.'),
  directive: ({ text }) =>
    say(
      `Mae "${text}" yn newid sut caiff YAML ei ddarllen.`,
      'Dilëwch y llinell hon: caiff pecynnau eu darllen yr un fath ym mhobman.'
    ),
  'second-document': () =>
    say('Mae ail ddogfen YAML yn dechrau yma.', 'Cadwch un ddogfen mewn ffeil, a dilëwch y llinell hon.'),
  tag: ({ text }) => say(`Mae YAML yn cymryd mai tag yw "${text}", nid testun.`, quoteIt),
  anchor: ({ text }) => say(`Mae YAML yn cymryd mai enw angor yw "${text}", nid testun.`, quoteIt),
  alias: ({ text }) => say(`Mae YAML yn cymryd mai enw arall ar rywbeth yw "${text}", nid testun.`, quoteIt),
  'merge-key': () =>
    say('Byddai "<<" yn cyfuno allweddi eraill yma.', 'Ysgrifennwch yr allweddi yn llawn: nid oes cyfuno mewn pecyn.'),
  'explicit-key': () => say("Mae YAML yn cymryd gofynnod sy'n sefyll ar ei ben ei hun yn ddechrau allwedd.", quoteIt),
  'key-not-text': () =>
    say(
      "Nid gair yw'r allwedd hon.",
      'Gair plaen cyn colon yw allwedd. Os testun yw hwn, rhowch ef mewn dyfynodau dwbl.'
    ),
  'duplicate-key': ({ key, line }) =>
    say(`Mae'r allwedd "${key}" yno ddwywaith; mae'r gyntaf ar linell ${line}.`, "Cadwch un o'r ddwy."),

  'colon-in-text': ({ before }) =>
    say(`Mae'r colon ar ôl "${before}" yn peri i YAML ddarllen y testun hwn fel allwedd a'i gwerth.`, quoteIt),
  'text-after-quote': () =>
    say(
      "Mae'r dyfynnod cau yn gorffen y gwerth, ond mae'r llinell yn mynd yn ei blaen.",
      'Ysgrifennwch y testun o dan yr allwedd ar ôl "|", neu rhowch y cyfan mewn dyfynodau sengl (gan ddyblu pob collnod).'
    ),
  'text-after-bracket': () =>
    say("Mae'r gromfach gau yn gorffen y gwerth, ond mae'r llinell yn mynd yn ei blaen.", quoteIt),
  'text-after-block-sign': ({ sign }) =>
    say(
      `Ni chaiff dim ddilyn "${sign}" ar ei linell.`,
      `Dechreuwch y testun ar y llinell nesaf, ymhellach i mewn. Os yw "${sign}" yn rhan o'r testun, rhowch y testun mewn dyfynodau dwbl.`
    ),
  'starts-with-quotation': () => say('Ni chaiff gwerth sy\'n dechrau gyda "{{" ei ddarllen fel testun.', quoteIt),
  'starts-with-sign': ({ sign }) => say(`Ni all testun ddechrau gyda "${sign}" yn YAML.`, quoteIt),
  'dash-after-key': () =>
    say(
      'Ni all rhestr ddechrau ar linell ei hallwedd.',
      "Dechreuwch y rhestr ar y llinell nesaf. Os yw'r toriad yn rhan o'r testun, rhowch y testun mewn dyfynodau dwbl."
    ),
  'comma-in-braces': ({ key }) =>
    say(
      `Mae'r coma yn gorffen y gwerth o'i flaen, ac mae "${key}" wedi dod yn allwedd ei hun.`,
      "Rhowch y testun sydd â'r coma ynddo mewn dyfynodau dwbl."
    ),
  'no-space-after-colon': ({ key }) =>
    say(`Nid oes bwlch ar ôl colon "${key}", felly nid yw YAML yn gweld allwedd.`, 'Rhowch fwlch ar ôl y colon.'),
  'cut-by-comment': ({ rest }) =>
    say(
      `Mae YAML yn cymryd mai sylw yw "${rest}" ac yn ei adael allan o'r testun.`,
      "Rhowch y testun cyfan mewn dyfynodau dwbl. Mae angen llinell ei hun ar sylw, neu ddau fwlch o'i flaen."
    ),
  'stray-text': ({ text }) =>
    say(
      `Nid yw "${text}" yn perthyn i unrhyw allwedd.`,
      'Os yw\'n parhau\'r testun uwchben, mewnolwch ef o dan yr allwedd, ac ysgrifennwch "|" ar ôl yr allwedd. Os allwedd yw, rhowch golon a bwlch ar ei hôl.'
    ),
  unclosed: ({ sign }) =>
    say(
      `Nid yw'r ${sign} sy'n agor yma byth yn cael ei gau.`,
      `Caewch ef gyda ${closing(sign)}. Mae " #" cyn y diwedd yn dechrau sylw.`
    ),
  indentation: () =>
    say(
      "Nid yw'r llinell hon yn gyson â'r rhai o'i chwmpas.",
      "Rhowch yr un nifer o fylchau iddi â'r llinell y mae'n perthyn wrth ei hochr."
    ),
  'bad-escape': ({ text }) =>
    say(
      `Nid yw "${text}" yn golygu dim o fewn dyfynodau dwbl.`,
      'Ysgrifennwch yr ôl-slaes ddwywaith, neu ysgrifennwch y testun o dan yr allwedd ar ôl "|".'
    ),
  'yaml-syntax': () =>
    say(
      "Ni ellir darllen y YAML o'r fan hon ymlaen.",
      "Cymharwch y llinell â'r rhai o'i blaen: toriadau, colonau, dyfynodau a mewnoli. Mae testun mewn dyfynodau dwbl bob amser yn ddiogel."
    )
}

function closing(sign: string): string {
  return { '[': '"]"', '{': '"}"' }[sign] ?? 'yr un nod'
}

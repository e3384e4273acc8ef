import type * as English from '../en/index.ts'
import type { Misuse } from '../shared/types.ts'
import { didYouMean } from './phrases.ts'

/** The headings of the help, in Welsh. Keys are commander's. */
export const helpTitles: typeof English.commands.titles = {
  'Usage:': 'Defnydd:',
  'Arguments:': "Yr hyn sydd i'w roi:",
  'Options:': 'Opsiynau:',
  'Global Options:': 'Opsiynau pob gorchymyn:',
  'Commands:': 'Gorchmynion:',
  example: 'Enghraifft:'
}

/** What is to be put in, as the help of commands names it: here as it is called in the program. */
export const argumentNames: typeof English.commands.names = {
  action: 'gweithred',
  answers: 'atebion',
  checksum: 'swm-gwirio',
  command: 'gorchymyn',
  day: 'diwrnod',
  deleted: 'cofnod',
  dir: 'ffolder',
  entry: 'cofnod',
  exercise: 'ymarfer',
  file: 'ffeil',
  format: 'fformat',
  from: 'ffynhonnell',
  id: 'id',
  key: 'gosodiad',
  language: 'iaith',
  name: 'enw',
  number: 'rhif',
  options: 'opsiynau',
  order: 'trefn',
  outcome: 'deilliant',
  pack: 'pecyn',
  path: 'llwybr-ffeil',
  place: 'man',
  prompt: 'cwestiwn',
  route: 'llwybr',
  shell: 'plisgyn',
  source: 'ffynhonnell',
  status: 'cyflwr',
  tag: 'tag',
  topic: 'pwnc',
  value: 'gwerth',
  what: 'beth',
  words: 'geiriau'
}

/** A sentence that says what is wrong with a command line. */
export function misused(misuse: Misuse): string {
  switch (misuse.kind) {
    case 'unknown-option':
      return `Nid oes opsiwn "${misuse.what}".${didYouMean(misuse.near)}`
    case 'unknown-command':
      return `Nid oes gorchymyn "${misuse.what}".${didYouMean(misuse.near)}`
    case 'no-argument': {
      const name: Readonly<Record<string, string>> = argumentNames
      return `Mae rhywbeth ar goll: <${name[misuse.what] ?? misuse.what}>.`
    }
    case 'no-value':
      return `Mae angen gwerth ar ôl "${misuse.what}".`
    case 'too-many':
      return "Mae mwy o eiriau nag y mae'r gorchymyn hwn yn eu cymryd; rhowch ddyfynodau o gwmpas enw sydd â bylchau ynddo."
    case 'wrong-value':
      return `Nid yw "${misuse.value}" yn addas ar gyfer "${misuse.what}". ${misuse.why}`
    case 'conflict':
      return `Nid yw "${misuse.one}" a "${misuse.other}" yn mynd gyda'i gilydd.`
    case 'other':
      return misuse.text
  }
}

/** The topics of `reflect help`, in Welsh. Lines of at most 78 columns. */
export const topics: typeof English.commands.topics = {
  topics: `Pynciau: teipiwch "reflect help" ac un o'r rhain.

  keys          y bysellau wrth ateb
  plain         gorchmynion y modd plaen
  files         ble mae eich dyddlyfr a beth sydd ynddo
  environment   newidynnau y mae reflect yn edrych arnynt
  exit-codes    beth mae reflect yn ei ddweud wrth sgript

Mae "reflect help start", neu unrhyw orchymyn arall, yn egluro'r gorchymyn.`,

  keys: `Y bysellau, yr un fath ym mhob cwestiwn

  Tab neu Ctrl-D  wedi gorffen: ymlaen i'r cwestiwn nesaf; mewn tabl, mae Tab
                  yn mynd i'r gell nesaf
  Tab ddwywaith   hepgor cwestiwn sy'n dal yn wag
  Shift-Tab       yn ôl, gan gadw'r hyn sydd yno
  Enter           ymlaen, mewn cwestiynau un llinell a rhestrau o
                  ddewisiadau; llinell newydd lle rydych yn ysgrifennu
  ? neu Ctrl-G    cymorth gyda bysellau'r cwestiwn hwn, ac enghraifft os oes
                  un; lle rydych yn ysgrifennu, Ctrl-G yn unig
  Esc neu Ctrl-O  i fyny un lefel: o gwestiwn i'r holl gwestiynau
  Ctrl-Z, Ctrl-R  dadwneud ac ailwneud, ym mhob cwestiwn
  Ctrl-C          gadael; caiff eich drafft ei gadw
  Ctrl-P          preifat neu beidio, yn rhestr yr holl gwestiynau
  Ctrl-L          llunio'r sgrin eto

Lle rydych yn ysgrifennu

  Ctrl-A, Ctrl-E          dechrau a diwedd y llinell
  Ctrl-W, Ctrl-U, Ctrl-K  torri gair, neu'r llinell cyn neu ar ôl y cyrchwr
  Ctrl-Y                  gludo'r hyn a dorrwyd neu a gopïwyd
  Shift a saethau         dewis; mae Ctrl-C yn copïo, Ctrl-X yn torri. Heb
                          saethau felly: Ctrl-Space, yna'r saethau
  F2 neu Ctrl-X Ctrl-E    y testun hwn yn eich golygydd eich hun

I aros am ychydig, pwyswch Esc a dewiswch "Aros am ychydig"; teipiwch "fg" yn
y plisgyn i ddod yn ôl.

Caiff testun sy'n hirach na'r sgrin ei ddangos fesul tudalen

  Bylchwr           y dudalen nesaf; Page Up, Page Down a'r saethau hefyd
  Home, End         y dechrau, y diwedd
  / neu Ctrl-F      chwilio; mae n yn mynd i'r lle nesaf, N i'r un cynt
  q neu Esc         cau; mae'r hyn a welsoch yn aros ar y sgrin

Yn y modd plaen (reflect --plain) caiff popeth ei deipio fesul llinell:
"reflect help plain".`,

  plain: `Y modd plaen (reflect --plain): caiff popeth ei deipio fesul llinell

Mae testun yn gorffen gyda llinell sy'n cynnwys un atalnod llawn. Llinell ar
ei phen ei hun yw pob gorchymyn; mae :cymorth yn rhestru'r rhai sy'n gweithio
ble rydych chi. Mae'r geiriau Saesneg yn gweithio hefyd.

  :nôl, :back             y cwestiwn cynt
  :hepgor, :skip          gadael y cwestiwn hwn allan
  :cymorth, :help         yr hyn y gallwch ei wneud yma
  :enghraifft, :example   enghraifft, os oes un
  :cwestiwn, :question    darllen y cwestiwn eto
  :trosolwg, :overview    yr holl gwestiynau
  :adolygu, :review       yr holl atebion, a'r diwedd
  :preifat, :private      cadw'r ateb hwn yn breifat, neu beidio
  :llun, :picture         agor y llun, os oes un
  :golygydd, :editor      ysgrifennu yn eich golygydd eich hun
  :gadael, :leave         stopio; caiff yr hyn a ysgrifennoch ei gadw

Wrth ysgrifennu testun neu restr

  :llinellau, :lines      darllen yr hyn sydd gennych, fesul llinell
  :newid 3, :change 3     teipio llinell 3 eto; heb rif, y llinell olaf
  :tynnu 3, :drop 3       tynnu llinell 3 allan
  :dadwneud, :undo        dadwneud y newid diwethaf
  :eto, :again            clirio'r ateb hwn, i ddechrau eto

Mewn tablau, graddfeydd, cynlluniau a brawddegau â bylchau

  :i-fyny, :up            y rhan cyn hon
  :rhes 3, :row 3         mynd i res 3 mewn tabl, neu i'r drydedd raddfa
  :tynnu, :drop           gwagio cell
  :llinellau, :lines      darllen eich ateb hyd yma

Caiff llinell o golon a gair nad yw'n orchymyn ei holi, ac ni chaiff ei chadw;
trwy bibell caiff ei chadw fel testun. Mae llinell sy'n dechrau gyda dau golon
yn destun sy'n dechrau gydag un. Mae llinell o ddau atalnod llawn neu fwy yn
destun gydag un yn llai.`,

  files: `Ffolder o ffeiliau Markdown yw eich dyddlyfr, a chi biau nhw: ~/reflections,
oni bai eich bod yn dewis un arall gyda "reflect config set journal FFOLDER",
gyda'r newidyn REFLECT_JOURNAL, neu gyda --journal.

  2026/2026-11-23-ymarfer.md   un eisteddiad gydag un ymarfer
  drafts/                      yr hyn nad ydych wedi'i orffen eto
  trash/                       yr hyn rydych wedi'i ddileu, nes i chi ei wagio
  .reflect/                    eiddo reflect; cewch ei ddileu unrhyw bryd

Cewch ddarllen a newid y ffeiliau mewn unrhyw olygydd, eu copïo a'u cadw wrth
gefn. Caiff unrhyw beth arall yn y ffolder lonydd. Ni chaiff dim byd byth ei
anfon i unman.`,

  environment: `Newidynnau y mae reflect yn edrych arnynt

  REFLECT_JOURNAL   ffolder eich dyddlyfr
  REFLECT_HOME      ffolder ar gyfer gosodiadau a phecynnau a ychwanegwyd, yn
                    lle'r rhai arferol
  XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_CACHE_HOME
                    y ffolderi arferol ar gyfer gosodiadau, pecynnau a'r
                    storfa cod
  REFLECT_NO_CACHE  os yw wedi'i osod, dim storfa cod; mae cychwyn yn arafach
  LC_ALL, LC_MESSAGES, LANG
                    eich iaith, oni bai bod --lang neu'r gosodiad yn enwi un
  VISUAL, EDITOR    eich golygydd
  PAGER             rhaglen sy'n dangos allbwn hir, yn lle ein tudalennau ni;
                    mae "cat" yn ei argraffu heb dudalennau
  NO_COLOR          os yw wedi'i osod, dim lliwiau; FORCE_COLOR=1 i gael
                    lliwiau ym mhobman
  ACCESSIBLE=1      modd plaen, fel --plain; TERM=dumb hefyd
  DEBUG=reflect     argraffu o ble yn y rhaglen y daeth gwall`,

  'exit-codes': `Beth mae reflect yn ei ddweud wrth sgript

  0     wedi'i wneud; mae rhestr wag wedi'i gwneud
  1     wedi methu
  2     wedi'i ddefnyddio'n anghywir, neu roedd nam ar yr hyn a gafodd
  129   caewyd y derfynell; caiff y drafft ei gadw
  130   gadawyd drwy Ctrl-C neu drwy adael; caiff y drafft ei gadw
  143   gofynnwyd iddo orffen; caiff y drafft ei gadw`
}

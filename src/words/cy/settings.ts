import { oneOf } from './names.ts'
import { figures } from '../shared/figures.ts'
import type { Words } from '../en/index.ts'

/** What the program says about settings, in Welsh. */
export const settings: Words['settings'] = {
  about: {
    journal: 'ffolder eich dyddlyfr',
    plain: 'gofyn fesul llinell, heb liwiau nac ail-lunio',
    color: 'lliwiau: auto (ar derfynell sydd â nhw), always (bob amser) neu never (byth)',
    editor: 'eich golygydd eich hun, i ysgrifennu testunau hirach; fel arall VISUAL neu EDITOR',
    'revisit.after': 'ar ôl faint o amser yr hoffech gwrdd ag ymarfer eto',
    language: 'iaith reflect, ac ymarferion sydd ar gael mewn sawl iaith'
  },
  takes: {
    journal: 'enw ffolder',
    plain: 'true neu false',
    color: 'auto, always neu never',
    editor: 'gorchymyn sy\'n agor ffeil, fel "nano" neu "code --wait"',
    'revisit.after': 'cyfnod o amser, fel "6 weeks" neu "3 months"',
    language: 'auto (fel y dywed y system), en (English), cy (Cymraeg), neu dag iaith arall'
  },
  unreadable: (file, message) =>
    `Nid oedd modd darllen eich gosodiadau yn ${file} (${message}), felly defnyddir y rhai arferol. Gwiriwch y cewch agor y ffeil.`,
  broken: (file) =>
    `Nid JSON cyfan yw eich gosodiadau yn ${file}, felly defnyddir y rhai arferol. Cywirwch y ffeil, neu gosodwch rywbeth gyda "reflect config set"; caiff y ffeil ddiffygiol wedyn ei chadw wrth ochr yr un newydd.`,
  wrongInFile: (file, key, takes) =>
    `Yr hyn y mae'r gosodiad "${key}" yn ${file} yn ei gymryd yw ${takes}, ac nid dyna sydd yno, felly defnyddir yr un arferol. Cywirwch ef gyda "reflect config set ${key} …".`,
  wrongValue: (key, value, takes) => `Ni all "${value}" fod yn werth i'r gosodiad "${key}", sy'n cymryd ${takes}.`,
  unknownKey: (key, nearest, known) =>
    nearest.length === 0
      ? `Nid oes gosodiad "${key}". Dyma'r rhai sydd: ${known.join(', ')}.`
      : `Nid oes gosodiad "${key}". Ai ${oneOf(nearest)} oedd gennych mewn golwg?`,
  unknownAction: (action, known) =>
    `Ni all "reflect config" wneud "${action}". Gall wneud ${known.slice(0, -1).join(', ')} a ${known.at(-1) ?? ''}.`,
  missingKey: (action) =>
    `Enwch osodiad: "reflect config ${action} <gosodiad>". Mae "reflect config list" yn eu dangos i gyd.`,
  missingValue: (key, takes) => `Dywedwch beth yw gwerth "${key}" i fod: mae'n cymryd ${takes}.`,
  notKept: (file) =>
    `Nid oedd modd cadw'r gosodiadau yn ${file}, efallai am fod y ddisg yn llawn; maent fel yr oeddent. Gwnewch ychydig o le a rhowch gynnig arall arni.`,
  movedAside: (file) => `Nid oedd modd darllen y ffeil gosodiadau; fe'i rhoddwyd o'r neilltu fel ${file}.`,
  unchanged: 'Ni newidiwyd dim.',
  usual: 'fel arfer',
  none: 'dim',
  written: (key, value) => `${key} yw ${value} bellach.`,
  unwritten: (key, value) => `Mae ${key} fel arfer eto: ${value}.`,
  entriesIn: (entries, folder) =>
    entries === 1 ? `Mae un cofnod yn ${folder}.` : `Mae ${figures(entries)} o gofnodion yn ${folder}.`,
  moveThem: (from, to) => `Symud yr hyn sydd yn ${from} i ${to}?`,
  moved: (from, to) => `Mae popeth oedd yn ${from} bellach yn ${to}.`,
  copied: (from, to) =>
    `Mae popeth oedd yn ${from} bellach yn ${to}, ond nid oedd modd ei dynnu o'r lle yr oedd; dilëwch ${from} eich hun.`,
  leftThere: (from, to) =>
    `Mae'r hyn sydd yn ${from} yn aros yno, ac mae eich dyddlyfr yn ${to} yn dechrau hebddo. Mae "reflect --journal ${from} journal" yn dal i'w restru; i'w symud, gosodwch y gosodiad yn ôl ac ychwanegwch --move.`,
  notEmpty: (to) =>
    `Nid yw ${to} yn wag, felly ni symudwyd dim ac ni newidiwyd unrhyw osodiad. Dewiswch ffolder newydd, neu symudwch y ffeiliau eich hun.`,
  insideEachOther: (from, to) =>
    `Mae ${to} a ${from} y naill y tu mewn i'r llall, felly ni symudwyd dim ac ni newidiwyd unrhyw osodiad. Dewiswch ffolder wrth ei hochr.`,
  moveFailed: (from, to) =>
    `Ni weithiodd symud ${from} i ${to}: nid yw'r copi yr un fath â'r hyn a gopïwyd. Mae popeth yn dal yn ${from}. Gwiriwch y ddisg a rhowch gynnig arall arni.`
}

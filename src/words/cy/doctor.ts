import type { Words } from '../en/index.ts'
import { count, nouns } from './counting.ts'

/** What `reflect doctor` says, in Welsh. */
export const doctor: Words['doctor'] = {
  what: "gweld a yw popeth mewn trefn, a sut i gywiro'r hyn nad yw",
  fix: "cywiro'r hyn y gellir ei gywiro heb golli dim",
  states: { well: 'Iawn:', note: 'Nodyn:', wrong: "I'w gywiro:" },
  settings: "Mae modd darllen eich gosodiadau'n iawn.",
  noJournal: (dir) => `Nid oes dyddlyfr eto; bydd yn ${dir}.`,
  journal: (dir, entries, drafts, deleted) =>
    `Eich dyddlyfr yn ${dir}: ${count(entries, nouns.entry)}, ${count(drafts, nouns.draft)}, ${deleted} yn y bin sbwriel.`,
  unread: (file, why) => `Ni ellir darllen ${file} fel cofnod: ${why} Nid oes dim ynddi wedi'i golli.`,
  repeated: (files) =>
    `Yr un cofnod ddwywaith yw ${files.join(' a ')}. Cymharwch nhw, a dilëwch yr un nad oes ei angen arnoch.`,
  undecoded: (file, line) =>
    `Mae ${file} yn dal beitiau nad ydynt yn destun UTF-8, y cyntaf yn llinell ${line}, felly gellir ei darllen yma ond nid ei newid. Cadwch hi fel UTF-8 yn eich golygydd.`,
  spoilt: (file, answers) =>
    `Yn ${file}, nid yw'r atebion hyn ar ffurf eu cwestiwn bellach a chânt eu dangos fel testun plaen: ${answers.map(({ title, line }) => `${title} (llinell ${line})`).join('; ')}.`,
  copy: (file) =>
    `Copi yw ${file} a gadwyd pan newidiwyd cofnod mewn dau le. Cymerwch ohono yr hyn sydd ei angen arnoch, yna dilëwch ef.`,
  stray: (file) =>
    `Cofnod yw ${file}, ond nid yw yn ffolder ei flwyddyn, felly ni ddeuir o hyd iddo. Mae "reflect import" a'i enw yn ei gymryd i mewn; yna dilëwch hwn.`,
  foreign: (files) =>
    `${count(files.length, nouns.file)} arall yn ffolder y dyddlyfr, y mae reflect yn rhoi llonydd iddynt: ${files.slice(0, 5).join(', ')}${files.length > 5 ? ', …' : ''}.`,
  remains: (files, isMended) =>
    isMended
      ? `Cafwyd gwared ar ${count(files, nouns.file)} a adawyd ar eu hanner gan fethiant.`
      : `Gadawodd methiant ${count(files, nouns.file)} ar eu hanner. Mae "reflect doctor --fix" yn cael gwared arnynt; mae'r hyn roeddent i fod yn ddiogel.`,
  spareCopies: (files, isMended) =>
    isMended
      ? `Cafwyd gwared ar gopïau sy'n dweud yr un peth â'u cofnodion (${files}).`
      : `Mae copïau a adawyd gan wrthdaro heb ddweud dim nad yw'r cofnod yn ei ddweud (${files}). Mae "reflect doctor --fix" yn cael gwared arnynt.`,
  exposed: (files, isMended) =>
    isMended
      ? `Ni all defnyddwyr eraill y cyfrifiadur hwn ddarllen eich dyddlyfr bellach (ffeiliau neu ffolderi: ${files}).`
      : `Gall defnyddwyr eraill y cyfrifiadur hwn ddarllen rhannau o'ch dyddlyfr (ffeiliau neu ffolderi: ${files}). Mae "reflect doctor --fix" yn eu cadw i chi'ch hun.`,
  packs: (packs) => `${count(packs, nouns.pack)} yn barod i'w defnyddio.`,
  terminal: (terminal) =>
    terminal.isTTY
      ? `Eich terfynell: ${terminal.columns} o golofnau, ${terminal.rows} o resi, ${terminal.color ? 'lliwiau' : 'dim lliwiau'}, ${terminal.unicode ? 'pob arwydd' : 'arwyddion plaen yn unig'}${terminal.plain ? '; modd plaen' : ''}.`
      : "Nid oes terfynell yma, felly caiff popeth ei ysgrifennu a'i ofyn fesul llinell.",
  noEditor:
    'Nid oes golygydd o\'ch dewis chi wedi\'i osod; mae "reflect config set editor" yn enwi un ar gyfer testunau hirach.',
  editor: (command) => `Eich golygydd: ${command}`,
  editorGone: (command) =>
    `Nid yw eich golygydd "${command}" ar y cyfrifiadur hwn. Enwch un arall gyda "reflect config set editor", neu gosodwch VISUAL.`
}

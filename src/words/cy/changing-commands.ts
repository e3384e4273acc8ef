import type { Words } from '../en/index.ts'
import { count, nouns } from './counting.ts'

/** What the commands that change entries, or take them along, say, in Welsh. */
export const changingCommands: Pick<Words['commands'], 'edit' | 'delete' | 'trash' | 'export' | 'import'> = {
  edit: {
    what: "newid cofnod: eich atebion, ei dagiau, neu'r ffeil gyfan",
    editor: 'agor y ffeil yn eich golygydd eich hun',
    tag: 'ychwanegu tag; gellir ei roi sawl gwaith',
    untag: 'tynnu tag; gellir ei roi sawl gwaith',
    changed: (file) => `Newidiwyd: ${file}`,
    unchanged: 'Ni newidiwyd dim.',
    emptied: (file) =>
      `Mae ${file} fel yr oedd, am na adawodd y golygydd ddim ynddi. Teipiwch "reflect delete" a'i enw i ddileu cofnod.`,
    noQuestions: (file) =>
      `Nid oes cwestiwn yn ${file} y gellid ei ateb yma; newidiwch y ffeil mewn golygydd, gyda "reflect edit --editor".`,
    spoilt: (titles) =>
      `Caiff eich geiriau eu cadw, ond nid yw'r atebion hyn ar ffurf eu cwestiwn bellach, a chânt eu dangos fel testun plaen: ${titles.join('; ')}.`,
    lost: (titles) =>
      `Nid yw'r rhain yn gwestiynau yn y cofnod hwn bellach: ${titles.join('; ')}. Os mai dim ond y llinell uwchben un ("<!-- reflect:…") a dynnoch allan, mae eich geiriau wedi'u cadw, ac maent nawr yn perthyn i'r ateb o'i flaen.`,
    refused: (file, copy, why) =>
      `Mae ${file} fel yr oedd, am nad yr un cofnod yw'r hyn a wnaethoch ohono: ${why} Mae popeth a ysgrifennoch yn ${copy}.`
  },
  delete: {
    what: 'rhoi cofnod yn y bin sbwriel',
    yes: 'heb ofyn',
    really: (title, day) => `Rhoi "${title}" (${day}) yn y bin sbwriel?`,
    deleted: (id) => `Mae yn y bin sbwriel. I'w gael yn ôl: reflect journal --restore ${id}`,
    kept: 'Ni ddilëwyd dim.'
  },
  trash: {
    list: "rhestru'r hyn a ddilëwyd",
    restore: "rhoi'r cofnod hwn yn ôl o'r bin sbwriel",
    empty: 'cael gwared am byth ar yr hyn sydd yn y bin sbwriel',
    nothing: 'Nid oes dim yn y bin sbwriel.',
    really: (files) => `Cael gwared ar ${count(files, nouns.entry)} am byth? Ni fydd modd dod â nhw yn ôl wedyn.`,
    restored: (file) => `Mae yn ei ôl: ${file}`,
    emptied: (files) => `Cafwyd gwared ar ${count(files, nouns.file)}.`
  },
  export: {
    what: "copïo cofnodion o'r dyddlyfr, i'w darllen, eu hargraffu neu eu cyflwyno",
    which: 'cofnodion, ymarferion neu becynnau; pob cofnod gorffenedig os nad enwir un',
    order: '"date" (yn ôl dyddiad), neu "reading": fel y mae\'r pecynnau yn gosod eu hymarferion',
    notAnOrder: 'Ysgrifennwch date neu reading.',
    format: "md, html, docx (Word), txt neu json; fel arall yn ôl diwedd enw'r allbwn, fel arall md",
    output: 'ffeil, neu ffolder i gael ffeil i bob cofnod; fel arall caiff ei argraffu',
    withoutQuestions: 'dim ond eich geiriau eich hun, o dan eu penawdau',
    includePrivate: 'atebion preifat hefyd',
    force: 'ysgrifennu dros yr hyn sydd yno',
    notAFormat: 'Ysgrifennwch md, html, docx, txt neu json.',
    needsOutput: 'Ni ellir argraffu dogfen Word yma; enwch ffeil iddi, fel --output myfyrdodau.docx.',
    unknownEnding: (ending) =>
      `Nid yw allforyn yn ffeil .${ending}. Dewiswch .md, .html, .docx, .txt neu .json (gellir cadw'r hyn a allforir fel .html neu .docx fel PDF oddi yno), neu enwch y fformat gyda --format.`,
    exists: (file) =>
      `Mae ${file} yno eisoes a chafodd lonydd; dewiswch enw arall, neu ychwanegwch --force i ysgrifennu drosti.`,
    isEntry: (file) =>
      `Mae ${file} yn gofnod mewn dyddlyfr, ac nid ysgrifennir byth drosto; dewiswch enw neu ffolder arall.`,
    account: (entries, answers, hidden) =>
      [
        `${count(entries, nouns.entry)} gyda ${count(answers, nouns.answer)}.`,
        ...(hidden === 0
          ? []
          : [`Arhosodd ${count(hidden, nouns.answer)} preifat yn y dyddlyfr (mae --include-private yn mynd â nhw).`]),
        ...(entries === 0
          ? []
          : ["Cyn ei roi i rywun arall, chwiliwch am enwau, lleoedd a dyddiadau sy'n dangos pwy yw pobl eraill."])
      ].join(' ')
  },
  import: {
    what: 'cymryd cofnodion i mewn: allforiad fel JSON, dyddlyfr o gyfrifiadur arall, neu JSON Day One',
    from: "ffeil JSON, ffeil cofnod, neu ffolder o ffeiliau o'r fath"
  }
}

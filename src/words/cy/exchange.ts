import type * as English from '../en/index.ts'
import { figures } from '../shared/figures.ts'
import { count, nouns } from './phrases.ts'

/** What exported documents say besides the learner's words and the questions, in Welsh. */
export const exported: typeof English.export = {
  title: 'Myfyrdodau',
  subtitle: (day, pack) => `${day}, ${pack}`,
  contents: 'Cynnwys',
  skipToText: "Neidio i'r testun",
  table: 'Tabl',
  wordCount: (words) => `${count(words, nouns.word)}, heb gyfrif y cwestiynau`
}

/** What the program says when it takes entries in, in Welsh. */
export const imported: typeof English.import = {
  dayOne: { title: 'Dyddiadur', question: 'O Day One.' },
  notThere: (file) => `Nid oes ffeil na ffolder ${file}. Gwiriwch yr enw.`,
  isZip: (file) => `Archif zip yw ${file}; dadbaciwch hi a mewnforiwch y ffeil .json sydd ynddi.`,
  notJson: (file) =>
    `Nid dogfen JSON gyfan gyda rhestr "entries" yw ${file}; rhowch yr hyn a ysgrifennodd "reflect export --format json" neu Day One, neu ffolder o gofnodion.`,
  newer: (file, format) =>
    `Mae ${file} yn fersiwn ${format} o fformat yr allforiad, nad yw'r fersiwn hwn o reflect yn ei adnabod. Diweddarwch reflect.`,
  noEntries: (file) => `Nid oes cofnod yn ${file}.`,
  forReading: (file) =>
    `Nid cofnod mewn dyddlyfr yw ${file}. I'w ddarllen y mae allforiad Markdown neu Word; yr hyn y gellir ei gymryd yn ôl yw ffeiliau'r dyddlyfr ei hun, neu "reflect export --format json".`,
  numbered: (file, number) => `${file}, cofnod ${number}`,
  refused: (what, why) => `Gadawyd allan: ${what}. ${why}`,
  unknown: 'Nid cofnod gan reflect na chan Day One mohono.',
  broken: 'Mae nod toredig ynddo, ac ni ellir ei gadw.',
  differs: (file, copy) =>
    `Mae ${file} yn wahanol i'r cofnod a fewnforiwyd, felly cadwyd eich un chi. Mae'r un a fewnforiwyd yn ${copy}.`,
  account: ({ added, merged, known, replaced, differs, refused, wordless, left }) =>
    [
      `Darllenwyd ${count(added + merged + known + replaced + differs + refused + wordless, nouns.entry)}: ${[
        `${figures(added)} newydd`,
        ...(merged === 0 ? [] : [`${figures(merged)} wedi'u hychwanegu at eich rhai chi`]),
        ...(known === 0 ? [] : [`${figures(known)} oedd gennych eisoes`]),
        ...(replaced === 0
          ? []
          : [`${figures(replaced)} ag enwau wedi'u newid, wedi'u gadael allan am fod y rhai gwreiddiol gennych`]),
        ...(differs === 0 ? [] : [`${figures(differs)} wedi'u cadw fel copi, am fod eich un chi yn wahanol`]),
        ...(wordless === 0 ? [] : [`${figures(wordless)} heb eiriau`]),
        ...(refused === 0 ? [] : [`${figures(refused)} wedi'u gadael allan`])
      ].join(', ')}.`,
      ...(left === 0 ? [] : [`Lluniau neu ffeiliau eraill na fewnforiwyd: ${figures(left)}.`])
    ].join(' ')
}

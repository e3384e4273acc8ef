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
  notThere: (file) => `Nid oes dim yn ${file}; gwiriwch ei enw.`,
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
  broken: 'Mae hanner nod ynddo, ac ni all unrhyw ffeil gadw hwnnw.',
  differs: (file, copy) => `Mae ${file} yn dweud rhywbeth arall yma, a chafodd lonydd; mae'r hyn a ddaeth yn ${copy}.`,
  account: ({ added, merged, known, replaced, differs, refused, wordless, left }) =>
    [
      `Darllenwyd ${count(added + merged + known + replaced + differs + refused + wordless, nouns.entry)}: ${[
        `${figures(added)} newydd`,
        ...(merged === 0 ? [] : [`${figures(merged)} wedi'u hychwanegu at yr hyn oedd yma`]),
        ...(known === 0 ? [] : [`${figures(known)} yma eisoes`]),
        ...(replaced === 0
          ? []
          : [`${figures(replaced)} ag enwau wedi'u newid, heb eu cymryd am fod y cofnodion yma eisoes`]),
        ...(differs === 0 ? [] : [`${figures(differs)} mewn copi, am fod rhywbeth arall yma`]),
        ...(wordless === 0 ? [] : [`${figures(wordless)} heb eiriau`]),
        ...(refused === 0 ? [] : [`${figures(refused)} wedi'u gadael allan`])
      ].join(', ')}.`,
      ...(left === 0 ? [] : [`Lluniau neu ffeiliau eraill a arhosodd ar ôl: ${figures(left)}.`])
    ].join(' ')
}

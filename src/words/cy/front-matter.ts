import type { Words } from '../en/index.ts'

/** What the program says about the lines between `---` at the top of an entry, in Welsh. */
export const frontMatter: Words['frontMatter'] = {
  notAnEntry:
    'Nid cofnod mewn dyddlyfr yw hwn: nid yw\'n dechrau gyda\'r llinellau rhwng "---" y mae pob cofnod yn dechrau gyda nhw.',
  noEnd: 'Nid oes diwedd i\'r llinellau ar frig y cofnod hwn: rhowch linell "---" ar ôl yr olaf ohonynt.',
  tooLong: "Mae'r llinellau ar frig y cofnod hwn, ei dagiau yn eu plith, yn hirach nag y gellir eu darllen.",
  line: (line, text) =>
    `Ni ellir darllen llinell ${line} o'r cofnod hwn: "${text}". Cywirwch hi mewn golygydd; mae popeth arall yn y ffeil fel yr oedd.`,
  twice: (line, key) => `Mae llinell ${line} o'r cofnod hwn yn dweud "${key}" am yr eildro. Cadwch un o'r ddwy.`,
  missing: (key) => `Nid oes llinell "${key}: …" ymhlith y rhai ar frig y cofnod hwn. Ychwanegwch hi mewn golygydd.`,
  value: (line, key, value) =>
    `Mae llinell ${line} o'r cofnod hwn yn dweud "${key}: ${value}", ac ni all hynny fod. Cywirwch hi mewn golygydd.`,
  newer: (version) =>
    `Mae'r cofnod hwn yn fersiwn ${version} o fformat y dyddlyfr, nad yw'r fersiwn hwn o reflect yn ei adnabod. Diweddarwch reflect.`
}

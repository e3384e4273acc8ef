import type { Words } from '../en/index.ts'
import { count, nouns } from './counting.ts'

/** What is said of progress on a page and in a statement, in Welsh. */
export const progress: Words['progress'] = {
  title: 'Pa mor bell rwyf wedi dod',
  packs: 'Pecynnau, llwybrau ac ymarferion',
  pack: 'Pecyn',
  done: "Wedi'i wneud",
  notBegun: 'heb ei ddechrau eto',
  between: (first, last) => `o ${first} hyd ${last}`,
  year: 'Y flwyddyn ddiwethaf, fesul diwrnod',
  calendar: (days) => `Ysgrifennwyd ar ${count(days, nouns.day)} yn y flwyddyn ddiwethaf.`,
  rated: (title, exercise) => `${exercise}: ${title}`,
  notSure: 'ddim yn siŵr',
  scale: (from, to) => `o ${from} i ${to}`,
  tags: 'Tagiau',
  dueSince: (title, day) => `"${title}", ers ${day}`,
  statementTitle: "Yr hyn rwyf wedi'i gwblhau",
  statementSays: (day) =>
    `Fy nghofnod fy hun yw hwn, a wnaed o'm dyddlyfr gyda reflect ar ${day}. Nid tystysgrif mohono, ac nid oes neb arall wedi'i wirio.`,
  completed: (day, title, version, minutes) => `${day}: ${title} (fersiwn ${version}), ${count(minutes, nouns.minute)}`,
  nothingYet: "Nid oes dim wedi'i gwblhau eto."
}

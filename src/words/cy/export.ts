import type { Words } from '../en/index.ts'
import { count, nouns } from './counting.ts'

/** What exported documents say besides the learner's words and the questions, in Welsh. */
export const exported: Words['export'] = {
  title: 'Myfyrdodau',
  subtitle: (day, pack) => `${day}, ${pack}`,
  contents: 'Cynnwys',
  skipToText: "Neidio i'r testun",
  table: 'Tabl',
  wordCount: (words) => `${count(words, nouns.word)}, heb gyfrif y cwestiynau`
}

import { count } from './counting.ts'

/** What exported documents say besides the learner's words and the questions, in English. */
export const exported = {
  title: 'Reflections',
  subtitle: (day: string, pack: string) => `${day}, ${pack}`,
  contents: 'Contents',
  skipToText: 'Skip to the text',
  table: 'Table',
  /** Written words, for assignments with a limit. */
  wordCount: (words: number) => `${count(words, 'word', 'words')}, not counting the questions`
}

import { bare } from './shared/lenient-parse.ts'
import { checked, refused } from './shared/checking.ts'
import { findLine } from '../text/lines.ts'
import type { EntryWords } from './shared/model.ts'
import type { Question } from './shared/question.ts'

/** Yes or no. */
export const yesNo: Question<'yes-no'> = {
  type: 'yes-no',
  keys: () => ({}),
  parse: () => ({ type: 'yes-no' }),
  check: (_, value) => (typeof value === 'boolean' ? checked(value, []) : refused('not-yes-no')),
  kind: () => ({ of: 'yes-no' }),
  lines: (_, answer, words) => [yesOrNo(answer, words)],
  shown: (_, answer, words) => yesOrNo(answer, words),
  toMarkdown: (_, answer, words) => yesOrNo(answer, words),
  fromMarkdown: (_, body, languages) => {
    const line = findLine(body, (text) => readYesOrNo(bare(text), languages))
    return line && { answer: line.found, before: line.before, after: line.after }
  },
  form: () => undefined,
  fromForm: () => ({ type: 'yes-no' })
}

/** The word for a yes-no answer. */
export function yesOrNo(answer: boolean, words: EntryWords): string {
  return answer ? words.yes : words.no
}

/** The answer that a word means in any of the languages, whatever its case; undefined for other words. */
export function readYesOrNo(text: string, languages: readonly EntryWords[]): boolean | undefined {
  const word = text.toLowerCase()
  if (languages.some(({ yes }) => yes === word)) return true
  return languages.some(({ no }) => no === word) ? false : undefined
}

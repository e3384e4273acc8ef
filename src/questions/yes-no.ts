import { bare } from './shared/lenient-parse.ts'
import { checked, refused } from './shared/checking.ts'
import { findLine } from '../text/lines.ts'
import type { EntryWords } from './shared/model.ts'
import type { Question } from './shared/question.ts'
import { isWord, typedValue, type TypedContext } from './shared/typed.ts'

/** Yes or no. */
export const yesNo: Question<'yes-no'> = {
  type: 'yes-no',
  keys: () => ({}),
  parse: () => ({ type: 'yes-no' }),
  check: (_, value) => (typeof value === 'boolean' ? checked(value, []) : refused('not-yes-no')),
  typed: (_, text, context) => typedValue(readYesOrNo(text, context)),
  kind: () => ({ of: 'yes-no' }),
  lines: (_, answer, words) => [yesOrNo(answer, words)],
  shown: (_, answer, words) => yesOrNo(answer, words),
  toMarkdown: (_, answer, words) => yesOrNo(answer, words),
  fromMarkdown: (_, body, context) => findLine(body, (text) => readYesOrNo(bare(text), context)),
  form: () => undefined,
  fromForm: () => ({ type: 'yes-no' })
}

/** The word for a yes-no answer. */
export function yesOrNo(answer: boolean, words: EntryWords): string {
  return answer ? words.yes : words.no
}

/** The answer that a word means in any of the languages; undefined for other words. */
export function readYesOrNo(text: string, context: TypedContext): boolean | undefined {
  const isOneOf = (answer: 'yes' | 'no') => context.languages.some(({ typed }) => isWord(text, typed[answer], context))
  return isOneOf('yes') ? true : isOneOf('no') ? false : undefined
}

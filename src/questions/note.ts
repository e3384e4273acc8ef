import { refused } from './shared/checking.ts'
import type { Question } from './shared/question.ts'

/** A passage between prompts. It asks nothing. */
export const note: Question<'note'> = {
  type: 'note',
  keys: () => ({}),
  parse: () => ({ type: 'note' }),
  check: () => refused('no-answer-here'),
  form: () => undefined,
  fromForm: () => ({ type: 'note' }),
  toMarkdown: () => '',
  fromMarkdown: () => undefined,
  shown: () => '',
  summary: () => ''
}

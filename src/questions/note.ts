import { refused } from './shared/checking.ts'
import type { Question } from './shared/question.ts'

/** A passage between prompts. It asks nothing. */
export const note: Question<'note'> = {
  type: 'note',
  keys: () => ({}),
  parse: () => ({ type: 'note' }),
  asks: () => false,
  isSilent: true,
  attachable: [],
  check: () => refused('no-answer-here'),
  kind: () => ({ of: 'nothing' }),
  lines: () => [],
  shown: () => '',
  toMarkdown: () => '',
  fromMarkdown: () => undefined,
  form: () => undefined,
  fromForm: () => ({ type: 'note' })
}

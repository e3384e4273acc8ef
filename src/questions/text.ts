import { checked, excerpt, refused } from './shared/checking.ts'
import { boundsKey, present } from './shared/keys.ts'
import { isBroken, onOneLine, unixLines, withoutTrailingNewlines } from '../text/lines.ts'
import type { Bounds, Checked } from './shared/model.ts'
import type { Question } from './shared/question.ts'

/** Writing, of any length. It is the learner's: nothing but line endings and newlines at its end is touched. */
export const text: Question<'text'> = {
  type: 'text',
  keys: (z) => ({
    lines: z.literal(1).optional().describe('1 for a single line.'),
    words: boundsKey(z).optional().describe('How long the answer might be, in words: a guide, never a limit.')
  }),
  parse: (keys) =>
    present({
      type: 'text' as const,
      lines: keys['lines'] as 1 | undefined,
      words: keys['words'] as Bounds | undefined
    }),
  check: (prompt, value) => checkWriting(value, prompt.lines === 1),
  form: ({ lines }) => (lines === 1 ? { lines } : undefined),
  fromForm: ({ lines }) => (lines === 1 ? { type: 'text', lines } : { type: 'text' }),
  toMarkdown: (_, answer) => writing(answer),
  fromMarkdown: (_, body) => ({ answer: body, before: '', after: '' }),
  shown: (_, answer) => answer,
  summary: (_, answer) => onOneLine(answer)
}

/** A text as it is stored. */
export function writing(value: string): string {
  return withoutTrailingNewlines(unixLines(value))
}

/** Whether a value is writing: a text that says something. */
export function checkWriting(value: unknown, singleLine: boolean): Checked<string> {
  if (typeof value !== 'string') return refused('not-text')
  if (isBroken(value)) return refused('broken-text')
  const words = singleLine ? unixLines(value).trim() : writing(value)
  if (words.trim() === '') return refused('empty')
  return singleLine && words.includes('\n')
    ? refused({ code: 'several-lines', what: excerpt(words) })
    : checked(words, [])
}

import { checked, excerpt, refused } from './shared/checking.ts'
import { boundsKey, boundsOf } from './shared/keys.ts'
import { isBroken, unixLines, withoutTrailingNewlines } from '../text/lines.ts'
import type { Checked, Prompt } from './shared/model.ts'
import type { Question } from './shared/question.ts'

/** Writing, of any length. It belongs to the learner: only line endings and newlines at its end are changed. */
export const text: Question<'text'> = {
  type: 'text',
  keys: (z) => ({
    lines: z.literal(1).optional().describe('1 if the answer is a single line.'),
    words: boundsKey(z).optional().describe('A suggested length in words: a guide, never a limit.')
  }),
  parse: (keys) => ({
    type: 'text',
    ...(keys['lines'] === 1 ? { lines: 1 } : {}),
    ...(keys['words'] === undefined ? {} : { words: boundsOf(keys['words']) })
  }),
  ranges: [{ within: 'words', low: 'min', high: 'max' }],
  isLong: ({ lines }) => lines !== 1,
  canStart: true,
  attachable: ['more'],
  check: (prompt, value) => (isOnlyStart(prompt, value) ? refused('empty') : checkWriting(value, prompt.lines === 1)),
  kind: () => ({ of: 'words' }),
  limits: ({ lines }) => [{ key: 'lines', value: lines, kind: 'most' }],
  lines: (_, answer) => writtenLines(answer),
  shown: (_, answer) => answer,
  toMarkdown: (_, answer) => writing(answer),
  fromMarkdown: (_, body) => ({ found: body, before: '', after: '' }),
  isWriting: true,
  form: ({ lines }) => (lines === 1 ? { lines } : undefined),
  fromForm: ({ lines }) => (lines === 1 ? { type: 'text', lines } : { type: 'text' }),
  widened: (prompt, body) => {
    if (prompt.lines === undefined || !body.trim().includes('\n')) return prompt
    const { lines: _, ...others } = prompt
    return others
  }
}

/** What writing begins with, up to the cursor: the author's words without an ellipsis at their end, and a space. '' if there are none. */
export function startOf({ startWith = '' }: Pick<Prompt, 'startWith'>): string {
  const words = startWith.replace(/\s*(?:…|\.{3})\s*$/, '').trimEnd()
  return words === '' ? '' : `${words} `
}

/** Whether a text is no more than what it was to begin with: then nothing was written. */
export function isOnlyStart(prompt: Pick<Prompt, 'startWith'>, value: unknown): boolean {
  const start = startOf(prompt)
  return start !== '' && typeof value === 'string' && unixLines(value).trim() === start.trim()
}

/** A text as it is stored. */
export function writing(value: string): string {
  return withoutTrailingNewlines(unixLines(value))
}

/** The short form of writing: its lines as they are. */
export function writtenLines(answer: string): string[] {
  return unixLines(answer).split('\n')
}

/** Checks that a value is a text that says something, on a single line if asked for. */
export function checkWriting(value: unknown, singleLine: boolean): Checked<string> {
  if (typeof value !== 'string') return refused('not-text')
  if (isBroken(value)) return refused('broken-text')
  const words = singleLine ? unixLines(value).trim() : writing(value)
  if (words.trim() === '') return refused('empty')
  return singleLine && words.includes('\n')
    ? refused({ code: 'several-lines', what: excerpt(words) })
    : checked(words, [])
}

import { refused } from './shared/checking.ts'
import { formatKey } from './shared/keys.ts'
import { unixLines, withoutTrailingNewlines } from '../text/lines.ts'
import type { Question } from './shared/question.ts'
import { parseReferences, REFERENCE } from './shared/reference.ts'
import { checkWriting, writing, writtenLines } from './text.ts'

/** An earlier answer shown again, with or without the request to put it in new words. */
export const recall: Question<'recall'> = {
  type: 'recall',
  keys: (z) => {
    const name = formatKey(z, REFERENCE, 'bad-reference')
    return {
      of: z
        .union([name, z.array(name).min(1)])
        .describe(
          'The earlier answer: prompt, prompt.part or exercise/prompt. If you name several, the newest is shown (in format 1, the first that was answered).'
        ),
      reword: z.boolean().optional().describe('Whether the learner can put it in new words.')
    }
  },
  parse: (keys, format) => ({
    type: 'recall',
    of: parseReferences(keys['of']),
    ...(format === 1 ? {} : { newest: true }),
    reword: keys['reword'] === true
  }),
  referenceKeys: { of: 'answers' },
  references: ({ of }) => of,
  resolve: (prompt, earlier) => {
    const lines = earlier.shown(prompt.of, prompt.newest === true)
    return lines && { ...prompt, shown: lines.join('\n') }
  },
  asks: ({ reword }) => reword,
  isSilent: true,
  isLong: () => true,
  attachable: [],
  check: (prompt, value) => (prompt.reword ? checkWriting(value, false) : refused('no-answer-here')),
  kind: ({ reword }) => ({ of: reword ? 'words' : 'nothing' }),
  limits: ({ reword }) => [{ key: 'reword', value: reword, kind: 'permission' }],
  lines: (_, answer) => writtenLines(answer),
  shown: (_, answer) => answer,
  toMarkdown: (_, answer) => writing(answer),
  fromMarkdown: (prompt, body) => (prompt.reword ? { found: body, before: '', after: '' } : undefined),
  isWriting: true,
  form: (prompt) => (prompt.reword ? { reword: true } : undefined),
  fromForm: (form) => ({ type: 'recall', of: [], reword: form['reword'] === true }),
  shownWith: ({ shown }) => shown && withoutTrailingNewlines(unixLines(shown)),
  withShown: (prompt, shown) => ({ ...prompt, shown })
}

import { refused } from './shared/checking.ts'
import { onOneLine } from '../text/lines.ts'
import type { Reference } from './shared/model.ts'
import type { Question } from './shared/question.ts'
import { REFERENCE, parseReference } from './shared/reference.ts'
import { checkWriting, writing } from './text.ts'

/** An earlier answer shown again, with or without the wish to put it in new words. */
export const recall: Question<'recall'> = {
  type: 'recall',
  keys: (z) => {
    const name = z.string().regex(REFERENCE, 'bad-reference')
    return {
      of: z
        .union([name, z.array(name).min(1)])
        .describe(
          'The earlier answer: prompt, prompt.part or exercise/prompt. Of several, the first that is answered.'
        ),
      reword: z.boolean().optional().describe('Ask for it in new words.')
    }
  },
  parse: (keys) => ({ type: 'recall', of: references(keys['of']), reword: keys['reword'] === true }),
  check: (prompt, value) => (prompt.reword ? checkWriting(value, false) : refused('no-answer-here')),
  form: (prompt) => (prompt.reword ? { reword: true } : undefined),
  fromForm: (form) => ({ type: 'recall', of: [], reword: form['reword'] === true }),
  toMarkdown: (_, answer) => writing(answer),
  fromMarkdown: (prompt, body) => (prompt.reword ? { answer: body, before: '', after: '' } : undefined),
  shown: (_, answer) => answer,
  summary: (_, answer) => onOneLine(answer)
}

function references(of: unknown): Reference[] {
  return [of].flat().flatMap((name) => parseReference(String(name)) ?? [])
}

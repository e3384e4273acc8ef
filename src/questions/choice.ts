import { checked } from './shared/checking.ts'
import type { Fault } from './shared/model.ts'
import { optionsKeys, parseOptionsKeys, translatedOptions } from './shared/options.ts'
import { pickLabels, pickOf, picksForm, picksFromForm, picksMarkdown, readPicks } from './shared/picks.ts'
import type { Question } from './shared/question.ts'

/** One of several options. */
export const choice: Question<'choice'> = {
  type: 'choice',
  keys: (z) => ({
    ...optionsKeys(z),
    other: z.boolean().optional().describe('Let the learner write something else.')
  }),
  parse: (keys) => ({
    type: 'choice',
    ...parseOptionsKeys(keys),
    other: keys['other'] === true
  }),
  check: (prompt, value) => {
    const faults: Fault[] = []
    const pick = pickOf(prompt, value, faults)
    return pick === undefined ? { ok: false, faults } : checked(pick, faults)
  },
  form: picksForm,
  fromForm: (form) => {
    const picks = picksFromForm(form)
    return picks && { type: 'choice', ...picks }
  },
  toMarkdown: (prompt, answer, words) => picksMarkdown(prompt, [answer], words),
  fromMarkdown: (prompt, body, languages) => {
    const reading = readPicks(prompt, body, languages)
    return reading?.answer.length === 1 ? { ...reading, answer: reading.answer[0] } : undefined
  },
  shown: (prompt, answer) => pickLabels(prompt, [answer]).join(''),
  summary: (prompt, answer) => pickLabels(prompt, [answer]).join(''),
  translated: (prompt, say) => ({ ...prompt, options: translatedOptions(prompt.options, ['options'], say) }),
  offers: ({ options }) => options
}

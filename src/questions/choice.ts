import { checked } from './shared/checking.ts'
import type { Fault } from './shared/model.ts'
import { checkOptionsKeys, optionsKeys, parseOptionsKeys } from './shared/options.ts'
import {
  carriedPicks,
  idsOfPicks,
  pickMembers,
  pickLabels,
  pickOf,
  pickWithId,
  picksForm,
  picksFromForm,
  picksMarkdown,
  readPicks,
  typedPick
} from './shared/picks.ts'
import { present } from '../util/records.ts'
import type { Question } from './shared/question.ts'
import { typedValue } from './shared/typed.ts'

/** One of several options. */
export const choice: Question<'choice'> = {
  ...pickMembers,
  type: 'choice',
  keys: (z, isWritten) => ({
    ...optionsKeys(z, isWritten),
    other: z.boolean().optional().describe('Whether the learner can write something else.')
  }),
  parse: (keys) => ({ type: 'choice', ...parseOptionsKeys(keys), other: keys['other'] === true }),
  checkKeys: (prompt, source) => checkOptionsKeys(prompt.options.length, prompt.other ? 0 : 1, source),
  check: (prompt, value) => {
    const faults: Fault[] = []
    const pick = pickOf(prompt, value, faults)
    return pick === undefined ? { ok: false, faults } : checked(pick, faults)
  },
  typed: (prompt, text, context) => typedValue(typedPick(prompt, text, context)),
  limits: ({ other }) => [{ key: 'other', value: other, kind: 'permission' }],
  answerWithIds: pickWithId,
  kind: (prompt) => ({ of: 'one', ...idsOfPicks(prompt) }),
  carry: (before, answer, now, newPart) => {
    const { kept, lost } = carriedPicks(before, [answer], now, newPart)
    return present({ kept: kept[0], lost: lost[0] })
  },
  lines: (prompt, answer) => pickLabels(prompt, [answer]),
  shown: (prompt, answer) => pickLabels(prompt, [answer]).join(''),
  toMarkdown: (prompt, answer, words) => picksMarkdown(prompt, [answer], words),
  fromMarkdown: (prompt, body, { languages }) => {
    const reading = readPicks(prompt, body, languages)
    return reading?.found.length === 1 ? { ...reading, found: reading.found[0] } : undefined
  },
  form: picksForm,
  fromForm: (form) => {
    const picks = picksFromForm(form)
    return picks && { type: 'choice', ...picks }
  }
}

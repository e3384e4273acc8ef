import { withWidget } from '../../../../src/terminal/rich/widgets/index.ts'
import type { Prompt } from '../../../../src/questions/shared/model.ts'
import { kit, sizes, typed } from '../kit.ts'

export const options = ['Value', 'Support', 'Means'].map((label) => ({ id: label.toLowerCase(), label }))
export const common = { id: 'q', ask: 'What?' }

/** Words that do not fit on a line. */
export const long = 'words that go on and on until they must be wrapped'

/** More options than fit on a screen. */
export const many = Array.from({ length: 100 }, (_, index) => ({
  id: `o${index}`,
  label: `Option ${index}: ${long}`,
  note: long
}))

/** A prompt of every kind. */
export const prompts = {
  text: { ...common, type: 'text' },
  line: { ...common, type: 'text', lines: 1 },
  list: { ...common, type: 'list', items: { min: 1, max: 5 } },
  choice: { ...common, type: 'choice', options, other: true },
  longChoice: { ...common, type: 'choice', options: many, other: true },
  choices: { ...common, type: 'choices', options, other: true, pick: {} },
  scale: {
    ...common,
    type: 'scale',
    from: 0,
    to: 10,
    labels: { 0: 'Not at all', 10: 'Very' },
    statements: [],
    unsure: true
  },
  ratings: {
    ...common,
    type: 'scale',
    from: 1,
    to: 5,
    labels: { 1: 'No', 5: 'Yes' },
    statements: [
      { id: 'a', text: 'It was fair' },
      { id: 'b', text: 'It was lawful' }
    ],
    unsure: true
  },
  ranking: { ...common, type: 'ranking', options },
  given: {
    ...common,
    type: 'table',
    rows: [
      { id: 'tax', label: 'Taxpayers' },
      { id: 'users', label: 'Users' }
    ],
    columns: [
      { id: 'pays', title: 'pays', type: 'yes-no', options: [] },
      { id: 'say', title: 'says', type: 'text', options: [] }
    ]
  },
  added: {
    ...common,
    type: 'table',
    rows: [],
    columns: [
      { id: 'part', title: 'part', type: 'choice', options },
      { id: 'say', title: 'says', type: 'text', options: [] }
    ],
    addRows: { max: 3 }
  },
  sentence: {
    ...common,
    type: 'sentence',
    template: 'It lets {who} {what}.',
    gaps: { who: { ask: 'Who?' }, what: { ask: 'What?', example: 'rest' } }
  },
  plan: { ...common, type: 'plan' },
  number: { ...common, type: 'number', integer: false },
  date: { ...common, type: 'date', earliest: '2026-11-24' },
  yesNo: { ...common, type: 'yes-no' },
  note: { ...common, type: 'note' },
  recall: { ...common, type: 'recall', of: [], reword: true, shown: 'What I said.' },
  seen: { ...common, type: 'recall', of: [], reword: false, shown: 'What I said.' }
} satisfies Record<string, Prompt>

/** A prompt's widget after some keys, as `typed` gives it. */
export function asked(
  prompt: Prompt,
  pieces: readonly string[],
  { before, room = sizes[0]! }: { before?: unknown; room?: (typeof sizes)[number] } = {}
) {
  return withWidget(
    prompt,
    before,
    (columns) => [prompt.ask.slice(0, columns)],
    kit,
    (widget) => typed(widget, pieces, room)
  )
}

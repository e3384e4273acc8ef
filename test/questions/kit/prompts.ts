import type { Prompt, PromptOf, PromptType } from '../../../src/questions/shared/model.ts'

const options = [
  { id: 'led', label: 'I led it' },
  { id: 'lived', label: 'I lived through it' },
  { id: 'planned', label: 'It is planned' }
]

/** One plain prompt of each type. */
export const examples: { readonly [T in PromptType]: PromptOf<T> } = {
  text: { type: 'text', id: 'collision', ask: 'Tell one occasion.' },
  list: { type: 'list', id: 'turns', ask: 'Which turns?', items: { min: 2, max: 3 } },
  choice: { type: 'choice', id: 'role', ask: 'Your part?', options, other: true },
  choices: { type: 'choices', id: 'roles', ask: 'Your parts?', options, other: true, pick: { min: 2, max: 3 } },
  scale: {
    type: 'scale',
    id: 'sure',
    ask: 'How sure?',
    from: 1,
    to: 5,
    labels: { 1: 'Hardly', 4: 'Fairly sure' },
    statements: [],
    unsure: true
  },
  ranking: { type: 'ranking', id: 'order', ask: 'In which order?', options },
  table: {
    type: 'table',
    id: 'stakes',
    ask: 'Who has a stake?',
    columns: [
      { id: 'pays', title: 'Pays', type: 'yes-no', options: [] },
      { id: 'why', title: 'Why', type: 'text', options: [] },
      {
        id: 'known',
        title: 'How you know',
        type: 'choice',
        options: [
          { id: 'asked', label: 'I asked' },
          { id: 'heard', label: 'I was told' }
        ]
      }
    ],
    rowTitle: 'Who',
    rows: [
      { id: 'user', label: 'A user' },
      { id: 'tax', label: 'A taxpayer' }
    ],
    addRows: { max: 1 }
  },
  sentence: {
    type: 'sentence',
    id: 'worth',
    ask: 'Fill it.',
    template: 'Worth it because {who} can {what}.',
    gaps: { who: { ask: 'Who?' }, what: { ask: 'What?' } }
  },
  plan: { type: 'plan', id: 'plan', ask: 'Your plan?' },
  number: { type: 'number', id: 'distance', ask: 'How far?', min: 0, max: 100, unit: 'km', integer: false },
  date: { type: 'date', id: 'day', ask: 'Which day?', earliest: '2026-01-01', latest: '2026-12-31' },
  'yes-no': { type: 'yes-no', id: 'asked', ask: 'Did you ask?' },
  note: { type: 'note', id: 'pause', ask: 'Pause here.' },
  recall: {
    type: 'recall',
    id: 'again',
    ask: 'Read it again.',
    of: [{ prompt: 'collision' }],
    reword: true,
    shown: 'what I wrote'
  }
}

/** Several statements on one scale. */
export const ratings: PromptOf<'scale'> = {
  ...examples.scale,
  id: 'say',
  statements: [
    { id: 'staff', text: 'The staff' },
    { id: 'all', text: 'The staff: all of them' }
  ]
}

/** Statements that say what the numbers mean for them. */
export const rubric: PromptOf<'scale'> = {
  ...examples.scale,
  id: 'page',
  to: 3,
  labels: { 1: 'Beginning', 2: 'On the way' },
  statements: [
    {
      id: 'others',
      text: 'Other people',
      labels: { 1: 'They are missing.', 2: 'I name them.', 3: 'I ask: how was it?' }
    },
    { id: 'own', text: 'My own part', labels: { 1: 'It happened to me.', 3: 'I could have done it otherwise.' } }
  ]
}

const { addRows: _, ...fixedTable } = examples.table

/** A choice and a table to which the learner adds nothing. */
export const closed = {
  choice: { ...examples.choice, other: false } satisfies Prompt,
  table: fixedTable satisfies Prompt
}

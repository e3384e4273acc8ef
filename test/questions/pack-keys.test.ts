import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { questions } from '../../src/questions/index.ts'
import type { PromptType } from '../../src/questions/shared/model.ts'

/** A prompt's own keys, as the schema of packs checks them and the model has them. */
function read(type: PromptType, yaml: string): unknown {
  const question = questions[type]
  return question.parse(z.strictObject(question.keys(z)).parse(parse(yaml) ?? {}), 1)
}

const led = { id: 'led', label: 'I led it' }

describe('the keys of a prompt in a pack', () => {
  it.each<[PromptType, string, unknown]>([
    ['text', '', { type: 'text' }],
    ['text', 'lines: 1\nwords: { min: 20, max: 70 }', { type: 'text', lines: 1, words: { min: 20, max: 70 } }],
    ['list', 'items: { min: 1 }', { type: 'list', items: { min: 1 } }],
    [
      'choice',
      'options: [I led it, It  is planned ]',
      {
        type: 'choice',
        other: false,
        options: [
          { id: 'I led it', label: 'I led it' },
          { id: 'It is planned', label: 'It is planned' }
        ]
      }
    ],
    [
      'choice',
      'options:\n  - { id: led, label: I led it, note: or part of it }\nother: true',
      { type: 'choice', other: true, options: [{ ...led, note: 'or part of it' }] }
    ],
    ['choice', 'options: { led: I led it }', { type: 'choice', other: false, options: [led] }],
    [
      'choices',
      'options_from: turns\npick: { min: 1, max: 2 }',
      { type: 'choices', options: [], optionsFrom: 'turns', other: false, pick: { min: 1, max: 2 } }
    ],
    ['ranking', 'options: { led: I led it }', { type: 'ranking', options: [led] }],
    [
      'scale',
      'from: 1\nto: 5\nlabels: { 1: Hardly, 5: Much }\nstatements: [{ id: fair, text: It was fair }]\nunsure: true',
      {
        type: 'scale',
        from: 1,
        to: 5,
        labels: { 1: 'Hardly', 5: 'Much' },
        statements: [{ id: 'fair', text: 'It was fair' }],
        unsure: true
      }
    ],
    ['scale', 'from: 0\nto: 10', { type: 'scale', from: 0, to: 10, labels: {}, statements: [], unsure: false }],
    [
      'table',
      'columns:\n  - { id: pays, title: Pays, type: yes-no }\n  - { id: how, title: How, type: choice, options: { led: I led it } }\n  - { id: why, title: Why }\nrow_title: Who\nrows: [A user]\nadd_rows: { max: 3 }',
      {
        type: 'table',
        columns: [
          { id: 'pays', title: 'Pays', type: 'yes-no', options: [] },
          { id: 'how', title: 'How', type: 'choice', options: [led] },
          { id: 'why', title: 'Why', type: 'text', options: [] }
        ],
        rowTitle: 'Who',
        rows: [{ id: 'A user', label: 'A user' }],
        addRows: { max: 3 }
      }
    ],
    ['table', 'columns: []\nrows_from: places', { type: 'table', columns: [], rows: [], rowsFrom: 'places' }],
    [
      'sentence',
      'template: |\n  Worth it because {who}\n  can {what}.\ngaps: { what: { ask: What? }, who: { ask: Who?, example: people } }',
      {
        type: 'sentence',
        template: 'Worth it because {who} can {what}.',
        gaps: { who: { ask: 'Who?', example: 'people' }, what: { ask: 'What?' } }
      }
    ],
    ['plan', '', { type: 'plan' }],
    ['plan', 'if_label: If…\nthen_label: then I will ...', { type: 'plan', ifLabel: 'If', thenLabel: 'then I will' }],
    [
      'number',
      'min: 0\nmax: 0.5\nunit: km\ninteger: true',
      { type: 'number', min: 0, max: 0.5, unit: 'km', integer: true }
    ],
    ['date', 'earliest: 2026-01-01', { type: 'date', earliest: '2026-01-01' }],
    ['yes-no', '', { type: 'yes-no' }],
    ['note', '', { type: 'note' }],
    [
      'recall',
      'of: choose/story.follow_up',
      { type: 'recall', reword: false, of: [{ exercise: 'choose', prompt: 'story', part: 'follow_up' }] }
    ],
    [
      'recall',
      'of: [story, story-ahead]\nreword: true',
      { type: 'recall', reword: true, of: [{ prompt: 'story' }, { prompt: 'story-ahead' }] }
    ]
  ])('%s: %s', (type, yaml, own) => {
    expect(read(type, yaml)).toEqual(own)
  })

  it('keeps gaps in the order of the sentence', () => {
    const own = read('sentence', 'template: "{b} and {a}"\ngaps: { a: { ask: A? }, b: { ask: B? } }')
    expect(Object.keys((own as { gaps: object }).gaps)).toEqual(['b', 'a'])
  })

  it.each<[PromptType, string]>([
    ['choice', 'options: [{ Led: I was in charge }]'],
    ['choice', 'options: { Led: I led it }'],
    ['choice', 'options: [5]'],
    ['scale', 'from: 1'],
    ['scale', 'from: 1.5\nto: 5'],
    ['table', 'columns: [{ id: a, title: A, type: date }]'],
    ['sentence', 'template: "{a}"\ngaps: { a: what }'],
    ['recall', 'of: Not A Prompt'],
    ['date', 'earliest: 2026-02-30'],
    ['text', 'lines: 2'],
    ['note', 'options: [a]']
  ])('refuses what has another shape: %s: %s', (type, yaml) => {
    expect(() => read(type, yaml)).toThrow(z.ZodError)
  })

  it('are described for editors', () => {
    for (const question of Object.values(questions)) {
      const { properties = {} } = z.toJSONSchema(z.object(question.keys(z)), { io: 'input' })
      for (const property of Object.values(properties)) expect(property).toHaveProperty('description')
    }
  })
})

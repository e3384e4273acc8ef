import { expect, it } from 'vitest'
import type { Section } from '../../src/entry/model.ts'
import type { Answer } from '../../src/questions/shared/model.ts'
import { check, identities, identityLists } from '../../src/questions/index.ts'
import { newPart, newPrompt, withNewParts } from '../../src/pack/renames.ts'
import type { Pack } from '../../src/pack/model.ts'
import { file, read } from '../kit/packs.ts'

const EXERCISE = `id: one
title: One
minutes: 5
prompts:
  - { id: role, type: choice, ask: What?, options: { leader: I led it, helper: I helped }, other: true, follow_up: Why? }
  - { id: drinks, type: choices, ask: What?, options: [Tea., Coffee or milk], other: true }
  - { id: order, type: ranking, ask: What?, options: { a: One, b: Two } }
  - { id: sure, type: scale, ask: How?, from: 1, to: 5, statements: [{ id: s, text: This }, { id: t, text: That }] }
  - { id: say, type: sentence, ask: Say it., template: '{who} did {it}', gaps: { who: { ask: Who? }, it: { ask: What? } } }
  - id: people
    type: table
    ask: Who?
    columns: [{ id: whom, title: Whom, type: choice, options: { y: Yes, n: No } }, { id: how, title: How }]
    add_rows: {}
    rows: { desk: The desk, hall: The hall }
  - { id: best, type: choice, ask: Which?, options_from: order }
  - { id: marks, type: table, ask: How?, rows_from: best, columns: [{ id: mark, title: Mark }] }
`

/** A pack with these lines in its manifest. */
function packWith(lines: string, exercise = EXERCISE): Pack {
  const head = 'format: 1\nid: my-pack\nversion: 1.0.0\ntitle: My pack\nlanguage: en\nexercises: [one.yaml]\n'
  const { pack, diagnostics } = read([file('pack.yaml', head + lines), file('one.yaml', exercise)])
  if (pack === undefined) throw new Error(JSON.stringify(diagnostics))
  return pack
}

it('names every part of every type', () => {
  const { exercises } = packWith('')
  const paths = exercises.flatMap(({ prompts }) =>
    prompts.flatMap((prompt) => {
      const lists = identityLists(prompt)
      return identities(prompt).map(({ path, label }) => {
        expect(lists).toContain(path.split('.')[0])
        return `${prompt.id}.${path}: ${label}`
      })
    })
  )
  expect(paths).toEqual([
    'role.options.leader: I led it',
    'role.options.helper: I helped',
    'drinks.options.Tea.: Tea.',
    'drinks.options.Coffee or milk: Coffee or milk',
    'order.options.a: One',
    'order.options.b: Two',
    'sure.statements.s: This',
    'sure.statements.t: That',
    'say.gaps.who: Who?',
    'say.gaps.it: What?',
    'people.columns.whom: Whom',
    'people.columns.whom.y: Yes',
    'people.columns.whom.n: No',
    'people.columns.how: How',
    'people.rows.desk: The desk',
    'people.rows.hall: The hall',
    'marks.columns.mark: Mark'
  ])
})

it.each<readonly [lines: string, prompt: string, path: string, now: string | undefined]>([
  ['', 'role', 'options.led', 'options.led'],
  ['renamed: { one/role.led: one/role.leader }', 'role', 'options.led', 'options.leader'],
  ['renamed: { one/role.options.led: one/role.leader }', 'role', 'options.led', 'options.leader'],
  ['renamed: { one/role.led: one/role.options.leader }', 'role', 'options.led', 'options.leader'],
  ['renamed: { one/drinks.Coffee: one/drinks.Coffee or milk }', 'drinks', 'options.Coffee', 'options.Coffee or milk'],
  ['renamed: { one/drinks.options.No. 2.: one/drinks.Tea. }', 'drinks', 'options.No. 2.', 'options.Tea.'],
  ['renamed: { one/order.c: one/order.b }', 'order', 'options.c', 'options.b'],
  ['renamed: { one/sure.r: one/sure.s }', 'sure', 'statements.r', 'statements.s'],
  ['renamed: { one/say.what: one/say.it }', 'say', 'gaps.what', 'gaps.it'],
  ['renamed: { one/people.columns.who: one/people.columns.whom }', 'people', 'columns.who', 'columns.whom'],
  ['renamed: { one/people.columns.who: one/people.whom }', 'people', 'columns.who', 'columns.whom'],
  ['renamed: { one/people.who: one/people.whom }', 'people', 'columns.who', 'columns.whom'],
  ['renamed: { one/people.columns.who: one/people.columns.whom }', 'people', 'columns.who.y', 'columns.whom.y'],
  ['renamed: { one/people.columns.who: one/people.columns.whom }', 'people', 'rows.who', 'rows.who'],
  ['renamed: { one/people.rows.table: one/people.rows.desk }', 'people', 'rows.table', 'rows.desk'],
  [
    'renamed: { one/people.columns.whom.yes: one/people.columns.whom.y }',
    'people',
    'columns.whom.yes',
    'columns.whom.y'
  ],
  // A column and its option, in one version or one after the other.
  [
    'renamed: { one/people.columns.who: one/people.columns.whom, one/people.columns.who.yes: one/people.columns.whom.y }',
    'people',
    'columns.who.yes',
    'columns.whom.y'
  ],
  [
    'renamed: { one/people.columns.who: one/people.columns.whom, one/people.columns.whom.yes: one/people.columns.whom.y }',
    'people',
    'columns.who.yes',
    'columns.whom.y'
  ],
  // The prompt was renamed too: its part can stand under the old name or the new one.
  ['renamed: { one/part: one/role, one/part.led: one/role.leader }', 'part', 'options.led', 'options.leader'],
  ['renamed: { one/part: one/role, one/part.led: one/role.leader }', 'role', 'options.led', 'options.leader'],
  ['renamed: { one/part: one/role, one/role.led: one/role.leader }', 'part', 'options.led', 'options.leader'],
  ['renamed: { one/part: one/role, one/part.led: one/part.leader }', 'part', 'options.led', 'options.leader'],
  // Chains.
  ['renamed: { one/role.led: one/role.boss, one/role.boss: one/role.leader }', 'role', 'options.led', 'options.leader'],
  [
    'renamed: { one/part: one/job, one/job: one/role, one/part.led: one/role.leader }',
    'part',
    'options.led',
    'options.leader'
  ],
  ['renamed: { one/role.led: one/role.boss }\nretired: [one/role.boss]', 'role', 'options.led', undefined],
  ['retired: [one/role.led]', 'role', 'options.led', undefined],
  ['renamed: { one/part: one/role }\nretired: [one/part.led]', 'part', 'options.led', undefined],
  ['retired: [one/people.columns.who]', 'people', 'columns.who', undefined],
  ['retired: [one/people.columns.who]', 'people', 'columns.who.yes', undefined],
  ['retired: [one/people.columns.who]', 'people', 'rows.who', 'rows.who'],
  // Taken from another prompt.
  ['renamed: { one/order.c: one/order.b }', 'best', 'options.c', 'options.b'],
  ['renamed: { one/order.c: one/order.b }', 'marks', 'rows.c', 'rows.b'],
  ['retired: [one/order.c]', 'marks', 'rows.c', undefined]
])('%j: %s.%s is %s now', (lines, prompt, path, now) => {
  expect(newPart('one', prompt, path, packWith(`${lines}\n`))).toBe(now)
})

it.each<readonly [lines: string, exercise: string, prompt: string, now: string]>([
  ['renamed: { one/part: one/role }', 'one', 'part.follow_up', 'one/role.follow_up'],
  ['renamed: { one/drinks.follow_up: one/say }', 'one', 'drinks.follow_up', 'one/say'],
  ['renamed: { zero: one }', 'zero', 'role', 'one/role'],
  ['renamed: { zero: one, one/part: one/role }', 'zero', 'part', 'one/role'],
  ['renamed: { zero: nought, nought: one, zero/part: one/role }', 'zero', 'part', 'one/role']
])('%j: %s/%s is %s now', (lines, exercise, prompt, now) => {
  expect(newPrompt(exercise, prompt, packWith(`${lines}\n`))).toBe(now)
})

/** Each part of the exercise that another version knew by another id. */
const RENAMED = `renamed:
  one/role.led: one/role.leader
  one/drinks.tea: one/drinks.Tea.
  one/order.c: one/order.b
  one/sure.r: one/sure.s
  one/say.what: one/say.it
  one/people.columns.who: one/people.columns.whom
  one/people.columns.who.yes: one/people.columns.whom.y
  one/people.rows.table: one/people.rows.desk
`

it.each<readonly [of: string, prompt: string, now: string | RegExp, was: string, answer: Answer, renamed: Answer]>([
  ['an option', 'role', 'leader:', 'led:', 'led', 'leader'],
  ['no option, but own words', 'role', 'leader:', 'led:', { other: 'led' }, { other: 'led' }],
  [
    'one of several options',
    'drinks',
    '[Tea.,',
    '[{ id: tea, label: Tea. },',
    ['tea', { other: 'tea' }],
    ['Tea.', { other: 'tea' }]
  ],
  ['an option in an order', 'order', 'b: Two', 'c: Two', ['c', 'a'], ['b', 'a']],
  ['a statement', 'sure', 'id: s,', 'id: r,', { r: 4, t: 2 }, { s: 4, t: 2 }],
  ['a gap', 'say', /\bit([}:])/g, 'what$1', { who: 'what', what: 'it' }, { who: 'what', it: 'it' }],
  ['a row', 'people', 'desk:', 'table:', [{ row: 'table', how: 'table' }], [{ row: 'desk', how: 'table' }]],
  [
    'no row with a name of the learner',
    'people',
    'desk:',
    'table:',
    [
      { row: 'table', how: 'x' },
      { row: 'desk', how: 'y' }
    ],
    [
      { row: 'table', how: 'x' },
      { row: 'desk', how: 'y' }
    ]
  ],
  [
    'a column',
    'people',
    'id: whom',
    'id: who',
    [{ row: 'hall', who: 'y', how: 'who' }],
    [{ row: 'hall', whom: 'y', how: 'who' }]
  ],
  [
    'a cell',
    'people',
    'y: Yes',
    'yes: Yes',
    [{ row: 'hall', whom: 'yes', how: 'yes' }],
    [{ row: 'hall', whom: 'y', how: 'yes' }]
  ],
  ['no option beside one with its new name', 'role', 'leader: I', 'led: I, leader: I really', 'led', 'led']
])('renames %s', (_, id, now, was, answer, renamed) => {
  const before = packWith('', EXERCISE.replaceAll(now, was))
  const prompt = before.exercises[0]?.prompts.find((each) => each.id === id)
  if (prompt === undefined) throw new Error(`There is no ${id}.`)
  const section: Section = {
    id,
    type: prompt.type,
    title: 'What?',
    ask: 'What?',
    private: false,
    prompt,
    body: { kind: 'answered', answer, before: '', after: '' }
  }
  const result = withNewParts(section, 'one', packWith(RENAMED))
  expect(result).toMatchObject({ body: { answer: renamed } })
  expect(check(result.prompt ?? prompt, renamed)).toEqual({ ok: true, answer: renamed })
})

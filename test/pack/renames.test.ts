import { expect, it } from 'vitest'
import { identities, identityLists } from '../../src/questions/index.ts'
import { newPart, newPrompt } from '../../src/pack/renames.ts'
import type { Pack } from '../../src/pack/model.ts'
import { file, read } from '../kit/packs.ts'

const EXERCISE = `id: one
title: One
minutes: 5
prompts:
  - { id: role, type: choice, ask: What?, options: { leader: I led it, helper: I helped }, follow_up: Why? }
  - { id: drinks, type: choices, ask: What?, options: [Tea., Coffee or milk] }
  - { id: order, type: ranking, ask: What?, options: { a: One, b: Two } }
  - { id: sure, type: scale, ask: How?, from: 1, to: 5, statements: [{ id: s, text: This }, { id: t, text: That }] }
  - { id: say, type: sentence, ask: Say it., template: '{who} did {it}', gaps: { who: { ask: Who? }, it: { ask: What? } } }
  - id: people
    type: table
    ask: Who?
    columns: [{ id: whom, title: Whom, type: choice, options: { y: Yes, n: No } }, { id: how, title: How }]
    rows: { desk: The desk, hall: The hall }
`

/** A pack with these lines in its manifest. */
function packWith(lines: string): Pack {
  const head = 'format: 1\nid: my-pack\nversion: 1.0.0\ntitle: My pack\nlanguage: en\nexercises: [one.yaml]\n'
  const { pack, diagnostics } = read([file('pack.yaml', head + lines), file('one.yaml', EXERCISE)])
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
    'people.rows.hall: The hall'
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
  ['retired: [one/people.columns.who]', 'people', 'rows.who', 'rows.who']
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

import { describe, expect, it } from 'vitest'
import { part, shown } from '../../src/questions/index.ts'
import type { Prompt } from '../../src/questions/shared/model.ts'
import { entryWords } from '../../src/words/index.ts'

const plan: Prompt = { type: 'plan', id: 'plan', ask: 'Plan?' }
const gaps: Prompt = {
  type: 'sentence',
  id: 'worth',
  ask: 'Finish it.',
  template: 'I will go on because people can {what}. The {who} decides.',
  gaps: { what: { ask: 'What?' }, who: { ask: 'Who?' } }
}

describe('a plan is read without what it repeats', () => {
  it.each([
    ['the rota comes out', 'ask them', 'When the rota comes out, I will ask them'],
    ['When the rota comes out', 'I will ask them', 'When the rota comes out, I will ask them'],
    ['when I see her.', 'I’ll ask', 'When I see her, I will ask'],
    ['When', 'will', 'When When, I will will'],
    ['Whenever it rains', 'illustrate it.', 'When Whenever it rains, I will illustrate it.']
  ])('%s, %s', (first, then, expected) => {
    // oxlint-disable-next-line unicorn/no-thenable -- the name of a part of a plan
    expect(shown(plan, { if: first, then }, entryWords('en'))).toBe(expected)
  })

  it('in Welsh, with other labels, and part by part', () => {
    const welsh = entryWords('cy')
    // oxlint-disable-next-line unicorn/no-thenable -- the name of a part of a plan
    const answer = { if: 'Pan ddaw’r rota', then: 'Byddaf yn ffonio' }
    expect(shown(plan, answer, welsh)).toBe('Pan ddaw’r rota, byddaf yn ffonio')
    expect([part(plan, answer, 'if', welsh), part(plan, answer, 'then', welsh)]).toEqual(['ddaw’r rota', 'ffonio'])
    expect(shown({ ...plan, ifLabel: 'If', thenLabel: 'then I will' }, answer, welsh)).toContain('If Pan ddaw')
  })
})

describe('a sentence is read without what its gaps repeat', () => {
  it.each([
    ['borrow books', 'board', 'I will go on because people can borrow books. The board decides.'],
    ['people can borrow books.', 'The board', 'I will go on because people can borrow books. The board decides.'],
    ['can borrow', 'the board', 'I will go on because people can borrow. The board decides.'],
    ['People borrow', 'Theatre', 'I will go on because people can People borrow. The Theatre decides.']
  ])('%s, %s', (what, who, expected) => {
    expect(shown(gaps, { what, who }, entryWords('en'))).toBe(expected)
  })
})

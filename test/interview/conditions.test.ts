import { describe, expect, it } from 'vitest'
import { holds } from '../../src/interview/conditions.ts'
import type { Answer, Condition, Test } from '../../src/questions/shared/model.ts'
import { text } from '../kit/exercises.ts'

/** Whether a test of an answer (undefined: unanswered) holds. */
function passes(test: Test, answer: Answer | undefined, part?: string): boolean {
  const found =
    answer === undefined
      ? undefined
      : { prompt: text('a'), answer, private: false, ...(part === undefined ? {} : { part }) }
  return holds({ of: { prompt: 'a' }, test }, () => found)
}

describe('conditions', () => {
  it.each<[string, Test, Answer | undefined, boolean, string?]>([
    ['an option by its id', { is: 'led' }, 'led', true],
    ['another option', { is: 'led' }, 'lived', false],
    ['a free answer as other', { is: 'other' }, { other: 'mine' }, true],
    ['any of several', { in: ['led', 'lived'] }, 'lived', true],
    ['one among the chosen', { has: 'b' }, ['a', 'b'], true],
    ['none among the chosen', { has: 'c' }, ['a', 'b'], false],
    ['a rating at least', { gte: 4 }, 4, true],
    ['a rating below', { lt: 4 }, 4, false],
    ['the rating of one statement', { lt: 3 }, { fair: 2, quick: 5 }, true, 'fair'],
    ['an unsure rating, which makes a comparison false', { lt: 3 }, null, false],
    ['an unsure rating, which is an answer', { answered: true }, null, true],
    ['what is unanswered', { answered: false }, undefined, true],
    ['a comparison with what is unanswered', { gte: 0 }, undefined, false],
    ['how many items there are', { count: { gte: 2 } }, ['a', 'b'], true],
    ['exactly how many', { count: 3 }, ['a', 'b'], false],
    ['a yes', { is: true }, true, true],
    ['a row of a table', { has: 'staff' }, [{ row: 'staff' }], true],
    ['a part that only the prototype has', { answered: true }, { fair: 1 }, false, 'constructor']
  ])('know %s', (_, test, answer, expected, part) => {
    expect(passes(test, answer, part)).toBe(expected)
  })

  it('combine', () => {
    const yes: Condition = { of: { prompt: 'a' }, test: { answered: true } }
    const no: Condition = { not: yes }
    const find = () => ({ prompt: text('a'), answer: 'x', private: false })
    expect(holds({ all: [yes, { any: [no, yes] }] }, find)).toBe(true)
    expect(holds({ all: [yes, no] }, find)).toBe(false)
    expect(holds({ any: [] }, find)).toBe(false)
    expect(holds({ all: [] }, find)).toBe(true)
  })
})

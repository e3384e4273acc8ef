import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Reply } from '../../src/interview/model.ts'
import { dropped, overview, progressAt, reply } from '../../src/interview/walk.ts'
import { view } from '../../src/interview/view.ts'
import type { Condition, Prompt } from '../../src/questions/shared/model.ts'
import { answer, sceneOf, stands, text, visibleIds, walked } from '../kit/exercises.ts'

const role: Prompt = {
  type: 'choice',
  id: 'role',
  ask: 'Your part?',
  other: false,
  options: [
    { id: 'led', label: 'I led it' },
    { id: 'lived', label: 'I lived through it' }
  ]
}
const branching = sceneOf([
  text('first'),
  role,
  text('role.follow_up', { when: { of: { prompt: 'role' }, test: { answered: true } } }),
  text('leading', { when: { of: { prompt: 'role' }, test: { is: 'led' } } }),
  text('last')
])

describe('walking through an exercise', () => {
  it('goes from question to question and ends at the review', () => {
    const walk = walked(branching, [answer('a'), answer('led'), answer('because'), answer('b')])
    expect(stands(walk)).toBe('last')
    expect(stands(reply(branching, walk, answer('c')))).toBe('review')
  })

  it('asks what an answer opens and not what it closes', () => {
    expect(visibleIds(branching, walked(branching, [answer('a'), answer('lived')]))).toEqual([
      'first',
      'role',
      'role.follow_up',
      'last'
    ])
    expect(visibleIds(branching, walked(branching, [answer('a'), { kind: 'skip' }]))).toEqual(['first', 'role', 'last'])
  })

  it('takes an answer that was emptied away, and leaves one that was not touched', () => {
    const walk = walked(branching, [answer('a'), { kind: 'back' }])
    const [id = ''] = Object.keys(walk.held)
    expect(reply(branching, walk, { kind: 'back' }).held).toEqual(walk.held)
    expect(reply(branching, walk, { kind: 'back', kept: null }).held).not.toHaveProperty(id)
  })

  it('goes back with everything kept, and to the reading before the first', () => {
    const walk = walked(branching, [answer('a'), { kind: 'back', kept: 'led' }])
    expect(stands(walk)).toBe('first')
    expect(walk.held['role']).toEqual({ kind: 'begun', answer: 'led' })
    expect(stands(reply(branching, walk, { kind: 'back' }))).toBe('reading')
  })

  it('jumps anywhere, and comes back to what was left open before it ends', () => {
    const walk = walked(branching, [{ kind: 'jump', to: 'last' }, answer('z')])
    expect(stands(walk)).toBe('first')
  })

  it('returns to the review after a change made from there, by way of what the change opened', () => {
    const done = walked(branching, [answer('a'), answer('lived'), answer('because'), answer('z')])
    const changed = reply(branching, reply(branching, done, { kind: 'jump', to: 'role' }), answer('led'))
    expect(stands(changed)).toBe('leading')
    expect(stands(reply(branching, changed, answer('b')))).toBe('review')
  })

  it('keeps the answer of a prompt that has become hidden, and says what would be dropped', () => {
    const walk = walked(branching, [
      answer('a'),
      answer('led'),
      answer('because'),
      answer('b'),
      { kind: 'jump', to: 'role' },
      answer('lived')
    ])
    expect(walk.held['leading']).toEqual({ kind: 'answered', answer: 'b' })
    expect(dropped(view(branching, walk))).toEqual(['Tell leading.'])
  })

  it('takes an answer that no longer fits as begun', () => {
    const list: Prompt = { type: 'list', id: 'names', ask: 'Which?', items: {} }
    const order: Prompt = { type: 'ranking', id: 'order', ask: 'In order.', options: [], optionsFrom: 'names' }
    const scene = sceneOf([list, order])
    const walk = walked(scene, [
      answer(['a', 'b']),
      answer(['b', 'a']),
      { kind: 'jump', to: 'names' },
      answer(['a', 'c'])
    ])
    expect(view(scene, walk)[1]?.held).toEqual({ kind: 'begun', answer: ['b', 'a'] })
    expect(stands(walk)).toBe('order')
  })

  it('tells how much is done, and the minutes left, of the questions that are asked', () => {
    const scene = sceneOf([text('a'), { type: 'note', id: 'pause', ask: 'Breathe.' }, text('b'), text('c')])
    const at = (id: string, ...replies: Reply[]) => progressAt(scene, view(scene, walked(scene, replies)), id)
    const seen: Reply = { kind: 'seen' }
    expect(at('a')).toEqual({ done: 0, minutesLeft: 12 })
    expect(at('pause', answer('x'))).toBeUndefined()
    expect(at('b', answer('x'), seen)).toEqual({ done: 33, minutesLeft: 8 })
    expect(at('c', answer('x'), seen, { kind: 'skip' })).toEqual({ done: 66, minutesLeft: 4 })
    expect(at('a', answer('x'), seen, { kind: 'skip' }, { kind: 'jump', to: 'a' })).toEqual({
      done: 66,
      minutesLeft: 4
    })
    expect(at('a', answer('x'), seen, answer('y'), answer('z'))).toEqual({ done: 100 })
  })

  it.each([
    ['follow-up', [answer('a'), answer('lived'), answer('because')], [0, 20, 60, 80, 100]],
    ['branch', [answer('a'), answer('led'), answer('because'), answer('b')], [0, 20, 40, 60, 80, 100]],
    ['question that a skip closes', [answer('a'), { kind: 'skip' }], [0, 20, 80, 100]]
  ] satisfies [string, Reply[], number[]][])('counts a %s that may come from the beginning', (_, replies, shares) => {
    const walks = [...replies, answer('z')].map((_each, count) =>
      walked(branching, [...replies, answer('z')].slice(0, count))
    )
    const last = walked(branching, [...replies, answer('z')])
    const done = [...walks, last].map((walk) => progressAt(branching, view(branching, walk), 'first')?.done)
    expect(done).toEqual(shares)
  })

  it('never takes back what is done when an answer or a skip opens other questions', () => {
    const condition = (before: readonly string[]) =>
      fc
        .constantFrom(...before)
        .chain((prompt) =>
          fc.constantFrom<Condition>(
            { of: { prompt }, test: { answered: true } },
            { not: { of: { prompt }, test: { answered: true } } },
            { of: { prompt, part: 'follow_up' }, test: { answered: true } }
          )
        )
    const ids = ['a', 'a.follow_up', 'b', 'b.follow_up', 'c', 'd', 'd.follow_up', 'e']
    const prompts = fc.tuple(
      ...ids.map((_, index) => (index === 0 ? fc.constant(undefined) : fc.option(condition(ids.slice(0, index)))))
    )
    fc.assert(
      fc.property(prompts, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), (conditions, skips) => {
        const scene = sceneOf(ids.map((id, index) => text(id, conditions[index] ? { when: conditions[index] } : {})))
        let walk = walked(scene, [])
        let least = 0
        for (const isSkipped of skips) {
          if (walk.step.at !== 'prompt') break
          const progress = progressAt(scene, view(scene, walk), walk.step.id)
          expect(progress?.done).toBeGreaterThanOrEqual(least)
          expect(progress?.done).toBeLessThan(100)
          least = progress?.done ?? 0
          walk = reply(scene, walk, isSkipped ? { kind: 'skip' } : answer('x'))
        }
        expect(progressAt(scene, view(scene, walk), 'a')).toEqual({ done: 100 })
      })
    )
  })

  it('lists every question that is asked, with what it holds', () => {
    const walk = walked(branching, [answer('a'), { kind: 'skip' }])
    expect(overview(branching, view(branching, walk)).map(({ id, state }) => `${id} ${state}`)).toEqual([
      'first answered',
      'role skipped',
      'last open'
    ])
  })

  it('loses no answer whatever the learner does', () => {
    const ids = branching.exercise.prompts.map(({ id }) => id)
    const anyReply = fc.oneof(
      fc.constantFrom<Reply>({ kind: 'skip' }, { kind: 'back' }, { kind: 'review' }),
      fc.constantFrom(...ids).map((to): Reply => ({ kind: 'jump', to })),
      fc.constantFrom('led', 'lived').map((value): Reply => answer(value))
    )
    fc.assert(
      fc.property(fc.array(anyReply, { maxLength: 30 }), (replies) => {
        let walk = walked(branching, [])
        for (const told of replies) {
          const here = walk.step
          const next = reply(branching, walk, told)
          const kept = Object.entries(walk.held).filter(([id]) => here.at !== 'prompt' || here.id !== id)
          const isAnswer = told.kind === 'answer' && here.at === 'prompt'
          const given = isAnswer ? [[here.id, { kind: 'answered', answer: told.answer }] as const] : []
          for (const [id, held] of [...kept, ...given]) expect(next.held[id]).toEqual(held)
          expect(next.step.at !== 'prompt' || ids.includes(next.step.id)).toBe(true)
          walk = next
        }
      })
    )
  })
})

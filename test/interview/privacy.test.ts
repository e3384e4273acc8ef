import { describe, expect, it } from 'vitest'
import { draftOf, walkOf } from '../../src/interview/entry.ts'
import { view } from '../../src/interview/view.ts'
import { overview } from '../../src/interview/walk.ts'
import type { Reply } from '../../src/interview/model.ts'
import type { Prompt } from '../../src/questions/shared/model.ts'
import { english } from '../../src/words/index.ts'
import { answer, sceneOf, text, walked } from '../kit/exercises.ts'

const a: Prompt = text('a', { private: true })
const list: Prompt = { type: 'list', id: 'a', ask: 'Which?', items: {}, private: true }
const of = [{ prompt: 'a' }]

const toggle = (prompt: string, isPrivate: boolean): Reply => ({ kind: 'privacy', prompt, private: isPrivate })

/** The ids of the private prompts after these replies. */
function privateAfter(prompts: readonly Prompt[], replies: readonly Reply[]): string[] {
  const scene = sceneOf(prompts)
  return view(scene, walked(scene, replies)).flatMap((seen) => (seen.private ? [seen.prompt.id] : []))
}

describe('a prompt is private as one that it builds on', () => {
  it.each([
    ['is about', a, text('b', { about: of })],
    ['is about, although it says otherwise', a, text('b', { about: of, private: false })],
    ['quotes', a, text('b', { ask: 'You said {{a|something}}.' })],
    ['quotes, although it says otherwise', a, text('b', { ask: '{{a}}?', private: false })],
    ['quotes in its help', a, text('b', { help: '{{a|x}}' })],
    ['recalls', a, { type: 'recall', id: 'b', ask: 'So:', of: [{ prompt: 'gone' }, ...of], reword: true }],
    [
      'takes options from',
      list,
      { type: 'choice', id: 'b', ask: 'Which?', options: [], optionsFrom: 'a', other: false }
    ],
    ['takes rows from', list, { type: 'table', id: 'b', ask: 'Who?', columns: [], rows: [], rowsFrom: 'a' }],
    ['follows up', { ...list, id: 'b' } as Prompt, text('b.follow_up')],
    [
      'is about by its follow-up',
      text('a.follow_up', { private: true }),
      text('b', { about: [{ prompt: 'a', part: 'follow_up' }] })
    ]
  ] as const)('that it %s', (_, source, prompt) => {
    const ids = [source.id, prompt.id]
    const given = source.type === 'list' ? answer(['x', 'y']) : answer('x')
    expect(privateAfter([source, prompt as Prompt], [given])).toEqual(ids)
    expect(privateAfter([source, prompt as Prompt], [{ kind: 'skip' }])).toEqual(ids)
  })

  it('but not as one that only decides whether it is asked', () => {
    expect(privateAfter([a, text('b', { when: { of: of[0], test: { answered: true } } })], [answer('x')])).toEqual([
      'a'
    ])
  })

  const chain = [text('a'), text('b', { about: of }), text('c', { ask: '{{b|x}}' }), text('d')]

  it('through other prompts, as the learner changes it in the session', () => {
    const given = ['x', 'y', 'z'].map(answer)
    expect(privateAfter(chain, given)).toEqual([])
    expect(privateAfter(chain, [...given, toggle('a', true)])).toEqual(['a', 'b', 'c'])
    expect(privateAfter(chain, [...given, toggle('a', true), toggle('b', false)])).toEqual(['a', 'b', 'c'])
    expect(privateAfter(chain, [...given, toggle('b', true), toggle('d', true)])).toEqual(['b', 'c', 'd'])
    expect(privateAfter([a, ...chain.slice(1)], [...given, toggle('a', false)])).toEqual([])
  })

  it('and says which one that is', () => {
    const scene = sceneOf([text('a', { private: true, title: 'The moment' }), ...chain.slice(1)])
    const seen = view(scene, walked(scene, []))
    expect(overview(scene, seen).map(({ inheritsFrom }) => inheritsFrom)).toEqual([
      undefined,
      'The moment',
      'Tell b.',
      undefined
    ])
  })

  it('also when a draft is resumed', () => {
    const scene = sceneOf(chain)
    const walk = walked(scene, [...['x', 'y', 'z', 'u'].map(answer), toggle('a', true), toggle('d', true)])
    const heading = {
      id: 'i',
      pack: 'p',
      packVersion: '1.0.0',
      exercise: 'try',
      title: 'Try',
      started: '2026-11-28T10:00:00Z',
      zone: 'UTC',
      language: 'en-GB',
      tags: []
    }
    const draft = draftOf({ heading, words: english.entry }, view(scene, walk), walk)
    expect(draft.sections.map((section) => section.private)).toEqual([true, true, true, true])
    expect(walkOf(scene.exercise, draft).privacy).toEqual({ a: true, d: true })
  })
})

import { describe, expect, it, test } from 'vitest'
import { draftOf, finishedEntry, walkOf, type EntryMeta } from '../../src/interview/entry.ts'
import type { Walk } from '../../src/interview/model.ts'
import { view } from '../../src/interview/view.ts'
import { begin, minutesOf, overview, progressAt, reply, restOf, start, whole } from '../../src/interview/walk.ts'
import { decodeEntry, encodeEntry } from '../../src/entry/codec.ts'
import type { Prompt } from '../../src/questions/shared/model.ts'
import { english } from '../../src/words/index.ts'
import { answer, sceneOf, stands, text, visibleIds } from '../kit/exercises.ts'

const core = { core: true }
const prompts: readonly Prompt[] = [
  text('a', core),
  text('b'),
  { type: 'note', id: 'n', ask: 'Read this.' },
  text('c', core),
  text('d', { when: { of: { prompt: 'b' }, test: { answered: true } } })
]
const scene = sceneOf(prompts)
const heading: EntryMeta = {
  id: '0',
  pack: 'p',
  packVersion: '1.0.0',
  exercise: 'try',
  title: 'Try',
  started: '2026-11-23T10:00:00+00:00',
  zone: 'UTC',
  language: 'en',
  tags: []
}

function coreWalk(...values: string[]): Walk {
  return values
    .map(answer)
    .reduce((walk, told) => reply(scene, walk, told), start(scene, { ...begin(), core: 'first' }))
}

describe('with little time', () => {
  it('asks the core in order, stops after it, and finishes without the rest', () => {
    expect([coreWalk(), coreWalk('1'), coreWalk('1', '2')].map(stands)).toEqual(['a', 'c', 'stop'])
    expect(restOf(scene, coreWalk('1', '2'))).toEqual({ questions: 1, minutes: 6 })
    const enough = start(scene, { ...coreWalk('1', '2'), core: 'only' })
    expect(stands(enough)).toBe('review')
    const entry = finishedEntry({ heading, words: english.entry }, view(scene, enough), heading.started)
    expect(entry.sections.map(({ id, body }) => [id, body.kind])).toEqual([
      ['a', 'answered'],
      ['c', 'answered']
    ])
    expect(entry.head.core).toBeUndefined()
  })

  it('goes on with the rest in order, from open prompt to open prompt', () => {
    const rest = start(scene, whole(coreWalk('1', '2')))
    expect(stands(rest)).toBe('b')
    const read = reply(scene, rest, answer('3'))
    expect(stands(read)).toBe('n')
    const last = reply(scene, read, { kind: 'seen' })
    expect(stands(last)).toBe('d')
    expect(stands(reply(scene, last, answer('4')))).toBe('review')
  })

  it('keeps what was answered before, and does not stop for the review that the learner asked for', () => {
    const answered = reply(scene, start(scene, begin()), answer('1'))
    const second = { ...reply(scene, answered, answer('2')), core: 'first' } as const
    expect(visibleIds(scene, second)).toEqual(['a', 'b', 'c'])
    expect(stands(reply(scene, coreWalk('1'), { kind: 'review' }))).toBe('review')
    expect(overview(scene, view(scene, coreWalk('1'))).map(({ id }) => id)).toEqual(['a', 'c'])
  })

  test('a draft remembers the choice, and passed prompts stay open in it', () => {
    const walk = coreWalk('1')
    const draft = decodeEntry(encodeEntry(draftOf({ heading, words: english.entry }, view(scene, walk), walk)))
    expect(draft.head.core).toBe(true)
    expect(draft.sections.map(({ id }) => id)).toEqual(['a'])
    const resumed = start(scene, walkOf(scene.exercise, draft))
    expect([stands(resumed), resumed.core]).toEqual(['c', 'first'])
    expect(stands(start(scene, whole(resumed)))).toBe('b')
  })

  test('minutes and shares are those of what is asked', () => {
    expect([minutesOf(scene), minutesOf(scene, 'first')]).toEqual([12, 6])
    const at = (walk: Walk) => progressAt(scene, view(scene, walk), stands(walk), walk.core)
    expect([at(coreWalk()), at(coreWalk('1'))]).toEqual([
      { done: 0, minutesLeft: 6 },
      { done: 50, minutesLeft: 3 }
    ])
  })

  test('an exercise without core prompts is asked whole', () => {
    const plain = sceneOf([text('a'), text('b')])
    const walk = start(plain, { ...begin(), core: 'first' })
    expect(visibleIds(plain, walk)).toEqual(['a', 'b'])
    expect(stands(reply(plain, reply(plain, walk, answer('1')), answer('2')))).toBe('review')
  })
})

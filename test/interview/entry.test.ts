import { describe, expect, it } from 'vitest'
import { draftOf, finishedEntry, walkOf } from '../../src/interview/entry.ts'
import type { EntryMeta } from '../../src/interview/entry.ts'
import { view } from '../../src/interview/view.ts'
import { begun, reply } from '../../src/interview/walk.ts'
import { decodeEntry, encodeEntry } from '../../src/entry/codec.ts'
import type { Prompt } from '../../src/questions/shared/model.ts'
import { english } from '../../src/words/index.ts'
import { answer, sceneOf, stands, text, walked } from '../kit/exercises.ts'

const heading: EntryMeta = {
  id: '5f0c1c1e-8f4e-4c1b-9d57-0b6f6f1f7a10',
  pack: 'try',
  packVersion: '1.0.0',
  exercise: 'try',
  title: 'Try',
  started: '2026-11-23T19:02:27+00:00',
  zone: 'Europe/London',
  language: 'en-GB',
  tags: ['reflection']
}
const words = english.entry
const list: Prompt = { type: 'list', id: 'items', ask: 'Which?', items: {} }
const scene = sceneOf([
  text('first'),
  list,
  text('third', { when: { of: { prompt: 'first' }, test: { answered: true } } }),
  text('last')
])

describe('a draft', () => {
  it('brings the walk back to where it stopped, in the middle of a sentence', () => {
    const walk = begun(walked(scene, [answer('one'), { kind: 'skip' }]), 'third', 'half a tho')
    expect(stands(walk)).toBe('third')
    const back = walkOf(scene.exercise, decodeEntry(encodeEntry(draftOf({ heading, words }, view(scene, walk), walk))))
    expect(back).toEqual(walk)
  })

  it('keeps notes of a hand where the answer is emptied', () => {
    const walk = walked(scene, [answer('one'), answer(['a', 'b'])])
    const saved = encodeEntry(draftOf({ heading, words }, view(scene, walk), walk))
    const found = decodeEntry(saved.replace('- a\n', 'Before the list.\n\n- a\n'))
    const emptied = begun(walkOf(scene.exercise, found), 'items', null)
    const again = encodeEntry(draftOf({ heading, words, found }, view(scene, emptied), emptied))
    expect(again).toContain('> Which?\n\nBefore the list.\n')
    expect(again).not.toContain('- a')
  })

  it('keeps what a hand added to it while it waited: keys, notes and sections', () => {
    const walk = walked(scene, [answer('one'), answer(['a', 'b'])])
    const saved = encodeEntry(draftOf({ heading, words }, view(scene, walk), walk))
    const byHand = saved
      .replace('status: draft', 'status: draft\nmood: calm # a key of mine')
      .replace('- a\n', 'Before the list.\n\n- a\n')
      .concat('\n<!-- reflect:mine text -->\n## My own question\n\nMy own words.\n')
    const found = decodeEntry(byHand)
    const on = reply(scene, walkOf(scene.exercise, found), answer('three'))
    const again = encodeEntry(draftOf({ heading, words, found }, view(scene, on), on))
    for (const kept of [
      'mood: calm # a key of mine',
      'Before the list.\n\n- a',
      '## My own question\n\nMy own words.',
      'three'
    ])
      expect(again).toContain(kept)
    const done = encodeEntry(
      finishedEntry(
        { heading, words, found: decodeEntry(again) },
        view(scene, reply(scene, on, answer('z'))),
        '2026-11-23T20:00:00+00:00'
      )
    )
    for (const kept of [
      'mood: calm # a key of mine',
      'status: finished',
      'finished: 2026-11-23T20:00:00+00:00',
      'My own words.'
    ])
      expect(done).toContain(kept)
    expect(done).not.toContain('\nat: ')
  })

  it('tells unfinished words from answers, wherever they were left, when it is read again', () => {
    const left = walked(scene, [answer('one'), { kind: 'jump', to: 'last', kept: ['a'] }])
    expect(left.held['items']?.kind).toBe('begun')
    const draft = encodeEntry(draftOf({ heading, words }, view(scene, left), left))
    const again = walkOf(scene.exercise, decodeEntry(draft))
    expect(again.held).toEqual(left.held)
    const found = decodeEntry(draft)
    const done = finishedEntry({ heading, words, found }, view(scene, again), '2026-11-23T20:00:00+00:00')
    expect(encodeEntry(done)).not.toContain('\nbegun: ')
  })

  it('keeps the answers of hidden prompts, and the finished entry leaves them out', () => {
    const walk = walked(scene, [
      answer('one'),
      answer(['a']),
      answer('three'),
      { kind: 'jump', to: 'first' },
      { kind: 'skip' }
    ])
    const draft = draftOf({ heading, words }, view(scene, walk), walk)
    expect(draft.sections.map(({ id }) => id)).toContain('third')
    const entry = finishedEntry({ heading, words, found: draft }, view(scene, walk), '2026-11-23T20:00:00+00:00')
    expect(entry.sections.map(({ id }) => id)).not.toContain('third')
  })
})

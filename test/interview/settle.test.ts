import { describe, expect, it } from 'vitest'
import { decodeEntry, encodeEntry } from '../../src/entry/codec.ts'
import { draftOf, finishedEntry, type EntryMeta } from '../../src/interview/entry.ts'
import { settle } from '../../src/interview/settle.ts'
import { view } from '../../src/interview/view.ts'
import { reply } from '../../src/interview/walk.ts'
import type { Prompt } from '../../src/questions/shared/model.ts'
import { english } from '../../src/words/index.ts'
import { answer, sceneOf, text, walked } from '../kit/exercises.ts'

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
const making = { heading, words: english.entry }
const people: Prompt = { type: 'list', id: 'people', ask: 'Who?', items: {} }
const said: Prompt = {
  type: 'table',
  id: 'said',
  ask: 'What did each say?',
  columns: [{ id: 'words', title: 'Words', type: 'text', options: [] }],
  rows: [],
  rowsFrom: 'people'
}
const nearest: Prompt = { type: 'ranking', id: 'nearest', ask: 'Who was nearest?', options: [], optionsFrom: 'people' }
const scene = sceneOf([people, said, nearest, text('last')])

const full = walked(scene, [
  answer(['Ann', 'Ben']),
  answer([
    { row: 'Ann', words: 'Go on.' },
    { row: 'Ben', words: 'Stop it.' }
  ]),
  answer(['Ben', 'Ann']),
  answer('Nothing.')
])

/** The walk after the first answer was changed. */
function changed(items: readonly string[]) {
  const back = reply(scene, full, { kind: 'jump', to: 'people' })
  const now = reply(scene, back, answer(items))
  return { settled: settle(scene, making, back, now), now }
}

describe('an answer that gives another question its rows', () => {
  it('changes without a loss: rows that stay keep their cells, the others are retired with their question', () => {
    const { settled } = changed(['Ann', 'Cleo'])
    if (settled === undefined) throw new Error('Nothing was settled')
    expect(settled.retired).toEqual(['What did each say?'])
    expect(settled.walk.held['said']).toEqual({ kind: 'answered', answer: [{ row: 'Ann', words: 'Go on.' }] })
    const found = decodeEntry(encodeEntry(settled.found))
    const seen = view(scene, settled.walk)
    const entry = finishedEntry({ ...making, found }, seen, '2026-11-23T20:00:00+00:00')
    const written = encodeEntry(entry)
    expect(written).toContain('| Ben | Stop it. |')
    expect(written).toContain('"because":"answers"')
    // A ranking holds no words of the learner's own, so it is only asked again.
    expect(settled.walk.held['nearest']?.kind).toBe('begun')
    expect(entry.sections.map(({ id }) => id)).toEqual(['people', 'said', 'said-before', 'nearest', 'last'])
    expect(encodeEntry(draftOf({ ...making, found }, seen, settled.walk))).toContain('Stop it.')
  })

  it('leaves everything as it is where all answers still fit', () => {
    const { settled } = changed(['Ben', 'Ann'])
    expect(settled).toBeUndefined()
  })
})

import { describe, expect, it } from 'vitest'
import { newSection } from '../../src/entry/codec.ts'
import type { Entry } from '../../src/entry/model.ts'
import { ratingHistories } from '../../src/progress/ratings.ts'
import { minutesOf, tally } from '../../src/progress/tally.ts'
import type { Answer, Prompt } from '../../src/questions/shared/model.ts'
import { english } from '../../src/words/index.ts'
import { entryOf, headOf } from '../journal/kit/entries.ts'

const scale: Prompt = {
  type: 'scale',
  id: 'fair',
  title: 'Fairness',
  ask: 'How fair?',
  from: 1,
  to: 5,
  labels: {},
  unsure: true,
  statements: []
}

function rated(answer: Answer, day: string, prompt: Prompt = scale, isPrivate = false): Entry {
  const body = { kind: 'answered' as const, answer, before: '', after: '' }
  return {
    head: headOf({ started: `${day}T08:00:00+00:00` }),
    sections: [newSection(prompt, body, isPrivate, english.entry)]
  }
}

describe('the minutes of a sitting', () => {
  it.each([
    ['from start to end', '2026-11-23T19:00:00+00:00', '2026-11-23T19:16:02+00:00', 16],
    ['one at least', '2026-11-23T19:00:00+00:00', '2026-11-23T19:00:03+00:00', 1],
    ['an hour at most, for it was left meanwhile', '2026-11-23T19:00:00+00:00', '2026-11-25T08:00:00+00:00', 60],
    ['whatever zone it ended in', '2026-11-23T19:00:00+00:00', '2026-11-23T21:10:00+02:00', 10],
    ['none lost to a clock that was put back', '2026-11-23T19:00:00+00:00', '2026-11-23T18:00:00+00:00', 1],
    ['one where a hand took the end out', '2026-11-23T19:00:00+00:00', undefined, 1]
  ])('are %s', (_, started, finished, minutes) => {
    const { finished: _end, ...head } = headOf({ started })
    expect(minutesOf(finished === undefined ? head : { ...head, finished })).toBe(minutes)
  })
})

describe('what entries come to', () => {
  it('counts days as they were where the learner was, words, and tags with the most used first', () => {
    const sum = tally([
      entryOf({ a: 'Two words.' }, { started: '2026-11-22T23:30:00-08:00', tags: ['b'] }),
      entryOf({ a: 'Three more words.' }, { started: '2026-11-23T00:30:00+09:00', tags: ['a', 'b'] }),
      entryOf({ a: '' }, { started: '2026-11-23T12:00:00+09:00', tags: ['c'] })
    ])
    expect(sum).toMatchObject({ entries: 3, words: 5 })
    expect([...sum.days]).toEqual([
      ['2026-11-22', 1],
      ['2026-11-23', 2]
    ])
    expect([...sum.tags]).toEqual([
      ['b', 2],
      ['a', 1],
      ['c', 1]
    ])
  })

  it('tells how a thing was rated from the second time on, "not sure" included, on the scale that it has now', () => {
    const wider = { ...scale, title: 'Fairness to all', to: 7 }
    const entries = [rated(2, '2026-01-05'), rated(null, '2026-02-05'), rated(6, '2026-03-05', wider, true)]
    expect(ratingHistories(tally(entries.slice(0, 1)).ratings)).toEqual([])
    expect(ratingHistories(tally(entries).ratings)).toEqual([
      {
        title: 'Fairness to all',
        exercise: 'What counts as value?',
        from: 1,
        to: 7,
        ratings: [
          { day: '2026-01-05', value: 2, from: 1, to: 5, private: false },
          { day: '2026-02-05', value: null, from: 1, to: 5, private: false },
          { day: '2026-03-05', value: 6, from: 1, to: 7, private: true }
        ]
      }
    ])
  })

  it('follows each statement by itself', () => {
    const several = {
      ...scale,
      statements: [
        { id: 'fair', text: 'It was fair.' },
        { id: 'quick', text: 'It was quick.' }
      ]
    }
    const entries = [rated({ fair: 2, quick: 4 }, '2026-01-05', several), rated({ fair: 3 }, '2026-02-05', several)]
    const histories = ratingHistories(tally(entries).ratings)
    expect(histories.map(({ title, ratings }) => [title, ...ratings.map(({ value }) => value)])).toEqual([
      ['It was fair.', 2, 3]
    ])
  })
})

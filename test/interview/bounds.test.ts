import { describe, expect, it } from 'vitest'
import { decodeEntry, encodeEntry } from '../../src/entry/codec.ts'
import { fillIn } from '../../src/interview/answers.ts'
import { finishedEntry } from '../../src/interview/entry.ts'
import { view } from '../../src/interview/view.ts'
import { check } from '../../src/questions/index.ts'
import type { Answer, Prompt } from '../../src/questions/shared/model.ts'
import { english, languagesFor } from '../../src/words/index.ts'
import { headOf } from '../journal/kit/entries.ts'
import { answer, sceneOf, walked } from '../kit/exercises.ts'

const number = (id: string, rest: object = {}): Prompt => ({
  type: 'number',
  id,
  ask: `How many, ${id}?`,
  integer: false,
  ...rest
})
const prompts: readonly Prompt[] = [
  number('low'),
  number('high', { minFrom: { prompt: 'low' }, max: 100 }),
  { type: 'date', id: 'from', ask: 'From when?' },
  { type: 'date', id: 'to', ask: 'Until when?', minFrom: { prompt: 'from' }, latest: '2026-12-31' }
]
const scene = sceneOf(prompts)
const typing = { language: 'en-GB', languages: languagesFor(english) }

describe('a bound from an earlier answer', () => {
  it.each<readonly [Readonly<Record<string, Answer>>, readonly object[]]>([
    [{ low: 5, high: 5, from: '2026-12-01', to: '2026-12-01' }, []],
    [{ low: 5, high: 4.5 }, [{ code: 'too-small', is: 4.5, limit: 5, of: 'How many, low?' }]],
    [{ low: 5, high: 101 }, [{ code: 'too-large', is: 101, limit: 100 }]],
    [{ high: -7, to: '2020-01-01' }, []],
    [
      { from: '2026-12-10', to: '2026-12-09' },
      [{ code: 'too-early', is: '2026-12-09', limit: '2026-12-10', of: 'From when?' }]
    ],
    [{ from: '2026-12-10', to: '2027-01-01' }, [{ code: 'too-late', is: '2027-01-01', limit: '2026-12-31' }]]
  ])('holds for %j', (values, faults) => {
    const filled = fillIn(scene, new Map(Object.entries(values)), typing)
    const found = filled.ok ? [] : filled.faults.map((fault) => fault.kind === 'wrong' && fault.fault)
    expect(found).toEqual(faults)
  })

  it('is said with the question that gave it', () => {
    const said = english.faults.sentence({ code: 'too-small', is: 4, limit: 5, of: 'The lowest' })
    expect(said).toBe('4 is too small: the smallest number here is 5, your answer to “The lowest”.')
  })

  it('changes with that answer: what is outside it then is to be finished', () => {
    const walk = walked(scene, [answer(5), answer(20), { kind: 'jump', to: 'low' }, answer(30)])
    expect(view(scene, walk)[1]?.held).toEqual({ kind: 'begun', answer: 20 })
  })

  it('is kept in the entry as a rule, which holds when the entry is changed', () => {
    const walk = walked(scene, [answer(5), answer(20), { kind: 'skip' }, answer('2026-12-05')])
    const making = { heading: headOf({}), words: english.entry }
    const text = encodeEntry(finishedEntry(making, view(scene, walk), '2026-11-28T10:00:00Z'))
    expect(text).toContain('<!-- reflect:high number {"max":100,"min":{"prompt":"low"}} -->')
    const asked = decodeEntry(text).sections.flatMap(({ prompt }) => prompt ?? [])
    const again = { ...sceneOf(asked), asAsked: true as const }
    const high = view(again, walked(again, [answer(8)]))[1]?.prompt
    expect([7, 8].map((value) => high && check(high, value).ok)).toEqual([false, true])
  })
})

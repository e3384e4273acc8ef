import { describe, expect, it } from 'vitest'
import { newSection } from '../../src/entry/codec.ts'
import type { Entry } from '../../src/entry/model.ts'
import { promisePrompts } from '../../src/interview/opening-prompts.ts'
import { duePromise, promisesIn, type Promised } from '../../src/progress/promises.ts'
import type { Answer, Prompt } from '../../src/questions/shared/model.ts'
import { entryWords } from '../../src/words/index.ts'

const words = entryWords('en')
const plan: Prompt = { type: 'plan', id: 'plan', ask: 'What will you do?' }

function entry(id: string, day: string, answers: readonly (readonly [Prompt, Answer])[], status?: 'draft'): Entry {
  const times = { started: `${day}T19:00:00+00:00`, finished: `${day}T19:20:00+00:00` }
  return {
    head: {
      id,
      pack: 'plans',
      packVersion: '1.0.0',
      exercise: 'one',
      title: 'One',
      zone: 'Europe/London',
      language: 'en-GB',
      tags: [],
      status: status ?? 'finished',
      ...times
    },
    sections: answers.map(([prompt, answer]) =>
      newSection(prompt, { kind: 'answered', answer, before: '', after: '' }, prompt.private === true, words)
    )
  }
}

const made = (day: string, when = 'the board meets', id = 'a') =>
  entry(id, day, [[plan, { if: when, then: 'ask for the figures' }]])

/** An entry in which something was said about the plan of another. */
function said(day: string, outcome: string, about: Entry, line?: string): Entry {
  const [promise] = promisesIn([about])
  const [question, more] = promisePrompts(promise as Promised, words)
  const answers: (readonly [Prompt, Answer])[] = [[question as Prompt, outcome]]
  if (line !== undefined) answers.push([more as Prompt, line])
  return entry(`said-${day}`, day, answers)
}

describe('a plan', () => {
  it.each([
    ['the board meets', '2026-11-24'],
    ['the board meets on 4 December', '2026-12-04'],
    ['I see her next Friday', '2026-12-04'],
    ['I see her in two weeks,', '2026-12-07'],
    ['the letter of 3 November is answered', '2026-11-24'],
    ['I sat with her', '2026-11-24'],
    ['today is over', '2026-11-24'],
    ['', '2026-11-24']
  ])('of 23 November, "When %s", is asked about from %s', (when, due) => {
    expect(promisesIn([made('2026-11-23', when)])).toMatchObject([
      { isOpen: true, due, plan: { pack: 'plans', entry: 'a', prompt: 'plan' } }
    ])
  })

  it.each([
    ['came', false],
    ['changed', false],
    ['let-go', false],
    ['not-yet', true],
    ['later', true]
  ])('after "%s" is open: %s', (outcome, isOpen) => {
    const about = made('2026-11-23')
    const [promise] = promisesIn([said('2026-11-30', outcome, about, 'A line.'), about])
    expect(promise).toMatchObject({ isOpen, said: [{ outcome, line: 'A line.' }] })
    expect(promise?.due).toBe('2026-12-07')
  })

  it('is asked about from the oldest on, and not if the exercise shows it', () => {
    const promises = promisesIn([made('2026-11-23', 'b', 'b'), made('2026-11-20', 'a', 'a')])
    expect(duePromise(promises, '2026-11-20')).toBeUndefined()
    expect(duePromise(promises, '2026-11-23')?.plan.entry).toBe('a')
    expect(duePromise(promises, '2026-11-24')?.plan.entry).toBe('a')
    expect(duePromise(promises, '2026-11-24', ({ plan: { entry: id } }) => id === 'a')?.plan.entry).toBe('b')
  })

  it('in a draft is none yet, but what was said in a draft counts', () => {
    const about = made('2026-11-23')
    expect(promisesIn([{ ...about, head: { ...about.head, status: 'draft' } }])).toEqual([])
    const draft = said('2026-11-30', 'came', about)
    expect(promisesIn([about, { ...draft, head: { ...draft.head, status: 'draft' } }])).toMatchObject([
      { isOpen: false }
    ])
  })
})

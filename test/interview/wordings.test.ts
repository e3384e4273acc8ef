import { describe, expect, it } from 'vitest'
import { discussionOf, readingOf, view, type InterviewContext } from '../../src/interview/view.ts'
import type { Exercise } from '../../src/pack/model.ts'
import { inLanguage } from '../../src/pack/translation/choose.ts'
import type { Answer } from '../../src/questions/shared/model.ts'
import { english } from '../../src/words/index.ts'
import { file, read } from '../kit/packs.ts'
import { answer, walked } from '../kit/exercises.ts'

const MANIFEST = `format: 2
id: my-pack
version: 1.0.0
title: My pack
language: en
exercises: [log.yaml]
`
const LOG = `id: log
title: A weekly log
minutes: 5
reading:
  - { when: { times: 0 }, text: Welcome. }
  - { when: { times: { lt: 3 } }, text: "Number {{times}}." }
prompts:
  - id: story
    ask:
      - { when: { times: 0 }, text: What happened? }
      - { when: { times: { lt: 3 } }, text: What was new? }
      - { rotate: true, text: Who was not there? }
      - { when: { times: { gt: 4 } }, rotate: true, text: What did you not see? }
    help:
      - { when: { times: { lt: 2 } }, text: Take your time. }
    example:
      - { when: { times: 0 }, open: true, text: The queue. }
      - { when: { times: 1 }, text: The door. }
  - id: ratings
    type: scale
    private: true
    ask: How was it?
    from: 1
    to: 5
    unsure: true
    statements: [{ id: fair, text: Fair }, { id: clear, text: Clear }, { id: fast, text: Fast }]
  - id: one
    type: ranking
    ask: Rank these.
    options: { a: Apple, b: Berry, c: Cherry }
  - id: two
    type: ranking
    ask: Rank them again.
    options: { a: Apple, b: Berry, c: Cherry }
  - id: people
    type: table
    ask: Who was asked?
    columns: [{ id: asked, title: Asked, type: yes-no }, { id: how, title: How, type: choice, options: [By letter, In person] }]
    rows: [Families, Staff]
  - { id: low, type: number, ask: The lowest?, follow_up: { ask: So low?, when: { lt: 10 } } }
  - { id: high, type: number, ask: The highest? }
  - { id: day, type: date, ask: When? }
  - id: probe
    ask: x
discussion:
  - { when: { "lowest of ratings": fair }, text: "Lowest: {{lowest of ratings}}." }
  - { when: { low: { answered: true } }, text: "From {{low}}." }
  - { when: { low: { gt: 1000 } }, text: Never. }
`

const { pack: parsed } = read([file('pack.yaml', MANIFEST), file('log.yaml', LOG)])

/** The exercise with a text in place of its last question. */
function exerciseWith(ask = 'x'): Exercise {
  const exercise = parsed?.exercises[0]
  if (exercise === undefined) throw new Error('the pack has errors')
  return { ...exercise, prompts: exercise.prompts.map((each) => (each.id === 'probe' ? { ...each, ask } : each)) }
}

function sceneAt(times: number, exercise = exerciseWith()): InterviewContext {
  return { exercise, earlier: new Map(), words: english.entry, times, today: '2026-11-28' }
}

const story = (times: number) => {
  const scene = sceneAt(times)
  return view(scene, walked(scene, []))[0]?.prompt
}

describe('wordings', () => {
  it('are chosen by the first condition that holds, and take turns', () => {
    const asked = Array.from({ length: 9 }, (_, times) => story(times)?.ask)
    const [first, second, turn, other] = [
      'What happened?',
      'What was new?',
      'Who was not there?',
      'What did you not see?'
    ]
    expect(asked).toEqual([first, second, second, turn, turn, other, turn, other, turn])
  })

  it('keep the heading of the first', () => {
    expect([0, 1, 5].map((times) => story(times)?.title)).toEqual(Array(3).fill('What happened?'))
  })

  it('fade help and example', () => {
    const shown = [0, 1, 2].map((times) => {
      const { help, example, isExampleOpen } = story(times) ?? {}
      return [help, example, isExampleOpen]
    })
    expect(shown).toEqual([
      ['Take your time.', 'The queue.', true],
      ['Take your time.', 'The door.', undefined],
      [undefined, undefined, undefined]
    ])
  })

  it('of a reading may be none', () => {
    const readings = [0, 2, 3].map((times) => readingOf(sceneAt(times), []))
    expect(readings).toEqual(['Welcome.', 'Number 2.', undefined])
  })

  it('are translated in their order', () => {
    const cy = `exercises:
  log:
    reading: [Croeso., "Rhif {{times}}."]
    prompts:
      story: { ask: [Un, Dau, Tri, Pedwar], help: [Cymorth], example: [Ciw, Drws] }
`
    const { pack, diagnostics } = read([
      file('pack.yaml', MANIFEST),
      file('log.yaml', LOG),
      file('translations/cy.yaml', cy)
    ])
    expect(diagnostics.filter(({ message }) => /story|reading/.test(message))).toEqual([])
    const [exercise] = pack === undefined ? [] : inLanguage(pack, 'cy').exercises
    const asked = [0, 1, 3, 5].map((times) => {
      const scene = sceneAt(times, exercise)
      return view(scene, walked(scene, []))[0]?.prompt.ask
    })
    expect(asked).toEqual(['Un', 'Dau', 'Tri', 'Pedwar'])
  })

  it.each([
    ['one too few', 'story: { ask: [Un, Dau, Tri] }', 'untranslated'],
    ['one too many', 'story: { ask: [Un, Dau, Tri, Pedwar, Pump] }', 'nothing-to-translate'],
    ['a list for one text', 'one: { ask: [Un, Dau] }', 'wrong-kind'],
    ['another quotation', 'story: { ask: ["{{times}}", Dau, Tri, Pedwar] }', 'quotations-differ']
  ])('that differ in a translation are found: %s', (_, prompts, code) => {
    const cy = `exercises: { log: { prompts: { ${prompts} } } }\n`
    const { diagnostics } = read([file('pack.yaml', MANIFEST), file('log.yaml', LOG), file('translations/cy.yaml', cy)])
    const found = diagnostics.filter(({ message }) => code !== 'untranslated' || /story\/ask\/4/.test(message))
    expect(found.map((each) => each.code)).toContain(code)
  })
})

const all: Readonly<Record<string, Answer>> = {
  story: 'It went.',
  ratings: { fair: 2, clear: 5, fast: 2 },
  one: ['a', 'b', 'c'],
  two: ['c', 'b', 'a'],
  people: [
    { row: 'Families', asked: false, how: 'By letter' },
    { row: 'Staff', asked: true }
  ],
  low: 40,
  high: 5.5,
  day: '2026-11-20'
}

/** The last question after these answers, in the place of the usual ones; null skips. */
function said(derived: string, answers: Readonly<Record<string, Answer | null>> = {}) {
  const scene = sceneAt(2, exerciseWith(derived))
  const given: Readonly<Record<string, Answer | null>> = { ...all, ...answers }
  const replies = scene.exercise.prompts.flatMap(({ id }) => {
    const value = given[id]
    return value === undefined ? [] : value === null ? [{ kind: 'skip' as const }] : [answer(value)]
  })
  return { scene, seen: view(scene, walked(scene, replies)) }
}

describe('derived values', () => {
  const values: readonly (readonly [string, string, Readonly<Record<string, Answer | null>>?])[] = [
    ['Both: {{lowest of ratings|none}}', 'Both: fair and fast'],
    ['{{lowest of ratings|none}}', 'Fair and fast'],
    ['{{highest of ratings|none}}', 'Clear'],
    ['{{lowest of ratings|none}}', 'none', { ratings: { fair: 2, clear: 2, fast: 2 } }],
    ['{{lowest of ratings|none}}', 'none', { ratings: { fair: 2, clear: null } }],
    ['{{lowest of ratings|none}}', 'none', { ratings: null }],
    ['{{ first  of one }}, {{last of one}}', 'Apple, cherry'],
    ['{{widest of one and two|none}}', 'Apple'],
    ['{{widest of one and two|none}}', 'none', { two: ['a', 'b', 'c'] }],
    ['{{widest of one and two|none}}', 'none', { two: null }],
    ['{{count of one}}, {{count of people}}', '3, 2'],
    ['{{count of people}}', '1', { people: [{ row: 'Staff', asked: true }] }],
    ['{{rows of people.asked is false|all asked}}', 'Families'],
    ['{{rows of people.asked is true}}', 'Staff'],
    ['{{rows of people.how is By letter|nobody}}', 'Families'],
    ['{{rows of people.how is In person|nobody}}', 'nobody'],
    ['{{difference of low and high}}', '34.5'],
    ['{{difference of high and low}}', '34.5'],
    ['{{difference of low and high}}', '0.2', { low: 40.3, high: 40.1 }],
    ['{{difference of ratings.clear and ratings.fair}}', '3'],
    ['{{difference of ratings.clear and ratings.fair|no}}', 'no', { ratings: { clear: 5, fair: null } }],
    ['{{difference of low and high|none}}', 'none', { high: null }],
    ['{{days since day}}', '8'],
    ['{{days since day|soon}}', 'soon', { day: '2026-12-24' }],
    ['{{days since log|never}}', 'never'],
    ['{{times}}', '2']
  ]

  const cases = values.map(([text, expected, answers = {}]) => ({ text, expected, answers }))
  it.each(cases)('$text is $expected', ({ text, expected, answers }) => {
    expect(said(text, answers).seen.at(-1)?.prompt.ask).toBe(expected)
  })

  it('make private what quotes a private answer through them', () => {
    expect(said('{{lowest of ratings|none}}').seen.at(-1)).toMatchObject({ private: true, inheritsFrom: 'How was it?' })
    expect(said('{{count of one|none}}').seen.at(-1)).toMatchObject({ private: false })
  })

  it('decide which blocks of a discussion are shown, and whether it is private', () => {
    const { scene, seen } = said('x')
    expect(discussionOf(scene, seen)).toEqual({ text: 'Lowest: fair and fast.\n\nFrom 40.', private: true })
    const other = said('x', { ratings: { fair: 5, clear: 2 } })
    expect(discussionOf(other.scene, other.seen)).toEqual({ text: 'From 40.', private: false })
    const none = said('x', { ratings: null, low: null })
    expect(discussionOf(none.scene, none.seen)).toBeUndefined()
  })

  it.each<readonly [number, boolean]>([
    [9, true],
    [10, false]
  ])('a follow-up to the number %d is asked: %s', (low, isAsked) => {
    const { seen } = said('x', { low, 'low.follow_up': isAsked ? 'Yes.' : null })
    expect(seen.find(({ prompt }) => prompt.id === 'low.follow_up')?.visible).toBe(isAsked)
  })
})

import { describe, expect, it } from 'vitest'
import type { Pack } from '../../src/pack/model.ts'
import { parsePack } from '../../src/pack/source/parse.ts'
import { file } from '../kit/packs.ts'

const HEAD = 'format: 2\nid: my-pack\ntitle: My pack\nlanguage: en\nexercises: [one.yaml]\n'
const ROUTES = 'routes: { short: { title: Short, self_check: true, exercises: [one] } }\n'

/** An exercise with every key that format 2 adds. */
const ONE = `id: one
title: One
minutes: 20
revisit: { exercise: one, after: 7 days }
ask_later: true
reading:
  - { when: { times: 0 }, text: Read this. }
  - { text: "Last time: {{one/story}}." }
prompts:
  - id: story
    title: The story
    core: true
    ask:
      - { when: { times: 0 }, text: What happened? }
      - { rotate: true, text: Who was there? }
      - { rotate: true, text: Who was not there? }
    example:
      - { when: { times: 0 }, open: true, text: It rained. }
      - { text: The queue grew. }
    more: { under: 15 words, ask: What was said? }
  - { id: marks, type: scale, ask: How was it?, from: 1, to: 5, statements: [{ id: fair, text: Fair }, { id: kind, text: Kind }] }
  - { id: sure, type: scale, ask: How sure?, from: 1, to: 5, follow_up: { ask: Why so?, when: { lt: 3 } } }
  - { id: low, type: number, ask: The fewest?, min: 0, max: 9 }
  - { id: high, type: number, ask: The most?, min: { prompt: low }, max: 9 }
  - { id: from, type: date, ask: From when? }
  - { id: until, type: date, ask: Until when?, min: { prompt: from } }
  - { id: due, type: date, ask: And again?, return: true }
  - { id: lift, ask: What would raise it?, when: { "lowest of marks": fair } }
  - { id: often, ask: How often is that?, when: { times: { gte: 2 } } }
  - { id: back, type: recall, ask: This was before., of: one/story }
discussion:
  - { when: { "lowest of marks": fair }, text: "Lowest: {{lowest of marks|none}}." }
  - { text: The end. }
after_discussion:
  - { id: next, type: plan, ask: What next? }
`

function versionOf(
  exercise: string,
  { routes = ROUTES, lines = '', since }: { routes?: string; lines?: string; since?: Pack } = {}
) {
  const manifest = `${HEAD}version: ${since === undefined ? '1.0.0' : '1.1.0'}\n${routes}${lines}`
  return parsePack([file('pack.yaml', manifest), file('one.yaml', exercise)], 'pack.yaml', since && { since })
}

const { pack: first, diagnostics: faults } = versionOf(ONE)

/** What a change loses, by code; the pack without losses is free of other faults. */
function losses(from: string, to: string, lines = ''): string[] {
  expect(ONE).toContain(from)
  return versionOf(ONE.replaceAll(from, to), { lines, since: first! }).diagnostics.map(({ code }) => code)
}

describe('a new version of a pack of format 2', () => {
  it('begins with a pack that is sound', () => {
    expect(faults).toEqual([])
  })

  it.each([
    ['words a wording differently', 'What happened?', 'What was it?'],
    ['shows a wording to others', '{ times: 0 }, text: What', '{ times: { lt: 3 } }, text: What'],
    [
      'adds a wording',
      '      - { rotate: true, text: Who was there? }\n',
      '      - { rotate: true, text: Who was there? }\n      - { rotate: true, text: Who came late? }\n'
    ],
    ['takes a wording away', '      - { rotate: true, text: Who was there? }\n', ''],
    ['opens an example no more', ', open: true', ''],
    ['changes the reading', 'Read this.', 'Read that.'],
    ['words the one more question differently', 'What was said?', 'And then?'],
    ['asks one more question sooner', '15 words', '30 words'],
    ['makes something no core', '    core: true\n', ''],
    ['makes something core', '{ id: marks,', '{ id: marks, core: true,'],
    ['needs no earlier number any more', 'min: { prompt: low }, ', ''],
    ['needs no earlier day any more', ', min: { prompt: from }', ''],
    ['does not come back on a day', ', return: true', ''],
    ['comes back on another day', '{ id: until,', '{ id: until, return: true,'],
    ['comes round less often', '7 days', '2 weeks'],
    ['does not come round', 'revisit: { exercise: one, after: 7 days }\n', ''],
    ['asks nothing for later', 'ask_later: true\n', ''],
    ['takes a block of the discussion away', '  - { text: The end. }\n', ''],
    ['shows a block to others', '{ "lowest of marks": fair }, text: "L', '{ "lowest of marks": kind }, text: "L'],
    ['asks always what came sometimes', ', when: { "lowest of marks": fair } }', ' }']
  ])('loses nothing if it %s', (_, from, to) => {
    expect(losses(from, to)).toEqual([])
  })

  it('loses nothing if it asks before the discussion what came after it', () => {
    const [prompts, rest = ''] = ONE.split('discussion:\n', 1).concat(ONE.slice(ONE.indexOf('discussion:\n')))
    const [discussion, next] = rest.split('after_discussion:\n')
    expect(versionOf(`${prompts}${next}${discussion}`, { since: first! }).diagnostics).toEqual([])
  })

  it('loses nothing without the questions at the end of a route', () => {
    const routes = ROUTES.replace(' self_check: true,', '')
    expect(versionOf(ONE, { routes, since: first! }).diagnostics).toEqual([])
  })

  it.each([
    ['the one more question is gone', '    more: { under: 15 words, ask: What was said? }\n', '', 'went-away'],
    ['a follow-up is gone', ', follow_up: { ask: Why so?, when: { lt: 3 } }', '', 'went-away'],
    ['a follow-up is asked after other answers', '{ lt: 3 }', '{ lt: 2 }', 'condition-changed'],
    [
      'a number has a new bound',
      '{ id: low, type: number, ask: The fewest?, min: 0, max: 9 }\n  - { id: high, type: number, ask: The most?, min: { prompt: low }, max: 9 }',
      '{ id: low, type: number, ask: The fewest?, min: 0, max: 9 }\n  - { id: high, type: number, ask: The most?, min: { prompt: low }, max: { prompt: low } }',
      'range-changed'
    ],
    [
      'a day has a new bound',
      '{ id: due, type: date, ask: And again?,',
      '{ id: due, type: date, ask: And again?, min: { prompt: from },',
      'range-changed'
    ],
    [
      'a derived value is compared with something else',
      ', when: { "lowest of marks": fair } }',
      ', when: { "lowest of marks": kind } }',
      'condition-changed'
    ],
    [
      'another value is derived',
      ', when: { "lowest of marks": fair } }',
      ', when: { "highest of marks": fair } }',
      'condition-changed'
    ],
    ['something is asked of other runs', '{ times: { gte: 2 } }', '{ times: { gte: 5 } }', 'condition-changed'],
    ['another answer of the last run is shown', 'of: one/story }', 'of: one/lift }', 'source-changed'],
    [
      'a question after the discussion is gone',
      'after_discussion:\n  - { id: next, type: plan, ask: What next? }\n',
      '',
      'went-away'
    ]
  ])('tells that %s', (_, from, to, code) => {
    expect(losses(from, to)).toEqual([code])
  })

  it('finds what was answered under new ids, wherever format 2 names them', () => {
    const renamed = ['fair', 'story', 'marks'].reduce(
      (text, id) => text.replaceAll(new RegExp(`(?<!The )\\b${id}\\b`, 'g'), `new-${id}`),
      ONE
    )
    const lines =
      'renamed: { one/story: one/new-story, one/marks: one/new-marks, one/marks.fair: one/new-marks.new-fair }\n'
    expect(versionOf(renamed, { lines, since: first! }).diagnostics).toEqual([])
  })

  it('loses nothing without the one more question if that is retired', () => {
    const renamed = ONE.replace('    more: { under: 15 words, ask: What was said? }\n', '')
    const lines = 'retired: [one/story.more]\n'
    expect(versionOf(renamed, { lines, since: first! }).diagnostics).toEqual([])
  })
})

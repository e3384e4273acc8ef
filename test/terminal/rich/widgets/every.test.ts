import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Prompt } from '../../../../src/questions/shared/model.ts'
import { check } from '../../../../src/questions/index.ts'
import { width } from '../../../../src/display/width.ts'
import { keys, sizes } from '../kit.ts'
import { asked, common, long, many, prompts } from './kit.ts'
import { runs } from '../../../kit/long.ts'

const { enter, up, down, left, right, end, backspace } = keys

function answer(name: keyof typeof prompts, pieces: readonly string[], before?: unknown) {
  return asked(prompts[name], pieces, { before })
}

describe('every kind of question is answered by keys', () => {
  it.each<[string, keyof typeof prompts, string[], unknown, unknown?]>([
    ['writing', 'text', ['One', enter, enter, 'two'], 'One\n\ntwo'],
    ['writing that goes on', 'text', ['!'], 'Before!', 'Before'],
    ['a line', 'line', ['Zoë', enter], 'Zoë'],
    ['a line into which lines are pasted', 'line', [keys.pasted('one\ntwo\n\nthree')], 'one two three'],
    ['a list', 'list', ['one', enter, 'two', enter, enter], ['one', 'two']],
    ['a list that is pasted', 'list', [keys.pasted('one\ntwo\n')], ['one', 'two']],
    ['a list that takes no more', 'list', [enter, '6'], ['1', '2', '3', '4', '56'], ['1', '2', '3', '4', '5']],
    ['a list, an item put between', 'list', ['one', enter, 'three', up, enter, 'two'], ['one', 'two', 'three']],
    ['a list, an item taken out', 'list', [up, backspace, backspace, backspace], ['one'], ['one', 'two']],
    ['a choice by the pointer', 'choice', [down, down, enter], 'support'],
    ['a choice by its number', 'choice', ['3'], 'means'],
    ['no choice, when Enter is pressed once too often', 'choice', [enter, enter], undefined],
    ['a choice with a filter', 'longChoice', ['4', '2', enter], 'o42'],
    ['a choice that was made', 'choice', [], 'support', 'support'],
    ['a choice in own words', 'choice', [end, 'Own words', enter], { other: 'Own words' }],
    ['several choices', 'choices', [down, ' ', down, down, ' ', enter], ['value', 'means']],
    ['several choices by their numbers', 'choices', ['3', '1', '1'], ['means']],
    ['several choices, one taken back', 'choices', [' '], ['means'], ['value', 'means']],
    ['several choices and own words', 'choices', [down, ' ', end, 'and mine'], ['value', { other: 'and mine' }]],
    ['a rating by digits', 'scale', ['1', '0', enter], 10],
    ['a rating by arrows', 'scale', [down, down, down, enter], 2],
    ['no rating, when Enter is pressed once too often', 'scale', [enter, enter], undefined],
    ['a rating that is not sure', 'scale', ['-'], null],
    ['ratings', 'ratings', ['4', '-'], { a: 4, b: null }],
    ['ratings by arrows', 'ratings', [right, right, enter, left], { a: 2, b: null }],
    ['no order, when Enter is pressed once too often', 'ranking', [enter, enter], undefined],
    ['an order, picked', 'ranking', [down, down, enter, down, enter], ['support', 'means', 'value']],
    [
      'an order, moved',
      'ranking',
      [' ', down, down, ' '],
      ['b', 'c', 'a'].map((id) => ({ a: 'value', b: 'support', c: 'means' })[id]),
      ['value', 'support', 'means']
    ],
    [
      'a table of given rows',
      'given',
      ['y', enter, 'much', enter, '2', enter, 'little', enter],
      [
        { row: 'tax', pays: true, say: 'much' },
        { row: 'users', pays: false, say: 'little' }
      ]
    ],
    [
      'a table whose rows are added',
      'added',
      ['Me', enter, ' ', ' ', enter, 'a lot', enter, 'You', enter],
      [{ row: 'Me', part: 'support', say: 'a lot' }, { row: 'You' }]
    ],
    [
      'a table, from cell to cell with the arrows',
      'given',
      [' ', right, 'say', down, left, left, 'n', right, up, '!'],
      [
        { row: 'tax', pays: true, say: 'say!' },
        { row: 'users', pays: false }
      ]
    ],
    [
      'a table in which arrows change nothing',
      'given',
      [right, left, down, left, right, up, left, end, keys.home],
      [{ row: 'tax', pays: true }],
      [{ row: 'tax', pays: true }]
    ],
    ['a table, a value set again and again', 'given', [' ', ' ', ' '], [{ row: 'tax', pays: true }]],
    [
      'a table, from cell to cell with Tab',
      'given',
      ['y', keys.tab, 'a', keys.tab, keys.back, '!'],
      [{ row: 'tax', pays: true, say: 'a!' }]
    ],
    [
      'a table, a cell emptied',
      'given',
      [backspace],
      [{ row: 'tax', say: 'much' }],
      [{ row: 'tax', pays: true, say: 'much' }]
    ],
    ['a sentence', 'sentence', ['people', enter, 'rest', enter], { who: 'people', what: 'rest' }],
    ['a plan', 'plan', ['it rains', enter, 'run', up, '!'], { if: 'it rains!', then: 'run' }],
    ['a number', 'number', ['1,200.5', enter], 1200.5],
    ['what is no number, to be refused', 'number', ['ten'], 'ten'],
    ['a date', 'date', ['3 Dec 2026', enter], '2026-12-03'],
    ['a date by arrows', 'date', [up, up, up], '2026-11-26'],
    ['yes', 'yesNo', ['y'], true],
    ['no, by the pointer', 'yesNo', [down, down, enter], false],
    ['neither, when Enter is pressed once too often', 'yesNo', [enter, enter], undefined],
    ['a recall whose words are changed', 'recall', [backspace, ', then!'], 'What I said, then!'],
    ['a recall in other words', 'recall', ['\u001b[1;6H', 'Otherwise'], 'Otherwise'],
    ['a recall that is changed and changed back', 'recall', ['!', backspace], undefined],
    ['nothing', 'text', [' ', enter], undefined],
    ['an empty text without a line', 'text', [enter, enter, 'a'], 'a'],
    ['no items', 'list', [enter, ' '], undefined],
    ['no gaps', 'sentence', [' '], undefined]
  ])('%s', (_, name, pieces, expected, before) => {
    expect(answer(name, pieces, before).value).toEqual(expected)
  })

  it.each<[keyof typeof prompts, string[]]>([
    ['line', ['a', enter]],
    ['list', ['a', enter, enter]],
    ['choice', [down, enter]],
    ['choices', [down, ' ', enter]],
    ['scale', ['3', enter]],
    ['ratings', ['4', '4', enter]],
    ['ranking', [down, enter, enter, enter]],
    ['given', ['y', enter, 'a', enter, 'n', enter, 'b', enter]],
    ['added', ['a', enter, enter, enter, enter]],
    ['sentence', ['a', enter, 'b', enter]],
    ['plan', ['a', enter, 'b', enter]],
    ['number', ['1', enter]],
    ['date', [up, enter]],
    ['yesNo', ['y', enter]],
    ['note', [enter]],
    ['seen', [enter]]
  ])('Enter at the end of a %s goes on', (name, pieces) => {
    expect(answer(name, pieces)).toMatchObject({ ended: true })
  })

  it('Enter in writing is a new line, and on own words that are empty it stays', () => {
    expect(answer('text', ['a', enter]).ended).toBe(false)
    expect(answer('choice', [end, enter]).ended).toBe(false)
  })

  it('shows again every answer that holds', () => {
    const answers: [keyof typeof prompts, unknown][] = [
      ['text', 'One\n\ntwo'],
      ['list', ['one', 'two']],
      ['choice', { other: 'mine' }],
      ['choices', ['value', { other: 'mine' }]],
      ['scale', 0],
      ['ratings', { a: null, b: 5 }],
      ['ranking', ['means', 'value', 'support']],
      ['added', [{ row: 'Me', part: 'means', say: 'x' }]],
      ['sentence', { who: 'a', what: 'b' }],
      ['plan', { if: 'a', then: 'b' }],
      ['number', -1.5],
      ['date', '2026-12-01'],
      ['yesNo', false],
      ['recall', 'new']
    ]
    for (const [name, value] of answers) expect([name, answer(name, [], value).value]).toEqual([name, value])
  })

  it('gives nothing that is refused for its form, whatever keys are pressed', () => {
    const key = fc.constantFrom(
      enter,
      up,
      down,
      left,
      right,
      end,
      backspace,
      ' ',
      'a',
      '1',
      '5',
      '?',
      '-',
      'y',
      keys.undo,
      keys.ctrl('w'),
      keys.pasted('one\ntwo')
    )
    const mustBeForm = new Set([
      'not-text',
      'not-a-list',
      'not-a-choice',
      'not-a-rating',
      'not-ratings',
      'not-a-table',
      'not-gaps',
      'not-a-plan',
      'not-yes-no',
      'unknown-option',
      'unknown-statement',
      'unknown-column',
      'unknown-row',
      'unknown-gap',
      'several-lines',
      'broken-text',
      'too-deep'
    ])
    const names = Object.keys(prompts) as (keyof typeof prompts)[]
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.array(key, { maxLength: 25 }), (name, pieces) => {
        const { value } = answer(name, pieces)
        const checked = value === undefined ? undefined : check(prompts[name] as Prompt, value)
        expect(
          checked?.ok === false ? checked.faults.map(({ code }) => code).filter((code) => mustBeForm.has(code)) : []
        ).toEqual([])
      })
    )
  })
})

describe('every widget keeps to its room', () => {
  const wide: Prompt[] = [
    ...Object.values(prompts),
    { ...common, type: 'choice', options: many, other: true },
    { ...common, type: 'choices', options: many, other: true, pick: {} },
    { ...common, type: 'ranking', options: many },
    { ...common, type: 'scale', from: 0, to: 100, labels: {}, statements: [], unsure: true },
    {
      ...common,
      type: 'scale',
      from: 1,
      to: 7,
      labels: { 1: long },
      statements: many.map(({ id, label }) => ({ id, text: label })),
      unsure: true
    },
    {
      ...common,
      type: 'table',
      rows: many,
      columns: many.slice(0, 20).map(({ id, label }) => ({ id, title: label, type: 'text', options: [] }))
    },
    { ...common, type: 'recall', of: [], reword: true, shown: `${long}\n`.repeat(50) }
  ]
  const key = fc.constantFrom(
    enter,
    up,
    down,
    right,
    end,
    keys.pageDown,
    ' ',
    'o',
    '9',
    long,
    keys.pasted(`${long}\n`.repeat(30))
  )

  it.each(sizes)('of %j, with the cursor inside', (room) => {
    fc.assert(
      fc.property(fc.nat(wide.length - 1), fc.array(key, { maxLength: 12 }), (index, pieces) => {
        const { frame } = asked({ ...wide[index]!, ask: long }, pieces, { room })
        expect(frame.lines.length).toBeLessThanOrEqual(room.rows)
        expect(Math.max(0, ...frame.lines.map(width))).toBeLessThanOrEqual(room.columns)
        if (frame.cursor === undefined) return
        expect(frame.cursor.row).toBeLessThan(frame.lines.length)
        expect(frame.cursor.column).toBeLessThanOrEqual(room.columns)
      }),
      { numRuns: runs(300) }
    )
  })

  it('never shows a control character of a pack or an answer', () => {
    const hostile = 'a\u001b[2Jb\u202ec\u0007'
    const evil: Prompt[] = [
      { ...common, type: 'choice', options: [{ id: 'a', label: hostile, note: hostile }], other: false },
      { ...prompts.sentence, template: `${hostile} {who}`, gaps: { who: { ask: hostile, example: hostile } } },
      { ...prompts.plan, ifLabel: hostile, thenLabel: hostile },
      { ...prompts.ratings, labels: { 1: hostile }, statements: [{ id: 'a', text: hostile }] },
      {
        ...prompts.added,
        rowTitle: hostile,
        columns: [{ id: 'c', title: hostile, type: 'choice', options: [{ id: 'a', label: hostile }] }]
      },
      { ...prompts.number, unit: hostile },
      { ...prompts.recall, shown: hostile },
      prompts.text
    ]
    for (const prompt of evil) {
      const { screen } = asked(prompt, [keys.pasted(hostile)])
      expect(screen.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u)
    }
  })
})

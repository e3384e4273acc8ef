import { describe, expect, it } from 'vitest'
import { check } from '../../src/questions/index.ts'
import type { Prompt } from '../../src/questions/shared/model.ts'
import { english } from '../../src/words/index.ts'
import { closed, examples, ratings } from './kit/prompts.ts'

const { text, list, choice, choices, scale, ranking, table, sentence, plan, number, date, note, recall } = examples
const yesNo = examples['yes-no']
const line: Prompt = { ...text, lines: 1 }

describe('an answer that holds', () => {
  it.each<[string, Prompt, unknown, unknown]>([
    ['a text keeps every blank but newlines at its end', text, '\n  a \t\r\nb\r\rc  \n\n', '\n  a \t\nb\n\nc  '],
    ['a single line is trimmed', line, ' a\u00a0b \n', 'a\u00a0b'],
    ['items are trimmed and empty ones dropped', list, [' a', '', 'b ', '  '], ['a', 'b']],
    ['an item may be repeated', list, ['a', 'a'], ['a', 'a']],
    ['an option', choice, 'led', 'led'],
    ['words of one’s own', choice, { other: ' from afar ' }, { other: 'from afar' }],
    [
      'options in their own order, the free one last',
      choices,
      [{ other: 'afar' }, 'planned', 'led'],
      ['led', 'planned', { other: 'afar' }]
    ],
    ['empty words of one’s own are dropped', choices, ['led', 'planned', { other: ' ' }], ['led', 'planned']],
    ['a rating', scale, 5, 5],
    ['not sure', scale, null, null],
    ['ratings in the order of the statements', ratings, { all: null, staff: 2 }, { staff: 2, all: null }],
    ['an order', ranking, ['planned', 'led', 'lived'], ['planned', 'led', 'lived']],
    [
      'rows in order, added ones last, without empty cells and rows',
      table,
      [{ row: ' A porter ' }, { row: 'tax', known: 'asked', pays: true, why: ' ' }, { row: 'user', why: '' }],
      [{ row: 'tax', pays: true, known: 'asked' }, { row: 'A porter' }]
    ],
    ['gaps', sentence, { what: ' book ', who: 'people' }, { who: 'people', what: 'book' }],
    ['a plan', plan, { then: 'ask', if: ' nobody comes' }, { if: 'nobody comes', then: 'ask' }],
    ['a number', number, 2.5, 2.5],
    ['nought without a sign', number, -0, 0],
    ['a day', date, '2026-02-28', '2026-02-28'],
    ['yes', yesNo, true, true],
    ['new words for an earlier answer', recall, 'anew\n', 'anew']
  ])('%s', (_, prompt, value, answer) => {
    const checked = check(prompt, value)
    expect(checked).toEqual({ ok: true, answer })
    // Keys have one order, so that equal answers make equal files.
    expect(JSON.stringify(checked)).toBe(JSON.stringify({ ok: true, answer }))
  })
})

describe('an answer that does not hold', () => {
  const ids = ['led', 'lived', 'planned']
  it.each<[string, Prompt, unknown, unknown[]]>([
    ['no text', text, 5, [{ code: 'not-text' }]],
    ['white space alone', text, ' \n\t\u3000', [{ code: 'empty' }]],
    ['white space where a number belongs', number, ' ', [{ code: 'empty' }]],
    ['half a character', text, 'a\ud83d', [{ code: 'broken-text' }]],
    [
      'half a character in an item',
      list,
      ['a', '\ude00'],
      [{ code: 'broken-text' }, { code: 'too-few', is: 1, limit: 2 }]
    ],
    ['several lines where one belongs', line, 'a\nb', [{ code: 'several-lines', what: 'a' }]],
    ['a text for a list', list, 'a', [{ code: 'not-a-list' }]],
    [
      'an item of several lines, and a number',
      list,
      ['a\rb', 5, 'c', 'd'],
      [{ code: 'several-lines', what: 'a' }, { code: 'not-text' }]
    ],
    ['too few items', list, ['a', ' '], [{ code: 'too-few', is: 1, limit: 2 }]],
    ['too many items', list, ['a', 'b', 'c', 'd'], [{ code: 'too-many', is: 4, limit: 3 }]],
    ['empty items only', list, ['', ' '], [{ code: 'empty' }]],
    ['an option that is not there', choice, 'Led', [{ code: 'unknown-option', what: 'Led', known: ids }]],
    ['a name that every object has', choice, 'toString', [{ code: 'unknown-option', what: 'toString', known: ids }]],
    ['a list for a choice', choice, ['led'], [{ code: 'not-a-choice' }]],
    ['other and more', choice, { other: 'a', more: 'b' }, [{ code: 'not-a-choice' }]],
    ['empty words of one’s own', choice, { other: '' }, [{ code: 'empty' }]],
    [
      'words of one’s own where there may be none',
      closed.choice,
      { other: 'a' },
      [{ code: 'no-other-here', what: 'a' }]
    ],
    ['an option twice', choices, ['led', 'led'], [{ code: 'repeated', what: 'led' }]],
    ['two free ones', choices, [{ other: 'a' }, { other: 'b' }], [{ code: 'repeated', what: 'other' }]],
    ['too few picks', choices, ['led'], [{ code: 'too-few-picks', is: 1, limit: 2 }]],
    ['too many picks', choices, [...ids, { other: 'a' }], [{ code: 'too-many-picks', is: 4, limit: 3 }]],
    [
      'every fault of several picks',
      choices,
      ['x', 5, 'led'],
      [
        { code: 'unknown-option', what: 'x', known: ids },
        { code: 'not-a-choice' },
        { code: 'too-few-picks', is: 1, limit: 2 }
      ]
    ],
    ['a rating off the scale', scale, 6, [{ code: 'too-large', is: 6, limit: 5 }]],
    ['a rating below the scale', scale, 0, [{ code: 'too-small', is: 0, limit: 1 }]],
    ['half a rating', scale, 2.5, [{ code: 'not-a-rating' }]],
    ['not sure where one must be', { ...scale, unsure: false }, null, [{ code: 'not-a-rating' }]],
    ['one rating for several statements', ratings, 4, [{ code: 'not-ratings' }]],
    ['a statement left out', ratings, { staff: 2 }, [{ code: 'missing', what: 'The staff: all of them' }]],
    [
      'a statement that is not there',
      ratings,
      { staff: 2, all: 2, x: 1 },
      [{ code: 'unknown-statement', what: 'x', known: ['staff', 'all'] }]
    ],
    ['no rating at all', ratings, {}, [{ code: 'empty' }]],
    [
      'an order that is not complete',
      ranking,
      ['led', 'led'],
      [
        { code: 'repeated', what: 'led' },
        { code: 'missing', what: 'I lived through it' },
        { code: 'missing', what: 'It is planned' }
      ]
    ],
    ['no table', table, { row: 'user' }, [{ code: 'not-a-table' }]],
    ['a row without a name', table, [{ pays: true }, 5], [{ code: 'not-a-row' }, { code: 'not-a-row' }]],
    [
      'a row twice',
      table,
      [
        { row: 'user', pays: true },
        { row: 'user', pays: false }
      ],
      [{ code: 'repeated', what: 'user' }]
    ],
    [
      'a column that is not there',
      table,
      [{ row: 'user', paid: true }],
      [{ code: 'unknown-column', what: 'paid', known: ['pays', 'why', 'known'] }]
    ],
    [
      'cells of the wrong kind',
      table,
      [{ row: 'user', pays: 'yes', known: 'dreamt' }],
      [{ code: 'not-yes-no' }, { code: 'unknown-option', what: 'dreamt', known: ['asked', 'heard'] }]
    ],
    ['a row too many', table, [{ row: 'a' }, { row: 'b' }], [{ code: 'too-many-rows', is: 2, limit: 1 }]],
    [
      'a row where none can be added',
      closed.table,
      [{ row: 'a', pays: true }],
      [{ code: 'unknown-row', what: 'a', known: ['user', 'tax'] }]
    ],
    ['an empty table', table, [{ row: 'user' }], [{ code: 'empty' }]],
    ['a gap left empty', sentence, { who: 'a', what: ' ' }, [{ code: 'missing', what: 'what' }]],
    [
      'a gap that is not there',
      sentence,
      { who: 'a', what: 'b', constructor: 'c' },
      [{ code: 'unknown-gap', what: 'constructor', known: ['who', 'what'] }]
    ],
    ['a text for gaps', sentence, 'a', [{ code: 'not-gaps' }]],
    ['half a plan', plan, { if: 'a' }, [{ code: 'missing', what: 'then' }]],
    ['an empty plan', plan, { if: '', then: ' ' }, [{ code: 'empty' }]],
    ['a number in quotes', number, '5', [{ code: 'not-a-number' }]],
    ['no number', number, Number.NaN, [{ code: 'not-a-number' }]],
    ['a number too large', number, 101, [{ code: 'too-large', is: 101, limit: 100 }]],
    [
      'part of something whole',
      { ...number, integer: true },
      -0.5,
      [{ code: 'not-whole' }, { code: 'too-small', is: -0.5, limit: 0 }]
    ],
    ['a day that there is not', date, '2026-02-30', [{ code: 'not-a-date' }]],
    ['a day too early', date, '2025-12-31', [{ code: 'too-early', is: '2025-12-31', limit: '2026-01-01' }]],
    ['a day too late', date, '2027-01-01', [{ code: 'too-late', is: '2027-01-01', limit: '2026-12-31' }]],
    ['a word for yes', yesNo, 'yes', [{ code: 'not-yes-no' }]],
    ['an answer to a note', note, 'a', [{ code: 'no-answer-here' }]],
    ['new words where none are asked for', { ...recall, reword: false }, 'a', [{ code: 'no-answer-here' }]]
  ])('%s', (_, prompt, value, faults) => {
    expect(check(prompt, value)).toMatchObject({ ok: false, faults })
  })

  it('can be kept where it only is not finished or out of bounds', () => {
    expect(check(list, ['a'])).toMatchObject({ begun: ['a'] })
    expect(check(sentence, { who: 'a' })).toMatchObject({ begun: { who: 'a' } })
    expect(check(number, 101)).toMatchObject({ begun: 101 })
    expect(check(scale, 6)).not.toHaveProperty('begun')
    expect(check(choice, 'x')).not.toHaveProperty('begun')
  })
})

describe('the sentence for a fault', () => {
  it('names what is wrong', () => {
    expect(english.faults.sentence({ code: 'unknown-option', what: 'x', known: ['a', 'b'] })).toBe(
      '"x" is not one of the options: a, b.'
    )
    expect(english.faults.sentence({ code: 'too-few', is: 1, limit: 3 })).toBe('1 item so far; give at least 3.')
  })

  it('does not list a hundred names', () => {
    const known = Array.from({ length: 100 }, (_, index) => `option-${index}`)
    expect(english.faults.sentence({ code: 'unknown-option', what: 'x', known }).length).toBeLessThan(300)
  })
})

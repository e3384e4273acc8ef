import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Entry, Section } from '../../src/entry/model.ts'
import { countWords } from '../../src/entry/word-count.ts'
import { wordsIn } from '../../src/text/words-in.ts'
import type { Answer, Prompt } from '../../src/questions/shared/model.ts'

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
const slow = (text: string) => [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).length

describe('wordsIn', () => {
  test.each([
    ['', 0],
    ['  \n\t ', 0],
    ["I don't know, 3.5 times?", 5],
    ['well-known', 2],
    ['Zoë’s café', 2],
    ['🙂 — !', 0]
  ])('%j has %i', (text, count) => {
    expect(wordsIn(text)).toBe(count)
  })

  test('counts Japanese, which has no spaces', () => {
    expect(wordsIn('私は学生です')).toBeGreaterThan(2)
  })

  test('counts plain text as it counts any other', () => {
    const plain = fc.string({ unit: fc.constantFrom(...`aZ09 .,;:'"-!?\n\t()<>#*/@\\^\`|~`), maxLength: 40 })
    fc.assert(
      fc.property(plain, (text) => {
        expect(wordsIn(text)).toBe(slow(text))
      }),
      { numRuns: 1000 }
    )
  })

  test('counts a text of several scripts as it counts each', () => {
    const words = [
      'Zoë’s',
      'café,',
      '—',
      '“so”',
      'plain',
      "don't",
      '3,5',
      '私は学生です',
      'สวัสดีครับ',
      'שלום',
      '👩‍👩‍👧',
      'e\u0301',
      '\u0301',
      '_x',
      'a\u200bb'
    ]
    const text = fc
      .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(' ', '\n\n', '\t', '  ')))
      .map((parts) => parts.flat().join(''))
    fc.assert(
      fc.property(text, (mixed) => {
        expect(wordsIn(mixed)).toBe(slow(mixed))
      }),
      { numRuns: 1000 }
    )
  })

  test('takes a long text in its stride', () => {
    expect(wordsIn("a.b'".repeat(200_000))).toBe(1)
  })
})

const prompt = (type: string, keys: object = {}) =>
  ({ id: 'q', ask: 'Six words that do not count?', type, ...keys }) as unknown as Prompt
const options = [{ id: 'led', label: 'I led it' }]

const entryOf = (given: Prompt, answer: Answer): Entry => {
  const section: Section = {
    id: 'q',
    type: given.type,
    title: 'A title',
    ask: given.ask,
    private: false,
    prompt: given,
    body: { kind: 'answered', answer, before: '', after: '' }
  }
  return { head: {} as Entry['head'], sections: [section] }
}

describe('countWords', () => {
  test.each<[string, Prompt, Answer, number]>([
    ['text', prompt('text'), 'one two\nthree', 3],
    ['list', prompt('list'), ['one two', 'three'], 3],
    ['choice', prompt('choice', { options }), 'led', 0],
    ['choice of one’s own', prompt('choice', { options }), { other: 'my own words' }, 3],
    ['choices', prompt('choices', { options }), ['led', { other: 'two words' }], 2],
    ['scale', prompt('scale'), { fair: 3, safe: null }, 0],
    ['ranking', prompt('ranking', { options }), ['led'], 0],
    [
      'table',
      prompt('table', {
        columns: [
          { id: 'why', type: 'text' },
          { id: 'who', type: 'choice' }
        ],
        rows: options
      }),
      [{ row: 'led', why: 'because so', who: 'led' }, { row: 'added one' }],
      4
    ],
    ['sentence', prompt('sentence'), { what: 'go home' }, 2],
    // oxlint-disable-next-line unicorn/no-thenable -- it is what a plan's answer looks like
    ['plan', prompt('plan'), { if: 'it rains', then: 'read' }, 3],
    ['date', prompt('date'), '2026-11-23', 0],
    ['yes-no', prompt('yes-no'), true, 0]
  ])('%s', (_, given, answer, count) => {
    expect(countWords(entryOf(given, answer))).toBe(count)
  })

  test('counts notes around an answer and text that no longer reads back', () => {
    const note: Section = {
      id: 'a',
      type: 'scale',
      title: '',
      ask: '',
      private: false,
      body: { kind: 'answered', answer: 3, before: 'a note', after: 'and more' }
    }
    const lost: Section = {
      id: 'b',
      type: 'strange',
      title: '',
      ask: '',
      private: false,
      body: { kind: 'unread', text: 'kept as text' }
    }
    const skipped: Section = { id: 'c', type: 'text', title: '', ask: '', private: false, body: { kind: 'skipped' } }
    expect(countWords({ head: {} as Entry['head'], sections: [note, lost, skipped] })).toBe(7)
  })
})

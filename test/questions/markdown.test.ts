import { describe, expect, it } from 'vitest'
import { decodeAnswer, encodeAnswer } from '../../src/questions/codec.ts'
import { inOneLine, lines, offers, part, shown } from '../../src/questions/index.ts'
import type { Answer, Prompt } from '../../src/questions/shared/model.ts'
import { english } from '../../src/words/index.ts'
import { closed, examples, ratings, rubric } from './kit/prompts.ts'

const words = english.entry
const context = { language: 'en', languages: [words] }
const { text, list, choice, choices, scale, ranking, table, sentence, plan, number, date, recall } = examples
const yesNo = examples['yes-no']
const rows = [
  { row: 'user', pays: true, why: 'fees | fines', known: 'asked' },
  { row: 'A porter', pays: false }
]

function labels(prompt: Prompt, answer?: Answer): string[] {
  return offers(prompt, answer).map(({ label }) => label)
}

describe('an answer in an entry', () => {
  it.each<[string, Prompt, Answer, string]>([
    ['writing', text, '  as\n\nit is ', '  as\n\nit is '],
    ['a list', list, ['one', '- two'], '- one\n- - two'],
    ['a choice', choice, 'lived', '- [ ] I led it\n- [x] I lived through it\n- [ ] It is planned\n- [ ] *Other:*'],
    [
      'a free choice',
      choice,
      { other: 'from afar' },
      '- [ ] I led it\n- [ ] I lived through it\n- [ ] It is planned\n- [x] *Other:* from afar'
    ],
    [
      'choices',
      choices,
      ['led', 'planned'],
      '- [x] I led it\n- [ ] I lived through it\n- [x] It is planned\n- [ ] *Other:*'
    ],
    ['a rating', scale, 4, '**4** of 5 — Fairly sure'],
    ['a rating without a label', scale, 3, '**3** of 5'],
    ['not sure', scale, null, '*Not sure.*'],
    [
      'ratings',
      ratings,
      { staff: 1, all: null },
      '- The staff: **1** of 5 — Hardly\n- The staff: all of them: *Not sure.*'
    ],
    [
      'a rubric',
      rubric,
      { others: 1, own: 3 },
      '- Other people: **1** of 3 — Beginning: They are missing.\n- My own part: **3** of 3 — I could have done it otherwise.'
    ],
    ['an order', ranking, ['planned', 'led', 'lived'], '1. It is planned\n2. I led it\n3. I lived through it'],
    [
      'a table',
      table,
      rows,
      '| Who | Pays | Why | How you know |\n| --- | --- | --- | --- |\n| A user | yes | fees \\| fines | I asked |\n| A taxpayer |  |  |  |\n| A porter | no |  |  |'
    ],
    ['a sentence', sentence, { who: 'people', what: 'book a visit' }, 'Worth it because people can book a visit.'],
    ['a plan', plan, { if: 'nobody comes', then: 'ask why' }, 'When nobody comes, I will ask why'],
    ['a number', number, 12.5, '12.5 km'],
    ['a day', date, '2026-11-23', '2026-11-23'],
    ['no', yesNo, false, 'no'],
    ['new words', recall, 'anew', 'anew'],
    [
      'a sentence that could be read in two ways',
      sentence,
      { who: 'who can can', what: 'a' },
      '```json\n{\n  "who": "who can can",\n  "what": "a"\n}\n```'
    ],
    [
      'a gap with a fence in it',
      { ...sentence, template: '{who}{what}' },
      { who: '```', what: 'a' },
      '````json\n{\n  "who": "```",\n  "what": "a"\n}\n````'
    ]
  ])('looks natural: %s', (_, prompt, answer, markdown) => {
    expect(encodeAnswer(prompt, answer, words, context)).toBe(markdown)
    expect(decodeAnswer(prompt, markdown, context)).toEqual({ answer, before: '', after: '' })
  })

  it('is kept even where it is not one yet', () => {
    expect(encodeAnswer(choice, 'half a th', words, context)).toBe('half a th')
    expect(decodeAnswer(plan, encodeAnswer(plan, { if: 'a', then: '' }, words, context), context)).toMatchObject({
      answer: { if: 'a', then: '' }
    })
    expect(decodeAnswer(sentence, encodeAnswer(sentence, { who: 'a' }, words, context), context)).toMatchObject({
      answer: { who: 'a' }
    })
    expect(decodeAnswer(list, encodeAnswer(list, ['a'], words, context), context)).toMatchObject({ answer: ['a'] })
  })
})

describe('an answer as a hand or an editor left it', () => {
  it.each<[string, Prompt, string, unknown]>([
    ['other bullets', list, '* a\n+ b', ['a', 'b']],
    ['blank lines between items', list, '- a\n\n\n- b  ', ['a', 'b']],
    ['an item wrapped', list, '- a long\n  item\n- b', ['a long item', 'b']],
    ['indented', list, '   - a\n   - b', ['a', 'b']],
    ['a capital X', choice, '- [ ] I led it\n- [X] I lived through it', 'lived'],
    ['stars for bullets', choice, '* [ ] I led it\n* [x] I lived through it', 'lived'],
    ['underscores for emphasis', choice, '- [ ] I led it\n- [x] _Other:_ me', { other: 'me' }],
    ['an item of one’s own, ticked', choice, '- [ ] I led it\n- [x] I read of it', { other: 'I read of it' }],
    ['items in another order', choices, '- [x] It is planned\n- [x] I led it', ['led', 'planned']],
    ['all numbered 1', ranking, '1. It is planned\n1. I led it\n1. I lived through it', ['planned', 'led', 'lived']],
    ['other numbers', ranking, '3) It is planned\n1) I led it\n2) I lived through it', ['planned', 'led', 'lived']],
    ['another label', scale, '**5** of 5 — Fairly sure', 5],
    ['no label', scale, '**2** of 5', 2],
    ['underscores', scale, '_Not sure._', null],
    [
      'statements without bullets',
      ratings,
      'The staff: **2** of 5\n\nThe staff: all of them: **1** of 5',
      { staff: 2, all: 1 }
    ],
    [
      'names of levels and their descriptions',
      rubric,
      'Other people: I ask: how was it?\nMy own part: on the way',
      { others: 3, own: 2 }
    ],
    [
      'a table padded',
      table,
      '|  Who     | Pays | Why | How you know |\n|:---------|:----:|-----|--------------|\n|  A user  |  no  |     |  I was told  |',
      [{ row: 'user', pays: false, known: 'heard' }]
    ],
    ['a table without outer bars', table, 'Who | Pays\n--- | ---\nA user | YES', [{ row: 'user', pays: true }]],
    [
      'columns moved',
      table,
      '| Who | Why | Pays |\n|---|---|---|\n| A user | because | no |',
      [{ row: 'user', pays: false, why: 'because' }]
    ],
    [
      'a heading reworded',
      table,
      '| Who | Does pay | Why |\n|---|---|---|\n| A user | no | because |',
      [{ row: 'user', pays: false, why: 'because' }]
    ],
    [
      'a row added',
      table,
      '| Who | Pays |\n|---|---|\n| A user | no |\n| My aunt | yes |',
      [
        { row: 'user', pays: false },
        { row: 'My aunt', pays: true }
      ]
    ],
    ['a sentence wrapped', sentence, 'Worth it because people\ncan book.', { who: 'people', what: 'book' }],
    ['no unit', number, '7', 7],
    ['a unit close by', number, '7km', 7],
    ['a capital', yesNo, 'Yes', true]
  ])('%s', (_, prompt, body, answer) => {
    expect(decodeAnswer(prompt, body, context)).toEqual({ answer, before: '', after: '' })
  })

  it.each<[string, Prompt, string, unknown]>([
    ['a list', list, '- a\n- b', ['a', 'b']],
    ['a choice', choice, '- [x] I led it', 'led'],
    ['a rating', scale, '**4** of 5', 4],
    ['a table', table, '| Who | Pays |\n|---|---|\n| A user | no |', [{ row: 'user', pays: false }]],
    ['a sentence', sentence, 'Worth it because people can book.', { who: 'people', what: 'book' }],
    ['a number', number, '7 km', 7],
    ['JSON', sentence, '```json\n{"who": "a", "what": "b"}\n```', { who: 'a', what: 'b' }]
  ])('with notes around it: %s', (_, prompt, body, answer) => {
    const around = `\nA note: I was\n  not alone.\n\n${body}\n\nAfterwards 7 of us\n\nwent home.\n`
    expect(decodeAnswer(prompt, around, context)).toEqual({
      answer,
      before: 'A note: I was\n  not alone.',
      after: 'Afterwards 7 of us\n\nwent home.'
    })
  })

  it('with words beside an empty box, which are a note', () => {
    const body =
      '- [x] I led it\n- [ ] **I lived through it**\n- [ ] It is planned, perhaps\n- [ ]\n- [ ] *Other:* I read of it'
    const after = '- [ ] It is planned, perhaps\n- [ ] *Other:* I read of it'
    expect(decodeAnswer(choice, body, context)).toEqual({ answer: 'led', before: '', after })
    const again = `- [x] I led it\n\n${after}\n\nAnd more.`
    expect(decodeAnswer(choice, again, context)).toEqual({ answer: 'led', before: '', after: `${after}\n\nAnd more.` })
  })

  it.each<[string, Prompt, string]>([
    ['two ticks for one choice', choice, '- [x] I led it\n- [x] It is planned'],
    ['no tick', choices, '- [ ] I led it'],
    ['a ticked item that nobody offered', closed.choice, '- [x] I read of it'],
    ['a rating off the scale', scale, '**9** of 5'],
    ['a statement rated twice', ratings, '- The staff: **1** of 5\n- The staff: **2** of 5'],
    ['an unknown item in an order', ranking, '1. I led it\n2. Something else'],
    ['an unknown word in a cell', table, '| Who | Pays |\n|---|---|\n| A user | perhaps |'],
    ['a row where none can be added', closed.table, '| Who | Pays |\n|---|---|\n| My aunt | yes |'],
    [
      'a column too many',
      table,
      '| Who | Pays | Why | How you know | More |\n|---|---|---|---|---|\n| A user | yes | | | a |'
    ],
    ['a sentence rewritten', sentence, 'It was worth it.'],
    ['a number in words', number, 'seven'],
    ['a day that there is not', date, '2026-02-30'],
    ['neither yes nor no', yesNo, 'perhaps'],
    ['JSON that is no answer', sentence, '```json\n{"a": 1}\n```'],
    ['JSON that is none', number, '```json\n{\n```']
  ])('is not guessed at: %s', (_, prompt, body) => {
    expect(decodeAnswer(prompt, body, context)).toBeUndefined()
  })
})

describe('an answer for reading', () => {
  it.each<[Prompt, Answer, string, readonly string[], string?]>([
    [text, 'a\n\n b', 'a\n\n b', ['a', '', ' b'], 'a b'],
    [list, ['a', 'b', 'c'], '- a\n- b\n- c', ['a', 'b', 'c'], 'a, b and c'],
    [list, ['a, b', 'c'], '- a, b\n- c', ['a, b', 'c'], 'a, b; c'],
    [choice, 'led', 'I led it', ['I led it']],
    [choice, { other: 'me' }, 'me', ['me']],
    [choices, ['led', { other: 'me' }], '- I led it\n- me', ['I led it', 'me'], 'I led it and me'],
    [scale, 4, '**4** of 5, Fairly sure', ['4 of 5, Fairly sure']],
    [scale, null, '*Not sure.*', ['Not sure']],
    [
      ratings,
      { staff: 1, all: null },
      '- The staff: **1** of 5, Hardly\n- The staff: all of them: *Not sure.*',
      ['The staff: 1 of 5, Hardly', 'The staff: all of them: Not sure'],
      'The staff: 1 of 5, Hardly; The staff: all of them: Not sure'
    ],
    [
      rubric,
      { others: 2, own: null },
      '- Other people: **2** of 3, On the way: I name them.\n- My own part: *Not sure.*',
      ['Other people: 2 of 3, On the way: I name them.', 'My own part: Not sure'],
      'Other people: 2 of 3, On the way: I name them.; My own part: Not sure'
    ],
    [
      ranking,
      ['planned', 'led', 'lived'],
      '1. It is planned\n2. I led it\n3. I lived through it',
      ['1. It is planned', '2. I led it', '3. I lived through it'],
      '1. It is planned; 2. I led it; 3. I lived through it'
    ],
    [
      table,
      [
        { row: 'tax', pays: true },
        { row: 'A porter', why: 'a' }
      ],
      '| Who | Pays | Why | How you know |\n| --- | --- | --- | --- |\n| A taxpayer | yes |  |  |\n| A porter |  | a |  |',
      ['A taxpayer (Pays: yes)', 'A porter (Why: a)'],
      'A taxpayer (Pays: yes); A porter (Why: a)'
    ],
    [
      { ...table, columns: table.columns.slice(0, 1) },
      [{ row: 'tax', pays: true }, { row: 'A porter' }],
      '| Who | Pays |\n| --- | --- |\n| A taxpayer | yes |\n| A porter |  |',
      ['A taxpayer: yes', 'A porter'],
      'A taxpayer: yes; A porter'
    ],
    [
      sentence,
      { who: 'people', what: 'book' },
      'Worth it because people can book.',
      ['Worth it because people can book.']
    ],
    [{ ...plan, ifLabel: 'If', thenLabel: 'then I' }, { if: 'a', then: 'b' }, 'If a, then I b', ['If a, then I b']],
    [number, 7, '7 km', ['7 km']],
    [yesNo, true, 'yes', ['yes']],
    [recall, 'a\n\nb', 'a\n\nb', ['a', '', 'b'], 'a b']
  ])('shows what was chosen only: %#', (prompt, answer, markdown, short, line = short.join('')) => {
    expect(shown(prompt, answer, words)).toBe(markdown)
    expect(lines(prompt, answer, words)).toEqual(short)
    expect(inOneLine(prompt, answer, words)).toBe(line)
  })

  it('has parts that can be quoted', () => {
    expect(part(sentence, { who: 'people', what: 'book' }, 'what', words)).toBe('book')
    expect(part(ratings, { staff: 4, all: null }, 'staff', words)).toBe('4 of 5, Fairly sure')
    expect(part(plan, { if: 'a', then: 'b' }, 'then', words)).toBe('b')
    expect(part(sentence, { who: 'people' }, 'constructor', words)).toBeUndefined()
    expect(part(text, 'a', 'length', words)).toBeUndefined()
  })

  it('offers what later prompts can choose from', () => {
    expect(labels(list, ['a', 'b', 'a'])).toEqual(['a', 'b'])
    expect(labels(list)).toEqual([])
    expect(labels(choices)).toEqual(['I led it', 'I lived through it', 'It is planned'])
    expect(labels(ranking, ['planned', 'led', 'lived'])).toEqual(['It is planned', 'I led it', 'I lived through it'])
    expect(labels(ratings)).toEqual(['The staff', 'The staff: all of them'])
    expect(labels(table, rows)).toEqual(['A user', 'A taxpayer', 'A porter'])
    expect(labels(text, 'a')).toEqual([])
  })
})

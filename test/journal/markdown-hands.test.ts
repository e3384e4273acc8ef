import { describe, expect, it } from 'vitest'
import { decodeEntry, encodeEntry, newSection } from '../../src/journal/markdown.ts'
import type { Body } from '../../src/journal/model.ts'
import type { Answer, Prompt } from '../../src/questions/model.ts'
import { english } from '../../src/words/index.ts'
import { examples, ratings } from '../questions/kit/prompts.ts'
import { headOf } from './kit/entries.ts'

const { text, list, choice, choices, scale, ranking, table, sentence, plan, number, recall } = examples

/** The file of an entry with one answer, and a text after it. */
function fileOf(prompt: Prompt, body: Body): string {
  const after = newSection(
    { type: 'text', id: 'after', ask: 'And then?' },
    { kind: 'answered', answer: 'after', before: '', after: '' },
    false,
    english.entry
  )
  return encodeEntry({ head: headOf(), sections: [newSection(prompt, body, false, english.entry), after] })
}

function answeredWith(answer: Answer): Body {
  return { kind: 'answered', answer, before: '', after: '' }
}

function edited(prompt: Prompt, answer: Answer, change: (file: string) => string) {
  const before = fileOf(prompt, answeredWith(answer))
  const after = change(before)
  expect(after).not.toBe(before)
  const { sections } = decodeEntry(after)
  expect(sections.at(-1)?.body).toMatchObject({ answer: 'after' })
  return sections
}

const swap = (one: string, other: string) => (file: string) =>
  file.replace(one, '\0').replace(other, one).replace('\0', other)
const put = (one: string, other: string) => (file: string) => file.replace(one, other)

describe('what a learner changes in an editor is what is meant', () => {
  it.each<[string, Prompt, Answer, (file: string) => string, Answer]>([
    [
      'the tick moved',
      choice,
      'led',
      (file) => file.replace('[x]', '[ ]').replace('[ ] It is planned', '[x] It is planned'),
      'planned'
    ],
    ['one more box ticked', choices, ['led', 'lived'], put('[ ] It is', '[x] It is'), ['led', 'lived', 'planned']],
    [
      'words of one’s own ticked',
      choice,
      'led',
      (file) => file.replace('[x]', '[ ]').replace('- [ ] *Other:*', '- [x] *Other:* from afar'),
      { other: 'from afar' }
    ],
    ['items moved', list, ['one', 'two'], swap('- one', '- two'), ['two', 'one']],
    ['an item added', list, ['one', 'two'], put('- two', '- two\n* three'), ['one', 'two', 'three']],
    [
      'an order changed without the numbers',
      ranking,
      ['planned', 'led', 'lived'],
      swap('It is planned', 'I led it'),
      ['led', 'planned', 'lived']
    ],
    [
      'a line moved, numbers and all',
      ranking,
      ['planned', 'led', 'lived'],
      swap('1. It is planned', '2. I led it'),
      ['led', 'planned', 'lived']
    ],
    ['another number', scale, 4, put('**4**', '**2**'), 2],
    ['no longer sure', scale, 4, put('**4** of 5 — Fairly sure', '*Not sure.*'), null],
    [
      'one rating of several',
      ratings,
      { staff: 1, all: null },
      put('**1** of 5 — Hardly', '**4** of 5'),
      { staff: 4, all: null }
    ],
    [
      'a cell changed',
      table,
      [{ row: 'user', pays: true }],
      put('| A user | yes |', '| A user | no |'),
      [{ row: 'user', pays: false }]
    ],
    [
      'a row filled',
      table,
      [{ row: 'user', pays: true }],
      put('| A taxpayer |  |', '| A taxpayer | no |'),
      [
        { row: 'user', pays: true },
        { row: 'tax', pays: false }
      ]
    ],
    [
      'a row taken away',
      table,
      [
        { row: 'user', pays: true },
        { row: 'tax', pays: true }
      ],
      put('| A user | yes |  |  |\n', ''),
      [{ row: 'tax', pays: true }]
    ],
    [
      'a gap filled otherwise',
      sentence,
      { who: 'people', what: 'book' },
      put('people can', 'all can'),
      { who: 'all', what: 'book' }
    ],
    ['half a plan rewritten', plan, { if: 'a', then: 'b' }, put('I will b', 'I will c'), { if: 'a', then: 'c' }],
    ['a number', number, 5, put('\n5 km', '\n7 km'), 7],
    ['JSON', sentence, { who: 'who can can', what: 'a' }, put('"a"', '"b"'), { who: 'who can can', what: 'b' }],
    ['an answer added to a recall', recall, 'a', put('\na\n', '\nb\n'), 'b'],
    ['the question taken away', text, 'a', put('> Tell one occasion.\n\n', ''), 'a'],
    ['heading and question taken away', text, 'a', put('## Tell one occasion.\n\n> Tell one occasion.\n\n', ''), 'a'],
    ['blank lines before the question', text, 'a', put('\n\n> Tell', '\n\n\n\n> Tell'), 'a'],
    ['no blank line after the question', text, 'a', put('occasion.\n\na', 'occasion.\na'), 'a'],
    ['blanks after the marker', text, 'a', put('text -->', 'text -->  '), 'a'],
    ['Windows’ line endings', text, 'a\n\nb', (file) => file.replaceAll('\n', '\r\n'), 'a\n\nb'],
    ['a byte order mark', text, 'a', (file) => `\uFEFF${file}`, 'a'],
    ['no newline at the end', text, 'a', (file) => file.trimEnd(), 'a']
  ])('%s', (_, prompt, answer, change, meant) => {
    const [section] = edited(prompt, answer, change)
    expect(section?.body).toEqual(answeredWith(meant))
  })

  it('a heading reworded', () => {
    const [section] = edited(choice, 'led', put('## Your part?', '#### My part, as I \\*now\\* see it'))
    expect(section).toMatchObject({ title: 'My part, as I *now* see it', ask: 'Your part?', body: answeredWith('led') })
  })

  it('made private', () => {
    const [section] = edited(choice, 'led', put('choice {', 'choice private {'))
    expect(section).toMatchObject({ private: true, body: answeredWith('led') })
  })

  it('notes above and below', () => {
    const [section] = edited(choice, 'led', (file) =>
      file.replace('- [x]', 'At first:\n\n- [x]').replace('*Other:*', '*Other:*\n\nLater more.\n\n- and more')
    )
    expect(section?.body).toEqual({
      kind: 'answered',
      answer: 'led',
      before: 'At first:',
      after: 'Later more.\n\n- and more'
    })
  })

  it('a skip turned into an answer, by writing under it or instead of it', () => {
    const skipped = fileOf(text, { kind: 'skipped' })
    expect(decodeEntry(skipped).sections[0]?.body).toEqual({ kind: 'skipped' })
    expect(decodeEntry(skipped.replace('*Skipped.*', 'a')).sections[0]?.body).toEqual(answeredWith('a'))
    expect(decodeEntry(skipped.replace('*Skipped.*', '*Skipped.* No: a')).sections[0]?.body).toEqual(
      answeredWith('*Skipped.* No: a')
    )
  })

  it('an answer taken away is a skip', () => {
    expect(edited(choice, 'led', (file) => file.replaceAll(/^- \[.*\n/gm, ''))[0]?.body).toEqual({ kind: 'skipped' })
  })

  it.each<[string, Prompt, Answer, (file: string) => string, string]>([
    [
      'two boxes ticked for one choice',
      choice,
      'led',
      put('[ ] It is', '[x] It is'),
      '- [x] I led it\n- [ ] I lived through it\n- [x] It is planned\n- [ ] *Other:*'
    ],
    [
      'a sentence rewritten',
      sentence,
      { who: 'a', what: 'b' },
      put('\nWorth it because', '\nNot worth it though'),
      'Not worth it though a can b.'
    ],
    ['a marker’s JSON spoilt', number, 5, put('"unit"', 'unit'), '5 km'],
    ['a marker’s JSON of another kind', scale, 4, put('"from":1', '"from":"1"'), '**4** of 5 — Fairly sure'],
    ['a type of the future', number, 5, put('distance number', 'distance duration'), '5 km']
  ])('what cannot be understood is kept as text: %s', (_, prompt, answer, change, words) => {
    expect(edited(prompt, answer, change)[0]?.body).toEqual({ kind: 'unread', text: words })
  })

  it('an id that stands there twice counts once; the second is kept', () => {
    const sections = edited(number, 5, (file) =>
      file.replace('<!-- reflect:after', '<!-- reflect:distance number -->\n## Again\n\n> ?\n\n9\n\n<!-- reflect:after')
    )
    expect(sections.map(({ id, body }) => [id, body.kind])).toEqual([
      ['distance', 'answered'],
      ['distance', 'unread'],
      ['after', 'answered']
    ])
  })

  it('a question that was removed leaves the others', () => {
    const file = fileOf(choice, answeredWith('led'))
    const start = file.indexOf('<!-- reflect:role')
    expect(
      decodeEntry(file.slice(0, start) + file.slice(file.indexOf('<!-- reflect:after'))).sections.map(({ id }) => id)
    ).toEqual(['after'])
  })
})

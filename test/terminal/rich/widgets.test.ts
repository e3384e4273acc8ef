import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Prompt } from '../../../src/questions/model.ts'
import { check } from '../../../src/questions/index.ts'
import { withWidget } from '../../../src/terminal/rich/widgets/index.ts'
import { width } from '../../../src/terminal/width.ts'
import { keys, kit, sizes, typed } from './kit.ts'

const { enter, up, down, left, right, end, backspace } = keys
const options = ['Value', 'Support', 'Means'].map((label) => ({ id: label.toLowerCase(), label }))
const common = { id: 'q', ask: 'What?' }

const prompts = {
  text: { ...common, type: 'text' },
  line: { ...common, type: 'text', lines: 1 },
  list: { ...common, type: 'list', items: { min: 1, max: 5 } },
  choice: { ...common, type: 'choice', options, other: true },
  choices: { ...common, type: 'choices', options, other: true, pick: {} },
  scale: {
    ...common,
    type: 'scale',
    from: 0,
    to: 10,
    labels: { 0: 'Not at all', 10: 'Very' },
    statements: [],
    unsure: true
  },
  ratings: {
    ...common,
    type: 'scale',
    from: 1,
    to: 5,
    labels: { 1: 'No', 5: 'Yes' },
    statements: [
      { id: 'a', text: 'It was fair' },
      { id: 'b', text: 'It was lawful' }
    ],
    unsure: true
  },
  ranking: { ...common, type: 'ranking', options },
  given: {
    ...common,
    type: 'table',
    rows: [
      { id: 'tax', label: 'Taxpayers' },
      { id: 'users', label: 'Users' }
    ],
    columns: [
      { id: 'pays', title: 'pays', type: 'yes-no', options: [] },
      { id: 'say', title: 'says', type: 'text', options: [] }
    ]
  },
  added: {
    ...common,
    type: 'table',
    rows: [],
    columns: [
      { id: 'part', title: 'part', type: 'choice', options },
      { id: 'say', title: 'says', type: 'text', options: [] }
    ],
    addRows: { max: 3 }
  },
  sentence: {
    ...common,
    type: 'sentence',
    template: 'It lets {who} {what}.',
    gaps: { who: { ask: 'Who?' }, what: { ask: 'What?', example: 'rest' } }
  },
  plan: { ...common, type: 'plan' },
  number: { ...common, type: 'number', integer: false },
  date: { ...common, type: 'date', earliest: '2026-11-24' },
  yesNo: { ...common, type: 'yes-no' },
  note: { ...common, type: 'note' },
  recall: { ...common, type: 'recall', of: [], reword: true, shown: 'What I said.' },
  seen: { ...common, type: 'recall', of: [], reword: false, shown: 'What I said.' }
} satisfies Record<string, Prompt>

function answer(name: keyof typeof prompts, pieces: readonly string[], before?: unknown, room = sizes[0]!) {
  return withWidget(
    prompts[name],
    before,
    () => ['What?'],
    kit,
    (widget) => typed(widget, pieces, room)
  )
}

describe('every kind of question is answered by keys', () => {
  it.each<[string, keyof typeof prompts, string[], unknown, unknown?]>([
    ['writing', 'text', ['One', enter, enter, 'two'], 'One\n\ntwo'],
    ['writing that goes on', 'text', ['!'], 'Before!', 'Before'],
    ['a line', 'line', ['Zoë', enter], 'Zoë'],
    ['a line into which lines are pasted', 'line', [keys.pasted('one\ntwo\n\nthree')], 'one two three'],
    ['a list', 'list', ['one', enter, 'two', enter, enter], ['one', 'two']],
    ['a list that is pasted', 'list', [keys.pasted('one\ntwo\n')], ['one', 'two']],
    ['a list, an item put between', 'list', ['one', enter, 'three', up, enter, 'two'], ['one', 'two', 'three']],
    ['a list, an item taken out', 'list', [up, backspace, backspace, backspace], ['one'], ['one', 'two']],
    ['a choice by the pointer', 'choice', [down, enter], 'support'],
    ['a choice by its number', 'choice', ['3', enter], 'means'],
    ['a choice that was made', 'choice', [], 'support', 'support'],
    ['a choice in own words', 'choice', [end, 'Own words', enter], { other: 'Own words' }],
    ['several choices', 'choices', [' ', down, down, ' ', enter], ['value', 'means']],
    ['several choices, one taken back', 'choices', [' '], ['means'], ['value', 'means']],
    ['several choices and own words', 'choices', [' ', end, 'and mine'], ['value', { other: 'and mine' }]],
    ['a rating by digits', 'scale', ['1', '0', enter], 10],
    ['a rating by arrows', 'scale', [down, down, enter], 2],
    ['a rating that is not sure', 'scale', ['?'], null],
    ['ratings', 'ratings', ['4', '?'], { a: 4, b: null }],
    ['ratings by arrows', 'ratings', [right, right, enter, left], { a: 2, b: null }],
    ['an order, picked', 'ranking', [down, enter, down, enter], ['support', 'means', 'value']],
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
      ['Me', enter, right, right, enter, 'a lot', enter, 'You', enter],
      [{ row: 'Me', part: 'support', say: 'a lot' }, { row: 'You' }]
    ],
    [
      'a table, from cell to cell with the arrows',
      'given',
      [right, enter, 'say', down, left, left, left, 'n', right, enter, up, '!'],
      [
        { row: 'tax', pays: true, say: 'say!' },
        { row: 'users', pays: false }
      ]
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
    ['no, by the pointer', 'yesNo', [down, enter], false],
    ['a recall in other words', 'recall', ['Otherwise'], 'Otherwise'],
    ['nothing', 'text', [' ', enter], undefined],
    ['no items', 'list', [enter, ' '], undefined],
    ['no gaps', 'sentence', [' '], undefined]
  ])('%s', (_, name, pieces, expected, before) => {
    expect(answer(name, pieces, before).value).toEqual(expected)
  })

  it.each<[keyof typeof prompts, string[]]>([
    ['line', ['a', enter]],
    ['list', ['a', enter, enter]],
    ['choice', [enter]],
    ['choices', [' ', enter]],
    ['scale', ['3', enter]],
    ['ratings', ['4', '4', enter]],
    ['ranking', [enter, enter, enter]],
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

  it.each([
    ['between ideographs', '日本語の文章です', '日本語の文x章です', 10],
    ['in a long word', 'abcdefghijklmnop', 'abcdefghijxklmnop', 10],
    ['at a space', 'the quick brown fox', 'the quickx brown fox', 9]
  ])('End is the end of a row that breaks %s', (_, before, after, column) => {
    const narrow = { columns: 11, rows: 8 }
    const { frame } = answer('text', [keys.up, end], before, narrow)
    expect(frame.cursor).toEqual({ row: 1, column })
    expect(answer('text', [keys.up, end, 'x'], before, narrow).value).toBe(after)
    expect(answer('text', [keys.up, end, end, keys.home, 'x'], before, narrow).value).toBe(`x${before}`)
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
  const long = 'words that go on and on until they must be wrapped'
  const many = Array.from({ length: 100 }, (_, index) => ({
    id: `o${index}`,
    label: `Option ${index}: ${long}`,
    note: long
  }))
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
        withWidget(
          wide[index]!,
          undefined,
          (columns) => [long.slice(0, columns)],
          kit,
          (widget) => {
            const { frame } = typed(widget, pieces, room)
            expect(frame.lines.length).toBeLessThanOrEqual(room.rows)
            expect(Math.max(0, ...frame.lines.map(width))).toBeLessThanOrEqual(room.columns)
            if (frame.cursor === undefined) return
            expect(frame.cursor.row).toBeLessThan(frame.lines.length)
            expect(frame.cursor.column).toBeLessThanOrEqual(room.columns)
          }
        )
      }),
      { numRuns: 300 }
    )
  })

  it('shows the option one is at among a hundred, and finds by typing', () => {
    const hundred: Prompt = { ...common, type: 'choice', options: many, other: false }
    const at = (pieces: string[]) =>
      withWidget(
        hundred,
        undefined,
        () => [],
        kit,
        (widget) => typed(widget, pieces, sizes[1]!)
      )
    expect(at(Array.from({ length: 57 }, () => down)).screen).toContain('❯ ○ Option 57')
    expect(at(['tion 42', enter]).value).toBe('o42')
    expect(at(['xyz']).screen).toContain('Nothing here has these words')
    expect(at(['xyz', enter])).toMatchObject({ ended: false, value: undefined })
  })

  it('keeps on finding where only own words are left, and takes what was looked for as these when asked to', () => {
    const withOther: Prompt = { ...common, type: 'choice', options: many, other: true }
    const at = (pieces: string[]) =>
      withWidget(
        withOther,
        undefined,
        () => [],
        kit,
        (widget) => typed(widget, pieces)
      )
    const looking = at(['4', '2', 'z', 'z'])
    expect(looking.screen).toContain('Finding: 42zz')
    expect(looking.value).toBeUndefined()
    expect(looking.hints).toContain('Enter use these words')
    expect(at(['4', '2', 'z', backspace]).screen).toContain('❯ ○ Option 42')
    expect(at(['4', '2', 'z', enter]).ended).toBe(false)
    expect(at(['4', '2', 'z', enter, '!', enter])).toMatchObject({ value: { other: '42z!' }, ended: true })
    expect(at(['4', '2', down, 'own', enter])).toMatchObject({ value: { other: 'own' }, ended: true })
  })

  it('ticks what was looked for as own words among several', () => {
    const withOther: Prompt = { ...common, type: 'choices', options: many, other: true, pick: {} }
    const at = (pieces: string[]) =>
      withWidget(
        withOther,
        undefined,
        () => [],
        kit,
        (widget) => typed(widget, pieces)
      )
    expect(at(['4', '2', 'z', ' ', enter])).toMatchObject({ value: [{ other: '42z' }], ended: true })
    expect(at(['4', '2', ' ', enter])).toMatchObject({ value: ['o42'], ended: true })
  })

  const agreement = { 1: 'Strongly disagree', 4: 'Neither agree nor disagree', 7: 'Strongly agree' }

  it.each(sizes.concat({ columns: 17, rows: 4 }))(
    'shows the numbers of a long statement and what they mean in %j',
    (room) => {
      const statements = [1, 2, 3].map((id) => ({ id: `s${id}`, text: `Statement ${id}: ${`${long} `.repeat(4)}` }))
      const scale: Prompt = { ...prompts.ratings, to: 7, labels: agreement, statements }
      const { screen } = withWidget(
        scale,
        undefined,
        () => [],
        kit,
        (widget) => typed(widget, [down, '5', up], room)
      )
      expect(screen).toContain('Statement 2')
      expect(screen).toContain('[5]')
      expect(screen).toContain('1 Strongly dis')
      if (room.columns > 17) expect(screen).toMatch(/4 Neither agree nor disagree[^]*7 Strongly agree[^]*\? Not sure/)
    }
  )

  it.each([
    ['in a list where there is room', 12, /❯ ○ 3$[^]*○ 7 {2}Strongly agree/m],
    ['in a row where there is none', 4, /1 Strongly disagree · 4 Neither agree[^]*7 Strongly agree[^]*1 +2 +\[3\] +4/]
  ])('shows one rating %s', (_, rows, shown) => {
    const scale: Prompt = { ...prompts.scale, from: 1, to: 7, labels: agreement }
    const { screen, value } = withWidget(
      scale,
      undefined,
      () => [],
      kit,
      (widget) => typed(widget, [down, right], { columns: 60, rows })
    )
    expect(screen).toMatch(shown)
    expect(value).toBeUndefined()
  })

  it('shows all numbers of a scale in forty columns', () => {
    const tenPoints: Prompt = { ...prompts.ratings, to: 10 }
    const { screen } = withWidget(
      tenPoints,
      undefined,
      () => [],
      kit,
      (widget) => typed(widget, ['7', up], sizes[1]!)
    )
    expect(screen).toContain('1 2 3 4 5 6 [7] 8 9 10 ?')
  })

  it('gives the columns of a table the room that they need, and says where there are more', () => {
    const table: Prompt = {
      ...common,
      type: 'table',
      rowTitle: 'Who',
      rows: [{ id: 'tax', label: 'Taxpayers' }],
      columns: [
        { id: 'pays', title: 'Pays', type: 'yes-no', options: [] },
        { id: 'say', title: 'Has a say', type: 'choice', options },
        { id: 'most', title: 'What they value most of all', type: 'text', options: [] },
        { id: 'ask', title: 'Asked', type: 'yes-no', options: [] }
      ]
    }
    const at = (pieces: string[], room = sizes[0]!) =>
      withWidget(
        table,
        undefined,
        () => [],
        kit,
        (widget) => typed(widget, pieces, room)
      ).screen
    expect(at([])).toMatch(/^ {2}Who {8}Pays {2}Has a say {2}What they value most of all {2}Asked$/m)
    expect(at([], sizes[1]!)).toMatch(/^ {2}Who .* Has a say +→$/m)
    expect(at([enter, enter, enter], sizes[1]!)).toMatch(/^← Who .* Asked$/m)
  })

  it('counts the rows that are added, and calls those without a name so', () => {
    const mixed: Prompt = { ...prompts.given, addRows: { max: 2 } }
    const at = (pieces: string[]) =>
      withWidget(
        mixed,
        undefined,
        () => [],
        kit,
        (widget) => typed(widget, pieces)
      ).screen
    expect(at(['y'])).toContain('0 rows added, at most 2 asked for')
    expect(at([down, down, 'Me'])).toContain('1 row added, at most 2 asked for')
    expect(at([right, down, down, 'Neighbours'])).toMatch(/❯ Neighbours/)
    expect(at([down, down, right, 'y'])).toContain('The row without a name: pays')
  })

  it('keeps the columns of a table where they are while it is filled', () => {
    const growing: Prompt = { ...prompts.added, rowTitle: 'Who' }
    const head = (pieces: string[]) =>
      withWidget(
        growing,
        undefined,
        () => [],
        kit,
        (widget) => typed(widget, pieces)
      ).screen.split('\n')[0]
    expect(head(['Taxpayers', enter, '1', enter, 'What they say'])).toBe(head([]))
  })

  it('says how many words there are and how many are suggested', () => {
    const guided: Prompt = { ...prompts.text, words: { min: 50, max: 120 } }
    const screen = withWidget(
      guided,
      "Don't go. 日本",
      () => [],
      kit,
      (widget) => typed(widget, []).screen
    )
    expect(screen).toContain('3 words, 50 to 120 suggested')
  })

  it('shows of a note what fits into three lines, moved in', () => {
    const told = 'words '.repeat(20_000)
    const noted: Prompt = { ...common, type: 'choice', options: [{ id: 'a', label: 'A', note: told }], other: false }
    const { frame } = withWidget(
      noted,
      undefined,
      () => [],
      kit,
      (widget) => typed(widget, [])
    )
    expect(frame.lines).toHaveLength(4)
    expect(frame.lines[1]).toMatch(/^ {6}words/)
    expect(frame.lines[3]).toMatch(/…$/)
  })

  it('takes what was looked for back by whole characters', () => {
    const hundred: Prompt = { ...common, type: 'choice', options: many, other: false }
    const { screen } = withWidget(
      hundred,
      undefined,
      () => [],
      kit,
      (widget) => typed(widget, ['4', '👍🏽', backspace, '2'])
    )
    expect(screen).toContain('Finding: 42')
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
      const screen = withWidget(
        prompt,
        undefined,
        () => [],
        kit,
        (widget) => typed(widget, [keys.pasted(hostile)]).screen
      )
      expect(screen.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u)
    }
  })
})

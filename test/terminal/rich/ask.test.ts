import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer, Prompt } from '../../../src/questions/shared/model.ts'
import { readMarkdown } from '../../../src/markdown/read.ts'
import { QuestionScreen } from '../../../src/terminal/rich/question-screen.ts'
import type { EditText } from '../../../src/terminal/rich/question-screen.ts'
import { menu, overview, review } from '../../../src/terminal/rich/lists.ts'
import { looking } from '../../../src/terminal/rich/looking.ts'
import { reading } from '../../../src/terminal/rich/passage.ts'
import type { Screenful } from '../../../src/terminal/rich/prompt.ts'
import { withWidget } from '../../../src/terminal/rich/widgets/index.ts'
import type { AskResult } from '../../../src/terminal/renderer.ts'
import { width } from '../../../src/display/width.ts'
import { keys, kit, strokes } from './kit.ts'

const { tab, back, enter, ctrl, down, escape } = keys
const size = { columns: 80, rows: 24 }
const small = { columns: 40, rows: 20 }
const text: Prompt = {
  id: 'q',
  type: 'text',
  title: 'The moment',
  ask: 'Tell the **moment**.',
  help: 'Keep to roles.',
  example: 'At closing time …'
}

/** A screenful after some keys: its result and record if it has one, and its screen until then. */
async function after<S, R>(screenful: Screenful<S, R>, pieces: readonly string[], at = size) {
  let state = screenful.start
  for (const stroke of strokes(...pieces)) {
    let step = screenful.stroke(state, stroke, at)
    while (step.kind === 'later') step = await step.step
    if (step.kind === 'done' || step.kind === 'suspend') {
      const record = step.kind === 'done' ? step.record.join('\n') : ''
      return { result: step.result, record, screen: '', left: screenful.leave(state) }
    }
    state = step.kind === 'lend' ? await step.work() : step.state
  }
  const frame = screenful.view(state, at)
  return { result: undefined, record: undefined, screen: frame.lines.join('\n'), frame, left: screenful.leave(state) }
}

const addingEditor: EditText = (written, question) =>
  Promise.resolve({ isOpen: false, take: () => `${written} and ${question}`, saved() {}, noted() {} })
const noEditor: EditText = () => Promise.reject(new Error('There is no editor.'))

async function asked(
  prompt: Prompt,
  pieces: readonly string[],
  {
    answer,
    edit = noEditor,
    at = size,
    keep = () => {}
  }: { answer?: Answer; edit?: EditText; at?: typeof size; keep?: () => void } = {}
) {
  const texts = {
    ask: readMarkdown(prompt.ask),
    ...(prompt.help === undefined ? {} : { help: readMarkdown(prompt.help) }),
    ...(prompt.example === undefined ? {} : { example: readMarkdown(prompt.example) })
  }
  const about = {
    prompt,
    progress: { done: 28, minutesLeft: 6 },
    private: true,
    keep,
    ...(answer === undefined ? {} : { answer })
  }
  return withWidget(
    prompt,
    answer,
    () => [prompt.ask],
    kit,
    (widget) =>
      after(new QuestionScreen({ request: about, texts, widget, context: kit, edit, always: false }), pieces, at)
  )
}

describe('the keys that mean the same in every question', () => {
  it.each<[string, string[], AskResult]>([
    ['Tab: done', ['Words', tab], { kind: 'answer', answer: 'Words' }],
    ['Ctrl-D: done', ['Words', ctrl('d')], { kind: 'answer', answer: 'Words' }],
    ['Shift-Tab: back, keeping what is there', ['Words', back], { kind: 'back', kept: 'Words' }],
    ['Ctrl-O: the overview', ['Words', ctrl('o')], { kind: 'overview', kept: 'Words' }],
    ['Escape: the overview, with the words kept', ['Words', escape], { kind: 'overview', kept: 'Words' }],
    ['Tab twice on nothing: skip', [tab, tab], { kind: 'skip' }]
  ])('%s', async (_, pieces, told) => {
    expect((await asked(text, pieces)).result).toEqual(told)
  })

  it('leaving keeps what is there', async () => {
    expect((await asked(text, ['Half a'])).left).toEqual({ kind: 'leave', kept: 'Half a' })
    expect((await asked(text, [])).left).toEqual({ kind: 'leave' })
  })

  it('what is as it was does not count as unfinished', async () => {
    expect((await asked(text, [back], { answer: 'Done.' })).result).toEqual({ kind: 'back' })
  })

  it('one Tab on nothing says what a second would do, and writing forgets it', async () => {
    expect((await asked(text, [tab])).screen).toContain('Press Tab again to skip')
    expect((await asked(text, [tab, 'a', keys.backspace, tab])).result).toBeUndefined()
    expect((await asked(text, [ctrl('k'), ctrl('k')])).result).toBeUndefined()
  })

  it('help shows the question, the help, the example and the keys, and leads back to the words', async () => {
    const help = await asked(text, ['Words', ctrl('g')])
    for (const part of ['Tell the moment.', 'Keep to roles.', 'At closing time …', 'Ctrl-G'])
      expect(help.screen).toContain(part)
    expect((await asked(text, [ctrl('g')], { at: small })).screen).toMatch(/Enter next page.*Ctrl-C leave/s)
    expect((await asked(text, ['Words', ctrl('g'), escape, '!', tab])).result).toEqual({
      kind: 'answer',
      answer: 'Words!'
    })
  })

  it('what is pasted while help is open is not lost', async () => {
    const { result } = await asked(text, ['Words ', ctrl('g'), keys.pasted('and more'), tab])
    expect(result).toEqual({ kind: 'answer', answer: 'Words and more' })
  })

  it('the editor takes the text over and gives it back', async () => {
    for (const pieces of [['\u001bOQ'], [ctrl('x'), ctrl('e')]])
      expect((await asked(text, ['Words', ...pieces, tab], { edit: addingEditor })).result).toEqual({
        kind: 'answer',
        answer: 'Words and Tell the **moment**.'
      })
    expect((await asked(text, ['Words', '\u001bOQ'])).screen).toMatch(/Words[^]*There is no editor/)
  })

  it('an answer that does not hold is told what is wrong, and stays', async () => {
    const number: Prompt = { id: 'q', type: 'number', ask: 'How many?', min: 1, max: 9, integer: true }
    const { screen } = await asked(number, ['12', enter])
    expect(screen).toMatch(/12[^]*too large: the largest number here is 9/)
    expect((await asked(number, ['12', enter, keys.backspace, enter])).result).toEqual({ kind: 'answer', answer: 1 })
  })

  it.each<[string, Prompt, string[], RegExp]>([
    [
      'a statement',
      {
        id: 'q',
        ask: 'Rate.',
        type: 'scale',
        from: 1,
        to: 5,
        labels: {},
        unsure: false,
        statements: ['One', 'Two', 'Three'].map((label) => ({ id: label, text: label }))
      },
      ['1', down, '2'],
      /❯ Two[^]*"Two" is still missing/
    ],
    [
      'a gap',
      {
        id: 'q',
        ask: 'Fill.',
        type: 'sentence',
        template: '{a} {b}.',
        gaps: { a: { ask: 'Who?' }, b: { ask: 'Does what?' } }
      },
      ['You'],
      /Does what\?\n *❯[^]*"Does what\?" is still missing/
    ],
    [
      'a part of a plan',
      { id: 'q', ask: 'Plan.', type: 'plan' },
      [down, 'x'],
      /When …\n *❯[^]*"When" is still missing/
    ],
    [
      'a place in an order',
      {
        id: 'q',
        ask: 'Rank.',
        type: 'ranking',
        options: ['One', 'Two', 'Three'].map((label) => ({ id: label.toLowerCase(), label }))
      },
      [down, down, enter, keys.up, enter],
      /❯ · {2}One[^]*"One" is still missing/
    ],
    [
      'the name of a row',
      {
        id: 'q',
        ask: 'Table.',
        type: 'table',
        rows: [],
        addRows: {},
        columns: [{ id: 'c', title: 'Column', type: 'text', options: [] }]
      },
      ['\u001b[C', 'words', '\u001b[D'],
      /❯ +words +\n[^]*needs a name/
    ]
  ])('what is missing of an answer is named, and the pointer is there: %s', async (_, prompt, pieces, shown) => {
    expect((await asked(prompt, [...pieces, ctrl('d')])).screen).toMatch(shown)
  })

  it('a note and a recall without new words are seen, never skipped', async () => {
    const note: Prompt = { id: 'q', type: 'note', ask: 'Breathe.' }
    const recall: Prompt = { id: 'q', type: 'recall', ask: 'You said:', of: [], reword: true, shown: 'this' }
    expect((await asked(note, [enter])).result).toEqual({ kind: 'seen' })
    expect((await asked(recall, [tab])).result).toEqual({ kind: 'seen' })
  })
})

describe('selecting, cutting and pasting', () => {
  const [shiftLeft, shiftHome, wordLeft] = ['\u001b[1;2D', '\u001b[1;2H', '\u001b[1;6D']
  const mark = '\u0000'

  it.each<[string, string[], string]>([
    ['typing replaces what is selected', ['one two', wordLeft, 'three'], 'one three'],
    ['also after Ctrl-Space and arrows', ['one', mark, keys.left, keys.left, 'x'], 'ox'],
    ['Backspace deletes it', ['one two', wordLeft, keys.backspace], 'one '],
    ['Ctrl-W cuts it and Ctrl-Y pastes', ['one two', wordLeft, ctrl('w'), keys.home, ctrl('y')], 'twoone '],
    ['Ctrl-X cuts it', ['one two', wordLeft, ctrl('x'), keys.home, ctrl('y')], 'twoone '],
    ['Alt-W copies it', ['one ', shiftHome, '\u001bw', ctrl('e'), ctrl('y')], 'one one '],
    ['cuts one after the other are one text', ['one two', ctrl('w'), ctrl('w'), 'x', ctrl('y')], 'xone two'],
    ['Ctrl-K and Ctrl-U cut', ['ab', keys.left, ctrl('k'), ctrl('y'), ctrl('y'), ctrl('u'), ctrl('y')], 'abb'],
    ['an arrow without Shift ends it', ['abc', shiftLeft, shiftLeft, keys.left, 'x'], 'axbc'],
    ['undo brings back what was replaced', ['abc', shiftHome, 'x', keys.undo, ctrl('e'), '!'], 'abc!'],
    ['redo', ['abc', keys.undo, ctrl('r'), '!'], 'abc!'],
    ['the ends of the line', ['bc', ctrl('a'), 'a', ctrl('e'), 'd'], 'abcd'],
    ['Enter on an empty text adds no line', [enter, enter, 'a', enter, 'b'], 'a\nb'],
    ['Ctrl-X before an arrow moves by a word', ['one two', ctrl('x'), keys.left, 'x'], 'one xtwo']
  ])('%s', async (_, pieces, answer) => {
    expect((await asked(text, [...pieces, tab])).result).toEqual({ kind: 'answer', answer })
  })

  it('shows what is selected without colour, and Escape ends it before it leads to the overview', async () => {
    const { screen } = await asked(text, ['one two', wordLeft])
    expect(screen).toContain('one \u001b[7mtwo\u001b[27m')
    expect((await asked(text, ['one two', wordLeft, escape])).screen).not.toContain('\u001b[7m')
    expect((await asked(text, ['one two', wordLeft, escape, escape])).result).toMatchObject({ kind: 'overview' })
  })

  it('pastes in one question what was cut in another', async () => {
    await asked(text, ['words', ctrl('u')])
    const list: Prompt = { id: 'q', type: 'list', ask: 'Which?', items: {} }
    const { result } = await asked(list, [ctrl('y'), enter, ctrl('y'), ctrl('d')])
    expect(result).toEqual({ kind: 'answer', answer: ['words', 'words'] })
  })
})

describe('Enter or Space that has nothing to act on', () => {
  const options = ['One', 'Two', 'Three'].map((label) => ({ id: label.toLowerCase(), label }))
  const rated = { from: 1, to: 5, labels: {}, unsure: true, statements: [] }

  it.each<[Prompt, string]>([
    [{ id: 'q', ask: 'Q?', type: 'choice', options, other: false }, 'Nothing is chosen yet'],
    [{ id: 'q', ask: 'Q?', type: 'choices', options, other: false, pick: {} }, 'Nothing is ticked yet'],
    [{ id: 'q', ask: 'Q?', type: 'scale', ...rated }, 'Nothing is chosen yet'],
    [{ id: 'q', ask: 'Q?', type: 'yes-no' }, 'Nothing is chosen yet'],
    [{ id: 'q', ask: 'Q?', type: 'ranking', options }, 'Nothing is in order yet'],
    [text, 'Type your answer here']
  ])('says what to do, and is no answer however often it comes: %j', async (prompt, said) => {
    const { screen, left } = await asked(prompt, [enter, enter, enter])
    expect(screen).toContain(said)
    expect(left).toEqual({ kind: 'leave' })
    if (prompt.type === 'text') return
    const spaces = await asked(prompt, [' ', ' '])
    expect(spaces.screen).toContain(said)
    expect(spaces.left).toEqual({ kind: 'leave' })
    expect((await asked(prompt, [' ', keys.down, ' '])).screen).not.toContain(said)
  })
})

describe('a table', () => {
  const columns = ['Pays', 'Receives'].map((title) => ({
    id: title.toLowerCase(),
    title,
    type: 'yes-no' as const,
    options: []
  }))
  const rows = ['A', 'B'].map((label) => ({ id: label.toLowerCase(), label }))
  const table: Prompt = { id: 'q', ask: 'Who?', type: 'table', rows, columns }

  it('goes from cell to cell with Tab and on after the last, and says once how many are empty', async () => {
    const filled = ['y', tab, 'n', tab, tab, tab]
    expect((await asked(table, filled)).screen).toContain('2 cells are still empty. Press Tab again')
    const answer = [{ row: 'a', pays: true, receives: false }]
    expect((await asked(table, [...filled, tab])).result).toEqual({ kind: 'answer', answer })
    expect((await asked(table, ['y', ctrl('d'), ctrl('d')])).result).toMatchObject({ kind: 'answer' })
    expect((await asked(table, [...filled, 'y', keys.up, 'n', tab, tab, tab])).screen).toContain('1 cell is')
  })

  it('goes back with Shift-Tab, from the first cell to the question before', async () => {
    expect((await asked(table, ['y', tab, back, back])).result).toMatchObject({ kind: 'back' })
    expect((await asked(table, ['y', tab, back])).result).toBeUndefined()
  })

  it('skips nothing but an empty table', async () => {
    expect((await asked(table, [tab, tab, tab, tab])).screen).toContain('Press Tab again to skip')
    expect((await asked(table, [tab, tab, tab, tab, tab])).result).toEqual({ kind: 'skip' })
  })
})

describe('the frame', () => {
  it('says how far along one is, for how long, and that it is private', async () => {
    const { screen } = await asked(text, [])
    expect(screen).toContain('About 6 minutes left · private · 28% done')
  })

  it('gives a table more columns than a text, where the terminal has them', async () => {
    const columns = ['One', 'Two', 'Three', 'Four'].map((title) => ({
      id: title.toLowerCase(),
      title: `${title}, with a long title`,
      type: 'text' as const,
      options: []
    }))
    const table: Prompt = { id: 'q', type: 'table', ask: 'Fill.', columns, rows: [{ id: 'a', label: 'A row' }] }
    const { screen } = await asked(table, [], { at: { columns: 200, rows: 60 } })
    expect(screen).toMatch(/One, with a long title +Two, with a long title +Three, .* +Four, with a long title$/m)
  })

  it('leaves a short record of the question and the answer', async () => {
    const { record } = await asked(text, ['One\n'.repeat(20), tab], {})
    expect(record?.split('\n').length).toBeLessThanOrEqual(7)
    expect(record).toMatch(/✔ The moment\n {2}One\n {2}One/)
    expect((await asked(text, [tab, tab])).record).toMatch(/– The moment\n {2}skipped/)
  })

  it('shows every row of a table in the record, with its cells', async () => {
    const columns = [{ id: 'why', title: 'Why', type: 'text' as const, options: [] }]
    const table: Prompt = { id: 'q', type: 'table', ask: 'Fill.', columns, rows: [], addRows: {} }
    const answer = [{ row: 'A porter', why: 'the doors' }, { row: 'A tenant' }]
    expect((await asked(table, [ctrl('d'), ctrl('d')], { answer })).record).toMatch(
      /^ {2}A porter: the doors\n {2}A tenant/m
    )
  })

  it('asks which number is meant, by Enter or Tab, and takes the one that is chosen', async () => {
    const distance: Prompt = { id: 'q', type: 'number', ask: 'How far?', unit: 'km', integer: false }
    for (const submit of [enter, tab]) {
      expect((await asked(distance, ['1.000', submit])).screen).toContain('Did you mean 1 km or 1000 km?')
      const { result, record } = await asked(distance, ['1.000', submit, down, submit])
      expect(result).toEqual({ kind: 'answer', answer: 1000 })
      expect(record).toContain('1000 km')
    }
    const left = { kind: 'overview', kept: '1.000' }
    expect((await asked(distance, ['1.000', enter, down, ctrl('o')])).result).toEqual(left)
    expect((await asked(distance, ['1.000', enter, keys.escape])).screen).not.toContain('Did you mean')
  })

  it('fits into a small terminal, the cursor in sight, however long question and answer are', async () => {
    const long: Prompt = { ...text, ask: 'A very long question, which goes on. '.repeat(30) }
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('word ', enter, keys.up, keys.pasted('日本語\n'.repeat(40)), tab, ctrl('g'), down), {
          maxLength: 8
        }),
        async (pieces) => {
          const { frame } = await asked(long, pieces, { at: small })
          if (frame === undefined) return
          expect(frame.lines.length).toBeLessThan(small.rows)
          expect(Math.max(...frame.lines.map(width))).toBeLessThan(small.columns)
          expect(frame.cursor?.row ?? 0).toBeLessThan(frame.lines.length)
        }
      ),
      { numRuns: 50 }
    )
  })
})

/** What is on the screen at the start and after each key. */
async function screens(prompt: Prompt, pieces: readonly string[], at = small): Promise<string[][]> {
  const texts = { ask: readMarkdown(prompt.ask) }
  const about = { prompt, progress: { done: 28 }, private: false, keep: () => {} }
  return withWidget(
    prompt,
    undefined,
    () => [prompt.ask],
    kit,
    (widget) => {
      const screenful = new QuestionScreen({
        request: about,
        texts,
        widget,
        context: kit,
        edit: noEditor,
        always: false
      })
      let state = screenful.start
      const seen = [[...screenful.view(state, at).lines]]
      for (const stroke of strokes(...pieces)) {
        const step = screenful.stroke(state, stroke, at)
        if (step.kind !== 'stay') break
        state = step.state
        seen.push([...screenful.view(state, at).lines])
      }
      return seen
    }
  )
}

describe('the page', () => {
  const ask = 'A long question that goes on. '.repeat(12)
  const labels = Array.from({ length: 60 }, (_, index) => `Option ${index} ${'and more words '.repeat(index % 4)}`)
  const options = labels.map((label, index) => ({
    id: `o${index}`,
    label,
    ...(index % 3 === 0 ? { note: 'A note on it.' } : {})
  }))
  const statements = labels.slice(0, 6).map((label, index) => ({ id: `s${index}`, text: label }))
  const scale = { from: 0, to: 10, labels: { 0: 'Never' }, unsure: true }
  const downs = Array.from({ length: 12 }, () => down)

  it.each<[string, Prompt, string[]]>([
    ['a choice', { id: 'q', ask, type: 'choice', options, other: true }, [...downs, '4', '2', 'z', keys.end]],
    ['several choices', { id: 'q', ask, type: 'choices', options, other: true, pick: {} }, [...downs, ' ', '4', '2']],
    ['a ranking', { id: 'q', ask, type: 'ranking', options: options.slice(0, 9) }, [...downs, enter, down, enter]],
    ['statements', { id: 'q', ask, type: 'scale', ...scale, statements }, ['7', down, '-', ...downs]]
  ])('stays where it is while the keys move in %s', async (_, prompt, pieces) => {
    const [first = [], ...others] = await screens(prompt, pieces)
    const question = first.slice(0, first.findIndex((line) => line.includes('…')) + 1)
    expect(question.length).toBeGreaterThan(3)
    for (const screen of others) {
      expect(screen.slice(0, question.length)).toEqual(question)
      expect(screen).toHaveLength(first.length)
    }
  })

  it('stays where it is when a message comes and goes', async () => {
    const prompt: Prompt = { id: 'q', ask: 'How many?', type: 'number', integer: true, max: 3 }
    const lengths = (await screens(prompt, ['7', enter, keys.backspace, '2'])).map(({ length }) => length)
    expect(lengths).toEqual(lengths.toSorted((a, b) => a - b))
  })

  it('never gets shorter, so that the line of keys comes up under nobody', async () => {
    const short: Prompt = { id: 'q', ask: 'Which?', type: 'choice', options: options.slice(0, 3), other: true }
    const lengths = (await screens(short, [down, down, down, 'own', keys.up, keys.up])).map(({ length }) => length)
    expect(lengths).toEqual(lengths.toSorted((a, b) => a - b))
  })
})

describe('lists to choose from', () => {
  const items = ['one', 'two', 'three'].map((id) => ({
    id,
    title: `Title ${id}`,
    state: 'answered' as const,
    private: id === 'two',
    summary: 'said',
    lines: ['said'],
    prompt: text
  }))

  it('a menu gives the value of a line and leaves nothing behind; Escape goes back', async () => {
    const lines = [
      { value: 1, label: 'One', note: 'the first' },
      { value: 2, label: 'Two' }
    ]
    expect((await after(menu('Which?', lines, {}, kit), [down, enter])).result).toEqual({ kind: 'chosen', value: 2 })
    expect((await after(menu('Which?', lines, {}, kit), ['2', enter])).record).toBe('')
    expect((await after(menu('Which?', lines, {}, kit), ['\u001b'])).result).toEqual({ kind: 'back' })
    expect((await after(menu('Which?', lines, {}, kit), [ctrl('d')])).result).toEqual({ kind: 'back' })
    expect((await after(menu('Which?', lines, { at: 1 }, kit), [])).screen).toMatch(
      /Which\?[^]*One\n *the first\n *❯ Two/
    )
  })

  it.each([
    [[enter], { kind: 'go', to: 'two' }],
    [[down, enter], { kind: 'go', to: 'three' }],
    [[ctrl('p')], { kind: 'privacy', prompt: 'two', private: false }],
    [[down, ctrl('p')], { kind: 'privacy', prompt: 'three', private: true }],
    [[tab], { kind: 'done' }],
    [[escape], { kind: 'done' }],
    [[ctrl('o')], { kind: 'done' }],
    [['?', escape, enter], { kind: 'go', to: 'two' }],
    [[back], { kind: 'back' }]
  ])('in the overview %j chooses %j', async (pieces, chosen) => {
    expect((await after(overview(items, 'two', { platform: 'linux' }, kit), pieces)).result).toEqual(chosen)
  })

  it.each([
    [[enter], { kind: 'done' }],
    [[tab], { kind: 'done' }],
    [[escape], { kind: 'back' }],
    [[down, enter], { kind: 'go', to: 'one' }],
    [[down, down, ctrl('p')], { kind: 'privacy', prompt: 'two', private: false }]
  ])('in the review %j chooses %j', async (pieces, chosen) => {
    expect((await after(review(items, '', [], kit), pieces)).result).toEqual(chosen)
  })

  it('the overview stops the program if there is a shell to go to', async () => {
    const screenful = overview(items, 'one', { platform: 'linux' }, kit)
    expect((await after(screenful, [])).screen).toMatch(/Stop for a while[^]*Type "fg" there to come back/)
    const [end, go] = strokes(keys.end, enter)
    const last = screenful.stroke(screenful.start, end!, size)
    expect(last.kind === 'stay' && screenful.stroke(last.state, go!, size).kind).toBe('suspend')
    expect((await after(overview(items, 'one', { platform: 'win32' }, kit), [])).screen).not.toContain(
      'Stop for a while'
    )
  })

  it('the review shows a text by its lines, and one line for each item, or the first of them where there is little room', async () => {
    const listed: Prompt = { id: 'four', type: 'list', ask: 'Which?', items: {} }
    const more = [
      { ...items[0]!, lines: ['A line', 'another'] },
      { ...items[0]!, id: 'four', prompt: listed, lines: ['One', 'Two', 'Three', 'Four'] }
    ]
    const [tall, low] = await Promise.all(
      [24, 9].map(async (rows) => (await after(review(more, '', [], kit), [], { ...size, rows })).screen)
    )
    expect(tall).toMatch(/Title one\n +A line\n +another\n[^]*Title one\n +One\n +Two\n +Three\n +Four\n/)
    expect(low).toMatch(/Title one\n +A line…?.*\n[^]*Title one\n +One; Two; Three; Four\n/)
  })

  it('the review says what would be left out', async () => {
    const { screen } = await after(review(items, '', ['The old one'], kit), [])
    expect(screen).toContain('The old one')
    expect(screen).toContain('✔ Title one')
    expect(screen).toMatch(/✔ Title two +said +private$/m)
    const many = Array.from({ length: 12 }, (_, index) => ({ ...items[0]!, id: `${index}` }))
    const narrow = await after(review(many, '', [], kit), [], small)
    expect(narrow.screen).toMatch(/Enter open.*Tab finish/s)
  })

  it('something to look at is searched by the same keys as its actions are chosen, and leaves nothing', async () => {
    const lines = Array.from({ length: 60 }, (_, index) => `Line ${index + 1}, ${index % 20 === 9 ? 'Ŵyth' : 'un'}.`)
    const actions = [
      { label: 'Next entry', value: 'next' },
      { label: 'Edit', value: 'edit' }
    ]
    const page = looking(() => lines, actions, kit)
    expect((await after(page, [])).screen).toContain('Space next page · N next entry · E edit · / search · ? help')
    expect((await after(page, ['n'])).result).toEqual({ kind: 'chosen', value: 'next' })
    const found = ['/', 'w', 'y', 'th', enter]
    expect((await after(page, ['/', 'n', 'e'])).screen).toContain('Search for: ne')
    expect((await after(page, found)).screen).toMatch(/Line 10, [^]*Match 1 of 3[^]*n next · N next entry/)
    const second = await after(page, [...found, 'n'])
    expect(second.screen).toMatch(/Line 30, Ŵyth[^]*Match 2 of 3/)
    expect(second.screen.split('\n')[second.frame?.cursor?.row ?? 0]).toContain('Line 30')
    expect((await after(page, [...found, 'N'])).screen).toContain('Continued from the end: match 3 of 3')
    expect((await after(page, [...found, 'e'])).result).toEqual({ kind: 'chosen', value: 'edit' })
    expect((await after(page, [...found, keys.escape])).screen).not.toContain('Match')
    expect((await after(page, ['/', keys.pasted('line\n60'), enter])).screen).toMatch(/Line 60[^]*Match 1 of 1/)
    for (const end of [[...found, keys.escape, keys.escape], ['q'], [keys.escape], [keys.end, enter]]) {
      const { result, record } = await after(page, end)
      expect({ result, record }).toEqual({ result: { kind: 'back' }, record: '' })
    }
  })

  it('something to read is paged, and stays when it has been read', async () => {
    const lines = Array.from({ length: 60 }, (_, index) => `Line ${index + 1}.`)
    const page = reading(() => lines, 'beginning', kit)
    expect((await after(page, [])).screen).toMatch(/Line 1\.[^]*lines below/)
    expect((await after(page, [enter])).result).toBeUndefined()
    const read = await after(page, [keys.end, enter])
    expect(read.result).toBe('next')
    expect((await after(page, ['\u001b'])).result).toBe('back')
    expect(
      (
        await after(
          reading(() => lines, 'passage', kit),
          ['\u001b']
        )
      ).result
    ).toBeUndefined()
    expect(read.record).toContain('Line 1.')
    expect(read.record).toContain('Line 60.')
  })
})

import { describe, expect, it } from 'vitest'
import type { Answer, Prompt } from '../../../src/questions/shared/model.ts'
import { answered, piped } from './kit.ts'

const text: Prompt = { id: 'q', ask: 'What **matters**?', type: 'text' }
const list: Prompt = { id: 'q', ask: 'Which?', type: 'list', items: { max: 3 } }
const recall: Prompt = { id: 'q', ask: 'Still?', type: 'recall', of: [{ prompt: 'p' }], reword: true, shown: 'Then.' }
const yesNo = { type: 'yes-no', options: [] } as const
const table: Prompt = {
  id: 'q',
  ask: 'Who?',
  type: 'table',
  columns: [
    { id: 'pays', title: 'Pays', ...yesNo },
    { id: 'gets', title: 'Receives', ...yesNo }
  ],
  rows: [
    { id: 'a', label: 'Ann' },
    { id: 'b', label: 'Bo' }
  ]
}
const growing: Prompt = { ...table, addRows: { max: 2 } }
const ratings: Prompt = {
  id: 'q',
  ask: 'How?',
  type: 'scale',
  from: 1,
  to: 5,
  labels: {},
  unsure: false,
  statements: [
    { id: 'fair', text: 'Fair' },
    { id: 'kind', text: 'Kind' }
  ]
}
const sentence: Prompt = {
  id: 'q',
  ask: 'Why?',
  type: 'sentence',
  template: 'For {who}: {what}.',
  gaps: { who: { ask: 'Who?' }, what: { ask: 'What?' } }
}
const plan: Prompt = { id: 'q', ask: 'When?', type: 'plan' }

describe('a written text is changed', () => {
  it.each<[string, Prompt, string[], Answer]>([
    ['by the number of a line', text, ['One', 'Twp', ':change 2', 'Two', 'Three', '.'], 'One\nTwo\nThree'],
    ['in its last line', text, ['One', 'Twp', ':change', 'Two', '.'], 'One\nTwo'],
    ['not at all by an empty line', text, ['One', ':change 1', '', 'Two', '.'], 'One\nTwo'],
    ['not in a line that does not exist', text, ['One', ':change 2', 'Two', '.'], 'One\nTwo'],
    ['by taking a line out', text, ['One', 'No', 'Two', ':drop 2', '.'], 'One\nTwo'],
    ['by starting again', text, ['One', 'Two', ':again', 'Three', '.'], 'Three'],
    ['by undoing', text, ['One', ':again', ':undo', 'Two', 'Three', ':undo', '.'], 'One\nTwo'],
    ['and not by undoing nothing', text, [':undo', 'One', '.'], 'One'],
    ['in new words for old ones', recall, ['One', 'Twp', ':change 2', 'Two', '.'], 'One\nTwo'],
    ['item by item', list, ['a', 'x', 'c', ':change 2', 'b', ''], ['a', 'b', 'c']],
    ['item by item, also when it is full', list, ['a', 'b', 'x', ':drop 3', 'c', ''], ['a', 'b', 'c']]
  ])('%s', async (_, prompt, script, answer) => {
    expect((await answered(prompt, script)).told).toEqual({ kind: 'answer', answer })
  })

  it.each<[string, Prompt, Answer, string[], Answer]>([
    ['a text', text, 'One\nTwp', [':change 2', 'Two', '.'], 'One\nTwo'],
    ['a text, and continued', text, 'One\nTwp', [':drop 2', 'Two', '.'], 'One\nTwo'],
    ['a text that was replaced', text, 'One\nTwo', ['Three', ':undo', '.'], 'One\nTwo'],
    ['a list', list, ['a', 'x'], [':change 2', 'b', ''], ['a', 'b']]
  ])('after it was finished: %s', async (_, prompt, earlier, script, answer) => {
    expect((await answered(prompt, script, { answer: earlier })).told).toEqual({ kind: 'answer', answer })
  })

  it('with every change kept', async () => {
    const { kept, told } = await answered(text, 'One\rTwp\r:change 2\rTw\u0003', { isTTY: true })
    expect(told).toEqual({ kind: 'leave', kept: 'One\nTw' })
    expect(kept.at(-1)).toBe('One\nTw')
  })

  it('and emptied for good', async () => {
    for (const [prompt, answer] of [
      [text, 'One'],
      [list, ['One']]
    ] as const)
      expect((await answered(prompt, [':again', ':leave'], { answer })).told).toEqual({ kind: 'leave', kept: null })
  })

  it('by a paste of several lines', async () => {
    const keys = 'One\rx\rFour\r:change 2\r\u001B[200~Two\nThree\u001B[201~\r.\r'
    expect((await answered(text, keys, { isTTY: true })).told).toEqual({
      kind: 'answer',
      answer: 'One\nTwo\nThree\nFour'
    })
  })

  it('and read out by line', async () => {
    const { said } = await answered(text, ['One', '', 'Two', ':lines', '.'])
    expect(said).toContain('1. One\n2. An empty line.\n3. Two\n')
    expect(said).toContain('Your answer: 2 words.\n')
  })
})

describe('parts', () => {
  const rows = (...cells: (boolean | undefined)[]): Answer =>
    ['a', 'b'].map((row, index) => ({
      row,
      ...(cells[2 * index] === undefined ? {} : { pays: cells[2 * index] }),
      ...(cells[2 * index + 1] === undefined ? {} : { gets: cells[2 * index + 1] })
    })) as Answer

  it.each<[string, Prompt, string[], Answer]>([
    ['the cell before', table, ['y', 'y', ':up', 'n', 'y', 'y'], rows(true, false, true, true)],
    [
      'a cell before that stays',
      table,
      ['y', 'y', 'y', ':up', '', ':up', ':up', 'n', '', 'y'],
      rows(true, false, true, true)
    ],
    ['the first cell has none before', table, [':up', 'y', 'y', 'y', 'y'], rows(true, true, true, true)],
    ['a row by its number', table, [':row 2', 'y', 'y'], [{ row: 'b', pays: true, gets: true }]],
    ['no row that is not there', table, [':row 3', ':row', ':row 0', 'y', 'y', 'y', 'y'], rows(true, true, true, true)],
    ['a cell that is emptied', table, ['y', 'y', ':up', ':drop', '', 'y', 'y'], rows(true, undefined, true, true)],
    [
      'from the name of a new row, and to a row that was added',
      growing,
      ['y', 'y', 'y', 'y', ':up', 'n', 'Cy', 'n', 'n', ':row 3', 'y', 'y', ''],
      [...(rows(true, true, true, false) as []), { row: 'Cy', pays: true, gets: true }]
    ],
    [
      'a row that is named again',
      growing,
      ['y', 'y', 'y', 'y', 'Cy', 'n', 'n', 'Cy', 'y', '', ''],
      [...(rows(true, true, true, true) as []), { row: 'Cy', pays: true, gets: false }]
    ],
    ['a statement', ratings, ['1', ':up', '2', '3'], { fair: 2, kind: 3 }],
    ['a statement by its number', ratings, ['1', ':row 1', '2', '3'], { fair: 2, kind: 3 }],
    ['a gap', sentence, ['them', ':up', 'us', 'rest'], { who: 'us', what: 'rest' }],
    ['a part of a plan', plan, ['it snows', ':up', 'it rains', 'read'], { if: 'it rains', then: 'read' }]
  ])('are gone back to: %s', async (_, prompt, script, answer) => {
    expect((await answered(prompt, script)).told).toEqual({ kind: 'answer', answer })
  })

  it('are explained once, and read out so far', async () => {
    const { said } = await answered(table, ['y', 'n', ':lines', '', 'y'])
    expect(said.match(/yes or no\?/g)).toHaveLength(2)
    expect(said).toContain('2 rows, 2 columns.')
    expect(said).toContain('Ann (Pays: yes, Receives: no)\n')
    expect(said).toContain('Done: 1 cell is empty.')
  })
})

describe('a line that looks like a command and is none', () => {
  it('is questioned at a keyboard, and not kept', async () => {
    const { said, told, kept } = await answered(text, 'One\r:quit\r:-)\r:smile:\r::quit\r.\r', { isTTY: true })
    expect(told).toEqual({ kind: 'answer', answer: 'One\n:-)\n:smile:\n:quit' })
    expect(said.replaceAll('\n', ' ')).toContain('There is no command :quit.')
    expect(kept).not.toContain('One\n:quit')
  })

  it.each([':', ':lea', ':quit', ':change 2'])('is not kept while it is unfinished: %s', async (line) => {
    const { told, kept } = await answered(text, `One\r${line}\u0003`, { isTTY: true })
    expect(told).toEqual({ kind: 'leave', kept: 'One' })
    expect(kept.at(-1)).toBe('One')
  })

  it('is text in a pipe, which is noted once', async () => {
    const { said, told } = await answered(text, [':quit', ':Help', '.'])
    expect(told).toEqual({ kind: 'answer', answer: ':quit\n:Help' })
    expect(said.match(/was kept as text/g)).toHaveLength(1)
  })
})

describe('help', () => {
  it('is announced where there is some', async () => {
    expect((await answered({ ...text, help: 'H', example: 'E' }, ['.'])).said).toContain(
      'What matters?\nHelp: :help. Example: :example.\n'
    )
    expect((await answered({ ...text, example: 'E' }, ['.'])).said).toContain('What matters?\nExample: :example.\n')
    expect((await answered(text, ['.'])).said).not.toContain(':example')
  })

  it('has one command on each line, and only those that work', async () => {
    const help = (await answered(text, [':help'])).said.split('Type a command on a line of its own.\n')[1] ?? ''
    const lines = help.trimEnd().split('\n')
    expect(lines.slice(0, -1).every((line) => /^:[a-z]+ [^:]*$/.test(line))).toBe(true)
    expect(help).toContain(':change 3 ')
    expect(help).not.toMatch(/:(?:row|up|example) /)
    expect((await answered(table, [':help'])).said).toMatch(/:up [^]*:row 3 /)
  })

  it('reads the question again', async () => {
    const { said } = await answered(table, ['y', ':question'])
    expect(said.match(/Who\?/g)).toHaveLength(2)
    expect(said.match(/2 rows, 2 columns/g)).toHaveLength(2)
  })
})

describe('links', () => {
  it('come after the text, with their numbers', async () => {
    const { renderer, said } = piped([])
    const links = 'A [book](https://a.test/x_y) by https://b.test/ and [again](https://a.test/x_y), or <c@d.test>.'
    await renderer.passage('', `> ${links}\n\nThe end.`)
    expect(said()).toBe(
      '\n> A book (link 1) by link 2 and again (link 1), or c@d.test.\n\nThe end.\nLink 1: https://a.test/x_y\nLink 2: https://b.test/\n'
    )
  })
})

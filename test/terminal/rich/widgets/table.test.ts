import { describe, expect, it } from 'vitest'
import type { Prompt } from '../../../../src/questions/shared/model.ts'
import { keys, sizes } from '../kit.ts'
import { asked, common, options, prompts } from './kit.ts'

const { enter, down, right } = keys

describe('a table', () => {
  it('gives its columns the room that they need, and says where there are more', () => {
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
    const at = (pieces: string[], room = sizes[0]!) => asked(table, pieces, { room }).screen
    expect(at([])).toMatch(/^ {2}Who {8}Pays {2}Has a say {2}What they value most of all {2}Asked$/m)
    expect(at([], sizes[1]!)).toMatch(/^ {2}Who .* Has a say +→$/m)
    expect(at([enter, enter, enter], sizes[1]!)).toMatch(/^← Who .* Asked$/m)
  })

  it('counts the rows that are added, and calls those without a name so', () => {
    const mixed: Prompt = { ...prompts.given, addRows: { max: 2 } }
    const at = (pieces: string[]) => asked(mixed, pieces).screen
    expect(at(['y'])).toContain('0 rows added (give at most 2)')
    expect(at([down, down, 'Me'])).toContain('1 row added (give at most 2)')
    expect(at([right, down, down, 'Neighbours'])).toMatch(/❯ Neighbours/)
    expect(at([down, down, right, 'y'])).toContain('The row without a name: pays')
  })

  it('keeps its columns where they are while it is filled', () => {
    const growing: Prompt = { ...prompts.added, rowTitle: 'Who' }
    const head = (pieces: string[]) => asked(growing, pieces).screen.split('\n')[0]
    expect(head(['Taxpayers', enter, '1', enter, 'What they say'])).toBe(head([]))
  })
})

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { suggest } from '../../src/text/suggest.ts'

describe('nearest', () => {
  const known = ['journal', 'plain', 'color', 'editor', 'no-paying-customer', 'choose-your-change']

  test.each([
    ['jurnal', ['journal']],
    ['jounral', ['journal']],
    ['COLOUR', ['color']],
    ['paying', ['no-paying-customer']],
    ['nopaying', ['no-paying-customer']],
    ['choos-yuor', ['choose-your-change']],
    ['x', []],
    ['plian', ['plain']],
    ['zzzzzz', []],
    ['', []]
  ])('%s → %j', (name, expected) => {
    expect(suggest(name, known)).toEqual(expected)
  })

  test('gives the best first and no more than asked for', () => {
    expect(suggest('note', ['nope', 'noted', 'mote', 'note-2', 'vote'], 2)).toEqual(['noted', 'note-2'])
  })

  test('always finds a known name with one letter lost', () => {
    const name = fc.stringMatching(/^[a-z]{4,20}$/)
    fc.assert(
      fc.property(name, fc.nat(), (word, at) => {
        const index = at % word.length
        expect(suggest(word.slice(0, index) + word.slice(index + 1), [word])).toEqual([word])
      })
    )
  })

  test('takes a name of any length in its stride', () => {
    expect(suggest('x'.repeat(1_000_000), known)).toEqual([])
  })
})

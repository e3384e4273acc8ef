import { describe, expect, it } from 'vitest'
import { wrap, wrapItems, wrapSentence } from '../../src/display/wrap.ts'

describe('a number in groups of digits', () => {
  it.each([13, 14, 15, 16, 17])('stays on one line of %i columns', (columns) => {
    const text = 'Call them on 116 123, free, at any hour.'
    const lines = wrap(text, columns)
    expect(lines.join(' ')).toBe(text)
    expect(lines.join('\n')).toMatch(/116 123/)
  })
})

describe('items below each other', () => {
  const shape = { ellipsis: '…', more: (items: number) => `and ${items} more` }

  it.each<[string, string[], number, string[]]>([
    ['the rest of an item is indented', ['one two three', 'four'], 5, ['one two', '  three', 'four']],
    ['what does not fit is counted', ['one', 'two', 'three', 'four'], 3, ['one', 'two', 'and 2 more']],
    ['the last one is shown if it fits', ['one', 'two', 'three'], 3, ['one', 'two', 'three']],
    ['a long first item is cut', ['one two three four five', 'six'], 2, ['one two…', 'six']],
    ['in one line they follow each other', ['one', 'two'], 1, ['one; two']]
  ])('%s', (_, items, rows, lines) => {
    expect(wrapItems(items, 10, rows, shape)).toEqual(lines)
  })
})

describe('a sentence with a path, a command or an address', () => {
  const long = `/home/ada/${'Documents/'.repeat(9)}a.md`
  it.each([
    [`Changed: ${long}`, long],
    [`What you wrote in it is in ${long}. Copy it.`, `${long}.`],
    [
      `The words are in "/Users/Ada Lovelace/My Documents/my notes.md", which is private.`,
      '"/Users/Ada Lovelace/My Documents/my notes.md",'
    ],
    [`The words are in /Users/Ada Lovelace/My Documents/notes.md now.`, '/Users/Ada Lovelace/My Documents/notes.md'],
    [
      String.raw`Changed: C:\Users\Ada Lovelace\OneDrive - University of X\notes.md.`,
      String.raw`C:\Users\Ada Lovelace\OneDrive - University of X\notes.md.`
    ],
    [String.raw`Your journal is in \\server\home share\refl\2026 now.`, String.raw`\\server\home share\refl\2026`],
    ['Type "reflect pack check week-3" to see them all.', '"reflect pack check week-3"'],
    ['"What counts", done twice: reflect revisit one', 'reflect revisit one'],
    ['An entry of Monday (reflect show 2026abcd).', '(reflect show 2026abcd).'],
    [`See https://example.org/${'a/'.repeat(30)} for more.`, `https://example.org/${'a/'.repeat(30)}`],
    ['It is in (~/a long folder/with more/x.md).', '(~/a long folder/with more/x.md).']
  ])('has it on one line: %s', (sentence, whole) => {
    for (const columns of [10, 20, 30, 40]) {
      const lines = wrapSentence(sentence, columns)
      expect(lines.join(' ')).toBe(sentence)
      expect(lines.filter((line) => line.includes(whole))).toHaveLength(1)
      expect(lines.filter((line) => !line.includes(whole)).every((line) => line.length <= columns)).toBe(true)
    }
  })

  it('is wrapped as usual without one', () => {
    expect(wrapSentence('Words and/or other words without a path.', 12)).toEqual([
      'Words and/or',
      'other words',
      'without a',
      'path.'
    ])
  })
})

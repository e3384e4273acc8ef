import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { typedText } from '../../src/text/typed-text.ts'

it.each([
  ['words\tand 日本 👩‍👩‍👧 \u200f\u2028', 'words\tand 日本 👩‍👩‍👧 \u200f\u2028'],
  ['a\r\nb\rc\nd', 'a\nb\nc\nd'],
  ['Word\vsoft break, PDF\fpage, IBM\u0085line', 'Word\nsoft break, PDF\npage, IBM\nline'],
  ['\u001b[1;31mred\u001b[0m', 'red'],
  ['\u001b]8;;https://example.org\u001b\\link\u001b]8;;\u0007', 'link'],
  ['\u009b31mred', 'red'],
  ['\u001b(Bset', 'set'],
  ['a\0b\u0007c\u007fd\u001be', 'abcde'],
  ['\u001b]unfinished title', ']unfinished title']
])('%j becomes %j', (text, expected) => {
  expect(typedText(text)).toBe(expected)
})

it('leaves no control character but newline and tab, and changes nothing twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = typedText(text)
      expect(once).not.toMatch(/(?![\n\t])\p{Cc}/u)
      expect(typedText(once)).toBe(once)
    })
  )
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchesIn, styleSpans, withoutStyles } from '../../src/display/find-lines.ts'
import { wrap } from '../../src/display/wrap.ts'

const bold = (text: string) => `\u001b[1m${text}\u001b[22m`
const marked = (text: string) => `«${text}»`

/** The lines with every match in marks. */
function marks(lines: readonly string[], words: string): string[] {
  const matches = matchesIn(lines, words)
  return lines.map((line, index) => styleSpans(line, matches.spansIn(index), marked))
}

describe('a search in lines', () => {
  it.each([
    ['one line', ['The Café, a CAFE.'], 'cafe', ['The «Café», a «CAFE».']],
    ['folding that changes the length', ['ﬁne Straße!'], 'fine strasse', ['«ﬁne Straße»!']],
    ['a part of a word', ['searching'], 'arch', ['se«arch»ing']],
    ['over a line break', ['it went', 'on, so'], 'went  on', ['it «went»', '«on», so']],
    ['over a line break in a quotation', ['│ it went', '│ on, so'], 'went on', ['│ it «went»', '│ «on», so']],
    ['over an indentation', ['  - it went', '    on'], 'went on', ['  - it «went»', '    «on»']],
    ['not over a line break in a word', ['car', 'pet'], 'carpet', ['car', 'pet']],
    ['ideographs over a line break', ['我们学', '习中文'], '学习', ['我们«学»', '«习»中文']],
    ['signs of a pattern', ['a (b) [c] $1.5?'], '(b) [c] $1.5?', ['a «(b) [c] $1.5?»']],
    ['a point is a point', ['1x5 1.5'], '1.5', ['1x5 «1.5»']],
    ['styles inside', [`a ${bold('big')} word`], 'big word', [`a \u001b[1m«big»\u001b[22m« word»`]],
    ['nothing', ['a'], ' ', ['a']]
  ])('%s', (_, lines, words, expected) => {
    expect(marks(lines, words)).toEqual(expected)
  })

  it('gives the line of each match, in order', () => {
    expect(matchesIn(['one two', 'two', '', 'three two'], 'two').lines).toEqual([0, 1, 3])
  })

  it('finds the same however the text is laid out, and changes no character', () => {
    const words = fc.array(fc.constantFrom('so', 'Ŵyth', 'café', 'a', '(b)', 'ﬁn', '学习', 'long-winded'), {
      minLength: 1,
      maxLength: 40
    })
    fc.assert(
      fc.property(
        words,
        fc.nat(),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 12, max: 60 }),
        (text, at, count, columns) => {
          const begin = at % text.length
          const sought = text.slice(begin, begin + count).join(' ')
          const lines = wrap(text.map((word, index) => (index % 3 === 0 ? bold(word) : word)).join(' '), columns)
          const one = matchesIn([text.join(' ')], sought)
          expect(matchesIn(lines, sought).lines).toHaveLength(one.lines.length)
          expect(one.lines.length).toBeGreaterThan(0)
          const found = marks(lines, sought)
          expect(found.map((line) => line.replaceAll(/[«»]/g, ''))).toEqual(lines)
          expect(found.map(withoutStyles).join(' ')).toContain('«')
        }
      )
    )
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeTheme } from '../../src/display/theme.ts'
import { graphemes, width } from '../../src/display/width.ts'
import { visible } from '../../src/text/visible.ts'
import { truncate, truncateMiddle, wrap } from '../../src/display/wrap.ts'
import { hostileTexts, rawControl } from '../terminal/hostile.ts'

const ESC = '\u001b'
const theme = makeTheme({ color: true, unicode: true, background: 'dark' })
/** Text of many scripts, with runs of letters and spaces so that there is something to break. */
const prose = fc
  .array(
    fc.oneof(
      fc.stringMatching(/^[a-zé]{1,12}$/),
      fc.constantFrom(' ', '  ', '日本語', '、', '한국어', '👩‍👩‍👧', '🇬🇧', 'क्षि', 'ไทย', 'é', '-'),
      fc.string({ unit: 'grapheme', maxLength: 5 })
    )
  )
  .map((parts) => visible(parts.join('')))

describe('width', () => {
  it.each([
    ['', 0],
    ['plain', 5],
    ['naïve café', 10],
    ['Жизнь', 5],
    ['日本', 4],
    ['한국', 4],
    ['👍', 2],
    ['👍🏽', 2],
    ['👩‍👩‍👧‍👦', 2],
    ['🇬🇧', 2],
    ['e\u0301', 1],
    ['می\u200cخواهم', 7],
    ['a\u200bb', 2],
    [`${ESC}[31mred${ESC}[39m`, 3]
  ])('of %j is %i', (text, columns) => {
    expect(width(text)).toBe(columns)
  })
})

describe('graphemes', () => {
  it('are what a reader calls characters', () => {
    expect(graphemes('ae\u0301👩‍👧🇬🇧')).toEqual(['a', 'e\u0301', '👩‍👧', '🇬🇧'])
  })

  it('are those of Unicode, in any mixture of scripts', () => {
    const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
    const mixed = fc
      .array(
        fc.constantFrom(
          'a',
          'é',
          'e\u0301',
          '字',
          'が',
          'か\u3099',
          '한',
          '\u1100\u1161',
          '👩',
          '\u200d',
          '👧',
          '\ufe0f',
          '🇬',
          '🇧',
          'क',
          '्',
          'ष',
          '\r',
          '\n',
          'ﾊ',
          'ﾞ',
          ' '
        )
      )
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(mixed, (text) => {
        expect(graphemes(text)).toEqual(Array.from(segmenter.segment(text), (part) => part.segment))
      }),
      { numRuns: 500 }
    )
  })

  it('joined are the text again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(graphemes(text).join('')).toBe(text)
      })
    )
  })
})

describe('wrap', () => {
  it.each([
    ['at words', 'the quick brown fox', 9, ['the quick', 'brown fox']],
    ['long words by grapheme', 'abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['never inside an emoji', '👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 4, ['👩‍👩‍👧👩‍👩‍👧', '👩‍👩‍👧']],
    ['Chinese anywhere, but not before a stop', '我们今天去。好', 10, ['我们今天', '去。好']],
    ['ideographs after Latin', 'abc 日本語', 6, ['abc 日', '本語']],
    ['keeping line breaks and indents', '  a b\n\n  c', 20, ['  a b', '', '  c']],
    ['nothing', '', 10, ['']]
  ])('%s', (_, text, columns, lines) => {
    expect(wrap(text, columns)).toEqual(lines)
  })

  it('makes no line wider than the columns and loses nothing but spaces', () => {
    fc.assert(
      fc.property(prose, fc.integer({ min: 2, max: 40 }), (text, columns) => {
        const lines = wrap(text, columns)
        expect(lines.filter((line) => width(line) > columns)).toEqual([])
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      })
    )
  })

  it('carries styles over a break and leaves none open', () => {
    expect(wrap(theme.strong('one two'), 4)).toEqual([`${ESC}[1mone${ESC}[22m`, `${ESC}[1mtwo${ESC}[22m`])
    fc.assert(
      fc.property(prose, prose, fc.integer({ min: 2, max: 40 }), (first, second, columns) => {
        const lines = wrap(`${first}${theme.accent(`${second}${theme.strong(first)}`)}${second}`, columns)
        expect(lines.filter((line) => width(line) > columns)).toEqual([])
        for (const line of lines) {
          expect(line.split(`${ESC}[36m`).length).toBe(line.split(`${ESC}[39m`).length)
          expect(line.split(`${ESC}[1m`).length).toBe(line.split(`${ESC}[22m`).length)
        }
      })
    )
  })

  // What is quadratic takes minutes here, and the test times out.
  it('takes long text', () => {
    expect(wrap('word '.repeat(50_000), 80).length).toBeGreaterThan(3000)
    expect(wrap('字'.repeat(50_000), 80)).toHaveLength(1250)
  })
})

describe('truncateMiddle', () => {
  it('keeps both ends', () => {
    expect(truncateMiddle('/home/ada/entry.md', 12)).toBe('/home…try.md')
    expect(truncateMiddle('/日本/日本語.md', 9)).toBe('/日…語.md')
    expect(truncateMiddle('short', 5)).toBe('short')
  })
})

describe('truncate', () => {
  it('cuts whole characters and says so', () => {
    expect(truncate('a sentence', 6)).toBe('a sen…')
    expect(truncate('日本語', 4)).toBe('日…')
    expect(truncate('short', 5)).toBe('short')
    expect(truncate(theme.strong('a sentence'), 6)).toBe(`${ESC}[1ma sen…${ESC}[22m`)
  })

  it('never exceeds the columns', () => {
    fc.assert(
      fc.property(prose, fc.integer({ min: 0, max: 30 }), (text, columns) => {
        expect(width(truncate(text, columns))).toBeLessThanOrEqual(columns)
      })
    )
  })
})

describe('visible', () => {
  it.each(hostileTexts)('shows %j without a raw control', (text) => {
    const shown = visible(text)
    expect(shown).not.toMatch(rawControl)
    expect(shown.length).toBeGreaterThanOrEqual(text.length)
    expect(visible(text, { newlines: true }).replaceAll('\n', '')).not.toMatch(rawControl)
  })

  it('replaces rather than strips, so that nothing can hide in what is left', () => {
    expect(visible(`${ESC} ${ESC}[31m [2J`)).toBe('␛ ␛[31m [2J')
    expect(visible('Delete? no\ryes')).toBe('Delete? no␍yes')
    expect(visible('a\u202eb\u009bc\u007fd\ud800')).toBe('a\\u{202e}b\\u{9b}c␡d\\u{d800}')
  })

  it('keeps newlines where text has lines', () => {
    expect(visible('a\nb', { newlines: true })).toBe('a\nb')
    expect(visible('a\nb')).toBe('a␊b')
    expect(visible('a\tb')).toBe('a    b')
  })

  it.each(['naïve', 'Ελληνικά', 'עברית', 'العربية', 'می\u200cخواهم', 'हिन्दी', '日本語', '👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿'])(
    'leaves %j as it is',
    (text) => {
      expect(visible(text)).toBe(text)
    }
  )

  it('shows any text at all without a raw control', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(visible(text)).not.toMatch(rawControl)
      })
    )
  })
})

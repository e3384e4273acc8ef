import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escaped } from '../../src/export/escape.ts'
import { visible, withoutInvalidXml } from '../../src/text/visible.ts'

const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      'a',
      'é',
      ' ',
      '\n',
      '\t',
      '\r',
      '\u001b[2J',
      '\u009b',
      '\u007f',
      '\u202e',
      '\u2066',
      '\u2028',
      '\ud800',
      '\udc00',
      '🙂',
      '\u200b',
      '\u00ad',
      '\ufffe'
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })
  ),
  maxLength: 20
})

describe('what is shown of a text', () => {
  test.each([
    ['on one line', 'a\u001b[31m\nb\tc\u202e\ud800\u009b\u007f', {}, 'a␛[31m␊b    c\\u{202e}\\u{d800}\\u{9b}␡'],
    ['on several lines', 'a\nb\r', { newlines: true }, 'a\nb␍'],
    ['to an author', 'a\u200b\tb\u00adc\u001b', { hidden: true }, 'a\\u{200b} b\\u{ad}c␛'],
    ['of what has no shape, to others', 'a\u200bb\u00ad', {}, 'a\u200bb\u00ad']
  ])('%s', (_, text, how, shown) => expect(visible(text, how)).toBe(shown))

  test('in a document: no character that XML cannot contain', () => {
    expect(withoutInvalidXml('a\u001b\u009b\u007f\n\t\ufffe\ud800')).toBe('a␛\\u{9b}␡\n\t\\u{fffe}\\u{d800}')
  })

  test('commands no terminal, reorders nothing, and is the same when it is shown again', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(visible(text)).not.toContain('\n')
        for (const how of [{}, { newlines: true }, { hidden: true }]) {
          const shown = visible(text, how)
          expect(shown).not.toMatch(/(?!\n)\p{Cc}|[\u2028-\u202e\u2066-\u2069]|\p{Surrogate}/u)
          expect(visible(shown, how)).toBe(shown)
        }
        expect(escaped(text)).not.toMatch(/(?![\n\t])\p{Cc}|\p{Surrogate}|[<>"'\ufffe\uffff]/u)
      }),
      { numRuns: 500 }
    )
  })

  test('is the text itself if nothing in it is hidden', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const plain = text.replaceAll(/\p{Cc}|[\u2028-\u202e\u2066-\u2069]/gu, '')
        expect(visible(plain)).toBe(plain)
      })
    )
  })
})

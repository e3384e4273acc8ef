import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, foldCase, isSame, nfc, spanMapper, wordsOf } from '../../src/text/folding.ts'

/** Letters and signs that folding treats in a way of their own, alone and next to each other. */
const odd = fc.string({
  unit: fc.constantFrom(
    ...'aI sS',
    'ß',
    'ẞ',
    'İ',
    'ı',
    'i\u0307',
    '\u00ad',
    'ﬁ',
    'ﬃ',
    'Σ',
    'ς',
    'é',
    'e\u0301',
    '\u0301',
    'ŵ',
    'ㄱ',
    'ㅏ',
    'か',
    '\u3099',
    '″',
    '\u200b',
    '…',
    '’',
    '🙂',
    '\n'
  ),
  maxLength: 12
})

describe('folding', () => {
  test.each([
    ['TRUST', 'trust'],
    ['Straße', 'STRASSE'],
    ['STRAẞE', 'strasse'],
    ['İstanbul', 'istanbul'],
    ['ISPARTA', 'ısparta'],
    ['ΟΔΟΣ', 'οδος'],
    ['Zoe\u0308', 'ZOË'],
    ['zoe', 'Zoë'],
    ['cafe', 'CAFÉ'],
    ['dwr ty', 'dŵr tŷ'],
    ['שלום', 'שָׁלוֹם'],
    ['محمد', 'مُحَمَّد'],
    ['ＡＢＣ\u3000１', 'abc 1'],
    ['ﬃ', 'FFI'],
    ['zero\u200bwidth\ufeff', 'zerowidth'],
    ['it´s', 'itʼs'],
    ['5″', '5"'],
    ['so — then', 'so - then'],
    ['10 − 2', '10 ‐ 2'],
    ['ﬁnd', 'FIND'],
    ['co\u00adoperate', 'cooperate'],
    ['didn’t', "DIDN'T"],
    ['“so”', '"so"'],
    ['co\u2011operative', 'co-operative'],
    ['wait…', 'wait...'],
    ['5 µm', '5 μM']
  ])('%s and %s are the same', (one, other) => {
    expect(fold(one)).toBe(fold(other))
    expect(isSame(one, other)).toBe(true)
  })

  test.each([
    ['o', 'ø'],
    ['か', 'が'],
    ['कि', 'क'],
    ['하', '한'],
    ["'", '"']
  ])('%s and %s are not', (one, other) => expect(isSame(one, other)).toBe(false))

  test.each([
    ['Straße', 'STRASSE', true],
    ['I’m ﬁne', "i'M FINE", true],
    ['Zoe\u0308', 'ZOË', true],
    ['tan', 'tân', false],
    ['rose', 'rosé', false]
  ])('of labels, %s and %s are the same: %s', (one, other, isEqual) =>
    expect(foldCase(one) === foldCase(other)).toBe(isEqual)
  )

  test('what Unicode takes for the same letter but for case is the same, for every letter', () => {
    const letters = Array.from({ length: 0x1ffff }, (_, code) => String.fromCodePoint(code)).filter(
      (letter) => /^\p{L}$/u.test(letter) && nfc(letter) === letter && letter.toLowerCase() !== letter.toUpperCase()
    )
    const all = letters.join('')
    for (const letter of letters)
      for (const [other] of all.matchAll(new RegExp(letter, 'giu'))) expect(fold(other)).toBe(fold(letter))
  })

  test('of what is folded nothing is left to fold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), odd, (any, some) => {
        for (const text of [any, some, any + some]) {
          expect(fold(fold(text))).toBe(fold(text))
          expect(foldCase(foldCase(text))).toBe(foldCase(text))
          expect(fold(nfc(text))).toBe(fold(text))
        }
      })
    )
  })

  test('every character folds to what is folded', () => {
    const all = Array.from({ length: 0x20000 }, (_, code) => String.fromCodePoint(code)).join('\n')
    for (const form of [fold, foldCase]) {
      const once = form(all)
      expect(form(once) === once).toBe(true)
    }
  })

  test('lines can be folded one by one', () => {
    fc.assert(
      fc.property(odd, odd, (one, other) => {
        expect(fold(`${one}\n${other}`)).toBe(`${fold(one)}\n${fold(other)}`)
      })
    )
  })

  test('what was found in a folded text is found in the same place of the text itself', () => {
    fc.assert(
      fc.property(odd, fc.nat(), fc.nat(), (text, first, length) => {
        const whole = fold(text)
        const start = first % (whole.length + 1)
        const end = Math.min(whole.length, start + 1 + (length % 4))
        if (end <= start) return
        const place = spanMapper(text)({ start, end })
        expect(fold(text.slice(place.start, place.end))).toContain(whole.slice(start, end))
        expect(place.end).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 2000 }
    )
  })
})

test('the words of a text hold no space, and leave none of its letters and digits out', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (any) => {
      const text = fold(any)
      const words = wordsOf(text)
      for (const word of words) expect(word).not.toMatch(/\s/)
      const letters = (from: string) => from.match(/[a-z\d\u00c0-\u00d6\u3041-\u3096]/g) ?? []
      expect(letters(words.join(' '))).toEqual(letters(text))
    })
  )
})

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { folded, normalised, unfolding, wordsOf } from '../../src/text/folding.ts'

const same = (text: string) => folded(normalised(text))

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
    ['ﬁnd', 'FIND'],
    ['co\u00adoperate', 'cooperate'],
    ['didn’t', "DIDN'T"],
    ['“so”', '"so"'],
    ['co\u2011operative', 'co-operative'],
    ['wait…', 'wait...'],
    ['5 µm', '5 μM']
  ])('%s and %s are the same', (one, other) => expect(same(one)).toBe(same(other)))

  test.each([
    ['zoe', 'zoë'],
    ['rose', 'rosé'],
    ['o', 'ø']
  ])('%s and %s are not', (one, other) => expect(same(one)).not.toBe(same(other)))

  test('what Unicode takes for the same letter but for case is the same, for every letter', () => {
    const letters = Array.from({ length: 0x1ffff }, (_, code) => String.fromCodePoint(code)).filter(
      (letter) =>
        /^\p{L}$/u.test(letter) && normalised(letter) === letter && letter.toLowerCase() !== letter.toUpperCase()
    )
    const all = letters.join('')
    for (const letter of letters)
      for (const [other] of all.matchAll(new RegExp(letter, 'giu'))) expect(folded(other)).toBe(folded(letter))
  })

  test('of what is folded nothing is left to fold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), odd, (any, some) => {
        for (const text of [any, some, any + some]) expect(folded(folded(text))).toBe(folded(text))
      })
    )
  })

  test('what was found in a folded text is found in the same place of the text itself', () => {
    fc.assert(
      fc.property(odd, fc.nat(), fc.nat(), (text, first, length) => {
        const whole = folded(text)
        const start = first % (whole.length + 1)
        const end = Math.min(whole.length, start + 1 + (length % 4))
        if (end <= start) return
        const place = unfolding(text)({ start, end })
        expect(folded(text.slice(place.start, place.end))).toContain(whole.slice(start, end))
      }),
      { numRuns: 2000 }
    )
  })
})

test('the words of a text hold no space, and leave none of its letters and digits out', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (any) => {
      const text = folded(normalised(any))
      const words = wordsOf(text)
      for (const word of words) expect(word).not.toMatch(/\s/)
      const letters = (from: string) => from.match(/[a-z\d\u00c0-\u00d6\u3041-\u3096]/g) ?? []
      expect(letters(words.join(' '))).toEqual(letters(text))
    })
  )
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readNumber } from '../../src/questions/shared/typed-number.ts'
import type { TypedNumber } from '../../src/questions/shared/typed-number.ts'

/** The readings of a text: none, one, or two. */
const readingsOf = (read: TypedNumber): readonly number[] =>
  read.kind === 'none' ? [] : read.kind === 'number' ? [read.value] : read.readings
const readings = (text: string, language = 'en-GB', unit?: string) => readingsOf(readNumber(text, { language, unit }))

describe('a number', () => {
  it.each([
    ['3', [3]],
    [' 007 ', [7]],
    ['-5', [-5]],
    ['+5', [5]],
    ['\u22125', [-5]],
    ['\u20135', [-5]],
    ['-0', [0]],
    ['2.5', [2.5]],
    ['.5', [0.5]],
    [',5', [0.5]],
    ['5.', [5]],
    ['1,5', [1.5]],
    ['1 000', [1000]],
    ['1\u00a0000', [1000]],
    ['1\u202f000', [1000]],
    ['1\u2009000\u2009000', [1_000_000]],
    ['1234 567', [1_234_567]],
    ["1'000", [1000]],
    ['1’000’000', [1_000_000]],
    ['1,500', [1500]],
    ['1,500.25', [1500.25]],
    ['1.500,25', [1500.25]],
    ['1 500,25', [1500.25]],
    ['1,234.567', [1234.567]],
    ['1.000.000', [1_000_000]],
    ['1,000,000', [1_000_000]],
    ['1.000', [1, 1000]],
    ['-1.250', [-1.25, -1250]],
    ['1234,567', [1234.567, 1_234_567]],
    ['1234.567', [1234.567]],
    ['0.125', [0.125]],
    ['0,125', [0.125]],
    ['1.0000', [1]],
    ['½', [0.5]],
    ['2½', [2.5]],
    ['2 ¾', [2.75]],
    ['-1⅓', [-1 - 1 / 3]],
    ['1e3', [1000]],
    ['1.5E-3', [0.0015]],
    ['１２３', [123]],
    ['１，５００', [1500]],
    ['٣٫٥', [3.5]],
    ['१२', [12]],
    ['𝟘𝟙𝟡', [19]],
    ['9007199254740991', [Number.MAX_SAFE_INTEGER]]
  ] as const)('%j is %j in English', (text, numbers) => {
    expect(readings(text)).toEqual(numbers)
  })

  it.each([
    ['de', '1.000', [1000]],
    ['de', '1,000', [1, 1000]],
    ['de', '1,5', [1.5]],
    ['de', '1.5', [1.5]],
    ['de', '5,', [5]],
    ['de-CH', "1'000", [1000]],
    ['fr', '1.000', [1, 1000]],
    ['fr', '1 000,5', [1000.5]],
    ['cy', '1,500', [1500]],
    ['cy', '1.500', [1.5, 1500]],
    ['hi', '12,34,567', [1_234_567]],
    ['en-GB', '12,34,567', []],
    ['ar-EG', '١٬٢٣٤٫٥', [1234.5]],
    ['tlh', '1,500', [1500]],
    ['not a tag', '1,500', [1500]]
  ] as const)('in %s, %j is %j', (language, text, numbers) => {
    expect(readings(text, language)).toEqual(numbers)
  })

  it.each([
    ['5 hours', 'hours', 5],
    ['5hours', 'hours', 5],
    ['1 hour', 'hours', 1],
    ['2 Hours.', 'hour', 2],
    ['1 phone call', 'phone calls', 1],
    ['1 day a week', 'days a week', 1],
    ['3 ladies', 'lady', 3],
    ['5km', 'km', 5],
    ['km −5', 'km', -5],
    ['1,500 km', 'km', 1500],
    ['5 awr', 'awr', 5],
    ['½ hour', 'hours', 0.5],
    ['7 out of 10', 'out of 10', 7],
    ['£5', '£', 5],
    ['-£5.50', 'pounds', -5.5],
    ['£-5', '£ a week', -5],
    ['5 €', 'euros', 5],
    ['£20', undefined, 20],
    ['5%', '%', 5],
    ['5 %', 'per cent', 5],
    ['10', '0', 10]
  ])('%j in %s is %d', (text, unit, number) => {
    expect(readings(text, 'en-GB', unit)).toEqual([number])
  })

  it.each([
    '',
    ' ',
    '-',
    '.',
    ',',
    'x',
    '5 apples',
    '£5',
    '5%',
    '- 5',
    '--5',
    '5-',
    '1 2',
    '1 00',
    '1_000',
    '1\n000',
    '1,00,000',
    '0,000,000',
    '1.2.3',
    '1,2,3',
    '1,000 000',
    '1.000,000.000',
    '28/12',
    '1:30',
    '²',
    '2²',
    '½½',
    '1.5½',
    '0x10',
    '0b1',
    'Infinity',
    'NaN',
    'e3',
    '1e',
    '1e400',
    '9007199254740993',
    '9,007,199,254,740,993',
    '9'.repeat(400),
    '1'.repeat(1001),
    'hours'
  ])('%j is not a number of hours', (text) => {
    expect(readings(text, 'en-GB', 'hours')).toEqual([])
  })
})

const languages = (
  'en en-GB en-US en-IN en-ZA cy ga gd de de-AT de-CH gsw fr fr-CA fr-CH es es-MX pt-BR pt-PT it nl sv nb da fi et lv ' +
  'lt pl cs sk hu ro bg hr sr uk ru be el tr az hi bn mr ne gu ta te my th lo km dz ja ko zh ar ar-EG fa ur ps ckb ' +
  'ks he eu ca is mt sw am nqo ff-Adlm sat'
).split(' ')

describe('what Intl writes', () => {
  it('is read back, or is ambiguous with it as a reading', () => {
    const number = fc.tuple(fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom(1, 1, 10, 100, 1000))
    fc.assert(
      fc.property(fc.constantFrom(...languages), number, (language, [digits, by]) => {
        const text = new Intl.NumberFormat(language).format(digits / by)
        expect(readings(text, language), `${language}: ${text}`).toContain(digits / by || 0)
      }),
      { numRuns: 500 }
    )
  })

  it.each(languages)('is never ambiguous in %s for whole numbers', (language) => {
    const style = new Intl.NumberFormat(language)
    for (const number of [0, 7, -42, 1000, 12_345, -1_234_567, 1e12])
      expect(readNumber(style.format(number), { language })).toEqual({ kind: 'number', value: number })
  })

  it('is read with a currency', () => {
    const style = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' })
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (pence) => {
        expect(readings(style.format(pence / 100), 'en-GB', 'pounds')).toEqual([pence / 100 || 0])
      })
    )
  })
})

describe('any text', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.string({ unit: fc.constantFrom(..."0159.,' -−+eE½٫٬１£%hours\n\u00a0\u061c"), maxLength: 30 }),
    fc.string({ unit: 'binary' })
  )

  it('has no, one or two different finite readings', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom(...languages), fc.option(hostile), (text, language, unit) => {
        const found = readings(text, language, unit ?? undefined)
        expect(new Set(found).size).toBe(found.length)
        for (const value of found) expect(Number.isFinite(value) && !Object.is(value, -0)).toBe(true)
      }),
      { numRuns: 2000 }
    )
  })
})

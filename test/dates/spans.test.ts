import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daySpan } from '../../src/dates/spans.ts'
import { english } from '../../src/words/index.ts'

// A Tuesday.
const today = '2026-11-24'
const spanOf = (text: string, from = today) => daySpan(text, from, english.days.spoken)

describe('daySpan', () => {
  test.each([
    ['2026-11-23', '2026-11-23', '2026-11-23'],
    ['2026-11', '2026-11-01', '2026-11-30'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2026', '2026-01-01', '2026-12-31'],
    ['today', today, today],
    ['Yesterday', '2026-11-23', '2026-11-23'],
    ['this week', '2026-11-23', '2026-11-29'],
    ['last week', '2026-11-16', '2026-11-22'],
    [' last  month ', '2026-10-01', '2026-10-31'],
    ['this year', '2026-01-01', '2026-12-31'],
    ['last year', '2025-01-01', '2025-12-31'],
    ['1 day ago', '2026-11-23', '2026-11-23'],
    ['3 weeks ago', '2026-11-03', '2026-11-03'],
    ['2 months ago', '2026-09-24', '2026-09-24'],
    ['tuesday', today, today],
    ['Wednesday', '2026-11-18', '2026-11-18'],
    ['fri', '2026-11-20', '2026-11-20'],
    ['november', '2026-11-01', '2026-11-30'],
    ['dec', '2025-12-01', '2025-12-31'],
    ['March 2024', '2024-03-01', '2024-03-31'],
    ['23 November 2026', '2026-11-23', '2026-11-23'],
    ['3rd of Mar 2024', '2024-03-03', '2024-03-03'],
    ['23/11/2026', '2026-11-23', '2026-11-23'],
    ['2026-3-1', '2026-03-01', '2026-03-01'],
    ['last tuesday', '2026-11-17', '2026-11-17'],
    ['23 nov', '2026-11-23', '2026-11-23'],
    ['25 November', '2025-11-25', '2025-11-25'],
    ['25/11', '2025-11-25', '2025-11-25']
  ])('reads "%s"', (text, first, last) => expect(spanOf(text)).toEqual({ first, last }))

  test.each([
    '',
    'lately',
    '2026-13',
    '2026-02-30',
    '30 February 2026',
    '26-11-23',
    'tomorrow',
    'next friday',
    'last',
    'ago',
    '3 ago',
    'weeks',
    '2026-11-23T10:00'
  ])('refuses "%s"', (text) => expect(spanOf(text)).toBeUndefined())

  test('a month ago, seen from the last of a long month, is the last of a short one', () => {
    expect(spanOf('1 month ago', '2026-03-31')).toEqual({ first: '2026-02-28', last: '2026-02-28' })
    expect(spanOf('1 year ago', '2024-02-29')).toEqual({ first: '2023-02-28', last: '2023-02-28' })
  })

  test('from any day, last week ends the day before this week begins', () => {
    const day = fc.date({ min: new Date('1970-01-10'), max: new Date('2100-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(day, (date) => {
        const from = date.toISOString().slice(0, 10)
        const [now, before] = [spanOf('this week', from), spanOf('last week', from)]
        expect(Date.parse(now?.first ?? '') - Date.parse(before?.last ?? '')).toBe(86_400_000)
        expect(new Date(now?.first ?? '').getUTCDay()).toBe(1)
        expect((now?.first ?? '') <= from && from <= (now?.last ?? '')).toBe(true)
      })
    )
  })
})

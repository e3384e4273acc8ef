import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendar, ratingLine } from '../../src/display/charts.ts'
import { makeTheme } from '../../src/display/theme.ts'
import { width } from '../../src/display/width.ts'
import { english } from '../../src/words/index.ts'

const theme = makeTheme({ color: false, unicode: true })
const names = { weekdays: english.days.weekdaysShort, months: english.days.monthsShort }
const anyDay = fc.integer({ min: 0, max: 40_000 }).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10))

describe('a calendar', () => {
  it('ends with this week and marks the days on which something was done', () => {
    const days = new Map([
      ['2025-11-24', 1],
      ['2026-11-18', 3],
      ['2026-11-25', 1]
    ])
    const [months, monday, , wednesday, , friday] = calendar(days, '2026-11-25', 57, names, theme)
    expect(months).toBe('     Dec Jan Feb Mar  Apr May  Jun Jul Aug  Sep Oct Nov')
    expect(monday).toBe(`Mon ■${'·'.repeat(52)}`)
    expect(wednesday).toBe(`Wed ${'·'.repeat(51)}■■`)
    expect(friday).toBe(`Fri ${'·'.repeat(52)} `)
  })

  it('is drawn as two halves where a year is too wide', () => {
    const days = new Map([
      ['2025-11-24', 1],
      ['2026-11-25', 1]
    ])
    const lines = calendar(days, '2026-11-25', 40, names, theme)
    expect(lines.map((line) => width(line) <= 31)).toEqual(lines.map(() => true))
    expect([lines.length, lines[8]]).toEqual([17, ''])
    expect([lines[1], lines[12]]).toEqual([`Mon ·■${'·'.repeat(25)}`, `Wed ${'·'.repeat(26)}■`])
  })

  it('fits any width, ends today, and shows a day once if at all', () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.integer({ min: 5, max: 200 }), (today, done, columns) => {
        const lines = calendar(new Map([[done, 1]]), today, columns, names, theme)
        const rows = lines.slice(-7)
        const marks = [...lines.join('')].filter((sign) => sign === '■').length
        const weekday = (new Date(today).getUTCDay() + 6) % 7
        const weeks = columns < 57 ? 2 * Math.min(columns - 4, 27) : 53
        expect(lines.every((row) => width(row) <= columns)).toBe(true)
        expect(marks).toBe(isShown(done, today, weeks) ? 1 : 0)
        expect(rows.map((row) => row.endsWith(' '))).toEqual(rows.map((_, row) => row > weekday))
      })
    )
  })
})

/** Whether a day lies in the last so many weeks, this one included, and not after today. */
function isShown(day: string, today: string, weeks: number): boolean {
  const past = (Date.parse(today) - Date.parse(day)) / 86_400_000
  return past >= 0 && past < (weeks - 1) * 7 + ((new Date(today).getUTCDay() + 6) % 7) + 1
}

describe('a line of ratings', () => {
  it.each([
    [[1, 2, 3, 4, 5], 1, 5, '▁▃▅▆█'],
    [[1, null, 5], 1, 5, '▁·█'],
    [[0, 10], 0, 10, '▁█'],
    [[3, 9, -4], 1, 5, '▅█▁'],
    [[2, 2], 2, 2, '▁▁'],
    [[], 1, 5, '']
  ])('shows %j on a scale from %i to %i as %s', (values, from, to, marks) => {
    const ratings = values.map((value) => ({ value, from, to }))
    expect(ratingLine(ratings, theme)).toBe(marks)
  })

  it('shows each rating on the scale that it was given on', () => {
    const [five, ten] = [
      { value: 5, from: 1, to: 5 },
      { value: 5, from: 0, to: 10 }
    ]
    expect(ratingLine([five, ten], theme)).toBe('█▅')
  })
})

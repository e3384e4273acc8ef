import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addUnits, weekdayOf } from '../../src/dates/calendar.ts'
import { readDate, writesMonthFirst } from '../../src/dates/typed-date.ts'
import type { DateContext, TypedDate } from '../../src/dates/typed-date.ts'
import { english, wordsIn } from '../../src/words/index.ts'

const welsh = wordsIn('cy')
// A Wednesday.
const today = '2026-11-25'
const inEnglish: DateContext = { today, words: english.days.spoken, monthFirst: false, relative: true }
const inWelsh: DateContext = { ...inEnglish, words: welsh.days.spoken }

/** The readings of a text: none, one, or two. */
const readingsOf = (read: TypedDate): readonly string[] =>
  read.kind === 'none' ? [] : read.kind === 'date' ? [read.day] : read.readings
const readings = (text: string, context: Partial<DateContext> = {}) =>
  readingsOf(readDate(text, { ...inEnglish, ...context }))

/** Full dates, valid in a file and where something is typed. */
const full = [
  ['2026-12-28', '2026-12-28'],
  ['2026/12/28', '2026-12-28'],
  ['2026.3.1', '2026-03-01'],
  ['2026. 12. 28.', '2026-12-28'],
  ['28/12/2026', '2026-12-28'],
  ['28.12.2026', '2026-12-28'],
  ['28. 12. 2026', '2026-12-28'],
  ['28-12-2026', '2026-12-28'],
  ['28 12 2026', '2026-12-28'],
  ['1/2/2026', '2026-02-01'],
  ['28 December 2026', '2026-12-28'],
  ['28. December 2026.', '2026-12-28'],
  ['28th of Dec 2026', '2026-12-28'],
  ['28 Dec. 2026', '2026-12-28'],
  ['28-Dec-2026', '2026-12-28'],
  ['December 28, 2026', '2026-12-28'],
  ['December 28,2026', '2026-12-28'],
  ['Dec 28th 2026', '2026-12-28'],
  ['Sept 1 2026', '2026-09-01'],
  [' 1  May 2026 ', '2026-05-01'],
  ['Monday, 28 December 2026', '2026-12-28'],
  ['Mon 28th Dec 2026', '2026-12-28'],
  ['Mon. 28/12/2026', '2026-12-28'],
  ['Monday, December 28, 2026', '2026-12-28'],
  ['by 28 December 2026', '2026-12-28'],
  ['29 Feb 2024', '2024-02-29'],
  ['２０２６-１２-２８', '2026-12-28'],
  ['٢٨/١٢/٢٠٢٦', '2026-12-28']
] as const

/** Dates that depend on today. */
const typed: readonly (readonly [text: string, day: string])[] = [
  ['28 Dec', '2026-12-28'],
  ['28/12', '2026-12-28'],
  ['28.12.', '2026-12-28'],
  ['28-12', '2026-12-28'],
  ['December 28', '2026-12-28'],
  ['Dec the 28th', '2026-12-28'],
  ['the 28th of December', '2026-12-28'],
  ['Mon 28 Dec', '2026-12-28'],
  ['on Monday the 28th of December', '2026-12-28'],
  ['28/10', '2026-10-28'],
  ['1/6', '2026-06-01'],
  ['27 May', '2026-05-27'],
  ['26 May', '2027-05-26'],
  ['29 Feb', '2028-02-29'],
  ['28/12/26', '2026-12-28'],
  ['28 Dec 26', '2026-12-28'],
  ["28 Dec '26", '2026-12-28'],
  ['28/12/99', '1999-12-28'],
  ['today', today],
  ['Tomorrow', '2026-11-26'],
  ['yesterday', '2026-11-24'],
  ['the day after tomorrow', '2026-11-27'],
  ['day before yesterday', '2026-11-23'],
  ['Friday', '2026-11-27'],
  ['on Fri', '2026-11-27'],
  ['Tuesday', '2026-12-01'],
  ['this Friday', '2026-11-27'],
  ['this Tuesday', '2026-11-24'],
  ['next Friday', '2026-12-04'],
  ['next Tuesday', '2026-12-01'],
  ['on Friday next week', '2026-12-04'],
  ['last Friday', '2026-11-20'],
  ['last Wednesday', '2026-11-18'],
  ['last Tuesday', '2026-11-24'],
  ['in a month', '2026-12-25'],
  ['in 3 weeks', '2026-12-16'],
  ['in 0 days', today],
  ['in ten days', '2026-12-05'],
  ['in a fortnight', '2026-12-09'],
  ['in a couple of years', '2028-11-25'],
  ['in a week’s time', '2026-12-02'],
  ["in 2 weeks' time", '2026-12-09'],
  ['two weeks from now', '2026-12-09'],
  ['a week ago', '2026-11-18'],
  ['an year ago', '2025-11-25'],
  ['2 fortnights ago', '2026-10-28'],
  ['a week on Tuesday', '2026-12-08'],
  ['Friday week', '2026-12-04'],
  ['two weeks today', '2026-12-09'],
  ['a fortnight tomorrow', '2026-12-10'],
  ['a month from yesterday', '2026-12-24']
]

describe('a date in English', () => {
  it.each(full)('%j is %s, in a file too', (text, day) => {
    expect(readings(text)).toEqual([day])
    expect(readings(text, { relative: false })).toEqual([day])
  })

  it.each(typed)('%j is %s where it is typed', (text, day) => {
    expect(readings(text)).toEqual([day])
    expect(readings(text, { relative: false })).toEqual([])
  })

  it.each([
    '',
    ' ',
    '.',
    'soon',
    '28',
    '28th',
    'December',
    'December 2026',
    '2026',
    '2026-12',
    '2026-13-01',
    '2026-02-30',
    '30 February 2026',
    '31/4',
    '29 Feb 2026',
    '12/28/2026',
    '12/28',
    '28 Mo 2026',
    '28 Nonsense 2026',
    '28 mis 2026',
    '1 2',
    '2026-12-28T10:00',
    '28\nDecember 2026',
    '28 December 20266',
    'next',
    'next week',
    'in weeks',
    'in 3',
    'in 9999 years',
    'ago',
    'the',
    'on',
    'constructor',
    '28 December 2026 '.repeat(8)
  ])('%j is not one', (text) => {
    expect(readings(text)).toEqual([])
  })

  it('on its own weekday, a weekday is today or a week later', () => {
    expect(readings('Wednesday')).toEqual([today, '2026-12-02'])
    expect(readings('a week on Wednesday')).toEqual(['2026-12-02', '2026-12-09'])
    expect(readings('next Wednesday')).toEqual(['2026-12-02'])
  })

  it('with a weekday that contradicts it is ambiguous', () => {
    expect(readings('Tue 28 Dec 2026')).toEqual(['2026-12-28', '2026-12-29'])
    expect(readings('Fri 28 Dec 2026', { relative: false })).toEqual(['2026-12-28', '2026-12-25'])
    expect(readings('Sunday 28/12')).toEqual(['2025-12-28'])
    expect(readings('Tue 28/12/26')).toEqual(['2026-12-28', '2026-12-29'])
  })

  it('is the last of a month that lacks the day', () => {
    expect(readings('in a month', { today: '2026-01-31' })).toEqual(['2026-02-28'])
    expect(readings('in a month', { today: '2028-01-31' })).toEqual(['2028-02-29'])
    expect(readings('a year ago', { today: '2024-02-29' })).toEqual(['2023-02-28'])
  })

  it('is the later one of two that are equally near', () => {
    // 183 days before and after, with a leap day between them.
    expect(readings('1 Jan', { today: '2024-07-02' })).toEqual(['2025-01-01'])
  })

  it('has its month first only in languages that write it so', () => {
    const monthFirst = true
    expect(readings('12/28', { monthFirst })).toEqual(['2026-12-28'])
    expect(readings('3/4/2026', { monthFirst })).toEqual(['2026-03-04'])
    expect(readings('3/4/2026')).toEqual(['2026-04-03'])
    expect(readings('28/12/2026', { monthFirst })).toEqual(['2026-12-28'])
    expect(readings('28 Dec', { monthFirst })).toEqual(['2026-12-28'])
    const first = ['en-US', 'ja', 'hu'].map(writesMonthFirst)
    expect(first).toEqual([true, true, true])
    expect(['en', 'en-GB', 'cy', 'de', 'fr', 'sv', 'tlh', 'not a tag', ''].filter(writesMonthFirst)).toEqual([])
  })
})

describe('a date in Welsh', () => {
  it.each([
    ['28 Rhagfyr 2026', '2026-12-28'],
    ['28 o Ragfyr 2026', '2026-12-28'],
    ['28ain o fis Rhagfyr 2026', '2026-12-28'],
    ['y 1af o Fawrth 2027', '2027-03-01'],
    ['dydd Llun 28 Rhagfyr 2026', '2026-12-28'],
    ['Dydd Llun, 28 Rhag. 2026', '2026-12-28'],
    ['28/12/2026', '2026-12-28'],
    ['28 December 2026', '2026-12-28']
  ])('%j is %s, in a file too', (text, day) => {
    expect(readingsOf(readDate(text, inWelsh))).toEqual([day])
    expect(readingsOf(readDate(text, { ...inWelsh, relative: false }))).toEqual([day])
  })

  it.each<readonly [text: string, day: string]>([
    ...typed,
    ['28 Rhag', '2026-12-28'],
    ['28ain o Ragfyr', '2026-12-28'],
    ['y 3ydd o Dachwedd', '2026-11-03'],
    ['Mawrth 3', '2027-03-03'],
    ['dydd Mawrth 3 Mawrth', '2026-03-03'],
    ['ar ddydd Llun yr 28ain o Ragfyr', '2026-12-28'],
    ['heddiw', today],
    ['yfory', '2026-11-26'],
    ['fory', '2026-11-26'],
    ['ddoe', '2026-11-24'],
    ['echdoe', '2026-11-23'],
    ['drennydd', '2026-11-27'],
    ['dydd Gwener', '2026-11-27'],
    ['ddydd Gwener', '2026-11-27'],
    ['erbyn dydd Gwener', '2026-11-27'],
    ['dydd Gwener nesaf', '2026-12-04'],
    ['Gwener nesa', '2026-12-04'],
    ['dydd Gwener yma', '2026-11-27'],
    ['dydd Gwener diwethaf', '2026-11-20'],
    ['dydd Mawrth', '2026-12-01'],
    ['mewn mis', '2026-12-25'],
    ['ymhen mis', '2026-12-25'],
    ['ymhen pythefnos', '2026-12-09'],
    ['ymhen tair wythnos', '2026-12-16'],
    ['mewn 3 wythnos', '2026-12-16'],
    ['ymhen dau fis', '2027-01-25'],
    ['ymhen dwy flynedd', '2028-11-25'],
    ['wythnos yn ôl', '2026-11-18'],
    ['wythnos yn ol', '2026-11-18'],
    ['ddwy flynedd yn ôl', '2024-11-25'],
    ['bythefnos yn ôl', '2026-11-11'],
    ['wythnos i heddiw', '2026-12-02'],
    ['wythnos i ddydd Gwener', '2026-12-04'],
    ['pythefnos i yfory', '2026-12-10']
  ])('%j is %s', (text, day) => {
    expect(readingsOf(readDate(text, inWelsh))).toEqual([day])
  })

  it.each(['Mawrth', 'mis Rhagfyr', 'nesaf', 'yn ôl', '28 mis 2026'])('%j is not one', (text) => {
    expect(readingsOf(readDate(text, inWelsh))).toEqual([])
  })
})

const day = fc
  .date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe.each([
  ['English', 'en-GB', english, inEnglish],
  ['Welsh', 'cy', welsh, inWelsh]
] as const)('every day, in %s', (_, language, words, context) => {
  const modern = fc
    .date({ min: new Date('1970-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))

  it('is read in each style with a year, whatever today is', () => {
    fc.assert(
      fc.property(day, day, fc.boolean(), (wanted, from, relative) => {
        const [year, month, date] = wanted.split('-').map(Number)
        const styles = [
          wanted,
          `${date}/${month}/${year}`,
          `${date}.${month}.${year}.`,
          words.days.inWords(wanted),
          words.days.withWeekday(wanted),
          `${date} ${words.days.monthsShort[(month ?? 1) - 1]} ${year}`
        ]
        for (const text of styles)
          expect(readDate(text, { ...context, today: from, relative }), `${text}`).toEqual({
            kind: 'date',
            day: wanted
          })
      })
    )
  })

  it('is read as Intl writes it', () => {
    const styles = (['full', 'long', 'medium', 'short'] as const).map(
      (dateStyle) => new Intl.DateTimeFormat(language, { dateStyle, timeZone: 'UTC' })
    )
    fc.assert(
      fc.property(modern, (wanted) => {
        for (const style of styles) {
          const text = style.format(new Date(wanted))
          expect(readDate(text, { ...context, today: wanted }), `${text}`).toEqual({ kind: 'date', day: wanted })
        }
      })
    )
  })

  it('without a year is at most half a year away', () => {
    fc.assert(
      fc.property(modern, modern, (wanted, from) => {
        fc.pre(!wanted.endsWith('02-29'))
        const [found = ''] = readingsOf(
          readDate(`${wanted.slice(8)}/${wanted.slice(5, 7)}`, { ...context, today: from })
        )
        expect(found.slice(5)).toBe(wanted.slice(5))
        expect(Math.abs(Date.parse(found) - Date.parse(from)) / 86_400_000).toBeLessThanOrEqual(183)
      })
    )
  })
})

describe('weekdays', () => {
  it('are the last one, this week’s and next week’s from any day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 6 }), (from, index) => {
        const name = english.days.spoken.weekdays[index]?.[0] ?? ''
        const monday = addUnits(from, 'day', -weekdayOf(from))
        const coming = readings(name, { today: from })
        expect(readings(`this ${name}`, { today: from })).toEqual([addUnits(monday, 'day', index)])
        expect(readings(`next ${name}`, { today: from })).toEqual([addUnits(monday, 'day', index + 7)])
        expect(readings(`last ${name}`, { today: from })).toEqual([addUnits(coming[0] ?? '', 'day', -7)])
        expect(coming.length).toBe(weekdayOf(from) === index ? 2 : 1)
      })
    )
  })
})

describe('any text', () => {
  const vocabulary = [...welsh.days.spoken.ahead, ...welsh.days.spoken.after, ...welsh.days.spoken.nextWeekday].flatMap(
    (template) => template.split(' ')
  )
  const piece = fc.oneof(
    fc.constantFrom(...vocabulary, ...welsh.days.spoken.weekdays.flat(), ...welsh.days.spoken.months.flat()),
    fc.constantFrom('28', '12', '2026', '/', '-', '.', ',', 'th', 'o', "'", '9999', '0', '29', '2'),
    fc.string({ unit: 'grapheme', maxLength: 4 })
  )
  const hostile = fc.oneof(
    fc.tuple(fc.array(piece, { maxLength: 8 }), fc.constantFrom('', ' ')).map(([parts, space]) => parts.join(space)),
    fc.string({ unit: 'binary', maxLength: 120 })
  )

  it('has no, one or two different days, and each is read as itself', () => {
    fc.assert(
      fc.property(hostile, day, fc.boolean(), fc.boolean(), (text, from, monthFirst, relative) => {
        const context = { ...inWelsh, today: from, monthFirst, relative }
        const found = readingsOf(readDate(text, context))
        expect(new Set(found).size).toBe(found.length)
        for (const each of found)
          expect(readDate(each, { ...context, relative: false })).toEqual({ kind: 'date', day: each })
      }),
      { numRuns: 2000 }
    )
  })
})

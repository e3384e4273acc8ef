import { describe, expect, test } from 'vitest'
import { dueSentences } from '../../src/commands/journal/entry-rows.ts'
import { dayOf } from '../../src/dates/time.ts'
import { dueLater, dueOf, onThisDay } from '../../src/progress/due.ts'
import type { Listed } from '../../src/entry/model.ts'
import { progressOf } from '../../src/progress/progress.ts'
import type { Exercise, Pack } from '../../src/pack/model.ts'
import { timeSpan } from '../../src/dates/spans.ts'
import { english } from '../../src/words/index.ts'
import { headOf } from '../journal/kit/entries.ts'

const exercise = (id: string, revisit?: Exercise['revisit']): Exercise => ({
  id,
  title: id,
  prompts: [],
  ...(revisit === undefined ? {} : { revisit })
})

const pack: Pack = {
  format: 1,
  id: 'public-value',
  version: '1.0.0',
  title: 'Public value',
  language: 'en-GB',
  authors: [],
  exercises: [exercise('first'), exercise('back', { exercise: 'first', after: { count: 7, unit: 'day' } })],
  routes: {},
  renamed: {},
  retired: []
}

const done = (name: string, finished: string): Listed => ({
  ...headOf({ exercise: name, started: `${finished}T09:00:00+00:00`, finished: `${finished}T10:00:00+00:00` }),
  file: `${finished}-${name}.md`
})

function draft(name: string): Listed {
  const { finished: _, ...head } = headOf({ exercise: name, status: 'draft', started: '2026-11-01T09:00:00+00:00' })
  return { ...head, file: 'draft.md' }
}

/** What is due at noon of a day, and since which day. */
const due = (entries: readonly Listed[], day: string, after = '') =>
  dueOf([pack], entries, new Date(`${day}T12:00:00Z`), { after: timeSpan(after) }).map(
    ({ exercise: { id }, since, entry }) => [id, since.slice(0, 10), entry.exercise]
  )

describe('what a pack invites back to', () => {
  const first = done('first', '2026-11-01')

  test('is due once its time has come, not a day before', () => {
    expect(due([first], '2026-11-07')).toEqual([])
    expect(due([first], '2026-11-08')).toEqual([['back', '2026-11-08', 'first']])
  })

  test('is not due before the other is finished, nor once it is done or under way', () => {
    expect(due([], '2026-12-01')).toEqual([])
    expect(due([draft('first')], '2026-12-01')).toEqual([])
    expect(due([first, done('back', '2026-11-09')], '2026-12-01')).toEqual([])
    expect(due([first, draft('back')], '2026-12-01')).toEqual([])
  })

  test('is due anew after the other was done anew', () => {
    const again = [first, done('back', '2026-11-09'), done('first', '2026-11-20')]
    expect(due(again, '2026-11-26')).toEqual([])
    expect(due(again, '2026-11-27')).toEqual([['back', '2026-11-27', 'first']])
  })

  test('is due on the day that it is where the learner wrote, also soon after midnight', () => {
    const night = { ...first, finished: '2026-08-31T00:30:00+01:00' }
    expect(due([night], '2026-09-08')).toEqual([['back', '2026-09-07', 'first']])
    expect(due([night], '2027-04-01', '6 months')).toEqual([
      ['back', '2026-09-07', 'first'],
      ['first', '2027-02-28', 'first']
    ])
  })

  test('is held back until that day, and told with it, not with that in Greenwich', () => {
    const late = { ...first, finished: '2026-07-01T00:30:00+01:00' }
    const { exercises } = progressOf(pack, [late], new Date('2026-07-02T12:00:00Z'))
    expect(exercises.at(-1)).toMatchObject({ status: 'waiting', from: '2026-07-08' })
    const words = dueSentences(dueOf([pack], [late], new Date('2026-07-09T12:00:00Z')), [pack], english)
    expect(words).toEqual([expect.stringContaining('8 July 2026')])
  })

  test('counts from the start of an entry that does not say when it was finished', () => {
    const { finished: _, ...unknown } = first
    expect(due([unknown], '2026-11-08')).toEqual([['back', '2026-11-08', 'first']])
    expect(progressOf(pack, [unknown], new Date('2026-11-09T12:00:00Z')).exercises.at(-1)?.status).toBe('open')
  })

  test('is no business of other packs', () => {
    expect(due([{ ...first, pack: 'another' }], '2026-12-01')).toEqual([])
  })
})

describe('an exercise that revisits itself', () => {
  const log: Pack = { ...pack, exercises: [exercise('log', { exercise: 'log', after: { count: 1, unit: 'week' } })] }

  test.each([
    [[], [], undefined],
    [['2026-11-01'], [['2026-11-08']], undefined],
    [['2026-11-01', '2026-11-09'], [], '2026-11-16'],
    [['2026-11-09', '2026-11-01'], [], '2026-11-16']
  ])('finished on %j is due on 15 November: %j, and then on %s', (days, expected, next) => {
    const entries = days.map((day) => done('log', day))
    const now = new Date('2026-11-15T12:00:00Z')
    expect(dueOf([log], entries, now).map(({ since }) => [dayOf(since)])).toEqual(expected)
    expect(dueLater([log], entries, now)[0]?.since.slice(0, 10)).toBe(next)
  })

  test('is open from the beginning', () => {
    const [open] = progressOf(log, [], new Date('2026-11-09T12:00:00Z')).exercises
    expect(open).toMatchObject({ status: 'open' })
    expect(open).not.toHaveProperty('from')
  })
})

describe("the learner's own day", () => {
  const first = done('first', '2026-11-01')
  const back = done('back', '2026-11-09')
  const withDay = (day: string) => ({ days: new Map([[back.file, day]]) })
  const dueOn = (day: string, entries: readonly Listed[], own: string) =>
    dueOf([pack], entries, new Date(`${day}T00:00:30Z`), withDay(own)).map(({ exercise: { id }, since }) => [
      id,
      dayOf(since)
    ])

  test.each([
    ['2027-01-04', []],
    ['2027-01-05', [['back', '2027-01-05']]],
    ['2027-02-01', [['back', '2027-01-05']]]
  ])('5 January makes the exercise due on %s: %j', (day, expected) => {
    expect(dueOn(day, [first, back], '2027-01-05')).toEqual(expected)
  })

  test('replaces the time of the pack, until the exercise is done again', () => {
    const anew = [first, back, done('first', '2026-11-10')]
    expect(dueOn('2026-12-01', anew, '2027-01-05')).toEqual([])
    expect(dueOn('2026-12-01', [...anew, done('back', '2026-11-12')], '2026-11-20')).toEqual([])
  })

  test('replaces the setting too', () => {
    const wishes = { ...withDay('2027-01-05'), after: timeSpan('1 week') }
    const ids = dueOf([pack], [back], new Date('2026-12-20T12:00:00Z'), wishes).map(({ exercise: { id } }) => id)
    expect(ids).toEqual([])
  })
})

describe('what the setting invites back to', () => {
  test('is every exercise whose latest entry is that old, the oldest first', () => {
    const entries = [done('first', '2026-01-15'), done('first', '2026-02-15'), done('back', '2026-02-20')]
    expect(due(entries, '2026-05-14', '3 months')).toEqual([])
    expect(due(entries, '2026-05-21', '3 months')).toEqual([
      ['first', '2026-05-15', 'first'],
      ['back', '2026-05-20', 'back']
    ])
  })
})

test.each([
  ['7 days', { count: 7, unit: 'day' }],
  ['1 week', { count: 1, unit: 'week' }],
  ['3 months', { count: 3, unit: 'month' }]
])('"%s" is a length of time', (text, span) => expect(timeSpan(text)).toEqual(span))

test.each(['', '0 days', '3', 'months', '3 years', '-1 day', '1.5 weeks', 'a week'])('"%s" is none', (text) =>
  expect(timeSpan(text)).toBeUndefined()
)

describe('onThisDay', () => {
  const days = ['2028-02-29', '2027-02-28', '2026-03-01', '2024-02-29', '2024-02-28', '2023-02-28']
  const begun = days.map((day) => ({ ...headOf({ started: `${day}T23:30:00-08:00` }), file: day }))

  test.each([
    ['2027-02-28', ['2024-02-29', '2024-02-28', '2023-02-28']],
    ['2028-02-28', ['2027-02-28', '2024-02-28', '2023-02-28']],
    ['2028-02-29', ['2024-02-29']],
    ['2029-03-01', ['2026-03-01']],
    ['2026-03-01', []],
    ['2026-07-01', []]
  ])('gives for %s the entries of %j', (today, back) => {
    expect(onThisDay(begun, today).map(({ file }) => file)).toEqual(back)
  })

  test('leaves out drafts', () => {
    expect(onThisDay([draft('first')], '2027-11-01')).toEqual([])
  })
})

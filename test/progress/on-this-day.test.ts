import { expect, test } from 'vitest'
import { onThisDay } from '../../src/progress/on-this-day.ts'
import { headOf } from '../journal/kit/entries.ts'

const days = ['2028-02-29', '2027-02-28', '2026-03-01', '2024-02-29', '2024-02-28', '2023-02-28']
const entries = days.map((day) => ({ ...headOf({ started: `${day}T23:30:00-08:00` }), file: day }))
const on = (today: string) => onThisDay(entries, today).map(({ file }) => file)

test.each([
  ['2027-02-28', ['2024-02-29', '2024-02-28', '2023-02-28']],
  ['2028-02-28', ['2027-02-28', '2024-02-28', '2023-02-28']],
  ['2028-02-29', ['2024-02-29']],
  ['2029-03-01', ['2026-03-01']],
  ['2026-03-01', []],
  ['2026-07-01', []]
])('on %s there come back %j', (today, back) => expect(on(today)).toEqual(back))

test('drafts do not come back', () => {
  const { finished: _, ...draft } = headOf({ status: 'draft', started: '2025-07-01T09:00:00+00:00' })
  expect(onThisDay([{ ...draft, file: 'draft' }], '2026-07-01')).toEqual([])
})

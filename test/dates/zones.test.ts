import { expect, test } from 'vitest'
import { onDay, timeInZone } from '../../src/dates/zones.ts'

test.each([
  ['2026-11-23T19:02:27+00:00', '2026-07-01', 'Europe/London', '2026-07-01T19:02:27+01:00'],
  ['2026-07-01T00:30:00+01:00', '2026-01-01', 'Europe/London', '2026-01-01T00:30:00+00:00'],
  ['2026-11-23T23:59:59-05:00', '2026-07-04', 'America/New_York', '2026-07-04T23:59:59-04:00'],
  ['2026-11-23T10:00:00+05:30', '2024-02-29', 'Asia/Kolkata', '2024-02-29T10:00:00+05:30'],
  // The clock skips this time on that day.
  ['2026-11-23T01:30:00+00:00', '2026-03-29', 'Europe/London', '2026-03-29T02:30:00+01:00'],
  // It shows this one twice.
  ['2026-11-23T01:30:00+00:00', '2026-10-25', 'Europe/London', '2026-10-25T01:30:00+00:00'],
  // Not times of these zones.
  ['2026-11-23T10:00:00+02:00', '2026-07-01', 'Europe/London', '2026-07-01T10:00:00+02:00'],
  ['2026-11-23T10:00:00+02:00', '2026-07-01', 'Nowhere/Town', '2026-07-01T10:00:00+02:00'],
  ['2026-11-23T10:00Z', '2026-07-01', 'UTC', '2026-07-01T10:00Z']
])('%s on %s in %s', (time, day, zone, expected) => expect(onDay(time, day, zone)).toBe(expected))

test('a moment in a zone', () => {
  expect(timeInZone(new Date('2019-07-02T21:30:05Z'), 'Asia/Kolkata')).toBe('2019-07-03T03:00:05+05:30')
  expect(() => timeInZone(new Date(), 'Nowhere/Town')).toThrow(RangeError)
})

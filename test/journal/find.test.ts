import { describe, expect, test } from 'vitest'
import { UsageError } from '../../src/context/errors.ts'
import { ambiguous, findEntries, type LookupContext } from '../../src/journal/find.ts'
import type { Listed } from '../../src/entry/model.ts'
import { english as words } from '../../src/words/index.ts'

const listed = (id: string, name: string, rest: Partial<Listed> = {}) =>
  ({
    id,
    file: `/j/${name}.md`,
    title: `The one of ${name}`,
    pack: 'public-value',
    exercise: 'leap-or-steps',
    status: 'finished',
    started: `2026-11-23T10:00:00Z`,
    ...rest
  }) as Listed

const draft = listed('ab00cdef-0000', 'drafts/2026-11-25-c.ab00cdef', { status: 'draft' })
const newest = listed('5f0c1c1e-0000', '2026/2026-11-24-b', { finished: '2026-11-24T10:00:00Z' })
const older = listed('5f0c9999-0000', '2026/2026-11-23-a-2')
const oldest = listed('12345678-0000', '2026/2026-11-23-a')
const entries = [draft, newest, older, oldest]
const context: LookupContext = {
  cwd: '/j/2026',
  homeDir: '/home/ada',
  platform: 'linux',
  words,
  now: () => new Date('2026-11-26T12:00:00Z')
}
const all = (name: string, among = entries, how = {}) => findEntries(among, name, context, how)
const find = (name: string, among = entries) => {
  const [found, ...others] = all(name, among)
  expect(others).toEqual([])
  return found
}

describe('findEntries', () => {
  test.each([
    ['last', newest],
    ['5f0c1c1e-0000', newest],
    ['5F0C1', newest],
    ['1', oldest],
    ['2026-11-23-a', oldest],
    ['2026-11-23-a.md', oldest],
    ['/j/2026/2026-11-23-a-2.md', older],
    ['./2026-11-23-a-2.md', older],
    ['../drafts/2026-11-25-c.ab00cdef.md', draft],
    ['ab', draft]
  ])('%s', (name, expected) => {
    expect(find(name)).toBe(expected)
  })

  test.each([
    ['2026-11-23-b', '2026-11-24-b'],
    ['lats', 'last'],
    ['5f0x1c1e', '5f0c1c1e']
  ])('for %s offers %s', (name, nearest) => {
    expect(() => find(name)).toThrow(UsageError)
    expect(() => find(name)).toThrow(nearest)
  })

  test.each(['', '.', '?!', 'nothing like it', '../..', '__proto__', 'tomorrow'])('%j is no entry', (name) => {
    expect(() => all(name)).toThrow(UsageError)
  })

  test('last is never a draft, except among drafts', () => {
    expect(find('last', [draft, oldest])).toBe(oldest)
    expect(find('last', [draft])).toBe(draft)
    expect(() => find('last', [])).toThrow(/no finished entry yet/)
  })

  test('the name of a copy gives the copy, and the id the entry', () => {
    const copy = '/j/2026/2026-11-23-a copy.md'
    const entry = { ...oldest, copies: [copy] }
    expect(find('12345678', [entry])).toBe(entry)
    expect(find('2026-11-23-a copy', [entry])).toMatchObject({ id: oldest.id, file: copy })
  })
})

/* Each entry is found by one kind of match; the names say which. */
const leap = listed('11111111-0000', '2026/2026-11-17-x', {
  title: 'Leap or steps?',
  exercise: 'leap-or-steps',
  started: '2026-11-17T10:00:00Z'
})
const cafe = listed('22222222-0000', '2026/leap', {
  title: 'At the Café',
  exercise: 'cafe',
  started: '2026-11-24T10:00:00Z'
})
const leaping = listed('33333333-0000', '2026/y', {
  title: 'Leap',
  exercise: 'another',
  started: '2025-12-28T10:00:00Z'
})
const three = [cafe, leap, leaping]

describe('the kinds of match, the closest first', () => {
  test.each([
    ['22222222', cafe, 'the short id'],
    ['leap', cafe, 'a file before a title'],
    ['LEAP OR  STEPS?', leap, 'a title'],
    ['at the cafe', cafe, 'a title without its accent'],
    ['leap o', leap, 'the beginning of a title'],
    ['leap-or', leap, 'the beginning of the name of an exercise'],
    ['public-value/ano', leaping, 'the same with its pack'],
    ['or steps', leap, 'a part of a title'],
    ['or-steps', leap, 'a part of a name'],
    ['17 November 2026', leap, 'a day'],
    ['17 nov', leap, 'a day of this year'],
    ['28/12', leaping, 'the latest such day'],
    ['tuesday', cafe, 'the latest Tuesday'],
    ['last tuesday', cafe, 'the Tuesday before today'],
    ['2 days ago', cafe, 'a day that long ago'],
    ['last week', leap, 'a week'],
    ['2025', leaping, 'a year']
  ])('%s: %#', (name, expected) => {
    expect(find(name, three)).toBe(expected)
  })

  test('several that match equally are all found, and none that matches less', () => {
    expect(all('Leap', [leap, leaping, { ...leaping, id: '4' }])).toEqual([leaping, { ...leaping, id: '4' }])
    expect(all('2026-11', three)).toEqual([cafe, leap])
    expect(ambiguous([cafe, leap], 'november', context).message).toMatch(/22222222.*Café\n.*11111111.*Leap or steps/)
  })

  test.each(['22222222-0000', '22222222', 'y', 'Leap or steps?'])('%s names an entry exactly', (name) => {
    expect(all(name, three, { isExact: true })).toHaveLength(1)
  })

  test.each(['2222', 'last', 'leap o', 'steps', 'last tuesday', 'another'])('%s does not', (name) => {
    expect(() => all(name, three, { isExact: true })).toThrow(/not exact enough/)
  })
})

import { describe, expect, test } from 'vitest'
import { UsageError } from '../../src/context/errors.ts'
import { findEntry } from '../../src/journal/find.ts'
import type { Listed } from '../../src/entry/model.ts'
import { english as words } from '../../src/words/index.ts'

const listed = (id: string, name: string, rest: Partial<Listed> = {}) =>
  ({
    id,
    file: `/j/${name}.md`,
    title: `About ${name}`,
    status: 'finished',
    started: `2026-11-23T10:00:00Z`,
    ...rest
  }) as Listed

const draft = listed('ab00cdef-0000', 'drafts/2026-11-25-c.ab00cdef', { status: 'draft' })
const newest = listed('5f0c1c1e-0000', '2026/2026-11-24-b', { finished: '2026-11-24T10:00:00Z' })
const older = listed('5f0c9999-0000', '2026/2026-11-23-a-2')
const oldest = listed('12345678-0000', '2026/2026-11-23-a')
const entries = [draft, newest, older, oldest]
const find = (name: string, among = entries) =>
  findEntry(among, name, { cwd: '/j/2026', homeDir: '/home/ada', platform: 'linux', words })

describe('findEntry', () => {
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

  test('lists the entries with an ambiguous prefix', () => {
    expect(() => find('5f0c')).toThrow(UsageError)
    expect(() => find('5f0c')).toThrow(/5f0c1c1e-0000 .*About.*\n.*5f0c9999-0000/)
  })

  test.each([
    ['2026-11-23-b', '2026-11-24-b'],
    ['lats', 'last'],
    ['5f0x1c1e', '5f0c1c1e']
  ])('for %s offers %s', (name, nearest) => {
    expect(() => find(name)).toThrow(UsageError)
    expect(() => find(name)).toThrow(nearest)
  })

  test.each(['', '.', 'nothing like it', '../..', '__proto__'])('%j is no entry', (name) => {
    expect(() => find(name)).toThrow(UsageError)
  })

  test('last is never a draft', () => {
    expect(() => find('last', [draft])).toThrow(/no finished entry yet/)
  })

  test('the name of a copy gives the copy, and the id the entry', () => {
    const copy = '/j/2026/2026-11-23-a copy.md'
    const entry = { ...oldest, copies: [copy] }
    expect(find('12345678', [entry])).toBe(entry)
    expect(find('2026-11-23-a copy', [entry])).toMatchObject({ id: oldest.id, file: copy })
  })
})

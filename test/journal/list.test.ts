import fs from 'node:fs'
import { basename, join } from 'node:path'
import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { english, translated } from '../../src/words/index.ts'
import { listEntries } from '../../src/journal/list.ts'
import type { Filter } from '../../src/journal/list.ts'
import { idOf, writeEntryFile } from './kit/entries.ts'
import { freshFolder } from './kit/processes.ts'

let dir: string
beforeEach(() => {
  dir = freshFolder()
})

const names = (filter?: Filter) => listEntries(dir, filter).entries.map(({ file }) => basename(file, '.md'))

describe('listEntries', () => {
  test('lists nothing if there is no folder, and creates none', () => {
    expect(listEntries(join(dir, 'none'))).toEqual({ entries: [], unread: [] })
    expect(fs.existsSync(join(dir, 'none'))).toBe(false)
  })

  test('gives the front matter and the absolute path', () => {
    const file = writeEntryFile(dir, '2026/2026-11-23-a.md', { title: 'Zoë: what? "Yes"', tags: ['x', 'y z'] })
    const [entry] = listEntries(dir).entries
    expect(entry).toMatchObject({ file, id: idOf(1), packVersion: '1.0.0', status: 'finished', tags: ['x', 'y z'] })
  })

  test('puts the newest start first, whatever zones and names say', () => {
    writeEntryFile(dir, '2026/2026-11-23-west.md', { id: idOf(1), started: '2026-11-23T23:30:00-08:00' })
    writeEntryFile(dir, '2026/2026-11-24-east.md', { id: idOf(2), started: '2026-11-24T06:00:00+09:00' })
    writeEntryFile(dir, '2025/2025-12-31-old.md', { id: idOf(3), started: '2025-12-31T12:00:00+00:00' })
    writeEntryFile(dir, '2026/renamed by hand.md', { id: idOf(4), started: '2026-11-25T12:00:00+00:00' })
    const order = ['renamed by hand', '2026-11-23-west', '2026-11-24-east', '2025-12-31-old']
    expect(names()).toEqual(order)
    for (const limit of [1, 2, 3, 4]) expect(names({ limit })).toEqual(order.slice(0, limit))
  })

  test('puts the higher number first if starts are equal', () => {
    for (const [at, name] of ['a', 'a-2', 'a-10'].entries())
      writeEntryFile(dir, `2026/2026-11-23-${name}.md`, { id: idOf(at) })
    expect(names()).toEqual(['2026-11-23-a-10', '2026-11-23-a-2', '2026-11-23-a'])
  })

  test('with a limit gives the beginning of the full listing, for any starts in any zones', () => {
    const start = fc.record({ hour: fc.integer({ min: 0, max: 24 * 4 }), zone: fc.constantFrom(-12, -5, 0, 5, 14) })
    fc.assert(
      fc.property(fc.array(start, { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 5 }), (starts, limit) => {
        fs.rmSync(dir, { recursive: true, force: true })
        for (const [at, { hour, zone }] of starts.entries()) {
          const local = new Date(Date.UTC(2026, 11, 30, hour)).toISOString().slice(0, 19)
          const offset = `${zone < 0 ? '-' : '+'}${String(Math.abs(zone)).padStart(2, '0')}:00`
          writeEntryFile(dir, `${local.slice(0, 4)}/${local.slice(0, 10)}-e-${at + 2}.md`, {
            id: idOf(at),
            started: local + offset
          })
        }
        expect(names({ limit })).toEqual(names().slice(0, limit))
      }),
      { numRuns: 30 }
    )
  })

  test('filters by status, pack, exercise, tag and days', () => {
    writeEntryFile(dir, '2026/2026-11-23-a.md', { id: idOf(1), pack: 'one', exercise: 'a', tags: ['x'] })
    writeEntryFile(dir, '2026/2026-11-20-b.md', {
      id: idOf(2),
      pack: 'two',
      exercise: 'b',
      started: '2026-11-20T23:59:59-11:00'
    })
    writeEntryFile(dir, '2025/2025-01-01-a.md', {
      id: idOf(3),
      pack: 'one',
      exercise: 'a',
      started: '2025-01-01T00:00:00+14:00'
    })
    writeEntryFile(dir, 'drafts/2026-11-24-c.00000004.md', {
      id: idOf(4),
      exercise: 'c',
      status: 'draft',
      started: '2026-11-24T00:00:00+00:00'
    })
    expect(names({ status: 'draft' })).toEqual(['2026-11-24-c.00000004'])
    expect(names({ status: 'finished' })).toEqual(['2026-11-23-a', '2026-11-20-b', '2025-01-01-a'])
    expect(names({ pack: 'one' })).toEqual(['2026-11-23-a', '2025-01-01-a'])
    expect(names({ exercise: 'b' })).toEqual(['2026-11-20-b'])
    expect(names({ tag: 'x' })).toEqual(['2026-11-23-a'])
    expect(names({ since: '2026-11-20', until: '2026-11-23' })).toEqual(['2026-11-23-a', '2026-11-20-b'])
    expect(names({ until: '2025-01-01' })).toEqual(['2025-01-01-a'])
    expect(names({ since: '2026-11-24' })).toEqual(['2026-11-24-c.00000004'])
  })

  test('ignores other files', () => {
    writeEntryFile(dir, '2026/2026-11-23-a.md')
    for (const name of ['2026/.2026-11-23-a.md', '2026/2026-11-23-a.md~', 'trash/2026-11-23-a.md']) {
      writeEntryFile(dir, name, { id: idOf(2) })
    }
    fs.writeFileSync(join(dir, '2026', 'note.md'), '# My own note\n')
    fs.writeFileSync(join(dir, '2026', 'blog.md'), '---\ntitle: Not an entry\n---\n\ntext\n')
    fs.writeFileSync(join(dir, '2026', 'empty.md'), '')
    fs.mkdirSync(join(dir, '2026', 'folder.md'))
    fs.writeFileSync(join(dir, '2024'), 'a file called like a year')
    expect(listEntries(dir)).toMatchObject({ entries: [{ id: idOf(1) }], unread: [] })
  })

  test('reads front matter that a user edited, longer than a KiB, with Windows line endings or a byte order mark', () => {
    writeEntryFile(dir, '2026/2026-11-23-long.md', { id: idOf(1), extra: `note: ${'x'.repeat(3000)}` })
    const plain = fs.readFileSync(
      writeEntryFile(dir, '2026/2026-11-22-crlf.md', { id: idOf(2), started: '2026-11-22T10:00:00+00:00' }),
      'utf8'
    )
    fs.writeFileSync(join(dir, '2026/2026-11-22-crlf.md'), plain.replaceAll('\n', '\r\n'))
    const other = writeEntryFile(dir, '2026/2026-11-21-quoted.md', {
      id: idOf(3),
      started: '2026-11-21T10:00:00+00:00',
      title: "It's # quoted",
      extra: 'more:\n  - deep: 1'
    })
    fs.writeFileSync(other, `\uFEFF${fs.readFileSync(other, 'utf8')}`)
    const { entries, unread } = listEntries(dir)
    expect(unread).toEqual([])
    expect(entries.map(({ id }) => id)).toEqual([idOf(1), idOf(2), idOf(3)])
    expect(entries[2]?.title).toBe("It's # quoted")
  })

  test('reports entries that cannot be read, and lists the others', () => {
    writeEntryFile(dir, '2026/2026-11-23-good.md')
    const broken = writeEntryFile(dir, '2026/2026-11-22-newer.md')
    fs.writeFileSync(broken, fs.readFileSync(broken, 'utf8').replace('reflect: 1', 'reflect: 2'))
    const { entries, unread } = listEntries(dir)
    expect(entries).toHaveLength(1)
    expect(unread).toEqual([{ file: broken, why: expect.anything() }])
  })

  test('lists an entry that is being edited once, and its draft among the drafts', () => {
    const entry = writeEntryFile(dir, '2026/2026-11-23-a.md')
    const draft = writeEntryFile(dir, 'drafts/2026-11-23-a.00000001.md', { status: 'draft' })
    expect(listEntries(dir).entries.map(({ file }) => file)).toEqual([entry])
    expect(listEntries(dir, { status: 'draft' }).entries.map(({ file }) => file)).toEqual([draft])
  })

  test.each([
    ['2026/2026-11-20-a.md', '', 'is empty'],
    ['2026/2026-11-20-a.md', '\0'.repeat(600), 'zero bytes'],
    ['2026/2026-11-20-a.md', '# Title\n\n<!-- reflect:what text -->\n## What\n', 'the lines between "---"'],
    ['2026/2026-11-20-a.md', '{\\rtf1\\ansi\\\n---\\\nreflect: 1\\\n}', 'the lines between "---"'],
    ['2026/.2026-11-20-a.md.icloud', 'bplist00', 'cloud service'],
    ['drafts/2026-11-20-a.00000001.md.icloud', 'bplist00', 'cloud service'],
    ['2026/2026-11-20-a.txt', '---\nreflect: 1\nid: a\npack: b\n---\n', 'does not end in ".md"']
  ])('names what was an entry: %s, %j', (name, text, why) => {
    writeEntryFile(dir, '2026/2026-11-23-a.md')
    fs.mkdirSync(join(dir, 'drafts'))
    fs.writeFileSync(join(dir, name), text)
    const { entries, unread } = listEntries(dir)
    expect(entries).toHaveLength(1)
    expect(unread.map((one) => translated(one.why, english))).toEqual([expect.stringContaining(why)])
  })

  test('in a large journal does not open files that are too old for the limit', () => {
    fs.mkdirSync(join(dir, '2024'))
    for (let number = 0; number < 2000; number++)
      fs.writeFileSync(join(dir, '2024', `2024-01-01-${number}.md`), 'My own.')
    writeEntryFile(dir, '2026/2026-11-23-a.md')
    const old = writeEntryFile(dir, '2025/2025-11-23-a.md')
    fs.writeFileSync(old, fs.readFileSync(old, 'utf8').replace('reflect: 1', 'reflect: 2'))
    expect(listEntries(dir, { limit: 1 }).unread).toEqual([])
    expect(listEntries(dir, { limit: 2 }).unread).toEqual([{ file: old, why: expect.anything() }])
  })
})

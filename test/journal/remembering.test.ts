import fs from 'node:fs'
import { basename, join } from 'node:path'
import * as fc from 'fast-check'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { withHead } from '../../src/entry/front-matter.ts'
import { listEntries, rememberingReader } from '../../src/journal/list.ts'
import { Journal } from '../../src/journal/store.ts'
import { newHome } from '../kit/program.ts'
import { entryOf, idOf, writeEntryFile } from './kit/entries.ts'
import { freshFolder } from './kit/processes.ts'

let dir: string
beforeEach(() => {
  dir = freshFolder()
})

/** Counts how often a file of an entry is opened from now on. */
function countOpened(): () => number {
  const [open, read] = [vi.spyOn(fs, 'openSync'), vi.spyOn(fs, 'readFileSync')]
  onTestFinished(() => void vi.restoreAllMocks())
  const files = () => [...open.mock.calls, ...read.mock.calls].map(([file]) => String(file))
  return () => files().filter((file) => file.endsWith('.md')).length
}

/** Sets the clock of this process ahead of that of the disk, so that no file has changed lately. */
function anHourLater(): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 })
  onTestFinished(() => void vi.useRealTimers())
}

/** What another program does to a file. Only `quiet` may leave size and times as they were. */
const changes = {
  edit: (file: string, length: number) => put(file, 'x'.repeat(length)),
  replace: (file: string, length: number) => {
    put(`${file}.new`, 'y'.repeat(length))
    fs.renameSync(`${file}.new`, file)
  },
  remove: (file: string) => fs.rmSync(file, { force: true }),
  spoil: (file: string, length: number) => fs.writeFileSync(file, 'z'.repeat(length)),
  quiet: (file: string) => {
    if (!fs.existsSync(file)) return
    const { atime, mtime } = fs.statSync(file)
    const text = fs.readFileSync(file, 'utf8')
    fs.writeFileSync(
      file,
      text.replace(/^title: ./m, (found) => (found.endsWith('T') ? 'title: U' : 'title: T'))
    )
    fs.utimesSync(file, atime, mtime)
  }
}

type Change = keyof typeof changes

function put(file: string, title: string): void {
  writeEntryFile(dir, basename(file), { id: idOf(Number(/\d+(?=\.md)/.exec(file)?.[0] ?? 1)), title: `T${title}` })
}

function expectSameAsFresh(reader: ReturnType<typeof rememberingReader>, kinds: readonly Change[]): void {
  const step = fc.array(fc.record({ kind: fc.constantFrom(...kinds), number: fc.nat(3) }), { maxLength: 3 })
  let length = 0
  fc.assert(
    fc.property(fc.array(step, { maxLength: 6 }), (steps) => {
      for (const changed of steps) {
        for (const { kind, number } of changed) changes[kind](join(dir, `${number}.md`), (length += 1))
        expect(listEntries(dir, {}, { read: reader })).toEqual(listEntries(dir))
      }
    }),
    { numRuns: 40 }
  )
}

describe('a list by a reader that remembers', () => {
  test('opens every file once', () => {
    for (const number of [1, 2, 3]) put(join(dir, `${number}.md`), '')
    fs.writeFileSync(join(dir, 'mine.md'), 'My own.')
    const read = rememberingReader(0)
    const before = listEntries(dir, {}, { read })
    const opened = countOpened()
    expect(listEntries(dir, {}, { read })).toEqual(before)
    expect(listEntries(dir, { limit: 1 }, { read }).entries).toEqual(before.entries.slice(0, 1))
    expect(opened()).toBe(0)
    put(join(dir, '2.md'), 'another title')
    listEntries(dir, {}, { read })
    expect(opened()).toBe(1)
  })

  test('sees whatever other programs do between two lists', () => {
    expectSameAsFresh(rememberingReader(0), ['edit', 'replace', 'remove', 'spoil'])
  })

  test('sees a change that leaves size and times as they were, if the file is new', () => {
    expectSameAsFresh(rememberingReader(), ['edit', 'replace', 'remove', 'spoil', 'quiet'])
  })

  test('sees a change that leaves size and time, because the system keeps a time of its own', () => {
    const file = join(dir, '1.md')
    put(file, '')
    const read = rememberingReader(0)
    listEntries(dir, {}, { read })
    const { ctimeMs } = fs.statSync(file)
    do changes.quiet(file)
    while (fs.statSync(file).ctimeMs === ctimeMs)
    expect(listEntries(dir, {}, { read })).toEqual(listEntries(dir))
  })

  test('reads again what could not be read', () => {
    const file = writeEntryFile(dir, '1.md')
    const text = fs.readFileSync(file, 'utf8')
    fs.writeFileSync(file, text.replace('reflect: 1', 'reflect: 9'))
    const read = rememberingReader(0)
    expect(listEntries(dir, {}, { read }).unread).toHaveLength(1)
    fs.writeFileSync(file, text)
    expect(listEntries(dir, {}, { read }).unread).toHaveLength(0)
  })
})

test('a journal sees its own saves at once', () => {
  anHourLater()
  const journal = new Journal(dir)
  const titles = () => journal.list().entries.map(({ title }) => title)
  const { file } = journal.add(entryOf({ a: 'b' }, { title: 'One' }))
  expect(titles()).toEqual(['One'])
  const before = journal.read(file)
  journal.replaceEntry(file, before, withHead(before, { ...before.head, title: 'Two' }))
  expect(titles()).toEqual(['Two'])
  journal.delete({ id: before.head.id, file })
  expect(titles()).toEqual([])
})

test('a session opens each file of a journal once for its front matter', async () => {
  const home = newHome()
  const count = 300
  for (let number = 0; number < count; number += 1)
    writeEntryFile(home.journal, `2026/2026-01-01-e-${number}.md`, {
      id: idOf(number),
      pack: 'three-questions',
      exercise: 'three-questions'
    })
  anHourLater()
  // This computer then knows every entry.
  await home.run(['journal'])
  const opened = countOpened()
  const start = ['start', 'three-questions', '--plain']
  expect(await home.run(start, { input: '\nA page' })).toMatchObject({ code: 130 })
  const toTheFirstQuestion = opened()
  expect(toTheFirstQuestion).toBeGreaterThanOrEqual(count)
  expect(toTheFirstQuestion).toBeLessThan(1.2 * count)
  const input = 'A page came back.\n.\n:skip\n:skip\n\n\n'
  expect(await home.run(['resume', '--plain'], { input })).toMatchObject({ code: 0 })
  // The last page looks for plans in all entries, because the disk says that they are too new for the cache.
  expect(opened() - toTheFirstQuestion).toBeLessThan(2.2 * count)
})

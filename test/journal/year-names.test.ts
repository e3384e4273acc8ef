import fs from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { daysBackwards, namesOfYear } from '../../src/journal/year-names.ts'
import { freshFolder } from './kit/processes.ts'

/** Enough names for a cache. */
const many = Array.from({ length: 500 }, (_, at) => `2026-0${1 + (at % 9)}-1${at % 7}-of-${at}.md`)
const others = ['by hand.md', '2025-01-01-other-year.md', '2026-13-01-no-month.md', '2026-1-1-short.md']
const none = ['2026-01-01-a.conflict-1a2b.md', 'b (Zoë’s Conflicted Copy).md', '.hidden.md', 'c.txt', 'a\nb.txt']

let dir: string
let folder: string
beforeEach(() => {
  dir = freshFolder()
  folder = join(dir, '2026')
  fs.mkdirSync(folder)
  for (const name of many) fs.writeFileSync(join(folder, name), '')
})

/** Creates and deletes files until the clock of the disk has advanced. */
function untilLater(): void {
  const file = join(dir, 'probe')
  const timeOf = () => {
    fs.writeFileSync(file, '')
    return fs.statSync(file).mtimeMs
  }
  for (const first = timeOf(); timeOf() === first;);
}

test('separates names with a day from other names, and leaves out files that are no entries', () => {
  for (const name of [...others, ...none]) fs.writeFileSync(join(folder, name), '')
  // The second time they are remembered.
  for (let time = 0; time < 2; time++) {
    const names = namesOfYear(dir, '2026', 0)
    expect(names.months.flatMap((month) => month.names)).toEqual(many.toSorted())
    expect(names.others).toEqual(others.toSorted())
  }
})

function expectNamesInFolder(): void {
  const { months, others: undated } = namesOfYear(dir, '2026', 0)
  const dated = months.flatMap((month) => month.names)
  expect([...dated, ...undated].toSorted()).toEqual(fs.readdirSync(folder).toSorted())
  untilLater()
}

test('gives the present names whatever happens to files and cache', () => {
  const name = fc.constantFrom(...many.slice(0, 3), '2026-10-01-new.md', 'new.md')
  const step = fc.oneof(
    fc.record({ kind: fc.constant('write' as const), name }),
    fc.record({ kind: fc.constant('remove' as const), name }),
    fc.record({ kind: fc.constant('rename' as const), name, to: name }),
    fc.record({ kind: fc.constant('spoil' as const), at: fc.nat() }),
    fc.record({ kind: fc.constant('look' as const) })
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      for (const one of steps) {
        const cache = join(dir, '.reflect', 'cache', 'names-2026')
        if (one.kind === 'write') fs.writeFileSync(join(folder, one.name), '')
        else if (one.kind === 'remove') fs.rmSync(join(folder, one.name), { force: true })
        else if (one.kind === 'rename' && fs.existsSync(join(folder, one.name)))
          fs.renameSync(join(folder, one.name), join(folder, one.to))
        else if (one.kind === 'spoil' && fs.existsSync(cache)) {
          const bytes = fs.readFileSync(cache)
          fs.writeFileSync(
            cache,
            bytes.map((byte, at) => (at === one.at % bytes.length ? byte ^ 2 : byte))
          )
        } else if (one.kind === 'look') expectNamesInFolder()
      }
      expectNamesInFolder()
    }),
    { numRuns: 50 }
  )
})

test('a folder that has just changed is not cached', () => {
  namesOfYear(dir, '2026')
  expect(fs.existsSync(join(dir, '.reflect', 'cache', 'names-2026'))).toBe(false)
})

test('gives months forwards and days backwards', () => {
  const dated = ['2026-01-31-a.md', '2026-02-01-a.md', '2026-02-01-b.md', '2026-02-10-a.md', '2026-12-01-a.md']
  fs.mkdirSync(join(dir, '2027'))
  for (const name of dated) fs.writeFileSync(join(dir, '2027', name.replace('2026', '2027')), '')
  const names = namesOfYear(dir, '2027')
  expect(names.months.map(({ month, names: { length } }) => [month, length])).toEqual([
    ['2027-01', 1],
    ['2027-02', 3],
    ['2027-12', 1]
  ])
  expect([...daysBackwards(names)].map(([day, { length }]) => [day, length])).toEqual([
    ['2027-12-01', 1],
    ['2027-02-10', 1],
    ['2027-02-01', 2],
    ['2027-01-31', 1]
  ])
})

import fs from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cached, readCache } from '../../../src/journal/cache.ts'
import { entriesWith } from '../../../src/journal/search/search-cache.ts'
import { runs } from '../../kit/long.ts'
import { freshFolder } from '../kit/processes.ts'
import { expectMode, isWindows, writeLink } from '../../kit/needs.ts'

/** Of different lengths. */
const words = ['apple', 'plum', 'cherry'] as const
const names = ['2026-11-01-a.md', '2026-11-02-b.md', '2026-11-03-c.md', 'by hand.md'] as const

/** Changes of a journal between two searches. */
const change = fc.oneof(
  fc.record({
    kind: fc.constant('write' as const),
    name: fc.constantFrom(...names),
    word: fc.constantFrom(...words),
    old: fc.boolean()
  }),
  fc.record({ kind: fc.constant('remove' as const), name: fc.constantFrom(...names) }),
  fc.record({ kind: fc.constant('rename' as const), name: fc.constantFrom(...names), to: fc.constantFrom(...names) }),
  fc.record({
    kind: fc.constant('spoil' as const),
    how: fc.constantFrom('beginning', 'end', 'garbage', 'gone', 'a byte', 'another word', 'a folder')
  }),
  fc.record({ kind: fc.constant('search' as const) })
)
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

function make(dir: string, step: Change): void {
  const file = (name: string) => join(dir, '2026', name)
  if (step.kind === 'write') {
    fs.writeFileSync(file(step.name), step.word)
    // The same size and time as other writes, as a copying program may leave it.
    if (step.old) fs.utimesSync(file(step.name), 1_700_000_000, 1_700_000_000)
  } else if (step.kind === 'remove') fs.rmSync(file(step.name), { force: true })
  else if (step.kind === 'rename' && fs.existsSync(file(step.name))) fs.renameSync(file(step.name), file(step.to))
  else if (step.kind === 'spoil') spoil(join(dir, '.reflect', 'cache'), step.how)
}

function spoil(dir: string, how: string): void {
  if (!fs.existsSync(dir)) return
  for (const name of fs.readdirSync(dir)) {
    const file = join(dir, name)
    const bytes = fs.statSync(file).isFile() ? fs.readFileSync(file) : Buffer.alloc(0)
    fs.rmSync(file, { recursive: true })
    if (how === 'a folder') fs.mkdirSync(file)
    else if (how === 'garbage') fs.writeFileSync(file, 'no cache at all')
    else if (how === 'a byte')
      fs.writeFileSync(
        file,
        bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 1 : byte))
      )
    else if (how === 'another word')
      fs.writeFileSync(file, bytes.toString('latin1').replaceAll(/apple|plum|cherry/g, 'wrong'), 'latin1')
    else if (how !== 'gone') fs.writeFileSync(file, bytes.subarray(0, how === 'beginning' ? 30 : -1))
  }
}

// Without a tick every entry is believed at once, as it is later on; with the usual one, none of these is old enough.
test.each([{ tick: 0 }, {}])('finds the present words whatever happens to files and cache (%j)', (clock) => {
  const dir = freshFolder()
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (steps) => {
      fs.rmSync(dir, { recursive: true, force: true })
      fs.mkdirSync(join(dir, '2026'), { recursive: true })
      for (const step of [...steps, { kind: 'search' } as const]) {
        make(dir, step)
        if (step.kind !== 'search') continue
        const here = fs.readdirSync(join(dir, '2026'))
        for (const word of words) {
          const holding = here.filter((name) => fs.readFileSync(join(dir, '2026', name), 'utf8') === word)
          const found = entriesWith({ dir, folder: join(dir, '2026'), period: '2026-11', names: here, ...clock }, [
            word.slice(1)
          ])
          expect(found.toSorted()).toEqual(holding.toSorted())
        }
      }
    }),
    { numRuns: runs(150) }
  )
})

test('the cache is private, and git ignores it', () => {
  const dir = freshFolder()
  fs.mkdirSync(join(dir, '2026'))
  fs.writeFileSync(join(dir, '2026', 'a.md'), 'apple')
  entriesWith({ dir, folder: join(dir, '2026'), period: 'all', names: ['a.md'] }, ['apple'])
  const cache = join(dir, '.reflect', 'cache')
  expect(fs.readFileSync(join(cache, '.gitignore'), 'utf8')).toBe('*\n')
  expect(fs.readdirSync(cache).toSorted()).toEqual(['.gitignore', 'words-all'])
  for (const name of fs.readdirSync(cache)) expectMode(join(cache, name), 0o600)
  expectMode(cache, 0o700)
})

test('a cache of an earlier release with other folding is not used', () => {
  const dir = freshFolder()
  fs.mkdirSync(join(dir, '2026'))
  fs.writeFileSync(join(dir, '2026', 'a.md'), 'Zoë')
  const search = () => entriesWith({ dir, folder: join(dir, '2026'), period: 'all', names: ['a.md'], tick: 0 }, ['zoe'])
  expect(search()).toEqual(['a.md'])
  const key = { dir, name: 'words-all' }
  const now = Buffer.from(readCache(key) ?? '')
  const earlier = now.subarray(2 * Float64Array.BYTES_PER_ELEMENT)
  cached(
    key,
    () => earlier,
    (bytes) => [Buffer.from(bytes.toString('latin1').replace('zoe', 'xyz'), 'latin1')]
  )
  expect(search()).toEqual(['a.md'])
  expect(Buffer.from(readCache(key) ?? '')).toEqual(now)
})

test('an entry that cannot be read is reported each time', () => {
  const dir = freshFolder()
  fs.mkdirSync(join(dir, '2026'))
  writeLink('round.md', join(dir, '2026', 'round.md'))
  const part = { dir, folder: join(dir, '2026'), period: 'all', names: ['round.md'], tick: 0 }
  for (let time = 0; time < 2; time++) expect(entriesWith(part, ['apple'])).toEqual(['round.md'])
})

test('keeps the working directory', () => {
  const dir = freshFolder()
  fs.mkdirSync(join(dir, '2026'))
  fs.writeFileSync(join(dir, '2026', 'a.md'), 'apple')
  const search = () =>
    entriesWith({ dir, folder: join(dir, '2026'), period: 'all', names: ['a.md'], tick: 0 }, ['apple'])
  const before = process.cwd()
  const place = fs.realpathSync(freshFolder())
  try {
    process.chdir(place)
    expect(search()).toEqual(['a.md'])
    expect(process.cwd()).toBe(place)
    // Windows keeps the folder in which a program is.
    if (!isWindows) fs.rmdirSync(place)
    expect(search()).toEqual(['a.md'])
  } finally {
    process.chdir(before)
  }
})

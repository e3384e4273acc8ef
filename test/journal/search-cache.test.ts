import fs from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { holdersIn } from '../../src/journal/search-cache.ts'
import { freshFolder } from './kit/processes.ts'

/** Of different lengths. */
const words = ['apple', 'plum', 'cherry'] as const
const names = ['2026-11-01-a.md', '2026-11-02-b.md', '2026-10-03-c.md', 'by hand.md'] as const

/** What hands and programs do to a journal between two searches. */
const change = fc.oneof(
  fc.record({
    kind: fc.constant('write' as const),
    name: fc.constantFrom(...names),
    word: fc.constantFrom(...words),
    old: fc.boolean()
  }),
  fc.record({ kind: fc.constant('remove' as const), name: fc.constantFrom(...names) }),
  fc.record({ kind: fc.constant('rename' as const), name: fc.constantFrom(...names), to: fc.constantFrom(...names) }),
  fc.record({ kind: fc.constant('spoil' as const), how: fc.constantFrom('beginning', 'end', 'garbage', 'gone') }),
  fc.record({ kind: fc.constant('search' as const) })
)
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

function make(dir: string, step: Change): void {
  const file = (name: string) => join(dir, '2026', name)
  if (step.kind === 'write') {
    fs.writeFileSync(file(step.name), step.word)
    // An hour old, so that it is trusted; the same size and time as other writes, as a copying program may leave it.
    if (step.old) fs.utimesSync(file(step.name), 1_700_000_000, 1_700_000_000)
  } else if (step.kind === 'remove') fs.rmSync(file(step.name), { force: true })
  else if (step.kind === 'rename' && fs.existsSync(file(step.name))) fs.renameSync(file(step.name), file(step.to))
  else if (step.kind === 'spoil') spoil(join(dir, '.reflect', 'search'), step.how)
}

function spoil(dir: string, how: string): void {
  if (!fs.existsSync(dir)) return
  for (const name of fs.readdirSync(dir)) {
    const file = join(dir, name)
    if (how === 'gone') fs.rmSync(file)
    else if (how === 'garbage') fs.writeFileSync(file, 'no cache at all')
    else fs.writeFileSync(file, fs.readFileSync(file).subarray(0, how === 'beginning' ? 30 : -1))
  }
}

// Seen from an hour later every entry is old enough to be believed; seen from now, none is.
test.each([3_600_000, 0])(
  'whatever happens to entries and cache, a search %i ms later finds what the files hold',
  (later) => {
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
            const found = [...holdersIn(dir, '2026', here, [word], Date.now() + later)]
            expect(found.toSorted()).toEqual(holding.map((name) => join(dir, '2026', name)).toSorted())
          }
        }
      }),
      { numRuns: 150 }
    )
  }
)

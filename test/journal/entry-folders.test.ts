import fs from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { entryFolders } from '../../src/journal/entry-folders.ts'
import { daysOf, sortNames } from '../../src/journal/folder-names.ts'
import { freshFolder } from './kit/processes.ts'
import { isWindows, needPosix, writeLink } from '../kit/needs.ts'

/** Enough names for a cache. */
const many = Array.from({ length: 500 }, (_, at) => `2026-0${1 + (at % 9)}-1${at % 7}-of-${at}.md`)
const others = [
  'by hand.md',
  'LOUD.MD',
  '2026-13-01-no-month.md',
  '2026-01-32-no-day.md',
  '2026-1-1-short.md',
  '2026-01-01-a.conflict-1a2b.md',
  '2026-01-01-draft.5f0c1c1e.md',
  'b (Zoë’s Conflicted Copy).md'
]
const none = ['.hidden.md', 'c.txt', 'd.md~', '.reflect-0123456789abcdef.tmp', ...(isWindows ? [] : ['a\nb.txt'])]

/** The names in a folder of the journal, as a program sees them that has run before. */
function namesIn(path: string) {
  return entryFolders(dir, 0).folders.find((one) => one.path === path)?.names ?? { months: [], others: [] }
}

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
    const names = namesIn('2026')
    expect(names.months.flatMap((month) => month.names)).toEqual(many.toSorted())
    expect(names.others).toEqual(others.toSorted())
  }
})

function expectNamesInFolder(): void {
  const { months, others: undated } = namesIn('2026')
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
        const cache = join(
          dir,
          '.reflect',
          'cache',
          one.kind === 'spoil' && one.at % 2 === 0 ? 'names-2026' : 'folders'
        )
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
  entryFolders(dir)
  expect(fs.existsSync(join(dir, '.reflect', 'cache', 'names-2026'))).toBe(false)
})

test('names by month and day', () => {
  const dated = ['2026-12-01-a.md', '2026-02-10-a.md', '2026-02-01-b.md', '2026-02-01-a.md', '2025-12-31-a.md']
  const { months } = sortNames(dated)
  expect(months.map(({ month, count }) => [month, count])).toEqual([
    ['2025-12', 1],
    ['2026-02', 3],
    ['2026-12', 1]
  ])
  expect(daysOf(months[1]?.names ?? [])).toEqual([
    ['2026-02-01', ['2026-02-01-a.md', '2026-02-01-b.md']],
    ['2026-02-10', ['2026-02-10-a.md']]
  ])
})

describe('the folders of a journal', () => {
  const paths = () => entryFolders(dir, 0).folders.map(({ path }) => path)
  const make = (...folders: string[]) => folders.map((one) => fs.mkdirSync(join(dir, one), { recursive: true }))

  test('are at any depth, remembered or not', () => {
    make('2026/work/deep', 'drafts', 'clinic & café/2025', 'x.md')
    const all = ['', '2026', '2026/work', '2026/work/deep', 'clinic & café', 'clinic & café/2025', 'drafts', 'x.md']
    untilLater()
    for (let time = 0; time < 3; time++) expect(paths().toSorted()).toEqual(all)
    make('2026/later')
    expect(paths()).toContain('2026/later')
  })

  test('of the trash, of other programs and hidden ones are left out', () => {
    const foreign =
      'trash|Trash|.git/x|.obsidian|.trash|.stversions|.stfolder|.sync|.dropbox.cache|2026/@eaDir|#recycle|$RECYCLE.BIN|' +
      'System Volume Information|lost+found|_gsdata_|node_modules/a|__MACOSX|logseq/bak|2026/.history|.reflect/before'
    make(...foreign.split('|'))
    expect(paths()).toEqual(['', '2026'])
  })

  test('are not those behind links, so there is no loop', () => {
    const outside = freshFolder()
    fs.writeFileSync(join(outside, '2026-01-01-out.md'), '')
    writeLink(outside, join(dir, 'outside'))
    writeLink(dir, join(folder, 'loop'))
    writeLink(join(outside, '2026-01-01-out.md'), join(folder, '2026-02-02-link.md'))
    writeLink('nowhere.md', join(folder, '2026-02-03-broken.md'))
    expect(paths()).toEqual(['', '2026'])
    expect(namesIn('2026').months.flatMap(({ names }) => names)).toEqual(many.toSorted())
  })

  test('that cannot be read are reported, and do not hide the others', () => {
    needPosix('file modes')
    make('locked', 'open')
    fs.chmodSync(join(dir, 'locked'), 0)
    const isRoot = process.getuid?.() === 0
    const { folders, unread } = entryFolders(dir)
    expect(folders.map(({ path }) => path)).toContain('open')
    expect(unread.map(({ file }) => file)).toEqual(isRoot ? [] : [join(dir, 'locked')])
    fs.chmodSync(join(dir, 'locked'), 0o700)
  })

  test('a journal may itself be a link', () => {
    const link = join(freshFolder(), 'reflections')
    writeLink(dir, link)
    expect(entryFolders(link).folders.map(({ path }) => path)).toEqual(['', '2026'])
  })
})

import fs from 'node:fs'
import { basename, join } from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { UsageError } from '../../src/context/errors.ts'
import { openJournal } from '../../src/journal/store.ts'
import { answered, answersOf, draftOf, entryOf, filesIn, idOf } from './kit/entries.ts'
import { freshFolder, run, script } from './kit/processes.ts'
import { expectMode, needPosix } from '../kit/needs.ts'

let dir: string
beforeEach(() => {
  dir = join(freshFolder(), 'reflections')
})
afterEach(() => {
  process.umask(0o022)
})

const ENTRY = '2026/2026-11-23-1902-no-paying-customer.md'
const DRAFT = 'drafts/2026-11-23-1902-no-paying-customer.00000001.md'
const answersIn = (path: string) => answersOf(openJournal(dir).read(join(dir, path)))

describe('the folder', () => {
  test('is created by the first save', () => {
    const journal = openJournal(dir)
    journal.list()
    expect(journal.latestFinished('public-value', ['no-paying-customer'])).toBeUndefined()
    expect(fs.existsSync(dir)).toBe(false)
    journal.saveDraft(draftOf({ a: 'words' }))
    expect(filesIn(dir)).toEqual([DRAFT])
  })

  test.each([0o000, 0o077, 0o177])('and everything in it is private under umask %o', (umask) => {
    needPosix('umask')
    process.umask(umask)
    const journal = openJournal(dir)
    journal.saveDraft(draftOf({ a: 'x' }, { id: idOf(2) }))
    journal.finish(entryOf({ a: 'x' }))
    for (const item of fs.readdirSync(dir, { recursive: true, withFileTypes: true })) {
      expectMode(join(item.parentPath, item.name), item.isFile() ? 0o600 : 0o700)
    }
    expectMode(dir, 0o700)
  })
})

describe('finish', () => {
  test('creates the entry and deletes its draft', () => {
    const journal = openJournal(dir)
    journal.saveDraft(draftOf({ a: 'unfinished' }))
    expect(journal.finish(entryOf({ a: 'done', b: 'Zoë 日本' }))).toEqual({ file: join(dir, ENTRY) })
    expect(filesIn(dir)).toEqual([ENTRY])
    expect(answersIn(ENTRY)).toEqual({ a: 'done', b: 'Zoë 日本' })
    expect(journal.list().entries).toMatchObject([{ id: idOf(1), status: 'finished' }])
  })

  test('gives a second entry of the same minute its own name', () => {
    const journal = openJournal(dir)
    const files = [1, 2, 3].map(
      (number) => journal.finish(entryOf({ a: 'x' }, { id: idOf(number), started: '2026-12-31T23:59:00-10:00' })).file
    )
    expect(files.map((file) => basename(file))).toEqual(
      ['', '-2', '-3'].map((end) => `2026-12-31-2359-no-paying-customer${end}.md`)
    )
  })

  test('never writes where a hostile id or exercise points', () => {
    const entry = entryOf({ a: 'x' }, { id: '../../../evil', exercise: '../../CON' })
    openJournal(dir).saveDraft({ ...entry, head: { ...entry.head, status: 'draft' } })
    openJournal(dir).finish(entry)
    expect(filesIn(join(dir, '..')).filter((path) => !path.includes('.reflect/'))).toEqual([
      'reflections/2026/2026-11-23-1902-con.md'
    ])
  })

  test('of one draft in two processes creates one entry, and loses nothing', () => {
    const draft = draftOf({ a: 'common', b: 'common' })
    openJournal(dir).saveDraft(draft)
    const [one, two] = [openJournal(dir), openJournal(dir)]
    for (const journal of [one, two]) journal.resumeDraft(join(dir, DRAFT))
    one.finish(entryOf({ a: 'one', b: 'common' }))
    two.saveDraft(draftOf({ a: 'common', b: 'two' }))
    expect(two.finish(entryOf({ a: 'common', b: 'two' })).file).toBe(join(dir, ENTRY))
    expect(filesIn(dir).filter((path) => !path.includes('conflict'))).toEqual([ENTRY])
    const all = filesIn(dir)
      .map((path) => fs.readFileSync(join(dir, path), 'utf8'))
      .join('\n')
    expect(all).toMatch(/^one$/m)
    expect(all).toMatch(/^two$/m)
  })
})

/** Saves a finished entry with these answers. Returns its file. */
const saved = (answers: Record<string, string>) => openJournal(dir).finish(entryOf(answers)).file

describe('replaceEntry', () => {
  test('writes the changes and keeps every other byte', () => {
    const file = saved({ a: 'old', b: 'kept' })
    const edited = fs
      .readFileSync(file, 'utf8')
      .replace('reflect: 1\n', 'reflect: 1 # mine\nmood: good\n')
      .replace('kept', 'kept  \n\n* as it is')
    fs.writeFileSync(file, edited)
    const journal = openJournal(dir)
    const before = journal.read(file)
    expect(journal.replaceEntry(file, before, answered(before, { a: 'new' }))).toEqual({ file })
    expect(fs.readFileSync(file, 'utf8')).toBe(edited.replace('\nold\n', '\nnew\n'))
  })

  test('merges changes of an editor in other sections', () => {
    const file = saved({ a: 'a', b: 'b' })
    const journal = openJournal(dir)
    const before = journal.read(file)
    fs.writeFileSync(
      file,
      fs.readFileSync(file, 'utf8').replace('\nb\n', '\nb by hand\n').replace('tags: [', 'tags: [mine, ')
    )
    expect(journal.replaceEntry(file, before, answered(before, { a: 'new', c: 'added' }))).toEqual({ file })
    expect(answersIn(ENTRY)).toEqual({ a: 'new', b: 'b by hand', c: 'added' })
    expect(journal.read(file).head.tags).toEqual(['mine', 'reflection'])
  })

  test('keeps the version of an editor, and saves ours as a copy', () => {
    const file = saved({ a: 'a', b: 'b' })
    const journal = openJournal(dir)
    const before = journal.read(file)
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('\na\n', '\ntheirs\n'))
    const { conflict } = journal.replaceEntry(file, before, answered(before, { a: 'ours', b: 'ours too' }))
    expect(conflict?.titles).toEqual(['Tell a.'])
    expect(basename(conflict!.copy)).toMatch(/^2026-11-23-1902-no-paying-customer\.conflict-[0-9a-z]{4}\.md$/)
    expect(answersIn(ENTRY)).toEqual({ a: 'theirs', b: 'ours too' })
    expect(answersOf(journal.read(conflict!.copy))).toEqual({ a: 'ours', b: 'ours too' })
    expect(journal.list().entries).toHaveLength(1)
  })

  test('does not change a file that is not UTF-8 or has invalid front matter', () => {
    const file = saved({ a: 'a' })
    const journal = openJournal(dir)
    const before = journal.read(file)
    for (const bytes of [
      Buffer.concat([fs.readFileSync(file), Buffer.of(0xff, 0xfe)]),
      Buffer.from('---\nreflect: 1\noops: [\n---\n')
    ]) {
      fs.writeFileSync(file, bytes)
      const { conflict } = journal.replaceEntry(file, before, answered(before, { a: 'ours' }))
      expect(fs.readFileSync(file).equals(bytes)).toBe(true)
      expect(answersOf(journal.read(conflict!.copy))).toEqual({ a: 'ours' })
    }
  })

  test('creates a deleted entry again', () => {
    const file = saved({ a: 'a' })
    const journal = openJournal(dir)
    const before = journal.read(file)
    fs.rmSync(file)
    journal.replaceEntry(file, before, answered(before, { a: 'new' }))
    expect(answersIn(ENTRY)).toEqual({ a: 'new' })
  })

  test('loses nothing when two processes save fifty times each', async () => {
    const file = saved({ z: 'z' })
    const saving = await script(`
      import { newSection } from 'SRC/entry/codec.ts'
      import { openJournal } from 'SRC/journal/store.ts'
      import { english } from 'SRC/words/index.ts'
      const [, , dir, file, who] = process.argv
      const journal = openJournal(dir)
      for (let i = 0; i < 50; i++) {
        const before = journal.read(file)
        const prompt = { type: 'text', id: who + '-' + i, ask: 'Tell.' }
        const section = newSection(prompt, { kind: 'answered', answer: who + ' ' + i, before: '', after: '' }, false, english.entry)
        const { conflict } = journal.replaceEntry(file, before, { ...before, sections: [...before.sections, section] })
        if (conflict) throw new Error('conflict')
      }
    `)
    const runs = await Promise.all(['one', 'two'].map((who) => run(saving, [dir, file, who])))
    expect(runs.map(({ code, err }) => [code, err])).toEqual([
      [0, ''],
      [0, '']
    ])
    expect(Object.keys(answersIn(ENTRY))).toHaveLength(101)
    expect(filesIn(dir)).toEqual([ENTRY])
  })
})

describe('read', () => {
  test.each([
    ['is not there', undefined],
    ['is empty', ''],
    ['has no front matter', '# Mine\n'],
    ['has front matter of something else', '---\ntitle: Mine\n---\n\ntext\n']
  ])('refuses a file that %s', (_, content) => {
    const file = join(freshFolder(), 'a.md')
    if (content !== undefined) fs.writeFileSync(file, content)
    expect(() => openJournal(dir).read(file)).toThrow(UsageError)
    expect(() => openJournal(dir).read(file)).toThrow(file)
  })
})

test('latestFinished is the newest of the exercise', () => {
  const journal = openJournal(dir)
  journal.finish(entryOf({ a: 'newest' }, { id: idOf(1), started: '2026-11-24T10:00:00+00:00' }))
  journal.finish(entryOf({ a: 'older' }, { id: idOf(2) }))
  journal.finish(entryOf({ a: 'another' }, { id: idOf(3), exercise: 'other', started: '2026-11-25T10:00:00+00:00' }))
  journal.saveDraft(draftOf({ a: 'draft' }, { id: idOf(4), started: '2026-11-26T10:00:00+00:00' }))
  expect(answersOf(journal.latestFinished('public-value', ['no-paying-customer'])!)).toEqual({ a: 'newest' })
  expect(journal.latestFinished('other-pack', ['no-paying-customer'])).toBeUndefined()
})

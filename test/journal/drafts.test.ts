import fs from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ReflectError, UsageError } from '../../src/context/errors.ts'
import { encodeEntry } from '../../src/entry/codec.ts'
import { openJournal } from '../../src/journal/store.ts'
import { answered, answersOf, draftOf, entryOf, filesIn, idOf } from './kit/entries.ts'
import { freshFolder, isKilled, run, script } from './kit/processes.ts'
import { writeLink } from '../kit/needs.ts'

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

describe('saveDraft', () => {
  test('keeps answers that another process adds to the same draft', () => {
    openJournal(dir).saveDraft(draftOf({ a: 'first' }))
    const [one, two] = [openJournal(dir), openJournal(dir)]
    const begun = one.resumeDraft(join(dir, DRAFT))
    two.resumeDraft(join(dir, DRAFT))
    one.saveDraft(answered(begun, { b: 'from one' }))
    two.saveDraft(answered(begun, { c: 'from two' }))
    one.saveDraft(answered(begun, { b: 'from one, longer' }))
    expect(answersIn(DRAFT)).toEqual({ a: 'first', b: 'from one, longer', c: 'from two' })
    one.finish(entryOf({ a: 'first', b: 'from one, finished' }))
    expect(answersIn(ENTRY)).toEqual({ a: 'first', b: 'from one, finished', c: 'from two' })
  })

  test('keeps two answers to one question: theirs in place, ours in one copy that is not listed', () => {
    openJournal(dir).saveDraft(draftOf({ a: 'first', b: 'b' }))
    const [one, two] = [openJournal(dir), openJournal(dir)]
    const begun = one.resumeDraft(join(dir, DRAFT))
    two.resumeDraft(join(dir, DRAFT))
    two.saveDraft(answered(begun, { a: 'theirs' }))
    const { conflict } = one.saveDraft(answered(begun, { a: 'ours' }))
    expect(one.saveDraft(answered(begun, { a: 'ours, longer' })).conflict).toEqual(conflict)
    expect(conflict).toMatchObject({ titles: ['Tell a.'] })
    expect(answersIn(DRAFT)).toEqual({ a: 'theirs', b: 'b' })
    expect(answersOf(one.read(conflict!.copy))).toEqual({ a: 'ours, longer', b: 'b' })
    expect(filesIn(dir)).toHaveLength(2)
    expect(one.list().entries).toHaveLength(1)
  })

  test('removes the section that was removed here, and nothing else', () => {
    const journal = openJournal(dir)
    journal.saveDraft(draftOf({ a: 'a', b: 'b' }))
    journal.saveDraft(draftOf({ b: 'b' }))
    expect(answersIn(DRAFT)).toEqual({ b: 'b' })
  })

  test('keeps a draft that cannot be read any more, and continues in a new file', () => {
    const journal = openJournal(dir)
    journal.saveDraft(draftOf({ a: 'a' }))
    fs.writeFileSync(join(dir, DRAFT), '---\nreflect: 1\noops: [\n---\n\nspoilt')
    const { file } = journal.saveDraft(draftOf({ a: 'more' }))
    expect(journal.saveDraft(draftOf({ a: 'even more' })).file).toBe(file)
    expect(answersOf(openJournal(dir).read(file))).toEqual({ a: 'even more' })
    expect(fs.readFileSync(join(dir, DRAFT), 'utf8')).toMatch(/spoilt$/)
    journal.finish(entryOf({ a: 'done' }))
    expect(filesIn(dir)).toEqual([ENTRY, DRAFT])
  })

  test('explains why it cannot save', () => {
    fs.writeFileSync(dir, 'a file in the way')
    expect(() => openJournal(dir).saveDraft(draftOf({ a: 'x' }))).toThrow(ReflectError)
  })
})

describe('editing a finished entry in a draft', () => {
  test('changes the entry in the end, in a later process too, and merges changes of others', () => {
    const file = openJournal(dir).finish(entryOf({ a: 'a', b: 'b' })).file
    const journal = openJournal(dir)
    const before = journal.edit(file)
    journal.saveDraft(draftOf({ a: 'edited', b: 'b' }))
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('\nb\n', '\nby hand\n'))
    expect(openJournal(dir).list({ status: 'draft' }).entries).toHaveLength(1)
    const later = openJournal(dir)
    const draft = later.resumeDraft(join(dir, DRAFT))
    expect(later.finish({ ...draft, head: before.head })).toEqual({ file })
    expect(filesIn(dir)).toEqual([ENTRY])
    expect(answersIn(ENTRY)).toEqual({ a: 'edited', b: 'by hand' })
  })

  test('continues after another process deleted a draft without changes', () => {
    const file = openJournal(dir).finish(entryOf({ a: 'a' })).file
    const journal = openJournal(dir)
    const { head } = journal.edit(file)
    journal.saveDraft(draftOf({ a: 'a' }))
    openJournal(dir)
    expect(filesIn(dir)).toEqual([ENTRY])
    journal.saveDraft(draftOf({ a: 'edited' }))
    expect(journal.finish({ ...entryOf({ a: 'edited' }), head })).toEqual({ file })
    expect(answersIn(ENTRY)).toEqual({ a: 'edited' })
  })

  test('in two processes at once merges the changes of both', () => {
    const file = openJournal(dir).finish(entryOf({ a: 'a', b: 'b' })).file
    const [first, second] = [openJournal(dir), openJournal(dir)]
    const { head } = first.edit(file)
    second.edit(file)
    expect(first.finish({ ...entryOf({ a: 'edited', b: 'b' }), head })).toEqual({ file })
    expect(second.finish({ ...entryOf({ a: 'a', b: 'changed' }), head })).toEqual({ file })
    expect(answersIn(ENTRY)).toEqual({ a: 'edited', b: 'changed' })
    expect(filesIn(dir)).toEqual([ENTRY])
  })

  test('includes unfinished changes that another process made in the same draft', () => {
    const file = openJournal(dir).finish(entryOf({ a: 'a', b: 'b' })).file
    const [first, second] = [openJournal(dir), openJournal(dir)]
    const { head } = first.edit(file)
    second.edit(file)
    first.saveDraft(draftOf({ a: 'edited', b: 'b' }, { at: 'a', begun: ['b'] }))
    expect(second.finish({ ...entryOf({ a: 'a', b: 'changed' }), head })).toEqual({ file })
    expect(fs.readFileSync(file, 'utf8')).toBe(encodeEntry(entryOf({ a: 'edited', b: 'changed' })))
    expect(filesIn(dir)).toEqual([ENTRY])
  })

  test('keeps changes that a user made in the file before the second process began', () => {
    const file = openJournal(dir).finish(entryOf({ a: 'a', b: 'b', c: 'c' })).file
    const [first, second] = [openJournal(dir), openJournal(dir)]
    const { head } = first.edit(file)
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('\nb\n', '\nby hand\n'))
    second.edit(file)
    first.finish({ ...entryOf({ a: 'edited', b: 'b', c: 'c' }), head })
    second.finish({ ...entryOf({ a: 'a', b: 'by hand', c: 'changed' }), head })
    expect(answersIn(ENTRY)).toEqual({ a: 'edited', b: 'by hand', c: 'changed' })
  })

  test('does not use a draft that was begun from another version of the entry', () => {
    const { file } = openJournal(dir).finish(entryOf({ a: 'a', b: 'b', c: 'c' }))
    const [first, second] = [openJournal(dir), openJournal(dir)]
    const { head } = first.edit(file)
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('\nb\n', '\nby hand\n'))
    second.edit(file)
    first.saveDraft(draftOf({ a: 'edited', b: 'b', c: 'c' }))
    second.finish({ ...entryOf({ a: 'a', b: 'by hand', c: 'changed' }), head })
    expect(answersIn(ENTRY)).toEqual({ a: 'a', b: 'by hand', c: 'changed' })
    const later = openJournal(dir)
    const draft = later.resumeDraft(join(dir, DRAFT))
    expect(later.finish({ ...draft, head })).toEqual({ file })
    expect(answersIn(ENTRY)).toEqual({ a: 'edited', b: 'by hand', c: 'changed' })
    expect(filesIn(dir)).toEqual([ENTRY])
  })

  test('changes the selected file if two files have the same id', () => {
    const file = openJournal(dir).finish(entryOf({ a: 'a' })).file
    const copy = join(dir, '2026', 'copy.md')
    fs.copyFileSync(file, copy)
    const journal = openJournal(dir)
    const { head } = journal.edit(copy)
    expect(journal.finish({ ...entryOf({ a: 'edited' }), head })).toEqual({ file: copy })
    expect([file, copy].map((each) => answersOf(journal.read(each)))).toEqual([{ a: 'a' }, { a: 'edited' }])
  })

  test('finds the entry although its file was renamed', () => {
    const file = openJournal(dir).finish(entryOf({ a: 'a' })).file
    const journal = openJournal(dir)
    const { head } = journal.edit(file)
    const renamed = join(dir, '2026', 'a better name.md')
    fs.renameSync(file, renamed)
    expect(journal.finish({ ...entryOf({ a: 'edited' }), head }).file).toBe(renamed)
    expect(answersOf(journal.read(renamed))).toEqual({ a: 'edited' })
  })

  test('is refused for a file that is not UTF-8', () => {
    const { file } = openJournal(dir).finish(entryOf({ a: 'a' }))
    fs.appendFileSync(file, Buffer.of(0xff))
    expect(answersOf(openJournal(dir).read(file))).toEqual({ a: 'a\n\\xFF' })
    expect(() => openJournal(dir).edit(file)).toThrow(UsageError)
  })
})

const draftText = () => encodeEntry(draftOf({ a: 'done' }))
const finishedText = () => encodeEntry(entryOf({ a: 'done' }))
function put(path: string, content: string | Uint8Array): void {
  fs.mkdirSync(join(dir, path, '..'), { recursive: true })
  fs.writeFileSync(join(dir, path), content)
}

describe('after a crash', () => {
  test('between writing the entry and removing its draft there is one entry and no draft', () => {
    openJournal(dir).finish(entryOf({ a: 'done', b: 'more' }))
    put(DRAFT, draftText())
    const journal = openJournal(dir)
    expect(journal.list().entries).toMatchObject([{ status: 'finished' }])
    expect(journal.list({ status: 'draft' }).entries).toEqual([])
    expect(filesIn(dir)).toEqual([ENTRY])
    put(DRAFT, finishedText())
    openJournal(dir)
    expect(filesIn(dir)).toEqual([ENTRY])
  })

  test('before the draft became an entry, it becomes one', () => {
    put(DRAFT, finishedText())
    openJournal(dir)
    expect(filesIn(dir)).toEqual([ENTRY])
    expect(answersIn(ENTRY)).toEqual({ a: 'done' })
  })

  test('a draft with more content than the entry with its id is kept', () => {
    openJournal(dir).finish(entryOf({ a: 'less' }))
    put(DRAFT, draftText())
    expect(openJournal(dir).list({ status: 'draft' }).entries).toHaveLength(1)
  })

  test('a draft with text outside its sections is kept', () => {
    const { file } = openJournal(dir).finish(entryOf({ a: 'done' }))
    for (const [from, to] of [
      ['<!-- reflect:a text -->\n', ''],
      ['\n---\n', '\nmood: low\n---\n']
    ] as const) {
      put(DRAFT, draftText().replace(from, to))
      expect(openJournal(dir).list({ status: 'draft' }).entries).toHaveLength(1)
    }
    expect(fs.existsSync(file)).toBe(true)
  })

  test('a draft that is not UTF-8 is kept beside its entry, and cannot be continued', () => {
    openJournal(dir).finish(entryOf({ a: 'caf\uFFFD' }))
    const bytes = Buffer.from(encodeEntry(draftOf({ a: 'café' })), 'latin1')
    put(DRAFT, bytes)
    expect(() => openJournal(dir).resumeDraft(join(dir, DRAFT))).toThrow(UsageError)
    expect(fs.readFileSync(join(dir, DRAFT))).toEqual(bytes)
  })

  test('a draft is kept if its entry is a link to it', () => {
    put(DRAFT, finishedText())
    fs.mkdirSync(join(dir, '2026'))
    writeLink(join(dir, DRAFT), join(dir, ENTRY))
    openJournal(dir)
    expect(answersIn(ENTRY)).toEqual({ a: 'done' })
  })

  test('temporary files are not listed, and deleted later', () => {
    openJournal(dir).saveDraft(draftOf({ a: 'a' }))
    const left = join(dir, 'drafts', '.reflect-0123456789abcdef.tmp')
    fs.writeFileSync(left, draftText())
    expect(openJournal(dir).list().entries).toHaveLength(1)
    const hoursAgo = new Date(Date.now() - 7_200_000)
    fs.utimesSync(left, hoursAgo, hoursAgo)
    openJournal(dir)
    expect(filesIn(dir)).toEqual([DRAFT])
  })

  test('killed processes leave complete files and no lock', async () => {
    const saving = await script(`
      import { newSection } from 'SRC/entry/codec.ts'
      import { openJournal } from 'SRC/journal/store.ts'
      import { english } from 'SRC/words/index.ts'
      const [, , dir, head] = process.argv
      const journal = openJournal(dir)
      for (let i = 0; ; i++) {
        const section = newSection({ type: 'text', id: 'a', ask: 'Tell.' }, { kind: 'answered', answer: 'x'.repeat(i), before: '', after: '' }, false, english.entry)
        journal.saveDraft({ head: JSON.parse(head), sections: [section] })
        if (i > 20 + process.pid % 7) process.kill(process.pid, 'SIGKILL')
      }
    `)
    const heads = [1, 2, 3, 4].map((number) => JSON.stringify(draftOf({}, { id: idOf(number) }).head))
    const runs = await Promise.all(heads.map((head) => run(saving, [dir, head])))
    expect(runs.filter(isKilled)).toHaveLength(4)
    const { entries, unread } = openJournal(dir).list()
    expect([entries.length, unread.length]).toEqual([4, 0])
    for (const { file } of entries)
      expect(String(answersOf(openJournal(dir).read(file))['a']).length).toBeGreaterThanOrEqual(20)
  })
})

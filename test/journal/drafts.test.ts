import fs from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ReflectError, UsageError } from '../../src/context/errors.ts'
import { encodeEntry } from '../../src/entry/codec.ts'
import { openJournal } from '../../src/journal/store.ts'
import { answered, answersOf, draftOf, entryOf, filesIn, idOf } from './kit/entries.ts'
import { freshFolder, run, script } from './kit/processes.ts'

let dir: string
beforeEach(() => {
  dir = join(freshFolder(), 'reflections')
})
afterEach(() => {
  process.umask(0o022)
})

const ENTRY = '2026/2026-11-23-no-paying-customer.md'
const DRAFT = 'drafts/2026-11-23-no-paying-customer.00000001.md'
const answersIn = (path: string) => answersOf(openJournal(dir).read(join(dir, path)))

describe('saveDraft', () => {
  test('keeps answers that another process gave to the same draft meanwhile, to the end', () => {
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

  test('keeps both of two answers to one question: theirs in place, all of ours in one copy that is not listed', () => {
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

  test('takes away what was taken away here, and nothing else', () => {
    const journal = openJournal(dir)
    journal.saveDraft(draftOf({ a: 'a', b: 'b' }))
    journal.saveDraft(draftOf({ b: 'b' }))
    expect(answersIn(DRAFT)).toEqual({ b: 'b' })
  })

  test('leaves a draft that somebody spoilt alone and goes on beside it', () => {
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

  test('says in a sentence why it cannot save', () => {
    fs.writeFileSync(dir, 'a file in the way')
    expect(() => openJournal(dir).saveDraft(draftOf({ a: 'x' }))).toThrow(ReflectError)
  })
})

describe('editing a finished entry by way of a draft', () => {
  test('changes the entry at the end, even days and processes later, and merges what was changed elsewhere', () => {
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

  test('goes on although another process tidied a draft away that did not differ from the entry yet', () => {
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

  test('in two processes at once brings in what each changed', () => {
    const file = openJournal(dir).finish(entryOf({ a: 'a', b: 'b' })).file
    const [first, second] = [openJournal(dir), openJournal(dir)]
    const { head } = first.edit(file)
    second.edit(file)
    expect(first.finish({ ...entryOf({ a: 'edited', b: 'b' }), head })).toEqual({ file })
    expect(second.finish({ ...entryOf({ a: 'a', b: 'changed' }), head })).toEqual({ file })
    expect(answersIn(ENTRY)).toEqual({ a: 'edited', b: 'changed' })
    expect(filesIn(dir)).toEqual([ENTRY])
  })

  test('finishes together with what another process has not finished in the same draft', () => {
    const file = openJournal(dir).finish(entryOf({ a: 'a', b: 'b' })).file
    const [first, second] = [openJournal(dir), openJournal(dir)]
    const { head } = first.edit(file)
    second.edit(file)
    first.saveDraft(draftOf({ a: 'edited', b: 'b' }, { at: 'a', begun: ['b'] }))
    expect(second.finish({ ...entryOf({ a: 'a', b: 'changed' }), head })).toEqual({ file })
    expect(fs.readFileSync(file, 'utf8')).toBe(encodeEntry(entryOf({ a: 'edited', b: 'changed' })))
    expect(filesIn(dir)).toEqual([ENTRY])
  })

  test('keeps what a hand changed between the beginnings of two', () => {
    const file = openJournal(dir).finish(entryOf({ a: 'a', b: 'b', c: 'c' })).file
    const [first, second] = [openJournal(dir), openJournal(dir)]
    const { head } = first.edit(file)
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('\nb\n', '\nby hand\n'))
    second.edit(file)
    first.finish({ ...entryOf({ a: 'edited', b: 'b', c: 'c' }), head })
    second.finish({ ...entryOf({ a: 'a', b: 'by hand', c: 'changed' }), head })
    expect(answersIn(ENTRY)).toEqual({ a: 'edited', b: 'by hand', c: 'changed' })
  })

  test('takes no draft for its own that was begun with another state of the entry', () => {
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

  test('changes the file that was meant where two hold one entry', () => {
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

  test('before the entry got its place, it gets it', () => {
    put(DRAFT, finishedText())
    openJournal(dir)
    expect(filesIn(dir)).toEqual([ENTRY])
    expect(answersIn(ENTRY)).toEqual({ a: 'done' })
  })

  test('a draft that says more than the entry with its id is kept', () => {
    openJournal(dir).finish(entryOf({ a: 'less' }))
    put(DRAFT, draftText())
    expect(openJournal(dir).list({ status: 'draft' }).entries).toHaveLength(1)
  })

  test('a draft with words above or outside of its sections is kept', () => {
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

  test('a draft with bytes that are no text is kept beside the entry that lacks them, and not gone on with', () => {
    openJournal(dir).finish(entryOf({ a: 'caf\uFFFD' }))
    const bytes = Buffer.from(encodeEntry(draftOf({ a: 'café' })), 'latin1')
    put(DRAFT, bytes)
    expect(() => openJournal(dir).resumeDraft(join(dir, DRAFT))).toThrow(UsageError)
    expect(fs.readFileSync(join(dir, DRAFT))).toEqual(bytes)
  })

  test('a draft to which its entry is a link is kept', () => {
    put(DRAFT, finishedText())
    fs.mkdirSync(join(dir, '2026'))
    fs.symlinkSync(join(dir, DRAFT), join(dir, ENTRY))
    openJournal(dir)
    expect(answersIn(ENTRY)).toEqual({ a: 'done' })
  })

  test('half-written files are not listed, and gone later', () => {
    openJournal(dir).saveDraft(draftOf({ a: 'a' }))
    const left = join(dir, 'drafts', '.reflect-0123456789abcdef.tmp')
    fs.writeFileSync(left, draftText())
    expect(openJournal(dir).list().entries).toHaveLength(1)
    const hoursAgo = new Date(Date.now() - 7_200_000)
    fs.utimesSync(left, hoursAgo, hoursAgo)
    openJournal(dir)
    expect(filesIn(dir)).toEqual([DRAFT])
  })

  test('processes that are killed while they save leave whole files, and others go on at once', async () => {
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
    expect(runs.map(({ signal }) => signal)).toEqual(Array(4).fill('SIGKILL'))
    const { entries, unread } = openJournal(dir).list()
    expect([entries.length, unread.length]).toEqual([4, 0])
    for (const { file } of entries)
      expect(String(answersOf(openJournal(dir).read(file))['a']).length).toBeGreaterThanOrEqual(20)
  })
})

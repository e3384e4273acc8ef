import fs from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ReflectError } from '../../src/context/errors.ts'
import { createFile, ensureFolder, moveToNew, replaceFile, sweepFolder } from '../../src/storage/atomic-write.ts'
import { freshFolder, run, script } from '../journal/kit/processes.ts'
import { expectMode, needPosix, writeLink } from '../kit/needs.ts'

let dir: string
beforeEach(() => {
  dir = freshFolder()
})
afterEach(() => {
  process.umask(0o022)
  fs.rmSync(dir, { recursive: true, force: true })
})

const read = (name: string) => fs.readFileSync(join(dir, name), 'utf8')

describe('replaceFile', () => {
  test('puts the new content in place of the old and leaves nothing else behind', () => {
    const file = join(dir, 'a.md')
    replaceFile(file, 'first')
    replaceFile(file, 'Zoë 日本 🙂')
    expect(read('a.md')).toBe('Zoë 日本 🙂')
    expect(fs.readdirSync(dir)).toEqual(['a.md'])
  })

  test('writes every byte of large and of empty content', () => {
    const large = Buffer.alloc(5_000_000, 'x')
    replaceFile(join(dir, 'large'), large)
    replaceFile(join(dir, 'empty'), '')
    expect(fs.readFileSync(join(dir, 'large')).equals(large)).toBe(true)
    expect(fs.statSync(join(dir, 'empty')).size).toBe(0)
  })

  test('keeps a link a link', () => {
    fs.writeFileSync(join(dir, 'real.md'), 'old')
    writeLink('real.md', join(dir, 'link.md'))
    replaceFile(join(dir, 'link.md'), 'new')
    expect(fs.lstatSync(join(dir, 'link.md')).isSymbolicLink()).toBe(true)
    expect(read('real.md')).toBe('new')
  })

  test('says in a sentence why it cannot, with the path, and leaves what was there', () => {
    fs.mkdirSync(join(dir, 'folder'))
    fs.writeFileSync(join(dir, 'folder', 'precious'), 'x')
    expect(() => replaceFile(join(dir, 'folder'), 'text')).toThrow(ReflectError)
    expect(() => replaceFile(join(dir, 'missing', 'a.md'), 'text')).toThrow(join(dir, 'missing', 'a.md'))
    expect(fs.readdirSync(dir)).toEqual(['folder'])
    expect(fs.readdirSync(join(dir, 'folder'))).toEqual(['precious'])
  })
})

describe('under any umask', () => {
  test.each([0o000, 0o022, 0o077, 0o177, 0o777])('%o: files are 0600 and new folders 0700', (umask) => {
    needPosix('umask')
    process.umask(umask)
    const folder = join(dir, 'journal', '2026')
    ensureFolder(folder)
    replaceFile(join(folder, 'replaced'), 'x')
    const created = createFile(folder, ['created'], 'x')
    for (const made of [join(dir, 'journal'), folder]) expectMode(made, 0o700)
    for (const written of [join(folder, 'replaced'), created]) expectMode(written, 0o600)
  })

  test('a file that was open to others is private once it is saved again', () => {
    fs.writeFileSync(join(dir, 'a.md'), 'old', { mode: 0o666 })
    replaceFile(join(dir, 'a.md'), 'new')
    expectMode(join(dir, 'a.md'), 0o600)
  })
})

describe('createFile', () => {
  test('takes the first free name and never another file', () => {
    fs.writeFileSync(join(dir, 'a.md'), 'mine')
    fs.mkdirSync(join(dir, 'a-2.md'))
    expect(createFile(dir, ['a.md', 'a-2.md', 'a-3.md'], 'new')).toBe(join(dir, 'a-3.md'))
    expect(read('a.md')).toBe('mine')
    expect(fs.readdirSync(dir).toSorted()).toEqual(['a-2.md', 'a-3.md', 'a.md'])
  })

  test('does not write through a link that somebody laid in the way', () => {
    writeLink('elsewhere', join(dir, 'a.md'))
    expect(createFile(dir, ['a.md', 'b.md'], 'new')).toBe(join(dir, 'b.md'))
    expect(fs.existsSync(join(dir, 'elsewhere'))).toBe(false)
  })

  test('gives each of many processes a name of its own', async () => {
    const file = await script(`
      import { createFile } from 'SRC/storage/atomic-write.ts'
      function* names() { for (let n = 1; ; n++) yield n + '.md' }
      for (let i = 0; i < 20; i++) console.log(createFile(process.argv[2], names(), process.pid + ' ' + i))
    `)
    const runs = await Promise.all([1, 2, 3].map(() => run(file, [dir])))
    const made = runs.flatMap(({ out }) => out.trim().split('\n'))
    expect(new Set(made).size).toBe(60)
    expect(new Set(made.map((path) => fs.readFileSync(path, 'utf8'))).size).toBe(60)
    expect(fs.readdirSync(dir)).toHaveLength(60)
  })
})

test('moveToNew leaves the content under its new name alone', () => {
  replaceFile(join(dir, 'draft'), 'words')
  fs.mkdirSync(join(dir, '2026'))
  expect(moveToNew(join(dir, 'draft'), join(dir, '2026'), ['entry'])).toBe(join(dir, '2026', 'entry'))
  expect(read('2026/entry')).toBe('words')
  expect(fs.readdirSync(dir)).toEqual(['2026'])
})

describe('ensureFolder', () => {
  test('is content with a folder that is there, and leaves its mode alone', () => {
    fs.mkdirSync(join(dir, 'open'), { mode: 0o755 })
    ensureFolder(join(dir, 'open', 'a', 'b'), dir)
    ensureFolder(join(dir, 'open', 'a', 'b'), dir)
    expectMode(join(dir, 'open'), 0o755)
    expectMode(join(dir, 'open', 'a'), 0o700)
  })

  test('names a file that is in the way', () => {
    fs.writeFileSync(join(dir, 'file'), '')
    expect(() => ensureFolder(join(dir, 'file'))).toThrow(/because it is a file/)
    expect(() => ensureFolder(join(dir, 'file', 'below'))).toThrow(ReflectError)
  })
})

test("sweepFolder removes what crashes left half written, not what is being written and nothing of the learner's", () => {
  const hoursAgo = new Date(Date.now() - 7_200_000)
  for (const name of ['.reflect-0123456789abcdef.tmp', '.reflect-mine.tmp', 'notes.tmp']) {
    fs.writeFileSync(join(dir, name), 'x')
    fs.utimesSync(join(dir, name), hoursAgo, hoursAgo)
  }
  fs.writeFileSync(join(dir, '.reflect-fedcba9876543210.tmp'), 'x')
  sweepFolder(dir)
  expect(fs.readdirSync(dir).toSorted()).toEqual(['.reflect-fedcba9876543210.tmp', '.reflect-mine.tmp', 'notes.tmp'])
})

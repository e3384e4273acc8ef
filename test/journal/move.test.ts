import fs from 'node:fs'
import { join, posix, win32 } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { UsageError } from '../../src/context/errors.ts'
import { isInside, moveFolder } from '../../src/journal/move.ts'
import { english } from '../../src/words/index.ts'
import { freshFolder } from './kit/processes.ts'
import { expectMode, isWindows, needPosix, needUser, skipTest, writeLink } from '../kit/needs.ts'

const words = english.settings
/** Not every user of Windows may create one. */
const links = isWindows ? [] : ['link']
const OTHER_DISK = '/dev/shm'
const hasOtherDisk = fs.existsSync(OTHER_DISK) && fs.statSync(OTHER_DISK).dev !== fs.statSync(freshFolder()).dev

let dir: string
let from: string
let elsewhere: string
beforeEach(() => {
  dir = freshFolder()
  from = join(dir, 'reflections')
  fs.mkdirSync(join(from, '2026'), { recursive: true, mode: 0o700 })
  fs.writeFileSync(join(from, '2026', 'a.md'), 'Zoë', { mode: 0o600 })
  fs.writeFileSync(join(from, 'mine.txt'), "the learner's own")
  for (const link of links) writeLink('2026/a.md', join(from, link))
  elsewhere = hasOtherDisk ? fs.mkdtempSync(join(OTHER_DISK, 'reflect-move-')) : dir
})
afterEach(() => {
  fs.rmSync(dir, { recursive: true, force: true })
  fs.rmSync(elsewhere, { recursive: true, force: true })
})

/** Checks that a folder holds all that `from` held, and with the same modes. */
function expectAll(to: string): void {
  const text = (path: string) => fs.readFileSync(join(to, path), 'utf8')
  expect([text('2026/a.md'), text('mine.txt')]).toEqual(['Zoë', "the learner's own"])
  expect(fs.readdirSync(to).toSorted()).toEqual(['2026', ...links, 'mine.txt'])
  expect(fs.readdirSync(join(to, '2026'))).toEqual(['a.md'])
  for (const link of links) expect(fs.readlinkSync(join(to, link))).toBe('2026/a.md')
  expectMode(join(to, '2026/a.md'), 0o600)
  expectMode(join(to, '2026'), 0o700)
}

function needOtherDisk(): void {
  if (!hasOtherDisk) skipTest(`${OTHER_DISK} is not another disk`)
}

describe('moveFolder', () => {
  test.each(['new', 'new/and/deeper', 'empty'])('moves everything to %s', (name) => {
    fs.mkdirSync(join(dir, 'empty'))
    moveFolder(from, join(dir, name), words)
    expectAll(join(dir, name))
    expect(fs.existsSync(from)).toBe(false)
  })

  test('moves to another disk and leaves nothing half done there', () => {
    needOtherDisk()
    const written = fs.statSync(join(from, 'mine.txt')).mtimeMs
    moveFolder(from, join(elsewhere, 'journal'), words)
    expectAll(join(elsewhere, 'journal'))
    expect(fs.existsSync(from)).toBe(false)
    expect(fs.statSync(join(elsewhere, 'journal', 'mine.txt')).mtimeMs).toBeCloseTo(written, -1)
    expect(fs.readdirSync(elsewhere)).toEqual(['journal'])
  })

  test('says if the old one may not be taken away', () => {
    needOtherDisk()
    needPosix('file modes')
    needUser('not root')
    fs.chmodSync(dir, 0o500)
    try {
      expect(moveFolder(from, join(elsewhere, 'journal'), words)).toBe(false)
    } finally {
      fs.chmodSync(dir, 0o700)
    }
    expectAll(join(elsewhere, 'journal'))
  })

  test.each([
    ['a folder with something in it', 'full'],
    ['the folder itself', 'reflections'],
    ['a folder in it', 'reflections/2026/new'],
    ['the folder it is in', '.']
  ])('refuses %s and moves nothing', (_, name) => {
    fs.mkdirSync(join(dir, 'full'))
    fs.writeFileSync(join(dir, 'full', 'x'), 'x')
    expect(() => moveFolder(from, join(dir, name), words)).toThrow(UsageError)
    expectAll(from)
    expect(fs.readdirSync(join(dir, 'full'))).toEqual(['x'])
  })

  test('a folder whose name begins with the name of the other is not inside it', () => {
    moveFolder(from, `${from}-2`, words)
    expectAll(`${from}-2`)
    expect(fs.existsSync(from)).toBe(false)
  })
})

describe('isInside', () => {
  test.each([
    ['C:\\Users\\ada\\refl', 'C:\\Users\\ada\\refl', true],
    ['c:\\users\\ADA\\refl\\x', 'C:\\Users\\ada\\refl', true],
    ['C:\\Users\\ada\\refl-2', 'C:\\Users\\ada\\refl', false],
    ['C:\\Users\\ada\\..refl', 'C:\\Users\\ada', true],
    ['D:\\refl', 'C:\\Users\\ada\\refl', false],
    ['\\\\server\\share\\refl', 'C:\\Users\\ada\\refl', false],
    ['C:\\Users\\ada\\refl', '\\\\server\\share\\refl', false],
    ['\\\\server\\share\\refl\\x', '\\\\server\\share\\refl', true],
    ['\\\\server\\other\\refl', '\\\\server\\share\\refl', false],
    ['\\\\?\\C:\\refl', 'D:\\refl', false]
  ])('on Windows, of %s and %s: %s', (place, folder, expected) => {
    expect(isInside(place, folder, win32)).toBe(expected)
  })

  test.each([
    ['/home/ada/refl/x', '/home/ada/refl', true],
    ['/home/ada/refl-2', '/home/ada/refl', false],
    ['/home/ada', '/home/ada/refl', false],
    ['/home/ada/..refl', '/home/ada', true]
  ])('elsewhere, of %s and %s: %s', (place, folder, expected) => {
    expect(isInside(place, folder, posix)).toBe(expected)
  })
})
